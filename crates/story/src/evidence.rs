//! Evidence: the place in an article that says so.

use serde::{Deserialize, Serialize};

use crate::ArticleId;

/// A span of one sentence of one article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The article.
    pub article: ArticleId,
    /// The sentence's index in the article's `sentences`.
    pub sentence: usize,
    /// Where the span begins in the sentence, in Unicode scalar values.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
}
