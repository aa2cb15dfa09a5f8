//! The relations that follow from events: who met, visited, invited, called,
//! fought or sued whom.

use story::{EntityKind, EventKind, RelationKind, Status, When};

use crate::knowledge::world;
use crate::mentions::ActorId;

use super::super::article::Article;
use super::super::found::{FoundEvent, FoundRelation};
use super::super::speech::state_of;

/// The relations that follow from events: who met, visited, invited, called
/// whom.
#[expect(clippy::too_many_lines, reason = "an arm a kind of event")]
pub(in crate::facts) fn of_events(article: &Article<'_>, events: &[FoundEvent]) -> Vec<FoundRelation> {
    let mut relations = Vec::new();
    for event in events {
        if event.status.is_none() && event.when.is_none() || event.status == Some(Status::Cancelled) {
            continue;
        }
        let Some(&proof) = event.proofs.first() else { continue };
        if lies_ahead(article, event) {
            continue;
        }
        let people: Vec<(ActorId, Option<&str>)> = event
            .participants
            .iter()
            .copied()
            .filter(|(actor, _)| article.cast.kind(*actor) == EntityKind::Person)
            .collect();
        let mut add = |from, to, kind| {
            if from != to {
                relations.push(FoundRelation {
                    from,
                    to,
                    kind,
                    label: event.title.clone(),
                    when: event.when.clone(),
                    proof,
                });
            }
        };
        match event.kind {
            // `Jane Roe will meet Tom Adler`: nobody says that they did.
            EventKind::Meeting | EventKind::Summit if event.status == Some(Status::Planned) && event.when.is_none() => {
            }
            // `agreed to meet Tom Adler`: nor here.
            EventKind::Meeting | EventKind::Summit if matches!(event.lemma, "agree" | "offer") => {}
            // Who holds a news conference with others tells of something.
            EventKind::Meeting | EventKind::Summit if event.title.contains("s conference") => {}
            EventKind::Meeting | EventKind::Summit if (2..=4).contains(&people.len()) => {
                // `A and B held talks with China`: they met China.
                let acting = event.participants.get(..event.acting).unwrap_or_default();
                let side = |actor: ActorId| {
                    event.participants.len() > acting.len() && acting.iter().any(|(other, _)| *other == actor)
                };
                let sided = people.iter().any(|(actor, _)| side(*actor)) || people.len() > 2;
                for (i, (a, _)) in people.iter().enumerate() {
                    // `A met B and C`: B met A, and C nobody says.
                    let others =
                        people.iter().skip(i + 1).filter(|(b, _)| side(*a) != side(*b) || acting.is_empty() || !sided);
                    others.for_each(|(b, _)| add(*a, *b, RelationKind::Met));
                }
            }
            EventKind::Visit => {
                let Some(place) = event.place else { continue };
                for (person, role) in people {
                    if role == Some("visitor")
                        && let Some(place) = destination(article, person, place)
                    {
                        add(person, place, RelationKind::Visited);
                    }
                }
            }
            EventKind::Invitation => {
                for (host, _) in people.iter().filter(|(_, role)| *role == Some("host")) {
                    for (guest, _) in people.iter().filter(|(_, role)| *role == Some("guest")) {
                        add(*host, *guest, RelationKind::Invited);
                    }
                }
            }
            EventKind::Call if people.len() == 2 => {
                if let [(a, _), (b, _)] = people[..] {
                    add(a, b, RelationKind::Called);
                }
            }
            EventKind::Conflict if event.told && event.status == Some(Status::Happened) => {
                if let Some((a, b)) =
                    sides(article, event, |kind| matches!(kind, EntityKind::State | EntityKind::Organisation))
                {
                    add(a, b, RelationKind::InConflictWith);
                }
            }
            // Who sues is in conflict with whom he sues.
            EventKind::Crime
                if SUES.contains(&event.lemma)
                    && event.status == Some(Status::Happened)
                    && (event.told || event.headline) =>
            {
                let parties = |kind| matches!(kind, EntityKind::State | EntityKind::Organisation | EntityKind::Person);
                if let Some((a, b)) = sides(article, event, parties) {
                    add(a, b, RelationKind::InConflictWith);
                }
            }
            // `agreed to return the land to Peru`: what one side does.
            EventKind::Agreement if (event.told || event.headline) && (event.lemma != "agree" || event.acting > 1) => {
                let parties = |kind| matches!(kind, EntityKind::State | EntityKind::Organisation);
                if let Some((a, b)) = sides(article, event, parties) {
                    add(a, b, RelationKind::PartyTo);
                }
            }
            EventKind::Other if event.lemma == "marry" && event.status == Some(Status::Happened) => {
                if let [(a, _), (b, _)] = people[..] {
                    add(a, b, RelationKind::RelatedTo);
                }
            }
            EventKind::Founding | EventKind::Trade if event.status == Some(Status::Happened) => {
                let (role, label) = match event.kind {
                    EventKind::Founding => ("founder", "founded"),
                    _ if matches!(event.lemma, "acquire" | "buy" | "purchase" | "take over") => ("buyer", "acquired"),
                    _ => continue,
                };
                let (agents, others): (Vec<_>, Vec<_>) =
                    event.participants.iter().partition(|(_, own)| *own == Some(role));
                for (agent, _) in &agents {
                    for (other, _) in
                        others.iter().filter(|(other, _)| article.cast.kind(*other) == EntityKind::Organisation)
                    {
                        if agent != other {
                            let (from, to, label) = (*agent, *other, label.to_owned());
                            relations.push(FoundRelation {
                                from,
                                to,
                                kind: RelationKind::Other,
                                label,
                                when: event.when.clone(),
                                proof,
                            });
                        }
                    }
                }
            }
            _ => {}
        }
    }
    relations
}

