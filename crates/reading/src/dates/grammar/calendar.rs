//! Dates of the calendar: `27 November 2024`, `Nov. 27`, `last November`.

use super::Sentence;
use crate::dates::lexicon::{Lex, Season};
use crate::dates::meaning::{Feast, Meaning, Which, YearOf};

type Match = Option<(Meaning, usize)>;

impl Sentence<'_> {
    /// The longest date of the calendar that begins at `at`.
    pub(super) fn calendar(&self, at: usize) -> Match {
        let candidates = [
            self.numeric_date(at),
            self.weekday_and_date(at),
            self.month_first(at),
            self.day_first(at),
            self.which_of_calendar(at),
            self.feast(at),
            self.nth_weekday(at),
            self.weekday_of_week(at),
            self.week_of(at),
            self.day_of_this_month(at),
            self.quarter_or_half(at),
            self.season(at),
            self.decade_or_century(at),
            self.bare_year(at),
        ];
        candidates.into_iter().flatten().reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    /// `2024-11-27`, `27/11/2024`, `11/27/24`, `27.11.2024`.
    pub(super) fn numeric_date(&self, at: usize) -> Match {
        let (first, first_digits) = self.digits(at)?;
        let separator =
            ['-', '/', '.'].into_iter().find(|&mark| self.is_mark(at + 1, mark) && self.is_joined(at + 1))?;
        let (second, second_digits) = self.digits(at + 2).filter(|_| self.is_joined(at + 2))?;
        let third = (self.is_mark(at + 3, separator) && self.is_joined(at + 3) && self.is_joined(at + 4))
            .then(|| self.digits(at + 4))
            .flatten();
        let small = |n: u32| u8::try_from(n).unwrap_or(u8::MAX);
        match (first_digits, second_digits, third) {
            (4, 1..=2, Some((day, 1..=2))) => {
                day_of(i64::from(first), small(second), small(day)).map(|meaning| (meaning, at + 5))
            }
            (4, 2, None) if separator == '-' && (1..=12).contains(&second) && (1900..=2100).contains(&first) => {
                Some((Meaning::Month { year: YearOf::Stated(i64::from(first)), month: small(second) }, at + 3))
            }
            (1..=2, 1..=2, Some((year, digits @ (2 | 4)))) => {
                let year = if digits == 4 { i64::from(year) } else { near_century(year) };
                // Points part European dates; strokes American ones, unless
                // the first number can only be a day.
                let (day, month) = if separator == '.' || first > 12 { (first, second) } else { (second, first) };
                day_of(year, small(month), small(day)).map(|meaning| (meaning, at + 5))
            }
            _ => None,
        }
    }

    /// `Monday, Oct. 26, 1998`, `Friday 5 March`.
    pub(super) fn weekday_and_date(&self, at: usize) -> Match {
        let (weekday, mut next) = self.weekday(at)?;
        if self.is_mark(next, ',') {
            next += 1;
        }
        if self.word(next) == "the" {
            next += 1;
        }
        let (meaning, to) = self.month_first(next).or_else(|| self.day_first(next))?;
        match meaning {
            Meaning::Day { year, month, day, to: last, .. } => {
                Some((Meaning::Day { year, month, day, to: last, weekday: Some(weekday) }, to))
            }
            _ => None,
        }
    }

    /// A weekday's name, and the token after it.
    pub(super) fn weekday(&self, at: usize) -> Option<(u8, usize)> {
        match self.lex(at)? {
            Lex::Weekday(day, false) => Some((day, at + 1)),
            Lex::Weekday(day, true) => {
                // `Sat` and `Sun` are words too: an abbreviation has its stop,
                // or a date behind it.
                if self.is_mark(at + 1, '.') && self.is_joined(at + 1) {
                    return Some((day, at + 2));
                }
                let next = if self.is_mark(at + 1, ',') { at + 2 } else { at + 1 };
                let dated = matches!(self.lex(next), Some(Lex::Month(..))) || self.digits(next).is_some();
                dated.then_some((day, at + 1))
            }
            _ => None,
        }
    }

    /// A month's name, and the token after it.
    fn month(&self, at: usize) -> Option<(u8, usize)> {
        let Lex::Month(month, short) = self.lex(at)? else { return None };
        if self.is_mark(at + 1, '.') && self.is_joined(at + 1) && month != 5 && (short || self.digits(at + 2).is_some())
        {
            return Some((month, at + 2));
        }
        let after_day = self.digits(at.wrapping_sub(1)).is_some()
            || matches!(self.word(at.wrapping_sub(1)), "st" | "nd" | "rd" | "th" | "of");
        // `Dec, 2018`
        let before_year = self.is_mark(at + 1, ',') && self.year(at + 2).is_some();
        if short && self.digits(at + 1).is_none() && !after_day && !before_year {
            return None;
        }
        Some((month, at + 1))
    }

    /// `November 27, 2024`, `Nov. 27–28`, `November 2024`, `November last
    /// year`, `November`.
    pub(super) fn month_first(&self, at: usize) -> Match {
        let (month, next) = self.month(at)?;
        if let Some((day, to)) = self.day_of_month(next) {
            let (last, to) = self.last_day(to, day);
            let (year, to) = self.year_after(to);
            // `March 20 1946` but not `May 20 people`.
            return Some((Meaning::Day { year, month, day, to: last, weekday: None }, to));
        }
        let (year, to) = self.year_after(next);
        if year == YearOf::Open(Which::Open) && !self.is_surely_a_month(at, next) {
            return None;
        }
        Some((Meaning::Month { year, month }, to))
    }

    /// `27–28`, `27 and 28`, `27 to 28`: the last day of a range.
    fn last_day(&self, at: usize, first: u8) -> (Option<u8>, usize) {
        let joins = self.is_dash(at) || matches!(self.word(at), "and" | "to");
        match self.day_of_month(at + 1) {
            Some((last, to)) if joins && last > first && self.digits(at + 1).is_some() => (Some(last), to),
            _ => (None, at),
        }
    }

    /// The year after a month or a day: `, 2024`, `of last year`, `’98`.
    pub(super) fn year_after(&self, at: usize) -> (YearOf, usize) {
        let mut next = at;
        if self.is_mark(next, ',') {
            next += 1;
        }
        if self.word(next) == "of" || self.word(next) == "in" {
            next += 1;
        }
        if let Some((year, to)) = self.year(next) {
            return (YearOf::Stated(year), to);
        }
        if next == at
            && self.is_apostrophe(next)
            && let Some((year, 2)) = self.digits(next + 1)
        {
            return (YearOf::Stated(near_century(year)), next + 2);
        }
        let determined = if self.word(next) == "the" { next + 1 } else { next };
        let offset = match (self.word(determined), self.word(determined + 1)) {
            ("last" | "previous", "year") => Some(-1),
            ("this" | "current", "year") => Some(0),
            ("next" | "following", "year") => Some(1),
            _ => None,
        };
        match offset {
            Some(offset) => (YearOf::Relative(offset), determined + 2),
            None => (YearOf::Open(Which::Open), at),
        }
    }

    /// Whether a month's name alone is one: `May`, `March` and `August` are
    /// words too, and all are names.
    fn is_surely_a_month(&self, at: usize, next: usize) -> bool {
        let Some(Lex::Month(month, short)) = self.lex(at) else { return false };
        if short && next == at + 1 {
            return false;
        }
        let before = self.word(at.wrapping_sub(1));
        let after_time_word = matches!(
            before,
            "in" | "since"
                | "by"
                | "until"
                | "till"
                | "from"
                | "through"
                | "during"
                | "of"
                | "last"
                | "next"
                | "this"
                | "early"
                | "late"
                | "mid"
                | "before"
                | "after"
                | "for"
                | "each"
                | "every"
                | "and"
                | "or"
                | "to"
                | "between"
                | "past"
                | "-"
        );
        if month == 5 || month == 3 {
            return after_time_word;
        }
        // `April Smith`, `June Brown`: a name goes on with a capital.
        let name_follows = self.is_capital(next) && !after_time_word && self.is_joined(next);
        let may_be_listed = matches!(before, "and" | "or" | "to" | "for" | "after" | "before");
        let first_name = matches!(month, 4 | 6 | 8) && self.is_capital(next) && (!after_time_word || may_be_listed);
        !name_follows && !first_name
    }

    /// `27 November 2024`, `27–28 November`, `the 5th of May`.
    pub(super) fn day_first(&self, at: usize) -> Match {
        let at = if self.word(at) == "the" { at + 1 } else { at };
        let (day, to) = self.day_of_month(at)?;
        let (last, to) = self.last_day(to, day);
        // `27-Apr-2024`
        if let (Some((year, to)), true) = (self.dashed_month(to), last.is_none()) {
            return Some((
                Meaning::Day { year: YearOf::Stated(year.0), month: year.1, day, to: None, weekday: None },
                to,
            ));
        }
        // `16. Nov. 2016`
        let to = if self.word(to) == "of" || (self.is_mark(to, '.') && self.is_joined(to)) { to + 1 } else { to };
        let (month, to) = self.month(to)?;
        let (year, to) = self.year_after(to);
        Some((Meaning::Day { year, month, day, to: last, weekday: None }, to))
    }

    /// `-Apr-2024`, behind its day: the year and the month, and the token after them.
    fn dashed_month(&self, at: usize) -> Option<((i64, u8), usize)> {
        let joined = (at..at + 4).all(|at| self.is_joined(at));
        let dashes = self.is_mark(at, '-') && self.is_mark(at + 2, '-');
        let Lex::Month(month, _) = self.lex(at + 1).filter(|_| joined && dashes)? else { return None };
        match self.digits(at + 3)? {
            (year, 4) => Some(((i64::from(year), month), at + 4)),
            (year, 2) => Some(((near_century(year), month), at + 4)),
            _ => None,
        }
    }

    /// `the first Tuesday of November`, `the last Sunday in May 2021`.
    fn nth_weekday(&self, at: usize) -> Match {
        let start = if self.word(at) == "the" { at + 1 } else { at };
        let nth = match self.lex(start)? {
            Lex::Ordinal(n @ 1..=5) => u8::try_from(n).unwrap_or(0),
            _ if self.word(start) == "last" => 0,
            _ => return None,
        };
        let (weekday, next) = self.weekday(start + 1)?;
        if !matches!(self.word(next), "of" | "in") {
            return None;
        }
        let (month, to) = self.month(next + 1)?;
        let (year, to) = self.year_after(to);
        Some((Meaning::Feast { year, feast: Feast::Nth(month, weekday, nth) }, to))
    }

    /// `Friday next week`, `on Wednesday of last week`.
    fn weekday_of_week(&self, at: usize) -> Match {
        let (weekday, next) = self.weekday(at)?;
        let next = if self.word(next) == "of" { next + 1 } else { next };
        let weeks = match (self.word(next), self.word(next + 1)) {
            ("last" | "previous", "week") => -1,
            ("this", "week") => 0,
            ("next" | "following", "week") => 1,
            _ => return None,
        };
        Some((Meaning::WeekdayOfWeek { weekday, weeks }, next + 2))
    }

    /// `last November`, `this Friday`, `next summer`.
    fn which_of_calendar(&self, at: usize) -> Match {
        let start = if self.word(at) == "the" { at + 1 } else { at };
        let (which, next) = self.which(start)?;
        if let Some((weekday, to)) = self.weekday(next) {
            if let Some((meaning, to)) = self.weekday_and_date(next) {
                return Some((meaning, to));
            }
            return Some((Meaning::Weekday { weekday, which }, to));
        }
        if let Some((month, to)) = self.month(next) {
            if let Some((day, to)) = self.day_of_month(to) {
                let year = YearOf::Open(which);
                return Some((Meaning::Day { year, month, day, to: None, weekday: None }, to));
            }
            return Some((Meaning::Month { year: YearOf::Open(which), month }, to));
        }
        if let Some(Lex::Season(season)) = self.lex(next) {
            return Some((Meaning::Season { year: YearOf::Open(which), season }, next + 1));
        }
        if let Some((Meaning::Feast { feast, .. }, to)) = self.feast(next) {
            return Some((Meaning::Feast { year: YearOf::Open(which), feast }, to));
        }
        None
    }

    /// `last`, `this`, `next` and their like, and the token after them.
    pub(super) fn which(&self, at: usize) -> Option<(Which, usize)> {
        match self.word(at) {
            "last" | "past" | "previous" | "prior" => Some((Which::Last, at + 1)),
            "this" => match self.word(at + 1) {
                "coming" | "upcoming" => Some((Which::Next, at + 2)),
                "past" | "last" => Some((Which::Last, at + 2)),
                _ => Some((Which::This, at + 1)),
            },
            "current" => Some((Which::This, at + 1)),
            "next" | "coming" | "upcoming" => Some((Which::Next, at + 1)),
            _ => None,
        }
    }
}

/// Two digits: the year of that number from 1930 to 2029.
pub(super) fn near_century(year: u32) -> i64 {
    i64::from(if year >= 30 { 1900 + year } else { 2000 + year })
}

fn day_of(year: i64, month: u8, day: u8) -> Option<Meaning> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..=2999).contains(&year);
    fits.then_some(Meaning::Day { year: YearOf::Stated(year), month, day, to: None, weekday: None })
}

/// Seasons as EDTF and TIMEX3 code them.
impl Season {
    /// The EDTF code (northern or of no hemisphere): 21–24.
    pub(in crate::dates) fn edtf(self) -> u8 {
        match self {
            Self::Spring => 21,
            Self::Summer => 22,
            Self::Autumn => 23,
            Self::Winter => 24,
        }
    }

    /// The TIMEX3 code.
    pub(in crate::dates) fn timex(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}
