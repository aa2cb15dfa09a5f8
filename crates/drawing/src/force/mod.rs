//! The force layout: where the nodes of the diagram stand.
//!
//! [`settle`] is what a view calls: it runs to rest and hands back places
//! inside the frame, with no node on another. [`Simulation`] is the same
//! forces a tick at a time.

mod quadtree;
mod separate;
mod simulation;
mod start;

use crate::geometry::{Point, Rect, Size};
use crate::number::{finite, length};
use separate::Room;
pub use simulation::Simulation;

/// What is to be laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// The nodes; their index is their name.
    pub nodes: Vec<Node>,
    /// The edges. Those that name no node, and loops, pull at nothing.
    pub links: Vec<Link>,
}

/// A node as the layout sees it: how much room it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Node {
    /// Size of its shape in pixels.
    pub size: Size,
    /// Size of its label in pixels, nought where it has none. Room is kept
    /// for it under the shape as far as the frame allows.
    pub label: Size,
    /// How important it is, from nought. Where the frame is too small for
    /// every label, room is kept for the more important ones.
    pub weight: f64,
    /// Where it stood in the picture before, if there was one. Nodes that
    /// stood somewhere stay near.
    pub start: Option<Point>,
    /// Whether it is held at `start` (dragged there by the reader).
    pub pinned: bool,
}

/// An edge as the layout sees it: a spring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Index of the one node.
    pub from: usize,
    /// Index of the other.
    pub to: usize,
    /// How hard it pulls: 1 is usual, 2 is twice as hard.
    pub strength: f64,
}

/// How to lay out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Pixels kept free along the inside of the frame.
    pub padding: f64,
    /// Pixels kept free between two nodes, labels included.
    pub gap: f64,
    /// Pixels between a shape and its label under it.
    pub label_gap: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { padding: 12.0, gap: 10.0, label_gap: 4.0 }
    }
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The centre of each node's shape, in the graph's order.
    pub positions: Vec<Point>,
    /// The size of the picture: the frame, or the same proportions larger
    /// where the nodes cannot all stand in the frame (then the view zooms).
    pub extent: Size,
}

/// Rooms take at most this share of the frame: more cannot be moved about.
const FULL: f64 = 0.55;
/// The share that shapes without their labels may take before the picture
/// grows beyond the frame.
const PACKED: f64 = 0.4;
/// What the picture grows by where rooms still overlap, and how often.
const GROWTH: f64 = 1.15;
const GROWTHS: usize = 24;

/// Lays `graph` out for `frame`: settled, no node on another, all inside.
///
/// The same input gives the same picture. Where nodes have a `start`, the
/// picture keeps its shape. Room is kept for labels under their nodes as far
/// as the frame has it, for the more important ones first.
pub fn settle(graph: &Graph, frame: Size, options: &Options) -> Layout {
    let gap = length(options.gap);
    let padding = length(options.padding);
    let mut extent = grown(graph, frame.finite(), padding, gap);
    let mut simulation = Simulation::new(graph, extent, options);
    while simulation.tick() {}
    let settled = simulation.positions();
    let warm = graph.nodes.iter().any(|node| node.start.is_some());
    let mut labels = graph.nodes.len();
    for _ in 0..GROWTHS {
        let inner = Rect::frame(extent).grown(-padding);
        let (rooms, labelled) = rooms(graph, inner, options, labels);
        let mut positions = settled.clone();
        if !warm {
            fit(&mut positions, &rooms, inner);
        }
        if separate::separate(&mut positions, &rooms, inner.grown(gap / 2.0)) {
            return Layout { positions, extent };
        }
        labels = labelled / 2;
        if labelled == 0 {
            extent = Size::new(extent.width * GROWTH, extent.height * GROWTH);
        }
    }
    Layout { positions: settled, extent }
}

/// The frame, or larger in the same proportions if the shapes need it.
fn grown(graph: &Graph, frame: Size, padding: f64, gap: f64) -> Size {
    let frame = Size::new(frame.width.max(1.0), frame.height.max(1.0));
    let room = |size: Size| (size.width + gap) * (size.height + gap);
    let needed: f64 = graph.nodes.iter().map(|node| room(node.size.finite())).sum::<f64>() / PACKED;
    let there = (frame.width - 2.0 * padding).max(1.0) * (frame.height - 2.0 * padding).max(1.0);
    let growth = (needed / there).sqrt().max(1.0);
    Size::new(frame.width * growth, frame.height * growth).finite()
}

/// The room of each node, with its label for at most `labels` of them: the
/// most important, as far as they do not fill the frame. And for how many.
fn rooms(graph: &Graph, frame: Rect, options: &Options, labels: usize) -> (Vec<Room>, usize) {
    let half = length(options.gap) / 2.0;
    let bare = |node: &Node| {
        let size = node.size.finite();
        let upright = size.height / 2.0 + half;
        Room { side: size.width / 2.0 + half, up: upright, down: upright, held: node.pinned && node.start.is_some() }
    };
    let mut rooms: Vec<Room> = graph.nodes.iter().map(bare).collect();
    let surface = |room: &Room| room.size().width * room.size().height;
    let mut taken: f64 = rooms.iter().map(surface).sum();
    let weight = |node: usize| graph.nodes.get(node).map_or(0.0, |node| finite(node.weight));
    let mut order: Vec<usize> = (0..rooms.len()).collect();
    order.sort_by(|&one, &other| weight(other).total_cmp(&weight(one)).then(one.cmp(&other)));
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
        if taken + more <= FULL * frame.width * frame.height && 2.0 * side <= frame.width + 2.0 * half {
            taken += more;
            *room = with;
            labelled += 1;
        }
    }
    (rooms, labelled)
}

/// Stretches the picture to the frame, across and down apart.
fn fit(positions: &mut [Point], rooms: &[Room], frame: Rect) {
    let axis = |low: f64, high: f64, start: f64, end: f64| {
        let scale = if high > low { (end - start).max(0.0) / (high - low) } else { 0.0 };
        (scale, f64::midpoint(start, end) - scale * f64::midpoint(low, high))
    };
    let ends = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::MAX, f64::MIN), |(low, high): (f64, f64), value| (low.min(value), high.max(value)))
    };
    let (left, right) = ends(&mut positions.iter().map(|point| point.x));
    let (top, bottom) = ends(&mut positions.iter().map(|point| point.y));
    let widest = |of: &dyn Fn(&Room) -> f64| rooms.iter().map(of).fold(0.0, f64::max);
    let (side, up, down) = (widest(&|room| room.side), widest(&|room| room.up), widest(&|room| room.down));
    let (scale_x, shift_x) = axis(left, right, frame.x + side, frame.right() - side);
    let (scale_y, shift_y) = axis(top, bottom, frame.y + up, frame.bottom() - down);
    for (position, room) in positions.iter_mut().zip(rooms) {
        if !room.held {
            *position = Point::new(position.x * scale_x + shift_x, position.y * scale_y + shift_y);
        }
    }
}
