//! What is counted from another time: `last week`, `two months later`, `a year
//! earlier`.

use story::Day;

use super::{Resolved, Resolver};
use crate::dates::TimexType;
use crate::dates::calendar::{day_text, iso_week};
use crate::dates::direction::Direction;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{WeekBy, YearOf};

impl Resolver {
    /// `last week`, `next weekend`.
    pub(super) fn unit_offset(&mut self, unit: Unit, offset: i64, direction: Direction) -> Resolved {
        match unit {
            Unit::Weekend => {
                let Some(Day(anchor)) = self.anchor.day else { return Resolved::open("XXXX-WXX-WE") };
                let monday = anchor - i64::from(Day(anchor).weekday());
                let ahead = direction == Direction::Ahead || offset > 0 || Day(anchor).weekday() >= 5;
                let saturday = monday + 5 - if ahead { 0 } else { 7 }
                    + if offset > 0 && Day(anchor).weekday() >= 5 { 7 } else { 0 };
                let (year, week) = iso_week(Day(saturday));
                let edtf = format!("{}/{}", day_text(Day(saturday)), day_text(Day(saturday + 1)));
                Resolved::new(TimexType::Date, format!("{year:04}-W{week:02}-WE"), Some(edtf), true)
            }
            _ => self.away(offset, unit, false),
        }
    }

