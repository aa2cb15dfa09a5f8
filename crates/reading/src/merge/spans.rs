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
}

impl<'a> Spans<'a> {
    pub(super) fn new(document: &'a Document, article: ArticleId) -> Self {
        Self { document, article }
    }

    pub(super) fn article(&self) -> &ArticleId {
        &self.article
    }

    /// The part of `span` that lies in the sentence where it begins; nothing
    /// when it lies in none.
    pub(super) fn evidence(&self, span: Span) -> Option<Evidence> {
        let sentence = self.document.sentence_at(span.start)?;
        let whole = self.document.sentences.get(sentence)?.span;
        let end = span.end.min(whole.end);
        let start = self.document.chars_between(whole.start, span.start);
        let length = self.document.chars_between(span.start, end);
        (length > 0).then(|| Evidence { article: self.article.clone(), sentence, start, end: start + length })
    }

    /// The same as a mention.
    pub(super) fn mention(&self, span: Span, via: Via) -> Option<Mention> {
        let Evidence { article, sentence, start, end } = self.evidence(span)?;
        Some(Mention { article, sentence, start, end, via })
    }
}
