//! cargo-deny: holds the crates that we link against `deny.toml`.

use super::{Tool, cargo_install};
use crate::error::Error;
use crate::repository::Repository;

const VERSION: &str = "0.20.2";

pub(super) struct CargoDeny;

impl Tool for CargoDeny {
    fn name(&self) -> &'static str {
        "cargo-deny (for test)"
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        // `cargo-deny 0.20.2`
        let answer = repository.ask("cargo-deny", &["--version"]).unwrap_or_default();
        Ok(answer.split_whitespace().nth(1).filter(|version| *version == VERSION).map(str::to_owned))
    }

    fn install(&self, repository: &Repository) -> Result<(), Error> {
        // It works for a second: built without optimization it is there a good deal sooner.
        cargo_install::install(repository, "cargo-deny", VERSION, &["--locked", "--debug"], "about 1 minute")
    }
}
