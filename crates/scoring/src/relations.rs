//! Relations, on re3d (Dstl 2017), as far as its types and ours mean the same.
//!
//! A relation of the corpus joins two mentions, one of ours two entities: they
//! are the same when their kinds go together and each entity has a mention
//! that shares something with the other's. The corpus marks what one sentence
//! says by itself, and names by far not all that holds between two entities of
//! a text, so that its precision is a lower bound.

use std::collections::BTreeSet;
use std::path::Path;

use reading::facts::{self, Article};
use reading::mentions::{self, Cast};
use reading::page;
use reading::sentences::document_of_raw;
use reading::{dates, quotes};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use story::RelationKind;

use crate::score::Tally;
use crate::text::context;
use crate::{Error, Report, files, split};

/// What a type of the corpus and kinds of ours have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// `BelongsTo`, `InChargeOf`: of a person or body in a larger one. Who
    /// heads a body belongs to it, and the corpus marks now one, now the other.
    Belongs,
    /// `CommWith`: met, spoke with.
    Contact,
    /// `FightingAgainst`.
    Conflict,
}

impl Class {
    fn of_type(name: &str) -> Option<Self> {
        match name {
            "BelongsTo" | "InChargeOf" => Some(Self::Belongs),
            "CommWith" => Some(Self::Contact),
            "FightingAgainst" => Some(Self::Conflict),
            _ => None,
        }
    }

    fn of_kind(kind: RelationKind) -> Option<Self> {
        match kind {
            RelationKind::HoldsOffice
            | RelationKind::MemberOf
            | RelationKind::Chairs
            | RelationKind::WorksFor
            | RelationKind::PartOf => Some(Self::Belongs),
            RelationKind::Met | RelationKind::Called | RelationKind::Invited => Some(Self::Contact),
            RelationKind::InConflictWith => Some(Self::Conflict),
            _ => None,
        }
    }

    /// Whether it holds both ways.
    fn is_mutual(self) -> bool {
        self != Self::Belongs
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Relation {
    document_id: String,
    #[serde(rename = "type")]
    name: String,
    source_begin: usize,
    source_end: usize,
    target_begin: usize,
    target_end: usize,
}

#[derive(Deserialize)]
struct Text {
    #[serde(rename = "_id")]
    id: String,
    text: String,
}

/// Scores all folders with `documents.json` and `relations.json` under a folder.
///
/// # Errors
///
/// There are none, or one cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut row = Tally::new("relations between entities that are found");
    let mut errors = Vec::new();
    for path in files::some(folder, "documents.json", "texts (documents.json)")? {
        let relations: Vec<Relation> = lines(&path.with_file_name("relations.json"))?;
        for Text { id, text } in lines::<Text>(&path)? {
            let held = split::is_held_text(&text);
            let gold: Vec<&Relation> = relations.iter().filter(|relation| relation.document_id == id).collect();
            let mut error = |what: String, at: usize| {
                if !held {
                    errors.push(format!("{what} | {}", context(&text, at)));
                }
            };
            compare(&text, &gold, row.part(held), &mut error);
        }
    }
    Ok(Report::new([row], errors))
}

fn compare(text: &str, gold: &[&Relation], score: &mut crate::Score, error: &mut dyn FnMut(String, usize)) {
    let document = document_of_raw(text);
    let article = Article::new(
        &document,
        mentions::find(&document),
        dates::find(&document, None),
        quotes::find(&document),
        None,
        page::parse(text).kind,
    );
    // The corpus counts in characters, the reading in bytes.
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |at: usize| starts.get(at).copied().unwrap_or(text.len());
    let mut matched = BTreeSet::new();
    for relation in facts::find(&article).relations {
        let Some(class) = Class::of_kind(relation.kind) else { continue };
        let same = |other: &Relation, from, to| {
            names(&article.cast, from, byte(other.source_begin), byte(other.source_end))
                && names(&article.cast, to, byte(other.target_begin), byte(other.target_end))
        };
        let (from, to) = (relation.from, relation.to);
        let mut right = false;
        for (number, other) in gold.iter().enumerate() {
            if Class::of_type(&other.name) == Some(class)
                && (same(other, from, to) || class.is_mutual() && same(other, to, from))
            {
                matched.insert(number);
                right = true;
            }
        }
        if !right {
            score.made_up += 1;
            let name = |id| article.cast.actor(id).map_or("", |actor| actor.name.as_str());
            error(format!("made up {} – {class:?} – {}", name(from), name(to)), relation.proof.1.start);
        }
    }
    for (number, relation) in gold.iter().enumerate() {
        let (from, to) = (byte(relation.source_begin), byte(relation.target_begin));
        let spans = [(from, byte(relation.source_end)), (to, byte(relation.target_end))];
        if Class::of_type(&relation.name).is_none()
            || !spans.iter().all(|(start, end)| is_named(&article.cast, *start, *end))
        {
            continue;
        }
        if matched.contains(&number) {
            score.right += 1;
        } else {
            score.missed += 1;
            let words = spans.map(|(start, end)| text.get(start..end).unwrap_or_default());
            error(format!("missed {} – {} – {}", words[0], relation.name, words[1]), from);
        }
    }
}

/// Whether a mention of the actor shares something with the span.
fn names(cast: &Cast, actor: usize, start: usize, end: usize) -> bool {
    cast.mentions.iter().any(|mention| mention.actor == actor && mention.span.start < end && start < mention.span.end)
}

/// Whether anybody is mentioned within the span.
fn is_named(cast: &Cast, start: usize, end: usize) -> bool {
    cast.mentions.iter().any(|mention| mention.span.start < end && start < mention.span.end)
}

/// A file with a JSON object a line.
fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Error> {
    let text = files::read(path)?;
    text.lines()
        .map(|line| line.trim().trim_start_matches('\u{feff}'))
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).map_err(|problem| Error::content(path, &problem)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_kinds_meet_in_a_class() {
        assert_eq!(Class::of_type("InChargeOf"), Class::of_kind(RelationKind::Chairs));
        assert_eq!(Class::of_type("CommWith"), Class::of_kind(RelationKind::Met));
        assert_eq!(Class::of_type("CoLocated"), None);
        assert_eq!(Class::of_kind(RelationKind::Borders), None);
    }
}
