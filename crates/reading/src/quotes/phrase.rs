//! Whether words are a noun phrase that can stand as a speaker.

use super::words::{CLAUSE_OPENERS, PHRASE_ENDERS, PREPOSITIONS, is_saying_verb};
use crate::text::is_capitalised;
use crate::wordlist::{Wordlist, is_one_of, wordlist};

/// Longer ones are clauses.
const MOST_WORDS: usize = 14;

/// Words that no noun phrase has before its relative clause: finite verbs, and
/// pronouns that are subjects of their own.
#[rustfmt::skip]
const OF_CLAUSES: Wordlist = &wordlist([
    "am", "are", "be", "been", "being", "can", "could", "did", "do", "does", "had", "has", "have", "he", "i", "is",
    "it", "may", "might", "must", "not", "she", "should", "there", "they", "was", "we", "were", "what", "will",
    "would", "you",
]);

/// Words that need a noun after them.
#[rustfmt::skip]
const INCOMPLETE: Wordlist = &wordlist([
    "a", "all", "an", "another", "any", "both", "each", "every", "few", "former", "her", "his", "its", "less", "many",
    "more", "most", "my", "no", "one", "other", "our", "several", "some", "such", "that", "the", "their", "these",
    "this", "those", "your",
]);

/// Whether the words can stand as a speaker: `the mayor of Delft`, and neither
/// `the mayor was`, `in media`, `over what it` nor `the`.
pub(crate) fn is_noun_phrase(words: &str) -> bool {
    let mut last = "";
    let mut count = 0;
    for word in words.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '’')) {
        // What follows is told of it.
        if count > 0 && matches!(word, "who" | "which" | "whose" | "that") {
            break;
        }
        let small = !is_capitalised(word);
        let begins_amiss = count == 0
            && (is_one_of(PREPOSITIONS, word) || is_one_of(CLAUSE_OPENERS, word) || word.ends_with("ing") && small);
        if begins_amiss
            || is_one_of(OF_CLAUSES, word) && (small || count == 0 && !matches!(word, "Can" | "Do" | "May" | "Will"))
            || small && is_saying_verb(word)
        {
            return false;
        }
        (last, count) = (word, count + 1);
    }
    let alone = count == 1 && last.ends_with("ly");
    // `a copy of the filing obtained`
    let told = count > 3 && last.ends_with("ed") && !is_capitalised(last);
    let ends = !(is_one_of(INCOMPLETE, last) || is_one_of(PREPOSITIONS, last) || is_one_of(PHRASE_ENDERS, last));
    (1..=MOST_WORDS).contains(&count) && ends && !alone && !told && !last.ends_with('’')
}

/// The words that name a speaker, as far as they can stand by themselves: a
/// pronoun names nobody but `he`, `she` and `they`.
pub(crate) fn as_speaker(words: &str) -> Option<&str> {
    let is_pronoun = ["he", "she", "they"].iter().any(|pronoun| words.eq_ignore_ascii_case(pronoun));
    (is_pronoun || is_noun_phrase(words)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speaker_is_a_noun_phrase() {
        for words in [
            "the mayor of Delft",
            "Ada Berg",
            "police",
            "a teacher who had left",
            "The 37-year-old",
            "officials at Acme",
            "Will Berg",
            "one witness",
            "the accused",
            "one of the survivors",
        ] {
            assert!(is_noun_phrase(words), "{words}");
        }
        for words in [
            "the mayor was",
            "in media",
            "a protest over what it",
            "the",
            "More",
            "it",
            "taking part in what Ada Berg",
            "his council have closed bridges",
            "Ada’",
            "police have been",
            "a copy of the letter obtained",
            "Sadly",
            "calls for",
        ] {
            assert!(!is_noun_phrase(words), "{words}");
        }
        assert_eq!((as_speaker("She"), as_speaker("we")), (Some("She"), None));
    }
}
