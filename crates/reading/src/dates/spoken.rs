//! Dates in a quote are seen from the day of the speech: `“We shall meet
//! tomorrow,” she said on Monday.`

use story::When;

use super::resolve::Resolver;
use super::{Expression, Scanned};
use crate::document::Document;
use crate::quotes::QuoteSpan;
use crate::span::Span;

/// The day of a speech stands within so many bytes of the verb: `told the
/// reporters of the paper on Monday`.
const NEAR_THE_VERB: usize = 60;

/// Resolves the dates in quotes again, where the words around a quote tell the
/// day of the speech. `scanned` are the same `expressions`, resolved.
pub(super) fn settle(
    document: &Document,
    anchor: Option<&When>,
    expressions: &[Expression],
    quotes: &[QuoteSpan],
    scanned: &mut [Scanned],
) {
    for quote in quotes {
        let first = scanned.partition_point(|scanned| scanned.expression.span.start < quote.content.start);
        let inside = |span: Span| quote.content.contains(span);
        if !scanned.get(first).is_some_and(|scanned| inside(scanned.expression.span)) {
            continue;
        }
        let Some(day) = day_of_speech(document, quote, scanned).filter(|day| Some(day) != anchor) else { continue };
        let mut resolver = Resolver::new(Some(&day));
        for (old, expression) in scanned.iter_mut().zip(expressions).skip(first) {
            if !inside(expression.span) {
                break;
            }
            *old = resolver.scanned(&document.text, expression, Some(&day));
        }
    }
}

/// The day that stands beside the quote's verb of saying.
fn day_of_speech(document: &Document, quote: &QuoteSpan, scanned: &[Scanned]) -> Option<When> {
    let cue = quote.cue?;
    let sentence = document.sentence_at(cue.start)?;
    let first = scanned.partition_point(|scanned| scanned.sentence < sentence);
    let of_the_sentence = scanned.get(first..)?.iter().take_while(|scanned| scanned.sentence == sentence);
    let near = |span: Span| cue.end <= span.start && span.start - cue.end <= NEAR_THE_VERB;
    of_the_sentence
        .map(|scanned| &scanned.expression)
        .find(|found| near(found.span) && !quote.span.overlaps(found.span))
        .and_then(|found| found.value.clone())
        .filter(When::is_one_day)
}
