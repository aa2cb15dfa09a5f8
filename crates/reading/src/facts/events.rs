//! Events: a verb or a noun that tells of one, who takes part, where, when,
//! and whether it happened.

use std::ops::Range;

use story::{Basis, Day, EntityKind, EventKind, Shape, Status, When};

use crate::dates::{TimeExpression, TimexType};
use crate::mentions::tokens::{Token, TokenKind};
use crate::span::Span;

use super::article::{Article, is_preposition};
use super::clause::VerbGroup;
use super::found::FoundEvent;
use super::parts::Parts;
use super::verbs::{Form, Trigger, TriggerClass, support, triggers};
use crate::mentions::any_of::{AnyOf, any_of};

/// A word that tells of an event, where it stands.
pub(super) struct Told {
    /// Its token.
    pub(super) at: usize,
    /// What it may tell of.
    pub(super) trigger: &'static Trigger,
    /// The verb, or the verb that carries the noun.
    pub(super) group: Option<VerbGroup>,
    /// The tokens of its clause.
    pub(super) clause: Range<usize>,
}

/// The events of an article, as its sentences tell them.
pub(super) fn find(article: &Article<'_>) -> Vec<FoundEvent> {
    let mut events: Vec<FoundEvent> = Vec::new();
    for sentence in 0..article.document.sentences.len() {
        let told = told_in(article, sentence);
        let dates = dates_of(article, sentence, &told);
        let same_day = if told.is_empty() { None } else { day_before(article, sentence) };
        for (told, date) in told.iter().zip(dates) {
            let Some(mut event) = event(article, told, date) else { continue };
            if let Some(day) = same_day.clone().filter(|_| event.when.is_none()) {
                event.because = Some(format!("told of the same day, {day}"));
                (event.when, event.basis) = (Some(day), Basis::Inferred);
            }
            events.push(event);
        }
    }
    events
}

/// The day told last, where the sentence begins with `Earlier in the day`,
/// `Later that evening`.
fn day_before(article: &Article<'_>, sentence: usize) -> Option<When> {
    let start = article.tokens.of_sentence(sentence).start;
    let is = |at: usize, words: &AnyOf| article.token(start + at, sentence).is_some_and(|token| token.is_any(words));
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
    let near = article.times.get(before.saturating_sub(NEAR)..before)?;
    let told = |time: &&TimeExpression| {
        matches!(time.timex_type, TimexType::Date | TimexType::Time) && article.speech_at(time.span.start).is_none()
    };
    near.iter().rev().filter(told).find_map(|time| time.value.clone()).filter(When::is_one_day)
}

/// So many words of time are looked back over for a day.
const NEAR: usize = 6;

/// The words of a sentence that tell of events.
fn told_in(article: &Article<'_>, sentence: usize) -> Vec<Told> {
    let mut found = Vec::new();
    for at in article.tokens.of_sentence(sentence) {
        let Some(token) = article.tokens.get(at) else { continue };
        if !token.is_word() {
            continue;
        }
        let all = triggers(&token.lower);
        if all.is_empty() || inside_a_name(article, token) {
            continue;
        }
        let noun = all.iter().find(|trigger| trigger.class.is_noun() && has_modifier(article, at, trigger));
        // `hit` is a base form and a past tense.
        let verb = all.iter().find(|trigger| {
            !trigger.class.is_noun()
                && has_particle(article, at, trigger)
                && is_verb_here(article, at, trigger.form, noun.is_some())
        });
        let Some(trigger) = verb.or(noun) else { continue };
        let clause = article.clause(at);
        let group = if trigger.class.is_noun() {
            carrier(article, at, &clause)
        } else {
            Some(article.verb_group(at, trigger.form))
        };
        if trigger.class == TriggerClass::Carried && group.is_none() {
            continue;
        }
        // Such a verb takes no date from another word unless it tells of something.
        if trigger.class == TriggerClass::Dated
            && (group.as_ref().is_none_or(|group| group.status.is_none() || group.reduced)
                || trigger.kind == EventKind::Other && takes_an_event(article, at, clause.end))
        {
            continue;
        }
        if trigger.class == TriggerClass::Passive
            && !group
                .as_ref()
                .is_some_and(|group| group.passive || group.first == group.verb && article.subject(group).is_none())
        {
            continue;
        }
        found.push(Told { at, trigger, group, clause });
    }
    // `The election was held`: the noun tells it, the verb only carries it.
    let carried: Vec<usize> = found
        .iter()
        .filter(|told| told.trigger.class.is_noun())
        .filter_map(|told| told.group.as_ref().map(|group| group.verb))
        .collect();
    found.retain(|told| !carried.contains(&told.at));
    found
}

