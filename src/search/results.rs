//! What is done with results: the order in which keys go through them, and what
//! each selects.

use story::search::{Found, Results};

use crate::model::Selection;

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

#[cfg(test)]
mod tests {
    use story::Index;
    use story::search::Search;

    use super::*;

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
