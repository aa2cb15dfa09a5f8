//! Distances as they are in the graph: the farther two nodes are from each
//! other by steps, the farther apart they stand.

use super::Graph;
use super::start::{Chance, spiral};
use crate::geometry::Point;
use crate::number::{count, index};

/// Rounds over all pairs. One more than a power of two: the steps of the
/// rounds then shrink by square roots alone.
const ROUNDS: usize = 33;
const HALVINGS: u32 = 5;
/// The step of the last round, for neighbours.
const LAST_STEP: f64 = 0.1;

/// How many steps it is from each node to each.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    nodes: usize,
    steps: Vec<f32>,
}

impl Steps {
    /// By breadth. Nodes that nothing joins are as far as would put their
    /// parts of the graph next to each other.
    pub(super) fn new(graph: &Graph) -> Self {
        let nodes = graph.nodes.len();
        let mut near = vec![Vec::new(); nodes];
        for link in &graph.links {
            if link.from.max(link.to) < nodes && link.from != link.to {
                near[link.from].push(link.to);
                near[link.to].push(link.from);
            }
        }
        let mut steps = vec![0.0_f32; nodes * nodes];
        let mut farthest = vec![0.0_f32; nodes];
        let mut queue = Vec::with_capacity(nodes);
        for from in 0..nodes {
            let row = &mut steps[from * nodes..(from + 1) * nodes];
            queue.clear();
            queue.push(from);
            let mut at = 0;
            while let Some(&node) = queue.get(at) {
                at += 1;
                farthest[from] = row[node];
                for &other in &near[node] {
                    if row[other] == 0.0 && other != from {
                        row[other] = row[node] + 1.0;
                        queue.push(other);
                    }
                }
            }
        }
        for from in 0..nodes {
            for to in 0..nodes {
                let step = &mut steps[from * nodes + to];
                if *step == 0.0 {
                    *step = 1.0 + f32::midpoint(farthest[from], farthest[to]);
                }
            }
        }
        Self { nodes, steps }
    }

    /// The steps from a node to each; those to itself say nothing.
    pub(super) fn from(&self, node: usize) -> &[f32] {
        &self.steps[node * self.nodes..(node + 1) * self.nodes]
    }

    /// The length of a step with which the places suit best.
    pub(super) fn length(&self, places: &[Point]) -> f64 {
        let (mut sum, mut squares) = (0.0, 0.0);
        for (node, place) in places.iter().enumerate() {
            for (other, &steps) in places.iter().zip(self.from(node)).take(node) {
                let ratio = place.distance(*other) / f64::from(steps);
                sum += ratio;
                squares += ratio * ratio;
            }
        }
        if sum > 0.0 { squares / sum } else { 1.0 }
    }

    /// What the distances of a node at `place` cost: how far each is from what
    /// it should be, squared, as a share of that.
    pub(super) fn cost(&self, node: usize, place: Point, places: &[Point], length: f64) -> f64 {
        let mut cost = 0.0;
        for (at, (other, &steps)) in places.iter().zip(self.from(node)).enumerate() {
            if at != node {
                let off = place.distance(*other) / (length * f64::from(steps)) - 1.0;
                cost += off * off;
            }
        }
        cost
    }

    /// Places, a step about 1 long. In another way for each `start`.
    ///
    /// Zheng, Pawar and Goodman, "Graph drawing by stochastic gradient
    /// descent" (2018): pairs in a random order, each moved towards its
    /// distance, by less and less.
    pub(super) fn places(&self, start: usize) -> Vec<Point> {
        let mut places = spiral(self.nodes, start);
        let mut pairs = Vec::with_capacity(self.nodes * self.nodes / 2);
        for to in 0..self.nodes {
            for from in 0..to {
                pairs.push((from, to));
            }
        }
        let mut chance = Chance::new(start + 1);
        for last in (1..pairs.len()).rev() {
            pairs.swap(last, index(chance.next() * count(last + 1)));
        }
        let mut longest = 1.0_f32;
        for &steps in &self.steps {
            longest = longest.max(steps);
        }
        let mut rate = f64::from(longest) * f64::from(longest);
        let mut shrink = LAST_STEP / rate;
        for _ in 0..HALVINGS {
            shrink = shrink.sqrt();
        }
        for _ in 0..ROUNDS {
            let first = index(chance.next() * count(pairs.len()));
            let (before, after) = pairs.split_at(first.min(pairs.len()));
            for &(from, to) in after.iter().chain(before) {
                let steps = f64::from(self.steps[from * self.nodes + to]);
                let (a, b) = (places[from], places[to]);
                let (dx, dy) = (a.x - b.x, a.y - b.y);
                let long = (dx * dx + dy * dy).sqrt().max(1e-9);
                let share = (rate / (steps * steps)).min(1.0) * (long - steps) / (2.0 * long);
                places[from] = Point::new(a.x - dx * share, a.y - dy * share);
                places[to] = Point::new(b.x + dx * share, b.y + dy * share);
            }
            rate *= shrink;
        }
        places
    }
}
