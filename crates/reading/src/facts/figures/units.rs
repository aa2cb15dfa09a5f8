//! Units: currencies, scales, and the words that say how exact a figure is.

use crate::mentions::tokens::{Token, TokenKind};
use story::case::Case;

use super::super::article::Article;
use super::amounts::Amount;
use crate::mentions::any_of::any_of;

/// Signs and words of currencies, with their ISO 4217 codes.
const CURRENCIES: [(&str, &str); 47] = [
    ("$", "USD"),
    ("us$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₸", "KZT"),
    ("₽", "RUB"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("tenge", "KZT"),
    ("won", "KRW"),
    ("lira", "TRY"),
    ("liras", "TRY"),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
    ("rand", "ZAR"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("riyals", "SAR"),
    ("dirhams", "AED"),
    ("shekels", "ILS"),
    ("naira", "NGN"),
    ("reais", "BRL"),
    ("baht", "THB"),
    ("ringgit", "MYR"),
    ("rupiah", "IDR"),
    ("dirham", "AED"),
    ("riyal", "SAR"),
    ("shekel", "ILS"),
    ("kronor", "SEK"),
    ("soles", "PEN"),
    ("forint", "HUF"),
];

/// Words that several states call their currency by, each state with its code:
/// the one that the article names is meant.
const SHARED: [(&str, &[(&str, &str)]); 6] = [
    ("shilling", &[("KE", "KES"), ("UG", "UGX"), ("TZ", "TZS")]),
    ("krone", &[("NO", "NOK"), ("DK", "DKK")]),
    ("kroner", &[("NO", "NOK"), ("DK", "DKK")]),
    ("rupee", &[("IN", "INR"), ("PK", "PKR"), ("LK", "LKR"), ("NP", "NPR")]),
    (
        "peso",
        &[("MX", "MXN"), ("AR", "ARS"), ("CO", "COP"), ("CL", "CLP"), ("PH", "PHP"), ("CU", "CUP"), ("UY", "UYU")],
    ),
    ("franc", &[("CH", "CHF"), ("RW", "RWF"), ("CD", "CDF"), ("BI", "BIF")]),
];

/// Codes of ISO 4217 that texts write out.
const CODES: [&str; 16] =
    ["USD", "EUR", "GBP", "JPY", "CNY", "RUB", "KZT", "INR", "CHF", "CAD", "AUD", "TRY", "UAH", "KRW", "BRL", "SEK"];

/// Short forms of currencies that stand before the digits.
const PREFIXES: [(&str, &str); 7] =
    [("Rs", "INR"), ("Rs.", "INR"), ("RM", "MYR"), ("Rp", "IDR"), ("KSh", "KES"), ("Sh", "KES"), ("R", "ZAR")];

/// Dollars that are not of the United States, by what stands before the sign
/// or the word.
const DOLLARS: [(&str, &str); 17] = [
    ("nt", "TWD"),
    ("s", "SGD"),
    ("us", "USD"),
    ("u.s.", "USD"),
    ("american", "USD"),
    ("canadian", "CAD"),
    ("c", "CAD"),
    ("australian", "AUD"),
    ("a", "AUD"),
    ("au", "AUD"),
    ("ca", "CAD"),
    ("mx", "MXN"),
    ("r", "BRL"),
    ("sg", "SGD"),
    ("hk", "HKD"),
    ("nz", "NZD"),
    ("singapore", "SGD"),
];

/// Words that say how exact a figure is; two words are tried first.
const QUALIFIERS: [&str; 34] = [
    "just over",
    "just under",
    "more than",
    "less than",
    "fewer than",
    "greater than",
    "at least",
    "at most",
    "up to",
    "as many as",
    "as much as",
    "no more than",
    "no less than",
    "close to",
    "well over",
    "nearly",
    "almost",
    "over",
    "about",
    "around",
    "approximately",
    "roughly",
    "some",
    "under",
    "above",
    "below",
    "exactly",
    "only",
    "barely",
    "estimated",
    "circa",
    "upwards of",
    "north of",
    "beyond",
];

/// The unit of an amount, and where the two begin and end.
pub(super) struct Measured {
    /// ISO 4217 for money, `%` for a share.
    pub unit: Option<&'static str>,
    /// The first token of the amount or its unit.
    pub first: usize,
    /// The token after the amount and its unit.
    pub end: usize,
}

/// The unit that stands before or after the amount at `i`.
pub(super) fn around(article: &Article<'_>, i: usize, amount: &Amount) -> Measured {
    let sentence = article.sentence_of(i);
    let (mut first, mut end) = (i, amount.end);
    let mut unit = amount.currency;
    // Before: `$`, `US$`, `EUR`.
    if let Some(before) = i.checked_sub(1).and_then(|i| article.token(i, sentence)).filter(|_| unit.is_none()) {
        if let TokenKind::Mark(mark) = before.kind
            && let Some(code) = currency(&mark.to_string())
        {
            unit = Some(code);
            first = i - 1;
            let prefix = first.checked_sub(1).and_then(|i| article.token(i, sentence));
            // `NZ $26 million`, but not `a $26 million deal`.
            let beside = |prefix: &&Token<'_>| {
                let gap = before.span.start - prefix.span.end;
                mark == '$'
                    && (gap == 0
                        || gap == 1 && prefix.word.len() > 1 && prefix.word.bytes().all(|c| c.is_ascii_uppercase()))
            };
            if let Some(prefix) = prefix.filter(beside)
                && let Some((_, code)) = DOLLARS.iter().find(|(word, _)| *word == prefix.lower)
            {
                unit = Some(*code);
                first -= 1;
            }
        } else if let Some(code) = CODES.iter().find(|code| **code == before.word) {
            unit = Some(code);
            first = i - 1;
        } else if let Some((_, code)) = PREFIXES.iter().find(|(prefix, _)| *prefix == before.word) {
            unit = Some(code);
            first = i - 1;
        }
    }
    let next = article.token(end, sentence);
    if let Some(next) = next.filter(|_| unit.is_none()) {
        if next.is_mark('%') || next.is_any(any_of!["percent", "pct"]) {
            unit = Some("%");
            end += 1;
        } else if next.is("per") && article.is(end + 1, sentence, "cent") {
            unit = Some("%");
            end += 2;
        } else {
            let dollars = DOLLARS.iter().find(|(word, _)| *word == next.lower && word.len() > 1);
            // `Kenyan shillings`
            let after = article.token(end + 1, sentence).filter(|_| next.is_capitalised());
            let owned = usize::from(after.is_some_and(|word| shared(article, &word.lower).is_some()));
            end += owned;
            let word = if owned > 0 {
                after
            } else if dollars.is_some() {
                article.token(end + 1, sentence)
            } else {
                Some(next)
            };
            // `weighs 2 pounds`
            let weighs =
                |at: usize| article.is_any(at, sentence, any_of!["weighs", "weighed", "weighing", "weight", "ounces"]);
            let word = word.filter(|word| !(word.is("pounds") && !amount.scaled && article.around(i).any(weighs)));
            let is_dollar = word.is_some_and(|word| word.is_any(any_of!["dollar", "dollars"]));
            if let Some(code) = word.and_then(|word| currency(&word.lower).or_else(|| shared(article, &word.lower))) {
                unit = Some(match dollars {
                    Some((_, own)) if is_dollar => own,
                    _ => code,
                });
                end += if dollars.is_some() { 2 } else { 1 };
            } else if let Some(code) = CODES.iter().find(|code| **code == next.word) {
                unit = Some(code);
                end += 1;
            }
        }
    }
    Measured { unit, first, end }
}

fn currency(word: &str) -> Option<&'static str> {
    CURRENCIES.iter().find(|(known, _)| *known == word).map(|(_, code)| *code)
}

/// The currency of the one state that the article names of those that call
/// theirs so.
fn shared(article: &Article<'_>, word: &str) -> Option<&'static str> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let (_, states) = SHARED.iter().find(|(known, _)| *known == singular)?;
    let mut named = states.iter().filter(|(state, _)| article.cast.state(state).is_some());
    match (named.next(), named.next()) {
        (Some((_, code)), None) => Some(code),
        _ => None,
    }
}

/// The words before `first` that say how exact the figure is, and where they
/// begin.
pub(super) fn qualifier(article: &Article<'_>, first: usize, sentence: usize) -> (Option<String>, usize) {
    for words in [3, 2, 1] {
        let Some(from) = first.checked_sub(words).filter(|&from| article.token(from, sentence).is_some()) else {
            continue;
        };
        let said = article.tokens.words(from, first).to_small();
        if QUALIFIERS.contains(&said.as_str()) {
            return (Some(said), from);
        }
    }
    (None, first)
}
