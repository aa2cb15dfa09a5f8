//! What does not change while a reader zooms: when everything was.

use drawing::timeline::scale::{self, Scale, Span};
use story::When;
use story::order::{Positions, order};

use super::labels::NARROW;
use super::mark::MONTH;
use crate::model::Model;

/// The most events that a timeline shows at once: beyond this it is a smear, and a
/// zoom is no longer smooth. The others come with the zoom.
pub(crate) const MOST_EVENTS: usize = 150;

/// What does not change while a reader zooms.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(super) width: f64,
    /// Events with a date, in the order of time, with their days and the
    /// number of sources.
    dated: Vec<(usize, Span, usize)>,
    /// Articles, and the days on which they were published.
    pub(super) published: Vec<(usize, Span)>,
    /// All time.
    whole: Scale,
}

impl Plan {
    /// The story's time on an axis of `width` pixels.
    pub(crate) fn new(model: &Model, width: f64) -> Self {
        let story = &model.story;
        let article = |i: usize| Some((i, span(&story.articles[i].published.as_ref()?.when, None)?));
        let published: Vec<(usize, Span)> = (0..story.articles.len()).filter_map(article).collect();
        let events = model.in_order((0..story.events.len()).collect());
        let when = |event: usize, whole: Option<Span>| span(story.events[event].when.as_ref()?, whole);
        let closed = events.iter().filter_map(|&event| when(event, None));
        let whole = closed.chain(published.iter().map(|(_, span)| *span)).reduce(union);
        let mut dated = Vec::new();
        for event in events {
            if let Some(span) = when(event, whole) {
                dated.push((event, span, model.index.sources(&story.events[event].evidence).len()));
            }
        }
        let spans = dated.iter().map(|(_, span, _)| *span).chain(published.iter().map(|(_, span)| *span));
        let all: Vec<Span> = spans.map(room).collect();
        // The last labels run to the right of their marks, like all others.
        let whole = Scale::new(&all, (width - NARROW).max(width / 2.0), &scale::Options::default());
        Self { width, dated, published, whole }
    }

    /// Where time lies while `view`, or all of it, is seen.
    pub(super) fn scale(&self, view: Option<Span>) -> Scale {
        view.map_or_else(|| self.whole.clone(), |view| self.whole.windowed(view))
    }

    /// The events within a stretch of time, at most [`MOST_EVENTS`]: those that
    /// most sources report.
    pub(super) fn within(&self, window: Span) -> Vec<(usize, Span, usize)> {
        let mut within: Vec<_> = self.dated.clone();
        within.retain(|(_, span, _)| span.end > window.start && span.start < window.end);
        if within.len() > MOST_EVENTS {
            let mut ranks = order(within.len(), &|one, other| within[other].2.cmp(&within[one].2));
            ranks.truncate(MOST_EVENTS);
            // In the order of time again.
            let kept = Positions::of(ranks);
            return kept.as_slice().iter().map(|&rank| within[rank]).collect();
        }
        within
    }
}

/// Whether an event has a place on the axis.
pub(super) fn is_dated(event: &story::Event) -> bool {
    event.when.as_ref().is_some_and(|when| when.first_day().is_some() || when.last_day().is_some())
}

/// The days that a date touches. An open end reaches to the end of `whole`.
fn span(when: &When, whole: Option<Span>) -> Option<Span> {
    #[expect(clippy::cast_precision_loss, reason = "days of any date are exact in an f64")]
    let (first, last) = (when.first_day().map(|day| day.0 as f64), when.last_day().map(|day| day.0 as f64 + 1.0));
    match (first, last) {
        (Some(start), Some(end)) => Some(Span { start, end }),
        (Some(start), None) => Some(Span { start, end: whole.map_or(start + 1.0, |whole| whole.end.max(start + 1.0)) }),
        (None, Some(end)) => Some(Span { start: whole.map_or(end - 1.0, |whole| whole.start.min(end - 1.0)), end }),
        (None, None) => None,
    }
}

/// The room that a date asks for on the axis. A year in which one event falls
/// would push the days of the others together, so that what is coarser than a
/// month asks for no more than a fortnight.
fn room(span: Span) -> Span {
    const FORTNIGHT: f64 = 14.0;
    if span.end - span.start <= MONTH {
        return span;
    }
    let middle = middle(span);
    Span { start: middle - FORTNIGHT / 2.0, end: middle + FORTNIGHT / 2.0 }
}

fn union(a: Span, b: Span) -> Span {
    Span { start: a.start.min(b.start), end: a.end.max(b.end) }
}

pub(super) fn middle(span: Span) -> f64 {
    f64::midpoint(span.start, span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_date_is_set_aside() {
        let mut story = crate::samples::meeting();
        story.events[0].when = None;
        assert_eq!(story.events.iter().map(is_dated).collect::<Vec<_>>(), [false, true]);
        assert_eq!(Plan::new(&Model::new(story), 900.0).dated.len(), 1);
    }

    #[test]
    fn who_zooms_in_sees_what_was_left_out() {
        let mut story = crate::samples::meeting();
        let day = |at: usize| When::parse(&format!("20{:02}-{:02}-01", at / 12 % 50, at % 12 + 1)).ok();
        let event = |at: usize| story::Event { when: day(at), ..story.events[0].clone() };
        story.events = (0..600).map(event).collect();
        let model = Model::new(story);
        let plan = Plan::new(&model, 900.0);
        let all = plan.within(Span { start: f64::MIN, end: f64::MAX });
        assert_eq!(all.len(), MOST_EVENTS);
        let first = plan.dated[0].1;
        let within = plan.within(Span { start: first.start, end: first.start + 365.0 });
        assert_eq!(within.len(), 12, "all of that year");
    }
}
