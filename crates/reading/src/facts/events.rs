//! Events: a verb or a noun that tells of one, who takes part, where, when,
//! and whether it happened.

use story::{Basis, EntityKind, EventKind, Status, When};

use crate::dates::TimeExpression;

use super::article::{Article, is_preposition};
use super::dating::{LEAD, dates_of, sayer};
use super::day::{self, dated, is_news, is_to_come, is_unplanned};
use super::found::FoundEvent;
use super::nouns::goes_on;
use super::open::acts;
use super::parts::Parts;
use super::same_day::day_before;
use super::telling::{Told, is_victory, told_in};
use super::titles::is_sound;
use super::verbs::{Form, TriggerClass};
use crate::mentions::ActorId;
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::TokenKind;

/// The events of an article, as its sentences tell them.
pub(super) fn find(article: &Article<'_>) -> Vec<FoundEvent> {
    let mut events: Vec<FoundEvent> = Vec::new();
    for sentence in 0..article.document.sentences.len() {
        let told = told_in(article, sentence);
        let dates = dates_of(article, sentence, &told);
        let same_day = if told.is_empty() { None } else { day_before(article, sentence) };
        let dates = given_on(article, &told, dates);
        if told.is_empty() {
            events.extend(super::copula::event(article, sentence));
        }
        for (told, date) in told.into_iter().zip(dates) {
            let (further, told) = further_dates(article, told, date);
            let Some(mut event) = event(article, &told, date) else { continue };
            for date in further {
                events.extend(self::event(article, &told, Some(date)));
            }
            if let Some(day) = same_day.clone().filter(|_| event.when.is_none()) {
                event.because = Some(format!("told of the same day, {day}"));
                (event.when, event.basis) = (Some(day), Basis::Inferred);
            }
            events.push(event);
        }
    }
    events
}

/// The dates, where one that went to a verb that tells of no event goes to what
/// its clause tells before: `An earthquake flattened villages in Peru on Monday`.
fn given_on<'t>(
    article: &'t Article<'_>,
    told: &[Told],
    mut dates: Vec<Option<&'t TimeExpression>>,
) -> Vec<Option<&'t TimeExpression>> {
    for i in 1..told.len() {
        let (Some(verb), Some(Some(date))) = (told.get(i), dates.get(i).copied()) else { continue };
        let says = article.tokens.get(verb.at).is_none_or(|token| crate::quotes::is_saying_verb(&token.lower));
        // `was convicted after a trial last year`, but not `on Monday`
        let roughly = date.value.as_ref().and_then(When::days).is_some_and(|days| days > 1);
        let behind = verb.clause.start.checked_sub(1).filter(|&at| article.is(at, article.sentence_of(at), "after"));
        let noun = verb.trigger.class.is_noun();
        if says || noun && !(roughly && behind.is_some()) {
            continue;
        }
        // `The lawsuit, filed on Monday`
        // `The resignation of Jane Roe on Monday surprised many`
        let before = article.tokens.get(verb.at).is_some_and(|token| date.span.start < token.span.start);
        let open = verb.trigger.lemma.is_empty() && before;
        let beside = |other: &Told| other.trigger.class.is_noun() && (open || verb.at <= other.at + 2);
        let blow = |other: &Told| {
            if noun {
                return !other.trigger.class.is_noun() && Some(other.clause.end) == behind;
            }
            other.clause == verb.clause && (is_unplanned(other) || beside(other)) || governs(article, other, verb, date)
        };
        // What a clause tells stands side by side.
        let from = told.partition_point(|other| other.clause.end + 1 < verb.clause.start);
        let before = told.get(from..i).unwrap_or_default().iter().rposition(blow).map(|at| from + at);
        let Some(before) = before.filter(|&at| dates.get(at).is_some_and(Option::is_none)) else { continue };
        let tells = |told: &Told| event(article, told, Some(date)).is_some();
        let is_deal = told.get(before).is_some_and(|other| offers_a_deal(article, other, verb));
        if (is_deal || !tells(verb)) && told.get(before).is_some_and(tells) {
            dates.swap(i, before);
        }
    }
    dates
}

/// `announced it in a statement released on Monday`, `offered to buy Orbit in May`: the day is that of the verb
/// before it.
fn governs(article: &Article<'_>, other: &Told, verb: &Told, date: &TimeExpression) -> bool {
    let sentence = article.sentence_of(verb.at);
    let Some(group) = other.group.as_ref().filter(|_| !other.trigger.class.is_noun()) else { return false };
    // `announced a deal to buy Orbit in May` too.
    let offered = other.clause.end + 1 == verb.clause.start && article.is(other.clause.end, sentence, "to");
    let offered = offered && (!is_to_come(article, date) || offers_a_deal(article, other, verb));
    let part = |at: usize| {
        article.token(at, sentence).is_some_and(|token| !token.is_word() || token.is_any(any_of!["and", "but", "or"]))
    };
    let released = other.clause == verb.clause && is_news(article, date) && !(other.at..verb.at).any(part);
    group.status == Some(Status::Happened) && !group.infinitive && (offered || released)
}

