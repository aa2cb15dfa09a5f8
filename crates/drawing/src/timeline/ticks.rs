//! The ticks of the axis, from hours to centuries.

use super::calendar::Date;
use super::scale::{Scale, Span};
use crate::number::{between, float, length, whole};

/// What a tick begins; the caller writes it by the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// An hour of a day.
    Hour,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// A tick of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The moment, in days since 1970.
    pub day: f64,
    /// Where it is.
    pub px: f64,
    /// Where the middle of its label is: at `px`, unless the label of a lone
    /// tick has to move in from the edge.
    pub label: f64,
    /// How precise its label is.
    pub unit: Unit,
    /// Whether it begins the next larger unit, or is the first in view or
    /// after a break: its label says more ("Jul 2024" rather than "Jul").
    pub major: bool,
}

/// The ticks in view, the finest whose labels stand clear of each other.
///
/// `measure` gives the width of a tick's label in pixels; labels are kept
/// `gap` pixels apart and inside the axis. A stretch between two breaks that is
/// narrow or holds no tick of that step gets one in its middle, as precise as
/// its distance from its neighbours asks for.
pub fn ticks(scale: &Scale, gap: f64, measure: &dyn Fn(&Tick) -> f64) -> Vec<Tick> {
    let stretches = scale.stretches();
    let mut row = Row { scale, gap: length(gap), measure, ticks: Vec::new(), right: f64::MIN, crowded: false };
    for step in STEPS {
        // A quick look before all are made: labels have some width.
        let narrowest = NARROWEST.max(scale.width() / MOST);
        if step.days() * scale.day_width() < narrowest {
            continue;
        }
        row.clear();
        for stretch in &stretches {
            row.fill(*stretch, step);
        }
        if !row.crowded {
            return row.ticks;
        }
    }
    row.clear();
    for stretch in &stretches {
        row.anchor(*stretch);
    }
    row.ticks
}

/// A distance between ticks.
#[derive(Clone, Copy)]
struct Step {
    unit: Unit,
    every: i64,
}

const fn step(every: i64, unit: Unit) -> Step {
    Step { unit, every }
}

/// The distances between ticks that readers are used to, finest first. Days
/// are counted from the first of their month.
const STEPS: [Step; 25] = [
    step(1, Unit::Hour),
    step(3, Unit::Hour),
    step(6, Unit::Hour),
    step(12, Unit::Hour),
    step(1, Unit::Day),
    step(2, Unit::Day),
    step(7, Unit::Day),
    step(1, Unit::Month),
    step(2, Unit::Month),
    step(3, Unit::Month),
    step(6, Unit::Month),
    step(1, Unit::Year),
    step(2, Unit::Year),
    step(5, Unit::Year),
    step(10, Unit::Year),
    step(20, Unit::Year),
    step(50, Unit::Year),
    step(100, Unit::Year),
    step(200, Unit::Year),
    step(500, Unit::Year),
    step(1_000, Unit::Year),
    step(5_000, Unit::Year),
    step(20_000, Unit::Year),
    step(100_000, Unit::Year),
    step(1_000_000, Unit::Year),
];

/// No label is narrower than this, in pixels.
const NARROWEST: f64 = 8.0;
/// No axis has more ticks than this, however wide it is.
const MOST: f64 = 1_000.0;
/// A stretch between breaks narrower than this, in pixels, has one tick.
const GLIMPSE: f64 = 96.0;
const HOURS: i64 = 24;
/// A day's tick stands in its middle, as what happened on that day does.
const NOON: f64 = 0.5;
/// The mean length of a month in days, of a year, and of two years.
const MONTH: f64 = 30.44;
const YEAR: f64 = 365.25;
/// The last day of a month that a step of several days may stand on: what is
/// left of the month then is no shorter than half a step.
const LAST_OF_MONTH: i64 = 30;

impl Step {
    fn days(self) -> f64 {
        let one = match self.unit {
            Unit::Hour => 1.0 / float(HOURS),
            Unit::Day => 1.0,
            Unit::Month => MONTH,
            Unit::Year => YEAR,
        };
        float(self.every) * one
    }

    /// The number of the last step at or before `day`, and whether numbers
    /// are hours, days, months or years since 1970 (years: since 0).
    fn at(self, day: f64) -> i64 {
        let date = Date::from_days(whole(day));
        match self.unit {
            Unit::Hour => whole(day * float(HOURS)).div_euclid(self.every),
            Unit::Day => whole(day),
            Unit::Month => (date.year * 12 + date.month - 1).div_euclid(self.every),
            Unit::Year => date.year.div_euclid(self.every),
        }
    }

