//! `backstory fallback`: a story → HTML to read, for a page without the widget.

use std::path::PathBuf;

use crate::Outcome;
use crate::error::Error;
use crate::input::Input;
use crate::output::Output;
use crate::sound::sound_story;

/// Write a story as HTML to read: for <noscript>, and for browsers that cannot run the widget
#[derive(Debug, clap::Args)]
#[command(after_help = "Put what comes out between <backstory-story> and </backstory-story>: it is what a reader sees
until the widget is there, without scripts, in a feed, and in print by an old browser.

Example:
  backstory fallback story.json -o story.fallback.html

Exit codes: 0 done; 1 the story has problems; 2 it cannot be read, or the file cannot be written.")]
pub(crate) struct Args {
    /// The story; - is standard input
    #[arg(value_name = "STORY")]
    story: PathBuf,

    /// The file to write; without it, and for -, standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
///
/// A story that could not be read, or a file that could not be written.
pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let input = Input::from(&args.story);
    let Some(story) = sound_story(&input)? else { return Ok(Outcome::Problems) };
    let output = Output::prepare(args.output.as_ref(), &[input], "story.fallback.html")?;
    output.write(&export::fallback(&story))?;
    Ok(Outcome::Done)
}
