//! What an editor hands in: files of any kind → articles, a story or
//! corrections, or a sentence on what they are instead.
//!
//! What a file is, is told by what it holds; its name may say anything. No I/O,
//! no browser: the command line and the studio page bring the bytes.

mod articles;
mod doubts;
mod file;
mod sniff;
mod text;

pub use articles::{NoArticle, articles};
pub use doubts::doubts;
pub use file::{Given, Unusable, given};
pub use sniff::markup;
pub use text::{NoText, text};
