//! The built-in story, drawn at the widths of a phone, a tablet and a desktop.
#![expect(clippy::unwrap_used, reason = "the built-in story is sound")]

use drawing::edges::{self, Edge};
use drawing::force::{Graph, Link, Node, Options, settle};
use drawing::geometry::{Mark, Point, Rect, Shape, Size};
use drawing::labels::{Label, Placement, Scene, place};
use serde_json::Value;

#[path = "graphs/helvetica.rs"]
mod helvetica;
use helvetica::measure;

/// The diagram's frames at 360, 768 and 1280 pixels.
const FRAMES: [Size; 3] = [Size::new(360.0, 432.0), Size::new(768.0, 640.0), Size::new(752.0, 560.0)];

/// As many nodes as a frame holds with their names.
fn most(frame: Size) -> usize {
    if frame.width < 700.0 { 20 } else { 40 }
}

struct Story {
    names: Vec<String>,
    shapes: Vec<Shape>,
    graph: Graph,
    edges: Vec<Edge>,
    words: Vec<String>,
}

/// The entities that are named by most articles, and their relations.
fn story(most: usize) -> Story {
    let text = include_str!("../../../data/story.json");
    let story: Value = serde_json::from_str(text).unwrap();
    let list = |name: &str| story[name].as_array().unwrap().clone();
    let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let relations = list("relations");
    let hanging = |id: &str| relations.iter().filter(|it| it["from"] == id || it["to"] == id).count();
    let articles = |entity: &Value| {
        let mut articles: Vec<String> =
            entity["mentions"].as_array().unwrap().iter().map(|mention| said(&mention["article"])).collect();
        articles.sort();
        articles.dedup();
        articles.len()
    };
    let mut entities = list("entities");
    entities.sort_by_key(|entity| std::cmp::Reverse((articles(entity), hanging(&said(&entity["id"])))));
    entities.truncate(most);
    let mut found = Story { names: vec![], shapes: vec![], graph: Graph::default(), edges: vec![], words: vec![] };
    for entity in &entities {
        let sources = u32::try_from(articles(entity)).unwrap();
        let radius = 11.0 + 6.5 * f64::from(sources.clamp(1, 10)).sqrt();
        let name = said(&entity["name"]);
        let code = measure(entity["code"].as_str().unwrap_or("AB"), 13.0, true).width;
        let (shape, has_name) = match entity["kind"].as_str().unwrap() {
            "person" => (Shape::Circle { radius }, true),
            "state" => {
                (Shape::Rounded { width: (code + 12.0).max(radius * 1.7), height: radius * 1.4, corner: 4.0 }, true)
            }
            "organisation" => (
                Shape::Hexagon { width: (code + 26.0).max(radius * 2.0), height: radius * 1.3 },
                !entity["code"].is_string(),
            ),
            "place" => (Shape::Diamond { width: radius * 1.6, height: radius * 1.6 }, true),
            _ => (Shape::Rounded { width: radius * 1.2, height: radius * 1.2, corner: 1.0 }, true),
        };
        let short: String = name.chars().take(30).collect();
        let bold = sources > 2;
        let label = if has_name { measure(&short, if bold { 13.0 } else { 12.0 }, bold) } else { Size::default() };
        let node = Node { size: shape.size(), label, weight: f64::from(sources), ..Node::default() };
        found.graph.nodes.push(node);
        found.names.push(name);
        found.shapes.push(shape);
    }
    let at = |id: &Value| entities.iter().position(|entity| entity["id"] == *id);
    for relation in &relations {
        if let (Some(from), Some(to)) = (at(&relation["from"]), at(&relation["to"])) {
            found.graph.links.push(Link { from, to, strength: 1.0 });
            found.edges.push(Edge { from, to, arrow: true });
            found.words.push(said(&relation["kind"]).replace('_', " "));
        }
    }
    found
}

/// The picture, with the words of the lines of one node.
fn drawn(story: &Story, frame: Size, selected: Option<usize>) -> (Vec<Mark>, Placement, Rect) {
    let layout = settle(&story.graph, frame, &Options::default());
    let mark = |(shape, place): (&Shape, &Point)| Mark::new(*shape, *place);
    let marks: Vec<Mark> = story.shapes.iter().zip(&layout.positions).map(mark).collect();
    let routes = edges::routes(&marks, &story.edges, &edges::Options::default());
    let name = |node: &Node| Label { size: node.label, priority: node.weight, required: false };
    let words = |(edge, words): (&Edge, &String)| {
        let lit = selected.is_some_and(|selected| edge.from == selected || edge.to == selected);
        Label { size: if lit { measure(words, 12.0, false) } else { Size::default() }, priority: 0.5, required: false }
    };
    let scene = Scene {
        frame: Rect::frame(layout.extent),
        marks: &marks,
        mark_labels: &story.graph.nodes.iter().map(name).collect::<Vec<_>>(),
        routes: &routes,
        route_labels: &story.edges.iter().zip(&story.words).map(words).collect::<Vec<_>>(),
        gap: 4.0,
    };
    let (placement, frame) = (place(&scene), scene.frame);
    (marks, placement, frame)
}

