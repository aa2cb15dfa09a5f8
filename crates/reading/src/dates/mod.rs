//! Dates: time expressions → TIMEX3 and EDTF, resolved against the right
//! anchor.

mod published;

use story::When;

use crate::document::Document;
use crate::span::Span;

pub use published::{Candidate, NameInForce, publication};

/// A time expression.
///
/// `timex_type` and `timex_value` follow TIMEX3 (TimeML 1.2.1); `value` says
/// the same as EDTF where EDTF can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// Where it stands.
    pub span: Span,
    /// The date: never more precise than what was said. Nothing for durations,
    /// sets, and what could not be resolved.
    pub value: Option<When>,
    /// Its TIMEX3 type.
    pub timex_type: TimexType,
    /// Its TIMEX3 value: `2021-05-02`, `2021-W18`, `P3D`, `PRESENT_REF`.
    pub timex_value: String,
    /// What the value was resolved against, where the words alone do not give
    /// it: `"on Friday", the first on or after 2021-05-02`.
    pub because: Option<String>,
}

/// The types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A calendar date, as coarse as it may be.
    Date,
    /// A time of the day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

impl TimexType {
    /// Its name in TIMEX3: `DATE`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// Finds the time expressions of a document, in order, none within another.
///
/// `anchor` is the day that the article was published, or what is known of
/// it; without it, what is relative to it has no value.
pub fn find(document: &Document, anchor: Option<&When>) -> Vec<TimeExpression> {
    let _ = (document, anchor);
    Vec::new()
}
