//! `screenshots`: the pictures of the README, taken of the demo by a script.

use super::demo;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;
use crate::tools::{self, Purpose, chromium};

const SCRIPT: &str = "tests/screenshots.mjs";

/// Builds the demo and takes the pictures.
pub(crate) fn run(repository: &Repository) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Test)?;
    demo::page(repository)?;
    let mut node = repository.command("node");
    node.arg(SCRIPT);
    if let Some(browser) = chromium::browser(repository) {
        node.env("CHROMIUM", browser);
    }
    let finished = Step::new("screenshots", "Taking the pictures").run(repository, &mut node)?;
    print!("{}", finished.output);
    Ok(())
}
