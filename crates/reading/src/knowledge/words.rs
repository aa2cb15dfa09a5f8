//! Lists of words: given names, surnames, common words.

use std::sync::LazyLock;

static GIVEN: LazyLock<Vec<&'static str>> = LazyLock::new(|| sorted(include_str!("../../data/given-names.txt")));
static SURNAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| sorted(include_str!("../../data/surnames.txt")));
static COMMON: LazyLock<Vec<&'static str>> = LazyLock::new(|| sorted(include_str!("../../data/common-words.txt")));

fn sorted(file: &'static str) -> Vec<&'static str> {
    let mut words: Vec<&str> = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    words.sort_unstable();
    words
}

/// Whether `word`, folded to ASCII and written with a capital, is a given name.
pub fn is_given_name(word: &str) -> bool {
    GIVEN.binary_search(&word).is_ok()
}

/// Whether `word`, folded to ASCII and written with a capital, is a common
/// surname.
pub fn is_surname(word: &str) -> bool {
    SURNAMES.binary_search(&word).is_ok()
}

/// Whether `word`, in lower case, is a word of ordinary English text, so that
/// a capital at a sentence's start says nothing.
pub fn is_common_word(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_know_their_words() {
        assert!(is_given_name("Olga") && !is_given_name("Table"));
        assert!(is_surname("Johansson"));
        assert!(is_common_word("police") && !is_common_word("johansson"));
    }
}