/// Whether a noun for an event is the verb's object: `organised talks`. It tells
/// more than the verb.
fn takes_an_event(article: &Article<'_>, verb: usize, end: usize) -> bool {
    // An object has few words before its noun.
    (verb + 1..end.min(verb + 7))
        .map_while(|at| article.tokens.get(at).filter(|token| !is_preposition(token)))
        .any(|token| triggers(&token.lower).iter().any(|trigger| trigger.class == TriggerClass::Noun))
}

fn inside_a_name(article: &Article<'_>, token: &Token<'_>) -> bool {
    let near = article.cast.within(Span::new(token.span.start.saturating_sub(80), token.span.end));
    near.iter().any(|mention| {
        mention.span.contains(token.span)
            && matches!(mention.via, story::Via::Name | story::Via::Alias)
            && mention.span != token.span
    })
}

fn has_modifier(article: &Article<'_>, at: usize, trigger: &Trigger) -> bool {
    trigger.particle.is_none_or(|modifier| {
        let words: Vec<&str> = modifier.split(' ').collect();
        words
            .iter()
            .rev()
            .enumerate()
            .all(|(back, word)| at > back && article.tokens.get(at - 1 - back).is_some_and(|token| token.is(word)))
    })
}

fn has_particle(article: &Article<'_>, at: usize, trigger: &Trigger) -> bool {
    trigger
        .particle
        .is_none_or(|particle| (at + 1..at + 4).any(|i| article.tokens.get(i).is_some_and(|token| token.is(particle))))
}

/// The kind of event that the first telling word among these tokens tells of.
pub(super) fn kind_in(article: &Article<'_>, range: Range<usize>) -> Option<EventKind> {
    range.filter_map(|at| article.tokens.get(at)).filter(|token| token.is_word()).find_map(|token| {
        let told = triggers(&token.lower).iter().find(|trigger| {
            trigger.particle.is_none()
                && (trigger.class.is_noun() || !matches!(trigger.form, Form::Gerund | Form::Base))
        })?;
        Some(told.kind)
    })
}

/// Whether a form that may be a noun as well is a verb here.
fn is_verb_here(article: &Article<'_>, at: usize, form: Form, may_be_noun: bool) -> bool {
    let sentence = article.sentence_of(at);
    let Some(before) = at.checked_sub(1).and_then(|i| article.token(i, sentence)) else {
        // `Born in Lima, Jane Roe …`
        return matches!(form, Form::Past | Form::Participle)
            && article.token(at + 1, sentence).is_some_and(|token| token.is_any(any_of!["in", "on", "at", "by"]));
    };
    let auxiliary = before.is_any(any_of![
        "to", "will", "would", "shall", "may", "might", "can", "could", "should", "must", "did", "do", "does", "not",
        "n't",
    ]);
    match form {
        Form::Base => {
            auxiliary
                || (!may_be_noun && article.ending_at(at - 1).is_some() && article.is_headline(sentence))
                || (may_be_noun && article.is_headline(sentence) && names_several(article, at))
        }
        Form::Present => article.ending_at(at - 1).is_some() && (!may_be_noun || article.is_headline(sentence)),
        Form::Gerund => {
            before.is_any(any_of!["is", "are", "was", "were", "be", "been"])
                || (!may_be_noun && before.is_any(any_of!["by", "for", "after", "of"]))
        }
        Form::Past | Form::Participle => {
            // `the wounded man`: an adjective, not a verb.
            let next_is_noun =
                article.token(at + 1, sentence).is_some_and(|token| token.is_word() && !is_preposition(token));
            let determined = before.is_any(any_of!["the", "a", "an", "his", "her", "its", "their", "this", "that"]);
            !(determined && next_is_noun)
        }
    }
}

fn names_several(article: &Article<'_>, at: usize) -> bool {
    at.checked_sub(1).and_then(|i| article.ending_at(i)).is_some_and(|mut who| {
        let sentence = article.sentence_of(at);
        article.and_those_before(&mut who, sentence);
        who.actors.len() > 1
    })
}

