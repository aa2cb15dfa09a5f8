//! Where the items of a story name each other: what renames one has to follow
//! it everywhere.

use crate::{ArticleId, EntityId, Story};

impl Story {
    /// Calls `each` with every place that names an entity, but the entities'
    /// own ids and the steps of the guided way in.
    pub fn for_each_entity_named(&mut self, mut each: impl FnMut(&mut EntityId)) {
        self.articles.iter_mut().filter_map(|article| article.dateline_place.as_mut()).for_each(&mut each);
        for relation in &mut self.relations {
            each(&mut relation.from);
            each(&mut relation.to);
        }
        for event in &mut self.events {
            event.place.iter_mut().for_each(&mut each);
            event.participants.iter_mut().for_each(|participant| each(&mut participant.entity));
        }
        self.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()).for_each(&mut each);
        self.figures.iter_mut().flat_map(|figure| &mut figure.entities).for_each(&mut each);
    }

    /// Calls `each` with every place that names an article, but the articles'
    /// own ids and the steps of the guided way in.
    pub fn for_each_article_named(&mut self, mut each: impl FnMut(&mut ArticleId)) {
        let mentions = self.entities.iter_mut().flat_map(|entity| &mut entity.mentions);
        mentions.for_each(|mention| each(&mut mention.article));
        self.quotes.iter_mut().for_each(|quote| each(&mut quote.article));
        self.figures.iter_mut().for_each(|figure| each(&mut figure.article));
        for claim in self.disagreements.iter_mut().flat_map(|item| &mut item.claims) {
            claim.articles.iter_mut().for_each(&mut each);
            claim.evidence.iter_mut().for_each(|span| each(&mut span.article));
        }
        let relations = self.relations.iter_mut().map(|item| &mut item.evidence);
        let events = self.events.iter_mut().map(|item| &mut item.evidence);
        let quotes = self.quotes.iter_mut().map(|item| &mut item.evidence);
        let figures = self.figures.iter_mut().map(|item| &mut item.evidence);
        let all = relations.chain(events).chain(quotes).chain(figures);
        all.flatten().for_each(|span| each(&mut span.article));
    }
}
