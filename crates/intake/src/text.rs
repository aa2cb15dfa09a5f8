//! Bytes → text, or what they are instead.

use thiserror::Error;

use crate::sniff;

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoText {
    /// Nothing, or nothing but white space.
    #[error("it is empty")]
    Empty,
    /// A known format that is not text; its name, with an article.
    #[error("this is {0}, not plain text")]
    Binary(&'static str),
    /// Text in an encoding that names itself.
    #[error("this is text in {0}; save it as UTF-8")]
    OtherEncoding(&'static str),
    /// Bytes that are not UTF-8.
    #[error(
        "this is not UTF-8: byte {offset} (in line {line}) is 0x{byte:02X}; if it is text, open it in an editor and save it as UTF-8"
    )]
    NotUtf8 {
        /// Where the first such byte stands, from 0.
        offset: usize,
        /// Its line, from 1.
        line: usize,
        /// The byte.
        byte: u8,
    },
    /// NUL characters: UTF-16 without a mark, or no text.
    #[error(
        "byte {offset} is NUL, so this is no plain text, or text in UTF-16 without a mark; if it is text, save it as UTF-8"
    )]
    Nul {
        /// Where the first one stands, from 0.
        offset: usize,
    },
}

impl NoText {
    /// Whether nothing can be made of the file: another one has to be given.
    pub fn asks_for_another(&self) -> bool {
        matches!(self, Self::Empty | Self::Binary(_))
    }
}

/// The text that `bytes` are, without a byte order mark.
///
/// # Errors
///
/// [`NoText`], with the place.
pub fn text(bytes: Vec<u8>) -> Result<String, NoText> {
    if let Some(found) = sniff::binary(&bytes) {
        return Err(NoText::Binary(found));
    }
    if let Some(encoding) = sniff::other_encoding(&bytes) {
        return Err(NoText::OtherEncoding(encoding));
    }
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(&error))?;
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if let Some(offset) = text.find('\0') {
        return Err(NoText::Nul { offset });
    }
    if text.trim().is_empty() {
        return Err(NoText::Empty);
    }
    Ok(text)
}

fn not_utf8(error: &std::string::FromUtf8Error) -> NoText {
    let offset = error.utf8_error().valid_up_to();
    let (before, after) = error.as_bytes().split_at(offset);
    let line = before.split(|byte| *byte == b'\n').count();
    NoText::NotUtf8 { offset, line, byte: after.first().copied().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(text(b"\xef\xbb\xbfHello".to_vec()).unwrap(), "Hello");
    }

    #[test]
    fn the_line_of_a_byte_that_is_no_text_is_counted_from_one() {
        assert_eq!(text(b"one\ntw\xe9\n".to_vec()), Err(NoText::NotUtf8 { offset: 6, line: 2, byte: 0xe9 }));
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_text_or_have_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            match text(bytes) {
                Ok(text) => prop_assert!(!text.trim().is_empty()),
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }
}
