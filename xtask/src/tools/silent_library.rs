//! rustc's standard library for wasm once more, for what pages load: without the words of panics. A tenth of the
//! widget is those.
//!
//! Each place of the library that comes with rustc that can panic carries the words for it, and what puts them
//! together. Nobody sees them in a news page, where a trap is told as one (`embed/glue.js`).
//!
//! It needs flags of rustc and cargo that are not stable yet: `-Cpanic=immediate-abort` and `-Zbuild-std`. Where it
//! cannot be built, a module is linked with rustc's own library, and is larger.

use std::fs;
use std::path::{Path, PathBuf};

use super::standard_library::{self, Kind};
use super::{TARGET, rust_source, rustup};
use crate::error::Error;
use crate::repository::Repository;

/// What rustc must be told to use it. The same panics are asked of all crates that are linked with it.
const PANICS: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];
/// What of the library is built.
const CRATES: &str = "-Zbuild-std=std,panic_abort";
/// Without it, the library would be built to unwind.
const ABORT: &str = "--config=profile.release.panic='abort'";

/// How the names of its folders begin.
const PREFIX: &str = "silent-";

/// What it is built for, as what is linked with it.
#[derive(Clone, Copy)]
pub(crate) enum Aim {
    /// The widget.
    Size,
    /// The reading.
    Speed,
}

/// Both.
pub(super) const AIMS: [Aim; 2] = [Aim::Size, Aim::Speed];

impl Aim {
    /// As in the name of its folder.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Speed => "speed",
        }
    }

    /// The profile of what is linked with it. Two, since what is built for one does not fit the other.
    pub(crate) fn profile(self) -> &'static str {
        match self {
            Self::Size => "release",
            Self::Speed => "reading",
        }
    }

    fn kind(self) -> Kind {
        Kind {
            log: "silent-library",
            doing: "Building the standard library without the words of panics",
            cargo: match self {
                Self::Size => {
                    &[CRATES, ABORT, "-Zbuild-std-features=optimize_for_size", "--config=profile.release.opt-level='z'"]
                }
                Self::Speed => &[CRATES, ABORT],
            },
            rustc: &PANICS,
        }
    }
}

/// Builds what is not there. Where that cannot be done, says so: nothing else depends on it.
pub(super) fn ensure(repository: &Repository) -> Result<(), Error> {
    let mut missing = Vec::new();
    for aim in AIMS {
        if found(repository, aim)?.is_none() {
            missing.push((aim, libraries(&sysroot(repository, aim)?)));
        }
    }
    let release = rust_source::version(repository)?.release;
    let failed = failed(repository);
    if missing.is_empty() || fs::read_to_string(&failed).is_ok_and(|before| before == release) {
        return Ok(());
    }
    if !rust_source::is_in_toolchain(repository)?
        && let Err(problem) = rustup::add(repository, "component", "rust-src")
    {
        println!("  rustup cannot: {problem}");
    }
    remove_old(repository)?;
    let build_all =
        || missing.iter().try_for_each(|(aim, folder)| standard_library::build(repository, &aim.kind(), folder));
    if let Err(problem) = rust_source::with(repository, build_all) {
        println!("  There is no standard library without the words of panics: {problem}");
        println!("  What pages load is linked with rustc's own, and is a tenth larger. All else is the same.");
        println!("  `cargo xtask setup` tries again.");
        fs::create_dir_all(repository.work()).map_err(Error::file("made", &repository.work()))?;
        fs::write(&failed, release).map_err(Error::file("written", &failed))?;
    }
    Ok(())
}

/// Removes the libraries of every other rustc.
fn remove_old(repository: &Repository) -> Result<(), Error> {
    let [size, speed] = AIMS.map(|aim| sysroot(repository, aim));
    let ours = [size?, speed?];
    for file in fs::read_dir(repository.tools()).into_iter().flatten().flatten() {
        let path = file.path();
        if file.file_name().to_string_lossy().starts_with(PREFIX) && !ours.contains(&path) {
            fs::remove_dir_all(&path).map_err(Error::file("removed", &path))?;
        }
    }
    Ok(())
}

/// Forgets that it could not be built before.
pub(crate) fn try_again(repository: &Repository) {
    // There is nothing to forget as a rule.
    let _ = fs::remove_file(failed(repository));
}

/// The file that says for which release it could not be built.
fn failed(repository: &Repository) -> PathBuf {
    repository.work().join("silent-library.failed")
}

/// The folder to be named to rustc as its sysroot, if the library is there.
pub(crate) fn found(repository: &Repository, aim: Aim) -> Result<Option<PathBuf>, Error> {
    let sysroot = sysroot(repository, aim)?;
    let files = fs::read_dir(libraries(&sysroot)).into_iter().flatten().flatten();
    let is_there = files.into_iter().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"));
    Ok(is_there.then_some(sysroot))
}

/// What rustc is told to link the library in `sysroot`.
pub(crate) fn flags(sysroot: &Path) -> Vec<String> {
    let sysroot = format!("--sysroot={}", sysroot.display());
    PANICS.into_iter().map(str::to_owned).chain([sysroot]).collect()
}

/// One for each rustc: it takes no library that another has made.
fn sysroot(repository: &Repository, aim: Aim) -> Result<PathBuf, Error> {
    let rust_source::Version { release, commit } = rust_source::version(repository)?;
    Ok(repository.tools().join(format!("{PREFIX}{release}-{commit:.9}-{}", aim.name())))
}

/// Where rustc looks for libraries in a sysroot.
fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}
