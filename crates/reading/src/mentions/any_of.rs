//! Words that a token is compared with: is it one of these?
//!
//! Rules ask this of nearly every word, and nearly always the answer is no. A
//! token has a mark, one bit of 64 that its length, its first and its last
//! letter choose, and a list has the marks of its words: a word whose mark the
//! list has not is not in it, and no more need be looked at (Bloom, *Space/Time
//! Trade-offs in Hash Coding with Allowable Errors*, 1970).

/// Words in lower case.
///
/// They stand in one text, each before a line's end: a list of pointers to them would
/// be larger than the words are.
#[derive(Debug)]
pub struct AnyOf {
    marks: u64,
    words: &'static str,
}

impl AnyOf {
    /// The list of these words, each with a line's end behind it.
    pub const fn new(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let mut marks = 0;
        let (mut start, mut at) = (0, 0);
        while at < bytes.len() {
            if bytes[at] == b'\n' {
                marks |= mark(bytes, start, at);
                start = at + 1;
            }
            at += 1;
        }
        Self { marks, words }
    }

    /// Whether it may have a word with this mark.
    pub(super) fn may_have(&self, mark: u64) -> bool {
        self.marks & mark != 0
    }

    /// Whether it has the word.
    pub fn has(&self, word: &str) -> bool {
        self.place_of(word).is_some()
    }

    /// The place of the word among its words.
    pub(super) fn place_of(&self, word: &str) -> Option<usize> {
        self.words.split_terminator('\n').position(|other| other == word)
    }
}

/// The mark of a word: one bit, or none for no word.
pub(super) const fn mark_of(word: &str) -> u64 {
    mark(word.as_bytes(), 0, word.len())
}

/// The mark of the word from `start` to before `end`.
const fn mark(bytes: &[u8], start: usize, end: usize) -> u64 {
    if start == end {
        return 0;
    }
    // Odd factors, so that each of the three reaches every bit.
    let (first, last) = (bytes[start] as usize, bytes[end - 1] as usize);
    1 << ((first + last * 5 + (end - start) * 15) % u64::BITS as usize)
}

/// The list of these words, made when the program is.
macro_rules! any_of {
    [$($word:literal),* $(,)?] => {{
        const WORDS: $crate::mentions::any_of::AnyOf =
            $crate::mentions::any_of::AnyOf::new(concat!($($word, "\n"),*));
        &WORDS
    }};
}
pub(crate) use any_of;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_and_their_marks() {
        let list = any_of!["the", "a", "minister"];
        for word in ["the", "a", "minister"] {
            assert!(list.has(word) && list.may_have(mark_of(word)), "{word}");
        }
        assert!(!list.has("") && !list.may_have(mark_of("")));
        assert!(!list.has("tea"));
    }
}
