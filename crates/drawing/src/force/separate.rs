//! The last step of a layout: no room on another, all in the frame.

use super::rooms::Room;
use crate::geometry::{Grid, Point, Rect};
use crate::number::{count, index};
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
    let mut along = along(centres, rooms);
    for _ in 0..if many { ROUNDS_OF_MANY } else { ROUNDS } {
        if !push_apart(&mut along, centres, rooms, frame) {
            return true;
        }
    }
    many || rehouse(centres, rooms, frame)
}

/// The rooms from left to right: what overlaps one across begins before it ends.
pub(super) fn along(centres: &[Point], rooms: &[Room]) -> Vec<usize> {
    order(rooms.len(), &|one, other| rooms[one].at(centres[one]).x.total_cmp(&rooms[other].at(centres[other]).x))
}

/// Pushes each two overlapping rooms apart, on the axis where the way is
/// shorter. Whether any did overlap.
pub(super) fn push_apart(along: &mut [usize], centres: &mut [Point], rooms: &[Room], frame: Rect) -> bool {
    // The order of the round before is nearly that of this one (insertion sort).
    for last in 1..along.len() {
        let left = |at: usize| centres[at].x - rooms[at].side;
        let mut at = last;
        while at > 0 && left(along[at - 1]) > left(along[at]) {
            along.swap(at - 1, at);
            at -= 1;
        }
    }
    let mut any = false;
    for (rank, &one) in along.iter().enumerate() {
        let room = rooms[one];
        let mut near = 0;
        for &other in &along[rank + 1..] {
            let (a, b) = (room.at(centres[one]), rooms[other].at(centres[other]));
            if b.x >= a.right() || near == NEAR {
                break;
            }
            if !a.overlaps(b) {
                continue;
            }
            near += 1;
            let across = (a.right().min(b.right()) - a.x.max(b.x)) + SLACK;
            let down = (a.bottom().min(b.bottom()) - a.y.max(b.y)) + SLACK;
            let (share_one, share_other) = match (room.held, rooms[other].held) {
                (true, true) => continue,
                (true, false) => (0.0, 1.0),
                (false, true) => (1.0, 0.0),
                (false, false) => (0.5, 0.5),
            };
            any = true;
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
        let free = |centre: Point| !grid.any_over(room.at(centre), &mut |_| true);
        if !room.held && !free(centres[number]) {
            match nearest(centres[number], room, frame, &free) {
                Some(place) => centres[number] = place,
                None => all = false,
            }
        }
        grid.put(number, room.at(centres[number]));
    }
    all
}

/// The nearest of a raster of places in the frame that is free: ring after
/// ring about the centre, as far as the nearest may still be.
fn nearest(centre: Point, room: Room, frame: Rect, free: &dyn Fn(Point) -> bool) -> Option<Point> {
    let step = STEP.max(frame.width.max(frame.height) / MOST_STEPS);
    let rings = index(frame.width.max(frame.height) / step) + 1;
    let mut best: Option<(f64, Point)> = None;
    for ring in 1..=rings {
        let out = count(ring) * step;
        if best.is_some_and(|(least, _)| out > least) {
            break;
        }
        for at in 0..8 * ring {
            // Along the four sides of the ring, each without its last corner.
            let (side, along) = (at / (2 * ring), count(at % (2 * ring)) * step - out);
            let (x, y) = [(along, -out), (out, along), (-along, out), (-out, -along)][side];
            let place = Point::new(centre.x + x, centre.y + y);
            let distance = place.distance(centre);
            if best.is_none_or(|(least, _)| distance < least) && room.inside(place, frame) == place && free(place) {
                best = Some((distance, place));
            }
        }
    }
    best.map(|(_, place)| place)
}

/// The raster has at most so many places across and down.
const MOST_STEPS: f64 = 200.0;
