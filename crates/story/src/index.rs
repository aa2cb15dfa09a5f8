//! Look-ups in a story, made once: what belongs to an entity, who reports an
//! event, what fulfils a plan.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Evidence, Story};

/// Positions in a story's lists, by id and by entity.
///
/// It holds positions and not references, so that it can be kept beside the
/// story that it was made from. What an id leads to nowhere is passed over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    articles: BTreeMap<String, usize>,
    entities: BTreeMap<String, usize>,
    events: BTreeMap<String, usize>,
    of_entity: Vec<OfEntity>,
    fulfilled_by: BTreeMap<usize, Vec<usize>>,
    versions: BTreeMap<String, Vec<usize>>,
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
    /// Makes the index of `story`, in time linear in its size.
    pub fn of(story: &Story) -> Self {
        let positions = |ids: &mut dyn Iterator<Item = &str>| -> BTreeMap<String, usize> {
            ids.enumerate().map(|(i, id)| (id.to_owned(), i)).collect()
        };
        let mut index = Self {
            articles: positions(&mut story.articles.iter().map(|item| item.id.as_str())),
            entities: positions(&mut story.entities.iter().map(|item| item.id.as_str())),
            events: positions(&mut story.events.iter().map(|item| item.id.as_str())),
            of_entity: vec![OfEntity::default(); story.entities.len()],
            ..Self::default()
        };
        index.add_entities(story);
        index.add_events(story);
        index.add_quotes_and_figures(story);
        index
    }

    fn add_entities(&mut self, story: &Story) {
        for (i, entity) in story.entities.iter().enumerate() {
            let articles: BTreeSet<usize> =
                entity.mentions.iter().filter_map(|mention| self.article(mention.article.as_str())).collect();
            self.of_entity[i].articles = articles.into_iter().collect();
        }
        for (i, relation) in story.relations.iter().enumerate() {
            let ends = BTreeSet::from([self.entity(relation.from.as_str()), self.entity(relation.to.as_str())]);
            for end in ends.into_iter().flatten() {
                self.of_entity[end].relations.push(i);
            }
        }
    }

    fn add_events(&mut self, story: &Story) {
        for (i, event) in story.events.iter().enumerate() {
            let who = event.participants.iter().map(|participant| &participant.entity).chain(&event.place);
            let who: BTreeSet<usize> = who.filter_map(|id| self.entity(id.as_str())).collect();
            for entity in who {
                self.of_entity[entity].events.push(i);
            }
            if let Some(plan) = event.follows.as_ref().and_then(|plan| self.event(plan.as_str())) {
                self.fulfilled_by.entry(plan).or_default().push(i);
            }
        }
    }

    fn add_quotes_and_figures(&mut self, story: &Story) {
        for (i, quote) in story.quotes.iter().enumerate() {
            if let Some(speaker) = quote.speaker.as_ref().and_then(|id| self.entity(id.as_str())) {
                self.of_entity[speaker].quotes.push(i);
            }
            if let Some(utterance) = &quote.same_as {
                self.versions.entry(utterance.clone()).or_default().push(i);
            }
        }
        for (i, figure) in story.figures.iter().enumerate() {
            let about: BTreeSet<usize> = figure.entities.iter().filter_map(|id| self.entity(id.as_str())).collect();
            for entity in about {
                self.of_entity[entity].figures.push(i);
            }
        }
    }

    /// The position of the article with this id.
    pub fn article(&self, id: &str) -> Option<usize> {
        self.articles.get(id).copied()
    }

    /// The position of the entity with this id.
    pub fn entity(&self, id: &str) -> Option<usize> {
        self.entities.get(id).copied()
    }

    /// The position of the event with this id.
    pub fn event(&self, id: &str) -> Option<usize> {
        self.events.get(id).copied()
    }

    /// What belongs to the entity at `position`.
    pub fn of_entity(&self, position: usize) -> Option<&OfEntity> {
        self.of_entity.get(position)
    }

    /// The events that fulfil the plan at `position`.
    pub fn fulfilled_by(&self, position: usize) -> &[usize] {
        self.fulfilled_by.get(&position).map_or(&[], Vec::as_slice)
    }

    /// The quotes that are versions of one utterance (a quote's `same_as`).
    pub fn versions(&self, utterance: &str) -> &[usize] {
        self.versions.get(utterance).map_or(&[], Vec::as_slice)
    }

    /// The articles that a list of evidence comes from, each once, in the
    /// story's order.
    pub fn sources(&self, evidence: &[Evidence]) -> Vec<usize> {
        let articles: BTreeSet<usize> =
            evidence.iter().filter_map(|span| self.article(span.article.as_str())).collect();
        articles.into_iter().collect()
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
        assert_eq!(Index::of(&story).fulfilled_by(0), [1]);
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
