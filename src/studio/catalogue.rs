//! What there is in a story to choose from, by kind, the most reported first.
//! No browser: the page shows what is found in it.

use story::sorted::{Map, Set};
use story::{Evidence, Story};

use super::wording::{self, Look};

/// So many are listed at once: more are found by their words.
pub(crate) const MOST: usize = 50;

/// A kind of item that can be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Article,
    Entity,
    Relation,
    Event,
    Quote,
    Figure,
    Disagreement,
}

impl Kind {
    /// Every one, and what many of it are called, in the order of the page.
    pub(crate) const ALL: [(Self, &'static str); 7] = [
        (Self::Article, "Articles"),
        (Self::Entity, "Names"),
        (Self::Relation, "Relations"),
        (Self::Event, "Events"),
        (Self::Quote, "Quotes"),
        (Self::Figure, "Figures"),
        (Self::Disagreement, "Differences"),
    ];

    /// The order in which the widget looks for an id.
    const BY_ID: [Self; 7] =
        [Self::Entity, Self::Event, Self::Relation, Self::Quote, Self::Article, Self::Figure, Self::Disagreement];
}

/// An item that is being corrected. Ids are unique within a kind alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Chosen {
    pub(crate) kind: Kind,
    pub(crate) id: String,
}

impl Chosen {
    pub(crate) fn new(kind: Kind, id: impl Into<String>) -> Self {
        Self { kind, id: id.into() }
    }
}

/// An item, and the words for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) words: String,
    /// Its words in lower case, and what else it is found by.
    found_by: String,
}

/// All items of a story.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Catalogue {
    lists: Map<Kind, Vec<Entry>>,
}

/// What was found: the first of it, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) first: Vec<Entry>,
    pub(crate) all: usize,
}

/// Where an item stands in its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Beside {
    pub(crate) before: Option<Chosen>,
    pub(crate) after: Option<Chosen>,
    pub(crate) at: usize,
    pub(crate) all: usize,
}

impl Catalogue {
    pub(crate) fn of(story: &Story) -> Self {
        let look = Look::of(story);
        let lists = Kind::ALL.map(|(kind, _)| (kind, list(story, &look, kind)));
        Self { lists: lists.into_iter().collect() }
    }