/// `agreed to buy Orbit on Friday`: the day is the agreement's.
fn offers_a_deal(article: &Article<'_>, other: &Told, verb: &Told) -> bool {
    let agreed = article.tokens.get(other.at).is_some_and(|token| token.is_any(any_of!["agreed", "offered"]));
    agreed && other.at + 2 == verb.at && verb.trigger.kind == EventKind::Trade
}

/// Further dates of the same verb: `won in 2015 and 2016`, `was fined in 2014
/// and again in 2017`. What is told ends before them.
fn further_dates<'t>(
    article: &'t Article<'_>,
    mut told: Told,
    date: Option<&TimeExpression>,
) -> (Vec<&'t TimeExpression>, Told) {
    let mut further = Vec::new();
    let Some(date) = date.filter(|_| !told.trigger.class.is_noun()) else { return (further, told) };
    let sentence = article.sentence_of(told.at);
    let is = |at: usize, words: &AnyOf| article.is_any(at, sentence, words);
    // `between 2015 and 2016` is one time.
    if article.tokens.at(date.span.start).checked_sub(1).is_some_and(|at| is(at, any_of!["between"])) {
        return (further, told);
    }
    let mut end = article.tokens.at(date.span.end);
    // What follows the date of another verb is that verb's.
    while told.at < end && told.clause.contains(&end) {
        let mut at = end + usize::from(article.is_mark(end, sentence, ','));
        at += usize::from(is(at, any_of!["and"]));
        if at == end {
            break;
        }
        at += usize::from(is(at, any_of!["again", "then", "later", "briefly"]));
        at += usize::from(is(at, any_of!["in", "on"]));
        let Some(start) = article.tokens.get(at).map(|token| token.span.start) else { break };
        let next = article.times.get(article.times.partition_point(|time| time.span.start < start));
        // A year and a year, a day and a day.
        let precision = |time: &TimeExpression| time.value.as_ref().map(|when| when.as_str().len());
        let alike = |time: &&TimeExpression| {
            time.span.start == start && precision(time) == precision(date) && time.value != date.value
        };
        let Some(time) = next.filter(alike) else { break };
        further.push(time);
        let before = std::mem::replace(&mut end, article.tokens.at(time.span.end));
        // `was elected in 2011 and in 2015 moved`: of another verb.
        if article
            .token(end, sentence)
            .is_some_and(|token| token.is_word() && !is_preposition(token) && !token.is("and"))
        {
            further.clear();
            break;
        }
        if further.len() == 1 {
            told.clause.end = before;
        }
    }
    (further, told)
}

/// The event that a word tells, of this date.
pub(super) fn event(article: &Article<'_>, told: &Told, date: Option<&TimeExpression>) -> Option<FoundEvent> {
    let sentence = article.sentence_of(told.at);
    let quoted = article.speech_at(article.tokens.get(told.at)?.span.start).is_some();
    // Such a verb tells of no event by itself: someone does it on a day.
    let needs_date = told.trigger.class == TriggerClass::Dated;
    if told.trigger.lemma.is_empty() && !date.is_some_and(|time| dates_any(article, told, time)) {
        return None;
    }
    if needs_date && (quoted || date.is_none() || told.group.as_ref().is_none_or(|group| group.reduced)) {
        return None;
    }
    let performative = told.trigger.kind == EventKind::Invitation && quoted && is_performative(article, told);
    let mut parts = Parts::default();
    match told.trigger.class {
        class if class.is_noun() => parts.of_noun(article, told),
        _ => parts.of_verb(article, told)?,
    }
    parts.needs_date |= told.trigger.class == TriggerClass::Of;
    take_sayer(article, told, date, &mut parts);
    parts.take_parents(article);
    let mut status = parts.status;
    if status.is_none() && is_ahead(article, told, date) {
        status = Some(Status::Planned);
    }
    let when = date.and_then(|time| dated(article, told, status, time));
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
    // `“…,” Jane Roe wrote for the court`: what she says is the quote.
    let beside_quote = || {
        let is_quotation = |at: usize| {
            article.token(at, sentence).is_some_and(|token| matches!(token.kind, TokenKind::Mark('"' | '“' | '”')))
        };
        is_quotation(told.clause.end) || is_quotation(told.clause.start.wrapping_sub(1))
    };
    if told.trigger.lemma == "write" && beside_quote() {
        return None;
    }
    // What a quotation tells is dated there, or told by the article too.
    if quoted && when.is_none() && !told.trigger.class.is_noun() && !performative {
        status = None;
    }
    let (status, when) = day::by_the_day(article, told, (status, when), date);
    // `prayed for his death`: without a date, no more than named.
    let is_news = date.is_some_and(|time| is_news(article, time));
    if parts.needs_date && when.is_none() || parts.needs_news && !is_news {
        return None;
    }
    // `a win over Orbit`: whose, nobody knows.
    if is_victory(told.trigger) && parts.participants.len() < 2 {
        return None;
    }
    let definite = parts.refers || told.trigger.class.is_noun() && parts.is_definite;
    // `Talks`: a word alone tells nobody what it was. `The lawsuit, filed on Friday`
    // may tell when what was told before was.
    let refers = definite && when.as_ref().is_some_and(When::is_one_day);
    if !is_sound(&parts.title) || told.trigger.class.is_noun() && !parts.title.contains(' ') && !refers {
        return None;
    }
    let is_news = is_news && begins_a_report(article, told, &parts);
    if parts.participants.is_empty() && parts.place.is_none() && !is_news && !(definite && status.is_some()) {
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
    let kind = kind_of(article, told, &parts);
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
        lemma: lemma_of(kind, told),
        headline: article.is_headline(sentence),
        definite,
        told: told.group.as_ref().is_some_and(|group| !group.infinitive && !group.reduced)
            && !quoted
            && !is_earlier(article, told)
            || performative,
        quoted: quoted && !performative,
        performed: performative,
        acting: parts.acting,
    })
}

