//! Tokens → time expressions, not yet resolved. At each place the longest
//! expression wins; none overlaps another.

mod anchored;
mod calendar;
mod feasts;
mod numbers;
mod periods;
mod relative;

use super::lexicon::{Lex, Unit, decade, lex};
use super::meaning::{Found, Meaning, TimeOfDay};
use crate::span::Span;
use crate::text::{Token, TokenKind, is_all_capitals, is_capitalised, tokens};

/// A token with what the grammar asks about it.
#[derive(Debug)]
struct Item {
    token: Token,
    lex: Lex,
    capital: bool,
}

/// A sentence, to be searched for time expressions.
#[derive(Debug)]
pub(super) struct Sentence<'t> {
    text: &'t str,
    /// Where it begins in the text.
    start: usize,
    /// Its text in small letters, as far as they are of ASCII: so are all words of time.
    small: String,
    items: Vec<Item>,
}

/// A token has so many bytes, or a few more, with the space before it.
const BYTES_OF_A_TOKEN: usize = 5;

impl<'t> Sentence<'t> {
    /// The sentence at `span`.
    pub(super) fn new(text: &'t str, span: Span) -> Self {
        let mut items = Vec::with_capacity(span.len() / BYTES_OF_A_TOKEN);
        items.extend(tokens(text, span).map(|token| {
            let word = token.span.of(text);
            let capital = token.is_word() && is_capitalised(word);
            let lex = if token.is_word() { lex(word, capital) } else { Lex::Other };
            Item { token, lex, capital }
        }));
        Self { text, start: span.start, small: span.of(text).to_ascii_lowercase(), items }
    }

    /// How many tokens it has.
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// The word at `index` in small letters; empty beyond the end.
    pub(super) fn word(&self, index: usize) -> &str {
        let place = self.items.get(index).map(|item| item.token.span);
        place.and_then(|place| self.small.get(place.start - self.start..place.end - self.start)).unwrap_or("")
    }

