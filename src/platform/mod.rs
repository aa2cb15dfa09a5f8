//! The little that the views need of the browser: how wide words are, how the
//! reader's language writes dates, how wide the widget is, whether
//! a reader is at it, and its sheets.

mod intl;
mod measure;
mod save;
mod sheets;
mod size;
mod touch;

pub(crate) use intl::Intl;
pub(crate) use measure::Measure;
pub(crate) use save::save_blob;
pub use save::save_text;
pub(crate) use sheets::adopt;
pub(crate) use size::{Watch, watch_width};
pub(crate) use touch::on_touch;
