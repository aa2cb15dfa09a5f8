//! Subjects that do not stand right before their verb: of infinitives and
//! participles, of invitations, and those that name nobody.

use std::ops::Range;

use story::Status;

use crate::mentions::tokens::TokenKind;

use super::article::{Article, Who, is_preposition};
use super::clause::VerbGroup;
use super::events::Told;
use super::verbs::Form;
use crate::mentions::any_of::any_of;

/// The noun phrase before a verb that names nobody: from the clause's start, or
/// after what leads it, to the verb.
pub(super) fn unnamed_subject(article: &Article<'_>, group: &VerbGroup, clause: &Range<usize>) -> Option<Who> {
    let sentence = article.sentence_of(group.verb);
    let mut first = group.first;
    // A subject has few words; a longer run is not one noun phrase.
    while first > clause.start && group.first - first < 10 {
        let before = article.token(first - 1, sentence)?;
        let goes_on = matches!(before.kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive);
        if !goes_on || before.is_any(any_of!["and", "but", "or", "said", "that"]) {
            break;
        }
        first -= 1;
    }
    if article.token(first, sentence)?.is("according") {
        // `According to the ministry 345 people were`
        first = article.named_from(first + 2)?.end;
    }
    let opens = article.token(first, sentence)?;
    let is_noun_phrase = first < group.first
        && !is_preposition(opens)
        && !opens.is_any(any_of![
            "he", "she", "they", "it", "who", "which", "this", "there", "i", "we", "you", "also", "then", "when",
        ]);
    is_noun_phrase.then(|| Who { actors: Vec::new(), first, end: group.first })
}

/// `your very important – one might say, historic visit`: whose it is, told
/// before the words that are thrown in.
pub(super) fn owner_before_insertion(article: &Article<'_>, mark: usize, sentence: usize) -> Option<Who> {
    let is_mark = |at: usize| {
        article.token(at, sentence).is_some_and(|token| matches!(token.kind, TokenKind::Mark(',' | '–' | '—')))
    };
    if !is_mark(mark) {
        return None;
    }
    // Words thrown in are few, and so are the adjectives before them.
    let opening = (mark.saturating_sub(7)..mark).rev().find(|&at| is_mark(at))?;
    (opening.saturating_sub(5)..opening).rev().find_map(|at| {
        let token = article.token(at, sentence)?;
        token.is_any(any_of!["your", "my"]).then(|| article.ending_at(at)).flatten()
    })
}

/// `an organisation founded in 2001`, `Acme, founded in 1999`: what the
/// participle tells of.
pub(super) fn predicate_subject(article: &Article<'_>, first: usize, sentence: usize) -> Option<Who> {
    let before = first.checked_sub(1)?;
    let token = article.token(before, sentence)?;
    if token.is_mark(',') {
        return article.ending_at(before.checked_sub(1)?);
    }
    if let Some(who) = article.ending_at(before) {
        return Some(who);
    }
    // `X is a … founded`: back to `is a`, with nothing but a noun phrase
    // between.
    let mut at = before;
    for _ in 0..8 {
        let token = article.token(at, sentence)?;
        if token.is_any(any_of!["is", "was"]) {
            return article.ending_at(at.checked_sub(1)?);
        }
        if !token.is_word() || is_preposition(token) {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// Who does what an infinitive tells: whom the clause before invites, or its
/// subject.
pub(super) fn infinitive_subject(article: &Article<'_>, told: &Told, group: &VerbGroup) -> Option<Who> {
    if let Some(invitee) = invitee(article, told) {
        return Some(invitee);
    }
    let sentence = article.sentence_of(told.at);
    let range = article.around(told.at);
    // The nearest verb before that has a subject of its own.
    let mut at = group.first;
    while at > range.start {
        at -= 1;
        let token = article.token(at, sentence)?;
        let finite = token.is_any(any_of![
            "plans",
            "plan",
            "planned",
            "agreed",
            "agrees",
            "decided",
            "expected",
            "scheduled",
            "set",
            "due",
            "intends",
            "wants",
            "hopes",
            "promised",
            "vowed",
            "pledged",
            "slated",
            "preparing",
            "going",
            "accepted",
            "likely",
        ]);
        if finite {
            let verb = article.verb_group(at, Form::Past);
            return article.subject(&verb);
        }
        if token.is_mark(';') || token.is_mark(':') {
            break;
        }
    }
    // `prompting X to sue`: whom it makes do so.
    if group.status == Some(Status::Happened) {
        return article.ending_at(group.first.checked_sub(1)?);
    }
    // A headline: `X to visit Y`.
    let before = group.first.checked_sub(1)?;
    let mut who = article.ending_at(before).filter(|_| article.is_headline(sentence))?;
    article.and_those_before(&mut who, sentence);
    Some(who)
}

/// Whom an invitation before the infinitive or the noun is for.
pub(super) fn invitee(article: &Article<'_>, told: &Told) -> Option<Who> {
    let sentence = article.sentence_of(told.at);
    let range = article.around(told.at);
    let from = told.at.saturating_sub(20).max(range.start);
    for at in (from..told.at).rev() {
        let token = article.token(at, sentence)?;
        if token.is_any(any_of!["invite", "invited", "invites", "inviting"]) {
            return article.named_from(at + 1).filter(|who| who.first < told.at);
        }
        if token.is_any(any_of!["invitation"]) {
            if article.token(at + 1, sentence).is_some_and(|token| token.is("for")) {
                return article.named_from(at + 2).filter(|who| who.first < told.at);
            }
            for verb in (range.start..at).rev() {
                let token = article.token(verb, sentence)?;
                if token.is_any(any_of!["accepted", "accept", "accepts"]) {
                    return article.subject(&article.verb_group(verb, Form::Past));
                }
                if token.is_any(any_of!["thank", "thanked", "gratitude", "grateful"]) {
                    let speech = article.speech_at(token.span.start)?;
                    return speech.speaker.map(|speaker| Who { actors: vec![speaker], first: at, end: at + 1 });
                }
            }
            return None;
        }
    }
    None
}
