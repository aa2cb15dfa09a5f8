//! Which articles of a story tell of the same: those that share its names.

use std::cmp::Reverse;

use story::{Day, Published};

use crate::document::Document;
use crate::sorted::{Map, Set};
use crate::text::words;

/// Shorter words with a capital are as often the first of a sentence as a name,
/// in bytes.
const SHORTEST: usize = 4;

/// What more articles name tells nothing of which of them are alike; so the time
/// stays linear.
const COMMON: usize = 64;

/// The words with a capital of each article, and which articles hold each.
pub(super) struct Alike<'a> {
    words: Vec<Set<&'a str>>,
    holders: Map<&'a str, Vec<usize>>,
}

impl<'a> Alike<'a> {
    pub(super) fn of(documents: impl Iterator<Item = &'a Document>) -> Self {
        let is_name = |word: &&str| word.len() >= SHORTEST && word.starts_with(char::is_uppercase);
        let names = |document: &'a Document| words(&document.text).map(|(_, word)| word).filter(is_name).collect();
        let words: Vec<Set<&str>> = documents.map(names).collect();
        let mut holders: Map<&str, Vec<usize>> = Map::new();
        for (article, words) in words.iter().enumerate() {
            for word in words {
                holders.entry(word).or_default().push(article);
            }
        }
        Self { words, holders }
    }

    /// The day of the article that shares most with this one, what few others name
    /// counting more; of equals, the one that is nearest to `middle`.
    pub(super) fn day(&self, article: usize, found: &[Option<Published>], middle: Option<Day>) -> Option<Day> {
        let middle = middle?;
        let mut shared = vec![0; found.len()];
        let words = self.words.get(article).into_iter().flatten();
        for holders in words.filter_map(|word| self.holders.get(word)).filter(|holders| holders.len() <= COMMON) {
            for &other in holders {
                if let Some(shared) = shared.get_mut(other) {
                    *shared += found.len() - holders.len();
                }
            }
        }
        let dated = found.iter().zip(shared).filter_map(|(published, shared)| {
            let day = published.as_ref()?.when.first_day()?;
            Some((shared, Reverse((day.0 - middle.0).abs()), day))
        });
        dated.max().map(|(.., day)| day)
    }
}
