//! Quotes: who said what. Marked, unmarked, turns of a transcript.

use story::QuoteForm;

use crate::document::Document;
use crate::span::Span;

/// The words of a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteSpan {
    /// Where it stands, with its quotation marks.
    pub span: Span,
    /// The same without the marks.
    pub content: Span,
    /// The content, cut by sentences of the document, in order.
    pub parts: Vec<Span>,
    /// How the article marks it.
    pub form: QuoteForm,
    /// The words that name the speaker: a name, a role, a pronoun. They may
    /// stand in another paragraph (a turn's label).
    pub speaker: Option<Span>,
    /// The words that attribute it: `said`, `according to`.
    pub cue: Option<Span>,
}

/// Finds the quotes of a document, in order, none overlapping another.
///
/// A word or two in scare quotes, which nobody is said to have said, is no
/// quote.
pub fn find(document: &Document) -> Vec<QuoteSpan> {
    let _ = document;
    Vec::new()
}
