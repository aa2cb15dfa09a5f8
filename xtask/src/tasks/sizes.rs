//! `sizes`: what a page loads, in `docs/sizes.md`, and a word in the changelog for what grows.
//!
//! The table is a ratchet. What becomes smaller is simply written down. What
//! grows by more than `ROOM` is refused until the changelog names the new total:
//! nobody's page becomes slower by accident. Smaller changes need nothing.

use std::fs;
use std::process::ExitCode;

use crate::assemble::Files;
use crate::counts::Counts;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;
use crate::tools::silent_library;

/// Where the table is.
const TABLE: &str = "docs/sizes.md";
/// What may be added without a word, in percent.
const ROOM: u64 = 2;
/// Brotli as servers keep files: the same bytes from every node. A name and a file come in, sizes go out.
const MEASURE: &str = "const { brotliCompressSync } = require('node:zlib'); \
    for (const file of process.argv.slice(1)) console.log(brotliCompressSync(require('node:fs').readFileSync(file)).length)";

/// Said where the sizes of two different builds would be compared.
const LARGER: &str = "There is no standard library without the words of panics here (`cargo xtask setup` says why), \
    so that the widget is larger than the one that docs/sizes.md measures.";

/// What a page loads is summed up under this name.
const TOTAL: &str = "in all";
/// And what a page with a wide widget loads, under this.
const WIDE: &str = "in all, where the widget is wide";

/// What every page loads, by name, in bytes of brotli; then the total, and what comes when it is wanted.
type Sizes = Vec<(String, u64)>;

/// Writes the table of the widget that is in `dist/`, if it may grow as it has.
pub(crate) fn run(repository: &Repository) -> Result<ExitCode, Error> {
    if silent_library::found(repository)?.is_none() {
        println!("{LARGER}");
        return Ok(ExitCode::FAILURE);
    }
    let now = measure(repository)?;
    let before = stored(&repository.read(TABLE).unwrap_or_default());
    if let Some(problem) = problem(&before, &now, &unreleased(&repository.read("CHANGELOG.md")?)) {
        println!("{problem}");
        return Ok(ExitCode::FAILURE);
    }
    let path = repository.root.join(TABLE);
    let text = table(&now);
    fs::write(&path, &text).map_err(Error::file("written", &path))?;
    println!("{text}");
    Ok(ExitCode::SUCCESS)
}

/// For the tests: whether the widget in `dist/` is within the table, or the changelog says why not.
pub(crate) fn check(repository: &Repository) -> Result<Counts, Error> {
    if silent_library::found(repository)?.is_none() {
        println!("{LARGER}");
        return Ok(Counts { skipped: 1, ..Counts::default() });
    }
    let now = measure(repository)?;
    let before = stored(&repository.read(TABLE).unwrap_or_default());
    let problem = problem(&before, &now, &unreleased(&repository.read("CHANGELOG.md")?));
    println!("{}", problem.as_deref().unwrap_or("What a page loads is within docs/sizes.md."));
    Ok(Counts::one(problem.is_none()))
}

fn measure(repository: &Repository) -> Result<Sizes, Error> {
    let files = Files::of(repository);
    let [rest, axis, words] = &files.later;
    let parts = [
        ("loader", &files.loader),
        ("glue", &files.module),
        ("wasm, with the sheets", &files.wasm),
        ("where the widget is wide: the axis of its timeline", axis),
        ("in another language than English: its words", words),
        ("at a reader's first touch: the rest of the wasm", rest),
    ];
    let mut node = repository.command("node");
    node.args(["-e", MEASURE]).args(parts.iter().map(|(_, file)| file));
    let finished = Step::new("sizes", "Measuring what a page loads").run(repository, &mut node)?;
    let bytes = finished.output.lines().filter_map(|line| line.trim().parse().ok());
    let mut sizes: Sizes = parts.iter().map(|(name, _)| (*name).to_owned()).zip(bytes).collect();
    let later = sizes.split_off(sizes.len().saturating_sub(files.later.len()));
    let total = sizes.iter().map(|(_, bytes)| bytes).sum();
    sizes.push((TOTAL.to_owned(), total));
    let of_axis = later.first().map_or(0, |(_, bytes)| *bytes);
    sizes.extend(later);
    sizes.insert(sizes.len().saturating_sub(2), (WIDE.to_owned(), total + of_axis));
    Ok(sizes)
}

