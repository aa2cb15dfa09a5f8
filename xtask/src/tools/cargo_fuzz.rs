//! cargo-fuzz: builds and runs the fuzz targets.

use super::{Tool, cargo_install};
use crate::error::Error;
use crate::repository::Repository;

const VERSION: &str = "0.13.2";

pub(super) struct CargoFuzz;

impl Tool for CargoFuzz {
    fn name(&self) -> &'static str {
        "cargo-fuzz (for fuzz)"
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        // `cargo-fuzz 0.13.2`
        let answer = repository.ask("cargo-fuzz", &["fuzz", "--version"]).unwrap_or_default();
        Ok(answer.split_whitespace().nth(1).filter(|version| *version == VERSION).map(str::to_owned))
    }

    fn install(&self, repository: &Repository) -> Result<(), Error> {
        cargo_install::install(repository, "cargo-fuzz", VERSION, &[], "about 1 minute")
    }
}
