//! The forces, a tick at a time.

use super::{Graph, Options};
use crate::geometry::{Point, Size};

/// A layout on its way to rest.
#[derive(Clone, Debug)]
pub struct Simulation {
    x: Vec<f64>,
    y: Vec<f64>,
}

impl Simulation {
    /// Nodes at their start, nothing moved yet.
    pub fn new(graph: &Graph, _frame: Size, _options: &Options) -> Self {
        Self { x: vec![0.0; graph.nodes.len()], y: vec![0.0; graph.nodes.len()] }
    }

    /// Moves everything one step; `false` once at rest.
    pub fn tick(&mut self) -> bool {
        false
    }

    /// Where the nodes are now.
    pub fn positions(&self) -> Vec<Point> {
        self.x.iter().zip(&self.y).map(|(&x, &y)| Point::new(x, y)).collect()
    }
}
