//! Days of the calendar: weekdays, weeks, feasts.

use story::{Day, When};

use super::direction::Direction;
use super::meaning::{Feast, Which};

/// The weekday that is meant, seen from the anchor.
pub(super) fn near_weekday(anchor: Day, weekday: u8, which: Which, direction: Direction) -> Day {
    let ahead = (i64::from(weekday) - i64::from(anchor.weekday())).rem_euclid(7);
    let next = Day(anchor.0 + ahead);
    let last = if ahead == 0 { anchor } else { Day(anchor.0 + ahead - 7) };
    match which {
        Which::Last => Day(if ahead == 0 { anchor.0 - 7 } else { last.0 }),
        Which::Next => Day(if ahead == 0 { anchor.0 + 7 } else { next.0 }),
        Which::This => next,
        Which::Open => match direction {
            Direction::Ahead => next,
            Direction::Back | Direction::Open => last,
        },
    }
}

/// Year and number of the ISO 8601 week that holds the day.
pub(super) fn iso_week(day: Day) -> (i64, i64) {
    // The week belongs to the year of its Thursday.
    let thursday = Day(day.0 - i64::from(day.weekday()) + 3);
    let (year, ..) = thursday.to_civil();
    (year, (thursday.0 - Day::from_civil(year, 1, 1).0) / 7 + 1)
}

/// The day, as EDTF.
pub(super) fn day_text(day: Day) -> String {
    When::day(day).as_str().to_owned()
}

/// How many days a month has.
pub(super) fn days_in(year: i64, month: u8) -> u8 {
    let next = if month >= 12 { Day::from_civil(year + 1, 1, 1) } else { Day::from_civil(year, month + 1, 1) };
    u8::try_from(next.0 - Day::from_civil(year, month, 1).0).unwrap_or(31)
}

/// The day that a feast falls on in a year.
pub(super) fn day_of_feast(feast: Feast, year: i64) -> Day {
    match feast {
        Feast::Fixed(month, day) => Day::from_civil(year, month, day),
        Feast::Nth(month, weekday, 0) => {
            let last = Day::from_civil(year, month, days_in(year, month));
            Day(last.0 - (i64::from(last.weekday()) - i64::from(weekday)).rem_euclid(7))
        }
        Feast::Nth(month, weekday, nth) => {
            let first = Day::from_civil(year, month, 1);
            let ahead = (i64::from(weekday) - i64::from(first.weekday())).rem_euclid(7);
            Day(first.0 + ahead + 7 * (i64::from(nth) - 1))
        }
        Feast::AfterThanksgiving(days) => Day(day_of_feast(Feast::Nth(11, 3, 4), year).0 + days),
        Feast::Easter(offset) => Day(easter(year).0 + offset),
        Feast::ElectionDay => Day(day_of_feast(Feast::Nth(11, 0, 1), year).0 + 1),
    }
}

/// Easter Sunday in the Gregorian calendar.
///
/// Source: the anonymous Gregorian algorithm, *Nature*, 20 April 1876, as
/// given by Meeus, *Astronomical Algorithms*, chapter 8.
fn easter(year: i64) -> Day {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let moon = (8 * century + 13).div_euclid(25);
    let epact = (19 * golden + century - century.div_euclid(4) - moon + 15).rem_euclid(30);
    let leaps = 2 * century.rem_euclid(4) + 2 * of_century.div_euclid(4);
    let weekday = (32 + leaps - epact - of_century.rem_euclid(4)).rem_euclid(7);
    let late = (golden + 11 * epact + 19 * weekday).div_euclid(433);
    let month = (epact + weekday - 7 * late + 90).div_euclid(25);
    let day = (epact + weekday - 7 * late + 33 * month + 19).rem_euclid(32);
    Day::from_civil(year, u8::try_from(month).unwrap_or(4), u8::try_from(day).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_and_other_feasts_fall_where_they_fell() {
        assert_eq!(easter(2024), Day::from_civil(2024, 3, 31));
        assert_eq!(easter(1998), Day::from_civil(1998, 4, 12));
        assert_eq!(day_of_feast(Feast::Nth(11, 3, 4), 1999), Day::from_civil(1999, 11, 25));
        assert_eq!(day_of_feast(Feast::Nth(5, 0, 0), 2021), Day::from_civil(2021, 5, 31));
        assert_eq!(day_of_feast(Feast::ElectionDay, 1998), Day::from_civil(1998, 11, 3));
    }

    #[test]
    fn weeks_belong_to_the_year_of_their_thursday() {
        assert_eq!(iso_week(Day::from_civil(2021, 1, 3)), (2020, 53));
        assert_eq!(iso_week(Day::from_civil(2024, 12, 30)), (2025, 1));
    }
}