/// The verb that carries a noun: `held talks`, `the talks took place`.
fn carrier(article: &Article<'_>, noun: usize, clause: &Range<usize>) -> Option<VerbGroup> {
    let sentence = article.sentence_of(noun);
    // Before: `hold`, then a few words of the noun phrase.
    for at in (noun.saturating_sub(7).max(clause.start)..noun).rev() {
        let Some(token) = article.token(at, sentence) else { break };
        if let Some(form) = support(&token.lower)
            && (!matches!(form, Form::Base)
                || at.checked_sub(1).and_then(|i| article.token(i, sentence)).is_some_and(Token::is_word))
        {
            return Some(article.verb_group(at, form));
        }
        if is_preposition(token) || token.kind == TokenKind::Mark(',') {
            break;
        }
    }
    // After: `took place`, `was held`, `is scheduled for`.
    for at in noun + 1..clause.end.min(noun + 25) {
        let Some(token) = article.token(at, sentence) else { break };
        let form = match &*token.lower {
            "held" | "scheduled" | "planned" | "postponed" | "cancelled" | "canceled" | "took" | "began" | "opened"
            | "ended" | "happened" | "occurred" | "concluded" | "started" | "signed" | "settled" | "filed"
            | "dismissed" | "dropped" | "reached" | "announced" => Form::Past,
            "take" | "begin" | "open" => Form::Base,
            "taken" | "begun" => Form::Participle,
            _ => continue,
        };
        let group = article.verb_group(at, form);
        let finite = group.passive
            || matches!(
                &*token.lower,
                "took"
                    | "began"
                    | "opened"
                    | "ended"
                    | "happened"
                    | "occurred"
                    | "concluded"
                    | "started"
                    | "take"
                    | "begin"
                    | "open"
                    | "taken"
                    | "begun"
            );
        return finite.then_some(group);
    }
    None
}

/// The date of each event of a sentence.
fn dates_of<'t>(article: &'t Article<'_>, sentence: usize, told: &[Told]) -> Vec<Option<&'t TimeExpression>> {
    let mut dates: Vec<Option<&TimeExpression>> = vec![None; told.len()];
    let Some(range) = article.document.sentences.get(sentence).map(|sentence| sentence.span) else { return dates };
    let from = article.times.partition_point(|time| time.span.start < range.start);
    for time in article.times.get(from..).unwrap_or_default() {
        if time.span.start >= range.end {
            break;
        }
        if time.value.is_none() || !matches!(time.timex_type, TimexType::Date | TimexType::Time) {
            continue;
        }
        let at = article.tokens.at(time.span.start);
        let candidates: Vec<usize> = (0..told.len())
            .filter(|&i| {
                told.get(i).is_some_and(|told| told.clause.contains(&at) || told.clause.contains(&at.saturating_sub(1)))
            })
            .collect();
        // `July 8, when the violence erupted`: the day of what the clause tells.
        let after = article.tokens.at(time.span.end);
        let comma = usize::from(article.token(after, sentence).is_some_and(|token| token.is_mark(',')));
        let when = after + comma;
        let of_clause = article
            .token(when, sentence)
            .filter(|token| token.is("when"))
            .and_then(|_| (0..told.len()).find(|&i| told.get(i).is_some_and(|told| told.clause.start == when + 1)));
        let is_verb =
            |i: &usize| told.get(*i).is_some_and(|told| !told.trigger.class.is_noun() || told.group.is_some());
        let near = |of: &dyn Fn(&usize) -> bool| {
            let before = candidates.iter().copied().rfind(|i| of(i) && told.get(*i).is_some_and(|told| told.at < at));
            before.or_else(|| candidates.iter().copied().find(|i| of(i) && dates.get(*i).is_some_and(Option::is_none)))
        };
        let chosen = of_clause.or_else(|| near(&is_verb)).or_else(|| near(&|_| true));
        if let Some(slot) = chosen.and_then(|i| dates.get_mut(i))
            && slot.is_none_or(|known| finer(time, known))
        {
            *slot = Some(time);
        }
    }
    // `pleaded guilty when she appeared on Monday`: both on that day.
    for i in 0..told.len() {
        let Some(first) = told.get(i).filter(|told| !told.trigger.class.is_noun()) else { continue };
        let when = first.clause.end;
        if dates.get(i).is_none_or(Option::is_some)
            || !article.token(when, sentence).is_some_and(|token| token.is("when"))
        {
            continue;
        }
        let date = (i + 1..told.len())
            .find(|&next| told.get(next).is_some_and(|told| told.clause.start == when + 1))
            .and_then(|next| dates.get(next).copied().flatten());
        if let Some(slot) = dates.get_mut(i) {
            *slot = date;
        }
    }
    dates
}

fn finer(time: &TimeExpression, than: &TimeExpression) -> bool {
    let days = |time: &TimeExpression| time.value.as_ref().and_then(When::days).unwrap_or(i64::MAX);
    days(time) < days(than)
}

