//! Articles, read on the days that an editor corrected: `on Friday` is another
//! day when the article is of another.

use std::collections::VecDeque;

use reading::{Options, Progress, Source};
use story::ids::Minter;
use story::sorted::Map;
use story::{
    ArticleId, Correction, Corrections, Disagreement, DisagreementId, Entity, EntityId, Event, EventId, Evidence,
    Figure, FigureId, Quote, QuoteId, Relation, RelationId, Story, When,
};

/// The days on which articles were published, as an editor corrected them.
pub type Days = Map<ArticleId, When>;

/// The days that are corrected; the last word on an article counts.
///
/// That a day is not known changes nothing in the reading: the story is
/// corrected in that afterwards.
pub fn days(corrections: &Corrections) -> Days {
    let mut days = Days::new();
    for correction in &corrections.corrections {
        if let Correction::ArticleDate { article, when } = correction {
            match when {
                Some(when) => days.insert(article.clone(), when.clone()),
                None => days.remove(article),
            };
        }
    }
    days
}

/// Reads articles into a story, as if they said the corrected days themselves:
/// see [`FirstReading::on`].
pub fn read(sources: &[Source], options: &Options, days: &Days, mut progress: impl FnMut(Progress)) -> Story {
    if days.is_empty() {
        return reading::read_with_progress(sources, options, progress);
    }
    FirstReading::of(sources, options, &mut progress).on(sources, options, days, progress)
}

/// What articles say on the days that they say themselves: it gives the ids.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstReading {
    story: Story,
    /// The articles' ids, by the place of their source.
    ids: Map<usize, ArticleId>,
}

impl FirstReading {
    /// Reads the articles.
    pub fn of(sources: &[Source], options: &Options, progress: impl FnMut(Progress)) -> Self {
        let mut story = reading::read_with_progress(&marked(sources), options, progress);
        let ids = unmark(&mut story, sources);
        Self { story, ids }
    }

    /// The story on other days; `sources` and `options` are those of the first reading.
    ///
    /// What is found on these days too keeps the id that it has without the
    /// corrections, so that these, and all others, still find it.
    pub fn on(&self, sources: &[Source], options: &Options, days: &Days, progress: impl FnMut(Progress)) -> Story {
        let mut dated = marked(sources);
        let mut is_same = true;
        for (at, source) in dated.iter_mut().enumerate() {
            let Some(when) = self.ids.get(&at).and_then(|id| days.get(id)) else { continue };
            is_same &= source.published.as_ref() == Some(when);
            source.published = Some(when.clone());
        }
        if is_same {
            return self.story.clone();
        }
        let mut story = reading::read_with_progress(&dated, options, progress);
        let renamed = unmark(&mut story, sources)
            .into_iter()
            .filter_map(|(at, id)| Some((id, self.ids.get(&at)?.clone())))
            .collect();
        keep_article_ids(&mut story, &renamed);
        keep_ids(&self.story, &mut story);
        story
    }
}

/// The sources, each with its place as its file: this is how an article leads
/// back to its source, since several may have come from one file.
fn marked(sources: &[Source]) -> Vec<Source> {
    let mark = |(at, source): (usize, &Source)| Source { file: Some(at.to_string()), ..source.clone() };
    sources.iter().enumerate().map(mark).collect()
}

/// Gives the articles their files again; the ids that they have, by the place of their source.
fn unmark(story: &mut Story, sources: &[Source]) -> Map<usize, ArticleId> {
    let mut ids = Map::new();
    for article in &mut story.articles {
        let at = article.file.as_deref().and_then(|mark| mark.parse::<usize>().ok());
        let Some((at, source)) = at.and_then(|at| Some((at, sources.get(at)?))) else { continue };
        article.file.clone_from(&source.file);
        ids.insert(at, article.id.clone());
    }
    ids
}