    /// The moment of the step numbered `number` and whether it begins the
    /// next larger unit; `None` where there is no tick.
    fn moment(self, number: i64) -> Option<(f64, bool)> {
        let first = |year, month| float(Date { year, month, day: 1 }.to_days());
        let number = if self.unit == Unit::Day { number } else { number * self.every };
        match self.unit {
            Unit::Hour => Some((float(number) / float(HOURS), number.rem_euclid(HOURS) == 0)),
            Unit::Day => {
                let date = Date::from_days(number);
                let stands = (date.day - 1) % self.every == 0 && date.day + self.every / 2 <= LAST_OF_MONTH;
                (stands || date.day == 1 || self.every == 1).then_some((float(number) + NOON, date.day == 1))
            }
            Unit::Month => Some((first(number.div_euclid(12), number.rem_euclid(12) + 1), number.rem_euclid(12) == 0)),
            Unit::Year => Some((first(number, 1), number % (10 * self.every) == 0)),
        }
    }
}

/// The ticks of one step, from left to right, as far as their labels have room.
struct Row<'a> {
    scale: &'a Scale,
    gap: f64,
    measure: &'a dyn Fn(&Tick) -> f64,
    ticks: Vec<Tick>,
    /// Where the last label ends.
    right: f64,
    /// Whether a label was left out between two of its own stretch.
    crowded: bool,
}