    fn list(&self, kind: Kind) -> &[Entry] {
        self.lists.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// How many there are of a kind.
    pub(crate) fn count(&self, kind: Kind) -> usize {
        self.list(kind).len()
    }

    /// What is called so, in part; all, without words.
    pub(crate) fn find(&self, kind: Kind, words: &str) -> Found {
        let words = words.trim().to_lowercase();
        let mut found = self.list(kind).iter().filter(|entry| entry.found_by.contains(&words));
        let first: Vec<Entry> = found.by_ref().take(MOST).cloned().collect();
        let all = first.len() + found.count();
        Found { first, all }
    }

    /// The item of these very words, or the only one that has them without regard to case.
    ///
    /// # Errors
    ///
    /// A sentence that says what to do, where there is none or more than one.
    pub(crate) fn called(&self, kind: Kind, words: &str) -> Result<&Entry, String> {
        let list = self.list(kind);
        if let Some(entry) = list.iter().find(|entry| entry.words == words) {
            return Ok(entry);
        }
        let folded = words.to_lowercase();
        let mut alike = list.iter().filter(|entry| entry.found_by.lines().any(|line| line == folded));
        let what = if kind == Kind::Event { "event" } else { "name" };
        match (alike.next(), alike.next()) {
            (Some(only), None) => Ok(only),
            (None, _) => Err(format!("There is no {what} “{words}” in the story. Choose one of the list.")),
            (Some(one), Some(other)) => Err(format!(
                "More than one {what} in the story is “{words}”: {} and {}. Choose one of the list.",
                one.words, other.words
            )),
        }
    }

    /// The item before or after another among those that are called so, and where that is among
    /// how many, from one; nothing of one that is not among them.
    pub(crate) fn beside(&self, item: &Chosen, words: &str) -> Option<Beside> {
        let words = words.trim().to_lowercase();
        let found: Vec<&Entry> = self.list(item.kind).iter().filter(|it| it.found_by.contains(&words)).collect();
        let at = found.iter().position(|entry| entry.id == item.id)?;
        let chosen = |at: usize| found.get(at).map(|entry| Chosen::new(item.kind, entry.id.as_str()));
        let (before, after) = (at.checked_sub(1).and_then(chosen), chosen(at + 1));
        Some(Beside { before, after, at: at + 1, all: found.len() })
    }

    /// What an item is called.
    pub(crate) fn words(&self, kind: Kind, id: &str) -> Option<&str> {
        self.list(kind).iter().find(|entry| entry.id == id).map(|entry| entry.words.as_str())
    }

    /// What the widget means by an id.
    pub(crate) fn meant(&self, id: &str) -> Option<Chosen> {
        Kind::BY_ID.into_iter().find(|&kind| self.words(kind, id).is_some()).map(|kind| Chosen::new(kind, id))
    }
}

/// An entry, and how many articles report it.
type Counted = (usize, Entry);

fn list(story: &Story, look: &Look<'_>, kind: Kind) -> Vec<Entry> {
    let mut all: Vec<Counted> = match kind {
        // In the order of their days, as they are in the story.
        Kind::Article => story.articles.iter().map(|item| (1, entry(&item.id, wording::article(item)))).collect(),
        Kind::Entity => {
            let articles = |item: &story::Entity| item.mentions.iter().map(|it| &it.article).collect::<Set<_>>().len();
            let one = |item: &story::Entity| {
                let mut entry = entry(&item.id, item.name.clone());
                for alias in &item.aliases {
                    entry.found_by.extend(["\n", &alias.to_lowercase()]);
                }
                (articles(item), entry)
            };
            let mut all: Vec<Counted> = story.entities.iter().map(one).collect();
            // Of equally many, by what they were called when they were read: who is renamed stays.
            all.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
            all
        }
        Kind::Relation => {
            let one =
                |item: &story::Relation| (sources(&item.evidence), entry(&item.id, wording::relation(look, item)));
            story.relations.iter().map(one).collect()
        }
        Kind::Event => {
            let one = |item: &story::Event| (sources(&item.evidence), entry(&item.id, wording::event(item)));
            story.events.iter().map(one).collect()
        }
        Kind::Quote => {
            let mut versions: Map<&str, usize> = Map::new();
            for utterance in story.quotes.iter().filter_map(|quote| quote.same_as.as_deref()) {
                *versions.entry(utterance).or_default() += 1;
            }
            let reports =
                |item: &story::Quote| item.same_as.as_deref().and_then(|it| versions.get(it)).map_or(1, |n| *n);
            story.quotes.iter().map(|item| (reports(item), entry(&item.id, wording::quote(look, item)))).collect()
        }
        Kind::Figure => story.figures.iter().map(|item| (1, entry(&item.id, wording::figure_in(look, item)))).collect(),
        Kind::Disagreement => {
            story.disagreements.iter().map(|item| (item.claims.len(), entry(&item.id, item.about.clone()))).collect()
        }
    };
    all.sort_by(|(one, _), (other, _)| other.cmp(one));
    let mut entries: Vec<Entry> = all.into_iter().map(|(_, entry)| entry).collect();
    tell_apart(&mut entries);
    entries
}

fn entry(id: &impl ToString, words: String) -> Entry {
    let found_by = words.to_lowercase();
    Entry { id: id.to_string(), words, found_by }
}

/// How many articles there are in evidence.
fn sources(evidence: &[Evidence]) -> usize {
    evidence.iter().map(|span| &span.article).collect::<Set<_>>().len()
}

/// Two of the same words are told apart by their ids.
fn tell_apart(entries: &mut [Entry]) {
    let mut counts: Map<String, usize> = Map::new();
    for entry in entries.iter() {
        *counts.entry(entry.words.clone()).or_default() += 1;
    }
    for entry in entries {
        if counts.get(&entry.words).is_some_and(|&count| count > 1) {
            entry.words = format!("{} ({})", entry.words, entry.id);
            entry.found_by.extend(["\n", &entry.words.to_lowercase()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two bridges of one name, and a mayor whom two articles name. One article has the mayor's id.
    fn story() -> Story {
        let article = |id: &str| format!(r#"{{"id": "{id}", "kind": "report", "text": "full", "sentences": []}}"#);
        let entity = |id: &str, name: &str, articles: &[&str]| {
            let mention = |article: &&str| {
                format!(r#"{{"article": "{article}", "sentence": 0, "start": 0, "end": 1, "via": "name"}}"#)
            };
            let mentions: Vec<String> = articles.iter().map(mention).collect();
            let mentions = mentions.join(", ");
            format!(
                r#"{{"id": "{id}", "kind": "other", "name": "{name}", "aliases": ["One of {id}"], "mentions": [{mentions}]}}"#
            )
        };
        let articles = [article("ada"), article("b")].join(", ");
        let bridges = [entity("bridge", "Bridge", &["b"]), entity("bridge-2", "Bridge", &["b"])].join(", ");
        let ada = entity("ada", "Ada Smit", &["ada", "b"]);
        let text = format!(
            r#"{{"format": "backstory/1", "title": "", "articles": [{articles}], "entities": [{bridges}, {ada}]}}"#
        );
        Story::from_json(&text).unwrap()
    }

    fn words(found: &Found) -> Vec<&str> {
        found.first.iter().map(|entry| entry.words.as_str()).collect()
    }

    #[test]
    fn the_most_reported_come_first_and_two_of_one_name_are_told_apart() {
        let catalogue = Catalogue::of(&story());
        assert_eq!(words(&catalogue.find(Kind::Entity, "")), ["Ada Smit", "Bridge (bridge)", "Bridge (bridge-2)"]);
        assert_eq!(words(&catalogue.find(Kind::Entity, " one of ada")), ["Ada Smit"], "by another name");
        assert_eq!(words(&catalogue.find(Kind::Entity, "SMIT")), ["Ada Smit"]);
    }

    #[test]
    fn one_goes_from_item_to_item_and_who_is_renamed_stays() {
        let mut story = story();
        let catalogue = Catalogue::of(&story);
        let bridge = Chosen::new(Kind::Entity, "bridge");
        let beside = catalogue.beside(&bridge, "").unwrap();
        assert_eq!((beside.at, beside.all), (2, 3));
        assert_eq!(beside.before, Some(Chosen::new(Kind::Entity, "ada")));
        assert_eq!(beside.after, Some(Chosen::new(Kind::Entity, "bridge-2")));
        assert_eq!(catalogue.beside(&bridge, "BRIDGE").unwrap().before, None, "of those that were found");
        assert_eq!(catalogue.beside(&bridge, "ada"), None);
        story.entities[0].name = "Zuider Bridge".to_owned();
        assert_eq!(Catalogue::of(&story).beside(&bridge, "").unwrap().at, 2);
    }

    #[test]
    fn who_is_meant_is_told_by_the_words() {
        let catalogue = Catalogue::of(&story());
        let id = |words: &str| catalogue.called(Kind::Entity, words).map(|entry| entry.id.as_str());
        assert_eq!(id("ada smit"), Ok("ada"));
        assert_eq!(id("One of ada"), Ok("ada"), "by another name");
        assert_eq!(id("Bridge (bridge-2)"), Ok("bridge-2"));
        assert_eq!(
            id("bridge").unwrap_err(),
            "More than one name in the story is “bridge”: Bridge (bridge) and Bridge (bridge-2). Choose one of the list."
        );
        assert_eq!(id("Ada").unwrap_err(), "There is no name “Ada” in the story. Choose one of the list.");
    }

    #[test]
    fn an_id_is_what_the_widget_takes_it_for() {
        let catalogue = Catalogue::of(&story());
        assert_eq!(catalogue.meant("ada"), Some(Chosen::new(Kind::Entity, "ada")), "and not the article");
        assert_eq!(catalogue.meant("b"), Some(Chosen::new(Kind::Article, "b")));
        assert_eq!(catalogue.meant("c"), None);
    }

    #[test]
    fn what_is_listed_is_bounded_and_counted() {
        let mut story = story();
        for at in 0..2 * MOST {
            let mut entity = story.entities[0].clone();
            (entity.id, entity.name) = (story::EntityId::new(format!("e{at}")), format!("Pillar {at}"));
            story.entities.push(entity);
        }
        let found = Catalogue::of(&story).find(Kind::Entity, "pillar");
        assert_eq!((found.first.len(), found.all), (MOST, 2 * MOST));
    }
}
