//! The whole way: sources → one story.

use story::{Published, Story};

use crate::dates::{Candidate, Times, counted_from, publication_of};
use crate::document::Document;
use crate::facts::{self, Article, Facts};
use crate::knowledge::former_names;
use crate::mentions::{self, Cast};
use crate::merge::{self, ReadArticle};
use crate::order;
use crate::page::{self, Page};
use crate::span::Span;
use crate::{Options, Progress, Source, quotes, sentences};

/// Reads articles into one story. The result does not depend on the order of
/// the sources.
pub fn read(sources: &[Source], options: &Options) -> Story {
    read_with_progress(sources, options, |_| {})
}

/// [`read`], and `progress` is told after each article.
pub fn read_with_progress(sources: &[Source], options: &Options, mut progress: impl FnMut(Progress)) -> Story {
    let mut pages: Vec<(&Source, Page, Document)> = sources
        .iter()
        .map(|source| {
            let page = page::parse_source(source);
            let document = sentences::document(&page);
            (source, page, document)
        })
        .collect();
    // By content alone, so that the order of the sources does not matter.
    order::sort_by(&mut pages, &|(a, ..), (b, ..)| (&a.text, &a.file, &a.url).cmp(&(&b.text, &b.file, &b.url)));
    let candidates: Vec<Candidate<'_>> = pages
        .iter()
        .map(|(source, page, document)| Candidate { page, document, given: source.published.as_ref() })
        .collect();
    let times: Vec<Times> = pages.iter().map(|(.., document)| Times::of(document)).collect();
    let published = publication_of(&candidates, &times, former_names());
    let mut done = 0;
    let mut articles: Vec<ReadArticle<'_>> = pages
        .into_iter()
        .zip(&times)
        .zip(published)
        .map(|(((source, page, document), times), published)| {
            let article = article(source, page, document, times, published);
            done += 1;
            progress(Progress { done, of: sources.len() });
            article
        })
        .collect();
    // By date, then as before.
    order::sort_by(&mut articles, &|a, b| {
        let when = |article: &ReadArticle<'_>| article.published.as_ref().map(|published| published.when.clone());
        match (when(a), when(b)) {
            (Some(a), Some(b)) => a.compare(&b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    });
    merge::story(articles, options.title.as_deref())
}

fn article<'a>(
    source: &'a Source,
    mut page: Page,
    document: Document,
    times: &Times,
    published: Option<Published>,
) -> ReadArticle<'a> {
    // What is in no language that is read here stays as a source, and nothing
    // is made of it.
    if page.language.as_deref().is_some_and(|language| language != "en") {
        let (cast, facts) = (Cast::default(), Facts::default());
        return ReadArticle { source, page, document, published, cast, speeches: Vec::new(), facts };
    }
    let when = published.as_ref().map(|published| &published.when);
    let when = if source.published.is_some() { when.cloned() } else { counted_from(&page, &document, when) };
    let quotes = quotes::find(&document);
    // The dateline's day is the article's own, not that of what its first
    // sentence tells.
    let dateline = page.dateline.as_ref().and_then(|dateline| {
        let start = document.paragraphs.get(dateline.block)?.span.start;
        Some(Span::new(start + dateline.span.start, start + dateline.span.end))
    });
    let mut times = times.resolve(&document, when.as_ref(), &quotes);
    times.retain(|time| !dateline.is_some_and(|dateline| dateline.contains(time.span)));
    let mut found = Article::new(&document, mentions::find(&document), times, quotes, when, page.kind);
    let facts = facts::find(&found);
    let mut cast = found.whole_cast();
    let speeches = found.speeches;
    // The document has the text; what is kept of many articles is kept small.
    page.blocks = Vec::new();
    cast.mentions.shrink_to_fit();
    cast.actors.shrink_to_fit();
    ReadArticle { source, page, document, published, cast, speeches, facts }
}
