//! Time expressions, on `TimeML`: as TempEval-3 (`UzZaman` et al. 2013) scores them.
//!
//! Strict: the span is the same. Relaxed: the spans share something. Value:
//! they do, and the TIMEX3 value is the same.

use std::path::Path;

use reading::{Span, dates, sentences};
use story::When;

use crate::pairs::pairs;
use crate::score::Tally;
use crate::text::{attribute, between, context, unescape};
use crate::{Error, Report, files, split};

struct Timex {
    span: Span,
    value: String,
}

/// Scores all `.tml` files under a folder.
///
/// # Errors
///
/// There are none, or one cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut strict = Tally::new("span of TIMEX3, strict");
    let mut relaxed = Tally::new("span of TIMEX3, relaxed");
    let mut value = Tally::new("value of TIMEX3");
    let mut errors = Vec::new();
    for path in files::some(folder, ".tml", "TimeML files (*.tml)")? {
        let name = files::name(&path);
        let held = split::is_held(&name);
        let mut error = |what: &str, text: &str, at: usize| {
            if !held {
                errors.push(format!("{what} | {} | {name}", context(text, at)));
            }
        };
        let (anchor, text, gold) = timeml(&files::read(&path)?);
        let document = sentences::document_of_raw(&text);
        let found = dates::find(&document, anchor.as_ref());
        let spans_of_gold: Vec<Span> = gold.iter().map(|gold| gold.span).collect();
        let (same, missed) = pairs(found.iter().map(|date| date.span), &spans_of_gold);
        for (date, same) in found.into_iter().zip(same) {
            let words = document.slice(date.span);
            let Some(gold) = same.and_then(|i| gold.get(i)) else {
                for row in [&mut strict, &mut relaxed, &mut value] {
                    row.part(held).made_up += 1;
                }
                error(&format!("made up {words} = {}", date.timex_value), &text, date.span.start);
                continue;
            };
            relaxed.part(held).count(true);
            strict.part(held).count(gold.span == date.span);
            let right = gold.value == date.timex_value;
            value.part(held).count(right);
            if !right {
                error(&format!("value {words} = {}, want {}", date.timex_value, gold.value), &text, date.span.start);
            }
        }
        for gold in missed.into_iter().filter_map(|i| gold.get(i)) {
            for row in [&mut strict, &mut relaxed, &mut value] {
                row.part(held).missed += 1;
            }
            let words = gold.span.of(&text);
            error(&format!("missed {words} = {}", gold.value), &text, gold.span.start);
        }
    }
    Ok(Report::new([value, relaxed, strict], errors))
}

/// The creation time, the text, and its `TIMEX3`.
fn timeml(source: &str) -> (Option<When>, String, Vec<Timex>) {
    let created = between(source, "<DCT>", "</DCT>").and_then(|dct| attribute(dct, "value")).unwrap_or_default();
    let anchor = created.get(..10).and_then(|day| When::parse(day).ok());
    let body = between(source, "<TEXT>", "</TEXT>").unwrap_or_default();
    let (mut text, mut gold, mut open) = (String::new(), Vec::new(), None);
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(&unescape(before));
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        if tag.starts_with("TIMEX3") {
            open = Some((text.len(), attribute(tag, "value").unwrap_or_default().to_owned()));
        } else if tag == "/TIMEX3"
            && let Some((start, value)) = open.take()
        {
            gold.push(Timex { span: Span::new(start, text.len()), value });
        }
        rest = after;
    }
    text.push_str(&unescape(rest));
    (anchor, text, gold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_expressions_are_told_with_their_place_in_the_text() {
        let source = "<DCT><TIMEX3 tid=\"t0\" value=\"1998-03-03\">3/3</TIMEX3></DCT><TEXT>\nR&amp;D <EVENT>met\
            </EVENT> on <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1998-03-02\">Monday</TIMEX3>.</TEXT>";
        let (anchor, text, gold) = timeml(source);
        assert_eq!(anchor.map(|when| when.to_string()).as_deref(), Some("1998-03-03"));
        assert_eq!(text, "\nR&D met on Monday.");
        let words: Vec<&str> = gold.iter().map(|timex| timex.span.of(&text)).collect();
        assert_eq!((words, gold[0].value.as_str()), (vec!["Monday"], "1998-03-02"));
    }
}
