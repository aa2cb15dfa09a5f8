//! Two that are one: the first is in the story no more, and what was said of it
//! is said of the other.

use super::apply::{Refusal, by_date, forget, found, position, removed};
use crate::sorted::{Map, Set};
use crate::{EntityId, Event, EventId, Evidence, Mention, Relation, Story};

/// Adds names to those that an entity has beside its own, each once.
pub(super) fn add_aliases(aliases: &mut Vec<String>, name: &str, more: impl IntoIterator<Item = String>) {
    aliases.extend(more);
    let mut seen = Set::new();
    aliases.retain(|alias| alias != name && seen.insert(alias.clone()));
}

/// What is said of `entity` is said of `into`.
pub(super) fn merge_entities(story: &mut Story, entity: &EntityId, into: &EntityId) -> Result<(), Refusal> {
    if entity == into {
        return Err(Refusal::impossible(format!("\"{entity}\" cannot be merged into itself")));
    }
    position(&story.entities, into.as_str())?;
    let merged = removed(&mut story.entities, entity.as_str())?;
    let kept = found(&mut story.entities, into.as_str())?;
    kept.code = kept.code.take().or(merged.code);
    kept.mentions.extend(merged.mentions);
    kept.mentions.sort_by(|one, other| place_of(one).cmp(&place_of(other)));
    add_aliases(&mut kept.aliases, &kept.name, [merged.name].into_iter().chain(merged.aliases));

    story.for_each_entity_named(|id| {
        if id == entity {
            id.clone_from(into);
        }
    });
    let between: Vec<Relation> = story.relations.extract_if(.., |relation| relation.from == relation.to).collect();
    for relation in between {
        forget(&mut story.steps, relation.id.as_str(), None);
    }
    join_relations(story, into);
    for event in &mut story.events {
        let mut seen = Set::new();
        event.participants.retain(|participant| seen.insert(participant.entity.clone()));
    }
    for figure in &mut story.figures {
        let mut seen = Set::new();
        figure.entities.retain(|entity| seen.insert(entity.clone()));
    }
    forget(&mut story.steps, entity.as_str(), Some(into.as_str()));
    Ok(())
}

/// The order of the mentions of an entity in the dataset.
fn place_of(mention: &Mention) -> (&str, usize, usize, usize) {
    (mention.article.as_str(), mention.sentence, mention.start, mention.end)
}

/// Relations of an entity that say the same of the same two become the first of
/// them, with the evidence of all.
fn join_relations(story: &mut Story, of: &EntityId) {
    let says = |relation: &Relation| {
        let when = relation.when.as_ref().map(ToString::to_string);
        (relation.from.clone(), relation.to.clone(), relation.kind, relation.label.clone(), when)
    };
    let mut first: Map<_, usize> = Map::new();
    let mut kept: Vec<Relation> = Vec::with_capacity(story.relations.len());
    for relation in std::mem::take(&mut story.relations) {
        if relation.from == *of || relation.to == *of {
            let at = *first.entry(says(&relation)).or_insert(kept.len());
            if let Some(same) = kept.get_mut(at) {
                forget(&mut story.steps, relation.id.as_str(), Some(same.id.as_str()));
                add_evidence(&mut same.evidence, relation.evidence);
                continue;
            }
        }
        kept.push(relation);
    }
    story.relations = kept;
}

/// What is told of `event` is told of `into`, which keeps its own kind, title and
/// status, and its own date and place where it has them.
pub(super) fn merge_events(story: &mut Story, event: &EventId, into: &EventId) -> Result<(), Refusal> {
    if event == into {
        return Err(Refusal::impossible(format!("\"{event}\" cannot be merged into itself")));
    }
    position(&story.events, into.as_str())?;
    let merged = removed(&mut story.events, event.as_str())?;
    for other in &mut story.events {
        if other.follows.as_ref() == Some(event) {
            other.follows = Some(into.clone());
        }
    }
    let kept = found(&mut story.events, into.as_str())?;
    if kept.when.is_none() {
        (kept.when, kept.basis, kept.because) = (merged.when, merged.basis, merged.because);
    }
    kept.place = kept.place.take().or(merged.place);
    for participant in merged.participants {
        if kept.participants.iter().all(|other| other.entity != participant.entity) {
            kept.participants.push(participant);
        }
    }
    // A plan and what fulfilled it may be the two.
    kept.follows = kept.follows.take().filter(|plan| plan != into).or(merged.follows);
    add_evidence(&mut kept.evidence, merged.evidence);
    if leads_back(&story.events, into) {
        found(&mut story.events, into.as_str())?.follows = None;
    }
    by_date(&mut story.events, |event| event.when.as_ref());
    forget(&mut story.steps, event.as_str(), Some(into.as_str()));
    Ok(())
}

