//! The timeline: what happened when, drawn as precisely as it is known.

mod axis;
mod column;
mod moved;
mod picture;
mod ticks;
mod view;

pub(crate) use view::{horizontal, timeline};
