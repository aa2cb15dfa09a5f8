//! rustc's standard library for wasm once more, for what a news page loads: built for size, and without the words
//! of panics. A tenth of the widget is that.
//!
//! The library that comes with rustc is built to be quick, and each of its places that can panic carries the words
//! for it. Nobody sees them in a news page, where a trap is told as one (`embed/glue.js`).
//!
//! It needs flags of rustc and cargo that are not stable yet: `-Cpanic=immediate-abort` and `-Zbuild-std`. They
//! change how small the widget is, and nothing else: without this library it is built with rustc's own, and larger.

use std::fs;
use std::path::{Path, PathBuf};

use super::standard_library::{self, Kind};
use super::{TARGET, rust_source, rustup};
use crate::error::Error;
use crate::repository::Repository;

/// What rustc must be told to use it. The same panics are asked of all crates that are linked with it.
const PANICS: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// How it is built.
const SMALL: Kind = Kind {
    log: "small-library",
    doing: "Building the standard library for size",
    cargo: &[
        "-Zbuild-std=std,panic_abort",
        "-Zbuild-std-features=optimize_for_size",
        "--config=profile.release.opt-level='z'",
        "--config=profile.release.panic='abort'",
    ],
    rustc: &PANICS,
};

/// Builds it unless it is there. Where that cannot be done, says so: nothing else depends on it.
pub(super) fn ensure(repository: &Repository) -> Result<(), Error> {
    if found(repository)?.is_some() {
        return Ok(());
    }
    if !rust_source::is_in_toolchain(repository)?
        && let Err(problem) = rustup::add(repository, "component", "rust-src")
    {
        println!("  rustup cannot: {problem}");
    }
    let folder = libraries(&sysroot(repository)?);
    if let Err(problem) = rust_source::with(repository, || standard_library::build(repository, &SMALL, &folder)) {
        println!("  There is no standard library for size: {problem}");
        println!("  The widget is built with rustc's own, and is a tenth larger. All else is the same.");
    }
    Ok(())
}

/// The folder to be named to rustc as its sysroot, if the library is there.
pub(crate) fn found(repository: &Repository) -> Result<Option<PathBuf>, Error> {
    let sysroot = sysroot(repository)?;
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
fn sysroot(repository: &Repository) -> Result<PathBuf, Error> {
    let version = rust_source::version(repository)?;
    Ok(repository.tools().join(format!("small-{}-{:.9}", version.release, version.commit)))
}

/// Where rustc looks for libraries in a sysroot.
fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}
