//! The format's version, and making a story of data.

use thiserror::Error;

use crate::Story;
use crate::fields::{Field, Reader};
use crate::quoted::Quoted;
use crate::value::Value;

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
        "its format is {} and this version of Backstory reads \"{FORMAT}\"; use a newer Backstory, or write the story again with this one",
        Quoted(.found)
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

/// Makes a story of data.
///
/// The version of the format is looked at first, so that a newer story is
/// named as such and not as a broken one.
///
/// # Errors
///
/// [`FormatError::NoStory`], [`FormatError::OtherVersion`], or
/// [`FormatError::Field`] with the place of the first wrong field.
pub fn from_value(value: Value) -> Result<Story, FormatError> {
    let Value::Record(fields) = &value else { return Err(FormatError::NoStory) };
    let format = fields.iter().find_map(|(name, value)| match value {
        Value::Text(format) if *name == "format" => Some(format),
        _ => None,
    });
    match format {
        Some(format) if format == FORMAT => {}
        Some(found) if found.starts_with("backstory/") => {
            return Err(FormatError::OtherVersion { found: found.clone() });
        }
        _ => return Err(FormatError::NoStory),
    }
    let mut reader = Reader::default();
    let story = Story::read(value, &mut reader);
    match reader.into_fault() {
        None => Ok(story),
        Some(fault) if fault.place.is_empty() => {
            Err(FormatError::Field { place: "the story".to_owned(), what: fault.what })
        }
        Some(fault) => Err(FormatError::Field { place: fault.place, what: fault.what }),
    }
}
