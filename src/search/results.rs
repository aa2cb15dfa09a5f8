//! What is done with results: the order in which keys go through them, what
//! each selects, and how much of a long text is shown.

use story::search::{Found, Results};

use crate::model::{Piece, Selection, pieces};

/// What choosing a result selects.
pub(super) fn selection(found: Found) -> Selection {
    match found {
        Found::Entity(i) => Selection::Entity(i),
        Found::Event(i) => Selection::Event(i),
        Found::Quote(i) => Selection::Quote(i),
        Found::Article(i) => Selection::Article(i),
        Found::Sentence(article, i) => Selection::Sentence(article, i),
    }
}

/// All results in the order in which they stand.
pub(super) fn selections(found: &[Results]) -> Vec<Selection> {
    found.iter().flat_map(|results| &results.hits).map(|hit| selection(hit.found)).collect()
}

/// The next or the last before of `count` results; at an end it goes on at the
/// other.
pub(super) fn step(chosen: Option<usize>, count: usize, is_down: bool) -> usize {
    match (chosen, is_down) {
        (Some(at), true) if at + 1 < count => at + 1,
        (_, true) => 0,
        (None | Some(0), false) => count.saturating_sub(1),
        (Some(at), false) => at - 1,
    }
}

/// The most characters of a result that are shown: two lines on a phone.
const MOST: usize = 120;
/// How many of them stand before the first mark, at most.
const BEFORE: usize = 40;

/// The part of a text around the first mark, in pieces; cut at words.
pub(super) fn excerpt(text: &str, marks: &[(usize, usize)]) -> Vec<Piece> {
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
    let shown: String = text.chars().skip(start).take(end - start).collect();
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

#[cfg(test)]
mod tests {
    use story::Index;
    use story::search::Search;

    use super::*;

    fn shown(text: &str, marks: &[(usize, usize)]) -> String {
        let show = |piece: Piece| if piece.marked { ["[", &piece.text, "]"].concat() } else { piece.text };
        excerpt(text, marks).into_iter().map(show).collect()
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

    #[test]
    fn arrow_keys_go_round() {
        assert_eq!([step(None, 3, true), step(Some(0), 3, true), step(Some(2), 3, true)], [0, 1, 0]);
        assert_eq!([step(None, 3, false), step(Some(2), 3, false), step(Some(0), 3, false)], [2, 1, 2]);
    }

    #[test]
    fn results_are_gone_through_in_the_order_of_their_groups() {
        let story = crate::samples::meeting();
        let found = Search::of(&story, &Index::of(&story)).find(&story, "ada", 5);
        let selections = selections(&found);
        let expected = [Selection::Entity(0), Selection::Event(0), Selection::Article(0), Selection::Sentence(0, 0)];
        assert_eq!(selections, expected);
    }
}
