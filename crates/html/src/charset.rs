//! The bytes of a page → its text.
//!
//! As browsers do it: a byte order mark decides; else what the page says of
//! itself, in `<meta charset>` or in its XML declaration; else UTF-8 if it is
//! well-formed, and else windows-1252.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A page says its encoding in so many of its first bytes. The standard wants
/// 1024; pages have more before it.
const WITHIN: usize = 8192;

/// The text of the bytes. Bytes that the encoding does not have are replaced
/// by U+FFFD.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0;
    }
    // Whatever it says, what is well-formed UTF-8 is.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let declared = declared(bytes.get(..WITHIN).unwrap_or(bytes)).filter(|encoding| *encoding != UTF_8);
    // A few wrong bytes in a long page of UTF-8 do not make it another one.
    let utf_8 = declared.is_none() && is_nearly_utf_8(bytes);
    let encoding = if utf_8 { UTF_8 } else { declared.unwrap_or(WINDOWS_1252) };
    encoding.decode_without_bom_handling(bytes).0
}

/// The encoding that the page's first bytes name.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let lower = head.to_ascii_lowercase();
    ["charset", "encoding"].into_iter().find_map(|name| {
        let at = lower.windows(name.len()).position(|window| window == name.as_bytes())?;
        let rest = lower.get(at + name.len()..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.');
        let end = rest.iter().position(|byte| !is_label(byte)).unwrap_or(rest.len());
        let encoding = Encoding::for_label(rest.get(..end)?)?;
        // Bytes that could be read so far are not in UTF-16.
        Some(if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
    })
}

/// Whether most of what is beyond ASCII is well-formed UTF-8.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut wrong, mut right) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    wrong < right
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_page_says_its_encoding() {
        assert_eq!(decode(b"<meta charset=\"windows-1251\"><p>\xcc\xfd\xf0"), "<meta charset=\"windows-1251\"><p>Мэр");
        let declared = b"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>caf\xe9";
        assert!(decode(declared).ends_with("café"));
        assert!(decode(b"<?xml version='1.0' encoding='ISO-8859-15'?><a>\xa4</a>").ends_with("<a>€</a>"));
    }

    #[test]
    fn a_mark_outranks_what_the_page_says() {
        assert_eq!(decode(b"\xef\xbb\xbf<meta charset=latin1>\xc3\xa9"), "<meta charset=latin1>é");
        assert_eq!(decode(b"\xff\xfeH\0i\0"), "Hi");
    }

    #[test]
    fn without_a_word_of_it_utf_8_is_tried_first() {
        assert_eq!(decode("Élan".as_bytes()), "Élan");
        assert_eq!(decode(b"caf\xe9"), "café");
        assert_eq!(
            decode("éé\u{e9}é".as_bytes().iter().copied().chain([0xe9]).collect::<Vec<_>>().as_slice()),
            "éééé\u{fffd}"
        );
        assert_eq!(decode("<meta charset=latin1>é".as_bytes()), "<meta charset=latin1>é", "it is well-formed");
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_text(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            decode(&bytes);
        }
    }
}
