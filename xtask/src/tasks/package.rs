//! `package`: the widget for npm, and for a content delivery network.
//!
//! `dist/npm` holds the packed package, `dist/cdn` files that are named by
//! their content, so that they can be kept for ever, with the line to paste.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::build;
use crate::assemble::{self, Files, Format, Name, Names, PLAIN, integrity, write_script};
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;
use crate::tools::{self, Purpose, TARGET};

/// How many characters of its hash a file's name has: two files that differ never meet.
const HASH_LENGTH: usize = 12;

/// Builds the widget, makes both, and says where they are.
pub(crate) fn run(repository: &Repository) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Demo)?;
    let files = build::widget(repository)?;
    let packed = npm(repository, &files)?;
    let snippet = cdn(repository, &files)?;
    println!("{}", build::size_of(repository, &packed)?);
    println!("\n{}", fs::read_to_string(&snippet).map_err(Error::file("read", &snippet))?.trim());
    Ok(())
}

/// Makes both of a widget that is built.
pub(crate) fn make(repository: &Repository) -> Result<(), Error> {
    let files = Files::of(repository);
    npm(repository, &files)?;
    cdn(repository, &files)?;
    Ok(())
}

/// An empty folder in `dist/`.
fn folder(repository: &Repository, name: &str) -> Result<PathBuf, Error> {
    let folder = repository.dist().join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::file("removed", &folder))?;
    }
    fs::create_dir_all(&folder).map_err(Error::file("made", &folder))?;
    Ok(folder)
}

/// The package; gives the packed file.
fn npm(repository: &Repository, files: &Files) -> Result<PathBuf, Error> {
    let out = folder(repository, "npm")?;
    let package = out.join("package");
    fs::create_dir_all(&package).map_err(Error::file("made", &package))?;
    let write = |name: &str, text: &str| {
        let path = package.join(name);
        fs::write(&path, text).map_err(Error::file("written", &path))
    };
    let mut manifest: Value = serde_json::from_str(&repository.read("embed/package.json")?).unwrap_or_default();
    manifest["version"] = env!("CARGO_PKG_VERSION").into();
    write("package.json", &format!("{manifest:#}\n"))?;
    write("LICENCES.txt", &licences(repository)?)?;
    let copies = [
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
        ("docs/embedding.md", "README.md"),
        ("embed/backstory.d.ts", "backstory.d.ts"),
    ];
    for (from, to) in copies {
        assemble::copy(&repository.root.join(from), &package.join(to))?;
    }
    // The loader has its source map here.
    let loaded: Vec<&Path> = files.main().into_iter().filter(|&file| file != files.loader).collect();
    for file in loaded.iter().copied().chain(files.frame.iter().map(PathBuf::as_path)) {
        assemble::copy(file, &package.join(file.file_name().unwrap_or_default()))?;
    }
    write_script(repository, "loader.js", Format::WithMap, &PLAIN, &package.join("backstory.js"))?;
    write_script(repository, "index.js", Format::ModuleWithMap, &PLAIN, &package.join("backstory.mjs"))?;
    let mut integrities = serde_json::Map::new();
    let loaded = loaded.into_iter().filter_map(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    for name in ["backstory.js", "backstory.mjs"].map(str::to_owned).into_iter().chain(loaded) {
        let integrity = integrity(&package.join(&name))?;
        integrities.insert(name, integrity.into());
    }
    write("integrity.json", &format!("{:#}\n", json!(integrities)))?;

    let mut pack = repository.command("npm");
    pack.args(["pack", "--silent", "--pack-destination"]).arg(&out).current_dir(&package);
    Step::new("npm-pack", "Packing the npm package").run(repository, &mut pack)?;
    let name = manifest["name"].as_str().unwrap_or_default();
    Ok(out.join(format!("{name}-{}.tgz", env!("CARGO_PKG_VERSION"))))
}

/// What is in the wasm that others wrote, and under which licence: a line a crate.
fn licences(repository: &Repository) -> Result<String, Error> {
    let mut tree = repository.cargo();
    tree.args(["tree", "--package", "backstory", "--target", TARGET, "--edges", "normal", "--prefix", "none"]);
    // A crate, its licence, and where it is kept; ours have a path behind their version.
    tree.args(["--format", "{p}: {l}, {r}"]);
    let finished = Step::new("licences", "Listing the licences of what the widget holds").run(repository, &mut tree)?;
    let lines: BTreeSet<&str> = finished
        .output
        .lines()
        .filter(|line| line.contains(" v") && line.contains(": ") && !line.contains(" (/"))
        .collect();
    let lines: Vec<&str> = lines.into_iter().map(|line| line.trim_end_matches(", ")).collect();
    Ok(format!(
        "Backstory is under MIT or Apache-2.0, as you choose. Its wasm holds these crates:\n\n{}\n",
        lines.join("\n")
    ))
}

/// The files for a content delivery network; gives the page with the line to paste.
fn cdn(repository: &Repository, files: &Files) -> Result<PathBuf, Error> {
    let out = folder(repository, "cdn")?;
    let keep = |file: &Path| -> Result<(String, String), Error> {
        let integrity = integrity(file)?;
        let name = named_by(file, &integrity);
        assemble::copy(file, &out.join(&name))?;
        Ok((name, integrity))
    };
    let later = files.later.iter().map(|part| keep(part)).collect::<Result<Vec<_>, _>>()?;
    let (wasm, wasm_integrity) = keep(&files.wasm)?;
    let known = |name, integrity| Name { name, integrity: Some(integrity) };
    let mut names = Names { wasm: known(&wasm, &wasm_integrity), ..PLAIN };
    for (part, (name, integrity)) in names.later.iter_mut().zip(&later) {
        *part = known(name, integrity);
    }
    // Each script names, and checks, what it fetches.
    let script = |entry, format, names: &Names<'_>, name: &str| {
        let path = repository.work().join(name);
        write_script(repository, entry, format, names, &path)?;
        keep(&path)
    };
    let (module, module_integrity) = script("glue.js", Format::Module, &names, "backstory-widget.js")?;
    let names = Names { module: known(&module, &module_integrity), ..names };
    let (loader, loader_integrity) = script("loader.js", Format::Classic, &names, "backstory.js")?;
    let (single, single_integrity) = keep(&files.single)?;
    let snippet = out.join("snippet.html");
    let text = format!(
        "<!-- Put the address of your own folder before the names. -->\n\
         <script async src=\"{loader}\" integrity=\"{loader_integrity}\" crossorigin=\"anonymous\"></script>\n\n\
         <!-- Or everything in one file. -->\n\
         <script async src=\"{single}\" integrity=\"{single_integrity}\" crossorigin=\"anonymous\"></script>\n"
    );
    fs::write(&snippet, text).map_err(Error::file("written", &snippet))?;
    Ok(snippet)
}

/// `backstory.js` → `backstory.1a2B3c….js`, with letters and digits of the hash only.
fn named_by(file: &Path, integrity: &str) -> String {
    let hash = integrity.trim_start_matches("sha384-").chars().filter(char::is_ascii_alphanumeric);
    let hash: String = hash.take(HASH_LENGTH).collect();
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    format!("{}.{hash}.{}", part(file.file_stem()), part(file.extension()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_files_hash() {
        assert_eq!(
            named_by(Path::new("dist/backstory.js"), "sha384-a+b/cdefghijklmnop=="),
            "backstory.abcdefghijkl.js"
        );
    }
}
