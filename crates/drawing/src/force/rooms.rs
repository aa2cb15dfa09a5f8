//! How much room each node takes, with its label if the frame has room for it.

use super::{Graph, Node, Options};
use crate::geometry::{Point, Rect, Size};
use crate::number::{between, finite, length};
use crate::order::order;

/// Rooms take at most this share of the frame: more cannot be moved about …
const FULL: f64 = 0.6;
/// … and in a picture of more than so many nodes this share: there its shape
/// says more than the last names, and many of those find a place all the same.
const FEW: usize = 50;
const FULL_OF_MANY: f64 = 0.3;
/// The share that shapes without their labels may take before the picture
/// grows beyond the frame.
const PACKED: f64 = 0.45;

/// The room that a node takes about the centre of its shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    /// How far it reaches to the left and right.
    pub(super) side: f64,
    /// How far it reaches up.
    pub(super) up: f64,
    /// How far it reaches down.
    pub(super) down: f64,
    /// The shape in it, in the middle; the label is what is below.
    pub(super) shape: Size,
    /// What is kept free on every side.
    pub(super) margin: f64,
    /// Whether it may not be moved.
    pub(super) held: bool,
}

impl Room {
    pub(super) fn at(self, centre: Point) -> Rect {
        Rect::new(centre.x - self.side, centre.y - self.up, 2.0 * self.side, self.up + self.down)
    }

    pub(super) fn size(self) -> Size {
        Size::new(2.0 * self.side, self.up + self.down)
    }

    /// The boxes of the shape and of the label; that is empty where there is no room for it.
    pub(super) fn parts(self, centre: Point) -> (Rect, Rect) {
        let shape = Rect::around(centre, self.shape);
        let height = (self.down - self.margin - self.shape.height / 2.0).max(0.0);
        let side = self.side - self.margin;
        (shape, Rect::new(centre.x - side, shape.bottom(), if height > 0.0 { 2.0 * side } else { 0.0 }, height))
    }

    /// The nearest centre with the whole room in the frame.
    pub(super) fn inside(self, centre: Point, frame: Rect) -> Point {
        if self.held {
            return centre;
        }
        Point::new(
            between(centre.x, frame.x + self.side, frame.right() - self.side),
            between(centre.y, frame.y + self.up, frame.bottom() - self.down),
        )
    }
}

/// The frame, or larger in the same proportions if the shapes need it.
pub(super) fn grown(graph: &Graph, frame: Size, padding: f64, gap: f64) -> Size {
    let frame = Size::new(frame.width.max(1.0), frame.height.max(1.0));
    let room = |size: Size| (size.width + gap) * (size.height + gap);
    let needed: f64 = graph.nodes.iter().map(|node| room(node.size.finite())).sum::<f64>() / PACKED;
    let there = (frame.width - 2.0 * padding).max(1.0) * (frame.height - 2.0 * padding).max(1.0);
    let growth = (needed / there).sqrt().max(1.0);
    Size::new(frame.width * growth, frame.height * growth).finite()
}

/// The room of each node, with its label for at most `labels` of them: the
/// most important, as far as they do not fill the frame. And for how many.
pub(super) fn rooms(graph: &Graph, frame: Rect, options: &Options, labels: usize) -> (Vec<Room>, usize) {
    let half = length(options.gap) / 2.0;
    let bare = |node: &Node| {
        let size = node.size.finite();
        let upright = size.height / 2.0 + half;
        let held = node.pinned && node.start.is_some();
        Room { side: size.width / 2.0 + half, up: upright, down: upright, shape: size, margin: half, held }
    };
    let mut rooms: Vec<Room> = graph.nodes.iter().map(bare).collect();
    let surface = |room: &Room| room.size().width * room.size().height;
    let mut taken: f64 = rooms.iter().map(surface).sum();
    let weight = |node: usize| graph.nodes.get(node).map_or(0.0, |node| finite(node.weight));
    let order = order(rooms.len(), &|one, other| weight(other).total_cmp(&weight(one)));
    let full = if graph.nodes.len() > FEW { FULL_OF_MANY } else { FULL };
    let mut labelled = 0;
    for index in order {
        let (Some(node), Some(room)) = (graph.nodes.get(index), rooms.get_mut(index)) else { continue };
        let label = node.label.finite();
        if label.is_empty() || labelled >= labels {
            continue;
        }
        let side = room.side.max(label.width / 2.0 + half);
        let with = Room { side, down: room.down + length(options.label_gap) + label.height, ..*room };
        let more = surface(&with) - surface(room);
        if taken + more <= full * frame.width * frame.height && 2.0 * side <= frame.width {
            taken += more;
            *room = with;
            labelled += 1;
        }
    }
    (rooms, labelled)
}
