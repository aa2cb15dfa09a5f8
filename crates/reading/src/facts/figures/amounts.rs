//! Numbers as texts write them: in digits, in words, with their scale.

use std::borrow::Cow;

use story::EntityKind;

use crate::mentions::tokens::{Token, TokenKind};

use super::super::article::{Article, is_preposition};
use crate::mentions::any_of::{AnyOf, any_of};

/// A number where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// Its value.
    pub value: f64,
    /// The token after it and its scale.
    pub end: usize,
    /// Whether a scale follows: `30 million`.
    pub scaled: bool,
    /// Whether it is a number only beside a unit: the `m` of `5m`.
    pub needs_unit: bool,
    /// Whether it is written in words.
    pub in_words: bool,
    /// The currency that is written with its digits: `R4bn`.
    pub currency: Option<&'static str>,
}

/// Numbers in words: one to twenty, the tens, a hundred.
const IN_WORDS: &AnyOf = any_of![
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
];

/// What [`IN_WORDS`] are worth.
const VALUES: [f64; 28] = [
    1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0,
    30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0,
];

/// A number in words. `One` is a pronoun too, and counts only with a scale.
fn in_words(token: &Token<'_>) -> Option<f64> {
    VALUES.get(token.place_in(IN_WORDS)?).copied()
}

/// The number at the token `i`.
pub(super) fn at(article: &Article<'_>, i: usize) -> Option<Amount> {
    let token = article.tokens.get(i)?;
    let sentence = token.sentence;
    let next = article.token(i + 1, sentence);
    match token.kind {
        TokenKind::Number => {
            let (digits, end) = grouped(article, i);
            let value = scaled(&digits, 0)?;
            let dollar = i.checked_sub(1).and_then(|i| article.token(i, sentence)).is_some_and(is_sign);
            let next = article.token(end, sentence);
            match next.and_then(|next| scale(&next.lower).filter(|_| next.lower.len() > 2 || dollar)) {
                Some(scale) => {
                    let (value, end) = (scaled(&digits, scale)?, end + 1);
                    Some(Amount { value, end, scaled: true, needs_unit: false, in_words: false, currency: None })
                }
                None => Some(Amount { value, end, scaled: false, needs_unit: false, in_words: false, currency: None }),
            }
        }
        // `$30bn`, `£5m`
        TokenKind::Word if token.word.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) => {
            let at = token.lower.find(|c: char| c.is_ascii_alphabetic())?;
            let (digits, letters) = token.lower.split_at_checked(at)?;
            let value = scaled(digits, scale(letters)?)?;
            Some(Amount { value, end: i + 1, scaled: true, needs_unit: true, in_words: false, currency: None })
        }
        TokenKind::Word if token.is_rand() => {
            let amount = token.lower.trim_start_matches('r');
            let at = amount.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(amount.len());
            let (digits, letters) = amount.split_at_checked(at)?;
            let own = if letters.is_empty() { None } else { Some(scale(letters)?) };
            let next = next.filter(|next| own.is_none() && next.lower.len() > 2).and_then(|next| scale(&next.lower));
            let value = scaled(digits, own.or(next).unwrap_or(0))?;
            let end = i + 1 + usize::from(next.is_some());
            Some(Amount { value, end, scaled: true, needs_unit: true, in_words: false, currency: Some("ZAR") })
        }
        TokenKind::Word => {
            let value = in_words(token)?;
            // `two dozen people`
            if next.is_some_and(|next| next.is("dozen")) {
                let value = value * 12.0;
                return Some(Amount {
                    value,
                    end: i + 2,
                    scaled: true,
                    needs_unit: false,
                    in_words: true,
                    currency: None,
                });
            }
            let scale = next.and_then(|next| scale(&next.lower).filter(|_| next.lower.len() > 2));
            if scale.is_none() && matches!(&*token.lower, "one" | "hundred") {
                return None;
            }
            Some(Amount {
                value: scale.map_or(value, |scale| value * power_of_ten(scale)),
                end: if scale.is_some() { i + 2 } else { i + 1 },
                scaled: scale.is_some(),
                needs_unit: false,
                in_words: true,
                currency: None,
            })
        }
        _ => None,
    }
}

/// The digits at the token `i`, and the token after them: with the groups of three that
/// spaces part, as SI writes thousands (`12 000`).
fn grouped<'a>(article: &'a Article<'_>, i: usize) -> (Cow<'a, str>, usize) {
    let Some(token) = article.tokens.get(i) else { return (Cow::default(), i) };
    let mut digits = Cow::Borrowed(&*token.word);
    let mut end = i + 1;
    let is_first = (1..=3).contains(&digits.len()) && !digits.starts_with('0');
    if is_first && is_digits(&digits) {
        let mut before = token;
        while let Some(group) = article.token(end, token.sentence)
            && group.word.len() == 3
            && is_digits(&group.word)
            && group.span.start == before.span.end + 1
        {
            digits.to_mut().push_str(&group.word);
            before = group;
            end += 1;
        }
    }
    (digits, end)
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_sign(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Mark('$' | '€' | '£' | '¥' | '₸' | '₽' | '₹' | '₩' | '₺' | '₴'))
}