    /// So many units from the anchor, or from what was told.
    pub(super) fn away(&mut self, n: i64, unit: Unit, from_told: bool) -> Resolved {
        // Beyond this no news has a date.
        let n = n.clamp(-100_000, 100_000);
        // `In March …, two days later`: of a day that nobody told.
        let coarse = self.told.day.is_none() && self.told.year.is_some();
        let base = match from_told {
            true if coarse => None,
            true => self.told.day.or(self.anchor.day),
            false => self.anchor.day,
        };
        let vague = if n < 0 { "PAST_REF" } else { "FUTURE_REF" };
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => Resolved::open(vague),
            Unit::Day | Unit::Weekend => match base {
                Some(Day(day)) => self.tell_day(Day(day + n), true),
                None => Resolved::open("XXXX-XX-XX"),
            },
            Unit::Week => match base {
                Some(Day(day)) => week(Day(day + 7 * n)),
                None => Resolved::open("XXXX-WXX"),
            },
            Unit::Month => {
                let told = if from_told { self.told.month } else { None };
                match told.or_else(|| Some((self.anchor.year?, self.anchor.month?))) {
                    Some((year, month)) => {
                        let months = year * 12 + i64::from(month) - 1 + n;
                        let month = u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
                        self.tell_month(months.div_euclid(12), month, true)
                    }
                    None => Resolved::open("XXXX-XX"),
                }
            }
            Unit::Quarter => match self.anchor.year.zip(self.anchor.quarter()) {
                Some((year, quarter)) => {
                    let quarters = year * 4 + i64::from(quarter) - 1 + n;
                    let quarter = u8::try_from(quarters.rem_euclid(4) + 1).unwrap_or(1);
                    self.tell_quarter(quarters.div_euclid(4), quarter, true)
                }
                None => Resolved::open("XXXX-QX"),
            },
            Unit::Year => {
                let told = if from_told && self.sentence <= self.told.sentence + 1 { self.told.year } else { None };
                match told.or(self.anchor.year) {
                    Some(year) => Resolved::date(format!("{:04}", year + n), true),
                    None => Resolved::open("XXXX"),
                }
            }
            Unit::Decade => match self.anchor.year {
                Some(year) => {
                    let tens = (year + 10 * n).div_euclid(10);
                    Resolved::new(TimexType::Date, format!("{tens:03}X"), Some(format!("{tens:03}X")), true)
                }
                None => Resolved::open("XXX"),
            },
            Unit::Century => match self.anchor.year {
                Some(year) => {
                    let hundreds = (year + 100 * n).div_euclid(100);
                    Resolved::new(TimexType::Date, format!("{hundreds:02}"), Some(format!("{hundreds:02}XX")), true)
                }
                None => Resolved::open("XX"),
            },
        }
    }

    /// The week that the day just told is in, begins or ends.
    pub(super) fn week_by(&self, day: Resolved, by: WeekBy) -> Resolved {
        let Some(Day(told)) = self.told.day.filter(|_| day.edtf.is_some()) else { return day };
        match by {
            WeekBy::Any => week(Day(told)),
            WeekBy::First | WeekBy::Last => {
                let first = if by == WeekBy::First { told } else { told - 6 };
                let days = format!("{}/{}", day_text(Day(first)), day_text(Day(first + 6)));
                Resolved::date(days, true)
            }
        }
    }

    /// So many days from the day just told.
    pub(super) fn days_from(&mut self, day: &Resolved, days: i64) -> Resolved {
        match self.told.day.filter(|_| day.edtf.is_some()) {
            Some(Day(day)) => self.tell_day(Day(day + days), true),
            None => Resolved::open("XXXX-XX-XX"),
        }
    }

    /// A day of the month that is so many months from the anchor's.
    pub(super) fn day_of_month(&mut self, day: u8, months: i64) -> Resolved {
        let Some((year, month)) = self.anchor.year.zip(self.anchor.month) else { return Resolved::open("XXXX-XX-XX") };
        let months = year * 12 + i64::from(month) - 1 + months;
        let month = u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
        self.day(YearOf::Stated(months.div_euclid(12)), month, day, None, None, Direction::Open)
    }

    /// The quarter that this sentence or the one before it told.
    pub(super) fn near_quarter(&self) -> Option<(i64, u8)> {
        let (year, quarter, sentence) = self.told.quarter?;
        (self.sentence <= sentence + 1).then_some((year, quarter))
    }

    /// `a year earlier`, beside a quarter: figures are set beside those of the
    /// same quarter.
    pub(super) fn quarter_before(&mut self) -> Resolved {
        let Some((year, quarter, _)) = self.told.quarter else { return Resolved::open("XXXX-QX") };
        let told = self.told.quarter;
        let resolved = self.tell_quarter(year - 1, quarter, true);
        // The next comparison is with the same quarter again.
        self.told.quarter = told.map(|(year, quarter, _)| (year, quarter, self.sentence));
        resolved
    }

    /// `that week`: the one that was told, else the anchor's.
    pub(super) fn same(&mut self, unit: Unit) -> Resolved {
        match unit {
            Unit::Day => match self.told.day.or(self.anchor.day) {
                Some(day) => Resolved::date(day_text(day), true),
                None => Resolved::open("XXXX-XX-XX"),
            },
            Unit::Week => match self.told.day.or(self.anchor.day) {
                Some(day) => week(day),
                None => Resolved::open("XXXX-WXX"),
            },
            Unit::Month => match self.told.month.or_else(|| Some((self.anchor.year?, self.anchor.month?))) {
                Some((year, month)) => Resolved::date(format!("{year:04}-{month:02}"), true),
                None => Resolved::open("XXXX-XX"),
            },
            Unit::Quarter => {
                let last = self
                    .anchor
                    .year
                    .zip(self.anchor.quarter())
                    .map(|(year, quarter)| if quarter == 1 { (year - 1, 4) } else { (year, quarter - 1) });
                match self.told.quarter.map(|(year, quarter, _)| (year, quarter)).or(last) {
                    Some((year, quarter)) => self.tell_quarter(year, quarter, true),
                    None => Resolved::open("XXXX-QX"),
                }
            }
            _ => match self.told.year.or(self.anchor.year) {
                Some(year) => Resolved::date(format!("{year:04}"), true),
                None => Resolved::open("XXXX"),
            },
        }
    }
}

/// The week of a day, from Monday to Sunday.
fn week(day: Day) -> Resolved {
    let (year, number) = iso_week(day);
    let monday = day.0 - i64::from(day.weekday());
    let edtf = format!("{}/{}", day_text(Day(monday)), day_text(Day(monday + 6)));
    Resolved::new(TimexType::Date, format!("{year:04}-W{number:02}"), Some(edtf), true)
}
