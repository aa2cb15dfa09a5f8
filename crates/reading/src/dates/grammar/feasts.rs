//! Feasts and days with a name, and where they fall.

use super::Sentence;
use crate::dates::meaning::{Feast, Meaning};

/// The words of a feast, without apostrophes, and where it falls. Of two that
/// begin alike the longer one stands first. Days that each state has on a day
/// of its own (`Independence Day`) are not among them.
const FEASTS: &[(&[&str], Feast)] = &[
    (&["new", "year", "s", "day"], Feast::Fixed(1, 1)),
    (&["new", "year", "s", "eve"], Feast::Fixed(12, 31)),
    (&["international", "women", "s", "day"], Feast::Fixed(3, 8)),
    (&["martin", "luther", "king", "day"], Feast::Nth(1, 0, 3)),
    (&["presidents", "day"], Feast::Nth(2, 0, 3)),
    (&["valentine", "s", "day"], Feast::Fixed(2, 14)),
    (&["st", ".", "patrick", "s", "day"], Feast::Fixed(3, 17)),
    (&["st", "patrick", "s", "day"], Feast::Fixed(3, 17)),
    (&["april", "fools", "day"], Feast::Fixed(4, 1)),
    (&["earth", "day"], Feast::Fixed(4, 22)),
    (&["may", "day"], Feast::Fixed(5, 1)),
    (&["memorial", "day"], Feast::Nth(5, 0, 0)),
    (&["juneteenth"], Feast::Fixed(6, 19)),
    (&["fourth", "of", "july"], Feast::Fixed(7, 4)),
    (&["bastille", "day"], Feast::Fixed(7, 14)),
    (&["labor", "day"], Feast::Nth(9, 0, 1)),
    (&["columbus", "day"], Feast::Nth(10, 0, 2)),
    (&["halloween"], Feast::Fixed(10, 31)),
    (&["election", "day"], Feast::ElectionDay),
    (&["armistice", "day"], Feast::Fixed(11, 11)),
    (&["veterans", "day"], Feast::Fixed(11, 11)),
    (&["thanksgiving", "day"], Feast::Nth(11, 3, 4)),
    (&["thanksgiving"], Feast::Nth(11, 3, 4)),
    (&["black", "friday"], Feast::AfterThanksgiving(1)),
    (&["cyber", "monday"], Feast::AfterThanksgiving(4)),
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["christmas"], Feast::Fixed(12, 25)),
    (&["boxing", "day"], Feast::Fixed(12, 26)),
    (&["good", "friday"], Feast::Easter(-2)),
    (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter", "monday"], Feast::Easter(1)),
    (&["easter"], Feast::Easter(0)),
];

impl Sentence<'_> {
    /// A feast, which begins with a capital.
    pub(super) fn feast(&self, at: usize) -> Option<(Meaning, usize)> {
        if !self.is_capital(at) {
            return None;
        }
        let (feast, next) = FEASTS.iter().find_map(|(words, feast)| Some((*feast, self.after_words(at, words)?)))?;
        let (year, to) = self.year_after(next);
        Some((Meaning::Feast { year, feast }, to))
    }

    /// The token after these words, apostrophes passed over; nothing where
    /// others stand.
    fn after_words(&self, at: usize, words: &[&str]) -> Option<usize> {
        let mut next = at;
        for word in words {
            if self.is_apostrophe(next) {
                next += 1;
            }
            if self.word(next) != *word {
                return None;
            }
            next += 1;
        }
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn every_feast_can_begin_an_expression() {
        for (words, _) in FEASTS {
            let capitalised: Vec<String> = words
                .iter()
                .map(|word| format!("{}{}", word.get(..1).unwrap_or("").to_uppercase(), word.get(1..).unwrap_or("")))
                .collect();
            let text = capitalised.join(" ");
            let sentence = Sentence::new(&text, Span::new(0, text.len()));
            assert_eq!(sentence.expressions(text.len()).len(), 1, "{text}");
        }
    }
}
