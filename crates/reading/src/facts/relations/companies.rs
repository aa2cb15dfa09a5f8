//! What belongs to what, and is where: subsidiaries, owners, seats, births.

use story::{EntityKind, RelationKind};

use crate::mentions::tokens::{Token, TokenKind};

use super::super::article::is_preposition;
use super::super::verbs::Form;
use super::Find;
use crate::mentions::any_of::{AnyOf, any_of};

impl Find<'_> {
    /// `X, a subsidiary of Y`, `X is part of Y`.
    pub(super) fn parts(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let sentence = token.sentence;
        if !token.is_any(any_of!["subsidiary", "unit", "division", "arm", "branch", "part"]) {
            return;
        }
        if !article.is(i + 1, sentence, "of") {
            return;
        }
        let Some(whole) = article.named_from(i + 2).filter(|who| who.first <= i + 3 && self.are_organisations(who))
        else {
            return;
        };
        // Back to the comma or the `is` that it hangs on.
        let mut at = i;
        for _ in 0..5 {
            let Some(before) = at.checked_sub(1).and_then(|i| article.token(i, sentence)) else { return };
            if before.is_mark(',') || before.is_any(any_of!["is", "was"]) {
                let who = at.checked_sub(2).and_then(|i| article.ending_at(i));
                if let Some(who) = who.filter(|who| self.are_organisations(who) && who.actors.len() == 1)
                    && let (Some(&a), Some(&b)) = (who.actors.first(), whole.actors.first())
                {
                    self.add(a, b, RelationKind::PartOf, who.first..whole.end);
                }
                return;
            }
            if is_preposition(before) {
                return;
            }
            at -= 1;
        }
    }

    /// `Orbit, the parent company of Acme`, `Acme’s parent, Orbit`.
    pub(super) fn parents(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let sentence = token.sentence;
        if !token.is("parent") {
            return;
        }
        let is = |at: usize, word: &str| article.is(at, sentence, word);
        let ending = |at: Option<usize>| at.and_then(|at| article.ending_at(at));
        let next = i + 1 + usize::from(is(i + 1, "company"));
        let (part, whole) = if is(next, "of") {
            let the = i.checked_sub(1).filter(|&the| is(the, "the"));
            let comma = the.and_then(|the| the.checked_sub(1)).filter(|&at| article.is_mark(at, sentence, ','));
            let part = article.named_from(next + 1).filter(|part| part.first <= next + 2);
            (part, ending(comma.and_then(|comma| comma.checked_sub(1))))
        } else {
            let owns = |own: &Token<'_>| own.kind == TokenKind::Possessive;
            if !i.checked_sub(1).and_then(|at| article.token(at, sentence)).is_some_and(owns) {
                return;
            }
            let comma = usize::from(article.is_mark(next, sentence, ','));
            let whole = article.named_from(next + comma).filter(|whole| whole.first == next + comma);
            (ending(i.checked_sub(2)), whole)
        };
        if let (Some(part), Some(whole)) = (part, whole)
            && self.are_organisations(&part)
            && self.are_organisations(&whole)
            && let (&[a], &[b]) = (&part.actors[..], &whole.actors[..])
        {
            let range = part.first.min(whole.first)..part.end.max(whole.end);
            self.add_as(a, b, RelationKind::PartOf, "owned by", range);
        }
    }

    /// `Acme, owned by Orbit`, `Acme is owned by Orbit`, `Orbit, which owns
    /// Acme`, `the Orbit-owned Acme`.
    pub(super) fn owners(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let sentence = token.sentence;
        let is = |at: usize, words: &AnyOf| article.is_any(at, sentence, words);
        let (property, owner) = if token.is("owned") && is(i + 1, any_of!["by"]) {
            let owner = article.named_from(i + 2).filter(|who| who.first <= i + 4);
            let group = article.verb_group(i, Form::Past);
            if group.negated || group.status.is_none() && !group.present && !group.reduced && group.first < group.verb {
                return;
            }
            let comma = group.first.checked_sub(1).filter(|&at| article.is_mark(at, sentence, ','));
            let property = match comma {
                Some(at) => at.checked_sub(1).and_then(|at| article.ending_at(at)),
                None => article.subject(&group),
            };
            (property, owner)
        } else if token.is("owns") {
            let group = article.verb_group(i, Form::Present);
            (article.named_from(i + 1).filter(|who| who.first <= i + 3), article.subject(&group))
        } else {
            return;
        };
        let (Some(property), Some(owner)) = (property, owner) else { return };
        let &[b] = &owner.actors[..] else { return };
        // `Acme, which owns Orbit, and Velmora are`: another sentence's subject.
        let and = (property.first..property.end).rfind(|&at| is(at, any_of!["and"]));
        let whole = and.is_some_and(|and| !article.is_mark(and - 1, sentence, ','))
            && !article.is_finite_verb(property.end, sentence);
        let several = property.actors.iter().take(if whole { property.actors.len() } else { 1 });
        let range = property.first.min(owner.first)..property.end.max(owner.end);
        for &a in several {
            if self.kind(a) != EntityKind::Organisation {
                continue;
            }
            match self.kind(b) {
                EntityKind::Organisation => self.add_as(a, b, RelationKind::PartOf, "owned by", range.clone()),
                EntityKind::Person | EntityKind::State => {
                    self.add_as(a, b, RelationKind::Other, "owned by", range.clone());
                }
                _ => {}
            }
        }
    }

    /// `Jane Roe was born in Lima`, `She is held in Lima`, `Acme is based in Lima`.
    pub(super) fn located(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let sentence = token.sentence;
        let (kind, label) = match &*token.lower {
            "born" => (EntityKind::Person, "born in"),
            "based" | "headquartered" => (EntityKind::Organisation, "based in"),
            "lives" | "resides" => (EntityKind::Person, "lives in"),
            "held" | "detained" | "jailed" | "imprisoned" => (EntityKind::Person, "held in"),
            _ => return,
        };
        if !article.is_any(i + 1, sentence, any_of!["in", "at"]) {
            return;
        }
        let group = article.verb_group(i, Form::Past);
        // `Jane Roe held in Lima a meeting`
        if label == "held in" && !group.passive {
            return;
        }
        let before = group.first.checked_sub(1);
        let comma = before.filter(|&at| article.is_mark(at, sentence, ','));
        let who = match comma {
            Some(at) => at.checked_sub(1).and_then(|at| article.ending_at(at)),
            None => article.subject(&group),
        };
        let place = article.named_from(i + 2).filter(|place| place.first <= i + 3);
        if let (Some(who), Some(place)) = (who.filter(|_| !group.negated), place)
            && let (&[a], &[b, ..]) = (&who.actors[..], &place.actors[..])
            && self.kind(a) == kind
            && matches!(self.kind(b), EntityKind::Place | EntityKind::State)
        {
            let when = if label == "born in" { self.time_of(i) } else { None };
            self.add_as(a, b, RelationKind::Other, label, who.first.min(place.first)..place.end);
            if let Some(relation) = self.relations.last_mut() {
                relation.when = when;
            }
        }
    }
}
