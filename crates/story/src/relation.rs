//! Relations: how entities hang together.

use serde::{Deserialize, Serialize};

use crate::{EntityId, Evidence, RelationId, When};

/// A relation between two entities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

/// A kind of relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
