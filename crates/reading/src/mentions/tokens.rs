//! Words, numbers and marks of a document, as the search for names needs
//! them: hyphenated and abbreviated words whole, possessives apart.

use std::borrow::Cow;

use super::any_of::{AnyOf, mark_of};
use crate::document::Document;
use crate::knowledge::fold;
use crate::span::Span;
use crate::text::char_at;
use story::case::Case;

/// A word, a number, a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'d> {
    /// Where it stands in the document's text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The index of its sentence.
    pub sentence: usize,
    /// The word, folded to plain letters, capitals as they are.
    pub word: Cow<'d, str>,
    /// The same in lower case.
    pub lower: Cow<'d, str>,
    /// The mark of the word, by which lists tell at once that they have it not;
    /// none for what is no word.
    mark: u64,
    /// Whether it begins with a capital, or with an Arabic article before
    /// one (`al-Said`), or has a capital after its first letter (`iRobot`).
    capitalised: bool,
    /// Whether all its letters are capitals, two at least.
    all_capitals: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// A word; it may hold digits, hyphens, apostrophes and the points of an
    /// abbreviation.
    Word,
    /// Digits with their points and commas.
    Number,
    /// The `'s` or `'` of a possessive.
    Possessive,
    /// Any other character.
    Mark(char),
}

impl<'d> Token<'d> {
    /// The token that `text` is, `span` being its place.
    fn new(text: &'d str, span: Span, kind: TokenKind, sentence: usize) -> Self {
        let (mut capitalised, mut all_capitals) = (false, false);
        // Most are of small letters alone, and are borrowed as they are.
        let is_small = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let word = if is_small { Cow::Borrowed(text) } else { fold(text) };
        let lower = if is_small || matches!(kind, TokenKind::Mark(_)) {
            word.clone()
        } else {
            capitalised = kind == TokenKind::Word && begins_with_a_capital(&word);
            all_capitals = is_in_capitals(&word);
            Cow::Owned(if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_small() })
        };
        let mark = if kind == TokenKind::Word { mark_of(&lower) } else { 0 };
        Self { span, kind, sentence, word, lower, mark, capitalised, all_capitals }
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it is the word `lower`.
    #[inline]
    pub fn is(&self, lower: &str) -> bool {
        self.lower.len() == lower.len() && self.is_exactly(lower)
    }

    #[inline(never)]
    fn is_exactly(&self, lower: &str) -> bool {
        self.kind == TokenKind::Word && self.lower == lower
    }

    /// Whether it is one of these words.
    #[inline(never)]
    pub fn is_any(&self, words: &AnyOf) -> bool {
        words.may_have(self.mark) && words.has(&self.lower)
    }

    /// Which of these words it is.
    #[inline]
    pub fn place_in(&self, words: &AnyOf) -> Option<usize> {
        if words.may_have(self.mark) { words.place_of(&self.lower) } else { None }
    }

    /// Whether it begins with a capital, or with an Arabic article before
    /// one (`al-Said`), or has a capital after its first letter (`iRobot`).
    pub fn is_capitalised(&self) -> bool {
        self.capitalised
    }

    /// Whether it is an amount in rand: `R4bn`, `R1,200`.
    pub fn is_rand(&self) -> bool {
        let Some(amount) = self.word.strip_prefix('R').filter(|_| self.kind == TokenKind::Word) else { return false };
        let digits = amount.bytes().filter(u8::is_ascii_digit).count();
        let scale = amount.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        amount.starts_with(|c: char| c.is_ascii_digit())
            && (matches!(scale, "k" | "m" | "mn" | "bn" | "trn" | "tn") || scale.is_empty() && digits > 2)
    }

    /// Whether all its letters are capitals, two at least.
    pub fn is_all_capitals(&self) -> bool {
        self.all_capitals
    }
}

fn begins_with_a_capital(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return false };
    if first.is_uppercase() {
        return true;
    }
    if let Some((article, name)) = word.split_once('-')
        && matches!(article, "al" | "el" | "ash" | "as" | "ad" | "ar" | "an" | "ul" | "e")
    {
        return name.chars().next().is_some_and(char::is_uppercase);
    }
    first.is_lowercase() && chars.next().is_some_and(char::is_uppercase)
}

fn is_in_capitals(word: &str) -> bool {
    let mut letters = 0;
    for c in word.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters += usize::from(c.is_alphabetic());
    }
    letters >= 2
}

/// A token has so many bytes, or a few more, with the space before it.
const BYTES_OF_A_TOKEN: usize = 5;

/// What is thrown in between brackets has so many tokens at most, with the closing one.
const LONGEST_BRACKET: usize = 12;

/// The tokens of a document, sentence by sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens<'d> {
    all: Vec<Token<'d>>,
    /// The first token of each sentence, and the end of the last.
    starts: Vec<usize>,
}

impl<'d> Tokens<'d> {
    /// Cuts a document into tokens.
    pub fn of(document: &'d Document) -> Self {
        let mut tokens = Self::default();
        tokens.all.reserve(document.text.len() / BYTES_OF_A_TOKEN);
        tokens.starts.reserve(document.sentences.len() + 1);
        for (index, sentence) in document.sentences.iter().enumerate() {
            tokens.starts.push(tokens.all.len());
            cut(document.slice(sentence.span), sentence.span.start, index, &mut tokens.all);
        }
        tokens.starts.push(tokens.all.len());
        tokens
    }

