//! One article's events, each once: the lead's date, mentions that belong to
//! an event told elsewhere in the article, and what is left over.

use story::{Basis, EntityKind, EventKind, Status, When};

use crate::dates::in_words;
use crate::mentions::ActorId;
use crate::mentions::any_of::any_of;
use crate::order;
use crate::sorted::Set;
use story::case::Case;

use super::article::Article;
use super::dating::{LEAD, RECENT};
use super::found::{FoundEvent, is_blow};

/// An event is compared with so many that are told before or after it.
const COMPARED: usize = 60;

/// Kinds that are told of one encounter: a visit, and the talks held on it.
fn family(kind: EventKind) -> EventKind {
    match kind {
        EventKind::Visit | EventKind::Summit => EventKind::Meeting,
        kind => kind,
    }
}

/// Words that tell of one thing that comes out: what is unveiled is announced
/// and may be released.
const COMING_OUT: [&str; 7] = ["announce", "unveil", "reveal", "introduce", "launch", "release", "announcement"];

/// Whether two events may be one by what they are.
fn akin(a: &FoundEvent, b: &FoundEvent) -> bool {
    family(a.kind) == family(b.kind) && (a.kind != EventKind::Other || a.lemma == b.lemma)
        // `A bus crashed`, `ten people were killed`: in one place, on one day.
        || a.kind != b.kind && a.place.is_some() && a.place == b.place && is_blow(a.kind, a.lemma) && is_blow(b.kind, b.lemma)
        || (a.headline != b.headline && COMING_OUT.contains(&a.lemma) && COMING_OUT.contains(&b.lemma))
}

/// Settles the events of an article. The second list holds those without a
/// date.
pub(super) fn settle(article: &Article<'_>, mut told: Vec<FoundEvent>) -> (Vec<FoundEvent>, Vec<FoundEvent>) {
    refer_back(&mut told);
    date_the_lead(article, &mut told);
    headline_and_lead(article, &mut told);
    let mut kept: Vec<FoundEvent> = Vec::new();
    let mut undated: Vec<FoundEvent> = Vec::new();
    for event in told {
        if event.when.is_none() || event.status.is_none() {
            undated.push(event);
            continue;
        }
        if let Some(known) = kept.iter_mut().find(|known| same_death(article, known, &event)) {
            join_deaths(known, event);
            continue;
        }
        match kept.iter_mut().rev().take(COMPARED).find(|known| same_in_article(article, known, &event)) {
            Some(known) => join(known, event),
            None => kept.push(event),
        }
    }
    // What the lead tells of years ago is not what the report is about.
    let published = article.published.as_ref().and_then(When::first_day);
    let is_news = |event: &FoundEvent| match (event.when.as_ref().and_then(When::last_day), published) {
        (Some(day), Some(today)) => day.0 >= today.0 - RECENT,
        _ => true,
    };
    let told_by_lead = |event: &FoundEvent| event.proofs.iter().any(|proof| proof.0 < LEAD) && is_news(event);
    let named = |event: &FoundEvent| !event.participants.is_empty() || event.place.is_some();
    if !kept.iter().any(|event| told_by_lead(event) && named(event)) {
        if let Some(mut event) = super::lead::event(article) {
            kept.retain(named);
            dated_by_the_body(article, &mut event, &mut kept);
            kept.push(event);
        } else if !kept.iter().any(told_by_lead) {
            let first = super::lead::first_told(article);
            let first = first.filter(|event| kept.iter().all(|known| known.trigger != event.trigger));
            kept.extend(first);
        }
    }
    order::sort_by(&mut kept, &|a, b| a.trigger.cmp(&b.trigger));
    let mut echoes = Vec::new();
    for event in undated {
        // The event told last before, else the first after.
        let at = kept.partition_point(|known| known.trigger < event.trigger);
        let fits = |i: &usize| kept.get(*i).is_some_and(|known| belongs(article, known, &event));
        let before = (at.saturating_sub(COMPARED)..at).rev().find(fits);
        let place = before.or_else(|| (at..kept.len().min(at + COMPARED)).find(fits));
        match place.and_then(|i| kept.get_mut(i)) {
            Some(known) => join(known, event),
            None => echoes.push(event),
        }
    }
    (kept, echoes)
}

