//! Arcs over the axis: from what was planned to what happened.

use crate::geometry::Point;

/// A cubic Bézier curve over the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Where it leaves.
    pub start: Point,
    /// First control point.
    pub first: Point,
    /// Second control point.
    pub second: Point,
    /// Where it arrives.
    pub end: Point,
    /// Its highest point, where a label goes.
    pub top: Point,
}

/// Arcs between pairs of places, all within `height` pixels above them. The
/// wider arc is the higher, and no two have the same height.
pub fn arcs(pairs: &[(Point, Point)], height: f64) -> Vec<Arc> {
    let _ = height;
    pairs.iter().map(|&(start, end)| Arc { start, first: start, second: end, end, top: start }).collect()
}
