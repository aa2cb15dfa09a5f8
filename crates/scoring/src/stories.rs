//! Whole stories on the rest of the world, each with what a careful reader found in it.
//!
//! A folder is a story: its articles (`*.txt`), read together, and `gold.json`.
//! The counts of all stories are added up, part by part. What was found is in
//! `stories` beside this crate's source; the articles are others', and its
//! `README.md` says where they are.

use std::collections::BTreeMap;
use std::path::Path;

use reading::{Options, Source, read};

use crate::score::Tally;
use crate::story::{self, Gold};
use crate::{Error, Report, files, split};

/// How the folder of the stories is called, among those of the corpora.
pub const FOLDER: &str = "stories";

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
    use std::fs;

    use super::*;

    /// A folder of stories with these names, of an invented article each.
    fn stories(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for name in names {
            let story = folder.path().join(name);
            fs::create_dir(&story).expect("a folder");
            fs::write(
                story.join("bridge.txt"),
                "A bridge for Delft\n\nMary Dale, the mayor of Delft, opened a bridge on 3 July 2024.\n",
            )
            .expect("an article");
            let gold = r#"{"articles": {"bridge.txt": {"headline": "A bridge for Delft"}}, "entities": [{"name": "Peter Stone", "kind": "person", "must": true}]}"#;
            fs::write(story.join(GOLD), gold).expect("a gold file");
        }
        folder
    }

    /// One name for development, and one that is held out.
    fn both() -> [String; 2] {
        [false, true].map(|held| {
            (0..99).map(|at| format!("bridge-{at}")).find(|name| split::is_held_story(name) == held).unwrap_or_default()
        })
    }

    #[test]
    fn a_story_is_scored_part_by_part_and_its_errors_are_told_for_development_alone() {
        let [development, held] = both();
        let folder = stories(&[&development, &held]);
        let report = score(folder.path()).expect("the stories");
        assert!(report.rows.iter().any(|row| row.measure == "entities"));
        assert!(
            report.errors.iter().any(|error| error.contains("missed: ") && error.contains("Peter Stone")),
            "{:?}",
            report.errors
        );
        assert!(report.errors.iter().all(|error| error.starts_with(&development)), "{:?}", report.errors);
        assert_eq!(sizes(folder.path()).expect("the stories"), [(1, 1), (1, 1)]);
    }

    #[test]
    fn a_folder_without_stories_is_told() {
        assert!(score(stories(&[]).path()).is_err());
    }
}
