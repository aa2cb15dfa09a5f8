//! Where nodes start: on a sunflower's spiral, which spreads them evenly.

use crate::geometry::Point;
use crate::number::count;

/// The cosine and sine of the golden angle, π (3 − √5). Written out, since
/// cosines differ from machine to machine in their last bit.
const GOLDEN: (f64, f64) = (-0.737_368_878_078_320_1, 0.675_490_294_261_523_6);

/// Places about nought, about 1 apart (Vogel 1979, "A better way to construct
/// the sunflower head").
pub(super) fn spiral(places: usize) -> Vec<Point> {
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
    spiral
}
