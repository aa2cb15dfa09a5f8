//! Evidence: the place in an article that says so.

use serde::Serialize;

use crate::ArticleId;
use crate::fields::{Fault, Field, Record};
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
    fn read(value: Value) -> Result<Self, Fault> {
        let mut fields = Record::of(value)?;
        Ok(Self {
            article: fields.take("article")?,
            sentence: fields.take("sentence")?,
            start: fields.take("start")?,
            end: fields.take("end")?,
        })
    }
}
