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

/// For each given name, in the order of their table, whether only women bear it
/// (`f`), only men (`m`), or both or nobody knows (a space).
const BEARERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/given-names.marks"));

/// Whether a person is a woman or a man, as far as a name or a title tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// She.
    Woman,
    /// He.
    Man,
}

/// Who bears a given name, folded to ASCII and written with a capital; nothing
/// where women and men do, or nobody knows.
pub fn bearer_of(name: &str) -> Option<Gender> {
    match BEARERS.get(GIVEN.place(name)?)? {
        b'f' => Some(Gender::Woman),
        b'm' => Some(Gender::Man),
        _ => None,
    }
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
        assert_eq!((bearer_of("Olga"), bearer_of("Alan")), (Some(Gender::Woman), Some(Gender::Man)));
        assert_eq!((bearer_of("Andrea"), bearer_of("Table")), (None, None));
        assert!(is_surname("Johansson"));
        assert!(is_common_word("police") && !is_common_word("johansson"));
    }
}
