//! Why nothing could be read from a file.

use thiserror::Error;

/// Why a page, a feed or an item gave no article.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// More than [`MOST_BYTES`](crate::MOST_BYTES).
    #[error("it has {0} bytes, more than any page of news")]
    TooLarge(usize),
    /// A tag with attributes beyond measure: no page, but an attack.
    #[error("line {line}: a tag has more than {most} attributes; no page of news has")]
    Attributes {
        /// The line, from 1.
        line: usize,
        /// How many it may have.
        most: usize,
    },
    /// A page without a headline and without running text.
    #[error("no article was found in the page: it has no headline and no running text")]
    NoArticle,
    /// A feed that is no well-formed XML.
    #[error("line {line}: the feed is no well-formed XML: {what}")]
    Feed {
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// A feed without entries.
    #[error("the feed has no entry with a title or a text")]
    NoEntry,
    /// A news item that is no JSON.
    #[error("line {line}, column {column}: the news item is no JSON: {what}")]
    Json {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong.
        what: String,
    },
    /// A ninjs item without a headline and without a body of text.
    #[error("item {0}: it has no headline and no body of text")]
    NoText(usize),
}
