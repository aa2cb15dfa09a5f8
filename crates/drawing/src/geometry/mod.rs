//! Points, boxes and the shapes that stand for nodes.

mod grid;
mod plane;
mod shape;

pub(crate) use grid::Grid;
pub use plane::{Point, Rect, Size};
pub use shape::{Mark, Shape};
