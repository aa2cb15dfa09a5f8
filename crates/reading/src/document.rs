//! A document: an article's cleaned text, cut into paragraphs and sentences.
//! Every later stage points into it by bytes; the dataset counts in Unicode
//! scalar values, and [`Document::chars_before`] converts.

use story::SentencePart;

use crate::span::Span;

/// The text that all stages of one article work on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The cleaned text: paragraphs, joined by a blank line.
    pub text: String,
    /// The paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The sentences, in order; none crosses a paragraph.
    pub sentences: Vec<Sentence>,
}

/// A paragraph: a headline, a block of running text, a caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands in the document's text.
    pub span: Span,
    /// The part of the article that it belongs to.
    pub part: SentencePart,
}

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the document's text.
    pub span: Span,
    /// The index of its paragraph.
    pub paragraph: usize,
    /// The part of the article that it belongs to.
    pub part: SentencePart,
}

impl Document {
    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The index of the sentence that holds the byte at `offset`.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.span.start <= offset);
        let index = after.checked_sub(1)?;
        (offset < self.sentences.get(index)?.span.end).then_some(index)
    }

    /// How many Unicode scalar values stand between `from` and `to` (bytes).
    pub fn chars_between(&self, from: usize, to: usize) -> usize {
        self.slice(Span::new(from, to)).chars().count()
    }

    /// How many Unicode scalar values stand before `offset` (bytes).
    pub fn chars_before(&self, offset: usize) -> usize {
        self.chars_between(0, offset)
    }
}
