//! The widget's style sheets, adopted by its shadow root: a page that forbids
//! inline styles allows these.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

/// A sheet of `style`, without its comments: a fifth of what it weighs in a page.
macro_rules! sheet {
    ($name:literal) => {{
        const TEXT: &[u8] = include_bytes!(concat!("../../style/", $name, ".css"));
        const BARE: [u8; bare_length(TEXT)] = bare(TEXT);
        // What was text is text without a part of it; a test looks at all of them.
        match std::str::from_utf8(&BARE) {
            Ok(text) => text,
            Err(_) => "",
        }
    }};
}

/// The sheets, in the order in which they apply.
const SHEETS: [&str; 10] = [
    sheet!("tokens"),
    sheet!("frame"),
    sheet!("controls"),
    sheet!("diagram"),
    sheet!("timeline"),
    sheet!("details"),
    sheet!("sources"),
    sheet!("search"),
    sheet!("tour"),
    sheet!("export"),
];

/// How long a sheet is without its comments, in bytes.
const fn bare_length(text: &[u8]) -> usize {
    let (mut from, mut length) = (0, 0);
    while from < text.len() {
        let end = comment_end(text, from);
        length += (end == from) as usize;
        from = if end == from { from + 1 } else { end };
    }
    length
}

/// A sheet without its comments.
const fn bare<const LENGTH: usize>(text: &[u8]) -> [u8; LENGTH] {
    let mut bare = [0; LENGTH];
    let (mut from, mut at) = (0, 0);
    while from < text.len() {
        let end = comment_end(text, from);
        if end == from {
            bare[at] = text[from];
            at += 1;
            from += 1;
        } else {
            from = end;
        }
    }
    bare
}

/// Where the comment ends that begins at `from`; `from` itself where none does.
const fn comment_end(text: &[u8], from: usize) -> usize {
    if from + 1 >= text.len() || text[from] != b'/' || text[from + 1] != b'*' {
        return from;
    }
    let mut end = from + 2;
    while end + 1 < text.len() && !(text[end] == b'*' && text[end + 1] == b'/') {
        end += 1;
    }
    end + 2
}

/// Gives `root` the widget's sheets, after those that it has.
///
/// # Errors
///
/// The browser's own, where it knows no constructed sheets.
pub(crate) fn adopt(root: &ShadowRoot) -> Result<(), JsValue> {
    let sheets = Array::from(&root.adopted_style_sheets());
    for text in SHEETS {
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(text)?;
        sheets.push(&sheet);
    }
    root.set_adopted_style_sheets(&sheets);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comments_are_left_out() {
        const SHEET: &[u8] = b"/* a */a { b: 1 / 2 }/* \xe2\x80\x93 **/c*{}/";
        const BARE: [u8; bare_length(SHEET)] = bare(SHEET);
        assert_eq!(std::str::from_utf8(&BARE), Ok("a { b: 1 / 2 }c*{}/"));
    }

    #[test]
    fn every_sheet_is_there() {
        for sheet in SHEETS {
            assert!(sheet.contains('{') && !sheet.contains("/*"), "{sheet}");
            assert_eq!(sheet.matches('{').count(), sheet.matches('}').count(), "{sheet}");
        }
    }
}
