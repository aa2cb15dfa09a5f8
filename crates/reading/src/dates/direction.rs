//! Whether a sentence looks back or ahead where a time expression stands.

use super::grammar::Sentence;
use crate::quotes::is_saying_verb;
use crate::text::is_one_of;

/// Where the verbs point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Back,
    Ahead,
    Open,
}

/// How many tokens to each side are looked at.
const REACH: usize = 14;

/// Words that point ahead.
const AHEAD: &[&str] = &[
    "anticipated",
    "awaits",
    "due",
    "expected",
    "expects",
    "forthcoming",
    "going",
    "hope",
    "hopes",
    "intends",
    "ll",
    "plan",
    "planned",
    "plans",
    "scheduled",
    "set",
    "shall",
    "slated",
    "upcoming",
    "will",
];

/// Past forms that do not end in `-ed`.
const BACK: &[&str] = &[
    "ago", "became", "began", "bought", "broke", "brought", "built", "came", "cut", "did", "died", "drew", "fell",
    "felt", "fled", "found", "gave", "got", "grew", "had", "has", "have", "heard", "held", "hit", "kept", "knew",
    "led", "left", "lost", "made", "met", "paid", "ran", "rose", "sat", "saw", "sent", "shot", "since", "sold",
    "sought", "spent", "spoke", "struck", "swept", "thought", "threw", "took", "was", "went", "were", "won", "wrote",
];

/// Words in `-ed` that point ahead with `to`, or are no verbs.
const NO_PAST: &[&str] = &["indeed", "need", "speed", "united", "hundred", "exceed", "proceed", "succeed"];

/// What the words around tokens `from..to` say. The verb before the
/// expression counts more than the one after it, and a verb of saying not at
/// all: people say today what they will do tomorrow.
pub(super) fn direction(sentence: &Sentence<'_>, from: usize, to: usize) -> Direction {
    let before = (from.saturating_sub(REACH)..from).rev().find_map(|index| cue(sentence, index));
    before
        .or_else(|| (to..(to + REACH).min(sentence.len())).find_map(|index| cue(sentence, index)))
        .unwrap_or(Direction::Open)
}

fn cue(sentence: &Sentence<'_>, index: usize) -> Option<Direction> {
    let word = sentence.word(index);
    if is_one_of(AHEAD, word) {
        // `is set`, `are due`, but `had planned` looks ahead of the past.
        return Some(Direction::Ahead);
    }
    // `plans to meet`, `to be held`.
    if word == "to" && sentence.word(index + 1) == "be" {
        return Some(Direction::Ahead);
    }
    if is_saying_verb(word) {
        return None;
    }
    let past = word.len() > 4 && word.ends_with("ed") && !NO_PAST.contains(&word) && !sentence.is_capital(index);
    (past || is_one_of(BACK, word)).then_some(Direction::Back)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_for_the_search() {
        for list in [AHEAD, BACK] {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
    }
}
