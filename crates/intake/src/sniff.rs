//! Telling what a file is that is not what was asked for, so that the message
//! can name it.

/// Formats that are known by the bytes they begin with: the offset, the
/// bytes, the name. Longer signatures come before shorter ones they contain.
const SIGNATURES: &[(usize, &[u8], &str)] = &[
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftypheic", "a HEIC picture"),
    (4, b"ftyp", "a video"),
    (0, b"\x1a\x45\xdf\xa3", "a video"),
    (0, b"ID3", "a sound recording"),
    (0, b"OggS", "a sound recording"),
    (0, b"%PDF-", "a PDF"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"bplist00", "a Safari web archive or a property list"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"\0asm", "a WebAssembly module"),
    (0, b"\x7fELF", "a program"),
];

/// What a ZIP archive is, by the name of a file in it. Names stand in a ZIP
/// uncompressed.
const ZIPS: &[(&[u8], &str)] = &[
    (b"word/document.xml", "a Word document (.docx)"),
    (b"xl/workbook.xml", "an Excel workbook (.xlsx)"),
    (b"ppt/presentation.xml", "a PowerPoint presentation (.pptx)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt)"),
    (b"application/epub+zip", "an EPUB book"),
];

/// The name, with an article, of a format that is not plain text.
pub(crate) fn binary(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") {
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        return Some(ZIPS.iter().find(|(name, _)| holds(name)).map_or("a ZIP archive", |(_, what)| what));
    }
    // A container of several formats; its own name stands in front.
    if let Some(rest) = bytes.strip_prefix(b"RIFF").and_then(|rest| rest.get(4..)) {
        return Some(if rest.starts_with(b"WEBP") { "a WebP picture" } else { "a sound recording or a video" });
    }
    let begins = |offset: usize, signature: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(signature));
    SIGNATURES.iter().find(|(offset, signature, _)| begins(*offset, signature)).map(|(.., what)| *what)
}

/// The name of an encoding other than UTF-8 that the byte order mark states.
pub(crate) fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    // The mark of UTF-32 begins with that of UTF-16.
    const MARKS: &[(&[u8], &str)] = &[
        (b"\xff\xfe\0\0", "UTF-32 (little-endian)"),
        (b"\0\0\xfe\xff", "UTF-32 (big-endian)"),
        (b"\xff\xfe", "UTF-16 (little-endian)"),
        (b"\xfe\xff", "UTF-16 (big-endian)"),
    ];
    MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, what)| *what)
}

/// How far into a text its markup is looked for, in characters.
const MARKUP_WITHIN: usize = 2048;

/// The name of the markup language that a text is in, for messages: a whole
/// page, not a text that mentions a tag. What holds articles is told by
/// `html::Format`.
pub fn markup(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    if text.starts_with("From: <Saved by") || text.starts_with("MIME-Version:") {
        return Some("a saved web page (MHTML)");
    }
    if !text.starts_with('<') {
        return None;
    }
    let head: String = text.chars().take(MARKUP_WITHIN).collect::<String>().to_ascii_lowercase();
    let html = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| head.contains(tag));
    if html {
        Some("an HTML page")
    } else if head.contains("<rss") || head.contains("<feed") {
        Some("an RSS or Atom feed")
    } else if head.starts_with("<?xml") {
        Some("XML")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zip_is_named_after_what_it_holds() {
        assert_eq!(binary(b"PK\x03\x04....readme.txt"), Some("a ZIP archive"));
        assert_eq!(binary(b"PK\x03\x04....word/document.xml"), Some("a Word document (.docx)"));
    }

    #[test]
    fn plain_text_is_nothing_else() {
        assert_eq!(binary(b"Massive WAVE hits the coast"), None);
        assert_eq!(binary(b"RIFF\x10\0\0\0WEBPVP8 "), Some("a WebP picture"));
        assert_eq!(binary("A plain text – with a dash".as_bytes()), None);
        assert_eq!(other_encoding(b"\xef\xbb\xbfA"), None, "the mark of UTF-8 is fine");
        assert_eq!(markup("The tag <html> opens a page."), None);
        assert_eq!(markup("<b>Bold</b> words"), None);
    }

    #[test]
    fn utf_32_is_not_taken_for_utf_16() {
        assert_eq!(other_encoding(b"\xff\xfe\0\0A\0\0\0"), Some("UTF-32 (little-endian)"));
        assert_eq!(other_encoding(b"\xff\xfeA\0"), Some("UTF-16 (little-endian)"));
    }

    #[test]
    fn pages_and_feeds_are_told_apart() {
        assert_eq!(markup("\n<!-- saved -->\n<!DOCTYPE html><title>x</title>"), Some("an HTML page"));
        assert_eq!(markup("<?xml version=\"1.0\"?><rss version=\"2.0\">"), Some("an RSS or Atom feed"));
        assert_eq!(markup("<?xml version=\"1.0\"?><note/>"), Some("XML"));
    }
}
