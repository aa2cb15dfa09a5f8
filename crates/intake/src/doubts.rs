//! What an editor should know about a story that was read.

use story::Story;

/// The language that articles are read in, as a BCP 47 tag.
const READ_LANGUAGE: &str = "en";

/// A line for each article of which little could be read, and why.
pub fn doubts(story: &Story) -> Vec<String> {
    let mut lines = Vec::new();
    for article in &story.articles {
        let name = article.file.as_deref().or(article.headline.as_deref()).unwrap_or(article.id.as_str());
        if let Some(language) = article.language.as_deref().filter(|tag| primary(tag) != READ_LANGUAGE) {
            lines.push(format!(
                "{name}: it is in a language that is not read (\"{language}\"); it is kept as a source, and nothing is taken from it"
            ));
        } else if article.published.is_none() {
            lines.push(format!("{name}: no date of publication was found; dates like \"on Friday\" in it stay open"));
        }
    }
    lines
}

/// The language of a BCP 47 tag without script and region.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}
