//! The shapes that tell kinds of nodes apart.

use super::{Point, Rect, Size};
use crate::number::length;

/// How far a hexagon's left and right points stand out, as a share of its
/// height. A regular hexagon's is about 0.29.
const HEXAGON_POINT: f64 = 0.29;

/// The outline of a node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A disc: people.
    Circle {
        /// Half the width.
        radius: f64,
    },
    /// A box with rounded corners: states.
    Rounded {
        /// Pixels across.
        width: f64,
        /// Pixels down.
        height: f64,
        /// Radius of the corners; at most half the shorter side counts.
        corner: f64,
    },
    /// A wide hexagon with points left and right: organisations.
    Hexagon {
        /// Pixels across, points included.
        width: f64,
        /// Pixels down.
        height: f64,
    },
    /// A square on its tip, or a flatter one: places.
    Diamond {
        /// Pixels across.
        width: f64,
        /// Pixels down.
        height: f64,
    },
}

impl Shape {
    /// The size of the box around the shape.
    pub fn size(self) -> Size {
        match self {
            Self::Circle { radius } => Size::new(2.0 * radius, 2.0 * radius),
            Self::Rounded { width, height, .. } | Self::Hexagon { width, height } | Self::Diamond { width, height } => {
                Size::new(width, height)
            }
        }
        .finite()
    }

    /// The corners of a hexagon or diamond about `centre`, clockwise from the
    /// left; nothing for shapes that are not polygons.
    pub fn corners(self, centre: Point) -> Vec<Point> {
        let Size { width, height } = self.size();
        let (w, h) = (width / 2.0, height / 2.0);
        let at = |x: f64, y: f64| Point::new(centre.x + x, centre.y + y);
        match self {
            Self::Circle { .. } | Self::Rounded { .. } => Vec::new(),
            Self::Hexagon { .. } => {
                let inner = (w - height * HEXAGON_POINT).max(0.0);
                vec![at(-w, 0.0), at(-inner, -h), at(inner, -h), at(w, 0.0), at(inner, h), at(-inner, h)]
            }
            Self::Diamond { .. } => vec![at(-w, 0.0), at(0.0, -h), at(w, 0.0), at(0.0, h)],
        }
    }

    /// How far the outline is from the centre in the direction (`dx`, `dy`),
    /// as a multiple of that vector. Nought for a vector without length.
    fn reach(self, dx: f64, dy: f64) -> f64 {
        let Size { width, height } = self.size();
        let (w, h) = (width / 2.0, height / 2.0);
        let (dx, dy) = (dx.abs(), dy.abs());
        let long = (dx * dx + dy * dy).sqrt();
        if long <= 0.0 {
            return 0.0;
        }
        // Where the ray leaves the upright box.
        let out = (if dx > 0.0 { w / dx } else { f64::MAX }).min(if dy > 0.0 { h / dy } else { f64::MAX });
        match self {
            Self::Circle { .. } => w / long,
            Self::Rounded { corner, .. } => {
                let corner = length(corner).min(w).min(h);
                let (inner_w, inner_h) = (w - corner, h - corner);
                if dx * out <= inner_w || dy * out <= inner_h {
                    return out;
                }
                // In the corner: the ray meets the circle about (inner_w, inner_h).
                let along = (dx * inner_w + dy * inner_h) / (long * long);
                let across = inner_w * inner_w + inner_h * inner_h - corner * corner;
                let under = along * along - across / (long * long);
                along + under.max(0.0).sqrt()
            }
            Self::Hexagon { .. } => {
                let inner = (w - height * HEXAGON_POINT).max(0.0);
                let slanted = dx * h + dy * (w - inner);
                if slanted > 0.0 { out.min(w * h / slanted) } else { out }
            }
            Self::Diamond { .. } => {
                let slanted = dx * h + dy * w;
                if slanted > 0.0 { w * h / slanted } else { 0.0 }
            }
        }
    }
}

/// A shape in its place: what is drawn for a node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// What it looks like.
    pub shape: Shape,
    /// Where its middle is.
    pub centre: Point,
}

impl Mark {
    /// A shape about a centre.
    pub const fn new(shape: Shape, centre: Point) -> Self {
        Self { shape, centre }
    }