/// Whether what is planned is for a day after the report's, or is no more than
/// wished for: `will visit in May`, `was invited to visit`. A visit that is
/// announced for no day is told as one that is on.
fn lies_ahead(article: &Article<'_>, event: &FoundEvent) -> bool {
    let planned = matches!(event.kind, EventKind::Meeting | EventKind::Summit | EventKind::Visit | EventKind::Call)
        && matches!(event.status, Some(Status::Planned | Status::Uncertain));
    let day = event.when.as_ref().and_then(When::first_day);
    let today = article.published.as_ref().and_then(When::last_day);
    planned
        && match (day, today) {
            (Some(day), Some(today)) => day > today,
            _ => !event.told && !event.headline,
        }
}

/// Words of going to law against someone.
const SUES: [&str; 4] = ["sue", "suit", "lawsuit", "complaint"];

/// The two sides of an event, where it has just two of these kinds.
fn sides(article: &Article<'_>, event: &FoundEvent, of: impl Fn(EntityKind) -> bool) -> Option<(ActorId, ActorId)> {
    // `A and B sued`: those who act together are one side.
    if event.acting > 1 && event.kind != EventKind::Agreement {
        return None;
    }
    let mut all = event.participants.iter().map(|(actor, _)| *actor).filter(|&actor| of(article.cast.kind(actor)));
    match (all.next(), all.next(), all.next()) {
        (Some(a), Some(b), None) => Some((a, b)),
        _ => None,
    }
}

/// Where a visitor is said to have gone: the state, when someone of another
/// state comes to its town.
fn destination(article: &Article<'_>, visitor: ActorId, place: ActorId) -> Option<ActorId> {
    let own = state_of(article, visitor);
    if own == Some(place) {
        return None;
    }
    let thing = article.cast.actor(place)?.thing.and_then(|id| world().thing(id));
    let Some(code) = thing.filter(|thing| thing.kind == EntityKind::Place).and_then(|thing| thing.state) else {
        return Some(place);
    };
    match article.cast.state(code) {
        Some(state) if Some(state) == own => Some(place),
        Some(state) if own.is_some() => Some(state),
        _ => Some(place),
    }
}
