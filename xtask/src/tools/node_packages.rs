//! The packages of package.json: wasm-opt, esbuild, and what drives a browser in the tests.

use super::Tool;
use crate::error::Error;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;

/// npm writes this file last, so it stands for the whole folder.
const INSTALLED: &str = "node_modules/.package-lock.json";
const STAMP: &str = "node-packages";

/// The oldest Node.js that the packages and the tests run with.
const OLDEST_NODE: u32 = 20;

pub(super) struct NodePackages;

/// The first number of a version like `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

impl NodePackages {
    fn inputs(repository: &Repository) -> Result<Inputs, Error> {
        Inputs::default().with_file(&repository.root.join("package-lock.json"))
    }
}

impl Tool for NodePackages {
    fn name(&self) -> &'static str {
        "node packages"
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        let installed = repository.root.join(INSTALLED);
        let current = stamp::is_current(repository, STAMP, &Self::inputs(repository)?, &[&installed]);
        Ok(current.then(|| "node_modules, as package-lock.json says".to_owned()))
    }

    fn install(&self, repository: &Repository) -> Result<(), Error> {
        let node = repository.ask("node", &["--version"]);
        if repository.which("npm").is_none() || node.as_deref().and_then(major).is_none_or(|major| major < OLDEST_NODE)
        {
            return Err(Error::Missing(format!(
                "Node.js {OLDEST_NODE} or newer is needed, with npm; `node --version` says {}. Install it and try again.",
                node.as_deref().unwrap_or("nothing")
            )));
        }
        let inputs = Self::inputs(repository)?;
        let installed = repository.root.join(INSTALLED);
        stamp::when_changed(repository, STAMP, &inputs, &[&installed], || {
            let mut npm = repository.command("npm");
            npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            Step::new("npm", "Installing the node packages of package.json")
                .takes("about 10 seconds")
                .advice("Is npm's registry within reach? `npm ping` tells.")
                .run(repository, &mut npm)?;
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_its_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("22.1"), Some(22));
        assert_eq!(major("x"), None);
    }
}
