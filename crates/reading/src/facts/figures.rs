//! Figures: amounts with their unit, their qualifier and what they are about.

use story::EntityKind;

use crate::mentions::ActorId;
use crate::mentions::tokens::{Token, TokenKind};

use super::article::{Article, is_preposition};
use super::found::FoundFigure;
use super::verbs::Form;

/// Signs and words of currencies, with their ISO 4217 codes.
const CURRENCIES: [(&str, &str); 40] = [
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
    ("rupee", "INR"),
    ("rupees", "INR"),
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
];

/// Codes of ISO 4217 that texts write out.
const CODES: [&str; 16] =
    ["USD", "EUR", "GBP", "JPY", "CNY", "RUB", "KZT", "INR", "CHF", "CAD", "AUD", "TRY", "UAH", "KRW", "BRL", "SEK"];

/// Dollars that are not of the United States, by what stands before the sign
/// or the word.
const DOLLARS: [(&str, &str); 10] = [
    ("us", "USD"),
    ("u.s.", "USD"),
    ("american", "USD"),
    ("canadian", "CAD"),
    ("c", "CAD"),
    ("australian", "AUD"),
    ("a", "AUD"),
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

/// Nouns that time is counted by: those are durations and no figures.
const TIMES: [&str; 22] = [
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "am",
    "pm",
    "a.m.",
    "p.m.",
];

/// Verbs between what a figure is about and the figure.
const MEASURES: [&str; 48] = [
    "reached",
    "reaches",
    "reaching",
    "expanded",
    "rose",
    "risen",
    "rises",
    "grew",
    "grown",
    "grows",
    "fell",
    "fallen",
    "falls",
    "dropped",
    "increased",
    "increases",
    "decreased",
    "totaled",
    "totalled",
    "totals",
    "hit",
    "exceeded",
    "exceeds",
    "stood",
    "stands",
    "amounted",
    "amounts",
    "climbed",
    "declined",
    "is",
    "was",
    "are",
    "were",
    "costs",
    "cost",
    "worth",
    "jumped",
    "surged",
    "slipped",
    "gained",
    "lost",
    "sold",
    "raised",
    "averaged",
    "came",
    "doubled",
    "tripled",
    "topped",
];

/// The figures of an article.
pub fn find(article: &Article<'_>) -> Vec<FoundFigure> {
    let mut figures = Vec::new();
    for (i, token) in article.tokens.all().iter().enumerate() {
        if token.kind == TokenKind::Number
            && let Some(figure) = figure(article, i, token)
        {
            figures.push(figure);
        }
    }
    figures
}

fn figure(article: &Article<'_>, i: usize, token: &Token) -> Option<FoundFigure> {
    let sentence = token.sentence;
    let mut value: f64 = token.word.replace(',', "").trim_end_matches('.').parse().ok()?;
    let after_time = article.times.partition_point(|time| time.span.start <= token.span.start);
    let in_time =
        after_time.checked_sub(1).and_then(|i| article.times.get(i)).is_some_and(|time| time.span.contains(token.span));
    let (mut first, mut end) = (i, i + 1);
    let mut unit = None;
    // Before: `$`, `US$`, `EUR`.
    if let Some(before) = i.checked_sub(1).and_then(|i| article.token(i, sentence)) {
        if let TokenKind::Mark(mark) = before.kind
            && let Some(code) = currency(&mark.to_string())
        {
            unit = Some(code);
            first = i - 1;
            let prefix = first.checked_sub(1).and_then(|i| article.token(i, sentence));
            if let Some(prefix) = prefix.filter(|prefix| prefix.span.end == before.span.start && mark == '$')
                && let Some((_, code)) = DOLLARS.iter().find(|(word, _)| *word == prefix.lower)
            {
                unit = Some(*code);
                first -= 1;
            }
        } else if let Some(code) = CODES.iter().find(|code| **code == before.word) {
            unit = Some(code);
            first = i - 1;
        }
    }
    // After: `billion`, then the unit.
    let mut scaled = false;
    if let Some(next) = article.token(end, sentence)
        && let Some(scale) = scale(&next.lower)
        && (next.lower.len() > 2 || unit.is_some())
    {
        value *= scale;
        scaled = true;
        end += 1;
    }
    if unit.is_none()
        && let Some(next) = article.token(end, sentence)
    {
        if next.is_mark('%') || next.is_any(&["percent", "pct"]) {
            unit = Some("%");
            end += 1;
        } else if next.is("per") && article.token(end + 1, sentence).is_some_and(|token| token.is("cent")) {
            unit = Some("%");
            end += 2;
        } else {
            let dollars = DOLLARS.iter().find(|(word, _)| *word == next.lower && word.len() > 1);
            let word = if dollars.is_some() { article.token(end + 1, sentence) } else { Some(next) };
            let is_dollar = word.is_some_and(|word| word.is_any(&["dollar", "dollars"]));
            if let Some(code) = word.and_then(|word| currency(&word.lower)) {
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
    if in_time && unit.is_none() {
        return None;
    }
    let (qualifier, from) = qualifier(article, first, sentence);
    let mut noun = None;
    if unit.is_none() {
        let (word, to) = counted(article, end, sentence)?;
        // A bare number before a noun may be a year, a page, a model.
        if !scaled && value > 1500.0 && value < 2100.0 && !token.word.contains(',') && qualifier.is_none() {
            return None;
        }
        noun = Some(word);
        end = to;
    }
    if !value.is_finite() {
        return None;
    }
    let about = about(article, from, end, sentence, noun.is_some());
    let span = article.tokens.span(from, end);
    Some(FoundFigure {
        value,
        unit: unit.map(str::to_owned).or(noun),
        qualifier,
        about,
        actors: named_with(article, sentence, i),
        when: time_of(article, i),
        proof: (sentence, span),
    })
}

fn currency(word: &str) -> Option<&'static str> {
    CURRENCIES.iter().find(|(known, _)| *known == word).map(|(_, code)| *code)
}

fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "thousand" | "k" => 1e3,
        "million" | "mln" | "m" | "mn" => 1e6,
        "billion" | "bln" | "bn" | "b" => 1e9,
        "trillion" | "trn" | "tn" => 1e12,
        _ => return None,
    })
}

