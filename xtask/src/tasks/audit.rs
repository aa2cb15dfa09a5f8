//! `audit`: whether what others wrote is under licences and from places that we allow, and has no known holes.
//!
//! What the node packages' registry does not answer is passed over, and said so.

use serde_json::Value;

use crate::counts::Counts;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;

/// Checks crates by `cargo deny`, and the node packages of each folder by `npm audit`.
pub(crate) fn run(repository: &Repository) -> Result<Counts, Error> {
    let mut counts = crates(repository)?;
    for folder in ["", "tests"] {
        counts += packages(repository, folder)?;
    }
    Ok(counts)
}

fn crates(repository: &Repository) -> Result<Counts, Error> {
    let mut deny = repository.cargo();
    deny.args(["deny", "--offline", "check", "licenses", "bans", "sources"]);
    let finished = Step::new("cargo-deny", "Checking licences and sources of crates").attempt(repository, &mut deny)?;
    if !finished.status.success() {
        println!("{}", finished.output);
    }
    Ok(Counts::one(finished.status.success()))
}

fn packages(repository: &Repository, folder: &str) -> Result<Counts, Error> {
    let mut npm = repository.command("npm");
    npm.args(["audit", "--json", "--package-lock-only"]).current_dir(repository.root.join(folder));
    let name = format!("npm-audit-{}", if folder.is_empty() { "root" } else { folder });
    let finished =
        Step::new(&name, "Asking whether the node packages have known holes").attempt(repository, &mut npm)?;
    let Some(holes) = serious_holes(&finished.output) else {
        println!("The registry does not answer this question, so node packages are not checked.");
        return Ok(Counts { passed: 0, failed: 0, skipped: 1 });
    };
    if holes > 0 {
        println!("{holes} serious holes are known in node packages: `npm audit` names them.");
    }
    Ok(Counts::one(holes == 0))
}

/// How many holes of high or critical severity a report names; nothing if it is no report.
fn serious_holes(output: &str) -> Option<u64> {
    // npm may warn before it reports.
    let report: Value = serde_json::from_str(output.get(output.find("{\n")?..)?).ok()?;
    let found = report.get("metadata")?.get("vulnerabilities")?;
    let of = |severity: &str| found.get(severity).and_then(Value::as_u64).unwrap_or_default();
    Some(of("high") + of("critical"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_told_from_a_registry_that_does_not_answer() {
        let report =
            "npm warn x\n{\n \"metadata\": { \"vulnerabilities\": { \"low\": 2, \"high\": 1, \"critical\": 0 } } }";
        assert_eq!(serious_holes(report), Some(1));
        assert_eq!(serious_holes("{\n \"message\": \"405 Method Not Allowed\" }"), None);
        assert_eq!(serious_holes(""), None);
    }
}
