//! Search: names, titles, words that were said and whole sentences, without
//! case and accents, by the beginnings of words.
//!
//! All text of a story is folded once into one string, and a query walks
//! through it. That is a few milliseconds for some megabytes, and has neither
//! hash tables nor sorted lists to build.

use crate::fold::words;
use crate::{Index, Story};

/// The words of a story, ready to be searched.
#[derive(Debug)]
pub struct Search {
    /// The folded texts: `\n word word\n word\n`, a line a text, each word
    /// after a space.
    pool: Vec<u8>,
    items: Vec<Searched>,
}

/// An item with the end of its lines in the pool.
#[derive(Debug)]
struct Searched {
    item: Found,
    end: usize,
    /// How many articles tell of it: of two that fit equally well, the more
    /// reported comes first.
    sources: usize,
}

/// What a search finds: positions in the story's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// An entity, by its name or an alias.
    Entity(usize),
    /// An event, by its title.
    Event(usize),
    /// A quote, by its words.
    Quote(usize),
    /// An article, by its headline or its publisher.
    Article(usize),
    /// A sentence: the article's position, and the sentence's in it.
    Sentence(usize, usize),
}

/// The groups that results come in, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Group {
    Entities,
    Events,
    Quotes,
    Articles,
    Sentences,
}

impl Group {
    /// Every group, in the order in which results are shown.
    pub const ALL: [Self; 5] = [Self::Entities, Self::Events, Self::Quotes, Self::Articles, Self::Sentences];
}

impl Found {
    /// The group that it belongs to.
    pub fn group(self) -> Group {
        match self {
            Self::Entity(_) => Group::Entities,
            Self::Event(_) => Group::Events,
            Self::Quote(_) => Group::Quotes,
            Self::Article(_) => Group::Articles,
            Self::Sentence(..) => Group::Sentences,
        }
    }

    /// Calls `with` for each text that it is searched by; the first is what it
    /// is called.
    fn each_text(self, story: &Story, with: &mut dyn FnMut(&str)) {
        match self {
            Self::Entity(i) => {
                if let Some(item) = story.entities.get(i) {
                    with(&item.name);
                    if let Some(code) = &item.code {
                        with(code);
                    }
                    for alias in &item.aliases {
                        with(alias);
                    }
                }
            }
            Self::Event(i) => {
                if let Some(item) = story.events.get(i) {
                    with(&item.title);
                }
            }
            Self::Quote(i) => {
                if let Some(item) = story.quotes.get(i) {
                    with(&item.text);
                }
            }
            Self::Article(i) => {
                if let Some(item) = story.articles.get(i) {
                    for text in [&item.headline, &item.publisher].into_iter().flatten() {
                        with(text);
                    }
                }
            }
            Self::Sentence(article, i) => {
                if let Some(sentence) = story.articles.get(article).and_then(|article| article.sentences.get(i)) {
                    with(&sentence.text);
                }
            }
        }
    }
}

/// The results of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The group.
    pub group: Group,
    /// How many items fit in all.
    pub all: usize,
    /// The best of them, the best first.
    pub hits: Vec<Hit>,
}

/// One result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub found: Found,
    /// The text that fits best: a name, an alias, a title, a sentence.
    pub text: String,
    /// What of it was typed: `[start, end)` in Unicode scalar values, in
    /// order, none touching another.
    pub marks: Vec<(usize, usize)>,
}

/// Words of a query beyond these are passed over: nobody types so many.
const MOST_WORDS: usize = 8;

/// How well an item fits: the smaller the better.
const EXACT: u64 = 0;
const BEGINS: u64 = 1;
const TOGETHER: u64 = 2;
const SCATTERED: u64 = 3;

