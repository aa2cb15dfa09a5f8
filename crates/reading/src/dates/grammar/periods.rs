//! Longer stretches of the calendar: `the third quarter of 1989`, `spring
//! 2024`, `the 1990s`, `1998`.

use super::Sentence;
use super::calendar::near_century;
use super::numbers::YEARS;
use crate::dates::lexicon::{Lex, Unit, decade};
use crate::dates::meaning::{Meaning, Which, YearOf};

type Match = Option<(Meaning, usize)>;

impl Sentence<'_> {
    /// `third-quarter`, `the first half of 1998`, `Q3 2024`, `this year’s
    /// second quarter`.
    pub(super) fn quarter_or_half(&self, at: usize) -> Match {
        let start = if self.word(at) == "the" { at + 1 } else { at };
        if let Some((offset, next)) = self.year_s(start) {
            let (meaning, to) = self.part_of_year(next, YearOf::Relative(offset))?;
            return Some((meaning, to));
        }
        let start = if self.word(start) == "fiscal" { start + 1 } else { start };
        self.part_of_year(start, YearOf::Open(Which::Open))
    }

    /// `this year’s`: the year counted from the anchor’s.
    fn year_s(&self, at: usize) -> Option<(i64, usize)> {
        let offset = match self.word(at) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        (self.word(at + 1) == "year" && self.is_apostrophe(at + 2) && self.word(at + 3) == "s")
            .then_some((offset, at + 4))
    }

    fn part_of_year(&self, at: usize, year: YearOf) -> Match {
        // `the 1988 third quarter`
        if let Some((stated, next)) = self.year(at)
            && year == YearOf::Open(Which::Open)
        {
            return self.part_of_year(next, YearOf::Stated(stated));
        }
        // `H1 2023`
        if self.word(at) == "h"
            && self.is_joined(at + 1)
            && let Some((half @ 1..=2, 1)) = self.digits(at + 1)
            && let (year @ YearOf::Stated(_), to) = self.stated_or(year, at + 2)
        {
            return Some((Meaning::Half { year, half: u8::try_from(half).unwrap_or(1) }, to));
        }
        if self.word(at) == "q"
            && self.is_joined(at + 1)
            && let Some((quarter @ 1..=4, 1)) = self.digits(at + 1)
        {
            let (year, to) = self.stated_or(year, at + 2);
            return Some((Meaning::Quarter { year, quarter: u8::try_from(quarter).unwrap_or(1) }, to));
        }
        let (which, next) = match self.lex(at)? {
            Lex::Ordinal(n @ 1..=4) => (n, at + 1),
            _ => match (self.digits(at), self.word(at + 1)) {
                (Some((n @ 1..=4, 1)), "st" | "nd" | "rd" | "th") if self.is_joined(at + 1) => (n, at + 2),
                _ => return None,
            },
        };
        let next = if self.is_dash(next) { next + 1 } else { next };
        let next = if self.word(next) == "fiscal" { next + 1 } else { next };
        let part = u8::try_from(which).unwrap_or(1);
        match self.word(next) {
            "quarter" => {
                let (year, to) = self.stated_or(year, next + 1);
                Some((Meaning::Quarter { year, quarter: part }, to))
            }
            "half" if part <= 2 => {
                let (stated, to) = self.stated_or(year, next + 1);
                // `the second half` alone may be of anything.
                (stated != YearOf::Open(Which::Open)).then_some((Meaning::Half { year: stated, half: part }, to))
            }
            _ => None,
        }
    }

    fn stated_or(&self, year: YearOf, at: usize) -> (YearOf, usize) {
        // `the first half of the year`
        if self.word(at) == "of" && self.word(at + 1) == "the" && self.word(at + 2) == "year" {
            return (YearOf::Relative(0), at + 3);
        }
        match self.year_after(at) {
            (YearOf::Open(_), _) => (year, at),
            found => found,
        }
    }

    /// `the winter of 1994`, `spring 2024`, `the summer`.
    pub(super) fn season(&self, at: usize) -> Match {
        let determined = matches!(self.word(at), "the");
        let start = if determined { at + 1 } else { at };
        let Some(Lex::Season(season)) = self.lex(start) else { return None };
        let (year, to) = self.year_after(start + 1);
        let before = self.word(at.wrapping_sub(1));
        let in_time =
            matches!(before, "in" | "during" | "since" | "until" | "by" | "through" | "early" | "late" | "mid" | "of");
        let is_word_too = matches!(self.word(start), "fall" | "spring");
        let alone = year == YearOf::Open(Which::Open);
        let sure = if is_word_too {
            in_time && (determined || !matches!(before, "of" | "in" | "by"))
        } else {
            in_time || determined
        };
        (!alone || sure).then_some((Meaning::Season { year, season }, to))
    }

    /// `the 1990s`, `the ’90s`, `the nineties`, `the 20th century`.
    pub(super) fn decade_or_century(&self, at: usize) -> Match {
        let start = if self.word(at) == "the" { at + 1 } else { at };
        let start = self.after_edge(start);
        if let Some((n, digits)) = self.digits(start) {
            let plural = self.word(start + 1) == "s" && self.is_joined(start + 1);
            let apostrophed = self.is_apostrophe(start + 1)
                && self.is_joined(start + 1)
                && self.word(start + 2) == "s"
                && self.is_joined(start + 2);
            let to = if plural { start + 2 } else { start + 3 };
            if (plural || apostrophed) && n % 10 == 0 {
                return match digits {
                    // `the late 1800s`; but of `the early 2000s` there are ten.
                    4 if !YEARS.contains(&n) => None,
                    4 if n % 100 == 0 && n < 2000 => Some((Meaning::Century(i64::from(n)), to)),
                    4 => Some((Meaning::Decade(i64::from(n)), to)),
                    2 if start > at => Some((Meaning::Decade(near_century(n)), to)),
                    _ => None,
                };
            }
        }
        if self.is_apostrophe(start)
            && self.word(start + 2) == "s"
            && let Some((n, 2)) = self.digits(start + 1)
        {
            return (n % 10 == 0).then(|| (Meaning::Decade(near_century(n)), start + 3));
        }
        if start > at
            && let Some(n) = decade(self.word(start))
        {
            return Some((Meaning::Decade(near_century(n)), start + 1));
        }
        let (n, next) = match self.lex(start)? {
            Lex::Ordinal(n) => (n, start + 1),
            Lex::Cardinal(20) if self.is_dash(start + 1) && self.word(start + 2) == "first" => (21, start + 3),
            _ => {
                let (n, digits) = self.digits(start)?;
                let suffix = matches!(self.word(start + 1), "st" | "nd" | "rd" | "th") && self.is_joined(start + 1);
                (if digits <= 2 && suffix { n } else { return None }, start + 2)
            }
        };
        let next = if self.is_dash(next) { next + 1 } else { next };
        let is_century = matches!(self.unit(next), Some((Unit::Century, _)));
        (is_century && n > 1).then(|| (Meaning::Century((i64::from(n) - 1) * 100), next + 1))
    }

    /// `1998`, `fiscal 1989`, `1989–92`, `the year 2000`.
    pub(super) fn bare_year(&self, at: usize) -> Match {
        let mut start = at;
        if self.word(start) == "the" && self.word(start + 1) == "year" {
            start += 2;
        } else if self.word(start) == "fiscal" {
            start += 1;
            if self.word(start) == "year" {
                start += 1;
            }
        }
        let (year, to) = self.year(start)?;
        if start == at && !self.is_plainly_a_year(year, at, to) {
            return None;
        }
        if (self.is_dash(to) || self.is_mark(to, '/'))
            && self.is_joined(to)
            && self.is_joined(to + 1)
            && let Some((last, digits)) = self.digits(to + 1)
        {
            let last = i64::from(last);
            let last = match digits {
                4 => last,
                2 => year - year % 100 + last,
                _ => return Some((Meaning::Year(YearOf::Stated(year)), to)),
            };
            if last > year && last - year < 200 {
                return Some((Meaning::Years(year, last), to + 2));
            }
        }
        Some((Meaning::Year(YearOf::Stated(year)), to))
    }

    /// Whether four digits alone are a year: what follows is nothing that is
    /// counted.
    fn is_plainly_a_year(&self, year: i64, at: usize, to: usize) -> bool {
        let before = self.word(at.wrapping_sub(1));
        let in_time = matches!(
            before,
            "in" | "since"
                | "by"
                | "until"
                | "from"
                | "through"
                | "during"
                | "of"
                | "before"
                | "after"
                | "early"
                | "late"
                | "mid"
                | "and"
                | "to"
                | "("
                | "for"
        );
        let after = self.word(to);
        let counted = matches!(self.items.get(to), Some(item) if item.token.is_word() && !item.capital)
            && (after.ends_with('s')
                && !matches!(after, "was" | "has" | "is" | "as" | "its" | "this" | "us" | "elections" | "polls")
                || matches!(
                    after,
                    "people"
                        | "percent"
                        | "men"
                        | "women"
                        | "children"
                        | "feet"
                        | "square"
                        | "troops"
                        | "million"
                        | "km"
                        | "billion"
                        | "dollars"
                        | "meters"
                        | "metres"
                        | "miles"
                ));
        // `resolution 1325`, `Rule 2016`: what has that number.
        let numbered =
            matches!(before, "article" | "flight" | "no" | "number" | "resolution" | "route" | "rule" | "section");
        // `Bench 1775`: a number behind a name.
        let named = year < FIRST_BARE_YEAR && !in_time;
        // `a 2000 year old custom`
        if numbered || named || after == "year" {
            false
        } else if in_time {
            !matches!(after, "people" | "percent" | "troops" | "men" | "women" | "million" | "billion")
                || before == "in"
        } else {
            !counted
        }
    }
}

/// A lower number alone is a year only where the words before it say so.
const FIRST_BARE_YEAR: i64 = 1800;
