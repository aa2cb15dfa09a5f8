//! Numbers, years, days of the month, times of the clock.

use super::Sentence;
use crate::dates::lexicon::Lex;
use crate::dates::meaning::{Count, TimeOfDay};

/// What is said with four digits and is no year of the news is a count.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1200..=2199;

impl Sentence<'_> {
    /// A number, in digits or words, and the token after it.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        if let Some((mut n, _)) = self.digits(at) {
            let mut to = at + 1;
            // `1,500`
            while self.is_mark(to, ',')
                && self.is_joined(to)
                && self.is_joined(to + 1)
                && let Some((thousands, 3)) = self.digits(to + 1)
            {
                n = n.checked_mul(1000)?.checked_add(thousands)?;
                to += 2;
            }
            return Some((n, to));
        }
        let Some(Lex::Cardinal(mut n)) = self.lex(at) else { return None };
        let mut to = at + 1;
        if (20..100).contains(&n) {
            let next = if self.is_dash(to) { to + 1 } else { to };
            if let Some(Lex::Cardinal(ones @ 1..=9)) = self.lex(next) {
                n += ones;
                to = next + 1;
            }
        }
        while let Some(Lex::Cardinal(scale @ (100 | 1000))) = self.lex(to) {
            n = n.checked_mul(scale)?;
            to += 1;
        }
        Some((n, to))
    }

    /// How many units: `three`, `a`, `several`, `2 1/2`.
    pub(super) fn count(&self, at: usize) -> Option<(Count, usize)> {
        if let Some((n, to)) = self.number(at) {
            if self.word(to) == "and" && self.word(to + 1) == "a" && self.word(to + 2) == "half" {
                return Some((Count::AndAHalf(n), to + 3));
            }
            let is_half = |i: usize| self.raw(i) == "1" && self.is_mark(i + 1, '/') && self.raw(i + 2) == "2";
            let halved = if self.is_dash(to) { to + 1 } else { to };
            if is_half(halved) {
                return Some((Count::AndAHalf(n), halved + 3));
            }
            if self.is_mark(to, '.') && self.is_joined(to) && self.raw(to + 1) == "5" && self.is_joined(to + 1) {
                return Some((Count::AndAHalf(n), to + 2));
            }
            if self.word(to) == "or"
                && let Some((_, after)) = self.number(to + 1)
            {
                return Some((Count::Some, after));
            }
            return Some((Count::Exactly(n), to));
        }
        match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            ("a", "couple", "of") => Some((Count::Exactly(2), at + 3)),
            ("a", "couple", _) => Some((Count::Exactly(2), at + 2)),
            ("a", "dozen", _) => Some((Count::Exactly(12), at + 2)),
            ("a", "number", "of") => Some((Count::Some, at + 3)),
            ("a", "few" | "several", _) | ("dozens" | "hundreds" | "thousands", "of", _) => Some((Count::Some, at + 2)),
            ("few" | "several" | "many" | "some" | "numerous", _, _) => Some((Count::Some, at + 1)),
            ("a" | "an", ..) => Some((Count::Exactly(1), at + 1)),
            _ => None,
        }
    }

    /// A year in four digits or in words, and the token after it.
    pub(super) fn year(&self, at: usize) -> Option<(i64, usize)> {
        if let Some((n, digits)) = self.digits(at) {
            let goes_on = self.is_joined(at + 1)
                && (self.is_mark(at + 1, '%')
                    || (self.is_mark(at + 1, ',') || self.is_mark(at + 1, '.') || self.is_mark(at + 1, ':'))
                        && self.is_joined(at + 2)
                        && self.digits(at + 2).is_some());
            // `2026Updated` lost its space; `2000s` and `1080p` are no years.
            let is_word = self.is_joined(at + 1)
                && self.items.get(at + 1).is_some_and(|item| item.token.is_word() && !item.capital);
            return (digits == 4 && YEARS.contains(&n) && !goes_on && !is_word).then(|| (i64::from(n), at + 1));
        }
        // `nineteen ninety-six`, `two thousand and five`.
        let Some(Lex::Cardinal(first)) = self.lex(at) else { return None };
        if (12..=20).contains(&first)
            && let Some((rest @ 10..=99, to)) = self.number(at + 1)
            && matches!(self.lex(at + 1), Some(Lex::Cardinal(_)))
        {
            return Some((i64::from(first * 100 + rest), to));
        }
        if first == 2 && self.word(at + 1) == "thousand" {
            let next = if self.word(at + 2) == "and" { at + 3 } else { at + 2 };
            return match self.number(next) {
                Some((rest @ 1..=99, to)) if matches!(self.lex(next), Some(Lex::Cardinal(_))) => {
                    Some((i64::from(2000 + rest), to))
                }
                _ => Some((2000, at + 2)),
            };
        }
        None
    }

    /// A day of the month, and the token after it: `5`, `5th`, `fifth`.
    pub(super) fn day_of_month(&self, at: usize) -> Option<(u8, usize)> {
        if let Some((n, digits)) = self.digits(at) {
            if digits > 2 || !(1..=31).contains(&n) {
                return None;
            }
            let suffix = self.is_joined(at + 1) && matches!(self.word(at + 1), "st" | "nd" | "rd" | "th");
            let to = if suffix { at + 2 } else { at + 1 };
            // `5:30`, `5.2`, `5 percent`, `5,000` are no days.
            let joined_number = self.is_joined(to)
                && (self.is_mark(to, ':') || self.is_mark(to, '.') || self.is_mark(to, ','))
                && self.is_joined(to + 1)
                && self.digits(to + 1).is_some();
            let counted =
                self.is_mark(to, '%') || matches!(self.word(to), "percent" | "million" | "billion" | "trillion");
            let glued = !suffix && self.is_joined(to) && self.items.get(to).is_some_and(|item| item.token.is_word());
            return (!joined_number && !counted && !glued).then(|| (n.try_into().unwrap_or(0), to));
        }
        match self.lex(at)? {
            Lex::Ordinal(n @ 1..=31) => Some((n.try_into().unwrap_or(0), at + 1)),
            Lex::Cardinal(tens @ (20 | 30)) => {
                let next = if self.is_dash(at + 1) { at + 2 } else { at + 1 };
                match self.lex(next)? {
                    Lex::Ordinal(ones @ 1..=9) if tens + ones <= 31 => {
                        Some(((tens + ones).try_into().unwrap_or(0), next + 1))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A time of the clock, and the token after it.
    pub(super) fn clock(&self, at: usize) -> Option<(TimeOfDay, usize)> {
        match self.word(at) {
            "noon" | "midday" => return Some((TimeOfDay::Clock(12, Some(0)), at + 1)),
            "midnight" => return Some((TimeOfDay::Clock(24, Some(0)), at + 1)),
            _ => {}
        }
        let (hour, digits) = self.digits(at)?;
        if digits > 2 || hour > 24 {
            return None;
        }
        let mut to = at + 1;
        let mut minute = None;
        if (self.is_mark(to, ':') || self.is_mark(to, '.'))
            && self.is_joined(to)
            && self.is_joined(to + 1)
            && let Some((n @ 0..=59, 2)) = self.digits(to + 1)
        {
            let by_colon = self.is_mark(to, ':');
            minute = Some((n, by_colon));
            to += 2;
            // Seconds.
            if self.is_mark(to, ':') && self.is_joined(to) && self.digits(to + 1).is_some() {
                to += 2;
            }
        }
        let (afternoon, after) = match self.half_of_day(to) {
            Some(found) => found,
            None if minute.is_some_and(|(_, by_colon)| by_colon) => (None, to),
            None if self.word(to) == "o" && self.is_apostrophe(to + 1) && self.word(to + 2) == "clock" => {
                (None, to + 3)
            }
            None => return None,
        };
        let hour = match afternoon {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        let hour = hour.try_into().ok()?;
        let minute = minute.map(|(n, _)| n.try_into().unwrap_or(0));
        Some((TimeOfDay::Clock(hour, minute), self.after_zone(after)))
    }

    /// `a.m.`, `pm`: whether the hour is after noon, and the token after it.
    fn half_of_day(&self, at: usize) -> Option<(Option<bool>, usize)> {
        match self.word(at) {
            "am" => Some((Some(false), at + 1)),
            "pm" => Some((Some(true), at + 1)),
            letter @ ("a" | "p") if self.is_mark(at + 1, '.') && self.word(at + 2) == "m" && self.is_joined(at + 2) => {
                let to = if self.is_mark(at + 3, '.') && self.is_joined(at + 3) { at + 4 } else { at + 3 };
                Some((Some(letter == "p"), to))
            }
            _ => None,
        }
    }

    /// Passes over a time zone: `EST`, `GMT`, `local time`.
    fn after_zone(&self, at: usize) -> usize {
        match self.raw(at) {
            "EST" | "EDT" | "ET" | "CST" | "CDT" | "MST" | "MDT" | "PST" | "PDT" | "PT" | "GMT" | "UTC" | "BST"
            | "CET" | "CEST" | "EET" | "EEST" | "SAST" | "WAT" | "EAT" | "MSK" | "PKT" | "IST" | "MYT" | "SGT"
            | "HKT" | "PHT" | "WIB" | "JST" | "KST" | "AWST" | "AEST" | "AEDT" | "NZST" | "NZDT" => at + 1,
            "local" | "Eastern" | "Pacific" | "Central" | "Moscow" if self.word(at + 1) == "time" => at + 2,
            _ => at,
        }
    }
}