impl Search {
    /// Makes the words of `story` ready, in time linear in its size.
    pub fn of(story: &Story, index: &Index) -> Self {
        let mut search = Self { pool: Vec::new(), items: Vec::new() };
        for i in 0..story.entities.len() {
            let sources = index.of_entity(i).map_or(0, |of| of.articles.len());
            search.add(story, Found::Entity(i), sources);
        }
        for (i, event) in story.events.iter().enumerate() {
            search.add(story, Found::Event(i), index.sources(&event.evidence).len());
        }
        for i in 0..story.quotes.len() {
            search.add(story, Found::Quote(i), 0);
        }
        for i in 0..story.articles.len() {
            search.add(story, Found::Article(i), 0);
        }
        for (article, item) in story.articles.iter().enumerate() {
            for i in 0..item.sentences.len() {
                search.add(story, Found::Sentence(article, i), 0);
            }
        }
        search
    }

    fn add(&mut self, story: &Story, item: Found, sources: usize) {
        let pool = &mut self.pool;
        pool.push(b'\n');
        item.each_text(story, &mut |text| {
            words(text, &mut |_, _, word| {
                pool.push(b' ');
                pool.extend_from_slice(word.as_bytes());
            });
            pool.push(b'\n');
        });
        self.items.push(Searched { item, end: self.pool.len(), sources });
    }

    /// What fits `query`: every word of it begins a word of the item. Groups
    /// without a result are left out; each of the others has at most `most`
    /// hits, those first that fit best, then those that most articles tell of.
    ///
    /// `story` is the one that the search was made of.
    pub fn find(&self, story: &Story, query: &str, most: usize) -> Vec<Results> {
        let query = Query::of(query);
        if query.words.is_empty() {
            return Vec::new();
        }
        let mut groups: Vec<(usize, Vec<u64>)> = vec![(0, Vec::new()); Group::ALL.len()];
        let mut start = 0;
        for (i, item) in self.items.iter().enumerate() {
            let lines = self.pool.get(start..item.end).unwrap_or_default();
            start = item.end;
            if let Some(fit) = query.fit(lines)
                && let Some((all, best)) = groups.get_mut(item.item.group() as usize)
            {
                *all += 1;
                keep(best, rank(fit, item.sources, i), most);
            }
        }
        let mut results = Vec::new();
        for (group, (all, best)) in Group::ALL.into_iter().zip(groups) {
            if all > 0 {
                let mut hits = Vec::new();
                for rank in best {
                    hits.extend(self.hit(story, rank, &query));
                }
                results.push(Results { group, all, hits });
            }
        }
        results
    }

    fn hit(&self, story: &Story, rank: u64, query: &Query) -> Option<Hit> {
        let found = self.items.get(usize::try_from(rank & POSITION).ok()?)?.item;
        // The text in which most words of the query are; the first such.
        let mut most = 0;
        let mut hit = None;
        found.each_text(story, &mut |text| {
            let (matched, marks) = query.marks(text);
            if matched > most {
                most = matched;
                hit = Some(Hit { found, text: text.to_owned(), marks });
            }
        });
        hit
    }
}

/// The part of a rank that is the item's position.
const POSITION: u64 = 0xffff_ffff;

/// One number to sort by: the fit, then the number of sources, then the
/// position.
fn rank(fit: u64, sources: usize, at: usize) -> u64 {
    const MOST_SOURCES: u64 = 0xff_ffff;
    let sources = u64::try_from(sources).unwrap_or(MOST_SOURCES).min(MOST_SOURCES);
    let at = u64::try_from(at).unwrap_or(POSITION).min(POSITION);
    fit << 56 | (MOST_SOURCES - sources) << 32 | at
}

/// Keeps the `most` smallest ranks, in order.
fn keep(best: &mut Vec<u64>, rank: u64, most: usize) {
    if best.len() >= most && best.last().is_none_or(|&last| last < rank) {
        return;
    }
    let at = best.partition_point(|&other| other < rank);
    best.insert(at, rank);
    best.truncate(most);
}

