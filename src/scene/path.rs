//! SVG path data, in tenths of a pixel.

use drawing::geometry::{Mark, Point, Rect, Shape};

/// A path that is being drawn.
#[derive(Debug, Clone, Default)]
pub(crate) struct Path(String);

impl Path {
    /// A straight line.
    pub(crate) fn line(from: Point, to: Point) -> Self {
        Self::default().command("M", &[from]).command("L", &[to])
    }

    /// The outline of an entity's shape.
    pub(crate) fn of_mark(mark: Mark) -> Self {
        let Point { x, y } = mark.centre;
        match mark.shape {
            Shape::Circle { radius } => Self::circle(mark.centre, radius),
            Shape::Rounded { width, height, corner } => {
                Self::rounded(Rect { x: x - width / 2.0, y: y - height / 2.0, width, height }, corner)
            }
            Shape::Hexagon { .. } | Shape::Diamond { .. } => Self::polygon(&mark.shape.corners(mark.centre)),
        }
    }

    /// A circle.
    pub(crate) fn circle(centre: Point, radius: f64) -> Self {
        let (left, right) = (Point::new(centre.x - radius, centre.y), Point::new(centre.x + radius, centre.y));
        Self::default().command("M", &[left]).arc(radius, right).arc(radius, left).closed()
    }

    /// A rectangle with rounded corners.
    pub(crate) fn rounded(rect: Rect, corner: f64) -> Self {
        let corner = corner.min(rect.width / 2.0).min(rect.height / 2.0);
        let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.y + rect.height);
        Self::default()
            .command("M", &[Point::new(left + corner, top)])
            .command("L", &[Point::new(right - corner, top)])
            .arc(corner, Point::new(right, top + corner))
            .command("L", &[Point::new(right, bottom - corner)])
            .arc(corner, Point::new(right - corner, bottom))
            .command("L", &[Point::new(left + corner, bottom)])
            .arc(corner, Point::new(left, bottom - corner))
            .command("L", &[Point::new(left, top + corner)])
            .arc(corner, Point::new(left + corner, top))
            .closed()
    }

    /// Straight lines from corner to corner and back.
    pub(crate) fn polygon(corners: &[Point]) -> Self {
        let mut path = Self::default();
        for (i, &corner) in corners.iter().enumerate() {
            path = path.command(if i == 0 { "M" } else { "L" }, &[corner]);
        }
        path.closed()
    }

    /// Adds a command with its points: `Q` with control and end.
    pub(crate) fn command(mut self, command: &str, points: &[Point]) -> Self {
        self.0.push_str(command);
        for point in points {
            self.number(point.x);
            self.number(point.y);
        }
        self
    }

    /// Adds an arc of a circle, clockwise and never more than half of it.
    fn arc(mut self, radius: f64, to: Point) -> Self {
        self.0.push('A');
        self.number(radius);
        self.number(radius);
        self.0.push_str("0 0 1 ");
        self.number(to.x);
        self.number(to.y);
        self
    }

    fn closed(mut self) -> Self {
        self.0.push('Z');
        self
    }

    fn number(&mut self, number: f64) {
        self.0.push_str(&tenths(number));
        self.0.push(' ');
    }

    pub(crate) fn into_data(self) -> String {
        self.0
    }
}

/// A number to a tenth, in few letters. The standard library's way of writing
/// any number exactly is ten times the size of this module.
pub(crate) fn tenths(number: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a cast saturates, and no picture is that large")]
    let tenths = (number * 10.0).round() as i32;
    let (sign, tenths) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
    match tenths % 10 {
        0 => format!("{sign}{}", tenths / 10),
        tenth => format!("{sign}{}.{tenth}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_to_a_tenth() {
        for (number, text) in [(0.0, "0"), (1.04, "1"), (-0.25, "-0.3"), (-0.04, "0"), (12.96, "13"), (7.5, "7.5")] {
            assert_eq!(tenths(number), text, "{number}");
        }
        assert_eq!(tenths(f64::NAN), "0");
    }

    #[test]
    fn a_line_is_a_move_and_a_line() {
        assert_eq!(Path::line(Point::new(0.0, 1.0), Point::new(2.5, -1.0)).into_data(), "M0 1 L2.5 -1 ");
    }

    #[test]
    fn a_circle_is_two_halves() {
        assert_eq!(Path::circle(Point::new(5.0, 5.0), 5.0).into_data(), "M0 5 A5 5 0 0 1 10 5 A5 5 0 0 1 0 5 Z");
    }
}
