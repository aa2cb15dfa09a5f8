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
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at;
            let kind = part_at(inner, &mut at)?;
            let Some(kind) = kind else { continue };
            // Letters of ASCII and others make one word.
            let mut end = at;
            while kind == TokenKind::Word
                && inner.as_bytes().get(at).is_some_and(|byte| !byte.is_ascii() || byte.is_ascii_alphabetic())
                && part_at(inner, &mut end) == Some(Some(kind))
            {
                at = end;
            }
            return Some(Token { span: Span::new(span.start + start, span.start + at), kind });
        }
    })
}

/// What the part at `at` is: letters or digits of ASCII that stand together, or
/// another character; none for white space. `at` then is its end.
#[inline]
fn part_at(text: &str, at: &mut usize) -> Option<Option<TokenKind>> {
    let bytes = text.as_bytes().get(*at..)?;
    let run = |belongs: fn(&u8) -> bool| bytes.iter().position(|byte| !belongs(byte)).unwrap_or(bytes.len());
    let (length, kind) = match bytes.first()? {
        b' ' => (1, None),
        b'a'..=b'z' | b'A'..=b'Z' => (run(u8::is_ascii_alphabetic), Some(TokenKind::Word)),
        b'0'..=b'9' => (run(u8::is_ascii_digit), Some(TokenKind::Number)),
        _ => {
            let c = text.get(*at..)?.chars().next()?;
            let is_word = is_of_word(c) || is_combining(c);
            let mark = || if is_space(c) { None } else { Some(TokenKind::Mark(c)) };
            (c.len_utf8(), if is_word { Some(TokenKind::Word) } else { mark() })
        }
    };
    *at += length;
    Some(kind)
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
