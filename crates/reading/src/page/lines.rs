//! The lines of a page, white space folded, each with what it is: running
//! text, a short line, or what clings to the article.

use super::clutter::{Clutter, clutter, credit};
use super::language::Script;
use super::shape::Shape;
use super::stated::{Stamp, stamp};
use crate::quotes::label;
use crate::sentences::paragraphs;
use crate::sorted::Set;
use crate::span::Span;
use crate::text::is_space;

/// A line with fewer words is no running text, unless it ends as a sentence.
const FEWEST_WORDS_OF_PROSE: usize = 25;

/// A sentence with fewer words shows no running text by itself.
pub(super) const FEWEST_WORDS_OF_A_SENTENCE: usize = 4;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Running text.
    Prose,
    /// No sentence: a headline, a heading, a link, a caption.
    Short,
    /// None of the article's.
    Clutter,
    /// Heads a part of the page that is none of the article's.
    Section,
}

/// A line of a page.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) source: Span,
    pub(super) kind: Kind,
    pub(super) words: usize,
    /// The date that it states, where that was looked for.
    #[expect(clippy::option_option, reason = "not looked for, none there, or one")]
    stamp: Option<Option<Stamp>>,
    /// A hash of its text.
    pub(super) hash: u64,
    /// Whether it stands on the page again, as a headline does in bars and boxes.
    pub(super) repeated: bool,
    /// Whether it is clutter for no more than that it stood above already.
    pub(super) again: bool,
}

/// A line, white space folded, before it is known what it is.
struct Folded {
    source: Span,
    text: String,
    shape: Shape,
    /// A hash of the text.
    hash: u64,
}

/// The page's lines, white space folded, each with its kind; and their script.
pub(super) fn lines(text: &str) -> (Vec<Line>, Option<Script>) {
    let folded: Vec<Folded> = paragraphs(text)
        .into_iter()
        .map(|source| {
            let text = fold(source.of(text));
            Folded { source, shape: Shape::of(&text), hash: hash(&text), text }
        })
        .collect();
    let most = script_of(folded.iter().map(|line| &line.shape));
    let (twice, furniture) = furniture(&folded);
    let mut seen: Set<u64> = Set::new();
    let mut lines = Vec::with_capacity(folded.len());
    for Folded { source, text, shape, hash } in folded {
        let words = shape.words;
        let foreign = shape.script().is_some_and(|own| Some(own) != most);
        let again = words >= FEWEST_WORDS_OF_A_SENTENCE && !seen.insert(hash);
        let is_furniture = words < FEWEST_OF_A_HEADLINE && furniture.binary_search(&hash).is_ok();
        let mut stated = None;
        let kind = match clutter(&text, &shape) {
            Some(Clutter::Section) => Kind::Section,
            // `Published: 22:04, 22 Apr 2024`: mostly figures, too.
            Some(Clutter::Figures) if !again && stated.insert(stamp(&text)).as_ref().is_some_and(Stamp::is_alone) => {
                Kind::Short
            }
            Some(Clutter::Line | Clutter::Figures) => Kind::Clutter,
            // Another script in a short run heads what clings to the article;
            // one word of it is a control.
            None if foreign => {
                if (2..=4).contains(&words) {
                    Kind::Section
                } else {
                    Kind::Clutter
                }
            }
            None if stated.insert(stamp(&text)).is_some() && !again => Kind::Short,
            None if is_prose(&text, words) => Kind::Prose,
            None if again || is_furniture => Kind::Clutter,
            None => Kind::Short,
        };
        let repeated = twice.binary_search(&hash).is_ok();
        let again = again && !is_furniture && kind == Kind::Clutter && clutter(&text, &shape).is_none();
        lines.push(Line { text, source, kind, words, stamp: stated, hash, repeated, again });
    }
    (lines, most)
}

/// A short line that stands so often on a page is none of its article.
const TIMES_OF_FURNITURE: usize = 3;

/// With so many words it may be a headline, which stands in bars and boxes too.
const FEWEST_OF_A_HEADLINE: usize = 6;

/// The short lines that stand more than once, and those that stand again and
/// again, as hashes, sorted. Labels are none: who speaks may be said again and
/// again.
fn furniture(folded: &[Folded]) -> (Vec<u64>, Vec<u64>) {
    let is_short = |line: &&Folded| line.shape.words < FEWEST_WORDS_OF_PROSE && !line.text.ends_with(':');
    let mut short: Vec<u64> = folded.iter().filter(is_short).map(|line| line.hash).collect();
    short.sort_unstable();
    let often = |times: usize| {
        let often = short.chunk_by(|one, other| one == other).filter(|alike| alike.len() >= times);
        often.filter_map(|alike| alike.first().copied()).collect()
    };
    (often(2), often(TIMES_OF_FURNITURE))
}

