//! What is between states: borders, trade, treaties, conflicts.

use story::{EntityKind, RelationKind};

use crate::mentions::tokens::{Token, TokenKind};

use super::super::article::Who;
use super::super::speech::state_of;
use super::super::verbs::Form;
use super::Find;
use crate::mentions::any_of::{AnyOf, any_of};

impl Find<'_> {
    /// `the border, trade, war between X and Y`, `X and Y share a border`.
    pub(super) fn between(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let sentence = token.sentence;
        let kind = match &*token.lower {
            "border" => RelationKind::Borders,
            "trade" | "turnover" => RelationKind::TradesWith,
            "treaty" | "pact" | "accord" | "agreement" => RelationKind::PartyTo,
            "war" | "conflict" | "confrontation" | "hostilities" | "clashes" => RelationKind::InConflictWith,
            _ => return,
        };
        let is = |at: usize, words: &AnyOf| article.is_any(at, sentence, words);
        let mut at = i + 1;
        if is(at, any_of!["turnover", "agreement", "deal"]) {
            at += 1;
        }
        let states = |who: &Who| {
            who.actors.len() == 2
                && who.actors.iter().all(|&actor| {
                    matches!(self.kind(actor), EntityKind::State)
                        || (kind != RelationKind::TradesWith
                            && kind != RelationKind::Borders
                            && self.kind(actor) == EntityKind::Organisation)
                })
        };
        let mut pair = None;
        if is(at, any_of!["between"]) {
            pair = article
                .named_from(at + 1)
                .filter(|who| who.first <= at + 3)
                .map(|who| (who.actors.clone(), i..who.end, who))
                .filter(|(_, _, who)| states(who))
                .map(|(actors, range, _)| (actors, range));
        } else if kind == RelationKind::Borders && i >= 2 && is(i - 2, any_of!["share", "shares", "shared"]) {
            pair = article
                .subject(&article.verb_group(i - 2, Form::Present))
                .filter(|who| states(who))
                .map(|who| (who.actors.clone(), who.first..i + 1));
        } else if kind == RelationKind::TradesWith {
            // In a speech of one leader to the other: `our trade`.
            let our = (i.saturating_sub(3)..i).any(|at| is(at, any_of!["our"]));
            let speech = article.speech_at(token.span.start).filter(|_| our);
            if let Some((a, b)) = speech
                .and_then(|speech| Some((state_of(article, speech.speaker?)?, state_of(article, speech.addressee?)?)))
            {
                pair = Some((vec![a, b], i..i + 1));
            }
        }
        if let Some((actors, range)) = pair
            && let [a, b] = actors[..]
        {
            self.add(a, b, kind, range);
        }
    }

    /// `X is a trade partner of Y`, `X is among Y's trade partners`.
    pub(super) fn partners(&mut self, i: usize, token: &Token<'_>) {
        let article = self.article;
        let sentence = token.sentence;
        if !token.is_any(any_of!["partner", "partners"]) {
            return;
        }
        let is = |at: usize, words: &AnyOf| article.is_any(at, sentence, words);
        let trade = (i.saturating_sub(4)..i).any(|at| is(at, any_of!["trade", "trading"]));
        if !trade {
            return;
        }
        let range = article.around(i);
        let Some(be) =
            (range.start..i).rev().take(10).find(|&at| is(at, any_of!["is", "are", "remains", "remain", "was"]))
        else {
            return;
        };
        let Some(subject) = article.subject(&article.verb_group(be, Form::Past)) else { return };
        let of = if is(i + 1, any_of!["of", "for"]) {
            article.named_from(i + 2).filter(|who| who.first <= i + 3)
        } else {
            (be..i).find_map(|at| {
                let who = article.ending_at(at)?;
                article.token(at + 1, sentence).filter(|token| token.kind == TokenKind::Possessive).map(|_| who)
            })
        };
        if let Some(of) = of
            && let (&[a], &[b]) = (&subject.actors[..], &of.actors[..])
            && self.kind(a) == EntityKind::State
            && self.kind(b) == EntityKind::State
        {
            self.add(a, b, RelationKind::TradesWith, subject.first..i + 1);
        }
    }
}
