//! Look-ups in a story, made once: what belongs to an entity, who reports an
//! event, what fulfils a plan.

use crate::order::{Positions, order};
use crate::{EntityId, Evidence, Story};

/// From texts to positions: what stands under a text, in the order in which it
/// was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    texts: Vec<Box<str>>,
    positions: Vec<usize>,
}

impl Table {
    pub(crate) fn of(rows: &[(&str, usize)]) -> Self {
        let order = order(rows.len(), &|one, other| rows[one].0.cmp(rows[other].0));
        let mut table = Self::default();
        for at in order {
            table.texts.push(rows[at].0.into());
            table.positions.push(rows[at].1);
        }
        table
    }

    /// The table of a list's ids.
    pub(crate) fn of_ids(ids: &mut dyn Iterator<Item = &str>) -> Self {
        let mut rows = Vec::new();
        ids.for_each(|id| rows.push((id, rows.len())));
        Self::of(&rows)
    }

    /// Everything that stands under `text`.
    pub(crate) fn all(&self, text: &str) -> &[usize] {
        let start = self.texts.partition_point(|other| &**other < text);
        let end = self.texts.partition_point(|other| &**other <= text);
        self.positions.get(start..end).unwrap_or_default()
    }

    /// The last that stands under `text`.
    pub(crate) fn get(&self, text: &str) -> Option<usize> {
        self.all(text).last().copied()
    }
}

/// Positions in a story's lists, by id and by entity.
///
/// It holds positions and not references, so that it can be kept beside the
/// story that it was made from. What an id leads to nowhere is passed over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    articles: Table,
    entities: Table,
    events: Table,
    /// By the id of the plan.
    fulfilled_by: Table,
    /// By `same_as`.
    versions: Table,
    of_entity: Vec<OfEntity>,
}

/// What belongs to one entity: positions in the story's lists, ascending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfEntity {
    /// The articles that name it.
    pub articles: Vec<usize>,
    /// The relations that it is an end of.
    pub relations: Vec<usize>,
    /// The events that it takes part in, or that take place in it.
    pub events: Vec<usize>,
    /// The quotes that it speaks.
    pub quotes: Vec<usize>,
    /// The figures that are about it.
    pub figures: Vec<usize>,
}

impl Index {
    /// Makes the index of `story`, in time linear in its size but for the
    /// sorting of its ids.
    pub fn of(story: &Story) -> Self {
        let mut plans = Vec::new();
        for (i, event) in story.events.iter().enumerate() {
            plans.extend(event.follows.as_ref().map(|plan| (plan.as_str(), i)));
        }
        let mut utterances = Vec::new();
        for (i, quote) in story.quotes.iter().enumerate() {
            utterances.extend(quote.same_as.as_ref().map(|utterance| (utterance.as_str(), i)));
        }
        let mut index = Self {
            articles: Table::of_ids(&mut story.articles.iter().map(|item| item.id.as_str())),
            entities: Table::of_ids(&mut story.entities.iter().map(|item| item.id.as_str())),
            events: Table::of_ids(&mut story.events.iter().map(|item| item.id.as_str())),
            fulfilled_by: Table::of(&plans),
            versions: Table::of(&utterances),
            of_entity: vec![OfEntity::default(); story.entities.len()],
        };
        index.add_entities(story);
        index.add_events(story);
        index.add_quotes_and_figures(story);
        index
    }

    fn add_entities(&mut self, story: &Story) {
        for (i, entity) in story.entities.iter().enumerate() {
            let mut articles = entity.mentions.iter().filter_map(|mention| self.article(mention.article.as_str()));
            self.of_entity[i].articles = Positions::collect(&mut articles).into_vec();
        }
        for (i, relation) in story.relations.iter().enumerate() {
            self.add(&[&relation.from, &relation.to], |of| &mut of.relations, i);
        }
    }

    fn add_events(&mut self, story: &Story) {
        for (i, event) in story.events.iter().enumerate() {
            let who = event.participants.iter().map(|participant| &participant.entity).chain(&event.place);
            let who: Vec<&EntityId> = who.collect();
            self.add(&who, |of| &mut of.events, i);
        }
    }

    fn add_quotes_and_figures(&mut self, story: &Story) {
        for (i, quote) in story.quotes.iter().enumerate() {
            if let Some(speaker) = &quote.speaker {
                self.add(&[speaker], |of| &mut of.quotes, i);
            }
        }
        for (i, figure) in story.figures.iter().enumerate() {
            let about: Vec<&EntityId> = figure.entities.iter().collect();
            self.add(&about, |of| &mut of.figures, i);
        }
    }

    /// Adds `item` to a list of each of the entities, once.
    fn add(&mut self, entities: &[&EntityId], list: fn(&mut OfEntity) -> &mut Vec<usize>, item: usize) {
        for id in entities {
            if let Some(entity) = self.entity(id.as_str()) {
                let list = list(&mut self.of_entity[entity]);
                if list.last() != Some(&item) {
                    list.push(item);
                }
            }
        }
    }

    /// The position of the article with this id.
    pub fn article(&self, id: &str) -> Option<usize> {
        self.articles.get(id)
    }

    /// The position of the entity with this id.
    pub fn entity(&self, id: &str) -> Option<usize> {
        self.entities.get(id)
    }

    /// The position of the event with this id.
    pub fn event(&self, id: &str) -> Option<usize> {
        self.events.get(id)
    }

    /// What belongs to the entity at `position`.
    pub fn of_entity(&self, position: usize) -> Option<&OfEntity> {
        self.of_entity.get(position)
    }

    /// The events that fulfil the plan with this id.
    pub fn fulfilled_by(&self, plan: &str) -> &[usize] {
        self.fulfilled_by.all(plan)
    }

    /// The quotes that are versions of one utterance (a quote's `same_as`).
    pub fn versions(&self, utterance: &str) -> &[usize] {
        self.versions.all(utterance)
    }

    /// The articles that a list of evidence comes from, each once, in the
    /// story's order.
    pub fn sources(&self, evidence: &[Evidence]) -> Vec<usize> {
        let mut articles = evidence.iter().filter_map(|span| self.article(span.article.as_str()));
        Positions::collect(&mut articles).into_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EventId;
    use crate::tests_support::story;

    #[test]
    fn an_entity_leads_to_what_belongs_to_it() {
        let index = Index::of(&story());
        let ada = index.of_entity(index.entity("ada").unwrap()).unwrap();
        assert_eq!(ada, &OfEntity { articles: vec![0], relations: vec![0], events: vec![0], ..OfEntity::default() });
        let delft = index.of_entity(index.entity("delft").unwrap()).unwrap();
        assert_eq!(delft.events, [0], "an event belongs to its place too");
    }

    #[test]
    fn a_plan_leads_to_what_fulfils_it() {
        let mut story = story();
        let mut visit = story.events[0].clone();
        visit.id = EventId::new("visit");
        visit.follows = Some(story.events[0].id.clone());
        story.events.push(visit);
        assert_eq!(Index::of(&story).fulfilled_by(story.events[0].id.as_str()), [1]);
    }

    #[test]
    fn ids_that_lead_nowhere_are_passed_over() {
        let mut story = story();
        story.entities.clear();
        story.articles.clear();
        let index = Index::of(&story);
        assert_eq!(index.entity("ada"), None);
        assert!(index.sources(&story.events[0].evidence).is_empty());
    }
}
