//! Relations: how entities hang together.

use serde::Serialize;

use crate::fields::{Field, Reader, named};
use crate::value::Value;
use crate::{EntityId, Evidence, RelationId, When};

/// A relation between two entities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Relation {
    /// Its id.
    pub id: RelationId,
    /// The one that the relation starts from.
    pub from: EntityId,
    /// The one that it leads to.
    pub to: EntityId,
    /// Its kind.
    pub kind: RelationKind,
    /// The words of the source, for a person to read; required for `other`.
    #[serde(default)]
    pub label: Option<String>,
    /// When it held, if a source says.
    #[serde(default)]
    pub when: Option<When>,
    /// The sentences that say so.
    pub evidence: Vec<Evidence>,
}

impl Field for Relation {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            id: fields.take("id", reader),
            from: fields.take("from", reader),
            to: fields.take("to", reader),
            kind: fields.take("kind", reader),
            label: fields.take("label", reader),
            when: fields.take("when", reader),
            evidence: fields.take("evidence", reader),
        }
    }
}

/// A kind of relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// A person holds an office of a state or an organisation.
    HoldsOffice,
    /// A member of an organisation.
    MemberOf,
    /// Presides over it.
    Chairs,
    /// Is employed by it.
    WorksFor,
    /// Is a part of it.
    PartOf,
    /// Shares a border.
    Borders,
    /// Met in person.
    Met,
    /// Asked to come.
    Invited,
    /// Went to see a place.
    Visited,
    /// Spoke by telephone or video.
    Called,
    /// Trades with.
    TradesWith,
    /// Is party to a treaty with it, or to the treaty itself.
    PartyTo,
    /// Is in conflict with.
    InConflictWith,
    /// Is related by family.
    RelatedTo,
    /// Something that the label says.
    Other,
}

named! { RelationKind {
    "holds_office" HoldsOffice
    "member_of" MemberOf
    "chairs" Chairs
    "works_for" WorksFor
    "part_of" PartOf
    "borders" Borders
    "met" Met
    "invited" Invited
    "visited" Visited
    "called" Called
    "trades_with" TradesWith
    "party_to" PartyTo
    "in_conflict_with" InConflictWith
    "related_to" RelatedTo
    "other" Other
} }

impl RelationKind {
    /// Whether the relation reads the same from both ends, so that it is drawn
    /// without an arrow.
    pub fn is_symmetric(self) -> bool {
        matches!(
            self,
            Self::Borders
                | Self::Met
                | Self::Called
                | Self::TradesWith
                | Self::PartyTo
                | Self::InConflictWith
                | Self::RelatedTo
        )
    }
}
