//! Scores the reading on all corpora, on stories and on the built-in one, and prints
//! `docs/accuracy.md`: `accuracy CORPORA ARTICLES GOLD`, folders that need not
//! be there. What is missing is told on standard error, with where it can be had.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use reading::{Options, Source, read};
use scoring::document::document;
use scoring::story::{Gold, Part, score};
use scoring::{CORPORA, Corpus, Error, Report, stories};

fn main() -> ExitCode {
    let mut folders = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(corpora), Some(articles), Some(gold)) = (folders.next(), folders.next(), folders.next()) else {
        eprintln!("usage: accuracy CORPORA ARTICLES GOLD");
        return ExitCode::from(2);
    };
    match print(&corpora, &articles, &gold) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn print(corpora: &Path, articles: &Path, gold: &Path) -> Result<(), Error> {
    let reports = CORPORA.iter().map(|corpus| report(corpus, &corpora.join(corpus.folder)));
    let reports = reports.collect::<Result<Vec<Option<Report>>, Error>>()?;
    let scored: Vec<_> = CORPORA.iter().zip(reports.iter().map(Option::as_ref)).collect();
    let folder = corpora.join(stories::FOLDER);
    let stories = if folder.is_dir() { Some((stories::score(&folder)?, stories::sizes(&folder)?)) } else { None };
    if stories.is_none() {
        eprintln!("stories: not measured. crates/scoring/stories/README.md says how they are laid beside the corpora.");
    }
    let parts = story(articles, gold)?;
    print!("{}", document(&scored, stories.as_ref().map(|(report, sizes)| (report, *sizes)), parts.as_deref()));
    Ok(())
}

/// Nothing where the corpus is not there.
fn report(corpus: &Corpus, folder: &Path) -> Result<Option<Report>, Error> {
    if folder.is_dir() {
        return corpus.score(folder).map(Some);
    }
    let Corpus { name, folder, repository, commit, within, .. } = corpus;
    eprintln!("{name}: not measured. The folder {folder} is not there; it is {within} of {repository} at {commit}.");
    Ok(None)
}

/// Reads the articles and compares with the first gold file; nothing where either is not there.
fn story(articles: &Path, gold: &Path) -> Result<Option<Vec<Part>>, Error> {
    let (articles, gold) = (files(articles, "txt"), files(gold, "json"));
    let Some(gold) = gold.first().filter(|_| !articles.is_empty()) else {
        eprintln!("the built-in story: not measured. Its articles may be quoted, not republished, and are not there.");
        return Ok(None);
    };
    let source = |path: &PathBuf| {
        let text = fs::read_to_string(path).map_err(|source| Error::Read { path: path.clone(), source })?;
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(Source { file, text, ..Source::default() })
    };
    let sources = articles.iter().map(source).collect::<Result<Vec<Source>, Error>>()?;
    let story = read(&sources, &Options::default());
    Ok(Some(score(&story, &Gold::read(gold)?)))
}

/// The files of a folder with that extension, in order; none where there is no folder.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}
