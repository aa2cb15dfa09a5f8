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
use std::path::{Path, PathBuf};

use super::standard_library::{self, Kind};
use super::{Tool, rust_source, rustup};
use crate::error::Error;
use crate::repository::Repository;

/// The target's name.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

pub(super) struct WasmTarget;

impl Tool for WasmTarget {
    fn name(&self) -> &'static str {
        TARGET
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        let folder = library_folder(repository)?;
        if is_of_another_rustc(repository, &folder)? {
            return Ok(None);
        }
        let complete = ["libcore-", "libstd-", "libtest-"].iter().all(|start| {
            fs::read_dir(&folder)
                .is_ok_and(|files| files.flatten().any(|file| file.file_name().to_string_lossy().starts_with(start)))
        });
        Ok(complete.then(|| folder.display().to_string()))
    }

    fn install(&self, repository: &Repository) -> Result<(), Error> {
        let by_rustup = match rustup::add(repository, "target", TARGET) {
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
    rust_source::ask_rustc(repository, &["--print", "target-libdir", "--target", TARGET]).map(PathBuf::from)
}

/// Builds the library from source and puts it where rustc looks.
fn by_build(repository: &Repository) -> Result<(), Error> {
    /// What a target's component of rustup holds; `test` is for wasm-bindgen's test harness.
    const WHOLE: Kind = Kind {
        log: "standard-library",
        doing: "Building the wasm target's standard library from source",
        cargo: &["-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test"],
        rustc: &[],
    };
    let folder = library_folder(repository)?;
    rust_source::with(repository, || standard_library::build(repository, &WHOLE, &folder))?;
    let builder = folder.join(BUILDER);
    fs::write(&builder, rust_source::version(repository)?.commit).map_err(Error::file("written", &builder))?;
    forget_old_builds(repository)
}

/// The file beside libraries that were built here; it holds the commit of the rustc that built them.
const BUILDER: &str = "built-by-rustc";

/// Whether the libraries were built here by a rustc that has been updated since: it takes none of another's.
fn is_of_another_rustc(repository: &Repository, folder: &Path) -> Result<bool, Error> {
    let Ok(builder) = fs::read_to_string(folder.join(BUILDER)) else { return Ok(false) };
    Ok(builder != rust_source::version(repository)?.commit)
}

/// What was built against another standard library does not link with this one.
fn forget_old_builds(repository: &Repository) -> Result<(), Error> {
    let old = repository.target.join(TARGET);
    if old.exists() { fs::remove_dir_all(&old).map_err(Error::file("removed", &old)) } else { Ok(()) }
}
