//! Quotes: who said what. Marked, unmarked, turns of a transcript.

mod clause;
mod marked;
mod marks;
mod turns;
mod unmarked;
mod words;

use story::QuoteForm;

use crate::document::Document;
use crate::span::Span;

pub(crate) use turns::{is_transcript, label};
pub(crate) use words::is_saying_verb;

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
    let turns = turns::find(document);
    if !turns.is_empty() {
        return turns;
    }
    let mut quotes = marked::find(document);
    let mut taken = vec![false; document.paragraphs.len()];
    for quote in &quotes {
        if let Some(sentence) = document.sentence_at(quote.content.start)
            && let Some(sentence) = document.sentences.get(sentence)
            && let Some(taken) = taken.get_mut(sentence.paragraph)
        {
            *taken = true;
        }
    }
    quotes.extend(unmarked::find(document, |paragraph| !taken.get(paragraph).copied().unwrap_or(true)));
    quotes.sort_by_key(|quote| quote.span);
    quotes
}

/// `content`, cut by the document's sentences.
fn parts(document: &Document, content: Span) -> Vec<Span> {
    let first = document.sentences.partition_point(|sentence| sentence.span.end <= content.start);
    let mut parts = Vec::new();
    for sentence in document.sentences.get(first..).unwrap_or_default() {
        if sentence.span.start >= content.end {
            break;
        }
        parts.push(Span::new(sentence.span.start.max(content.start), sentence.span.end.min(content.end)));
    }
    parts
}
