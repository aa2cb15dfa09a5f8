//! What an editor hands in: files of any kind → articles, a story or
//! corrections, or a sentence on what they are instead; and the reading of the
//! articles on the days that the corrections give them.
//!
//! What a file is, is told by what it holds; its name may say anything. No I/O,
//! no browser: the command line and the studio page bring the bytes.

mod articles;
mod copies;
mod days;
mod doubts;
mod file;
mod sniff;
mod text;

pub use articles::{NoArticle, articles};
pub use copies::{Copy, add_once};
pub use days::{Days, FirstReading, days, read};
pub use doubts::doubts;
pub use file::{Given, Unusable, given};
pub use sniff::markup;
pub use text::{NoText, text};
