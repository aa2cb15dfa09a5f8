//! The finishing of small pictures: nodes try other places, one at a time.
//!
//! After Davidson and Harel, "Drawing graphs nicely using simulated
//! annealing" (1996), without the annealing: the forces have done the rough
//! work, and a place is only taken if it is better. Better is what a reader
//! sees: fewer crossings, no edge through a node, short edges, and nodes well
//! apart. Rooms never overlap here, so what is separate stays so.

use super::Graph;
use super::rooms::Room;
use super::simulation::ideal_edge;
use super::start::Chance;
use crate::geometry::{Point, Rect};
use crate::number::count;

/// What a reader minds, against a crossing of two edges.
const CROSSING: f64 = 1.0;
/// An edge through a node that is not its own.
const THROUGH_NODE: f64 = 2.0;
/// An edge through the label of a node.
const THROUGH_LABEL: f64 = 0.35;
/// An edge of the ideal length; a longer one by the square of that.
const LENGTH: f64 = 0.25;
/// Two nodes at the ideal length from each other; nearer ones by the square of that.
const CROWDING: f64 = 0.12;

/// More moves are not worth a reader's wait: tests of an edge against an edge.
const BUDGET: usize = 20_000_000;
/// Rounds over all nodes.
const ROUNDS: usize = 10;
/// Places that each node tries at random in a round.
const RANDOM: usize = 10;
/// The eight directions that a node tries to step in.
const STEPS: [(f64, f64); 8] =
    [(1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7)];

/// A picture of nodes in rooms, joined by straight lines.
pub(super) struct Picture<'a> {
    centres: Vec<Point>,
    rooms: &'a [Room],
    /// What must not be crossed of each node, where it is now.
    inks: Vec<Ink>,
    /// What each node costs, where that is known since the last move.
    known: Vec<Option<f64>>,
    edges: Vec<(usize, usize)>,
    /// For each node its edges.
    of: Vec<Vec<usize>>,
    frame: Rect,
    /// The ideal length of an edge.
    ideal: f64,
}

impl<'a> Picture<'a> {
    pub(super) fn new(graph: &Graph, centres: Vec<Point>, rooms: &'a [Room], frame: Rect) -> Self {
        let nodes = centres.len();
        let joins = graph.links.iter().map(|link| (link.from.min(link.to), link.from.max(link.to)));
        let edges: Vec<(usize, usize)> = joins.filter(|&(from, to)| from != to && to < nodes).collect();
        let mut of = vec![Vec::new(); nodes];
        for (edge, &(from, to)) in edges.iter().enumerate() {
            of[from].push(edge);
            of[to].push(edge);
        }
        let ideal = ideal_edge(frame.size(), nodes).max(1.0);
        let inks = rooms.iter().zip(&centres).map(|(room, &centre)| Ink::new(room, centre)).collect();
        Self { known: vec![None; nodes], centres, rooms, inks, edges, of, frame, ideal }
    }

    /// How bad the picture is.
    pub(super) fn cost(&self) -> f64 {
        (0..self.centres.len()).map(|node| self.cost_of(node, f64::MAX)).sum()
    }

