//! The forces, a tick at a time: repulsion, springs and a pull to the middle,
//! under a temperature that falls to nought.

use super::quadtree::{Body, Quadtree};
use super::{Graph, Link, Options};
use crate::geometry::{Point, Size};
use crate::number::{count, finite, length};

/// How coarse far bodies are seen, see [`Quadtree::push`].
const THETA: f64 = 0.9;
/// What is left of a speed after a tick.
const GLIDE: f64 = 0.6;
/// Repulsion, as a share of the square of the ideal edge length.
const PUSH: f64 = 1.0 / 30.0;
/// The pull to the middle, a tick, as a share of the distance.
const PULL: f64 = 0.05;
/// The ideal edge length, as a share of the side of the square that each node has.
const EDGE: f64 = 0.6;
/// A layout has at most so many ticks …
const TICKS: f64 = 200.0;
/// … and so many moves of nodes, but for …
const MOVES: f64 = 3_000_000.0;
/// … so many ticks at least.
const FEWEST: f64 = 30.0;
/// A layout that starts from a picture is only so warm.
const WARM: f64 = 0.25;

/// A layout on its way to rest. Its arrays are kept from tick to tick:
/// nothing is allocated once they have grown.
#[derive(Clone, Debug)]
pub struct Simulation {
    x: Vec<f64>,
    y: Vec<f64>,
    speed_x: Vec<f64>,
    speed_y: Vec<f64>,
    held: Vec<bool>,
    springs: Vec<Spring>,
    tree: Quadtree,
    middle: Point,
    /// The pull to the middle across and down.
    pull: Point,
    /// The ideal length of an edge.
    edge: f64,
    /// From 1 to 0: how far towards rest, and the share of a tick.
    heat: f64,
    cooling: f64,
}

#[derive(Clone, Copy, Debug)]
struct Spring {
    from: usize,
    to: usize,
    /// How hard it pulls at all.
    strength: f64,
    /// The share of the pull that moves `to`: the one with fewer edges moves more.
    share: f64,
}

impl Simulation {
    /// Nodes at their start, nothing moved yet. Those without a start are
    /// next to a neighbour that has one, or on a spiral about the middle.
    pub fn new(graph: &Graph, frame: Size, options: &Options) -> Self {
        let nodes = graph.nodes.len();
        let frame = frame.finite();
        let padding = length(options.padding);
        let room = Size::new((frame.width - 2.0 * padding).max(1.0), (frame.height - 2.0 * padding).max(1.0));
        let middle = Point::new(frame.width / 2.0, frame.height / 2.0);
        let edge = ideal_edge(room, nodes);
        let aspect = (room.width / room.height).sqrt();
        let ticks = (MOVES / count(nodes.max(1))).clamp(FEWEST, TICKS);
        let mass = edge * edge * PUSH;
        let bodies = (0..nodes).map(|number| Body { mass, number, ..Body::default() });
        let mut simulation = Self {
            x: vec![0.0; nodes],
            y: vec![0.0; nodes],
            speed_x: vec![0.0; nodes],
            speed_y: vec![0.0; nodes],
            held: graph.nodes.iter().map(|node| node.pinned && node.start.is_some()).collect(),
            springs: springs(graph),
            tree: Quadtree::of(bodies.collect()),
            middle,
            pull: Point::new(PULL / aspect, PULL * aspect),
            edge,
            heat: 1.0,
            cooling: 1.0 / ticks,
        };
        let spiral = super::start::spiral(nodes, 0);
        for (at, (place, node)) in spiral.iter().zip(&graph.nodes).enumerate() {
            let start = node.start.map(Point::finite);
            let on_spiral = Point::new(middle.x + place.x * edge * aspect, middle.y + place.y * edge / aspect);
            // Two that stood on one spot must come apart: a hair of the spiral tells them apart.
            let nudged = start.map(|start| if node.pinned { start } else { start.towards(on_spiral, 1e-6) });
            let place = nudged.unwrap_or(on_spiral);
            (simulation.x[at], simulation.y[at]) = (place.x, place.y);
        }
        if graph.nodes.iter().any(|node| node.start.is_some() && !node.pinned) {
            simulation.heat = WARM;
        }
        simulation.join(graph);
        simulation
    }

