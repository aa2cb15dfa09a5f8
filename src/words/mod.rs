//! The interface's words, a language a file. Names of months, days and lists
//! come from the browser (`Intl`), so no language carries them but where a browser
//! in wide use has none.
//!
//! Languages order their words differently. What has a place for something is
//! therefore a function, or, where a view puts links into the places, a
//! [`template`]; nothing is put together from pieces.

mod dates;
mod en;
mod exported;
mod key;
mod kk;
mod ru;
pub(crate) mod template;
mod views;

use story::{EntityKind, RelationKind, Status};

pub(crate) use dates::{Calendar, say_span, say_when};
pub(crate) use en::EN;
pub(crate) use exported::Exported;
pub(crate) use kk::KK;
pub(crate) use ru::RU;
pub(crate) use views::{Compared, Controls, Export, Search, Tour};

/// Writes a year, a month and perhaps a day.
pub(crate) type OwnDates = fn(i64, u8, Option<u8>) -> String;

/// Everything that the interface says in one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// The language, as a BCP 47 tag: dates and lists follow it.
    pub(crate) tag: &'static str,
    /// The direction of its script: `ltr` or `rtl`.
    pub(crate) dir: &'static str,
    /// How it writes a month or, with its number, a day, for a browser that does not know its months.
    pub(crate) own_dates: Option<OwnDates>,
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
    /// A relation as a whole: a [`template`] with the places `from`, `relation`
    /// and `to`.
    pub(crate) relation_said: &'static str,
    /// What stands between a relation and the name that it leads to, in a list.
    pub(crate) joint: &'static str,
    /// How a label of the source ends that reads on to the name after it, in
    /// this language: `CEO of`. A label in another language does not.
    pub(crate) reads_on: &'static [&'static str],
    /// What is said of an event that did not simply happen.
    pub(crate) status: fn(Status) -> Option<&'static str>,
    pub(crate) what_happened: &'static str,
    pub(crate) relations: &'static str,
    pub(crate) said: &'static str,
    pub(crate) who_said_what: &'static str,
    pub(crate) figures: &'static str,
    /// Shows all `n` of a list.
    pub(crate) show_all: fn(usize) -> String,
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
    /// Said where the network did not give the rest of the widget.
    pub(crate) unreached: &'static str,
    pub(crate) hint: &'static str,
    /// `(shown, of all)`.
    pub(crate) shown_of: fn(usize, usize) -> String,
    /// How many are named, and have nothing to connect them.
    pub(crate) only_named: fn(usize) -> String,
    pub(crate) transcript: &'static str,
    pub(crate) articles: &'static str,
    pub(crate) selected: fn(&str) -> String,
    pub(crate) seasons: [&'static str; 4],
    /// A decade or a century, by its first year.
    pub(crate) years: fn(i64) -> String,
    /// `(season, year)`.
    pub(crate) season: fn(&str, i64) -> String,
    pub(crate) about: fn(&str) -> String,
    pub(crate) since: fn(&str) -> String,
    pub(crate) until: fn(&str) -> String,
    pub(crate) unknown_speaker: &'static str,
    pub(crate) compared: Compared,
    pub(crate) controls: Controls,
    pub(crate) search: Search,
    pub(crate) tour: Tour,
    pub(crate) export: Export,
}

impl Words {
    /// Whether the words of the language that a BCP 47 tag names come in a file of their own.
    pub(crate) fn are_apart(tag: &str) -> bool {
        ["ru", "kk"].iter().any(|known| known.eq_ignore_ascii_case(language(tag)))
    }

    /// The words of the language that a BCP 47 tag names; English where there
    /// are none.
    pub(crate) fn of(tag: &str) -> &'static Self {
        let known: [&'static Self; 2] = [&RU, &KK];
        known.into_iter().find(|words| words.tag.eq_ignore_ascii_case(language(tag))).unwrap_or(&EN)
    }
}

/// The language of a BCP 47 tag.
fn language(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use story::search::Group;
    use story::tour::Stop;

    use super::*;

    const ALL: [&Words; 3] = [&EN, &RU, &KK];

    #[test]
    fn a_language_is_found_by_its_tag() {
        assert_eq!(Words::of("ru-KZ").tag, "ru");
        assert_eq!(Words::of("KK_Cyrl").tag, "kk");
        assert_eq!(Words::of("en").tag, "en-GB");
        assert_eq!(Words::of("tlh").tag, "en-GB");
        assert_eq!(Words::of("").tag, "en-GB");
    }

    #[test]
    fn all_languages_but_english_are_in_a_file_of_their_own() {
        for words in ALL {
            assert_eq!(Words::are_apart(words.tag), words.tag != EN.tag, "{}", words.tag);
        }
        assert!(!Words::are_apart("") && !Words::are_apart("tlh") && Words::are_apart("KK_Cyrl"));
    }

    #[test]
    fn every_language_has_a_word_for_every_kind() {
        for words in ALL {
            for &kind in EntityKind::ALL {
                assert!(!(words.kind)(kind).is_empty() && !(words.kinds)(kind).is_empty());
            }
            for &kind in RelationKind::ALL {
                assert!(!(words.relation)(kind).is_empty() && !(words.relation_back)(kind).is_empty());
            }
            for &status in Status::ALL {
                assert_eq!((words.status)(status).is_none(), status == Status::Happened);
            }
            for group in Group::ALL {
                assert!(!(words.search.group)(group).is_empty());
            }
        }
    }

    #[test]
    fn a_relation_names_both_ends() {
        let said = ALL.map(|words| {
            let relation = (words.relation)(RelationKind::Met);
            template::fill(words.relation_said, &[("from", "Ada"), ("relation", relation), ("to", "Bo")])
        });
        assert_eq!(said, ["Ada met Bo", "Ada — встреча с Bo", "Ada — Bo: кездесу"]);
    }

    #[test]
    fn what_is_counted_is_said() {
        for words in ALL {
            for said in [
                (words.dek)(5, 3, Some("2024")),
                (words.named_in)(3, 5),
                (words.shown_of)(3, 5),
                (words.search.more)(3, 5),
                (words.tour.step_of)(3, 5),
            ] {
                assert!(said.contains('3') && said.contains('5'), "{said}");
            }
            for said in [(words.source_count)(4), (words.wordings)(4), (words.only_named)(4), (words.search.found)(4)] {
                assert!(said.contains('4'), "{said}");
            }
        }
    }

    #[test]
    fn a_stop_of_the_way_in_names_what_it_shows() {
        for words in ALL {
            for stop in
                [Stop::About(0), Stop::With(0), Stop::Began(0), Stop::Reported(0), Stop::Differ(0), Stop::ToCome(0)]
            {
                let said = (words.tour.say)(stop, "Ada", 3);
                assert!(said.contains("Ada"), "{said}");
            }
        }
    }
}
