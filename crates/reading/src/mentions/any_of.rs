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
    words: &'static [u8],
}

impl AnyOf {
    /// The list of packed words.
    pub const fn new(words: &'static [u8]) -> Self {
        let mut marks = 0;
        let mut at = 0;
        while at < words.len() {
            let (start, end) = (at + 1, at + 1 + words[at] as usize);
            marks |= mark(words, start, end);
            at = end;
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
        let mut rest = self.words;
        let mut place = 0;
        while let Some((&length, words)) = rest.split_first() {
            let (other, more) = words.split_at_checked(usize::from(length))?;
            if other == word.as_bytes() {
                return Some(place);
            }
            (rest, place) = (more, place + 1);
        }
        None
    }
}

/// How many bytes the words take when they are packed.
pub const fn packed_length(words: &[&str]) -> usize {
    let mut length = 0;
    let mut index = 0;
    while index < words.len() {
        length += 1 + words[index].len();
        index += 1;
    }
    length
}

/// The words behind each other, each after its length: a list of pointers to them would be
/// larger than they are.
///
/// # Panics
///
/// At compile time, for a word of more than 255 bytes.
#[expect(clippy::cast_possible_truncation, reason = "no word is that long, which is asserted")]
pub const fn packed<const LENGTH: usize>(words: &[&str]) -> [u8; LENGTH] {
    let mut packed = [0; LENGTH];
    let (mut index, mut at) = (0, 0);
    while index < words.len() {
        let word = words[index].as_bytes();
        assert!(word.len() <= u8::MAX as usize, "the word is too long for a list");
        packed[at] = word.len() as u8;
        at += 1;
        let mut letter = 0;
        while letter < word.len() {
            packed[at] = word[letter];
            (at, letter) = (at + 1, letter + 1);
        }
        index += 1;
    }
    packed
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
        use $crate::mentions::any_of::{AnyOf as List, packed, packed_length};
        const WORDS: &[&str] = &[$($word),*];
        const LIST: List = List::new(&packed::<{ packed_length(WORDS) }>(WORDS));
        &LIST
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
