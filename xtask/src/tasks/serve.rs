//! `serve`: trunk serves the studio page and builds it again at each change.

use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;
use crate::tools::{self, Purpose};

/// Runs `trunk serve` with further arguments until it is stopped.
pub(crate) fn run(repository: &Repository, arguments: &[String]) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Serve)?;
    let mut trunk = repository.command("trunk");
    trunk.arg("serve").args(arguments);
    // Trunk takes `NO_COLOR=1`, which many set, for a flag with a value that it does not know.
    trunk.env_remove("NO_COLOR");
    let status = trunk.status().map_err(|source| Error::Start {
        program: "trunk".into(),
        source,
        advice: "`cargo xtask setup --for serve` installs it.".into(),
    })?;
    // Ctrl-C ends trunk with a signal, which is no failure.
    match status.code() {
        Some(0) | None => Ok(()),
        Some(code) => Err(Error::Missing(format!("trunk ended with {code}; it says why above."))),
    }
}

/// Builds the studio page into `target/trunk`, as it is served.
pub(crate) fn build(repository: &Repository) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Serve)?;
    let mut trunk = repository.command("trunk");
    trunk.arg("build");
    Step::new("studio", "Building the studio page")
        .takes("about 2 minutes the first time")
        .run(repository, &mut trunk)?;
    Ok(())
}
