//! Dates in a quote are seen from the day of the speech: `“We shall meet
//! tomorrow,” she said on Monday.`

use story::When;

use super::resolve::{Anchor, Resolver, Told};
use super::{Scanned, scan_sentence};
use crate::document::Document;
use crate::quotes::{self, QuoteSpan};
use crate::span::Span;

/// The day of a speech stands within so many bytes of the verb: `told the
/// reporters of the paper on Monday`.
const NEAR_THE_VERB: usize = 60;

/// Resolves the dates in quotes again, where the words around a quote tell the
/// day of the speech.
pub(super) fn settle(document: &Document, anchor: Option<&When>, scanned: &mut [Scanned]) {
    for quote in quotes::find(document) {
        let Some(day) = day_of_speech(document, &quote, scanned) else { continue };
        if Some(&day) == anchor {
            continue;
        }
        for (index, span) in sentences_of(document, quote.content) {
            let mut resolver = Resolver { anchor: Anchor::new(Some(&day)), told: Told::default(), sentence: index };
            let mut again = Vec::new();
            scan_sentence(&document.text, span, index, &mut resolver, Some(&day), &mut again);
            for found in again.into_iter().filter(|found| quote.content.contains(found.expression.span)) {
                let same = scanned.binary_search_by_key(&found.expression.span, |old| old.expression.span);
                if let Ok(same) = same
                    && let Some(old) = scanned.get_mut(same)
                {
                    *old = found;
                }
            }
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

/// The sentences that a span touches, with their indices.
fn sentences_of(document: &Document, content: Span) -> impl Iterator<Item = (usize, Span)> + '_ {
    let first = document.sentences.partition_point(|sentence| sentence.span.end <= content.start);
    let rest = document.sentences.iter().enumerate().skip(first);
    rest.map(|(index, sentence)| (index, sentence.span)).take_while(move |(_, span)| span.start < content.end)
}
