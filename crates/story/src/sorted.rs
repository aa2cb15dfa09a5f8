//! Maps and sets in the order of their keys.
//!
//! The library's B-trees do the same, and are three times as large for each
//! type of key and value: a quarter of the reading module, when it had them. Here, items stand in
//! short sorted lists, and these in a list: a look-up is two binary searches,
//! and a new item moves no more than one short list.

use std::borrow::Borrow;
use std::ops::RangeFrom;

/// How many items a list has at most before it is cut in two: few enough to
/// be moved at once.
const MOST: usize = 64;

/// Values by their keys, in the order of the keys.
#[derive(Debug, Clone)]
pub struct Map<K, V> {
    /// None of them is empty.
    lists: Vec<Vec<(K, V)>>,
}

/// Whichever way the items came: how they are cut into lists says nothing.
impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.lists.iter().flatten().eq(other.lists.iter().flatten())
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { lists: Vec::new() }
    }
}

/// A list, and a place in it.
type Place = (usize, usize);

impl<K: Ord, V> Map<K, V> {
    /// No items.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the key stands, or where it would.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<Place, Place>
    where
        K: Borrow<Q>,
    {
        let after = self.lists.partition_point(|list| list.first().is_some_and(|(first, _)| first.borrow() <= key));
        let list = after.saturating_sub(1);
        let items = self.lists.get(list).map_or(&[][..], Vec::as_slice);
        match items.binary_search_by(|(other, _)| other.borrow().cmp(key)) {
            Ok(place) => Ok((list, place)),
            Err(place) => Err((list, place)),
        }
    }

    fn at(&mut self, (list, place): Place) -> Option<&mut V> {
        self.lists.get_mut(list)?.get_mut(place).map(|(_, value)| value)
    }

    /// Puts an item where [`find`](Self::find) said it would stand; gives its place.
    fn put(&mut self, (list, place): Place, item: (K, V)) -> Place {
        if list == self.lists.len() {
            self.lists.push(Vec::new());
        }
        let Some(items) = self.lists.get_mut(list) else { return (list, place) };
        items.insert(place, item);
        if items.len() <= MOST {
            return (list, place);
        }
        let rest = items.split_off(MOST / 2);
        self.lists.insert(list + 1, rest);
        if place < MOST / 2 { (list, place) } else { (list + 1, place - MOST / 2) }
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let (list, place) = self.find(key).ok()?;
        self.lists.get(list)?.get(place).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key).ok()?;
        self.at(place)
    }

    /// Whether the key has a value.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Gives the key a value; the one that it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(place) => self.at(place).map(|old| std::mem::replace(old, value)),
            Err(place) => {
                self.put(place, (key, value));
                None
            }
        }
    }

    /// Takes a key out; the value that it had.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let (list, place) = self.find(key).ok()?;
        let items = self.lists.get_mut(list).filter(|items| place < items.len())?;
        let (_, value) = items.remove(place);
        if items.is_empty() {
            self.lists.remove(list);
        }
        Some(value)
    }

    /// The place of a key, to be filled or changed.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let place = self.find(&key);
        Entry { map: self, key, place }
    }

    /// Keeps the items that `keep` wants.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        for list in &mut self.lists {
            list.retain_mut(|(key, value)| keep(key, value));
        }
        self.lists.retain(|list| !list.is_empty());
    }

    /// The items, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + Clone {
        self.lists.iter().flatten().map(|(key, value)| (key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.lists.iter().flatten().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.lists.iter().flatten().map(|(_, value)| value)
    }

    /// The items from a key on, in order.
    pub fn range(&self, from: RangeFrom<K>) -> impl Iterator<Item = (&K, &V)> {
        let (list, place) = self.find(&from.start).unwrap_or_else(|place| place);
        let first = self.lists.get(list).and_then(|items| items.get(place..)).unwrap_or_default();
        let others = self.lists.get(list + 1..).unwrap_or_default();
        first.iter().chain(others.iter().flatten()).map(|(key, value)| (key, value))
    }

    /// The values, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.lists.iter_mut().flatten().map(|(_, value)| value)
    }

    /// The values, in the order of their keys.
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.lists.into_iter().flatten().map(|(_, value)| value)
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.lists.iter().map(Vec::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Vec<(K, V)>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.lists.into_iter().flatten()
    }
}

impl<'m, K, V> IntoIterator for &'m Map<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter =
        std::iter::Map<std::iter::Flatten<std::slice::Iter<'m, Vec<(K, V)>>>, fn(&'m (K, V)) -> (&'m K, &'m V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.lists.iter().flatten().map(|(key, value)| (key, value))
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut map = Self::new();
        map.extend(items);
        map
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, items: I) {
        for (key, value) in items {
            self.insert(key, value);
        }
    }
}

/// The place of a key in a map.
pub struct Entry<'m, K, V> {
    map: &'m mut Map<K, V>,
    key: K,
    place: Result<Place, Place>,
}

impl<'m, K: Ord, V> Entry<'m, K, V> {
    /// Its value, which is `value` if it had none.
    pub fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    /// Its value, made if it had none.
    pub fn or_insert_with(self, value: impl FnOnce() -> V) -> &'m mut V {
        let (list, place) = match self.place {
            Ok(place) => place,
            Err(place) => self.map.put(place, (self.key, value())),
        };
        #[expect(clippy::indexing_slicing, reason = "the place was found, or made, just now")]
        &mut self.map.lists[list][place].1
    }

    /// Its value, the type's own if it had none.
    pub fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }

    /// Changes the value that it has.
    #[must_use]
    pub fn and_modify(self, change: impl FnOnce(&mut V)) -> Self {
        if let Some(value) = self.place.ok().and_then(|place| self.map.at(place)) {
            change(value);
        }
        self
    }
}

/// Items, each once, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set<T>(Map<T, ()>);

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Map::default())
    }
}

impl<T: Ord> Set<T> {
    /// No items.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an item; whether it is new.
    pub fn insert(&mut self, item: T) -> bool {
        self.0.insert(item, ()).is_none()
    }

    /// Takes an item out; whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.remove(item).is_some()
    }

    /// Whether the item is there.
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.contains_key(item)
    }

    /// The items, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.0.keys()
    }

    /// The first item.
    pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }

    /// The last item.
    pub fn last(&self) -> Option<&T> {
        self.iter().next_back()
    }

    /// The items that the other set has too.
    pub fn intersection<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = &'s T> {
        self.iter().filter(|item| other.contains(*item))
    }

    /// Whether the other set has all of these.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.iter().all(|item| other.contains(item))
    }

    /// Whether this has all of the other set's.
    pub fn is_superset(&self, other: &Self) -> bool {
        other.is_subset(self)
    }

    /// Whether the other set has none of these.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        !self.iter().any(|item| other.contains(item))
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = std::iter::Map<<Map<T, ()> as IntoIterator>::IntoIter, fn((T, ())) -> T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(item, ())| item)
    }
}

impl<'s, T> IntoIterator for &'s Set<T> {
    type Item = &'s T;
    type IntoIter = std::iter::Map<<&'s Map<T, ()> as IntoIterator>::IntoIter, fn((&'s T, &'s ())) -> &'s T>;

    fn into_iter(self) -> Self::IntoIter {
        (&self.0).into_iter().map(|(item, ())| item)
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Self::new();
        set.extend(items);
        set
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            self.insert(item);
        }
    }
}

impl<'t, T: Ord + Copy + 't> Extend<&'t T> for Set<T> {
    fn extend<I: IntoIterator<Item = &'t T>>(&mut self, items: I) {
        for item in items {
            self.insert(*item);
        }
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Set<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

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
