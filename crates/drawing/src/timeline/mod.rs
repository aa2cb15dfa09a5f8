//! The timeline: time to pixels, ticks, words over the axis, arcs.

pub mod arcs;
pub mod calendar;
pub mod scale;
pub mod stems;
pub mod ticks;
