//! What a time expression means, before it is resolved.

use super::lexicon::{DayPart, Season, Unit};

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// So many.
    Exactly(u32),
    /// So many and a half.
    AndAHalf(u32),
    /// `a few`, `several`, or no number at all.
    Some,
}

/// Which of a row, seen from the anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Nothing says: the sentence decides.
    Open,
    /// `last`, `past`, `previous`.
    Last,
    /// `this`, `the current`.
    This,
    /// `next`, `the coming`.
    Next,
}

/// What a year is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearOf {
    /// Said.
    Stated(i64),
    /// `last year`, `next year`: counted from the anchor's.
    Relative(i64),
    /// Not said.
    Open(Which),
}

/// What an expression means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A day of a month; perhaps to another day (`27–28 November`).
    Day {
        year: YearOf,
        month: u8,
        day: u8,
        to: Option<u8>,
        weekday: Option<u8>,
    },
    Month {
        year: YearOf,
        month: u8,
    },
    Year(YearOf),
    /// `1989–1992`.
    Years(i64, i64),
    /// By its first year.
    Decade(i64),
    /// By its first year, less one: the 20th is 1900.
    Century(i64),
    /// Quarter 1–4.
    Quarter {
        year: YearOf,
        quarter: u8,
    },
    /// Half 1–2.
    Half {
        year: YearOf,
        half: u8,
    },
    Season {
        year: YearOf,
        season: Season,
    },
    Weekday {
        weekday: u8,
        which: Which,
    },
    /// A weekday so many weeks from the anchor's.
    WeekdayOfWeek {
        weekday: u8,
        weeks: i64,
    },
    /// The week that a day is in, begins or ends.
    WeekOf {
        year: YearOf,
        month: u8,
        day: u8,
        by: WeekBy,
    },
    /// So many days from another one.
    DaysFrom {
        year: YearOf,
        month: u8,
        day: u8,
        days: i64,
    },
    /// A day of the month that is so many months from the anchor's.
    DayOfMonth {
        day: u8,
        months: i64,
    },
    /// So many days from the anchor.
    DayOffset(i64),
    /// `last week`, `this month`.
    UnitOffset {
        unit: Unit,
        offset: i64,
    },
    /// `two weeks ago` (negative), `in two weeks`.
    Ago {
        count: Count,
        unit: Unit,
        direction: i64,
    },
    /// `a year earlier`: counted from what was told before.
    Earlier {
        count: Count,
        unit: Unit,
        direction: i64,
    },
    /// `the year-ago quarter`: the same quarter, a year before.
    QuarterBefore,
    /// `the following year`, `the previous day`: next to what was told before.
    Adjacent {
        unit: Unit,
        direction: i64,
    },
    Duration {
        count: Count,
        unit: Unit,
    },
    /// `the quarter`, `the same day`: the one told before.
    Same(Unit),
    /// How often, with its TIMEX3 value.
    Often(&'static str),
    /// `every two weeks`.
    Every {
        count: u32,
        unit: Unit,
    },
    EveryWeekday(u8),
    EveryMonth(u8),
    EverySeason(Season),
    /// `PRESENT_REF` and its like.
    Reference(&'static str),
    /// A feast: fixed by month and day, or by a weekday of a month.
    Feast {
        year: YearOf,
        feast: Feast,
    },
    /// Only a time of the day; on the day of the anchor.
    Clock,
}

/// Which of its days a week is told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WeekBy {
    First,
    Any,
    Last,
}

/// How a feast's day is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// A month and a day.
    Fixed(u8, u8),
    /// The so-manieth weekday of a month: month, weekday, place in the row
    /// (0 for the last).
    Nth(u8, u8, u8),
    /// So many days from the American Thanksgiving.
    AfterThanksgiving(i64),
    /// So many days from Easter Sunday.
    Easter(i64),
    /// The Tuesday after the first Monday of November.
    ElectionDay,
}

/// A time of the day that stands with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeOfDay {
    /// Hours and minutes.
    Clock(u8, Option<u8>),
    Part(DayPart),
}

/// An expression, before it is resolved: a range of tokens and what they mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The first token.
    pub(super) from: usize,
    /// After the last token.
    pub(super) to: usize,
    pub(super) meaning: Meaning,
    pub(super) time: Option<TimeOfDay>,
}
