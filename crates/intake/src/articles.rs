//! A file → the articles in it.

use html::Format;
use reading::Source;
use thiserror::Error;

use crate::file::{CORRECTIONS_OF_ANY_VERSION, broken_json, format_of};
use crate::{NoText, sniff, text};

/// Why a file holds no article that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoArticle {
    /// It is no text.
    #[error(transparent)]
    NoText(#[from] NoText),
    /// It is a story already.
    #[error("this is a story, not an article")]
    Story,
    /// It is what corrects a story.
    #[error("these are a story's corrections, not an article")]
    Corrections,
    /// It is JSON of another kind.
    #[error("this is JSON, but no ninjs item; give the article's text in a plain text file")]
    Json,
    /// JSON that cannot be read to its end.
    #[error("line {line}, column {column}: this is JSON that is broken off or faulty; save it again")]
    BrokenJson {
        /// The line, from 1.
        line: usize,
        /// The column.
        column: usize,
    },
    /// A page, a feed or a news item that holds no article.
    #[error("{0}; copy the article's text into a plain text file")]
    Page(html::Error),
    /// Markup that is neither a page nor a feed; its name, with an article.
    #[error(
        "this is {0}, which Backstory does not read; open it in a browser and copy the article's text into a plain text file"
    )]
    Markup(&'static str),
}

/// The articles of a file: one of a text or of a page, several of a feed.
///
/// # Errors
///
/// [`NoArticle`], with the place.
pub fn articles(bytes: Vec<u8>) -> Result<Vec<Source>, NoArticle> {
    if let Some(format) = Format::of(&bytes) {
        return html::articles(&bytes, format).map_err(NoArticle::Page);
    }
    let text = text(bytes)?;
    if let Some(markup) = sniff::markup(&text) {
        return Err(NoArticle::Markup(markup));
    }
    if let Some(error) = broken_json(&text) {
        return Err(NoArticle::BrokenJson { line: error.line(), column: error.column() });
    }
    match format_of(&text) {
        None => Ok(vec![Source { text, ..Source::default() }]),
        Some(format) if format.starts_with(CORRECTIONS_OF_ANY_VERSION) => Err(NoArticle::Corrections),
        Some(format) if format.starts_with("backstory/") => Err(NoArticle::Story),
        Some(_) => Err(NoArticle::Json),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_may_open_with_a_bracket() {
        assert!(articles(b"[Editor's note: this was corrected.]\nA headline".to_vec()).is_ok());
        assert_eq!(articles(b"[1, 2]".to_vec()), Err(NoArticle::Json));
    }

    #[test]
    fn a_story_is_no_article() {
        assert_eq!(articles(br#"{"format": "backstory/1"}"#.to_vec()), Err(NoArticle::Story));
    }
}
