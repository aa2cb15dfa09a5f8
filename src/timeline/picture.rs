//! The axis as a scene: what lies where, with what is selected and what is lit.

use drawing::geometry::{Point, Rect, Size};
use story::Status;
use story::path::AsOf;

use super::axis::Axis;
use super::labels::EVENT_PX;
use super::mark::{EventMark, Extent, Look, MARK_RADIUS};
use super::ticks::TICK_PX;
use crate::model::{Lit, Selection};
use crate::scene::{Anchor, Part, Path, Scene};
use crate::words::Words;

/// A finger needs more than the mark itself: the least height and width of
/// what it can touch, in pixels.
const TOUCH: f64 = 24.0;

/// How thick a bar is, in pixels: of a month or a season, and of a longer time.
const THICK: f64 = 9.0;
const THIN: f64 = 5.0;

/// What the picture depends on beside the axis.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub(crate) words: &'a Words,
    pub(crate) selected: Option<Selection>,
    pub(crate) lit: Option<&'a Lit>,
    /// What holds in the time that is shown, if it is narrowed.
    pub(crate) now: Option<&'a AsOf>,
}

/// Draws the axis, then stems, then marks.
pub(crate) fn picture(axis: &Axis, seen: Seen<'_>) -> Scene {
    let mut scene = Scene { size: Size::new(axis.width, axis.height), parts: Vec::new() };
    scene.parts.push(draw_axis(axis, seen));
    scene.parts.extend(axis.marks.iter().map(|mark| draw_stem(mark, seen)));
    scene.parts.extend(axis.marks.iter().map(|mark| draw_mark(mark, seen)));
    // How many there are changes while the axis is moved: they come last, so that no other part is another's.
    for &(article, x) in &axis.articles {
        let lit = seen.lit.is_some_and(|lit| lit.articles.contains(article));
        let mut part = Part::new(if lit { "published lit" } else { "published" }.to_owned());
        part.target = Some(Selection::Article(article));
        part.at = Point::new(x, axis.y);
        part.path("", Path::line(Point::new(0.0, 28.0), Point::new(0.0, 38.0)));
        scene.parts.push(part);
    }
    scene
}

fn draw_axis(axis: &Axis, seen: Seen<'_>) -> Part {
    let y = axis.y;
    let mut part = Part::new("ticks".to_owned());
    part.path("line-of-time", Path::line(Point::new(0.0, y), Point::new(axis.width, y)));
    for gap in &axis.breaks {
        // Two strokes through the axis where time is left out.
        let middle = f64::midpoint(gap.from, gap.to);
        part.path("gap", Path::rounded(Rect { x: middle - 5.0, y: y - 3.0, width: 10.0, height: 6.0 }, 0.0));
        for x in [middle - 7.0, middle + 1.0] {
            part.path("break", Path::line(Point::new(x, y + 6.0), Point::new(x + 6.0, y - 6.0)));
        }
    }
    // The track's name stands at the end that has room for it.
    let right_is_free = axis.articles.iter().all(|&(_, x)| x < axis.width - 80.0);
    let (x, anchor) = if right_is_free { (axis.width, Anchor::End) } else { (0.0, Anchor::Start) };
    part.text("tick-text", Point::new(x, y + 33.0), anchor, TICK_PX, seen.words.articles);
    for tick in &axis.ticks {
        part.path("tick", Path::line(Point::new(tick.x, y), Point::new(tick.x, y + 5.0)));
        part.text("tick-text", Point::new(tick.label_x, y + 14.0), Anchor::Middle, TICK_PX, &tick.text);
    }
    for arc in &axis.arcs {
        part.path("arc", Path::default().command("M", &[arc.start]).command("C", &[arc.first, arc.second, arc.end]));
    }
    part
}

