//! Whole pictures, as a view makes them: laid out, routed and labelled.

use drawing::edges::{self, Route};
use drawing::force::{Draft, Graph, Layout, Link, Node, Options, Settling, settle};
use drawing::geometry::{Mark, Point, Rect, Size};
use drawing::labels::{Label, Placement, Scene, place};
use proptest::prelude::*;

mod graphs;
use graphs::{FRAMES, Story, invented, summit, text};

struct Picture {
    layout: Layout,
    marks: Vec<Mark>,
    routes: Vec<Option<Route>>,
    labels: Placement,
}

fn picture(story: &Story, frame: Size) -> Picture {
    let layout = settle(&story.graph, frame, &Options::default());
    let marks: Vec<Mark> =
        story.shapes.iter().zip(&layout.positions).map(|(shape, place)| Mark::new(*shape, *place)).collect();
    let routes = edges::routes(&marks, &story.edges, &edges::Options::default());
    let label = |size: Size, priority: f64| Label { size, priority, required: false };
    let mark_labels: Vec<Label> = story.graph.nodes.iter().map(|node| label(node.label, node.weight)).collect();
    let route_labels: Vec<Label> = story.edge_names.iter().map(|name| label(text(name), 0.5)).collect();
    let frame = Rect::frame(layout.extent);
    let scene = Scene {
        frame,
        marks: &marks,
        mark_labels: &mark_labels,
        routes: &routes,
        route_labels: &route_labels,
        gap: 4.0,
    };
    let labels = place(&scene);
    Picture { layout, marks, routes, labels }
}

/// Panics where two boxes overlap or one is outside the frame.
fn hold(picture: &Picture) {
    let frame = Rect::frame(picture.layout.extent);
    let marks = picture.marks.iter().map(|mark| mark.bounds());
    let labels = picture.labels.marks.iter().chain(&picture.labels.routes).flatten().map(|placed| placed.bounds);
    let boxes: Vec<Rect> = marks.chain(labels).collect();
    for (at, one) in boxes.iter().enumerate() {
        assert!(frame.contains(*one), "{one:?} is outside {frame:?}");
        for other in boxes.iter().skip(at + 1) {
            assert!(!one.overlaps(*other), "{one:?} is on {other:?}");
        }
    }
}

#[test]
fn a_story_has_no_overlaps_and_all_its_names_in_every_frame() {
    let story = summit();
    for frame in FRAMES {
        let picture = picture(&story, frame);
        hold(&picture);
        assert_eq!(picture.layout.extent, frame);
        for (node, label) in story.graph.nodes.iter().zip(&picture.labels.marks) {
            assert_eq!(node.label.is_empty(), label.is_none(), "{frame:?}");
        }
        assert!(picture.routes.iter().all(Option::is_some));
    }
}

#[test]
fn made_up_stories_have_no_overlaps() {
    for nodes in [25, 32, 40, 50, 60] {
        for seed in 1..4 {
            for frame in FRAMES {
                hold(&picture(&invented(nodes, seed), frame));
            }
        }
    }
}

#[test]
fn the_same_story_gives_the_same_picture() {
    let story = invented(40, 7);
    assert_eq!(
        settle(&story.graph, FRAMES[0], &Options::default()),
        settle(&story.graph, FRAMES[0], &Options::default())
    );
}

#[test]
fn a_tall_frame_gives_a_tall_picture() {
    let extent = |frame: Size| {
        let layout = settle(&summit().graph, frame, &Options::default());
        let (x, y): (Vec<f64>, Vec<f64>) = layout.positions.iter().map(|place| (place.x, place.y)).unzip();
        let span = |values: &[f64]| {
            values.iter().copied().fold(f64::MIN, f64::max) - values.iter().copied().fold(f64::MAX, f64::min)
        };
        Size::new(span(&x), span(&y))
    };
    let (tall, wide) = (extent(FRAMES[0]), extent(FRAMES[1]));
    assert!(tall.height > tall.width * 1.2, "{tall:?}");
    assert!(wide.width > wide.height * 1.1, "{wide:?}");
}

#[test]
fn a_small_graph_needs_no_forces() {
    let (graph, options) = (summit().graph, Options::default());
    for frame in FRAMES {
        let by_distances = Draft::by_distances(&graph, frame, &options).settled(&graph, &options);
        assert_eq!(by_distances, settle(&graph, frame, &options));
    }
    // What stood in a picture before finds its place anew.
    let mut moved = graph.clone();
    moved.nodes[0].start = Some(Point::new(1.0, 1.0));
    let anew = Draft::by_distances(&moved, FRAMES[0], &options).settled(&moved, &options);
    assert_eq!(anew, settle(&graph, FRAMES[0], &options));
}

