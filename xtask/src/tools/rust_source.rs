//! The source of rustc's standard library, of exactly the version that rustc has.
//!
//! rustup keeps it in a component of the toolchain, `rust-src`. Where it is not
//! there, Debian's package of the same name is lent to the toolchain.

use std::fs;
use std::path::{Path, PathBuf};

use super::debian_source;
use crate::error::Error;
use crate::repository::Repository;

/// Does some work with the source in the one place where cargo looks for it, inside the toolchain.
pub(super) fn with(repository: &Repository, work: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
    let place = place(repository)?;
    if place.join("Cargo.lock").is_file() {
        println!("  The source is in the toolchain already: {}", place.display());
        return work();
    }
    let source = debian_source::library(repository, &version(repository)?.release)?;
    let loan = Loan::put(&source, &place)?;
    let done = work();
    drop(loan);
    // What stays behind is only in the way of the disk.
    let _ = debian_source::clean(repository);
    done
}

/// Whether the toolchain has the source of its own.
pub(super) fn is_in_toolchain(repository: &Repository) -> Result<bool, Error> {
    Ok(place(repository)?.join("Cargo.lock").is_file())
}

/// Where the toolchain keeps it. A loan that an interrupted build left behind is taken back first: it may be of another
/// version.
fn place(repository: &Repository) -> Result<PathBuf, Error> {
    let sysroot = ask_rustc(repository, &["--print", "sysroot"])?;
    let place = PathBuf::from(sysroot).join("lib/rustlib/src/rust/library");
    if place.is_symlink() {
        fs::remove_file(&place).map_err(Error::file("removed", &place))?;
    }
    Ok(place)
}

/// Which rustc there is.
pub(super) struct Version {
    /// As in "1.95.0".
    pub(super) release: String,
    /// The commit that it is of, as in "59807616e1fa"; nothing where it does not say.
    pub(super) commit: String,
}

/// The version of rustc.
pub(super) fn version(repository: &Repository) -> Result<Version, Error> {
    let verbose = ask_rustc(repository, &["-vV"])?;
    Ok(Version { release: field(&verbose, "release"), commit: field(&verbose, "commit-hash") })
}

/// A field of what `rustc -vV` says.
fn field(verbose: &str, name: &str) -> String {
    let value = verbose.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    value.unwrap_or_default().trim().to_owned()
}

/// What rustc answers to some arguments.
pub(super) fn ask_rustc(repository: &Repository, arguments: &[&str]) -> Result<String, Error> {
    repository
        .ask("rustc", arguments)
        .ok_or_else(|| Error::Missing(format!("`rustc {}` has no answer. Is Rust installed?", arguments.join(" "))))
}

/// The source in the toolchain's place for it, until this value is dropped.
struct Loan {
    /// The folders that were made for it, innermost first.
    made: Vec<PathBuf>,
    link: PathBuf,
}

impl Loan {
    /// Links the source to its place.
    fn put(source: &Path, place: &Path) -> Result<Self, Error> {
        let parent = place.parent().unwrap_or(place);
        let made: Vec<PathBuf> = parent.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
        fs::create_dir_all(parent).map_err(Error::file("made", parent))?;
        let loan = Self { made, link: place.to_owned() };
        link(source, place)?;
        Ok(loan)
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        // Best effort: what stays behind is an unused link.
        let _ = fs::remove_file(&self.link);
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(unix)]
fn link(source: &Path, place: &Path) -> Result<(), Error> {
    std::os::unix::fs::symlink(source, place).map_err(Error::file("linked", place))
}

#[cfg(not(unix))]
fn link(_source: &Path, place: &Path) -> Result<(), Error> {
    Err(Error::file("linked", place)(std::io::ErrorKind::Unsupported.into()))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_toolchain_is_as_it_was_after_the_loan() {
        let toolchain = std::env::temp_dir().join(format!("xtask-loan-{}", std::process::id()));
        let source = toolchain.join("source");
        fs::create_dir_all(&source).unwrap();
        fs::create_dir_all(toolchain.join("lib")).unwrap();
        let place = toolchain.join("lib/src/rust/library");
        let loan = Loan::put(&source, &place).unwrap();
        assert!(place.is_dir());
        drop(loan);
        assert!(!toolchain.join("lib/src").exists());
        assert!(source.is_dir() && toolchain.join("lib").is_dir());
        fs::remove_dir_all(&toolchain).unwrap();
    }

    #[test]
    fn the_release_is_read_from_what_rustc_says() {
        let said = "rustc 1.95.0 (59807616e 2026-04-14)\nbinary: rustc\nhost: x\nrelease: 1.95.0\nLLVM version: 22";
        assert_eq!(field(said, "release"), "1.95.0");
        assert_eq!(field("", "release"), "");
    }
}
