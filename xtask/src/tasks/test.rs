//! `test`: every check and every test, and the counts of every runner.
//!
//! A runner that fails does not stop the next one. Whatever fails is shown, and
//! the whole of its output stays in a log.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use serde_json::{Value, json};

use super::{audit, demo, package, sizes, story};
use crate::counts::Counts;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::{Finished, Step, seconds};
use crate::tools::{self, Purpose, TARGET, chromium};

/// Where the browser tests are.
const BROWSER_TESTS: &str = "tests";

/// The studio page, which a build of the widget alone leaves out.
const STUDIO: &str = "--features=backstory/studio";

/// How many lines of a failure are shown, the last ones.
const LINES_SHOWN: usize = 300;

/// What one runner did.
struct Outcome {
    runner: &'static str,
    counts: Counts,
}

/// Runs all; fails if anything did.
pub(crate) fn run(repository: &Repository) -> Result<ExitCode, Error> {
    let start = Instant::now();
    let before = changes(repository);
    tools::ensure(repository, Purpose::Test)?;

    let mut outcomes = vec![
        checked(
            repository,
            "format",
            "Checking the format",
            cargo(repository, &["fmt", "--all", "--check", "--", "--color", "never"]),
        )?,
        checked(
            repository,
            "lints",
            "Checking the lints",
            cargo(repository, &["clippy", "--workspace", STUDIO, "--all-targets", "--", "-D", "warnings"]),
        )?,
        checked(repository, "documentation", "Checking the documentation", documentation(repository))?,
        native(repository)?,
    ];
    outcomes.extend(wasm(repository)?);
    match demo::build(repository) {
        Ok(demo::Built { command_line, .. }) => {
            outcomes.push(Outcome { runner: "release build", counts: Counts::one(true) });
            outcomes.push(made("package", &package::make(repository)));
            outcomes.push(Outcome { runner: "sizes", counts: sizes::check(repository)? });
            outcomes.extend(browser(repository, &command_line)?);
            outcomes.push(built_in_story(repository, &command_line)?);
        }
        Err(problem) => {
            println!("{problem}");
            outcomes.push(Outcome { runner: "release build", counts: Counts::one(false) });
        }
    }
    outcomes.push(Outcome { runner: "audit", counts: audit::run(repository)? });
    outcomes.push(left_behind(&before, &changes(repository)));

    let mut total = Counts::default();
    println!("\n{:24} {:>7} {:>7} {:>8}", "", "passed", "failed", "skipped");
    for Outcome { runner, counts } in &outcomes {
        println!("{runner:24} {:>7} {:>7} {:>8}", counts.passed, counts.failed, counts.skipped);
        total += *counts;
    }
    println!("after {}", seconds(start.elapsed()));
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn cargo(repository: &Repository, arguments: &[&str]) -> Command {
    let mut cargo = repository.cargo();
    cargo.args(arguments);
    cargo
}

fn documentation(repository: &Repository) -> Command {
    let mut cargo = cargo(repository, &["doc", "--workspace", "--no-deps"]);
    cargo.env("RUSTDOCFLAGS", "-D warnings");
    cargo
}

/// Something that is made or is not.
fn made(runner: &'static str, result: &Result<(), Error>) -> Outcome {
    if let Err(problem) = result {
        println!("{problem}");
    }
    Outcome { runner, counts: Counts::one(result.is_ok()) }
}

/// A check that passes or fails as a whole.
fn checked(repository: &Repository, runner: &'static str, doing: &str, mut command: Command) -> Result<Outcome, Error> {
    let finished = Step::new(runner, doing).attempt(repository, &mut command)?;
    show_failure(&finished);
    Ok(Outcome { runner, counts: Counts::one(finished.status.success()) })
}

/// A failure's output without what went well; a success needs none.
fn show_failure(finished: &Finished) {
    if finished.status.success() {
        return;
    }
    let went_well = |line: &&str| {
        let line = line.trim();
        let words = ["Compiling ", "Checking ", "Documenting ", "Downloaded ", "Running ", "✔ "];
        line.ends_with(" ... ok") || words.iter().any(|word| line.starts_with(word))
    };
    let lines: Vec<&str> = finished.output.lines().filter(|line| !went_well(line)).collect();
    let start = lines.len().saturating_sub(LINES_SHOWN);
    println!("{}\n\nAll of it is in {}.", lines.get(start..).unwrap_or_default().join("\n"), finished.log().display());
}

fn native(repository: &Repository) -> Result<Outcome, Error> {
    let mut command = cargo(repository, &["test", "--workspace", STUDIO, "--no-fail-fast"]);
    let finished = Step::new("native-tests", "Running the native tests")
        .takes("with building them, about 5 minutes the first time")
        .attempt(repository, &mut command)?;
    show_failure(&finished);
    let counts = Counts::of_cargo(&finished.output).and_failure(finished.status.success());
    Ok(Outcome { runner: "native tests", counts })
}

/// The tests that run as wasm in a browser, of every package that has wasm-bindgen's test harness.
fn wasm(repository: &Repository) -> Result<Option<Outcome>, Error> {
    let packages = packages_with_wasm_tests(repository)?;
    if packages.is_empty() {
        println!("No package has wasm tests.");
        return Ok(None);
    }
    let settings = repository.work().join("webdriver.json");
    let capabilities = webdriver_capabilities(chromium::browser(repository).as_deref());
    fs::write(&settings, capabilities.to_string()).map_err(Error::file("written", &settings))?;

    let mut command = cargo(repository, &["test", "--no-fail-fast", "--target", TARGET]);
    for package in &packages {
        command.args(["--package", package]);
    }
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings);
    if let Some(driver) = chromium::driver(repository) {
        command.env("CHROMEDRIVER", driver);
    }
    let finished = Step::new("wasm-tests", "Running the wasm tests in Chromium")
        .takes("with building them, about 3 minutes the first time")
        .attempt(repository, &mut command)?;
    show_failure(&finished);
    let counts = Counts::of_cargo(&finished.output).and_failure(finished.status.success());
    Ok(Some(Outcome { runner: "wasm tests in Chromium", counts }))
}

