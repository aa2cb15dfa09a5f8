//! Quotation marks → the spans between them.
//!
//! Marks are read by what stands beside them as much as by their shape, since
//! texts lose, turn and double them: a mark after a space and before a letter
//! opens, one after a letter or a stop and before a space closes.

use crate::span::Span;
use crate::text::is_space;

/// A stretch between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    /// With the marks.
    pub(super) span: Span,
    /// Without them.
    pub(super) content: Span,
    /// Whether a mark opens it.
    pub(super) opened: bool,
    /// Whether a mark closes it.
    pub(super) closed: bool,
}

/// The families of marks; one closes what its own family opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Guillemet,
    Single,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

/// A quotation mark, in the text.
#[derive(Debug, Clone, Copy)]
struct Mark {
    span: Span,
    family: Family,
    shape: Shape,
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    fn looks_opening(self) -> bool {
        self.before.is_none_or(|c| {
            is_space(c) || matches!(c, '(' | '[' | '-' | '–' | '—' | '―' | '/' | '…' | '“' | '‘' | '"' | '\'' | ':')
        }) && self.after.is_some_and(|c| !is_space(c) && !matches!(c, ',' | ';' | ')' | ':' | '?' | '!'))
    }

    fn looks_closing(self) -> bool {
        self.before.is_some_and(|c| !is_space(c)) && self.after.is_none_or(|c| !c.is_alphanumeric())
    }

    /// `said,"We left`
    fn lacks_space(self) -> bool {
        self.shape == Shape::Either
            && self.family == Family::Double
            && matches!(self.before, Some(',' | '.'))
            && self.after.is_some_and(char::is_alphabetic)
    }

    fn follows_stop(self) -> bool {
        self.before.is_some_and(|c| matches!(c, ',' | '.' | '?' | '!' | '…'))
    }
}

/// A word in marks within speech has no more bytes.
const LONGEST_WORD: usize = 24;

/// The marked stretches of the paragraph at `span`, in order, none within
/// another. A stretch that only one mark bounds runs from the paragraph's
/// start, or to its end; there is at most one of each.
pub(super) fn stretches(text: &str, span: Span) -> Vec<Marked> {
    let marks = marks(text, span);
    let has_double = marks.iter().any(|mark| mark.family != Family::Single);
    let mut found: Vec<Marked> = Vec::new();
    let mut open: Option<Mark> = None;
    let mut past = 0;
    for (index, &mark) in marks.iter().enumerate() {
        if mark.family == Family::Single && has_double || mark.span.start < past {
            continue;
        }
        // `"The other “papers” wrote so.`: a word in turned marks within straight ones.
        let next = marks.get(index + 1).filter(|next| next.shape == Shape::Closes && mark.shape == Shape::Opens);
        if let Some(next) = next
            && open.is_some_and(|open| open.shape == Shape::Either && open.span.start == span.start)
            && next.span.start - mark.span.end <= LONGEST_WORD
        {
            past = next.span.end;
            continue;
        }
        match open {
            None if opens(mark) || mark.lacks_space() => open = Some(mark),
            None => {
                if found.is_empty() && mark.family == Family::Double && mark.follows_stop() && mark.looks_closing() {
                    let content = Span::new(span.start, mark.span.start);
                    found.push(Marked {
                        span: Span::new(span.start, mark.span.end),
                        content,
                        opened: false,
                        closed: true,
                    });
                }
            }
            Some(opening) if opening.family == mark.family => {
                if closes(mark) {
                    found.push(between(opening, mark));
                    open = None;
                } else if opens(mark) {
                    // The earlier mark never closed.
                    open = Some(mark);
                }
            }
            Some(_) => {}
        }
    }
    if let Some(opening) = open
        && opening.family != Family::Single
    {
        let content = Span::new(opening.span.end, span.end);
        found.push(Marked { span: Span::new(opening.span.start, span.end), content, opened: true, closed: false });
    }
    found.retain(|marked| !marked.content.of(text).trim().is_empty());
    found
}

fn between(opening: Mark, closing: Mark) -> Marked {
    Marked {
        span: Span::new(opening.span.start, closing.span.end),
        content: Span::new(opening.span.end, closing.span.start),
        opened: true,
        closed: true,
    }
}

