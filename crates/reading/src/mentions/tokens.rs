//! Words, numbers and marks of a document, as the search for names needs
//! them: hyphenated and abbreviated words whole, possessives apart.

use crate::document::Document;
use crate::knowledge::fold;
use crate::span::Span;

/// A word, a number, a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the document's text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The index of its sentence.
    pub sentence: usize,
    /// The word, folded to plain letters, capitals as they are.
    pub word: String,
    /// The same in lower case.
    pub lower: String,
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

impl Token {
    /// Whether it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it is the word `lower`.
    pub fn is(&self, lower: &str) -> bool {
        self.kind == TokenKind::Word && self.lower == lower
    }

    /// Whether it is one of these words.
    pub fn is_any(&self, words: &[&str]) -> bool {
        self.kind == TokenKind::Word && words.contains(&self.lower.as_str())
    }

    /// Whether it begins with a capital, or with an Arabic article before
    /// one (`al-Said`), or has a capital after its first letter (`iRobot`).
    pub fn is_capitalised(&self) -> bool {
        if self.kind != TokenKind::Word {
            return false;
        }
        let mut chars = self.word.chars();
        let Some(first) = chars.next() else { return false };
        if first.is_uppercase() {
            return true;
        }
        if let Some((article, name)) = self.word.split_once('-')
            && matches!(article, "al" | "el" | "ash" | "as" | "ad" | "ar" | "an" | "ul" | "e")
        {
            return name.chars().next().is_some_and(char::is_uppercase);
        }
        first.is_lowercase() && chars.next().is_some_and(char::is_uppercase)
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
        let letters = self.word.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 2 && !self.word.chars().any(char::is_lowercase)
    }
}

/// The tokens of a document, sentence by sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens {
    all: Vec<Token>,
    /// The first token of each sentence, and the end of the last.
    starts: Vec<usize>,
}

impl Tokens {
    /// Cuts a document into tokens.
    pub fn of(document: &Document) -> Self {
        let mut tokens = Self::default();
        for (index, sentence) in document.sentences.iter().enumerate() {
            tokens.starts.push(tokens.all.len());
            cut(document.slice(sentence.span), sentence.span.start, index, &mut tokens.all);
        }
        tokens.starts.push(tokens.all.len());
        tokens
    }

    /// All tokens.
    pub fn all(&self) -> &[Token] {
        &self.all
    }

    /// The token at `index`.
    pub fn get(&self, index: usize) -> Option<&Token> {
        self.all.get(index)
    }

    /// The token before `index`, if it is of the same sentence.
    pub fn before(&self, index: usize) -> Option<&Token> {
        let token = self.all.get(index.checked_sub(1)?)?;
        match self.all.get(index) {
            Some(here) if here.sentence != token.sentence => None,
            _ => Some(token),
        }
    }

    /// The indexes of the tokens of a sentence.
    pub fn of_sentence(&self, sentence: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(sentence).copied().unwrap_or(self.all.len());
        start..self.starts.get(sentence + 1).copied().unwrap_or(self.all.len())
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

    /// The words from `first` to before `end`, folded, parted by one space.
    pub fn words(&self, first: usize, end: usize) -> String {
        let mut words = String::new();
        for token in self.all.get(first..end).unwrap_or_default() {
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

fn cut(text: &str, base: usize, sentence: usize, tokens: &mut Vec<Token>) {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let offset = |i: usize| chars.get(i).map_or(text.len(), |(offset, _)| *offset);
    let char_at = |i: usize| chars.get(i).map(|(_, c)| *c);
    let alphanumeric = |i: usize| char_at(i).is_some_and(char::is_alphanumeric);
    let apostrophe = |i: usize| matches!(char_at(i), Some('\'' | '’'));
    // The `s` of a possessive: nothing of a word follows it.
    let possessive = |i: usize| apostrophe(i) && matches!(char_at(i + 1), Some('s' | 'S')) && !alphanumeric(i + 2);
    let mut i = 0;
    while let Some(c) = char_at(i) {
        let start = i;
        let kind = if c.is_whitespace() {
            i += 1;
            continue;
        } else if possessive(i) {
            i += 2;
            TokenKind::Possessive
        } else if c.is_alphanumeric() {
            i += 1;
            // The letters since the last point, to tell initials.
            let mut since_point = 1;
            while let Some(next) = char_at(i) {
                let joins = match next {
                    '-' | '‐' | '‑' | '&' => alphanumeric(i + 1),
                    '\'' | '’' => alphanumeric(i + 1) && !possessive(i),
                    '.' => {
                        let digits = char_at(i - 1).is_some_and(|c| c.is_ascii_digit());
                        let digit_follows = char_at(i + 1).is_some_and(|c| c.is_ascii_digit());
                        if digits {
                            digit_follows
                        } else {
                            let word = text.get(offset(start)..offset(i)).unwrap_or("");
                            let web = alphanumeric(i + 1) && !char_at(i + 1).is_some_and(char::is_uppercase);
                            (since_point == 1 && (i == start + 1 || word.contains('.')))
                                || (since_point > 1 && web && !digit_follows)
                                || POINTED.contains(&word.to_ascii_lowercase().as_str())
                        }
                    }
                    ',' => {
                        let digit = |i: usize| char_at(i).is_some_and(|c| c.is_ascii_digit());
                        // `R1,200` too: rand.
                        let first = c.is_ascii_digit() || c == 'R' && digit(start + 1);
                        first && digit(i - 1) && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4)
                    }
                    next => next.is_alphanumeric() || is_combining(next),
                };
                if !joins {
                    break;
                }
                since_point = if next == '.' { 0 } else { since_point + 1 };
                i += 1;
            }
            let word = text.get(offset(start)..offset(i)).unwrap_or("");
            if word.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
                TokenKind::Number
            } else {
                TokenKind::Word
            }
        } else {
            i += 1;
            // The bare mark of a plural's possessive: `the states’ leaders`.
            let after_s = start > 0 && matches!(char_at(start - 1), Some('s' | 'z' | 'x'));
            if apostrophe(start) && after_s && !alphanumeric(i) { TokenKind::Possessive } else { TokenKind::Mark(c) }
        };
        let span = Span::new(base + offset(start), base + offset(i));
        let word = fold(text.get(offset(start)..offset(i)).unwrap_or("")).into_owned();
        let lower = word.to_lowercase();
        tokens.push(Token { span, kind, sentence, word, lower });
    }
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
        assert_eq!(
            words("AT&T and Ask.com, in 2,000, rose 5.5%"),
            ["AT&T", "and", "Ask.com", ",", "in", "2,000", ",", "rose", "5.5", "%"]
        );
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
