//! The main text that markup told, and what the markup says → the article.

use story::SentencePart;

use super::lines::fold;
use super::{Block, Markup, Page};
use super::{article, author};
use crate::sentences::paragraphs;
use crate::span::Span;

/// Finds the article in the main text of a page. What the markup says
/// outranks what the text shows.
pub(super) fn parse(text: &str, markup: &Markup) -> Page {
    let mut page = article::parse(text);
    page.stated.splice(0..0, markup.published.iter().cloned());
    page.changed.clone_from(&markup.changed);
    page.language = told(page.language, markup.language.as_deref());
    page.publisher = told_text(markup.publisher.as_deref()).or(page.publisher);
    page.byline = told_text(markup.byline.as_deref()).or(page.byline);
    author::leave_out(&mut page);
    if let Some(headline) = told_text(markup.headline.as_deref()) {
        let first = paragraphs(text).first().copied().filter(|line| fold(line.of(text)) == headline);
        head(&mut page, headline, first);
    }
    page
}

/// Words of the markup, white space folded; nothing for none.
fn told_text(text: Option<&str>) -> Option<String> {
    text.map(fold).filter(|text| !text.is_empty())
}

/// The language that the text shows; where it shows none, what the markup
/// says, unless that is what templates say of anything.
fn told(shown: Option<String>, said: Option<&str>) -> Option<String> {
    match (shown.as_deref(), said) {
        (Some("und"), Some(said)) if !said.starts_with("en") => Some(said.to_owned()),
        _ => shown,
    }
}

/// Puts the headline before the text, in place of what the text alone shows
/// as one. `line` is where the text has it.
fn head(page: &mut Page, headline: String, line: Option<Span>) {
    let is_other = |block: &Block| block.part == SentencePart::Headline || Some(block.source) == line;
    let dateline = page.dateline.as_ref().map(|dateline| dateline.block);
    let dropped_before = page.blocks.iter().take(dateline.unwrap_or(0)).filter(|block| is_other(block)).count();
    if let Some(dateline) = &mut page.dateline {
        dateline.block = dateline.block + 1 - dropped_before;
    }
    page.blocks.retain(|block| !is_other(block));
    let source = line.unwrap_or(Span::new(0, 0));
    page.blocks.insert(0, Block { text: headline.clone(), part: SentencePart::Headline, source });
    page.headline = Some(headline);
}

#[cfg(test)]
mod tests {
    use story::When;

    use super::*;
    use crate::page::{StatedDate, StatedKind};

    const LEAD: &str = "DELFT, May 2 (XPA) – The mayor of Delft opened the old bridge over the canal on Monday.";
    const SECOND: &str = "Hundreds of people watched from boats while the band of the fire brigade played in the rain.";

    fn markup() -> Markup {
        Markup {
            headline: Some("The  bridge is open".to_owned()),
            publisher: Some("Delta Press".to_owned()),
            byline: Some("Ada Berg".to_owned()),
            language: Some("en-GB".to_owned()),
            published: Some(StatedDate {
                text: "2021-05-03T23:30:00+02:00".to_owned(),
                when: When::parse("2021-05-03").unwrap(),
                kind: StatedKind::Markup,
            }),
            changed: None,
        }
    }

    #[test]
    fn what_the_markup_says_outranks_what_the_lines_show() {
        let text = format!("The bridge is open\n\nThe mayor opens a bridge\n\n{LEAD}\n\nADVERTISEMENT\n\n{SECOND}");
        let page = parse(&text, &markup());
        let blocks: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(blocks, ["The bridge is open", LEAD, SECOND]);
        assert_eq!(page.headline.as_deref(), Some("The bridge is open"));
        assert_eq!(page.publisher.as_deref(), Some("Delta Press"));
        assert_eq!(page.byline.as_deref(), Some("Ada Berg"));
        assert_eq!(page.language.as_deref(), Some("en"), "the language that is read, as it is named everywhere");
        assert_eq!(page.stated[0].kind, StatedKind::Markup);
        assert_eq!(page.dateline.map(|dateline| dateline.block), Some(1));
    }

    #[test]
    fn a_headline_that_is_not_in_the_text_stands_before_it() {
        let page = parse(&format!("{LEAD}\n\n{SECOND}"), &markup());
        assert_eq!(page.blocks[0].text, "The bridge is open");
        assert_eq!(page.blocks.len(), 3);
        assert_eq!(page.dateline.map(|dateline| dateline.block), Some(1));
    }

    #[test]
    fn the_language_of_a_template_is_not_believed() {
        let text = "Der Bürgermeister sprach gestern vor der Presse über die alte Brücke und ihre neue Zukunft.";
        assert_eq!(parse(text, &markup()).language.as_deref(), Some("und"));
        let german = Markup { language: Some("de".to_owned()), ..Markup::default() };
        assert_eq!(parse(text, &german).language.as_deref(), Some("de"));
    }
}
