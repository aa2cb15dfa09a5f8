//! What a capital says: where nearly every word has one, nothing.

use crate::document::Document;
use crate::knowledge::{is_common_word, is_no_name_alone};
use crate::mentions::any_of::{AnyOf, any_of};
use crate::mentions::tokens::{Token, Tokens};
use crate::sorted::Set;
use crate::text::is_longer;

use super::JOINING;
use super::words::is_closed_class;

/// Ordinary words that stand alone with a capital after one in small letters,
/// `analysts at Shell`; and words of a closed class with the one behind them, `from
/// First Acme`.
pub(super) fn words_that_name(document: &Document, tokens: &Tokens<'_>) -> Set<String> {
    let mut naming = Set::new();
    for sentence in 0..document.sentences.len() {
        let range = tokens.of_sentence(sentence);
        let mut last_is_small = false;
        let mut shouts = None;
        for i in range.clone() {
            let Some(token) = tokens.get(i) else { continue };
            let follows_small = last_is_small && token.is_capitalised();
            last_is_small = token.is_word() && !token.is_capitalised();
            let next = tokens.get(i + 1).filter(|next| next.is_capitalised());
            let is_closed = is_closed_class(&token.lower);
            let names = match next {
                Some(_) => is_closed && !token.is_any(any_of!["a", "an", "the"]),
                None => !is_closed && is_common_word(&token.lower) && !is_no_name_alone(&token.lower),
            };
            if follows_small && names && !*shouts.get_or_insert_with(|| is_in_capitals(tokens, range.clone())) {
                naming.insert(next.map_or_else(|| token.word.to_string(), |next| pair(token, next)));
            }
        }
    }
    naming
}

/// Words that open a sentence, and that the article has in small letters elsewhere and
/// nowhere else with a capital: `Bribery charges`.
pub(super) fn only_openings<'t>(document: &Document, tokens: &'t Tokens<'_>) -> Set<&'t str> {
    let first = |sentence: usize| {
        let i = tokens.of_sentence(sentence).start;
        let word = tokens.get(i).filter(|token| token.is_capitalised() && !is_common_word(&token.lower))?;
        tokens.get(i + 1).filter(|next| next.is_word() && !next.is_capitalised())?;
        Some(&*word.lower)
    };
    let openings: Set<&str> = (0..document.sentences.len()).filter_map(first).collect();
    let (mut small, mut named) = (Set::new(), Set::new());
    let mut before = None;
    for token in tokens.all().iter().filter(|_| !openings.is_empty()) {
        let opens = before.replace(token.sentence) != Some(token.sentence);
        if token.is_word() && !opens && openings.contains(&*token.lower) {
            let seen = if token.is_capitalised() { &mut named } else { &mut small };
            seen.insert(&*token.lower);
        }
    }
    small.iter().filter(|word| !named.contains(*word)).copied().collect()
}

/// Words that headlines leave small.
const SMALL: &AnyOf = any_of![
    "a", "an", "the", "and", "or", "but", "nor", "in", "on", "at", "to", "of", "by", "for", "as", "vs", "vs.", "via",
    "per", "up", "off", "out", "with", "from", "into", "over", "is", "its",
];

/// `First Acme`
pub(super) fn pair(one: &Token<'_>, two: &Token<'_>) -> String {
    [&*one.word, " ", &*two.word].concat()
}

/// Whether nearly all words of the sentence have capitals, as headlines in
/// title case or in capitals do.
pub(super) fn is_in_capitals(tokens: &Tokens<'_>, range: std::ops::Range<usize>) -> bool {
    // Headlines keep `of` and `to` small, and end in no point. That a third
    // of the words are ordinary ones tells them from a list of names.
    let last = range.end.checked_sub(1).and_then(|last| tokens.get(last));
    let ends_in_a_point = last.is_some_and(|token| token.word.ends_with(['.', ':']));
    let words = range.filter_map(|i| tokens.get(i)).filter(|token| token.is_word());
    // `VISITORS WIN`: a heading of few words.
    if words.clone().take(2).count() == 2 && words.clone().all(Token::is_all_capitals) {
        return true;
    }
    let (mut all, mut capitals, mut common) = (0, 0, 0);
    for token in words {
        // `Jane Roe met President Adam Dale in Lima.`: a headline gives a capital to each verb.
        if ends_in_a_point && !token.is_capitalised() && !token.is_any(SMALL) {
            return false;
        }
        // `Named As Coach By`: who gives these a capital gives it to every word.
        let shouts = token.is_capitalised() && token.is_any(JOINING) && all > 0;
        if !shouts && !is_longer(&token.lower, 3) && !token.is_all_capitals() {
            continue;
        }
        all += 1;
        if token.is_capitalised() {
            capitals += 1;
            common += usize::from(is_common_word(&token.lower));
        }
    }
    let (fewest, share) = if ends_in_a_point { (8, 19) } else { (4, 14) };
    all >= fewest && capitals * 20 >= all * share && common * 3 >= capitals
}

/// `You’ve`, `Don’t`: a word of a closed class with what is run into it.
pub(super) fn is_contraction(token: &Token<'_>) -> bool {
    ["n't", "'ve", "'re", "'ll", "'m"].iter().any(|end| token.lower.ends_with(end))
}
