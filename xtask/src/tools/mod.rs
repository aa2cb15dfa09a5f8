//! The tools that the tasks need: a file a tool. Here is what they share.

mod apt_sources;
mod cargo_deny;
mod cargo_fuzz;
mod cargo_install;
pub(crate) mod chromium;
mod debian_source;
mod node_packages;
mod rust_source;
mod rustup;
pub(crate) mod silent_library;
mod standard_library;
mod trunk;
mod wasm_bindgen;
mod wasm_split;
mod wasm_target;

use std::process::ExitCode;

use clap::ValueEnum;

pub(crate) use wasm_target::TARGET;

use crate::error::Error;
use crate::repository::Repository;

/// What a set of tools is for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Purpose {
    /// Build the widget and look at the built-in story
    Demo,
    /// Run all tests
    Test,
    /// Develop with reload
    Serve,
    /// Look for inputs that break the reading
    Fuzz,
}

/// A tool that can be looked for and installed.
trait Tool {
    /// Its name, as in a list.
    fn name(&self) -> &'static str;

    /// What is there, as a version or a place; nothing if it is missing or of another version.
    fn found(&self, repository: &Repository) -> Result<Option<String>, Error>;

    /// Installs it, step by step, each with a line that says what it does.
    fn install(&self, repository: &Repository) -> Result<(), Error>;
}

const WIDGET_TOOLS: [&dyn Tool; 4] =
    [&wasm_target::WasmTarget, &wasm_bindgen::WasmBindgen, &wasm_split::WasmSplit, &node_packages::OURS];

fn tools_for(purpose: Purpose) -> Vec<&'static dyn Tool> {
    let mut tools = WIDGET_TOOLS.to_vec();
    match purpose {
        Purpose::Demo => {}
        Purpose::Test => tools.extend([
            &chromium::Chromium as &dyn Tool,
            &trunk::Trunk,
            &node_packages::OF_TESTS,
            &cargo_deny::CargoDeny,
        ]),
        Purpose::Serve => tools.push(&trunk::Trunk),
        Purpose::Fuzz => return vec![&cargo_fuzz::CargoFuzz],
    }
    tools
}

/// Installs the tools that are missing for a purpose.
pub(crate) fn ensure(repository: &Repository, purpose: Purpose) -> Result<(), Error> {
    for tool in tools_for(purpose) {
        if tool.found(repository)?.is_some() {
            continue;
        }
        tool.install(repository)?;
        if tool.found(repository)?.is_none() {
            return Err(Error::Missing(format!(
                "{} was installed but cannot be found afterwards. The logs are in {}.",
                tool.name(),
                repository.work().join("logs").display()
            )));
        }
    }
    if matches!(purpose, Purpose::Demo | Purpose::Test) { silent_library::ensure(repository) } else { Ok(()) }
}

/// Prints which tools are there and which are missing; succeeds if none is missing that `demo` needs.
pub(crate) fn list(repository: &Repository) -> Result<ExitCode, Error> {
    let mut ready = true;
    for (place, tool) in tools_for(Purpose::Test).into_iter().enumerate() {
        let found = tool.found(repository)?;
        // What the widget needs comes first.
        ready &= found.is_some() || place >= WIDGET_TOOLS.len();
        println!("{:26} {}", tool.name(), found.as_deref().unwrap_or("missing"));
    }
    let silent = silent_library::found(repository)?.map(|folder| folder.display().to_string());
    println!("{:26} {}", "silent standard library", silent.as_deref().unwrap_or("missing"));
    Ok(if ready { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
