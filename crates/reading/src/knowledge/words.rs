//! Lists of words: given names, surnames, common words.

use std::sync::LazyLock;

use crate::table::Table;

static GIVEN: LazyLock<Table<()>> = LazyLock::new(|| table(include_str!("../../data/given-names.txt")));
static SURNAMES: LazyLock<Table<()>> = LazyLock::new(|| table(include_str!("../../data/surnames.txt")));
static COMMON: LazyLock<Table<()>> = LazyLock::new(|| table(include_str!("../../data/common-words.txt")));

fn table(file: &'static str) -> Table<()> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
}

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
