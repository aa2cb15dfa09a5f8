//! Steps from part to part by the keyboard: one press of Tab comes to a picture, and another
//! leaves it.

use drawing::geometry::Point;
use drawing::hit::{Direction, neighbour_in_direction};

/// A step of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// To what lies that way.
    To(Direction),
    First,
    Last,
}

impl Step {
    /// The step that a key stands for.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::To(Direction::Left),
            "ArrowRight" => Self::To(Direction::Right),
            "ArrowUp" => Self::To(Direction::Up),
            "ArrowDown" => Self::To(Direction::Down),
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }

    /// Where it leads from one of `parts`, which stand in their order `at` their places.
    pub(crate) fn among(self, parts: &[usize], from: usize, at: &dyn Fn(usize) -> Point) -> Option<usize> {
        match self {
            Self::First => parts.first().copied(),
            Self::Last => parts.last().copied(),
            Self::To(direction) => {
                let centres: Vec<Point> = parts.iter().map(|&part| at(part)).collect();
                let current = parts.iter().position(|&part| part == from)?;
                neighbour_in_direction(&centres, current, direction).map(|next| parts[next])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_by_place_and_home_and_end_by_order() {
        let at = |part: usize| [(0.0, 0.0), (50.0, 0.0), (9.0, 0.0), (20.0, 0.0)].map(|(x, y)| Point::new(x, y))[part];
        let go = |key| Step::of_key(key).and_then(|step| step.among(&[0, 1, 3], 3, &at));
        assert_eq!(go("ArrowLeft"), Some(0), "the third is not among them");
        assert_eq!(go("ArrowRight"), Some(1));
        assert_eq!(go("ArrowUp"), None);
        assert_eq!((go("Home"), go("End"), go("Tab")), (Some(0), Some(3), None));
    }
}