/// What a headline tells, and its lead without a day, is of the day that the
/// body gives it: `Blasts rock Lima`, and below `the blast on Friday`.
fn dated_by_the_body(article: &Article<'_>, headline: &mut FoundEvent, kept: &mut Vec<FoundEvent>) {
    if headline.said.is_some() {
        return;
    }
    let Some(today) = article.published.as_ref().and_then(When::last_day) else { return };
    let title = headline.title.to_small();
    let tells_it = |event: &FoundEvent| {
        let recent = event.when.as_ref().is_some_and(|when| {
            when.is_one_day() && when.last_day().is_some_and(|day| day <= today && today.0 - day.0 <= RECENT)
        });
        recent && event.status == Some(Status::Happened) && !event.lemma.is_empty() && title.contains(event.lemma)
    };
    let mut found = kept.iter().enumerate().filter(|(_, event)| tells_it(event)).map(|(at, _)| at);
    let (Some(at), None) = (found.next(), found.next()) else { return };
    let event = kept.remove(at);
    (headline.when, headline.basis, headline.because) = (event.when, event.basis, event.because);
    headline.said = event.said;
    headline.place = headline.place.or(event.place);
    headline.proofs.extend(event.proofs);
}

/// What a definite noun refers back to stands no more events before it.
const FAR_BACK: usize = 8;

/// Nouns that take up what was told: `the trial`, `that deal`.
const REFERS_BACK: [&str; 24] = [
    "trial",
    "lawsuit",
    "suit",
    "case",
    "court case",
    "verdict",
    "appeal",
    "settlement",
    "agreement",
    "treaty",
    "deal",
    "pact",
    "accord",
    "merger",
    "acquisition",
    "takeover",
    "meeting",
    "talk",
    "summit",
    "visit",
    "ceasefire",
    "truce",
    "election",
    "referendum",
];

/// Verbs that begin a case.
const ACCUSES: [&str; 5] = ["sue", "charge", "indict", "prosecute", "arraign"];

/// What an earthquake and a storm do.
const STRIKES: [&str; 2] = ["hit", "strike"];

/// `The trial`, `that lawsuit`: who takes part was told with the event of that
/// kind before. What refers to nothing told is left out.
fn refer_back(told: &mut Vec<FoundEvent>) {
    let mut referring = Vec::new();
    for at in 0..told.len() {
        let Some(event) = told.get(at) else { continue };
        if !event.definite || !event.participants.is_empty() {
            continue;
        }
        if !REFERS_BACK.contains(&event.lemma) {
            if is_blow(event.kind, event.lemma) {
                referring.push(at);
            }
            continue;
        }
        let kind = event.kind;
        let before = told.get(at.saturating_sub(FAR_BACK)..at).unwrap_or_default();
        let alike = |known: &&FoundEvent| {
            known.kind == kind
                && !known.participants.is_empty()
                && (kind != EventKind::Crime || REFERS_BACK.contains(&known.lemma) || ACCUSES.contains(&known.lemma))
        };
        let found = before.iter().rev().find(alike).map(|known| known.participants.clone());
        if let (Some(found), Some(event)) = (found, told.get_mut(at)) {
            event.participants = found;
            referring.push(at);
        }
    }
    date_by_reference(told, &referring);
    told.retain(|event| {
        !event.definite || (!event.participants.is_empty() || event.place.is_some()) && event.title.contains(' ')
    });
}