fn event(article: &Article<'_>, told: &Told, date: Option<&TimeExpression>) -> Option<FoundEvent> {
    let sentence = article.sentence_of(told.at);
    let token = article.tokens.get(told.at)?;
    let speech = article.speech_at(token.span.start);
    let quoted = speech.is_some();
    // Such a verb tells of no event by itself: someone does it on a day.
    let dated = told.trigger.class == TriggerClass::Dated;
    if dated && (quoted || date.is_none() || told.group.as_ref().is_none_or(|group| group.reduced)) {
        return None;
    }
    let performative = told.trigger.kind == EventKind::Invitation && quoted && is_performative(article, told);
    let mut parts = Parts::default();
    match told.trigger.class {
        class if class.is_noun() => parts.of_noun(article, told),
        _ => parts.of_verb(article, told)?,
    }
    parts.take_parents(article);
    let mut status = parts.status;
    let mut when = date.and_then(|time| time.value.clone());
    if date.is_some_and(|time| time.because.is_some())
        && let (Some(date), Some(published)) = (&when, &article.published)
    {
        let past = told.trigger.form == Form::Past && !article.is_headline(sentence);
        when = Some(match status {
            Some(Status::Planned) => ahead_of(date, published),
            Some(Status::Happened) if past => behind(date, published),
            _ => date.clone(),
        });
    }
    if performative {
        status = Some(Status::Happened);
    }
    // `Floods in Lima and fires in Quito this weekend`: said, not told.
    let only_named = quoted && told.trigger.class.is_noun() && told.group.is_none();
    if only_named && matches!(told.trigger.kind, EventKind::Other | EventKind::Conflict | EventKind::Death) {
        return None;
    }
    if told.group.as_ref().is_some_and(|group| group.negated) || is_supposed(article, told) {
        return None;
    }
    if !told.trigger.class.is_noun() && status.is_none() {
        return None;
    }
    // What a quotation tells is dated there, or told by the article too.
    if quoted && when.is_none() && !told.trigger.class.is_noun() && !performative {
        status = None;
    }
    if status.is_none()
        && let (Some(when), Some(published)) = (&when, &article.published)
    {
        let ahead = matches!((when.first_day(), published.last_day()), (Some(day), Some(today)) if day > today);
        status = Some(if ahead { Status::Planned } else { Status::Happened });
    }
    if status == Some(Status::Happened)
        && let (Some(when), Some(published)) = (&when, &article.published)
        && matches!((when.first_day(), published.last_day()), (Some(day), Some(today)) if day > today)
    {
        status = Some(Status::Planned);
    }
    let definite = told.trigger.class.is_noun() && parts.is_definite;
    if parts.participants.is_empty() && parts.place.is_none() && !(definite && status.is_some()) {
        return None;
    }
    // An agreement that is only named tells of its making when it is dated.
    if told.trigger.kind == EventKind::Agreement
        && told.trigger.class.is_noun()
        && told.group.is_none()
        && (when.is_none() || parts.participants.len() < 2)
    {
        return None;
    }
    let basis = if date.is_some_and(|time| time.because.is_some()) { Basis::Inferred } else { Basis::Stated };
    let span = article.tokens.span(parts.range.start, parts.range.end);
    // What replaces a thing is no appointment.
    let persons = parts.participants.iter().any(|(actor, _)| article.cast.kind(*actor) == EntityKind::Person);
    let kind = match told.trigger.kind {
        // Who takes over without an object takes an office.
        EventKind::Trade if told.trigger.lemma == "take over" && persons => EventKind::Appointment,
        EventKind::Appointment if !persons && OF_THINGS_TOO.contains(&told.trigger.lemma) => EventKind::Other,
        kind => kind,
    };
    // `Before that, X had done it`: not of the day of the report.
    let opener = article.tokens.get(article.tokens.of_sentence(sentence).start);
    let earlier = opener
        .is_some_and(|token| token.is_any(any_of!["prior", "before", "previously", "earlier", "formerly"]))
        || told.group.as_ref().is_some_and(|group| {
            article.token(group.first, sentence).is_some_and(|token| token.is("had")) && group.first < group.verb
        });
    Some(FoundEvent {
        kind,
        title: parts.title,
        said: date.map(|time| article.document.slice(time.span).to_owned()),
        basis,
        because: date.and_then(|time| time.because.clone()),
        when: if performative && when.is_none() { None } else { when },
        status,
        place: parts.place,
        participants: parts.participants,
        proofs: vec![(sentence, span)],
        trigger: told.at,
        lemma: told.trigger.lemma,
        headline: article.is_headline(sentence),
        definite,
        told: told.group.as_ref().is_some_and(|group| !group.infinitive && !group.reduced) && !quoted && !earlier
            || performative,
        quoted: quoted && !performative,
        performed: performative,
    })
}

