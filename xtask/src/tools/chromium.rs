//! Chromium and its driver: the browser that the tests run in.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Tool;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;

/// What the browser is called, here and there.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVER: &str = "chromedriver";

pub(super) struct Chromium;

/// The browser's program: the variable `CHROMIUM`, or what is on PATH.
pub(crate) fn browser(repository: &Repository) -> Option<PathBuf> {
    named_by("CHROMIUM").or_else(|| BROWSERS.iter().find_map(|name| repository.which(name)))
}

/// A command for node that says in its environment which browser to drive, and which `backstory` to call.
pub(crate) fn node(repository: &Repository, backstory: &Path) -> Command {
    let mut node = repository.command("node");
    node.env("BACKSTORY", backstory);
    if let Some(browser) = browser(repository) {
        node.env("CHROMIUM", browser);
    }
    node
}

/// The driver's program: the variable `CHROMEDRIVER`, or what is on PATH.
pub(crate) fn driver(repository: &Repository) -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| repository.which(DRIVER))
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

impl Tool for Chromium {
    fn name(&self) -> &'static str {
        "chromium (for test)"
    }

    fn found(&self, repository: &Repository) -> Result<Option<String>, Error> {
        let both = browser(repository).zip(driver(repository));
        Ok(both.map(|(browser, driver)| format!("{} and {}", browser.display(), driver.display())))
    }

    fn install(&self, repository: &Repository) -> Result<(), Error> {
        let root = repository.ask("id", &["-u"]).as_deref() == Some("0");
        if !root || repository.which("apt-get").is_none() {
            return Err(Error::Missing(
                "The tests need Chromium (or Chrome) and its chromedriver. Install them, for example with \
                 `sudo apt-get install chromium chromium-driver` or `brew install --cask chromium chromedriver`, \
                 or name them in the variables CHROMIUM and CHROMEDRIVER."
                    .into(),
            ));
        }
        Step::new("apt-update", "Asking the machine's package sources what there is")
            .takes("about 10 seconds")
            .run(repository, repository.command("apt-get").arg("update"))?;
        Step::new("apt-chromium", "Installing Debian's chromium and chromium-driver")
            .takes("about 1 minute")
            .advice("`apt-get install chromium chromium-driver` by hand tells more.")
            .run(
                repository,
                repository.command("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args([
                    "install",
                    "-y",
                    "--no-install-recommends",
                    "chromium",
                    "chromium-driver",
                ]),
            )?;
        Ok(())
    }
}
