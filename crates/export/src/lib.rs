//! A story for other people's tools: tables ([`csv`]), a calendar
//! ([`calendar`]), a graph ([`graphml`], [`node_link`]), a timeline
//! ([`timelinejs`]), HTML to read ([`fallback`]) and citations ([`cite`]).
//!
//! Each takes a story and gives a text. Nothing is more precise in an export
//! than it is in the story, and every item takes its sentences along, where
//! the format has a place for them.
//!
//! The widget offers these too, so the crate is written for size: no parser,
//! no serialiser, and each format writes its text itself.

mod calendar;
pub mod cite;
mod csv;
mod fallback;
mod graph;
mod html;
mod json;
mod look;
mod number;
mod timelinejs;
mod wording;

#[cfg(test)]
mod samples;

pub use calendar::calendar;
pub use csv::{Table, csv};
pub use fallback::{fallback, source};
pub use graph::{graphml, node_link};
pub use html::{escape, escaped};
pub use timelinejs::timelinejs;
pub use wording::{English, Wording};