fn packages_with_wasm_tests(repository: &Repository) -> Result<Vec<String>, Error> {
    let output = cargo(repository, &["metadata", "--no-deps", "--format-version", "1"]).output();
    let output = output.map_err(Error::file("read", Path::new("cargo metadata")))?;
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let has_wasm_tests = |package: &Value| {
        let dependencies = package["dependencies"].as_array().cloned().unwrap_or_default();
        dependencies.iter().any(|dependency| dependency["name"] == "wasm-bindgen-test")
    };
    Ok(packages
        .iter()
        .filter(|package| has_wasm_tests(package))
        .filter_map(|package| package["name"].as_str().map(str::to_owned))
        .collect())
}

/// How Chromium is started: without a window, without a sandbox (which root does not get), and without
/// any of what it does by itself in the background.
fn webdriver_capabilities(browser: Option<&Path>) -> Value {
    let mut options = json!({ "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ] });
    if let Some(browser) = browser {
        options["binary"] = json!(browser);
    }
    json!({ "goog:chromeOptions": options })
}

/// The tests that drive a browser from outside, over the pages as a reader meets them.
fn browser(repository: &Repository, backstory: &Path) -> Result<Option<Outcome>, Error> {
    let files = browser_tests(&repository.root.join(BROWSER_TESTS));
    if files.is_empty() {
        println!("There are no browser tests.");
        return Ok(None);
    }
    let mut command = chromium::node(repository, backstory);
    command.args(["--test", "--test-reporter=spec"]).args(&files);
    let finished = Step::new("browser-tests", "Running the browser tests")
        .takes("about 2 minutes")
        .attempt(repository, &mut command)?;
    show_failure(&finished);
    let counts = Counts::of_node(&finished.output).and_failure(finished.status.success());
    Ok(Some(Outcome { runner: "browser tests", counts }))
}

/// All files `*.test.mjs` or `*.test.js` under a folder, in order: versions of node differ in how they look for them.
fn browser_tests(folder: &Path) -> Vec<PathBuf> {
    let mut tests = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if path.is_dir() && name != "node_modules" {
            tests.extend(browser_tests(&path));
        } else if name.ends_with(".test.mjs") || name.ends_with(".test.js") {
            tests.push(path);
        }
    }
    tests.sort();
    tests
}

fn built_in_story(repository: &Repository, backstory: &Path) -> Result<Outcome, Error> {
    let currency = story::currency(repository, backstory)?;
    println!("{}", currency.sentence());
    let counts = match currency {
        story::Currency::Current => Counts::one(true),
        story::Currency::Outdated => Counts::one(false),
        story::Currency::Unknown => Counts { skipped: 1, ..Counts::default() },
    };
    Ok(Outcome { runner: "built-in story", counts })
}

/// What git calls changed or new; nothing outside of a clone.
fn changes(repository: &Repository) -> BTreeSet<String> {
    let status = repository.ask("git", &["status", "--porcelain"]).unwrap_or_default();
    status.lines().map(|line| line.trim().to_owned()).collect()
}

/// The tests must leave the tree as they found it.
fn left_behind(before: &BTreeSet<String>, after: &BTreeSet<String>) -> Outcome {
    let new: Vec<&String> = after.difference(before).collect();
    for line in &new {
        println!("The tests left this behind: {line}");
    }
    Outcome { runner: "nothing left behind", counts: Counts::one(new.is_empty()) }
}
