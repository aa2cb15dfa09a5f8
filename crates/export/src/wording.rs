//! What an export says in words of its own, beside those of the story.

use story::{MONTHS_IN_ENGLISH, Shape, Status, When};

/// The words of a language. The widget has one for each of its languages.
pub trait Wording {
    /// A date, for a person to read: `3 July 2024`.
    fn when(&self, when: &When) -> String;

    /// That a date in a calendar is wider than it looks: `date` as it is known.
    fn no_closer(&self, date: &str) -> String;

    /// What is said of an event that did not simply happen.
    fn status(&self, status: Status) -> Option<&str>;
}

/// English, without a browser.
#[derive(Debug, Clone, Copy)]
pub struct English;

const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

impl Wording for English {
    fn when(&self, when: &When) -> String {
        let said = say(&when.shape());
        if when.is_doubtful() { ["about ", &said].concat() } else { said }
    }

    fn no_closer(&self, date: &str) -> String {
        ["The sources give no closer date than: ", date, "."].concat()
    }

    fn status(&self, status: Status) -> Option<&str> {
        match status {
            Status::Happened => None,
            Status::Planned => Some("planned"),
            Status::Cancelled => Some("cancelled"),
            Status::Uncertain => Some("uncertain"),
        }
    }
}

fn say(shape: &Shape) -> String {
    let name = |names: &[&'static str], at: u8| names.get(usize::from(at).wrapping_sub(1)).copied().unwrap_or_default();
    match shape {
        Shape::Day(year, month, day) => {
            [&day.to_string(), " ", name(&MONTHS_IN_ENGLISH, *month), " ", &year.to_string()].concat()
        }
        Shape::Month(year, month) => [name(&MONTHS_IN_ENGLISH, *month), " ", &year.to_string()].concat(),
        Shape::Season(year, season) => [name(&SEASONS, *season), " ", &year.to_string()].concat(),
        Shape::Year(year) => year.to_string(),
        Shape::Years(first) => format!("{first}s"),
        Shape::Interval(Some(from), Some(to)) => [&say(from), " – ", &say(to)].concat(),
        Shape::Interval(Some(from), None) => ["since ", &say(from)].concat(),
        Shape::Interval(None, Some(to)) => ["until ", &say(to)].concat(),
        Shape::Interval(None, None) => "no date given".to_owned(),
        Shape::Text(text) => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_as_precisely_as_it_is_known() {
        let said = |text| English.when(&When::parse(text).unwrap());
        assert_eq!(said("2024-07-03"), "3 July 2024");
        assert_eq!(said("2023-11~"), "about November 2023");
        assert_eq!(said("2024-24"), "winter 2024");
        assert_eq!(said("1992/.."), "since 1992");
        assert_eq!(said("2024-11-27/2024-11-28"), "27 November 2024 – 28 November 2024");
        assert_eq!(said("201X"), "2010s");
    }
}
