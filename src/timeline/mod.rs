//! The timeline: what happened when, drawn as precisely as it is known.

mod axis;
mod column;
mod moved;
mod picture;
mod ticks;
mod view;

pub(crate) use axis::{Extent, Look, extent_of};
pub(crate) use picture::look_class;
pub(crate) use view::{horizontal, timeline};
