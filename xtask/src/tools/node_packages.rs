//! The packages of package.json: wasm-opt, esbuild, and what drives a browser in the tests. Those of
//! tests/package.json: the frameworks and bundlers of the pages that the tests put the widget into.

use super::Tool;
use crate::error::Error;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;

/// npm writes this file last, so it stands for the whole folder.
const INSTALLED: &str = "node_modules/.package-lock.json";

/// The oldest Node.js that the packages and the tests run with.
const OLDEST_NODE: u32 = 20;

pub(super) struct NodePackages {
    name: &'static str,
    /// The folder of the package.json, from the root.
    folder: &'static str,
    stamp: &'static str,
}

/// What every task needs.
pub(super) const OURS: NodePackages = NodePackages { name: "node packages", folder: "", stamp: "node-packages" };

/// What the tests need besides.
pub(super) const OF_TESTS: NodePackages =
    NodePackages { name: "node packages (for test)", folder: "tests", stamp: "node-packages-tests" };

/// The first number of a version like `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

impl NodePackages {
    fn inputs(&self, repository: &Repository) -> Result<Inputs, Error> {
        Inputs::default().with_file(&repository.root.join(self.folder).join("package-lock.json"))
    }
}

impl Tool for NodePackages {
    fn name(&self) -> &'static str {
        self.name
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        let installed = repository.root.join(self.folder).join(INSTALLED);
        let current = stamp::is_current(repository, self.stamp, &self.inputs(repository)?, &[&installed]);
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
        let inputs = self.inputs(repository)?;
        let folder = repository.root.join(self.folder);
        let installed = folder.join(INSTALLED);
        stamp::when_changed(repository, self.stamp, &inputs, &[&installed], || {
            let mut npm = repository.command("npm");
            npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
            Step::new(self.stamp, &format!("Installing the {}", self.name))
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