/// Whether the present tells of what lies ahead: `leaves on Monday`, but not `is accused of robbing a bank on Monday`.
fn is_ahead(article: &Article<'_>, told: &Told, date: Option<&TimeExpression>) -> bool {
    told.trigger.kind != EventKind::Statement
        && told.group.as_ref().is_some_and(|group| group.present)
        && date.is_some_and(|time| is_to_come(article, time))
}

/// Whether it is news wherever it was, and whoever took part: what a report begins with, and `after a blast killed
/// two men` in it.
fn begins_a_report(article: &Article<'_>, told: &Told, parts: &Parts) -> bool {
    let sentence = article.sentence_of(told.at);
    let did = || article.token(told.at + 1, sentence).is_some_and(goes_on);
    if told.trigger.class.is_noun() {
        !parts.is_definite && is_unplanned(told) && article.begins_with(sentence) && did()
    } else {
        parts.is_definite
    }
}

/// The verb's lemma: who was found guilty was not founded.
fn lemma_of(kind: EventKind, told: &Told) -> &'static str {
    if kind == EventKind::Crime && told.trigger.lemma == "found" { "find" } else { told.trigger.lemma }
}

/// Whether a verb that no list knows tells of an event of that time: in the news of
/// the week, or where it is told plainly who did it.
fn dates_any(article: &Article<'_>, told: &Told, time: &TimeExpression) -> bool {
    let sentence = article.sentence_of(told.at);
    let start = article.tokens.at(time.span.start);
    is_news(article, time)
        || (told.trigger.form == Form::Base || acts(article, told.at))
            // `led it from 1995 to 1997`
            && !article.is_any(start.wrapping_sub(1), sentence, any_of!["from", "between"])
            && time.value.as_ref().and_then(When::days).is_some_and(|days| days <= 366)
}

/// `Before that, X had done it`: not of the day of the report.
fn is_earlier(article: &Article<'_>, told: &Told) -> bool {
    let sentence = article.sentence_of(told.at);
    let opener = article.tokens.get(article.tokens.of_sentence(sentence).start);
    opener.is_some_and(|token| token.is_any(any_of!["prior", "before", "previously", "earlier", "formerly"]))
        || told.group.as_ref().is_some_and(|group| {
            // `said on Monday that she had resigned` tells of the day.
            let said = told
                .clause
                .start
                .checked_sub(1)
                .is_some_and(|that| sentence < LEAD && article.is(that, sentence, "that"));
            !said && article.is(group.first, sentence, "had") && group.first < group.verb
        })
}

/// `Scientists have found a comet, Delta University said on Monday`: who says so
/// stands for those whom nobody names.
fn take_sayer(article: &Article<'_>, told: &Told, date: Option<&TimeExpression>, parts: &mut Parts) {
    let kind = |actor: ActorId| article.cast.kind(actor);
    if told.trigger.class.is_noun() || parts.participants.iter().any(|(actor, _)| kind(*actor) != EntityKind::Other) {
        return;
    }
    let who = date.and_then(|time| sayer(article, article.sentence_of(told.at), time));
    for actor in who.map(|who| who.actors).unwrap_or_default() {
        if kind(actor) == EntityKind::Organisation {
            parts.take(actor, None);
        }
    }
}