/// Gives what both stories tell, the same by the same sentence, the ids that it
/// has in the first.
fn keep_ids(first: &Story, story: &mut Story) {
    // Relations are told by whom they are between.
    let entity = |item: &Entity| (format!("{:?} {:?}", item.kind, item.mentions.iter().min()), id(&item.id));
    let ids = kept(first.entities.iter().map(entity), story.entities.iter().map(entity));
    let renamed: Map<EntityId, EntityId> =
        story.entities.iter().map(|entity| entity.id.clone()).zip(ids.iter().map(EntityId::new)).collect();
    let rename = |id: &mut EntityId| {
        if let Some(new) = renamed.get(id) {
            id.clone_from(new);
        }
    };
    story.entities.iter_mut().for_each(|entity| rename(&mut entity.id));
    story.for_each_entity_named(rename);
    let event = |item: &Event| (format!("{:?} {} {:?}", item.kind, item.title, start(&item.evidence)), id(&item.id));
    let ids = kept(first.events.iter().map(event), story.events.iter().map(event));
    let renamed: Map<EventId, EventId> =
        story.events.iter().map(|event| event.id.clone()).zip(ids.iter().map(EventId::new)).collect();
    for event in &mut story.events {
        let new = |id: &EventId| renamed.get(id).unwrap_or(id).clone();
        (event.id, event.follows) = (new(&event.id), event.follows.as_ref().map(new));
    }
    let relation = |item: &Relation| {
        (format!("{} {:?} {} {:?}", item.from, item.kind, item.to, start(&item.evidence)), id(&item.id))
    };
    let ids = kept(first.relations.iter().map(relation), story.relations.iter().map(relation));
    story.relations.iter_mut().zip(ids).for_each(|(item, id)| item.id = RelationId::new(id));
    let quote = |item: &Quote| (format!("{} {:?}", item.text, start(&item.evidence)), id(&item.id));
    let ids = kept(first.quotes.iter().map(quote), story.quotes.iter().map(quote));
    story.quotes.iter_mut().zip(ids).for_each(|(item, id)| item.id = QuoteId::new(id));
    let figure = |item: &Figure| (format!("{} {:?} {:?}", item.value, item.about, start(&item.evidence)), id(&item.id));
    let ids = kept(first.figures.iter().map(figure), story.figures.iter().map(figure));
    story.figures.iter_mut().zip(ids).for_each(|(item, id)| item.id = FigureId::new(id));
    let disagreement = |item: &Disagreement| {
        let claims = item.claims.iter().flat_map(|claim| &claim.evidence);
        (format!("{:?} {} {:?}", item.kind, item.about, claims.min()), id(&item.id))
    };
    let ids = kept(first.disagreements.iter().map(disagreement), story.disagreements.iter().map(disagreement));
    story.disagreements.iter_mut().zip(ids).for_each(|(item, id)| item.id = DisagreementId::new(id));
}

fn id(id: &impl ToString) -> String {
    id.to_string()
}

/// The first of what says so, whatever the order of the articles.
fn start(evidence: &[Evidence]) -> Option<&Evidence> {
    evidence.iter().min()
}

/// What an item says, and its id.
type Told = (String, String);

/// The ids of items: of what was told before, the id that it had; else their
/// own, made unique.
fn kept(before: impl Iterator<Item = Told>, now: impl Iterator<Item = Told>) -> Vec<String> {
    let mut known: Map<String, VecDeque<String>> = Map::new();
    for (says, id) in before {
        known.entry(says).or_default().push_back(id);
    }
    let now: Vec<(Option<String>, String)> =
        now.map(|(says, id)| (known.get_mut(&says).and_then(VecDeque::pop_front), id)).collect();
    let mut minter = Minter::new();
    for id in now.iter().filter_map(|(kept, _)| kept.as_ref()) {
        minter.mint(id);
    }
    now.into_iter().map(|(kept, own)| kept.unwrap_or_else(|| minter.mint(&own))).collect()
}

/// Renames articles, wherever they are named.
fn keep_article_ids(story: &mut Story, renamed: &Map<ArticleId, ArticleId>) {
    let rename = |id: &mut ArticleId| {
        if let Some(new) = renamed.get(id) {
            id.clone_from(new);
        }
    };
    story.articles.iter_mut().for_each(|article| rename(&mut article.id));
    story.for_each_article_named(rename);
    story.entities.iter_mut().for_each(|entity| entity.mentions.sort());
}

#[cfg(test)]
mod tests {
    use story::check;

    use super::*;

    const MONDAY: &str = "Bridge opens in Delft\n\nMayor Ada Smit opened a bridge in Delft on Friday. \"It is open,\" Smit said. It cost 3 million euros.\n";
    const LATER: &str = "Bridge closes in Delft\n\nJuly 16, 2024\n\nMayor Ada Smit closed the bridge in Delft on Monday. \"It is closed,\" Smit said.\n";

    fn sources() -> Vec<Source> {
        let source =
            |text: &str| Source { file: Some("feed.xml".to_owned()), text: text.to_owned(), ..Source::default() };
        vec![source(MONDAY), source(LATER)]
    }

    fn on(article: &str, day: &str) -> Corrections {
        let mut corrections = Corrections::default();
        corrections.add(Correction::ArticleDate { article: ArticleId::new(article), when: When::parse(day).ok() });
        corrections
    }

    fn read_on(corrections: &Corrections) -> Story {
        let story = read(&sources(), &Options::default(), &days(corrections), |_| {});
        assert_eq!(check(&story), []);
        story
    }

