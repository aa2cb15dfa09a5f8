//! Builds rustc's standard library for the wasm target, for good: cargo's
//! `-Zbuild-std` in an empty crate, the results copied to where rustc looks.

use std::fs;
use std::path::Path;

use super::wasm_target::TARGET;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;

/// The empty crate's name; its own library is not copied.
const EMPTY: &str = "empty";

/// How the library is built.
pub(super) struct Kind {
    /// The log's file name, without extension.
    pub(super) log: &'static str,
    /// What is built, as in "Building the standard library".
    pub(super) doing: &'static str,
    /// What cargo is told, beside what every build of the library needs.
    pub(super) cargo: &'static [&'static str],
    /// What rustc is told.
    pub(super) rustc: &'static [&'static str],
}

/// Builds the library from the source that is in the toolchain, and puts it into `folder`.
pub(super) fn build(repository: &Repository, kind: &Kind, folder: &Path) -> Result<(), Error> {
    let workplace = repository.work().join("standard-library");
    let write = |path: &str, content: &str| {
        let path = workplace.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(Error::file("made", parent))?;
        }
        fs::write(&path, content).map_err(Error::file("written", &path))
    };
    write("Cargo.toml", &format!("[package]\nname = \"{EMPTY}\"\nedition = \"2021\"\n\n[workspace]\n"))?;
    write("src/lib.rs", "#![no_std]\n")?;

    let mut cargo = repository.cargo();
    cargo
        .current_dir(&workplace)
        .args(["build", "--release", "--target", TARGET])
        .args(kind.cargo)
        .arg("--target-dir")
        .arg(workplace.join("target"))
        // Lets a stable compiler take the `-Z` flag; the results are the same.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without the bitcode, `lto = true` cannot use the library.
        .env("RUSTFLAGS", [&["-Cembed-bitcode=yes"], kind.rustc].concat().join(" "))
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    Step::new(kind.log, kind.doing).takes("about 1 minute").run(repository, &mut cargo)?;

    install(&workplace.join("target").join(TARGET).join("release/deps"), folder)?;
    fs::remove_dir_all(&workplace).map_err(Error::file("removed", &workplace))
}

/// Copies the libraries to where rustc looks: all of them or none.
fn install(built: &Path, folder: &Path) -> Result<(), Error> {
    let partial = folder.with_extension("partial");
    for leftover in [&partial, folder] {
        if leftover.exists() {
            fs::remove_dir_all(leftover).map_err(Error::file("removed", leftover))?;
        }
    }
    fs::create_dir_all(&partial).map_err(Error::file("made", &partial))?;
    for file in fs::read_dir(built).map_err(Error::file("read", built))?.flatten() {
        let name = file.file_name();
        let text = name.to_string_lossy();
        if text.ends_with(".rlib") && !text.starts_with(&format!("lib{EMPTY}-")) {
            let copy = partial.join(&name);
            fs::copy(file.path(), &copy).map_err(Error::file("written", &copy))?;
        }
    }
    fs::rename(&partial, folder).map_err(Error::file("made", folder))?;
    println!("  It is in {} now.", folder.display());
    Ok(())
}
