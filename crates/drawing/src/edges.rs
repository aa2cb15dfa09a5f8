//! The lines between nodes: where they run, end and are labelled.

use crate::geometry::{Mark, Point};
use crate::number::{between, count, length};
use crate::order::order;

/// Half the width of an arrowhead, as a share of its length.
const HEAD_HALF: f64 = 0.4;
/// How far an edge may bend round a node, as shares of its length.
const BENDS: [f64; 4] = [0.06, 0.1, 0.16, 0.22];
/// With more nodes than this, edges run straight: nobody can follow one edge
/// there, and looking for a way round costs edges times nodes.
const AVOIDING: usize = 300;
/// Straight pieces of a curve when looking for nodes in its way.
const TESTED: usize = 10;
/// Straight pieces of a curve when measuring the distance to it.
const MEASURED: usize = 24;

/// A line to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Index of the node it leaves.
    pub from: usize,
    /// Index of the node it reaches.
    pub to: usize,
    /// Whether it ends in an arrowhead.
    pub arrow: bool,
}

/// How to route.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Pixels between the middles of two lines that join the same two nodes.
    pub spread: f64,
    /// Length of an arrowhead in pixels; it is four fifths as wide.
    pub head: f64,
    /// Pixels kept free between a line's end and the node.
    pub clearance: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { spread: 36.0, head: 10.0, clearance: 2.0 }
    }
}

/// A line in its place: a quadratic Bézier curve, straight where `control`
/// is its middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Route {
    /// Where the line starts, on the outline of its first node.
    pub start: Point,
    /// The control point of the curve.
    pub control: Point,
    /// Where the line ends: the second node's outline, or the foot of the arrowhead.
    pub end: Point,
    /// Whether the curve is a straight line.
    pub straight: bool,
    /// The arrowhead: its tip, then its two feet.
    pub head: Option<[Point; 3]>,
    /// The middle of the curve, where a label goes.
    pub middle: Point,
}

impl Route {
    /// The point at `t` on the curve: 0 is the start, 1 the end.
    pub fn at(&self, t: f64) -> Point {
        let left = self.start.towards(self.control, t);
        left.towards(self.control.towards(self.end, t), t)
    }

    /// The curve as a chain of straight pieces, for measuring.
    pub(crate) fn pieces(&self, pieces: usize) -> impl Iterator<Item = (Point, Point)> + '_ {
        let pieces = if self.straight { 1 } else { pieces.max(1) };
        let step = 1.0 / count(pieces);
        (0..pieces).map(move |piece| (self.at(count(piece) * step), self.at(count(piece + 1) * step)))
    }

    /// The distance from `point` to the curve, to a fraction of a pixel.
    pub fn distance(&self, point: Point) -> f64 {
        let point = point.finite();
        self.pieces(MEASURED).map(|(a, b)| distance_to_line(point, a, b)).fold(f64::MAX, f64::min)
    }
}

/// The distance from `point` to the straight line from `a` to `b`.
pub(crate) fn distance_to_line(point: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let square = dx * dx + dy * dy;
    if square <= 0.0 {
        return point.distance(a);
    }
    let along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / square;
    point.distance(a.towards(b, between(along, 0.0, 1.0)))
}

/// Routes every edge; `None` for those that name no node or have no way to
/// run because their nodes touch.
///
/// A single edge is straight; edges that join the same two nodes fan out, in
/// the order given. Where a node would stand on them, they bend round it.
pub fn routes(marks: &[Mark], edges: &[Edge], options: &Options) -> Vec<Option<Route>> {
    let mut routes = vec![None; edges.len()];
    let pair = |index: usize| edges.get(index).map(|edge| (edge.from.min(edge.to), edge.from.max(edge.to)));
    let order = order(edges.len(), &|one, other| pair(one).cmp(&pair(other)));
    for bundle in order.chunk_by(|&one, &other| pair(one) == pair(other)) {
        let shift = bend(marks, edges, bundle, options);
        for (place, &index) in bundle.iter().enumerate() {
            let (Some(edge), Some(route)) = (edges.get(index), routes.get_mut(index)) else { continue };
            let (Some(from), Some(to)) = (marks.get(edge.from), marks.get(edge.to)) else { continue };
            *route = if edge.from == edge.to {
                self_loop(*from, place, edge.arrow, options)
            } else {
                between_marks(
                    *from,
                    *to,
                    offset(*edge, place, bundle.len(), options) + sided(*edge, shift),
                    edge.arrow,
                    options,
                )
            };
        }
    }
    routes
}

/// How far to the side the edge at `place` in a bundle of `size` passes.
fn offset(edge: Edge, place: usize, size: usize, options: &Options) -> f64 {
    sided(edge, (count(place) - count(size - 1) / 2.0) * length(options.spread))
}