#[test]
fn a_filter_keeps_the_picture_in_shape() {
    let story = summit();
    let before = settle(&story.graph, FRAMES[1], &Options::default());
    let mut fewer = story.graph.clone();
    for (node, place) in fewer.nodes.iter_mut().zip(&before.positions) {
        node.start = Some(*place);
    }
    // The last eight nodes go.
    let kept = fewer.nodes.len() - 8;
    fewer.nodes.truncate(kept);
    let after = settle(&fewer, FRAMES[1], &Options::default());
    let moved = after.positions.iter().zip(&before.positions).map(|(a, b)| a.distance(*b));
    let mean = moved.sum::<f64>() / f64::from(u32::try_from(kept).unwrap());
    assert!(mean < 4.0, "moved by {mean} on the average");
}

#[test]
fn a_picture_laid_out_again_from_itself_does_not_move() {
    for frame in FRAMES {
        let mut graph = summit().graph;
        let before = settle(&graph, frame, &Options::default());
        for (node, place) in graph.nodes.iter_mut().zip(&before.positions) {
            node.start = Some(*place);
        }
        let after = settle(&graph, frame, &Options::default());
        for (a, b) in after.positions.iter().zip(&before.positions) {
            assert!(a.distance(*b) < 0.1, "{frame:?}");
        }
    }
}

#[test]
fn a_pair_among_many_lone_nodes_is_in_the_frame() {
    let node = |height: f64| Node { size: Size::new(4.0, height), label: Size::new(150.0, 16.0), ..Node::default() };
    let heights = [42.0, 53.0].into_iter().chain([4.0; 21]).chain([57.0, 60.0]);
    let graph = Graph { nodes: heights.map(node).collect(), links: vec![Link { from: 0, to: 1, strength: 1.0 }] };
    for height in 200..500 {
        let layout = settle(&graph, Size::new(1050.0, height.into()), &Options::default());
        for (node, place) in graph.nodes.iter().zip(&layout.positions) {
            assert!(Rect::frame(layout.extent).grown(1e-6).contains(Rect::around(*place, node.size)), "{height}");
        }
    }
}

#[test]
fn what_comes_back_stands_by_its_neighbours() {
    let story = summit();
    let before = settle(&story.graph, FRAMES[1], &Options::default());
    let mut more = story.graph.clone();
    for (node, place) in more.nodes.iter_mut().zip(&before.positions) {
        node.start = Some(*place);
    }
    let last = more.nodes.len() - 1;
    more.nodes[last].start = None;
    let link = *more.links.iter().find(|link| link.from == last).unwrap();
    let after = settle(&more, FRAMES[1], &Options::default());
    assert!(after.positions[last].distance(after.positions[link.to]) < 200.0);
}

#[test]
fn a_dragged_node_stays_where_it_was_put() {
    let mut graph = summit().graph;
    let place = Point::new(500.0, 100.0);
    graph.nodes[3].start = Some(place);
    graph.nodes[3].pinned = true;
    assert_eq!(settle(&graph, FRAMES[1], &Options::default()).positions[3], place);
}

#[test]
fn lone_nodes_stand_in_a_row() {
    let node = Node { size: Size::new(30.0, 30.0), label: Size::new(60.0, 16.0), ..Node::default() };
    let mut graph = Graph { nodes: vec![node; 8], links: Vec::new() };
    graph.links.push(Link { from: 0, to: 1, strength: 1.0 });
    let layout = settle(&graph, FRAMES[1], &Options::default());
    let row: Vec<f64> = layout.positions.iter().skip(2).map(|place| place.y).collect();
    assert!(row.iter().all(|y| (y - row[0]).abs() < 1e-9 && *y > 400.0), "{row:?}");
}

#[test]
fn too_many_nodes_make_a_larger_picture() {
    let picture = picture(&invented(400, 1), FRAMES[0]);
    hold(&picture);
    assert!(picture.layout.extent.width > FRAMES[0].width);
}

