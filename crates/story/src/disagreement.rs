//! Disagreements: where the sources differ.

use serde::Serialize;

use crate::fields::{Field, Reader, named};
use crate::value::Value;
use crate::{ArticleId, DisagreementId, Evidence};

/// A matter on which articles differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

impl Field for Disagreement {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            id: fields.take("id", reader),
            about: fields.take("about", reader),
            kind: fields.take("kind", reader),
            claims: fields.take("claims", reader),
            compatible: fields.take_or_default("compatible", reader),
        }
    }
}

/// What differs between sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

named! { DisagreementKind {
    "figure" Figure
    "date" Date
    "place" Place
    "wording" Wording
    "membership" Membership
    "other" Other
} }

/// One side of a disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// What they say, in their words.
    pub says: String,
    /// The articles that say it.
    pub articles: Vec<ArticleId>,
    /// The sentences that say it.
    pub evidence: Vec<Evidence>,
}

impl Field for Claim {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            says: fields.take("says", reader),
            articles: fields.take("articles", reader),
            evidence: fields.take("evidence", reader),
        }
    }
}
