//! The weights, by the hashes of their features.

use std::sync::LazyLock;

use super::{KINDS, Weights};

/// `data/kinds.tsv`, packed.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut hashes = Vec::new();
    let (mut hash, mut gap, mut shift) = (0_u32, 0_u32, 0);
    // LEB128: seven bits a byte, the lowest first.
    for byte in include_bytes!(concat!(env!("OUT_DIR"), "/kinds.gaps")) {
        gap |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            hash += gap;
            hashes.push(hash);
            (gap, shift) = (0, 0);
        }
    }
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/kinds.bin"));
    let count = hashes.len();
    let weight = |kind: usize, at: usize| bytes.get(kind * count + at).map_or(0, |byte| i8::from_le_bytes([*byte]));
    let weights = (0..count).map(|at| std::array::from_fn(|kind| weight(kind, at)));
    Model::of(hashes.iter().copied().zip(weights))
});

/// How many bits a hash has. Of a thousand features that nothing was learnt
/// of, three bear the hash of one that something was.
const BITS: u32 = 20;
/// The first bits of a hash say where to look for it.
const PLACE: u32 = 12;

/// The weights of features.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// In their order.
    hashes: Vec<u32>,
    weights: Vec<[i8; KINDS.len()]>,
    /// Where the hashes with such first bits begin, and after the last where they end.
    places: Vec<u32>,
}

impl Model {
    /// A model of features, each given as its text: one that was just learnt.
    pub fn learnt<'t>(rows: impl Iterator<Item = (&'t str, [i8; KINDS.len()])>) -> Self {
        let hash = |text: &str| text.bytes().fold(SEED, with);
        let mut rows: Vec<(u32, [i8; KINDS.len()])> =
            rows.map(|(text, weights)| (ended(hash(text)), weights)).collect();
        rows.sort_unstable();
        Self::of(rows.into_iter())
    }

    /// A model of hashes in their order.
    fn of(rows: impl Iterator<Item = (u32, [i8; KINDS.len()])>) -> Self {
        let (hashes, weights): (Vec<u32>, Vec<[i8; KINDS.len()]>) = rows.unzip();
        let mut places = Vec::with_capacity((1 << PLACE) + 1);
        let mut at = 0_u32;
        for bits in 0..=1 << PLACE {
            while hashes.get(at as usize).is_some_and(|hash| hash >> (BITS - PLACE) < bits) {
                at += 1;
            }
            places.push(at);
        }
        Self { hashes, weights, places }
    }

    /// Adds the weights of a feature to the scores.
    pub(in crate::mentions) fn add(&self, template: &str, atoms: &[&str], scores: &mut Weights) {
        let mut hash = template.bytes().fold(SEED, with);
        for atom in atoms {
            hash = atom.bytes().fold(with(hash, b' '), with);
        }
        let hash = ended(hash);
        let place = (hash >> (BITS - PLACE)) as usize;
        let [Some(&start), Some(&end)] = [self.places.get(place), self.places.get(place + 1)] else { return };
        let near = self.hashes.get(start as usize..end as usize).unwrap_or_default();
        if let Some(at) = near.iter().position(|other| *other == hash)
            && let Some(weights) = self.weights.get(start as usize + at)
        {
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += i32::from(*weight));
        }
    }
}

/// FNV-1a, 32 bits (Fowler, Noll, Vo). The build script hashes alike.
const SEED: u32 = 0x811c_9dc5;

fn with(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// A hash cut to its bits.
fn ended(hash: u32) -> u32 {
    (hash ^ (hash >> BITS)) & ((1 << BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_is_found_by_its_parts() {
        let model = Model::learnt([("last head", [1, 2, 3]), ("bias", [4, 5, 6])].into_iter());
        let mut scores = Weights::default();
        model.add("last", &["head"], &mut scores);
        model.add("last", &["tail"], &mut scores);
        assert_eq!(scores, [1, 2, 3]);
    }

    #[test]
    fn what_is_compiled_in_knows_the_ends_of_names() {
        let mut scores = Weights::default();
        MODEL.add("last", &["head", "organisation"], &mut scores);
        assert!(scores.iter().max().is_some_and(|most| *most > 0 && *most == scores[1]), "{scores:?}");
    }
}