    /// All tokens.
    pub fn all(&self) -> &[Token<'d>] {
        &self.all
    }

    /// The token at `index`.
    pub fn get(&self, index: usize) -> Option<&Token<'d>> {
        self.all.get(index)
    }

    /// The token before `index`, if it is of the same sentence.
    pub fn before(&self, index: usize) -> Option<&Token<'d>> {
        let token = self.all.get(index.checked_sub(1)?)?;
        match self.all.get(index) {
            Some(here) if here.sentence != token.sentence => None,
            _ => Some(token),
        }
    }

    /// The indexes of the tokens of a sentence; of one that there is not, none.
    pub fn of_sentence(&self, sentence: usize) -> std::ops::Range<usize> {
        let start_of = |sentence: usize| self.starts.get(sentence).copied().unwrap_or(self.all.len());
        start_of(sentence)..start_of(sentence.saturating_add(1))
    }

    /// The index of the first token that begins at `offset` or after it.
    pub fn at(&self, offset: usize) -> usize {
        self.all.partition_point(|token| token.span.start < offset)
    }

    /// The span from the token `first` to the token before `end`.
    pub fn span(&self, first: usize, end: usize) -> Span {
        let start = self.all.get(first).map_or(0, |token| token.span.start);
        let last = end.checked_sub(1).and_then(|last| self.all.get(last));
        Span::new(start, last.map_or(start, |token| token.span.end))
    }

    /// Where the bracket ends that begins with the token `at`; `at`, if none does.
    /// What is in brackets is thrown in: `Acme (NYSE: ACM) bought`.
    pub fn after_bracket(&self, at: usize) -> usize {
        let Some(open) = self.all.get(at).filter(|token| token.is_mark('(')) else { return at };
        let within = self.all.iter().skip(at + 1).take(LONGEST_BRACKET);
        let mut within = within.take_while(|token| token.sentence == open.sentence);
        within.position(|token| token.is_mark(')')).map_or(at, |inside| at + inside + 2)
    }

    /// Where the bracket begins that ends before the token `at`; `at`, if none does.
    pub fn before_bracket(&self, at: usize) -> usize {
        if !self.before(at).is_some_and(|token| token.is_mark(')')) {
            return at;
        }
        (at.saturating_sub(LONGEST_BRACKET + 1)..at).rfind(|&open| self.after_bracket(open) == at).unwrap_or(at)
    }

    /// The words from `first` to before `end`, folded, parted by one space.
    pub fn words(&self, first: usize, end: usize) -> String {
        let tokens = self.all.get(first..end).unwrap_or_default();
        let mut words = String::with_capacity(tokens.iter().map(|token| token.word.len() + 1).sum());
        for token in tokens {
            if !words.is_empty() && token.kind != TokenKind::Possessive && !token.is_mark(',') {
                words.push(' ');
            }
            words.push_str(&token.word);
        }
        words
    }
}

/// Abbreviations whose point belongs to the word.
const POINTED: [&str; 32] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "rev", "hon", "sen", "rep",
    "gov", "pres", "inc", "corp", "co", "ltd", "bros", "jr", "sr", "no", "vs", "messrs", "mt", "ft", "brig",
];

/// Cuts a sentence, `base` being where it begins, into tokens.
fn cut<'d>(text: &'d str, base: usize, sentence: usize, tokens: &mut Vec<Token<'d>>) {
    let cutter = Cutter { text };
    let mut at = 0;
    // The character before, where it is one of ASCII.
    let mut before = None;
    while let Some(c) = cutter.char_at(at) {
        let start = at;
        at += c.len_utf8();
        let kind = if c == ' ' {
            before = Some(c);
            continue;
        } else if c.is_ascii_alphabetic() {
            at = cutter.end_of_word(start, c);
            TokenKind::Word
        } else if c.is_whitespace() {
            before = Some(c);
            continue;
        } else if cutter.possessive(start) {
            at += 1;
            TokenKind::Possessive
        } else if c.is_alphanumeric() {
            at = cutter.end_of_word(start, c);
            let word = text.get(start..at).unwrap_or("");
            if word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',') {
                TokenKind::Number
            } else {
                TokenKind::Word
            }
        } else {
            // The bare mark of a plural's possessive: `the states’ leaders`.
            let after_s = matches!(before, Some('s' | 'z' | 'x'));
            if is_apostrophe(c) && after_s && !cutter.alphanumeric(at) {
                TokenKind::Possessive
            } else {
                TokenKind::Mark(c)
            }
        };
        let text = text.get(start..at).unwrap_or("");
        before = text.as_bytes().last().filter(|byte| byte.is_ascii()).map(|byte| char::from(*byte));
        tokens.push(Token::new(text, Span::new(base + start, base + at), kind, sentence));
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// A sentence's text; all places are in bytes.
struct Cutter<'d> {
    text: &'d str,
}

