//! Dates case by case, on the English specifications of Microsoft's
//! Recognizers-Text: a sentence, the day it was said on, and what each
//! expression may mean.
//!
//! Compared are the cases all of whose expressions TIMEX3 knows as `DATE`,
//! `DURATION` or `SET`: hours are not compared, nor are ranges of two dates
//! (`from 4 to 22 May`), which TIMEX3 marks as two. An expression is right when
//! its TIMEX3 value is the same, or it touches the same first and last day as
//! one of its meanings: `5 May` without a year has the last and the next. What
//! stands around a date (`before 2018`) is no part of its value in TIMEX3.

use std::path::Path;

use reading::{Span, dates, sentences};
use serde::Deserialize;
use story::{Day, When};

use crate::pairs::pairs;
use crate::score::Tally;
use crate::{Error, Report, files, split};

/// The specification of whole sentences.
const CASES: &str = "DateTimeModel.json";
/// The dates that are written as in the United States; elsewhere the day comes first.
const ENGLISH: &str = "English";

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Case {
    input: String,
    context: Option<Context>,
    results: Vec<Expression>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Context {
    reference_date_time: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Expression {
    start: usize,
    /// The last character, not the one after.
    end: usize,
    #[serde(default)]
    type_name: String,
    resolution: Option<Resolution>,
}

#[derive(Deserialize)]
struct Resolution {
    #[serde(default)]
    values: Vec<Meaning>,
}

#[derive(Deserialize)]
struct Meaning {
    #[serde(default)]
    timex: String,
    start: Option<String>,
    end: Option<String>,
    value: Option<String>,
}

/// Scores the cases.
///
/// # Errors
///
/// They are not there, or cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut value = Tally::new("what an expression means");
    let mut span = Tally::new("its span, relaxed");
    let mut errors = Vec::new();
    for path in files::some(folder, CASES, CASES)? {
        if path.parent().is_none_or(|folder| files::name(folder) != ENGLISH) {
            continue;
        }
        let text = files::read(&path)?;
        let cases: Vec<Case> = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|problem| Error::content(&path, &problem))?;
        for case in cases.iter().filter(|case| case.results.iter().all(Expression::is_compared)) {
            let held = split::is_held(&case.input);
            let mut error = |what: String| {
                if !held {
                    errors.push(format!("{what} | {} | {}", case.input, case.day()));
                }
            };
            compare(case, value.part(held), span.part(held), &mut error);
        }
    }
    Ok(Report::new([value, span], errors))
}

fn compare(case: &Case, value: &mut crate::Score, span: &mut crate::Score, error: &mut dyn FnMut(String)) {
    let document = sentences::document_of_raw(&case.input);
    let found = dates::find(&document, When::parse(case.day()).ok().as_ref());
    // The cases count in characters, and name the last one.
    let spans = found
        .iter()
        .map(|date| Span::new(document.chars_before(date.span.start), document.chars_before(date.span.end)));
    let spans_of_gold: Vec<Span> = case.results.iter().map(|gold| Span::new(gold.start, gold.end + 1)).collect();
    let (same, missed) = pairs(spans, &spans_of_gold);
    for (date, same) in found.iter().zip(same) {
        let words = document.slice(date.span);
        let Some(gold) = same.and_then(|i| case.results.get(i)) else {
            value.made_up += 1;
            span.made_up += 1;
            error(format!("made up {words} = {}", date.timex_value));
            continue;
        };
        span.count(true);
        let right = gold.means(date.value.as_ref(), &date.timex_value);
        value.count(right);
        if !right {
            let found = date.value.as_ref().map_or(date.timex_value.as_str(), When::as_str);
            error(format!("value {words} = {found}, want {}", gold.wanted()));
        }
    }
    for gold in missed.into_iter().filter_map(|i| case.results.get(i)) {
        value.missed += 1;
        span.missed += 1;
        let words: String = case.input.chars().skip(gold.start).take(gold.end + 1 - gold.start.min(gold.end)).collect();
        error(format!("missed {words} = {}", gold.wanted()));
    }
}

impl Case {
    /// The day that it is said on.
    fn day(&self) -> &str {
        let moment = self.context.as_ref().and_then(|context| context.reference_date_time.as_deref());
        moment.and_then(|moment| moment.get(..10)).unwrap_or_default()
    }
}

impl Expression {
    fn is_compared(&self) -> bool {
        let kind = self.type_name.rsplit('.').next().unwrap_or_default();
        let is_pair = |meaning: &Meaning| meaning.timex.starts_with('(');
        ["date", "daterange", "duration", "set"].contains(&kind) && !self.meanings().iter().any(is_pair)
    }

    fn meanings(&self) -> &[Meaning] {
        self.resolution.as_ref().map_or(&[], |resolution| &resolution.values)
    }

    fn means(&self, found: Option<&When>, timex: &str) -> bool {
        let days = found.map(|found| [found.first_day(), found.last_day()]);
        self.meanings().iter().any(|meaning| {
            let meant = meaning.days();
            meaning.timex == timex || meant != [None, None] && days == Some(meant)
        })
    }

    fn wanted(&self) -> String {
        let one = |meaning: &Meaning| match meaning.days() {
            [None, None] => meaning.timex.clone(),
            days => days.map(|day| day.map_or_else(String::new, |day| When::day(day).to_string())).join("/"),
        };
        self.meanings().iter().map(one).collect::<Vec<_>>().join(" or ")
    }
}

impl Meaning {
    /// The first and the last day; neither for what is no time of the calendar.
    fn days(&self) -> [Option<Day>; 2] {
        let day = |text: &Option<String>| {
            let when = text.as_deref().and_then(|text| text.get(..10)).and_then(|day| When::parse(day).ok());
            when.and_then(|when| when.first_day())
        };
        match day(&self.value) {
            Some(day) => [Some(day); 2],
            None => [day(&self.start), day(&self.end).map(|Day(after)| Day(after - 1))],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_ends_on_the_day_before_its_end() {
        let case = r#"{ "Input": "in May 2021", "Context": { "ReferenceDateTime": "2021-06-01T00:00:00" }, "Results": [
            { "Start": 3, "End": 10, "TypeName": "datetimeV2.daterange", "Resolution": { "values": [
                { "timex": "2021-05", "start": "2021-05-01", "end": "2021-06-01" } ] } } ] }"#;
        let case: Case = serde_json::from_str(case).unwrap();
        assert_eq!(case.results[0].wanted(), "2021-05-01/2021-05-31");
        assert!(case.results[0].means(When::parse("2021-05").ok().as_ref(), ""));
    }
}
