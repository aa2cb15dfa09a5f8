//! The finishing of small pictures: nodes try other places, one at a time.
//!
//! After Davidson and Harel, "Drawing graphs nicely using simulated
//! annealing" (1996), without the annealing: the rough work is done, and a
//! place is only taken if it is better. Better is what a reader sees: fewer
//! crossings, no edge through a node, and distances as they are in the graph.
//! Rooms never overlap here, so what is separate stays so.

use super::Graph;
use super::rooms::Room;
use super::start::Chance;
use super::stress::Steps;
use crate::geometry::{Point, Rect};
use crate::number::count;

/// What a reader minds, against a crossing of two edges: an edge through a
/// node that is not its own …
const THROUGH_NODE: f64 = 2.0;
/// … through the label of a node …
const THROUGH_LABEL: f64 = 0.35;
/// … and two nodes twice as far from each other as their steps in the graph ask for.
const DISTANCE: f64 = 1.0;

/// More is not worth a reader's wait: tests of a line against a line.
const BUDGET: usize = 12_000_000;
/// Rounds over all nodes, with steps that grow shorter.
const ROUNDS: usize = 10;
/// Places that each node tries at random in a round.
const RANDOM: usize = 10;
/// The eight directions that a node tries to step in.
const STEPS: [(f64, f64); 8] =
    [(1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7)];
/// A change is only made for more than rounding.
const LEAST_GAIN: f64 = 1e-6;

/// A picture of nodes in rooms, joined by straight lines.
pub(super) struct Picture<'a> {
    centres: Vec<Point>,
    rooms: &'a [Room],
    /// What must not be crossed of each node, where it is now.
    inks: Vec<Ink>,
    edges: Vec<Edge>,
    /// For each node its edges: the other end, and the edge's number.
    of: Vec<Vec<usize>>,
    frame: Rect,
    steps: &'a Steps,
    /// The length of a step.
    ideal: f64,
    /// Tests made.
    tests: usize,
}

/// Two nodes, and where they are now.
#[derive(Clone, Copy)]
struct Edge {
    from: usize,
    to: usize,
    a: Point,
    b: Point,
}

impl Edge {
    fn ends_at(&self, node: usize) -> bool {
        self.from == node || self.to == node
    }
}

impl<'a> Picture<'a> {
    pub(super) fn new(graph: &Graph, steps: &'a Steps, centres: Vec<Point>, rooms: &'a [Room], frame: Rect) -> Self {
        let mut edges = Vec::with_capacity(graph.links.len());
        let mut of = vec![Vec::new(); centres.len()];
        for link in &graph.links {
            if let (Some(&a), Some(&b)) = (centres.get(link.from), centres.get(link.to))
                && link.from != link.to
            {
                of[link.from].push(edges.len());
                of[link.to].push(edges.len());
                edges.push(Edge { from: link.from, to: link.to, a, b });
            }
        }
        let ideal = steps.length(&centres).max(1.0);
        let inks = rooms.iter().zip(&centres).map(|(room, &centre)| Ink::new(room, centre)).collect();
        Self { centres, rooms, inks, edges, of, frame, steps, ideal, tests: 0 }
    }

    /// How bad the picture is.
    pub(super) fn cost(&mut self) -> f64 {
        (0..self.centres.len()).map(|node| self.cost_of(node, f64::MAX)).sum()
    }

    /// Lets nodes find better places, until none does or the time is up.
    pub(super) fn refine(&mut self) {
        let mut chance = Chance::new(1);
        for done in 0..ROUNDS {
            let reach = self.ideal * (1.0 - count(done) / count(ROUNDS));
            let mut better = false;
            for node in 0..self.centres.len() {
                if self.tests > BUDGET {
                    return;
                }
                better |= self.step(node, reach, &mut chance);
            }
            if !better {
                return;
            }
        }
    }

    /// Where the nodes are, at the end.
    pub(super) fn take_centres(self) -> Vec<Point> {
        self.centres
    }

