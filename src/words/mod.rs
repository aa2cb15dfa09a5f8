//! The interface's words, a language a file. Names of months, days and lists
//! come from the browser (`Intl`), so no language carries them.

mod dates;
mod en;

use story::{EntityKind, RelationKind, Status};

pub(crate) use dates::{Calendar, say_span, say_when};
pub(crate) use en::EN;

/// Everything that the interface says in one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// The language, as a BCP 47 tag: dates and lists follow it.
    pub(crate) tag: &'static str,
    /// The direction of its script: `ltr` or `rtl`.
    pub(crate) dir: &'static str,
    pub(crate) views: &'static str,
    pub(crate) kicker: &'static str,
    /// `(articles, outlets, or nought where none is named, span of time)`.
    pub(crate) dek: fn(usize, usize, Option<&str>) -> String,
    pub(crate) diagram: &'static str,
    pub(crate) timeline: &'static str,
    pub(crate) details: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) kinds: fn(EntityKind) -> &'static str,
    pub(crate) kind: fn(EntityKind) -> &'static str,
    /// `(named in, of all)`.
    pub(crate) named_in: fn(usize, usize) -> String,
    pub(crate) source_count: fn(usize) -> String,
    /// `n` wordings of one utterance.
    pub(crate) wordings: fn(usize) -> String,
    /// The relation, read from its start.
    pub(crate) relation: fn(RelationKind) -> &'static str,
    /// The relation, read from its end.
    pub(crate) relation_back: fn(RelationKind) -> &'static str,
    /// What is said of an event that did not simply happen.
    pub(crate) status: fn(Status) -> Option<&'static str>,
    pub(crate) what_happened: &'static str,
    pub(crate) relations: &'static str,
    pub(crate) said: &'static str,
    pub(crate) who_said_what: &'static str,
    pub(crate) in_other_wordings: &'static str,
    pub(crate) differ: &'static str,
    pub(crate) compatible: &'static str,
    pub(crate) who_took_part: &'static str,
    pub(crate) what_the_sources_say: &'static str,
    pub(crate) also_between: &'static str,
    pub(crate) fulfils: &'static str,
    pub(crate) fulfilled_by: &'static str,
    pub(crate) also_called: fn(&str) -> String,
    pub(crate) back: &'static str,
    pub(crate) overview: &'static str,
    pub(crate) open_article: &'static str,
    pub(crate) undated: &'static str,
    pub(crate) no_events: &'static str,
    pub(crate) no_entities: &'static str,
    pub(crate) hint: &'static str,
    /// `(shown, of all)`.
    pub(crate) shown_of: fn(usize, usize) -> String,
    /// How many are named, and have nothing to connect them.
    pub(crate) only_named: fn(usize) -> String,
    pub(crate) transcript: &'static str,
    pub(crate) articles: &'static str,
    pub(crate) selected: fn(&str) -> String,
    pub(crate) seasons: [&'static str; 4],
    /// `(season, year)`.
    pub(crate) season: fn(&str, i64) -> String,
    pub(crate) about: fn(&str) -> String,
    pub(crate) since: fn(&str) -> String,
    pub(crate) until: fn(&str) -> String,
    pub(crate) unknown_speaker: &'static str,
}
