//! Installing a command from crates, built fast rather than to be fast.

use std::fs;

use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;

/// Settings that make `cargo install` several times as quick as the release profile of a package would.
const QUICK_BUILD: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Installs a package's commands in one exact version into the repository's own folder of tools.
pub(crate) fn install(
    repository: &Repository,
    package: &str,
    version: &str,
    arguments: &[&str],
    takes: &str,
) -> Result<(), Error> {
    // Outside the usual target folder, so that the leftovers can go.
    let build = repository.work().join("install").join(package);
    let mut cargo = repository.cargo();
    cargo.envs(QUICK_BUILD).env_remove("CARGO_TARGET_DIR");
    cargo.args(["install", package, "--version", version, "--force"]).args(arguments);
    cargo.arg("--root").arg(repository.tools()).arg("--target-dir").arg(&build);
    Step::new(&format!("install-{package}"), &format!("Installing {package} {version} into .tools"))
        .takes(takes)
        .advice("Is the crate registry within reach? A second call goes on where this one ended.")
        .run(repository, &mut cargo)?;
    fs::remove_dir_all(&build).map_err(Error::file("removed", &build))
}
