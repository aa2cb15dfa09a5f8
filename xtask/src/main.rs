//! The tasks of this repository: `cargo xtask --help`.
//!
//! `tasks` has one file a task, `tools` one file a tool that the tasks need.
//! What they share is here beside them: where things lie (`repository`), how a
//! command is run (`step`), what need not be done again (`stamp`).
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a command; its output is its interface")]

mod assemble;
mod counts;
mod error;
mod names;
mod parts;
mod reader;
mod repository;
mod server;
mod stamp;
mod step;
mod tasks;
mod tools;
mod unused;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use error::Error;
use repository::Repository;
use tasks::bench::Bench;
use tools::Purpose;

/// The tasks of this repository. Each installs what it lacks and says so.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct CommandLine {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install the tools that a task needs; a second call does nothing
    Setup {
        /// The task to set up for
        #[arg(long = "for", value_enum, default_value_t = Purpose::Demo)]
        purpose: Purpose,
        /// Only list what is there and what is missing
        #[arg(long)]
        check: bool,
    },
    /// Build the release widget into dist/
    Build,
    /// Build everything, make the built-in story into one file, serve and open it
    Demo {
        /// The port to serve at; a free one is taken if it is in use
        #[arg(long, default_value_t = tasks::demo::PORT)]
        port: u16,
        /// End after building
        #[arg(long)]
        no_serve: bool,
        /// Do not open a browser
        #[arg(long)]
        no_open: bool,
    },
    /// Serve the studio page for development, with reload: trunk serve
    Serve {
        /// Arguments for trunk
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Run every check and every test
    Test,
    /// Make the built-in story, data/story.json, from the articles
    Story {
        /// Only say whether it is current
        #[arg(long)]
        check: bool,
    },
    /// Make a story into one HTML file
    Bundle {
        /// The story, a JSON file
        story: PathBuf,
        /// The HTML file to write
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Score the reading on every corpus that is there, into docs/accuracy.md
    Accuracy {
        /// The folder with the corpora
        #[arg(long, value_name = "FOLDER")]
        corpora: Option<PathBuf>,
    },
    /// Measure against peers, into docs/performance.md
    Bench {
        /// What to measure
        #[arg(value_enum)]
        bench: Bench,
    },
    /// Look for inputs that break the reading
    Fuzz {
        /// For how long, over all targets, in minutes
        #[arg(long, default_value_t = 10)]
        minutes: u64,
    },
    /// Make the npm package and the files for a content delivery network
    Package,
    /// Write down what a page loads, unless it has grown without a word in the changelog
    Sizes,
    /// Make the pictures of the README
    Screenshots {
        /// Instead, store what the widget looks like, for the tests to compare with
        #[arg(long)]
        looks: bool,
    },
}

fn main() -> ExitCode {
    match run(CommandLine::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode, Error> {
    let repository = Repository::find()?;
    let repository = &repository;
    match task {
        Task::Setup { purpose, check: false } => {
            tools::silent_library::try_again(repository);
            tools::ensure(repository, purpose)?;
        }
        Task::Setup { purpose: _, check: true } => return tools::list(repository),
        Task::Build => tasks::build::run(repository)?,
        Task::Demo { port, no_serve, no_open } => tasks::demo::run(repository, port, !no_serve, !no_open)?,
        Task::Serve { arguments } => tasks::serve::run(repository, &arguments)?,
        Task::Test => return tasks::test::run(repository),
        Task::Story { check } => return tasks::story::run(repository, check),
        Task::Bundle { story, output } => tasks::bundle::run(repository, &story, &output)?,
        Task::Accuracy { corpora } => tasks::accuracy::run(repository, corpora)?,
        Task::Bench { bench } => tasks::bench::run(repository, bench)?,
        Task::Fuzz { minutes } => return tasks::fuzz::run(repository, minutes),
        Task::Package => tasks::package::run(repository)?,
        Task::Sizes => {
            tasks::build::run(repository)?;
            return tasks::sizes::run(repository);
        }
        Task::Screenshots { looks } => tasks::screenshots::run(repository, looks)?,
    }
    Ok(ExitCode::SUCCESS)
}
