//! How right the reading is.
//!
//! [`CORPORA`] lists the public corpora that parts of the reading are scored
//! on, a file a corpus; [`story`] compares a whole story with what a careful
//! reader found in its articles, and [`stories`] does so with many. Each corpus is split in two by a hash: errors
//! are shown of the development part alone, so that what is held out stays a
//! fair measure. The corpora themselves are not in the repository; each says
//! where it comes from.

mod corpora;
pub mod date_cases;
pub mod dates;
pub mod document;
mod error;
mod files;
pub mod gum_dates;
pub mod names;
pub mod pages;
mod pairs;
pub mod quotes;
pub mod relations;
mod score;
pub mod sentences;
pub mod split;
pub mod stories;
pub mod story;
mod text;
pub mod timelines;
pub mod who;

pub use corpora::{CORPORA, Corpus};
pub use error::Error;
pub use score::{Figures, Report, Row, Score};
