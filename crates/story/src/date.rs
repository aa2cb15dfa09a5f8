//! Dates as the sources give them: EDTF (ISO 8601-2:2019), never more precise
//! than what was said.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

use crate::edtf::{self, Date, Edtf, Time};
use crate::fields::{Field, Reader};
use crate::quoted::Quoted;
use crate::value::Value;

/// The months in English, for who writes a date where no browser does.
pub const MONTHS_IN_ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// An EDTF date of level 0 or 1: a day, a month, a season, a year, an
/// interval, each perhaps uncertain (`?`) or approximate (`~`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    text: String,
    /// The first and the last day that it may touch.
    days: (Option<Day>, Option<Day>),
    /// What it is marked as, of `edtf`.
    marks: u8,
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WhenError {
    /// It is not EDTF.
    #[error("{} is no EDTF date", Quoted(.0))]
    NotEdtf(String),
    /// It is EDTF of level 2, which the dataset does not use.
    #[error("{} is EDTF of level 2; the dataset uses levels 0 and 1", Quoted(.0))]
    Level2(String),
}

/// A day, counted from 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

impl Day {
    /// The day of a civil date. Days beyond a month's end count on into the
    /// next month.
    ///
    /// Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*,
    /// `days_from_civil`.
    pub fn from_civil(year: i64, month: u8, day: u8) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month and day of the month: the inverse of [`Day::from_civil`].
    pub fn to_civil(self) -> (i64, u8, u8) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1–12 and 1–31 by construction")]
        (year, month as u8, day as u8)
    }

    /// Monday is 0, Sunday is 6.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7).try_into().unwrap_or_default()
    }
}

/// What a date says, for a person to read: no more precise than it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A day: year, month 1–12, day of the month.
    Day(i64, u8, u8),
    /// A month: year, month 1–12.
    Month(i64, u8),
    /// A season: year, and spring 1, summer 2, autumn 3 or winter 4.
    Season(i64, u8),
    /// A year.
    Year(i64),
    /// A decade, a century: its first year (`198X`, `18XX`).
    Years(i64),
    /// From one to the other; nothing where it is open or not known.
    Interval(Option<Box<Shape>>, Option<Box<Shape>>),
    /// Anything that none of these says (`2024-XX`): the EDTF text.
    Text(String),
}

