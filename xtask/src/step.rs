//! One command as one step: a line that says what it does, its output in a log, the time it took.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::repository::Repository;

/// How often a running command is looked at.
const POLL: Duration = Duration::from_millis(50);
/// How many looks between two updates of the line in a terminal.
const POLLS_PER_UPDATE: u32 = 5;
/// The longest line that is shown of a running command, in characters: the usual terminal's width.
const LINE: usize = 78;
/// How many last lines of a log an error shows.
const TAIL: usize = 30;

/// A command with the words around it.
pub(crate) struct Step<'a> {
    /// What it does, as in "Building the widget".
    doing: &'a str,
    /// The log's file name, without extension.
    log: &'a str,
    /// Roughly how long it takes; empty if that is not worth a word.
    takes: &'a str,
    /// What to do if it fails.
    advice: &'a str,
}

/// How a step's command ended, and what it said.
pub(crate) struct Finished {
    pub(crate) status: ExitStatus,
    pub(crate) output: String,
    log: PathBuf,
}

impl<'a> Step<'a> {
    pub(crate) fn new(log: &'a str, doing: &'a str) -> Self {
        Self { doing, log, takes: "", advice: "" }
    }

    /// Says roughly how long the step takes, as in "about 2 minutes".
    pub(crate) fn takes(self, takes: &'a str) -> Self {
        Self { takes, ..self }
    }

    /// Says what to do if the step fails.
    pub(crate) fn advice(self, advice: &'a str) -> Self {
        Self { advice, ..self }
    }

    /// Runs the command; its failure is an error.
    pub(crate) fn run(&self, repository: &Repository, command: &mut Command) -> Result<Finished, Error> {
        let finished = self.attempt(repository, command)?;
        if finished.status.success() {
            return Ok(finished);
        }
        Err(Error::Failed {
            doing: self.doing.to_owned(),
            outcome: finished.status.to_string(),
            tail: finished.tail(),
            log: finished.log,
            advice: self.advice.to_owned(),
        })
    }

    /// Runs the command; its failure is an answer like any other.
    pub(crate) fn attempt(&self, repository: &Repository, command: &mut Command) -> Result<Finished, Error> {
        let folder = repository.work().join("logs");
        fs::create_dir_all(&folder).map_err(Error::file("made", &folder))?;
        let path = folder.join(format!("{}.log", self.log));
        let log = File::create(&path).map_err(Error::file("written", &path))?;
        let log_too = log.try_clone().map_err(Error::file("written", &path))?;

        if self.takes.is_empty() {
            println!("{}…", self.doing);
        } else {
            println!("{} ({})…", self.doing, self.takes);
        }
        let start = Instant::now();
        // A log is read, by us and by people; colours are in the way there.
        // Any value says it (no-color.org); trunk takes no other.
        command.env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "true").env_remove("FORCE_COLOR");
        let mut child =
            command.stdin(Stdio::null()).stdout(log).stderr(log_too).spawn().map_err(|source| Error::Start {
                program: command.get_program().to_string_lossy().into_owned(),
                source,
                advice: self.advice.to_owned(),
            })?;
        let terminal = io::stdout().is_terminal();
        let mut polls = 0_u32;
        let status = loop {
            if let Some(status) = child.try_wait().map_err(Error::file("waited for", &path))? {
                break status;
            }
            thread::sleep(POLL);
            polls = polls.wrapping_add(1);
            if terminal && polls.is_multiple_of(POLLS_PER_UPDATE) {
                show(&format!("  {} {}", seconds(start.elapsed()), last_line(&path)));
            }
        };
        if terminal {
            show("");
        }
        println!("  {} {}", if status.success() { "done in" } else { "failed after" }, seconds(start.elapsed()));
        let bytes = fs::read(&path).map_err(Error::file("read", &path))?;
        Ok(Finished { status, output: String::from_utf8_lossy(&bytes).into_owned(), log: path })
    }
}

impl Finished {
    /// The last lines of what the command said.
    pub(crate) fn tail(&self) -> String {
        let lines: Vec<&str> = self.output.trim_end().lines().collect();
        let start = lines.len().saturating_sub(TAIL);
        lines.get(start..).unwrap_or_default().join("\n")
    }

    /// Where all of what it said is.
    pub(crate) fn log(&self) -> &Path {
        &self.log
    }
}

/// A time as it is said: `4.2 s`, `75 s`.
pub(crate) fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 10.0 { format!("{seconds:.1} s") } else { format!("{seconds:.0} s") }
}

/// Puts a line in the place of the terminal's current one.
fn show(line: &str) {
    let line: String = line.chars().take(LINE).collect();
    print!("\r\x1b[2K{line}");
    // A terminal that takes no update is no reason to stop.
    let _ = io::stdout().flush();
}

/// The last line of a file that is being written; empty if it cannot be read.
fn last_line(path: &Path) -> String {
    const ENOUGH: u64 = 1000;
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|mut file| {
        let length = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(length.saturating_sub(ENOUGH)))?;
        file.read_to_end(&mut bytes)
    });
    if read.is_err() {
        return String::new();
    }
    let text = String::from_utf8_lossy(&bytes);
    text.trim_end().lines().next_back().unwrap_or_default().chars().filter(|sign| !sign.is_control()).collect()
}
