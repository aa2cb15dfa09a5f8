//! What the model looks at: the words of a name, and those around its places.

use story::EntityKind;

use crate::knowledge::{NameForm, is_common_word, is_given_name, is_surname, kind_of_head, world};
use crate::mentions::kinds::Leaning;
use crate::mentions::names::Name;
use crate::mentions::tokens::{Token, TokenKind, Tokens};

use super::Tell;
use super::nouns::{apposed, defined, sort};

/// A kind as a feature says it.
pub(in crate::mentions) fn kind_text(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::State => "state",
        EntityKind::Place => "place",
        EntityKind::EventName => "event",
        _ => "other",
    }
}

/// A count as a feature says it, up to `most`.
fn count_text(count: usize, most: usize) -> &'static str {
    ["0", "1", "2", "3", "4", "5"].get(count.min(most)).copied().unwrap_or("5")
}

/// What the words of a name tell.
pub(in crate::mentions) fn of_name(
    tokens: &Tokens<'_>,
    name: &Name,
    leaning: Leaning,
    places: usize,
    own: Option<EntityKind>,
    tell: &mut Tell<'_>,
) {
    let words = tokens.all().get(name.first..name.end).unwrap_or_default();
    tell("bias", &[]);
    tell("words", &[count_text(words.len(), 4)]);
    tell("own", &[own.map_or("-", kind_text)]);
    tell("places", &[count_text(places, 3)]);
    for (kind, score) in [("person", leaning.person), ("organisation", leaning.organisation), ("place", leaning.place)]
    {
        if score > 0 {
            tell("leans", &[kind, count_text(usize::try_from(score).unwrap_or(0), 5)]);
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
            tell(at, &["mark"]);
            continue;
        }
        tell(at, &["shape", shape(token)]);
        tell(at, &["end", ending(&token.lower, 3)]);
        tell(at, &["end", ending(&token.lower, 2)]);
        if is_common_word(&token.lower) {
            tell(at, &["common"]);
            tell("word", &[&token.lower]);
        }
        if is_given_name(&token.word) {
            tell(at, &["given"]);
        }
        if is_surname(&token.word) {
            tell(at, &["surname"]);
        }
        if let Some(kind) = kind_of_head(&token.lower) {
            tell(at, &["head", kind_text(kind)]);
        }
        if let Some((thing, form)) = world().named(&token.word) {
            let kind = world().thing(thing).map_or(EntityKind::Other, |thing| thing.kind);
            let adjective = matches!(form, NameForm::Adjective | NameForm::People);
            tell(at, &[if adjective { "adjective" } else { "known" }, kind_text(kind)]);
        }
    }
}

/// What the words around one place of a name tell.
pub(in crate::mentions) fn of_context(tokens: &Tokens<'_>, name: &Name, tell: &mut Tell<'_>) {
    let sentence = tokens.get(name.first).map_or(usize::MAX, |token| token.sentence);
    let token = |i: Option<usize>| tokens.get(i?).filter(|token| token.sentence == sentence);
    let places = [
        name.first.checked_sub(3),
        name.first.checked_sub(2),
        name.first.checked_sub(1),
        Some(name.end),
        Some(name.end + 1),
    ];
    let words = places.map(|i| token(i).map_or("|", text));
    let [_, before_that, before, after, after_that] = words;
    if let Some(sort) = defined(tokens, name) {
        tell("is", &[sort]);
    }
    if let Some(sort) = apposed(tokens, name) {
        tell("is,", &[sort]);
    }
    let around = [("-3", "-"), ("-2", before), ("-1", "-"), ("+1", "-"), ("+2", after)];
    for ((template, between), i) in around.into_iter().zip(places) {
        if let Some(sort) = token(i).filter(|token| token.is_word()).and_then(|token| sort(&token.lower)) {
            tell(template, &["sort", sort, between]);
        }
    }
    tell("-2", &[before_that]);
    tell("-1", &[before]);
    tell("+1", &[after]);
    tell("+2", &[after_that]);
    tell("-21", &[before_that, before]);
    tell("+12", &[after, after_that]);
    tell("-+", &[before, after]);
}

/// A word beside a name: whole if it is common, else its end.
fn text<'t>(token: &'t Token<'_>) -> &'t str {
    match token.kind {
        TokenKind::Word if is_common_word(&token.lower) => &token.lower,
        TokenKind::Word if token.is_capitalised() => "Name",
        TokenKind::Word => ending(&token.lower, 3),
        TokenKind::Number => "0",
        TokenKind::Possessive => "'s",
        TokenKind::Mark(_) => &token.word,
    }
}

fn ending(word: &str, letters: usize) -> &str {
    let skip = word.chars().count().saturating_sub(letters);
    word.char_indices().nth(skip).and_then(|(at, _)| word.get(at..)).unwrap_or(word)
}

/// Its letters, capitals and digits.
fn shape(token: &Token<'_>) -> &'static str {
    let word = &token.word;
    let digits = word.chars().any(char::is_numeric);
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let opens = word.chars().next().is_some_and(char::is_uppercase);
    let pointed = word.contains('.');
    let parts = word.contains('-');
    match () {
        () if digits && letters == 0 => "0",
        () if digits => {
            if opens {
                "X0"
            } else {
                "0X"
            }
        }
        () if letters == 1 && pointed => "X.",
        () if letters == 1 => "X",
        () if capitals == letters => {
            if pointed {
                "X.X."
            } else {
                "XX"
            }
        }
        () if pointed => "Xx.",
        () if parts => {
            if capitals > 1 {
                "Xx-Xx"
            } else {
                "Xx-x"
            }
        }
        () if capitals == 0 => "x",
        () if opens && capitals == 1 => "Xx",
        () if opens => "XxX",
        () => "xX",
    }
}
