//! Events: what happened, and what is to happen.

use serde::Serialize;

use crate::fields::{Field, Reader, named};
use crate::value::Value;
use crate::{Basis, EntityId, EventId, Evidence, When};

/// One event, however many articles report it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// Its kind.
    pub kind: EventKind,
    /// A short true sentence in the source's own terms.
    pub title: String,
    /// When, as precise as the sources are.
    #[serde(default)]
    pub when: Option<When>,
    /// Whether the date is stated or inferred.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// What an inferred date was inferred from.
    #[serde(default)]
    pub because: Option<String>,
    /// Happened or planned, as the sources put it.
    pub status: Status,
    /// Where.
    #[serde(default)]
    pub place: Option<EntityId>,
    /// Who took part.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// The planned event that this one fulfils.
    #[serde(default)]
    pub follows: Option<EventId>,
    /// The sentences that say so, from every article that reports it.
    pub evidence: Vec<Evidence>,
}

impl Field for Event {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            id: fields.take("id", reader),
            kind: fields.take("kind", reader),
            title: fields.take("title", reader),
            when: fields.take("when", reader),
            basis: fields.take("basis", reader),
            because: fields.take("because", reader),
            status: fields.take("status", reader),
            place: fields.take("place", reader),
            participants: fields.take_or_default("participants", reader),
            follows: fields.take("follows", reader),
            evidence: fields.take("evidence", reader),
        }
    }
}

/// A kind of event, after the field's own classes (PLOVER, CAMEO).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum EventKind {
    Meeting,
    Visit,
    Summit,
    Call,
    Invitation,
    Announcement,
    Agreement,
    Founding,
    Dissolution,
    Election,
    Appointment,
    Trade,
    Conflict,
    Crime,
    Death,
    Statement,
    Other,
}

named! { EventKind {
    "meeting" Meeting
    "visit" Visit
    "summit" Summit
    "call" Call
    "invitation" Invitation
    "announcement" Announcement
    "agreement" Agreement
    "founding" Founding
    "dissolution" Dissolution
    "election" Election
    "appointment" Appointment
    "trade" Trade
    "conflict" Conflict
    "crime" Crime
    "death" Death
    "statement" Statement
    "other" Other
} }

/// Whether an event took place, as the sources put it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It took place.
    Happened,
    /// It was to take place when the source was written.
    Planned,
    /// It was called off.
    Cancelled,
    /// The sources leave it open.
    Uncertain,
}

named! { Status {
    "happened" Happened
    "planned" Planned
    "cancelled" Cancelled
    "uncertain" Uncertain
} }

/// Someone or something that took part in an event.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant {
    /// Who.
    pub entity: EntityId,
    /// As what: `guest`, `host`.
    #[serde(default)]
    pub role: Option<String>,
}

impl Field for Participant {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self { entity: fields.take("entity", reader), role: fields.take("role", reader) }
    }
}