    /// Lets nodes find better places, until none does or the time is up.
    pub(super) fn refine(&mut self) {
        let mut chance = Chance::new(1);
        let round = self.edges.len().max(1) * (self.edges.len() + self.centres.len()).max(1) * 2;
        let round = round * (RANDOM + 2 * STEPS.len() + 1) + 4 * round * self.centres.len();
        let rounds = (BUDGET / round.max(1)).min(ROUNDS);
        for done in 0..rounds {
            let reach = self.ideal * (1.0 - count(done) / count(ROUNDS));
            let mut better = false;
            for node in 0..self.centres.len() {
                better |= self.step(node, reach, &mut chance);
            }
            for one in 0..self.centres.len() {
                for other in 0..one {
                    better |= self.swap(one, other);
                }
            }
            if !better {
                break;
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
        let around =
            |centre: Point, reach: f64| STEPS.map(|(x, y)| Point::new(centre.x + x * reach, centre.y + y * reach));
        let mut places = vec![hub];
        places.extend(around(old, reach * 0.5));
        places.extend(around(hub, self.ideal));
        for _ in 0..RANDOM {
            let (x, y) = (chance.next(), chance.next());
            places.push(Point::new(self.frame.x + x * self.frame.width, self.frame.y + y * self.frame.height));
        }
        let mut best = (self.cost_now(node) - LEAST_GAIN, old);
        for place in places {
            let place = room.inside(place, self.frame);
            if !self.is_free(node, place, None) {
                continue;
            }
            self.put(node, place);
            let cost = self.cost_of(node, best.0);
            if cost < best.0 {
                best = (cost, place);
            }
        }
        self.put(node, best.1);
        let moved = best.1 != old;
        if moved {
            self.known.fill(None);
        }
        moved
    }

    /// Lets two nodes change places, if that is better.
    fn swap(&mut self, one: usize, other: usize) -> bool {
        let (a, b) = (self.centres[one], self.centres[other]);
        if self.rooms[one].held || self.rooms[other].held {
            return false;
        }
        let to_b = self.rooms[one].inside(b, self.frame);
        let to_a = self.rooms[other].inside(a, self.frame);
        let apart = !self.rooms[one].at(to_b).overlaps(self.rooms[other].at(to_a));
        if !apart || !self.is_free(one, to_b, Some(other)) || !self.is_free(other, to_a, Some(one)) {
            return false;
        }
        let before = self.cost_now(one) + self.cost_now(other) - LEAST_GAIN;
        self.put(one, to_b);
        self.put(other, to_a);
        let first = self.cost_of(one, before);
        if first < before && first + self.cost_of(other, before - first) < before {
            self.known.fill(None);
            return true;
        }
        self.put(one, a);
        self.put(other, b);
        false
    }

    fn put(&mut self, node: usize, place: Point) {
        self.centres[node] = place;
        self.inks[node] = Ink::new(&self.rooms[node], place);
    }

    fn middle_of_neighbours(&self, node: usize) -> Option<Point> {
        let edges = &self.of[node];
        let (mut x, mut y) = (0.0, 0.0);
        for &edge in edges {
            let (from, to) = self.edges[edge];
            let other = self.centres[if from == node { to } else { from }];
            x += other.x;
            y += other.y;
        }
        let edges = count(edges.len());
        (edges > 0.0).then(|| Point::new(x / edges, y / edges))
    }

    /// Whether the room of a node would overlap none there but `but`.
    fn is_free(&self, node: usize, place: Point, but: Option<usize>) -> bool {
        let room = self.rooms[node].at(place);
        let mut others = self.rooms.iter().zip(&self.centres).enumerate();
        others.all(|(other, (its, &centre))| other == node || Some(other) == but || !room.overlaps(its.at(centre)))
    }

    /// What a node and its edges add to the cost as things are.
    fn cost_now(&mut self, node: usize) -> f64 {
        if let Some(cost) = self.known[node] {
            return cost;
        }
        let cost = self.cost_of(node, f64::MAX);
        self.known[node] = Some(cost);
        cost
    }

    /// What a node and its edges add to the cost; something above `limit` if
    /// that is more than `limit`.
    fn cost_of(&self, node: usize, limit: f64) -> f64 {
        let place = self.centres[node];
        let square = self.ideal * self.ideal;
        let mut cost = 0.0;
        for (other, centre) in self.centres.iter().enumerate() {
            if other != node {
                let (dx, dy) = (centre.x - place.x, centre.y - place.y);
                cost += CROWDING * square / (dx * dx + dy * dy).max(1.0);
            }
        }
        for &edge in &self.of[node] {
            let (a, b) = self.ends(edge);
            let (dx, dy) = (b.x - a.x, b.y - a.y);
            cost += LENGTH * (dx * dx + dy * dy) / square;
        }
        for (edge, &(from, to)) in self.edges.iter().enumerate() {
            if cost > limit {
                return cost;
            }
            let (a, b) = self.ends(edge);
            if from == node || to == node {
                cost += self.in_the_way(edge, a, b);
            } else {
                cost += self.inks[node].crossed_by(a, b);
            }
        }
        cost
    }

    fn ends(&self, edge: usize) -> (Point, Point) {
        let (from, to) = self.edges[edge];
        (self.centres[from], self.centres[to])
    }

    /// What an edge from `a` to `b` costs by the edges and nodes in its way.
    fn in_the_way(&self, edge: usize, a: Point, b: Point) -> f64 {
        let (from, to) = self.edges[edge];
        let mut cost = 0.0;
        for &(other_from, other_to) in &self.edges {
            let apart = other_from != from && other_from != to && other_to != from && other_to != to;
            if apart && cross(a, b, self.centres[other_from], self.centres[other_to]) {
                cost += CROSSING;
            }
        }
        for (node, ink) in self.inks.iter().enumerate() {
            if node != from && node != to {
                cost += ink.crossed_by(a, b);
            }
        }
        cost
    }
}

/// A change is only made for more than rounding.
const LEAST_GAIN: f64 = 1e-6;

/// What is drawn of a node: its shape, its label, and the box around both.
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
        let beside = a.x.max(b.x) < both.x || a.x.min(b.x) > both.right();
        if beside || a.y.max(b.y) < both.y || a.y.min(b.y) > both.bottom() {
            return 0.0;
        }
        let on_shape = if self.shape.is_crossed_by(a, b) { THROUGH_NODE } else { 0.0 };
        on_shape + if self.label.is_crossed_by(a, b) { THROUGH_LABEL } else { 0.0 }
    }
}

/// Whether two straight lines cross.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    if a.x.max(b.x) < c.x.min(d.x) || c.x.max(d.x) < a.x.min(b.x) {
        return false;
    }
    let side =
        |from: Point, to: Point, of: Point| (to.x - from.x) * (of.y - from.y) - (to.y - from.y) * (of.x - from.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
