//! Sorting, in one place: every function that sorts by a closure of its own
//! would add some three kilobytes to the widget.

use std::cmp::Ordering;

/// The numbers from nought to before `count` in order; equal ones stay in
/// theirs.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = order.clone();
    // Runs of one, two, four … are merged. The library's own sort is quicker
    // and ten times as large.
    let mut run = 1;
    while run < count {
        let mut start = 0;
        while start < count {
            let middle = (start + run).min(count);
            let end = (middle + run).min(count);
            let (mut one, mut other) = (start, middle);
            for place in &mut merged[start..end] {
                let first = one < middle && (other == end || compare(order[one], order[other]).is_le());
                let from = if first { &mut one } else { &mut other };
                *place = order[*from];
                *from += 1;
            }
            start = end;
        }
        std::mem::swap(&mut order, &mut merged);
        run *= 2;
    }
    order
}

/// The number from nought to before `count` of the least cost, and the first of
/// equals; those without a cost do not count.
pub(crate) fn least(count: usize, cost: &dyn Fn(usize) -> Option<(f64, f64)>) -> Option<usize> {
    let mut best: Option<(f64, f64, usize)> = None;
    for at in 0..count {
        let Some((first, second)) = cost(at) else { continue };
        if best.is_none_or(|best| (first, second) < (best.0, best.1)) {
            best = Some((first, second, at));
        }
    }
    best.map(|(.., at)| at)
}

/// The items in order; equal ones stay in theirs.
pub(crate) fn sorted<T: Copy>(items: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    order.into_iter().filter_map(|at| items.get(at).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_and_leaves_equals_in_their_order(values in prop::collection::vec(0u8..9, 0..70)) {
            let mut expected: Vec<usize> = (0..values.len()).collect();
            expected.sort_by_key(|&at| values[at]);
            prop_assert_eq!(order(values.len(), &|one, other| values[one].cmp(&values[other])), expected);
        }
    }
}
