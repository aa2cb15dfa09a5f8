//! Lists of words, for a quick look-up.
//!
//! A word of up to sixteen bytes is kept as one number, its bytes from the
//! left, so that comparing two words is comparing two numbers, and their order
//! is that of the words.

/// The longest word of a list, in bytes.
const LONGEST: usize = 16;

/// A list of words.
pub(crate) type Wordlist = &'static List<[u128]>;

/// The numbers of small-letter words, in order.
#[derive(Debug)]
pub(crate) struct List<Numbers: ?Sized> {
    /// Which lengths the words with each first letter have, a bit each: most
    /// words that are asked for are of another, and are no further looked for.
    /// The last is for words that begin otherwise.
    lengths: [u16; FIRST_LETTERS],
    numbers: Numbers,
}

/// `a` to `z`, and what is none of them.
const FIRST_LETTERS: usize = 27;

/// The place of a first letter, without regard to case.
const fn first_letter(byte: u8) -> usize {
    let letter = byte.to_ascii_lowercase();
    if letter.is_ascii_lowercase() { (letter - b'a') as usize } else { FIRST_LETTERS - 1 }
}

/// The list of the words, which stand in order.
pub(crate) const fn wordlist<const N: usize>(words: [&str; N]) -> List<[u128; N]> {
    let mut numbers = [0; N];
    let mut lengths = [0; FIRST_LETTERS];
    let mut index = 0;
    while index < N {
        let word = words[index];
        numbers[index] = number_of(word);
        lengths[first_letter(word.as_bytes()[0])] |= 1 << (word.len() - 1);
        assert!(index == 0 || numbers[index - 1] < numbers[index], "the words are not in order");
        index += 1;
    }
    List { lengths, numbers }
}

/// The number of a small-letter word.
pub(crate) const fn number_of(word: &str) -> u128 {
    let bytes = word.as_bytes();
    assert!(bytes.len() <= LONGEST, "the word is too long for a list");
    let mut number = 0;
    let mut index = 0;
    while index < LONGEST {
        number = (number << 8) | if index < bytes.len() { bytes[index] as u128 } else { 0 };
        index += 1;
    }
    number
}

/// The number of the first of small-letter words.
pub(crate) const fn number_of_first(words: &str) -> u128 {
    let bytes = words.as_bytes();
    let (mut number, mut index, mut inside) = (0, 0, true);
    while index < LONGEST {
        inside = inside && index < bytes.len() && bytes[index] != b' ';
        number = (number << 8) | if inside { bytes[index] as u128 } else { 0 };
        index += 1;
    }
    assert!(!inside || bytes.len() == LONGEST, "the word is too long for a list");
    number
}

/// The number of a word, read without regard to ASCII case; nothing for one
/// that is too long for a list.
pub(crate) fn number(word: &str) -> Option<u128> {
    if word.len() > LONGEST {
        return None;
    }
    let mut bytes = [0; LONGEST];
    for (to, from) in bytes.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    Some(u128::from_be_bytes(bytes))
}

/// The place of a word in a list, read without regard to ASCII case.
pub(crate) fn place_in(list: Wordlist, word: &str) -> Option<usize> {
    let lengths = list.lengths.get(first_letter(*word.as_bytes().first()?))?;
    if word.len() > LONGEST || lengths >> (word.len() - 1) & 1 == 0 {
        return None;
    }
    list.numbers.binary_search(&number(word)?).ok()
}

/// Whether the list holds the word, read without regard to ASCII case.
pub(crate) fn is_one_of(list: Wordlist, word: &str) -> bool {
    place_in(list, word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRUIT: Wordlist = &wordlist(["apple", "apples", "pear", "élan"]);

    #[test]
    fn words_are_found_without_regard_to_case() {
        for word in ["apple", "Apples", "PEAR", "élan"] {
            assert!(is_one_of(FRUIT, word), "{word}");
        }
        for word in ["", "appl", "applesauce", "a word that is far too long for the list"] {
            assert!(!is_one_of(FRUIT, word), "{word}");
        }
    }
}
