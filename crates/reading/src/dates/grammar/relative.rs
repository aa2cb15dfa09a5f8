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
        frequency(self.word(at)).filter(|_| !self.is_capital(at)).map(|value| (Meaning::Often(value), at + 1))
    }

    /// `last week`, `this month`, `next year`, `the following day`.
    fn which_unit(&self, at: usize) -> Match {
        let determined = self.word(at) == "the";
        let start = if determined { at + 1 } else { at };
        if determined && matches!(self.word(start), "following" | "next") {
            let (unit, plural) = self.unit(start + 1)?;
            return (!plural).then_some((Meaning::Earlier { count: Count::Exactly(1), unit, direction: 1 }, start + 2));
        }
        if determined && matches!(self.word(start), "previous") {
            let (unit, plural) = self.unit(start + 1)?;
            return (!plural)
                .then_some((Meaning::Earlier { count: Count::Exactly(1), unit, direction: -1 }, start + 2));
        }
        if matches!(self.word(start), "same" | "that") && (determined || self.word(start) == "that") {
            let next = if self.word(start) == "that" && self.word(start + 1) == "same" { start + 2 } else { start + 1 };
            let (unit, plural) = self.unit(next)?;
            return (!plural && unit >= Unit::Day).then_some((Meaning::Same(unit), next + 1));
        }
        let (which, next) = self.which(start)?;
        let next = if matches!(self.word(next), "fiscal" | "calendar" | "full") { next + 1 } else { next };
        let (unit, plural) = self.unit(next)?;
        if plural || unit < Unit::Day || (unit == Unit::Day && which != Which::This) {
            return None;
        }
        let offset = match which {
            Which::Last => -1,
            Which::This => 0,
            Which::Next => 1,
            Which::Open => return None,
        };
        // `the past year` is a length of time up to now.
        if determined && matches!(self.word(start), "past" | "last" | "coming") && unit != Unit::Decade {
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

    /// `two years`, `two years ago`, `a year earlier`, `a week from Friday`.
    fn counted(&self, at: usize) -> Match {
        let start = if self.word(at) == "the" { at + 1 } else { at };
        let (count, next) = match self.count(start) {
            Some(found) => found,
            // `years ago`
            None if matches!(self.unit(start), Some((_, true))) => (Count::Some, start),
            None => return None,
        };
        let next = if matches!(
            self.word(next),
            "more" | "full" | "whole" | "additional" | "straight" | "consecutive" | "or"
        ) {
            next + 1
        } else {
            next
        };
        let (unit, plural) = self.unit(next)?;
        let to = next + 1;
        let to = if self.word(to) == "or" && self.word(to + 1) == "so" { to + 2 } else { to };
        let (count, to) = if self.word(to) == "and" && self.word(to + 1) == "a" && self.word(to + 2) == "half" {
            (
                match count {
                    Count::Exactly(n) => Count::AndAHalf(n),
                    other => other,
                },
                to + 3,
            )
        } else {
            (count, to)
        };
        match self.word(to) {
            "ago" => return Some((Meaning::Ago { count, unit, direction: -1 }, to + 1)),
            "earlier" | "before" if self.word(to) == "earlier" || !self.is_noun_follows(to + 1) => {
                return Some((Meaning::Earlier { count, unit, direction: -1 }, to + 1));
            }
            "later" => return Some((Meaning::Earlier { count, unit, direction: 1 }, to + 1)),
            "from" if self.word(to + 1) == "now" => return Some((Meaning::Ago { count, unit, direction: 1 }, to + 2)),
            "hence" => return Some((Meaning::Ago { count, unit, direction: 1 }, to + 1)),
            _ => {}
        }
        let is_alone = start == next;
        let one = matches!(self.word(start), "a" | "an");
        if is_alone && unit < Unit::Day || (one && unit == Unit::Second) {
            return None;
        }
        // `$5 a share, twice a year`: how often.
        if one && !plural && self.follows_amount(start) {
            return Some((Meaning::Every { count: 1, unit }, to));
        }
        // `a day` alone says nothing sure.
        if is_alone && !plural {
            return None;
        }
        Some((Meaning::Duration { count, unit }, to))
    }

    fn is_noun_follows(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.token.is_word())
    }

    /// Whether what stands before is an amount or a number of times.
    fn follows_amount(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        matches!(
            self.word(before),
            "times" | "twice" | "once" | "million" | "billion" | "percent" | "barrels" | "tons" | "dollars" | "%"
        ) || (self.digits(before).is_some() && !self.is_mark(at, '-'))
    }

    /// `two-day`, `10-year`, `year-earlier`, `year-end`, `two-year-old`.
    fn adjective(&self, at: usize) -> Match {
        if self.word(at) == "year" && self.is_dash(at + 1) {
            return match self.word(at + 2) {
                "earlier" | "ago" => {
                    Some((Meaning::Earlier { count: Count::Exactly(1), unit: Unit::Year, direction: -1 }, at + 3))
                }
                _ => None,
            };
        }
        let (count, next) = self.count(at)?;
        if !self.is_dash(next) || !self.is_joined(next) || !self.is_joined(next + 1) {
            return None;
        }
        let (unit, _) = self.unit(next + 1)?;
        let to = next + 2;
        // Ages and series are lengths of another kind.
        if self.is_dash(to) && self.word(to + 1) == "old" {
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
        match self.unit(start)? {
            (Unit::Quarter, false) => Some((Meaning::Same(Unit::Quarter), start + 1)),
            (Unit::Weekend, false) => Some((Meaning::UnitOffset { unit: Unit::Weekend, offset: 0 }, start + 1)),
            _ => None,
        }
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
            ("at", "present", _) => Some((Meaning::Reference("PRESENT_REF"), at + 2)),
            _ => None,
        }
    }
}