/// Whether an event follows itself, through however many others.
fn leads_back(events: &[Event], event: &EventId) -> bool {
    let plan_of = |id: &EventId| events.iter().find(|other| other.id == *id)?.follows.as_ref();
    let mut plan = plan_of(event);
    // No way is longer than there are events.
    for _ in events {
        match plan {
            None => return false,
            Some(plan) if plan == event => return true,
            Some(next) => plan = plan_of(next),
        }
    }
    false
}

/// Adds evidence to what is there, each span once.
fn add_evidence(evidence: &mut Vec<Evidence>, more: Vec<Evidence>) {
    for span in more {
        if !evidence.contains(&span) {
            evidence.push(span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corrections::{Correction, Corrections};
    use crate::tests_support::{evidence, story};
    use crate::tour::Step;
    use crate::{Participant, Problem, RelationId, Status, When, check};

    fn corrected(story: &mut Story, correction: Correction) -> Vec<Problem> {
        let problems = Corrections { corrections: vec![correction], ..Corrections::default() }.apply(story);
        assert_eq!(check(story), []);
        problems
    }

    fn id(text: &str) -> EntityId {
        EntityId::new(text)
    }

    #[test]
    fn two_that_are_one_share_their_mentions_and_have_no_relation_to_themselves() {
        let mut story = story();
        assert_eq!(corrected(&mut story, Correction::MergeEntities { entity: id("ada"), into: id("bo") }), []);
        assert_eq!(story.entities[0].mentions.len(), 2);
        assert_eq!(story.entities[0].aliases, ["ada"]);
        assert_eq!(story.relations, []);
        assert_eq!(story.events[0].participants[0].entity, id("bo"));
    }

    #[test]
    fn relations_that_become_the_same_are_one_with_the_evidence_of_both() {
        let mut story = story();
        let mut second = story.relations[0].clone();
        (second.id, second.from) = (RelationId::new("delft-met-bo"), id("delft"));
        second.evidence = vec![evidence(0, 14, 19)];
        story.relations.push(second);
        let merge = Correction::MergeEntities { entity: id("delft"), into: id("ada") };
        assert_eq!(corrected(&mut story, merge), []);
        assert_eq!(story.relations.len(), 1);
        assert_eq!(story.relations[0].evidence.len(), 2);
    }

    /// The meeting, and a plan of it without a date and with others in it.
    fn with_plan() -> Story {
        let mut story = story();
        let mut plan = story.events[0].clone();
        (plan.id, plan.status, plan.when) = (EventId::new("plan"), Status::Planned, None);
        plan.participants = vec![Participant { entity: id("bo"), role: Some("host".to_owned()) }];
        plan.evidence.push(evidence(0, 0, 3));
        story.events.push(plan);
        story
    }

    fn merge(event: &str, into: &str) -> Correction {
        Correction::MergeEvents { event: EventId::new(event), into: EventId::new(into) }
    }

    #[test]
    fn two_events_that_are_one_have_the_evidence_and_the_participants_of_both() {
        let mut story = with_plan();
        story.steps.push(Step { text: "See".to_owned(), select: Some("plan".to_owned()), from: None, to: None });
        assert_eq!(corrected(&mut story, merge("plan", "meeting")), []);
        let [event] = &story.events[..] else { panic!("there is one event") };
        assert_eq!((event.id.as_str(), event.status), ("meeting", Status::Happened));
        let took_part: Vec<&str> = event.participants.iter().map(|other| other.entity.as_str()).collect();
        assert_eq!(took_part, ["ada", "bo"]);
        assert_eq!(event.evidence, [evidence(0, 0, 25), evidence(0, 0, 3)]);
        assert_eq!(story.steps[0].select.as_deref(), Some("meeting"));
    }

    #[test]
    fn an_event_without_a_date_takes_that_of_the_other() {
        let mut story = with_plan();
        assert_eq!(corrected(&mut story, merge("meeting", "plan")), []);
        assert_eq!(story.events[0].when, When::parse("2024-07").ok());
        assert_eq!(story.events[0].status, Status::Planned);
    }

    #[test]
    fn an_event_that_takes_in_its_own_plan_does_not_follow_itself() {
        let mut story = with_plan();
        story.events[0].follows = Some(EventId::new("plan"));
        let mut idea = story.events[1].clone();
        idea.id = EventId::new("idea");
        story.events.push(idea);
        story.events[1].follows = Some(EventId::new("idea"));
        let mut other_way = story.clone();
        assert_eq!(corrected(&mut story, merge("plan", "meeting")), []);
        assert_eq!(story.events[0].follows, Some(EventId::new("idea")), "it follows what its plan followed");
        assert_eq!(corrected(&mut other_way, merge("meeting", "idea")), []);
        assert!(other_way.events.iter().all(|event| event.id.as_str() != "idea" || event.follows.is_none()));
    }
}
