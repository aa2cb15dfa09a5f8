//! Corrections, applied to a story.

use super::{Correction, Corrections};
use crate::sorted::{Map, Set};
use crate::tour::Step;
use crate::{Basis, Disagreement, Entity, EntityId, Event, Figure, Mention, Problem, Quote, Relation, Story};

/// What to do about a correction that finds nothing to correct.
const ADVICE: &str = "the articles may be read otherwise now: look whether it is still needed";

impl Corrections {
    /// Applies all of them, in their order.
    ///
    /// Those that cannot be applied are passed over and come back as problems:
    /// their item is not in the story, or what they say cannot be. A story that
    /// kept all rules (see [`check`](crate::check)) keeps them.
    pub fn apply(&self, story: &mut Story) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (i, correction) in self.corrections.iter().enumerate() {
            if let Err(what) = correction.apply(story) {
                problems.push(Problem { place: format!("corrections[{i}]"), what, advice: ADVICE });
            }
        }
        problems
    }
}

/// Why a correction cannot be applied.
type Refusal = String;

impl Correction {
    fn apply(&self, story: &mut Story) -> Result<(), Refusal> {
        match self {
            Self::StoryTitle { title } => story.title = said(title, "title")?,
            Self::EntityName { entity, name } => {
                let name = said(name, "name")?;
                let entity = found(&mut story.entities, entity.as_str())?;
                let old = std::mem::replace(&mut entity.name, name);
                add_aliases(&mut entity.aliases, &entity.name, [old]);
            }
            Self::EntityKind { entity, kind } => {
                found(&mut story.entities, entity.as_str())?.kind = *kind;
            }
            Self::MergeEntities { entity, into } => merge(story, entity, into)?,
            Self::RemoveEntity { entity } => remove_entity(story, entity)?,
            Self::RelationLabel { relation, label } => {
                let label = said(label, "label")?;
                found(&mut story.relations, relation.as_str())?.label = Some(label);
            }
            Self::RemoveRelation { relation } => {
                removed(&mut story.relations, relation.as_str())?;
                forget(&mut story.steps, relation.as_str(), None);
            }
            Self::EventTitle { event, title } => {
                let title = said(title, "title")?;
                found(&mut story.events, event.as_str())?.title = title;
            }
            Self::EventDate { event, when } => {
                let event = found(&mut story.events, event.as_str())?;
                event.when.clone_from(when);
                event.basis = when.as_ref().map(|_| Basis::Stated);
                event.because = None;
                story.events.sort_by(|one, other| match (&one.when, &other.when) {
                    (Some(one), Some(other)) => one.compare(other),
                    (one, other) => one.is_none().cmp(&other.is_none()),
                });
            }
            Self::EventStatus { event, status } => {
                found(&mut story.events, event.as_str())?.status = *status;
            }
            Self::RemoveEvent { event } => {
                removed(&mut story.events, event.as_str())?;
                for other in story.events.iter_mut().filter(|other| other.follows.as_ref() == Some(event)) {
                    other.follows = None;
                }
                forget(&mut story.steps, event.as_str(), None);
            }
            Self::QuoteSpeaker { quote, speaker } => {
                if let Some(speaker) = speaker {
                    found(&mut story.entities, speaker.as_str())?;
                }
                found(&mut story.quotes, quote.as_str())?.speaker.clone_from(speaker);
            }
            Self::RemoveQuote { quote } => {
                removed(&mut story.quotes, quote.as_str())?;
                forget(&mut story.steps, quote.as_str(), None);
            }
            Self::RemoveFigure { figure } => {
                removed(&mut story.figures, figure.as_str())?;
            }
            Self::RemoveDisagreement { disagreement } => {
                removed(&mut story.disagreements, disagreement.as_str())?;
                forget(&mut story.steps, disagreement.as_str(), None);
            }
        }
        Ok(())
    }
}

/// A text that may not be empty.
fn said(text: &str, what: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() { Err(format!("the {what} is empty")) } else { Ok(text.to_owned()) }
}

/// An item that a correction may name.
trait Item {
    /// What it is called.
    const WHAT: &'static str;
    /// Its id.
    fn id(&self) -> &str;
}

macro_rules! items {
    ($($item:ident $what:literal)*) => {$(
        impl Item for $item {
            const WHAT: &'static str = $what;

            fn id(&self) -> &str {
                self.id.as_str()
            }
        }
    )*};
}

items! {
    Entity "entity"
    Relation "relation"
    Event "event"
    Quote "quote"
    Figure "figure"
    Disagreement "disagreement"
}

fn position<T: Item>(items: &[T], id: &str) -> Result<usize, Refusal> {
    items.iter().position(|item| item.id() == id).ok_or_else(|| format!("there is no {} \"{id}\"", T::WHAT))
}