/// The power of ten that a word of scale stands for.
fn scale(word: &str) -> Option<u32> {
    Some(match word {
        "hundred" => 2,
        "thousand" | "k" => 3,
        "lakh" => 5,
        "million" | "mln" | "m" | "mn" => 6,
        "crore" => 7,
        "billion" | "bln" | "bn" | "b" => 9,
        "trillion" | "trn" | "tn" => 12,
        _ => return None,
    })
}

/// The digits times a power of ten, rounded once: `4.1` billion is no
/// `4099999999.9`. Nothing for more digits than anybody counts in.
///
/// Up to fifteen digits, the digits and the power are both exact, and so is
/// the one step between them (Clinger, How to Read Floating Point Numbers
/// Accurately, 1990). The library's own parser does as much for every number
/// there is, and is a tenth of the module's tables.
fn scaled(digits: &str, scale: u32) -> Option<f64> {
    let (mut value, mut places, mut pointed, mut some) = (0_u64, 0_u32, false, false);
    for digit in digits.trim_end_matches('.').chars().filter(|c| *c != ',') {
        if digit == '.' && !pointed {
            pointed = true;
            continue;
        }
        value = value.checked_mul(10)?.checked_add(u64::from(digit.to_digit(10)?))?;
        places += u32::from(pointed);
        some = true;
    }
    #[expect(clippy::cast_precision_loss, reason = "beyond fifteen digits, it is rounded here")]
    let value = value as f64;
    let scaled =
        if scale >= places { value * power_of_ten(scale - places) } else { value / power_of_ten(places - scale) };
    some.then_some(scaled)
}

/// Exact up to 10²².
fn power_of_ten(power: u32) -> f64 {
    (0..power).fold(1.0, |product, _| product * 10.0)
}

/// Words that a number after them only numbers.
const NUMBERED: &AnyOf = any_of![
    "aged", "age", "ages", "phase", "type", "level", "page", "chapter", "grade", "category", "tier", "stage", "class",
    "version", "step", "season", "article", "number", "no", "no.", "day", "round", "group", "line", "route", "room",
    "unit", "flight", "section", "rule", "gate", "platform", "episode", "week", "year",
];

/// Whether the number belongs to a name or numbers a thing, and counts
/// nothing: the `4` of `Falcon 4 owners`, of `phase 4 trials`.
pub(super) fn is_of_a_name(article: &Article<'_>, i: usize, amount: &Amount) -> bool {
    let Some(token) = article.tokens.get(i) else { return false };
    let sentence = token.sentence;
    // A year, a page, a model: no thousand without its comma is counted.
    let is_grouped = token.word.contains(',') || (amount.end > i + 1 && !amount.scaled);
    if amount.value > 1500.0 && amount.value < 2100.0 && !is_grouped {
        return true;
    }
    let near = article.cast.within(crate::span::Span::new(token.span.start.saturating_sub(80), token.span.end));
    if near.iter().any(|mention| mention.span.contains(token.span) && mention.span != token.span) {
        return true;
    }
    let Some(before) = i.checked_sub(1).and_then(|i| article.token(i, sentence)) else { return false };
    if before.is_any(NUMBERED) || before.is_mark('#') {
        return true;
    }
    // `Orbit 7-Max 8 jets`
    let is_model = before.word.starts_with(|c: char| c.is_ascii_digit()) && before.word.contains('-');
    if is_model {
        return before.word.contains(char::is_alphabetic);
    }
    if !before.is_capitalised() || amount.in_words || token.word.contains(',') {
        return false;
    }
    // `In Texas 40 people`, `Meanwhile 40 people`.
    let who = article.ending_at(i - 1);
    let place = who.as_ref().is_some_and(|who| {
        let led = who.first.checked_sub(1).and_then(|i| article.token(i, sentence)).is_some_and(is_preposition);
        led && who.actors.iter().all(|&actor| matches!(article.cast.kind(actor), EntityKind::Place | EntityKind::State))
    });
    let opens = i.checked_sub(2).and_then(|i| article.token(i, sentence)).is_none();
    !(place || (opens && who.is_none()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_number_has_no_value() {
        for digits in ["", ".", ",", "1.2.3", "12a", "100000000000000000000"] {
            assert_eq!(scaled(digits, 3), None, "{digits}");
        }
    }

    proptest! {
        #[test]
        fn digits_are_worth_what_the_library_says(whole in 0_u64..10_000_000_000, part in 0_u32..100_000, scale in 0_u32..13) {
            for digits in [whole.to_string(), format!("{whole}.{part}")] {
                prop_assert_eq!(scaled(&digits, scale), format!("{digits}e{scale}").parse().ok());
            }
        }
    }
}
