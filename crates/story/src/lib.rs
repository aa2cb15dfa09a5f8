//! The story dataset: what a set of articles says, with the sentence behind
//! every item.
//!
//! A [`Story`] is what everything in Backstory passes on: the reader writes it,
//! an editor corrects it, the widget draws it. This crate holds its types, the
//! rules that it keeps ([`check`]), the making of stable ids ([`ids`]), the
//! look-ups that the views need ([`Index`]) and the cut for publication
//! ([`Story::excerpted`]). It does no I/O, knows no browser, and gives the same
//! result on every machine.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! let story = story::Story::from_json(r#"{ "format": "backstory/1", "title": "Empty" }"#)?;
//! assert!(story::check(&story).is_empty());
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod article;
pub mod case;
mod check;
pub mod compare;
#[cfg(feature = "json")]
mod corrections;
mod date;
mod disagreement;
mod edtf;
mod entity;
mod event;
mod evidence;
mod excerpts;
mod fields;
mod figure;
mod fold;
mod format;
pub mod ids;
mod index;
#[cfg(feature = "json")]
mod json;
pub mod limits;
pub mod order;
pub mod path;
mod quote;
mod quoted;
mod references;
mod relation;
pub mod search;
pub mod sorted;
pub mod tour;
mod value;
mod web;
mod whole;

#[cfg(test)]
mod tests_support;

pub use article::{Article, ArticleKind, Basis, Published, Sentence, SentencePart, TextRights};
pub use check::{Problem, check};
#[cfg(feature = "json")]
pub use corrections::{CORRECTIONS, Correction, Corrections, CorrectionsError};
pub use date::{Day, MONTHS_IN_ENGLISH, Shape, When, WhenError};
pub use disagreement::{Claim, Disagreement, DisagreementKind};
pub use edtf::Time;
pub use entity::{Entity, EntityKind, Mention, Via};
pub use event::{Event, EventKind, Participant, Status};
pub use evidence::Evidence;
pub use excerpts::EXCERPT_CHARS;
pub use figure::Figure;
pub use format::{FORMAT, FormatError, from_value};
pub use ids::{ArticleId, DisagreementId, EntityId, EventId, FigureId, QuoteId, RelationId};
pub use index::{Index, OfEntity};
#[cfg(feature = "schema")]
pub use json::schema;
pub use quote::{Quote, QuoteForm};
pub use quoted::Quoted;
pub use relation::{Relation, RelationKind};
pub use value::Value;
pub use web::web_address;
pub use whole::Story;
