//! Where the events stand on a horizontal axis. No browser here but for the
//! measures that are passed in.

use std::sync::Arc;

use drawing::geometry::Point;
use drawing::timeline::arcs;
use drawing::timeline::scale::{Break, Scale, Span};

use super::labels::{LANE_HEIGHT, fitted, label};
use super::mark::{EventMark, Extent, MARK_RADIUS, STACK, stack};
use super::plan::{Plan, middle};
use super::say::Say;
use super::ticks::{TickMark, tick_words};
use crate::diagram::MeasureLine;
use crate::model::Model;

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

/// Room over the marks for the arcs.
const ARC_HEIGHT: f64 = 22.0;
/// Room under the axis for its words and the articles' track.
const UNDER_AXIS: f64 = 44.0;

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
        .filter_map(|&(event, span, sources)| EventMark::new(model, event, span, sources, (&scale, width), say))
        .collect();
    marks.retain(|mark| mark.is_in_view(&scale));
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
        let marks: Vec<&EventMark> = marks.iter().filter(|mark| mark.is_in_view(scale)).collect();
        let published = plan.published.iter().map(|&(i, span)| (i, scale.px(middle(span))));
        self.articles = published.filter(|(_, x)| (0.0..=scale.width()).contains(x)).collect();
        self.ticks = tick_words(model, scale, &marks, say, measure);
        self.breaks = scale.breaks();
        self.arcs = arcs::arcs(&fulfilments(model, &marks), self.rise);
        self
    }
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
    use story::When;

    use super::*;
    use crate::samples::{Iso, measure};
    use crate::words::EN;

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
    fn a_title_is_whole_where_there_is_room() {
        let title = "The two delegations met for talks about the harbour";
        let axis = axis_of(|story| story.events[0].title = title.to_owned());
        assert!(axis.marks.iter().any(|mark| mark.label.as_ref().is_some_and(|label| label.text == title)));
    }
}
