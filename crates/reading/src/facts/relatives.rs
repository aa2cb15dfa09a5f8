//! What relative clauses and participles leave out: the offer that someone rejected.

use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::TokenKind;

use super::article::{Article, Who, is_preposition};
use super::clause::VerbGroup;
use super::parts::time_at;
use super::telling::Told;
use super::verbs::{TriggerClass, triggers};

/// `Orbit, a small firm that Acme bought in May`: what is told of.
pub(super) fn antecedent(article: &Article<'_>, subject: &Who) -> Option<Who> {
    let sentence = article.sentence_of(subject.first);
    let is = |at: usize, words: &AnyOf| article.is_any(at, sentence, words);
    let mut that = subject.first.checked_sub(1)?;
    if is(that, any_of!["the", "a", "an"]) {
        that = that.checked_sub(1)?;
    }
    if !is(that, any_of!["that", "which"]) {
        return None;
    }
    // What it is called beside its name has few words.
    let comma = (that.saturating_sub(8)..that).rfind(|&at| article.is_mark(at, sentence, ','))?;
    if !is(comma + 1, any_of!["a", "an", "the"]) {
        return None;
    }
    article.ending_at(comma.checked_sub(1)?).filter(|who| who.actors.len() == 1)
}

/// A day, and whom it was told, stand between what is said and who says it: few words.
const SAID: usize = 8;

/// `the offer that Acme rejected in May`, `a speech Jane Roe delivered`: the
/// object stands before the subject, and the clause alone says too little.
pub(super) fn of_relative(article: &Article<'_>, told: &Told, subject: &Who) -> bool {
    let sentence = article.sentence_of(told.at);
    let takes_none = article.is_any(told.at + 1, sentence, any_of!["is", "was", "are", "were", "has", "had"])
        || article
            .token(told.at + 1, sentence)
            .is_none_or(|token| is_preposition(token) || !token.is_word() || time_at(article, token.span).is_some());
    let relative = told.group.as_ref().and_then(|group| group.first.checked_sub(1));
    let own = relative
        .and_then(|at| article.token(at, sentence))
        .is_some_and(|token| token.is_any(any_of!["who", "which", "that"]));
    if !takes_none || own || subject.actors.is_empty() || told.trigger.class == TriggerClass::Place {
        return false;
    }
    let mut first = subject.first;
    while first
        .checked_sub(1)
        .and_then(|at| article.token(at, sentence))
        .is_some_and(|token| token.is_any(any_of!["the", "a", "an", "mr", "mr.", "ms", "ms.", "mrs", "mrs."]))
    {
        first -= 1;
    }
    let before = first.checked_sub(1).and_then(|at| article.token(at, sentence));
    let head = first.checked_sub(2).and_then(|at| article.token(at, sentence));
    // `said on Monday that Jane Roe resigned`, `told the court that`, but not `said the offer that`
    let the = || first.checked_sub(3).is_some_and(|at| article.is_any(at, sentence, any_of!["the", "a", "an", "its"]));
    let says = |at: usize| {
        let token = article.token(at, sentence);
        token.is_some_and(|token| token.is("told") || crate::quotes::is_saying_verb(&token.lower) && !the())
    };
    match (before, head) {
        (Some(that), Some(head)) if that.is_any(any_of!["that", "which"]) => {
            !(that.is("that") && (first.saturating_sub(SAID)..first).any(says))
                && head.is_word()
                && (the() || !triggers(&head.lower).iter().any(|trigger| !trigger.class.is_noun()))
                || head.is_mark(',') && that.is("which")
        }
        // A noun right before a name: `a speech Jane Roe delivered`.
        (Some(noun), Some(article)) => {
            noun.is_word()
                && !noun.is_capitalised()
                && article.is_any(any_of!["a", "an", "the"])
                && !is_preposition(noun)
        }
        _ => false,
    }
}

/// `Acme, bought by Orbit in 2016, …`: what a participle between commas tells of.
pub(super) fn beside_its_name(article: &Article<'_>, group: &VerbGroup) -> Option<Who> {
    let (at, sentence) = (group.verb, article.sentence_of(group.verb));
    let comma = group.first.checked_sub(1).filter(|&at| article.is_mark(at, sentence, ','))?;
    article.token(at + 1, sentence).filter(|token| is_preposition(token))?;
    let who = article.ending_at(comma.checked_sub(1)?)?;
    // `by X and Y, expired in`: the comma closes what is inserted.
    let before = who.first.checked_sub(1).and_then(|at| article.token(at, sentence));
    let hangs = before.is_some_and(|token| is_preposition(token) || token.is_any(any_of!["and", "or"]));
    let closes = (article.clause(at).start..who.first).any(|at| article.is_mark(at, sentence, ','));
    (!hangs && !closes).then_some(who)
}

/// The noun phrase before a participle, from its determiner or its number.
pub(super) fn determined(article: &Article<'_>, end: usize) -> Option<Who> {
    let sentence = article.sentence_of(end);
    // Adjectives between are few.
    let first = (end.saturating_sub(5)..end)
        .rev()
        .take_while(|&at| article.token(at, sentence).is_some_and(|token| !is_preposition(token)))
        .find(|&at| {
            article.token(at, sentence).is_some_and(|token| {
                token.kind == TokenKind::Number || token.is_any(any_of!["a", "an", "the", "its", "two", "three"])
            })
        })?;
    (first + 1 < end).then(|| Who { actors: Vec::new(), first, end })
}
