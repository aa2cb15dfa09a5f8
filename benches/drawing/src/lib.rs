//! `crates/drawing` for the benchmark: what `cargo xtask bench drawing` calls
//! in the browser. Numbers go in and out as flat arrays.

use drawing::detail;
use drawing::edges::{self, Edge};
use drawing::finder::Finder;
use drawing::force::{Graph, Link, Node, Options, Simulation, settle};
use drawing::geometry::{Mark, Point, Rect, Shape, Size};
use drawing::labels::{Label, Placed, Scene, place};
use drawing::timeline::scale::{self, Scale, Span};
use drawing::timeline::ticks::ticks;
use drawing::timeline::{lanes, stems};
use drawing::viewport::Viewport;
use wasm_bindgen::prelude::wasm_bindgen;

/// The force layout, a tick at a time.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Forces {
    simulation: Simulation,
    fresh: Simulation,
}

#[wasm_bindgen]
impl Forces {
    /// `edges` are pairs of nodes, `starts` pairs of coordinates.
    #[wasm_bindgen(constructor)]
    pub fn new(edges: &[u32], starts: &[f64], side: f64) -> Self {
        let start = |place: &[f64]| Some(Point::new(place.first()? + side / 2.0, place.get(1)? + side / 2.0));
        let graph = Graph {
            nodes: starts.chunks(2).map(|place| Node { start: start(place), ..Node::default() }).collect(),
            links: links(edges),
        };
        let simulation = Simulation::new(&graph, Size::new(side, side), &Options::default());
        Self { fresh: simulation.clone(), simulation }
    }

    /// One step. Starts anew once at rest.
    pub fn tick(&mut self) {
        if !self.simulation.tick() {
            self.simulation = self.fresh.clone();
            self.simulation.tick();
        }
    }

    /// The coordinates of all nodes.
    pub fn positions(&self) -> Vec<f64> {
        flat(&self.simulation.positions())
    }
}

fn links(edges: &[u32]) -> Vec<Link> {
    let index = |node: &u32| usize::try_from(*node).unwrap_or(usize::MAX);
    let link = |pair: &[u32]| Some(Link { from: index(pair.first()?), to: index(pair.get(1)?), strength: 1.0 });
    edges.chunks(2).filter_map(link).collect()
}

fn flat(places: &[Point]) -> Vec<f64> {
    places.iter().flat_map(|place| [place.x, place.y]).collect()
}

/// A whole picture, as a view makes it: each node is its width, its height, the
/// width and height of its label, and its weight. Gives the size of the
/// picture, then the places of the nodes, then the boxes of their labels, which
/// are not numbers for those left out.
#[wasm_bindgen]
pub fn picture(nodes: &[f64], edges: &[u32], width: f64, height: f64) -> Vec<f64> {
    let graph = graph(nodes, edges);
    let layout = settle(&graph, Size::new(width, height), &Options::default());
    let mark = |(node, place): (&Node, &Point)| {
        Mark::new(Shape::Rounded { width: node.size.width, height: node.size.height, corner: 0.0 }, *place)
    };
    let marks: Vec<Mark> = graph.nodes.iter().zip(&layout.positions).map(mark).collect();
    let label = |node: &Node| Label { size: node.label, priority: node.weight, required: false };
    let mark_labels: Vec<Label> = graph.nodes.iter().map(label).collect();
    let edge = |link: &Link| Edge { from: link.from, to: link.to, arrow: false };
    let edges: Vec<Edge> = graph.links.iter().map(edge).collect();
    let routes = edges::routes(&marks, &edges, &edges::Options::default());
    let frame = Rect::frame(layout.extent);
    let scene = Scene { frame, marks: &marks, mark_labels: &mark_labels, routes: &routes, route_labels: &[], gap: 4.0 };
    let boxed = |placed: Option<Placed>| {
        placed.map_or([f64::NAN; 4], |it| [it.bounds.x, it.bounds.y, it.bounds.width, it.bounds.height])
    };
    let mut flat = flat(&layout.positions);
    flat.extend(place(&scene).marks.into_iter().flat_map(boxed));
    flat.splice(0..0, [layout.extent.width, layout.extent.height]);
    flat
}

/// Only the places, to be timed.
#[wasm_bindgen]
pub fn places(nodes: &[f64], edges: &[u32], width: f64, height: f64) -> Vec<f64> {
    flat(&settle(&graph(nodes, edges), Size::new(width, height), &Options::default()).positions)
}

