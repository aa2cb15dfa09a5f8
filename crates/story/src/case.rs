//! Small and capital letters of the scripts that names in English news are written in: Latin,
//! Greek, Cyrillic, Armenian. Unicode's own tables for all scripts would cost each wasm module
//! some five kilobytes; a letter that is not covered here stays as it is.

/// What a text is in the other case.
pub trait Case {
    /// All of it in small letters.
    fn to_small(&self) -> String;
}

impl Case for str {
    fn to_small(&self) -> String {
        self.chars().map(small).collect()
    }
}

/// How far apart capitals and small letters are that alternate: `Ā`, `ā`.
const NEXT: u32 = 1;

/// How far a capital is from its small letter, where [`small`] knows both.
const DISTANCES: [u32; 7] = [NEXT, 0x20, 0x50, 0x30, 37, 63, 202];

/// The small letter of a capital; anything else as it is.
pub fn small(c: char) -> char {
    let code = c as u32;
    let is_even = code.is_multiple_of(2);
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 0x20,
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ș'..='ț' | '\u{1e00}'..='\u{1e95}' | '\u{1ea0}'..='\u{1eff}'
            if is_even =>
        {
            NEXT
        }
        '\u{460}'..='\u{481}' | '\u{48a}'..='\u{4bf}' | '\u{4d0}'..='\u{52f}' if is_even => NEXT,
        'Ĺ'..='ň' | 'Ź'..='ž' | '\u{1cd}'..='\u{1dc}' | '\u{4c1}'..='\u{4ce}' if !is_even => NEXT,
        'Ơ' | 'Ư' => NEXT,
        'Ə' => 202,
        'Έ'..='Ί' => 37,
        'Ύ' | 'Ώ' => 63,
        '\u{400}'..='\u{40f}' => 0x50,
        '\u{531}'..='\u{556}' => 0x30,
        'Ÿ' => return 'ÿ',
        'Ά' => return 'ά',
        'Ό' => return 'ό',
        _ => return c,
    };
    char::from_u32(code + distance).unwrap_or(c)
}

/// The capital of a small letter; anything else as it is.
pub fn capital(c: char) -> char {
    let before = |distance: u32| (c as u32).checked_sub(distance).and_then(char::from_u32);
    DISTANCES.into_iter().filter_map(before).find(|&other| other != c && small(other) == c).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Unicode says, where that is one letter.
    fn single(mut letters: impl Iterator<Item = char>) -> Option<char> {
        letters.next().filter(|_| letters.next().is_none())
    }

    #[test]
    fn what_is_made_small_or_capital_is_as_unicode_has_it() {
        for c in (0..=0xffff).filter_map(char::from_u32) {
            if small(c) != c {
                assert_eq!(Some(small(c)), single(c.to_lowercase()), "{c}");
            }
            if capital(c) != c {
                assert_eq!(Some(capital(c)), single(c.to_uppercase()), "{c}");
            }
        }
    }

    #[test]
    fn letters_of_names_are_covered() {
        let names = "ÅNGSTRÖM ŁÓDŹ ŽIŽKA ȘTEFAN ƏLİYEV ШЕВЧЕНКО ЄВГЕН ҚАЗАҚСТАН ΑΘΉΝΑ NGUYỄN ĐỨC ĶEGUMS ÇELİK ԵՐԵՒԱՆ";
        let without_dots = names.replace('İ', "I");
        assert_eq!(without_dots.to_small(), without_dots.to_lowercase());
        let small: String = without_dots.to_lowercase();
        assert_eq!(small.chars().map(capital).collect::<String>(), without_dots);
    }
}
