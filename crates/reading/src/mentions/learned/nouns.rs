//! Nouns that say what a name is of: `X is a small village`, `X, a maker of
//! pencils`.

use story::EntityKind;

use crate::knowledge::{kind_of_head, role};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::names::Name;
use crate::mentions::tokens::Tokens;

/// The nouns that no other list has, by what they mean.
const NOUNS: [(&str, &[&str]); 3] = [
    (
        "thing",
        &[
            "song",
            "album",
            "film",
            "movie",
            "novel",
            "book",
            "series",
            "show",
            "game",
            "genus",
            "species",
            "language",
            "car",
            "aircraft",
            "ship",
            "disease",
            "software",
            "programme",
            "episode",
            "single",
        ],
    ),
    (
        "place",
        &[
            "commune",
            "capital",
            "hamlet",
            "locality",
            "area",
            "settlement",
            "canton",
            "neighbourhood",
            "neighborhood",
            "country",
            "building",
            "farm",
            "resort",
        ],
    ),
    (
        "organisation",
        &[
            "manufacturer",
            "label",
            "maker",
            "publisher",
            "retailer",
            "airline",
            "newspaper",
            "side",
            "subsidiary",
            "brand",
            "duo",
            "trio",
            "quartet",
            "charity",
            "rival",
        ],
    ),
];

/// Words that end a phrase which a noun heads.
const ENDS: &AnyOf = any_of![
    "of", "in", "on", "at", "by", "from", "for", "with", "that", "which", "who", "and", "to", "is", "was", "located",
    "based", "founded", "where",
];

/// How many words of a phrase are looked at for its noun.
const WORDS: usize = 8;
/// How many tokens a bracket after a name may hold.
const BRACKET: usize = 25;

/// What sort of thing a noun in small letters, singular or plural, means.
pub(super) fn sort(noun: &str) -> Option<&'static str> {
    let singular = match noun.strip_suffix("ies") {
        Some(stem) => Some([stem, "y"].concat()),
        None => noun.strip_suffix('s').map(str::to_owned),
    };
    sort_of(noun).or_else(|| sort_of(&singular?))
}

fn sort_of(noun: &str) -> Option<&'static str> {
    if let Some((sort, _)) = NOUNS.iter().find(|(_, nouns)| nouns.contains(&noun)) {
        return Some(sort);
    }
    match kind_of_head(noun) {
        Some(EntityKind::Organisation) => Some("organisation"),
        Some(EntityKind::Place) => Some("place"),
        Some(EntityKind::EventName) => Some("event"),
        Some(_) => Some("thing"),
        None => (!role(noun).is_empty()).then_some("person"),
    }
}

/// `X is a small village`, `X (once Y) was a maker of pencils`: the sort of
/// the noun that says what it is.
pub(super) fn defined(tokens: &Tokens<'_>, name: &Name) -> Option<&'static str> {
    let sentence = tokens.get(name.first)?.sentence;
    let token = |i: usize| tokens.get(i).filter(|token| token.sentence == sentence);
    let mut at = name.end;
    if token(at)?.is_mark('(') {
        at += (0..BRACKET).position(|n| token(at + n).is_some_and(|token| token.is_mark(')')))? + 1;
    }
    if !token(at)?.is_any(any_of!["is", "was", "are", "were"]) {
        return None;
    }
    at += 1 + usize::from(token(at + 1)?.is("also"));
    if !token(at)?.is_any(any_of!["a", "an", "the", "one"]) {
        return None;
    }
    headed(tokens, at + 1, sentence)
}

/// `X, a small village`.
pub(in crate::mentions) fn apposed(tokens: &Tokens<'_>, name: &Name) -> Option<&'static str> {
    let sentence = tokens.get(name.first)?.sentence;
    let token = |i: usize| tokens.get(i).filter(|token| token.sentence == sentence);
    if !token(name.end)?.is_mark(',') || !token(name.end + 1)?.is_any(any_of!["a", "an", "the"]) {
        return None;
    }
    headed(tokens, name.end + 2, sentence)
}

/// The sort of the last noun before a phrase ends.
fn headed(tokens: &Tokens<'_>, from: usize, sentence: usize) -> Option<&'static str> {
    (from..from + WORDS)
        .map_while(|i| tokens.get(i).filter(|token| token.sentence == sentence))
        .take_while(|token| token.is_word() && !token.is_any(ENDS))
        .filter_map(|token| sort(&token.lower))
        .last()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentions::{names, roles};
    use crate::sentences::document_of_raw;

    fn first(text: &str, told: fn(&Tokens<'_>, &Name) -> Option<&'static str>) -> Option<&'static str> {
        let document = document_of_raw(text);
        let tokens = Tokens::of(&document);
        let names = names::find(&document, &tokens, &roles::find(&tokens)).0;
        told(&tokens, names.first()?)
    }

    #[test]
    fn a_definition_tells_what_a_name_is_of() {
        assert_eq!(first("Orvane (also Orwane) is a small village in the north.", defined), Some("place"));
        assert_eq!(first("Orvane was a car of the seventies.", defined), Some("thing"));
        assert_eq!(first("Orvane is the second of three.", defined), None);
        assert_eq!(first("He joined Orvane, a Welsh maker of pencils.", apposed), Some("organisation"));
    }
}
