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

/// The tokens of the part of `text` that `span` covers. Words and numbers are
/// parted where letters meet digits, and at apostrophes and hyphens.
pub(crate) fn tokens(text: &str, span: Span) -> impl Iterator<Item = Token> + '_ {
    let inner = span.of(text);
    let bytes = inner.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at;
            let first = char_at(inner, at)?;
            at += first.len_utf8();
            let Some(kind) = kind_of(first) else { continue };
            match kind {
                TokenKind::Number => {
                    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                        at += 1;
                    }
                }
                TokenKind::Word => loop {
                    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                        at += 1;
                    }
                    let is_letter = |c: &char| !c.is_ascii() && kind_of(*c) == Some(TokenKind::Word);
                    match char_at(inner, at).filter(is_letter) {
                        Some(c) => at += c.len_utf8(),
                        None => break,
                    }
                },
                TokenKind::Mark(_) => {}
            }
            return Some(Token { span: Span::new(span.start + start, span.start + at), kind });
        }
    })
}

/// What a character is a part of; nothing for white space.
fn kind_of(c: char) -> Option<TokenKind> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(TokenKind::Word),
        '0'..='9' => Some(TokenKind::Number),
        c if is_of_word(c) || is_combining(c) => Some(TokenKind::Word),
        c if is_space(c) => None,
        c => Some(TokenKind::Mark(c)),
    }
}

/// The character at `at`.
#[inline]
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text.get(at..)?.chars().next() }
}

/// Whether the text begins with this. Most that are compared differ in the
/// last byte of it, and no more need be looked at.
pub(crate) fn begins_with(text: &str, start: &str) -> bool {
    let last = start.len().wrapping_sub(1);
    text.as_bytes().get(last) == start.as_bytes().get(last) && text.starts_with(start)
}

/// The words of a text, runs of letters and digits, each with its place in
/// bytes.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    runs(text, is_of_word)
}

/// Whether the character is a letter or a digit.
#[inline]
pub(crate) fn is_of_word(c: char) -> bool {
    // Most are of ASCII, and told without a call; so are dashes and quotation marks.
    c.is_ascii_alphanumeric() || !c.is_ascii() && !matches!(c, '\u{2000}'..='\u{206f}') && c.is_alphanumeric()
}

/// The runs of characters that `belong`, each with its place in bytes.
pub(crate) fn runs(text: &str, belongs: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = end_of(text, at, |c| !belongs(c));
        at = end_of(text, start, &belongs);
        if start < at { Some((start, text.get(start..at)?)) } else { None }
    })
}

/// Where the characters from `at` on end that `belong`.
#[inline]
fn end_of(text: &str, mut at: usize, belongs: impl Fn(char) -> bool) -> usize {
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii() {
            if !belongs(char::from(byte)) {
                break;
            }
            at += 1;
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| belongs(*c)) else { break };
            at += c.len_utf8();
        }
    }
    at
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
    text.len() > count && text.bytes().filter(|byte| byte & 0xc0 != 0x80).nth(count).is_some()
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
        tokens(text, Span::new(0, text.len())).map(|token| token.span.of(text)).collect()
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
