//! Words as a reader types them: without case and accents.
//!
//! The tables cover the scripts that news in European languages, Russian and
//! Kazakh are written in. Unicode's own tables would cost the widget some ten
//! kilobytes; what is not covered here is compared as it is.

/// Base letters of U+00C0–U+017F (Latin-1 and Latin Extended-A); `?` where
/// there is none. After the decompositions of the Unicode Character Database.
const LATIN: &[u8; 192] = b"aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+01CD–U+0233, a part of Latin Extended-B.
const LATIN_B: &[u8; 103] =
    b"aaiioouuuuuuuuuu?aaaa????ggkkoooo??j???gg??nnaa??ooaaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy";

/// Base letters of U+1E00–U+1EFF (Latin Extended Additional: Vietnamese and
/// transcriptions).
const LATIN_MORE: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

/// Adds `c` without case and accent to `into`: one letter, two (`ß`), or none
/// (an accent that stands alone).
pub(crate) fn fold(c: char, into: &mut String) {
    let two = match c {
        'Æ' | 'æ' | 'Ǽ' | 'ǽ' => "ae",
        'Œ' | 'œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'Þ' | 'þ' => "th",
        'Ĳ' | 'ĳ' => "ij",
        _ if is_accent(c) => "",
        _ => {
            into.push(one(c));
            return;
        }
    };
    into.push_str(two);
}

/// Whether `c` is a combining mark of the kind that letters with accents
/// decompose into.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn one(c: char) -> char {
    let code = c as u32;
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'Ơ' | 'ơ' => 'o',
        'Ư' | 'ư' => 'u',
        'Ə' | 'ə' => 'e',
        '\u{c0}'..='\u{17f}' => based(LATIN, code - 0xc0, c),
        '\u{1cd}'..='\u{233}' => based(LATIN_B, code - 0x1cd, c),
        '\u{1e00}'..='\u{1eff}' => based(LATIN_MORE, code - 0x1e00, c),
        '\u{400}'..='\u{52f}' => cyrillic(c),
        'Ά' | 'ά' => 'α',
        'Έ' | 'έ' => 'ε',
        'Ή' | 'ή' => 'η',
        'Ί' | 'ί' => 'ι',
        'Ό' | 'ό' => 'ο',
        'Ύ' | 'ύ' => 'υ',
        'Ώ' | 'ώ' => 'ω',
        'ς' => 'σ',
        'Α'..='Ω' => shifted(c, 0x20),
        // Armenian.
        '\u{531}'..='\u{556}' => shifted(c, 0x30),
        _ => c,
    }
}

fn based(table: &[u8], at: u32, c: char) -> char {
    let base = usize::try_from(at).ok().and_then(|at| table.get(at)).copied();
    base.filter(|&base| base != b'?').map_or(c, char::from)
}

fn shifted(c: char, by: u32) -> char {
    char::from_u32(c as u32 + by).unwrap_or(c)
}

/// Lower case, then the letter that a Russian keyboard has for it: who has no
/// Kazakh or Ukrainian letters types those.
fn cyrillic(c: char) -> char {
    let is_even = (c as u32).is_multiple_of(2);
    let lower = match c {
        '\u{400}'..='\u{40f}' => shifted(c, 0x50),
        '\u{410}'..='\u{42f}' => shifted(c, 0x20),
        '\u{460}'..='\u{481}' | '\u{48a}'..='\u{4bf}' | '\u{4d0}'..='\u{52f}' if is_even => shifted(c, 1),
        '\u{4c1}'..='\u{4ce}' if !is_even => shifted(c, 1),
        _ => c,
    };
    match lower {
        'ё' | 'є' | 'ѐ' => 'е',
        'й' | 'і' | 'ї' | 'ѝ' => 'и',
        'ў' | 'ұ' | 'ү' => 'у',
        'ґ' | 'ғ' => 'г',
        'қ' | 'ќ' => 'к',
        'ң' => 'н',
        'ә' => 'а',
        'ө' => 'о',
        'һ' => 'х',
        _ => lower,
    }
}

/// Calls `with` for each word of `text`: where it begins and ends, in Unicode
/// scalar values, and the word folded.
///
/// A word is a run of letters and digits. Where a script writes no spaces
/// (Chinese, Japanese), each letter is a word.
pub(crate) fn words(text: &str, with: &mut dyn FnMut(usize, usize, &str)) {
    let mut folded = String::new();
    let mut start = 0;
    let mut at = 0;
    for c in text.chars() {
        let stands_alone = matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
        let belongs = c.is_alphanumeric() || is_accent(c);
        if (stands_alone || !belongs) && !folded.is_empty() {
            with(start, at, &folded);
            folded.clear();
        }
        if belongs {
            if folded.is_empty() {
                start = at;
            }
            fold(c, &mut folded);
        }
        at += 1;
        if stands_alone && !folded.is_empty() {
            with(start, at, &folded);
            folded.clear();
        }
    }
    if !folded.is_empty() {
        with(start, at, &folded);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        words(text, &mut |_, _, word| all.push(word.to_owned()));
        all
    }

    #[test]
    fn case_and_accents_do_not_count() {
        assert_eq!(
            folded("Ærøskøbing, ÉCOLE Straße Škoda Nguyễn"),
            ["aeroskobing", "ecole", "strasse", "skoda", "nguyen"]
        );
        assert_eq!(folded("e\u{301}cole"), ["ecole"], "nor does the way that an accent is written");
        assert_eq!(folded("ΑΘΉΝΑ Ἀ"), ["αθηνα", "Ἀ"], "what no table has stays as it is");
    }

    #[test]
    fn cyrillic_is_typed_on_any_keyboard() {
        assert_eq!(folded("Ёлка ЕЛКА"), ["елка", "елка"]);
        assert_eq!(folded("Қазақстан Ғылым әңгіме Ұлы Һ"), ["казакстан", "гылым", "ангиме", "улы", "х"]);
        assert_eq!(folded("Київ Љ"), ["киив", "љ"]);
    }

    #[test]
    fn a_word_is_a_run_of_letters_and_digits() {
        assert_eq!(folded("O’Brien's 30,000 — G20!"), ["o", "brien", "s", "30", "000", "g20"]);
        assert_eq!(folded(" … "), [""; 0]);
    }

    #[test]
    fn where_no_spaces_are_written_each_letter_is_a_word() {
        assert_eq!(folded("在Delft开"), ["在", "delft", "开"]);
    }

    #[test]
    fn places_are_counted_in_scalar_values() {
        let mut places = Vec::new();
        words("«Ёлка» — да", &mut |start, end, _| places.push((start, end)));
        assert_eq!(places, [(1, 5), (9, 11)]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = folded(&text).join(" ");
            prop_assert_eq!(folded(&once).join(" "), once);
        }

        #[test]
        fn lower_case_folds_like_upper_case_in_latin_and_cyrillic(text in "[A-Za-zÀ-ÖØ-öА-Яа-яЁёҚқҒғӘәҢңӨөҰұҮүҺһІі ]*") {
            prop_assert_eq!(folded(&text.to_uppercase()), folded(&text.to_lowercase()));
        }
    }
}
