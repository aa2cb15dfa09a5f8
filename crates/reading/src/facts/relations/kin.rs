//! Who is related to whom.

use story::{EntityKind, RelationKind};

use crate::knowledge::RoleClass;
use crate::mentions::tokens::TokenKind;

use super::super::article::{Who, is_preposition};
use super::super::found::FoundRelation;
use super::super::verbs::Form;
use super::Find;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::quotes::is_saying_verb;

/// Who works for somebody: `Roe's lawyer, Jane Dale`.
const SERVE: &AnyOf =
    any_of!["lawyer", "attorney", "solicitor", "barrister", "agent", "spokesman", "spokeswoman", "spokesperson"];

impl Find<'_> {
    /// `Marta Diaz and her husband Jan Roe`, `Marta Diaz's son Jan`.
    pub(super) fn kin(&mut self) {
        let article = self.article;
        for phrase in &article.phrases {
            let serves = SERVE.has(&phrase.role.words);
            let is_kin = phrase.role.is(RoleClass::Kin) && phrase.role.words != "partner";
            if !(is_kin || serves) || phrase.role.plural {
                continue;
            }
            let sentence = article.sentence_of(phrase.role.first);
            if is_kin && article.is(phrase.role.end, sentence, "of") {
                self.kin_of(phrase.role.first, phrase.role.end, &phrase.role.words);
            }
            let person = |who: &Who| {
                who.actors.len() == 1 && who.actors.iter().all(|&actor| self.kind(actor) == EntityKind::Person)
            };
            let mut after = phrase.role.end + usize::from(article.is_mark(phrase.role.end, sentence, ','));
            // `her husband, the painter Jan Roe`
            if article.starting_at(after).is_none() {
                let the = usize::from(article.is(after, sentence, "the"));
                after = article.title_at(after + the).unwrap_or(after);
            }
            let comma = after > phrase.role.end;
            let relative = article.starting_at(after).and_then(|(mentions, end)| {
                // `after calling his mother, Roe left`: the comma ends a clause.
                if comma && article.token(end, sentence).is_some_and(|token| token.is_word() && !is_preposition(token))
                {
                    return None;
                }
                let who = Who { actors: mentions.iter().map(|mention| mention.actor).collect(), first: after, end };
                person(&who).then_some(who)
            });
            let Some(relative) = relative else { continue };
            let before = phrase.role.first.checked_sub(1).and_then(|i| article.token(i, sentence));
            let owner = match before {
                Some(token) if token.kind == TokenKind::Possessive => {
                    phrase.role.first.checked_sub(2).and_then(|i| article.ending_at(i)).filter(|who| person(who))
                }
                Some(token) if token.is_any(any_of!["his", "her"]) => {
                    // The person named last before in the sentence.
                    let range = article.around(phrase.role.first);
                    (range.start..phrase.role.first - 1)
                        .rev()
                        .find_map(|i| article.ending_at(i).filter(|who| person(who)))
                        .or_else(|| self.only_person_of(sentence.checked_sub(1)?))
                }
                _ => None,
            };
            let pronoun = before.filter(|token| token.kind != TokenKind::Possessive);
            if let Some(owner) = owner
                && let (Some(&a), Some(&b)) = (owner.actors.first(), relative.actors.first())
                // `Roe, his wife, Ada, and his son, Jan`: he is Roe.
                && let kin = self.relations.last().filter(|kin| kin.proof.0 == sentence && kin.from == a)
                && let a = kin.filter(|_| pronoun.is_some()).map_or(a, |kin| kin.to)
                && a != b
                && pronoun.is_none_or(|his| article.cast.may_be(a, &his.lower) && !self.may_be_anothers(&owner, phrase.role.first))
            {
                // The owner may be named in the sentence before.
                let from = if article.sentence_of(owner.first) == sentence { owner.first } else { phrase.role.first };
                let span = article.tokens.span(from.min(phrase.role.first), relative.end);
                let label = format!("{} of", phrase.role.words);
                self.relations.push(FoundRelation {
                    from: b,
                    to: a,
                    kind: if serves { RelationKind::WorksFor } else { RelationKind::RelatedTo },
                    label,
                    when: None,
                    proof: (sentence, span),
                });
            }
        }
    }

    /// `Jane Roe, the mother of Adam Dale`, `She is the mother of Adam Dale`.
    fn kin_of(&mut self, role: usize, of: usize, words: &str) {
        let article = self.article;
        let sentence = article.sentence_of(role);
        let Some((owner, end)) = article.starting_at(of + 1) else { return };
        let the = (role.saturating_sub(2)..role).find(|&at| article.is_any(at, sentence, any_of!["the", "a"]));
        let Some(joint) = the.unwrap_or(role).checked_sub(1) else { return };
        let who = if article.is_mark(joint, sentence, ',') {
            joint.checked_sub(1).and_then(|at| article.ending_at(at))
        } else if article.is_any(joint, sentence, any_of!["is", "was"]) {
            article.subject(&article.verb_group(joint, Form::Past))
        } else {
            None
        };
        if let (Some(Who { actors, first, .. }), [owner]) = (who, owner)
            && let [actor] = actors[..]
            && [actor, owner.actor].into_iter().all(|id| self.kind(id) == EntityKind::Person)
        {
            let label = [words, " of"].concat();
            self.add_as(actor, owner.actor, RelationKind::RelatedTo, &label, first..end);
        }
    }

    /// `The mayor said that Roe had thanked his wife, Ada`: whose, who knows?
    fn may_be_anothers(&self, who: &Who, role: usize) -> bool {
        let article = self.article;
        let says = |at: usize| article.tokens.get(at).is_some_and(|token| is_saying_verb(&token.lower));
        who.end + 2 < role && article.around(role).take_while(|&at| at < who.first).any(says)
    }

    /// The one person whom a sentence names; nobody where it names several.
    fn only_person_of(&self, sentence: usize) -> Option<Who> {
        let article = self.article;
        let span = article.document.sentences.get(sentence)?.span;
        let mut people: Vec<_> = article
            .cast
            .within(span)
            .iter()
            .filter(|mention| self.kind(mention.actor) == EntityKind::Person)
            .map(|mention| (mention.actor, article.tokens.at(mention.span.start), article.tokens.at(mention.span.end)))
            .collect();
        people.dedup_by_key(|(actor, ..)| *actor);
        match people[..] {
            [(actor, first, end)] => Some(Who { actors: vec![actor], first, end }),
            _ => None,
        }
    }
}
