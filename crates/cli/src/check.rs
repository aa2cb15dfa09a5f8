//! `backstory check`: whether stories are sound.

use std::path::PathBuf;

use story::limits::too_large;

use crate::Outcome;
use crate::error::{Error, Fault};
use crate::input::{Input, Wanted};
use crate::output;
use crate::soundness::{self, Verdict};
use crate::summary;

/// Check stories: the schema, and the rules that a schema cannot say
#[derive(Debug, clap::Args)]
#[command(after_help = "One line a problem: the file, the place in it, what is wrong, what to do.

Examples:
  backstory check story.json
  backstory read article.txt | backstory check -

Exit codes: 0 sound; 1 there are problems; 2 a file is no story or cannot be read.")]
pub(crate) struct Args {
    /// The stories; - is standard input
    #[arg(value_name = "STORY", required = true)]
    stories: Vec<PathBuf>,
}

/// Runs the command: every story is checked, even when one cannot be read.
///
/// # Errors
///
/// The files that could not be read, or output that cannot be written.
pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let mut outcome = Outcome::Done;
    let mut unreadable = Vec::new();
    for input in Input::each_once(&args.stories) {
        let mut bytes = 0;
        let verdict = input.text(Wanted::Story).and_then(|text| {
            bytes = text.len();
            soundness::examine(&text).map_err(|error| input.fault(Fault::NoStory(error)))
        });
        match verdict {
            Ok(Verdict::Sound(story)) => {
                output::print(&format!("{}: sound: {}\n", input.name(), summary::counts(&story)))?;
                if let Some(why) = too_large(&story, bytes) {
                    let note = format!("{}: note: no page shows it: {why}; publish it in parts\n", input.name());
                    output::print(&note)?;
                }
            }
            Ok(Verdict::Flawed(flaws)) => {
                outcome = Outcome::Problems;
                let lines: Vec<String> = flaws.iter().map(|flaw| format!("{}: {flaw}", input.name())).collect();
                output::print(&(lines.join("\n") + "\n"))?;
            }
            Err(error) => unreadable.push(error),
        }
    }
    if unreadable.is_empty() { Ok(outcome) } else { Err(Error::Inputs(unreadable)) }
}
