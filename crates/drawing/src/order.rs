//! Sorting, in one place: every function that sorts by a closure of its own
//! would add some three kilobytes to the widget.

use std::cmp::Ordering;

/// The numbers from nought to before `count` in order; equal ones stay in
/// theirs.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&one, &other| compare(one, other));
    order
}

/// The items in order; equal ones stay in theirs.
pub(crate) fn sorted<T: Copy>(items: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    order.into_iter().filter_map(|at| items.get(at).copied()).collect()
}
