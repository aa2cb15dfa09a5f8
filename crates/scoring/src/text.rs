//! Texts: what corpora write them in, and comparing them.

/// The text between two others.
pub(crate) fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    Some(text.split_once(open)?.1.split_once(close)?.0)
}

/// An attribute of an XML tag, as it is written.
pub(crate) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    between(tag, &[" ", name, "=\""].concat(), "\"")
}

/// The characters that XML has names for.
pub(crate) fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

/// Adds a word of a corpus that keeps no white space: after a blank, unless
/// one of the two is a mark that stands at a word.
pub(crate) fn push_word(text: &mut String, word: &str) {
    const CLOSES: [&str; 19] =
        [".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "'", "’", "”", "n't", "n’t", "'re", "'ve", "'ll"];
    let opened =
        text.chars().next_back().is_none_or(|last| last.is_whitespace() || matches!(last, '(' | '[' | '“' | '$'));
    if !opened && !CLOSES.contains(&word) {
        text.push(' ');
    }
    text.push_str(word);
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