/// `Delta has sued Acme. The lawsuit, filed on Friday, …`: the lead's event is of
/// the day that the noun gives it. So is `A ferry sank in Peru. The boat sank on Friday`
/// of that of the same verb.
fn date_by_reference(told: &mut [FoundEvent], referring: &[usize]) {
    let sentence = |event: &FoundEvent| event.proofs.first().map_or(usize::MAX, |proof| proof.0);
    for &at in referring {
        let Some(event) = told.get(at) else { continue };
        let dated = event.when.as_ref().is_some_and(When::is_one_day) && event.status == Some(Status::Happened);
        let case = REFERS_BACK.contains(&event.lemma);
        if !dated || case && sentence(event) > LEAD {
            continue;
        }
        let (when, proofs) = (event.when.clone(), event.proofs.clone());
        let (kind, lemma, own) = (event.kind, event.lemma, sentence(event));
        let (said, basis, because) = (event.said.clone(), event.basis, event.because.clone());
        let place = event.place;
        let alike = |known: &FoundEvent| {
            // `A quake hit Peru, officials said on Friday. The quake struck on Thursday`
            let said_later = known.when.as_ref().and_then(When::first_day).zip(when.as_ref().and_then(When::first_day));
            let said_later = said_later.is_some_and(|(said, day)| !case && said.0 == day.0 + 1);
            known.told
                && known.status == Some(Status::Happened)
                && (known.when.is_none() || said_later && sentence(known) < LEAD)
                && sentence(known) < own
                && known.kind == kind
                && (case || known.lemma == lemma || STRIKES.contains(&known.lemma) && STRIKES.contains(&lemma))
                && (kind != EventKind::Crime || ACCUSES.contains(&known.lemma))
        };
        let before = told.get_mut(at.saturating_sub(FAR_BACK)..at).unwrap_or_default();
        let known = before.iter_mut().rev().find(|known| alike(known));
        if let Some(known) = known {
            (known.when, known.said, known.basis, known.because) = (when, said, basis, because);
            known.proofs.extend(proofs);
            known.place = known.place.or(place);
            // It is that event, and no other.
            if let Some(event) = told.get_mut(at).filter(|_| !case) {
                event.place = None;
            }
        }
    }
}

/// A headline tells what the lead tells: when they share who takes part, they
/// are one event, dated as the lead dates it.
fn headline_and_lead(article: &Article<'_>, told: &mut Vec<FoundEvent>) {
    let Some(published) = article.published.as_ref().and_then(When::last_day) else { return };
    let sentence = |event: &FoundEvent| event.proofs.first().map_or(usize::MAX, |proof| proof.0);
    let Some(head) = told.iter().position(|event| event.headline && event.status == Some(Status::Happened)) else {
        return;
    };
    let Some(headline) = told.get(head) else { return };
    let first = told.iter().position(|event| !event.headline && event.told && sentence(event) < LEAD);
    let Some((lead, event)) = first.and_then(|at| Some((at, told.get(at)?))) else { return };
    let recent = event.when.as_ref().is_some_and(|when| {
        when.days().is_some_and(|days| days <= RECENT)
            && when.last_day().is_some_and(|day| day <= published && published.0 - day.0 <= RECENT)
    });
    let of_the_day = match (&headline.when, &event.when) {
        (None, _) => true,
        (Some(head), Some(lead)) => Some(head) == article.published.as_ref() || head.covers(lead),
        _ => false,
    };
    // One who holds an office of the other stands for it.
    let stands_for = |a: ActorId, b: ActorId| {
        a == b || article.cast.offices.iter().any(|office| office.holder == a && office.of == Some(b))
    };
    let is_in = |actor: ActorId, others: &FoundEvent| {
        others.participants.iter().any(|(other, _)| stands_for(actor, *other) || stands_for(*other, actor))
    };
    let all_in = |a: &FoundEvent, b: &FoundEvent| {
        !a.participants.is_empty() && a.participants.iter().all(|(actor, _)| is_in(*actor, b))
    };
    // `A former minister was sentenced on Friday`, below `Peru sentences ex-minister`.
    let nobody = event.participants.is_empty() && event.lemma == headline.lemma;
    let shared = nobody || all_in(headline, event) || all_in(event, headline);
    // What breaks news is told with `announced`; else both must tell alike.
    let same = family(headline.kind) == family(event.kind)
        || event.kind == EventKind::Announcement
        || headline.kind == EventKind::Announcement
        || headline.kind == EventKind::Other;
    if !(recent && of_the_day && shared && same && event.status == Some(Status::Happened)) {
        return;
    }
    let event = told.remove(lead);
    let Some(headline) = told.get_mut(head) else { return };
    headline.when = None;
    let (when, basis, because) = (event.when.clone(), event.basis, event.because.clone());
    headline.said.clone_from(&event.said);
    for (actor, role) in &event.participants {
        if !headline.participants.iter().any(|(other, _)| other == actor) {
            headline.participants.push((*actor, *role));
        }
    }
    headline.place = headline.place.or(event.place);
    headline.proofs.extend(event.proofs);
    headline.told = true;
    (headline.when, headline.basis, headline.because) = (when, basis, because);
}

