//! The packages of package.json: wasm-opt, esbuild, and what drives a browser in the tests.

use super::Tool;
use crate::error::Error;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;

/// npm writes this file last, so it stands for the whole folder.
const INSTALLED: &str = "node_modules/.package-lock.json";
const STAMP: &str = "node-packages";

pub(super) struct NodePackages;

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
        if repository.which("npm").is_none() {
            return Err(Error::Missing(
                "npm is not there. Install Node.js 20 or newer, with npm, and try again.".into(),
            ));
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
