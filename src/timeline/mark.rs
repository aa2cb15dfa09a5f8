//! An event's mark: as wide as its date is, and where it stands.

use drawing::timeline::lanes;
use drawing::timeline::scale::{Scale, Span};
use story::{Status, When};

use super::labels::EventLabel;
use super::plan::middle;
use super::say::{Say, said};
use crate::model::Model;

/// Half the width of the mark of a day.
pub(crate) const MARK_RADIUS: f64 = 6.0;
/// The longest month, in days: what is coarser is named as it is dated, and not by the days of its room.
pub(super) const MONTH: f64 = 31.0;
/// Marks of the same moment stand one over the other, this far apart.
pub(super) const STACK: f64 = 2.0 * MARK_RADIUS + 2.0;

/// An event on the axis.
#[derive(Debug, Clone)]
pub(crate) struct EventMark {
    /// The event's position in the story.
    pub(crate) event: usize,
    /// The days that it touches.
    pub(super) span: Span,
    /// From where to where it reaches; a point where both are the same.
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// Its middle, from the top.
    pub(crate) y: f64,
    pub(crate) look: Look,
    /// Whether its date is coarser than a month.
    pub(crate) coarse: bool,
    /// What a screen reader says.
    pub(super) name: String,
    /// How many sources report it.
    pub(super) sources: usize,
    pub(crate) label: Option<EventLabel>,
}

impl EventMark {
    /// The mark of an event that touches `span`, on an axis of so many pixels; nothing without a date.
    pub(super) fn new(
        model: &Model,
        event: usize,
        span: Span,
        sources: usize,
        (scale, width): (&Scale, f64),
        say: Say<'_>,
    ) -> Option<Self> {
        let item = model.story.events.get(event)?;
        let when = item.when.as_ref()?;
        let extent = extent_of(when);
        let (from, to) = reach(extent, span, scale, width);
        let coarse = span.end - span.start > MONTH;
        let status = (say.words.status)(item.status);
        let (comma, status) = (if status.is_some() { ", " } else { "" }, status.unwrap_or_default());
        let name = [&said(model, event, false, say), ": ", &*item.title, comma, status].concat();
        let look = Look { extent, status: item.status };
        Some(Self { event, span, from, to, y: 0.0, look, coarse, name, sources, label: None })
    }

    /// Whether any of it is in view.
    pub(super) fn is_in_view(&self, scale: &Scale) -> bool {
        self.to > -MARK_RADIUS && self.from < scale.width() + MARK_RADIUS
    }

    /// Whether both begin in one month.
    pub(super) fn is_month_of(&self, other: &Self) -> bool {
        #[expect(clippy::cast_possible_truncation, reason = "days of any date fit")]
        let [one, two] = [self, other].map(|mark| story::Day(mark.span.start as i64).to_civil());
        (one.0, one.1) == (two.0, two.1)
    }

    /// Its middle on the axis.
    pub(crate) fn x(&self) -> f64 {
        f64::midpoint(self.from, self.to)
    }
}

/// How an event is drawn: as precisely as it is known, and whether it
/// happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) extent: Extent,
    pub(crate) status: Status,
}

/// How wide a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// A day.
    Point,
    /// A month, a year, an interval.
    Bar,
    /// A season, or a date with a mark of doubt: its ends fade.
    Fading,
}

/// From where to where a date reaches on an axis of so many pixels.
pub(super) fn reach(extent: Extent, span: Span, scale: &Scale, width: f64) -> (f64, f64) {
    if extent == Extent::Point {
        return (scale.px(middle(span)), scale.px(middle(span)));
    }
    // A bar is never narrower than a point, or it could not be seen.
    let (from, to) = (scale.px(span.start), scale.px(span.end));
    let missing = (2.0 * MARK_RADIUS - (to - from)).max(0.0) / 2.0;
    let (from, to) = (from - missing, to + missing);
    // What reaches beyond the axis ends with it: its words belong to what is seen.
    let (start, end) = (-MARK_RADIUS, width + MARK_RADIUS);
    if to > start && from < end { (from.max(start), to.min(end)) } else { (from, to) }
}

/// How wide a date is drawn: a day, a stretch, or a stretch whose ends are open or in
/// doubt.
pub(crate) fn extent_of(when: &When) -> Extent {
    if when.is_one_day() {
        Extent::Point
    } else if when.is_fuzzy() || when.first_day().is_none() || when.last_day().is_none() {
        Extent::Fading
    } else {
        Extent::Bar
    }
}

/// Puts marks that would cover each other one over the other. Returns how many
/// levels there are beyond the first.
pub(super) fn stack(marks: &mut [EventMark]) -> usize {
    /// Beyond this, marks cover each other rather than fill the page.
    const MOST_LEVELS: usize = 12;
    let reach = |mark: &EventMark| match mark.look.extent {
        Extent::Point => lanes::Item { from: mark.from - MARK_RADIUS, to: mark.to + MARK_RADIUS, importance: 1.0 },
        Extent::Bar | Extent::Fading => lanes::Item { from: mark.from, to: mark.to, importance: 0.0 },
    };
    let items: Vec<lanes::Item> = marks.iter().map(reach).collect();
    let mut deepest = 0;
    for (mark, level) in marks.iter_mut().zip(lanes::pack(&items, 2.0, MOST_LEVELS)) {
        let level = level.unwrap_or(MOST_LEVELS);
        deepest = deepest.max(level);
        #[expect(clippy::cast_precision_loss, reason = "a handful of levels")]
        {
            mark.y = -(level as f64) * STACK;
        }
    }
    deepest
}