/// An offset as seen from the edge's start: a bundle fans out and bends the
/// same way whichever way its edges point.
fn sided(edge: Edge, offset: f64) -> f64 {
    if edge.from < edge.to { offset } else { -offset }
}

/// How far a bundle bends so that it passes no other node: nought if it can
/// run straight, or if bending does not help.
fn bend(marks: &[Mark], edges: &[Edge], bundle: &[usize], options: &Options) -> f64 {
    let Some(first) = bundle.first().and_then(|&index| edges.get(index)) else { return 0.0 };
    let (Some(from), Some(to)) = (marks.get(first.from), marks.get(first.to)) else { return 0.0 };
    if marks.len() > AVOIDING || first.from == first.to {
        return 0.0;
    }
    let clearance = length(options.clearance);
    let mut boxes = Vec::with_capacity(marks.len());
    for (index, mark) in marks.iter().enumerate() {
        if index != first.from && index != first.to {
            boxes.push(mark.bounds().grown(clearance));
        }
    }
    let crossed = |shift: f64| {
        let mut crossed = 0;
        for place in 0..bundle.len() {
            // All as if they ran the way of the first: only where they pass matters.
            let offset = offset(*first, place, bundle.len(), options) + sided(*first, shift);
            let Some(route) = between_marks(*from, *to, offset, first.arrow, options) else { continue };
            for bounds in &boxes {
                crossed += u32::from(route.pieces(TESTED).any(|(a, b)| bounds.is_crossed_by(a, b)));
            }
        }
        crossed
    };
    let long = from.centre.finite().distance(to.centre.finite());
    let mut best = (crossed(0.0), 0.0);
    for turn in 0..2 * BENDS.len() {
        let share = BENDS[turn / 2] * long;
        let shift = if turn % 2 == 0 { share } else { -share };
        if best.0 == 0 {
            break;
        }
        let hits = crossed(shift);
        if hits < best.0 {
            best = (hits, shift);
        }
    }
    best.1
}

/// The route between two nodes whose middle is `offset` pixels to the side of
/// the straight line.
fn between_marks(from: Mark, to: Mark, offset: f64, arrow: bool, options: &Options) -> Option<Route> {
    let (a, b) = (from.centre.finite(), to.centre.finite());
    let long = a.distance(b);
    if long <= 0.0 {
        return None;
    }
    // A curve wider than half its length would be a bubble.
    let offset = between(offset, -long / 2.0, long / 2.0);
    let middle = a.towards(b, 0.5);
    // The curve passes half way between the middle and its control point.
    let control =
        Point::new(middle.x - (b.y - a.y) / long * offset * 2.0, middle.y + (b.x - a.x) / long * offset * 2.0);
    let straight = offset == 0.0;
    let clearance = length(options.clearance);
    let (aim_out, aim_in) = if straight { (b, a) } else { (control, control) };
    let (out, tip) = (from.boundary(aim_out), to.boundary(aim_in));
    let (start, tip) = (stepped(out, aim_out, clearance), stepped(tip, aim_in, clearance));
    // Where the nodes touch, the start lies beyond the end.
    if (tip.x - start.x) * (b.x - a.x) + (tip.y - start.y) * (b.y - a.y) <= 0.0 {
        return None;
    }
    Some(finished(start, control, tip, straight, arrow, options))
}

/// A loop over the top of its node; later ones are higher.
fn self_loop(mark: Mark, place: usize, arrow: bool, options: &Options) -> Option<Route> {
    let bounds = mark.bounds();
    if bounds.size().is_empty() {
        return None;
    }
    let centre = bounds.centre();
    let start = mark.boundary(Point::new(centre.x - bounds.width / 4.0, bounds.y));
    let tip = mark.boundary(Point::new(centre.x + bounds.width / 4.0, bounds.y));
    let height = length(options.spread).max(bounds.height / 2.0) * count(place + 2);
    Some(finished(start, Point::new(centre.x, bounds.y - height), tip, false, arrow, options))
}

/// The line with its arrowhead, if it has one, cut off its end.
fn finished(start: Point, control: Point, tip: Point, straight: bool, arrow: bool, options: &Options) -> Route {
    let aim = if straight { start } else { control };
    // A short line keeps half its length for itself.
    let head = if arrow { length(options.head).min(start.distance(tip) / 2.0) } else { 0.0 };
    let end = stepped(tip, aim, head);
    let control = if straight { start.towards(end, 0.5) } else { control };
    let (half_x, half_y) = ((tip.y - end.y) * HEAD_HALF, (tip.x - end.x) * HEAD_HALF);
    let feet = [tip, Point::new(end.x - half_x, end.y + half_y), Point::new(end.x + half_x, end.y - half_y)];
    let mut route = Route { start, control, end, straight, head: arrow.then_some(feet), middle: start };
    route.middle = route.at(0.5);
    route
}

