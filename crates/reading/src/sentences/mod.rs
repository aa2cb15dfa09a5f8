//! Sentences: blocks → a [`Document`] of paragraphs and sentences.

mod abbreviations;
mod lines;
mod split;

use story::SentencePart;

use crate::document::{Document, Paragraph, Sentence};
use crate::page::Page;
use crate::span::Span;

pub(crate) use abbreviations::ends_with_title;
pub(crate) use lines::paragraphs;

/// What stands between two paragraphs of a document's text.
const PARAGRAPH_BREAK: &str = "\n\n";

/// The document of an article: a paragraph for each block, joined by a blank
/// line, and the sentences in them. No sentence crosses a paragraph.
pub fn document(page: &Page) -> Document {
    let mut text = String::new();
    let mut paragraphs = Vec::new();
    for block in &page.blocks {
        if !text.is_empty() {
            text.push_str(PARAGRAPH_BREAK);
        }
        let start = text.len();
        text.push_str(&block.text);
        paragraphs.push(Paragraph { span: Span::new(start, text.len()), part: block.part });
    }
    with_sentences(text, paragraphs)
}

/// The document of a text that is taken as it is: nothing is cleaned away,
/// and every span is a span of `text`. Blank lines part the paragraphs, and
/// single line breaks where the text was not wrapped to a width.
pub fn document_of_raw(text: &str) -> Document {
    let paragraphs = paragraphs(text).into_iter().map(|span| Paragraph { span, part: SentencePart::Body }).collect();
    with_sentences(text.to_owned(), paragraphs)
}

fn with_sentences(text: String, paragraphs: Vec<Paragraph>) -> Document {
    let mut sentences = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let spans = split::sentences(&text, paragraph.span);
        sentences.extend(spans.into_iter().map(|span| Sentence { span, paragraph: index, part: paragraph.part }));
    }
    Document { text, paragraphs, sentences }
}
