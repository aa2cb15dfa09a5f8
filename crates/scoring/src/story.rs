//! A whole story against what a careful reader found in its articles.
//!
//! The gold file names articles by their files; an item of it is `must` when a
//! story without it lacks something, and allowed otherwise. What a story holds
//! beyond the gold counts as made up: an entity with mentions, a relation of a
//! definite kind, an event, a quote of a report.

mod gold;
mod matching;
mod parts;
mod wording;

pub use gold::Gold;
pub use parts::{Part, score};