fn graph(nodes: &[f64], edges: &[u32]) -> Graph {
    let node = |numbers: &[f64]| {
        let [width, height, label_width, label_height, weight] = *numbers else { return Node::default() };
        Node { size: Size::new(width, height), label: Size::new(label_width, label_height), weight, ..Node::default() }
    };
    Graph { nodes: nodes.chunks(5).map(node).collect(), links: links(edges) }
}

/// A large picture on a canvas.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Canvas {
    finder: Finder,
    shown: Vec<detail::Shown>,
}

#[wasm_bindgen]
impl Canvas {
    /// Nodes as in [`picture`], and where they stand.
    #[wasm_bindgen(constructor)]
    pub fn new(nodes: &[f64], edges: &[u32], places: &[f64]) -> Self {
        let graph = graph(nodes, edges);
        let point = |place: &[f64]| Some(Point::new(*place.first()?, *place.get(1)?));
        let items: Vec<detail::Item> = graph
            .nodes
            .iter()
            .zip(places.chunks(2).filter_map(point))
            .map(|(node, place)| {
                let shape = Shape::Rounded { width: node.size.width, height: node.size.height, corner: 0.0 };
                detail::Item { mark: Mark::new(shape, place), label: node.label, importance: node.weight }
            })
            .collect();
        let marks: Vec<Mark> = items.iter().map(|item| item.mark).collect();
        let edge = |link: &Link| Edge { from: link.from, to: link.to, arrow: true };
        let edges: Vec<Edge> = graph.links.iter().map(edge).collect();
        let routes = edges::routes(&marks, &edges, &edges::Options::default());
        Self {
            finder: Finder::new(marks, routes),
            shown: detail::scales(&items, 4.0, (Viewport::default(), Size::default())),
        }
    }

    /// What a frame asks for: how many nodes, routes and labels are in view.
    pub fn frame(&self, x: f64, y: f64, width: f64, height: f64, scale: f64) -> Vec<usize> {
        let view = Rect::new(x, y, width, height);
        let marks = self.finder.marks_in(view);
        let labels = marks.iter().filter(|&&mark| self.shown.get(mark).is_some_and(|&(_, from)| from <= scale)).count();
        vec![marks.len(), self.finder.routes_in(view).len(), labels]
    }

    /// The number of the node under a point.
    pub fn at(&self, x: f64, y: f64) -> Option<usize> {
        self.finder.mark_at(Point::new(x, y), 8.0)
    }
}

/// A timeline of many events.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Axis {
    scale: Scale,
    spans: Vec<Span>,
    width: f64,
}

#[wasm_bindgen]
impl Axis {
    /// `spans` are pairs of days.
    #[wasm_bindgen(constructor)]
    pub fn new(spans: &[f64], width: f64) -> Self {
        let span = |ends: &[f64]| Some(Span { start: *ends.first()?, end: *ends.get(1)? });
        let spans: Vec<Span> = spans.chunks(2).filter_map(span).collect();
        Self { scale: Scale::new(&spans, width, &scale::Options::default()), spans, width }
    }

    /// What a frame asks for, zoomed to a window: how many bars, lanes, ticks and labels it has.
    pub fn frame(&self, from: f64, to: f64) -> Vec<usize> {
        let scale = self.scale.windowed(Span { start: from, end: to });
        let px = |span: &Span| (scale.px(span.start), scale.px(span.end));
        let shown = self.spans.iter().map(px).filter(|&(from, to)| to > 0.0 && from < self.width);
        let bars: Vec<lanes::Item> =
            shown.map(|(from, to)| lanes::Item { from, to: to.max(from + 12.0), importance: 1.0 }).collect();
        let found = lanes::pack(&bars, 2.0, 12);
        let ticks = ticks(&scale, 14.0, &|tick| if tick.major { 60.0 } else { 30.0 });
        let items: Vec<stems::Item> = bars
            .iter()
            .map(|bar| stems::Item { x: f64::midpoint(bar.from, bar.to), label: 120.0, importance: bar.importance })
            .collect();
        let labels = stems::place(&items, &stems::Options { width: self.width, lanes: 8, gap: 3.0 });
        let lanes = found.iter().flatten().max().map_or(0, |lane| lane + 1);
        vec![bars.len(), lanes, ticks.len(), labels.iter().flatten().count()]
    }
}
