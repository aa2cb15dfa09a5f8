//! A title on its own: a capital first, no loose ends, not too long, and sound.

use super::acting::NOBODY;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::text::{begins_with, is_longer};
use story::case::{Case, capital};

/// The longest title, in characters: two lines of a card.
const TITLE_CHARS: usize = 110;

/// A title that is cut keeps so many characters at least.
const FEWEST_CHARS: usize = 24;

/// Where a long title may end and be a true sentence still.
const ENDS: [&str; 27] = [
    " under ",
    ", ",
    "; ",
    " - ",
    " – ",
    " after ",
    " because ",
    " amid ",
    " when ",
    " while ",
    " following ",
    " despite ",
    " although ",
    " which ",
    " who ",
    " where ",
    " in response to ",
    " as part of ",
    " in order to ",
    " in connection with ",
    " as ",
    " with ",
    " by which ",
    " so that ",
    " and that ",
    " before ",
    " during ",
];

/// Words that are nothing without `with`.
const NEED_WITH: [&str; 6] = [" deal", " cope", " comply", " charged", " agree", " faced"];

/// The last place within a title's length where it may end.
fn last_end(text: &str) -> Option<usize> {
    let mut last = None;
    // Where each of the ends may stand next: none overlaps itself.
    let mut free = [0; ENDS.len()];
    for (at, byte) in text.bytes().enumerate().take(TITLE_CHARS + 1) {
        if !matches!(byte, b' ' | b',' | b';') {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        // `a package to deal with`, `was charged with`
        let needs_it = || NEED_WITH.iter().any(|verb| text.get(..at).is_some_and(|before| before.ends_with(verb)));
        if begins_with(rest, " with ") && needs_it() {
            continue;
        }
        for (end, free) in ENDS.iter().zip(&mut free) {
            if *free <= at && begins_with(rest, end) {
                *free = at + end.len();
                last = Some(at);
            }
        }
    }
    last.filter(|at| *at >= FEWEST_CHARS)
}

/// A title: a capital first, no loose ends, not too long.
pub(super) fn tidy(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut text = String::with_capacity(text.len());
    text.extend(words.next());
    words.for_each(|word| text.extend([" ", word]));
    if text.starts_with("the ") {
        text.drain(.."the ".len());
    }
    // `in what they described`, `over what it called` is no news of it.
    if let Some(at) = text.find(" what ").filter(|&at| at >= FEWEST_CHARS) {
        text.truncate(at);
    }
    if is_longer(&text, TITLE_CHARS)
        && let Some(at) = last_end(&text)
    {
        text.truncate(at);
    }
    if is_longer(&text, TITLE_CHARS) {
        let cut: String = text.chars().take(TITLE_CHARS).collect();
        let whole = cut.rfind(", ").filter(|&at| at > cut.len() / 2).or_else(|| cut.rfind(' ')).unwrap_or(cut.len());
        text = format!("{}…", cut.get(..whole).unwrap_or(&cut).trim_end_matches([',', ' ']));
    }
    loop {
        // A quotation that is whole keeps its mark.
        let whole = text.ends_with('"') && text.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
        let loose =
            |c: char| matches!(c, ',' | ';' | ':' | '.' | ' ' | '–' | '—' | '-' | '“' | '(') || c == '"' && !whole;
        text.truncate(text.trim_end_matches(loose).len());
        let particle = text.ends_with("sworn in") || text.ends_with("voted in");
        let without = [
            " and",
            " of",
            " in",
            " the",
            " to",
            " with",
            " for",
            " on",
            " at",
            " by",
            " but",
            " a",
            " as",
            " an",
            " his",
            " its",
            " their",
            " from",
            " also",
            " later",
            " earlier",
            " with them",
            " over",
            " about",
            " around",
            " just",
            " shortly",
        ]
        .iter()
        .find_map(|end| text.strip_suffix(end).map(str::len))
        .filter(|_| !particle);
        // `launched the service, shortly`: what a longer sentence went on with.
        let tail = text.rsplit_once(", ").filter(|(_, tail)| tail.bytes().all(|byte| byte.is_ascii_lowercase()));
        match without.or(tail.map(|(before, _)| before.len())) {
            Some(shorter) => text.truncate(shorter),
            None => break,
        }
    }
    // `iPhone` keeps its own letters.
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text;
    }
    let mut chars = text.chars();
    let first: String = chars.next().into_iter().map(capital).collect();
    first + chars.as_str()
}

/// Words with which no sentence ends: another was cut off.
const UNFINISHED: &AnyOf = any_of![
    "what", "which", "who", "that", "has", "have", "had", "been", "is", "are", "was", "were", "be", "will", "would",
    "because", "after", "before", "than", "so", "if", "whether", "nor", "or",
];

/// What ends with a pronoun says enough with more words than these.
const FEWEST_WORDS: usize = 5;

/// Whether a title is a sentence, or could be: it does not begin in the middle
/// of a name and does not break off.
pub(super) fn is_sound(title: &str) -> bool {
    let last = title.rsplit(' ').next().unwrap_or_default();
    // `It mirrors the visit`: of whom, no reader of the title can know.
    let first = title.split(' ').next().unwrap_or_default().to_small();
    let nobody = NOBODY.has(&first) || any_of!["my", "our", "your", "his", "her", "their", "its"].has(&first);
    // `Acme ditched it`: what, neither.
    let short = title.split(' ').count() <= FEWEST_WORDS;
    let nothing = short && any_of!["it", "them", "him", "so"].has(last);
    // `Bombing of a Lima`, cut before the station.
    let cut = last.starts_with(char::is_uppercase)
        && title.split(' ').rev().nth(1).is_some_and(|word| any_of!["a", "an"].has(word));
    !cut && !title.starts_with(['\'', '’']) && !nobody && !nothing && !UNFINISHED.has(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_no_loose_end() {
        assert_eq!(tidy("Jane Roe launched the service, shortly"), "Jane Roe launched the service");
        assert_eq!(tidy("the council voted in"), "Council voted in");
        assert_eq!(tidy("Acme bought Orbit in Lima, Peru"), "Acme bought Orbit in Lima, Peru");
    }

    #[test]
    fn a_title_that_breaks_off_is_none() {
        assert!(is_sound("Peru imposed a tax"));
        assert!(!is_sound("Peru imposed what has") && !is_sound("'s cup for the first time"));
    }
}
