//! EDTF, the Extended Date/Time Format (ISO 8601-2:2019, annex A), levels 0
//! and 1. What is of level 2 is told from what is no date, and no more.
//!
//! A library does this too: `edtf-core`, which the tests hold against what is
//! here. It is not linked, since it knows far more than dates of news need,
//! and a page would load it with every story.

mod date;
mod digits;
#[cfg(test)]
mod tests;
mod time;

use crate::Day;

pub(crate) use date::Date;
use digits::halves;
pub use time::Time;

/// Uncertain: `?` or `%`.
pub(crate) const UNCERTAIN: u8 = 1;
/// Approximate: `~` or `%`.
pub(crate) const APPROXIMATE: u8 = 2;
/// With an open digit: `X`.
pub(crate) const OPEN: u8 = 4;
/// A season, or another part of a year that has a code.
pub(crate) const SEASON: u8 = 8;
/// Of level 2.
pub(crate) const LEVEL_2: u8 = 16;
/// A year of which only the first digits count: `1950S2`, of level 2.
const ROUNDED: u8 = 32;

/// Years beyond this are no news, and their days would not fit in an `i64`.
const LAST_YEAR: u64 = 10_000_000;

/// What a text says, put together.
pub(crate) struct Edtf {
    /// The first day that it may touch; nothing for an open or unknown start.
    pub(crate) first: Option<Day>,
    /// The last day that it may touch; nothing for an open or unknown end.
    pub(crate) last: Option<Day>,
    /// The marks of its dates.
    pub(crate) marks: u8,
}

impl Edtf {
    /// Reads a text; nothing when it is not EDTF.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        if let [b'{', members @ .., b'}'] | [b'[', members @ .., b']'] = text {
            return set(members);
        }
        if let Some((start, end)) = halves(text, b"/") {
            return interval(start, end);
        }
        let date = match halves(text, b"T") {
            Some((day, time)) => {
                Time::read(time)?;
                // Beside a time stands a plain day.
                let is_plain = day.len() == 10 && day.iter().all(|c| matches!(c, b'0'..=b'9' | b'-'));
                Date::read(day).filter(|_| is_plain)
            }
            None => Date::read(text),
        }?;
        Some(Self { first: date.first, last: date.last, marks: date.marks })
    }
}

fn interval(start: &[u8], end: &[u8]) -> Option<Edtf> {
    // One of the sides has to be a date.
    let is_dated = [start, end].into_iter().any(|side| !matches!(side, b"" | b".."));
    let start = side(start, start.strip_prefix(b".."))?;
    let end = side(end, end.strip_suffix(b".."))?;
    let marks = start.marks | end.marks;
    let marks = if marks & OPEN == 0 { marks } else { marks | LEVEL_2 };
    let is_interval = is_dated && start.may_come_before(&end);
    is_interval.then_some(Edtf { first: start.first, last: end.last, marks })
}

/// One side of an interval; an empty date where it is open or unknown.
/// `dotted` is the date of `..2024` at the start and `2024..` at the end: some
/// day before, or after.
fn side<'a>(text: &'a [u8], dotted: Option<&'a [u8]>) -> Option<Date<'a>> {
    match (text, dotted) {
        (b"" | b"..", _) => Some(Date::default()),
        (_, None) => Date::read(text),
        (_, Some(date)) => Date::read(date).map(|_| Date { marks: LEVEL_2, ..Date::default() }),
    }
}

/// The members of a set, which is of level 2.
fn set(members: &[u8]) -> Option<Edtf> {
    let is_member = |member: &[u8]| {
        if let Some(date) = member.strip_prefix(b"..").or(member.strip_suffix(b"..")) {
            return Date::read(date).is_some();
        }
        let Some((from, to)) = halves(member, b"..") else { return Date::read(member).is_some() };
        let (Some(from), Some(to)) = (Date::read(from), Date::read(to)) else { return false };
        // From one plain date to another, counted in the same unit.
        (from.marks | to.marks) & !LEVEL_2 == 0
            && (from.month.len(), from.day.len()) == (to.month.len(), to.day.len())
            && from.may_come_before(&to)
    };
    members.split(|&c| c == b',').all(is_member).then_some(Edtf { first: None, last: None, marks: LEVEL_2 })
}