/// The point `step` pixels from `point` on the way to `aim`.
fn stepped(point: Point, aim: Point, step: f64) -> Point {
    let long = point.distance(aim);
    if long > 0.0 { point.towards(aim, step / long) } else { point }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Shape;
    use proptest::prelude::*;

    fn circle(x: f64, y: f64) -> Mark {
        Mark::new(Shape::Circle { radius: 10.0 }, Point::new(x, y))
    }

    fn edge(from: usize, to: usize) -> Edge {
        Edge { from, to, arrow: true }
    }

    fn single(marks: &[Mark], edges: &[Edge]) -> Vec<Route> {
        routes(marks, edges, &Options::default()).into_iter().map(Option::unwrap).collect()
    }

    #[test]
    fn a_single_edge_is_straight_and_touches_its_nodes() {
        let options = Options { clearance: 0.0, ..Options::default() };
        let routes = routes(&[circle(0.0, 0.0), circle(100.0, 0.0)], &[edge(0, 1)], &options);
        let route = routes[0].unwrap();
        assert!(route.straight);
        assert_eq!(route.start, Point::new(10.0, 0.0));
        assert_eq!(route.head.unwrap()[0], Point::new(90.0, 0.0));
        assert_eq!(route.end, Point::new(80.0, 0.0));
        assert_eq!(route.middle, Point::new(45.0, 0.0));
    }

    #[test]
    fn edges_of_one_pair_fan_out_whichever_way_they_point() {
        let routes = single(&[circle(0.0, 0.0), circle(200.0, 0.0)], &[edge(0, 1), edge(1, 0), edge(0, 1)]);
        let mut heights: Vec<f64> = routes.iter().map(|route| route.middle.y).collect();
        heights.sort_by(f64::total_cmp);
        assert!(heights[0] < -20.0 && heights[1].abs() < 1.0 && heights[2] > 20.0, "{heights:?}");
    }

    #[test]
    fn an_edge_bends_round_a_node_in_its_way() {
        let marks = [circle(0.0, 0.0), circle(200.0, 0.0), circle(100.0, 1.0)];
        for edge in [edge(0, 1), edge(1, 0)] {
            let route = single(&marks, &[edge])[0];
            assert!(!route.straight);
            assert!(route.distance(marks[2].centre) > 10.0);
        }
    }

    #[test]
    fn a_loop_stands_over_its_node() {
        let route = single(&[circle(0.0, 0.0)], &[edge(0, 0)])[0];
        assert!(route.middle.y < -10.0);
    }

    #[test]
    fn touching_nodes_and_unknown_nodes_have_no_route() {
        let found = routes(&[circle(0.0, 0.0), circle(5.0, 0.0)], &[edge(0, 1), edge(0, 7)], &Options::default());
        assert_eq!(found, vec![None, None]);
    }

    #[test]
    fn distance_is_to_the_nearest_place_of_the_curve() {
        let route = single(&[circle(0.0, 0.0), circle(100.0, 0.0)], &[edge(0, 1)])[0];
        assert!((route.distance(Point::new(50.0, 7.0)) - 7.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn any_input_is_routed_or_left_out(
            numbers in prop::collection::vec(prop::num::f64::ANY, 24),
            edges in prop::collection::vec((0usize..9, 0usize..9, any::<bool>()), 0..20),
        ) {
            let marks: Vec<Mark> = numbers.chunks(3).map(|n| {
                Mark::new(Shape::Hexagon { width: n[0], height: n[1] }, Point::new(n[2], n[0]))
            }).collect();
            let edges: Vec<Edge> = edges.into_iter().map(|(from, to, arrow)| Edge { from, to, arrow }).collect();
            for route in routes(&marks, &edges, &Options::default()).into_iter().flatten() {
                prop_assert!(route.middle.x.is_finite() && route.middle.y.is_finite());
            }
        }

        #[test]
        fn arrow_tips_lie_on_the_outline(x in 40.0..300.0f64, y in -300.0..300.0f64, width in 10.0..60.0f64) {
            let shapes = [
                Shape::Circle { radius: width / 2.0 },
                Shape::Rounded { width, height: 20.0, corner: 4.0 },
                Shape::Hexagon { width: width.max(20.0), height: 16.0 },
                Shape::Diamond { width, height: width },
            ];
            for shape in shapes {
                let marks = [Mark::new(shape, Point::new(x * 2.0, y)), circle(-40.0, 0.0)];
                let options = Options { clearance: 0.0, ..Options::default() };
                let edges = [edge(1, 0), edge(1, 0)];
                for route in routes(&marks, &edges, &options).into_iter().flatten() {
                    let tip = route.head.unwrap()[0];
                    let middle = marks[0].centre;
                    prop_assert!(marks[0].holds(middle.towards(tip, 0.999_999)));
                    prop_assert!(!marks[0].holds(middle.towards(tip, 1.000_001)));
                }
            }
        }
    }
}
