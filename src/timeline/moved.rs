//! The axis while a reader moves it: what stands on it goes along with its words. What
//! comes into view, and where the words go best, is found when it rests.

use drawing::timeline::scale::Span;

use super::axis::Axis;
use super::labels::{EventLabel, WIDEST};
use super::mark::{EventMark, reach};
use super::say::Say;
use crate::diagram::MeasureLine;
use crate::model::Model;

/// What is moved beyond this share of the axis leaves too much of it empty.
const EMPTY: f64 = 1.0 / 3.0;

impl Axis {
    /// The same axis with another time to be seen; nothing where it has to be laid out anew.
    pub(crate) fn moved(
        &self,
        model: &Model,
        view: Option<Span>,
        say: Say<'_>,
        measure: MeasureLine<'_>,
    ) -> Option<Self> {
        let scale = self.plan.scale(view);
        let (start, end) = (scale.px(self.rested.start), scale.px(self.rested.end));
        if start > scale.width() * EMPTY || end < scale.width() * (1.0 - EMPTY) {
            return None;
        }
        let mut axis = self.clone();
        let is_far = |from: f64, to: f64| to < -WIDEST || from > self.width + WIDEST;
        for mark in &mut axis.marks {
            let before = mark.x();
            let (from, to) = reach(mark.look.extent, mark.span, &scale, self.width);
            // What is far out of view, and was, stays there.
            if !is_far(from, to) || !is_far(mark.from, mark.to) {
                (mark.from, mark.to) = (from, to);
                let by = mark.x() - before;
                if let Some(label) = &mut mark.label {
                    label.x += by;
                }
            }
        }
        thin(&mut axis.marks);
        axis.scale = scale;
        Some(axis.with_time(model, say, measure))
    }
}

/// Takes words away that would stand on others.
fn thin(marks: &mut [EventMark]) {
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for mark in marks {
        let Some(EventLabel { x, y, leftwards, width, .. }) = mark.label else { continue };
        let (from, to) = if leftwards { (x - width, x) } else { (x, x + width) };
        if taken.iter().any(|&(lane, start, end)| (lane - y).abs() < 1.0 && from < end && start < to) {
            mark.label = None;
        } else {
            taken.push((y, from, to));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::samples::{Iso, measure};
    use crate::timeline::axis::lay_out;
    use crate::timeline::plan::Plan;
    use crate::words::EN;

    const SAY: Say<'static> = Say { words: &EN, calendar: &Iso };

    /// Five years, with an event each month.
    fn months() -> (Model, Arc<Plan>) {
        let mut story = crate::samples::meeting();
        let day = |at: usize| story::When::parse(&format!("20{:02}-{:02}-01", 10 + at / 12, at % 12 + 1)).ok();
        let event = |at: usize| story::Event { when: day(at), ..story.events[0].clone() };
        story.events = (0..60).map(event).collect();
        let model = Model::new(story);
        let plan = Arc::new(Plan::new(&model, 900.0));
        (model, plan)
    }

    fn zoomed(axis: &Axis, factor: f64) -> Span {
        axis.scale.zoomed(factor, 300.0).window()
    }

    #[test]
    fn what_is_moved_stands_where_it_would_stand_and_keeps_its_words() {
        let (model, plan) = months();
        let rested = lay_out(&model, plan.clone(), None, SAY, &measure);
        let view = Some(zoomed(&rested, 1.5));
        let moved = rested.moved(&model, view, SAY, &measure).unwrap();
        let anew = lay_out(&model, plan.clone(), view, SAY, &measure);
        assert_eq!(moved.marks.len(), rested.marks.len());
        for mark in &anew.marks {
            let same = moved.marks.iter().find(|other| other.event == mark.event).unwrap();
            assert!((same.x() - mark.x()).abs() < 1e-6);
        }
        for (before, after) in rested.marks.iter().zip(&moved.marks) {
            if let (Some(label), Some(was)) = (&after.label, &before.label) {
                assert!((label.x - after.x() - (was.x - before.x())).abs() < 1e-6);
            }
        }
        assert!(moved.marks.iter().any(|mark| mark.label.is_some()));
        let words = |axis: &Axis| axis.ticks.iter().map(|tick| tick.text.clone()).collect::<Vec<_>>();
        assert_eq!(words(&moved), words(&anew), "the axis itself is never late");
    }

    #[test]
    fn words_that_would_stand_on_others_go() {
        let (model, plan) = months();
        let whole = lay_out(&model, plan.clone(), None, SAY, &measure);
        let near = lay_out(&model, plan.clone(), Some(zoomed(&whole, 2.0)), SAY, &measure);
        let back = near.moved(&model, Some(zoomed(&near, 0.7)), SAY, &measure).unwrap();
        let boxes: Vec<(f64, f64, f64)> = back
            .marks
            .iter()
            .filter_map(|mark| mark.label.as_ref())
            .map(|label| (label.y, label.x - if label.leftwards { label.width } else { 0.0 }, label.width))
            .collect();
        for (at, (y, x, width)) in boxes.iter().enumerate() {
            for (other_y, other_x, other) in &boxes[..at] {
                assert!((y - other_y).abs() > 1.0 || x + width <= *other_x || other_x + other <= *x);
            }
        }
    }

    #[test]
    fn who_leaves_what_was_laid_out_gets_it_anew() {
        let (model, plan) = months();
        let whole = lay_out(&model, plan.clone(), None, SAY, &measure);
        let near = lay_out(&model, plan.clone(), Some(zoomed(&whole, 8.0)), SAY, &measure);
        let pushed = |by: f64| near.moved(&model, Some(near.scale.panned(by).window()), SAY, &measure);
        assert!(pushed(-100.0).is_some());
        assert!(pushed(-400.0).is_none());
        assert!(near.moved(&model, None, SAY, &measure).is_none());
    }
}
