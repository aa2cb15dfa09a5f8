//! One event, however many articles report it; plans and what fulfils them.

use story::ids::{Minter, slug};
use story::{Basis, EntityId, EntityKind, Event, EventId, EventKind, Evidence, Participant, Status, When};

use crate::facts::FoundEvent;
use crate::facts::found::is_blow;
use crate::order;
use crate::sorted::{Map, Set};

use super::ReadArticle;
use super::entities::Entities;
use super::spans::Spans;

/// An event of the story, before its entities have ids.
#[derive(Debug, Clone)]
pub(super) struct Merged {
    pub(super) kind: EventKind,
    pub(super) title: String,
    pub(super) when: When,
    pub(super) basis: Basis,
    pub(super) because: Option<String>,
    pub(super) status: Status,
    pub(super) place: Option<usize>,
    pub(super) participants: Vec<(usize, Option<&'static str>)>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) articles: Set<usize>,
    pub(super) follows: Option<usize>,
    /// What each article says of the date.
    pub(super) dates: Vec<Dated>,
    /// How well the title tells it: told beats mentioned, the lead the rest.
    rank: (bool, std::cmp::Reverse<usize>),
    /// Whether it is dated by the report alone, which does not say when.
    of_report: bool,
    /// The word that tells of it, in its base form.
    lemma: &'static str,
}

/// The date that an article gives an event.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    pub(super) article: usize,
    pub(super) when: When,
    /// In the article's own words; nothing where it is that of the report.
    pub(super) said: Option<String>,
    pub(super) evidence: Vec<Evidence>,
}

/// An event without a date backs up one that another article dates within so
/// many days of it.
const NEAR: i64 = 7;

/// A coarse date and a fine one are the same event's when the coarse one is no
/// longer than a season.
const COARSEST: i64 = 92;

/// The days of a year.
const YEAR: i64 = 366;

/// A report tells news without its day so many days later at most.
const TOLD_LATER: i64 = 2;

/// So many events with one participant are compared with a new one.
const COMPARED: usize = 64;

