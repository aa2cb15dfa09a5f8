//! The whole way from a graph to a picture.

use super::refine::Picture;
use super::rooms::{Room, grown, rooms};
use super::separate::separate;
use super::stress::Steps;
use super::{Graph, Layout, Options, Simulation, fit, lone};
use crate::geometry::{Point, Rect, Size};
use crate::number::{count, length};

/// What the picture grows by where rooms still overlap, and how often.
const GROWTH: f64 = 1.15;
const GROWTHS: usize = 24;
/// Small graphs are laid out by their distances and refined. Larger ones are
/// left to the forces, and their picture is not looked at node by node.
const SMALL: usize = 400;
/// Small graphs are laid out from so many starts, and the best is kept …
const STARTS: usize = 8;
/// … as far as they have no more than so many pairs of nodes in all.
const PAIRS: usize = 32_000;

/// … and where they still overlap, one of so many labels gives up its room.
const FEWER: usize = 4;

/// Lays `graph` out for `frame`: settled, no node on another, all inside.
///
/// The same input gives the same picture. Nodes with a `start` stay there as
/// far as their rooms allow, so that a picture keeps its shape when some go
/// or come; only the new ones look for a place. Room is kept for labels under their nodes as far
/// as the frame has it, for the more important ones first. Nodes without an
/// edge stand in rows under the others.
pub fn settle(graph: &Graph, frame: Size, options: &Options) -> Layout {
    Draft::new(graph, frame, options).settled(graph, options)
}

/// A layout half made: where the nodes would stand if they took no room.
///
/// [`settle`] in two steps, for who has to let others in between.
#[derive(Debug)]
pub struct Draft {
    /// The nodes that are joined.
    main: Part,
    alone: Vec<usize>,
    extent: Size,
    /// Where they stand, from each start.
    settled: Vec<Vec<Point>>,
}

/// Moves a graph until it rests; gives where the nodes stand then.
type Forces = fn(&Graph, Size, &Options) -> Vec<Point>;

impl Draft {
    /// The first half of [`settle`].
    pub fn new(graph: &Graph, frame: Size, options: &Options) -> Self {
        Self::with(graph, frame, options, Some(moved_by_forces))
    }

    /// The same for who only ever has small graphs with no picture before: the
    /// steps between the nodes are all that places them, so that the forces need
    /// not be linked. Where nodes have a `start`, it is not heeded; the time grows
    /// with the square of the nodes.
    pub fn by_distances(graph: &Graph, frame: Size, options: &Options) -> Self {
        Self::with(graph, frame, options, None)
    }

    fn with(graph: &Graph, frame: Size, options: &Options, forces: Option<Forces>) -> Self {
        let (gap, padding) = (length(options.gap), length(options.padding));
        let joined = lone::joined(graph);
        let main = Part::new(graph, &joined, forces);
        let mut alone: Vec<usize> = (0..graph.nodes.len()).collect();
        alone.retain(|&node| !joined[node]);
        let extent = grown(graph, frame.finite(), padding, gap);
        let settled = main.settled(extent, options);
        Self { main, alone, extent, settled }
    }

    /// The second half, with the same graph and options.
    pub fn settled(&self, graph: &Graph, options: &Options) -> Layout {
        let (gap, padding) = (length(options.gap), length(options.padding));
        let Self { main, alone, settled, .. } = self;
        let mut extent = self.extent;
        let mut labels = graph.nodes.len();
        for _ in 0..GROWTHS {
            // Rooms have half the gap around them, the frame too.
            let frame = Rect::frame(extent).grown(gap / 2.0 - padding);
            let (rooms, labelled) = rooms(graph, frame, options, labels);
            if let Some(positions) = arranged(main, alone, settled, &rooms, frame) {
                return Layout { positions, extent };
            }
            labels = labelled - labelled.div_ceil(FEWER);
            if labelled == 0 {
                extent = Size::new(extent.width * GROWTH, extent.height * GROWTH);
            }
        }
        let mut positions = vec![Point::default(); graph.nodes.len()];
        scatter(&main.nodes, settled.first().map_or(&[], Vec::as_slice), &mut positions);
        Layout { positions, extent }
    }
}

/// The picture in the frame; `None` if the rooms do not go in.
fn arranged(main: &Part, alone: &[usize], settled: &[Vec<Point>], rooms: &[Room], frame: Rect) -> Option<Vec<Point>> {
    let mut positions = vec![Point::default(); rooms.len()];
    let (mut lone, height) = lone::rows(&of(alone, rooms), frame);
    let left = frame.height - height;
    let share = LEAST_MAIN.min(count(main.nodes.len()) / count(rooms.len().max(1)));
    // What is left must hold the tallest of the others, however few they are.
    let tallest = main.nodes.iter().map(|&node| rooms[node].up + rooms[node].down).fold(0.0, f64::max);
    if left < tallest.max(frame.height * share) {
        return None;
    }
    let down = if main.nodes.is_empty() { left / 2.0 } else { left };
    for place in &mut lone {
        place.y += down;
    }
    scatter(alone, &lone, &mut positions);
    let frame = Rect::new(frame.x, frame.y, frame.width, left);
    scatter(&main.nodes, &main.arranged(settled, rooms, frame)?, &mut positions);
    Some(positions)
}

