//! Quotes: who said what.

use serde::Serialize;

use crate::fields::{Field, Reader, named};
use crate::value::Value;
use crate::{ArticleId, EntityId, Evidence, QuoteId};

/// The words of a speaker, as one article gives them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// Its id.
    pub id: QuoteId,
    /// The article that quotes.
    pub article: ArticleId,
    /// Who said it; nothing where the article leaves it open.
    #[serde(default)]
    pub speaker: Option<EntityId>,
    /// The words of the article that name the speaker: `the press service`.
    #[serde(default)]
    pub speaker_text: Option<String>,
    /// The words, without the marks around them.
    pub text: String,
    /// How the article marks them.
    pub form: QuoteForm,
    /// Where they stand, a span for each sentence.
    pub evidence: Vec<Evidence>,
    /// One id for all versions of one utterance.
    #[serde(default)]
    pub same_as: Option<String>,
    /// The part of `text` that the other versions share, as `[start, end)` in
    /// Unicode scalar values.
    #[serde(default)]
    pub same_part: Option<(usize, usize)>,
}

impl Quote {
    /// The source's words for the speaker, where they say who it is: `the press
    /// service`, but not `he`.
    pub fn speaker_said(&self) -> Option<&str> {
        let said = self.speaker_text.as_deref()?.trim();
        let is_pronoun = PRONOUNS.iter().any(|pronoun| said.eq_ignore_ascii_case(pronoun));
        (!said.is_empty() && !is_pronoun).then_some(said)
    }
}

/// English words that stand for a speaker who was named before.
const PRONOUNS: [&str; 9] = ["he", "she", "they", "it", "i", "we", "you", "who", "one"];

impl Field for Quote {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            id: fields.take("id", reader),
            article: fields.take("article", reader),
            speaker: fields.take("speaker", reader),
            speaker_text: fields.take("speaker_text", reader),
            text: fields.take("text", reader),
            form: fields.take("form", reader),
            evidence: fields.take("evidence", reader),
            same_as: fields.take("same_as", reader),
            same_part: fields.take("same_part", reader),
        }
    }
}

/// How an article marks the words of a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuoteForm {
    /// By quotation marks.
    Direct,
    /// As a turn in a transcript.
    Turn,
    /// By no marks at all; the speaker follows or leads.
    Unmarked,
}

named! { QuoteForm {
    "direct" Direct
    "turn" Turn
    "unmarked" Unmarked
} }