/// Whether something named is founded.
fn founds(article: &Article<'_>, parts: &Parts) -> bool {
    let mut others = parts.participants.iter().skip(parts.acting.min(1));
    others.any(|(actor, _)| article.cast.kind(*actor) == EntityKind::Organisation)
}

/// The kind of an event, by who takes part too.
fn kind_of(article: &Article<'_>, told: &Told, parts: &Parts) -> EventKind {
    // What replaces a thing is no appointment.
    let persons = parts.participants.iter().any(|(actor, _)| article.cast.kind(*actor) == EntityKind::Person);
    let people = parts.participants.iter().filter(|(actor, _)| article.cast.kind(*actor) == EntityKind::Person).count();
    let sentence = article.sentence_of(told.at);
    let by_phone = || {
        let mut words = told.clause.clone().filter_map(|at| article.token(at, sentence));
        words.any(|token| token.is_any(any_of!["phone", "telephone"]))
    };
    match parts.agreed.unwrap_or(told.trigger.kind) {
        // `spoke by phone with Jane Roe`
        EventKind::Meeting if by_phone() => EventKind::Call,
        EventKind::Other if told.trigger.lemma == "speak" && by_phone() => EventKind::Call,
        // `welcomed Jane Roe to Lima`
        EventKind::Statement | EventKind::Other
            if people > 1 && matches!(told.trigger.lemma, "welcome" | "host") && parts.place.is_some() =>
        {
            EventKind::Meeting
        }
        // `a trial of the vaccine`
        EventKind::Crime if told.trigger.lemma == "trial" && people == 0 && !parts.participants.is_empty() => {
            EventKind::Other
        }
        // `returned a profit`
        EventKind::Visit if told.trigger.lemma == "return" && parts.place.is_none() => EventKind::Other,
        // `Jane Roe Found Guilty`
        EventKind::Founding if article.is(told.at + 1, sentence, "guilty") => EventKind::Crime,
        // `created 200 jobs`
        EventKind::Founding if told.trigger.class == TriggerClass::Dated && !founds(article, parts) => EventKind::Other,
        // `died of a heart attack`
        EventKind::Conflict if article.is_any(told.at.wrapping_sub(1), sentence, any_of!["heart", "panic"]) => {
            EventKind::Other
        }
        // `received the Delta Prize`
        EventKind::Meeting if told.trigger.lemma == "receive" && !parts.receives_one => EventKind::Other,
        // Who takes over without an object takes an office.
        EventKind::Trade if told.trigger.lemma == "take over" && persons => EventKind::Appointment,
        EventKind::Appointment if !persons && OF_THINGS_TOO.contains(&told.trigger.lemma) => EventKind::Other,
        kind => kind,
    }
}

/// Verbs of offices that things have too.
const OF_THINGS_TOO: [&str; 9] =
    ["replace", "succeed", "promote", "retire", "install", "remove", "fire", "name", "quit"];

/// Verbs whose `that` clause is a claim, a fear or a denial, and no fact.
const SUPPOSES: &AnyOf = any_of![
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
    "protested",
    "complained",
    "insisted",
];

/// Adverbs that say the same.
const SUPPOSEDLY: &AnyOf = any_of![
    "allegedly",
    "reportedly",
    "supposedly",
    "purportedly",
    "apparently",
    "probably",
    "possibly",
    "perhaps",
    "presumably",
    "likely",
];

/// Whether what is told is only claimed, denied or a condition: `claims that`,
/// `whether`, `if`, `allegedly`.
fn is_supposed(article: &Article<'_>, told: &Told) -> bool {
    let sentence = article.sentence_of(told.at);
    let is = |at: usize, words: &AnyOf| article.is_any(at, sentence, words);
    if let Some(group) = &told.group
        && (group.first..group.verb.max(told.at)).any(|at| is(at, SUPPOSEDLY))
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
        return (bound.saturating_sub(3).max(range.start)..bound).any(|at| is(at, SUPPOSES));
    }
    told.clause.clone().take_while(|&at| at < told.at).any(|at| {
        // A headline leaves out whose claim it is: `Woman claims Acme hid it`.
        let claims =
            || is(at, any_of!["claims", "alleges", "fears", "denies"]) && article.starting_at(at + 1).is_some();
        is(at, SUPPOSES) && (claims() || article.subject(&article.verb_group(at, Form::Past)).is_some())
    })
}

/// `I invite you`, `I would like to … invite you`.
pub(super) fn is_performative(article: &Article<'_>, told: &Told) -> bool {
    let sentence = article.sentence_of(told.at);
    let next = article.token(told.at + 1, sentence);
    next.is_some_and(|token| token.is("you"))
        && told.trigger.form == Form::Base
        && article.around(told.at).take_while(|&i| i < told.at).any(|i| article.is(i, sentence, "i"))
}
