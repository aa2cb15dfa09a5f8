//! Whole stories on the rest of the world: articles whose licence lets them be
//! in this repository, each story with what a careful reader found in it.
//!
//! A folder is a story: its articles (`*.txt`), read together, and `gold.json`.
//! The counts of all stories are added up, part by part.

use std::collections::BTreeMap;
use std::path::Path;

use reading::{Options, Source, read};

use crate::score::Tally;
use crate::story::{self, Gold};
use crate::{Error, Report, files, split};

/// Where the stories are: beside this crate's source.
pub const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/stories");

/// What is found in every story.
const GOLD: &str = "gold.json";

/// Scores the stories under a folder.
///
/// # Errors
///
/// There are none, or a file of one cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut parts: Vec<(&str, Tally)> = Vec::new();
    let mut errors = Vec::new();
    for gold in files::some(folder, GOLD, "stories (gold.json)")? {
        let Some(folder) = gold.parent() else { continue };
        let name = files::name(folder);
        let held = split::is_held_story(&name);
        for part in score_one(folder, &gold)? {
            let missed = part.missed.iter().map(|what| ("missed", what));
            let wrong = missed.chain(part.made_up.iter().map(|what| ("made up", what))).filter(|_| !held);
            errors.extend(wrong.map(|(how, what)| format!("{name}, {}, {how}: {what}", part.name)));
            let index = parts.iter().position(|(other, _)| *other == part.name).unwrap_or_else(|| {
                parts.push((part.name, Tally::new(part.name)));
                parts.len() - 1
            });
            if let Some((_, tally)) = parts.get_mut(index) {
                tally.part(held).add(part.score);
            }
        }
    }
    Ok(Report::new(parts.into_iter().map(|(_, tally)| tally), errors))
}

/// How many stories and articles a folder has, for development and held out.
///
/// # Errors
///
/// The folder cannot be read.
pub fn sizes(folder: &Path) -> Result<[(usize, usize); 2], Error> {
    let mut stories: BTreeMap<String, usize> = BTreeMap::new();
    for article in files::all(folder, ".txt")? {
        *stories.entry(article.parent().map(files::name).unwrap_or_default()).or_default() += 1;
    }
    Ok([false, true].map(|held| {
        let part = || stories.iter().filter(|(name, _)| split::is_held_story(name) == held);
        (part().count(), part().map(|(_, articles)| articles).sum())
    }))
}

fn score_one(folder: &Path, gold: &Path) -> Result<Vec<story::Part>, Error> {
    let articles = files::some(folder, ".txt", "articles (*.txt)")?;
    let source = |path: &std::path::PathBuf| {
        Ok(Source { file: Some(files::name(path)), text: files::read(path)?, ..Source::default() })
    };
    let sources = articles.iter().map(source).collect::<Result<Vec<Source>, Error>>()?;
    Ok(story::score(&read(&sources, &Options::default()), &Gold::read(gold)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_story_of_the_repository_is_scored_in_all_parts_that_its_gold_has() {
        let report = score(Path::new(FOLDER)).expect("the stories");
        let measures: Vec<&str> = report.rows.iter().map(|row| row.measure).collect();
        for part in ["articles", "boilerplate", "entities", "relations", "events", "corroboration", "quotes", "figures"]
        {
            assert!(measures.contains(&part), "{part} in {measures:?}");
        }
    }

    #[test]
    fn errors_are_told_of_the_stories_for_development_alone() {
        let report = score(Path::new(FOLDER)).expect("the stories");
        let names = report.errors.iter().filter_map(|error| error.split(',').next());
        let held: Vec<&str> = names.filter(|name| split::is_held_story(name)).collect();
        assert!(held.is_empty(), "{held:?}");
    }

    #[test]
    fn some_stories_are_for_development_and_some_are_held_out() {
        let [(stories, articles), (held_stories, held_articles)] = sizes(Path::new(FOLDER)).expect("the stories");
        assert!(stories > held_stories && held_stories > 0, "{stories} and {held_stories}");
        assert!(articles > stories && held_articles > held_stories, "a story has several articles in either part");
    }
}
