//! Dates for a person to read, no more precise than the source.

use story::{Shape, When};

use super::Words;

/// Names of days, months and years in the reader's language. The browser's
/// `Intl` is the real one.
pub(crate) trait Calendar {
    /// `3 Jul 2024`.
    fn day(&self, year: i64, month: u8, day: u8) -> String;
    /// `Jul 2024`.
    fn month(&self, year: i64, month: u8) -> String;
    /// `3 – 5 Jul 2024`: both days, what they share said once.
    fn days(&self, from: (i64, u8, u8), to: (i64, u8, u8)) -> String;
}

/// Says a date: `3 Jul 2024`, `Nov 2023`, `autumn 2024`, `about 1992`.
pub(crate) fn say_when(when: &When, words: &Words, calendar: &dyn Calendar) -> String {
    let said = say_shape(&when.shape(), words, calendar);
    if when.is_doubtful() { (words.about)(&said) } else { said }
}

/// Says the time from one date to another: `Aug 2022 – Nov 2024`, by months,
/// or the one date where they are the same.
pub(crate) fn say_span(first: &When, last: &When, words: &Words, calendar: &dyn Calendar) -> String {
    if first == last {
        return say_when(first, words, calendar);
    }
    let coarse = |when: &When| match when.shape() {
        Shape::Day(year, month, _) => calendar.month(year, month),
        shape => say_shape(&shape, words, calendar),
    };
    let (from, to) = (coarse(first), coarse(last));
    if from == to { from } else { format!("{from} – {to}") }
}

fn say_shape(shape: &Shape, words: &Words, calendar: &dyn Calendar) -> String {
    let say = |shape: &Shape| say_shape(shape, words, calendar);
    match shape {
        Shape::Day(year, month, day) => calendar.day(*year, *month, *day),
        Shape::Month(year, month) => calendar.month(*year, *month),
        Shape::Season(year, season) => {
            let name = words.seasons.get(usize::from(*season).saturating_sub(1)).copied().unwrap_or_default();
            (words.season)(name, *year)
        }
        Shape::Year(year) => year.to_string(),
        Shape::Years(first) => (words.years)(*first),
        Shape::Interval(Some(from), Some(to)) => match (from.as_ref(), to.as_ref()) {
            (&Shape::Day(y1, m1, d1), &Shape::Day(y2, m2, d2)) => calendar.days((y1, m1, d1), (y2, m2, d2)),
            (from, to) => format!("{} – {}", say(from), say(to)),
        },
        Shape::Interval(Some(from), None) => (words.since)(&say(from)),
        Shape::Interval(None, Some(to)) => (words.until)(&say(to)),
        Shape::Interval(None, None) => words.undated.to_owned(),
        Shape::Text(text) => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::Iso;
    use crate::words::EN;

    fn say(text: &str) -> String {
        say_when(&When::parse(text).unwrap(), &EN, &Iso)
    }

    #[test]
    fn a_date_is_said_as_precisely_as_it_is_known() {
        assert_eq!(say("2024-07-03"), "2024-7-3");
        assert_eq!(say("2023-11"), "2023-11");
        assert_eq!(say("2024-23"), "autumn 2024");
        assert_eq!(say("1992"), "1992");
        assert_eq!(say("2022-08~"), "about 2022-8");
        assert_eq!(say("2024-11-27/2024-11-28"), "(2024, 11, 27) to (2024, 11, 28)");
        assert_eq!(say("2024/.."), "since 2024");
        assert_eq!(say("../2024-21"), "until spring 2024");
        assert_eq!(say("201X"), "2010s");
        assert_eq!(say("18XX~"), "about 1800s");
        assert_eq!(say("2024-XX"), "2024-XX");
    }

    #[test]
    fn a_span_says_a_month_once() {
        let span = |a, b| say_span(&When::parse(a).unwrap(), &When::parse(b).unwrap(), &EN, &Iso);
        assert_eq!(span("2022-08-19", "2024-11-28"), "2022-8 – 2024-11");
        assert_eq!(span("2024-07-03", "2024-07-06"), "2024-7");
        assert_eq!(span("2024-07-03", "2024-07-03"), "2024-7-3");
    }
}
