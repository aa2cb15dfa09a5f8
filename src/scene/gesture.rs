//! What fingers and mice do to a picture. No browser here.

use drawing::geometry::Point;

/// Something that presses on the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pointer {
    id: i32,
    at: Point,
}

/// What a movement means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Act {
    /// The picture moves by so many pixels.
    Pan(Point),
    /// The picture grows by a factor, and the point stays where it is.
    Zoom(f64, Point),
    /// A part is moved to a point.
    Drag(usize, Point),
    /// All of the picture is to be seen again.
    Whole,
}

/// Farther than this a pointer moves on purpose, in pixels.
const STILL: f64 = 4.0;

/// The pointers that press at the moment.
///
/// A mouse drags what it took hold of, or the picture. A finger alone is the
/// page's, which it scrolls; two fingers move and zoom the picture.
#[derive(Debug, Default)]
pub(crate) struct Gesture {
    pointers: Vec<Pointer>,
    /// What a mouse took hold of, and where it did.
    grip: Option<(Option<usize>, Point)>,
    has_moved: bool,
}

impl Gesture {
    /// A pointer presses, on a part that can be dragged or on the ground.
    pub(crate) fn press(&mut self, id: i32, at: Point, is_mouse: bool, part: Option<usize>) {
        self.pointers.retain(|pointer| pointer.id != id);
        self.pointers.push(Pointer { id, at });
        self.has_moved = false;
        self.grip = is_mouse.then_some((part, at));
    }

    /// A pointer moves, while it is pressed or not.
    pub(crate) fn shift(&mut self, id: i32, to: Point, is_pressed: bool) -> Option<Act> {
        if !is_pressed {
            // It may have let go where nobody told of it.
            self.release(id);
        }
        let moving = self.pointers.iter().position(|pointer| pointer.id == id)?;
        let from = std::mem::replace(&mut self.pointers[moving].at, to);
        if let Some((part, start)) = self.grip {
            self.has_moved |= start.distance(to) > STILL;
            let by = Point::new(to.x - from.x, to.y - from.y);
            return self.has_moved.then(|| part.map_or(Act::Pan(by), |part| Act::Drag(part, to)));
        }
        let other = self.pointers.iter().find(|pointer| pointer.id != id)?.at;
        self.has_moved = true;
        let (before, after) = (from.distance(other), to.distance(other));
        // Fingers that lie on each other say nothing.
        (before > 1.0 && after > 1.0).then(|| Act::Zoom(after / before, from.towards(other, 0.5)))
    }

    /// A pointer lets go.
    pub(crate) fn release(&mut self, id: i32) {
        self.pointers.retain(|pointer| pointer.id != id);
        if self.pointers.is_empty() {
            self.grip = None;
        }
    }

    /// Whether the last press was a movement, so that the click that a browser
    /// makes of it selects nothing.
    pub(crate) fn has_moved(&self) -> bool {
        self.has_moved
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mouse_drags_what_it_took_hold_of() {
        let mut gesture = Gesture::default();
        gesture.press(1, Point::new(10.0, 10.0), true, Some(7));
        assert_eq!(gesture.shift(1, Point::new(12.0, 10.0), true), None, "a hand is never quite still");
        assert!(!gesture.has_moved());
        assert_eq!(gesture.shift(1, Point::new(40.0, 10.0), true), Some(Act::Drag(7, Point::new(40.0, 10.0))));
        assert!(gesture.has_moved());
        gesture.release(1);
        assert_eq!(gesture.shift(1, Point::new(50.0, 10.0), true), None);
    }

    #[test]
    fn a_mouse_that_let_go_elsewhere_moves_nothing() {
        let mut gesture = Gesture::default();
        gesture.press(1, Point::default(), true, Some(7));
        assert_eq!(gesture.shift(1, Point::new(50.0, 10.0), false), None);
        assert_eq!(gesture.shift(1, Point::new(90.0, 10.0), true), None, "pressed again, it was not here");
        assert!(!gesture.has_moved());
    }

    #[test]
    fn a_mouse_on_the_ground_moves_the_picture() {
        let mut gesture = Gesture::default();
        gesture.press(1, Point::default(), true, None);
        assert_eq!(gesture.shift(1, Point::new(9.0, 3.0), true), Some(Act::Pan(Point::new(9.0, 3.0))));
    }

    #[test]
    fn one_finger_is_the_pages_and_two_zoom() {
        let mut gesture = Gesture::default();
        gesture.press(1, Point::default(), false, Some(7));
        assert_eq!(gesture.shift(1, Point::new(0.0, 90.0), true), None);
        gesture.press(2, Point::new(0.0, 190.0), false, None);
        assert_eq!(gesture.shift(2, Point::new(0.0, 290.0), true), Some(Act::Zoom(2.0, Point::new(0.0, 140.0))));
        gesture.press(2, Point::new(0.0, 90.0), false, None);
        assert_eq!(gesture.shift(2, Point::new(0.0, 99.0), true), None, "from one point no factor follows");
    }
}
