//! Figures: amounts with their unit, their qualifier and what they are about.

mod amounts;
mod counted;
mod units;

use story::EntityKind;

use crate::mentions::ActorId;
use crate::mentions::tokens::{Token, TokenKind};
use crate::quotes::is_saying_verb;

use super::article::{Article, is_preposition};
use super::found::FoundFigure;
use super::verbs::{Form, triggers};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::span::Span;
use amounts::Amount;
pub(super) use counted::PEOPLE;

/// Verbs between what a figure is about and the figure.
const MEASURES: &AnyOf = any_of![
    "reached",
    "reaches",
    "reaching",
    "expanded",
    "rose",
    "risen",
    "rises",
    "grew",
    "grown",
    "grows",
    "fell",
    "fallen",
    "falls",
    "dropped",
    "increased",
    "increases",
    "decreased",
    "totaled",
    "totalled",
    "totals",
    "hit",
    "exceeded",
    "exceeds",
    "stood",
    "stands",
    "amounted",
    "amounts",
    "climbed",
    "declined",
    "is",
    "was",
    "are",
    "were",
    "costs",
    "cost",
    "worth",
    "jumped",
    "surged",
    "slipped",
    "gained",
    "lost",
    "sold",
    "raised",
    "averaged",
    "came",
    "doubled",
    "tripled",
    "topped",
];

/// The figures of an article.
pub fn find(article: &Article<'_>) -> Vec<FoundFigure> {
    let mut figures = Vec::new();
    let mut from = 0;
    for i in 0..article.tokens.all().len() {
        if i >= from
            && let Some(amount) = amounts::at(article, i)
            && let Some((figure, end)) = figure(article, i, &amount)
        {
            figures.push(figure);
            from = end;
        }
    }
    figures
}

/// The figure that an amount is, and the token after it.
fn figure(article: &Article<'_>, i: usize, amount: &Amount) -> Option<(FoundFigure, usize)> {
    let token = article.tokens.get(i)?;
    let sentence = token.sentence;
    let after_time = article.times.partition_point(|time| time.span.start <= token.span.start);
    let in_time =
        after_time.checked_sub(1).and_then(|i| article.times.get(i)).is_some_and(|time| time.span.contains(token.span));
    let units::Measured { unit, first, mut end } = units::around(article, i, amount);
    if unit.is_none() && (in_time || amount.needs_unit) {
        return None;
    }
    let (qualifier, from) = units::qualifier(article, first, sentence);
    let mut about = None;
    let mut counts = None;
    if unit.is_none() {
        if !amount.scaled && qualifier.is_none() && amounts::is_of_a_name(article, i, amount) {
            return None;
        }
        let counted = counted::after(article, end, amount, qualifier.is_some())?;
        about = counted.about;
        counts = Some(counted.unit);
        end = counted.end;
    }
    if !amount.value.is_finite() {
        return None;
    }
    let about = about.or_else(|| self::about(article, from, end, sentence, counts.is_some()));
    let span = article.tokens.span(from, end);
    let figure = FoundFigure {
        value: amount.value,
        unit: unit.map(str::to_owned).or(counts),
        qualifier,
        about,
        actors: named_with(article, i, sentence),
        when: time_of(article, i),
        proof: (sentence, span),
    };
    Some((figure, end))
}

/// What a figure is about: `… of X` after it, or the noun before the verb that
/// leads to it.
fn about(article: &Article<'_>, from: usize, end: usize, sentence: usize, counts: bool) -> Option<String> {
    let word = |i: usize| article.token(i, sentence);
    if !counts && word(end).is_some_and(|token| token.is("of")) {
        let mut to = end + 1;
        while to < end + 7
            && word(to).is_some_and(|token| {
                token.is_word()
                    && !is_preposition(token)
                    && !token.is_any(any_of![
                        "and", "that", "which", "who", "was", "is", "were", "are", "had", "has", "have"
                    ])
                    || token.kind == TokenKind::Possessive
            })
        {
            to += 1;
        }
        let first = if word(end + 1).is_some_and(|token| token.is("the")) { end + 2 } else { end + 1 };
        if to > first
            && !word(first).is_some_and(|token| token.is_any(any_of!["whom", "which", "these", "those", "them"]))
        {
            return Some(article.document.slice(article.tokens.span(first, to)).to_owned());
        }
    }
    let measures =
        |token: &Token<'_>| token.is_any(MEASURES) && !(counts && token.is_any(any_of!["is", "was", "are", "were"]));
    let verb = (from.saturating_sub(7)..from).rev().find(|&i| word(i).is_some_and(measures))?;
    let group = article.verb_group(verb, Form::Past);
    let mut at = group.first;
    // `…, reaching`
    if at > 0
        && word(verb).is_some_and(|token| token.lower.ends_with("ing"))
        && word(at - 1).is_some_and(|token| token.is_mark(','))
    {
        at -= 1;
    }
    // Over `between X and Y`: back to the noun that they hang on.
    while let Some(mut who) = at.checked_sub(1).and_then(|i| article.ending_at(i)) {
        article.and_those_before(&mut who, sentence);
        let preposition = who.first.checked_sub(1).filter(|&i| word(i).is_some_and(|token| token.is("between")));
        let Some(preposition) = preposition else { break };
        at = preposition;
    }
    let first = phrase_before(article, at, sentence);
    let hangs = at.checked_sub(1).and_then(word).is_some_and(is_preposition);
    (first < at
        && !hangs
        && !word(first).is_some_and(|token| token.is_any(any_of!["there", "it", "he", "she", "they", "this"])))
    .then(|| article.document.slice(article.tokens.span(first, at)).to_owned())
}

