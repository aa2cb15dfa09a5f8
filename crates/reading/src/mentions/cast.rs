//! The cast of an article: who and what it names, each once, and every place
//! that names them.

use story::{EntityKind, Via};

use crate::knowledge::{Gender, RoleClass, ThingId};
use crate::sorted::Set;
use crate::span::Span;

/// The number of an [`Actor`] in its cast.
pub type ActorId = usize;

/// Someone or something that an article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name in the article, or its name in common use.
    pub name: String,
    /// A state's code, an organisation's acronym.
    pub code: Option<String>,
    /// What else the article calls it.
    pub aliases: Set<String>,
    /// The thing that everybody knows.
    pub thing: Option<ThingId>,
    /// Whether its kind is sure.
    pub sure: bool,
}

/// A place that names an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// The sentence.
    pub sentence: usize,
    /// Whom.
    pub actor: ActorId,
    /// By what.
    pub via: Via,
}

/// An office or a calling that an article gives a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Who holds it.
    pub holder: ActorId,
    /// The state or the organisation.
    pub of: Option<ActorId>,
    /// The role in lower case and in the singular: `prime minister`.
    pub role: String,
    /// What sort of role it is.
    pub class: RoleClass,
    /// Whether it is an office (not a calling, a rank).
    pub is_office: bool,
    /// The words of the article for it: `Prime Minister of Italy`.
    pub label: Span,
    /// Whether the article says that it is over: `former`.
    pub is_former: bool,
    /// Where the article says so: from the first word of the role or of the
    /// name to the last.
    pub span: Span,
    /// The sentence.
    pub sentence: usize,
}

/// Who and what an article names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cast {
    /// Each once.
    pub actors: Vec<Actor>,
    /// Every place that names one, by where it begins.
    pub mentions: Vec<Mention>,
    /// The offices and callings that the article gives.
    pub offices: Vec<Office>,
    /// For each actor, whether it is a woman or a man, as far as anything tells.
    pub genders: Vec<Option<Gender>>,
}

impl Cast {
    /// The mentions within `span`.
    pub fn within(&self, span: Span) -> &[Mention] {
        let start = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let end = self.mentions.partition_point(|mention| mention.span.start < span.end);
        self.mentions.get(start..end.max(start)).unwrap_or_default()
    }

    /// The actor of this number.
    pub fn actor(&self, id: ActorId) -> Option<&Actor> {
        self.actors.get(id)
    }

    /// The kind of the actor of this number.
    pub fn kind(&self, id: ActorId) -> EntityKind {
        self.actors.get(id).map_or(EntityKind::Other, |actor| actor.kind)
    }

    /// Whether a pronoun in lower case may mean the actor: `she` no man.
    pub fn may_be(&self, id: ActorId, pronoun: &str) -> bool {
        let gender = self.genders.get(id).copied().flatten();
        Gender::of_pronoun(pronoun).zip(gender).is_none_or(|(wanted, gender)| wanted == gender)
    }

    /// The state actor of this ISO code.
    pub fn state(&self, code: &str) -> Option<ActorId> {
        self.actors.iter().position(|actor| actor.kind == EntityKind::State && actor.code.as_deref() == Some(code))
    }
}
