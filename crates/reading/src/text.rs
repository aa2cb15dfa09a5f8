//! Small questions about characters and words that several stages ask.

use crate::span::Span;

/// A kind of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A run of letters.
    Word,
    /// A run of ASCII digits.
    Number,
    /// Any other single character.
    Mark(char),
}

/// A word, a number, a mark. White space is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands in the text.
    pub(crate) span: Span,
    /// Its kind.
    pub(crate) kind: TokenKind,
}

impl Token {
    /// Whether it is this mark.
    pub(crate) fn is_mark(self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    /// Whether it is a word.
    pub(crate) fn is_word(self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// A token has so many bytes, or a few more, with the space before it.
const BYTES_OF_A_TOKEN: usize = 5;

/// The tokens of the part of `text` that `span` covers. Words and numbers are
/// parted where letters meet digits, and at apostrophes and hyphens.
pub(crate) fn tokens(text: &str, span: Span) -> Vec<Token> {
    let inner = span.of(text);
    let bytes = inner.as_bytes();
    let mut tokens: Vec<Token> = Vec::with_capacity(inner.len() / BYTES_OF_A_TOKEN);
    // Where the run of the bytes ends that `belong`.
    let run = |from: usize, belongs: fn(&u8) -> bool| {
        bytes.get(from..).unwrap_or_default().iter().position(|byte| !belongs(byte)).map_or(bytes.len(), |n| from + n)
    };
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let first = at;
        let kind = match byte {
            b' ' => {
                at += 1;
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                at = run(at, u8::is_ascii_alphabetic);
                TokenKind::Word
            }
            b'0'..=b'9' => {
                at = run(at, u8::is_ascii_digit);
                TokenKind::Number
            }
            _ => {
                let Some(c) = inner.get(at..).and_then(|rest| rest.chars().next()) else { break };
                at += c.len_utf8();
                if c.is_alphanumeric() || is_combining(c) {
                    TokenKind::Word
                } else if is_space(c) {
                    continue;
                } else {
                    TokenKind::Mark(c)
                }
            }
        };
        let (start, end) = (span.start + first, span.start + at);
        match tokens.last_mut() {
            Some(last) if last.kind == kind && last.span.end == start && !matches!(kind, TokenKind::Mark(_)) => {
                last.span.end = end;
            }
            _ => tokens.push(Token { span: Span::new(start, end), kind }),
        }
    }
    tokens
}

/// Whether the text begins with this. Most that are compared differ in the
/// first byte, and no more need be looked at.
pub(crate) fn begins_with(text: &str, start: &str) -> bool {
    text.as_bytes().first() == start.as_bytes().first() && text.starts_with(start)
}

/// The words of a text, runs of letters and digits, each with its place in
/// bytes.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // Most are of ASCII, and told without a call.
    runs(text, |c| c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric())
}

/// The runs of characters that `belong`, each with its place in bytes.
pub(crate) fn runs(text: &str, belongs: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut start = None;
        while let Some(&byte) = text.as_bytes().get(at) {
            let c = if byte.is_ascii() { char::from(byte) } else { text.get(at..)?.chars().next()? };
            if belongs(c) {
                start.get_or_insert(at);
            } else if start.is_some() {
                break;
            }
            at += c.len_utf8();
        }
        let start = start?;
        Some((start, text.get(start..at)?))
    })
}

/// Whether the text has one of these characters.
pub(crate) fn has_any(text: &str, chars: &[char]) -> bool {
    // Each is searched for by itself, in many bytes at once.
    chars.iter().any(|&c| text.contains(c))
}

/// The pieces of a text that white space parts.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    runs(text, |c| !is_space(c)).map(|(_, piece)| piece)
}

/// Whether the text has more characters than this.
pub(crate) fn is_longer(text: &str, count: usize) -> bool {
    // All bytes of UTF-8 but those of the form `10xxxxxx` begin a character.
    text.len() > count && text.bytes().filter(|byte| byte & 0xc0 != 0x80).count() > count
}

/// Marks that change the letter before them.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// White space, and the characters of no width that stand for it.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// Whether the word begins with a capital letter.
pub(crate) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the word is all capitals: two letters or more, none small.
pub(crate) fn is_all_capitals(word: &str) -> bool {
    let mut letters = 0;
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        if !c.is_uppercase() {
            return false;
        }
        letters += 1;
    }
    letters > 1
}

/// The text's first bytes, at most `longest`, cut on a character's boundary.
pub(crate) fn prefix(text: &str, longest: usize) -> &str {
    let mut end = longest.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, Span::new(0, text.len())).iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn tokens_part_letters_digits_and_marks() {
        assert_eq!(words("the 1990s, US$30\u{a0}bn"), ["the", "1990", "s", ",", "US", "$", "30", "bn"]);
        assert_eq!(words("mid-May’s"), ["mid", "-", "May", "’", "s"]);
    }

    #[test]
    fn capitals_are_told() {
        assert!(is_all_capitals("DELFT"));
        assert!(!is_all_capitals("A"));
        assert!(!is_all_capitals("Delft"));
        assert!(is_capitalised("Élan"));
    }
}
