//! Transcripts: a label names the speaker, and the paragraphs after it are
//! theirs until the next label.

use story::{QuoteForm, SentencePart};

use super::QuoteSpan;
use crate::document::Document;
use crate::knowledge::role;
use crate::order;
use crate::span::Span;
use crate::text::{has_any, is_all_capitals, is_capitalised, is_space, words};
use story::case::Case;

/// Longer ones are sentences with a colon.
const LONGEST_LABEL: usize = 90;

/// Small words that a label may hold.
const SMALL_WORDS: &[&str] =
    &["and", "at", "bin", "da", "de", "del", "der", "di", "el", "for", "in", "la", "of", "on", "the", "van", "von"];

/// Words that begin a note of the page or of an editor, and no speaker's name.
const NOTES: &[&str] = &[
    "also", "bottom", "breaking", "caption", "click", "credit", "date", "editor", "file", "image", "listen",
    "location", "more", "note", "photo", "picture", "read", "related", "see", "share", "source", "subject", "summary",
    "tags", "time", "tip", "topics", "update", "updated", "video", "warning", "watch", "where", "when", "why", "how",
    "its", "my", "our", "their", "your",
];

/// A paragraph's label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    /// The words that name the speaker.
    pub(crate) speaker: Span,
    /// Where what they say begins.
    pub(crate) speech: usize,
}

/// The label that the paragraph at `span` begins with, if it has one:
/// `Mayor of Delft Ada Lovelace: …`, `MS LOVELACE: …`, `Q: …`.
pub(crate) fn label(text: &str, span: Span) -> Option<Label> {
    let inner = span.of(text);
    let colon = first_colon(inner)?;
    let name = inner.get(..colon)?;
    let rest = inner.get(colon + 1..)?;
    let speech = rest.trim_start_matches(|c| is_space(c) || c == ':' || c == '\u{ff1a}');
    if speech.len() == rest.len() && !speech.is_empty() {
        // `10:30`, `http://…`.
        return None;
    }
    let bare = name.trim_end_matches(is_space);
    let before_bracket = bare.split(['(', '[']).next().unwrap_or("").trim_end_matches(is_space);
    if !is_label(before_bracket) || speech.chars().next().is_none_or(char::is_lowercase) {
        return None;
    }
    let end = span.start + before_bracket.len();
    Some(Label { speaker: Span::new(span.start, end), speech: span.end - speech.len() })
}

/// Where the first colon stands among as many characters as a label may have.
fn first_colon(text: &str) -> Option<usize> {
    let mut left = LONGEST_LABEL;
    for (at, byte) in text.bytes().enumerate() {
        if byte == b':' || byte == 0xef && text.get(at..).is_some_and(|rest| rest.starts_with('：')) {
            return Some(at);
        }
        // All bytes of UTF-8 but those of the form `10xxxxxx` begin a character.
        left -= usize::from(byte & 0xc0 != 0x80);
        if left == 0 {
            break;
        }
    }
    None
}

fn is_label(name: &str) -> bool {
    let first = name.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    if NOTES.contains(&first.to_small().as_str()) {
        return false;
    }
    let mut words = 0;
    for word in name.split(is_space) {
        let bare = word.trim_matches(|c: char| matches!(c, '.' | ','));
        words += 1;
        let inner_stop =
            bare.contains(['.', '!', '?', ';', '"', '“', '”']) && !bare.chars().all(|c| c.is_alphabetic() || c == '.');
        if inner_stop || !(is_capitalised(bare) || SMALL_WORDS.contains(&bare)) {
            return false;
        }
    }
    is_capitalised(name) && words <= 10
}

/// One in so many paragraphs of a transcript, at least, has a label.
const LABELLED_ONE_IN: usize = 10;

/// One in so many turns, at least, speaks of oneself or to another.
const SPOKEN_ONE_IN: usize = 5;

/// Whether the text at these paragraphs is a transcript: labels name two
/// speakers or more, often enough; what follows them are sentences, and some
/// speak of themselves or to another; fewer paragraphs report what was said.
pub(crate) fn is_transcript(text: &str, paragraphs: &[Span]) -> bool {
    let labels: Vec<Option<Label>> = paragraphs.iter().map(|span| label(text, *span)).collect();
    let Some(first) = labels.iter().position(Option::is_some) else { return false };
    let mut names: Vec<&str> = Vec::new();
    let (mut spoken, mut sentences, mut reports) = (0, 0, 0);
    for (index, (span, label)) in paragraphs.iter().zip(&labels).enumerate().skip(first) {
        match label {
            Some(label) => {
                names.push(label.speaker.of(text));
                let speech = Span::new(label.speech, span.end).of(text);
                let next = paragraphs.get(index + 1).map_or("", |next| next.of(text));
                spoken += usize::from(is_spoken(speech) || is_spoken(next));
                sentences += usize::from(speech.trim_end_matches(['"', '”', ')', ']']).ends_with(['.', '?', '!', '…']));
            }
            None => reports += usize::from(is_report(span.of(text))),
        }
    }
    let labelled = names.len();
    let often = labelled * LABELLED_ONE_IN >= paragraphs.len() - first;
    let is_speech = spoken * SPOKEN_ONE_IN >= labelled && sentences * 3 >= labelled * 2;
    if !(is_speech && often && reports < labelled) {
        return false;
    }
    let small = words_in_small_letters(text);
    names.retain(|name| !is_attribute(name, &small));
    let all = names.len();
    let full = names.iter().filter(|name| name.contains(' ') || is_all_capitals(name)).count();
    order::sort(&mut names);
    names.dedup();
    names.len() >= 2 && (names.len() < all || full >= 2)
}