/// Whether a relative clause tells of an event: `who` or `which` stands between
/// the last comma and the verb.
fn in_relative_clause(article: &Article<'_>, event: &FoundEvent) -> bool {
    let sentence = article.sentence_of(event.trigger);
    // `days after a storm hit Lima`
    let bound = article.clause(event.trigger).start.wrapping_sub(1);
    if article.is(bound, sentence, "after")
        && article.is_any(
            bound.wrapping_sub(1),
            sentence,
            any_of!["days", "weeks", "months", "years", "day", "week", "month", "year"],
        )
    {
        return true;
    }
    (article.around(event.trigger).start..event.trigger)
        .rev()
        .map_while(|at| article.token(at, sentence))
        .take_while(|token| !token.is_mark(','))
        .any(|token| token.is_any(any_of!["who", "which", "whose"]))
}

/// A report's first event, when no words date it, is of the day of the report;
/// what is told of the same people with it shares its date.
fn date_the_lead(article: &Article<'_>, told: &mut [FoundEvent]) {
    let Some(published) = article.published.clone().filter(When::is_one_day) else { return };
    for event in told.iter_mut().filter(|event| event.performed && event.when.is_none()) {
        event.when = Some(published.clone());
        event.basis = Basis::Inferred;
        event.because = Some(format!("it is said in a speech of {}", in_words(&published)));
    }
    let because = format!("a report of {} tells it without a date", in_words(&published));
    let sentence = |event: &FoundEvent| event.proofs.first().map_or(usize::MAX, |proof| proof.0);
    // `Jane Roe, who was born in Lima`: what a relative clause tells is no news.
    let in_lead = |event: &FoundEvent| {
        event.told
            && event.status == Some(Status::Happened)
            && sentence(event) < LEAD
            && (event.when.is_some() || event.lemma != "bear" && !in_relative_clause(article, event))
    };
    let Some(lead) = told.iter().position(in_lead) else { return };
    // A headline's event is the lead's, and the lead may have its date.
    let dated_below = told.get(lead).is_some_and(|first| {
        first.headline
            && told.iter().any(|other| {
                !other.headline
                    && in_lead(other)
                    && other.when.is_some()
                    && akin(first, other)
                    && share(article, first, other)
            })
    });
    let below = told.get(lead).and_then(|first| dated_elsewhere(first, told, &published));
    let Some(first) = told.get_mut(lead) else { return };
    if let Some((when, basis, because)) = below {
        (first.when, first.basis, first.because) = (Some(when), basis, because);
    }
    if first.when.is_none() && !dated_below {
        first.when = Some(published.clone());
        first.basis = Basis::Inferred;
        first.because = Some(because.clone());
    }
    // The first report in the running text backs up the headline.
    let (when, of_the_day) = (first.when.clone(), first.when.as_ref().is_some_and(When::is_one_day));
    let people: Set<ActorId> = first.participants.iter().map(|(actor, _)| *actor).collect();
    for event in told.iter_mut() {
        let with_it = matches!(event.kind, EventKind::Invitation | EventKind::Agreement | EventKind::Announcement);
        let same_people =
            !event.participants.is_empty() && event.participants.iter().all(|(actor, _)| people.contains(actor));
        if event.when.is_none()
            && event.told
            && event.status == Some(Status::Happened)
            && with_it
            && same_people
            && of_the_day
        {
            event.when.clone_from(&when);
            event.basis = Basis::Inferred;
            event.because = Some(because.clone());
        }
    }
}

/// The day that the article gives further down to what a headline tells
/// without one: `Blasts rock Lima`, and below `the blast on Friday`.
fn dated_elsewhere(
    headline: &FoundEvent,
    told: &[FoundEvent],
    published: &When,
) -> Option<(When, Basis, Option<String>)> {
    if !headline.headline || headline.when.is_some() {
        return None;
    }
    let today = published.last_day()?;
    let recent =
        |when: &When| when.is_one_day() && when.last_day().is_some_and(|day| day <= today && today.0 - day.0 <= RECENT);
    let mut same = told
        .iter()
        .filter(|event| !event.headline && event.lemma == headline.lemma && event.status == Some(Status::Happened))
        .filter(|event| event.when.as_ref().is_some_and(recent));
    let first = same.next()?;
    // Of two days, neither is sure.
    let sure = same.all(|other| other.when == first.when);
    sure.then(|| Some((first.when.clone()?, first.basis, first.because.clone()))).flatten()
}

