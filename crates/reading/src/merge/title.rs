//! What a story is called, until an editor calls it something else.

use story::{Entity, EntityKind};

use super::ReadArticle;
use crate::order;
use crate::sorted::{Map, Set};
use crate::text::words;
use story::case::Case;

/// What is told within so many days is one piece of news.
const ONE_PIECE_OF_NEWS: i64 = 31;

/// A headline that stands well over the whole story has so many words.
const WORDS: std::ops::RangeInclusive<usize> = 3..=14;

/// Shorter words of a headline say little of what it is about, in bytes.
const SHORTEST: usize = 4;

/// One piece of news is called by its headline, and so is one article; a story that runs on, by
/// the two that it is about.
pub(super) fn title(articles: &[ReadArticle<'_>], records: &[Entity]) -> String {
    let days = || articles.iter().filter_map(|article| article.published.as_ref()?.when.first_day());
    let span = days().min().zip(days().max()).map(|(first, last)| last.0 - first.0);
    let is_one = articles.len() == 1 || span.is_some_and(|span| span <= ONE_PIECE_OF_NEWS);
    let headline = is_one.then(|| headline(articles)).flatten();
    headline.map_or_else(|| of_whom(articles, records), str::to_owned)
}

/// The headline whose words the others have most often, and which is neither too short nor too long
/// for a title, where there is such; of equals the first.
fn headline<'a>(articles: &'a [ReadArticle<'_>]) -> Option<&'a str> {
    let headlines = || articles.iter().filter_map(|article| article.page.headline.as_deref());
    let telling = |headline: &str| -> Set<String> {
        let long = words(headline).map(|(_, word)| word).filter(|word| word.len() >= SHORTEST);
        long.map(Case::to_small).collect()
    };
    let mut counts: Map<String, usize> = Map::new();
    for word in headlines().flat_map(telling) {
        *counts.entry(word).or_default() += 1;
    }
    let mut best: Option<((bool, usize), &str)> = None;
    for headline in headlines() {
        let fits = WORDS.contains(&headline.split_whitespace().count());
        let shared = telling(headline).iter().filter_map(|word| counts.get(word)).map(|count| count - 1).sum();
        if best.is_none_or(|(most, _)| (fits, shared) > most) {
            best = Some(((fits, shared), headline));
        }
    }
    best.map(|(_, headline)| headline)
}

/// The two people or organisations whom most of the articles name most often;
/// states, which are named in passing, where there are no two. Who publishes an article is not
/// what it is about.
fn of_whom(sources: &[ReadArticle<'_>], records: &[Entity]) -> String {
    let is_outlet =
        |entity: &Entity| sources.iter().any(|source| source.page.publisher.as_deref() == Some(entity.name.as_str()));
    // The mentions stand in order, so that those of an article are neighbours.
    let articles = |entity: &Entity| entity.mentions.chunk_by(|one, other| one.article == other.article).count();
    let mut ranked: Vec<(bool, usize, &Entity)> = records
        .iter()
        .filter(|entity| matches!(entity.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::State))
        .filter(|entity| !is_outlet(entity))
        .map(|entity| (entity.kind == EntityKind::State, articles(entity), entity))
        .collect();
    order::sort_by(&mut ranked, &|(is_state_a, in_a, a), (is_state_b, in_b, b)| {
        let by_articles = is_state_a.cmp(is_state_b).then_with(|| in_b.cmp(in_a));
        by_articles.then_with(|| b.mentions.len().cmp(&a.mentions.len())).then_with(|| a.name.cmp(&b.name))
    });
    match &ranked[..] {
        [(.., a), (.., b), ..] => format!("{} and {}", a.name, b.name),
        [(.., a)] => a.name.clone(),
        [] => "Story".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, Source, read};

    fn title(articles: &[(&str, &str)]) -> String {
        let source = |(headline, day): &(&str, &str)| Source {
            text: format!(
                "{headline}\n\nPublished: {day}\n\nThe mayor of Delft, Ada Berg, met Bo Dahl of the port on the old bridge over the canal.\n\n\
                 Ada Berg said that Bo Dahl would pay for the bridge, which is closed to all who ride or walk.",
            ),
            ..Source::default()
        };
        read(&articles.iter().map(source).collect::<Vec<_>>(), &Options::default()).title
    }

    #[test]
    fn one_piece_of_news_is_called_by_the_headline_that_says_what_the_others_say() {
        let news = [
            ("A quiet day at the port", "2 May 2021"),
            ("Port will pay for the old bridge", "3 May 2021"),
            ("Bridge over the canal: port will pay", "4 May 2021"),
        ];
        assert!(title(&news).contains("pay"), "{}", title(&news));
    }

    #[test]
    fn one_article_is_called_by_its_headline_whatever_its_length_and_without_a_day() {
        let long = "Port will pay for the old bridge over the canal that nobody has crossed for many years";
        assert_eq!(title(&[(long, "2 May 2021")]), long);
        let text = "Port will pay for the old bridge over the canal\n\nThe mayor of Delft, Ada Berg, met Bo Dahl of the port on the bridge.";
        let source = Source { text: text.to_owned(), ..Source::default() };
        assert_eq!(read(&[source], &Options::default()).title, "Port will pay for the old bridge over the canal");
    }

    #[test]
    fn a_story_that_runs_on_is_called_by_whom_it_is_about() {
        let years = [("A quiet day at the port", "2 May 2019"), ("Port will pay for the old bridge", "3 May 2021")];
        assert_eq!(title(&years), "Ada Berg and Bo Dahl");
    }
}
