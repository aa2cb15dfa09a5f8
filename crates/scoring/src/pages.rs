//! From a whole page to its article: the body's words, the headline, the day.
//!
//! The body is compared by runs of four words, as multisets, and its figures
//! are the mean over the pages; the day counts when it is the one that the corpus has, the headline when its words are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use reading::Source;
use reading::dates::{self, Candidate};
use reading::knowledge::former_names;
use reading::{page, sentences};
use serde_json::Value;
use story::SentencePart;

use crate::score::{Figures, Tally};
use crate::{Error, Report, Row, Score, files, split};

/// How many words a run has.
const RUN: usize = 4;

/// A way from a page to its article, and how right it is.
struct Way {
    /// What it gives the reading of a page.
    source: fn(&str) -> Source,
    name: &'static str,
    /// The body's measure, of the development part and of the held part.
    measure: &'static str,
    bodies: [Vec<Figures>; 2],
    headline: Tally,
    day: Tally,
}

impl Way {
    /// By the page's markup.
    fn by_markup() -> Self {
        Self {
            source: |html| {
                let found = html::articles(html.as_bytes(), html::Format::Page).unwrap_or_default();
                found.into_iter().next().unwrap_or_default()
            },
            name: "page",
            measure: "page: body, by runs of four words",
            bodies: [Vec::new(), Vec::new()],
            headline: Tally::new("page: headline right"),
            day: Tally::new("page: day of publication right"),
        }
    }

    /// By the page's text alone, as somebody would copy it.
    fn by_text() -> Self {
        Self {
            source: |html| Source { text: stripped(html), ..Source::default() },
            name: "its text alone",
            measure: "its text alone: body",
            bodies: [Vec::new(), Vec::new()],
            headline: Tally::new("its text alone: headline right"),
            day: Tally::new("its text alone: day right"),
        }
    }

    /// Scores what it finds in a page; what is wrong, a line each.
    fn score(&mut self, name: &str, html: &str, expected: &Held) -> Vec<String> {
        let held = split::is_held(name);
        let found = found(&(self.source)(html));
        let score = alike(&found.body, &expected.body);
        let [development, held_out] = &mut self.bodies;
        if held { held_out } else { development }.push(Figures::from(score));
        let headline_right = words(&found.headline) == words(&expected.headline);
        self.headline.part(held).count(headline_right);
        let day_right = found.day.as_deref() == expected.day.as_deref();
        if expected.day.is_some() {
            self.day.part(held).count(day_right);
        }
        let way = self.name;
        let mut errors = vec![format!("{:.3} body | {name} | {way}", score.f1())];
        if !headline_right {
            errors.push(format!("headline {:?}, want {:?} | {name} | {way}", found.headline, expected.headline));
        }
        if !day_right {
            errors.push(format!("day {:?}, want {:?} | {name} | {way}", found.day, expected.day));
        }
        if held { Vec::new() } else { errors }
    }

    fn rows(self) -> [Row; 3] {
        let [development, held] = self.bodies.map(|part| Figures::mean(&part));
        let body = Row { measure: self.measure, development: development.unwrap_or_default(), held };
        [body, self.headline.into(), self.day.into()]
    }
}

/// Scores all pages under a folder: `Outlet_date.html.gz`, with what is expected of them in `Outlet.json`.
///
/// # Errors
///
/// There are none, or one cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut ways = [Way::by_markup(), Way::by_text()];
    let mut errors = Vec::new();
    for path in files::some(folder, ".html.gz", "pages (*.html.gz)")? {
        let name = files::name(&path);
        let Some((outlet, _)) = name.split_once('_') else { continue };
        let expected = path.with_file_name([outlet, ".json"].concat());
        let Ok(expected) = files::read(&expected) else { continue };
        let expected: Value = serde_json::from_str(&expected).map_err(|problem| Error::content(&path, &problem))?;
        let html = html(&path)?;
        let Some(expected) = version(&expected, &html) else { continue };
        for way in &mut ways {
            errors.extend(way.score(&name, &html, &expected));
        }
    }
    Ok(Report { rows: ways.into_iter().flat_map(Way::rows).collect(), errors })
}

/// What a page holds, or should.
#[derive(Debug, Default)]
struct Held {
    headline: String,
    day: Option<String>,
    body: String,
}

fn html(path: &Path) -> Result<String, Error> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Error::read(path))?;
    GzDecoder::new(file).read_to_end(&mut bytes).map_err(Error::read(path))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Of the versions that an outlet's file has, the one whose words stand in the page.
