//! The kind of a name that no rule and no list tells: a linear model over its
//! words and the words around it.
//!
//! Multinomial logistic regression, with weights rounded to whole numbers, so
//! that every machine decides alike. `cargo run --release --example
//! train_kinds` makes the weights.

mod features;
mod model;
mod nouns;

use story::EntityKind;

use crate::order;

use super::tokens::Token;

pub(super) use features::{kind_text, of_context, of_name};
pub use model::{MODEL, Model};
pub(super) use nouns::apposed;

/// The kinds that the model tells apart, in the order of its weights.
pub const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// A weight for each kind, against a name of another kind or none.
pub type Weights = [i32; KINDS.len()];

/// Takes a feature: the name of its template, and what fills it. Its text is
/// all of them, parted by spaces.
pub(super) type Tell<'t> = dyn FnMut(&'static str, &[&str]) + 't;

/// The contexts of a name that are looked at: more tell no more.
pub const CONTEXTS: usize = 6;

/// Logarithms of odds are multiplied by this.
pub const SCALE: i32 = 10;

/// A kind is sure when its score is so far above the next: odds of three to
/// one, whose logarithm is 1.1.
const SURE: i32 = SCALE * 11 / 10;

/// A kind is likely with odds of three to two, whose logarithm is 0.4.
const LIKELY: i32 = SCALE * 4 / 10;

/// How far the model stands behind a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// Another is nearly as good.
    Weak,
    /// For one word alone, too.
    Likely,
    /// As if its words told it.
    Sure,
}

/// The kind that the scores speak for.
pub(super) fn kind(scores: &Weights) -> (EntityKind, Trust) {
    let best = scores.iter().zip(KINDS).max_by_key(|(score, _)| **score).filter(|(score, _)| **score > 0);
    let kind = best.map_or(EntityKind::Other, |(_, kind)| kind);
    let [a, b, c] = *scores;
    let mut ranked = [a, b, c, 0];
    order::sort(&mut ranked);
    let [.., second, first] = ranked;
    let trust = match first - second {
        SURE.. => Trust::Sure,
        LIKELY.. => Trust::Likely,
        _ => Trust::Weak,
    };
    (kind, trust)
}

/// Whether a word can be of a person's or a place's name: no digits, no
/// capitals within (`iPad`, `PowerPC`), save after a prefix (`McKay`, `DeVos`).
pub(super) fn is_plain(token: &Token<'_>) -> bool {
    if token.is_all_capitals() || token.word.chars().any(char::is_numeric) {
        return false;
    }
    let prefix = ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "O'", "D'", "al-", "el-", "ben-"];
    let word = prefix.iter().find_map(|prefix| token.word.strip_prefix(prefix)).unwrap_or(&token.word);
    word.split(['-', '\'']).all(|part| !part.chars().skip(1).any(char::is_uppercase))
        && (word.len() < token.word.len()
            || token.word.chars().next().is_some_and(char::is_uppercase)
            || !token.is_capitalised())
}
