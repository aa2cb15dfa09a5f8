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
    let backstory = demo::build(repository)?.command_line;
    let mut node = chromium::node(repository, &backstory);
    node.arg(SCRIPT);
    let finished = Step::new("screenshots", "Taking the pictures").run(repository, &mut node)?;
    print!("{}", finished.output);
    Ok(())
}