    #[test]
    fn without_a_correction_the_story_is_as_ever() {
        assert_eq!(read_on(&Corrections::default()), reading::read(&sources(), &Options::default()));
        assert_eq!(read_on(&on("nobody", "2024-07-01")), reading::read(&sources(), &Options::default()));
    }

    #[test]
    fn the_day_of_an_article_dates_its_events() {
        let before = read_on(&Corrections::default());
        let undated = before.articles.iter().find(|article| article.published.is_none()).unwrap().id.clone();
        let after = read_on(&on(undated.as_str(), "2024-07-08"));
        let opens = after.events.iter().find(|event| event.title.contains("open")).unwrap();
        assert_eq!(opens.when.as_ref().map(When::as_str), Some("2024-07-05"));
        assert!(after.articles.iter().all(|article| article.file.as_deref() == Some("feed.xml")));
    }

    #[test]
    fn what_is_told_on_another_day_keeps_its_id() {
        let before = read_on(&Corrections::default());
        let dated = before.articles.iter().find(|article| article.published.is_some()).unwrap().id.clone();
        let after = read_on(&on(dated.as_str(), "2024-07-23"));
        let ids = |story: &Story| {
            let mut ids: Vec<String> = story.articles.iter().map(|item| item.id.to_string()).collect();
            ids.extend(story.events.iter().map(|item| item.id.to_string()));
            ids.extend(story.quotes.iter().map(|item| item.id.to_string()));
            ids.extend(story.figures.iter().map(|item| item.id.to_string()));
            ids.sort();
            ids
        };
        assert_eq!(ids(&before), ids(&after));
        let date = |story: &Story| {
            let closes = story.events.iter().find(|event| event.title.contains("close")).unwrap();
            closes.when.as_ref().map(ToString::to_string)
        };
        assert_eq!((date(&before), date(&after)), (Some("2024-07-15".to_owned()), Some("2024-07-22".to_owned())));
    }

    #[test]
    fn who_is_found_again_keeps_the_id() {
        let first = read_on(&Corrections::default());
        let mut now = first.clone();
        let rename = |id: &mut EntityId| {
            if id.as_str() == "ada-smit" {
                *id = EntityId::new("ada-smit-2");
            }
        };
        now.entities.iter_mut().for_each(|entity| rename(&mut entity.id));
        now.for_each_entity_named(rename);
        assert_ne!(now, first);
        keep_ids(&first, &mut now);
        assert_eq!(now, first);
    }

    #[test]
    fn real_articles_of_other_days_make_a_sound_story_and_keep_their_ids() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/apple-corps");
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
        files.sort();
        let text = |file: &std::path::PathBuf| Source {
            file: file.file_name().and_then(|name| name.to_str()).map(str::to_owned),
            text: std::fs::read_to_string(file).unwrap(),
            ..Source::default()
        };
        let sources: Vec<Source> = files.iter().map(text).collect();
        let options = Options::default();
        let first = FirstReading::of(&sources, &options, |_| {});
        assert_eq!(first.story, reading::read(&sources, &options));
        let articles = |story: &Story| {
            let mut all: Vec<_> = story.articles.iter().map(|it| (it.id.clone(), it.file.clone())).collect();
            all.sort();
            all
        };
        for article in &first.story.articles {
            let days = days(&on(article.id.as_str(), "2007-05-16"));
            let story = first.on(&sources, &options, &days, |_| {});
            assert_eq!(check(&story), []);
            assert_eq!(articles(&story), articles(&first.story));
            let kept = story.quotes.iter().filter(|quote| first.story.quotes.iter().any(|other| other.id == quote.id));
            assert_eq!(kept.count(), first.story.quotes.len(), "what is said is said on any day");
            assert_eq!(story, read(&sources, &options, &days, |_| {}));
        }
    }

    #[test]
    fn the_last_word_on_a_day_counts() {
        let mut corrections = on("a", "2024-07-01");
        corrections.corrections.extend(on("b", "2024").corrections);
        corrections.corrections.extend(on("a", "2024-07-02").corrections);
        corrections.add(Correction::ArticleDate { article: ArticleId::new("b"), when: None });
        let days = days(&corrections);
        assert_eq!(days.get("a").map(When::as_str), Some("2024-07-02"));
        assert_eq!(days.len(), 1);
    }

    #[test]
    fn a_new_item_gets_no_id_that_another_keeps() {
        let told = |says: &str, id: &str| (says.to_owned(), id.to_owned());
        let before = [told("a", "x"), told("a", "x-2"), told("b", "y")];
        let now = [told("c", "x"), told("a", "z"), told("b", "x-2")];
        assert_eq!(kept(before.into_iter(), now.into_iter()), ["x-2", "x", "y"]);
    }
}