impl Cutter<'_> {
    fn char_at(&self, at: usize) -> Option<char> {
        char_at(self.text, at)
    }

    fn alphanumeric(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(char::is_alphanumeric)
    }

    fn digit(&self, at: usize) -> bool {
        self.text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
    }

    /// Whether no word is left of the sentence: `King Harald V.` ends with a stop, not
    /// with an initial.
    fn ends(&self, at: usize) -> bool {
        self.text.get(at..).is_none_or(|rest| !rest.contains(char::is_alphanumeric))
    }

    /// The `s` of a possessive: nothing of a word follows it.
    fn possessive(&self, at: usize) -> bool {
        let Some(mark) = self.char_at(at).filter(|mark| is_apostrophe(*mark)) else { return false };
        let letter = at + mark.len_utf8();
        matches!(self.char_at(letter), Some('s' | 'S')) && !self.alphanumeric(letter + 1)
    }

    /// Where the word ends that begins at `start` with `first`.
    fn end_of_word(&self, start: usize, first: char) -> usize {
        let mut at = start + first.len_utf8();
        // The letters since the last point, to tell initials.
        let mut since_point = 1;
        let mut pointed = false;
        loop {
            // Letters and digits of ASCII at once: most words are no more.
            let rest = self.text.as_bytes().get(at..).unwrap_or_default();
            let run = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
            at += run;
            since_point += run;
            let Some(next) = self.char_at(at) else { break };
            let after = at + next.len_utf8();
            let joins = match next {
                '-' | '‐' | '‑' | '&' => self.alphanumeric(after),
                '\'' | '’' => self.alphanumeric(after) && !self.possessive(at),
                '.' if self.digit(at - 1) => self.digit(after),
                '.' => {
                    let next_is = self.char_at(after);
                    let web = next_is.is_some_and(|c| c.is_alphanumeric() && !c.is_uppercase());
                    let initial = at == start + first.len_utf8() && !self.ends(after);
                    (since_point == 1 && (initial || pointed))
                        || (since_point > 1 && web && !self.digit(after))
                        || is_pointed(self.text.get(start..at).unwrap_or(""))
                }
                ',' => {
                    // `R1,200` too: rand.
                    (first.is_ascii_digit() || first == 'R' && self.digit(start + 1))
                        && self.digit(at - 1)
                        && (after..after + 3).all(|at| self.digit(at))
                        && !self.digit(after + 3)
                }
                next => next.is_alphanumeric() || is_combining(next),
            };
            if !joins {
                break;
            }
            pointed |= next == '.';
            since_point = if next == '.' { 0 } else { since_point + 1 };
            at = after;
        }
        at
    }
}

/// Whether it is an abbreviation whose point belongs to it.
fn is_pointed(word: &str) -> bool {
    POINTED.iter().any(|pointed| pointed.eq_ignore_ascii_case(word))
}

/// Marks that stand on the letter before them.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sentences::document_of_raw;

    fn words(text: &str) -> Vec<String> {
        let document = document_of_raw(text);
        Tokens::of(&document).all().iter().map(|token| document.slice(token.span).to_owned()).collect()
    }

    #[test]
    fn abbreviations_and_numbers_stay_whole() {
        assert_eq!(
            words("Mr. O’Neil of the U.S. paid $1,200.50."),
            ["Mr.", "O’Neil", "of", "the", "U.S.", "paid", "$", "1,200.50", "."]
        );
        assert_eq!(words("It went to Harald V."), ["It", "went", "to", "Harald", "V", "."]);
        assert_eq!(words("It went to J. Roe."), ["It", "went", "to", "J.", "Roe", "."]);
        assert_eq!(
            words("AT&T and Ask.com, in 2,000, rose 5.5%"),
            ["AT&T", "and", "Ask.com", ",", "in", "2,000", ",", "rose", "5.5", "%"]
        );
    }

    #[test]
    fn a_sentence_that_is_not_there_has_no_tokens() {
        let document = document_of_raw("Ada left.");
        for sentence in [1, usize::MAX] {
            assert!(Tokens::of(&document).of_sentence(sentence).is_empty());
        }
    }

    #[test]
    fn possessives_stand_apart() {
        assert_eq!(words("Kenya’s and the states’ aims"), ["Kenya", "’s", "and", "the", "states", "’", "aims"]);
        assert_eq!(words("Kenya 's"), ["Kenya", "'s"]);
    }

    #[test]
    fn an_arabic_article_before_a_capital_begins_a_name() {
        let document = document_of_raw("al-Said e-mail iRobot");
        let capitals: Vec<bool> = Tokens::of(&document).all().iter().map(Token::is_capitalised).collect();
        assert_eq!(capitals, [true, false, true]);
    }

    proptest! {
        #[test]
        fn tokens_stand_in_order_within_the_text(text in "\\PC{0,60}") {
            let document = document_of_raw(&text);
            let mut end = 0;
            for token in Tokens::of(&document).all() {
                prop_assert!(end <= token.span.start && token.span.start < token.span.end);
                prop_assert!(document.text.get(token.span.start..token.span.end).is_some());
                end = token.span.end;
            }
        }
    }
}
