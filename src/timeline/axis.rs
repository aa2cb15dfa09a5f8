//! Where the events stand on a horizontal axis. No browser here but for the
//! measures that are passed in.

use std::sync::Arc;

use drawing::geometry::Point;
use drawing::timeline::arcs;
use drawing::timeline::lanes;
use drawing::timeline::scale::{self, Break, Scale, Span};
use drawing::timeline::stems;
use story::order::{Positions, order};
use story::{Status, When};

use super::ticks::{TickMark, tick_words};
use crate::diagram::MeasureLine;
use crate::model::Model;
use crate::words::{Calendar, Words, say_when};

/// The axis with everything on it, in pixels; y grows downwards.
#[derive(Debug, Clone)]
pub(crate) struct Axis {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Where the line itself is.
    pub(crate) y: f64,
    /// From the back to the front.
    pub(crate) marks: Vec<EventMark>,
    pub(crate) ticks: Vec<TickMark>,
    pub(crate) breaks: Vec<Break>,
    pub(crate) arcs: Vec<arcs::Arc>,
    /// Articles by their position, where they were published.
    pub(crate) articles: Vec<(usize, f64)>,
    /// How high the arcs may be.
    pub(super) rise: f64,
    /// Where time lies.
    pub(crate) scale: Scale,
    /// What it is an axis of.
    pub(super) plan: Arc<Plan>,
    /// The time that was in view when it was laid out.
    pub(super) rested: Span,
}

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
    sources: usize,
    pub(crate) label: Option<EventLabel>,
}

/// An event's words over the axis, with a stem to its mark.
#[derive(Debug, Clone)]
pub(crate) struct EventLabel {
    /// Where the text starts; where it ends, if it runs leftwards.
    pub(crate) x: f64,
    /// The middle of the line of text.
    pub(crate) y: f64,
    pub(crate) leftwards: bool,
    /// How wide the text is.
    pub(super) width: f64,
    pub(crate) text: String,
}

impl EventMark {
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

/// The most events that a timeline shows at once: beyond this it is a smear, and a
/// zoom is no longer smooth. The others come with the zoom.
pub(crate) const MOST_EVENTS: usize = 150;
/// Size of an event's words in pixels.
pub(crate) const EVENT_PX: f64 = 12.5;
/// Half the width of the mark of a day.
pub(crate) const MARK_RADIUS: f64 = 6.0;
/// Longer titles are cut, in pixels, where others need the room …
const NARROW: f64 = 230.0;
/// … and where none does: the whole is in the details.
pub(super) const WIDEST: f64 = 400.0;
/// The widths between them: few, so that a title is not cut anew at every frame of a zoom.
const WIDER: f64 = 34.0;
const LANE_HEIGHT: f64 = 22.0;
const MOST_LANES: usize = 10;
/// Between a stem and its label, and after a label, in pixels.
const STEM_GAP: f64 = 3.0;
const MARGIN: f64 = 4.0;
/// Room over the marks for the arcs.
const ARC_HEIGHT: f64 = 22.0;
/// Room under the axis for its words and the articles' track.
const UNDER_AXIS: f64 = 44.0;
/// The longest month, in days: what is coarser is named as it is dated, and not by the days of its room.
const MONTH: f64 = 31.0;
/// Marks of the same moment stand one over the other, this far apart.
const STACK: f64 = 2.0 * MARK_RADIUS + 2.0;

/// How the axis says its dates.
#[derive(Clone, Copy)]
pub(crate) struct Say<'a> {
    pub(crate) words: &'a Words,
    pub(crate) calendar: &'a dyn Calendar,
}

