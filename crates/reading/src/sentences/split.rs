//! A paragraph → its sentences.
//!
//! A full stop, an exclamation or a question mark ends a sentence when what
//! follows can begin one. Quotation marks and brackets after it belong to the
//! sentence that they close. Brackets and quotes that never close hold
//! nothing together, so that a slip in the text costs no more than itself.

use super::abbreviations::{ANYWHERE, BEFORE_A_NAME, BEFORE_A_NUMBER, STARTERS};
use super::lines::trimmed;
use crate::quotes::is_saying_verb;
use crate::span::Span;
use crate::text::{is_capitalised, is_space};
use crate::wordlist::is_one_of;

/// How far back a word is read, in bytes: longer ones are no abbreviations.
const LONGEST_ABBREVIATION: usize = 16;

/// `No.`, `vol.`, `fig.`: abbreviations before a number are no longer.
const LONGEST_OF_THE_NUMBERED: usize = 4;

/// A time so early in its sentence is what the sentence begins with: `At 5 a.m. Ada left.`
const WORDS_TO_THE_CLOCK: usize = 3;

/// How many words after a quoted question may go before the verb of saying:
/// `“Why?” the old man asked`.
const WORDS_TO_THE_VERB: usize = 5;

/// No sentence of news has so many bytes: no rule need look through a megabyte for its verb.
const LONGEST_SENTENCE: usize = 8_000;

/// The sentences of the paragraph at `span`, trimmed, in order.
pub(super) fn sentences(text: &str, span: Span) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = span.start;
    let mut at = span.start;
    while at < span.end {
        let Some(next) = next_terminator(text, Span::new(at, span.end)) else { break };
        let run = Span::new(next, end_of(text, Span::new(next, span.end), is_terminator));
        let closed = end_of(text, Span::new(run.end, span.end), is_closer);
        let closed = after_note(text, Span::new(start, next), Span::new(closed, span.end));
        at = closed.max(run.end);
        let found = Ending { text, sentence: Span::new(start, span.end), run, closed };
        if found.ends_sentence() {
            push(text, Span::new(start, closed), &mut sentences);
            start = closed;
        }
    }
    push(text, Span::new(start, span.end), &mut sentences);
    sentences
}

/// Adds a sentence; one that runs on and on is cut between words, or where it has none.
fn push(text: &str, span: Span, sentences: &mut Vec<Span>) {
    let mut rest = trimmed(text, span);
    while rest.end - rest.start > LONGEST_SENTENCE {
        let most = text.floor_char_boundary(rest.start + LONGEST_SENTENCE);
        let space = text.get(rest.start..most).and_then(|piece| piece.rfind(is_space));
        let cut = space.map_or(most, |at| rest.start + at);
        sentences.push(trimmed(text, Span::new(rest.start, cut)));
        rest = trimmed(text, Span::new(cut, rest.end));
    }
    if !rest.is_empty() {
        sentences.push(rest);
    }
}

fn next_terminator(text: &str, span: Span) -> Option<usize> {
    let inner = span.of(text);
    let mut at = 0;
    loop {
        // What may begin a terminator: one of ASCII, or any character beyond it.
        let rest = inner.as_bytes().get(at..)?;
        at += rest.iter().position(|byte| matches!(byte, b'.' | b'!' | b'?') || !byte.is_ascii())?;
        let c = inner.get(at..)?.chars().next()?;
        if is_terminator(c) {
            return Some(span.start + at);
        }
        at += c.len_utf8();
    }
}

/// Where the run of characters that `holds` ends.
fn end_of(text: &str, span: Span, holds: impl Fn(char) -> bool) -> usize {
    let inner = span.of(text);
    span.start + (inner.len() - inner.trim_start_matches(holds).len())
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '．')
}

/// What may close after a terminator and still belong to its sentence.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '»' | '\'' | ')' | ']' | '}' | '*')
}