/// The words that the text has in small letters, in order.
fn words_in_small_letters(text: &str) -> Vec<&str> {
    let mut small: Vec<&str> = words(text).map(|(_, word)| word).filter(|word| !is_capitalised(word)).collect();
    order::sort(&mut small);
    small.dedup();
    small
}

/// `Weight:`, `Colour and size:`: words that the text has in small letters too
/// name nobody, unless they tell what someone is.
fn is_attribute(label: &str, small: &[&str]) -> bool {
    !is_all_capitals(label)
        && words(label).all(|(_, word)| {
            let lower = word.to_small();
            lower.len() > 1 && small.binary_search(&lower.as_str()).is_ok() && role(&lower).is_empty()
        })
}

/// Whether the paragraph quotes someone and says so.
fn is_report(paragraph: &str) -> bool {
    let quotes = has_any(paragraph, &['"', '“', '”']);
    quotes && [" said", " says", " told", " added"].iter().any(|verb| paragraph.contains(verb))
}

/// Whether someone speaks of themselves or to another.
pub(super) fn is_spoken(text: &str) -> bool {
    words(text).any(|(_, word)| {
        matches!(word, "I" | "me" | "my" | "My" | "we" | "We" | "us" | "our" | "Our" | "you" | "You" | "your" | "Your")
    })
}

/// The turns of a transcript: each paragraph of a turn is one quote. Empty
/// where the document is none.
pub(super) fn find(document: &Document) -> Vec<QuoteSpan> {
    let text = document.text.as_str();
    let body: Vec<Span> =
        document.paragraphs.iter().filter(|p| p.part == SentencePart::Body).map(|paragraph| paragraph.span).collect();
    if !is_transcript(text, &body) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut speaker = None;
    for span in body {
        let mut content = span;
        if let Some(label) = label(text, span) {
            speaker = Some(label.speaker);
            content.start = label.speech;
        }
        if speaker.is_none() || content.is_empty() || is_stage_direction(content.of(text)) {
            continue;
        }
        found.push(QuoteSpan {
            span: content,
            content,
            parts: super::parts(document, content),
            form: QuoteForm::Turn,
            speaker,
            cue: None,
            guessed: false,
        });
    }
    found
}

/// `(Applause.)`, `<…>`, `* * *`: nobody says it.
fn is_stage_direction(text: &str) -> bool {
    let wrapped = |open: char, close: char| text.starts_with(open) && text.ends_with(close);
    wrapped('(', ')') || wrapped('[', ']') || wrapped('<', '>') || !text.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label_of(text: &str) -> Option<&str> {
        label(text, Span::new(0, text.len())).map(|label| label.speaker.of(text))
    }

    #[test]
    fn labels_name_someone() {
        assert_eq!(label_of("Mayor of Delft Ada Lovelace: Good morning."), Some("Mayor of Delft Ada Lovelace"));
        assert_eq!(label_of("MS. LOVELACE: Good morning."), Some("MS. LOVELACE"));
        assert_eq!(label_of("He said it again: Good morning."), None);
        assert_eq!(label_of("READ MORE: The bridge of Delft"), None);
    }

    #[test]
    fn a_turn_goes_on_until_the_next_label() {
        let text = "Mayor Ada Lovelace: I am glad to see you.\n\nIt is a fine day.\n\n(Applause.)\n\nCouncillor Bo Berg: Agreed.";
        let document = crate::sentences::document_of_raw(text);
        let turns = find(&document);
        let said: Vec<(&str, &str)> =
            turns.iter().map(|turn| (turn.speaker.map_or("", |s| s.of(text)), turn.content.of(text))).collect();
        assert_eq!(
            said,
            [
                ("Mayor Ada Lovelace", "I am glad to see you."),
                ("Mayor Ada Lovelace", "It is a fine day."),
                ("Councillor Bo Berg", "Agreed."),
            ]
        );
    }

    #[test]
    fn a_list_of_attributes_is_no_transcript() {
        let text = "Weight: You should ask for it in May.\n\nThe weight and the size differ.\n\n\
             Size: You want your own.\n\nWeight: This is yours, and you carry it.";
        assert!(find(&crate::sentences::document_of_raw(text)).is_empty());
    }

    #[test]
    fn a_report_with_labelled_boxes_is_no_transcript() {
        let text = "Top Tip: You should go in May.\n\n\"We love it,\" Ada said.\n\n\"It is fine,\" Bo told us.\n\n\
             \"Come again,\" she added.\n\nTop Tip: Bring your coat.\n\nOur Verdict: Go.";
        assert!(find(&crate::sentences::document_of_raw(text)).is_empty());
    }
}