/// Merges the events of all articles.
pub(super) fn merge(articles: &[ReadArticle<'_>], entities: &Entities, spans: &[Spans<'_>]) -> Vec<Merged> {
    let mut merged: Vec<Merged> = Vec::new();
    let mut by_participant: Map<(EventKind, usize), Vec<usize>> = Map::new();
    for (i, article) in articles.iter().enumerate() {
        for event in &article.facts.events {
            let Some(new) = lift(event, i, entities, spans) else { continue };
            let candidates = candidates(&by_participant, &new);
            let same =
                candidates.into_iter().find(|&at| merged.get(at).is_some_and(|known| is_same(known, &new, entities)));
            let at = if let Some((at, known)) = same.and_then(|at| merged.get_mut(at).map(|known| (at, known))) {
                join(known, new);
                at
            } else {
                merged.push(new);
                merged.len() - 1
            };
            let Some(known) = merged.get(at) else { continue };
            for key in keys(known) {
                let list = by_participant.entry(key).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
    }
    for (i, article) in articles.iter().enumerate() {
        for echo in &article.facts.echoes {
            back_up(&mut merged, &by_participant, echo, i, article, entities, spans);
        }
    }
    fulfil(&mut merged, &by_participant, articles, entities);
    merged
}

/// What may be one event: a blast in one report is a bombing in another, and in a
/// third what killed ten people.
fn family(kind: EventKind, lemma: &str) -> EventKind {
    match kind {
        EventKind::Summit => EventKind::Meeting,
        kind if is_blow(kind, lemma) => EventKind::Conflict,
        kind => kind,
    }
}

fn keys(event: &Merged) -> Vec<(EventKind, usize)> {
    let mut keys: Vec<(EventKind, usize)> =
        event.participants.iter().map(|(entity, _)| (family(event.kind, event.lemma), *entity)).collect();
    if keys.is_empty() {
        keys.extend(event.place.map(|place| (family(event.kind, event.lemma), place)));
    }
    keys
}

fn candidates(by_participant: &Map<(EventKind, usize), Vec<usize>>, event: &Merged) -> Set<usize> {
    keys(event)
        .iter()
        .filter_map(|key| by_participant.get(key))
        .flat_map(|list| list.iter().rev().take(COMPARED).copied())
        .collect()
}

fn lift(event: &FoundEvent, article: usize, entities: &Entities, spans: &[Spans<'_>]) -> Option<Merged> {
    let when = event.when.clone()?;
    let mut participants: Vec<(usize, Option<&'static str>)> = Vec::new();
    for (actor, role) in &event.participants {
        let entity = entities.entity(article, *actor);
        if !participants.iter().any(|(known, _)| *known == entity) {
            participants.push((entity, *role));
        }
    }
    let evidence: Vec<Evidence> =
        event.proofs.iter().filter_map(|(_, span)| spans.get(article)?.evidence(*span)).collect();
    let first = event.proofs.first().map_or(usize::MAX, |proof| proof.0);
    Some(Merged {
        kind: event.kind,
        title: event.title.clone(),
        dates: vec![Dated { article, when: when.clone(), said: event.said.clone(), evidence: evidence.clone() }],
        when,
        basis: event.basis,
        because: event.because.clone(),
        status: event.status?,
        place: event.place.map(|place| entities.entity(article, place)),
        participants,
        evidence,
        articles: Set::from([article]),
        follows: None,
        rank: (event.told, std::cmp::Reverse(first)),
        of_report: event.basis == Basis::Inferred && event.said.is_none(),
        lemma: event.lemma,
    })
}

fn people(event: &Merged, entities: &Entities) -> Set<usize> {
    event
        .participants
        .iter()
        .map(|(entity, _)| *entity)
        .filter(|&entity| entities.kind(entity) == EntityKind::Person)
        .collect()
}

fn share(a: &Merged, b: &Merged, entities: &Entities) -> bool {
    let (pa, pb) = (people(a, entities), people(b, entities));
    if !pa.is_empty() && !pb.is_empty() {
        let common = pa.intersection(&pb).count();
        // Whom else a verdict names, one report may leave out.
        let fewer = befalls(a, b) && (pa.is_subset(&pb) || pb.is_subset(&pa));
        let several = (pa.len() >= 2 || pb.len() >= 2) && a.kind != EventKind::Visit && !fewer;
        return if several { common >= 2 } else { common >= 1 };
    }
    let all = |event: &Merged| event.participants.iter().map(|(entity, _)| *entity).collect::<Set<usize>>();
    let (all_a, all_b) = (all(a), all(b));
    if all_a.is_empty() || all_b.is_empty() {
        // Where it was may take part in it as another tells it: `hit Lima`.
        let there = |event: &Merged, others: &Set<usize>| event.place.is_some_and(|place| others.contains(&place));
        return a.place.is_some() && a.place == b.place || there(a, &all_b) || there(b, &all_a);
    }
    let there = a.lemma == b.lemma && a.place.is_some() && a.place == b.place;
    there || all_a.intersection(&all_b).next().is_some()
}

/// Whether both tell what befell somebody.
fn befalls(a: &Merged, b: &Merged) -> bool {
    a.kind == b.kind && matches!(a.kind, EventKind::Crime | EventKind::Death)
}

fn places_differ(a: &Merged, b: &Merged, entities: &Entities) -> bool {
    match (a.place, b.place) {
        (Some(a), Some(b)) => a != b && entities.kind(a) == entities.kind(b),
        _ => false,
    }
}

fn dates_agree(a: &When, b: &When) -> bool {
    a == b
        || (a.covers(b) && a.days().is_some_and(|days| days <= COARSEST))
        || (b.covers(a) && b.days().is_some_and(|days| days <= COARSEST))
}

fn is_same(known: &Merged, new: &Merged, entities: &Entities) -> bool {
    // Within one article they were told apart already.
    !known.articles.is_superset(&new.articles)
        && family(known.kind, known.lemma) == family(new.kind, new.lemma)
        && known.status == new.status
        && (dates_agree(&known.when, &new.when)
            || told_later(known, new)
            || told_later(new, known)
            || of_two_reports(known, new)
            || of_one_year(known, new))
        && share(known, new, entities)
        && !of_two_matters(known, new)
        && !places_differ(known, new, entities)
}

/// A report that does not say when tells news of the day, or of the day or two
/// before: the same as another report's that does.
fn told_later(report: &Merged, dated: &Merged) -> bool {
    let same_word = report.kind != EventKind::Other || report.lemma == dated.lemma;
    let days = |event: &Merged| event.when.first_day().filter(|_| event.when.is_one_day());
    report.of_report
        && !dated.of_report
        && same_word
        && matches!((days(report), days(dated)), (Some(told), Some(day)) if (0..=TOLD_LATER).contains(&(told.0 - day.0)))
}

/// What two reports tell, each without its day, within a day: the same news when
/// it has two in it that are the same, or what befalls one person is told by one word.
fn of_two_reports(a: &Merged, b: &Merged) -> bool {
    let day = |event: &Merged| event.when.first_day().filter(|_| event.of_report && event.when.is_one_day());
    let near = matches!((day(a), day(b)), (Some(one), Some(other)) if (one.0 - other.0).abs() <= 1);
    near && (befalls(a, b) && a.lemma == b.lemma || whom(a).intersection(&whom(b)).count() > 1)
}

/// News of two reports, neither of which says when, or one only the month, in other words and with
/// no more in common than one whom they name: `Kenya opens a port`, `Kenya mourned a singer this month`.
fn of_two_matters(a: &Merged, b: &Merged) -> bool {
    let dated_alike = a.when == b.when && !(a.of_report && b.of_report);
    let vague = !dated_alike && a.kind == EventKind::Other;
    vague && a.lemma != b.lemma && whom(a).intersection(&whom(b)).count() < 2
}

/// What happens once, or to the same alone, is told with the year and with the
/// month of it.
fn of_one_year(a: &Merged, b: &Merged) -> bool {
    let (one, other) = (whom(a), whom(b));
    let single = matches!(a.kind, EventKind::Founding | EventKind::Dissolution | EventKind::Death | EventKind::Trade);
    let takes_part = |event: &Merged| event.participants.iter().map(|(entity, _)| *entity).collect::<Set<usize>>();
    single
        && (a.when.covers(&b.when) || b.when.covers(&a.when))
        && [&a.when, &b.when].iter().all(|when| when.days().is_some_and(|days| days <= YEAR))
        && (takes_part(a).is_subset(&other) || takes_part(b).is_subset(&one))
}

/// Who takes part, and where.
fn whom(event: &Merged) -> Set<usize> {
    event.participants.iter().map(|(entity, _)| *entity).chain(event.place).collect()
}

fn join(known: &mut Merged, new: Merged) {
    if known.of_report && new.of_report && new.when.first_day() < known.when.first_day() {
        known.when.clone_from(&new.when);
        known.because.clone_from(&new.because);
    }
    let finer = known.when != new.when && known.when.covers(&new.when);
    let stated = known.when == new.when && known.basis == Basis::Inferred && new.basis == Basis::Stated;
    if finer || stated || (known.of_report && !new.of_report) {
        known.of_report &= new.of_report;
        known.when = new.when;
        known.basis = new.basis;
        known.because = new.because;
    }
    if new.rank > known.rank {
        known.rank = new.rank;
        known.title = new.title;
    }
    known.place = known.place.or(new.place);
    for (entity, role) in new.participants {
        match known.participants.iter_mut().find(|(other, _)| *other == entity) {
            Some((_, known_role)) => *known_role = known_role.or(role),
            None => known.participants.push((entity, role)),
        }
    }
    known.evidence.extend(new.evidence);
    known.articles.extend(new.articles);
    known.dates.extend(new.dates);
}

/// An event that an article only mentions, without a date, backs up the one
/// that others date near the day of the article.
fn back_up(
    merged: &mut [Merged],
    by_participant: &Map<(EventKind, usize), Vec<usize>>,
    echo: &FoundEvent,
    article: usize,
    read: &ReadArticle<'_>,
    entities: &Entities,
    spans: &[Spans<'_>],
) {
    let Some(published) = read.published.as_ref().and_then(|published| published.when.first_day()) else { return };
    let whom: Set<usize> = echo.participants.iter().map(|(actor, _)| entities.entity(article, *actor)).collect();
    if whom.is_empty() {
        return;
    }
    let near: Set<usize> = whom
        .iter()
        .filter_map(|entity| by_participant.get(&(family(echo.kind, echo.lemma), *entity)))
        .flat_map(|list| list.iter().rev().take(COMPARED).copied())
        .collect();
    let fits = |event: &Merged| {
        let same_word = echo.kind != EventKind::Other || echo.lemma == event.lemma;
        let day = event.when.first_day().map_or(i64::MAX, |day| day.0);
        let participants: Set<usize> = event.participants.iter().map(|(entity, _)| *entity).collect();
        same_word
            && event.when.is_one_day()
            && (day - published.0).abs() <= NEAR
            && !event.articles.contains(&article)
            && whom.is_subset(&participants)
            && echo.status.is_none_or(|status| status == event.status)
    };
    let found: Vec<usize> = near.into_iter().filter(|&at| merged.get(at).is_some_and(fits)).collect();
    // Two that fit: it may be either.
    let [only] = found[..] else { return };
    let Some(event) = merged.get_mut(only) else { return };
    event.evidence.extend(echo.proofs.iter().filter_map(|(_, span)| spans.get(article)?.evidence(*span)));
    event.articles.insert(article);
}

/// What happened follows what was planned: the same people, the same kind,
/// within the time of the plan, told later.
fn fulfil(
    merged: &mut [Merged],
    by_participant: &Map<(EventKind, usize), Vec<usize>>,
    articles: &[ReadArticle<'_>],
    entities: &Entities,
) {
    let told = |event: &Merged| {
        event.articles.iter().filter_map(|&i| articles.get(i)?.published.as_ref()?.when.first_day()).min()
    };
    for at in 0..merged.len() {
        let Some(event) = merged.get(at) else { continue };
        if event.status != Status::Happened {
            continue;
        }
        let plans = candidates(by_participant, event).into_iter().filter(|&plan| {
            merged.get(plan).is_some_and(|plan| {
                plan.status == Status::Planned
                    && family(plan.kind, plan.lemma) == family(event.kind, event.lemma)
                    && dates_agree(&plan.when, &event.when)
                    && share(plan, event, entities)
                    && !places_differ(plan, event, entities)
                    && told(plan) <= told(event)
                    && told(plan).is_some_and(|day| event.when.last_day().is_some_and(|end| day <= end))
            })
        });
        let nearest =
            plans.min_by_key(|&plan| (merged.get(plan).and_then(|plan| plan.when.days()).unwrap_or(i64::MAX), plan));
        if let Some(event) = merged.get_mut(at) {
            event.follows = nearest;
        }
    }
}

/// The events with their ids, by date and then by title.
pub(super) fn records(events: &[Merged], id_of: &impl Fn(usize) -> Option<EntityId>) -> Vec<Event> {
    let mut order: Vec<usize> = (0..events.len()).collect();
    let by = |at: usize| events.get(at);
    order::sort_by(&mut order, &|&a, &b| match (by(a), by(b)) {
        (Some(x), Some(y)) => {
            x.when.compare(&y.when).then_with(|| x.title.cmp(&y.title)).then_with(|| x.evidence.cmp(&y.evidence))
        }
        _ => a.cmp(&b),
    });
    let mut minter = Minter::new();
    let mut ids: Vec<Option<EventId>> = vec![None; events.len()];
    for &at in &order {
        if let (Some(event), Some(slot)) = (by(at), ids.get_mut(at)) {
            let wanted = format!("{}-{}", slug(event.when.as_str()), slug(&event.title));
            *slot = Some(EventId::new(minter.mint(wanted.trim_matches('-'))));
        }
    }
    let mut records = Vec::new();
    for at in order {
        let (Some(event), Some(Some(id))) = (events.get(at), ids.get(at)) else { continue };
        let mut participants: Vec<Participant> = event
            .participants
            .iter()
            .filter_map(|(entity, role)| Some(Participant { entity: id_of(*entity)?, role: role.map(str::to_owned) }))
            .collect();
        participants.dedup();
        let mut evidence = event.evidence.clone();
        order::sort(&mut evidence);
        evidence.dedup();
        if evidence.is_empty() {
            continue;
        }
        records.push(Event {
            id: id.clone(),
            kind: event.kind,
            title: event.title.clone(),
            when: Some(event.when.clone()),
            basis: Some(event.basis),
            because: event.because.clone(),
            status: event.status,
            place: event.place.and_then(id_of),
            participants,
            follows: event.follows.and_then(|plan| ids.get(plan).cloned().flatten()),
            evidence,
        });
    }
    records
}
