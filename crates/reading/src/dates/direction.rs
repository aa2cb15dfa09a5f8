//! Whether a sentence looks back or ahead where a time expression stands.

use super::grammar::Sentence;
use crate::quotes::is_saying_verb;
use crate::wordlist::{Wordlist, is_one_of, wordlist};

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
#[rustfmt::skip]
const AHEAD: Wordlist = &wordlist([
    "anticipated", "awaits", "effective", "expected", "expects", "forthcoming", "hope", "hopes", "intends", "ll",
    "payable", "planning", "scheduled", "shall", "slated", "upcoming", "will", "would",
]);

/// Words that point ahead with `to` after them: `plans to meet`, `is due to
/// meet`, `accepted the invitation to visit`.
#[rustfmt::skip]
const AHEAD_WITH_TO: Wordlist = &wordlist([
    "accepted", "agree", "agreed", "agrees", "aim", "aims", "asked", "aspires", "decided", "due", "going",
    "intention", "invitation", "invite", "invited", "invites", "likely", "ordered", "plan", "planned", "plans",
    "pledged", "prepared", "preparing", "promised", "proposed", "ready", "set", "urged", "vowed", "want", "wants",
    "wished",
]);

/// What one agrees to do with a firm, or to pay for.
const DEALS: Wordlist = &wordlist(["acquire", "buy", "merge", "pay", "purchase", "sell", "settle"]);

/// How far before an infinitive the word stands that governs it.
const GOVERNOR: usize = 6;

/// What one is doing at a day to come: `is visiting Delft in May`.
const UNDER_WAY: Wordlist = &wordlist([
    "arriving",
    "closing",
    "coming",
    "departing",
    "going",
    "heading",
    "leaving",
    "moving",
    "opening",
    "playing",
    "releasing",
    "retiring",
    "returning",
    "starting",
    "stepping",
    "touring",
    "travelling",
    "visiting",
]);

/// Prepositions that point ahead: `until Tuesday`, `as soon as Tuesday`.
const UNTIL: Wordlist = &wordlist(["by", "through", "till", "until"]);

/// Past forms that do not end in `-ed`.
#[rustfmt::skip]
const BACK: Wordlist = &wordlist([
    "ago", "became", "began", "bought", "broke", "brought", "built", "came", "cut", "did", "died", "drew", "fell",
    "felt", "fled", "found", "gave", "got", "grew", "had", "has", "have", "heard", "held", "hit", "kept", "knew",
    "led", "left", "lost", "made", "met", "paid", "ran", "rose", "sat", "saw", "sent", "shot", "since", "sold",
    "sought", "spent", "spoke", "struck", "swept", "thought", "threw", "took", "was", "went", "were", "won", "wrote",
]);

/// Words in `-ed` that point ahead with `to`, or are no verbs.
const NO_PAST: Wordlist = &wordlist(["exceed", "hundred", "indeed", "need", "proceed", "speed", "succeed", "united"]);

/// What the words around tokens `from..to` say. The verb before the
/// expression counts more than the one after it, and a verb of saying only
/// where the date is its own: people say today what they will do tomorrow.
pub(super) fn direction(sentence: &Sentence<'_>, from: usize, to: usize) -> Direction {
    if let Some(found) = beside(sentence, from) {
        return found;
    }
    let before = (from.saturating_sub(REACH)..from).rev().find_map(|index| cue(sentence, index, false));
    let after = || (to..(to + REACH).min(sentence.len())).find_map(|index| cue(sentence, index, true));
    before.or_else(after).unwrap_or(Direction::Open)
}

/// What the words right before the expression say: `said Friday`, `said on
/// Friday`, `until Friday`, `as soon as Friday`.
fn beside(sentence: &Sentence<'_>, from: usize) -> Option<Direction> {
    let before = |n: usize| from.checked_sub(n).map_or("", |index| sentence.word(index));
    // `By late Thursday, 38 were dead`: the verb says.
    let leads = from == 1 && before(1) == "by";
    if is_one_of(UNTIL, before(1)) && !leads {
        // `Until Friday they had not met`
        let near = from.saturating_sub(REACH)..(from + REACH).min(sentence.len());
        let had = near.into_iter().any(|index| sentence.word(index) == "had");
        return Some(if had { Direction::Back } else { Direction::Ahead });
    }
    if before(1) == "as" && matches!(before(2), "soon" | "early" | "late") {
        return Some(Direction::Ahead);
    }
    let verb = if matches!(before(1), "on" | "in" | "late" | "early") { before(2) } else { before(1) };
    (is_saying_verb(verb) && verb.ends_with('d')).then_some(Direction::Back)
}

fn cue(sentence: &Sentence<'_>, index: usize, after: bool) -> Option<Direction> {
    let word = sentence.word(index);
    if is_one_of(AHEAD, word) {
        return Some(Direction::Ahead);
    }
    // `won't meet`
    if word == "won" && sentence.word(index + 2) == "t" {
        return Some(Direction::Ahead);
    }
    // `planned for March`
    if word == "for" && matches!(sentence.word(index.wrapping_sub(1)), "planned" | "set" | "due" | "announced") {
        return Some(Direction::Ahead);
    }
    // `is visiting Delft in May`
    if word.ends_with("ing")
        && is_one_of(UNDER_WAY, word)
        && matches!(sentence.word(index.wrapping_sub(1)), "am" | "is" | "are" | "m" | "re")
    {
        return Some(Direction::Ahead);
    }
    if word == "to" && is_ahead(sentence, index) {
        return Some(Direction::Ahead);
    }
    if is_saying_verb(word) {
        // `In September, it announced …`: what follows is that day's.
        return (after && word.ends_with('d')).then_some(Direction::Back);
    }
    // `to be held`, `will be published`: the verb before it decides.
    if sentence.word(index.wrapping_sub(1)) == "be" {
        return None;
    }
    // `a star-studded gala`
    let past = word.len() > 4
        && word.ends_with("ed")
        && !is_one_of(NO_PAST, word)
        && !sentence.is_capital(index)
        && sentence.word(index.wrapping_sub(1)) != "-";
    (past || is_one_of(BACK, word)).then_some(Direction::Back)
}

/// Whether the `to` at `index` begins an infinitive that looks ahead: `is to
/// meet`, `plans to meet`, `invited the mayor to meet`.
fn is_ahead(sentence: &Sentence<'_>, index: usize) -> bool {
    let verb = sentence.word(index + 1);
    if verb == "be" || matches!(sentence.word(index.wrapping_sub(1)), "is" | "are") {
        return true;
    }
    let infinitive = !verb.is_empty()
        && verb.chars().all(char::is_alphabetic)
        && !sentence.is_capital(index + 1)
        && !matches!(verb, "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "this" | "that");
    // `agreed to buy Acme on Friday`: the day of a deal is when it is agreed.
    let deal = is_one_of(DEALS, verb) && matches!(sentence.word(index.wrapping_sub(1)), "agreed" | "offered");
    infinitive
        && !deal
        && (index.saturating_sub(GOVERNOR)..index).any(|before| is_one_of(AHEAD_WITH_TO, sentence.word(before)))
}
