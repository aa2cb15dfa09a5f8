//! From articles to a story.
//!
//! Stages, each a module with its own tests, each to be looked at from the
//! command line (`backstory read --stage …`):
//!
//! 1. `page`: the file's text → headline, publisher, dates, blocks; what
//!    clings to an article (share words, comment forms, lists of other
//!    headlines) is left out.
//! 2. `sentences`: blocks → a [`Document`] of paragraphs and sentences.
//! 3. `dates`: time expressions → EDTF, resolved against the right anchor.
//! 4. `quotes`: who said what: marked, unmarked, turns of a transcript.
//! 5. `mentions`: names, titles, roles, pronouns → entities of the article,
//!    then one entity across articles.
//! 6. `facts`: relations, events, figures, each with its evidence.
//! 7. `merge`: several articles → one story: the same event, the same
//!    utterance, a plan and its fulfilment, disagreements.
//!
//! No I/O, no browser, no clock: the same articles give the same story on
//! every machine, in whichever order they come.

pub mod dates;
pub mod document;
pub mod facts;
pub mod knowledge;
pub mod mentions;
pub mod merge;
mod order;
pub mod page;
pub mod quotes;
mod read;
pub mod sentences;
pub use story::sorted;
mod source;
pub mod span;
#[cfg(feature = "stages")]
pub mod stage;
mod table;
mod text;
mod wordlist;

pub use document::Document;
pub use read::{read, read_with_progress};
pub use source::{Options, Progress, Source};
pub use span::Span;
