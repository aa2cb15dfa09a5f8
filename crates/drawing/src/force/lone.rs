//! Nodes without an edge: in rows under the picture.

use super::Graph;
use super::rooms::Room;
use crate::geometry::{Point, Rect};
use crate::number::count;

/// Whether each node is joined to another, or has its place already.
pub(super) fn joined(graph: &Graph) -> Vec<bool> {
    let mut joined: Vec<bool> = graph.nodes.iter().map(|node| node.start.is_some()).collect();
    let nodes = joined.len();
    for link in &graph.links {
        if link.from != link.to && link.from < nodes && link.to < nodes {
            joined[link.from] = true;
            joined[link.to] = true;
        }
    }
    joined
}

/// The centres of rooms in centred rows from the top of the frame, and how
/// far down they reach.
pub(super) fn rows(rooms: &[Room], frame: Rect) -> (Vec<Point>, f64) {
    let mut centres = Vec::with_capacity(rooms.len());
    let mut top = frame.y;
    let mut rest = rooms;
    while !rest.is_empty() {
        let mut width = 0.0;
        let fits = rest.iter().take_while(|room| {
            width += 2.0 * room.side;
            width <= frame.width
        });
        // A room wider than the frame has a row of its own.
        let (row, after) = rest.split_at(fits.count().max(1).min(rest.len()));
        let wide: f64 = row.iter().map(|room| 2.0 * room.side).sum();
        let up = row.iter().map(|room| room.up).fold(0.0, f64::max);
        let down = row.iter().map(|room| room.down).fold(0.0, f64::max);
        // What is left over of the row goes between its rooms, within reason.
        let air = ((frame.width - wide) / count(row.len() + 1)).clamp(0.0, MOST_AIR);
        let mut x = frame.centre().x - f64::midpoint(wide, air * count(row.len() - 1));
        for room in row {
            centres.push(Point::new(x + room.side, top + up));
            x += 2.0 * room.side + air;
        }
        top += up + down;
        rest = after;
    }
    (centres, top - frame.y)
}

/// At most so many pixels between two lone nodes.
const MOST_AIR: f64 = 24.0;
