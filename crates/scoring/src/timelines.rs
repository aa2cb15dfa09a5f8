//! One timeline from many articles, on the trial data of SemEval-2015, task 4
//! (Minard et al. 2015): what an entity had a part in, and when.
//!
//! All articles are read as one story. An event of ours is of the entity's
//! timeline when the entity takes part in it. It is right when the timeline has
//! an event in the same sentence of the same article; with its date, when that
//! has the same first and last day, or neither has a date. The corpus counts
//! each verb of saying as an event, and we tell those as quotes, which have no
//! date of their own: they count as missed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use reading::{Options, Source, read};
use story::{Entity, Story, When};

use crate::score::Tally;
use crate::text::{attribute, between, fold, push_word, unescape};
use crate::{Error, Report, files, split};

/// A sentence: the article's number, and its own.
type Place = (String, usize);

/// The days of a date; neither of an event without one.
type Days = [Option<story::Day>; 2];

/// An event of a timeline.
type Event = (Place, Days);

/// A file that says where the corpus comes from.
const SOURCE: &str = "SOURCE.txt";

struct Article {
    number: String,
    sentences: BTreeMap<usize, String>,
}

/// Scores the timelines (`*.txt`, the entity in the first line) with the
/// articles (`*.xml`) under a folder.
///
/// # Errors
///
/// There are none, or one cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut dated = Tally::new("events with their dates");
    let mut told = Tally::new("sentences with an event");
    let mut errors = Vec::new();
    let articles = files::some(folder, ".xml", "articles (*.xml)")?;
    let articles = articles.iter().map(|path| Ok(article(&files::read(path)?))).collect::<Result<Vec<_>, Error>>()?;
    let sources = articles.iter().map(|article| Source {
        file: Some(article.number.clone()),
        text: article.sentences.values().cloned().collect::<Vec<_>>().join("\n\n"),
        ..Source::default()
    });
    let story = read(&sources.collect::<Vec<_>>(), &Options::default());
    for path in files::some(folder, ".txt", "timelines (*.txt)")? {
        if files::name(&path) == SOURCE {
            continue;
        }
        let text = files::read(&path)?;
        let (entity, lines) = text.split_once('\n').unwrap_or((&text, ""));
        let gold: BTreeSet<Event> = lines.lines().flat_map(line).collect();
        let found = found(&story, entity.trim(), &articles);
        for held in [false, true] {
            let part = |events: &BTreeSet<Event>| -> BTreeSet<Event> {
                events.iter().filter(|((article, _), _)| split::is_held(article) == held).cloned().collect()
            };
            let (gold, found) = (part(&gold), part(&found));
            count(dated.part(held), &gold, &found);
            let places =
                |events: &BTreeSet<Event>| -> BTreeSet<Place> { events.iter().map(|event| event.0.clone()).collect() };
            count(told.part(held), &places(&gold), &places(&found));
            for event in gold.symmetric_difference(&found).filter(|_| !held) {
                let ((number, sentence), days) = event;
                let what = if gold.contains(event) { "missed" } else { "made up" };
                let article = articles.iter().find(|article| article.number == *number);
                let text = article.and_then(|article| article.sentences.get(sentence)).map_or("", String::as_str);
                let days = days.map(|day| day.map_or_else(|| "?".to_owned(), |day| When::day(day).to_string()));
                errors.push(format!("{what} {} {} | {text} | {number}", entity.trim(), days.join("/")));
            }
        }
    }
    Ok(Report::new([dated, told], errors))
}

fn count<T: Ord>(score: &mut crate::Score, gold: &BTreeSet<T>, found: &BTreeSet<T>) {
    score.right += gold.intersection(found).count();
    score.made_up += found.difference(gold).count();
    score.missed += gold.difference(found).count();
}

/// What the story says the entity took part in.
fn found(story: &Story, name: &str, articles: &[Article]) -> BTreeSet<Event> {
    let is = |entity: &Entity| entity.name == name || entity.aliases.iter().any(|alias| alias == name);
    let Some(entity) = story.entities.iter().find(|entity| is(entity)) else { return BTreeSet::new() };
    let mut found = BTreeSet::new();
    for event in story.events.iter().filter(|event| event.participants.iter().any(|with| with.entity == entity.id)) {
        let days = days(event.when.as_ref());
        for proof in &event.evidence {
            let Some(read) = story.articles.iter().find(|article| article.id == proof.article) else { continue };
            let Some(article) = articles.iter().find(|article| read.file.as_ref() == Some(&article.number)) else {
                continue;
            };
            let text = read.sentences.get(proof.sentence).map(|sentence| fold(&sentence.text)).unwrap_or_default();
            let sentence = article.sentences.iter().find(|(_, whole)| fold(whole).contains(&text));
            found.extend(sentence.map(|(number, _)| ((article.number.clone(), *number), days)));
        }
    }
    found
}

fn days(when: Option<&When>) -> Days {
    [when.and_then(When::first_day), when.and_then(When::last_day)]
}

/// The article's number and its sentences.
fn article(source: &str) -> Article {
    let mut article = Article {
        number: between(source, "doc_id=\"", "\"").unwrap_or_default().to_owned(),
        sentences: BTreeMap::new(),
    };
    for token in source.split("<token").skip(1) {
        let Some((tag, rest)) = token.split_once('>') else { continue };
        let Some(sentence) = attribute(tag, "sentence").and_then(|number| number.parse().ok()) else { continue };
        let word = rest.split_once('<').map_or("", |(word, _)| word);
        push_word(article.sentences.entry(sentence).or_default(), &unescape(word));
    }
    article
}

/// The events of a line: `3 <tab> 2007-09-XX <tab> 9509-12-announced <tab> …`.
fn line(line: &str) -> Vec<Event> {
    let mut columns = line.split('\t').map(str::trim);
    let (_, Some(date)) = (columns.next(), columns.next()) else { return Vec::new() };
    let known = date.split("-XX").next().unwrap_or_default();
    let days = days(When::parse(known).ok().as_ref());
    let event = |event: &str| {
        let mut parts = event.split('-');
        let (article, sentence) = (parts.next()?.to_owned(), parts.next()?.parse().ok()?);
        Some(((article, sentence), days))
    };
    columns.filter_map(event).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_timeline_is_an_event_in_one_or_more_sentences() {
        let events = line("15\t2007-09-XX\t9509-12-announced\t9510-3-took_off");
        let days = days(When::parse("2007-09").ok().as_ref());
        assert_eq!(events, [(("9509".to_owned(), 12), days), (("9510".to_owned(), 3), days)]);
        assert_eq!(line("0\tXXXX-XX-XX\t1-2-said"), [(("1".to_owned(), 2), [None, None])]);
    }
}
