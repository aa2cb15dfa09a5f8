//! How wide a text is: a fixed table, so that tests measure the same everywhere.

#![allow(dead_code, unreachable_pub, reason = "each of its users needs a part")]

use drawing::geometry::Size;

/// Advance widths of Helvetica from space to tilde, in thousandths of the size
/// (Adobe's font metrics, 1989).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];
/// What any other letter is taken for.
const OTHER: u16 = 600;

/// The size of a line of text of `px` pixels; bold is a tenth wider.
pub fn measure(text: &str, px: f64, bold: bool) -> Size {
    let width = |letter: char| {
        let at = u32::from(letter).checked_sub(32).and_then(|at| usize::try_from(at).ok());
        f64::from(at.and_then(|at| WIDTHS.get(at)).copied().unwrap_or(OTHER))
    };
    let thousandths: f64 = text.chars().map(width).sum();
    Size::new(thousandths / 1000.0 * px * if bold { 1.1 } else { 1.0 }, px * 1.25)
}