    /// Moves a node to the best of some places, if one is better than its own.
    fn step(&mut self, node: usize, reach: f64, chance: &mut Chance) -> bool {
        let room = self.rooms[node];
        if room.held {
            return false;
        }
        let old = self.centres[node];
        let hub = self.middle_of_neighbours(node).unwrap_or(old);
        let mut best = (self.cost_of(node, f64::MAX) - LEAST_GAIN, old);
        for tried in 0..1 + 2 * STEPS.len() + RANDOM {
            let beside =
                |centre: Point, (x, y): (f64, f64), reach: f64| Point::new(centre.x + x * reach, centre.y + y * reach);
            let place = match tried {
                0 => hub,
                _ if tried <= STEPS.len() => beside(old, STEPS[tried - 1], reach * 0.5),
                _ if tried <= 2 * STEPS.len() => beside(hub, STEPS[tried - 1 - STEPS.len()], self.ideal),
                _ => {
                    let (x, y) = (chance.next(), chance.next());
                    Point::new(self.frame.x + x * self.frame.width, self.frame.y + y * self.frame.height)
                }
            };
            let place = room.inside(place, self.frame);
            if self.is_free(node, place) {
                self.put(node, place);
                let cost = self.cost_of(node, best.0);
                if cost < best.0 {
                    best = (cost, place);
                }
            }
        }
        self.put(node, best.1);
        best.1 != old
    }

    fn put(&mut self, node: usize, place: Point) {
        self.centres[node] = place;
        self.inks[node] = Ink::new(&self.rooms[node], place);
        for &edge in &self.of[node] {
            let edge = &mut self.edges[edge];
            if edge.from == node {
                edge.a = place;
            } else {
                edge.b = place;
            }
        }
    }

    fn middle_of_neighbours(&self, node: usize) -> Option<Point> {
        let (mut x, mut y) = (0.0, 0.0);
        for &edge in &self.of[node] {
            let edge = self.edges[edge];
            let other = if edge.from == node { edge.b } else { edge.a };
            x += other.x;
            y += other.y;
        }
        let edges = count(self.of[node].len());
        (edges > 0.0).then(|| Point::new(x / edges, y / edges))
    }

    /// Whether the room of a node would overlap none there.
    fn is_free(&self, node: usize, place: Point) -> bool {
        let room = self.rooms[node].at(place);
        let mut others = self.rooms.iter().zip(&self.centres).enumerate();
        others.all(|(other, (its, &centre))| other == node || !room.overlaps(its.at(centre)))
    }

    /// What a node and its edges add to the cost; something above `limit` if
    /// that is more than `limit`.
    fn cost_of(&mut self, node: usize, limit: f64) -> f64 {
        let mut cost = DISTANCE * self.steps.cost(node, self.centres[node], &self.centres, self.ideal);
        let ink = self.inks[node];
        for edge in &self.edges {
            if !edge.ends_at(node) {
                cost += ink.crossed_by(edge.a, edge.b);
            }
        }
        self.tests += self.centres.len() + self.edges.len();
        for &edge in &self.of[node] {
            if cost > limit {
                return cost;
            }
            self.tests += self.centres.len() + self.edges.len();
            cost += self.in_the_way(self.edges[edge]);
        }
        cost
    }

    /// What an edge costs by the edges and nodes in its way.
    fn in_the_way(&self, edge: Edge) -> f64 {
        let mut cost = 0.0;
        for other in &self.edges {
            if cross(edge.a, edge.b, other.a, other.b) && !other.ends_at(edge.from) && !other.ends_at(edge.to) {
                cost += 1.0;
            }
        }
        for (node, ink) in self.inks.iter().enumerate() {
            if !edge.ends_at(node) {
                cost += ink.crossed_by(edge.a, edge.b);
            }
        }
        cost
    }
}

/// What is drawn of a node: its shape, its label, and the box around both.
#[derive(Clone, Copy)]
struct Ink {
    shape: Rect,
    label: Rect,
    both: Rect,
}

impl Ink {
    fn new(room: &Room, centre: Point) -> Self {
        let (shape, label) = room.parts(centre);
        Self { shape, label, both: shape.union(label) }
    }

    /// What it costs that the line from `a` to `b` passes over it.
    fn crossed_by(&self, a: Point, b: Point) -> f64 {
        let both = self.both;
        let (right, bottom) = (both.right(), both.bottom());
        let beside = (a.x < both.x && b.x < both.x) || (a.x > right && b.x > right);
        if beside || (a.y < both.y && b.y < both.y) || (a.y > bottom && b.y > bottom) {
            return 0.0;
        }
        let on_shape = if self.shape.is_crossed_by(a, b) { THROUGH_NODE } else { 0.0 };
        on_shape + if self.label.is_crossed_by(a, b) { THROUGH_LABEL } else { 0.0 }
    }
}

/// Whether two straight lines cross.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    if (a.x < c.x && a.x < d.x && b.x < c.x && b.x < d.x) || (a.x > c.x && a.x > d.x && b.x > c.x && b.x > d.x) {
        return false;
    }
    let side =
        |from: Point, to: Point, of: Point| (to.x - from.x) * (of.y - from.y) - (to.y - from.y) * (of.x - from.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
