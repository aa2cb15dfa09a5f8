//! The kind of a name that no rule and no list tells: a linear model over its
//! words and the words around it.
//!
//! Multinomial logistic regression, with weights rounded to whole numbers, so
//! that every machine decides alike. `cargo run --release --example
//! train_kinds` makes the weights.

use std::sync::LazyLock;

use story::EntityKind;

use crate::knowledge::{NameForm, is_common_word, is_given_name, is_surname, kind_of_head, world};
use crate::order;
use crate::table::{Table, unpacked};

use super::kinds::Leaning;
use super::names::Name;
use super::tokens::{Token, TokenKind, Tokens};

/// The kinds that the model tells apart, in the order of its weights.
pub const KINDS: [EntityKind; 4] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Other];

/// A weight for each kind.
pub type Weights = [i32; KINDS.len()];

/// `data/kinds.tsv`, packed: the features, and of each a byte for each kind but
/// the last, whose weight is nought.
static MODEL: LazyLock<Table<Weights>> = LazyLock::new(|| {
    let features = unpacked(include_str!(concat!(env!("OUT_DIR"), "/kinds.txt")));
    let weights = include_bytes!(concat!(env!("OUT_DIR"), "/kinds.bin")).chunks_exact(KINDS.len() - 1);
    let mut model = Table::default();
    for (feature, bytes) in features.zip(weights) {
        let mut weights = Weights::default();
        for (weight, byte) in weights.iter_mut().zip(bytes) {
            *weight = i32::from(i8::from_le_bytes([*byte]));
        }
        model.entry(feature, || weights);
    }
    model
});

/// The contexts of a name that are looked at: more tell no more.
pub const CONTEXTS: usize = 6;

/// A kind is sure when its score is so far above the next: odds of about three
/// to one, as the weights are logarithms of odds, times 64.
const SURE: i32 = 70;

/// The kind that the features speak for, and whether it is sure.
pub fn kind(features: &[String]) -> (EntityKind, bool) {
    let mut scores = Weights::default();
    for weights in features.iter().filter_map(|feature| MODEL.get(feature.as_str())) {
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score += weight;
        }
    }
    let kind = best(&scores);
    let mut ranked = scores;
    order::sort(&mut ranked);
    let [.., second, first] = ranked;
    (kind, first - second >= SURE)
}

/// The kind with the highest score; the later of two.
pub fn best(scores: &Weights) -> EntityKind {
    scores.iter().zip(KINDS).max_by_key(|(score, _)| **score).map_or(EntityKind::Other, |(_, kind)| kind)
}

/// What the words of a name tell.
pub(super) fn of_name(
    tokens: &Tokens<'_>,
    name: &Name,
    leaning: Leaning,
    places: usize,
    own: Option<EntityKind>,
) -> Vec<String> {
    let words: Vec<&Token<'_>> = tokens.all().get(name.first..name.end).unwrap_or_default().iter().collect();
    let mut features = vec!["bias".to_owned(), format!("words={}", words.len().min(4))];
    features.push(format!("own={}", own.map_or("none".to_owned(), |kind| format!("{kind:?}"))));
    features.push(format!("places={}", places.min(3)));
    for (kind, score) in [("person", leaning.person), ("organisation", leaning.organisation), ("place", leaning.place)]
    {
        if score > 0 {
            features.push(format!("leans={kind}{}", score.min(5)));
        }
    }
    for (i, token) in words.iter().enumerate() {
        let at = if i + 1 == words.len() {
            "last"
        } else if i == 0 {
            "first"
        } else {
            "mid"
        };
        if !token.is_word() {
            features.push(format!("{at}=mark"));
            continue;
        }
        features.push(format!("{at}:{}", shape(&token.word)));
        features.push(format!("{at}~{}", ending(&token.lower, 3)));
        features.push(format!("{at}~{}", ending(&token.lower, 2)));
        if is_common_word(&token.lower) {
            features.push(format!("{at}=common"));
            features.push(format!("word={}", token.lower));
        }
        if is_given_name(&token.word) {
            features.push(format!("{at}=given"));
        }
        if is_surname(&token.word) {
            features.push(format!("{at}=surname"));
        }
        if let Some(kind) = kind_of_head(&token.lower) {
            features.push(format!("{at}=head{kind:?}"));
        }
        if let Some((thing, form)) = world().named(&token.word) {
            let kind = world().thing(thing).map_or(EntityKind::Other, |thing| thing.kind);
            let adjective = matches!(form, NameForm::Adjective | NameForm::People);
            features.push(format!("{at}=known{kind:?}{}", if adjective { "adjective" } else { "" }));
        }
    }
    features
}

/// What the words around one place of a name tell.
pub(super) fn of_context(tokens: &Tokens<'_>, name: &Name) -> Vec<String> {
    let sentence = tokens.get(name.first).map_or(usize::MAX, |token| token.sentence);
    let word = |i: Option<usize>| {
        let token = i.and_then(|i| tokens.get(i)).filter(|token| token.sentence == sentence);
        match token {
            None => "|".to_owned(),
            Some(token) => match token.kind {
                TokenKind::Word if token.is_capitalised() && !is_common_word(&token.lower) => "Name".to_owned(),
                TokenKind::Word if is_common_word(&token.lower) => token.lower.clone().into_owned(),
                TokenKind::Word => format!("~{}", ending(&token.lower, 3)),
                TokenKind::Number => "0".to_owned(),
                TokenKind::Possessive => "'s".to_owned(),
                TokenKind::Mark(mark) => mark.to_string(),
            },
        }
    };
    let before = word(name.first.checked_sub(1));
    let before_that = word(name.first.checked_sub(2));
    let after = word(Some(name.end));
    let after_that = word(Some(name.end + 1));
    vec![
        format!("-2 {before_that}"),
        format!("-1 {before}"),
        format!("+1 {after}"),
        format!("+2 {after_that}"),
        format!("-21 {before_that} {before}"),
        format!("+12 {after} {after_that}"),
        format!("-+ {before} {after}"),
    ]
}

/// Whether a word can be of a person's or a place's name: no digits, no
/// capitals within (`iPad`, `PowerPC`), save after a prefix (`McKay`, `DeVos`).
pub fn is_plain(token: &Token<'_>) -> bool {
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

fn ending(word: &str, letters: usize) -> &str {
    let count = word.chars().count();
    let skip = count.saturating_sub(letters);
    word.char_indices().nth(skip).and_then(|(at, _)| word.get(at..)).unwrap_or(word)
}

/// Its letters as `X` and `x`, its digits as `0`, runs of one cut to one.
fn shape(word: &str) -> String {
    let mut shape = String::new();
    for c in word.chars() {
        let class = if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            '0'
        } else {
            c
        };
        if !shape.ends_with(class) {
            shape.push(class);
        }
    }
    if word.chars().count() == 1 { format!("{shape}1") } else { shape }
}
