//! What is under a finger, and what lies in the direction of an arrow key.

use crate::edges::Route;
use crate::geometry::{Mark, Point};
use crate::number::length;
use crate::order::least;

/// How far off a finger may be, in pixels. Targets of 24 × 24 are the least
/// that WCAG 2.2 allows (2.5.8); with this reach they are twice as large.
pub const TOUCH_RADIUS: f64 = 24.0;

/// How many steps ahead a step aside counts as, for arrow keys.
const ASIDE: f64 = 2.0;

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards smaller y.
    Up,
    /// Towards larger y.
    Down,
    /// Towards smaller x.
    Left,
    /// Towards larger x.
    Right,
}

/// The node under `point`, or the nearest within `tolerance` pixels of its
/// outline. Where several lie over each other, the one whose middle is nearest.
pub fn nearest_mark(marks: &[Mark], point: Point, tolerance: f64) -> Option<usize> {
    let point = point.finite();
    least(marks.len(), &|at| off_mark(marks.get(at)?, point, tolerance))
}

/// How far `point` is off a node, and off its middle; nothing beyond `tolerance`.
pub(crate) fn off_mark(mark: &Mark, point: Point, tolerance: f64) -> Option<(f64, f64)> {
    let outside = mark.distance(point);
    (outside <= length(tolerance)).then(|| (outside, mark.centre.finite().distance(point)))
}

/// The edge nearest to `point` within `tolerance` pixels.
pub fn nearest_route(routes: &[Option<Route>], point: Point, tolerance: f64) -> Option<usize> {
    least(routes.len(), &|at| off_route(routes.get(at)?.as_ref()?, point, tolerance))
}

/// How far `point` is off a route; nothing beyond `tolerance`.
pub(crate) fn off_route(route: &Route, point: Point, tolerance: f64) -> Option<(f64, f64)> {
    let distance = route.distance(point);
    (distance <= length(tolerance)).then_some((distance, 0.0))
}

/// The point to go to from `current` on an arrow key; `None` where there is
/// nothing that way.
///
/// What lies straight ahead comes before what lies aside: a step sideways
/// counts as `ASIDE` steps ahead, and what is more than 45° off the
/// direction is only taken where nothing else is.
pub fn neighbour_in_direction(points: &[Point], current: usize, direction: Direction) -> Option<usize> {
    let from = points.get(current)?.finite();
    let ahead_and_aside = |point: Point| {
        let (dx, dy) = (point.x - from.x, point.y - from.y);
        match direction {
            Direction::Up => (-dy, dx.abs()),
            Direction::Down => (dy, dx.abs()),
            Direction::Left => (-dx, dy.abs()),
            Direction::Right => (dx, dy.abs()),
        }
    };
    least(points.len(), &|at| {
        let (ahead, aside) = ahead_and_aside(points.get(at)?.finite());
        let off = if aside > ahead { 1.0 } else { 0.0 };
        (at != current && ahead > 0.0).then_some((off, ahead + ASIDE * aside))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edges::{Edge, Options, routes};
    use crate::geometry::Shape;
    use proptest::prelude::*;

    fn circle(x: f64, y: f64) -> Mark {
        Mark::new(Shape::Circle { radius: 10.0 }, Point::new(x, y))
    }

    #[test]
    fn the_nearest_node_within_reach_is_hit() {
        let marks = [circle(0.0, 0.0), circle(50.0, 0.0)];
        assert_eq!(nearest_mark(&marks, Point::new(28.0, 0.0), TOUCH_RADIUS), Some(1));
        assert_eq!(nearest_mark(&marks, Point::new(5.0, 3.0), 0.0), Some(0));
        assert_eq!(nearest_mark(&marks, Point::new(25.0, 80.0), TOUCH_RADIUS), None);
    }

    #[test]
    fn the_nearest_edge_within_reach_is_hit() {
        let marks = [circle(0.0, 0.0), circle(100.0, 0.0), circle(0.0, 100.0)];
        let edges = [Edge { from: 0, to: 1, arrow: false }, Edge { from: 0, to: 2, arrow: false }];
        let routes = routes(&marks, &edges, &Options::default());
        assert_eq!(nearest_route(&routes, Point::new(50.0, 8.0), 12.0), Some(0));
        assert_eq!(nearest_route(&routes, Point::new(8.0, 50.0), 12.0), Some(1));
        assert_eq!(nearest_route(&routes, Point::new(60.0, 60.0), 12.0), None);
    }

    #[test]
    fn arrows_go_ahead_before_they_go_aside() {
        let points = [(0.0, 0.0), (100.0, 5.0), (30.0, 60.0), (0.0, -40.0)].map(|(x, y)| Point::new(x, y));
        assert_eq!(neighbour_in_direction(&points, 0, Direction::Right), Some(1));
        assert_eq!(neighbour_in_direction(&points, 0, Direction::Down), Some(2));
        assert_eq!(neighbour_in_direction(&points, 0, Direction::Up), Some(3));
        assert_eq!(neighbour_in_direction(&points, 0, Direction::Left), None);
        assert_eq!(neighbour_in_direction(&points, 9, Direction::Left), None);
    }

    proptest! {
        #[test]
        fn an_arrow_never_goes_backwards(points in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY), 1..40)) {
            let points: Vec<Point> = points.into_iter().map(|(x, y)| Point::new(x, y)).collect();
            for current in 0..points.len() {
                if let Some(next) = neighbour_in_direction(&points, current, Direction::Right) {
                    prop_assert!(points[next].finite().x > points[current].finite().x);
                }
            }
        }
    }
}
