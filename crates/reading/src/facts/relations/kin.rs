//! Who is related to whom.

use story::{EntityKind, RelationKind};

use crate::knowledge::RoleClass;
use crate::mentions::tokens::TokenKind;

use super::super::article::{Who, is_preposition};
use super::super::found::FoundRelation;
use super::Find;
use crate::mentions::any_of::any_of;
use crate::quotes::is_saying_verb;

impl Find<'_> {
    /// `Marta Diaz and her husband Jan Roe`, `Marta Diaz's son Jan`.
    pub(super) fn kin(&mut self) {
        let article = self.article;
        for phrase in &article.phrases {
            if !phrase.role.is(RoleClass::Kin) || phrase.role.plural || phrase.role.words == "partner" {
                continue;
            }
            let sentence = article.sentence_of(phrase.role.first);
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
                    kind: RelationKind::RelatedTo,
                    label,
                    when: None,
                    proof: (sentence, span),
                });
            }
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
