//! What rustup adds to a toolchain, where its server is within reach.

use crate::repository::Repository;
use crate::step::Step;

/// How patient rustup is: a server that does not answer within half a minute, twice, is out of reach.
const PATIENCE: [(&str, &str); 3] =
    [("RUSTUP_DOWNLOAD_TIMEOUT", "30"), ("RUSTUP_MAX_RETRIES", "1"), ("RUST_BACKTRACE", "0")];

/// Adds a `target` or a `component` by its name; the error is rustup's own last sentence.
pub(super) fn add(repository: &Repository, what: &str, name: &str) -> Result<(), String> {
    if repository.which("rustup").is_none() {
        return Err("it is not installed".into());
    }
    let mut rustup = repository.command("rustup");
    rustup.args([what, "add", name]).envs(PATIENCE);
    let finished = Step::new(&format!("rustup-{what}"), &format!("Adding the {what} {name} by rustup"))
        .takes("about 10 seconds, or 1 minute if its server is out of reach")
        .attempt(repository, &mut rustup)
        .map_err(|problem| problem.to_string())?;
    if finished.status.success() {
        return Ok(());
    }
    Err(reason(&finished.output).unwrap_or_else(|| "it failed without a word".to_owned()))
}

/// The first and the last link of the chain of causes that rustup prints in one line.
fn reason(output: &str) -> Option<String> {
    let chain = output.lines().find_map(|line| line.trim().strip_prefix("error: "))?;
    Some(match chain.split_once(": ").zip(chain.rsplit_once(": ")) {
        Some(((first, _), (_, last))) => format!("{first} ({last})"),
        None => chain.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_what_failed_and_why() {
        let output = "info: downloading\nerror: download failed: could not reach x: error: refused (os error 111)\n";
        assert_eq!(reason(output).as_deref(), Some("download failed (refused (os error 111))"));
        assert_eq!(reason("error: no such toolchain\n").as_deref(), Some("no such toolchain"));
        assert_eq!(reason(""), None);
    }
}
