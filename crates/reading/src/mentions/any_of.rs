//! Words that a token is compared with: is it one of these?
//!
//! Rules ask this of nearly every word, and nearly always the answer is no. A
//! token has a mark, one bit of 64 that its length, its first and its last
//! letter choose, and a list has the marks of its words: a word whose mark the
//! list has not is not in it, and no more need be looked at (Bloom, *Space/Time
//! Trade-offs in Hash Coding with Allowable Errors*, 1970).

/// Words in lower case.
#[derive(Debug)]
pub struct AnyOf {
    marks: u64,
    words: &'static [&'static str],
}

impl AnyOf {
    /// The list of these words.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut marks = 0;
        let mut at = 0;
        while at < words.len() {
            marks |= mark_of(words[at]);
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
        let first = word.as_bytes().first();
        self.words
            .iter()
            .position(|other| other.len() == word.len() && other.as_bytes().first() == first && *other == word)
    }
}

/// The mark of a word: one bit, or none for no word.
pub(super) const fn mark_of(word: &str) -> u64 {
    let bytes = word.as_bytes();
    if bytes.is_empty() {
        return 0;
    }
    // Odd factors, so that each of the three reaches every bit.
    let (first, last) = (bytes[0] as usize, bytes[bytes.len() - 1] as usize);
    1 << ((first + last * 5 + bytes.len() * 15) % u64::BITS as usize)
}

/// The list of these words, made when the program is.
macro_rules! any_of {
    [$($word:literal),* $(,)?] => {{
        const WORDS: $crate::mentions::any_of::AnyOf = $crate::mentions::any_of::AnyOf::new(&[$($word),*]);
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
