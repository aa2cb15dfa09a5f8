//! Evidence: the place in an article that says so.

use serde::Serialize;

use crate::ArticleId;
use crate::fields::{Field, Reader};
use crate::value::Value;

/// A span of one sentence of one article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

impl Field for Evidence {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            article: fields.take("article", reader),
            sentence: fields.take("sentence", reader),
            start: fields.take("start", reader),
            end: fields.take("end", reader),
        }
    }
}