/// Whether the mark opens, where nothing is open.
fn opens(mark: Mark) -> bool {
    match (mark.family, mark.shape) {
        // An apostrophe may stand at the start of a word: ask for a capital.
        (Family::Single, _) => mark.looks_opening() && mark.after.is_some_and(char::is_uppercase),
        (_, Shape::Opens) => !(mark.looks_closing() && !mark.looks_opening() && mark.follows_stop()),
        (_, Shape::Closes | Shape::Either) => mark.looks_opening(),
    }
}

/// Whether the mark closes, where its family is open.
fn closes(mark: Mark) -> bool {
    match (mark.family, mark.shape) {
        // `the states’ rights` has an apostrophe in the same place.
        (Family::Single, _) => mark.looks_closing() && mark.follows_stop(),
        (_, Shape::Closes) => true,
        (_, Shape::Opens) => mark.looks_closing() && !mark.looks_opening(),
        (_, Shape::Either) => mark.looks_closing() || !mark.looks_opening(),
    }
}

fn marks(text: &str, span: Span) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let inner = span.of(text);
    let (mut at, mut before) = (0, None);
    loop {
        // Past the letters of ASCII, which are no marks.
        let rest = inner.as_bytes().get(at..).unwrap_or_default();
        let Some(run) = rest.iter().position(|byte| matches!(byte, b'"' | b'\'' | b'`') || !byte.is_ascii()) else {
            break;
        };
        if let Some(last) = run.checked_sub(1).and_then(|last| rest.get(last)) {
            before = Some(char::from(*last));
        }
        at += run;
        let Some(c) = inner.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let start = span.start + at;
        at += c.len_utf8();
        // Two single marks stand for a double one: ``so'' or ''so''.
        let doubled = matches!(c, '\'' | '`' | '’' | '‘') && inner.get(at..).is_some_and(|rest| rest.starts_with(c));
        if doubled {
            at += c.len_utf8();
        }
        let kind = match c {
            '\'' if doubled => Some((Family::Double, Shape::Either)),
            '`' | '‘' if doubled => Some((Family::Double, Shape::Opens)),
            '’' if doubled => Some((Family::Double, Shape::Closes)),
            '"' | '＂' => Some((Family::Double, Shape::Either)),
            '“' | '„' | '‟' => Some((Family::Double, Shape::Opens)),
            '”' => Some((Family::Double, Shape::Closes)),
            '«' => Some((Family::Guillemet, Shape::Opens)),
            '»' => Some((Family::Guillemet, Shape::Closes)),
            '‘' => Some((Family::Single, Shape::Opens)),
            '’' => Some((Family::Single, Shape::Closes)),
            '\'' => Some((Family::Single, Shape::Either)),
            _ => None,
        };
        if let Some((family, shape)) = kind {
            let after = inner.get(at..).and_then(|rest| rest.chars().next());
            marks.push(Mark { span: Span::new(start, span.start + at), family, shape, before, after });
        }
        before = Some(c);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(text: &str) -> Vec<&str> {
        stretches(text, Span::new(0, text.len())).iter().map(|marked| marked.content.of(text)).collect()
    }

    #[test]
    fn marks_of_every_family_are_paired() {
        assert_eq!(
            contents("“One,” he said. \"Two,\" she said. ``Three,'' it said. «Four»."),
            ["One,", "Two,", "Three,", "Four"]
        );
        assert_eq!(contents("‘It’s the states’ right,’ he said."), ["It’s the states’ right,"]);
    }

    #[test]
    fn a_mark_turned_the_wrong_way_is_read_by_its_place() {
        assert_eq!(contents("”We won,“ she said."), ["We won,"]);
    }

    #[test]
    fn a_quote_that_never_opened_begins_with_its_paragraph() {
        let text = "We won. We are glad,” she said, and “left”.";
        assert_eq!(contents(text), ["We won. We are glad,", "left"]);
    }

    #[test]
    fn a_quote_that_never_closes_runs_to_its_paragraph_s_end() {
        let text = "“We won. We are glad.";
        let found = stretches(text, Span::new(0, text.len()));
        assert_eq!(found.len(), 1);
        assert!(!found[0].closed);
    }

    #[test]
    fn a_word_in_other_marks_ends_no_speech() {
        let text = "\"The other “papers” wrote so. We did not.";
        assert_eq!(contents(text), ["The other “papers” wrote so. We did not."]);
        assert_eq!(contents("He said,\"We left at once.\" She stayed."), ["We left at once."]);
    }

    #[test]
    fn inches_and_apostrophes_open_nothing() {
        assert!(contents("He is 5'10\" tall and the boys' coats are long.").is_empty());
    }
}
