//! Points, sizes and upright boxes in the plane.

use crate::number::{finite, length};

/// A place in pixels, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Pixels to the right.
    pub x: f64,
    /// Pixels downwards.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The straight distance to `other`.
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        (dx * dx + dy * dy).sqrt()
    }

    /// The point a `share` of the way to `other`: 0 is here, 1 is there.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }

    /// The same point with nothing in it that is not a number.
    #[inline(never)]
    #[must_use]
    pub fn finite(self) -> Self {
        Self::new(finite(self.x), finite(self.y))
    }
}

/// A width and a height in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Pixels across.
    pub width: f64,
    /// Pixels down.
    pub height: f64,
}

impl Size {
    /// The size `width` × `height`.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }

    /// Whether there is nothing to see: no width or no height.
    pub fn is_empty(self) -> bool {
        length(self.width) <= 0.0 || length(self.height) <= 0.0
    }

    /// The same size with both lengths finite and not below nought.
    #[inline(never)]
    #[must_use]
    pub fn finite(self) -> Self {
        Self::new(length(self.width), length(self.height))
    }
}

/// An upright box: its top left corner and its size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Pixels across.
    pub width: f64,
    /// Pixels down.
    pub height: f64,
}

impl Rect {
    /// The box with its top left corner at `x`, `y`.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The box of `size` about `centre`.
    pub fn around(centre: Point, size: Size) -> Self {
        Self::new(centre.x - size.width / 2.0, centre.y - size.height / 2.0, size.width, size.height)
    }

    /// The smallest box that holds both points.
    pub fn spanning(a: Point, b: Point) -> Self {
        Self::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
    }

    /// The frame of `size` with its corner at nought.
    pub const fn frame(size: Size) -> Self {
        Self::new(0.0, 0.0, size.width, size.height)
    }

    /// The right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn centre(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The width and height.
    pub const fn size(self) -> Size {
        Size::new(self.width, self.height)
    }

    /// Whether the two boxes share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies wholly inside, edges included.
    pub fn contains(self, other: Self) -> bool {
        other.x >= self.x && other.y >= self.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// Whether `point` lies inside, edges included.
    pub fn holds(self, point: Point) -> bool {
        point.x >= self.x && point.x <= self.right() && point.y >= self.y && point.y <= self.bottom()
    }

    /// The box larger by `margin` on every side; smaller for a margin below nought.
    #[must_use]
    pub fn grown(self, margin: f64) -> Self {
        let width = (self.width + 2.0 * margin).max(0.0);
        let height = (self.height + 2.0 * margin).max(0.0);
        Self::around(self.centre(), Size::new(width, height))
    }

    /// The smallest box that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// The distance from `point` to the box; nought inside.
    pub fn distance(self, point: Point) -> f64 {
        let dx = (self.x - point.x).max(point.x - self.right()).max(0.0);
        let dy = (self.y - point.y).max(point.y - self.bottom()).max(0.0);
        (dx * dx + dy * dy).sqrt()
    }

    /// Whether the straight line from `a` to `b` passes through the inside
    /// (Liang and Barsky 1984).
    pub fn is_crossed_by(self, a: Point, b: Point) -> bool {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        let sides = [(-dx, a.x - self.x), (dx, self.right() - a.x), (-dy, a.y - self.y), (dy, self.bottom() - a.y)];
        for (run, room) in sides {
            if run == 0.0 {
                if room <= 0.0 {
                    return false;
                }
            } else if run < 0.0 {
                enters = enters.max(room / run);
            } else {
                leaves = leaves.min(room / run);
            }
        }
        enters < leaves
    }

    /// The same box with nothing in it that is not a number.
    #[must_use]
    pub fn finite(self) -> Self {
        Self::new(finite(self.x), finite(self.y), length(self.width), length(self.height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOX: Rect = Rect::new(10.0, 10.0, 20.0, 10.0);

    #[test]
    fn boxes_that_share_an_edge_do_not_overlap() {
        assert!(!BOX.overlaps(Rect::new(30.0, 10.0, 5.0, 5.0)));
        assert!(BOX.overlaps(Rect::new(29.0, 19.0, 5.0, 5.0)));
    }

    #[test]
    fn a_line_crosses_a_box_only_through_its_inside() {
        let crossed = |ax, ay, bx, by| BOX.is_crossed_by(Point::new(ax, ay), Point::new(bx, by));
        assert!(crossed(0.0, 15.0, 50.0, 15.0));
        assert!(crossed(15.0, 12.0, 16.0, 13.0), "a line inside");
        assert!(crossed(0.0, 0.0, 40.0, 30.0));
        assert!(!crossed(0.0, 10.0, 50.0, 10.0), "along an edge");
        assert!(!crossed(0.0, 15.0, 9.0, 15.0), "a line that ends before");
        assert!(!crossed(0.0, 30.0, 40.0, 25.0));
    }

    #[test]
    fn distance_is_nought_inside() {
        assert_eq!((BOX.distance(Point::new(15.0, 15.0)), BOX.distance(Point::new(33.0, 24.0))), (0.0, 5.0));
    }

    proptest! {
        #[test]
        fn a_union_holds_both(x in -99.0..99.0f64, y in -99.0..99.0f64, width in 0.0..99.0f64, height in 0.0..99.0f64) {
            let other = Rect::new(x, y, width, height);
            let union = BOX.union(other).grown(1e-9);
            prop_assert!(union.contains(BOX) && union.contains(other));
            prop_assert_eq!(BOX.overlaps(other), other.overlaps(BOX));
        }
    }
}
