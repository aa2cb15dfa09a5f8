//! Maps and sets in the order of their keys.
//!
//! The library's B-trees do the same, and are many times as large for each
//! type of key and value: a quarter of the reading module, when it had them. Here, items stand in
//! the order in which they came, and beside them their `Order`, which knows no type
//! of theirs and is compiled once: a look-up is two binary searches in it.

mod map;
mod order;
mod set;

pub use map::{Entry, IntoPairs, Map, Pairs};
pub use set::Set;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_map_is_what_the_library_has(items in prop::collection::vec((0_u16..600, 0_u8..9), 0..900), kept in 0_u8..9) {
            let (mut map, mut expected) = (Map::new(), BTreeMap::new());
            for (key, value) in items {
                if value % 2 == 0 {
                    *map.entry(key).or_insert(0_u32) += u32::from(value);
                    *expected.entry(key).or_insert(0_u32) += u32::from(value);
                } else {
                    prop_assert_eq!(map.insert(key, value.into()), expected.insert(key, value.into()));
                }
            }
            prop_assert!((0..600).all(|key| map.get(&key) == expected.get(&key)));
            prop_assert!(map.iter().eq(&expected));
            prop_assert!(map.iter().rev().eq(expected.iter().rev()));
            prop_assert_eq!(map.len(), expected.len());
            prop_assert!(map.range(300..).eq(expected.range(300..)));
            for key in (0..600).step_by(7) {
                prop_assert_eq!(map.remove(&key), expected.remove(&key));
            }
            map.retain(|key, value| (key + 1) % 2 == 0 || *value % 9 != u32::from(kept));
            expected.retain(|key, value| (key + 1) % 2 == 0 || *value % 9 != u32::from(kept));
            prop_assert!(map.into_iter().eq(expected));
        }

        #[test]
        fn a_set_is_what_the_library_has(one in prop::collection::vec(0_u8..60, 0..200), other in prop::collection::vec(0_u8..60, 0..20)) {
            let sets = (one.iter().copied().collect::<Set<u8>>(), other.iter().copied().collect::<Set<u8>>());
            let expected = (one.into_iter().collect::<BTreeSet<u8>>(), other.into_iter().collect::<BTreeSet<u8>>());
            prop_assert!(sets.0.intersection(&sets.1).eq(expected.0.intersection(&expected.1)));
            prop_assert_eq!(sets.1.is_subset(&sets.0), expected.1.is_subset(&expected.0));
            prop_assert_eq!(sets.1.is_disjoint(&sets.0), expected.1.is_disjoint(&expected.0));
            prop_assert_eq!((sets.0.first(), sets.0.last()), (expected.0.first(), expected.0.last()));
        }
    }
}
