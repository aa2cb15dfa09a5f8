//! A guided way into a story: the steps that its editor wrote, or those that
//! follow from the dataset.

use serde::Serialize;

use crate::fields::{Field, Reader};
use crate::order::order;
use crate::value::Value;
use crate::{EntityKind, Index, Status, Story, When};

/// A step of a guided way in, as an editor wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// What the reader is told.
    pub text: String,
    /// The id of what is shown: of an entity, a relation, an event, a quote, a
    /// disagreement or an article.
    #[serde(default)]
    pub select: Option<String>,
    /// Where the window of time begins.
    #[serde(default)]
    pub from: Option<When>,
    /// Where the window of time ends.
    #[serde(default)]
    pub to: Option<When>,
}

impl Field for Step {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let mut fields = reader.record(value);
        Self {
            text: fields.take("text", reader),
            select: fields.take("select", reader),
            from: fields.take("from", reader),
            to: fields.take("to", reader),
        }
    }
}

/// A stop on the way in: positions in the story's lists. What is said at it is
/// for the interface to say, in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The step of this position in the story's `steps`.
    Told(usize),
    /// Whom the story is about.
    About(usize),
    /// Who has most to do with whom the story is about.
    With(usize),
    /// The event that it began with.
    Began(usize),
    /// The event that most articles report.
    Reported(usize),
    /// Where the sources differ.
    Differ(usize),
    /// The planned event that is still to come, as the articles tell.
    ToCome(usize),
}

/// The stops of the guided way into a story: its own steps, or, where it has
/// none, at most one stop of each kind that it has something for.
pub fn tour(story: &Story, index: &Index) -> Vec<Stop> {
    if !story.steps.is_empty() {
        return (0..story.steps.len()).map(Stop::Told).collect();
    }
    let about = about(story, index);
    let reported = reported(story, index);
    let to_come = to_come(story, index);
    let is_before = |began: usize, other: Option<usize>| other.is_none_or(|other| compare(story, began, other).is_lt());
    let began = began(story, index, about).filter(|&began| is_before(began, reported) && is_before(began, to_come));
    let stops = [
        about.map(Stop::About),
        about.and_then(|about| with(story, index, about)).map(Stop::With),
        began.map(Stop::Began),
        reported.map(Stop::Reported),
        differ(story).map(Stop::Differ),
        to_come.map(Stop::ToCome),
    ];
    stops.into_iter().flatten().collect()
}

/// The first of `count` positions by a key, the greatest key first; equal ones
/// in their order.
fn first(count: usize, key: &dyn Fn(usize) -> [usize; 3]) -> Option<usize> {
    order(count, &|one, other| key(other).cmp(&key(one))).first().copied()
}

/// People and organisations before states, which are named in passing, and those before places.
fn acts(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person | EntityKind::Organisation => 2,
        EntityKind::State => 1,
        EntityKind::Place | EntityKind::Treaty | EntityKind::EventName | EntityKind::Other => 0,
    }
}

/// The entity that most articles name; of these a person or an organisation before
/// a state and a place, and then the one that is named most often.
fn about(story: &Story, index: &Index) -> Option<usize> {
    first(story.entities.len(), &|i| {
        let of = index.of_entity(i);
        let entity = &story.entities[i];
        [of.map_or(0, |of| of.articles.len()), acts(entity.kind), entity.mentions.len()]
    })
}

/// The entity with most relations to, and events with, `about`; of equals a
/// person or an organisation before a state and a place, then the one that more articles name.
fn with(story: &Story, index: &Index, about: usize) -> Option<usize> {
    let mut ties = vec![0_usize; story.entities.len()];
    let of = index.of_entity(about)?;
    let mut count = |id: &crate::EntityId| {
        if let Some(other) = index.entity(id.as_str()).filter(|&other| other != about) {
            ties[other] += 1;
        }
    };
    for relation in of.relations.iter().filter_map(|&i| story.relations.get(i)) {
        count(&relation.from);
        count(&relation.to);
    }
    for event in of.events.iter().filter_map(|&i| story.events.get(i)) {
        event.participants.iter().for_each(|participant| count(&participant.entity));
    }
    let other = first(ties.len(), &|i| {
        [ties[i], acts(story.entities[i].kind), index.of_entity(i).map_or(0, |of| of.articles.len())]
    });
    other.filter(|&other| ties[other] > 0 && acts(story.entities[other].kind) > 0)
}

/// The earliest event that took place: of those that `about` is a part of, if
/// there are any.
fn began(story: &Story, index: &Index, about: Option<usize>) -> Option<usize> {
    let of = about.and_then(|about| index.of_entity(about));
    let happened = |&i: &usize| story.events[i].status == Status::Happened && story.events[i].when.is_some();
    let mut events: Vec<usize> = of.map_or(&[][..], |of| &of.events).iter().copied().filter(happened).collect();
    if events.is_empty() {
        events = (0..story.events.len()).filter(happened).collect();
    }
    crate::order::sort(&mut events, &|one, other| compare(story, one, other));
    events.first().copied()
}

