//! The order of numbered items, of whatever type they are.

use std::cmp::Ordering;

/// How many numbers a list has at most before it is cut in two: few enough to
/// be moved at once.
const MOST: usize = 64;

/// A list, and a place in it.
pub(super) type Place = (usize, usize);

/// In which order numbered items are: their numbers stand in short lists, and these in a list, so
/// that a new one moves no more than one short list.
#[derive(Debug, Clone, Default)]
pub(super) struct Order {
    /// None of them is empty.
    lists: Vec<Vec<usize>>,
}

impl Order {
    /// Where the item stands that is searched for, and its number, or where it would stand;
    /// `compare` says how an item compares with it.
    pub(super) fn find(&self, compare: &dyn Fn(usize) -> Ordering) -> Result<(Place, usize), Place> {
        let after = self.lists.partition_point(|list| list.first().is_some_and(|&first| compare(first).is_le()));
        let list = after.saturating_sub(1);
        let numbers = self.lists.get(list).map_or(&[][..], Vec::as_slice);
        let place = numbers.partition_point(|&number| compare(number).is_lt());
        match numbers.get(place) {
            Some(&number) if compare(number).is_eq() => Ok(((list, place), number)),
            _ => Err((list, place)),
        }
    }

    /// Puts an item where [`find`](Self::find) said it would stand.
    pub(super) fn put(&mut self, (list, place): Place, number: usize) {
        if list == self.lists.len() {
            self.lists.push(Vec::new());
        }
        let Some(numbers) = self.lists.get_mut(list) else { return };
        numbers.insert(place, number);
        if numbers.len() > MOST {
            let rest = numbers.split_off(MOST / 2);
            self.lists.insert(list + 1, rest);
        }
    }

    /// Takes out the item that stands there.
    pub(super) fn take(&mut self, (list, place): Place) {
        let Some(numbers) = self.lists.get_mut(list) else { return };
        numbers.remove(place);
        if numbers.is_empty() {
            self.lists.remove(list);
        }
    }

    /// Keeps the items that `keep` wants, which is asked of them in order.
    pub(super) fn retain(&mut self, keep: &mut dyn FnMut(usize) -> bool) {
        for list in &mut self.lists {
            list.retain(|&number| keep(number));
        }
        self.lists.retain(|list| !list.is_empty());
    }

    /// All of them.
    pub(super) fn iter(&self) -> Numbers<'_> {
        self.lists.iter().flatten()
    }

    /// Those from a place on.
    pub(super) fn from(&self, (list, place): Place) -> impl Iterator<Item = &usize> {
        let first = self.lists.get(list).and_then(|numbers| numbers.get(place..)).unwrap_or_default();
        first.iter().chain(self.lists.get(list + 1..).unwrap_or_default().iter().flatten())
    }

    pub(super) fn len(&self) -> usize {
        self.lists.iter().map(Vec::len).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }
}

impl IntoIterator for Order {
    type Item = usize;
    type IntoIter = IntoNumbers;

    fn into_iter(self) -> IntoNumbers {
        self.lists.into_iter().flatten()
    }
}

/// Numbers of items, in their order.
pub(super) type Numbers<'o> = std::iter::Flatten<std::slice::Iter<'o, Vec<usize>>>;
pub(super) type IntoNumbers = std::iter::Flatten<std::vec::IntoIter<Vec<usize>>>;
