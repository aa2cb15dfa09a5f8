//! An HTML page → its article.

mod asides;
mod body;
mod elements;
mod head;
mod json_ld;
mod names;
mod scan;
pub(crate) mod tokens;

use reading::Source;

pub(crate) use head::language_tag;

use self::json_ld::Record;
use self::tokens::{Line, Outline, Role, outline};
use crate::error::Error;
use crate::text::{plain, share_of_words, words};

/// What a page itself has of its text, in hundredths of what JSON-LD says it
/// is: with less, a script was to write the rest.
const FEWEST_SHOWN: usize = 40;

/// The article of a page.
pub(crate) fn article(html: &str) -> Result<Source, Error> {
    let page = outline(html)?;
    let records = json_ld::records(&page.json_ld);
    let markup = head::markup(&page, &records);
    let record = head::main_record(&page, &records);
    let mut paragraphs = body(&page, record, markup.headline.as_deref());
    // Who wrote it is said in the markup.
    let authors = record.map(|record| record.authors.as_slice()).unwrap_or_default();
    let said = authors.iter().chain(&markup.byline).chain(&markup.headline);
    let mut said: Vec<String> = said.map(|said| words(said)).collect();
    said.sort_unstable();
    paragraphs.retain(|paragraph| said.binary_search(&words(paragraph)).is_err());
    if let Some(headline) = &markup.headline {
        paragraphs.insert(0, headline.clone());
    }
    if paragraphs.is_empty() {
        return Err(Error::NoArticle);
    }
    Ok(Source {
        file: None,
        url: head::url(&page, record),
        text: paragraphs.join("\n\n"),
        markup: Some(markup),
        published: None,
    })
}

/// The paragraphs of a piece of HTML that is an article's text and no page.
pub(crate) fn paragraphs(html: &str) -> Vec<String> {
    let is_text = |line: &Line| !line.aside && line.role != Role::Caption;
    outline(html).unwrap_or_default().lines.into_iter().filter(is_text).map(|line| line.text).collect()
}

/// The main text, from the page or from its JSON-LD.
///
/// A title that says what the headline says, in other words, is none of it.
fn body(page: &Outline, record: Option<&Record>, headline: Option<&str>) -> Vec<String> {
    let titles = page.lines.iter().filter(|line| line.role == Role::Title).count();
    let is_headline = |line: &Line| {
        let alike = |headline| titles == 1 || share_of_words(headline, &line.text) >= head::FEWEST_SHARED;
        line.role == Role::Title && headline.is_some_and(alike)
    };
    // The first: the others are those of parts.
    let title = page.lines.iter().find(|line| is_headline(line));
    let main = body::main_text(&page.lines).into_iter();
    let main = main.filter(|line| !title.is_some_and(|title| std::ptr::eq(title, *line)));
    let shown: Vec<String> = main.map(|line| line.text.clone()).collect();
    let Some(told) = record.and_then(|record| record.body.as_deref()) else { return shown };
    let count = |text: &str| text.split_whitespace().count();
    let words: usize = shown.iter().map(|text| count(text)).sum();
    if words * 100 >= count(told) * FEWEST_SHOWN {
        return shown;
    }
    if told.contains("<p") || told.contains("<br") || told.contains("&lt;p") {
        return paragraphs(told);
    }
    told.lines().filter_map(plain).collect()
}

#[cfg(test)]
mod tests {
    use story::When;

    use super::*;

    const TEXT: &str = "<p>The mayor of the town opened the old bridge over the canal on Monday.</p>\
        <p>Hundreds of people watched from boats while a band played in the rain.</p>";

    #[test]
    fn a_title_in_other_words_than_the_headline_is_none_of_the_text() {
        let meta = "<title>Mayor opens the bridge</title><meta property=og:title content='Mayor opens the bridge'>";
        let page = [meta, "<h1>The mayor opens the old bridge at last</h1>", TEXT].concat();
        let source = article(&page).unwrap();
        assert_eq!(source.text.split("\n\n").count(), 3, "{}", source.text);
        let sections = [meta, "<h1>Mayor opens the bridge</h1>", TEXT, "<h1>What the mayor said</h1>", TEXT].concat();
        assert!(article(&sections).unwrap().text.contains("What the mayor said"));
    }

    #[test]
    fn a_page_says_when_it_was_changed() {
        let said = r#"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge",
            "datePublished": "2012-05-10", "dateModified": "2021-04-25T08:00:00Z"}</script>"#;
        let markup = article(&[said, TEXT].concat()).unwrap().markup.unwrap();
        assert_eq!(markup.changed.as_ref().map(When::as_str), Some("2021-04-25"));
        assert_eq!(markup.published.map(|published| published.when.to_string()).as_deref(), Some("2012-05-10"));
    }
}
