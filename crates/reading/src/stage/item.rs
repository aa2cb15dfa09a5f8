//! What a stage's output is made of.

use serde::Serialize;
use story::{Basis, EntityKind, EventKind, QuoteForm, RelationKind, SentencePart, Status, Via};

use crate::Span;

/// What a stage found in one file: one line of the output.
#[derive(Serialize)]
pub struct Found<'a> {
    pub(super) file: Option<&'a str>,
    pub(super) headline: Option<&'a str>,
    /// EDTF.
    pub(super) published: Option<String>,
    /// The text that the offsets are into: the cleaned text, or with `--raw`
    /// the file's own.
    pub(super) text: &'a str,
    pub(super) items: Vec<Item<'a>>,
}

/// A span of the text, in Unicode scalar values, and what the stage says of it.
#[derive(Serialize)]
pub struct Item<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(flatten)]
    what: What<'a>,
}

/// What a stage says of a span. Entities are called by the name that the
/// article has for them by itself, dates are EDTF.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum What<'a> {
    Block {
        of: SentencePart,
    },
    Sentence {
        of: SentencePart,
        paragraph: usize,
    },
    Mention {
        kind: EntityKind,
        entity: String,
        via: Via,
    },
    Date {
        value: Option<String>,
        timex_type: &'static str,
        timex_value: String,
        because: Option<String>,
    },
    Quote {
        /// Nothing where it is not known who speaks.
        speaker: Option<String>,
        /// The words that name the speaker, a pronoun too.
        speaker_text: Option<&'a str>,
        cue: Option<&'a str>,
        form: QuoteForm,
    },
    Fact(Fact),
}

/// A fact, `fact` telling of which sort.
#[derive(Serialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub(super) enum Fact {
    Event {
        kind: EventKind,
        title: String,
        when: Option<String>,
        basis: Basis,
        because: Option<String>,
        status: Option<Status>,
        place: Option<String>,
        participants: Vec<Participant>,
    },
    Relation {
        kind: RelationKind,
        from: String,
        to: String,
        label: String,
        when: Option<String>,
    },
    Figure {
        value: f64,
        unit: Option<String>,
        qualifier: Option<String>,
        about: Option<String>,
        entities: Vec<String>,
        when: Option<String>,
    },
}

/// Who takes part in an event, and as what.
#[derive(Serialize)]
pub(super) struct Participant {
    pub(super) entity: String,
    pub(super) role: Option<&'static str>,
}

/// From bytes to Unicode scalar values: looked up, since a text has many spans.
pub(super) struct Offsets<'a> {
    text: &'a str,
    /// The byte that each scalar value begins at.
    starts: Vec<usize>,
}

impl<'a> Offsets<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, starts: text.char_indices().map(|(byte, _)| byte).collect() }
    }

    fn chars(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start < byte)
    }

    pub(super) fn item(&self, span: Span, what: What<'a>) -> Item<'a> {
        Item { start: self.chars(span.start), end: self.chars(span.end), text: span.of(self.text), what }
    }
}