    /// Moves nodes that are new in a picture next to a neighbour that was there.
    fn join(&mut self, graph: &Graph) {
        let is_new = |node: usize| graph.nodes.get(node).is_some_and(|node| node.start.is_none());
        for spring in &self.springs {
            for (new, old) in [(spring.from, spring.to), (spring.to, spring.from)] {
                if is_new(new) && !is_new(old) {
                    let from = Point::new(self.x[new], self.y[new]);
                    let to = Point::new(self.x[old], self.y[old]);
                    let long = from.distance(to).max(1e-9);
                    let place = to.towards(from, (self.edge / long).min(1.0));
                    (self.x[new], self.y[new]) = (place.x, place.y);
                }
            }
        }
    }

    /// Moves everything one step; `false` once at rest.
    pub fn tick(&mut self) -> bool {
        if self.heat <= 0.0 || self.x.is_empty() {
            return false;
        }
        // Quadratic cooling: long enough to untangle, gentle at the end.
        let heat = self.heat * self.heat;
        self.repel(heat);
        self.attract(heat);
        for node in 0..self.x.len() {
            if self.held[node] {
                (self.speed_x[node], self.speed_y[node]) = (0.0, 0.0);
                continue;
            }
            let (dx, dy) = (self.middle.x - self.x[node], self.middle.y - self.y[node]);
            let speed_x = (self.speed_x[node] + dx * self.pull.x * heat) * GLIDE;
            let speed_y = (self.speed_y[node] + dy * self.pull.y * heat) * GLIDE;
            (self.speed_x[node], self.speed_y[node]) = (speed_x, speed_y);
            self.x[node] = finite(self.x[node] + speed_x);
            self.y[node] = finite(self.y[node] + speed_y);
        }
        self.heat -= self.cooling;
        true
    }

    fn repel(&mut self, heat: f64) {
        for body in &mut self.tree.bodies {
            (body.x, body.y) = (self.x[body.number], self.y[body.number]);
        }
        self.tree.push(THETA, (self.edge * self.edge * 0.01).max(1e-9));
        for body in &self.tree.bodies {
            self.speed_x[body.number] += body.push_x * heat;
            self.speed_y[body.number] += body.push_y * heat;
        }
    }

    fn attract(&mut self, heat: f64) {
        for spring in &self.springs {
            let (from, to) = (spring.from, spring.to);
            let dx = self.x[to] + self.speed_x[to] - self.x[from] - self.speed_x[from];
            let dy = self.y[to] + self.speed_y[to] - self.y[from] - self.speed_y[from];
            let long = (dx * dx + dy * dy).sqrt().max(1e-9);
            let pull = (long - self.edge) / long * heat * spring.strength;
            let (x, y) = (dx * pull, dy * pull);
            self.speed_x[to] -= x * spring.share;
            self.speed_y[to] -= y * spring.share;
            self.speed_x[from] += x * (1.0 - spring.share);
            self.speed_y[from] += y * (1.0 - spring.share);
        }
    }

    /// Where the nodes are now.
    pub fn positions(&self) -> Vec<Point> {
        self.x.iter().zip(&self.y).map(|(&x, &y)| Point::new(x, y)).collect()
    }
}

/// The ideal length of an edge where `nodes` share the `room`.
pub(super) fn ideal_edge(room: Size, nodes: usize) -> f64 {
    EDGE * (room.width * room.height / count(nodes.max(1))).sqrt()
}

/// The springs of the links that join two nodes. As in d3-force, those of a
/// node with many edges pull less, so that a hub is not torn.
fn springs(graph: &Graph) -> Vec<Spring> {
    let nodes = graph.nodes.len();
    let joins = |link: &Link| link.from < nodes && link.to < nodes && link.from != link.to;
    let mut edges = vec![0.0_f64; nodes];
    for link in &graph.links {
        if joins(link) {
            edges[link.from] += 1.0;
            edges[link.to] += 1.0;
        }
    }
    let mut springs = Vec::with_capacity(graph.links.len());
    for link in &graph.links {
        if joins(link) {
            let (from, to) = (edges[link.from], edges[link.to]);
            let strength = length(link.strength).min(STRONGEST) / from.min(to).max(1.0);
            springs.push(Spring {
                from: link.from,
                to: link.to,
                strength: strength.min(1.0),
                share: from / (from + to),
            });
        }
    }
    springs
}

/// A spring stronger than this would overshoot.
const STRONGEST: f64 = 10.0;