/// By date; what has none is last.
fn compare(story: &Story, one: usize, other: usize) -> std::cmp::Ordering {
    match (&story.events[one].when, &story.events[other].when) {
        (Some(one), Some(other)) => one.compare(other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}

/// The event that most articles report, two at least where there are two; of these the one with most
/// participants.
fn reported(story: &Story, index: &Index) -> Option<usize> {
    let sources = |i: usize| index.sources(&story.events[i].evidence).len();
    let most = first(story.events.len(), &|i| {
        let event = &story.events[i];
        let happened = usize::from(event.status == Status::Happened);
        [sources(i), happened, event.participants.len()]
    });
    most.filter(|&event| sources(event) > 1 || story.articles.len() == 1)
}

/// The first disagreement whose claims cannot all be true, else the first.
fn differ(story: &Story) -> Option<usize> {
    let open = story.disagreements.iter().position(|disagreement| !disagreement.compatible);
    open.or(if story.disagreements.is_empty() { None } else { Some(0) })
}

/// The planned event that nothing fulfils and that comes first after the day of the
/// last article; where none is so late, nothing is known to be still to come.
fn to_come(story: &Story, index: &Index) -> Option<usize> {
    let published = story.articles.iter().filter_map(|article| article.published.as_ref()?.when.first_day());
    let last_article = published.max();
    let still_to_come = |&i: &usize| {
        let event = &story.events[i];
        // An open end, or no date at all: a plan all the same.
        let last_day = event.when.as_ref().and_then(When::last_day);
        let is_past = matches!((last_day, last_article), (Some(day), Some(last)) if day <= last);
        event.status == Status::Planned && index.fulfilled_by(event.id.as_str()).is_empty() && !is_past
    };
    let mut events: Vec<usize> = (0..story.events.len()).filter(still_to_come).collect();
    crate::order::sort(&mut events, &|one, other| compare(story, one, other));
    events.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests_support::story;
    use crate::{Basis, Claim, Disagreement, DisagreementId, DisagreementKind, EntityId, Event, EventId};
    use crate::{Participant, Published};

    fn stops(story: &Story) -> Vec<Stop> {
        tour(story, &Index::of(story))
    }

    fn event(story: &Story, id: &str, when: &str, status: Status) -> Event {
        Event { id: EventId::new(id), when: When::parse(when).ok(), status, ..story.events[0].clone() }
    }

    #[test]
    fn a_storys_own_steps_come_before_all_else() {
        let mut story = story();
        story.steps = vec![Step { text: "Look here.".to_owned(), select: None, from: None, to: None }];
        assert_eq!(stops(&story), [Stop::Told(0)]);
    }

    #[test]
    fn a_story_is_about_the_person_that_most_articles_name() {
        let mut story = story();
        story.entities.rotate_left(2);
        assert_eq!(stops(&story)[..2], [Stop::About(1), Stop::With(2)], "Ada, with Bo, and not Delft");
    }

    #[test]
    fn the_way_leads_from_the_beginning_to_what_is_to_come() {
        let mut story = story();
        story.articles[0].published =
            When::parse("2024-07-03").ok().map(|when| Published { when, basis: Basis::Stated, because: None });
        story.events.push(event(&story, "first", "1999", Status::Happened));
        story.events[0].participants.push(Participant { entity: EntityId::new("bo"), role: None });
        story.events.push(event(&story, "missed", "2024-06", Status::Planned));
        story.events.push(event(&story, "next", "2024-08", Status::Planned));
        story.events.push(event(&story, "later", "2025", Status::Planned));
        let claim = Claim { says: String::new(), articles: Vec::new(), evidence: Vec::new() };
        let disagreement = Disagreement {
            id: DisagreementId::new("d"),
            about: "trade".to_owned(),
            kind: DisagreementKind::Figure,
            claims: vec![claim.clone(), claim],
            compatible: true,
        };
        story.disagreements = vec![disagreement.clone(), Disagreement { compatible: false, ..disagreement }];
        let all = [Stop::About(0), Stop::With(1), Stop::Began(1), Stop::Reported(0), Stop::Differ(1), Stop::ToCome(3)];
        assert_eq!(stops(&story), all);
    }

    #[test]
    fn a_plan_that_was_fulfilled_is_not_to_come() {
        let mut story = story();
        story.events[0].status = Status::Planned;
        assert_eq!(stops(&story).last(), Some(&Stop::ToCome(0)));
        let mut done = event(&story, "done", "2024-07", Status::Happened);
        done.follows = Some(story.events[0].id.clone());
        story.events.push(done);
        assert_eq!(stops(&story).last(), Some(&Stop::Reported(1)));
    }

    #[test]
    fn what_one_of_two_reports_is_not_most_reported() {
        let mut story = story();
        assert!(stops(&story).contains(&Stop::Reported(0)));
        story.articles.push(story.articles[0].clone());
        assert!(!stops(&story).iter().any(|stop| matches!(stop, Stop::Reported(_))));
    }

    #[test]
    fn a_plan_for_the_day_of_the_last_article_is_not_to_come() {
        let mut story = story();
        let on = |day| When::parse(day).ok().map(|when| Published { when, basis: Basis::Stated, because: None });
        story.events[0] = event(&story, "plan", "2024-07-03", Status::Planned);
        story.articles[0].published = on("2024-07-02");
        assert!(stops(&story).contains(&Stop::ToCome(0)));
        story.articles[0].published = on("2024-07-03");
        assert!(!stops(&story).contains(&Stop::ToCome(0)));
    }

    #[test]
    fn an_empty_story_has_no_way_in() {
        assert_eq!(stops(&Story::new("Nothing")), []);
    }
}
