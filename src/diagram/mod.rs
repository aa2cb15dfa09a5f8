//! The relationship diagram: who is in the story and how they hang together.

mod arrangement;
mod canvas;
mod crowd;
mod layers;
mod lines;
mod nodes;
mod picture;
mod shown;
mod view;
mod whole;

pub(crate) use canvas::Seen;
pub(crate) use crowd::{Crowd, symbol};
pub(crate) use lines::line_text;
pub(crate) use nodes::MeasureLine;
pub(crate) use picture::kind_class;
pub(crate) use view::{Diagram, arrangement};
pub(crate) use whole::{make_crowd, sheet};
