//! Merge: several articles → one story. One entity across articles, one event
//! however many report it, one utterance however it is worded, a plan and its
//! fulfilment, disagreements. Ids come from what an item says.

mod disagreements;
mod entities;
mod events;
mod figures;
mod quotes;
mod relations;
mod spans;
mod title;
mod tolls;

use story::ids::{Minter, slug};
use story::{Article, ArticleId, EntityId, Published, Sentence, Story, TextRights};

use crate::document::Document;
use crate::facts::{Facts, Speech};
use crate::mentions::Cast;
use crate::page::Page;
use crate::sorted::Set;
use crate::source::Source;

use entities::Entities;
use spans::Spans;

/// An article, read to the end.
#[derive(Debug)]
pub struct ReadArticle<'a> {
    /// As it came.
    pub source: &'a Source,
    /// What its page holds.
    pub page: Page,
    /// Its text.
    pub document: Document,
    /// When it was published.
    pub published: Option<Published>,
    /// Who and what it names.
    pub cast: Cast,
    /// Who says what in it.
    pub speeches: Vec<Speech>,
    /// What it tells.
    pub facts: Facts,
}

/// The words of a headline that an article's id takes when no publisher is
/// known.
const ID_WORDS: usize = 5;

/// Puts the articles together into one story. They come in an order that does
/// not depend on how they were given.
///
/// They are taken, not lent: each one's text goes as its record is made.
pub fn story(read: Vec<ReadArticle<'_>>, title: Option<&str>) -> Story {
    let articles = read.as_slice();
    let ids = article_ids(articles);
    let entities = Entities::of(articles);
    let spans: Vec<Spans<'_>> =
        articles.iter().zip(&ids).map(|(article, id)| Spans::new(&article.document, id.clone())).collect();
    let events = events::merge(articles, &entities, &spans);
    let relations = relations::merge(articles, &entities, &spans);
    let quotes = quotes::merge(articles, &entities, &spans);
    let figures = figures::collect(articles, &entities, &spans);
    let disagreements = disagreements::find(articles, &entities, &spans, &events, &figures, &quotes);

    let mut used: Set<usize> = Set::new();
    used.extend(relations.iter().flat_map(|relation| [relation.from, relation.to]));
    used.extend(
        events.iter().flat_map(|event| event.participants.iter().map(|(entity, _)| *entity).chain(event.place)),
    );
    used.extend(quotes.iter().filter_map(|quote| quote.speaker));
    used.extend(articles.iter().enumerate().filter_map(|(i, article)| entities.dateline(i, article)));
    let (records, entity_ids) = entities.records(articles, &spans, &used);
    let id_of = |entity: usize| entity_ids.get(entity).cloned().flatten();

    let title = match title {
        Some(title) => title.to_owned(),
        None => title::title(articles, &records),
    };
    let mut story = Story::new(title);
    let datelines: Vec<Option<EntityId>> =
        articles.iter().enumerate().map(|(i, article)| entities.dateline(i, article).and_then(id_of)).collect();
    story.entities = records;
    story.relations = relations::records(relations, &id_of);
    story.events = events::records(&events, &id_of);
    story.quotes = quotes::records(quotes, &id_of);
    story.figures = figures::records(figures, &id_of);
    story.disagreements = disagreements;
    drop(spans);
    story.articles =
        read.into_iter().zip(&ids).zip(datelines).map(|((article, id), place)| record(&article, id, place)).collect();
    story
}

fn article_ids(articles: &[ReadArticle<'_>]) -> Vec<ArticleId> {
    let mut minter = Minter::new();
    articles
        .iter()
        .map(|article| {
            let who = article.page.publisher.clone().or_else(|| {
                let headline = article.page.headline.as_deref()?;
                Some(headline.split_whitespace().take(ID_WORDS).collect::<Vec<_>>().join(" "))
            });
            let who = slug(&who.unwrap_or_default());
            let when = article.published.as_ref().map(|published| slug(published.when.as_str())).unwrap_or_default();
            let wanted = match (who.is_empty(), when.is_empty()) {
                (true, true) => "article".to_owned(),
                (true, false) => format!("article-{when}"),
                (false, true) => who,
                (false, false) => format!("{who}-{when}"),
            };
            ArticleId::new(minter.mint(&wanted))
        })
        .collect()
}

fn record(article: &ReadArticle<'_>, id: &ArticleId, dateline_place: Option<EntityId>) -> Article {
    Article {
        id: id.clone(),
        file: article.source.file.clone(),
        url: article.source.url.as_deref().and_then(story::web_address).map(str::to_owned),
        publisher: article.page.publisher.clone(),
        headline: article.page.headline.clone(),
        byline: article.page.byline.clone(),
        language: article.page.language.clone(),
        kind: article.page.kind,
        dateline_place,
        published: article.published.clone(),
        text: TextRights::Full,
        sentences: article
            .document
            .sentences
            .iter()
            .map(|sentence| Sentence {
                text: article.document.slice(sentence.span).to_owned(),
                paragraph: sentence.paragraph,
                of: sentence.part,
            })
            .collect(),
    }
}
