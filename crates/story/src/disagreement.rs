//! Disagreements: where the sources differ.

use serde::{Deserialize, Serialize};

use crate::{ArticleId, DisagreementId, Evidence};

/// A matter on which articles differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Disagreement {
    /// Its id.
    pub id: DisagreementId,
    /// The matter.
    pub about: String,
    /// What differs.
    pub kind: DisagreementKind,
    /// What each side says: two at least.
    pub claims: Vec<Claim>,
    /// Whether all claims can be true at once: one is only coarser.
    #[serde(default)]
    pub compatible: bool,
}

/// What differs between sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum DisagreementKind {
    Figure,
    Date,
    Place,
    Wording,
    Membership,
    Other,
}

/// One side of a disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// What they say, in their words.
    pub says: String,
    /// The articles that say it.
    pub articles: Vec<ArticleId>,
    /// The sentences that say it.
    pub evidence: Vec<Evidence>,
}
