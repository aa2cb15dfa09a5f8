//! The command `backstory`: reads articles into a story, checks it, bundles it
//! into one file.

mod bundle;
mod check;
mod correct;
mod error;
mod export;
mod fallback;
mod input;
mod output;
mod page;
mod read;
mod schema;
mod score;
mod sound;
mod soundness;
mod stage;
mod summary;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::Error;

/// The story behind the news: reads articles, and writes who did what with
/// whom and when, with the sentence behind every item.
#[derive(Debug, Parser)]
#[command(
    name = "backstory",
    version,
    arg_required_else_help = true,
    after_help = "Examples:
  backstory read article-1.txt article-2.txt -o story.json
  backstory check story.json
  backstory correct story.json corrections.json -o corrected.json
  backstory bundle story.json -o story.html
  backstory export story.json --as ics -o story.ics

Exit codes: 0 done; 1 a story has problems, or a correction found nothing to correct; 2 something could not be read or written."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Read(read::Args),
    Check(check::Args),
    Correct(correct::Args),
    Schema(schema::Args),
    Bundle(bundle::Args),
    Export(export::Args),
    Fallback(fallback::Args),
    Score(score::Args),
}

/// How a command ended that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Done,
    /// A story has problems, and they have been named.
    Problems,
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Read(args) => read::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Correct(args) => correct::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Bundle(args) => bundle::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Fallback(args) => fallback::run(&args),
        Command::Score(args) => score::run(&args),
    };
    match result {
        Ok(Outcome::Done) | Err(Error::BrokenPipe) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(error) => {
            for line in error.lines() {
                output::note(&format!("error: {line}"));
            }
            ExitCode::from(2)
        }
    }
}
