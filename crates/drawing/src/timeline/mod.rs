//! The timeline: time to pixels, ticks, lanes of bars, words over the axis, arcs.

pub mod arcs;
pub mod calendar;
pub mod lanes;
pub mod scale;
pub mod stems;
pub mod ticks;
