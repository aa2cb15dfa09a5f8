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

/// How it is built: small, as what is linked with it.
const KIND: Kind = Kind {
    log: "silent-library",
    doing: "Building the standard library without the words of panics",
    cargo: &[CRATES, ABORT, "-Zbuild-std-features=optimize_for_size", "--config=profile.release.opt-level='z'"],
    rustc: &PANICS,
};

/// Builds it where it is not there. Where that cannot be done, says so: nothing else depends on it.
pub(super) fn ensure(repository: &Repository) -> Result<(), Error> {
    let release = rust_source::version(repository)?.release;
    let failed = failed(repository);
    if found(repository)?.is_some() || fs::read_to_string(&failed).is_ok_and(|before| before == release) {
        return Ok(());
    }
    if !rust_source::is_in_toolchain(repository)?
        && let Err(problem) = rustup::add(repository, "component", "rust-src")
    {
        println!("  rustup cannot: {problem}");
    }
    remove_old(repository)?;
    let folder = libraries(&sysroot(repository)?);
    let built = rust_source::with(repository, || standard_library::build(repository, &KIND, &folder));
    if let Err(problem) = built {
        println!("  There is no standard library without the words of panics: {problem}");
        println!("  What pages load is linked with rustc's own, and is a tenth larger. All else is the same.");
        println!("  `cargo xtask setup` tries again.");
        fs::create_dir_all(repository.work()).map_err(Error::file("made", &repository.work()))?;
        fs::write(&failed, release).map_err(Error::file("written", &failed))?;
    }
    Ok(())
}

/// Removes those of every other rustc.
fn remove_old(repository: &Repository) -> Result<(), Error> {
    let ours = sysroot(repository)?;
    for file in fs::read_dir(repository.tools()).into_iter().flatten().flatten() {
        let path = file.path();
        if file.file_name().to_string_lossy().starts_with(PREFIX) && path != ours {
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
    let rust_source::Version { release, commit } = rust_source::version(repository)?;
    Ok(repository.tools().join(format!("{PREFIX}{release}-{commit:.9}")))
}

/// Where rustc looks for libraries in a sysroot.
fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}