/// A subject of more words than this is cut to its last noun.
const LONGEST_SUBJECT: usize = 10;

/// Where the noun phrase before `at` begins: `unemployment rate for adult men`.
fn phrase_before(article: &Article<'_>, at: usize, sentence: usize) -> usize {
    let word = |i: usize| article.token(i, sentence);
    let is_part = |token: &Token<'_>| {
        (token.is_word() || token.kind == TokenKind::Possessive)
            && !token.is_any(any_of![
                "that", "which", "who", "while", "but", "because", "when", "as", "if", "it", "he", "she", "they",
                "there", "note", "has", "have", "had", "unless",
            ])
            && !token.is_any(MEASURES)
            && !is_saying_verb(&token.lower)
            && !triggers(&token.lower).iter().any(|trigger| matches!(trigger.form, Form::Past | Form::Participle))
    };
    let mut first = at;
    while first > 0
        && at - first < LONGEST_SUBJECT
        && word(first - 1).is_some_and(is_part)
        && !(article.is_finite_verb(first - 1, sentence) && first < at)
    {
        first -= 1;
    }
    let whole = !first.checked_sub(1).and_then(word).is_some_and(is_part);
    // `In May shares`, and what is too long: the last noun alone.
    if !whole || word(first).is_some_and(|token| is_preposition(token) || token.is("and")) {
        first = at;
        let is_near = |token: &Token<'_>| {
            is_part(token)
                && !token.is_capitalised()
                && !is_preposition(token)
                && !token.is_any(any_of!["the", "a", "an", "our", "their", "its", "his", "her", "and"])
        };
        while first > 0 && at - first < 3 && word(first - 1).is_some_and(is_near) {
            first -= 1;
        }
    }
    while first < at
        && word(first).is_some_and(|token| {
            token.is_any(any_of!["the", "a", "an", "our", "their", "its", "his", "her", "your", "my"])
                || token.kind == TokenKind::Possessive
                || token.lower.ends_with("ly")
        })
    {
        first += 1;
    }
    first
}

/// The states and organisations that the clause names, or else the sentence.
fn named_with(article: &Article<'_>, i: usize, sentence: usize) -> Vec<ActorId> {
    let clause = article.clause(i);
    let near = named_in(article, article.tokens.span(clause.start, clause.end));
    let Some(whole) = article.document.sentences.get(sentence).filter(|_| near.is_empty()) else { return near };
    named_in(article, whole.span)
}

fn named_in(article: &Article<'_>, span: Span) -> Vec<ActorId> {
    let mut actors: Vec<ActorId> = Vec::new();
    for mention in article.cast.within(span) {
        if matches!(article.cast.kind(mention.actor), EntityKind::State | EntityKind::Organisation)
            && mention.via != story::Via::Pronoun
            && !actors.contains(&mention.actor)
        {
            actors.push(mention.actor);
        }
    }
    // A sentence that names many tells of none of them alone.
    if actors.len() > 3 { Vec::new() } else { actors }
}

fn time_of(article: &Article<'_>, i: usize) -> Option<story::When> {
    let clause = article.clause(i);
    let span = article.tokens.span(clause.start, clause.end);
    let from = article.times.partition_point(|time| time.span.start < span.start);
    article.times.get(from..)?.iter().take_while(|time| time.span.start < span.end).find_map(|time| time.value.clone())
}
