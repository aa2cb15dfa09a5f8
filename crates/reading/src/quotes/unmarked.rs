//! Direct speech without marks: a paragraph in the first person that ends
//! with its speaker: `…, said the mayor.`

use story::{QuoteForm, SentencePart};

use super::QuoteSpan;
use super::clause::{Attribution, Clause};
use super::words::is_saying_verb;
use crate::document::{Document, Sentence};
use crate::span::Span;
use crate::text::{has_any, is_capitalised, words};

/// How much of a sentence's end is searched for the speaker, in bytes.
const LONGEST_TAIL: usize = 160;

/// The unmarked speeches of the document's paragraphs that `is_free` of other
/// quotes.
pub(super) fn find(document: &Document, is_free: impl Fn(usize) -> bool) -> Vec<QuoteSpan> {
    if is_told_by_its_author(document) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut rest = document.sentences.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|sentence| sentence.paragraph == first.paragraph).count();
        let (paragraph, after) = rest.split_at(count);
        rest = after;
        if first.part == SentencePart::Body && is_free(first.paragraph) {
            found.extend(speech(document, paragraph));
        }
    }
    found
}

/// So many paragraphs in the first person, with no speaker, are the author's.
const PARAGRAPHS_OF_AN_AUTHOR: usize = 2;

/// Whether the author speaks: a column, a letter, a diary.
fn is_told_by_its_author(document: &Document) -> bool {
    let mut own = 0;
    for paragraph in &document.paragraphs {
        let text = document.slice(paragraph.span);
        let last = document.sentences.partition_point(|sentence| sentence.span.start < paragraph.span.end);
        let last = last.checked_sub(1).and_then(|last| document.sentences.get(last));
        let has_speaker = || last.is_some_and(|last| tail(&document.text, last.span).is_some());
        own += usize::from(says_i(text) && !has_any(text, &['"', '“', '”', '«']) && !has_speaker());
    }
    own >= PARAGRAPHS_OF_AN_AUTHOR
}

/// Verbs that stand with speech that has no marks.
const PLAIN: &[&str] = &[
    "added",
    "concluded",
    "emphasised",
    "emphasized",
    "explained",
    "noted",
    "remarked",
    "replied",
    "said",
    "says",
    "stated",
    "stressed",
    "told",
];

/// Verbs that tell what a speaker did with words.
const TELLING: &[&str] = &[
    "congratulated",
    "discussed",
    "greeted",
    "informed",
    "invited",
    "met",
    "received",
    "spoke",
    "thanked",
    "welcomed",
];

fn speech(document: &Document, sentences: &[Sentence]) -> Option<QuoteSpan> {
    let text = document.text.as_str();
    let (last, before) = sentences.split_last()?;
    let (end, attribution) = tail(text, last.span)?;
    let speaker = attribution.speaker?;
    let mut start = last.span.start;
    for sentence in before.iter().rev() {
        if is_told(sentence.span.of(text), speaker.of(text)) {
            break;
        }
        start = sentence.span.start;
    }
    let content = Span::new(start, end);
    if !speaks_of_oneself(content.of(text)) || is_told(Span::new(last.span.start, end).of(text), speaker.of(text)) {
        return None;
    }
    Some(QuoteSpan {
        span: content,
        content,
        parts: super::parts(document, content),
        form: QuoteForm::Unmarked,
        speaker: Some(speaker),
        cue: attribution.cue,
        guessed: false,
    })
}

/// The speaker after the sentence's last comma, and where the speech before
/// it ends.
fn tail(text: &str, sentence: Span) -> Option<(usize, Attribution)> {
    let inner = sentence.of(text);
    let comma = inner.rfind(',')?;
    if inner.len() - comma > LONGEST_TAIL {
        return None;
    }
    let end = sentence.start + comma;
    let clause = Clause::new(text, Span::new(end + 1, sentence.end));
    let attribution = clause.after_quote()?;
    attribution.speaker?;
    let plain = attribution.cue.is_some_and(|cue| PLAIN.contains(&cue.of(text)));
    plain.then_some((end, attribution))
}

/// Whether someone speaks of themselves, or of themselves and others.
fn speaks_of_oneself(text: &str) -> bool {
    says_i(text) || words(text).any(|(_, word)| matches!(word, "my" | "My" | "we" | "We" | "us" | "our" | "Our"))
}

/// Whether the text has the word `I`; in `World War I` it is a number.
fn says_i(text: &str) -> bool {
    text.match_indices('I').any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + 1..).unwrap_or_default();
        let is_word = !before.is_some_and(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        is_word && after.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
    })
}

/// Whether the sentence tells of the speaker instead of letting them speak:
/// it names them, or has a verb of saying with a subject of its own.
fn is_told(sentence: &str, speaker: &str) -> bool {
    let name = speaker.split(|c: char| !c.is_alphanumeric()).rfind(|word| is_capitalised(word) && word.len() > 2);
    let mut before = "";
    for (_, word) in words(sentence) {
        if Some(word) == name {
            return true;
        }
        let subject = (is_capitalised(before) && !matches!(before, "I" | "We")) || matches!(before, "he" | "she");
        if subject && (TELLING.contains(&word) || (is_saying_verb(word) && word.ends_with('d'))) {
            return true;
        }
        before = word;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speeches(text: &str) -> Vec<(String, String)> {
        let document = crate::sentences::document_of_raw(text);
        find(&document, |_| true)
            .iter()
            .map(|quote| (document.slice(quote.content).to_owned(), document.slice(quote.speaker.unwrap()).to_owned()))
            .collect()
    }

    #[test]
    fn the_speaker_after_a_paragraph_in_the_first_person_has_said_it() {
        assert_eq!(
            speeches("Lovelace thanked the council. The bridge is old. We shall mend it, said the Delft mayor."),
            [("The bridge is old. We shall mend it".to_owned(), "the Delft mayor".to_owned())]
        );
    }

    #[test]
    fn an_author_in_the_first_person_quotes_nobody() {
        let text = "I went to Delft in May.\n\nI saw the bridge with my own eyes.\n\nWe crossed it at night, said Bo.";
        assert!(speeches(text).is_empty());
    }

    #[test]
    fn what_is_only_reported_is_no_quote() {
        assert!(speeches("The bridge is old and needs care, the mayor stressed.").is_empty());
    }
}
