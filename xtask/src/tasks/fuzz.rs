//! `fuzz`: every target of `fuzz/` for a while, and what breaks it.

use std::process::ExitCode;

use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;
use crate::tools::{self, Purpose};

/// The targets: the binaries of `fuzz/Cargo.toml`.
const TARGETS: [&str; 4] = ["any_bytes", "articles", "pages", "story_json"];
const MINUTE: u64 = 60;
/// An input that takes longer is a fault, in seconds: texts are short, and the time grows with the text.
const SLOW: u64 = 20;
/// How long an input may be, in bytes.
const LONGEST: u64 = 20_000;

/// Runs the targets one after the other, `minutes` in all.
pub(crate) fn run(repository: &Repository, minutes: u64) -> Result<ExitCode, Error> {
    tools::ensure(repository, Purpose::Fuzz)?;
    let each = (minutes * MINUTE / TARGETS.len() as u64).max(1);
    let mut clean = true;
    for target in TARGETS {
        let mut fuzz = repository.command("cargo-fuzz");
        // Without a sanitizer the stable toolchain will do: there is no unsafe code for one to look at.
        fuzz.args(["fuzz", "run", "--sanitizer", "none", target, "--"]).args([
            format!("-max_total_time={each}"),
            format!("-timeout={SLOW}"),
            format!("-max_len={LONGEST}"),
        ]);
        let finished = Step::new(&format!("fuzz-{target}"), &format!("Fuzzing {target} for {each} seconds"))
            .takes("more the first time, to build")
            .attempt(repository, &mut fuzz)?;
        if !finished.status.success() {
            clean = false;
            println!("{target} broke; the end of {}:\n{}", finished.log().display(), finished.tail());
        }
    }
    println!("{}", if clean { "Nothing broke." } else { "Make each of these inputs a test, then mend it." });
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