/// The script of most of the lines' letters.
fn script_of<'s>(shapes: impl Iterator<Item = &'s Shape>) -> Option<Script> {
    let mut all = Shape::default();
    for shape in shapes {
        all.latin += shape.latin;
        all.cyrillic += shape.cyrillic;
        all.other += shape.other;
    }
    all.script()
}

/// FNV-1a, 64 bits, that takes eight bytes at a time; the length tells texts
/// apart that end in zeros.
fn hash(text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ text.len() as u64;
    text.as_bytes().chunks(8).fold(start, |hash, chunk| {
        let mut bytes = [0; 8];
        for (to, from) in bytes.iter_mut().zip(chunk) {
            *to = *from;
        }
        let hash = (hash ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ (hash >> 32)
    })
}

/// White space of every kind → single spaces; what has no width is dropped.
pub(super) fn fold(text: &str) -> String {
    if is_folded(text.as_bytes()) {
        return text.to_owned();
    }
    let mut folded = String::with_capacity(text.len());
    let mut space = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // As many characters at once as there is nothing to do about.
        let visible = rest.bytes().position(|byte| !byte.is_ascii_graphic()).unwrap_or(rest.len());
        let length = if visible > 0 { visible } else { c.len_utf8() };
        let Some((piece, after)) = rest.split_at_checked(length) else { break };
        rest = after;
        if visible == 0 && c.is_whitespace() {
            space = true;
        } else if visible > 0 || !(is_space(c) || c == '\u{ad}' || c.is_control()) {
            if space && !folded.is_empty() {
                folded.push(' ');
            }
            space = false;
            folded.push_str(piece);
        }
    }
    folded
}

/// Whether there surely is nothing to fold: single spaces within, and no
/// characters that may be white space or of no width.
fn is_folded(text: &[u8]) -> bool {
    let mut before = b' ';
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += match byte {
            b' ' if before == b' ' => return false,
            b' '..=b'~' => 1,
            // Letters up to U+07FF; dashes, quotation marks and points of U+2010 to U+2027.
            0xc3..=0xdf => 2,
            0xe2 if matches!(text.get(at + 1..at + 3), Some([0x80, 0x90..=0xa7])) => 3,
            _ => return false,
        };
        before = byte;
    }
    before != b' '
}

fn is_prose(line: &str, words: usize) -> bool {
    let ends = ends_sentence(line);
    let sentence = ends && words >= FEWEST_WORDS_OF_A_SENTENCE && !(line.ends_with(':') && words < 8);
    let turn = || {
        label(line, Span::new(0, line.len()))
            .is_some_and(|label| label.speech < line.len() && label.speaker.len() < line.len())
    };
    (sentence || words >= FEWEST_WORDS_OF_PROSE || ends && turn()) && credit(line).is_none_or(|at| at > 200)
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*']).ends_with(['.', '!', '?', '…', ':'])
}

/// No paragraph counts for more words than this.
const HEAVIEST_PARAGRAPH: i64 = 40;

impl Line {
    /// The date that it states, if it is there to state one.
    pub(super) fn stamp(&self) -> Option<Stamp> {
        self.stamp.clone().unwrap_or_else(|| stamp(&self.text))
    }

    /// Whether it is the line above with more behind it.
    pub(super) fn goes_on(&self, above: &Line) -> bool {
        self.text.len() > above.text.len() && self.text.starts_with(&above.text)
    }

    /// How much it speaks for the article's running text, or against it.
    pub(super) fn weight(&self) -> i64 {
        let words = i64::try_from(self.words).unwrap_or(HEAVIEST_PARAGRAPH).min(HEAVIEST_PARAGRAPH);
        match self.kind {
            Kind::Prose if ends_sentence(&self.text) => words,
            // Many words and no stop: a teaser.
            Kind::Prose => words / 8,
            // An offer between two paragraphs, as long as it may be, parts no article.
            Kind::Clutter if ends_sentence(&self.text) => 0,
            Kind::Short | Kind::Clutter => -4,
            Kind::Section => -25,
        }
    }
}
