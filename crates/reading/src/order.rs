//! Sorting, in one place: every sort by a closure of its own would add some
//! five kilobytes to the reading module.

use std::cmp::Ordering;

/// Puts the items in order; equal ones stay in theirs.
pub(crate) fn sort_by<T>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut order = story::order::order(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    // Each cycle of the permutation is walked once: what is in its place points at itself.
    for start in 0..order.len() {
        let mut here = start;
        while let Some(slot) = order.get_mut(here) {
            let from = std::mem::replace(slot, here);
            if from == start || from == here {
                break;
            }
            items.swap(here, from);
            here = from;
        }
    }
}

/// Puts the items in order.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, &T::cmp);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_and_leaves_equals_in_their_order(keys in prop::collection::vec(0_u8..9, 0..70)) {
            let mut items: Vec<(u8, usize)> = keys.iter().copied().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by(&mut items, &|one, other| one.0.cmp(&other.0));
            prop_assert_eq!(items, expected);
        }
    }
}
