//! Which language and script a text is in.

use crate::text::{is_of_word, runs};
use story::case::Case;

/// Function words of English. They make up about half of its running text.
const ENGLISH: &[&str] =
    &["a", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "that", "the", "to", "was", "will", "with"];

/// One in this many words of an English text, at least, is one of [`ENGLISH`].
const ONE_IN: usize = 8;

/// Fewer words show nothing.
const FEWEST_WORDS: usize = 12;

/// The tag of a language that could not be told.
const UNDETERMINED: &str = "und";

/// So many words show enough.
const MOST_WORDS: usize = 150;

/// The longest of [`ENGLISH`], in bytes.
const LONGEST_FUNCTION_WORD: usize = 4;

/// Letters that Kazakh has and Russian has not.
const KAZAKH: &[char] = &['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і'];

/// A script, as far as it parts a line from its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Other,
}

/// The language of the texts of an article in `script`, as a BCP 47 tag, where it
/// has words; `und` where the language could not be told.
pub(super) fn language<'t>(texts: impl Iterator<Item = &'t str> + Clone, script: Option<Script>) -> Option<String> {
    let tag = match script? {
        Script::Cyrillic => {
            if texts.clone().any(|text| text.to_small().contains(KAZAKH)) {
                "kk"
            } else {
                "ru"
            }
        }
        Script::Latin => {
            let (mut words, mut english) = (0_usize, 0_usize);
            let all = texts.flat_map(|text| runs(text, |c| is_of_word(c) && c.is_alphabetic()));
            for (_, word) in all.take(MOST_WORDS) {
                words += 1;
                let short = word.len() <= LONGEST_FUNCTION_WORD;
                english += usize::from(short && ENGLISH.iter().any(|entry| entry.eq_ignore_ascii_case(word)));
            }
            if words >= FEWEST_WORDS && english * ONE_IN < words { UNDETERMINED } else { "en" }
        }
        Script::Other => UNDETERMINED,
    };
    Some(tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        language([text].into_iter(), crate::page::shape::Shape::of(text).script())
    }

    #[test]
    fn languages_are_told_apart() {
        assert_eq!(of("The mayor of Delft spoke to the press in the old hall on Friday.").as_deref(), Some("en"));
        assert_eq!(of("Мэр города выступил перед прессой.").as_deref(), Some("ru"));
        assert_eq!(of("Қала әкімі баспасөзге сөйледі.").as_deref(), Some("kk"));
        assert_eq!(
            of("Der Bürgermeister sprach gestern vor der Presse über die alte Brücke und ihre neue Zukunft.")
                .as_deref(),
            Some("und")
        );
    }
}
