//! A map in the order of its keys.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::ops::RangeFrom;

use super::order::{IntoNumbers, Numbers, Order, Place};

/// Values by their keys, in the order of the keys.
#[derive(Debug, Clone)]
pub struct Map<K, V> {
    /// As they came; nothing where one was taken out.
    items: Vec<Option<(K, V)>>,
    order: Order,
}

/// Whichever way the items came.
impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.pairs().eq(other.pairs())
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { items: Vec::new(), order: Order::default() }
    }
}

impl<K, V> Map<K, V> {
    /// The items, in order.
    fn pairs(&self) -> Pairs<'_, K, V> {
        Pairs { items: &self.items, numbers: self.order.iter() }
    }

    fn item(&self, number: usize) -> Option<&(K, V)> {
        self.items.get(number)?.as_ref()
    }
}

impl<K: Ord, V> Map<K, V> {
    /// No items.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the key stands, and its item's number, or where it would stand.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<(Place, usize), Place>
    where
        K: Borrow<Q>,
    {
        self.order.find(&|number| self.item(number).map_or(Ordering::Less, |(other, _)| other.borrow().cmp(key)))
    }

    fn value_mut(&mut self, number: usize) -> Option<&mut V> {
        self.items.get_mut(number)?.as_mut().map(|(_, value)| value)
    }

    /// Makes room for an item where [`find`](Self::find) said it would stand; gives its number.
    fn room(&mut self, place: Place) -> usize {
        let number = self.items.len();
        self.items.push(None);
        self.order.put(place, number);
        number
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let (_, number) = self.find(key).ok()?;
        self.item(number).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let (_, number) = self.find(key).ok()?;
        self.value_mut(number)
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
        let number = self.find(&key).map_or_else(|place| self.room(place), |(_, number)| number);
        self.items.get_mut(number)?.replace((key, value)).map(|(_, old)| old)
    }

    /// Takes a key out; the value that it had.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let (place, number) = self.find(key).ok()?;
        self.order.take(place);
        self.items.get_mut(number)?.take().map(|(_, value)| value)
    }

    /// The place of a key, to be filled or changed.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let found = self.find(&key).map(|(_, number)| number);
        Entry { map: self, key, found }
    }

    /// Keeps the items that `keep` wants.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        let items = &mut self.items;
        self.order.retain(&mut |number| {
            let Some(item) = items.get_mut(number) else { return false };
            let is_kept = item.as_mut().is_some_and(|(key, value)| keep(key, value));
            if !is_kept {
                *item = None;
            }
            is_kept
        });
    }

    /// The items, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + Clone {
        self.pairs()
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.pairs().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.pairs().map(|(_, value)| value)
    }

    /// The items from a key on, in order.
    pub fn range(&self, from: RangeFrom<K>) -> impl Iterator<Item = (&K, &V)> {
        let place = self.find(&from.start).map_or_else(|place| place, |(place, _)| place);
        self.order.from(place).filter_map(|&number| self.item(number)).map(|(key, value)| (key, value))
    }

    /// The values, to be changed, in the order in which their keys came.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.items.iter_mut().flatten().map(|(_, value)| value)
    }

    /// The values, in the order of their keys.
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }
}

/// The items of a map, in order.
pub struct Pairs<'m, K, V> {
    items: &'m [Option<(K, V)>],
    numbers: Numbers<'m>,
}

impl<'m, K, V> Pairs<'m, K, V> {
    fn pair(&self, number: usize) -> Option<(&'m K, &'m V)> {
        self.items.get(number)?.as_ref().map(|(key, value)| (key, value))
    }
}

impl<K, V> Clone for Pairs<'_, K, V> {
    fn clone(&self) -> Self {
        Self { items: self.items, numbers: self.numbers.clone() }
    }
}

impl<'m, K, V> Iterator for Pairs<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        let number = *self.numbers.next()?;
        self.pair(number)
    }
}

impl<K, V> DoubleEndedIterator for Pairs<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let number = *self.numbers.next_back()?;
        self.pair(number)
    }
}

/// The items that were a map's, in order.
pub struct IntoPairs<K, V> {
    items: Vec<Option<(K, V)>>,
    numbers: IntoNumbers,
}

impl<K, V> Iterator for IntoPairs<K, V> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        let number = self.numbers.next()?;
        self.items.get_mut(number)?.take()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = IntoPairs<K, V>;

    fn into_iter(self) -> IntoPairs<K, V> {
        IntoPairs { items: self.items, numbers: self.order.into_iter() }
    }
}

impl<'m, K, V> IntoIterator for &'m Map<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Pairs<'m, K, V>;

    fn into_iter(self) -> Pairs<'m, K, V> {
        self.pairs()
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
    /// The number of its item, or where that would stand.
    found: Result<usize, Place>,
}

impl<'m, K: Ord, V> Entry<'m, K, V> {
    /// Its value, which is `value` if it had none.
    pub fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    /// Its value, made if it had none.
    pub fn or_insert_with(self, value: impl FnOnce() -> V) -> &'m mut V {
        let number = self.found.unwrap_or_else(|place| self.map.room(place));
        #[expect(clippy::indexing_slicing, reason = "the item was found, or room made for it, just now")]
        let item = &mut self.map.items[number];
        &mut item.get_or_insert_with(|| (self.key, value())).1
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
        if let Some(value) = self.found.ok().and_then(|number| self.map.value_mut(number)) {
            change(value);
        }
        self
    }
}
