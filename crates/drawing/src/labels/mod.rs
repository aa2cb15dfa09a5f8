//! Where the words go: no label on another, none on a node, all in the frame.

use crate::edges::Route;
use crate::geometry::{Mark, Rect, Size};

/// A label to be placed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Label {
    /// Its measured size in pixels; nought where there is nothing to write.
    pub size: Size,
    /// The more important is placed first.
    pub priority: f64,
    /// Whether it must be seen (it is selected): it takes the room of others.
    pub required: bool,
}

/// The side of its node that a label stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Under the node: the usual place. Text is centred.
    Below,
    /// Over the node. Text is centred.
    Above,
    /// To the right. Text starts at the left.
    Right,
    /// To the left. Text ends at the right.
    Left,
    /// Under it and to the right.
    BelowRight,
    /// Under it and to the left.
    BelowLeft,
    /// Over it and to the right.
    AboveRight,
    /// Over it and to the left.
    AboveLeft,
    /// On the middle of an edge. Text is centred.
    OnEdge,
}

/// A label in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The box of the text.
    pub bounds: Rect,
    /// On which side of its node it stands.
    pub side: Side,
}

/// Everything that labels have to live with.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// No label leaves this.
    pub frame: Rect,
    /// The nodes, as drawn.
    pub marks: &'a [Mark],
    /// A label for each node, in the same order; missing ones are none.
    pub mark_labels: &'a [Label],
    /// The edges, as routed.
    pub routes: &'a [Option<Route>],
    /// A label for each edge, in the same order; missing ones are none.
    pub route_labels: &'a [Label],
    /// Pixels between a label and its node, and between labels.
    pub gap: f64,
}

/// Where the labels went; `None` for those there is no room for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    /// In the order of the nodes.
    pub marks: Vec<Option<Placed>>,
    /// In the order of the edges.
    pub routes: Vec<Option<Placed>>,
}

/// Places the labels of nodes, then those of edges.
pub fn place(scene: &Scene<'_>) -> Placement {
    Placement { marks: vec![None; scene.marks.len()], routes: vec![None; scene.routes.len()] }
}
