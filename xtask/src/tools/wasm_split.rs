//! wasm-split: cuts the widget into parts where `src/parts.rs` says.

use super::{Tool, cargo_install};
use crate::error::Error;
use crate::repository::Repository;

/// The package, and the version that goes with the `wasm_split_helpers` of `Cargo.lock`.
const PACKAGE: &str = "wasm_split_cli_support";
const VERSION: &str = "0.2.4";
/// Its command, which does not tell its version.
const COMMAND: &str = "wasm-split-cli";

pub(super) struct WasmSplit;

impl Tool for WasmSplit {
    fn name(&self) -> &'static str {
        COMMAND
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        let installed = repository.tools().join(".crates.toml");
        let list = std::fs::read_to_string(installed).unwrap_or_default();
        let is_there =
            list.contains(&format!("{PACKAGE} {VERSION} ")) && repository.ask(COMMAND, &["--help"]).is_some();
        Ok(is_there.then(|| VERSION.to_owned()))
    }

    fn install(&self, repository: &Repository) -> Result<(), Error> {
        let arguments = ["--locked", "--features", "build-binary"];
        cargo_install::install(repository, PACKAGE, VERSION, &arguments, "about 1 minute")
    }
}
