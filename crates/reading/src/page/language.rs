//! Which language and script a text is in.

/// Function words of English. They make up about half of its running text.
const ENGLISH: &[&str] =
    &["a", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "that", "the", "to", "was", "will", "with"];

/// One in this many words of an English text, at least, is one of [`ENGLISH`].
const ONE_IN: usize = 8;

/// Fewer words show nothing.
const FEWEST_WORDS: usize = 12;

/// Letters that Kazakh has and Russian has not.
const KAZAKH: &[char] = &['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і'];

/// A script, as far as it parts a line from its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Other,
}

/// The script of most of the text's letters; nothing where it has none.
pub(super) fn script(text: &str) -> Option<Script> {
    let (mut latin, mut cyrillic, mut other) = (0_usize, 0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' => latin += 1,
            '\u{400}'..='\u{52f}' => cyrillic += 1,
            _ => other += 1,
        }
    }
    let most = latin.max(cyrillic).max(other);
    if most == 0 {
        None
    } else if most == latin {
        Some(Script::Latin)
    } else if most == cyrillic {
        Some(Script::Cyrillic)
    } else {
        Some(Script::Other)
    }
}

/// The language of a text, as a BCP 47 tag, where it can be told.
pub(super) fn language(text: &str) -> Option<String> {
    let tag = match script(text)? {
        Script::Cyrillic => {
            if text.to_lowercase().contains(KAZAKH) {
                "kk"
            } else {
                "ru"
            }
        }
        Script::Latin => {
            let (mut words, mut english) = (0_usize, 0_usize);
            for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
                words += 1;
                english += usize::from(ENGLISH.contains(&word.to_ascii_lowercase().as_str()));
            }
            if words >= FEWEST_WORDS && english * ONE_IN < words {
                return None;
            }
            "en"
        }
        Script::Other => return None,
    };
    Some(tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        assert_eq!(language("The mayor of Delft spoke to the press in the old hall on Friday.").as_deref(), Some("en"));
        assert_eq!(language("Мэр города выступил перед прессой.").as_deref(), Some("ru"));
        assert_eq!(language("Қала әкімі баспасөзге сөйледі.").as_deref(), Some("kk"));
        assert_eq!(
            language("Der Bürgermeister sprach gestern vor der Presse über die alte Brücke und ihre neue Zukunft."),
            None
        );
    }
}
