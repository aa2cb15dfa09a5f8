//! Corrections: what an editor changed in a story, apart from the story.
//!
//! A correction names an item by its id and says one thing about it. Kept in a
//! file of their own, corrections survive a new reading of the articles: the
//! same articles give the same ids, and [`Corrections::apply`] says which
//! corrections no longer find their item.

mod apply;
mod one;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    ArticleId, DisagreementId, EntityId, EntityKind, EventId, EventKind, FigureId, FormatError, QuoteId, RelationId,
    RelationKind, Status, When, json,
};

/// The format of a file of corrections.
pub const CORRECTIONS: &str = "backstory-corrections/1";

/// What an editor changed, in the order in which it was done: a later
/// correction sees what an earlier one made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrections {
    /// The format's name and version: [`CORRECTIONS`].
    format: String,
    /// The corrections.
    pub corrections: Vec<Correction>,
}

/// One change to one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "correct", rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the variants say what their fields are")]
pub enum Correction {
    /// The story has another title.
    StoryTitle { title: String },
    /// An article was published by another outlet, or by none that is known.
    ArticlePublisher { article: ArticleId, publisher: Option<String> },
    /// An article has another headline, or none.
    ArticleHeadline { article: ArticleId, headline: Option<String> },
    /// An article was published on another day, or on none that is known.
    ArticleDate { article: ArticleId, when: Option<When> },
    /// An entity has another name; the old one is still found.
    EntityName { entity: EntityId, name: String },
    /// An entity is of another kind.
    EntityKind { entity: EntityId, kind: EntityKind },
    /// Two entities are one: what is said of the first is said of the other.
    MergeEntities { entity: EntityId, into: EntityId },
    /// An entity is none; its relations go with it.
    RemoveEntity { entity: EntityId },
    /// A relation has other words, for a person to read.
    RelationLabel { relation: RelationId, label: String },
    /// A relation is between two others.
    RelationEnds { relation: RelationId, from: EntityId, to: EntityId },
    /// A relation is of another kind.
    RelationKind { relation: RelationId, kind: RelationKind },
    /// A relation is none.
    RemoveRelation { relation: RelationId },
    /// An event has another title.
    EventTitle { event: EventId, title: String },
    /// An event is of another kind.
    EventKind { event: EventId, kind: EventKind },
    /// An event has another date, or none that is known.
    EventDate { event: EventId, when: Option<When> },
    /// An event happened, or is planned, or was called off.
    EventStatus { event: EventId, status: Status },
    /// An event took place elsewhere, or in no place that is known.
    EventPlace { event: EventId, place: Option<EntityId> },
    /// An entity took part in an event, too.
    AddParticipant { event: EventId, entity: EntityId },
    /// An entity took no part in an event.
    RemoveParticipant { event: EventId, entity: EntityId },
    /// Two events are one: what is said of the first is said of the other.
    MergeEvents { event: EventId, into: EventId },
    /// An event is none.
    RemoveEvent { event: EventId },
    /// A quote has another speaker, or none that is known; with it all versions of the utterance.
    QuoteSpeaker { quote: QuoteId, speaker: Option<EntityId> },
    /// A quote is none.
    RemoveQuote { quote: QuoteId },
    /// A figure is none.
    RemoveFigure { figure: FigureId },
    /// A disagreement is none.
    RemoveDisagreement { disagreement: DisagreementId },
}

/// Why a text is no corrections.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CorrectionsError {
    /// It is not JSON, or a field of it is not as it has to be.
    #[error(transparent)]
    Format(FormatError),
    /// It has another format, or none.
    #[error("there is no \"format\": \"{CORRECTIONS}\"; these are no corrections that this version of Backstory reads")]
    NoCorrections,
}

impl Default for Corrections {
    fn default() -> Self {
        Self { format: CORRECTIONS.to_owned(), corrections: Vec::new() }
    }
}

impl Corrections {
    /// Reads corrections from JSON text.
    ///
    /// # Errors
    ///
    /// [`CorrectionsError`], with the place.
    pub fn from_json(text: &str) -> Result<Self, CorrectionsError> {
        // The format first: what is of another is named as such, and not as broken.
        let value: serde_json::Value =
            serde_json::from_str(text).map_err(|error| CorrectionsError::Format(json::not_json(&error)))?;
        if value.get("format").and_then(serde_json::Value::as_str) != Some(CORRECTIONS) {
            return Err(CorrectionsError::NoCorrections);
        }
        serde_path_to_error::deserialize(value).map_err(|error| {
            CorrectionsError::Format(FormatError::Field {
                place: error.path().to_string(),
                what: error.inner().to_string(),
            })
        })
    }

    /// The corrections as JSON text, with a line break at the end.
    pub fn to_json(&self) -> String {
        json::text_of(self)
    }

