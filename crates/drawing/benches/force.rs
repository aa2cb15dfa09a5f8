//! Milliseconds a tick of the force layout on Barabási–Albert graphs, the
//! same ones and the same starts that the peers are measured on:
//! `cargo bench -p backstory-drawing`.

use std::io::Write as _;
use std::time::Instant;

use drawing::force::{Graph, Link, Node, Options, Simulation};
use drawing::geometry::{Point, Size};

/// Ticks timed; the median is printed.
const TICKS: usize = 60;

fn main() -> std::io::Result<()> {
    for nodes in [100, 1_000, 10_000, 100_000] {
        let edges = barabasi_albert(nodes);
        let side = 20.0 * f64::from(u32::try_from(nodes).unwrap_or(0)).sqrt();
        let mut random = Mulberry(7);
        let mut place = || (random.next() * 2.0 - 1.0) * side / 2.0 + side / 2.0;
        let starts: Vec<Point> = (0..nodes).map(|_| Point::new(place(), place())).collect();
        let graph = Graph {
            nodes: starts.into_iter().map(|start| Node { start: Some(start), ..Node::default() }).collect(),
            links: edges.iter().map(|&(from, to)| Link { from, to, strength: 1.0 }).collect(),
        };
        let mut simulation = Simulation::new(&graph, Size::new(side, side), &Options::default());
        let mut times = Vec::new();
        for _ in 0..TICKS {
            let before = Instant::now();
            if !simulation.tick() {
                break;
            }
            times.push(before.elapsed());
        }
        times.sort();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let line = format!(
            "{nodes:>7} nodes, edges {:08x}: {:>9.3} ms a tick (median of {})\n",
            hash(&edges),
            median.as_secs_f64() * 1e3,
            times.len()
        );
        std::io::stdout().write_all(line.as_bytes())?;
    }
    Ok(())
}

/// The generator mulberry32, public domain.
struct Mulberry(u32);

impl Mulberry {
    /// From 0 to below 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let a = self.0;
        let mut t = (a ^ (a >> 15)).wrapping_mul(1 | a);
        t ^= t.wrapping_add((t ^ (t >> 7)).wrapping_mul(0x3D | t));
        f64::from(t ^ (t >> 14)) / 4_294_967_296.0
    }

    fn below(&mut self, end: usize) -> usize {
        let end = f64::from(u32::try_from(end).unwrap_or(0));
        // A float cast saturates.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to below a count")]
        let drawn = (self.next() * end).floor() as usize;
        drawn
    }
}

/// Two edges a node, to nodes drawn by their number of edges.
fn barabasi_albert(nodes: usize) -> Vec<(usize, usize)> {
    let mut random = Mulberry(20_240_607);
    let (mut edges, mut ends) = (vec![(1, 0)], vec![0, 1]);
    for node in 2..nodes {
        let there = ends.len();
        let mut targets = Vec::new();
        while targets.len() < 2.min(node) {
            let target = ends[random.below(there)];
            if !targets.contains(&target) {
                targets.push(target);
            }
        }
        for target in targets {
            edges.push((node, target));
            ends.extend([target, node]);
        }
    }
    edges
}

/// FNV-1a of the edges as text, which proves that the graph is the same.
fn hash(edges: &[(usize, usize)]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for (from, to) in edges {
        for byte in format!("{from}-{to};").bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    hash
}