fn qualifier(article: &Article<'_>, first: usize, sentence: usize) -> (Option<String>, usize) {
    for words in [3, 2, 1] {
        let Some(from) = first.checked_sub(words).filter(|&from| article.token(from, sentence).is_some()) else {
            continue;
        };
        let said = article.tokens.words(from, first).to_lowercase();
        if QUALIFIERS.contains(&said.as_str()) {
            return (Some(said), from);
        }
    }
    (None, first)
}

/// What a bare number counts: the plural noun that follows, perhaps after an
/// adjective.
fn counted(article: &Article<'_>, at: usize, sentence: usize) -> Option<(String, usize)> {
    let is_plural = |token: &Token| {
        token.is_any(&["people", "men", "women", "children", "police", "troops"])
            || (token.lower.len() > 3
                && token.lower.ends_with('s')
                && !token.lower.ends_with("ss")
                && !token.lower.ends_with("us"))
    };
    for length in 1..=2 {
        let token = article.token(at + length - 1, sentence)?;
        if !token.is_word() || token.is_capitalised() || is_preposition(token) || TIMES.contains(&token.lower.as_str())
        {
            return None;
        }
        if token.is_any(&[
            "was",
            "is",
            "has",
            "does",
            "as",
            "its",
            "his",
            "and",
            "or",
            "times",
            "percentage",
            "more",
            "others",
        ]) {
            return None;
        }
        if is_plural(token) {
            return Some((token.lower.clone(), at + length));
        }
    }
    None
}

/// What a figure is about: `… of X` after it, or the noun before the verb that
/// leads to it.
fn about(article: &Article<'_>, from: usize, end: usize, sentence: usize, counts: bool) -> Option<String> {
    let word = |i: usize| article.token(i, sentence);
    if !counts && word(end).is_some_and(|token| token.is("of")) {
        let mut to = end + 1;
        while to < end + 7
            && word(to).is_some_and(|token| {
                token.is_word()
                    && !is_preposition(token)
                    && !token.is_any(&["and", "that", "which", "was", "is", "were"])
                    || token.kind == TokenKind::Possessive
            })
        {
            to += 1;
        }
        let first = if word(end + 1).is_some_and(|token| token.is("the")) { end + 2 } else { end + 1 };
        if to > first {
            return Some(article.document.slice(article.tokens.span(first, to)).to_owned());
        }
    }
    let verb = (from.saturating_sub(7)..from).rev().find(|&i| word(i).is_some_and(|token| token.is_any(&MEASURES)))?;
    let group = article.verb_group(verb, Form::Past);
    let mut at = group.first;
    // `…, reaching`
    if at > 0 && word(at - 1).is_some_and(|token| token.is_mark(',')) {
        at -= 1;
    }
    // Over `between X and Y`, `of X`: back to the noun that they hang on.
    while let Some(mut who) = at.checked_sub(1).and_then(|i| article.ending_at(i)) {
        article.and_those_before(&mut who, sentence);
        let Some(preposition) = who.first.checked_sub(1).filter(|&i| word(i).is_some_and(is_preposition)) else {
            break;
        };
        at = preposition;
    }
    let mut first = at;
    while first > 0
        && at - first < 3
        && word(first - 1).is_some_and(|token| {
            token.is_word()
                && !token.is_capitalised()
                && !is_preposition(token)
                && !token.is_any(&[
                    "the", "a", "an", "our", "their", "its", "his", "her", "and", "that", "which", "it", "he", "she",
                    "they", "who", "has", "have", "note",
                ])
        })
    {
        first -= 1;
    }
    (first < at).then(|| article.document.slice(article.tokens.span(first, at)).to_owned())
}

/// The states and organisations that the sentence names.
fn named_with(article: &Article<'_>, sentence: usize, _at: usize) -> Vec<ActorId> {
    let Some(span) = article.document.sentences.get(sentence).map(|sentence| sentence.span) else { return Vec::new() };
    let mut actors: Vec<ActorId> = Vec::new();
    for mention in article.cast.within(span) {
        if matches!(article.cast.kind(mention.actor), EntityKind::State | EntityKind::Organisation)
            && mention.via != story::Via::Pronoun
            && !actors.contains(&mention.actor)
        {
            actors.push(mention.actor);
        }
    }
    // A sentence that names many tells of none of them alone.
    if actors.len() > 3 { Vec::new() } else { actors }
}

fn time_of(article: &Article<'_>, i: usize) -> Option<story::When> {
    let clause = article.clause(i);
    let span = article.tokens.span(clause.start, clause.end);
    let from = article.times.partition_point(|time| time.span.start < span.start);
    article.times.get(from..)?.iter().take_while(|time| time.span.start < span.end).find_map(|time| time.value.clone())
}
