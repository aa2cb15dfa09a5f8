//! `backstory bundle`: a story → one HTML file.

use std::env;
use std::path::PathBuf;

use indicatif::HumanBytes;
use story::Story;

use crate::Outcome;
use crate::error::{Error, Fault};
use crate::input::{Input, Wanted};
use crate::output::{self, Output};
use crate::read::Text;
use crate::sound::sound_story;
use crate::{page, summary};

/// Make one HTML file of a story, with the widget and the data inside
#[derive(Debug, clap::Args)]
#[command(after_help = "The file opens by double click, needs no server and no network, and sends nothing anywhere.

Examples:
  backstory bundle story.json -o story.html
  backstory bundle story.json --text excerpts -o story.html

The widget's script is looked for in this order: --widget FILE, the environment's BACKSTORY_WIDGET,
backstory-single.js beside this program, dist/backstory-single.js under the current folder.
`cargo xtask bundle` makes it.")]
pub(crate) struct Args {
    /// The story; - is standard input
    #[arg(value_name = "STORY")]
    story: PathBuf,

    /// The HTML file to write; - is standard output
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,

    /// The widget's script, backstory-single.js
    #[arg(long, value_name = "FILE")]
    widget: Option<PathBuf>,

    /// How much of the articles goes into the page; without it, what the story holds
    #[arg(long, value_enum)]
    text: Option<Text>,
}

/// The name of the widget's script, everything in one file.
const WIDGET: &str = "backstory-single.js";

/// Where the environment may name it.
const WIDGET_VARIABLE: &str = "BACKSTORY_WIDGET";

/// Runs the command.
///
/// # Errors
///
/// A story or a script that could not be read, or a page that could not be
/// written.
pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let input = Input::from(&args.story);
    let Some(story) = sound_story(&input)? else { return Ok(Outcome::Problems) };
    let story = match args.text {
        Some(Text::Excerpts) => story.excerpted(),
        Some(Text::Full) | None => *story,
    };
    let widget = widget(args.widget.as_ref())?;
    let output = Output::prepare(Some(&args.output), &[input, widget.clone()], "story.html")?;
    let html = page::html(&story, &script_of(&widget)?);
    output.write(&html)?;
    report(&story, &output, html.len());
    Ok(Outcome::Done)
}

/// The widget's script: named, or found where it usually is.
fn widget(named: Option<&PathBuf>) -> Result<Input, Error> {
    if let Some(path) = named {
        return Ok(Input::File(path.clone()));
    }
    if let Some(path) = env::var_os(WIDGET_VARIABLE).filter(|path| !path.is_empty()) {
        return Ok(Input::File(PathBuf::from(path)));
    }
    let beside = env::current_exe().ok().and_then(|program| Some(program.parent()?.join(WIDGET)));
    let built = PathBuf::from("dist").join(WIDGET);
    let places: Vec<PathBuf> = beside.into_iter().chain([built]).collect();
    if let Some(path) = places.iter().find(|path| path.is_file()) {
        return Ok(Input::File(path.clone()));
    }
    let looked_for = places.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(" and ");
    Err(Error::NoWidget { looked_for })
}

fn script_of(input: &Input) -> Result<String, Error> {
    let script = input.text(Wanted::Widget)?;
    match intake::markup(&script) {
        Some(_) => Err(input.fault(Fault::PageGiven).into()),
        None => Ok(script),
    }
}

fn report(story: &Story, output: &Output, bytes: usize) {
    let whole = summary::whole_articles(story);
    if whole > 0 {
        output::note(&format!(
            "note: the page holds the whole text of {}; publish it only if the rights are yours, or make it with --text excerpts",
            summary::count(whole, "article", "articles")
        ));
    }
    if let Some(file) = output.file() {
        output::note(&format!("wrote {} ({}); it opens by double click", file.display(), HumanBytes(bytes as u64)));
    }
}