impl When {
    /// Reads an EDTF date.
    ///
    /// # Errors
    ///
    /// [`WhenError`] when `text` is not EDTF, or of level 2.
    ///
    /// ```
    /// use story::{Day, When};
    /// let autumn = When::parse("2024-23")?;
    /// assert_eq!(autumn.first_day(), Some(Day::from_civil(2024, 9, 1)));
    /// assert_eq!(autumn.last_day(), Some(Day::from_civil(2024, 11, 30)));
    /// assert!(When::parse("2024-13").is_err());
    /// # Ok::<(), story::WhenError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        let Some(Edtf { first, last, marks }) = Edtf::read(text) else {
            return Err(WhenError::NotEdtf(text.to_owned()));
        };
        if marks & edtf::LEVEL_2 != 0 {
            return Err(WhenError::Level2(text.to_owned()));
        }
        Ok(Self { text: text.to_owned(), days: (first, last), marks })
    }

    /// A day, exactly.
    pub fn day(day: Day) -> Self {
        let (year, month, date) = day.to_civil();
        let text = format!("{year:04}-{month:02}-{date:02}");
        // Years beyond four digits have another form; clamp them to it.
        Self::parse(&text).unwrap_or_else(|_| Self::year(year))
    }

    /// A month, exactly.
    ///
    /// # Errors
    ///
    /// [`WhenError`] when there is no such month.
    pub fn month(year: i64, month: u8) -> Result<Self, WhenError> {
        Self::parse(&format!("{year:04}-{month:02}"))
    }

    /// A year, exactly.
    pub fn year(year: i64) -> Self {
        let text = match year {
            0..=9999 => format!("{year:04}"),
            -9999..=-1 => format!("-{:04}", -year),
            _ => format!("Y{year}"),
        };
        debug_assert!(Edtf::read(&text).is_some(), "{text}");
        Self::parse(&text).unwrap_or_else(|_| Self::year(0))
    }

    /// The text, as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The time of day, where it has one.
    pub fn time(&self) -> Option<Time> {
        Time::of(&self.text)
    }

    /// The first day that it may touch; nothing for an open or unknown start.
    pub fn first_day(&self) -> Option<Day> {
        self.days.0
    }

    /// The last day that it may touch; nothing for an open or unknown end.
    pub fn last_day(&self) -> Option<Day> {
        self.days.1
    }

    /// Whether it names one day (with or without a time), and no doubt.
    pub fn is_one_day(&self) -> bool {
        !self.is_fuzzy() && self.first_day().is_some() && self.first_day() == self.last_day()
    }

    /// Whether it is an interval: it goes on from one date to another.
    pub fn is_interval(&self) -> bool {
        self.text.contains('/')
    }

    /// Whether its edges are soft: approximate, uncertain, or a season.
    pub fn is_fuzzy(&self) -> bool {
        self.marks & (edtf::SEASON | edtf::APPROXIMATE | edtf::UNCERTAIN | edtf::OPEN) != 0
    }

    /// Whether it is marked approximate (`~`) or uncertain (`?`).
    pub fn is_doubtful(&self) -> bool {
        self.marks & (edtf::APPROXIMATE | edtf::UNCERTAIN) != 0
    }

    /// The date, if HTML's `datetime` can hold it: a day, a month or a year, and no
    /// doubt about it.
    pub fn datetime(&self) -> Option<&str> {
        let year = match self.shape() {
            Shape::Day(year, ..) | Shape::Month(year, _) | Shape::Year(year) => year,
            Shape::Years(_) | Shape::Season(..) | Shape::Interval(..) | Shape::Text(_) => return None,
        };
        (!self.is_fuzzy() && (1..=9999).contains(&year)).then(|| self.as_str())
    }

    /// What it says, for a person to read. Marks of doubt are told by
    /// [`When::is_doubtful`], a time of day not at all.
    pub fn shape(&self) -> Shape {
        if let Some((start, end)) = self.text.split_once('/') {
            // An open or unknown side is no date.
            let side = |text| shape_of(text).map(Box::new);
            return Shape::Interval(side(start), side(end));
        }
        let date = self.text.split_once('T').map_or(self.text.as_str(), |(date, _)| date);
        shape_of(date).unwrap_or_else(|| Shape::Text(self.text.clone()))
    }

    /// Whether the two may be the same time: their days overlap.
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |end: Option<Day>, start: Option<Day>| matches!((end, start), (Some(e), Some(s)) if e < s);
        !before(self.last_day(), other.first_day()) && !before(other.last_day(), self.first_day())
    }

    /// Whether every day of `finer` lies within this date: `2024-11` covers
    /// `2024-11-27`.
    pub fn covers(&self, finer: &Self) -> bool {
        let starts = match (self.first_day(), finer.first_day()) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a <= b,
        };
        let ends = match (self.last_day(), finer.last_day()) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => b <= a,
        };
        starts && ends
    }

    /// How many days it may touch; nothing when a side is open.
    pub fn days(&self) -> Option<i64> {
        Some(self.last_day()?.0 - self.first_day()?.0 + 1)
    }

    /// Orders by the first day, then the last, then the text: a total order
    /// for lists, not a claim about time. Open starts come first, open ends
    /// last.
    pub fn compare(&self, other: &Self) -> Ordering {
        let ends = |when: &Self| when.last_day().map_or(i64::MAX, |day| day.0);
        let starts = |when: &Self| when.first_day().map_or(i64::MIN, |day| day.0);
        starts(self).cmp(&starts(other)).then(ends(self).cmp(&ends(other))).then_with(|| self.text.cmp(&other.text))
    }
}

