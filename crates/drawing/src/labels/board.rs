//! The state of the placing: what stands where, and what is in whose way.

use super::candidates::{self, Candidate, Lines};
use super::{Label, Placed, Placement, Scene};
use crate::geometry::{Grid, Rect};
use crate::number::finite;
use crate::order::order;

/// A required label may take the place of at most so many others.
const DISPLACED: usize = 6;

/// Only so many labels are placed, the most important and those that are
/// required: nobody reads more.
const LEGIBLE: usize = 2_000;

/// Labels of nodes come first in all lists, then those of edges. The grid
/// holds the nodes under their own numbers and labels under theirs plus the
/// number of nodes.
pub(super) struct Board {
    nodes: usize,
    labels: Vec<Label>,
    candidates: Vec<Vec<Candidate>>,
    placed: Vec<Option<Placed>>,
    grid: Grid,
    gap: f64,
}

impl Board {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let scene = &Scene { frame: scene.frame.finite(), gap: finite(scene.gap).max(0.0), ..*scene };
        let nodes = scene.marks.len();
        let lines = Lines::new(scene.routes);
        let mut grid = Grid::new(scene.frame, 2 * nodes + scene.routes.len());
        for (number, mark) in scene.marks.iter().enumerate() {
            grid.put(number, mark.bounds());
        }
        let label = |labels: &[Label], at: usize| {
            let label = labels.get(at).copied().unwrap_or_default();
            Label { size: label.size.finite(), priority: finite(label.priority), ..label }
        };
        let mut labels = Vec::with_capacity(nodes + scene.routes.len());
        let mut candidates = Vec::with_capacity(nodes + scene.routes.len());
        for at in 0..nodes + scene.routes.len() {
            let label = if at < nodes { label(scene.mark_labels, at) } else { label(scene.route_labels, at - nodes) };
            let mut places =
                match (scene.marks.get(at), at.checked_sub(nodes).and_then(|own| scene.routes.get(own)?.as_ref())) {
                    _ if label.size.is_empty() => Vec::new(),
                    (Some(mark), _) => candidates::around(*mark, label.size, scene, &lines),
                    (None, Some(route)) => candidates::along(route, label.size, at - nodes, scene, &lines),
                    (None, None) => Vec::new(),
                };
            places.retain(|candidate| !grid.any_over(candidate.placed.bounds, &mut |_| true));
            if at < nodes {
                candidates::keep_from_strangers(&mut places, scene.gap, &|bounds| {
                    grid.any_over(bounds, &mut |other| other != at)
                });
            }
            labels.push(label);
            candidates.push(places);
        }
        let placed = vec![None; labels.len()];
        Self { nodes, labels, candidates, placed, grid, gap: scene.gap }
    }

    /// The labels that have somewhere to stand, the most important first.
    pub(super) fn order(&self) -> Vec<usize> {
        let mut order = order(self.labels.len(), &|one, other| self.priority(other).total_cmp(&self.priority(one)));
        order.retain(|&label| !self.candidates(label).is_empty());
        let mut rest = order.split_off(order.len().min(LEGIBLE));
        rest.retain(|&label| self.is_required(label));
        order.append(&mut rest);
        order
    }

    fn priority(&self, label: usize) -> f64 {
        self.labels.get(label).map_or(0.0, |label| label.priority)
    }

    pub(super) fn is_required(&self, label: usize) -> bool {
        self.labels.get(label).is_some_and(|label| label.required)
    }

    /// Whether it has a text and no place.
    pub(super) fn is_left_out(&self, label: usize) -> bool {
        self.placed.get(label).is_some_and(Option::is_none)
            && self.candidates.get(label).is_some_and(|candidates| !candidates.is_empty())
    }

    fn candidates(&self, label: usize) -> &[Candidate] {
        self.candidates.get(label).map_or(&[], Vec::as_slice)
    }

    /// The labels in the way of a place. Nodes are not: no candidate is on one.
    fn in_the_way(&self, bounds: Rect, of: usize) -> Vec<usize> {
        // Words need air between them, across more than down.
        let wide = Rect::new(bounds.x - self.gap, bounds.y, bounds.width + 2.0 * self.gap, bounds.height);
        let mut over = Vec::new();
        self.grid.any_over(wide, &mut |number| {
            if let Some(other) = number.checked_sub(self.nodes)
                && other != of
                && !over.contains(&other)
            {
                over.push(other);
            }
            false
        });
        over
    }

    fn free(&self, label: usize) -> Option<Placed> {
        let free = self.candidates(label).iter().find(|it| self.in_the_way(it.placed.bounds, label).is_empty());
        free.map(|candidate| candidate.placed)
    }

    fn put(&mut self, label: usize, place: Option<Placed>) {
        if let Some(slot) = self.placed.get_mut(label) {
            *slot = place;
        }
        match place {
            Some(placed) => self.grid.put(self.nodes + label, placed.bounds),
            None => self.grid.take(self.nodes + label),
        }
    }

    /// Takes the best free place, if there is one.
    pub(super) fn place_free(&mut self, label: usize) {
        let place = self.free(label);
        if place.is_some() {
            self.put(label, place);
        }
    }

    /// Takes a place; the labels in its way look for another.
    fn take(&mut self, label: usize, place: Placed, others: &[usize]) {
        self.put(label, Some(place));
        for &other in others {
            self.put(other, None);
        }
        for &other in others {
            self.place_free(other);
        }
    }

    /// Takes a place whose labels all have another one.
    pub(super) fn place_by_moving(&mut self, label: usize) {
        for at in 0..self.candidates(label).len() {
            let place = self.candidates(label)[at].placed;
            let others = self.in_the_way(place.bounds, label);
            let before: Vec<_> = others.iter().map(|&other| self.placed[other]).collect();
            self.take(label, place, &others);
            if others.iter().all(|&other| !self.is_left_out(other)) {
                return;
            }
            self.put(label, None);
            for (&other, place) in others.iter().zip(before) {
                self.put(other, place);
            }
        }
    }

    /// Takes the place where the least important labels have to go.
    pub(super) fn place_by_displacing(&mut self, label: usize) {
        let mut best: Option<(f64, Placed, Vec<usize>)> = None;
        for candidate in self.candidates(label) {
            let others = self.in_the_way(candidate.placed.bounds, label);
            if others.len() > DISPLACED || others.iter().any(|&other| self.is_required(other)) {
                continue;
            }
            let mut loss = 0.0;
            for &other in &others {
                loss += 1.0 + self.priority(other).max(0.0);
            }
            if best.as_ref().is_none_or(|(least, ..)| loss < *least) {
                best = Some((loss, candidate.placed, others));
            }
        }
        if let Some((_, place, others)) = best {
            self.take(label, place, &others);
        }
    }

    pub(super) fn placement(mut self) -> Placement {
        let routes = self.placed.split_off(self.nodes.min(self.placed.len()));
        Placement { marks: self.placed, routes }
    }
}