/// Passes over the number of a note: `….[12] The next`, `… was heard.11 12 The next`.
fn after_note(text: &str, before: Span, after: Span) -> usize {
    let rest = after.of(text);
    let note = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match note {
        Some((number, _)) if (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            after.start + number.len() + 2
        }
        _ => {
            // After a word, not after what is numbered: `No.1`, `fig.2`.
            let before = before.of(text);
            let word = before.bytes().rev().take_while(u8::is_ascii_lowercase).count();
            let next = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
            let number = rest.get(..rest.len() - next.len()).unwrap_or_default();
            let is_note = rest.starts_with(|c: char| c.is_ascii_digit())
                && number.ends_with(' ')
                && number.split(' ').all(|number| number.len() <= 2)
                && next.starts_with(char::is_uppercase)
                && (word > LONGEST_OF_THE_NUMBERED || before.ends_with(')'));
            if is_note { after.start + number.trim_end().len() } else { after.start }
        }
    }
}

/// A run of terminators, where a sentence may end.
struct Ending<'t> {
    text: &'t str,
    /// From the sentence's start to the paragraph's end.
    sentence: Span,
    /// The terminators.
    run: Span,
    /// Where the closing marks after them end.
    closed: usize,
}

impl<'t> Ending<'t> {
    fn ends_sentence(&self) -> bool {
        let after = self.after();
        let rest = after.trim_start_matches(is_space);
        if rest.is_empty() {
            return true;
        }
        let follows_space = rest.len() < after.len();
        if !follows_space {
            return self.runs_into_the_next(rest);
        }
        if !begins_sentence(rest) || self.is_only_a_number() {
            return false;
        }
        if self.closed > self.run.end && self.closes_quote() && speaker_follows(rest) {
            return false;
        }
        if self.run.of(self.text) != "." {
            return true;
        }
        !self.stop_is_of_the_word(rest)
    }

