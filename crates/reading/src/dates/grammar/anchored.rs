//! Days that are told by another one: `the week of May 6`, `three days after
//! May 3`, `the 12th of this month`.

use super::Sentence;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{Count, Meaning, WeekBy, YearOf};

type Match = Option<(Meaning, usize)>;

impl Sentence<'_> {
    /// `the week of May 6`, `the week beginning 6 May`, `the week ended May 12`.
    pub(super) fn week_of(&self, at: usize) -> Match {
        let start = if self.word(at) == "the" { at + 1 } else { at };
        if self.word(start) != "week" {
            return None;
        }
        let by = match self.word(start + 1) {
            "of" => WeekBy::Any,
            "beginning" | "starting" | "commencing" => WeekBy::First,
            "ending" | "ended" => WeekBy::Last,
            _ => return None,
        };
        let on = usize::from(self.word(start + 2) == "on");
        let ((year, month, day), to) = self.one_day(start + 2 + on)?;
        Some((Meaning::WeekOf { year, month, day, by }, to))
    }

    /// `three days after May 3`, `a week before 1 June 2023`.
    pub(super) fn days_from(&self, count: Count, unit: Unit, at: usize) -> Match {
        let (Count::Exactly(count), Unit::Day | Unit::Week) = (count, unit) else { return None };
        let direction = match self.word(at) {
            "after" | "from" => 1,
            "before" => -1,
            _ => return None,
        };
        let days = i64::from(count) * direction * if unit == Unit::Week { 7 } else { 1 };
        let ((year, month, day), to) = self.one_day(at + 1)?;
        Some((Meaning::DaysFrom { year, month, day, days }, to))
    }

    /// `the 12th of this month`
    pub(super) fn day_of_this_month(&self, at: usize) -> Match {
        let start = if self.word(at) == "the" { at + 1 } else { at };
        let (day, next) = self.day_of_month(start)?;
        let next = if self.word(next) == "of" { next + 1 } else { next };
        let months = match self.word(next) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        (self.word(next + 1) == "month").then_some((Meaning::DayOfMonth { day, months }, next + 2))
    }

    /// One day of the calendar: its year, month and day.
    fn one_day(&self, at: usize) -> Option<((YearOf, u8, u8), usize)> {
        let found = [self.weekday_and_date(at), self.month_first(at), self.day_first(at), self.numeric_date(at)];
        let longest = found.into_iter().flatten().max_by_key(|(_, to)| *to)?;
        match longest {
            (Meaning::Day { year, month, day, to: None, .. }, to) => Some(((year, month, day), to)),
            _ => None,
        }
    }
}