#[test]
fn very_many_nodes_on_one_spot_come_to_an_end() {
    let nodes = 20_000;
    let graph = Graph {
        nodes: vec![Node { size: Size::new(8.0, 8.0), start: Some(Point::new(5.0, 5.0)), ..Node::default() }; nodes],
        links: (1..nodes).map(|to| Link { from: to / 3, to, strength: 1.0 }).collect(),
    };
    assert_eq!(settle(&graph, FRAMES[1], &Options::default()).positions.len(), nodes);
}

#[test]
fn a_name_that_is_wider_than_the_frame_does_no_harm() {
    let node = |label: f64| Node { size: Size::new(4.0, 4.0), label: Size::new(label, 16.0), ..Node::default() };
    let links = vec![Link { from: 0, to: 3, strength: 1.0 }];
    let graph = Graph { nodes: vec![node(0.0), node(0.0), node(0.0), node(191.25)], links };
    let layout = settle(&graph, Size::new(213.25, 200.0), &Options::default());
    assert!(layout.positions[0].distance(layout.positions[3]) > 10.0, "{:?}", layout.positions);
}

#[test]
fn a_crowd_settles_in_steps_with_its_nodes_apart_and_in_the_frame() {
    let story = invented(600, 3);
    let mut graph = story.graph;
    for node in &mut graph.nodes {
        node.size = Size::new(6.0, 6.0);
    }
    let options = Options { gap: 1.0, ..Options::default() };
    let settled = || {
        let mut settling = Settling::new(&graph, FRAMES[1], &options);
        let mut steps = 0;
        while settling.step() {
            steps += 1;
        }
        assert!(steps > 100, "no step is long");
        settling.positions()
    };
    let places = settled();
    assert_eq!(places, settled());
    let boxes: Vec<Rect> = places.iter().map(|&place| Rect::around(place, Size::new(6.0, 6.0))).collect();
    assert!(boxes.iter().all(|&one| Rect::frame(FRAMES[1]).contains(one)));
    let overlaps = |one: usize| boxes[..one].iter().filter(|other| boxes[one].overlaps(**other)).count();
    assert_eq!((0..boxes.len()).map(overlaps).sum::<usize>(), 0);
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![prop::num::f64::ANY, -500.0..500.0f64]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_graph_comes_to_rest(
        nodes in prop::collection::vec((any_number(), any_number(), any_number(), any::<bool>(), any::<bool>()), 0..20),
        links in prop::collection::vec((0usize..24, 0usize..24, any_number()), 0..40),
        width in any_number(), height in any_number(), padding in any_number(),
    ) {
        let node = |(width, height, weight, starts, pinned): (f64, f64, f64, bool, bool)| Node {
            size: Size::new(width, height),
            label: Size::new(height, weight),
            weight,
            start: starts.then(|| Point::new(height, weight)),
            pinned,
        };
        let graph = Graph {
            nodes: nodes.into_iter().map(node).collect(),
            links: links.into_iter().map(|(from, to, strength)| Link { from, to, strength }).collect(),
        };
        let options = Options { padding, gap: padding, label_gap: padding };
        let layout = settle(&graph, Size::new(width, height), &options);
        prop_assert_eq!(layout.positions.len(), graph.nodes.len());
        prop_assert!(layout.positions.iter().all(|place| place.x.is_finite() && place.y.is_finite()));
    }

    #[test]
    fn nodes_of_any_usual_size_stand_apart(
        sizes in prop::collection::vec((4.0..90.0f64, 4.0..60.0f64, 0.0..200.0f64), 1..40),
        links in prop::collection::vec((0usize..40, 0usize..40), 0..60),
        width in 200.0..1200.0f64, height in 200.0..1200.0f64,
    ) {
        let node = |&(width, height, label): &(f64, f64, f64)| {
            Node { size: Size::new(width, height), label: Size::new(label, 16.0), ..Node::default() }
        };
        let graph = Graph {
            nodes: sizes.iter().map(node).collect(),
            links: links.into_iter().map(|(from, to)| Link { from, to, strength: 1.0 }).collect(),
        };
        let layout = settle(&graph, Size::new(width, height), &Options::default());
        let boxes: Vec<Rect> =
            graph.nodes.iter().zip(&layout.positions).map(|(node, place)| Rect::around(*place, node.size)).collect();
        for (at, one) in boxes.iter().enumerate() {
            prop_assert!(Rect::frame(layout.extent).grown(1e-6).contains(*one));
            prop_assert!(boxes.iter().skip(at + 1).all(|other| !one.overlaps(*other)));
        }
    }
}
