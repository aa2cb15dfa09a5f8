//! The last step of a layout: no room on another, all in the frame.

use super::rooms::Room;
use crate::geometry::{Grid, Point, Rect};
use crate::order::order;

/// Rounds of pushing apart before giving up on it.
const ROUNDS: usize = 120;
/// Pixels between the places that are tried for a room that found none.
const STEP: f64 = 6.0;
/// With more rooms than this, a few rounds must do: overlaps may be left.
const MANY: usize = 2_000;
const ROUNDS_OF_MANY: usize = 10;
/// A room is pushed away from at most so many others in a round.
const NEAR: usize = 24;

/// Moves the centres until no two rooms overlap; whether that was reached, or
/// there are so many that it was not to be.
pub(super) fn separate(centres: &mut [Point], rooms: &[Room], frame: Rect) -> bool {
    for (centre, room) in centres.iter_mut().zip(rooms) {
        *centre = room.inside(*centre, frame);
    }
    let many = rooms.len() > MANY;
    for _ in 0..if many { ROUNDS_OF_MANY } else { ROUNDS } {
        if !push_apart(centres, rooms, frame) {
            return true;
        }
    }
    many || rehouse(centres, rooms, frame)
}

/// Pushes each two overlapping rooms apart, on the axis where the way is
/// shorter. Whether any did overlap.
fn push_apart(centres: &mut [Point], rooms: &[Room], frame: Rect) -> bool {
    let mut grid = Grid::new(frame, rooms.len());
    for (number, (centre, room)) in centres.iter().zip(rooms).enumerate() {
        grid.put(number, room.at(*centre));
    }
    let mut any = false;
    let mut near = Vec::new();
    for (one, room) in rooms.iter().enumerate() {
        near.clear();
        near.extend(grid.over(room.at(centres[one])).take(NEAR).filter(|&other| other > one));
        near.sort_unstable();
        near.dedup();
        for &other in &near {
            let (a, b) = (room.at(centres[one]), rooms[other].at(centres[other]));
            if !a.overlaps(b) {
                continue;
            }
            any = true;
            let across = (a.right().min(b.right()) - a.x.max(b.x)) + SLACK;
            let down = (a.bottom().min(b.bottom()) - a.y.max(b.y)) + SLACK;
            let (share_one, share_other) = match (room.held, rooms[other].held) {
                (true, true) => continue,
                (true, false) => (0.0, 1.0),
                (false, true) => (1.0, 0.0),
                (false, false) => (0.5, 0.5),
            };
            let (from, to) = (a.centre(), b.centre());
            if across < down {
                let way = if from.x < to.x { across } else { -across };
                centres[one].x -= way * share_one;
                centres[other].x += way * share_other;
            } else {
                let way = if from.y < to.y { down } else { -down };
                centres[one].y -= way * share_one;
                centres[other].y += way * share_other;
            }
            centres[one] = room.inside(centres[one], frame);
            centres[other] = rooms[other].inside(centres[other], frame);
        }
    }
    any
}

/// A little more than needed, in pixels, so that rounding does not undo it.
const SLACK: f64 = 0.01;

/// Takes every room that overlaps another to the nearest free place, the
/// largest first. Whether all found one.
fn rehouse(centres: &mut [Point], rooms: &[Room], frame: Rect) -> bool {
    let surface = |room: &Room| room.size().width * room.size().height;
    let order = order(rooms.len(), &|one, other| {
        let (a, b) = (&rooms[one], &rooms[other]);
        b.held.cmp(&a.held).then(surface(b).total_cmp(&surface(a)))
    });
    let mut grid = Grid::new(frame, rooms.len());
    let mut all = true;
    for number in order {
        let room = rooms[number];
        let free = |centre: Point| grid.over(room.at(centre)).next().is_none();
        if !free(centres[number]) {
            let found = if room.held { None } else { nearest(centres[number], room, frame, free) };
            match found {
                Some(place) => centres[number] = place,
                None => all = false,
            }
        }
        grid.put(number, room.at(centres[number]));
    }
    all
}

/// The nearest of a raster of places in the frame that is free.
fn nearest(centre: Point, room: Room, frame: Rect, free: impl Fn(Point) -> bool) -> Option<Point> {
    let mut best: Option<(f64, Point)> = None;
    let (left, right) = (frame.x + room.side, frame.right() - room.side);
    let (top, bottom) = (frame.y + room.up, frame.bottom() - room.down);
    let step = STEP.max((right - left) / MOST_STEPS).max((bottom - top) / MOST_STEPS);
    let mut y = top;
    while y <= bottom {
        let mut x = left;
        while x <= right {
            let place = Point::new(x, y);
            let distance = place.distance(centre);
            if best.is_none_or(|(least, _)| distance < least) && free(place) {
                best = Some((distance, place));
            }
            x += step;
        }
        y += step;
    }
    best.map(|(_, place)| place)
}

/// The raster has at most so many places across and down.
const MOST_STEPS: f64 = 200.0;
