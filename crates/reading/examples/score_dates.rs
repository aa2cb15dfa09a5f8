//! Scores the dates against `TimeML` files, as `TempEval-3` does:
//! `score_dates DIR… [--held] [--verbose]`.
//!
//! Three files in ten, by a hash of their name, are held out: without
//! `--held` the others are scored, and only their errors can be shown.
#![allow(clippy::print_stdout, reason = "a tool for the command line")]

mod corpus;

use std::error::Error;
use std::path::Path;

use corpus::{Options, Score};
use reading::{dates, sentences};
use story::When;

struct Timex {
    start: usize,
    end: usize,
    value: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::from_arguments();
    let (mut strict, mut relaxed, mut value) = (Score::default(), Score::default(), Score::default());
    for path in options.files("tml")? {
        let source = std::fs::read_to_string(&path)?;
        let (anchor, text, gold) = timeml(&source);
        let document = sentences::document_of_raw(&text);
        let found = dates::find(&document, anchor.as_ref());
        let mut used = vec![false; gold.len()];
        for date in &found {
            let overlap =
                gold.iter().enumerate().find(|(i, g)| !used[*i] && g.start < date.span.end && date.span.start < g.end);
            let words = document.slice(date.span);
            let Some((i, g)) = overlap else {
                for score in [&mut strict, &mut relaxed, &mut value] {
                    score.made_up();
                }
                if options.verbose {
                    show(&path, "EXTRA", words, &date.timex_value, &text, date.span.start);
                }
                continue;
            };
            used[i] = true;
            relaxed.hit();
            strict.count(g.start == date.span.start && g.end == date.span.end);
            let right = g.value == date.timex_value;
            value.count(right);
            if !right && options.verbose {
                let gold_words = text.get(g.start..g.end).unwrap_or_default();
                let values = format!("{} want {} [{gold_words}]", date.timex_value, g.value);
                show(&path, "VALUE", words, &values, &text, date.span.start);
            }
        }
        for g in gold.iter().zip(&used).filter(|(_, used)| !**used).map(|(g, _)| g) {
            for score in [&mut strict, &mut relaxed, &mut value] {
                score.missed();
            }
            if options.verbose {
                show(&path, "MISS ", text.get(g.start..g.end).unwrap_or_default(), &g.value, &text, g.start);
            }
        }
    }
    println!("strict   {strict}\nrelaxed  {relaxed}\nvalue    {value}");
    Ok(())
}

fn show(path: &Path, what: &str, words: &str, value: &str, text: &str, at: usize) {
    let before: String =
        text.get(..at).unwrap_or_default().chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    let after: String = text.get(at..).unwrap_or_default().chars().take(70).collect();
    let context = format!("{before}>>{after}").replace('\n', " ");
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    println!("{what} {words:24} {value:40} | {context} | {name}");
}

/// The creation time, the text, and its `TIMEX3`.
fn timeml(source: &str) -> (Option<When>, String, Vec<Timex>) {
    let created = between(source, "<DCT>", "</DCT>").and_then(|dct| attribute(dct, "value")).unwrap_or_default();
    let anchor = created.get(..10).and_then(|day| When::parse(day).ok());
    let body = between(source, "<TEXT>", "</TEXT>").unwrap_or_default();
    let (mut text, mut gold, mut open) = (String::new(), Vec::new(), None);
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        text.push_str(&unescape(rest.get(..at).unwrap_or_default()));
        let end = rest.get(at..).and_then(|tag| tag.find('>')).map_or(rest.len(), |end| at + end + 1);
        let tag = rest.get(at..end).unwrap_or_default();
        if tag.starts_with("<TIMEX3") {
            open = Some((text.len(), attribute(tag, "value").unwrap_or_default().to_owned()));
        } else if tag == "</TIMEX3>"
            && let Some((start, value)) = open.take()
        {
            gold.push(Timex { start, end: text.len(), value });
        }
        rest = rest.get(end..).unwrap_or_default();
    }
    text.push_str(&unescape(rest));
    (anchor, text, gold)
}

fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    Some(text.split_once(open)?.1.split_once(close)?.0)
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    between(tag, &format!(" {name}=\""), "\"")
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}
