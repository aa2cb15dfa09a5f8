//! Whether `06/01/2024` is a day of January or of June: what the page shows
//! of the order that it writes dates in.

use story::{MONTHS_IN_ENGLISH, When};

use super::{StatedDate, StatedKind};
use crate::text::{is_space, words};

/// What stands first in a page's dates of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Day,
    Month,
}

/// For so many dates of a page, the lines that hold them are looked at: a page
/// that states more is a chronology, and is gone through once and not once for each.
const LOOKED_AT: usize = 32;

/// Gives the dates that a page states in figures alone the order that the page
/// shows; where it shows none, the year alone is sure.
pub(super) fn settle(stated: &mut [StatedDate], text: &str) {
    let is_stated = |date: &&mut StatedDate| matches!(date.kind, StatedKind::Stamp | StatedKind::Record);
    let either = |date| -> Option<([u8; 2], &mut StatedDate)> {
        let date: &mut StatedDate = date;
        Some((either_order(&date.text)?, date))
    };
    let mut unsure = stated.iter_mut().filter(is_stated).filter_map(either).peekable();
    if unsure.peek().is_none() {
        return;
    }
    let (day_first, month_first) = orders_of_dates(text);
    let months = months_of(text);
    for (at, ([first, second], date)) in unsure.enumerate() {
        let Some(year) = date.when.first_day().map(|day| day.to_civil().0) else { continue };
        let of_line = || {
            let mut lines = text.lines().filter(|line| at < LOOKED_AT && line.contains(&date.text));
            lines.find_map(order_of_line)
        };
        let order = match (day_first, month_first) {
            (true, true) => None,
            (true, false) => Some(Order::Day),
            (false, true) => Some(Order::Month),
            (false, false) => of_line().or_else(|| order_of_months(&months, first, second)),
        };
        date.when = match order {
            Some(Order::Day) => When::day(story::Day::from_civil(year, second, first)),
            Some(Order::Month) => When::day(story::Day::from_civil(year, first, second)),
            None => When::year(year),
        };
    }
}

/// The two numbers before the year of `06/01/2024`, where either may be the
/// month.
fn either_order(date: &str) -> Option<[u8; 2]> {
    let numbers = numbers(date)?;
    let is_month = |number: u8| (1..=12).contains(&number);
    (numbers.iter().all(|number| is_month(*number)) && numbers[0] != numbers[1]).then_some(numbers)
}

/// The two numbers before the year of a date in figures.
fn numbers(date: &str) -> Option<[u8; 2]> {
    let date = date.split(is_space).find(|word| word.contains('/'))?.trim_matches(|c: char| !c.is_alphanumeric());
    let (first, rest) = date.split_once('/')?;
    let (second, year) = rest.split_once('/')?;
    let fits = matches!(year.len(), 2 | 4) && first.len() <= 2 && second.len() <= 2;
    let numbers = [first.parse().ok()?, second.parse().ok()?];
    (fits && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(numbers)
}

/// Whether the page has dates in figures that can only have the day first, and
/// such that can only have the month first.
fn orders_of_dates(text: &str) -> (bool, bool) {
    let (mut day, mut month) = (false, false);
    for numbers in text.split(is_space).filter(|word| word.contains('/')).filter_map(numbers) {
        day |= matches!(numbers, [13..=31, 1..=12]);
        month |= matches!(numbers, [1..=12, 13..=31]);
    }
    (day, month)
}

/// Which months the text names, from January.
fn months_of(text: &str) -> [bool; 12] {
    let mut named = [false; 12];
    for (_, word) in words(text) {
        let is = |name: &&str| word == *name || name.get(..3) == Some(word);
        if let Some(named) = MONTHS_IN_ENGLISH.iter().position(is).and_then(|month| named.get_mut(month)) {
            *named = true;
        }
    }
    named
}

/// The order in which the date is of a month that the text names, where it
/// names but one of the two.
fn order_of_months(months: &[bool; 12], first: u8, second: u8) -> Option<Order> {
    let named = |month: u8| months.get(usize::from(month).checked_sub(1)?).copied();
    match (named(first)?, named(second)?) {
        (true, false) => Some(Order::Month),
        (false, true) => Some(Order::Day),
        _ => None,
    }
}

/// The order where an hour is told so: `13:55`, `GMT`; `2:02 PM ET`.
fn order_of_line(line: &str) -> Option<Order> {
    #[rustfmt::skip]
    const DAY_FIRST: [&str; 19] = [
        "GMT", "BST", "CET", "CEST", "EET", "EEST", "MSK", "SAST", "WAT", "EAT", "PKT", "IST", "MYT", "SGT", "HKT",
        "AEST", "AEDT", "NZST", "NZDT",
    ];
    const MONTH_FIRST: [&str; 9] = ["EST", "EDT", "ET", "CDT", "MST", "MDT", "PST", "PDT", "PT"];
    for (_, word) in words(line) {
        if DAY_FIRST.contains(&word) {
            return Some(Order::Day);
        }
        if MONTH_FIRST.contains(&word) {
            return Some(Order::Month);
        }
    }
    // The hours of a day from one to twenty-four go with the day first.
    let is_afternoon = |word: &str| {
        word.split_once(':').is_some_and(|(hour, _)| hour.parse().is_ok_and(|hour: u8| (13..24).contains(&hour)))
    };
    line.split(is_space).any(is_afternoon).then_some(Order::Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(date: &str, text: &str) -> String {
        let when = When::parse("2024-06-01").unwrap();
        let mut stated = [StatedDate { text: date.to_owned(), when, kind: StatedKind::Stamp }];
        settle(&mut stated, text);
        stated[0].when.to_string()
    }

    #[test]
    fn the_order_of_figures_is_the_page_s() {
        for (text, when) in [
            ("Published 06/01/2024 - 13:55", "2024-01-06"),
            ("Published 06/01/2024 9:55 GMT", "2024-01-06"),
            ("06/01/2024 2:02 PM ET", "2024-06-01"),
            ("06/01/2024\nUpdated 05/31/2024", "2024-06-01"),
            ("06/01/2024\nUpdated 31/01/2024", "2024-01-06"),
            ("06/01/2024\nThe mayor came on January 5.", "2024-01-06"),
            ("06/01/2024\nUpdated", "2024"),
        ] {
            assert_eq!(settled("06/01/2024", text), when, "{text}");
        }
        assert_eq!(settled("1 June 2024", "1 June 2024, 13:55"), "2024-06-01");
    }
}
