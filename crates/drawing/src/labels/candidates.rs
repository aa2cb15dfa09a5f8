//! The places a label may take, and how good each is.
//!
//! The order of the sides follows Imhof ("Positioning names on maps", 1975)
//! as far as a diagram has a use for it: centred under the node reads best,
//! then over it, then beside it.

use super::{Placed, Scene, Side};
use crate::edges::Route;
use crate::geometry::{Mark, Point, Rect, Size};
use crate::number::between;
use crate::order::sorted;

/// What a crossing line costs, in steps of the order of sides: more than the worst side.
const CROSSED: f64 = 4.0;
/// What it costs to stand as near to another node as to one's own: whose name it is, nobody could tell.
const STRANGER: f64 = 8.0;
/// Room between a node and the words beside it for the ring of a selected node, in pixels.
const RING: f64 = 4.0;
/// What an edge's label costs a step away from the middle.
const OFF_MIDDLE: f64 = 0.5;
/// What an edge's label costs beside its line.
const BESIDE: f64 = 1.0;
/// Straight pieces of a curve when looking for lines under a label.
const PIECES: usize = 8;
/// With more lines than this, labels do not look for them: the picture is a
/// cloud, and looking costs labels times lines.
const MOST_LINES: usize = 600;

/// A place and what it costs; the least is the best.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) placed: Placed,
    pub(super) cost: f64,
}

/// The places around a node, the best first.
pub(super) fn around(mark: Mark, size: Size, scene: &Scene<'_>, lines: &Lines) -> Vec<Candidate> {
    let node = mark.bounds();
    let (gap, frame) = (scene.gap, scene.frame);
    let middle_x = node.centre().x - size.width / 2.0;
    let middle_y = node.centre().y - size.height / 2.0;
    let (above, below) = (node.y - gap - size.height, node.bottom() + gap);
    let (left, right) = (node.x - gap - RING - size.width, node.right() + gap + RING);
    // Over and under the node, a label may move in from the frame's edge.
    let inside_x = between(middle_x, frame.x, frame.right() - size.width);
    let moved_in = if inside_x < node.right() && node.x < inside_x + size.width { inside_x } else { middle_x };
    let corner = mark.shape.size().width / 2.0;
    let places = [
        (Side::Below, moved_in, below, 0.0),
        (Side::Above, moved_in, above, 1.0),
        (Side::Right, right, middle_y, 1.5),
        (Side::Left, left, middle_y, 2.0),
        (Side::BelowRight, node.right() - corner / 2.0, below, 2.5),
        (Side::BelowLeft, node.x + corner / 2.0 - size.width, below, 2.7),
        (Side::AboveRight, node.right() - corner / 2.0, above, 3.0),
        (Side::AboveLeft, node.x + corner / 2.0 - size.width, above, 3.2),
    ];
    let mut candidates = Vec::with_capacity(places.len());
    for (side, x, y, cost) in places {
        let bounds = Rect::new(x, y, size.width, size.height);
        put(&mut candidates, Placed { bounds, side }, cost, None, frame, lines);
    }
    best_first(&candidates)
}

/// Puts last the places where a name would be as near to another node as to its own: `is_taken` tells
/// whether another is in a box.
pub(super) fn keep_from_strangers(places: &mut Vec<Candidate>, gap: f64, is_taken: &dyn Fn(Rect) -> bool) {
    for place in &mut *places {
        if is_taken(place.placed.bounds.grown(gap + RING)) {
            place.cost += STRANGER;
        }
    }
    *places = best_first(places);
}

/// The places along an edge, the best first: on the line, then beside it.
pub(super) fn along(route: &Route, size: Size, own: usize, scene: &Scene<'_>, lines: &Lines) -> Vec<Candidate> {
    let mut candidates = Vec::with_capacity(3 * STEPS_ALONG.len());
    for (t, away) in STEPS_ALONG {
        let (before, on, after) = (route.at(t - 0.05), route.at(t), route.at(t + 0.05));
        let long = before.distance(after).max(f64::MIN_POSITIVE);
        let (x, y) = ((before.y - after.y) / long, (after.x - before.x) / long);
        // How far a box must move off a line to stand clear of it.
        let off = f64::midpoint(size.width * x.abs(), size.height * y.abs()) + scene.gap / 2.0;
        for (off, cost) in [(0.0, 0.0), (off, BESIDE), (-off, BESIDE)] {
            let bounds = Rect::around(Point::new(on.x + x * off, on.y + y * off), size);
            let placed = Placed { bounds, side: Side::OnEdge };
            put(&mut candidates, placed, cost + OFF_MIDDLE * away, Some(own), scene.frame, lines);
        }
    }
    best_first(&candidates)
}

/// Where on a curve a label is tried, and how many steps that is off the middle.
const STEPS_ALONG: [(f64, f64); 7] =
    [(0.5, 0.0), (0.42, 1.0), (0.58, 1.0), (0.34, 2.0), (0.66, 2.0), (0.26, 3.0), (0.74, 3.0)];

/// Adds a place if it is in the frame, at its cost and that of the lines that cross it.
fn put(to: &mut Vec<Candidate>, placed: Placed, cost: f64, own: Option<usize>, frame: Rect, lines: &Lines) {
    if frame.contains(placed.bounds) {
        to.push(Candidate { placed, cost: cost + CROSSED * f64::from(lines.crossing(placed.bounds, own)) });
    }
}

fn best_first(candidates: &[Candidate]) -> Vec<Candidate> {
    sorted(candidates, &|a, b| a.cost.total_cmp(&b.cost))
}

/// All edges as straight pieces.
pub(super) struct Lines {
    lines: Vec<Line>,
}

struct Line {
    edge: usize,
    around: Rect,
    pieces: Vec<(Point, Point)>,
}

impl Lines {
    pub(super) fn new(routes: &[Option<Route>]) -> Self {
        let routes = if routes.len() > MOST_LINES { &[] } else { routes };
        let line = |(edge, route): (usize, &Option<Route>)| {
            let pieces: Vec<(Point, Point)> = route.as_ref()?.pieces(PIECES).collect();
            let around = pieces.iter().map(|&(a, b)| Rect::spanning(a, b)).reduce(Rect::union)?;
            Some(Line { edge, around, pieces })
        };
        Self { lines: routes.iter().enumerate().filter_map(line).collect() }
    }

    /// How many edges but `own` pass through the box.
    fn crossing(&self, bounds: Rect, own: Option<usize>) -> u32 {
        let mut crossing = 0;
        for line in &self.lines {
            if Some(line.edge) != own
                && line.around.grown(1.0).overlaps(bounds)
                && line.pieces.iter().any(|&(a, b)| bounds.is_crossed_by(a, b))
            {
                crossing += 1;
            }
        }
        crossing
    }
}
