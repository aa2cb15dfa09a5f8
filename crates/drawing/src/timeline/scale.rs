//! Time to pixels: a continuous axis on which long empty stretches are short.

use crate::number::{between, count, finite, index, length};
use crate::order::sorted;

/// A scale is at least an hour long, in days; what is shorter is a moment …
const SHORTEST: f64 = 1.0 / 24.0;
/// … and is shown in a day. A day is also the least that breaks leave.
const DAY: f64 = 1.0;
/// Breaks take at most this share of the axis.
const BROKEN: f64 = 0.4;
/// A gap is shortened if it is more than so many times as long as the usual step from
/// one event to the next: events at even steps stay at even steps.
const UNUSUAL: f64 = 3.0;
/// As far as one may zoom in, in pixels a day: 100 pixels an hour.
const CLOSEST: f64 = 2_400.0;

/// A stretch of time in days since 1970; a moment where both ends are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// Its first moment.
    pub start: f64,
    /// Its last moment.
    pub end: f64,
}

/// How to make a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Pixels kept free at either end.
    pub padding: f64,
    /// An empty stretch is shortened where it takes more than this share of
    /// what is shown in full.
    pub threshold: f64,
    /// Pixels that a shortened stretch takes when the whole is shown.
    pub break_width: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { padding: 16.0, threshold: 0.15, break_width: 36.0 }
    }
}

/// A shortened stretch: the axis is drawn broken here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// What is shortened.
    pub span: Span,
    /// Where it starts in pixels.
    pub from: f64,
    /// Where it ends in pixels.
    pub to: f64,
}

/// A mapping of time to pixels and back: rising everywhere, and of one slope
/// everywhere but in its breaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Where the slope changes, in days and in shown days: the same but for
    /// the breaks, which take less room than their time.
    knots: Vec<Knot>,
    /// What is shortened.
    breaks: Vec<Span>,
    width: f64,
    padding: f64,
    /// Pixels a shown day.
    slope: f64,
    /// The shown day at the left edge.
    left: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Knot {
    day: f64,
    shown: f64,
}

impl Scale {
    /// A scale that shows all `spans` in `width` pixels. Without spans it
    /// shows the first day of 1970.
    pub fn new(spans: &[Span], width: f64, options: &Options) -> Self {
        let covered = covered(spans);
        let width = length(width).max(1.0);
        let padding = length(options.padding).min(width / 4.0);
        let most = index((width - 2.0 * padding) * BROKEN / length(options.break_width).max(1.0));
        let breaks = shortened(&covered, usual_step(spans), length(options.threshold), most);
        let (first, last) = (covered.first().map_or(0.0, |s| s.start), covered.last().map_or(0.0, |s| s.end));
        let full: f64 = last - first - breaks.iter().map(|gap| gap.end - gap.start).sum::<f64>();
        // The days that a break's pixels are worth.
        let broken = count(breaks.len()) * length(options.break_width);
        let worth = full * length(options.break_width) / (width - 2.0 * padding - broken).max(1.0);
        let mut knots = vec![Knot { day: first, shown: 0.0 }];
        let mut reach = |day: f64, more: f64| {
            let shown = knots.last().map_or(0.0, |knot| knot.shown) + more;
            knots.push(Knot { day, shown });
        };
        let mut day = first;
        for gap in &breaks {
            reach(gap.start, gap.start - day);
            reach(gap.end, worth);
            day = gap.end;
        }
        reach(last, last - day);
        Self { knots, breaks, width, padding, slope: 0.0, left: 0.0 }.whole()
    }

    /// The pixel of a moment.
    pub fn px(&self, day: f64) -> f64 {
        (along(&self.knots, finite(day), |knot| knot.day, |knot| knot.shown) - self.left) * self.slope
    }

    /// The moment of a pixel.
    pub fn day(&self, px: f64) -> f64 {
        let shown = self.left + finite(px) / self.slope;
        along(&self.knots, shown, |knot| knot.shown, |knot| knot.day)
    }

    /// The width in pixels.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// All the time that the scale was made for.
    pub fn domain(&self) -> Span {
        let (first, last) = self.ends();
        Span { start: first.day, end: last.day }
    }

    /// The time between the left and the right edge.
    pub fn window(&self) -> Span {
        Span { start: self.day(0.0), end: self.day(self.width) }
    }

    /// The breaks in view, from left to right.
    pub fn breaks(&self) -> Vec<Break> {
        let all = self.breaks.iter().map(|&span| Break { span, from: self.px(span.start), to: self.px(span.end) });
        all.filter(|gap| gap.to > 0.0 && gap.from < self.width).collect()
    }

    /// The stretches in view that are shown in full, from left to right.
    pub(super) fn stretches(&self) -> Vec<Span> {
        let window = self.window();
        let mut stretches = Vec::new();
        let mut start = window.start;
        for gap in &self.breaks {
            if start <= gap.start.min(window.end) {
                stretches.push(Span { start, end: gap.start.min(window.end) });
            }
            start = gap.end.max(window.start);
        }
        if start <= window.end {
            stretches.push(Span { start, end: window.end });
        }
        stretches
    }

