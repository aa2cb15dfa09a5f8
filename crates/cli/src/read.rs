//! `backstory read`: articles → a story.

use std::path::PathBuf;

use clap::ValueEnum;
use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};
use intake::Days;
use reading::{Options, Progress, Source};
use story::{Story, When};

use crate::Outcome;
use crate::error::Error;
use crate::input::{self, Input};
use crate::output::{self, Output};
use crate::{correct, stage, summary};

/// Read articles into a story
#[derive(Debug, clap::Args)]
#[command(
    after_help = "An article is a plain text file in UTF-8, its text copied from its page; or the page itself, in HTML; or
an entry of an RSS or Atom feed; or a ninjs item. What it is, is told by what it holds. What clings
to an article (share buttons, comments, other headlines) may stay; it is left out.

Examples:
  backstory read monday.txt tuesday.txt -o story.json
  backstory read monday.html feed.xml -o story.json
  backstory read *.txt --title \"The bridge\" --text excerpts -o story.json
  pbpaste | backstory read - --published 2024-07-03
  backstory read monday.txt --stage dates"
)]
pub(crate) struct Args {
    /// The articles: texts, pages, feeds; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Write to this file and not to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// The story's title; without one it is named after what it is about
    #[arg(long, conflicts_with = "stage")]
    title: Option<String>,

    /// How much of the articles the story holds
    #[arg(long, value_enum, default_value = "full", conflicts_with = "stage")]
    text: Text,

    /// Correct the story by what an editor wrote down: see `backstory correct --help`. The articles are
    /// read on the days that it gives them. Where one finds nothing to correct, the exit code is 1
    #[arg(long, value_name = "FILE", conflicts_with = "stage")]
    corrections: Option<PathBuf>,

    /// When all these articles were published, as EDTF: 2024-07-03, 2024-07 or 2024. It outranks
    /// what they say themselves
    #[arg(long, value_name = "DATE", value_parser = When::parse)]
    published: Option<When>,

    /// Show what one stage of the reading finds, one JSON object a file, and write no story
    #[arg(long, value_enum)]
    stage: Option<stage::Stage>,

    /// Take the files as they are: nothing is cleaned away, and offsets are into the file's text
    #[arg(long, requires = "stage")]
    raw: bool,
}

/// How much of the articles' text a story holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Text {
    /// Every sentence: for your own desk. To publish it is to republish the
    /// articles, so the rights in them have to be yours
    Full,
    /// Only the sentences that are evidence, each cut at 240 characters: for
    /// publication, where the law lets you quote
    Excerpts,
}

/// Runs the command.
///
/// # Errors
///
/// Articles that could not be read, all of them, or a result that could not
/// be written.
pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let inputs = Input::each_once(&args.files);
    let corrections = args.corrections.as_ref().map(Input::from);
    let named: Vec<Input> = inputs.iter().chain(&corrections).cloned().collect();
    let output = Output::prepare(args.output.as_ref(), &named, "story.json")?;
    let corrections = match corrections {
        Some(input) => Some((correct::corrections(&input)?, input)),
        None => None,
    };
    let sources = sources(&inputs, args.published.as_ref(), args.raw)?;
    if let Some(stage) = args.stage {
        output.write(&stage::show(stage, &sources, args.raw))?;
        return Ok(Outcome::Done);
    }
    let options = Options { title: args.title.clone().filter(|title| !title.trim().is_empty()) };
    let days = corrections.as_ref().map(|(corrections, _)| intake::days(corrections)).unwrap_or_default();
    let mut story = read(&sources, &options, &days);
    let outcome =
        corrections.map_or(Outcome::Done, |(corrections, input)| correct::apply(&corrections, &input, &mut story));
    let story = match args.text {
        Text::Full => story,
        Text::Excerpts => story.excerpted(),
    };
    let text = story.to_json();
    output.write(&text)?;
    report(&story, &output, text.len());
    Ok(outcome)
}

/// The articles, each once.
fn sources(inputs: &[Input], published: Option<&When>, raw: bool) -> Result<Vec<Source>, Error> {
    let mut sources: Vec<Source> = Vec::new();
    let mut errors = Vec::new();
    for input in inputs {
        match input::articles(input, raw) {
            Ok(found) => {
                for source in found {
                    let source = Source { file: input.file_name(), published: published.cloned(), ..source };
                    if let Some(copy) = intake::add_once(source, &mut sources) {
                        output::note(&format!("note: {copy}"));
                    }
                }
            }
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(sources) } else { Err(Error::Inputs(errors)) }
}

fn read(sources: &[Source], options: &Options, days: &Days) -> Story {
    // Hidden where standard error is no terminal.
    let bar = ProgressBar::with_draw_target(Some(sources.len() as u64), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("reading {bar:30} {pos} of {len} articles") {
        bar.set_style(style);
    }
    let story = intake::read(sources, options, days, |Progress { done, .. }| bar.set_position(done as u64));
    bar.finish_and_clear();
    story
}

fn report(story: &Story, output: &Output, bytes: usize) {
    for line in intake::doubts(story) {
        output::note(&format!("warning: {line}"));
    }
    if story.articles.iter().any(|article| article.published.is_none() && article.language.as_deref() == Some("en")) {
        output::note("note: --published DATE gives a date of publication");
    }
    output::note(&format!("read {}", summary::counts(story)));
    if let Some(file) = output.file() {
        output::note(&format!("wrote {} ({})", file.display(), HumanBytes(bytes as u64)));
    }
}
