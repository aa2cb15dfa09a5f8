//! `bundle`: a story as one HTML file, by `backstory bundle` with the widget that is built here.

use std::path::{Path, PathBuf};

use super::build;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;
use crate::tools::{self, Purpose};

/// Builds what it takes and makes the file.
pub(crate) fn run(repository: &Repository, story: &Path, output: &Path) -> Result<(), Error> {
    // Commands run at the root; the caller may stand elsewhere.
    let here = |path: &Path| std::path::absolute(path).map_err(Error::file("found", path));
    let (story, output) = (here(story)?, here(output)?);
    tools::ensure(repository, Purpose::Demo)?;
    build::widget(repository)?;
    let backstory = build::command_line(repository)?;
    make(repository, &backstory, &story, &output)?;
    println!("{}", build::size_of(repository, &output)?);
    Ok(())
}

/// Makes the file by a command line and a widget that are built.
pub(crate) fn make(repository: &Repository, backstory: &Path, story: &Path, output: &Path) -> Result<(), Error> {
    let mut command = repository.command(backstory);
    command.arg("bundle").arg(story).arg("-o").arg(output).arg("--widget").arg(single(repository));
    Step::new("bundle", "Making the story into one HTML file").run(repository, &mut command)?;
    Ok(())
}

/// The widget in one script.
fn single(repository: &Repository) -> PathBuf {
    repository.dist().join("backstory-single.js")
}