    fn after(&self) -> &'t str {
        Span::new(self.closed, self.sentence.end).of(self.text)
    }

    fn closes_quote(&self) -> bool {
        Span::new(self.run.end, self.closed).of(self.text).contains(['"', '”', '’', '»', '\''])
    }

    /// The word that the full stop follows, within [`LONGEST_ABBREVIATION`].
    fn word_before(&self) -> &'t str {
        let before = Span::new(self.sentence.start, self.run.start).of(self.text);
        let mut start = before.len();
        for (offset, c) in before.char_indices().rev() {
            if before.len() - offset > LONGEST_ABBREVIATION || !(c.is_alphanumeric() || c == '.' || c == '&') {
                break;
            }
            start = offset;
        }
        before.get(start..).unwrap_or("")
    }

    /// What stands in the sentence before the stop, without the mark of an item.
    fn before(&self) -> &'t str {
        let before = Span::new(self.sentence.start, self.run.start).of(self.text);
        before.trim_matches(|c| is_space(c) || matches!(c, '•' | '⁃'))
    }

    /// `1. First item`: a number alone before the stop is the item's.
    fn is_only_a_number(&self) -> bool {
        let before = self.before();
        let of_an_item = |c: char| c.is_ascii_digit() || c == '.';
        before.len() <= LONGEST_ABBREVIATION
            && before.starts_with(|c: char| c.is_ascii_digit())
            && before.chars().all(of_an_item)
            && self.run.of(self.text) == "."
    }

    /// Whether the full stop is the word's own and ends nothing.
    fn stop_is_of_the_word(&self, rest: &str) -> bool {
        let word = self.word_before();
        let next = first_word(rest);
        // `Q. What …`, `a. The first item`: a letter alone leads its line.
        if word.len() == 1 && self.before() == word {
            return true;
        }
        let digit_follows = rest.starts_with(|c: char| c.is_ascii_digit());
        let starter_follows = is_one_of(STARTERS, next) && is_capitalised(next);
        if word.is_empty() {
            return false;
        }
        if is_one_of(BEFORE_A_NAME, word) && is_capitalised(word) {
            return self.closed == self.run.end;
        }
        // `p. 5`, but `Jane P. Roe`.
        if is_one_of(BEFORE_A_NUMBER, word) && !is_initial(word) {
            return digit_follows;
        }
        if is_one_of(ANYWHERE, word) {
            // `the mass.` is a word, `Mass.` a state.
            let is_word_too = word.chars().all(char::is_lowercase) && !matches!(word, "al" | "co" | "etc" | "vs");
            return !is_word_too && !starter_follows && (!rest.starts_with(is_opener) || letters_in_brackets(rest));
        }
        if matches!(word, "a.m" | "p.m" | "A.M" | "P.M") {
            return is_of_the_clock(next)
                || rest.starts_with('(')
                || self.before().split(is_space).count() <= WORDS_TO_THE_CLOCK;
        }
        if is_spelt_with_stops(word) {
            return !starter_follows && (!rest.starts_with(is_opener) || letters_in_brackets(rest));
        }
        if word == "I" && !self.follows_capitalised_word(word) {
            return false;
        }
        // `Harald V. The`, but `Jane P. So`, who may be somebody.
        let starts =
            next.len() > 1 && (matches!(next, "But" | "The" | "They" | "This") || !self.follows_capitalised_word(word));
        is_initial(word) && !(starter_follows && starts)
    }

    /// `John F.`: the word before the initial begins with a capital.
    fn follows_capitalised_word(&self, word: &str) -> bool {
        let end = self.run.start.saturating_sub(word.len());
        let before = Span::new(self.sentence.start, end).of(self.text).trim_end_matches(is_space);
        let mut first = None;
        for c in before.chars().rev().take(LONGEST_ABBREVIATION).take_while(|c| c.is_alphabetic()) {
            first = Some(c);
        }
        first.is_some_and(char::is_uppercase)
    }

    /// `…ended.The next`: no space, but a small word before and a capitalised
    /// one after. Addresses (`example.com`) and numbers do not look so.
    fn runs_into_the_next(&self, rest: &str) -> bool {
        let mut next = rest.chars();
        let capitalised = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
        let word = self.word_before();
        let closed_or_small =
            self.closed > self.run.end || (word.chars().count() > 2 && word.chars().all(char::is_lowercase));
        // `on Tuesday.The next`: such a word begins a sentence.
        let next = first_word(rest);
        let starts = || next.len() > 1 && is_one_of(STARTERS, next) && word.chars().count() > 2;
        capitalised && (closed_or_small || starts()) && self.run.len() == 1
    }
}

/// `DELFT, Mich. (XPA) –`, `Orvane Corp. (ORV)`: letters in brackets begin no sentence.
fn letters_in_brackets(rest: &str) -> bool {
    let inner = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    inner.is_some_and(|(letters, _)| {
        letters.len() <= LONGEST_ABBREVIATION && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '‘' | '«' | '„' | '(' | '[' | '`')
}

/// Whether a sentence can begin so.
fn begins_sentence(rest: &str) -> bool {
    let inner =
        rest.trim_start_matches(|c| is_opener(c) || matches!(c, '\'' | '-' | '–' | '—' | '•' | '*') || is_space(c));
    let is_item = inner
        .get(..4)
        .and_then(|item| item.split_once(')'))
        .is_some_and(|(mark, _)| rest.starts_with('(') && mark.len() <= 3);
    match inner.chars().next() {
        Some(_) if is_item => true,
        Some(c) => c.is_uppercase() || c.is_numeric() || !(c.is_lowercase() || is_inner_mark(c)),
        None => true,
    }
}

/// Marks that go on with a sentence.
fn is_inner_mark(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | ')' | '%' | '/' | '&')
}

/// The letters that `rest` begins with, after opening marks.
fn first_word(rest: &str) -> &str {
    let inner = rest.trim_start_matches(|c| is_opener(c) || c == '\'');
    let end = inner.find(|c: char| !c.is_alphabetic()).unwrap_or(inner.len());
    inner.get(..end.min(LONGEST_ABBREVIATION * 2)).unwrap_or("")
}

