//! Who stands beside the words for an office: before a verb that makes it
//! theirs, before an age, as a subject.

use super::Find;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::cast::Mention;
use crate::mentions::tokens::TokenKind;

impl Find<'_> {
    /// Whom the words that end with the token `at` make what follows: `Jane Roe
    /// was elected`, `has named Jane Roe`, `Jane Roe became the`.
    pub(super) fn made(&self, at: usize, sentence: usize) -> Option<&Mention> {
        let is = |i: usize, words: &AnyOf| self.token(i, sentence).is_some_and(|token| token.is_any(words));
        let at = if is(at, any_of!["as"]) { at.checked_sub(1)? } else { at };
        // `named Jane Roe chief executive`
        if let Some(mention) = self.mention_ending_at(at) {
            let verb = self.tokens.at(mention.span.start).checked_sub(1)?;
            // `appointed by Jane Roe as chief`: he is, not she.
            return is(verb, any_of!["named", "appointed", "elected"]).then_some(mention);
        }
        if !is(at, any_of!["named", "appointed", "elected", "re-elected", "reelected", "inaugurated", "become"]) {
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
        self.mention_ending_at(subject)
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
