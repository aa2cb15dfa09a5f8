//! Articles: the sources of a story, sentence by sentence.

use serde::Serialize;

use crate::fields::{Field, Reader, named};
use crate::value::Value;
use crate::{ArticleId, EntityId, When};

/// One article, as it was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// Publisher and date, made unique.
    pub id: ArticleId,
    /// The name of the file that it was read from.
    #[serde(default)]
    pub file: Option<String>,
    /// Where it was published, `http` or `https`.
    #[serde(default)]
    pub url: Option<String>,
    /// Who published it, as the article names them.
    #[serde(default)]
    pub publisher: Option<String>,
    /// Its headline.
    #[serde(default)]
    pub headline: Option<String>,
    /// Who wrote it, as the article says.
    #[serde(default)]
    pub byline: Option<String>,
    /// Its language, as a BCP 47 tag: `en`.
    #[serde(default)]
    pub language: Option<String>,
    /// What sort of text it is.
    pub kind: ArticleKind,
    /// The place that its dateline names.
    #[serde(default)]
    pub dateline_place: Option<EntityId>,
    /// When it was published, if that can be known.
    #[serde(default)]
    pub published: Option<Published>,
    /// How much of its text is here.
    pub text: TextRights,
    /// Its sentences, in order; boilerplate is left out.
    #[serde(default)]
    pub sentences: Vec<Sentence>,
}

impl Field for Article {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            id: fields.take("id", reader),
            file: fields.take("file", reader),
            url: fields.take("url", reader),
            publisher: fields.take("publisher", reader),
            headline: fields.take("headline", reader),
            byline: fields.take("byline", reader),
            language: fields.take("language", reader),
            kind: fields.take("kind", reader),
            dateline_place: fields.take("dateline_place", reader),
            published: fields.take("published", reader),
            text: fields.take("text", reader),
            sentences: fields.take_or_default("sentences", reader),
        }
    }
}

/// What sort of text an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ArticleKind {
    /// Someone tells what happened.
    Report,
    /// A record of what was said, turn by turn.
    Transcript,
}

named! { ArticleKind {
    "report" Report
    "transcript" Transcript
} }

/// How much of an article's text a story holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TextRights {
    /// Every sentence.
    Full,
    /// Only the sentences that are evidence, cut around what they show.
    Excerpts,
}

named! { TextRights {
    "full" Full
    "excerpts" Excerpts
} }

/// When an article was published, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Published {
    /// The date.
    pub when: When,
    /// Stated or inferred.
    pub basis: Basis,
    /// What an inferred date was inferred from, in a sentence.
    #[serde(default)]
    pub because: Option<String>,
}

impl Field for Published {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            when: fields.take("when", reader),
            basis: fields.take("basis", reader),
            because: fields.take("because", reader),
        }
    }
}

/// How a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The text says it.
    Stated,
    /// It follows from what the text says; `because` tells how.
    Inferred,
}

named! { Basis {
    "stated" Stated
    "inferred" Inferred
} }

/// A sentence of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// The sentence, white space folded.
    pub text: String,
    /// The index of its paragraph.
    #[serde(default)]
    pub paragraph: usize,
    /// The part of the article that it belongs to.
    #[serde(default)]
    pub of: SentencePart,
}

impl Field for Sentence {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            text: fields.take("text", reader),
            paragraph: fields.take_or_default("paragraph", reader),
            of: fields.take_or_default("of", reader),
        }
    }
}

/// A part of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SentencePart {
    /// The headline.
    Headline,
    /// The running text.
    #[default]
    Body,
    /// The words under a picture.
    Caption,
}

named! { SentencePart {
    "headline" Headline
    "body" Body
    "caption" Caption
} }
