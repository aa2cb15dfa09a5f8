//! What is found in one article, before it is merged with the others.

use story::{Basis, EventKind, RelationKind, Status, When};

use crate::mentions::ActorId;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::span::Span;

/// A place in the article that says so.
pub type Proof = (usize, Span);

/// An event as one article tells it.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of how the article tells it")]
pub struct FoundEvent {
    /// Its kind.
    pub kind: EventKind,
    /// The words of the article, with names for pronouns.
    pub title: String,
    /// When.
    pub when: Option<When>,
    /// The article's words for the date: `this fall`.
    pub said: Option<String>,
    /// How the date is known.
    pub basis: Basis,
    /// What an inferred date was inferred from.
    pub because: Option<String>,
    /// What the article says of it; nothing for a mere mention, which can only
    /// back up an event that is told elsewhere.
    pub status: Option<Status>,
    /// Where.
    pub place: Option<ActorId>,
    /// Who, and as what.
    pub participants: Vec<(ActorId, Option<&'static str>)>,
    /// The sentence and the span in the document.
    pub proofs: Vec<Proof>,
    /// The token of the word that tells of it.
    pub trigger: usize,
    /// The word that tells of it, in its base form.
    pub lemma: &'static str,
    /// Whether the headline tells it.
    pub headline: bool,
    /// Whether a definite noun tells it, as of what was told before: `the trial`.
    pub definite: bool,
    /// Whether a finite verb of the running text tells it.
    pub told: bool,
    /// Whether it stands in a quotation.
    pub quoted: bool,
    /// Whether saying it makes it so: `I invite you`.
    pub performed: bool,
    /// How many of the participants act together: the subject's, which come first.
    pub acting: usize,
}

/// Words for what kills, besides an attack.
pub(super) const DISASTERS: &AnyOf = any_of![
    "crash",
    "explode",
    "explosion",
    "blast",
    "detonate",
    "erupt",
    "eruption",
    "derail",
    "derailment",
    "sink",
    "collapse",
    "capsize",
    "collide",
    "collision",
    "topple",
    "hit",
    "strike",
    "flood",
    "fire",
    "earthquake",
    "quake",
    "accident",
    "landslide",
    "hurricane",
    "typhoon",
    "cyclone",
    "tornado",
    "tsunami",
    "stampede",
    "shipwreck",
    "injure",
    "wound",
    "burn down",
    "plunge into",
    "outbreak",
    "wildfire",
    "blaze",
    "storm",
    "avalanche",
    "aftershock",
    "mudslide",
    "disaster",
];

/// Whether words tell of an attack, of a disaster or of whom it killed: one event,
/// whichever of them a report begins with.
pub fn is_blow(kind: EventKind, lemma: &str) -> bool {
    kind == EventKind::Conflict
        || kind == EventKind::Death && matches!(lemma, "kill" | "die" | "death")
        || kind == EventKind::Other && DISASTERS.has(lemma)
}

/// A relation as one article tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundRelation {
    /// From whom.
    pub from: ActorId,
    /// To whom.
    pub to: ActorId,
    /// Its kind.
    pub kind: RelationKind,
    /// The words of the article.
    pub label: String,
    /// When it held.
    pub when: Option<When>,
    /// The sentence and the span in the document.
    pub proof: Proof,
}

/// A figure.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundFigure {
    /// The number.
    pub value: f64,
    /// What it counts.
    pub unit: Option<String>,
    /// `nearly`, `over`.
    pub qualifier: Option<String>,
    /// What it is about.
    pub about: Option<String>,
    /// Whom it is about.
    pub actors: Vec<ActorId>,
    /// The time that it holds for.
    pub when: Option<When>,
    /// The sentence and the span in the document.
    pub proof: Proof,
}
