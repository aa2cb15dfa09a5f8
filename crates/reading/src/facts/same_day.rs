//! What is told without a date of its own, of the day of what is told beside it.

use story::{Status, When};

use crate::dates::{TimeExpression, TimexType};
use crate::mentions::any_of::{AnyOf, any_of};

use super::article::Article;
use super::day::is_news;
use super::found::{DISASTERS, is_blow};
use super::telling::Told;

/// Words that say that what follows came later.
const LATER: &AnyOf = any_of!["later", "then", "subsequently", "eventually", "now", "since", "afterwards"];

/// A date leads a sentence when no more words stand before it: `In early May`.
const LEADS: usize = 2;

/// Gives a date to what shares it with what is told in the same sentence.
pub(super) fn share<'t>(
    article: &'t Article<'_>,
    sentence: usize,
    told: &[Told],
    dates: &mut [Option<&'t TimeExpression>],
) {
    for i in 0..told.len() {
        let date = match dates.get(i) {
            Some(None) => of_when(article, sentence, told, dates, i)
                .or_else(|| of_lead(article, sentence, told, dates, i))
                .or_else(|| of_next(article, sentence, told.get(i)?, told.get(i + 1)?, dates.get(i + 1).copied()?))
                .or_else(|| of_after(article, sentence, told.get(i)?)),
            _ => continue,
        };
        if let Some(slot) = dates.get_mut(i) {
            *slot = date;
        }
    }
}

/// `pleaded guilty when she appeared on Monday`: both on that day.
fn of_when<'t>(
    article: &Article<'_>,
    sentence: usize,
    told: &[Told],
    dates: &[Option<&'t TimeExpression>],
    i: usize,
) -> Option<&'t TimeExpression> {
    let first = told.get(i).filter(|told| !told.trigger.class.is_noun())?;
    let when = first.clause.end;
    // `began on the day that Kenya called off a search for those lost when`: of that search.
    let another = (first.at + 1..when).any(|at| article.is_finite_verb(at, sentence));
    if another || !article.is(when, sentence, "when") {
        return None;
    }
    let next = told.get(i + 1..)?.iter().position(|told| told.clause.start == when + 1)?;
    dates.get(i + 1 + next).copied().flatten()
}

/// `hired Jane Roe and sold Orbit on Monday`: both on that day.
fn of_next<'t>(
    article: &Article<'_>,
    sentence: usize,
    first: &Told,
    second: &Told,
    date: Option<&'t TimeExpression>,
) -> Option<&'t TimeExpression> {
    let of = |told: &Told| {
        told.group
            .as_ref()
            .filter(|group| group.status == Some(Status::Happened) && !group.infinitive)
            .map(|group| group.first)
    };
    let date = date.filter(|date| date.value.as_ref().is_some_and(When::is_one_day))?;
    let behind = article.tokens.get(second.at).is_some_and(|token| token.span.start < date.span.start);
    let listed = !first.trigger.lemma.is_empty() && !is_blow(first.trigger.kind, first.trigger.lemma);
    let verbs = listed && !first.trigger.class.is_noun() && !second.trigger.class.is_noun() && of(first).is_some();
    let and = of(second)?.checked_sub(1).is_some_and(|at| article.is(at, sentence, "and"));
    (behind && verbs && and && first.clause == second.clause).then_some(date)
}

/// `Ten people were lost on Monday after a ferry sank`: both on that day.
fn of_after<'t>(article: &'t Article<'_>, sentence: usize, told: &Told) -> Option<&'t TimeExpression> {
    let after = told.clause.start.checked_sub(1).filter(|&at| article.is(at, sentence, "after"))?;
    let verb = !told.trigger.class.is_noun() && DISASTERS.has(told.trigger.lemma);
    let comma = usize::from(article.tokens.before(after)?.is_mark(','));
    let end = article.tokens.get(after.checked_sub(1 + comma)?)?.span.end;
    let time = article.times.get(article.times.partition_point(|time| time.span.end < end))?;
    (verb && time.span.end == end && is_news(article, time)).then_some(time)
}

/// `On Monday Acme bought Orbit and sold Velmora`, `In May Kenya left, while Peru
/// joined`: the date that leads the sentence is of both.
fn of_lead<'t>(
    article: &Article<'_>,
    sentence: usize,
    told: &[Told],
    dates: &[Option<&'t TimeExpression>],
    i: usize,
) -> Option<&'t TimeExpression> {
    let range = article.tokens.of_sentence(sentence);
    let leads = |time: &TimeExpression| article.tokens.at(time.span.start) <= range.start + LEADS;
    let first = dates.get(..i)?.iter().position(|date| date.is_some_and(leads))?;
    let (first, date) = (told.get(first)?, dates.get(first).copied().flatten()?);
    let second = told.get(i).filter(|told| !told.trigger.class.is_noun())?;
    let group = second
        .group
        .as_ref()
        .filter(|group| group.status == Some(Status::Happened) && !group.infinitive && !group.reduced)?;
    if (group.first.saturating_sub(2)..second.at).any(|at| article.is_any(at, sentence, LATER))
        || article.is(group.first, sentence, "had")
    {
        return None;
    }
    let before = second.clause.start.checked_sub(1)?;
    let contrasted = article.is(before, sentence, "while") && first.clause.contains(&(before - 1));
    // What is done in a year is often done in turn.
    let close = date.value.as_ref().and_then(When::days).is_some_and(|days| days <= DAYS_OF_A_MONTH);
    let and = || (first.at + 1..group.first).rfind(|&at| article.is_any(at, sentence, any_of!["and"]));
    // A subject of its own has few words.
    let joined = first.clause == second.clause && close && and().is_some_and(|and| group.first <= and + 5);
    (contrasted || joined).then_some(date)
}

const DAYS_OF_A_MONTH: i64 = 31;

/// The day told last, where the sentence begins with `Earlier in the day`,
/// `Later that evening`.
pub(super) fn day_before(article: &Article<'_>, sentence: usize) -> Option<When> {
    let start = article.tokens.of_sentence(sentence).start;
    let is = |at: usize, words: &AnyOf| article.is_any(start + at, sentence, words);
    let led = is(0, any_of!["earlier", "later"]);
    let (in_the, that) = (led && is(1, any_of!["in"]) && is(2, any_of!["the"]), usize::from(led));
    let day = any_of!["day", "evening", "night", "morning", "afternoon"];
    let same = (in_the && is(3, day)) || (is(that, any_of!["that"]) && is(that + 1, day));
    if !same {
        return None;
    }
    let from = article.tokens.get(start)?.span.start;
    let before = article.times.partition_point(|time| time.span.start < from);
    // The day stands a few sentences before, outside what people say.
    let told = |time: &&TimeExpression| {
        matches!(time.timex_type, TimexType::Date | TimexType::Time) && article.speech_at(time.span.start).is_none()
    };
    let mut near = article.times.get(..before)?.iter().rev().take(FARTHEST).filter(told).take(NEAR);
    near.find_map(|time| time.value.clone()).filter(When::is_one_day)
}

/// So many words of time are looked back over for a day.
const NEAR: usize = 6;

/// The same with those that people say.
const FARTHEST: usize = 30;
