//! The source of rustc's standard library from Debian's package `rust-src`.
//!
//! The mirror and its keys are the machine's own; the lists and the package go
//! into a private folder. Nothing is installed: the package conflicts with
//! rustup, and the tree is all that is wanted of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt_sources::{self, Source};
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;

/// Where apt keeps what the machine's owner wrote.
const APT: &str = "/etc/apt";
/// The suites that hold `rust-src` in several recent versions side by side, the likeliest first.
const SUITES: [&str; 2] = ["trixie-backports", "unstable"];
const PACKAGE: &str = "rust-src";

/// Downloads and unpacks the source of one version; gives the folder `library`.
pub(super) fn library(repository: &Repository, version: &str) -> Result<PathBuf, Error> {
    for program in ["apt-get", "dpkg-deb"] {
        if repository.which(program).is_none() {
            return Err(Error::Missing(format!("this machine has no `{program}`, so Debian's packages are no help")));
        }
    }
    let mirrors = mirrors(apt_sources::of_machine(Path::new(APT)));
    if mirrors.is_empty() {
        return Err(Error::Missing(format!("the apt sources in {APT} name no archive of Debian")));
    }
    let mut tried = Vec::new();
    for suite in SUITES {
        for mirror in &mirrors {
            match from_suite(repository, mirror, suite, version)? {
                Ok(library) => return Ok(library),
                Err(problem) => tried.push(problem),
            }
        }
    }
    Err(Error::Missing(format!("no {PACKAGE} {version} in Debian: {}", tried.join("; "))))
}

/// Removes what was downloaded and unpacked.
pub(super) fn clean(repository: &Repository) -> Result<(), Error> {
    let folder = folder(repository);
    fs::remove_dir_all(&folder).map_err(Error::file("removed", &folder))
}

fn folder(repository: &Repository) -> PathBuf {
    repository.work().join("debian")
}

/// The machine's archives with Debian's main packages, each once, in their order.
fn mirrors(sources: Vec<Source>) -> Vec<Source> {
    let mut seen = BTreeSet::new();
    sources
        .into_iter()
        .filter(|source| source.components.iter().any(|component| component == "main"))
        .filter(|source| !source.suite.ends_with("-security") && !source.suite.contains('/'))
        .filter(|source| seen.insert(source.uri.trim_end_matches('/').to_owned()))
        .collect()
}

/// The source from one suite of one mirror; the inner error says why it has none.
fn from_suite(
    repository: &Repository,
    mirror: &Source,
    suite: &str,
    version: &str,
) -> Result<Result<PathBuf, String>, Error> {
    let apt = PrivateApt::new(repository, mirror, suite)?;
    let update = Step::new("apt-private-update", &format!("Asking {} for its packages in {suite}", mirror.uri))
        .takes("about 5 seconds")
        .attempt(repository, apt.command(repository, "apt-get").arg("update"))?;
    let listed = apt.command(repository, "apt-cache").args(["madison", PACKAGE]).output();
    let listed = listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let Some(package_version) = newest_package(&listed, version) else {
        return Ok(Err(if update.status.success() {
            format!("{suite} at {} has other versions", mirror.uri)
        } else {
            format!("{suite} cannot be had from {}", mirror.uri)
        }));
    };
    Step::new("apt-private-download", &format!("Downloading Debian's {PACKAGE} {package_version}"))
        .takes("45 MB, about 10 seconds")
        .run(
            repository,
            apt.command(repository, "apt-get")
                .current_dir(&apt.folder)
                .args(["download", &format!("{PACKAGE}={package_version}")]),
        )?;
    let files = fs::read_dir(&apt.folder).map_err(Error::file("read", &apt.folder))?.flatten();
    let Some(package) =
        files.map(|file| file.path()).find(|path| path.extension().is_some_and(|extension| extension == "deb"))
    else {
        return Err(Error::Missing(format!("apt-get downloaded no package into {}", apt.folder.display())));
    };
    let tree = apt.folder.join("tree");
    Step::new("unpack", "Unpacking it, without installing it")
        .takes("about 20 seconds")
        .run(repository, repository.command("dpkg-deb").arg("-x").arg(&package).arg(&tree))?;
    library_in(&tree).map(Ok)
}