fn found<'a, T: Item>(items: &'a mut [T], id: &str) -> Result<&'a mut T, Refusal> {
    let at = position(items, id)?;
    Ok(&mut items[at])
}

fn removed<T: Item>(items: &mut Vec<T>, id: &str) -> Result<T, Refusal> {
    let at = position(items, id)?;
    Ok(items.remove(at))
}

/// The steps of the guided way in that showed an item show another instead, or none.
fn forget(steps: &mut [Step], id: &str, instead: Option<&str>) {
    for step in steps.iter_mut().filter(|step| step.select.as_deref() == Some(id)) {
        step.select = instead.map(str::to_owned);
    }
}

/// Adds names to those that an entity has beside its own, each once.
fn add_aliases(aliases: &mut Vec<String>, name: &str, more: impl IntoIterator<Item = String>) {
    aliases.extend(more);
    let mut seen = Set::new();
    aliases.retain(|alias| alias != name && seen.insert(alias.clone()));
}

/// What is said of `entity` is said of `into`.
fn merge(story: &mut Story, entity: &EntityId, into: &EntityId) -> Result<(), Refusal> {
    if entity == into {
        return Err(format!("\"{entity}\" cannot be merged into itself"));
    }
    position(&story.entities, into.as_str())?;
    let merged = removed(&mut story.entities, entity.as_str())?;
    let kept = found(&mut story.entities, into.as_str())?;
    kept.code = kept.code.take().or(merged.code);
    kept.mentions.extend(merged.mentions);
    kept.mentions.sort_by(|one, other| place_of(one).cmp(&place_of(other)));
    add_aliases(&mut kept.aliases, &kept.name, [merged.name].into_iter().chain(merged.aliases));

    let rename = |id: &mut EntityId| {
        if id == entity {
            id.clone_from(into);
        }
    };
    for relation in &mut story.relations {
        rename(&mut relation.from);
        rename(&mut relation.to);
    }
    let between: Vec<Relation> = story.relations.extract_if(.., |relation| relation.from == relation.to).collect();
    for relation in between {
        forget(&mut story.steps, relation.id.as_str(), None);
    }
    join_relations(story, into);
    for event in &mut story.events {
        event.place.iter_mut().for_each(rename);
        event.participants.iter_mut().for_each(|participant| rename(&mut participant.entity));
        let mut seen = Set::new();
        event.participants.retain(|participant| seen.insert(participant.entity.clone()));
    }
    story.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()).for_each(rename);
    for figure in &mut story.figures {
        figure.entities.iter_mut().for_each(rename);
        let mut seen = Set::new();
        figure.entities.retain(|entity| seen.insert(entity.clone()));
    }
    story.articles.iter_mut().filter_map(|article| article.dateline_place.as_mut()).for_each(rename);
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
                for span in relation.evidence {
                    if !same.evidence.contains(&span) {
                        same.evidence.push(span);
                    }
                }
                continue;
            }
        }
        kept.push(relation);
    }
    story.relations = kept;
}

