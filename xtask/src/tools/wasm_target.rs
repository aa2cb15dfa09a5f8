//! The compilation target of the widget: rustc's standard library for `wasm32-unknown-unknown`.
//!
//! rustup downloads it where it can. Where it cannot, the library is built
//! here, from source of exactly the version that rustc has: from rustup's
//! component `rust-src` if that is installed, or else from Debian's package of
//! the same name.
//!
//! There is no rust-toolchain.toml that names the target, on purpose: with one,
//! rustup tries to download it before every cargo command, and fails them all
//! where its server is out of reach.

use std::fs;
use std::path::PathBuf;

use super::{Tool, debian_source, standard_library};
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;

/// The target's name.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// How patient rustup is: a server that does not answer within half a minute, twice, is out of reach.
const PATIENCE: [(&str, &str); 3] =
    [("RUSTUP_DOWNLOAD_TIMEOUT", "30"), ("RUSTUP_MAX_RETRIES", "1"), ("RUST_BACKTRACE", "0")];

pub(super) struct WasmTarget;

impl Tool for WasmTarget {
    fn name(&self) -> &'static str {
        TARGET
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        let folder = library_folder(repository)?;
        let complete = ["libcore-", "libstd-", "libtest-"].iter().all(|start| {
            fs::read_dir(&folder)
                .is_ok_and(|files| files.flatten().any(|file| file.file_name().to_string_lossy().starts_with(start)))
        });
        Ok(complete.then(|| folder.display().to_string()))
    }

    fn install(&self, repository: &Repository) -> Result<(), Error> {
        let by_rustup = match by_rustup(repository) {
            Ok(()) if self.found(repository)?.is_some() => return Ok(()),
            Ok(()) => "rustup added it to another toolchain than the one that `rustc` is from".to_owned(),
            Err(problem) => problem,
        };
        println!("  rustup cannot: {by_rustup}");
        println!("  The other way: the standard library is built here, from source of rustc's own version.");
        by_build(repository).map_err(|problem| {
            Error::Missing(format!(
                "The standard library for {TARGET} is not there, and both ways to it failed.\n\
                 By rustup: {by_rustup}.\n\
                 From source: {problem}.\n\n\
                 One of these two, by hand, helps. The second brings Debian's own Rust with its source, from which\n\
                 `cargo xtask setup` builds the library if that Rust comes first on PATH.\n    \
                 rustup target add {TARGET}\n    \
                 apt-get install rustc-web cargo-web rust-web-src"
            ))
        })
    }
}

/// Where rustc looks for the target's libraries.
fn library_folder(repository: &Repository) -> Result<PathBuf, Error> {
    ask_rustc(repository, &["--print", "target-libdir", "--target", TARGET]).map(PathBuf::from)
}

fn ask_rustc(repository: &Repository, arguments: &[&str]) -> Result<String, Error> {
    repository
        .ask("rustc", arguments)
        .ok_or_else(|| Error::Missing(format!("`rustc {}` has no answer. Is Rust installed?", arguments.join(" "))))
}

/// Adds the target by rustup; the error is its own last sentence.
fn by_rustup(repository: &Repository) -> Result<(), String> {
    if repository.which("rustup").is_none() {
        return Err("it is not installed".into());
    }
    let mut rustup = repository.command("rustup");
    rustup.args(["target", "add", TARGET]).envs(PATIENCE);
    let finished = Step::new("rustup-target", &format!("Adding the target {TARGET} by rustup"))
        .takes("about 10 seconds, or 1 minute if its server is out of reach")
        .attempt(repository, &mut rustup)
        .map_err(|problem| problem.to_string())?;
    if finished.status.success() {
        return Ok(());
    }
    Err(reason(&finished.output).unwrap_or_else(|| "it failed without a word".to_owned()))
}

/// The first and the last link of the chain of causes that rustup prints in one line.
fn reason(output: &str) -> Option<String> {
    let chain = output.lines().find_map(|line| line.trim().strip_prefix("error: "))?;
    Some(match chain.split_once(": ").zip(chain.rsplit_once(": ")) {
        Some(((first, _), (_, last))) => format!("{first} ({last})"),
        None => chain.to_owned(),
    })
}

/// Builds the library from source and puts it where rustc looks.
fn by_build(repository: &Repository) -> Result<(), Error> {
    let version = rustc_release(&ask_rustc(repository, &["-vV"])?);
    let sysroot = PathBuf::from(ask_rustc(repository, &["--print", "sysroot"])?);
    let place = sysroot.join("lib/rustlib/src/rust/library");
    let folder = library_folder(repository)?;
    if place.join("Cargo.lock").is_file() {
        println!("  The source is in the toolchain already: {}", place.display());
        return standard_library::build(repository, &folder);
    }
    let source = debian_source::library(repository, &version)?;
    // Cargo knows one place only for the source, inside the toolchain. It is lent there for the build.
    let _loan = standard_library::Loan::put(&source, &place)?;
    standard_library::build(repository, &folder)?;
    debian_source::clean(repository)
}

/// The version in what `rustc -vV` says, as in "1.95.0".
fn rustc_release(verbose: &str) -> String {
    verbose.lines().find_map(|line| line.strip_prefix("release: ")).unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_what_failed_and_why() {
        let output = "info: downloading\nerror: download failed: could not reach x: error: refused (os error 111)\n";
        assert_eq!(reason(output).as_deref(), Some("download failed (refused (os error 111))"));
        assert_eq!(reason("error: no such toolchain\n").as_deref(), Some("no such toolchain"));
        assert_eq!(reason(""), None);
    }

    #[test]
    fn the_release_is_read_from_what_rustc_says() {
        let said = "rustc 1.95.0 (59807616e 2026-04-14)\nbinary: rustc\nhost: x\nrelease: 1.95.0\nLLVM version: 22";
        assert_eq!(rustc_release(said), "1.95.0");
        assert_eq!(rustc_release(""), "");
    }
}
