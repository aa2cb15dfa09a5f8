//! What a line is made of, counted in one pass.

use super::language::Script;
use crate::text::is_space;

/// Words beyond this many are not kept in [`Shape::plain`]: such lines are
/// paragraphs.
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
    /// The words in small letters, single spaces between, no other marks than
    /// apostrophes within words.
    pub(super) plain: String,
}

impl Shape {
    /// Counts a line.
    pub(super) fn of(line: &str) -> Self {
        let mut shape = Self { plain: String::with_capacity(line.len().min(400)), ..Self::default() };
        let (mut has_word, mut in_plain_word, mut plain_words) = (false, false, 0);
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            // The letters and digits of ASCII at once: most words are no more.
            let run = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let Some((piece, after)) = rest.split_at_checked(run.max(c.len_utf8())) else { break };
            rest = after;
            let is_word = if run > 0 {
                let digits = piece.bytes().filter(u8::is_ascii_digit).count();
                shape.digits += digits;
                shape.latin += run - digits;
                true
            } else if c.is_alphabetic() {
                match c {
                    '\u{c0}'..='\u{24f}' => shape.latin += 1,
                    '\u{400}'..='\u{52f}' => shape.cyrillic += 1,
                    _ => shape.other += 1,
                }
                true
            } else {
                c.is_alphanumeric()
            };
            if is_word {
                if !has_word {
                    has_word = true;
                    shape.words += 1;
                }
                if !in_plain_word {
                    in_plain_word = true;
                    plain_words += 1;
                    if plain_words > 1 && plain_words <= WORDS_KEPT {
                        shape.plain.push(' ');
                    }
                }
                if plain_words <= WORDS_KEPT {
                    if run > 0 {
                        shape.plain.push_str(piece);
                    } else {
                        shape.plain.extend(c.to_lowercase());
                    }
                }
            } else if matches!(c, '\'' | '’') && in_plain_word && rest.starts_with(char::is_alphabetic) {
                if plain_words <= WORDS_KEPT {
                    shape.plain.push('\'');
                }
            } else {
                in_plain_word = false;
                if is_space(c) {
                    has_word = false;
                }
            }
        }
        shape.plain.make_ascii_lowercase();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_counted_in_one_pass() {
        let shape = Shape::of("The Mayor’s 3 ad-blockers, день.");
        assert_eq!((shape.words, shape.digits, shape.latin, shape.cyrillic), (5, 1, 19, 4));
        assert_eq!(shape.plain, "the mayor's 3 ad blockers день");
        assert_eq!(shape.script(), Some(Script::Latin));
    }
}
