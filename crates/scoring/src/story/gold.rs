//! What a careful reader found: the gold file.

use std::path::Path;

use indexmap::IndexMap;
use serde::Deserialize;

use crate::{Error, files};

/// What a careful reader found in a story's articles.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Gold {
    /// By the articles' files; items name an article by its place in this map.
    pub(super) articles: IndexMap<String, Article>,
    #[serde(default)]
    pub(super) entities: Vec<Entity>,
    pub(super) relations: Option<Vec<Relation>>,
    pub(super) events: Option<Vec<Event>>,
    pub(super) quotes: Option<Vec<Quote>>,
    #[serde(default)]
    pub(super) same_quote: Vec<Vec<Utterance>>,
    pub(super) figures: Option<Vec<Figure>>,
}

/// An article; what is not given is not looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Article {
    pub(super) headline: Option<String>,
    /// Any of these.
    pub(super) publisher: Option<Vec<String>>,
    /// Any of these, as EDTF.
    pub(super) published: Option<Vec<String>>,
    pub(super) dateline_place: Option<String>,
    pub(super) kind: Option<String>,
    /// What must be in no sentence of the body.
    pub(super) boilerplate: Vec<String>,
    /// What must be in one.
    pub(super) keep: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Entity {
    pub(super) name: String,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    pub(super) kind: String,
    #[serde(default)]
    pub(super) kind_also: Vec<String>,
    #[serde(default)]
    pub(super) must: bool,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Relation {
    pub(super) from: String,
    pub(super) kind: String,
    pub(super) to: String,
    #[serde(default)]
    pub(super) must: bool,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Event {
    pub(super) label: String,
    pub(super) when: Vec<String>,
    #[serde(default)]
    pub(super) also_when: Vec<String>,
    pub(super) participants: Vec<String>,
    pub(super) articles: Vec<usize>,
    #[serde(default)]
    pub(super) must: bool,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Quote {
    pub(super) article: usize,
    pub(super) speaker: String,
    #[serde(default)]
    pub(super) speaker_also: Vec<String>,
    pub(super) text: String,
    /// Words in quotation marks that nobody has to find are allowed: a name, a single word.
    #[serde(default = "must")]
    pub(super) must: bool,
}

fn must() -> bool {
    true
}

/// One report of an utterance that several articles have.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Utterance {
    pub(super) article: usize,
    pub(super) starts: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Figure {
    pub(super) article: usize,
    pub(super) value: f64,
    pub(super) unit: String,
    pub(super) qualifier: Option<String>,
}

impl Gold {
    /// Reads a gold file.
    ///
    /// # Errors
    ///
    /// It cannot be read, or is no gold file.
    pub fn read(path: &Path) -> Result<Self, Error> {
        Self::from_json(&files::read(path)?).map_err(|problem| Error::content(path, &problem))
    }

    /// Reads gold from JSON.
    ///
    /// # Errors
    ///
    /// A field is missing or of the wrong type.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}