/// `U.S`, `a.m`: single letters with stops between.
fn is_spelt_with_stops(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic))
}

/// Words that stand after a time of the clock.
fn is_of_the_clock(next: &str) -> bool {
    matches!(
        next,
        "Central"
            | "Eastern"
            | "Greenwich"
            | "Mountain"
            | "Moscow"
            | "Pacific"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
    ) || (2..=4).contains(&next.len()) && next.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `J`: one capital letter.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether a verb of saying follows with its subject: `Ada asked.`
fn speaker_follows(rest: &str) -> bool {
    let end = rest.char_indices().nth(80).map_or(rest.len(), |(offset, _)| offset);
    let near = rest.get(..end).unwrap_or("");
    let clause = near.split([',', '.', ';', '“', '"', ':']).next().unwrap_or("");
    // `Others say: “…”` speaks of the next quote.
    let introduces = near.get(clause.len()..).is_some_and(|after| after.starts_with(':'));
    !introduces
        && clause.split(is_space).take(WORDS_TO_THE_VERB).any(is_saying_verb)
        && !clause.starts_with(['“', '"', '‘'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn what_runs_on_without_end_is_cut_between_words() {
        let (text, word) = ("it sank and ".repeat(5_000), "ä".repeat(30_000));
        let found = split(&text);
        assert!(found.len() > 5 && found.iter().all(|sentence| sentence.len() <= LONGEST_SENTENCE));
        assert_eq!(found.join(" "), text.trim());
        assert_eq!(split(&word).concat(), word);
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        assert_eq!(split("Dr. Ada met Gen. Bo at 5 p.m. on Nov. 3. It was No. 5.").len(), 2);
        assert_eq!(split("He lives in the U.S. The house is old.").len(), 2);
        assert_eq!(split("Acme Corp. Chairman J. R. Smith left.").len(), 1);
        assert_eq!(split("VELMORA, N.Y. (XPA) – It fell at 1 a.m. (2 a.m. ET) on Main Street.").len(), 1);
    }

    #[test]
    fn a_bracket_that_never_closes_holds_nothing_together() {
        assert_eq!(
            split("It joined the League of Cities (LOC. The LOC is old."),
            ["It joined the League of Cities (LOC.", "The LOC is old."]
        );
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        assert_eq!(split("“We won. We won.” He left."), ["“We won.", "We won.”", "He left."]);
    }

    #[test]
    fn the_speaker_of_a_quoted_question_stays_with_it() {
        assert_eq!(split("“Who is it?” Ada asked. Nobody spoke."), ["“Who is it?” Ada asked.", "Nobody spoke."]);
    }

    #[test]
    fn amounts_and_addresses_are_whole() {
        assert_eq!(split("It cost US$30.5 billion, says example.com. Nobody paid.").len(), 2);
    }

    #[test]
    fn a_missing_space_is_no_obstacle() {
        assert_eq!(split("The session ended.The members left."), ["The session ended.", "The members left."]);
    }

    #[test]
    fn a_note_belongs_to_the_sentence_before_it() {
        assert_eq!(split("It was never heard.11 12 The next was."), ["It was never heard.11 12", "The next was."]);
        assert_eq!(split("She saw No.1 Ada Lee and vol.2 The Sea.").len(), 1);
    }

    #[test]
    fn questions_and_answers_keep_their_letters() {
        assert_eq!(split("Q. Who left? A. Her friend left."), ["Q. Who left?", "A. Her friend left."]);
    }

    #[test]
    fn a_time_at_the_start_ends_nothing() {
        assert_eq!(split("At 5 a.m. Mr. Roe left at 6 p.m. Ada stayed.").len(), 2);
    }

    #[test]
    fn items_keep_their_numbers() {
        assert_eq!(split("1. Open the door."), ["1. Open the door."]);
    }
}