    /// Adds a correction.
    ///
    /// One that says again what the last said, of the same item, takes its
    /// place: a name that is corrected twice is one correction.
    pub fn add(&mut self, correction: Correction) {
        if self.corrections.last().is_some_and(|last| last.is_about_the_same(&correction)) {
            self.corrections.pop();
        }
        self.corrections.push(correction);
    }
}

impl Correction {
    /// Whether the other says another thing of the same field of the same item.
    fn is_about_the_same(&self, other: &Self) -> bool {
        use Correction as C;
        match (self, other) {
            (C::StoryTitle { .. }, C::StoryTitle { .. }) => true,
            (C::ArticlePublisher { article: one, .. }, C::ArticlePublisher { article: other, .. })
            | (C::ArticleHeadline { article: one, .. }, C::ArticleHeadline { article: other, .. })
            | (C::ArticleDate { article: one, .. }, C::ArticleDate { article: other, .. }) => one == other,
            (C::EntityName { entity: one, .. }, C::EntityName { entity: other, .. })
            | (C::EntityKind { entity: one, .. }, C::EntityKind { entity: other, .. }) => one == other,
            (C::RelationLabel { relation: one, .. }, C::RelationLabel { relation: other, .. })
            | (C::RelationEnds { relation: one, .. }, C::RelationEnds { relation: other, .. })
            | (C::RelationKind { relation: one, .. }, C::RelationKind { relation: other, .. }) => one == other,
            (C::EventTitle { event: one, .. }, C::EventTitle { event: other, .. })
            | (C::EventKind { event: one, .. }, C::EventKind { event: other, .. })
            | (C::EventDate { event: one, .. }, C::EventDate { event: other, .. })
            | (C::EventStatus { event: one, .. }, C::EventStatus { event: other, .. })
            | (C::EventPlace { event: one, .. }, C::EventPlace { event: other, .. }) => one == other,
            (C::QuoteSpeaker { quote: one, .. }, C::QuoteSpeaker { quote: other, .. }) => one == other,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_are_read_as_they_are_written() {
        let all = Corrections {
            corrections: vec![
                Correction::StoryTitle { title: "Ada".to_owned() },
                Correction::EntityKind { entity: EntityId::new("ada"), kind: EntityKind::EventName },
                Correction::EventDate { event: EventId::new("meeting"), when: When::parse("2024-23").ok() },
                Correction::EventStatus { event: EventId::new("meeting"), status: Status::Cancelled },
                Correction::QuoteSpeaker { quote: QuoteId::new("q"), speaker: None },
                Correction::RemoveFigure { figure: FigureId::new("f") },
                Correction::ArticleDate { article: ArticleId::new("a"), when: None },
                Correction::RelationEnds {
                    relation: RelationId::new("r"),
                    from: EntityId::new("ada"),
                    to: EntityId::new("bo"),
                },
                Correction::RelationKind { relation: RelationId::new("r"), kind: RelationKind::WorksFor },
                Correction::EventKind { event: EventId::new("meeting"), kind: EventKind::Summit },
                Correction::AddParticipant { event: EventId::new("meeting"), entity: EntityId::new("bo") },
                Correction::MergeEvents { event: EventId::new("talks"), into: EventId::new("meeting") },
            ],
            ..Corrections::default()
        };
        let text = all.to_json();
        assert_eq!(Corrections::from_json(&text).as_ref(), Ok(&all));
        insta::assert_snapshot!(text);
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        let read = |list: &str| {
            let text = format!(r#"{{"format": "{CORRECTIONS}", "corrections": {list}}}"#);
            Corrections::from_json(&text).unwrap_err().to_string()
        };
        assert_eq!(
            read(r#"[{"correct": "event-date", "event": "e", "when": "2024-13"}]"#),
            "corrections[0]: \"2024-13\" is no EDTF date"
        );
        assert!(read(r#"[{"correct": "praise"}]"#).starts_with("corrections[0].correct: unknown variant `praise`"));
        assert!(read(r#"[{"correct": "remove-event"}]"#).starts_with("corrections[0]: missing field `event`"));
        assert_eq!(Corrections::from_json(r#"{"format": "backstory/1"}"#), Err(CorrectionsError::NoCorrections));
        assert!(Corrections::from_json("{").unwrap_err().to_string().ends_with("this is not JSON"));
    }

    #[test]
    fn a_name_that_is_corrected_twice_is_one_correction() {
        let name =
            |entity: &str, name: &str| Correction::EntityName { entity: EntityId::new(entity), name: name.to_owned() };
        let mut corrections = Corrections::default();
        for correction in [name("ada", "A"), name("ada", "Ada"), name("bo", "Bo")] {
            corrections.add(correction);
        }
        assert_eq!(corrections.corrections, [name("ada", "Ada"), name("bo", "Bo")]);
    }
}
