//! The whole dataset.

use serde::Serialize;

use crate::fields::{Field, Reader};
use crate::tour::Step;
use crate::value::Value;
use crate::{Article, Disagreement, Entity, Event, FORMAT, Figure, Quote, Relation};

/// A story: what a set of articles says.
///
/// The names of its fields are the dataset's own and are not renamed; other
/// people's tools read them. Fields that are not known are passed over.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Story {
    /// The format's name and version: [`FORMAT`].
    pub format: String,
    /// The story's title.
    pub title: String,
    /// The sources.
    #[serde(default)]
    pub articles: Vec<Article>,
    /// Who and what it is about.
    #[serde(default)]
    pub entities: Vec<Entity>,
    /// How they hang together.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// What happened and what is to happen.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Who said what.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// Amounts.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Where the sources differ.
    #[serde(default)]
    pub disagreements: Vec<Disagreement>,
    /// A guided way in, as an editor wrote it. Without, one is made of what the
    /// story holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

impl Field for Story {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            format: fields.take("format", reader),
            title: fields.take("title", reader),
            articles: fields.take_or_default("articles", reader),
            entities: fields.take_or_default("entities", reader),
            relations: fields.take_or_default("relations", reader),
            events: fields.take_or_default("events", reader),
            quotes: fields.take_or_default("quotes", reader),
            figures: fields.take_or_default("figures", reader),
            disagreements: fields.take_or_default("disagreements", reader),
            steps: fields.take_or_default("steps", reader),
        }
    }
}

impl Story {
    /// A story with nothing in it yet.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            title: title.into(),
            articles: Vec::new(),
            entities: Vec::new(),
            relations: Vec::new(),
            events: Vec::new(),
            quotes: Vec::new(),
            figures: Vec::new(),
            disagreements: Vec::new(),
            steps: Vec::new(),
        }
    }
}
