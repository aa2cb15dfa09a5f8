//! The timeline: what happened when, drawn as precisely as it is known.

mod axis;
mod column;
mod picture;
mod view;

pub(crate) use view::timeline;
