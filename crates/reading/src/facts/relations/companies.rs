//! What belongs to what, and is where: subsidiaries, owners, seats, births.

use story::{EntityKind, RelationKind};

use crate::mentions::ActorId;
use crate::mentions::tokens::{Token, TokenKind};

use super::super::article::is_preposition;
use super::super::verbs::Form;
use super::Find;
use crate::mentions::any_of::{AnyOf, any_of};

/// So many words say where somebody is held: `in the county jail in Lima`.
const HELD: usize = 7;

impl Find<'_> {
    /// `X, a subsidiary of Y`, `X is part of Y`.
    pub(super) fn parts(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let sentence = token.sentence;
        if token.is_any(any_of!["subsidiary", "unit", "parent"]) {
            self.part_beside(i, sentence);
        }
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

    /// `Acme's subsidiary Orbit`, `Orbit's parent company, Acme`, `Orbit parent Acme`.
    fn part_beside(&mut self, i: usize, sentence: usize) {
        let article = self.article;
        let before = i.checked_sub(1).and_then(|at| article.token(at, sentence));
        let owns = before.is_some_and(|token| token.kind == TokenKind::Possessive);
        let Some(a) = i.checked_sub(1 + usize::from(owns)).and_then(|at| article.ending_at(at)) else { return };
        let mut at = i + 1 + usize::from(article.is_any(i + 1, sentence, any_of!["company", "firm"]));
        at += usize::from(article.is_mark(at, sentence, ','));
        let is_body = |id: &ActorId| self.kind(*id) == EntityKind::Organisation;
        let Some((b, end)) = article.starting_at(at) else {
            // `Orbit's Acme Labs unit`
            let owns =
                |at: &usize| article.token(*at, sentence).is_some_and(|token| token.kind == TokenKind::Possessive);
            let owner = a.first.checked_sub(1).filter(owns).and_then(|at| article.ending_at(at.checked_sub(1)?));
            if let (&[part], Some(&[whole])) = (&a.actors[..], owner.as_ref().map(|who| &who.actors[..]))
                && [part, whole].iter().all(is_body)
                && !article.is(i, sentence, "parent")
            {
                self.add(part, whole, RelationKind::PartOf, owner.map_or(a.first, |who| who.first)..i + 1);
            }
            return;
        };
        if let (&[a_id], [b]) = (&a.actors[..], b)
            && [a_id, b.actor].iter().all(is_body)
        {
            let (part, whole) = if article.is(i, sentence, "parent") { (a_id, b.actor) } else { (b.actor, a_id) };
            self.add(part, whole, RelationKind::PartOf, a.first..end);
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
        // `held in the county jail in Lima`
        let jail =
            (i + 2..i + HELD).find(|&at| label == "held in" && article.is_any(at, sentence, any_of!["in", "at"]));
        let from = jail.map_or(i + 2, |at| at + 1);
        let place = article.named_from(from).filter(|place| place.first <= from + 1);
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