fn people<'e>(article: &'e Article<'_>, event: &'e FoundEvent) -> impl Iterator<Item = ActorId> + 'e {
    event.participants.iter().map(|(actor, _)| *actor).filter(|&actor| article.cast.kind(actor) == EntityKind::Person)
}

fn share(article: &Article<'_>, a: &FoundEvent, b: &FoundEvent) -> bool {
    let people_of = |event| people(article, event).collect::<Set<ActorId>>();
    let (pa, pb) = (people_of(a), people_of(b));
    if !pa.is_empty() && !pb.is_empty() {
        let common = pa.intersection(&pb).count();
        // Two meetings of different people are two; a mere mention may leave
        // one of them out.
        let dated = a.when.is_some() && b.when.is_some() && a.kind == b.kind && a.kind != EventKind::Visit;
        let pairs = a.kind == b.kind && pa.len() >= 2 && pb.len() >= 2;
        let several = pa.len() >= 2 || pb.len() >= 2;
        return if pairs || (dated && several) { common >= 2 } else { common >= 1 };
    }
    let all = |event: &FoundEvent| event.participants.iter().map(|(actor, _)| *actor).collect::<Set<ActorId>>();
    let (all_a, all_b) = (all(a), all(b));
    if all_a.is_empty() && all_b.is_empty() {
        return akin(a, b) && a.place.is_some() && a.place == b.place;
    }
    akin(a, b) && all_a.intersection(&all_b).next().is_some()
}

fn places_differ(article: &Article<'_>, a: &FoundEvent, b: &FoundEvent) -> bool {
    match (a.place, b.place) {
        (Some(a), Some(b)) => a != b && article.cast.kind(a) == article.cast.kind(b),
        _ => false,
    }
}

fn same_in_article(article: &Article<'_>, known: &FoundEvent, event: &FoundEvent) -> bool {
    let (Some(a), Some(b)) = (&known.when, &event.when) else { return false };
    akin(known, event)
        && known.status == event.status
        && (a == b || a.covers(b) || b.covers(a))
        && share(article, known, event)
        && !places_differ(article, known, event)
}

/// Nobody dies twice: `Jane Roe has died, Acme said on Friday. She died on Thursday`.
fn same_death(article: &Article<'_>, known: &FoundEvent, event: &FoundEvent) -> bool {
    let died = |event: &FoundEvent| {
        matches!(event.lemma, "die" | "pass away" | "death")
            && event.status == Some(Status::Happened)
            && event.when.as_ref().is_some_and(When::is_one_day)
            && people(article, event).count() == 1
    };
    let day = |event: &FoundEvent| event.when.as_ref().and_then(When::first_day).map_or(0, |day| day.0);
    died(known)
        && died(event)
        && people(article, known).eq(people(article, event))
        && (day(known) - day(event)).abs() <= RECENT
}

/// Adds to a death another report of it: the earlier day is its own.
fn join_deaths(known: &mut FoundEvent, event: FoundEvent) {
    if event.when.as_ref().and_then(When::first_day) < known.when.as_ref().and_then(When::first_day) {
        (known.when, known.said) = (event.when.clone(), event.said.clone());
        (known.basis, known.because) = (event.basis, event.because.clone());
    }
    join(known, event);
}

fn belongs(article: &Article<'_>, known: &FoundEvent, event: &FoundEvent) -> bool {
    akin(known, event)
        && (event.status.is_none() || event.status == known.status)
        && event.when.is_none()
        && share(article, known, event)
        && !places_differ(article, known, event)
        // What is agreed with others is another agreement.
        && (event.lemma != "agree" || known.lemma == "agree")
}

/// Adds to `known` what `event` says of the same.
fn join(known: &mut FoundEvent, event: FoundEvent) {
    let finer = match (&known.when, &event.when) {
        (Some(a), Some(b)) => a != b && a.covers(b),
        _ => false,
    };
    if finer {
        known.when = event.when;
        known.said = event.said;
        known.basis = event.basis;
        known.because = event.because;
    }
    if known.place.is_none() && known.kind == event.kind {
        known.place = event.place;
    }
    if known.kind == event.kind {
        for (actor, role) in event.participants {
            if !known.participants.iter().any(|(other, _)| *other == actor) {
                known.participants.push((actor, role));
            }
        }
    }
    known.proofs.extend(event.proofs);
    known.told |= event.told;
    known.quoted &= event.quoted;
}
