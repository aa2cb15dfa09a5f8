//! The main text that markup told, and what the markup says → the article.

use story::{ArticleKind, SentencePart};

use super::article::{body_blocks, fold, lines, opening};
use super::language::language;
use super::{Block, Markup, Page};
use crate::quotes::is_transcript;
use crate::span::Span;

/// Finds the article in the main text of a page. What the markup says
/// outranks what the text shows.
pub(super) fn parse(text: &str, markup: &Markup) -> Page {
    let (lines, script) = lines(text);
    let spoken: Vec<Span> = lines.iter().map(|line| line.source).collect();
    let mut page = Page {
        headline: None,
        publisher: None,
        byline: None,
        stated: markup.published.iter().cloned().collect(),
        dateline: None,
        kind: if is_transcript(text, &spoken) { ArticleKind::Transcript } else { ArticleKind::Report },
        language: told(language(text, script), markup.language.as_deref()),
        blocks: Vec::new(),
    };
    let headline = markup.headline.as_deref().map(fold).filter(|headline| !headline.is_empty());
    let mut body = lines.as_slice();
    if let (Some(headline), Some((first, rest))) = (headline, lines.split_first())
        && first.text == headline
    {
        body = rest;
        page.blocks.push(Block { text: headline.clone(), part: SentencePart::Headline, source: first.source });
        page.headline = Some(headline);
    }
    body_blocks(body, &mut page);
    opening(&mut page);
    let publisher = markup.publisher.as_deref().map(fold).filter(|name| !name.is_empty());
    page.publisher = publisher.or(page.publisher);
    page.byline = markup.byline.as_deref().map(fold).filter(|name| !name.is_empty());
    page
}

/// The language that the text shows; where it shows none, what the markup
/// says, unless that is what templates say of anything.
fn told(shown: Option<String>, said: Option<&str>) -> Option<String> {
    match (shown.as_deref(), said) {
        (Some("und"), Some(said)) if !said.starts_with("en") => Some(said.to_owned()),
        _ => shown,
    }
}
