//! What prepositions around a verb tell: where it happens, and who else takes
//! part.

use std::ops::Range;

use story::{EntityKind, EventKind};

use super::article::{Article, Who};
use super::nouns::happens_at;
use super::parts::Parts;
use super::verbs::is_past;
use crate::knowledge::{NameForm, world};
use crate::mentions::ActorId;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::TokenKind;
use crate::span::Span;

/// Verbs of giving.
const GIVES: &AnyOf = any_of![
    "awarded",
    "award",
    "presented",
    "present",
    "granted",
    "grant",
    "donated",
    "donate",
    "transferred",
    "delivered",
    "extradited",
    "loaned",
];

/// Verbs of what leaves a place where it happens.
const LIFTS_OFF: &AnyOf = any_of!["launched", "launch", "took", "lifted"];

impl Parts {
    /// Takes the organisations that a subject belongs to, and where it is.
    pub(super) fn within_the_subject(&mut self, article: &Article<'_>, who: &Who) {
        let before = |span: Span| article.tokens.before(article.tokens.at(span.start));
        let is_owner = |span: Span| {
            let next = article.tokens.get(article.tokens.at(span.end));
            next.is_some_and(|token| token.kind == TokenKind::Possessive)
        };
        // `Chileans voted on Sunday`
        if let Some(state) = article.state_of_adjective(who.first) {
            self.take(state, None);
        }
        for mention in article.cast.within(article.tokens.span(who.first, who.end)) {
            match article.cast.kind(mention.actor) {
                // `A Kenyan airstrike`, `two Kenyan athletes`: a people, and not where.
                EntityKind::State if is_of_people(article, mention.span) => self.take(mention.actor, None),
                // `A boat from Peru to Chile sank`
                EntityKind::Place | EntityKind::State
                    if before(mention.span).is_some_and(|token| token.is_any(any_of!["from", "to"])) => {}
                EntityKind::Place | EntityKind::State => self.place = self.place.or(Some(mention.actor)),
                EntityKind::Organisation => self.take(mention.actor, None),
                // `Jane Roe's memoirs were published`
                EntityKind::Person if is_owner(mention.span) => self.take(mention.actor, None),
                _ => {}
            }
        }
    }

    /// The first place that a preposition or a verb of disasters leads to.
    pub(super) fn place_in(&mut self, article: &Article<'_>, clause: Range<usize>) {
        let is_place = |actor: &ActorId| matches!(article.cast.kind(*actor), EntityKind::Place | EntityKind::State);
        self.place = clause.clone().find_map(|at| {
            let token = article.tokens.get(at)?;
            let leads = token.is_any(any_of![
                "in", "at", "near", "off", "through", "across", "outside", "on", "into", "onto", "hit", "struck",
            ]);
            let who =
                article.named_from(at + 1).filter(|who| leads && who.first <= at + 5 && who.first < clause.end)?;
            who.actors.iter().copied().find(is_place)
        });
    }

