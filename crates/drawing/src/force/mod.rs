//! The layout: where the nodes of the diagram stand.
//!
//! [`settle`] is what a view calls: it runs to rest and hands back places
//! inside the frame, with no node on another. Small graphs start from their
//! distances and are refined for crossings; large ones, and what is new in a
//! picture, are moved by forces. [`Simulation`] is those forces a tick at a time,
//! [`Settling`] the whole way for thousands of nodes in short steps.

mod fit;
mod lone;
mod quadtree;
mod refine;
mod rooms;
mod separate;
mod settle;
mod settling;
mod simulation;
mod start;
mod stress;

use crate::geometry::{Point, Size};
pub use settle::{Draft, settle};
pub use settling::Settling;
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
    /// Where it stood in the picture before, if there was one: it stays there,
    /// or near if it has to make room.
    pub start: Option<Point>,
    /// Whether it is held at `start` whatever comes (dragged there by the
    /// reader): it makes no room.
    pub pinned: bool,
}

/// An edge as the layout sees it: a spring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Index of the one node.
    pub from: usize,
    /// Index of the other.
    pub to: usize,
    /// How hard it pulls: 1 is usual, 2 is twice as hard. Only the forces know
    /// of it: small graphs go by the steps between nodes.
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