fn version(expected: &Value, html: &str) -> Option<Held> {
    let page = runs(&stripped(html));
    let there = |held: &Held| {
        let runs = runs(&held.body);
        let found: usize = runs.iter().map(|(run, count)| page.get(run).map_or(0, |other| *count.min(other))).sum();
        // Thousandths, so that they can be compared.
        found * 1000 / runs.values().sum::<usize>().max(1)
    };
    expected.as_object()?.values().map(gold).max_by_key(there)
}

fn gold(version: &Value) -> Held {
    let texts = |value: &Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    };
    let mut body = texts(&version["body"]["summary"]);
    for section in version["body"]["sections"].as_array().into_iter().flatten() {
        body.extend(texts(&section["headline"]));
        body.extend(texts(&section["paragraphs"]));
    }
    Held {
        headline: version["title"].as_str().unwrap_or_default().to_owned(),
        day: version["publishing_date"].as_str().and_then(|date| date.get(..10)).map(str::to_owned),
        body: body.join("\n"),
    }
}

/// What the reading finds.
fn found(source: &Source) -> Held {
    let page = page::parse_source(source);
    let document = sentences::document(&page);
    let article = Candidate { page: &page, document: &document, given: None };
    let published = dates::publication(&[article], former_names()).pop().flatten();
    let body: Vec<&str> = document
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.part == SentencePart::Body)
        .map(|paragraph| document.slice(paragraph.span))
        .collect();
    Held {
        body: body.join("\n"),
        headline: page.headline.clone().unwrap_or_default(),
        day: published.map(|published| published.when.to_string()),
    }
}

/// Words in small letters.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn runs(text: &str) -> BTreeMap<Vec<String>, usize> {
    let mut runs = BTreeMap::new();
    for run in words(text).windows(RUN) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

/// The runs that two texts share, and do not.
fn alike(found: &str, expected: &str) -> Score {
    let (found, expected) = (runs(found), runs(expected));
    let all: BTreeSet<&Vec<String>> = found.keys().chain(expected.keys()).collect();
    let mut score = Score::default();
    for run in all {
        let (told, there) = (found.get(run).copied().unwrap_or(0), expected.get(run).copied().unwrap_or(0));
        score.right += told.min(there);
        score.made_up += told.saturating_sub(there);
        score.missed += there.saturating_sub(told);
    }
    score
}

/// The text of a page as somebody would copy it: without tags, scripts and
/// styles, a line a block.
fn stripped(html: &str) -> String {
    const HIDDEN: [&str; 6] = ["script", "style", "noscript", "svg", "template", "head"];
    const INLINE: [&str; 14] =
        ["a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "small", "span", "strong", "sub", "u"];
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(&before.replace(['\n', '\r'], " "));
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        rest = after;
        if HIDDEN.contains(&name.as_str()) && !tag.starts_with('/') && !tag.ends_with('/') {
            let end = ["</", name.as_str()].concat();
            rest = find_ignoring_case(after, &end).and_then(|at| after.get(at..)).unwrap_or_default();
        } else if !INLINE.contains(&name.as_str()) {
            text.push('\n');
        }
    }
    text.push_str(rest);
    let text = unescape(&text);
    let lines: Vec<String> = text.lines().map(crate::text::fold).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

fn find_ignoring_case(text: &str, what: &str) -> Option<usize> {
    text.as_bytes().windows(what.len()).position(|window| window.eq_ignore_ascii_case(what.as_bytes()))
}

/// The character references that news pages use.
fn unescape(text: &str) -> String {
    const NAMED: [(&str, char); 17] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("rdquo", '”'),
        ("ldquo", '“'),
        ("mdash", '—'),
        ("ndash", '–'),
        ("hellip", '…'),
        ("pound", '£'),
        ("euro", '€'),
        ("eacute", 'é'),
        ("copy", '©'),
    ];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let reference = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        let sign = reference.and_then(|(name, _)| match name.strip_prefix('#') {
            Some(number) => {
                let number = match number.strip_prefix(['x', 'X']) {
                    Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                    None => number.parse(),
                };
                number.ok().and_then(char::from_u32)
            }
            None => NAMED.iter().find(|(other, _)| *other == name).map(|(_, sign)| *sign),
        });
        plain.push(sign.unwrap_or('&'));
        rest = reference.filter(|_| sign.is_some()).map_or(after, |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_stripped_to_the_lines_that_one_would_copy() {
        let html = "<head><title>T</title></head><body><script>if (a<b) x('</p>')</SCRIPT><p>One <b>bold</b> &amp;\n\
            two&#8217;s<!-- <p>no</p> --></p><div>Three</div>";
        assert_eq!(stripped(html), "One bold & two’s\nThree");
    }

    #[test]
    fn bodies_are_alike_in_the_runs_that_they_share() {
        let score = alike("a b c d e", "x a b c d");
        assert_eq!(score, Score { right: 1, made_up: 1, missed: 1 });
    }
}
