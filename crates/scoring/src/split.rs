//! Which part of a corpus is held out: told by a hash, so that it is the same
//! on every machine and nobody chooses.

/// FNV-1a, 64 bits (Fowler, Noll, Vo).
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether a file, or a case, of this name is held out: three in ten.
pub fn is_held(name: &str) -> bool {
    hash(name) % 10 < 3
}

/// Whether a text that a model is learnt from is held out: two in ten.
pub fn is_held_text(text: &str) -> bool {
    hash(text) % 10 < 2
}

/// Whether a story of this name is held out: four in ten, since there are few.
pub fn is_held_story(name: &str) -> bool {
    hash(name) % 10 < 4
}
