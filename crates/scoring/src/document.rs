//! All figures in one document: `docs/accuracy.md`.

use std::fmt::Write;

use crate::story::Part;
use crate::{Corpus, Figures, Report};

const PREFACE: &str = "# Accuracy

<!-- Made by `cargo xtask accuracy`. Do not edit. -->

How right the reading is: precision (the share of what it found that is right),
recall (the share of what is there that it found) and F1, their harmonic mean.
Precision comes first: what is not sure is left out.

A corpus is split in two. Rules were written, and the one model was trained,
with the development part in sight; of the held part nobody looks at more than
the figures.
";

const LEARNT: &str = "
## What is learnt

One part of the reading is learnt: the kind of a name that no rule and no list
tells (`crates/reading/data/kinds.tsv`, a linear model). It is trained by
`cargo run --release -p backstory-reading --example train_kinds` from the
development parts of WikiGold and re3d, and from documents of GUM
(<https://github.com/amir-zeldes/gum>), those whose texts are CC BY. With `--cross` it
says how well names are found in a fifth of WikiGold's development part that it
has not seen, five times: a figure that does not flatter. The weights by which a
page's headline is found (`crates/reading/src/page/headline.rs`) are fitted to the
development part of the pages and to 98 pages of
<https://github.com/scrapinghub/article-extraction-benchmark>, and then evened out
by hand so that most of their headlines are found. Everything else is
rules and lists of general knowledge; each list in `crates/reading/data` names
its source.
";

const HEADING: &str = "| | | development | | | held out | | |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
| | | P | R | F1 | P | R | F1 |
";

/// A corpus, and what scoring it found; nothing where the corpus is not there.
pub type Scored<'a> = (&'a Corpus, Option<&'a Report>);

/// The stories that are there, and how many stories and articles there are
/// for development and held out.
pub type Stories<'a> = (&'a Report, [(usize, usize); 2]);

/// The document, in Markdown. `story` are the parts of the built-in story, whose
/// gold need not be there.
pub fn document(corpora: &[Scored<'_>], stories: Option<Stories<'_>>, story: Option<&[Part]>) -> String {
    let mut text = PREFACE.to_owned();
    text.push_str("\n## Public corpora\n\n");
    text.push_str(HEADING);
    for (corpus, report) in corpora {
        let Some(report) = report else {
            push(&mut text, format_args!("| {} | not measured: the corpus is not there | | | | | | |\n", corpus.name));
            continue;
        };
        rows(&mut text, corpus.name, report);
    }
    text.push_str("\n## Stories\n\n");
    if stories.is_none() {
        text.push_str("Not measured: their articles are not there.\n");
    }
    if let Some((report, [development, held])) = stories {
        let (stories, articles) = (development.0 + held.0, development.1 + held.1);
        push(
            &mut text,
            format_args!(
                "{stories} stories of {articles} articles of Wikinews, against what a careful reader (`crates/scoring/stories`)\n"
            ),
        );
        text.push_str("found in them before the reading was looked at. Four stories in ten are held out, by a\n");
        push(&mut text, format_args!("hash of the name: {} of {} articles.\n\n", held.0, held.1));
        text.push_str(HEADING);
        rows(&mut text, "stories", report);
    }
    text.push_str("\n## The built-in story\n\n");
    match story {
        Some(parts) => {
            text.push_str("Five articles, against what a careful reader found in them. The rules were written with\n");
            text.push_str("these in sight: a ceiling, not a forecast.\n\n");
            text.push_str("| | P | R | F1 |\n| --- | ---: | ---: | ---: |\n");
            for part in parts {
                push(&mut text, format_args!("| {} | {} |\n", part.name, cells(part.score.into())));
            }
        }
        None => text.push_str("Not measured: the articles and their gold are not there.\n"),
    }
    text.push_str(LEARNT);
    text.push_str("\n## Where the corpora come from\n");
    for (corpus, _) in corpora {
        let Corpus { name, folder, about, repository, commit, within, licence, split, seen, .. } = corpus;
        push(&mut text, format_args!("\n- **{name}**: {about}. Folder `{folder}`: `{within}` of\n  <{repository}>\n"));
        push(&mut text, format_args!("  at `{commit}`.\n  Licence: {licence}.\n  Split: {split}.\n  Seen: {seen}.\n"));
    }
    text.push_str("\n`cargo xtask accuracy --corpora FOLDER` measures again; no corpus is in this repository.\n");
    text
}

/// A row a measure, the name in the first.
fn rows(text: &mut String, name: &str, report: &Report) {
    for (number, row) in report.rows.iter().enumerate() {
        let name = if number == 0 { name } else { "" };
        let development = cells(row.development);
        let held = row.held.map_or("– | – | –".to_owned(), cells);
        push(text, format_args!("| {name} | {} | {development} | {held} |\n", row.measure));
    }
}

fn push(text: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing into a string does not fail.
    let _ = text.write_fmt(what);
}

fn cells(Figures { precision, recall, f1 }: Figures) -> String {
    format!("{precision:.3} | {recall:.3} | {f1:.3}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CORPORA, Row};

    #[test]
    fn a_corpus_that_is_not_there_is_said_to_be_missing_with_its_source() {
        let figures = Figures { precision: 0.5, recall: 0.25, f1: 1.0 / 3.0 };
        let row = Row { measure: "things", development: figures, held: None };
        let report = Report { rows: vec![row], errors: Vec::new() };
        let [first, second, ..] = &CORPORA;
        let text = document(&[(first, Some(&report)), (second, None)], Some((&report, [(2, 3), (1, 1)])), None);
        assert!(text.contains("| dates | things | 0.500 | 0.250 | 0.333 | – | – | – |"), "{text}");
        assert!(text.contains(&format!("| {} | not measured: the corpus is not there |", second.name)), "{text}");
        assert!(text.contains("3 stories of 4 articles"), "{text}");
        assert!(text.contains("| stories | things | 0.500 | 0.250 | 0.333 | – | – | – |"), "{text}");
        assert!(text.contains(second.repository) && text.contains(second.commit), "{text}");
    }
}
