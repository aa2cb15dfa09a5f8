//! The relationship diagram: who is in the story and how they hang together.

mod arrangement;
mod canvas;
mod crowd;
mod layers;
mod picture;
mod shown;
mod view;
mod whole;

pub(crate) use arrangement::{MeasureLine, line_text};
pub(crate) use canvas::Seen;
pub(crate) use crowd::{Crowd, symbol};
pub(crate) use picture::kind_class;
pub(crate) use view::{Diagram, arrangement};
pub(crate) use whole::{make_crowd, sheet};
