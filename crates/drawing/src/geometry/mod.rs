//! Points, boxes and the shapes that stand for nodes.

mod plane;
mod shape;

pub use plane::{Point, Rect, Size};
pub use shape::{Mark, Shape};
