//! A text in pieces: what of it is marked, and the part of a long one around its
//! first mark.

use story::order::order;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) marked: bool,
}

/// Marks nothing where nearly all is marked: a mark points at a part.
pub(crate) fn telling(mut pieces: Vec<Piece>) -> Vec<Piece> {
    /// The share of a sentence from which a mark no longer points at anything.
    const NEARLY_ALL: f64 = 0.8;
    let length = |piece: &Piece| piece.text.chars().count();
    let all: usize = pieces.iter().map(length).sum();
    let marked: usize = pieces.iter().filter(|piece| piece.marked).map(length).sum();
    #[expect(clippy::cast_precision_loss, reason = "a sentence is short")]
    if marked as f64 >= NEARLY_ALL * all as f64 {
        for piece in &mut pieces {
            piece.marked = false;
        }
    }
    pieces
}

/// Cuts a sentence at its spans, which may overlap and come in any order.
pub(crate) fn pieces(text: &str, spans: &[(usize, usize)]) -> Vec<Piece> {
    let order = order(spans.len(), &|one, other| spans[one].cmp(&spans[other]));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut spans = order.into_iter().map(|at| spans[at]).peekable();
    let mut marked_until = 0;
    for (i, char) in text.chars().enumerate() {
        while let Some((_, end)) = spans.next_if(|span| span.0 <= i) {
            marked_until = marked_until.max(end);
        }
        let marked = i < marked_until;
        match pieces.last_mut() {
            Some(piece) if piece.marked == marked => piece.text.push(char),
            _ => pieces.push(Piece { text: char.to_string(), marked }),
        }
    }
    pieces
}

/// The most characters of an excerpt: two lines on a phone.
const MOST: usize = 120;
/// How many of them stand before the first mark, at most.
const BEFORE: usize = 40;

/// The part of a text around the first mark, in pieces; cut at words.
pub(crate) fn excerpt(text: &str, marks: &[(usize, usize)]) -> Vec<Piece> {
    let length = text.chars().count();
    let first = marks.first().map_or(0, |mark| mark.0);
    let mut start = 0;
    if length > MOST && first > BEFORE {
        let from = (first - BEFORE).min(length - MOST);
        // After the first space, so that no word is cut in two.
        let space = text.chars().skip(from).take(first.saturating_sub(from)).position(char::is_whitespace);
        start = from + space.map_or(0, |space| space + 1);
    }
    let end = (start + MOST).min(length);
    let mut shown: String = text.chars().skip(start).take(end - start).collect();
    if end < length
        && let Some(space) = shown.rfind(char::is_whitespace)
    {
        shown.truncate(space);
    }
    let within = |at: usize| at.clamp(start, end) - start;
    let marks = marks.iter().map(|&(from, to)| (within(from), within(to))).filter(|(from, to)| from < to);
    let mut cut = pieces(&shown, &marks.collect::<Vec<_>>());
    let dots = || Piece { text: "…".to_owned(), marked: false };
    if start > 0 {
        cut.insert(0, dots());
    }
    if end < length {
        cut.push(dots());
    }
    cut
}

/// A sentence with all that is marked in it, and of what stands before and after that no more
/// than a line; cut at words.
pub(crate) fn around(mut pieces: Vec<Piece>) -> Vec<Piece> {
    /// The most characters of what stands at either side.
    const LINE: usize = 60;
    if pieces.iter().all(|piece| !piece.marked) {
        return pieces;
    }
    let is_long = |piece: &&mut Piece| !piece.marked && piece.text.chars().count() > LINE;
    if let Some(Piece { text, .. }) = pieces.first_mut().filter(is_long) {
        let skipped = text.chars().count() - LINE;
        let end: String = text.chars().skip(skipped).collect();
        *text = ["…", end.split_once(' ').map_or(&*end, |(_, words)| words)].concat();
    }
    if let Some(Piece { text, .. }) = pieces.last_mut().filter(is_long) {
        let start: String = text.chars().take(LINE).collect();
        *text = [start.rsplit_once(' ').map_or(&*start, |(words, _)| words), "…"].concat();
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(pieces: &[Piece]) -> Vec<(&str, bool)> {
        pieces.iter().map(|piece| (piece.text.as_str(), piece.marked)).collect()
    }

    #[test]
    fn overlapping_spans_mark_a_sentence_once() {
        let cut = pieces("Жили-были Ada and Bo.", &[(14, 20), (10, 13), (12, 16)]);
        assert_eq!(texts(&cut), [("Жили-были ", false), ("Ada and Bo", true), (".", false)]);
    }

    #[test]
    fn a_span_beyond_the_sentence_does_no_harm() {
        assert_eq!(texts(&pieces("Ada", &[(1, 99), (200, 300)])), [("A", false), ("da", true)]);
        assert!(pieces("", &[(0, 3)]).is_empty());
    }

    #[test]
    fn a_sentence_that_is_all_evidence_has_no_marks() {
        assert!(telling(pieces("Ada met Bo.", &[(0, 10)])).iter().all(|piece| !piece.marked));
        assert!(telling(pieces("Ada met Bo.", &[(0, 3)])).iter().any(|piece| piece.marked));
    }

    fn written(pieces: Vec<Piece>) -> String {
        let show = |piece: Piece| if piece.marked { ["[", &piece.text, "]"].concat() } else { piece.text };
        pieces.into_iter().map(show).collect()
    }

    fn shown(text: &str, marks: &[(usize, usize)]) -> String {
        written(excerpt(text, marks))
    }

    #[test]
    fn what_is_marked_stays_whole_and_what_is_around_it_is_cut() {
        let text = ["word ".repeat(30), "bridge ".repeat(30), "word ".repeat(30)].concat();
        let cut = written(around(pieces(&text, &[(150, 359)])));
        let (before, after) = (["…", "word ".repeat(11).as_str()].concat(), ["word ".repeat(11).as_str()].concat());
        assert_eq!(cut, [&before, "[", "bridge ".repeat(30).trim_end(), "] ", after.trim_end(), "…"].concat());
        assert_eq!(written(around(pieces("Ada met Bo.", &[(0, 3)]))), "[Ada] met Bo.");
        assert_eq!(written(around(pieces(&text, &[]))), text);
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(shown("Ada met Bo in Delft", &[(0, 2), (8, 10)]), "[Ad]a met [Bo] in Delft");
        assert_eq!(shown("", &[]), "");
    }

    #[test]
    fn of_a_long_text_the_part_around_the_first_mark_is_shown() {
        let text = "word ".repeat(60) + "bridge" + &" word".repeat(60);
        let shown = shown(&text, &[(300, 306)]);
        assert!(shown.starts_with("…word ") && shown.contains(" [bridge] ") && shown.ends_with('…'), "{shown}");
        assert!(shown.chars().count() <= MOST + 4);
    }
}
