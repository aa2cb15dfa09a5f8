//! Sorting and sets of positions, in one place: every function that sorts by a
//! closure of its own, and every set of another type, would add some three
//! kilobytes to the widget.

use std::cmp::Ordering;

/// The positions from nought to before `count` in order; equal ones stay in
/// theirs.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    sort(&mut order, compare);
    order
}

/// The positions from nought to before `count` without those that are equal to an
/// earlier one.
pub fn firsts(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let order = order(count, compare);
    let groups = order.chunk_by(|&one, &other| compare(one, other).is_eq());
    Positions::collect(&mut groups.map(|group| group[0])).into_vec()
}

/// Puts positions in order; equal ones stay in theirs.
pub fn sort(positions: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    let mut by = |one: &usize, other: &usize| compare(*one, *other);
    // As a trait object, so that the sort is compiled once.
    let by: &mut dyn FnMut(&usize, &usize) -> Ordering = &mut by;
    positions.sort_by(by);
}

/// A set of positions in a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Positions(Vec<usize>);

impl Positions {
    /// The set of these.
    pub fn of(mut positions: Vec<usize>) -> Self {
        sort(&mut positions, &|one, other| one.cmp(&other));
        positions.dedup();
        Self(positions)
    }

    /// The set of what `positions` gives.
    pub fn collect(positions: &mut dyn Iterator<Item = usize>) -> Self {
        let mut all = Vec::new();
        positions.for_each(|position| all.push(position));
        Self::of(all)
    }

    /// Adds what `more` gives.
    pub fn extend(&mut self, more: &mut dyn Iterator<Item = usize>) {
        more.for_each(|position| self.0.push(position));
        *self = Self::of(std::mem::take(&mut self.0));
    }

    /// Adds one.
    pub fn insert(&mut self, position: usize) {
        if let Err(at) = self.0.binary_search(&position) {
            self.0.insert(at, position);
        }
    }

    /// Whether it is in the set.
    pub fn contains(&self, position: usize) -> bool {
        self.0.binary_search(&position).is_ok()
    }

    /// All of them, ascending.
    pub fn as_slice(&self) -> &[usize] {
        &self.0
    }

    /// All of them, ascending.
    pub fn into_vec(self) -> Vec<usize> {
        self.0
    }
}

impl<const N: usize> From<[usize; N]> for Positions {
    fn from(positions: [usize; N]) -> Self {
        Self::of(positions.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn equal_ones_stay_in_their_order() {
        let keys = [2, 1, 2, 1];
        assert_eq!(order(4, &|one, other| keys[one].cmp(&keys[other])), [1, 3, 0, 2]);
    }

    proptest! {
        #[test]
        fn of_equal_ones_the_first_stays(keys in prop::collection::vec(0_usize..5, 0..20)) {
            let is_first = |&at: &usize| !keys[..at].contains(&keys[at]);
            let naive: Vec<usize> = (0..keys.len()).filter(is_first).collect();
            prop_assert_eq!(firsts(keys.len(), &|one, other| keys[one].cmp(&keys[other])), naive);
        }

        #[test]
        fn positions_are_a_set(positions in prop::collection::vec(0_usize..50, 0..50)) {
            let set: std::collections::BTreeSet<usize> = positions.iter().copied().collect();
            let mut grown = Positions::default();
            for &position in &positions {
                grown.insert(position);
            }
            prop_assert_eq!(&Positions::of(positions), &grown);
            prop_assert!(set.iter().eq(grown.as_slice()));
            prop_assert!((0..50).all(|position| grown.contains(position) == set.contains(&position)));
        }
    }
}
