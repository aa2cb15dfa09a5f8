//! How the axis says its dates.

use story::When;

use crate::model::Model;
use crate::words::{Calendar, Words, say_when};

/// In which words, and with whose months.
#[derive(Clone, Copy)]
pub(crate) struct Say<'a> {
    pub(crate) words: &'a Words,
    pub(crate) calendar: &'a dyn Calendar,
}

/// The date of an event; only its month, if asked so.
pub(super) fn said(model: &Model, event: usize, month: bool, say: Say<'_>) -> String {
    let Say { words, calendar } = say;
    let when = model.story.events[event].when.as_ref();
    let first = when.and_then(When::first_day).filter(|_| month).map(story::Day::to_civil);
    let month = first.map(|(year, month, _)| calendar.month(year, month));
    month.or_else(|| when.map(|when| say_when(when, words, calendar))).unwrap_or_default()
}