/// Nothing when it is no date, or a digit is open.
fn shape_of(text: &str) -> Option<Shape> {
    /// EDTF's code of spring, the first season.
    const SPRING: u8 = 21;
    let Some(numbers) = Date::read(text.as_bytes())?.numbers() else {
        let digits = text.replace(['~', '?', '%'], "");
        let years = digits.len() == 4 && digits.starts_with(|c: char| c.is_ascii_digit());
        return digits.replace('X', "0").parse().ok().filter(|_| years).map(Shape::Years);
    };
    Some(match numbers {
        (year, None, _) => Shape::Year(year),
        (year, Some(season @ SPRING..), _) => Shape::Season(year, season - SPRING + 1),
        (year, Some(month), None) => Shape::Month(year, month),
        (year, Some(month), Some(day)) => Shape::Day(year, month, day),
    })
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        Self::parse(text)
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

#[cfg(feature = "json")]
impl<'de> serde::Deserialize<'de> for When {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl Field for When {
    fn read(value: Value, reader: &mut Reader) -> Self {
        Self::parse(&String::read(value, reader)).unwrap_or_else(|error| {
            reader.fault(&[&error.to_string()]);
            Self::year(0)
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for When {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "edtf",
            "description": "An EDTF date (ISO 8601-2:2019), level 0 or 1.",
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_html_knows_as_a_date_is_one() {
        let date = |text: &str| When::parse(text).unwrap().datetime().map(str::to_owned);
        for date_of_html in ["2024-07-03", "2024-07", "2024"] {
            assert_eq!(date(date_of_html).as_deref(), Some(date_of_html));
        }
        for other in ["2024-23", "2024-07-03~", "2024-07-03/2024-07-05", "201X", "-0044", "Y12024"] {
            assert_eq!(date(other), None, "{other}");
        }
    }

    fn when(text: &str) -> When {
        When::parse(text).unwrap()
    }

    #[test]
    fn a_date_is_as_wide_as_it_was_given() {
        assert_eq!(when("2024-07-03").days(), Some(1));
        assert_eq!(when("2023-11").days(), Some(30));
        assert_eq!(when("1992").days(), Some(366));
        assert_eq!(when("2024-11-27/2024-11-28").days(), Some(2));
        assert_eq!(when("2024/..").days(), None);
    }

    #[test]
    fn soft_edges_are_told() {
        assert!(when("2022-08-19~").is_fuzzy());
        assert!(when("2024-23").is_fuzzy());
        assert!(when("2024-23/2024-24").is_fuzzy());
        assert!(when("201X").is_fuzzy());
        assert!(!when("2024-11").is_fuzzy());
        assert!(when("2024-07-03T10:00:00Z").is_one_day());
    }

    #[test]
    fn a_coarser_date_covers_a_finer_one() {
        assert!(when("2024-23").covers(&when("2024-11-27")));
        assert!(!when("2024-11-27").covers(&when("2024-11")));
        assert!(when("2024/..").covers(&when("2031")));
    }

    #[test]
    fn a_shape_says_what_the_date_says() {
        assert_eq!(when("2024-07-03T10:00:00Z").shape(), Shape::Day(2024, 7, 3));
        assert_eq!(when("2022-08~").shape(), Shape::Month(2022, 8));
        assert_eq!(when("2024-23").shape(), Shape::Season(2024, 3));
        assert_eq!(when("1992").shape(), Shape::Year(1992));
        assert_eq!(when("201X").shape(), Shape::Years(2010));
        assert_eq!(when("2024-XX").shape(), Shape::Text("2024-XX".to_owned()));
        let since = Shape::Interval(Some(Box::new(Shape::Year(2024))), None);
        assert_eq!(when("2024/..").shape(), since);
    }

    #[test]
    fn level_2_is_refused_with_a_reason() {
        assert_eq!(
            When::parse("{2024,2025}").unwrap_err().to_string(),
            "\"{2024,2025}\" is EDTF of level 2; the dataset uses levels 0 and 1"
        );
    }

    #[test]
    fn weekdays_are_right() {
        assert_eq!(Day::from_civil(2024, 7, 3).weekday(), 2, "a Wednesday");
        assert_eq!(Day::from_civil(1969, 12, 31).weekday(), 2, "a Wednesday");
    }

    #[test]
    fn years_of_any_size_have_a_form() {
        for year in [-100_000, -1, 0, 7, 2024, 123_456] {
            assert_eq!(When::year(year).first_day(), Some(Day::from_civil(year, 1, 1)), "{year}");
        }
    }

    proptest! {
        #[test]
        fn days_and_civil_dates_are_inverse(day in -4_000_000_i64..4_000_000) {
            let (year, month, date) = Day(day).to_civil();
            prop_assert_eq!(Day::from_civil(year, month, date), Day(day));
        }

        #[test]
        fn no_text_breaks_the_parser(text in "\\PC*") {
            let _ = When::parse(&text);
        }
    }
}
