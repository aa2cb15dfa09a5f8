//! wasm-bindgen's command line: makes the JavaScript that goes with the wasm, and runs tests in a browser.
//!
//! It must be of the same version as the crate, to the digit.

use super::{Tool, cargo_install};
use crate::error::Error;
use crate::repository::Repository;

const COMMANDS: [&str; 2] = ["wasm-bindgen", "wasm-bindgen-test-runner"];

pub(super) struct WasmBindgen;

impl Tool for WasmBindgen {
    fn name(&self) -> &'static str {
        "wasm-bindgen"
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        let version = repository.wasm_bindgen_version()?;
        let all_there = COMMANDS.iter().all(|command| {
            repository
                .ask(command, &["--version"])
                .is_some_and(|answer| answer.split_whitespace().nth(1) == Some(&version))
        });
        Ok(all_there.then_some(version))
    }

    fn install(&self, repository: &Repository) -> Result<(), Error> {
        let version = repository.wasm_bindgen_version()?;
        let mut arguments = vec!["--no-default-features"];
        for command in COMMANDS {
            arguments.extend(["--bin", command]);
        }
        // Not `--locked`: its lock file may name a crate that a registry's mirror does not have yet.
        // Without its default features it cannot reach a browser by https, on another machine: nobody asks it to.
        cargo_install::install(repository, "wasm-bindgen-cli", &version, &arguments, "about 2 minutes")
    }
}