fn table(sizes: &Sizes) -> String {
    let rows: Vec<String> = sizes.iter().map(|(name, bytes)| format!("| {name} | {bytes} |\n")).collect();
    format!(
        "# Sizes\n\n<!-- Made by `cargo xtask sizes`. -->\n\nWhat a page loads, in bytes, as brotli (quality 11) sends it. \
         Growth by more than {ROOM} %\nneeds a line in the changelog's \"Unreleased\" that names the new total: \
         `Size: … bytes`,\nand why.\n\n| | bytes |\n| --- | ---: |\n{}",
        rows.concat()
    )
}

/// The rows of a table as `table` writes it.
fn stored(text: &str) -> Sizes {
    let row = |line: &str| {
        let (name, bytes) = line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")?;
        Some((name.to_owned(), bytes.parse().ok()?))
    };
    text.lines().filter_map(row).collect()
}

/// What the changelog says under "Unreleased".
fn unreleased(changelog: &str) -> String {
    let after = changelog.split_once("## Unreleased").map_or("", |(_, after)| after);
    after.split_once("\n## ").map_or(after, |(section, _)| section).to_owned()
}

/// What has grown too much without a word.
fn problem(before: &Sizes, now: &Sizes, unreleased: &str) -> Option<String> {
    let (_, total) = now.iter().find(|(name, _)| name == TOTAL)?;
    if unreleased.contains(&format!("Size: {total} bytes")) {
        return None;
    }
    let grown = now.iter().filter_map(|(name, bytes)| {
        let (_, was) = before.iter().find(|(before, _)| before == name)?;
        (*bytes > was + was * ROOM / 100).then(|| format!("{name} has grown from {was} to {bytes} bytes"))
    });
    let grown: Vec<String> = grown.collect();
    (!grown.is_empty()).then(|| {
        format!(
            "{}. Make it smaller; or add to CHANGELOG.md, under Unreleased: `Size: {total} bytes`, and why, \
             and run `cargo xtask sizes`.",
            grown.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(loader: u64, all: u64) -> Sizes {
        vec![("loader".to_owned(), loader), ("in all".to_owned(), all)]
    }

    #[test]
    fn a_table_is_read_as_it_is_written() {
        assert_eq!(stored(&table(&sizes(3000, 99_000))), sizes(3000, 99_000));
    }

    #[test]
    fn a_little_growth_and_any_loss_need_no_word() {
        assert_eq!(problem(&sizes(3000, 99_000), &sizes(3060, 100_980), ""), None);
        assert_eq!(problem(&sizes(3000, 99_000), &sizes(10, 20), ""), None);
        assert_eq!(problem(&Sizes::new(), &sizes(10, 20), ""), None);
    }

    #[test]
    fn more_growth_needs_a_line_with_the_new_total() {
        let refused = problem(&sizes(3000, 99_000), &sizes(3061, 99_061), "- Size: 99000 bytes").unwrap();
        assert!(refused.starts_with("loader has grown from 3000 to 3061 bytes. "), "{refused}");
        assert_eq!(problem(&sizes(3000, 99_000), &sizes(3061, 99_061), "- Size: 99061 bytes, for the types"), None);
    }

    #[test]
    fn only_what_is_unreleased_counts() {
        let changelog = "# Changelog\n## Unreleased\n- new\n## 0.1.0\n- Size: 7 bytes\n";
        assert_eq!(unreleased(changelog), "\n- new");
    }
}
