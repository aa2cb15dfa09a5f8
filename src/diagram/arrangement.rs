//! What is drawn where: the nodes in their places, the lines between them, and where there is room for
//! names. No browser here but for the measure that is passed in.

use drawing::edges::{self, Edge, Route};
use drawing::force::{self, Graph};
use drawing::geometry::{Mark, Point, Rect, Size};
use drawing::labels::{self, Label, Placement, Scene};
use drawing::viewport::Viewport;

use super::lines::{Line, lines, link};
use super::nodes::{LINE_PX, MeasureLine, Node, force_node, node, ranked, weight};
use crate::model::{Lit, Model, Selection};
use crate::words::Words;

/// The diagram, laid out for one frame.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Arrangement {
    /// The nodes, the most important first.
    pub(crate) nodes: Vec<Node>,
    /// The lines.
    pub(crate) lines: Vec<Line>,
    /// Which nodes the lines join.
    pub(crate) edges: Vec<Edge>,
    /// The size of the picture.
    pub(crate) extent: Size,
    /// Whether entities were left out because there were too many.
    pub(crate) is_cut: bool,
}

/// The most nodes that a wide and a narrow diagram hold before it is a
/// thicket; the rest is reached through the details.
const MOST_NODES_WIDE: usize = 40;
const MOST_NODES_NARROW: usize = 22;
/// An arrangement half made: who is drawn and how they are joined, with no node in
/// its place yet. One step for both would keep a slow phone waiting.
#[derive(Debug)]
pub(crate) struct Draft {
    nodes: Vec<Node>,
    lines: Vec<Line>,
    edges: Vec<Edge>,
    is_cut: bool,
    graph: Graph,
    layout: force::Draft,
}

impl Draft {
    /// The first half of the way to the arrangement for a frame of `frame` pixels.
    pub(crate) fn new(model: &Model, frame: Size, wide: bool, words: &Words, measure: MeasureLine<'_>) -> Self {
        let most = if wide { MOST_NODES_WIDE } else { MOST_NODES_NARROW };
        let mut entities = ranked(model, most + 1);
        let is_cut = entities.len() > most;
        entities.truncate(most);
        let (lines, edges) = lines(model, &entities, words);
        let boldest = entities.first().map_or(0, |&entity| weight(model, entity).0);
        let nodes: Vec<Node> = entities.into_iter().map(|entity| node(model, entity, boldest, measure)).collect();
        let graph = Graph {
            nodes: nodes.iter().map(|node| force_node(model, node, measure)).collect(),
            links: lines.iter().zip(&edges).map(|(line, edge)| link(line, edge)).collect(),
        };
        let layout = force::Draft::by_distances(&graph, frame, &force::Options::default());
        Self { nodes, lines, edges, is_cut, graph, layout }
    }

    /// The second half.
    pub(crate) fn arranged(&self) -> Arrangement {
        let layout = self.layout.settled(&self.graph, &force::Options::default());
        let (mut nodes, mut lines, edges) = (self.nodes.clone(), self.lines.clone(), self.edges.clone());
        for (node, &centre) in nodes.iter_mut().zip(&layout.positions) {
            node.mark.centre = centre;
        }
        let marks: Vec<Mark> = nodes.iter().map(|node| node.mark).collect();
        let routes = edges::routes(&marks, &edges, &edges::Options::default());
        for (line, route) in lines.iter_mut().zip(routes) {
            line.route = route;
        }
        Arrangement { is_cut: self.is_cut, nodes, lines, edges, extent: layout.extent }
    }
}

impl Arrangement {
    /// The arrangement as it is seen: some nodes moved to where the reader
    /// put them (as shares of the extent), and all through a viewport. What is
    /// enlarged is the room between the nodes, never the words.
    pub(crate) fn seen(&self, viewport: Viewport, moved: &[(usize, Point)]) -> Self {
        let mut seen = self.clone();
        if viewport == Viewport::default() && moved.is_empty() {
            return seen;
        }
        for node in &mut seen.nodes {
            if let Some((_, share)) = moved.iter().find(|(entity, _)| *entity == node.entity) {
                node.mark.centre = Point::new(share.x * self.extent.width, share.y * self.extent.height);
            }
            node.mark.centre = viewport.to_screen(node.mark.centre);
        }
        let marks: Vec<Mark> = seen.nodes.iter().map(|node| node.mark).collect();
        let routes = edges::routes(&marks, &seen.edges, &edges::Options::default());
        for (line, route) in seen.lines.iter_mut().zip(routes) {
            line.route = route;
        }
        seen
    }

