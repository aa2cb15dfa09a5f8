//! Which items of a story are which of the gold's.

use std::collections::{BTreeMap, BTreeSet};

use story::{Evidence, Story};

use super::gold::Gold;
use super::wording::plain;

/// What is known of a story before its parts are looked at.
pub(super) struct Matching<'a> {
    pub(super) story: &'a Story,
    pub(super) gold: &'a Gold,
    /// From an article's id to its place in the gold.
    places: BTreeMap<&'a str, usize>,
    /// From an entity's id to the index of the gold's entity.
    entities: BTreeMap<&'a str, usize>,
}

impl<'a> Matching<'a> {
    pub(super) fn of(story: &'a Story, gold: &'a Gold) -> Self {
        let mut places = BTreeMap::new();
        for (place, file) in gold.articles.keys().enumerate() {
            // Of two articles of one file the later one stands.
            if let Some(article) = story.articles.iter().rfind(|article| file_name(article) == file) {
                places.insert(article.id.as_str(), place);
            }
        }
        let names: Vec<BTreeSet<String>> = gold
            .entities
            .iter()
            .map(|entity| [&entity.name].into_iter().chain(&entity.aliases).map(|name| plain(name)).collect())
            .collect();
        let mut entities = BTreeMap::new();
        for entity in story.entities.iter().filter(|entity| !entity.mentions.is_empty()) {
            let found = [&entity.name].into_iter().chain(&entity.aliases).find_map(|name| {
                let name = plain(name);
                let bare = name.strip_prefix("the ").unwrap_or(&name);
                names.iter().position(|names| names.contains(&name) || names.contains(bare))
            });
            entities.extend(found.map(|index| (entity.id.as_str(), index)));
        }
        Self { story, gold, places, entities }
    }

    /// The article of that place in the gold.
    pub(super) fn article(&self, place: usize) -> Option<&'a story::Article> {
        let (id, _) = self.places.iter().find(|(_, other)| **other == place)?;
        self.story.articles.iter().find(|article| article.id.as_str() == *id)
    }

    /// The place in the gold of the article with that id.
    pub(super) fn place(&self, article: &str) -> Option<usize> {
        self.places.get(article).copied()
    }

    /// The index of the gold's entity that an entity of the story is.
    pub(super) fn entity(&self, id: &str) -> Option<usize> {
        self.entities.get(id).copied()
    }

    /// The gold's name of an entity of the story.
    pub(super) fn name(&self, id: &str) -> Option<&'a str> {
        Some(self.gold.entities.get(self.entity(id)?)?.name.as_str())
    }

    /// The places of the articles that evidence is from.
    pub(super) fn places(&self, evidence: &[Evidence]) -> BTreeSet<usize> {
        evidence.iter().filter_map(|evidence| self.place(evidence.article.as_str())).collect()
    }
}

/// The last part of an article's file name.
fn file_name(article: &story::Article) -> &str {
    let file = article.file.as_deref().unwrap_or_default();
    file.rsplit_once('/').map_or(file, |(_, name)| name)
}
