//! Trunk: builds and serves the studio page while somebody works on it.

use super::{Tool, cargo_install};
use crate::error::Error;
use crate::repository::Repository;

/// The newest that Rust 1.95 builds; 0.22 wants a newer one.
const VERSION: &str = "0.21.14";

pub(super) struct Trunk;

impl Tool for Trunk {
    fn name(&self) -> &'static str {
        "trunk (for serve, test)"
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        // `trunk 0.21.14`; any of the same line reads the same Trunk.toml.
        let line = VERSION.rsplit_once('.').map_or(VERSION, |(line, _)| line);
        let answer = repository.ask("trunk", &["--version"]).unwrap_or_default();
        Ok(answer.split_whitespace().nth(1).filter(|version| version.starts_with(line)).map(str::to_owned))
    }

    fn install(&self, repository: &Repository) -> Result<(), Error> {
        // Locked: newer versions of what it is made of do not go together.
        cargo_install::install(repository, "trunk", VERSION, &["--locked"], "about 7 minutes on two cores")
    }
}
