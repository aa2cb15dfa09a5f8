//! What a story holds, in a line.

use story::{Story, TextRights};

/// `5 articles, 34 entities, …`
pub(crate) fn counts(story: &Story) -> String {
    [
        count(story.articles.len(), "article", "articles"),
        count(story.entities.len(), "entity", "entities"),
        count(story.relations.len(), "relation", "relations"),
        count(story.events.len(), "event", "events"),
        count(story.quotes.len(), "quote", "quotes"),
        count(story.figures.len(), "figure", "figures"),
        count(story.disagreements.len(), "disagreement", "disagreements"),
    ]
    .join(", ")
}

/// `1 article`, `2 articles`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// How many articles a story holds the whole text of.
pub(crate) fn whole_articles(story: &Story) -> usize {
    story.articles.iter().filter(|article| article.text == TextRights::Full).count()
}
