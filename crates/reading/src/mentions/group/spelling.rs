//! One name in the several ways in which it is put into Latin letters.

use crate::knowledge::fold;
use story::case::Case;

/// The Arabic article, as it is put before a surname.
const ARTICLES: [&str; 4] = ["al-", "Al-", "el-", "El-"];

/// What all spellings of a name have in common, for comparison alone: `Sergei` and
/// `Sergey`, `Aleksandr` and `Alexander`, `Roveskyy` and `Roveski`, `Mahmoud` and
/// `Mahmud`, `al-Zand` and `Zand`.
///
/// After the tables of romanisation in use for Russian, Ukrainian and Kazakh (ISO 9,
/// BGN/PCGN, of passports) and for Arabic, as far as they differ in what newspapers
/// print. `Smyth` is not `Smith`: a `y` between consonants stays.
pub(crate) fn spelling(name: &str) -> String {
    let name = ARTICLES.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    let name = fold(name).to_small();
    let letters: Vec<char> = name.chars().collect();
    let mut common = String::with_capacity(name.len());
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
        let after = letters.get(at + 1).copied();
        let written = match letter {
            // `Yelena`, `Tokayev`
            'y' if after == Some('e') && before.is_none_or(is_vowel) => continue,
            'y' | 'j' if before.is_none_or(is_vowel) || after.is_none_or(is_vowel) => 'i',
            'k' if after == Some('s') => 'x',
            's' if before == Some('k') => continue,
            'h' if before == Some('k') => {
                common.pop();
                'h'
            }
            'o' if after == Some('u') => continue,
            // `Alexander`
            'e' if after == Some('r') && at + 2 == letters.len() && before.is_some_and(|c| !is_vowel(c)) => continue,
            letter => letter,
        };
        if is_vowel(written) && written != 'i' || !common.ends_with(written) {
            common.push(written);
        }
    }
    common
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || !letter.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::spelling;

    #[test]
    fn one_name_has_several_spellings() {
        for names in [
            &["Sergei", "Sergey", "Sergej"][..],
            &["Dmitry", "Dmitri", "Dmitriy", "Dmitrii"],
            &["Aleksandr", "Alexandr", "Alexander"],
            &["Aleksey", "Alexei", "Alexey"],
            &["Yuri", "Yury", "Yuriy", "Iurii"],
            &["Yelena", "Elena"],
            &["Yulia", "Julia", "Yuliya"],
            &["Mikhail", "Mihail"],
            &["Orvayev", "Orvaev"],
            &["Roveskiy", "Roveskyy", "Roveski", "Rovesky"],
            &["Mahmoud", "Mahmud"],
            &["Mohamed", "Mohammed"],
            &["al-Zand", "Zand"],
            &["Phillip", "Philip"],
        ] {
            let mut spellings: Vec<String> = names.iter().map(|name| spelling(name)).collect();
            spellings.dedup();
            assert_eq!(spellings.len(), 1, "{names:?}: {spellings:?}");
        }
    }

    #[test]
    fn other_names_stay_apart() {
        for (one, other) in [("Smyth", "Smith"), ("Lee", "Le"), ("Hassan", "Hussein"), ("Roven", "Rovesky")] {
            assert_ne!(spelling(one), spelling(other));
        }
    }
}
