//! Transcripts: a label names the speaker, and the paragraphs after it are
//! theirs until the next label.

use story::{QuoteForm, SentencePart};

use super::QuoteSpan;
use crate::document::Document;
use crate::span::Span;
use crate::text::{is_all_capitals, is_capitalised, is_space};

/// Longer ones are sentences with a colon.
const LONGEST_LABEL: usize = 90;

/// Small words that a label may hold.
const SMALL_WORDS: &[&str] =
    &["and", "at", "bin", "da", "de", "del", "der", "di", "el", "for", "in", "la", "of", "on", "the", "van", "von"];

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
    let colon =
        inner.char_indices().take(LONGEST_LABEL).find(|(_, c)| matches!(c, ':' | '：')).map(|(offset, _)| offset)?;
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

fn is_label(name: &str) -> bool {
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

/// Whether the text at these paragraphs is a transcript: two labels or more,
/// which name someone, and someone speaks of themselves or to another.
pub(crate) fn is_transcript(text: &str, paragraphs: &[Span]) -> bool {
    let mut names: Vec<&str> = Vec::new();
    let mut speaks = false;
    for (index, span) in paragraphs.iter().enumerate() {
        if let Some(label) = label(text, *span) {
            names.push(label.speaker.of(text));
            let next = paragraphs.get(index + 1).map_or("", |next| next.of(text));
            speaks |= is_spoken(Span::new(label.speech, span.end).of(text)) || is_spoken(next);
        }
    }
    names.sort_unstable();
    let repeats = names.windows(2).any(|pair| matches!(pair, [a, b] if a == b));
    let full = names.iter().filter(|name| name.contains(' ') || is_all_capitals(name)).count();
    speaks && names.len() >= 2 && (repeats || full >= 2)
}

/// Whether someone speaks of themselves or to another.
pub(super) fn is_spoken(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| {
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
        assert_eq!(label_of("Open: 10:30"), Some("Open"));
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
}