/// A query, folded.
struct Query {
    /// The words, each after a space, the longest first: it is the rarest.
    words: Vec<Vec<u8>>,
    /// All of them, as they were typed: `\n word word\n`.
    line: Vec<u8>,
}

impl Query {
    fn of(query: &str) -> Self {
        let mut found: Vec<Vec<u8>> = Vec::new();
        let mut line = vec![b'\n'];
        words(query, &mut |_, _, word| {
            if found.len() < MOST_WORDS {
                let start = line.len();
                line.push(b' ');
                line.extend_from_slice(word.as_bytes());
                let word = line.get(start..).unwrap_or_default().to_vec();
                let at = found.iter().position(|other| other.len() < word.len()).unwrap_or(found.len());
                found.insert(at, word);
            }
        });
        line.push(b'\n');
        Self { words: found, line }
    }

    /// How well the lines of an item fit, if they do.
    fn fit(&self, lines: &[u8]) -> Option<u64> {
        if !self.words.iter().all(|word| contains(lines, word)) {
            return None;
        }
        let line = self.line.as_slice();
        let begins = line.get(..line.len() - 1).unwrap_or_default();
        let together = begins.get(1..).unwrap_or_default();
        Some(match () {
            () if contains(lines, line) => EXACT,
            () if contains(lines, begins) => BEGINS,
            () if contains(lines, together) => TOGETHER,
            () => SCATTERED,
        })
    }

    /// How many words of the query are in `text`, and where.
    fn marks(&self, text: &str) -> (usize, Vec<(usize, usize)>) {
        let mut marks = Vec::new();
        let mut matched = [false; MOST_WORDS];
        let mut places = Vec::new();
        words(text, &mut |start, end, word| {
            let mut longest = 0;
            for (typed, matched) in self.words.iter().zip(&mut matched) {
                let typed = typed.get(1..).unwrap_or_default();
                if word.as_bytes().starts_with(typed) {
                    *matched = true;
                    longest = longest.max(typed.len());
                }
            }
            if longest > 0 {
                places.push((start, end, longest));
            }
        });
        let mut places = places.into_iter().peekable();
        let mut covered = String::new();
        for (at, c) in text.chars().enumerate() {
            let Some(&(start, end, typed)) = places.peek() else { break };
            if at < start {
                continue;
            }
            // The letters of the text that make up what was typed.
            crate::fold::fold(c, &mut covered);
            if covered.len() >= typed || at + 1 == end {
                marks.push((start, at + 1));
                covered.clear();
                places.next();
            }
        }
        (matched.iter().filter(|&&matched| matched).count(), marks)
    }
}

