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

/// Gives the dates that a page states in figures alone the order that the page
/// shows; where it shows none, the year alone is sure.
pub(super) fn settle(stated: &mut [StatedDate], text: &str) {
    let unsure = |date: &&mut StatedDate| matches!(date.kind, StatedKind::Stamp | StatedKind::Record);
    for date in stated.iter_mut().filter(unsure) {
        let Some([first, second]) = either_order(&date.text) else { continue };
        let Some(year) = date.when.first_day().map(|day| day.to_civil().0) else { continue };
        let (month, day) = match order(text, &date.text) {
            Some(Order::Day) => (second, first),
            Some(Order::Month) => (first, second),
            None => {
                date.when = When::year(year);
                continue;
            }
        };
        date.when = When::day(story::Day::from_civil(year, month, day));
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

/// The order that the page shows: by its other dates, else by the hour beside
/// the date.
fn order(text: &str, date: &str) -> Option<Order> {
    let (mut day, mut month) = (false, false);
    for numbers in text.split(is_space).filter(|word| word.contains('/')).filter_map(numbers) {
        day |= matches!(numbers, [13..=31, 1..=12]);
        month |= matches!(numbers, [1..=12, 13..=31]);
    }
    match (day, month) {
        (true, true) => return None,
        (true, false) => return Some(Order::Day),
        (false, true) => return Some(Order::Month),
        (false, false) => {}
    }
    text.lines().filter(|line| line.contains(date)).find_map(order_of_line).or_else(|| order_of_months(text, date))
}

/// The order in which the date is of a month that the text names, where it
/// names but one of the two.
fn order_of_months(text: &str, date: &str) -> Option<Order> {
    let [first, second] = either_order(date)?;
    let named = |month: u8| {
        let name = MONTHS_IN_ENGLISH.get(usize::from(month).checked_sub(1)?)?;
        let short = name.get(..3)?;
        Some(words(text).any(|(_, word)| word == *name || word == short))
    };
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
