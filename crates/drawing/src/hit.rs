//! What is under a finger, and what lies in the direction of an arrow key.

use crate::edges::Route;
use crate::geometry::{Mark, Point};

/// The least radius that a finger needs, in pixels: targets of 24 × 24 are
/// WCAG 2.2's minimum (2.5.8); twice that is comfortable.
pub const TOUCH_RADIUS: f64 = 24.0;

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

/// The node under `point`, or the nearest within `tolerance` pixels of its outline.
pub fn nearest_mark(marks: &[Mark], point: Point, tolerance: f64) -> Option<usize> {
    let _ = (marks, point, tolerance);
    None
}

/// The edge nearest to `point` within `tolerance` pixels.
pub fn nearest_route(routes: &[Option<Route>], point: Point, tolerance: f64) -> Option<usize> {
    let _ = (routes, point, tolerance);
    None
}

/// The point to go to from `current` on an arrow key; `None` where there is
/// nothing that way.
pub fn neighbour_in_direction(points: &[Point], current: usize, direction: Direction) -> Option<usize> {
    let _ = (points, current, direction);
    None
}
