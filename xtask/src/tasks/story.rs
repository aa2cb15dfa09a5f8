//! `story`: the built-in story, which is what the reader makes of the five articles.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::build;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;

/// The built-in story, in the repository.
pub(crate) const BUILT_IN: &str = "data/story.json";
/// Where the articles are: beside the repository, since we may quote them but not republish them.
const ARTICLES: &str = "../shared/articles";

/// How the built-in story compares with what the reader makes now.
pub(crate) enum Currency {
    Current,
    Outdated,
    /// The articles are not on this machine.
    Unknown,
}

/// Makes the story, or says whether it is current.
pub(crate) fn run(repository: &Repository, check: bool) -> Result<ExitCode, Error> {
    let built_in = repository.root.join(BUILT_IN);
    if !check {
        let articles = articles(repository);
        if articles.is_empty() {
            return Err(Error::Missing(format!("{} holds no articles (*.txt).", folder(repository).display())));
        }
        let backstory = build::command_line(repository)?;
        read(repository, &backstory, &articles, &built_in)?;
        println!("{}", build::size_of(repository, &built_in)?);
        return Ok(ExitCode::SUCCESS);
    }
    let backstory = build::command_line(repository)?;
    let currency = currency(repository, &backstory)?;
    println!("{}", currency.sentence());
    Ok(if matches!(currency, Currency::Outdated) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

impl Currency {
    /// In words.
    pub(crate) fn sentence(&self) -> &'static str {
        match self {
            Self::Current => "data/story.json is current: it is what the reader makes of the articles.",
            Self::Outdated => {
                "data/story.json is not what the reader makes of the articles now. `cargo xtask story` makes it again."
            }
            Self::Unknown => {
                "data/story.json cannot be compared: the articles (../shared/articles) are not on this machine."
            }
        }
    }
}

/// Reads the articles again and compares.
pub(crate) fn currency(repository: &Repository, backstory: &Path) -> Result<Currency, Error> {
    let articles = articles(repository);
    if articles.is_empty() {
        return Ok(Currency::Unknown);
    }
    let again = repository.work().join("story.json");
    read(repository, backstory, &articles, &again)?;
    let made = fs::read(&again).map_err(Error::file("read", &again))?;
    // A built-in story that is not there is not current.
    let kept = fs::read(repository.root.join(BUILT_IN)).unwrap_or_default();
    Ok(if made == kept { Currency::Current } else { Currency::Outdated })
}

fn folder(repository: &Repository) -> PathBuf {
    repository.root.join(ARTICLES)
}

/// The articles in the order of their names; empty where they are not.
fn articles(repository: &Repository) -> Vec<PathBuf> {
    let files = fs::read_dir(folder(repository)).into_iter().flatten().flatten();
    let mut articles: Vec<PathBuf> = files
        // Named as from the root: the story must not depend on where the repository lies.
        .map(|file| Path::new(ARTICLES).join(file.file_name()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    articles.sort();
    articles
}

fn read(repository: &Repository, backstory: &Path, articles: &[PathBuf], output: &Path) -> Result<(), Error> {
    if let Some(folder) = output.parent() {
        fs::create_dir_all(folder).map_err(Error::file("made", folder))?;
    }
    let mut command = repository.command(backstory);
    command.arg("read").args(articles).args(["--text", "excerpts", "-o"]).arg(output);
    Step::new("story", "Reading the articles into a story").run(repository, &mut command)?;
    Ok(())
}
