//! Civil dates from days and back, in the proleptic Gregorian calendar.
//!
//! After Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).

/// A day of the calendar. Year 0 is 1 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Astronomical year.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
}

/// Days in a 400-year cycle of the calendar.
const CYCLE: i64 = 146_097;
/// Days from 1 March of year 0 to 1 January 1970.
const EPOCH: i64 = 719_468;

impl Date {
    /// The date `days` after 1 January 1970.
    pub fn from_days(days: i64) -> Self {
        let shifted = days.saturating_add(EPOCH);
        let (cycle, day) = (shifted.div_euclid(CYCLE), shifted.rem_euclid(CYCLE));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        // Months counted from March, so that the leap day comes last.
        let shifted_month = (5 * day + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        Self { year: year + cycle * 400 + i64::from(month <= 2), month, day: day - (153 * shifted_month + 2) / 5 + 1 }
    }

    /// Days from 1 January 1970 to this date. A month beyond 12 is carried
    /// into the years.
    pub fn to_days(self) -> i64 {
        let year = self.year.saturating_add((self.month - 1).div_euclid(12));
        let month = (self.month - 1).rem_euclid(12) + 1;
        let year = if month <= 2 { year - 1 } else { year };
        let (cycle, year) = (year.div_euclid(400), year.rem_euclid(400));
        let shifted_month = if month > 2 { month - 3 } else { month + 9 };
        let day = (153 * shifted_month + 2) / 5 + self.day - 1;
        cycle.saturating_mul(CYCLE).saturating_add(year * 365 + year / 4 - year / 100 + day - EPOCH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days_are_right() {
        for (days, year, month, day) in [
            (0, 1970, 1, 1),
            (-1, 1969, 12, 31),
            (11_016, 2000, 2, 29),
            (19_907, 2024, 7, 3),
            (-719_468, 0, 3, 1),
            (-25_509, 1900, 2, 28),
            (-25_508, 1900, 3, 1),
        ] {
            let date = Date { year, month, day };
            assert_eq!(Date::from_days(days), date);
            assert_eq!(date.to_days(), days);
        }
    }

    #[test]
    fn months_are_carried() {
        let carried = Date { year: 2023, month: 14, day: 1 };
        assert_eq!(carried.to_days(), Date { year: 2024, month: 2, day: 1 }.to_days());
    }

    proptest! {
        #[test]
        fn every_day_comes_back(days in -1_000_000_000i64..1_000_000_000) {
            prop_assert_eq!(Date::from_days(days).to_days(), days);
            prop_assert!(Date::from_days(days) < Date::from_days(days + 1));
        }

        #[test]
        fn any_number_has_a_date(days in any::<i64>()) {
            let date = Date::from_days(days);
            prop_assert!((1..=12).contains(&date.month) && (1..=31).contains(&date.day));
        }
    }
}
