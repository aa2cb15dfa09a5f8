//! A date without a time of day.

use super::digits::{Left, fits, number, rounded, two, with_digit};
use super::{LAST_YEAR, LEVEL_2, OPEN, ROUNDED, SEASON};
use crate::Day;

/// A date: the digits that were written, and what they come to.
#[derive(Default)]
pub(crate) struct Date<'a> {
    /// The first and the last year that it may be; nothing for one that is
    /// beyond any number here.
    pub(super) years: Option<(i64, i64)>,
    /// The digits of the year, if one of them is open.
    pub(super) year: &'a [u8],
    /// Two digits, or nothing.
    pub(super) month: &'a [u8],
    /// Two digits, or nothing.
    pub(super) day: &'a [u8],
    pub(super) first: Option<Day>,
    pub(super) last: Option<Day>,
    pub(super) marks: u8,
}

impl<'a> Date<'a> {
    /// Reads a date without a time of day.
    pub(crate) fn read(text: &'a [u8]) -> Option<Self> {
        let mut date = Self::default();
        let mut left = Left(text);
        // How much the year, the month and the day are in doubt. A mark before
        // a part is of that part, a mark behind it is of those before it too.
        let is_long = left.eats(b'Y');
        let mut doubts = [if is_long { 0 } else { left.doubt() }, 0, 0];
        date.read_year(&mut left, is_long)?;
        let [year, month, day] = &mut doubts;
        *year |= left.doubt();
        let mut said = 1;
        if left.eats(b'-') {
            *month = left.doubt();
            date.month = left.digits(2)?;
            let both = left.doubt();
            *month |= both;
            *year |= both;
            said = 2;
            if left.eats(b'-') {
                *day = left.doubt();
                date.day = left.digits(2)?;
                let all = left.doubt();
                *day |= all;
                *month |= all;
                *year |= all;
                said = 3;
            }
        }
        let is_of_year = is_long || date.marks & ROUNDED != 0;
        if !left.0.is_empty() || (is_of_year && said > 1) {
            return None;
        }
        date.marks |= doubts[0] | doubts[1] | doubts[2];
        if doubts.iter().take(said).any(|doubt| *doubt != doubts[0]) {
            date.marks |= LEVEL_2;
        }
        date.find_open_digits();
        date.find_days()?;
        Some(date)
    }

    /// What it says in numbers: the year, then the month or the code of a
    /// season, then the day. Nothing when a digit is open.
    pub(crate) fn numbers(&self) -> Option<(i64, Option<u8>, Option<u8>)> {
        let (year, _) = self.years.filter(|_| self.marks & OPEN == 0)?;
        Some((year, two(self.month), two(self.day)))
    }

    /// Reads a year of four digits, or, behind a `Y`, a long one.
    fn read_year(&mut self, left: &mut Left<'a>, is_long: bool) -> Option<()> {
        let is_negative = left.eats(b'-');
        let digits = if is_long { left.run() } else { left.digits(4)? };
        let mut years = Some((number(digits, 0)?, number(digits, 9)?));
        let mut width = digits.len();
        if is_long {
            if left.eats(b'E') {
                let zeros = left.count().filter(|zeros| *zeros <= 100_000)?;
                let year = (0..zeros).try_fold(number(digits, 0)?, |year, _| with_digit(year, 0));
                years = year.map(|year| (year, year));
                width += zeros;
                self.marks |= LEVEL_2;
            }
            if digits.starts_with(b"0") || years.is_some_and(|(year, _)| year <= 9999) {
                return None;
            }
        } else if digits.contains(&b'X') {
            self.year = digits;
        }
        if is_negative && (!self.year.is_empty() || digits == b"0000") {
            return None;
        }
        if left.eats(b'S') {
            let count = left.count().filter(|count| (1..=width).contains(count) && self.year.is_empty())?;
            years = years.and_then(|(year, _)| rounded(year, width - count));
            self.marks |= LEVEL_2 | ROUNDED;
        }
        self.years = if is_negative { years.map(|(low, high)| (-high, -low)) } else { years };
        Some(())
    }

