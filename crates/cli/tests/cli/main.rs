//! The command `backstory`, run as a user runs it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_input;
mod bundle;
mod check;
mod correct;
mod examples;
mod export;
mod fallback;
mod html;
mod read;
mod schema;
mod score;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder of its own, in which the command is run.
struct Desk {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        fs::write(self.path(name), bytes).unwrap();
        self
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of all files, sorted.
    fn files(&self) -> Vec<String> {
        let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
        let mut names: Vec<String> = fs::read_dir(self.folder.path()).unwrap().map(name).collect();
        names.sort();
        names
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backstory"));
        command.current_dir(self.folder.path()).env_remove("BACKSTORY_WIDGET").args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        run_of(&self.command(arguments).stdin(Stdio::null()).output().unwrap())
    }

    fn run_with_input(&self, arguments: &[&str], input: &str) -> Run {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        run_of(&child.wait_with_output().unwrap())
    }
}

fn run_of(output: &Output) -> Run {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Run { code: output.status.code().unwrap(), out: text(&output.stdout), err: text(&output.stderr) }
}

/// The project's root.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// An article that no other test is about.
const ARTICLE: &str = "Bridge opens in Delft\n\nJuly 3, 2024\n\nMayor Ada Smit opened a bridge in Delft on Tuesday.\n";

/// A story that keeps all rules.
const SOUND: &str = r#"{
  "format": "backstory/1",
  "title": "The bridge",
  "articles": [{
    "id": "paper-2024-07-03", "kind": "report", "text": "full", "language": "en",
    "publisher": "The Paper", "headline": "Bridge opens", "url": "https://example.org/bridge",
    "published": { "when": "2024-07-03", "basis": "stated" },
    "sentences": [{ "text": "Ada Smit opened a bridge in Delft." }, { "text": "It rained." }]
  }],
  "entities": [
    { "id": "ada-smit", "kind": "person", "name": "Ada Smit",
      "mentions": [{ "article": "paper-2024-07-03", "sentence": 0, "start": 0, "end": 8, "via": "name" }] }
  ],
  "events": [{
    "id": "opening", "kind": "other", "title": "Ada Smit opens a bridge", "when": "2024-07-03", "status": "happened",
    "participants": [{ "entity": "ada-smit" }],
    "evidence": [{ "article": "paper-2024-07-03", "sentence": 0, "start": 0, "end": 33 }]
  }]
}"#;