    /// Whether the word at `index` begins with a capital.
    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.items.get(index).is_some_and(|item| item.capital)
    }

    /// The span from token `from` up to token `to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.items.get(from)?, self.items.get(to.checked_sub(1)?)?);
        Some(Span::new(first.token.span.start, last.token.span.end))
    }

    /// The time expressions of the sentence that begin before the byte
    /// `until` of the text, in order.
    pub(super) fn expressions(&self, until: usize) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while self.items.get(at).is_some_and(|item| item.token.span.start < until) {
            match self.longest_at(at) {
                Some(expression) => {
                    at = expression.to.max(at + 1);
                    found.push(expression);
                }
                None => at += 1,
            }
        }
        found
    }

    fn longest_at(&self, from: usize) -> Option<Found> {
        if !self.can_begin(from) || !self.can_go_on(from) || self.joins_before(from) {
            return None;
        }
        // A time of the day may lead: `10 p.m. on Wednesday`.
        if let Some((time, after)) = self.clock(from) {
            let apart = self.word(after) == "on" || [',', '•', '|'].iter().any(|&mark| self.is_mark(after, mark));
            let base = if apart { after + 1 } else { after };
            if let Some(found) = self.date_at(base).filter(|found| takes_time(found.meaning)) {
                return Some(Found { from, time: Some(time), ..found });
            }
            return Some(Found { from, to: after, meaning: Meaning::Clock, time: Some(time) });
        }
        let start = self.after_edge(from);
        let found = self.date_at(start).or_else(|| (start > from).then(|| self.date_at(from)).flatten())?;
        Some(self.with_time(Found { from: from.min(found.from), ..found }))
    }

    /// Whether an expression can begin with the token at `index`: most words
    /// begin none, and are passed over at once.
    fn can_begin(&self, index: usize) -> bool {
        self.items.get(index).is_some_and(|item| match item.token.kind {
            TokenKind::Number => true,
            TokenKind::Mark(mark) => matches!(mark, '\'' | '’' | '‘'),
            TokenKind::Word => item.lex != Lex::Other,
        })
    }

    /// Whether an expression that begins with the token at `from` can go on with
    /// the one after it: `the` and `a` begin many, and hardly ever one of these.
    fn can_go_on(&self, from: usize) -> bool {
        if self.lex(from) != Some(Lex::Opening) {
            return true;
        }
        let Some(next) = self.items.get(from + 1) else { return true };
        let is_of_time = next.token.kind == TokenKind::Number || next.lex != Lex::Other;
        let word = self.word(from + 1);
        match self.word(from) {
            "the" => {
                let is_word = || matches!(word, "future" | "latest" | "near") || decade(word).is_some();
                is_of_time || self.is_apostrophe(from + 1) || is_word()
            }
            "a" | "an" | "some" => {
                let counts = || {
                    matches!(
                        word,
                        "additional"
                            | "consecutive"
                            | "couple"
                            | "dozen"
                            | "full"
                            | "more"
                            | "number"
                            | "straight"
                            | "whole"
                    )
                };
                is_of_time || self.is_dash(from + 1) || counts()
            }
            "at" => word == "present",
            "that" | "these" => is_of_time,
            "this" => is_of_time || matches!(word, "calendar" | "full"),
            _ => true,
        }
    }

    /// The longest date, duration or set that begins at `at`.
    fn date_at(&self, at: usize) -> Option<Found> {
        let candidates = [self.calendar(at), self.relative(at)];
        let longest = candidates.into_iter().flatten().reduce(|best, next| if next.1 > best.1 { next } else { best });
        longest.map(|(meaning, to)| Found { from: at, to, meaning, time: None })
    }

    /// Adds the time of the day that follows a date.
    fn with_time(&self, found: Found) -> Found {
        if !takes_time(found.meaning) {
            return found;
        }
        if let Some(Lex::DayPart(part)) = self.lex(found.to) {
            return Found { to: found.to + 1, time: Some(TimeOfDay::Part(part)), ..found };
        }
        let mut at = found.to;
        if self.is_mark(at, ',') {
            at += 1;
        }
        if self.word(at) == "at" {
            at += 1;
        }
        match self.clock(at) {
            Some((time, to)) => Found { to, time: Some(time), ..found },
            None => found,
        }
    }

    /// Passes over `early`, `late`, `mid-`, which belong to the expression and
    /// do not change its date.
    fn after_edge(&self, at: usize) -> usize {
        let at_the = |i: usize| if self.word(i) == "the" { i + 1 } else { i };
        match self.word(at_the(at)) {
            "early" | "earlier" | "late" | "later" | "mid" | "middle" => {
                let next = at_the(at) + 1;
                if self.is_mark(next, '-') { next + 1 } else { next }
            }
            _ => at,
        }
    }

    fn lex(&self, index: usize) -> Option<Lex> {
        self.items.get(index).map(|item| item.lex)
    }

    fn unit(&self, index: usize) -> Option<(Unit, bool)> {
        match self.lex(index) {
            Some(Lex::Unit(unit, plural)) => Some((unit, plural)),
            _ => None,
        }
    }

    fn is_mark(&self, index: usize, mark: char) -> bool {
        self.items.get(index).is_some_and(|item| item.token.is_mark(mark))
    }

    fn is_dash(&self, index: usize) -> bool {
        ['-', '–', '—', '‑', '‐'].iter().any(|&dash| self.is_mark(index, dash))
    }

    fn is_apostrophe(&self, index: usize) -> bool {
        self.is_mark(index, '\'') || self.is_mark(index, '’') || self.is_mark(index, '‘')
    }

    /// Whether nothing stands between the tokens at `index` and before it.
    fn is_joined(&self, index: usize) -> bool {
        let end = index.checked_sub(1).and_then(|i| self.items.get(i)).map(|item| item.token.span.end);
        end.is_some() && end == self.items.get(index).map(|item| item.token.span.start)
    }

    /// Whether the token at `index` is only the tail of a longer word or
    /// number: `US-2023`, `3.5`, `$2000`, `Smith-May`.
    fn joins_before(&self, index: usize) -> bool {
        if index == 0 || !self.is_joined(index) {
            return false;
        }
        match self.items.get(index - 1).map(|item| item.token.kind) {
            Some(TokenKind::Mark(mark)) => {
                matches!(mark, '$' | '£' | '€' | '¥' | '#' | '@' | '_' | '&' | '\\' | '+' | '=')
                    || (matches!(mark, '.' | ',' | ':' | '/')
                        && self.is_joined(index - 1)
                        && index > 1
                        && self.digits(index - 2).is_some())
                    || (mark == '-' && self.is_joined(index - 1) && !self.may_follow_hyphen(index))
            }
            Some(TokenKind::Word | TokenKind::Number) => true,
            None => false,
        }
    }

    /// `mid-July`, `post-1989`, `third-quarter`, `year-end` are expressions;
    /// `COVID-2019` is none.
    fn may_follow_hyphen(&self, index: usize) -> bool {
        let before = self.word(index.wrapping_sub(2));
        matches!(before, "mid" | "post" | "pre" | "late" | "early" | "non")
            || (matches!(self.lex(index), Some(Lex::Month(..) | Lex::Weekday(..)))
                && !self
                    .items
                    .get(index.wrapping_sub(2))
                    .is_some_and(|item| is_all_capitals(item.token.span.of(self.text))))
    }

    /// The number in digits at `index`, and how many digits it has.
    fn digits(&self, index: usize) -> Option<(u32, usize)> {
        let item = self.items.get(index)?;
        if item.token.kind != TokenKind::Number {
            return None;
        }
        let digits = item.token.span.of(self.text);
        Some((digits.parse().ok()?, digits.len()))
    }

    /// The token's text as it was written.
    fn raw(&self, index: usize) -> &'t str {
        self.items.get(index).map_or("", |item| item.token.span.of(self.text))
    }
}

/// Whether a time of the day may stand with it.
fn takes_time(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Day { .. }
            | Meaning::Weekday { .. }
            | Meaning::DayOffset(_)
            | Meaning::Feast { .. }
            | Meaning::Same(Unit::Day)
            | Meaning::Adjacent { unit: Unit::Day, .. }
    )
}
