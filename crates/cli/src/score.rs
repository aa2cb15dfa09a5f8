//! `backstory score`: how right the reading is.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use scoring::story::{self as parts, Gold};
use scoring::{Corpus, Figures, Report, Row, stories};
use story::Story;

use crate::Outcome;
use crate::error::{Error, Fault};
use crate::input::{Input, Wanted};
use crate::output;

/// Score a story against a gold file, or the reading against a public corpus
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  backstory score story.json gold.json        a story, part by part
  backstory score dates timebank-aquaint/     the reading's dates, on a corpus
  backstory score names wikigold/ --errors
  backstory score stories corpora/stories/ --errors

Corpora: dates, news-dates, date-cases, quotes, names, who, relations, timelines, sentences, pages,
and stories, whole ones.
Each has a part for development and a part that is held out; errors are shown of the first alone.")]
pub(crate) struct Args {
    /// A story, or what of the reading to score
    #[arg(value_name = "STORY|CORPUS")]
    what: PathBuf,

    /// The gold file of the story, or the folder of the corpus
    #[arg(value_name = "GOLD|FOLDER")]
    against: PathBuf,

    /// Show what was missed and what was made up
    #[arg(long)]
    errors: bool,
}

/// Runs the command.
///
/// # Errors
///
/// What is to be scored, or to be scored against, cannot be read.
pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let table = match args.what.to_str().and_then(Corpus::named) {
        None if args.what == Path::new("stories") => of_corpus(&stories::score(&args.against)?, args.errors),
        Some(corpus) => of_corpus(&corpus.score(&args.against)?, args.errors),
        None => of_story(&args.what, &args.against, args.errors)?,
    };
    output::print(&table)?;
    Ok(Outcome::Done)
}

/// A line a measure and part of the corpus, then the errors.
fn of_corpus(report: &Report, errors: bool) -> String {
    let mut table = String::new();
    line(&mut table, ["", "P", "R", "F1"], "");
    for Row { measure, development, held } in &report.rows {
        figures(&mut table, measure, *development, "development");
        if let Some(held) = held {
            figures(&mut table, "", *held, "held out");
        }
    }
    for error in report.errors.iter().filter(|_| errors) {
        table.push_str(error);
        table.push('\n');
    }
    table
}

/// A line a part of the story, with what was missed and made up.
fn of_story(story: &Path, gold: &Path, errors: bool) -> Result<String, Error> {
    let input = Input::File(story.to_owned());
    let text = input.text(Wanted::Story)?;
    let story = Story::from_json(&text).map_err(|error| input.fault(Fault::NoStory(error)))?;
    let gold = Gold::read(gold)?;
    let mut table = String::new();
    line(&mut table, ["", "P", "R", "F1"], "right, missed, made up");
    for part in parts::score(&story, &gold) {
        let counts = format!("{}, {}, {}", part.score.right, part.score.missed, part.score.made_up);
        figures(&mut table, part.name, part.score.into(), &counts);
        let missed = part.missed.iter().map(|what| ("missed", what));
        for (what, which) in missed.chain(part.made_up.iter().map(|which| ("made up", which))).filter(|_| errors) {
            // Writing into a string does not fail.
            let _ = writeln!(table, "    {what:8} {which}");
        }
    }
    Ok(table)
}

fn figures(table: &mut String, name: &str, Figures { precision, recall, f1 }: Figures, note: &str) {
    let [precision, recall, f1] = [precision, recall, f1].map(|figure| format!("{figure:.3}"));
    line(table, [name, &precision, &recall, &f1], note);
}

fn line(table: &mut String, [name, precision, recall, f1]: [&str; 4], note: &str) {
    // Writing into a string does not fail.
    let _ = writeln!(table, "{name:42} {precision:>6} {recall:>6} {f1:>6}   {note}");
}