    /// Pixels a day where time is shown in full.
    pub(super) fn day_width(&self) -> f64 {
        self.slope
    }

    /// Larger by `factor`, with the pixel `about` staying where it is. Never
    /// smaller than the whole; the content cannot be lost.
    #[must_use]
    pub fn zoomed(&self, factor: f64, about: f64) -> Self {
        let about = finite(about);
        let fixed = self.left + about / self.slope;
        let mut scale = self.clone();
        scale.slope = self.allowed(self.slope * finite(factor));
        scale.left = fixed - about / scale.slope;
        scale.held()
    }

    /// Moved by `px` to the right; the content cannot be lost.
    #[must_use]
    pub fn panned(&self, px: f64) -> Self {
        let mut scale = self.clone();
        scale.left -= finite(px) / self.slope;
        scale.held()
    }

    /// Shows `span` from edge to edge, as far as it lies in the domain.
    #[must_use]
    pub fn windowed(&self, span: Span) -> Self {
        let span = ordered(span);
        let shown = |day| along(&self.knots, day, |knot| knot.day, |knot| knot.shown);
        let (start, end) = (shown(span.start), shown(span.end));
        let mut scale = self.clone();
        scale.slope = if end > start { self.allowed(self.width / (end - start)) } else { self.allowed(f64::MAX) };
        scale.left = f64::midpoint(start, end) - self.width / 2.0 / scale.slope;
        scale.held()
    }

    /// How far it is zoomed in: 1 shows the whole.
    pub fn zoom(&self) -> f64 {
        self.slope / self.whole_slope()
    }

    /// The whole domain, with the padding at either end.
    fn whole(mut self) -> Self {
        self.slope = self.whole_slope();
        self.left = f64::MIN;
        self.held()
    }

    fn whole_slope(&self) -> f64 {
        let (first, last) = self.ends();
        (self.width - 2.0 * self.padding) / (last.shown - first.shown)
    }

    /// The nearest slope that is neither smaller than the whole nor absurd.
    fn allowed(&self, slope: f64) -> f64 {
        let whole = self.whole_slope();
        between(slope, whole, whole.max(CLOSEST))
    }

    /// The same scale moved so that no more than the padding is empty.
    fn held(mut self) -> Self {
        let (first, last) = self.ends();
        let padding = self.padding / self.slope;
        self.left = between(self.left, first.shown - padding, last.shown + padding - self.width / self.slope);
        self
    }

    fn ends(&self) -> (Knot, Knot) {
        let nought = Knot { day: 0.0, shown: 0.0 };
        (self.knots.first().copied().unwrap_or(nought), self.knots.last().copied().unwrap_or(nought))
    }
}

/// The span with finite ends in order.
fn ordered(span: Span) -> Span {
    let (a, b) = (finite(span.start), finite(span.end));
    Span { start: a.min(b), end: a.max(b) }
}

/// What the spans cover, in order and apart, and at least [`SHORTEST`] long.
fn covered(spans: &[Span]) -> Vec<Span> {
    let spans: Vec<Span> = spans.iter().copied().map(ordered).collect();
    let spans = sorted(&spans, &|a, b| a.start.total_cmp(&b.start).then(a.end.total_cmp(&b.end)));
    let mut covered: Vec<Span> = Vec::new();
    for span in spans {
        match covered.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => covered.push(span),
        }
    }
    let length = covered.last().map_or(0.0, |s| s.end) - covered.first().map_or(0.0, |s| s.start);
    if length < SHORTEST {
        let start = covered.first().map_or(0.0, |s| s.start);
        return vec![Span { start, end: start + DAY }];
    }
    covered
}

/// The (lower) middle one of the steps from the middle of one span to that of the
/// next. Nought where most of them fall together: then any gap is unusual.
fn usual_step(spans: &[Span]) -> f64 {
    let middles: Vec<f64> = spans.iter().copied().map(ordered).map(|s| f64::midpoint(s.start, s.end)).collect();
    let middles = sorted(&middles, &f64::total_cmp);
    let steps: Vec<f64> = middles.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let steps = sorted(&steps, &f64::total_cmp);
    steps.get(steps.len().saturating_sub(1) / 2).copied().unwrap_or(0.0)
}

/// The gaps to shorten, in order: the longest first, as long as one takes
/// more than the `threshold` of what is shown in full and is out of the
/// ordinary for the `usual` step.
fn shortened(covered: &[Span], usual: f64, threshold: f64, most: usize) -> Vec<Span> {
    let gaps: Vec<Span> = covered.windows(2).map(|pair| Span { start: pair[0].end, end: pair[1].start }).collect();
    let mut gaps = sorted(&gaps, &|a, b| (b.end - b.start).total_cmp(&(a.end - a.start)));
    let mut full = covered.last().map_or(0.0, |s| s.end) - covered.first().map_or(0.0, |s| s.start);
    let mut taken = 0;
    while let Some(gap) = gaps.get(taken).filter(|_| taken < most) {
        let long = gap.end - gap.start;
        // What is left must not be nothing, or all that is shown is breaks.
        if long <= threshold * full || long <= UNUSUAL * usual || full - long < DAY {
            break;
        }
        full -= long;
        taken += 1;
    }
    gaps.truncate(taken);
    sorted(&gaps, &|a, b| a.start.total_cmp(&b.start))
}

