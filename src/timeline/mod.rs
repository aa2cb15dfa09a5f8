//! The timeline: what happened when, drawn as precisely as it is known.

mod axis;
mod column;
mod labels;
mod mark;
mod moved;
mod picture;
mod plan;
mod say;
mod ticks;
mod view;

pub(crate) use mark::{Extent, Look, extent_of};
pub(crate) use picture::look_class;
pub(crate) use view::{horizontal, timeline};