#[test]
fn every_name_has_a_place_of_its_own_at_every_width() {
    for frame in FRAMES {
        let story = story(most(frame));
        let (marks, labels, extent) = drawn(&story, frame, None);
        assert_eq!(extent.size(), frame);
        for ((name, node), label) in story.names.iter().zip(&story.graph.nodes).zip(&labels.marks) {
            assert_eq!(label.is_some(), !node.label.is_empty(), "{name} at {frame:?}");
        }
        let boxes: Vec<Rect> =
            labels.marks.iter().flatten().map(|it| it.bounds).chain(marks.iter().map(|it| it.bounds())).collect();
        for (at, one) in boxes.iter().enumerate() {
            assert!(boxes.iter().skip(at + 1).all(|other| !one.overlaps(*other)), "{one:?} at {frame:?}");
        }
    }
}

#[test]
fn the_words_of_lit_lines_stand_on_nothing() {
    for frame in FRAMES {
        let story = story(most(frame));
        let mut placed = 0;
        for selected in 0..story.names.len() {
            let (marks, labels, extent) = drawn(&story, frame, Some(selected));
            let words: Vec<Rect> = labels.routes.iter().flatten().map(|it| it.bounds).collect();
            placed += words.len();
            let names = labels.marks.iter().flatten().map(|it| it.bounds);
            let others: Vec<Rect> = names.chain(marks.iter().map(|it| it.bounds())).collect();
            for (at, one) in words.iter().enumerate() {
                assert!(extent.contains(*one));
                assert!(words.iter().skip(at + 1).chain(&others).all(|other| !one.overlaps(*other)));
            }
        }
        // Each line is lit from both its ends.
        assert!(placed > story.edges.len(), "{placed} of {} at {frame:?}", 2 * story.edges.len());
    }
}

#[test]
fn a_dragged_node_stays_and_the_others_hardly_move() {
    let mut story = story(40);
    let frame = FRAMES[2];
    let before = settle(&story.graph, frame, &Options::default());
    for (node, place) in story.graph.nodes.iter_mut().zip(&before.positions) {
        node.start = Some(*place);
    }
    for dragged in 0..story.names.len() {
        let mut graph = story.graph.clone();
        let place = Point::new(frame.width - 60.0, 60.0);
        graph.nodes[dragged].start = Some(place);
        graph.nodes[dragged].pinned = true;
        let after = settle(&graph, frame, &Options::default());
        assert_eq!(after.positions[dragged], place);
        let others = (0..graph.nodes.len()).filter(|&node| node != dragged);
        let mut moves: Vec<f64> = others.map(|node| after.positions[node].distance(before.positions[node])).collect();
        moves.sort_by(f64::total_cmp);
        assert!(moves[moves.len() / 2] < 0.5, "half of the others stay where they are: {moves:?}");
        assert!(moves[moves.len() * 4 / 5] < 60.0, "few make room: {moves:?}");
    }
}

#[test]
fn two_nodes_dragged_onto_each_other_do_not_scatter_the_rest() {
    let mut story = story(40);
    let frame = FRAMES[2];
    let before = settle(&story.graph, frame, &Options::default());
    for (node, place) in story.graph.nodes.iter_mut().zip(&before.positions) {
        node.start = Some(*place);
    }
    for node in &mut story.graph.nodes[..2] {
        node.start = Some(Point::new(300.0, 300.0));
        node.pinned = true;
    }
    let after = settle(&story.graph, frame, &Options::default());
    assert_eq!(after.extent, frame);
    assert_eq!(after.positions[..2], [Point::new(300.0, 300.0); 2]);
    let others = after.positions.iter().zip(&before.positions).skip(2);
    let stay = others.filter(|(after, before)| after.distance(**before) < 1.0).count();
    assert!(2 * stay > story.names.len(), "{stay} stay where they are");
}

#[test]
fn what_a_filter_leaves_stays_where_it_is() {
    let story = story(40);
    let frame = FRAMES[2];
    let before = settle(&story.graph, frame, &Options::default());
    for kept in 2..5 {
        let stays: Vec<usize> = (0..story.names.len()).filter(|node| node % kept != 0).collect();
        let place = |&node: &usize| Node { start: Some(before.positions[node]), ..story.graph.nodes[node] };
        let at = |node: usize| stays.iter().position(|&other| other == node);
        let link = |link: &Link| Some(Link { from: at(link.from)?, to: at(link.to)?, ..*link });
        let graph = Graph {
            nodes: stays.iter().map(place).collect(),
            links: story.graph.links.iter().filter_map(link).collect(),
        };
        let after = settle(&graph, frame, &Options::default());
        for (node, place) in stays.iter().zip(&after.positions) {
            assert!(place.distance(before.positions[*node]) < 1.0, "{}", story.names[*node]);
        }
    }
}
