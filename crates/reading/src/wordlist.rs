//! Lists of words, for a quick look-up.
//!
//! A word of up to sixteen bytes is kept as one number, its bytes from the
//! left, so that comparing two words is comparing two numbers, and their order
//! is that of the words.

/// The longest word of a list, in bytes.
const LONGEST: usize = 16;

/// A list of words: the numbers of small-letter words, in order.
pub(crate) type Wordlist = &'static [u128];

/// The numbers of the words, which stand in order.
pub(crate) const fn wordlist<const N: usize>(words: [&str; N]) -> [u128; N] {
    let mut list = [0; N];
    let mut index = 0;
    while index < N {
        list[index] = number_of(words[index]);
        assert!(index == 0 || list[index - 1] < list[index], "the words are not in order");
        index += 1;
    }
    list
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

/// Whether the list holds the word, read without regard to ASCII case.
pub(crate) fn is_one_of(list: Wordlist, word: &str) -> bool {
    number(word).is_some_and(|number| list.binary_search(&number).is_ok())
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
