//! `accuracy`: how right the reading is, on every corpus that is there, into `docs/accuracy.md`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;

/// Where the figures stand.
const RESULTS: &str = "docs/accuracy.md";
/// Where the corpora are looked for, if nobody says otherwise: beside the repository, since most may not be
/// republished.
const CORPORA: &str = "../shared/corpora";
/// The articles of the built-in story, and what a careful reader found in them.
const ARTICLES: &str = "../shared/articles";
const GOLD: &str = "../shared/gold";

/// Scores, prints, and keeps the figures.
pub(crate) fn run(repository: &Repository, corpora: Option<PathBuf>) -> Result<(), Error> {
    // A folder that is named and not there is a slip; one that is not there by itself is not.
    if let Some(named) = corpora.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(Error::Missing(format!("{} is no folder.", named.display())));
    }
    // Named as from where the command was called.
    let corpora = corpora.map(|folder| fs::canonicalize(&folder).unwrap_or(folder));
    let corpora = corpora.unwrap_or_else(|| PathBuf::from(CORPORA));
    let mut cargo = repository.cargo();
    cargo.args(["build", "--profile", "tool", "--package", "backstory-scoring", "--bin", "accuracy"]);
    Step::new("scoring", "Building the scorers").takes("about 1 minute the first time").run(repository, &mut cargo)?;
    let program = repository.target.join("tool").join("accuracy");
    let mut accuracy = repository.command(program);
    accuracy.arg(corpora).args([ARTICLES, GOLD]);
    let finished =
        Step::new("accuracy", "Scoring the reading").takes("a few seconds").run(repository, &mut accuracy)?;
    // What is missing is said first, a line each; the document starts with its heading.
    let (notes, document) = finished.output.split_at(finished.output.find("# Accuracy").unwrap_or_default());
    print!("{notes}\n{document}");
    let results = repository.root.join(Path::new(RESULTS));
    fs::write(&results, document).map_err(Error::file("written", &results))
}
