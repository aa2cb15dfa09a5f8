//! The format's version, and reading a story from any serde source.

use serde::{Deserialize, Deserializer};
use thiserror::Error;

use crate::Story;

/// The format that this version of Backstory writes and reads.
pub const FORMAT: &str = "backstory/1";

/// Why something is not a story.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FormatError {
    /// The text is not JSON at all.
    #[error("line {line}, column {column}: {what}; this is not JSON")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// The parser's words.
        what: String,
    },
    /// It has no `format` field that names Backstory.
    #[error("there is no \"format\": \"{FORMAT}\"; this is not a Backstory story")]
    NoStory,
    /// It is of another version of the format.
    #[error(
        "its format is {found:?} and this version of Backstory reads {FORMAT:?}; use a newer Backstory, or write the story again with this one"
    )]
    OtherVersion {
        /// The version that it names.
        found: String,
    },
    /// A field is missing or of the wrong type.
    #[error("{place}: {what}")]
    Field {
        /// Where: `events[3].when`.
        place: String,
        /// What is wrong there.
        what: String,
    },
}

/// The one field that is read before all others.
#[derive(Deserialize)]
struct Header {
    #[serde(default)]
    format: Option<String>,
}

/// Reads a story from a source that can be read twice: once for the version
/// of the format, so that a newer story is named as such and not as a broken
/// one, and once for the whole.
///
/// # Errors
///
/// [`FormatError::NoStory`], [`FormatError::OtherVersion`], or
/// [`FormatError::Field`] with the place of the first wrong field.
pub fn from_deserializer<'de, D: Deserializer<'de>>(mut source: impl FnMut() -> D) -> Result<Story, FormatError> {
    let header = Header::deserialize(source()).map_err(|_| FormatError::NoStory)?;
    match header.format {
        Some(format) if format == FORMAT => {}
        Some(found) if found.starts_with("backstory/") => return Err(FormatError::OtherVersion { found }),
        _ => return Err(FormatError::NoStory),
    }
    serde_path_to_error::deserialize(source())
        .map_err(|error| FormatError::Field { place: error.path().to_string(), what: error.inner().to_string() })
}