    /// What prepositions after a verb tell.
    pub(super) fn prepositions(
        &mut self,
        article: &Article<'_>,
        from: usize,
        clause: &Range<usize>,
        kind: EventKind,
        passive: bool,
    ) {
        let sentence = article.sentence_of(from.saturating_sub(1));
        let agent = match kind {
            EventKind::Founding => Some("founder"),
            EventKind::Trade => Some("buyer"),
            _ => None,
        };
        // `was convicted of bombing a station in Lima`: where the deed was done.
        let (mut of_a_deed, mut from_somewhere) = (false, false);
        // `awarded the prize to Jane Roe`
        let gives = article.tokens.get(from.saturating_sub(1)).is_some_and(|token| token.is_any(GIVES));
        for at in from..clause.end {
            let Some(token) = article.token(at, sentence) else { break };
            // `crashed on its way from Lima to Quito`
            from_somewhere |= token.is("from");
            of_a_deed |= kind == EventKind::Crime && token.is_any(any_of!["of", "for", "over", "after"]);
            // `was found guilty of fraud by a court in Lima`
            of_a_deed &= !token.is("by");
            if !token.is_any(any_of![
                "in", "at", "to", "near", "with", "by", "between", "on", "against", "from", "for", "off", "over",
                "along", "through", "outside",
            ]) {
                continue;
            }
            let named = article.named_from(at + 1).filter(|who| who.first <= at + 4);
            let whose = || whose_agents(article, at).filter(|_| passive && token.is("by"));
            let Some(who) = named.or_else(whose).filter(|who| who.first < clause.end) else { continue };
            // `at noon Lima time`
            if article.is(who.end, sentence, "time") {
                continue;
            }
            for &actor in &who.actors {
                let is_place = matches!(article.cast.kind(actor), EntityKind::State | EntityKind::Place);
                let with = token.is("with")
                    && matches!(
                        kind,
                        EventKind::Meeting
                            | EventKind::Agreement
                            | EventKind::Trade
                            | EventKind::Call
                            | EventKind::Summit
                    );
                // `a victory over X`
                let against = (token.is("against") || token.is("over") && is_victory(article, at))
                    && matches!(kind, EventKind::Crime | EventKind::Conflict | EventKind::Other | EventKind::Election);
                // `bought it from X`, `sold it to X`
                let other_side = (kind == EventKind::Trade && token.is_any(any_of!["from", "to"])
                    || gives && token.is("to"))
                    && !is_place;
                // `was arrested for the murder of X`, `a deal for X`: no.
                // `were stolen from the Lima Museum`
                let there = (token.is("at") || token.is("from") && passive && kind == EventKind::Crime)
                    && !of_a_deed
                    && happens_at(article, actor, kind);
                if against || other_side || there {
                    self.take(actor, None);
                } else if is_place
                    && !of_a_deed
                    && (token.is_any(any_of!["in", "at", "near", "on", "off", "along", "through", "outside"])
                        || token.is("to") && (kind == EventKind::Visit || !from_somewhere)
                        || token.is("from")
                            && article.tokens.get(from - 1).is_some_and(|token| token.is_any(LIFTS_OFF)))
                {
                    self.place = self.place.or(Some(actor));
                } else if with {
                    self.take(actor, None);
                // `named in a report sent by Acme`: of another verb.
                } else if token.is("by")
                    && passive
                    && (at == from || !article.tokens.before(at).is_some_and(|token| is_past(&token.lower)))
                {
                    self.take(actor, agent);
                }
            }
        }
    }
}

/// `by members of Acme`, `by subsidiaries of a new firm, Acme`: whose they are who do
/// it.
fn whose_agents(article: &Article<'_>, by: usize) -> Option<Who> {
    let sentence = article.sentence_of(by);
    // Those who do it have few words, and so has what they are of.
    let of = (by + 2..by + 5).find(|&at| article.is(at, sentence, "of"))?;
    let comma = (of + 2..of + 6).find(|&at| article.is_mark(at, sentence, ','));
    let apposed = || comma.and_then(|comma| article.named_from(comma + 1).filter(|who| who.first == comma + 1));
    article.named_from(of + 1).filter(|who| who.first <= of + 3).or_else(apposed)
}

/// Whether a state is named by its adjective or its people.
fn is_of_people(article: &Article<'_>, span: Span) -> bool {
    let form = world().named(article.document.slice(span)).map(|(_, form)| form);
    matches!(form, Some(NameForm::Adjective | NameForm::People))
}

fn is_victory(article: &Article<'_>, at: usize) -> bool {
    article.tokens.before(at).is_some_and(|token| token.is_any(any_of!["victory", "win", "triumph"]))
}

/// `In Lima, thousands rallied`: where, as the sentence begins.
pub(super) fn leading_place(article: &Article<'_>, verb: usize) -> Option<ActorId> {
    let sentence = article.sentence_of(verb);
    let start = article.tokens.of_sentence(sentence).start;
    article.token(start, sentence).filter(|token| token.is_any(any_of!["in", "at", "near"]))?;
    let who = article.named_from(start + 1).filter(|who| who.first <= start + 3 && who.end < verb)?;
    let comma = article.is_mark(who.end, sentence, ',');
    let is_place = |actor: &ActorId| matches!(article.cast.kind(*actor), EntityKind::State | EntityKind::Place);
    who.actors.first().copied().filter(is_place).filter(|_| comma)
}
