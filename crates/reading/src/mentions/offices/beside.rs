//! Who stands beside the words for an office: before a verb that makes it
//! theirs, before an age, as a subject.

use story::EntityKind;

use super::{Find, Phrase};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::cast::Mention;
use crate::mentions::tokens::TokenKind;

/// Ranks that stand between an office and a name.
const RANKS: &AnyOf = any_of![
    "gen",
    "gen.",
    "general",
    "major-gen",
    "major-general",
    "lt-gen",
    "brig-gen",
    "brigadier",
    "maj",
    "maj.",
    "major",
    "col",
    "col.",
    "colonel",
    "lt-col",
    "capt",
    "capt.",
    "captain",
    "adm",
    "adm.",
    "admiral",
    "dr",
    "dr.",
    "prof",
    "prof.",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "mr",
    "mr.",
    "ms",
    "ms.",
    "mrs",
    "mrs.",
    "sheikh",
    "prince",
    "princess",
    "rev",
    "rev.",
];

/// The days that stand between a verb and what it makes somebody.
const DAYS: &AnyOf = any_of!["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What is told of a name between commas has fewer words.
const LONGEST_INSERTION: usize = 16;

impl Find<'_> {
    /// Whom the words that end with the token `at` make what follows: `Jane Roe
    /// was elected`, `has named Jane Roe`, `Jane Roe became the`.
    pub(super) fn made(&self, at: usize, sentence: usize) -> Option<&Mention> {
        let is = |i: usize, words: &AnyOf| self.token(i, sentence).is_some_and(|token| token.is_any(words));
        // `was hired on Monday as`
        let at = if is(at, any_of!["as"]) { at.checked_sub(1)? } else { at };
        let is_day = is(at, DAYS) && self.token(at + 1, sentence).is_some_and(|next| next.is("as"));
        let at = at.checked_sub(usize::from(is_day))?;
        let at = at.checked_sub(usize::from(is_day && is(at, any_of!["on"])))?;
        // `Jane Roe's 2009 inauguration as president`
        if is(at, any_of!["inauguration", "appointment", "election", "re-election", "reelection"]) {
            let owner = (at.saturating_sub(3)..at)
                .rfind(|&i| self.token(i, sentence).is_some_and(|token| token.kind == TokenKind::Possessive))?;
            return self.mention_ending_at(owner.checked_sub(1)?);
        }
        // `named Jane Roe chief executive`
        if let Some(mention) = self.mention_ending_at(at) {
            let verb = self.tokens.at(mention.span.start).checked_sub(1)?;
            // `appointed by Jane Roe as chief`: he is, not she.
            return is(verb, any_of!["named", "appointed", "elected"]).then_some(mention);
        }
        if !is(
            at,
            any_of!["named", "appointed", "elected", "re-elected", "reelected", "inaugurated", "become", "hired",],
        ) {
            return None;
        }
        // Back over `has been`, `was recently`: `may become` is no more than that.
        let mut subject = at.checked_sub(1)?;
        let mut auxiliary = false;
        while is(
            subject,
            any_of!["was", "is", "has", "had", "have", "been", "recently", "officially", "later", "also", "then"],
        ) {
            auxiliary |= is(subject, any_of!["was", "is", "been", "has", "had"]);
            subject = subject.checked_sub(1)?;
        }
        if !auxiliary {
            return None;
        }
        // `Jane Roe, head of Acme, was named`
        let is_comma = |i: &usize| self.token(*i, sentence).is_some_and(|token| token.is_mark(','));
        if is_comma(&subject) {
            let comma = (subject.saturating_sub(LONGEST_INSERTION)..subject).rfind(is_comma)?;
            let opens = |mention: &&Mention| {
                let before = self.tokens.at(mention.span.start).checked_sub(1);
                !before.is_some_and(|i| is(i, any_of!["of", "by", "with", "to", "for", "from", "and"]))
            };
            return self.mention_ending_at(comma.checked_sub(1)?).filter(opens);
        }
        self.mention_ending_at(subject)
    }

    /// The person at `at`, or behind a rank there: `army chief Gen. Jane Roe`.
    pub(super) fn ranked(&self, at: usize, sentence: usize) -> Option<&Mention> {
        let person =
            |i: usize| self.mention_at(i).filter(|mention| self.cast.kind(mention.actor) == EntityKind::Person);
        let is_rank = || self.token(at, sentence).is_some_and(|token| token.is_any(RANKS));
        person(at).or_else(|| person(at + 1).filter(|_| is_rank()))
    }

    /// `Acme's chief executive is Jane Roe.`
    pub(super) fn is_somebody(&self, phrase: &Phrase, sentence: usize) -> Option<&Mention> {
        self.token(phrase.end, sentence).filter(|token| token.is("is") && !phrase.of.is_empty())?;
        let mention = self.ranked(phrase.end + 1, sentence)?;
        self.token(self.after(mention), sentence)
            .is_none_or(|token| !token.is_word() && token.kind != TokenKind::Possessive)
            .then_some(mention)
    }

    /// Who stands between commas behind the words for an office: `As head of Acme, Jane
    /// Roe sold`, `Kenya's president, Jane Roe said`.
    pub(super) fn named_behind(&self, phrase: &Phrase, sentence: usize) -> Option<&Mention> {
        let comma = self.tokens.after_bracket(phrase.end);
        self.token(comma, sentence).filter(|token| token.is_mark(','))?;
        let mention = self.ranked(comma + 1, sentence)?;
        let before = phrase.first.checked_sub(1).and_then(|i| self.token(i, sentence));
        // It opens a clause, with whose it is before it.
        let owned = !phrase.of.is_empty()
            && phrase.label.0 < phrase.role.first
            && before.is_none_or(|token| token.is_mark(','));
        let closes = self.token(self.after(mention), sentence).is_none_or(|token| {
            let says = crate::quotes::is_saying_verb(&token.lower) || token.is_any(any_of!["has", "had", "is", "was"]);
            token.is_mark(',') || token.is_mark('.') || token.is_mark(':') || says && owned
        });
        (closes || before.is_some_and(|token| &*token.word == "As")).then_some(mention)
    }

    /// `, a planner and | founder`: where what someone is called begins, before the
    /// first of two.
    pub(super) fn apposition_before(&self, first: usize, sentence: usize) -> Option<usize> {
        let and = first.checked_sub(1).filter(|&i| self.token(i, sentence).is_some_and(|token| token.is("and")))?;
        let mut at = and;
        // What somebody is called has few words.
        while at + 6 > and {
            at = at.checked_sub(1)?;
            let token = self.token(at, sentence).filter(|token| token.is_word() && !token.is_capitalised())?;
            if token.is_any(any_of!["a", "an", "the"]) {
                let comma = self.token(at.checked_sub(1)?, sentence)?;
                return (comma.is_mark(',') || comma.is_any(any_of!["is", "was"])).then_some(at);
            }
        }
        None
    }

    /// The token before the comma before `first`, and before an age that stands
    /// there: `Jane Roe, 42, director`.
    pub(super) fn before_age(&self, first: usize) -> Option<usize> {
        let sentence = self.sentence(first);
        let at = first.checked_sub(2)?;
        let is_age =
            self.token(at, sentence).is_some_and(|token| token.kind == TokenKind::Number && token.word.len() <= 3);
        let comma = at.checked_sub(1).filter(|&i| self.token(i, sentence).is_some_and(|token| token.is_mark(',')));
        match comma {
            Some(comma) if is_age => comma.checked_sub(1),
            _ => Some(at),
        }
    }

    /// The last token of who is what follows `is`, `has been`, `as` before the
    /// token `first`.
    pub(super) fn predicate_subject_end(&self, first: usize, sentence: usize) -> Option<usize> {
        let is = |i: usize, word: &str| self.token(i, sentence).is_some_and(|token| token.is(word));
        let comma = |i: usize| self.token(i, sentence).is_some_and(|token| token.is_mark(','));
        // `has been chief executive`
        let been = is(first.checked_sub(1)?, "been");
        let verb = first.checked_sub(1 + usize::from(been)).filter(|&at| !been || is(at, "has"))?;
        // `Jane Roe, who is director of Acme`
        let who = verb.checked_sub(2).filter(|&i| is(i + 1, "who"));
        match who {
            Some(i) if comma(i) => i.checked_sub(1),
            Some(i) => Some(i),
            // `His daughter, Jane Roe, has been`
            None => verb.checked_sub(1).and_then(|i| if been && comma(i) { i.checked_sub(1) } else { Some(i) }),
        }
    }
}