/// The entity is in the story no more; what was said of it alone goes with it.
fn remove_entity(story: &mut Story, entity: &EntityId) -> Result<(), Refusal> {
    removed(&mut story.entities, entity.as_str())?;
    let clear = |id: &mut Option<EntityId>| {
        if id.as_ref() == Some(entity) {
            *id = None;
        }
    };
    let gone: Vec<Relation> =
        story.relations.extract_if(.., |relation| relation.from == *entity || relation.to == *entity).collect();
    for event in &mut story.events {
        clear(&mut event.place);
        event.participants.retain(|participant| participant.entity != *entity);
    }
    story.quotes.iter_mut().for_each(|quote| clear(&mut quote.speaker));
    story.figures.iter_mut().for_each(|figure| figure.entities.retain(|other| other != entity));
    story.articles.iter_mut().for_each(|article| clear(&mut article.dateline_place));
    forget(&mut story.steps, entity.as_str(), None);
    for relation in gone {
        forget(&mut story.steps, relation.id.as_str(), None);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tests_support::{evidence, story};
    use crate::{EntityKind, EventId, RelationId, RelationKind, Status, When, check};

    fn corrected(corrections: impl IntoIterator<Item = Correction>) -> (Story, Vec<String>) {
        let mut story = story();
        let corrections = Corrections { corrections: corrections.into_iter().collect(), ..Corrections::default() };
        let problems = corrections.apply(&mut story);
        assert_eq!(check(&story), []);
        (story, problems.iter().map(ToString::to_string).collect())
    }

    fn id(text: &str) -> EntityId {
        EntityId::new(text)
    }

    #[test]
    fn a_renamed_entity_is_still_found_by_its_old_name() {
        let (story, problems) =
            corrected([Correction::EntityName { entity: id("ada"), name: " Ada Jones ".to_owned() }]);
        assert_eq!(
            (story.entities[0].name.as_str(), &story.entities[0].aliases[..]),
            ("Ada Jones", &["ada".to_owned()][..])
        );
        assert!(problems.is_empty());
    }

    #[test]
    fn two_that_are_one_share_their_mentions_and_have_no_relation_to_themselves() {
        let (story, problems) = corrected([Correction::MergeEntities { entity: id("ada"), into: id("bo") }]);
        assert!(problems.is_empty());
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
        assert_eq!(Corrections { corrections: vec![merge], ..Corrections::default() }.apply(&mut story), []);
        assert_eq!(story.relations.len(), 1);
        assert_eq!(story.relations[0].evidence.len(), 2);
        assert_eq!(check(&story), []);
    }

    #[test]
    fn a_removed_entity_takes_its_relations_along_and_leaves_the_events() {
        let (story, _) = corrected([Correction::RemoveEntity { entity: id("ada") }]);
        assert_eq!((story.relations.len(), story.events.len()), (0, 1));
        assert_eq!(story.events[0].participants, []);
    }

    #[test]
    fn a_corrected_date_puts_the_event_in_its_place() {
        let mut story = story();
        let mut later = story.events[0].clone();
        later.id = EventId::new("later");
        later.when = When::parse("2025").ok();
        story.events.push(later);
        let date = Correction::EventDate { event: EventId::new("meeting"), when: When::parse("2026-01").ok() };
        Corrections { corrections: vec![date], ..Corrections::default() }.apply(&mut story);
        assert_eq!(story.events[1].id, EventId::new("meeting"));
        assert_eq!(story.events[1].basis, Some(Basis::Stated));
    }

    #[test]
    fn what_no_longer_finds_its_item_is_named_and_the_rest_is_done() {
        let (story, problems) = corrected([
            Correction::RemoveEvent { event: EventId::new("party") },
            Correction::StoryTitle { title: "Two".to_owned() },
            Correction::MergeEntities { entity: id("bo"), into: id("bo") },
        ]);
        assert_eq!(story.title, "Two");
        assert_eq!(
            problems,
            [
                "corrections[0]: there is no event \"party\"; the articles may be read otherwise now: look whether it is still needed",
                "corrections[2]: \"bo\" cannot be merged into itself; the articles may be read otherwise now: look whether it is still needed",
            ]
        );
    }

    fn any_correction() -> impl Strategy<Value = Correction> {
        let entity = || prop::sample::select(vec!["ada", "bo", "delft", "nobody"]).prop_map(EntityId::new);
        let event = || prop::sample::select(vec!["meeting", "party"]).prop_map(EventId::new);
        let relation = || prop::sample::select(vec!["ada-met-bo", "none"]).prop_map(RelationId::new);
        prop_oneof![
            "[a ]{0,3}".prop_map(|title| Correction::StoryTitle { title }),
            (entity(), "[a ]{0,3}").prop_map(|(entity, name)| Correction::EntityName { entity, name }),
            entity().prop_map(|entity| Correction::EntityKind { entity, kind: EntityKind::Other }),
            (entity(), entity()).prop_map(|(entity, into)| Correction::MergeEntities { entity, into }),
            entity().prop_map(|entity| Correction::RemoveEntity { entity }),
            (relation(), "[a ]{0,3}").prop_map(|(relation, label)| Correction::RelationLabel { relation, label }),
            relation().prop_map(|relation| Correction::RemoveRelation { relation }),
            (event(), "[a ]{0,3}").prop_map(|(event, title)| Correction::EventTitle { event, title }),
            event().prop_map(|event| Correction::EventDate { event, when: None }),
            event().prop_map(|event| Correction::EventStatus { event, status: Status::Planned }),
            event().prop_map(|event| Correction::RemoveEvent { event }),
        ]
    }

    proptest! {
        #[test]
        fn a_sound_story_stays_sound(corrections in prop::collection::vec(any_correction(), 0..8)) {
            let mut story = story();
            story.relations[0].kind = RelationKind::Other;
            story.relations[0].label = Some("met".to_owned());
            for select in ["ada-met-bo", "meeting", "ada"] {
                let select = Some(select.to_owned());
                story.steps.push(Step { text: "Here".to_owned(), select, from: None, to: None });
            }
            Corrections { corrections, ..Corrections::default() }.apply(&mut story);
            prop_assert_eq!(check(&story), vec![]);
        }
    }
}
