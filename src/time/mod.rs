//! The window of time: what is shown is as of then.

mod stops;
mod view;

pub(crate) use view::{Press, time_window};
