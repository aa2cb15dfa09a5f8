//! `backstory correct`: a story with what an editor corrected in it.

use std::path::PathBuf;

use story::{Corrections, Problem, Story};

use crate::Outcome;
use crate::error::{Error, Fault, InputError};
use crate::input::{Input, Wanted};
use crate::output::{self, Output};
use crate::sound::sound_story;

/// Correct a story, by what an editor wrote down apart from it
#[derive(Debug, clap::Args)]
#[command(after_help = "Corrections name the items of a story by their ids, and are applied in their order:

  { \"format\": \"backstory-corrections/1\",
    \"corrections\": [
      { \"correct\": \"story-title\", \"title\": \"The bridge\" },
      { \"correct\": \"merge-entities\", \"entity\": \"mr-jones\", \"into\": \"ada-jones\" },
      { \"correct\": \"event-date\", \"event\": \"2024-07-the-bridge-opens\", \"when\": \"2024-07-03\" },
      { \"correct\": \"remove-relation\", \"relation\": \"ada-jones-works-for-the-paper\" } ] }

All that there are, with what they need:

  story-title (title)
  article-publisher (article, publisher), article-headline (article, headline), article-date (article, when)
  entity-name (entity, name), entity-kind (entity, kind), merge-entities (entity, into), remove-entity (entity)
  relation-label (relation, label), relation-kind (relation, kind), relation-ends (relation, from, to),
  remove-relation (relation)
  event-title (event, title), event-kind (event, kind), event-date (event, when), event-status (event, status),
  event-place (event, place), add-participant (event, entity), remove-participant (event, entity),
  merge-events (event, into), remove-event (event)
  quote-speaker (quote, speaker), remove-quote (quote)
  remove-figure (figure), remove-disagreement (disagreement)

`kind` and `status` are those of `backstory schema`, `when` is an EDTF date. `publisher`, `headline`,
`when`, `place` and `speaker` may be null: not known.

The studio page writes such a file. `backstory read --corrections` applies it to articles that are
read again, and takes the corrected day of an article for all that it dates (\"on Friday\"); a story
that was read before keeps the dates of its events.

Exit codes: 0 done; 1 the story has problems, or a correction did not find its item; 2 a file cannot
be read or written.")]
pub(crate) struct Args {
    /// The story; - is standard input
    #[arg(value_name = "STORY")]
    story: PathBuf,

    /// The corrections; - is standard input
    #[arg(value_name = "CORRECTIONS")]
    corrections: PathBuf,

    /// The file to write; without it, and for -, standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs the command. What can be corrected is, even when something cannot.
///
/// # Errors
///
/// A file that could not be read, or one that could not be written.
pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let (from, by) = (Input::from(&args.story), Input::from(&args.corrections));
    let Some(mut story) = sound_story(&from)? else { return Ok(Outcome::Problems) };
    let corrections = corrections(&by)?;
    let output = Output::prepare(args.output.as_ref(), &[from, by.clone()], "corrected.json")?;
    let outcome = apply(&corrections, &by, &mut story);
    output.write(&story.to_json())?;
    Ok(outcome)
}

/// The corrections that a file holds.
///
/// # Errors
///
/// [`InputError`] when it cannot be read, or holds none.
pub(crate) fn corrections(input: &Input) -> Result<Corrections, InputError> {
    let text = input.text(Wanted::Corrections)?;
    Corrections::from_json(&text).map_err(|error| input.fault(Fault::NoCorrections(error)))
}

/// Corrects the story, and notes what could not be corrected.
pub(crate) fn apply(corrections: &Corrections, input: &Input, story: &mut Story) -> Outcome {
    let problems: Vec<Problem> = corrections.apply(story);
    for problem in &problems {
        output::note(&format!("{}: {problem}", input.name()));
    }
    output::note(&format!(
        "corrected {} of {}",
        corrections.corrections.len() - problems.len(),
        corrections.corrections.len()
    ));
    if problems.is_empty() { Outcome::Done } else { Outcome::Problems }
}
