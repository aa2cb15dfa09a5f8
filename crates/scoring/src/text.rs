//! Comparing texts.

/// The text between two others.
pub(crate) fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    Some(text.split_once(open)?.1.split_once(close)?.0)
}

/// White space folded.
pub(crate) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The place of an error: the characters before and after, on one line.
pub(crate) fn context(text: &str, at: usize) -> String {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.char_indices().rev().nth(59).map_or(0, |(start, _)| start);
    let before = before.get(start..).unwrap_or_default();
    let after: String = after.chars().take(70).collect();
    [before, ">>", &after].concat().replace('\n', " ")
}