    fn find_open_digits(&mut self) {
        let is_open = |digits: &[u8]| digits.contains(&b'X');
        if !(is_open(self.year) || is_open(self.month) || is_open(self.day)) {
            return;
        }
        self.marks |= OPEN;
        // Level 1 has `201X`, `20XX`, `2004-XX`, `2004-XX-XX` and `2004-07-XX`.
        let is_of_level_1 = match self.year {
            [millennium, century, _, year] => {
                self.month.is_empty() && *millennium != b'X' && *century != b'X' && *year == b'X'
            }
            _ => matches!(self.day, b"" | b"XX") && (self.month == b"XX" || !is_open(self.month)),
        };
        if !is_of_level_1 {
            self.marks |= LEVEL_2;
        }
    }

    /// Finds the first and the last day; nothing when there is no such day.
    fn find_days(&mut self) -> Option<()> {
        let Some((low, high)) = self.years else { return Some(()) };
        if self.month.is_empty() {
            let is_near = |year: i64| year.unsigned_abs() <= LAST_YEAR;
            self.first = is_near(low).then(|| Day::from_civil(low, 1, 1));
            self.last = is_near(high).then(|| Day::from_civil(high, 12, 31));
            return Some(());
        }
        if let Some(code @ 21..=41) = two(self.month)
            && self.day.is_empty()
        {
            self.marks |= if code <= 24 { SEASON } else { SEASON | LEVEL_2 };
            let (month, next) = months_of(code);
            self.first = Some(Day::from_civil(low, month, 1));
            let (year, next) = if next > 12 { (high + 1, next - 12) } else { (high, next) };
            self.last = Some(Day(Day::from_civil(year, next, 1).0 - 1));
            return Some(());
        }
        // What a leap year has not, no year has.
        self.day_in(2000, false)?;
        let fits = |year: &i64| fits(self.year, *year);
        let first = (low..=high).filter(fits).find_map(|year| self.day_in(year, false))?;
        let last = (low..=high).rev().filter(fits).find_map(|year| self.day_in(year, true))?;
        (self.first, self.last) = (Some(first), Some(last));
        Some(())
    }

    /// The first or the last day of a year that it may be.
    fn day_in(&self, year: i64, is_last: bool) -> Option<Day> {
        let nth = |n: u8, of: u8| if is_last { of + 1 - n } else { n };
        let months = (1..=12).map(|n| nth(n, 12)).filter(|month| fits(self.month, i64::from(*month)));
        for month in months {
            for date in (1..=31).map(|n| nth(n, 31)).filter(|date| fits(self.day, i64::from(*date))) {
                let day = Day::from_civil(year, month, date);
                // A day beyond the month's end counts on into the next month.
                if day.to_civil().2 == date {
                    return Some(day);
                }
            }
        }
        None
    }

    /// Whether it does not begin after the other has ended.
    pub(super) fn may_come_before(&self, other: &Self) -> bool {
        match (self.first, other.last) {
            (Some(first), Some(last)) => first <= last,
            _ => match (self.years, other.years) {
                (Some((low, _)), Some((_, high))) => low <= high,
                _ => true,
            },
        }
    }
}

/// The first month of a season or another part of a year, and the month after
/// its last.
fn months_of(code: u8) -> (u8, u8) {
    match code {
        21..=24 => (3 * (code - 20), 3 * (code - 19)),
        25..=28 => months_of(code - 4),
        // The south has its spring in September.
        29 | 30 => months_of(code - 6),
        31 | 32 => months_of(code - 10),
        33..=36 => (3 * (code - 33) + 1, 3 * (code - 32) + 1),
        37..=39 => (4 * (code - 37) + 1, 4 * (code - 36) + 1),
        _ => (6 * (code - 40) + 1, 6 * (code - 39) + 1),
    }
}
