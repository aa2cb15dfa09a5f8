//! `bench`: what is measured against peers, as ratios within one run.
//!
//! A bench is the script `benches/<name>/bench.mjs`, its peers are the node
//! packages beside it. What it finds stands in its own section of
//! `docs/performance.md`; the other sections stay as they are.

mod drawing;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ValueEnum;

use crate::error::Error;
use crate::reader;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;
use crate::tasks::build;
use crate::tools::{self, Purpose, chromium};

/// Where the results stand.
const RESULTS: &str = "docs/performance.md";

/// What stands above the sections.
const PREFACE: &str = "# Performance

<!-- Made by `cargo xtask bench`. Do not edit: each bench writes its own section. -->

Every figure is a ratio, or a size, from one run in which all candidates took
turns on the same machine. Times by themselves say more about the machine than
about the program, and are left out.
";

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bench {
    /// Reading articles in the browser, against wink-nlp
    Reading,
    /// Layouts and frames, against d3-force, ngraph and others
    Drawing,
    /// What a page loads and waits for, against the usual timeline widgets
    Embed,
    /// Frames of pictures of thousands, against sigma, cytoscape and vis-timeline
    Widget,
}

impl Bench {
    /// The heading of its section, in the order that the sections stand in.
    const HEADINGS: [&'static str; 4] = ["Reading", "Drawing", "Embedding", "Widget"];

    /// The heading of its section.
    fn heading(self) -> &'static str {
        match self {
            Self::Reading => "Reading",
            Self::Drawing => "Drawing",
            Self::Embed => "Embedding",
            Self::Widget => "Widget",
        }
    }

    /// The folder of its scripts and of its peers.
    fn folder(self) -> &'static str {
        match self {
            Self::Reading => "benches/reading",
            Self::Drawing => "benches/drawing",
            Self::Embed => "benches/embed",
            Self::Widget => "benches/widget",
        }
    }

    /// Installs its peers: what `package.json` and its lock file in its folder name.
    fn install_peers(self, repository: &Repository) -> Result<(), Error> {
        let folder = repository.root.join(self.folder());
        let lock = folder.join("package-lock.json");
        let inputs = Inputs::default().with_file(&lock)?;
        let installed = folder.join("node_modules/.package-lock.json");
        stamp::when_changed(repository, &self.folder().replace('/', "-"), &inputs, &[&installed], || {
            let mut npm = repository.command("npm");
            npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
            Step::new("npm-peers", "Installing the peers that are measured against")
                .takes("about 10 seconds")
                .advice("Is npm's registry within reach? `npm ping` tells.")
                .run(repository, &mut npm)?;
            Ok(())
        })
    }

    /// Runs a command that measures: it writes its section, Markdown without
    /// the heading, to the file that the variable `SECTION` names.
    fn measure(self, repository: &Repository, command: &mut Command, takes: &str) -> Result<(), Error> {
        let made = self.section_file(repository)?;
        command.env("SECTION", &made);
        Step::new(&self.folder().replace('/', "-"), &format!("Measuring: {}", self.heading()))
            .takes(takes)
            .run(repository, command)?;
        let section = fs::read_to_string(&made).map_err(Error::file("read", &made))?;
        self.write_section(repository, &section)
    }

    fn section_file(self, repository: &Repository) -> Result<PathBuf, Error> {
        let folder = repository.work().join("bench");
        fs::create_dir_all(&folder).map_err(Error::file("made", &folder))?;
        Ok(folder.join(self.heading()).with_extension("md"))
    }

    /// Prints the section, and puts it in the place of the one before.
    fn write_section(self, repository: &Repository, section: &str) -> Result<(), Error> {
        println!("\n{}", section.trim());
        let path = repository.root.join(RESULTS);
        // The first bench makes the file.
        let before = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, with_section(&before, self.heading(), section)).map_err(Error::file("written", &path))
    }
}

/// Measures, and keeps the result.
pub(crate) fn run(repository: &Repository, bench: Bench) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Test)?;
    bench.install_peers(repository)?;
    let mut node = chromium::node(repository, Path::new(""));
    node.arg(Path::new(bench.folder()).join("bench.mjs"));
    let takes = match bench {
        Bench::Reading => {
            reader::build(repository)?;
            "about 1 minute"
        }
        Bench::Drawing => {
            node.env("WASM", drawing::build(repository)?);
            "about 5 minutes"
        }
        Bench::Embed => {
            build::widget(repository)?;
            "about 2 minutes"
        }
        Bench::Widget => {
            build::widget(repository)?;
            "about 6 minutes"
        }
    };
    bench.measure(repository, &mut node, takes)
}

/// The results with one section in the place of the one before, all in their order.
fn with_section(results: &str, heading: &str, section: &str) -> String {
    let mut whole = PREFACE.to_owned();
    for other in Bench::HEADINGS {
        let body = if other == heading { Some(section) } else { section_of(results, other) };
        if let Some(body) = body {
            whole.extend(["\n## ", other, "\n\n", body.trim(), "\n"]);
        }
    }
    whole
}

/// The body of a section: up to the next heading of the same level.
fn section_of<'a>(results: &'a str, heading: &str) -> Option<&'a str> {
    let (_, rest) = results.split_once(&format!("\n## {heading}\n"))?;
    Some(rest.split_once("\n## ").map_or(rest, |(body, _)| body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bench_replaces_its_own_section_only() {
        let first = with_section("", "Drawing", "one\n\n### Frames\n\ntwo\n");
        let both = with_section(&first, "Reading", "three");
        assert_eq!(both, format!("{PREFACE}\n## Reading\n\nthree\n\n## Drawing\n\none\n\n### Frames\n\ntwo\n"));
        let again = with_section(&both, "Drawing", "four");
        assert_eq!(again, format!("{PREFACE}\n## Reading\n\nthree\n\n## Drawing\n\nfour\n"));
    }
}