/// Verbs of offices that things have too.
const OF_THINGS_TOO: [&str; 8] = ["replace", "succeed", "promote", "retire", "install", "remove", "fire", "name"];

/// Verbs whose `that` clause is a claim, a fear or a denial, and no fact.
const SUPPOSES: AnyOf = AnyOf::new(&[
    "claim",
    "claims",
    "claimed",
    "claiming",
    "allege",
    "alleges",
    "alleged",
    "alleging",
    "deny",
    "denies",
    "denied",
    "denying",
    "suggest",
    "suggests",
    "suggested",
    "believe",
    "believes",
    "believed",
    "fear",
    "fears",
    "feared",
    "doubt",
    "doubts",
    "doubted",
    "suspect",
    "suspects",
    "suspected",
    "speculated",
    "rumored",
    "rumoured",
    "argue",
    "argues",
    "argued",
    "imagine",
    "hope",
    "wish",
]);

/// Adverbs that say the same.
const SUPPOSEDLY: AnyOf = AnyOf::new(&["allegedly", "reportedly", "supposedly", "purportedly", "apparently"]);

/// Whether what is told is only claimed, denied or a condition: `claims that`,
/// `whether`, `if`, `allegedly`.
fn is_supposed(article: &Article<'_>, told: &Told) -> bool {
    let sentence = article.sentence_of(told.at);
    let is = |at: usize, words: &AnyOf| article.token(at, sentence).is_some_and(|token| token.is_any(words));
    if let Some(group) = &told.group
        && (group.first..group.verb.max(told.at)).any(|at| is(at, &SUPPOSEDLY))
    {
        return true;
    }
    let Some(bound) = told.clause.start.checked_sub(1) else { return false };
    if is(bound, any_of!["if", "unless", "whether", "until"]) {
        return true;
    }
    // `claims that`, `claims` with the `that` left out, `the claim that`.
    let range = article.around(told.at);
    if is(bound, any_of!["that"]) {
        return (bound.saturating_sub(3).max(range.start)..bound).any(|at| is(at, &SUPPOSES));
    }
    told.clause
        .clone()
        .take_while(|&at| at < told.at)
        .any(|at| is(at, &SUPPOSES) && article.subject(&article.verb_group(at, Form::Past)).is_some())
}

/// A plan lies ahead: a month or a day without a year, taken for the last one,
/// is the next one.
fn ahead_of(when: &When, published: &When) -> When {
    let (Some(end), Some(told)) = (when.last_day(), published.first_day()) else { return when.clone() };
    if end >= told {
        return when.clone();
    }
    let later = match when.shape() {
        Shape::Month(year, month) => When::month(year + 1, month).ok(),
        Shape::Day(year, month, day) => Some(When::day(Day::from_civil(year + 1, month, day))),
        _ => None,
    };
    // A plan for the past is no plan for more than a year ahead either.
    later.filter(|later| later.last_day().is_some_and(|day| day >= told)).unwrap_or_else(|| when.clone())
}

/// What a past tense tells lies behind: a day without a year, taken for the
/// next one, is the last one.
fn behind(when: &When, published: &When) -> When {
    let (Some(day), Some(told)) = (when.first_day(), published.last_day()) else { return when.clone() };
    // A day or two ahead is a slip of the report's own date, or a plan.
    if day.0 <= told.0 + 2 {
        return when.clone();
    }
    match when.shape() {
        Shape::Month(year, month) => When::month(year - 1, month).ok(),
        Shape::Day(year, month, day) => Some(When::day(Day::from_civil(year - 1, month, day))),
        _ => None,
    }
    .unwrap_or_else(|| when.clone())
}

/// `I invite you`, `I would like to … invite you`.
pub(super) fn is_performative(article: &Article<'_>, told: &Told) -> bool {
    let sentence = article.sentence_of(told.at);
    let next = article.token(told.at + 1, sentence);
    next.is_some_and(|token| token.is("you"))
        && told.trigger.form == Form::Base
        && article
            .around(told.at)
            .take_while(|&i| i < told.at)
            .any(|i| article.token(i, sentence).is_some_and(|token| token.is("i")))
}
