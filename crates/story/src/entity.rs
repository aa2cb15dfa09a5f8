//! Entities: who and what the story is about.

use serde::Serialize;

use crate::fields::{Field, Reader, named};
use crate::value::Value;
use crate::{ArticleId, EntityId, Evidence};

/// A person, a state, an organisation …: one, across all articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity {
    /// The name in lower case, made unique.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name in the articles.
    pub name: String,
    /// A short form that everybody knows: a state's ISO 3166-1 code (`KZ`), an
    /// organisation's acronym.
    #[serde(default)]
    pub code: Option<String>,
    /// What else the articles call it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Every place that names it.
    #[serde(default)]
    pub mentions: Vec<Mention>,
}

impl Field for Entity {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            id: fields.take("id", reader),
            kind: fields.take("kind", reader),
            name: fields.take("name", reader),
            code: fields.take("code", reader),
            aliases: fields.take_or_default("aliases", reader),
            mentions: fields.take_or_default("mentions", reader),
        }
    }
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "json", derive(serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A state, of today or of the past.
    State,
    /// A town, a region, a building.
    Place,
    /// A company, an authority, an alliance, a newspaper, a party.
    Organisation,
    /// A treaty or a law.
    Treaty,
    /// An event with a name of its own: a forum, a war, a cup.
    EventName,
    /// Anything else with a name.
    Other,
}

named! { EntityKind {
    "person" Person
    "state" State
    "organisation" Organisation
    "place" Place
    "treaty" Treaty
    "event-name" EventName
    "other" Other
} }

/// A place that names an entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mention {
    /// The article.
    pub article: ArticleId,
    /// The sentence's index in the article's `sentences`.
    pub sentence: usize,
    /// Where the mention begins in the sentence, in Unicode scalar values.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// By what it names the entity.
    pub via: Via,
}

impl Field for Mention {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            article: fields.take("article", reader),
            sentence: fields.take("sentence", reader),
            start: fields.take("start", reader),
            end: fields.take("end", reader),
            via: fields.take("via", reader),
        }
    }
}

impl Mention {
    /// The span as evidence.
    pub fn evidence(&self) -> Evidence {
        Evidence { article: self.article.clone(), sentence: self.sentence, start: self.start, end: self.end }
    }
}

/// By what a mention names its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// Its name, or a part of it.
    Name,
    /// Another name: an acronym, a former name, a demonym.
    Alias,
    /// A title or a role: `the Prime Minister`.
    Title,
    /// A pronoun.
    Pronoun,
}

named! { Via {
    "name" Name
    "alias" Alias
    "title" Title
    "pronoun" Pronoun
} }
