//! Who chairs or heads what, and when.

use story::{EntityKind, RelationKind, Via};

use crate::mentions::tokens::{Token, TokenKind};

use super::super::article::Who;
use super::super::speech::state_of;
use super::super::verbs::Form;
use super::Find;
use crate::mentions::any_of::any_of;

impl Find<'_> {
    pub(super) fn chairs(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let sentence = token.sentence;
        let form = match &*token.lower {
            "chairs" | "presides" => Form::Present,
            "chaired" | "presided" => Form::Past,
            "chairing" | "presiding" => Form::Gerund,
            "chair" | "preside" => Form::Base,
            _ => return,
        };
        let before = i.checked_sub(1).and_then(|at| article.token(at, sentence));
        if token.is("chair") && !before.is_some_and(|token| token.is_any(any_of!["will", "to", "would", "countries"])) {
            return;
        }
        let group = article.verb_group(i, form);
        let Some(mut subject) = article.subject(&group) else { return };
        let in_which = subject.first >= 2
            && article.is(subject.first - 1, sentence, "which")
            && article.is_any(subject.first - 2, sentence, any_of!["in", "over"]);
        self.as_states(&mut subject);
        let mut from = i + 1;
        if article.is_any(from, sentence, any_of!["over", "in"]) {
            from += 1;
        }
        let object = if in_which {
            let at = subject.first - 3;
            let comma = article.is_mark(at, sentence, ',');
            article.ending_at(at - usize::from(comma)).or_else(|| self.before_a_bracket(at - usize::from(comma)))
        } else {
            article.named_from(from).filter(|who| who.first <= from + 2)
        };
        // `chairs the Senate trade committee` is no chair of the Senate.
        let of_it = |who: &Who| {
            (who.end..who.end + 3).any(|at| article.is_any(at, sentence, any_of!["committee", "panel", "subcommittee"]))
        };
        let Some(object) = object.filter(|who| self.are_organisations(who) && !of_it(who)) else { return };
        let when = self.time_of(i);
        let start = self.relations.len();
        for &from in &subject.actors {
            for &to in &object.actors {
                self.add(from, to, RelationKind::Chairs, subject.first.min(object.first)..object.end.max(i + 1));
            }
        }
        // `X chairing A and B, and Y – C and D`: the verb is left out.
        let mut at = object.end;
        while article.token(at, sentence).is_some_and(|token| token.is("and") || token.is_mark(',')) {
            at += 1;
        }
        if let Some((mentions, end)) = article.starting_at(at)
            && mentions.len() == 1
            && article.token(end, sentence).is_some_and(|token| matches!(token.kind, TokenKind::Mark('-' | '–' | '—')))
            && let Some(second) =
                article.named_from(end + 1).filter(|who| who.first == end + 1 && self.are_organisations(who))
            && let Some(from) = mentions.first().map(|mention| mention.actor)
        {
            for &to in &second.actors {
                self.add(from, to, RelationKind::Chairs, at..second.end);
            }
        }
        for relation in self.relations.get_mut(start..).unwrap_or_default() {
            relation.when.clone_from(&when);
        }
    }

    /// `who heads the alliance`.
    pub(super) fn heads(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        // `has led the alliance since 2010`
        let has =
            article.tokens.before(i).is_some_and(|before| before.is("has")) && token.is_any(any_of!["headed", "led"]);
        if !(has || token.is_any(any_of!["heads", "leads", "runs"])) {
            return;
        }
        let (Some(subject), Some(of)) = (
            article.subject(&article.verb_group(i, Form::Present)),
            article.named_from(i + 1).filter(|who| who.first <= i + 2 && self.are_organisations(who)),
        ) else {
            return;
        };
        if let (&[person], Some(&organisation)) = (&subject.actors[..], of.actors.first())
            && self.kind(person) == EntityKind::Person
        {
            self.add(person, organisation, RelationKind::HoldsOffice, i..of.end);
        }
    }

    pub(super) fn before_a_bracket(&self, at: usize) -> Option<Who> {
        let sentence = self.article.sentence_of(at);
        if self.article.token(at, sentence)?.is_mark(')') { self.article.ending_at(at.checked_sub(1)?) } else { None }
    }

    /// In a speech `you` and `we` that preside are the states.
    pub(super) fn as_states(&self, who: &mut Who) {
        let article = self.article;
        let pronoun = article
            .starting_at(who.first)
            .is_some_and(|(mentions, _)| mentions.iter().all(|mention| mention.via == Via::Pronoun));
        if pronoun {
            for actor in &mut who.actors {
                if let Some(state) = state_of(article, *actor) {
                    *actor = state;
                }
            }
        }
    }
}
