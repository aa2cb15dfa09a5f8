//! What is counted from another time, and how long, and how often:
//! `yesterday`, `last week`, `two years ago`, `three days`, `every month`.

use super::Sentence;
use crate::dates::lexicon::{DayPart, Lex, Unit, frequency, reference};
use crate::dates::meaning::{Count, Meaning, Which};

type Match = Option<(Meaning, usize)>;

impl Sentence<'_> {
    /// The longest expression that begins at `at` and is not of the calendar.
    pub(super) fn relative(&self, at: usize) -> Match {
        let candidates = [
            self.near_day(at),
            self.set(at),
            self.which_unit(at),
            self.which_units(at),
            self.counted(at),
            self.adjective(at),
            self.bare_weekday(at),
            self.the_unit(at),
            self.plain_reference(at),
        ];
        candidates.into_iter().flatten().reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    /// `today`, `the day after tomorrow`, `last night`, `this morning`.
    fn near_day(&self, at: usize) -> Match {
        let day = |offset| Meaning::DayOffset(offset);
        match self.word(at) {
            "today" | "tonight" => Some((day(0), at + 1)),
            "yesterday" => Some((day(-1), at + 1)),
            "tomorrow" => Some((day(1), at + 1)),
            "last" if self.word(at + 1) == "night" => Some((day(-1), at + 1)),
            "this" if matches!(self.lex(at + 1), Some(Lex::DayPart(_))) => Some((day(0), at + 1)),
            "the" if self.word(at + 1) == "day" => match (self.word(at + 2), self.word(at + 3)) {
                ("before", "yesterday") => Some((day(-2), at + 4)),
                ("after", "tomorrow") => Some((day(2), at + 4)),
                _ => None,
            },
            _ => None,
        }
    }

    /// `Friday`, `Fridays`.
    fn bare_weekday(&self, at: usize) -> Match {
        if let Some(Lex::Weekdays(weekday)) = self.lex(at) {
            return Some((Meaning::EveryWeekday(weekday), at + 1));
        }
        let (weekday, to) = self.weekday(at)?;
        if matches!(self.lex(to), Some(Lex::DayPart(DayPart::Night | DayPart::Morning))) && self.word(to).ends_with('s')
        {
            return Some((Meaning::EveryWeekday(weekday), to + 1));
        }
        Some((Meaning::Weekday { weekday, which: Which::Open }, to))
    }

    /// `every day`, `each July`, `every two weeks`, `daily`.
    fn set(&self, at: usize) -> Match {
        if matches!(self.word(at), "every" | "each") {
            let next = if self.word(at + 1) == "other" { at + 2 } else { at + 1 };
            if let Some((weekday, to)) = self.weekday(next) {
                return Some((Meaning::EveryWeekday(weekday), to));
            }
            match self.lex(next) {
                Some(Lex::Month(month, false)) => return Some((Meaning::EveryMonth(month), next + 1)),
                Some(Lex::Season(season)) => return Some((Meaning::EverySeason(season), next + 1)),
                Some(Lex::DayPart(_)) => return Some((Meaning::Every { count: 1, unit: Unit::Day }, next + 1)),
                _ => {}
            }
            if let Some((unit, false)) = self.unit(next) {
                let count = if next == at + 2 { 2 } else { 1 };
                return Some((Meaning::Every { count, unit }, next + 1));
            }
            let (count, next) = self.number(next)?;
            let (unit, _) = self.unit(next)?;
            return Some((Meaning::Every { count, unit }, next + 1));
        }
        // `the daily tally`: no time is told.
        if self.items.get(at + 1).is_some_and(|item| item.token.is_word()) {
            return None;
        }
        frequency(self.word(at)).filter(|_| !self.is_capital(at)).map(|value| (Meaning::Often(value), at + 1))
    }

    /// `last week`, `this month`, `next year`, `the following day`.
    fn which_unit(&self, at: usize) -> Match {
        let determined = self.word(at) == "the";
        let start = if determined { at + 1 } else { at };
        if determined && matches!(self.word(start), "following" | "next") {
            if matches!(self.lex(start + 1), Some(Lex::DayPart(_))) {
                return Some((Meaning::Adjacent { unit: Unit::Day, direction: 1 }, start + 1));
            }
            let (unit, plural) = self.unit(start + 1)?;
            return (!plural).then_some((Meaning::Adjacent { unit, direction: 1 }, start + 2));
        }
        if determined && matches!(self.word(start), "previous") {
            let (unit, plural) = self.unit(start + 1)?;
            return (!plural).then_some((Meaning::Adjacent { unit, direction: -1 }, start + 2));
        }
        if matches!(self.word(start), "same" | "that") && (determined || self.word(start) == "that") {
            let next = if self.word(start) == "that" && self.word(start + 1) == "same" { start + 2 } else { start + 1 };
            let (unit, plural) = self.unit(next)?;
            return (!plural && unit >= Unit::Day).then_some((Meaning::Same(unit), next + 1));
        }
        let (which, next) = self.which(start)?;
        let next = if matches!(self.word(next), "fiscal" | "calendar" | "full") { next + 1 } else { next };
        let (unit, plural) = self.unit(next)?;
        // `the last week of 2016`: the end of something, not the week before this.
        let the = determined || self.word(at.wrapping_sub(1)) == "the";
        let of_a_whole = self.word(next + 1) == "of" && (the || self.year(next + 2).is_some());
        if plural
            || unit < Unit::Day
            || (unit == Unit::Day && which != Which::This)
            || which == Which::Last && of_a_whole
        {
            return None;
        }
        let offset = match which {
            Which::Last => -1,
            Which::This => 0,
            Which::Next => 1,
            Which::Open => return None,
        };
        // `the past decade` is a length of time up to now.
        if matches!(self.word(start), "past") && unit >= Unit::Decade {
            return Some((Meaning::Duration { count: Count::Exactly(1), unit }, next + 1));
        }
        Some((Meaning::UnitOffset { unit, offset }, next + 1))
    }

    /// `the last two weeks`, `the next few days`, `recent years`.
    fn which_units(&self, at: usize) -> Match {
        let start = if self.word(at) == "the" { at + 1 } else { at };
        let next = match self.word(start) {
            "last" | "past" | "next" | "coming" | "previous" | "first" | "final" | "recent" | "following" => start + 1,
            _ => return None,
        };
        if let Some((unit, true)) = self.unit(next) {
            return Some((Meaning::Duration { count: Count::Some, unit }, next + 1));
        }
        let (count, next) = self.count(next)?;
        let next = if matches!(self.word(next), "full" | "fiscal" | "more") { next + 1 } else { next };
        let (unit, _) = self.unit(next)?;
        Some((Meaning::Duration { count, unit }, next + 1))
    }

    /// `two years`, `two years ago`, `a year earlier`.
    fn counted(&self, at: usize) -> Match {
        let start = if self.word(at) == "the" { at + 1 } else { at };
        // `years ago` has no count.
        let counted = self.count(start).filter(|_| self.year(start).is_none());
        let (count, next) = counted.unwrap_or((Count::Some, start));
        let more = matches!(self.word(next), "more" | "full" | "whole" | "additional" | "straight" | "consecutive");
        let next = if counted.is_some() && more { next + 1 } else { next };
        let plain = || self.unit(next).map(|(unit, plural)| (count, unit, plural, next));
        let (count, unit, plural, next) = self.half_or_two(start, count, next).or_else(plain)?;
        let counted = counted.or_else(|| (count != Count::Some).then_some((count, next)));
        let to = next + 1;
        let to = if self.word(to) == "or" && self.word(to + 1) == "so" { to + 2 } else { to };
        let (count, to) = self.and_a_half(count, to);
        let counts_days = plural || counted.is_some();
        if counts_days && let Some(found) = self.days_from(count, unit, to) {
            return Some(found);
        }
        match self.word(to) {
            "ago" if counts_days => return Some((Meaning::Ago { count, unit, direction: -1 }, to + 1)),
            "earlier" if counts_days => return Some((Meaning::Earlier { count, unit, direction: -1 }, to + 1)),
            "before" if counts_days && !self.goes_on(to + 1) => {
                return Some((Meaning::Earlier { count, unit, direction: -1 }, to + 1));
            }
            "later" if counts_days => return Some((Meaning::Earlier { count, unit, direction: 1 }, to + 1)),
            "from" if self.word(to + 1) == "now" => return Some((Meaning::Ago { count, unit, direction: 1 }, to + 2)),
            _ => {}
        }
        let is_length = match (counted, self.word(start)) {
            // `months of talks` says nothing sure.
            (None, _) => false,
            // `a quarter` is a fraction, `one day` is some day.
            (_, "a" | "an") => unit != Unit::Quarter && unit != Unit::Second && self.follows_length_word(start),
            (_, "one") => unit != Unit::Day || self.follows_length_word(start),
            _ => self.word(to) != "old",
        };
        is_length.then_some((Meaning::Duration { count, unit }, to))
    }

    /// `half a year` from `start`, `two fortnights` with its unit at `next`: how
    /// many of which unit, whether that is a plural, and its last token.
    fn half_or_two(&self, start: usize, count: Count, next: usize) -> Option<(Count, Unit, bool, usize)> {
        if self.word(start) == "half" && self.word(start + 1) == "a" {
            let (count, unit) = match self.unit(start + 2)?.0 {
                Unit::Year => (6, Unit::Month),
                Unit::Decade => (5, Unit::Year),
                Unit::Century => (50, Unit::Year),
                _ => return None,
            };
            return Some((Count::Exactly(count), unit, false, start + 2));
        }
        let Count::Exactly(count) = count else { return None };
        let plural = self.word(next) == "fortnights";
        let weeks = count.checked_mul(2).filter(|_| plural || self.word(next) == "fortnight")?;
        Some((Count::Exactly(weeks), Unit::Week, plural, next))
    }

    /// `a year and a half`: the half, and the token after it.
    fn and_a_half(&self, count: Count, at: usize) -> (Count, usize) {
        match count {
            Count::Exactly(n) if (self.word(at), self.word(at + 1), self.word(at + 2)) == ("and", "a", "half") => {
                (Count::AndAHalf(n), at + 3)
            }
            _ => (count, at),
        }
    }

    /// Whether a word follows without a mark between.
    fn goes_on(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.token.is_word())
    }

    /// Whether the word before `at` makes a length of time of what follows;
    /// `$5 a year` and `four flights a week` are none.
    fn follows_length_word(&self, at: usize) -> bool {
        matches!(
            self.word(at.wrapping_sub(1)),
            "about"
                | "after"
                | "almost"
                | "another"
                | "around"
                | "at"
                | "before"
                | "every"
                | "exactly"
                | "for"
                | "half"
                | "in"
                | "just"
                | "lasted"
                | "least"
                | "nearly"
                | "of"
                | "only"
                | "over"
                | "roughly"
                | "spent"
                | "than"
                | "took"
                | "under"
                | "up"
                | "within"
        )
    }

    /// `two-day`, `10-year`, `year-earlier`.
    fn adjective(&self, at: usize) -> Match {
        let start = if self.word(at) == "a" || self.word(at) == "the" { at + 1 } else { at };
        if self.word(start) == "year" && self.is_dash(start + 1) && matches!(self.word(start + 2), "earlier" | "ago") {
            let to = start + 3;
            if matches!(self.word(to), "quarter" | "period") {
                return Some((Meaning::QuarterBefore, to + 1));
            }
            return Some((Meaning::Earlier { count: Count::Exactly(1), unit: Unit::Year, direction: -1 }, to));
        }
        let (count, next) = self.count(at).filter(|_| self.year(at).is_none())?;
        if !self.is_dash(next) || !self.is_joined(next) || !self.is_joined(next + 1) {
            return None;
        }
        let (unit, _) = self.unit(next + 1)?;
        let to = next + 2;
        // Ages are lengths of another kind, `three-quarters` a fraction.
        if unit == Unit::Quarter || self.is_dash(to) && self.word(to + 1) == "old" {
            return None;
        }
        Some((Meaning::Duration { count, unit }, to))
    }

    /// `the quarter`, `the weekend`: the one that the text is about.
    fn the_unit(&self, at: usize) -> Match {
        if self.word(at) != "the" {
            return None;
        }
        let start = if matches!(self.word(at + 1), "latest" | "current") { at + 2 } else { at + 1 };
        if self.word(start) == "period" && start > at + 1 {
            return Some((Meaning::Same(Unit::Quarter), start + 1));
        }
        match self.unit(start)? {
            (Unit::Quarter, false) => Some((Meaning::Same(Unit::Quarter), start + 1)),
            // `the end of the year`
            (unit @ (Unit::Year | Unit::Month | Unit::Week), false) if self.follows_edge(at) => {
                Some((Meaning::UnitOffset { unit, offset: 0 }, start + 1))
            }
            // `the year before`, but not `the year before the war`.
            (unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), false)
                if start == at + 1 && self.word(start + 1) == "before" && !self.goes_on(start + 2) =>
            {
                Some((Meaning::Adjacent { unit, direction: -1 }, start + 2))
            }
            (Unit::Year, false) if start == at + 1 => {
                Some((Meaning::Duration { count: Count::Exactly(1), unit: Unit::Year }, start + 1))
            }
            (Unit::Weekend, false) => Some((Meaning::UnitOffset { unit: Unit::Weekend, offset: 0 }, start + 1)),
            _ => None,
        }
    }

    /// Whether `the end of` or its like stands before `at`.
    fn follows_edge(&self, at: usize) -> bool {
        self.word(at.wrapping_sub(1)) == "of"
            && matches!(
                self.word(at.wrapping_sub(2)),
                "end"
                    | "beginning"
                    | "start"
                    | "middle"
                    | "rest"
                    | "course"
                    | "half"
                    | "part"
                    | "remainder"
                    | "turn"
                    | "close"
            )
    }

    /// `now`, `recently`, `the future`.
    fn plain_reference(&self, at: usize) -> Match {
        if let Some(value) = reference(self.word(at)) {
            return Some((Meaning::Reference(value), at + 1));
        }
        match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            ("the", "future", _) => Some((Meaning::Reference("FUTURE_REF"), at + 2)),
            ("the", "near", "future") => Some((Meaning::Reference("FUTURE_REF"), at + 3)),
            ("the", "past", _) if self.unit(at + 2).is_none() && self.count(at + 2).is_none() => {
                Some((Meaning::Reference("PAST_REF"), at + 2))
            }
            ("at", "present", _) | ("these", "days", _) => Some((Meaning::Reference("PRESENT_REF"), at + 2)),
            _ => None,
        }
    }
}
