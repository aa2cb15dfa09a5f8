//! The days that dates mean, on GUM (Zeldes 2017) in TEI: `<date when="2015-05-15">`,
//! `<date from="…" to="…">`.
//!
//! A date is right when it shares something with one of ours and both touch
//! the same first and last day. GUM marks dates of the calendar, so that
//! neither durations nor hours of a day are compared, and a side that GUM
//! leaves open (`notBefore`) may be anything.

use std::path::Path;

use reading::{Span, dates, sentences};
use story::{Day, When};

use crate::pairs::pairs;
use crate::score::Tally;
use crate::text::{attribute, between, context, push_word, unescape};
use crate::{Error, Report, files, split};

struct Date {
    span: Span,
    /// The first and the last day, where it is told.
    days: [Option<Day>; 2],
}

/// Scores all `.xml` files under a folder.
///
/// # Errors
///
/// There are none, or one cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut days = Tally::new("days of a date");
    let mut spans = Tally::new("span of a date, relaxed");
    let mut errors = Vec::new();
    for path in files::some(folder, ".xml", "texts in TEI (*.xml)")? {
        let name = files::name(&path);
        let held = split::is_held(&name);
        let (anchor, text, gold) = tei(&files::read(&path)?);
        let mut error = |what: String, at: usize| {
            if !held {
                errors.push(format!("{what} | {} | {name}", context(&text, at)));
            }
        };
        let document = sentences::document_of_raw(&text);
        let found = dates::find(&document, anchor.as_ref());
        let spans_of_gold: Vec<Span> = gold.iter().map(|gold| gold.span).collect();
        let (same, missed) = pairs(found.iter().map(|date| date.span), &spans_of_gold);
        for (date, same) in found.into_iter().zip(same) {
            let words = document.slice(date.span);
            let Some(gold) = same.and_then(|i| gold.get(i)) else {
                if date.timex_type == dates::TimexType::Date
                    && let Some(value) = &date.value
                {
                    days.part(held).made_up += 1;
                    spans.part(held).made_up += 1;
                    error(format!("made up {words} = {value}"), date.span.start);
                }
                continue;
            };
            spans.part(held).count(true);
            let value = date.value.as_ref();
            let told = [value.and_then(When::first_day), value.and_then(When::last_day)];
            let right =
                value.is_some() && gold.days.iter().zip(told).all(|(gold, told)| gold.is_none() || *gold == told);
            days.part(held).count(right);
            if !right {
                let value = value.map(ToString::to_string).unwrap_or(date.timex_value);
                error(format!("value {words} = {value}, want {}", wanted(gold)), date.span.start);
            }
        }
        for gold in missed.into_iter().filter_map(|i| gold.get(i)) {
            days.part(held).missed += 1;
            spans.part(held).missed += 1;
            let words = gold.span.of(&text);
            error(format!("missed {words} = {}", wanted(gold)), gold.span.start);
        }
    }
    Ok(Report::new([days, spans], errors))
}

fn wanted(date: &Date) -> String {
    date.days.map(|day| day.map_or_else(|| "?".to_owned(), |day| When::day(day).to_string())).join("/")
}

/// The day of writing, the text, a line a sentence and a paragraph a paragraph, and its dates.
fn tei(source: &str) -> (Option<When>, String, Vec<Date>) {
    let (head, body) = source.split_once('>').unwrap_or_default();
    let anchor = attribute(head, "dateCreated").and_then(|day| When::parse(day).ok());
    let (mut text, mut gold, mut open) = (String::new(), Vec::new(), None);
    let mut words = 0;
    for line in body.lines() {
        let Some(tag) = between(line, "<", ">") else {
            if let Some((word, _)) = line.split_once('\t') {
                if words == 0 && !text.is_empty() && !text.ends_with('\n') {
                    text.push(' ');
                }
                push_word(&mut text, &unescape(word));
                words += 1;
            }
            continue;
        };
        if tag.starts_with("s ") || tag == "s" {
            words = 0;
        } else if ["/p", "/head", "/item", "/sp", "/caption"].contains(&tag) {
            text.push_str("\n\n");
        } else if tag.starts_with("date") {
            open = Some((text.len(), days(tag)));
        } else if tag == "/date"
            && let Some((start, days)) = open.take()
        {
            // The white space before the first word is no part of it.
            let start = start + text.get(start..).map_or(0, |date: &str| date.len() - date.trim_start().len());
            if days.iter().any(Option::is_some) {
                gold.push(Date { span: Span::new(start, text.len()), days });
            }
        }
    }
    (anchor, text, gold)
}

/// The first and the last day of a TEI date; an hour is its day.
fn days(tag: &str) -> [Option<Day>; 2] {
    let when = |names: [&str; 3]| {
        let value = names.iter().find_map(|name| attribute(tag, name))?;
        When::parse(value.split_once('T').map_or(value, |(day, _)| day)).ok()
    };
    let first = when(["when", "from", "notBefore"]).and_then(|when| when.first_day());
    [first, when(["when", "to", "notAfter"]).and_then(|when| when.last_day())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_its_place_in_the_text_and_its_days() {
        let source = "<text id=\"a\" dateCreated=\"2021-05-03\">\n<p>\n<s type=\"decl\">\nIt\tPRP\nfell\tVBD\nin\tIN\n\
            <date when=\"2021-02\">\nFebruary\tNP\n</date>\n.\t.\n</s>\n</p>\n</text>";
        let (anchor, text, gold) = tei(source);
        assert_eq!(anchor.map(|when| when.to_string()).as_deref(), Some("2021-05-03"));
        assert_eq!(text.trim(), "It fell in February.");
        let [date] = gold.as_slice() else { panic!("one date") };
        assert_eq!((Some(date.span.of(&text)), wanted(date).as_str()), (Some("February"), "2021-02-01/2021-02-28"));
    }
}
