//! Graphs like those of a news story, for tests and for looking at.

#![allow(dead_code, unreachable_pub, reason = "each of its users needs a part")]

use drawing::edges::Edge;
use drawing::force::{Graph, Link, Node};
use drawing::geometry::{Shape, Size};

/// A graph with what is drawn for it.
#[derive(Clone, Debug, Default)]
pub struct Story {
    pub names: Vec<String>,
    pub shapes: Vec<Shape>,
    pub graph: Graph,
    pub edges: Vec<Edge>,
    pub edge_names: Vec<String>,
}

/// Frames of the widget: a phone, a desktop with and without details beside.
pub const FRAMES: [Size; 3] = [Size::new(360.0, 520.0), Size::new(768.0, 560.0), Size::new(720.0, 520.0)];

/// About the width of a text in a sans of 13 pixels.
pub fn text(words: &str) -> Size {
    Size::new(6.8 * f64::from(u32::try_from(words.chars().count()).unwrap_or(0)), 16.0)
}

impl Story {
    fn node(&mut self, name: &str, shape: Shape, weight: f64) -> usize {
        let label = if matches!(shape, Shape::Hexagon { .. }) { Size::default() } else { text(name) };
        self.names.push(name.to_owned());
        self.shapes.push(shape);
        self.graph.nodes.push(Node { size: shape.size(), label, weight, ..Node::default() });
        self.names.len() - 1
    }

    pub fn person(&mut self, name: &str, weight: f64) -> usize {
        self.node(name, Shape::Circle { radius: 12.0 + 2.0 * weight }, weight)
    }

    pub fn state(&mut self, name: &str, weight: f64) -> usize {
        let width = 26.0 + 2.0 * weight;
        self.node(name, Shape::Rounded { width, height: width * 0.8, corner: 4.0 }, weight)
    }

    pub fn organisation(&mut self, name: &str, weight: f64) -> usize {
        self.node(name, Shape::Hexagon { width: text(name).width + 28.0, height: 24.0 + weight }, weight)
    }

    pub fn place(&mut self, name: &str, weight: f64) -> usize {
        let width = 24.0 + 2.0 * weight;
        self.node(name, Shape::Diamond { width, height: width }, weight)
    }

    pub fn edge(&mut self, from: usize, to: usize, arrow: bool, name: &str) {
        self.graph.links.push(Link { from, to, strength: 1.0 });
        self.edges.push(Edge { from, to, arrow });
        self.edge_names.push(name.to_owned());
    }
}

/// A story of two heads of state: a dense core, and stars of memberships.
pub fn summit() -> Story {
    let mut story = Story::default();
    let ada = story.person("Ada Lindqvist-Haugen", 5.0);
    let tomas = story.person("Tomás Ferreira", 5.0);
    let states: Vec<usize> = [
        ("Norway", 5.0),
        ("Portugal", 5.0),
        ("Iceland", 2.0),
        ("Denmark", 2.0),
        ("Finland", 1.0),
        ("Spain", 3.0),
        ("Morocco", 1.0),
        ("Brazil", 2.0),
        ("Canada", 1.0),
        ("Switzerland", 1.0),
    ]
    .into_iter()
    .map(|(name, weight)| story.state(name, weight))
    .collect();
    let organisations: Vec<usize> =
        [("EFTA", 3.0), ("NATO", 3.0), ("EU", 2.0), ("OECD", 2.0), ("CPLP", 1.0), ("Arctic Council", 2.0), ("UN", 1.0)]
            .into_iter()
            .map(|(name, weight)| story.organisation(name, weight))
            .collect();
    let lisbon = story.place("Lisbon", 3.0);
    let oslo = story.place("Oslo", 3.0);
    let sintra = story.place("Sintra", 1.0);
    let people: Vec<usize> =
        ["Inês Carvalho", "Olav Brekke", "Maria do Rosário", "Jonas Eide", "Helena Pinto", "Sigrid Moe"]
            .into_iter()
            .map(|name| story.person(name, 1.0))
            .collect();
    story.edge(ada, tomas, false, "met, 3 sources");
    story.edge(tomas, ada, true, "invited to a state visit");
    story.edge(ada, states[0], false, "");
    story.edge(tomas, states[1], false, "");
    for place in [lisbon, oslo] {
        story.edge(ada, place, false, "");
        story.edge(tomas, place, false, "");
    }
    story.edge(ada, sintra, false, "visited");
    let members: [&[usize]; 7] =
        [&[0, 2, 9], &[0, 1, 2, 3, 8], &[1, 3, 4, 5], &[0, 1, 9], &[1, 7], &[0, 2, 3, 4, 8], &[6, 7]];
    for (organisation, members) in organisations.iter().zip(members) {
        for &member in members {
            story.edge(states[member], *organisation, false, "");
        }
    }
    story.edge(tomas, organisations[4], true, "chairs");
    for (person, with) in people.iter().zip([tomas, ada, tomas, ada, lisbon, states[0]]) {
        story.edge(*person, with, false, "");
    }
    story
}

/// A made-up story of `nodes` nodes: hubs, leaves, and some that stand alone.
pub fn invented(nodes: usize, seed: u64) -> Story {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below.max(1)
    };
    let mut story = Story::default();
    for number in 0..nodes {
        let long = 4 + next(18);
        let name = |most: usize| "Abcdefghijklmnopqrstuvwxyz".chars().take(long.min(most)).collect::<String>();
        let weight = if number < 4 { 4.0 } else { 1.0 };
        match next(4) {
            0 => story.person(&name(22), weight),
            1 => story.state(&name(9), weight),
            2 => story.organisation(&name(4), weight),
            _ => story.place(&name(8), weight),
        };
    }
    for number in 1..nodes {
        if next(12) == 0 {
            continue;
        }
        let hub = if next(3) == 0 { next(4) } else { next(number) };
        if hub != number {
            story.edge(number, hub, next(3) == 0, if next(4) == 0 { "met with" } else { "" });
        }
    }
    for _ in 0..nodes / 4 {
        let (from, to) = (next(nodes), next(nodes));
        story.edge(from, to, false, "");
    }
    story
}
