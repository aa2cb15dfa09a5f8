//! The words under the axis.

use drawing::timeline::scale::Scale;
use drawing::timeline::ticks::{Tick, Unit, ticks};

use super::mark::EventMark;
use super::say::{Say, said};
use crate::diagram::MeasureLine;
use crate::model::Model;
use crate::words::Calendar;

/// Their size in pixels.
pub(crate) const TICK_PX: f64 = 12.0;
/// Pixels between the words of two ticks.
const TICK_GAP: f64 = 14.0;

/// A tick with its words.
#[derive(Debug, Clone)]
pub(crate) struct TickMark {
    pub(crate) x: f64,
    /// The middle of the words: a lone tick's move in from the edge.
    pub(crate) label_x: f64,
    pub(crate) text: String,
}

/// The ticks with their words. A stretch of the axis that is too short for two
/// ticks is named as a whole: by the month of what is in it, or by the dates
/// themselves where they are coarser, or where another stretch is of that month.
pub(super) fn tick_words(
    model: &Model,
    scale: &Scale,
    marks: &[&EventMark],
    say: Say<'_>,
    measure: MeasureLine<'_>,
) -> Vec<TickMark> {
    let gaps = scale.breaks();
    let breaks: Vec<f64> = gaps.iter().map(|gap| f64::midpoint(gap.from, gap.to)).collect();
    let stretch = |x: f64| breaks.partition_point(|&end| end <= x);
    let tick_text = |tick: &Tick| tick_text(tick, say.calendar);
    let mut placed = ticks(scale, TICK_GAP, &|tick| measure(&tick_text(tick), TICK_PX, false).width);
    // An hour has the name of its day, and stands where that does: at noon, if that is in view.
    for tick in placed.iter_mut().filter(|tick| tick.unit == Unit::Hour) {
        let noon = scale.px(tick.day.floor() + 0.5);
        if (0.0..=scale.width()).contains(&noon) {
            tick.label += noon - tick.px;
            tick.px = noon;
        }
    }
    placed.retain(|tick| gaps.iter().all(|gap| tick.px <= gap.from || gap.to <= tick.px));
    let is_beside = |mark: &EventMark, here: usize| {
        let is_other = |other: &&EventMark| stretch(other.x()) != here && !other.coarse;
        marks.iter().copied().filter(is_other).any(|other| mark.is_month_of(other))
    };
    let mut words: Vec<TickMark> = Vec::new();
    for here in 0..=breaks.len() {
        let ticks: Vec<&Tick> = placed.iter().filter(|tick| stretch(tick.px) == here).collect();
        let marks: Vec<&EventMark> = marks.iter().copied().filter(|mark| stretch(mark.x()) == here).collect();
        let has_room = ticks.len() > 1 && !marks.iter().all(|mark| mark.coarse);
        if has_room || marks.is_empty() {
            for tick in ticks {
                let text = tick_text(tick);
                // The hours of a day are all of that day.
                if words.last().is_none_or(|before| before.text != text) {
                    words.push(TickMark { x: tick.px, label_x: tick.label, text });
                }
            }
            continue;
        }
        for mark in marks {
            let x = mark.x();
            let is_month = !mark.coarse && !is_beside(mark, here);
            let text = said(model, mark.event, is_month, say);
            let half = measure(&text, TICK_PX, false).width / 2.0;
            let label_x = x.max(half);
            let is_clear = |tick: &TickMark| {
                (tick.label_x - label_x).abs() >= half + measure(&tick.text, TICK_PX, false).width / 2.0 + TICK_GAP
            };
            if words.iter().all(|tick| is_clear(tick) && tick.text != text) {
                words.push(TickMark { x, label_x, text });
            }
        }
    }
    words
}

fn tick_text(tick: &Tick, calendar: &dyn Calendar) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "days of any date fit")]
    let (year, month, day) = story::Day(tick.day.floor() as i64).to_civil();
    match tick.unit {
        Unit::Year => year.to_string(),
        Unit::Month => calendar.month(year, month),
        Unit::Day | Unit::Hour => calendar.day(year, month, day),
    }
}