/// The rooms of some nodes.
fn of(nodes: &[usize], rooms: &[Room]) -> Vec<Room> {
    nodes.iter().map(|&node| rooms[node]).collect()
}

/// Writes the places of some nodes to their places in the whole.
fn scatter(nodes: &[usize], places: &[Point], positions: &mut [Point]) {
    for (&node, &place) in nodes.iter().zip(places) {
        positions[node] = place;
    }
}

/// Nodes without an edge leave at least this share of the frame's height to the others, or as
/// large a share as that of the others among all.
const LEAST_MAIN: f64 = 0.5;

/// Where the forces leave the nodes, of which those with a `start` stay there.
fn moved_by_forces(graph: &Graph, extent: Size, options: &Options) -> Vec<Point> {
    let mut graph = graph.clone();
    for node in &mut graph.nodes {
        node.pinned = node.start.is_some();
    }
    let mut simulation = Simulation::new(&graph, extent, options);
    let moves = graph.nodes.iter().any(|node| !node.pinned);
    while moves && simulation.tick() {}
    simulation.positions()
}

/// Some of the nodes of a graph, and the edges among them.
#[derive(Debug)]
struct Part {
    /// Their numbers in the whole.
    nodes: Vec<usize>,
    graph: Graph,
    /// Whether the picture goes on from one before.
    warm: bool,
    /// The distances, if it is small.
    steps: Option<Steps>,
    /// What moves it where they do not place it.
    forces: Option<Forces>,
}

impl Part {
    /// The nodes that are joined.
    fn new(whole: &Graph, joined: &[bool], forces: Option<Forces>) -> Self {
        let mut nodes = Vec::new();
        let mut graph = Graph::default();
        let mut number = vec![usize::MAX; whole.nodes.len()];
        let mut warm = false;
        for (at, node) in whole.nodes.iter().enumerate() {
            if joined[at] {
                number[at] = nodes.len();
                nodes.push(at);
                graph.nodes.push(*node);
                warm |= node.start.is_some() && forces.is_some();
            }
        }
        let of = |node: usize| number.get(node).copied().unwrap_or(usize::MAX);
        for link in &whole.links {
            graph.links.push(super::Link { from: of(link.from), to: of(link.to), ..*link });
        }
        let steps = (nodes.len() <= SMALL || forces.is_none()).then(|| Steps::new(&graph));
        Self { nodes, graph, warm, steps, forces }
    }

    /// Where the nodes would stand if they took no room, from one or several
    /// starts. What stood in a picture before stays: only what is new looks
    /// for its place.
    fn settled(&self, extent: Size, options: &Options) -> Vec<Vec<Point>> {
        if let (Some(steps), false) = (&self.steps, self.warm) {
            let pairs = self.nodes.len() * self.nodes.len() / 2;
            let starts = (PAIRS / pairs.max(1)).clamp(1, STARTS);
            return (0..starts).map(|start| steps.places(start)).collect();
        }
        self.forces.map(|forces| forces(&self.graph, extent, options)).into_iter().collect()
    }

    /// The best of the settled pictures with all rooms apart and in the frame.
    fn arranged(&self, settled: &[Vec<Point>], rooms: &[Room], frame: Rect) -> Option<Vec<Point>> {
        let mut rooms = of(&self.nodes, rooms);
        let mut best: Option<(f64, Vec<Point>)> = None;
        for settled in settled {
            let mut centres = settled.clone();
            if !self.warm {
                fit::fit(&mut centres, &rooms, frame);
            }
            if !separate(&mut centres, &rooms, frame) {
                continue;
            }
            let Some(steps) = &self.steps else { return Some(centres) };
            let mut picture = Picture::new(&self.graph, steps, centres, &rooms, frame);
            let cost = picture.cost();
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, picture.take_centres()));
            }
        }
        let (_, centres) = best?;
        for (room, node) in rooms.iter_mut().zip(&self.graph.nodes) {
            room.held = self.warm && node.start.is_some();
        }
        let steps = self.steps.as_ref()?;
        let mut picture = Picture::new(&self.graph, steps, centres, &rooms, frame);
        picture.refine();
        let mut centres = picture.take_centres();
        if !self.warm {
            fit::fit(&mut centres, &rooms, frame);
        }
        Some(centres)
    }
}