fn dim(event: usize, seen: Seen<'_>) -> &'static str {
    let is_lit = seen.lit.is_none_or(|lit| lit.events.contains(event));
    let is_now = seen.now.is_none_or(|now| now.events.contains(event));
    if is_lit && is_now { "" } else { " dim" }
}

fn draw_stem(mark: &EventMark, seen: Seen<'_>) -> Part {
    let mut part = Part::new(["stem", dim(mark.event, seen)].concat());
    if let Some(label) = &mark.label {
        part.at = Point::new(mark.x(), mark.y);
        part.path("", Path::line(Point::new(0.0, label.y - mark.y - 8.0), Point::new(0.0, -MARK_RADIUS)));
    }
    part
}

fn draw_mark(mark: &EventMark, seen: Seen<'_>) -> Part {
    let selection = Selection::Event(mark.event);
    let pressed = seen.selected == Some(selection);
    let chosen = if pressed { " selected" } else { "" };
    let mut part = Part::new(["event ", &look_class(mark.look), chosen, dim(mark.event, seen)].concat());
    part.name = Some(mark.name.clone());
    part.target = Some(selection);
    part.pressed = pressed;
    part.at = Point::new(mark.x(), mark.y);
    let width = mark.to - mark.from;
    part.path("touch", bar(width.max(TOUCH), TOUCH, 0.0));
    // The coarser a date, the lighter its bar; hollow ones need room inside.
    let is_hollow = mark.look.status != Status::Happened;
    let thick = if mark.coarse && !is_hollow { THIN } else { THICK };
    match mark.look.extent {
        Extent::Point => part.path("mark", Path::circle(Point::default(), MARK_RADIUS)),
        Extent::Bar | Extent::Fading => part.path("mark", bar(width, thick, thick / 2.0)),
    }
    if mark.look.extent == Extent::Fading {
        // Laid over each other, they fade to the ends, on paper too.
        for share in [0.75, 0.5, 0.25] {
            part.path("fade", bar(width * share, thick, thick / 2.0));
        }
    }
    if let Some(label) = &mark.label {
        let anchor = if label.leftwards { Anchor::End } else { Anchor::Start };
        part.text("event-text", Point::new(label.x - part.at.x, label.y - part.at.y), anchor, EVENT_PX, &label.text);
    }
    part
}

/// A rectangle about the middle of its part.
fn bar(width: f64, height: f64, corner: f64) -> Path {
    Path::rounded(Rect::around(Point::default(), Size::new(width, height)), corner)
}

/// The classes of a look: `point planned`.
pub(crate) fn look_class(look: Look) -> String {
    let extent = match look.extent {
        Extent::Point => "point",
        Extent::Bar => "bar",
        Extent::Fading => "fading",
    };
    let status = match look.status {
        Status::Happened => "happened",
        Status::Planned => "planned",
        Status::Cancelled => "cancelled",
        Status::Uncertain => "uncertain",
    };
    [extent, " ", status].concat()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::Model;
    use crate::samples::{Iso, measure};
    use crate::timeline::axis::lay_out;
    use crate::timeline::plan::Plan;
    use crate::timeline::say::Say;
    use crate::words::EN;

    #[test]
    fn every_event_says_when_what_and_whether_it_is_planned() {
        let model = Model::new(crate::samples::meeting());
        let say = Say { words: &EN, calendar: &Iso };
        let axis = lay_out(&model, Arc::new(Plan::new(&model, 900.0)), None, say, &measure);
        let seen = Seen { words: &EN, selected: model.find("return"), lit: None, now: None };
        let scene = picture(&axis, seen);
        let named: Vec<&Part> = scene.parts.iter().filter(|part| part.name.is_some()).collect();
        assert_eq!(named.len(), 2);
        let planned = named.iter().find(|part| part.class.starts_with("event fading planned")).unwrap();
        assert!(planned.name.as_ref().unwrap().ends_with(": Bo returns to Delft, planned"), "{:?}", planned.name);
        assert!(planned.pressed && planned.class.contains("selected"));
    }
}