/// The folder `library` in the unpacked package: `usr/src/rustc-VERSION/library`.
fn library_in(tree: &Path) -> Result<PathBuf, Error> {
    let sources = tree.join("usr/src");
    fs::read_dir(&sources)
        .map_err(Error::file("read", &sources))?
        .flatten()
        .map(|folder| folder.path().join("library"))
        .find(|library| library.join("Cargo.lock").is_file())
        .ok_or_else(|| Error::Missing(format!("the package's folder {} has no library", sources.display())))
}

/// The newest package of an upstream version in what `apt-cache madison` says, newest first:
/// ` rust-src | 1.95.0+dfsg1-2~bpo13+1 | mirror suite/main amd64 Packages`.
fn newest_package(madison: &str, version: &str) -> Option<String> {
    madison.lines().filter_map(|line| line.split('|').nth(1)).map(str::trim).find_map(|package| {
        let rest = package.strip_prefix(version)?;
        rest.starts_with(['+', '-', '~']).then(|| package.to_owned())
    })
}

/// apt with a configuration of its own, which leaves the machine's lists alone.
struct PrivateApt {
    folder: PathBuf,
    options: Vec<String>,
}

impl PrivateApt {
    fn new(repository: &Repository, mirror: &Source, suite: &str) -> Result<Self, Error> {
        let folder = folder(repository);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(Error::file("removed", &folder))?;
        }
        for part in ["lists/partial", "cache/archives/partial"] {
            let part = folder.join(part);
            fs::create_dir_all(&part).map_err(Error::file("made", &part))?;
        }
        let list = folder.join("sources.list");
        let keys = mirror.signed_by.as_ref().map(|keys| format!("[signed-by={keys}] ")).unwrap_or_default();
        fs::write(&list, format!("deb {keys}{} {suite} main\n", mirror.uri)).map_err(Error::file("written", &list))?;
        let options = [
            format!("Dir::Etc::sourcelist={}", list.display()),
            "Dir::Etc::sourceparts=-".into(),
            format!("Dir::State::lists={}", folder.join("lists").display()),
            format!("Dir::Cache={}", folder.join("cache").display()),
            // No descriptions in other languages.
            "Acquire::Languages=none".into(),
            "Acquire::Retries=1".into(),
            // A mirror that does not answer is a failure, not a warning.
            "APT::Update::Error-Mode=any".into(),
            // apt's own user cannot write here.
            "APT::Sandbox::User=".into(),
            // The machine's lock is only root's; nobody else is in this folder.
            "Debug::NoLocking=1".into(),
        ];
        let options = options.into_iter().flat_map(|option| ["-o".to_owned(), option]).collect();
        Ok(Self { folder, options })
    }

    fn command(&self, repository: &Repository, program: &str) -> Command {
        let mut command = repository.command(program);
        command.args(&self.options);
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADISON: &str = "  rust-src | 1.96.1+dfsg1-2~bpo13+1 | http://m.example trixie-backports/main amd64 Packages
  rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://m.example trixie-backports/main amd64 Packages
  rust-src | 1.95.0+dfsg1-1~bpo13+1 | http://m.example trixie-backports/main amd64 Packages
";

    #[test]
    fn the_newest_package_of_the_very_version_is_taken() {
        assert_eq!(newest_package(MADISON, "1.95.0").as_deref(), Some("1.95.0+dfsg1-2~bpo13+1"));
        assert_eq!(newest_package(MADISON, "1.9"), None, "the start of a number is another version");
        assert_eq!(newest_package(MADISON, "1.97.0"), None);
        assert_eq!(newest_package("", "1.95.0"), None);
    }

    #[test]
    fn mirrors_are_the_main_archives_each_once() {
        let source = |uri: &str, suite: &str, component: &str| Source {
            uri: uri.into(),
            suite: suite.into(),
            components: vec![component.into()],
            signed_by: None,
        };
        let found = mirrors(vec![
            source("http://m.example/debian", "bookworm", "main"),
            source("http://m.example/debian/", "bookworm-updates", "main"),
            source("http://m.example/debian-security", "bookworm-security", "main"),
            source("http://tools.example", "stable", "extra"),
        ]);
        assert_eq!(found, [source("http://m.example/debian", "bookworm", "main")]);
    }
}