    /// Places the names, and the words of the lines that are lit.
    pub(crate) fn labels(
        &self,
        selected: Option<Selection>,
        lit: Option<&Lit>,
        shown: &[bool],
        measure: MeasureLine<'_>,
    ) -> Placement {
        let marks: Vec<Mark> = self.nodes.iter().map(|node| node.mark).collect();
        let name_of = |(i, node): (usize, &Node)| Label {
            size: if node.name.is_empty() || !shown[i] { Size::default() } else { node.measured(measure) },
            priority: priority(i) + if lit.is_some_and(|lit| lit.entities.contains(node.entity)) { 1.0 } else { 0.0 },
            required: selected == Some(Selection::Entity(node.entity)),
        };
        let text_of = |(line, edge): (&Line, &Edge)| {
            let has_words = shown[edge.from]
                && shown[edge.to]
                && !line.text.is_empty()
                && lit.is_some_and(|lit| line.tie.is_lit(lit));
            Label {
                size: if has_words { measure(&line.text, LINE_PX, false) } else { Size::default() },
                priority: 1.0,
                required: line.tie.is_selected(selected),
            }
        };
        let routes: Vec<Option<Route>> = self.lines.iter().map(|line| line.route).collect();
        labels::place(&Scene {
            frame: Rect::frame(self.extent),
            marks: &marks,
            mark_labels: &self.nodes.iter().enumerate().map(name_of).collect::<Vec<_>>(),
            routes: &routes,
            route_labels: &self.lines.iter().zip(&self.edges).map(text_of).collect::<Vec<_>>(),
            gap: 4.0,
        })
    }
}

/// The most important nodes keep their names first.
fn priority(rank: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a diagram's nodes are few")]
    let rank = rank as f64;
    1.0 / (1.0 + rank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::lines::Tie;
    use crate::samples::measure;
    use crate::words::EN;

    fn arranged() -> (Model, Arrangement) {
        let model = Model::new(crate::samples::meeting());
        let arrangement = Draft::new(&model, Size::new(360.0, 400.0), false, &EN, &measure).arranged();
        (model, arrangement)
    }

    fn all(arrangement: &Arrangement) -> Vec<bool> {
        vec![true; arrangement.nodes.len()]
    }

    #[test]
    fn a_diagram_is_cut_only_where_somebody_is_left_out() {
        let is_cut = |people| {
            let model = Model::new(crate::samples::crowd(people));
            let draft = Draft::new(&model, Size::new(360.0, 400.0), false, &EN, &measure);
            assert_eq!(draft.nodes.len(), MOST_NODES_NARROW.min(people));
            draft.is_cut
        };
        assert!(!is_cut(MOST_NODES_NARROW - 1) && !is_cut(MOST_NODES_NARROW));
        assert!(is_cut(MOST_NODES_NARROW + 1));
    }

    #[test]
    fn what_is_enlarged_is_the_room_between_the_nodes() {
        let (_, arrangement) = arranged();
        let seen = arrangement.seen(Viewport { scale: 2.0, shift: Point::default() }, &[]);
        assert_eq!(seen.nodes[0].mark.shape, arrangement.nodes[0].mark.shape);
        assert!((seen.nodes[1].mark.centre.x - 2.0 * arrangement.nodes[1].mark.centre.x).abs() < 1e-9);
        assert_ne!(seen.lines[0].route, arrangement.lines[0].route);
    }

    #[test]
    fn a_node_stays_where_the_reader_put_it() {
        let (_, arrangement) = arranged();
        let entity = arrangement.nodes[1].entity;
        let seen = arrangement.seen(Viewport::default(), &[(entity, Point::new(0.5, 0.5))]);
        let middle = Point::new(arrangement.extent.width / 2.0, arrangement.extent.height / 2.0);
        assert_eq!(seen.nodes[1].mark.centre, middle);
        assert_eq!(seen.nodes[0].mark, arrangement.nodes[0].mark);
    }

    #[test]
    fn the_same_story_gives_the_same_picture() {
        assert_eq!(arranged().1, arranged().1);
    }

    #[test]
    fn a_relation_between_two_drawn_entities_is_a_line() {
        let (_, arrangement) = arranged();
        assert_eq!(arrangement.lines[0].tie, Tie::Relations(vec![0]));
        assert_eq!(arrangement.lines[0].text, "met");
        assert!(arrangement.lines[0].route.is_some_and(|route| route.head.is_none()), "meeting has no direction");
    }

    #[test]
    fn what_no_relation_joins_is_tied_by_its_events() {
        let (_, arrangement) = arranged();
        let ties = arrangement.lines.iter().filter(|line| line.tie == Tie::Event(0)).count();
        assert_eq!(ties, 2, "Delft, with Ada and with Bo");
    }

    #[test]
    fn only_lit_lines_have_words() {
        let (model, arrangement) = arranged();
        assert!(arrangement.labels(None, None, &all(&arrangement), &measure).routes.iter().all(Option::is_none));
        let met = model.find("ada-met-bo").unwrap();
        let placed = arrangement.labels(Some(met), Some(&model.lit(met)), &all(&arrangement), &measure);
        assert!(placed.routes[0].is_some());
    }

    #[test]
    fn the_name_of_what_is_selected_is_always_there() {
        let (model, arrangement) = arranged();
        let placed = arrangement.labels(model.find("delft"), None, &all(&arrangement), &measure);
        let at = arrangement.nodes.iter().position(|node| node.name == "Delft").unwrap();
        assert!(placed.marks[at].is_some());
    }
}
