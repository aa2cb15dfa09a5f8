//! The way to a picture of thousands, a short step at a time, so that a page
//! stays alive meanwhile.

use super::rooms::{Room, rooms};
use super::separate::{along, push_apart};
use super::{Graph, Options, Simulation, fit};
use crate::geometry::{Point, Rect, Size};

/// Nodes are pushed apart so often at most. What then still overlaps is in the
/// midst of a thicket, and comes apart under a zoom.
const ROUNDS: usize = 40;

/// A layout on its way to rest: the forces, then the fit to the frame, then
/// nodes off each other. Room is kept for shapes, not for labels.
#[derive(Clone, Debug)]
pub struct Settling {
    simulation: Simulation,
    rooms: Vec<Room>,
    frame: Rect,
    /// Where the nodes are once the forces rest.
    centres: Vec<Point>,
    along: Vec<usize>,
    rounds: usize,
}

impl Settling {
    /// Nothing is moved yet.
    pub fn new(graph: &Graph, frame: Size, options: &Options) -> Self {
        let inner = Rect::frame(frame.finite()).grown(-crate::number::length(options.padding));
        Self {
            simulation: Simulation::new(graph, frame, options),
            rooms: rooms(graph, inner, options, 0).0,
            frame: inner,
            centres: Vec::new(),
            along: Vec::new(),
            rounds: 0,
        }
    }

    /// Goes one step: some milliseconds for thousands of nodes. `false` once at rest.
    pub fn step(&mut self) -> bool {
        if self.simulation.tick() {
            return true;
        }
        if self.rounds == 0 {
            self.centres = self.simulation.positions();
            fit::fit(&mut self.centres, &self.rooms, self.frame);
            self.along = along(&self.centres, &self.rooms);
        }
        self.rounds += 1;
        self.rounds <= ROUNDS && push_apart(&mut self.along, &mut self.centres, &self.rooms, self.frame)
    }

    /// Where the nodes are; in the frame once at rest.
    pub fn positions(&self) -> Vec<Point> {
        if self.rounds == 0 { self.simulation.positions() } else { self.centres.clone() }
    }
}
