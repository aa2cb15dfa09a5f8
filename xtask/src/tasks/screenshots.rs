//! `screenshots`: the pictures of the README, taken of the demo and the studio by a script, and
//! the looks that the browser tests hold the widget to.

use super::{demo, serve};
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;
use crate::tools::{self, Purpose, chromium};

const SCRIPT: &str = "tests/screenshots.mjs";
const LOOKS: &str = "tests/looks/take.mjs";

/// Builds the demo and takes the pictures.
pub(crate) fn run(repository: &Repository, looks: bool) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Test)?;
    let backstory = demo::build(repository)?.command_line;
    if !looks {
        serve::build(repository)?;
    }
    let mut node = chromium::node(repository, &backstory);
    node.arg(if looks { LOOKS } else { SCRIPT });
    let finished = Step::new("screenshots", "Taking the pictures").run(repository, &mut node)?;
    print!("{}", finished.output);
    Ok(())
}
