//! Tables of words: what is known of a word, found by hash.
//!
//! Most words of a text are looked up in a dozen tables. In wasm, comparing
//! two texts is a call and a loop over bytes: a sorted list or a tree does
//! that a dozen times a look-up, a hash table once, and only for a word that
//! it holds. The order of a table is never asked for, so that the hash need
//! not be kept secret or be the same for ever.
//!
//! Tables are made once and live as long as the program. So do their words,
//! which most tables have from the files that are compiled in.

/// What is known of each of some words.
#[derive(Debug)]
pub(crate) struct Table<V> {
    index: Index,
    values: Vec<V>,
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self { index: Index::default(), values: Vec::new() }
    }
}

impl<V> Table<V> {
    /// What is known of the word.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        self.values.get(self.index.find(word)?)
    }

    /// Whether the table has the word.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.index.find(word).is_some()
    }

    /// The place of the word among those of the table, in the order that they came.
    pub(crate) fn place(&self, word: &str) -> Option<usize> {
        self.index.find(word)
    }

    /// What is known of the word, to be added to; `new` if nothing is yet.
    pub(crate) fn entry(&mut self, word: &'static str, new: impl FnOnce() -> V) -> Option<&mut V> {
        let place = self.index.add(word);
        if place == self.values.len() {
            self.values.push(new());
        }
        self.values.get_mut(place)
    }
}

impl FromIterator<&'static str> for Table<()> {
    fn from_iter<I: IntoIterator<Item = &'static str>>(words: I) -> Self {
        let words = words.into_iter();
        let mut table = Self::default();
        table.index.grow(words.size_hint().0);
        for word in words {
            table.entry(word, || ());
        }
        table
    }
}

/// The words of a packed list: before each, how many bytes it shares with the
/// one before it, as a control character from 1, then the rest of it.
pub(crate) fn unpacked(list: &str) -> impl Iterator<Item = &'static str> {
    // All words in one text.
    let (mut text, mut ends) = (String::with_capacity(list.len() * 2), vec![0]);
    let (mut before, mut rest) = (0, list);
    while let Some(shared) = rest.bytes().next() {
        let packed = rest.get(1..).unwrap_or_default();
        let end = packed.bytes().position(|byte| byte < b' ').unwrap_or(packed.len());
        let Some((own, after)) = packed.split_at_checked(end) else { break };
        rest = after;
        let start = text.len();
        text.extend_from_within(before..before + usize::from(shared.saturating_sub(1)));
        text.push_str(own);
        before = start;
        ends.push(text.len());
    }
    let text: &'static str = text.leak();
    let words = ends.len() - 1;
    let word = move |at: usize| text.get(*ends.get(at)?..*ends.get(at + 1)?);
    (0..words).map(move |at| word(at).unwrap_or_default())
}

/// A slot that holds no word.
const EMPTY: u32 = u32::MAX;

/// The places of words, in the order that they came: open addressing with
/// linear steps, no more than half full.
#[derive(Debug, Default)]
struct Index {
    /// A word's hash and its place; as many as a power of two.
    slots: Vec<(u32, u32)>,
    words: Vec<&'static str>,
}

impl Index {
    fn find(&self, word: &str) -> Option<usize> {
        let (_, place) = self.slot(hash(word), word)?;
        (place != EMPTY).then_some(place as usize)
    }

    /// The slot of a word with this hash, and what it holds: its place, or
    /// [`EMPTY`] where the word would be put. Nothing while there is no slot.
    fn slot(&self, hash: u32, word: &str) -> Option<(usize, u32)> {
        let slots = self.slots.as_slice();
        let mask = slots.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        // Half of the slots are empty, so that this ends.
        while let Some(&(other, place)) = slots.get(at) {
            let is_it = || self.words.get(place as usize).is_some_and(|other| *other == word);
            if place == EMPTY || other == hash && is_it() {
                return Some((at, place));
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// The place of the word, which is added if it is new.
    fn add(&mut self, word: &'static str) -> usize {
        if (self.words.len() + 1) * 2 > self.slots.len() {
            // A table of a few words is not made anew with each of them.
            self.grow(self.words.len() * 2);
        }
        let hash = hash(word);
        match self.slot(hash, word) {
            Some((at, EMPTY)) => {
                let place = self.words.len();
                self.words.push(word);
                self.put(at, hash, place);
                place
            }
            // There are slots since the table grew.
            found => found.map_or(0, |(_, place)| place as usize),
        }
    }

    /// Makes room for so many words.
    fn grow(&mut self, count: usize) {
        let fewest = count.max(self.words.len() + 1) * 2;
        let before = std::mem::replace(&mut self.slots, vec![(0, EMPTY); fewest.next_power_of_two().max(16)]);
        let mask = self.slots.len() - 1;
        for (hash, place) in before.into_iter().filter(|(_, place)| *place != EMPTY) {
            let mut at = hash as usize & mask;
            while self.slots.get(at).is_some_and(|(_, place)| *place != EMPTY) {
                at = (at + 1) & mask;
            }
            self.put(at, hash, place as usize);
        }
    }

    fn put(&mut self, at: usize, hash: u32, place: usize) {
        // A table of 2³² words does not fit into a program.
        if let (Some(slot), Ok(place)) = (self.slots.get_mut(at), u32::try_from(place)) {
            *slot = (hash, place);
        }
    }
}

/// FNV-1a, 32 bits (Fowler, Noll, Vo), its high bits folded into the low ones.
fn hash(word: &str) -> u32 {
    // A plain loop: for size, the compiler would call a closure for each byte.
    let mut hash = 0x811c_9dc5_u32;
    for &byte in word.as_bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_empty_table_knows_nothing() {
        assert!(!Table::<()>::default().contains("word"));
    }

    #[test]
    fn a_packed_list_has_the_ends_of_its_words() {
        let words: Vec<&str> = unpacked("\u{1}élan\u{4}lite\u{1}no\u{3}te\u{1}").collect();
        assert_eq!(words, ["élan", "éllite", "no", "note", ""]);
    }

    proptest! {
        #[test]
        fn a_table_knows_what_a_map_knows(words in prop::collection::vec("[a-d]{0,4}", 0..200), others in prop::collection::vec("[a-e]{0,4}", 50)) {
            let mut table = Table::default();
            let mut map = std::collections::BTreeMap::new();
            for word in &words {
                *table.entry(word.clone().leak(), || 0).unwrap() += 1;
                *map.entry(word.as_str()).or_insert(0) += 1;
            }
            for word in words.iter().chain(&others) {
                prop_assert_eq!(table.get(word), map.get(word.as_str()));
            }
        }
    }
}