/// What does not change while a reader zooms: when everything was.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(super) width: f64,
    /// Events with a date, in the order of time, with their days and the
    /// number of sources.
    dated: Vec<(usize, Span, usize)>,
    /// Articles, and the days on which they were published.
    published: Vec<(usize, Span)>,
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
    fn within(&self, window: Span) -> Vec<(usize, Span, usize)> {
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

/// Lays the story's events out on an axis that shows the time of `view`, or
/// all time.
pub(crate) fn lay_out(
    model: &Model,
    plan: Arc<Plan>,
    view: Option<Span>,
    say: Say<'_>,
    measure: MeasureLine<'_>,
) -> Axis {
    let width = plan.width;
    let scale = plan.scale(view);
    let within = plan.within(view.unwrap_or(Span { start: f64::NEG_INFINITY, end: f64::INFINITY }));
    let mut marks: Vec<EventMark> = within
        .iter()
        .filter_map(|&(event, span, sources)| mark(model, event, span, sources, (&scale, width), say))
        .collect();
    marks.retain(|mark| is_in_view(mark, &scale));
    let deepest = stack(&mut marks);
    let title = |event: usize, widest: f64| fitted(&model.story.events[event].title, widest, measure);
    let lanes = label(&mut marks, width, &title);
    #[expect(clippy::cast_precision_loss, reason = "a handful of lanes")]
    let (lanes_height, stack_height) = (lanes as f64 * LANE_HEIGHT, deepest as f64 * STACK);
    let arcs_height = if model.story.events.iter().any(|event| event.follows.is_some()) { ARC_HEIGHT } else { 0.0 };
    let y = 8.0 + lanes_height + arcs_height + stack_height + MARK_RADIUS + 6.0;
    for mark in &mut marks {
        mark.y += y;
        if let Some(label) = &mut mark.label {
            label.y += lanes_height;
        }
    }
    // Bars lie under points, so that a day within a month can be touched.
    let (points, mut marks): (Vec<_>, Vec<_>) = marks.into_iter().partition(|mark| mark.look.extent == Extent::Point);
    marks.extend(points);
    let (ticks, breaks, arcs, articles) = Default::default();
    let rise = ARC_HEIGHT + stack_height;
    let rested = scale.window();
    let axis =
        Axis { width, height: y + UNDER_AXIS, y, ticks, breaks, arcs, rise, articles, marks, plan, rested, scale };
    axis.with_time(model, say, measure)
}

impl Axis {
    /// The axis with all on it that is not an event: for its scale and its marks.
    pub(super) fn with_time(mut self, model: &Model, say: Say<'_>, measure: MeasureLine<'_>) -> Self {
        let Self { ref scale, ref marks, ref plan, .. } = self;
        let marks: Vec<&EventMark> = marks.iter().filter(|mark| is_in_view(mark, scale)).collect();
        let published = plan.published.iter().map(|&(i, span)| (i, scale.px(middle(span))));
        self.articles = published.filter(|(_, x)| (0.0..=scale.width()).contains(x)).collect();
        self.ticks = tick_words(model, scale, &marks, say, measure);
        self.breaks = scale.breaks();
        self.arcs = arcs::arcs(&fulfilments(model, &marks), self.rise);
        self
    }
}

/// Whether any of an event is in view.
fn is_in_view(mark: &EventMark, scale: &Scale) -> bool {
    mark.to > -MARK_RADIUS && mark.from < scale.width() + MARK_RADIUS
}

/// The date of an event; only its month, if asked so.
pub(super) fn said(model: &Model, event: usize, month: bool, say: Say<'_>) -> String {
    let Say { words, calendar } = say;
    let when = model.story.events[event].when.as_ref();
    let first = when.and_then(When::first_day).filter(|_| month).map(story::Day::to_civil);
    let month = first.map(|(year, month, _)| calendar.month(year, month));
    month.or_else(|| when.map(|when| say_when(when, words, calendar))).unwrap_or_default()
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

fn middle(span: Span) -> f64 {
    f64::midpoint(span.start, span.end)
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

fn mark(
    model: &Model,
    event: usize,
    span: Span,
    sources: usize,
    (scale, width): (&Scale, f64),
    say: Say<'_>,
) -> Option<EventMark> {
    let item = model.story.events.get(event)?;
    let when = item.when.as_ref()?;
    let extent = extent_of(when);
    let (from, to) = reach(extent, span, scale, width);
    let coarse = span.end - span.start > MONTH;
    let status = (say.words.status)(item.status);
    let (comma, status) = (if status.is_some() { ", " } else { "" }, status.unwrap_or_default());
    let name = [&said(model, event, false, say), ": ", &*item.title, comma, status].concat();
    Some(EventMark {
        event,
        span,
        from,
        to,
        y: 0.0,
        look: Look { extent, status: item.status },
        coarse,
        name,
        sources,
        label: None,
    })
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
fn stack(marks: &mut [EventMark]) -> usize {
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

/// Gives the marks their words, the most reported first. Returns how many
/// lanes they take; a label's y is from the lowest lane upwards.
fn label(marks: &mut [EventMark], width: f64, title: &dyn Fn(usize, f64) -> (String, f64)) -> usize {
    let item = |(at, mark): (usize, &EventMark)| {
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        let importance = mark.sources as f64 + spread(at);
        stems::Item { x: mark.x(), label: title(mark.event, NARROW).1 + MARGIN, importance }
    };
    let items: Vec<stems::Item> = marks.iter().enumerate().map(item).collect();
    let places = stems::place(&items, &stems::Options { width, lanes: MOST_LANES, gap: STEM_GAP });
    let mut lanes = 0;
    for (mark, place) in marks.iter_mut().zip(places) {
        let Some(place) = place else { continue };
        lanes = lanes.max(place.lane + 1);
        #[expect(clippy::cast_precision_loss, reason = "a handful of lanes")]
        let up = (place.lane as f64 + 0.5) * LANE_HEIGHT;
        let x = if place.leftwards { mark.x() - STEM_GAP } else { place.x };
        let wider = (((place.room - MARGIN).clamp(NARROW, WIDEST) - NARROW) / WIDER).floor() * WIDER;
        let (text, width) = title(mark.event, NARROW + wider);
        mark.label = Some(EventLabel { x, y: 8.0 - up, leftwards: place.leftwards, width, text });
    }
    lanes
}

/// From 0 to below 1, spread evenly over any stretch of numbers (van der Corput
/// 1935): of events that are reported alike, words go to some all along the
/// axis, and not to the first ones.
fn spread(number: usize) -> f64 {
    let (mut rest, mut share, mut sum) = (number, 0.5, 0.0);
    while rest > 0 {
        if rest % 2 == 1 {
            sum += share;
        }
        rest /= 2;
        share /= 2.0;
    }
    sum
}

/// A title that fits, cut at a word where it must be, and its width.
fn fitted(title: &str, widest: f64, measure: MeasureLine<'_>) -> (String, f64) {
    let width = |text: &str| measure(text, EVENT_PX, false).width;
    let whole = width(title);
    if whole <= widest {
        return (title.to_owned(), whole);
    }
    let mut words: Vec<&str> = title.split_whitespace().collect();
    while words.len() > 1 {
        words.pop();
        let cut = [words.join(" ").trim_end_matches([',', ';', ':', '–', '-']), "…"].concat();
        let wide = width(&cut);
        if wide <= widest {
            return (cut, wide);
        }
    }
    let cut: String = title.chars().take(24).chain(['…']).collect();
    let wide = width(&cut);
    (cut, wide)
}

/// Where each plan and what came of it stand.
fn fulfilments(model: &Model, marks: &[&EventMark]) -> Vec<(Point, Point)> {
    let at = |event: usize| {
        let mark = marks.iter().find(|mark| mark.event == event)?;
        Some(Point::new(mark.x(), mark.y - MARK_RADIUS - 1.0))
    };
    let events = model.story.events.iter().enumerate();
    events
        .filter_map(|(i, event)| {
            let plan = model.index.event(event.follows.as_ref()?.as_str())?;
            Some((at(plan)?, at(i)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use drawing::geometry::Size;

    use super::*;
    use crate::samples::Iso;
    use crate::words::EN;

    #[expect(clippy::cast_precision_loss, reason = "a test's texts are short")]
    fn measure(text: &str, px: f64, _bold: bool) -> Size {
        Size::new(text.chars().count() as f64 * px * 0.6, px * 1.25)
    }

    fn axis_of(change: impl FnOnce(&mut story::Story)) -> Axis {
        let mut story = crate::samples::meeting();
        change(&mut story);
        let model = Model::new(story);
        lay_out(&model, Arc::new(Plan::new(&model, 900.0)), None, Say { words: &EN, calendar: &Iso }, &measure)
    }

    #[test]
    fn a_day_is_a_point_and_a_season_fades() {
        let axis = axis_of(|_| ());
        let extents: Vec<Extent> = axis.marks.iter().map(|mark| mark.look.extent).collect();
        assert_eq!(extents, [Extent::Fading, Extent::Point], "points come to the front");
        assert!(axis.marks[1].to < axis.marks[0].from, "July is before autumn");
    }

    #[test]
    fn a_year_of_its_own_is_not_cut_into_months() {
        let axis = axis_of(|story| story.events[0].when = When::parse("1992").ok());
        let texts: Vec<&str> = axis.ticks.iter().map(|tick| tick.text.as_str()).collect();
        assert!(texts.contains(&"1992"), "{texts:?}");
        assert!(!texts.iter().any(|text| text.starts_with("1992-")), "{texts:?}");
    }

    #[test]
    fn a_few_months_are_not_cut_into_days() {
        let axis = axis_of(|story| story.events[0].when = When::parse("2015-04/2015-06").ok());
        let texts: Vec<&str> = axis.ticks.iter().map(|tick| tick.text.as_str()).collect();
        assert!(!texts.iter().any(|text| text.starts_with("2015-05")), "{texts:?}");
    }

    #[test]
    fn beside_days_of_its_month_a_day_is_named_in_full() {
        let days = ["2024-07-01", "2024-07-01", "2024-07-02", "2024-07-30"];
        let axis = axis_of(|story| {
            let event = story.events[0].clone();
            story.events = days.map(|day| story::Event { when: When::parse(day).ok(), ..event.clone() }).into();
            story.articles.clear();
        });
        let texts: Vec<&str> = axis.ticks.iter().map(|tick| tick.text.as_str()).collect();
        assert_eq!(texts, ["2024-7-1", "2024-7-2", "2024-7-30"]);
        let [point, tick] = [axis.marks[2].x(), axis.ticks[1].x];
        assert!((point - tick).abs() < 1.0, "{point} over {tick}");
    }

    #[test]
    fn what_has_no_date_is_set_aside() {
        let mut story = crate::samples::meeting();
        story.events[0].when = None;
        assert_eq!(story.events.iter().map(is_dated).collect::<Vec<_>>(), [false, true]);
        assert_eq!(Plan::new(&Model::new(story), 900.0).dated.len(), 1);
    }

    #[test]
    fn two_events_of_one_day_stand_one_over_the_other() {
        let axis = axis_of(|story| story.events[1].when = story.events[0].when.clone());
        assert!((axis.marks[0].y - axis.marks[1].y).abs() >= 2.0 * MARK_RADIUS);
    }

    #[test]
    fn a_plan_is_joined_to_what_came_of_it() {
        let axis = axis_of(|story| story.events[1].follows = Some(story.events[0].id.clone()));
        assert_eq!(axis.arcs.len(), 1);
    }

    #[test]
    fn open_and_unknown_dates_do_no_harm() {
        for when in ["../..", "2024/..", "../2024", "XXXX", "-0044-03-15", "9999"] {
            let axis = axis_of(|story| story.events[0].when = When::parse(when).ok());
            assert!(axis.marks.iter().all(|mark| mark.from.is_finite() && mark.to.is_finite()), "{when}");
        }
    }

    #[test]
    fn a_long_title_is_cut_at_a_word() {
        let title = "The two delegations met for talks about the future of the harbour";
        let (cut, width) = fitted(title, 230.0, &measure);
        assert!(cut.ends_with('…') && title.contains(&format!("{} ", cut.trim_end_matches('…'))), "{cut}");
        assert!(width <= 230.0 && (width - measure(&cut, EVENT_PX, false).width).abs() < 1e-9);
    }

    #[test]
    fn a_title_is_whole_where_there_is_room() {
        let title = "The two delegations met for talks about the harbour";
        let axis = axis_of(|story| story.events[0].title = title.to_owned());
        assert!(axis.marks.iter().any(|mark| mark.label.as_ref().is_some_and(|label| label.text == title)));
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

    #[test]
    fn a_spread_is_even() {
        let first: Vec<f64> = (0..4).map(spread).collect();
        assert_eq!(first, [0.0, 0.5, 0.25, 0.75]);
    }
}
