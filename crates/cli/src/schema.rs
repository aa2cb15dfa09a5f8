//! `backstory schema`: the schema of stories.

use crate::Outcome;
use crate::error::Error;
use crate::output;

/// Print the JSON Schema of stories
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  backstory schema > story.schema.json

A schema cannot say everything. `backstory check` checks a story against the schema, and that
every id resolves and every piece of evidence lies in its sentence.")]
pub(crate) struct Args {}

/// Runs the command.
///
/// # Errors
///
/// When standard output cannot be written.
pub(crate) fn run(Args {}: &Args) -> Result<Outcome, Error> {
    output::print(&format!("{:#}\n", story::schema()))?;
    Ok(Outcome::Done)
}