/// Whether `needle` is in `text`. The first byte of a needle is a space or a
/// line break, so most places are passed over by a look at two bytes.
fn contains(text: &[u8], needle: &[u8]) -> bool {
    let &[first, second, ..] = needle else { return false };
    text.windows(2)
        .enumerate()
        .any(|(at, pair)| pair == [first, second] && text.get(at..).is_some_and(|rest| rest.starts_with(needle)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tests_support::story;

    fn search(story: &Story) -> Search {
        Search::of(story, &Index::of(story))
    }

    fn found(story: &Story, query: &str) -> Vec<Found> {
        let results = search(story).find(story, query, 10);
        results.iter().flat_map(|results| &results.hits).map(|hit| hit.found).collect()
    }

    fn named(names: &[&str]) -> Story {
        let mut story = story();
        let model = story.entities.remove(0);
        story.events.clear();
        story.articles[0].sentences.clear();
        // Nothing else is to be found by the words of a name.
        story.articles[0].publisher = None;
        story.entities = names
            .iter()
            .enumerate()
            .map(|(i, name)| crate::Entity {
                id: crate::EntityId::new(i.to_string()),
                name: (*name).to_owned(),
                ..model.clone()
            })
            .collect();
        story
    }

    #[test]
    fn results_come_in_groups() {
        let story = story();
        assert_eq!(found(&story, "ada"), [Found::Entity(0), Found::Event(0), Found::Sentence(0, 0)]);
        assert_eq!(found(&story, "paper"), [Found::Article(0)]);
    }

    #[test]
    fn every_word_of_the_query_begins_a_word() {
        let story = story();
        assert_eq!(found(&story, "MEE  ad"), [Found::Event(0)]);
        assert_eq!(found(&story, "eets"), []);
        assert_eq!(found(&story, "ada nobody"), []);
        assert_eq!(found(&story, " … "), []);
    }

    #[test]
    fn an_alias_leads_to_its_entity_and_is_shown() {
        let mut story = story();
        story.entities[0].aliases = vec!["the Countess".to_owned()];
        let hit = search(&story).find(&story, "count", 5).remove(0).hits.remove(0);
        assert_eq!((hit.found, hit.text.as_str(), hit.marks), (Found::Entity(0), "the Countess", vec![(4, 9)]));
    }

    #[test]
    fn words_may_be_in_different_names_of_one_entity() {
        let mut story = story();
        story.entities[0].aliases = vec!["Countess".to_owned()];
        assert_eq!(found(&story, "ada countess"), [Found::Entity(0)]);
    }

    #[test]
    fn the_whole_name_comes_before_its_beginning_and_that_before_the_rest() {
        let story = named(&["New Delft", "The South of Delft New", "Delft New", "Delft", "Delftware"]);
        let [whole, begins, also, middle, last] = [3, 2, 4, 0, 1].map(Found::Entity);
        assert_eq!(found(&story, "delft"), [whole, begins, also, middle, last]);
        assert_eq!(found(&story, "new delft")[..2], [Found::Entity(0), Found::Entity(1)]);
    }

    #[test]
    fn of_equals_the_more_reported_comes_first() {
        let mut story = named(&["Delft One", "Delft Two"]);
        story.entities[0].mentions.clear();
        assert_eq!(found(&story, "delft"), [Found::Entity(1), Found::Entity(0)]);
    }

    #[test]
    fn the_most_are_kept_and_all_are_counted() {
        let story = named(&["Delft"; 30]);
        let results = search(&story).find(&story, "d", 3).remove(0);
        assert_eq!((results.all, results.hits.len()), (30, 3));
        assert!(search(&story).find(&story, "d", 0)[0].hits.is_empty());
    }

    #[test]
    fn what_was_typed_is_marked() {
        let story = named(&["Großstraße der Ёлки, groß"]);
        let marks = |query| search(&story).find(&story, query, 1).remove(0).hits.remove(0).marks;
        assert_eq!(marks("gross елк"), [(0, 4), (15, 18), (21, 25)]);
        assert_eq!(marks("gros"), [(0, 4), (21, 25)], "a letter is marked as a whole");
    }

    #[test]
    fn the_longest_word_that_fits_is_marked() {
        let story = named(&["Delftware"]);
        let hit = search(&story).find(&story, "d delft", 1).remove(0).hits.remove(0);
        assert_eq!(hit.marks, [(0, 5)]);
    }

    proptest! {
        #[test]
        fn no_query_breaks_the_search(name in "\\PC{0,40}", query in "\\PC{0,40}") {
            let story = named(&[&name]);
            for hit in search(&story).find(&story, &query, 3).iter().flat_map(|results| &results.hits) {
                let length = hit.text.chars().count();
                prop_assert!(hit.marks.iter().all(|&(start, end)| start < end && end <= length));
                prop_assert!(hit.marks.is_sorted_by(|one, other| one.1 <= other.0));
            }
        }

        #[test]
        fn an_item_is_found_by_its_own_words(name in "[a-zäß]{1,8}( [a-zäß]{1,8}){0,5}") {
            let story = named(&[&name]);
            prop_assert_eq!(found(&story, &name), [Found::Entity(0)]);
        }
    }
}
