//! Figures: amounts that an article states.

use serde::{Serialize, Serializer};

use crate::fields::{Field, Reader};
use crate::value::Value;
use crate::{ArticleId, EntityId, Evidence, FigureId, When};

/// An amount, as one article states it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// Its id.
    pub id: FigureId,
    /// The article that states it.
    pub article: ArticleId,
    /// The number, in units of `unit`.
    #[serde(serialize_with = "whole_numbers_without_a_point")]
    pub value: f64,
    /// What it counts: an ISO 4217 code, `%`, or a noun.
    #[serde(default)]
    pub unit: Option<String>,
    /// The source's own qualifier: `nearly`, `over`.
    #[serde(default)]
    pub qualifier: Option<String>,
    /// What it is about, in the source's words.
    #[serde(default)]
    pub about: Option<String>,
    /// Whom it is about.
    #[serde(default)]
    pub entities: Vec<EntityId>,
    /// The time that it holds for.
    #[serde(default)]
    pub when: Option<When>,
    /// The sentences that say so.
    pub evidence: Vec<Evidence>,
}

impl Field for Figure {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            id: fields.take("id", reader),
            article: fields.take("article", reader),
            value: fields.take("value", reader),
            unit: fields.take("unit", reader),
            qualifier: fields.take("qualifier", reader),
            about: fields.take("about", reader),
            entities: fields.take_or_default("entities", reader),
            when: fields.take("when", reader),
            evidence: fields.take("evidence", reader),
        }
    }
}

/// Beyond this, not every whole number has an `f64` of its own.
const LAST_EXACT_WHOLE: f64 = 9_007_199_254_740_992.0;

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature; the lint depends on the width of a pointer")]
fn whole_numbers_without_a_point<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() <= LAST_EXACT_WHOLE {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number within i64")]
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}
