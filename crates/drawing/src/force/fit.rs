//! The picture stretched to its frame.

use super::rooms::Room;
use crate::geometry::{Point, Rect};
use crate::number::FAR;

/// The picture is stretched at most so much more on one axis than on the
/// other: beyond that, it looks like a picture pulled out of shape.
const LOPSIDED: f64 = 1.8;
/// Halvings when looking for the scale: enough for a thousandth of a pixel.
const HALVINGS: usize = 40;

/// Stretches the centres so that their rooms fill the frame, across and down
/// apart. Rooms that are apart stay apart where the picture grows.
pub(super) fn fit(centres: &mut [Point], rooms: &[Room], frame: Rect) {
    if rooms.iter().any(|room| room.held) {
        return;
    }
    let across: Vec<Extent> = extents(centres, rooms, |at, room| (at.x, room.side, room.side));
    let down: Vec<Extent> = extents(centres, rooms, |at, room| (at.y, room.up, room.down));
    let (wide, high) = (largest(&across, frame.width), largest(&down, frame.height));
    // What does not fit at any scale stays as it is.
    if wide <= 0.0 || high <= 0.0 {
        return;
    }
    let (wide, high) = (wide.min(high * LOPSIDED), high.min(wide * LOPSIDED));
    let (left, right) = span(&across, wide);
    let (top, bottom) = span(&down, high);
    let middle = frame.centre();
    for centre in centres {
        centre.x = centre.x * wide - f64::midpoint(left, right) + middle.x;
        centre.y = centre.y * high - f64::midpoint(top, bottom) + middle.y;
    }
}

/// Where a room is on one axis: its middle, and how far it reaches before and after.
type Extent = (f64, f64, f64);

fn extents(centres: &[Point], rooms: &[Room], of: impl Fn(&Point, &Room) -> Extent) -> Vec<Extent> {
    centres.iter().zip(rooms).map(|(centre, room)| of(centre, room)).collect()
}

/// The ends of all rooms when their middles are scaled.
fn span(extents: &[Extent], scale: f64) -> (f64, f64) {
    let ends = extents.iter().map(|&(at, before, after)| (at * scale - before, at * scale + after));
    ends.fold((FAR, -FAR), |(low, high), (start, end)| (low.min(start), high.max(end)))
}

/// The largest scale at which all rooms are within `size`; nought if none is.
fn largest(extents: &[Extent], size: f64) -> f64 {
    let fits = |scale: f64| {
        let (low, high) = span(extents, scale);
        high - low <= size
    };
    let (mut low, mut high) = (0.0, 1.0);
    while fits(high) && high < 1e6 {
        (low, high) = (high, high * 2.0);
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}