impl Row<'_> {
    fn clear(&mut self) {
        self.ticks.clear();
        self.right = f64::MIN;
        self.crowded = false;
    }

    /// Takes the tick if its label has room after `right`.
    fn take(&mut self, tick: Tick, right: f64) -> bool {
        let half = length((self.measure)(&tick)) / 2.0;
        if tick.label - half < (right + self.gap).max(0.0) || tick.label + half > self.scale.width() {
            return false;
        }
        self.right = tick.label + half;
        self.ticks.push(tick);
        true
    }

    /// The ticks of a stretch.
    fn fill(&mut self, stretch: Span, step: Step) {
        // A glimpse of a far time: its months would be more than is known of it.
        let wide = self.scale.px(stretch.end) - self.scale.px(stretch.start);
        if wide < GLIMPSE && self.precision(stretch) > step.unit {
            self.anchor(stretch);
            return;
        }
        // Where the labels of the stretches before end.
        let before = self.right;
        let kept = self.ticks.len();
        let mut replaced = false;
        let (mut number, last) = (step.at(stretch.start), step.at(stretch.end));
        while number <= last {
            let moment = step.moment(number).filter(|&(day, _)| day >= stretch.start && day <= stretch.end);
            number += 1;
            let Some((day, larger)) = moment else { continue };
            let first = self.ticks.len() == kept;
            let px = self.scale.px(day);
            let mut tick = Tick { day, px, label: px, unit: step.unit, major: larger || first };
            if self.take(tick, self.right) || first {
                continue;
            }
            // The first tick says more than it must if the next does so too.
            let half = length((self.measure)(&tick)) / 2.0;
            if tick.px + half > self.scale.width() {
                continue;
            }
            if self.ticks.len() == kept + 1 && !replaced {
                replaced = true;
                tick.major = true;
                let first = self.ticks.pop();
                if self.take(tick, before) {
                    continue;
                }
                self.ticks.extend(first);
            }
            self.crowded = true;
            return;
        }
        if self.ticks.len() == kept {
            self.anchor(stretch);
        }
    }

    /// One tick in the middle of a stretch.
    fn anchor(&mut self, stretch: Span) {
        let domain = self.scale.domain();
        let day = f64::midpoint(stretch.start.max(domain.start), stretch.end.min(domain.end));
        let px = self.scale.px(day);
        let mut tick = Tick { day, px, label: px, unit: self.precision(stretch), major: true };
        let half = length((self.measure)(&tick)) / 2.0;
        tick.label = between(px, half, self.scale.width() - half);
        self.take(tick, self.right);
    }

    /// How precise a tick has to be to tell a stretch from its neighbours.
    fn precision(&self, stretch: Span) -> Unit {
        let breaks = self.scale.breaks();
        let before = breaks.iter().rev().find(|gap| gap.span.end <= stretch.start);
        let after = breaks.iter().find(|gap| gap.span.start >= stretch.end);
        let gaps = before.into_iter().chain(after).map(|gap| gap.span.end - gap.span.start);
        match gaps.reduce(f64::min) {
            Some(apart) if apart >= 2.0 * YEAR => Unit::Year,
            Some(apart) if apart >= 2.0 * MONTH => Unit::Month,
            _ => Unit::Day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scale::Options;
    use super::*;
    use proptest::prelude::*;

    fn axis(days: &[f64], width: f64) -> Scale {
        let spans: Vec<Span> = days.iter().map(|&day| Span { start: day, end: day }).collect();
        Scale::new(&spans, width, &Options::default())
    }

    fn wide(tick: &Tick) -> f64 {
        if tick.major { 64.0 } else { 28.0 }
    }

    fn dates(ticks: &[Tick]) -> Vec<String> {
        let date = |tick: &Tick| Date::from_days(whole(tick.day));
        ticks.iter().map(|tick| format!("{}-{:02}-{:02}", date(tick).year, date(tick).month, date(tick).day)).collect()
    }

    #[test]
    fn months_of_half_a_year() {
        let scale = axis(&[19_907.0, 19_950.0, 20_000.0, 20_054.0], 700.0);
        let ticks = ticks(&scale, 8.0, &wide);
        assert_eq!(dates(&ticks), ["2024-08-01", "2024-09-01", "2024-10-01", "2024-11-01"]);
        assert!(ticks[0].major && !ticks[1].major);
    }

    #[test]
    fn hours_of_a_day() {
        let ticks = ticks(&axis(&[19_907.25, 19_907.75], 700.0), 8.0, &wide);
        assert!(ticks.len() > 8, "{ticks:?}");
        assert!(ticks.iter().all(|tick| tick.unit == Unit::Hour));
    }

    #[test]
    fn centuries() {
        let ticks = ticks(&axis(&[-700_000.0, -300_000.0, 20_000.0], 360.0), 8.0, &wide);
        assert!(ticks.len() > 2, "{ticks:?}");
        assert!(ticks.iter().all(|tick| tick.unit == Unit::Year && Date::from_days(whole(tick.day)).year % 500 == 0));
    }

    #[test]
    fn a_moment_between_breaks_has_its_tick() {
        let scale = axis(&[0.0, 12_000.0, 12_010.0, 12_020.0, 12_040.0, 12_100.0], 900.0);
        let ticks = ticks(&scale, 8.0, &wide);
        assert_eq!((ticks[0].day, ticks[0].unit, ticks[0].major), (0.0, Unit::Year, true));
        assert!(ticks[1].major, "the first after a break says its year");
        assert!(ticks.len() > 3, "{ticks:?}");
    }

    #[test]
    fn at_every_zoom_from_centuries_to_hours_there_are_a_few_ticks() {
        let whole = axis(&[-700_000.0, -699_000.0, 19_000.0, 20_000.0], 720.0);
        let (mut scale, mut finest, mut before) = (whole.clone(), Unit::Year, 0.0);
        while scale.zoom() > before {
            before = scale.zoom();
            let ticks = ticks(&scale, 8.0, &wide);
            assert!((1..=24).contains(&ticks.len()), "{} ticks at {before}", ticks.len());
            finest = finest.min(ticks[0].unit);
            for pair in ticks.windows(2) {
                let room = pair[1].label - pair[0].label - f64::midpoint(wide(&pair[0]), wide(&pair[1]));
                assert!(room >= 8.0 - 1e-6, "{pair:?}");
            }
            scale = scale.zoomed(1.3, 300.0);
        }
        assert_eq!(finest, Unit::Hour);
    }

    proptest! {
        #[test]
        fn labels_stand_clear_and_inside(
            days in prop::collection::vec(-800_000.0..800_000.0f64, 1..40),
            width in 40.0..2_000.0f64, factor in 1.0..5_000.0f64, about in 0.0..2_000.0f64,
            label in 0.0..90.0f64,
        ) {
            let scale = axis(&days, width).zoomed(factor, about);
            let measure = |tick: &Tick| if tick.major { 1.5 * label } else { label };
            let ticks = ticks(&scale, 4.0, &measure);
            for tick in &ticks {
                let half = measure(tick) / 2.0;
                prop_assert!(tick.label - half >= 0.0 && tick.label + half <= width);
            }
            for pair in ticks.windows(2) {
                let ends = pair[0].label + measure(&pair[0]) / 2.0;
                prop_assert!(ends + 4.0 <= pair[1].label - measure(&pair[1]) / 2.0 + 1e-9);
            }
            // No more than labels of the least width, and one between each two breaks.
            prop_assert!(f64::from(u32::try_from(ticks.len()).unwrap()) <= width / NARROWEST + 40.0);
        }

        #[test]
        fn any_input_has_ticks(
            days in prop::collection::vec(prop::num::f64::ANY, 0..9),
            width in prop::num::f64::ANY, factor in prop::num::f64::ANY, label in prop::num::f64::ANY,
        ) {
            let scale = axis(&days, width).zoomed(factor, width);
            let ticks = ticks(&scale, label, &|_| label);
            prop_assert!(ticks.iter().all(|tick| tick.px.is_finite()));
        }
    }
}
