//! What a story holds, in a line, and what an editor should know about it.

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

/// The language that articles are read in, as a BCP 47 tag.
const READ_LANGUAGE: &str = "en";

/// What an editor should know about what was read, a line each.
pub(crate) fn warnings(story: &Story) -> Vec<String> {
    let mut lines = Vec::new();
    for article in &story.articles {
        let name = article.file.as_deref().or(article.headline.as_deref()).unwrap_or(article.id.as_str());
        if let Some(language) = article.language.as_deref().filter(|tag| primary(tag) != READ_LANGUAGE) {
            lines.push(format!(
                "{name}: it is in a language that is not read (\"{language}\"); it is kept as a source, and nothing is taken from it"
            ));
        } else if article.published.is_none() {
            lines.push(format!(
                "{name}: no date of publication was found; dates like \"on Friday\" in it stay open; --published DATE gives one"
            ));
        }
    }
    lines
}

/// The language of a BCP 47 tag without script and region.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// How many articles a story holds the whole text of.
pub(crate) fn whole_articles(story: &Story) -> usize {
    story.articles.iter().filter(|article| article.text == TextRights::Full).count()
}
