//! Which of the spans that were found is which of those that should be.

use reading::Span;

/// For each span found, the number of the first in the gold that it overlaps
/// and none before it has taken; and the numbers that are left.
pub(crate) fn pairs(found: impl Iterator<Item = Span>, gold: &[Span]) -> (Vec<Option<usize>>, Vec<usize>) {
    let mut left: Vec<usize> = (0..gold.len()).collect();
    let pairs = found
        .map(|found| {
            let at = left.iter().position(|&i| gold.get(i).is_some_and(|gold| gold.overlaps(found)))?;
            Some(left.remove(at))
        })
        .collect();
    (pairs, left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_the_gold_is_found_once() {
        let span = |start, end| Span::new(start, end);
        let found = [span(0, 2), span(1, 3), span(8, 9)];
        assert_eq!(
            pairs(found.into_iter(), &[span(0, 4), span(5, 6), span(8, 12)]),
            (vec![Some(0), None, Some(2)], vec![1])
        );
    }
}
