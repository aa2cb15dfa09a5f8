//! Lists of words: given names, surnames, common words.

use std::sync::LazyLock;

use crate::table::{Table, unpacked};

/// A file of `data`, packed by the build script.
macro_rules! words {
    ($file:literal) => {
        LazyLock::new(|| unpacked(include_str!(concat!(env!("OUT_DIR"), "/", $file))).collect())
    };
}

static GIVEN: LazyLock<Table<()>> = words!("given-names.txt");
static SURNAMES: LazyLock<Table<()>> = words!("surnames.txt");
static COMMON: LazyLock<Table<()>> = words!("common-words.txt");

/// Whether `word`, folded to ASCII and written with a capital, is a given name.
pub fn is_given_name(word: &str) -> bool {
    GIVEN.contains(word)
}

/// Whether `word`, folded to ASCII and written with a capital, is a common
/// surname.
pub fn is_surname(word: &str) -> bool {
    SURNAMES.contains(word)
}

/// Whether `word`, in lower case, is a word of ordinary English text, so that
/// a capital at a sentence's start says nothing.
pub fn is_common_word(word: &str) -> bool {
    COMMON.contains(word)
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
