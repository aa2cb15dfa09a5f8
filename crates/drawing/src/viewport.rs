//! Pan and zoom: how the picture's own coordinates come to the screen.

use crate::geometry::{Point, Rect, Size};
use crate::number::{between, finite, length};

/// How far one may zoom: below this a picture is a speck.
const SMALLEST: f64 = 1e-3;
/// Above this, coordinates lose their use.
const LARGEST: f64 = 1e3;

/// A uniform scale and a shift: screen = picture × scale + shift.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Screen pixels a picture pixel.
    pub scale: f64,
    /// Where the picture's origin is on the screen.
    pub shift: Point,
}

impl Default for Viewport {
    fn default() -> Self {
        Self { scale: 1.0, shift: Point::default() }
    }
}

impl Viewport {
    /// Shows the whole of `content` in the middle of `frame` with `padding`
    /// on every side, and never enlarged beyond `largest`.
    #[must_use]
    pub fn fit(content: Rect, frame: Size, padding: f64, largest: f64) -> Self {
        let (content, frame) = (content.finite(), frame.finite());
        let room = |whole: f64, part: f64| {
            if part > 0.0 { (whole - 2.0 * length(padding)).max(1.0) / part } else { LARGEST }
        };
        let scale = room(frame.width, content.width).min(room(frame.height, content.height)).min(length(largest));
        let scale = between(scale, SMALLEST, LARGEST);
        let centre = content.centre();
        let shift = Point::new(frame.width / 2.0 - centre.x * scale, frame.height / 2.0 - centre.y * scale);
        Self { scale, shift }
    }

    /// Larger by `factor`, with the screen point `about` staying where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, about: Point) -> Self {
        let about = about.finite();
        let scale = between(self.scale() * finite(factor), SMALLEST, LARGEST);
        let factor = scale / self.scale();
        let shift = self.shift.finite();
        let shift = Point::new(about.x + (shift.x - about.x) * factor, about.y + (shift.y - about.y) * factor);
        Self { scale, shift }
    }

    /// Moved on the screen by `by`.
    #[must_use]
    pub fn panned(self, by: Point) -> Self {
        let (by, shift) = (by.finite(), self.shift.finite());
        Self { scale: self.scale(), shift: Point::new(shift.x + by.x, shift.y + by.y).finite() }
    }

    /// Held so that the scale is within `scales` and the content cannot be
    /// lost: it fills the frame where it is larger, and stays inside where it
    /// is smaller.
    #[must_use]
    pub fn clamped(self, content: Rect, frame: Size, scales: (f64, f64)) -> Self {
        let (content, frame) = (content.finite(), frame.finite());
        let middle = Point::new(frame.width / 2.0, frame.height / 2.0);
        let wanted = between(self.scale(), length(scales.0).max(SMALLEST), length(scales.1).max(SMALLEST));
        let held = self.zoomed(wanted / self.scale(), middle);
        let axis = |shift: f64, start: f64, size: f64, room: f64| {
            let (low, high) = (-start * held.scale, room - (start + size) * held.scale);
            between(shift, low.min(high), low.max(high))
        };
        Self {
            scale: held.scale,
            shift: Point::new(
                axis(held.shift.x, content.x, content.width, frame.width),
                axis(held.shift.y, content.y, content.height, frame.height),
            ),
        }
    }

    /// From the picture to the screen.
    pub fn to_screen(self, point: Point) -> Point {
        let (point, shift) = (point.finite(), self.shift.finite());
        Point::new(point.x * self.scale() + shift.x, point.y * self.scale() + shift.y)
    }

    /// From the screen to the picture.
    pub fn to_picture(self, point: Point) -> Point {
        let (point, shift) = (point.finite(), self.shift.finite());
        Point::new((point.x - shift.x) / self.scale(), (point.y - shift.y) / self.scale())
    }

    fn scale(self) -> f64 {
        between(finite(self.scale), SMALLEST, LARGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRAME: Size = Size::new(400.0, 300.0);

    #[test]
    fn the_whole_is_shown_in_the_middle() {
        let viewport = Viewport::fit(Rect::new(100.0, 100.0, 800.0, 200.0), FRAME, 20.0, 1.0);
        assert_eq!(viewport.to_screen(Point::new(500.0, 200.0)), Point::new(200.0, 150.0));
        assert!((viewport.scale - 0.45).abs() < 1e-12);
    }

    #[test]
    fn what_is_small_is_not_blown_up() {
        assert!((Viewport::fit(Rect::new(0.0, 0.0, 10.0, 10.0), FRAME, 0.0, 1.0).scale - 1.0).abs() < 1e-12);
    }

    #[test]
    fn zooming_keeps_the_point_under_the_finger() {
        let finger = Point::new(30.0, 40.0);
        let before = Viewport::default();
        let after = before.zoomed(2.5, finger);
        assert_eq!(after.to_picture(finger), before.to_picture(finger));
    }

    #[test]
    fn the_content_cannot_be_lost() {
        let content = Rect::new(0.0, 0.0, 800.0, 600.0);
        let viewport = Viewport::default().panned(Point::new(9e5, -9e5)).clamped(content, FRAME, (0.5, 4.0));
        assert_eq!(viewport.shift, Point::new(0.0, -300.0));
        assert!(
            (Viewport::default().zoomed(99.0, Point::default()).clamped(content, FRAME, (0.5, 4.0)).scale - 4.0).abs()
                < 1e-9
        );
    }

    proptest! {
        #[test]
        fn the_screen_leads_back_to_the_picture(
            x in -1e4..1e4f64, y in -1e4..1e4f64, factor in 0.1..10.0f64, shift in -1e3..1e3f64,
        ) {
            let viewport = Viewport::default().zoomed(factor, Point::new(shift, 3.0)).panned(Point::new(1.0, shift));
            let back = viewport.to_picture(viewport.to_screen(Point::new(x, y)));
            prop_assert!(back.distance(Point::new(x, y)) < 1e-6);
        }

        #[test]
        fn any_input_has_a_viewport(a in prop::num::f64::ANY, b in prop::num::f64::ANY, c in prop::num::f64::ANY) {
            let viewport = Viewport::fit(Rect::new(a, b, c, a), Size::new(b, c), a, c)
                .zoomed(a, Point::new(b, c))
                .panned(Point::new(c, a))
                .clamped(Rect::new(b, a, c, b), Size::new(a, c), (b, c));
            let point = viewport.to_screen(Point::new(a, b));
            prop_assert!(point.x.is_finite() && point.y.is_finite() && viewport.scale > 0.0);
        }
    }
}