/// Straight interpolation between the knots, and on with slope 1 beyond them.
fn along(knots: &[Knot], at: f64, from: impl Fn(&Knot) -> f64, to: impl Fn(&Knot) -> f64) -> f64 {
    let after = knots.partition_point(|knot| from(knot) <= at);
    let before = after.checked_sub(1).and_then(|before| knots.get(before));
    match (before, knots.get(after)) {
        (Some(low), Some(high)) => {
            let share = (at - from(low)) / (from(high) - from(low));
            to(low) + (to(high) - to(low)) * share
        }
        (Some(end), None) | (None, Some(end)) => to(end) + (at - from(end)),
        (None, None) => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moments(days: &[f64]) -> Vec<Span> {
        days.iter().map(|&day| Span { start: day, end: day }).collect()
    }

    fn scale(days: &[f64]) -> Scale {
        Scale::new(&moments(days), 800.0, &Options::default())
    }

    #[test]
    fn the_ends_stand_at_the_padding() {
        let scale = scale(&[100.0, 150.0, 200.0]);
        assert!((scale.px(100.0) - 16.0).abs() < 1e-9 && (scale.px(200.0) - 784.0).abs() < 1e-9);
        assert_eq!(scale.breaks(), vec![]);
    }

    #[test]
    fn a_gap_of_decades_is_a_break() {
        let scale = scale(&[0.0, 10.0, 12_000.0, 12_040.0, 12_060.0, 12_100.0]);
        let breaks = scale.breaks();
        assert_eq!(breaks.len(), 1);
        assert_eq!(breaks[0].span, Span { start: 10.0, end: 12_000.0 });
        assert!((breaks[0].to - breaks[0].from - Options::default().break_width).abs() < 1e-6);
    }

    #[test]
    fn gaps_within_the_rest_break_too() {
        let scale = scale(&[0.0, 300.0, 11_600.0, 12_050.0, 12_290.0, 12_290.0, 12_291.0, 12_300.0, 12_330.0]);
        assert_eq!(scale.breaks().len(), 4);
    }

    #[test]
    fn even_steps_are_not_broken() {
        assert_eq!(scale(&[0.0, 1_000.0, 2_000.0]).breaks(), vec![]);
        assert_eq!(scale(&[0.0, 9_000.0]).breaks(), vec![]);
    }

    #[test]
    fn nothing_and_a_moment_have_a_scale() {
        for days in [vec![], vec![19_000.0], vec![f64::NAN, f64::INFINITY]] {
            let scale = scale(&days);
            assert!(scale.px(scale.domain().start) < scale.px(scale.domain().end));
        }
    }

    #[test]
    fn zooming_keeps_the_moment_under_the_finger() {
        let scale = scale(&[0.0, 50.0, 100.0]);
        let moment = scale.day(300.0);
        assert!((scale.zoomed(3.0, 300.0).px(moment) - 300.0).abs() < 1e-9);
        assert!((scale.zoomed(3.0, 300.0).zoom() - 3.0).abs() < 1e-9);
        assert_eq!(scale.zoomed(0.1, 300.0), scale);
    }

    #[test]
    fn a_window_is_shown_from_edge_to_edge() {
        let scale = scale(&[0.0, 50.0, 100.0]).windowed(Span { start: 20.0, end: 40.0 });
        assert!((scale.window().start - 20.0).abs() < 1e-9 && (scale.window().end - 40.0).abs() < 1e-9);
        assert!(scale.panned(f64::MAX).day(16.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn it_rises_and_can_be_undone(
            mut days in prop::collection::vec(-800_000.0..800_000.0f64, 1..60),
            width in 200.0..2_000.0f64, factor in 1.0..50.0f64, about in 0.0..2_000.0f64,
        ) {
            let scale = Scale::new(&moments(&days), width, &Options::default()).zoomed(factor, about);
            days.sort_by(f64::total_cmp);
            let mut last = f64::MIN;
            for day in days {
                let px = scale.px(day);
                prop_assert!(px >= last);
                // A pixel's thousandth is as near as pixels tell.
                prop_assert!((scale.px(scale.day(px)) - px).abs() < 1e-3);
                last = px;
            }
        }

        #[test]
        fn any_input_has_a_scale(
            spans in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY), 0..20),
            width in prop::num::f64::ANY, factor in prop::num::f64::ANY, px in prop::num::f64::ANY,
        ) {
            let spans: Vec<Span> = spans.into_iter().map(|(start, end)| Span { start, end }).collect();
            let scale = Scale::new(&spans, width, &Options::default());
            for scale in [scale.zoomed(factor, px), scale.panned(px), scale.windowed(Span { start: px, end: factor }), scale] {
                prop_assert!(scale.px(px).is_finite() && scale.day(px).is_finite());
                prop_assert!(scale.window().start < scale.window().end);
                prop_assert!(scale.breaks().len() <= 20);
            }
        }
    }
}
