//! The timeline: time to pixels, ticks, lanes and arcs.

pub mod arcs;
pub mod calendar;
pub mod lanes;
pub mod scale;
pub mod ticks;
