//! Figures: amounts as the reader's language writes them, and who states them.

use story::Figure;

use super::cite::{citations, told};
use super::parts::{UNDER, entity_link, joined, list, section, when};
use crate::app::Tools;
use crate::panel::{Node, el};

/// The details of a figure.
pub(super) fn figure(tools: Tools, figure: usize) -> Option<Vec<Node>> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.figures.get(figure)?;
    let about = item.about.as_deref().unwrap_or_default();
    let role = el("p", "role").with(vec![told(tools, "span", &item.evidence, about)]);
    let date = item.when.as_ref().map(|at| when(tools, "", at));
    let role = role.say(if !about.is_empty() && date.is_some() { " · " } else { "" }).and(date);
    let whom: Vec<usize> = (0..item.entities.len()).collect();
    let whom = list(tools, &whom, &|at| Some(el("li", "relation").with(vec![entity_link(tools, &item.entities[at])])));
    let mut said = vec![el("p", "kicker").say(words.figures), el("h3", "subject").say(&said(tools, item)), role];
    section(&mut said, UNDER, words.what_the_sources_say, citations(tools, &item.evidence));
    section(&mut said, UNDER, (words.search.group)(story::search::Group::Entities), whom);
    Some(said)
}

/// An amount with what the source says before it and what it is of: `nearly
/// US$30bn`, `over 17%`, `40 people`.
pub(crate) fn said(tools: Tools, figure: &Figure) -> String {
    let amount = amount(figure.value, figure.unit.as_deref());
    let number = tools.say(|intl| intl.number(figure.value, &amount.options));
    joined(&[figure.qualifier.as_deref().unwrap_or_default(), &number, amount.noun], " ")
}

/// How a number is to be written.
#[derive(Debug, PartialEq, Eq)]
struct Amount<'a> {
    /// Options of `Intl.NumberFormat`.
    options: Vec<(&'static str, &'a str)>,
    /// What it counts, where that is a word of the source.
    noun: &'a str,
}

/// From here on a number is written with a word for its millions.
const MANY: f64 = 1e6;

fn amount(value: f64, unit: Option<&str>) -> Amount<'_> {
    let unit = unit.unwrap_or_default();
    let mut options = Vec::new();
    let mut noun = "";
    let is_currency = unit.len() == 3 && unit.bytes().all(|letter| letter.is_ascii_uppercase());
    if is_currency {
        options.extend([("style", "currency"), ("currency", unit)]);
    } else if unit == "%" {
        options.extend([("style", "unit"), ("unit", "percent")]);
    } else {
        noun = unit;
    }
    // Cents are written with both their digits.
    if !is_currency || value.fract() == 0.0 {
        options.push(("maximumSignificantDigits", "21"));
    }
    if is_short(value.abs()) {
        options.extend([("notation", "compact"), ("compactDisplay", "long")]);
    }
    Amount { options, noun }
}

/// Whether a number is said in a word and few digits: 28.35 billion, but not
/// 28,350,123,456.
fn is_short(value: f64) -> bool {
    let mut scale = MANY;
    while value / scale >= 1000.0 && scale < 1e12 {
        scale *= 1000.0;
    }
    let hundredths = value / scale * 100.0;
    value >= MANY && (hundredths - hundredths.round()).abs() < 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_a_currency_a_share_or_a_noun() {
        let exact = ("maximumSignificantDigits", "21");
        let is = |value, unit, options: &[_], noun| {
            assert_eq!(amount(value, unit), Amount { options: options.to_vec(), noun });
        };
        is(199.0, Some("USD"), &[("style", "currency"), ("currency", "USD"), exact], "");
        is(1.5, Some("USD"), &[("style", "currency"), ("currency", "USD")], "");
        is(17.25, Some("%"), &[("style", "unit"), ("unit", "percent"), exact], "");
        is(40.0, Some("people"), &[exact], "people");
        is(40.0, None, &[exact], "");
        is(3e10, None, &[exact, ("notation", "compact"), ("compactDisplay", "long")], "");
    }

    #[test]
    fn a_long_number_is_short_only_where_nothing_is_lost() {
        for short in [1e6, 28.35e9, 3e10, 2.5e6, 1e15] {
            assert!(is_short(short), "{short}");
        }
        for long in [0.0, 999_999.0, 28_350_123_456.0, 1_234_567.0, f64::NAN] {
            assert!(!is_short(long), "{long}");
        }
    }
}
