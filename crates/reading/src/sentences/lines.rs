//! Lines → paragraphs: whether a line break ends a paragraph, or only a line
//! of a text that was wrapped to a width.

use crate::span::Span;
use crate::text::{is_capitalised, is_space};

/// A text is taken as wrapped when at least one in this many of its lines
/// goes on in small letters.
const WRAPPED_ONE_IN: usize = 3;

/// Lines longer than this are not the work of a wrapping to a width.
const WIDEST_WRAP: usize = 120;

/// A line of so many bytes that ends no sentence was broken by a slip, where
/// the next one goes on in small letters.
const SHORTEST_BROKEN_LINE: usize = 60;

/// The paragraphs of a plain text, without the white space around them.
///
/// Blank lines always part paragraphs. A single line break parts them too,
/// unless the text was wrapped to a width: then a short line that ends a
/// sentence does.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let wrapped = is_wrapped(text, &lines);
    let width = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut goes_on = false;
    let mut broken = false;
    for line in &lines {
        if line.is_empty() {
            goes_on = false;
            broken = false;
            continue;
        }
        match paragraphs.last_mut() {
            Some(last) if goes_on || broken && goes_on_small(line.of(text)) => last.end = line.end,
            _ => paragraphs.push(*line),
        }
        // A line that is well short of the width and ends a sentence was
        // ended by its writer.
        let ended = line.len() * 4 < width * 3 && ends_sentence(line.of(text));
        goes_on = wrapped && !ended;
        broken = line.len() >= SHORTEST_BROKEN_LINE && !ends_sentence(line.of(text));
    }
    paragraphs
}

/// The lines, trimmed; an empty span for a blank line.
fn lines(text: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    while let Some((end, next)) = line_end(text.as_bytes(), start) {
        lines.push(trimmed(text, Span::new(start, end)));
        start = next;
    }
    lines.push(trimmed(text, Span::new(start, text.len())));
    lines
}

/// Where the line that begins at `start` ends, and where the next one begins.
/// Its end is a line feed, a tab of lines, a form feed, U+0085, U+2028 or U+2029.
fn line_end(text: &[u8], start: usize) -> Option<(usize, usize)> {
    let rest = text.get(start..)?;
    rest.iter().enumerate().find_map(|(at, byte)| {
        let width = match byte {
            b'\n' | 0x0b | 0x0c => 1,
            0xc2 if rest.get(at + 1) == Some(&0x85) => 2,
            0xe2 if matches!(rest.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => 3,
            _ => return None,
        };
        Some((start + at, start + at + width))
    })
}

/// The span without the white space at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start + (inner.len() - inner.trim_start_matches(is_space).len());
    let end = start + inner.trim_matches(is_space).len();
    Span::new(start, end)
}

fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    if lines.iter().any(|line| line.len() > WIDEST_WRAP) {
        return false;
    }
    let (mut follow, mut small) = (0_usize, 0_usize);
    for pair in lines.windows(2) {
        if let [above, below] = pair
            && !above.is_empty()
            && !below.is_empty()
        {
            follow += 1;
            small += usize::from(goes_on_small(below.of(text)));
        }
    }
    small > 0 && small * WRAPPED_ONE_IN >= follow
}

/// Whether a line goes on in small letters; `by Ada Berg`, below a headline, does not.
fn goes_on_small(line: &str) -> bool {
    let name = ["by ", "with "].iter().find_map(|with| line.strip_prefix(with));
    line.starts_with(char::is_lowercase) && !(name.is_some_and(is_capitalised) && line.len() < SHORTEST_BROKEN_LINE)
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        paragraphs(text).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_line_is_a_paragraph_where_the_text_is_not_wrapped() {
        assert_eq!(texts(" One line.\nAnother line.\n\n Third \n"), ["One line.", "Another line.", "Third"]);
    }

    #[test]
    fn the_lines_of_a_wrapped_text_are_joined() {
        let text = "The council met on the first floor of the town\nhall and spoke about the budget of the\nschools.\nIt will meet again.\n\nNew paragraph.";
        assert_eq!(
            texts(text),
            [
                "The council met on the first floor of the town\nhall and spoke about the budget of the\nschools.",
                "It will meet again.",
                "New paragraph."
            ]
        );
    }

    #[test]
    fn who_signs_in_small_letters_is_no_part_of_the_headline() {
        let text = "The mayor of Delft opens the old bridge over the wide canal\nby Ada Berg\nMay 2, 2021";
        assert_eq!(texts(text).len(), 3, "{:?}", texts(text));
    }

    #[test]
    fn other_separators_part_lines_too() {
        assert_eq!(texts("One\u{2028}Two\u{85}Three\r\nFour"), ["One", "Two", "Three", "Four"]);
    }
}
