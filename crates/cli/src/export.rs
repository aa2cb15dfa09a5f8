//! `backstory export`: a story → what other people's tools read.

use std::path::PathBuf;

use ::export::{English, Table};
use clap::ValueEnum;
use story::Story;

use crate::Outcome;
use crate::error::Error;
use crate::input::Input;
use crate::output::Output;
use crate::sound::sound_story;

/// Write a story for other tools: tables, a calendar, a graph, a timeline, a bibliography
#[derive(Debug, clap::Args)]
#[command(after_help = "Every export takes the sentences along where its format has a place for them.

Examples:
  backstory export story.json --as csv --table events -o events.csv
  backstory export story.json --as ics -o story.ics
  backstory export story.json --as graphml -o story.graphml

Exit codes: 0 done; 1 the story has problems; 2 it cannot be read, or the file cannot be written.")]
pub(crate) struct Args {
    /// The story; - is standard input
    #[arg(value_name = "STORY")]
    story: PathBuf,

    /// The format
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    format: Format,

    /// The table, for csv
    #[arg(long, value_enum, value_name = "TABLE", required_if_eq("format", "csv"))]
    table: Option<TableName>,

    /// The file to write; without it, and for -, standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// A format of other people's tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One table, as comma-separated values (RFC 4180)
    Csv,
    /// The events, as a calendar (iCalendar, RFC 5545)
    Ics,
    /// The entities and relations, for Gephi, yEd, networkx
    Graphml,
    /// The entities and relations, as JSON of nodes and links
    Json,
    /// The events, for TimelineJS
    Timelinejs,
    /// The articles, for Zotero and Pandoc (CSL-JSON)
    Csl,
    /// The articles, for LaTeX
    Bibtex,
}

impl Format {
    /// A file's name, for advice.
    fn example(self) -> &'static str {
        match self {
            Self::Csv => "events.csv",
            Self::Ics => "story.ics",
            Self::Graphml => "story.graphml",
            Self::Json => "graph.json",
            Self::Timelinejs => "timeline.json",
            Self::Csl => "articles.json",
            Self::Bibtex => "articles.bib",
        }
    }
}

/// A table of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TableName {
    Articles,
    Entities,
    Relations,
    Events,
    Quotes,
    Figures,
    Disagreements,
}

impl From<TableName> for Table {
    fn from(name: TableName) -> Self {
        match name {
            TableName::Articles => Self::Articles,
            TableName::Entities => Self::Entities,
            TableName::Relations => Self::Relations,
            TableName::Events => Self::Events,
            TableName::Quotes => Self::Quotes,
            TableName::Figures => Self::Figures,
            TableName::Disagreements => Self::Disagreements,
        }
    }
}

/// Runs the command.
///
/// # Errors
///
/// A story that could not be read, or a file that could not be written.
pub(crate) fn run(args: &Args) -> Result<Outcome, Error> {
    let input = Input::from(&args.story);
    let Some(story) = sound_story(&input)? else { return Ok(Outcome::Problems) };
    let output = Output::prepare(args.output.as_ref(), &[input], args.format.example())?;
    output.write(&text_of(&story, args))?;
    Ok(Outcome::Done)
}

fn text_of(story: &Story, args: &Args) -> String {
    match args.format {
        // The command line asks for a table with this format.
        Format::Csv => ::export::csv(story, args.table.map_or(Table::Events, Table::from)),
        Format::Ics => ::export::calendar(story, &English),
        Format::Graphml => ::export::graphml(story),
        Format::Json => ::export::node_link(story),
        Format::Timelinejs => ::export::timelinejs(story, &English),
        Format::Csl => ::export::cite::csl(story),
        Format::Bibtex => ::export::cite::bibtex(story),
    }
}
