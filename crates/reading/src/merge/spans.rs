//! Spans of a document, as the dataset counts them: a sentence, and Unicode
//! scalar values in it.

use story::{ArticleId, Evidence, Mention, Via};

use crate::document::Document;
use crate::span::Span;

/// Turns an article's spans into evidence.
#[derive(Debug)]
pub(super) struct Spans<'a> {
    document: &'a Document,
    article: ArticleId,
    /// How many scalar values begin before each multiple of [`STRIDE`] bytes, so
    /// that a span in a very long sentence is counted as fast as in a short
    /// one.
    before: Vec<usize>,
}

/// Bytes between two counts.
const STRIDE: usize = 64;

impl<'a> Spans<'a> {
    pub(super) fn new(document: &'a Document, article: ArticleId) -> Self {
        let mut before = Vec::with_capacity(document.text.len() / STRIDE + 2);
        let mut count = 0;
        for stretch in document.text.as_bytes().chunks(STRIDE) {
            before.push(count);
            count += chars_of(stretch);
        }
        // A text of just so many stretches ends where another would begin.
        before.push(count);
        Self { document, article, before }
    }

    pub(super) fn article(&self) -> &ArticleId {
        &self.article
    }

    /// How many scalar values stand before `offset` (bytes).
    pub(super) fn chars_before(&self, offset: usize) -> usize {
        let stretch = offset / STRIDE;
        let known = self.before.get(stretch).copied().unwrap_or_default();
        // Most stretches are of ASCII.
        if self.before.get(stretch + 1) == Some(&(known + STRIDE)) {
            return known + offset % STRIDE;
        }
        known + chars_of(self.document.text.as_bytes().get(stretch * STRIDE..offset).unwrap_or_default())
    }

    /// The part of `span` that lies in the sentence where it begins; nothing
    /// when it lies in none.
    pub(super) fn evidence(&self, span: Span) -> Option<Evidence> {
        let sentence = self.document.sentence_at(span.start)?;
        let whole = self.document.sentences.get(sentence)?.span;
        let first = self.chars_before(whole.start);
        let start = self.chars_before(span.start) - first;
        let end = self.chars_before(span.end.min(whole.end)) - first;
        (start < end).then(|| Evidence { article: self.article.clone(), sentence, start, end })
    }

    /// The same as a mention.
    pub(super) fn mention(&self, span: Span, via: Via) -> Option<Mention> {
        let Evidence { article, sentence, start, end } = self.evidence(span)?;
        Some(Mention { article, sentence, start, end, via })
    }
}

/// How many characters begin among these bytes of UTF-8: all but those of the
/// form `10xxxxxx` begin one. Eight bytes are counted at a time.
fn chars_of(bytes: &[u8]) -> usize {
    const HIGHEST: u64 = 0x8080_8080_8080_8080;
    let words = bytes.chunks_exact(8);
    let rest = words.remainder().iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    let of_words = words.fold(0, |count, word| {
        let word = u64::from_le_bytes(word.try_into().unwrap_or_default());
        let others = word & HIGHEST & !(word << 1);
        count + 8 - others.count_ones() as usize
    });
    of_words + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentences::document_of_raw;

    #[test]
    fn spans_count_scalar_values() {
        let text = format!("{} Žofia met Олга.", "é".repeat(400));
        let document = document_of_raw(&text);
        let spans = Spans::new(&document, ArticleId::new("a"));
        let at = text.find("Олга").unwrap();
        let evidence = spans.evidence(Span::new(at, at + "Олга".len())).unwrap();
        assert_eq!((evidence.start, evidence.end), (411, 415));
    }

    #[test]
    fn a_text_may_end_with_a_stride() {
        let text = format!("{}.", "a".repeat(STRIDE - 1));
        let document = document_of_raw(&text);
        let evidence = Spans::new(&document, ArticleId::new("a")).evidence(Span::new(0, STRIDE)).unwrap();
        assert_eq!((evidence.start, evidence.end), (0, STRIDE));
    }
}
