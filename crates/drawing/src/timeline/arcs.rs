//! Arcs over the axis: from what was planned to what happened.

use crate::geometry::Point;
use crate::number::{count, finite, length};
use crate::order::order;

/// The height of the lowest arc, as a share of the highest.
const LOWEST: f64 = 0.4;
/// How far in its control points stand, as a share of the width.
const SHOULDER: f64 = 0.2;
/// A narrow arc is no spike: its height is at most this share of its width …
const STEEPEST: f64 = 0.6;
/// … and so many pixels.
const NARROW_RISE: f64 = 12.0;

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

/// Arcs between pairs of places, all within `height` pixels above the higher
/// of their two ends. The wider arc is the higher.
pub fn arcs(pairs: &[(Point, Point)], height: f64) -> Vec<Arc> {
    let height = length(height);
    let wide = |index: usize| pairs.get(index).map_or(0.0, |(a, b)| (finite(b.x) - finite(a.x)).abs());
    let order = order(pairs.len(), &|one, other| wide(one).total_cmp(&wide(other)));
    let mut ranks = vec![0.0; pairs.len()];
    for (rank, &index) in order.iter().enumerate() {
        if let Some(place) = ranks.get_mut(index) {
            *place = count(rank + 1) / count(pairs.len());
        }
    }
    let arc = |(&(start, end), rank): (&(Point, Point), f64)| {
        let (start, end) = (start.finite(), end.finite());
        let rise = height * (LOWEST + (1.0 - LOWEST) * rank);
        let rise = rise.min(NARROW_RISE + (end.x - start.x).abs() * STEEPEST);
        // A cubic rises to three quarters of its control points' height.
        let y = start.y.min(end.y) - rise * 4.0 / 3.0;
        let first = Point::new(start.x + (end.x - start.x) * SHOULDER, y);
        let second = Point::new(end.x - (end.x - start.x) * SHOULDER, y);
        let top = Point::new((start.x + end.x + 3.0 * (first.x + second.x)) / 8.0, (start.y + end.y + 6.0 * y) / 8.0);
        Arc { start, first, second, end, top }
    };
    pairs.iter().zip(ranks).map(arc).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_wider_arc_is_the_higher() {
        let at = |x| Point::new(x, 100.0);
        let arcs = arcs(&[(at(0.0), at(300.0)), (at(50.0), at(150.0))], 60.0);
        assert_eq!(arcs[0].top, Point::new(150.0, 40.0));
        assert!(arcs[1].top.y > arcs[0].top.y);
    }

    proptest! {
        #[test]
        fn any_input_has_arcs_within_the_height(
            pairs in prop::collection::vec((prop::num::f64::ANY, -500.0..500.0f64, prop::num::f64::ANY, -500.0..500.0f64), 0..9),
            height in 0.0..200.0f64,
        ) {
            let pairs: Vec<_> = pairs.into_iter().map(|(a, b, c, d)| (Point::new(a, b), Point::new(c, d))).collect();
            for arc in arcs(&pairs, height) {
                prop_assert!(arc.top.x.is_finite());
                prop_assert!(arc.top.y >= arc.start.y.min(arc.end.y) - height - 1e-9);
            }
        }
    }
}
