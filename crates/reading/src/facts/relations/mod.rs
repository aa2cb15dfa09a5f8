//! Relations between those whom an article names.

pub(super) mod bare;
mod chairs;
mod companies;
mod events;
mod kin;
mod members;
mod offices;
mod states;

use story::{EntityKind, RelationKind};

use crate::mentions::ActorId;

use super::article::{Article, Who, is_preposition};
use super::found::FoundRelation;
use crate::mentions::any_of::any_of;

pub(in crate::facts) use events::of_events;

/// The relations that an article's words tell: offices, memberships, chairs,
/// borders, trade, treaties, conflicts, kin.
pub(super) fn find(article: &Article<'_>) -> Vec<FoundRelation> {
    let mut found = Find { article, relations: Vec::new() };
    found.offices();
    found.kin();
    found.affiliations();
    for i in 0..article.tokens.all().len() {
        let Some(token) = article.tokens.get(i) else { continue };
        if !token.is_word() || token.is_capitalised() {
            continue;
        }
        found.memberships(i, token);
        found.of_persons(i, token);
        found.chairs(i, token);
        found.heads(i, token);
        found.between(i, token);
        found.partners(i, token);
        found.parts(i, token);
        found.parents(i, token);
        found.owners(i, token);
        found.located(i, token);
    }
    found.relations
}

struct Find<'a> {
    article: &'a Article<'a>,
    relations: Vec<FoundRelation>,
}

impl Find<'_> {
    fn kind(&self, actor: ActorId) -> EntityKind {
        self.article.cast.kind(actor)
    }

    fn add(&mut self, from: ActorId, to: ActorId, kind: RelationKind, tokens: std::ops::Range<usize>) {
        if from == to {
            return;
        }
        let span = self.article.tokens.span(tokens.start, tokens.end);
        let sentence = self.article.sentence_of(tokens.start);
        let label = self.article.document.slice(span).to_owned();
        self.relations.push(FoundRelation { from, to, kind, label, when: None, proof: (sentence, span) });
    }

    /// The same with words of its own for a label.
    fn add_as(&mut self, from: ActorId, to: ActorId, kind: RelationKind, label: &str, tokens: std::ops::Range<usize>) {
        let known = self.relations.len();
        self.add(from, to, kind, tokens);
        if let Some(relation) = self.relations.get_mut(known) {
            label.clone_into(&mut relation.label);
        }
    }

    /// The date that the clause of a token gives.
    fn time_of(&self, i: usize) -> Option<story::When> {
        let article = self.article;
        let clause = article.clause(i);
        // `joined A in 2005 and chairs B`: the year is the first verb's.
        let joined = article.tokens.before(i).is_some_and(|token| token.is_any(any_of!["and", "but"]));
        let start = if joined { i } else { clause.start };
        let span = article.tokens.span(start, article.verb_phrase_end(i, clause.end));
        let from = article.times.partition_point(|time| time.span.start < span.start);
        let within = article.times.get(from..).unwrap_or_default().iter().take_while(|time| time.span.start < span.end);
        // `Born in 1950, Jane Roe joined Acme in 1976`: rather what follows.
        let verb = article.tokens.get(i)?.span.start;
        let (before, after): (Vec<_>, Vec<_>) = within.partition(|time| time.span.start < verb);
        after.into_iter().chain(before).find_map(|time| time.value.clone())
    }
}

/// The subject that a second verb shares: `X was founded in 1990 and includes Y`.
fn shared_subject(article: &Article<'_>, verb: usize, sentence: usize) -> Option<Who> {
    let range = article.around(verb);
    let joined = (range.start..verb).rev().take(4).any(|at| article.is(at, sentence, "and"));
    if !joined {
        return None;
    }
    let mut first = range.start;
    if article.is(first, sentence, "the") {
        first += 1;
    }
    let (mentions, end) = article.starting_at(range.start).or_else(|| article.starting_at(first))?;
    let follows = article.token(end, sentence)?;
    if !follows.is_word() || is_preposition(follows) {
        return None;
    }
    Some(Who { actors: mentions.iter().map(|mention| mention.actor).collect(), first: range.start, end })
}
