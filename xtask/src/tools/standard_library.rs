//! Builds rustc's standard library for the wasm target, for good: cargo's
//! `-Zbuild-std` in an empty crate, the results copied to where rustc looks.

use std::fs;
use std::path::{Path, PathBuf};

use super::wasm_target::TARGET;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;

/// What a target's component of rustup holds; `test` is for wasm-bindgen's test harness.
const CRATES: &str = "-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test";
/// The empty crate's name; its own library is not copied.
const EMPTY: &str = "empty";

/// Builds the library from the source that is in the toolchain, and puts it into `folder`.
pub(super) fn build(repository: &Repository, folder: &Path) -> Result<(), Error> {
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
        .args(["build", CRATES, "--release", "--target", TARGET])
        .arg("--target-dir")
        .arg(workplace.join("target"))
        // Lets a stable compiler take the `-Z` flag; the results are the same.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without the bitcode, `lto = true` cannot use the library.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    Step::new("standard-library", "Building the wasm target's standard library from source")
        .takes("about 2 minutes")
        .run(repository, &mut cargo)?;

    install(&workplace.join("target").join(TARGET).join("release/deps"), folder)?;
    fs::remove_dir_all(&workplace).map_err(Error::file("removed", &workplace))?;
    forget_old_builds(repository)
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
    println!("  It is in {} now, where rustup would have put it.", folder.display());
    Ok(())
}

/// What was built against another standard library does not link with this one.
fn forget_old_builds(repository: &Repository) -> Result<(), Error> {
    let old = repository.target.join(TARGET);
    if old.exists() { fs::remove_dir_all(&old).map_err(Error::file("removed", &old)) } else { Ok(()) }
}

/// The source in the toolchain's place for it, until this value is dropped.
pub(super) struct Loan {
    /// The folders that were made for it, innermost first.
    made: Vec<PathBuf>,
    link: PathBuf,
}

impl Loan {
    /// Links the source to its place.
    pub(super) fn put(source: &Path, place: &Path) -> Result<Self, Error> {
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
    // One that an interrupted build left behind leads nowhere.
    if place.is_symlink() {
        fs::remove_file(place).map_err(Error::file("removed", place))?;
    }
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
}
