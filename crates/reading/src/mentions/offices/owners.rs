//! Whose an office is, where the words for it follow the role.

use story::EntityKind;

use super::Find;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::cast::Mention;
use crate::mentions::tokens::{Token, TokenKind};

/// Who acts for a state.
pub(super) const SERVICES: &AnyOf = any_of!["military", "army", "navy", "police", "government", "parliament"];

/// Owners that stand before an organisation's own name.
const OWNERS: &AnyOf = any_of![
    "government",
    "state",
    "country",
    "nation",
    "city",
    "town",
    "party",
    "company",
    "university",
    "church",
    "army",
    "world",
];

/// So many words say what kind of body an owner is: `an analyst at the
/// investment bank Acme`.
const KIND_OF_BODY: usize = 3;

/// So many words say what an office is concerned with: `head of consumer
/// research at Acme`.
const FIELD: usize = 4;

impl Find<'_> {
    /// Who is named after `of`, `at`: past `the`, `the government's`, and what
    /// kind of organisation it is.
    pub(super) fn owner_from(&self, from: usize, sentence: usize) -> Option<&Mention> {
        let the = self.token(from, sentence).is_some_and(|token| token.is_any(any_of!["the"]));
        let mut at = from + usize::from(the);
        // `of the government's Trade Agency`
        if self.token(at, sentence).is_some_and(|token| token.is_any(OWNERS))
            && self.token(at + 1, sentence).is_some_and(|token| token.kind == TokenKind::Possessive)
        {
            at += 2;
        }
        // `at the conservative Delta Foundation`, `at brokers Acme`
        let described = |from: usize| {
            let words = (0..KIND_OF_BODY).take_while(|i| self.token(from + i, sentence).is_some_and(describes)).count();
            let owner = self.mention_at(from + words).filter(|_| words > 0);
            owner.filter(|owner| self.cast.kind(owner.actor) == EntityKind::Organisation)
        };
        let Some(owner) = self.mention_at(at) else {
            // `of bankrupt German carmaker Acme`
            let state = at + 1;
            let known = self.token(at, sentence).is_some_and(describes) && self.is_state(state);
            return described(at).or_else(|| described(state + 1).filter(|_| known));
        };
        // `of Kenya's Acme`
        let end = self.after(owner);
        if self.token(end, sentence).is_some_and(|token| token.kind == TokenKind::Possessive)
            && let Some(owned) = self.mention_at(end + 1)
            && self.is_state(at)
            && self.cast.kind(owned.actor) == EntityKind::Organisation
        {
            return Some(owned);
        }
        // `of the German carmaker Acme`
        let of_state = self.is_state(at).then(|| described(end)).flatten();
        of_state.or(Some(owner).filter(|owner| self.has_offices(owner.actor)))
    }

    /// `head of research at Acme`: whose, behind what the office is concerned
    /// with.
    pub(super) fn owner_after_field(&self, from: usize, sentence: usize) -> Option<&Mention> {
        self.token(from, sentence).filter(|token| token.is_any(any_of!["of", "for", "in", "on"]))?;
        let mut at = from + 1;
        let mut words = 0;
        while self.token(at, sentence).is_some_and(|token| {
            token.is_word()
                && !token.is_any(any_of!["at", "with", "for"])
                && !token.is_any(any_of!["who", "that", "in"])
        }) && self.mention_at(at).is_none()
        {
            (at, words) = (at + 1, words + 1);
        }
        let joins = self.token(at, sentence).is_some_and(|token| token.is_any(any_of!["at", "with", "for"]));
        if !joins || !(1..=FIELD).contains(&words) {
            return None;
        }
        self.owner_from(at + 1, sentence).filter(|owner| self.cast.kind(owner.actor) == EntityKind::Organisation)
    }

    /// `chairman and chief executive of Acme`: whose the first office is, too.
    pub(super) fn owner_of_both(&self, and: usize, sentence: usize) -> Option<&Mention> {
        self.token(and, sentence).filter(|token| token.is("and"))?;
        let of = (and + 2..and + 2 + FIELD).find(|&at| self.token(at, sentence).is_some_and(|token| token.is("of")))?;
        let role = self.token(of - 1, sentence).filter(|token| !crate::knowledge::role(&token.lower).is_empty());
        role.and_then(|_| self.owner_from(of + 1, sentence))
    }

    /// `governor of Kenya's central bank`: an office of a part of it.
    pub(super) fn owns_what_follows(&self, owner: &Mention) -> bool {
        let end = self.after(owner);
        self.token(end, owner.sentence).is_some_and(|token| token.kind == TokenKind::Possessive)
            && !self.token(end + 1, owner.sentence).is_some_and(|token| token.is_any(SERVICES))
    }

    fn is_state(&self, at: usize) -> bool {
        self.mention_at(at).is_some_and(|mention| self.cast.kind(mention.actor) == EntityKind::State)
    }

    /// Whether the words before the token `at` say whose what follows is:
    /// `Oregon's`, `U.S.`
    pub(super) fn is_owned_before(&self, at: usize, sentence: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.token(before, sentence)
            .is_some_and(|token| token.kind == TokenKind::Possessive || token.is_any(any_of!["the", "a"]))
            || self.mention_ending_at(before).is_some_and(|owner| self.has_offices(owner.actor))
    }
}

/// Whether a word may say what kind of organisation a name is of.
fn describes(token: &Token<'_>) -> bool {
    token.is_word()
        && (!token.is_capitalised() || token.lower.ends_with("-based"))
        && !token.is_any(any_of![
            "a", "an", "the", "and", "or", "of", "in", "at", "for", "with", "to", "by", "from", "on", "that", "who",
            "which", "his", "her", "its", "their", "said", "when", "while", "as", "former", "rival",
        ])
}