    /// The box around it.
    pub fn bounds(self) -> Rect {
        Rect::around(self.centre.finite(), self.shape.size())
    }

    /// Where the straight line from the centre towards `towards` leaves the
    /// shape. The centre itself where `towards` is the centre.
    pub fn boundary(self, towards: Point) -> Point {
        let (centre, towards) = (self.centre.finite(), towards.finite());
        let (dx, dy) = (towards.x - centre.x, towards.y - centre.y);
        let reach = self.shape.reach(dx, dy);
        Point::new(centre.x + dx * reach, centre.y + dy * reach)
    }

    /// Whether `point` lies inside, outline included.
    pub fn holds(self, point: Point) -> bool {
        let (centre, point) = (self.centre.finite(), point.finite());
        let (dx, dy) = (point.x - centre.x, point.y - centre.y);
        if dx == 0.0 && dy == 0.0 {
            return true;
        }
        self.shape.reach(dx, dy) >= 1.0
    }

    /// How far `point` is outside, measured on the line to the centre; nought inside.
    pub fn distance(self, point: Point) -> f64 {
        if self.holds(point) { 0.0 } else { self.boundary(point).distance(point.finite()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edges::distance_to_line;
    use proptest::prelude::*;

    /// How far a point is from a mark's outline, reckoned another way.
    fn off_outline(mark: Mark, point: Point) -> f64 {
        match mark.shape {
            Shape::Circle { radius } => (mark.centre.distance(point) - radius).abs(),
            Shape::Rounded { width, height, corner } => {
                let corner = corner.min(width / 2.0).min(height / 2.0);
                let inner = Rect::around(mark.centre, Size::new(width - 2.0 * corner, height - 2.0 * corner));
                (inner.distance(point) - corner).abs()
            }
            Shape::Hexagon { .. } | Shape::Diamond { .. } => {
                let corners = mark.shape.corners(mark.centre);
                let next = corners.iter().cycle().skip(1);
                corners.iter().zip(next).map(|(a, b)| distance_to_line(point, *a, *b)).fold(f64::MAX, f64::min)
            }
        }
    }

    fn shapes(width: f64, height: f64) -> [Shape; 4] {
        [
            Shape::Circle { radius: width / 2.0 },
            Shape::Rounded { width, height, corner: 5.0 },
            Shape::Hexagon { width, height },
            Shape::Diamond { width, height },
        ]
    }

    #[test]
    fn a_ray_to_the_right_leaves_at_the_right_end() {
        for shape in shapes(40.0, 20.0) {
            let mark = Mark::new(shape, Point::new(10.0, 10.0));
            assert_eq!(mark.boundary(Point::new(99.0, 10.0)), Point::new(30.0, 10.0), "{shape:?}");
        }
    }

    #[test]
    fn towards_itself_there_is_no_way() {
        for shape in shapes(40.0, 20.0) {
            let mark = Mark::new(shape, Point::new(1.0, 2.0));
            assert_eq!(mark.boundary(mark.centre), mark.centre);
        }
    }

    proptest! {
        #[test]
        fn boundary_points_lie_on_the_outline(
            width in 10.0..200.0f64, height in 10.0..100.0f64, x in -400.0..400.0f64, y in -400.0..400.0f64,
        ) {
            for shape in shapes(width, height) {
                let mark = Mark::new(shape, Point::new(7.0, -3.0));
                let towards = Point::new(x, y);
                prop_assume!(mark.centre.distance(towards) > 1e-3);
                let point = mark.boundary(towards);
                prop_assert!(off_outline(mark, point) < 1e-6, "{shape:?}: {point:?}");
                prop_assert!(mark.bounds().grown(1e-6).holds(point));
                prop_assert!(mark.holds(mark.centre.towards(point, 0.999)));
                prop_assert!(!mark.holds(mark.centre.towards(point, 1.001)));
            }
        }

        #[test]
        fn any_input_has_an_outline(
            width in prop::num::f64::ANY, height in prop::num::f64::ANY, x in prop::num::f64::ANY, y in prop::num::f64::ANY,
        ) {
            for shape in shapes(width, height) {
                let point = Mark::new(shape, Point::new(x, width)).boundary(Point::new(height, y));
                prop_assert!(point.x.is_finite() && point.y.is_finite(), "{shape:?}: {point:?}");
            }
        }
    }
}
