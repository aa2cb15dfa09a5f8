//! Dates: time expressions → TIMEX3 and EDTF, resolved against the right
//! anchor.

mod direction;
mod grammar;
mod lexicon;
mod meaning;
mod published;
mod resolve;

use story::When;

use self::direction::Direction;
use self::grammar::Sentence;
use self::resolve::{Anchor, Resolver, Told};
use crate::document::Document;
use crate::span::Span;

pub use published::{Candidate, NameInForce, publication};

/// A time expression.
///
/// `timex_type` and `timex_value` follow TIMEX3 (`TimeML` 1.2.1); `value` says
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
    scan(document, anchor).into_iter().map(|scanned| scanned.expression).collect()
}

/// A time expression, and where its sentence points to.
struct Scanned {
    expression: TimeExpression,
    direction: Direction,
    sentence: usize,
}

fn scan(document: &Document, anchor: Option<&When>) -> Vec<Scanned> {
    let mut resolver = Resolver { anchor: Anchor::new(anchor), told: Told::default(), sentence: 0 };
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        scan_sentence(&document.text, sentence.span, index, &mut resolver, anchor, &mut found);
    }
    found
}

/// The time expressions of one stretch of text.
pub(crate) fn find_in_text(text: &str, anchor: Option<&When>) -> Vec<TimeExpression> {
    let mut resolver = Resolver { anchor: Anchor::new(anchor), told: Told::default(), sentence: 0 };
    let mut found = Vec::new();
    scan_sentence(text, Span::new(0, text.len()), 0, &mut resolver, anchor, &mut found);
    found.into_iter().map(|scanned| scanned.expression).collect()
}

fn scan_sentence(
    text: &str,
    span: Span,
    index: usize,
    resolver: &mut Resolver,
    anchor: Option<&When>,
    found: &mut Vec<Scanned>,
) {
    resolver.sentence = index;
    let sentence = Sentence::new(text, span);
    for expression in sentence.expressions() {
        let Some(span) = sentence.span(expression.from, expression.to) else { continue };
        let direction = direction::direction(&sentence, expression.from, expression.to);
        let meant = resolver.resolve(&expression, direction);
        let value = meant.edtf.and_then(|value| When::parse(&value).ok());
        let because = (meant.inferred && value.is_some())
            .then(|| anchor.map(|anchor| format!("\u{201c}{}\u{201d}, seen from {anchor}", span.of(text))))
            .flatten();
        let expression =
            TimeExpression { span, value, timex_type: meant.timex_type, timex_value: meant.timex, because };
        found.push(Scanned { expression, direction, sentence: index });
    }
}
