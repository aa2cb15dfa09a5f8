//! What a line is made of, counted in one pass.

use super::language::Script;
use crate::text::{is_of_word, is_space};
use story::case::small;

/// [`plain`] keeps no words beyond this many: such lines are paragraphs.
pub(super) const WORDS_KEPT: usize = 51;

/// What a line is made of.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    /// How many words have a letter or a digit.
    pub(super) words: usize,
    pub(super) digits: usize,
    pub(super) latin: usize,
    pub(super) cyrillic: usize,
    pub(super) other: usize,
}

impl Shape {
    /// Counts a line.
    pub(super) fn of(line: &str) -> Self {
        let mut shape = Self::default();
        let bytes = line.as_bytes();
        let (mut at, mut has_word) = (0, false);
        while let Some(&byte) = bytes.get(at) {
            let run = |belongs: fn(&u8) -> bool| bytes.iter().skip(at).take_while(|byte| belongs(byte)).count();
            let (length, is_word, is_space) = match byte {
                b'a'..=b'z' | b'A'..=b'Z' => {
                    let letters = run(u8::is_ascii_alphabetic);
                    shape.latin += letters;
                    (letters, true, false)
                }
                b'0'..=b'9' => {
                    shape.digits += 1;
                    (1, true, false)
                }
                0..0x80 => (1, false, is_space(char::from(byte))),
                _ => {
                    let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) else { break };
                    let is_word = is_of_word(c);
                    if is_word && c.is_alphabetic() {
                        match c {
                            '\u{c0}'..='\u{24f}' => shape.latin += 1,
                            '\u{400}'..='\u{52f}' => shape.cyrillic += 1,
                            _ => shape.other += 1,
                        }
                    }
                    (c.len_utf8(), is_word, !is_word && is_space(c))
                }
            };
            at += length;
            shape.words += usize::from(is_word && !has_word);
            has_word = (has_word || is_word) && !is_space;
        }
        shape
    }

    /// The script of most of its letters; nothing where it has none.
    pub(super) fn script(&self) -> Option<Script> {
        let most = self.latin.max(self.cyrillic).max(self.other);
        if most == 0 {
            None
        } else if most == self.latin {
            Some(Script::Latin)
        } else if most == self.cyrillic {
            Some(Script::Cyrillic)
        } else {
            Some(Script::Other)
        }
    }

    /// How many letters it has.
    pub(super) fn letters(&self) -> usize {
        self.latin + self.cyrillic + self.other
    }
}

/// The words of a line in small letters, single spaces between, no other marks
/// than apostrophes within words.
pub(super) fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let (mut in_word, mut words) = (false, 0);
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        // The letters and digits of ASCII at once: most words are no more.
        let run = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let Some((piece, after)) = rest.split_at_checked(run.max(c.len_utf8())) else { break };
        rest = after;
        if run > 0 || is_of_word(c) {
            if !in_word {
                in_word = true;
                words += 1;
                if words > WORDS_KEPT {
                    break;
                }
                if words > 1 {
                    plain.push(' ');
                }
            }
            if run > 0 {
                plain.push_str(piece);
            } else {
                plain.push(small(c));
            }
        } else if matches!(c, '\'' | '’') && in_word && rest.starts_with(char::is_alphabetic) {
            plain.push('\'');
        } else {
            in_word = false;
        }
    }
    plain.make_ascii_lowercase();
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_counted_in_one_pass() {
        let line = "The Mayor’s 3 ad-blockers, день.";
        let shape = Shape::of(line);
        assert_eq!((shape.words, shape.digits, shape.latin, shape.cyrillic), (5, 1, 19, 4));
        assert_eq!(plain(line), "the mayor's 3 ad blockers день");
        assert_eq!(shape.script(), Some(Script::Latin));
    }
}
