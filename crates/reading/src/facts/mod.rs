//! Facts: events, relations, figures, each with the words that say so.

mod acting;
pub mod article;
mod clause;
mod copula;
mod dating;
mod day;
mod events;
pub mod figures;
pub mod found;
mod lead;
mod nouns;
mod open;
mod parts;
mod prepositions;
mod relations;
mod relatives;
mod same_day;
mod settle;
mod speaker;
mod speech;
mod subjects;
mod telling;
mod titles;
mod unnamed;
mod verbs;
mod wording;

pub use article::{Article, Speech};
pub use found::{FoundEvent, FoundFigure, FoundRelation, Proof};

/// What an article tells.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Events, each once.
    pub events: Vec<FoundEvent>,
    /// Events that are only mentioned, without a date: they back up what other
    /// articles tell.
    pub echoes: Vec<FoundEvent>,
    /// Relations, one for each place that tells them.
    pub relations: Vec<FoundRelation>,
    /// Figures.
    pub figures: Vec<FoundFigure>,
}

/// Finds the facts of an article.
pub fn find(article: &Article<'_>) -> Facts {
    let told = events::find(article);
    let mut relations = relations::find(article);
    relations.extend(relations::of_events(article, &told));
    let (events, echoes) = settle::settle(article, told);
    Facts { events, echoes, relations, figures: figures::find(article) }
}
