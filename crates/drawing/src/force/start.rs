//! Where nodes start: on a sunflower's spiral, which spreads them evenly.

use crate::geometry::Point;
use crate::number::{count, index};

/// The cosine and sine of the golden angle, π (3 − √5). Written out, since
/// cosines differ from machine to machine in their last bit.
const GOLDEN: (f64, f64) = (-0.737_368_878_078_320_1, 0.675_490_294_261_523_6);

/// Places about nought, about 1 apart (Vogel 1979, "A better way to construct
/// the sunflower head"), in another order for each `start`.
pub(super) fn spiral(places: usize, start: usize) -> Vec<Point> {
    let (mut x, mut y) = (1.0_f64, 0.0_f64);
    let mut spiral = Vec::with_capacity(places);
    for place in 0..places {
        let radius = (count(place) + 0.5).sqrt() * 0.6;
        spiral.push(Point::new(x * radius, y * radius));
        (x, y) = (x * GOLDEN.0 - y * GOLDEN.1, x * GOLDEN.1 + y * GOLDEN.0);
        // Turning again and again would drift off the unit circle.
        let long = (x * x + y * y).sqrt();
        (x, y) = (x / long, y / long);
    }
    let mut chance = Chance::new(start);
    // The first order is the nodes' own; others are shuffled (Fisher and Yates).
    if start > 0 {
        for last in (1..places).rev() {
            spiral.swap(last, index(chance.next() * count(last + 1)));
        }
    }
    spiral
}

/// A generator of the same numbers every time (Lehmer 1951; the constants of
/// Park and Miller 1988).
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: usize) -> Self {
        Self(u64::try_from(seed).unwrap_or(0) % (MODULUS - 1) + 1)
    }

    /// From 0 to below 1.
    pub(super) fn next(&mut self) -> f64 {
        self.0 = self.0 * 16_807 % MODULUS;
        count(usize::try_from(self.0).unwrap_or(0)) / count(usize::try_from(MODULUS).unwrap_or(1))
    }
}

const MODULUS: u64 = 2_147_483_647;
