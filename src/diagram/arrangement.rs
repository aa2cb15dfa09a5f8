//! What is drawn where: which entities, how large, in which shape, and the
//! lines between them. No browser here but for the measure that is passed in.

use drawing::edges::{self, Edge, Route};
use drawing::force::{self, Graph, Link};
use drawing::geometry::{Mark, Point, Rect, Shape, Size};
use drawing::labels::{self, Label, Placement, Scene};
use drawing::viewport::Viewport;
use story::order::{Positions, order, sort};
use story::path::{AsOf, MOST_TAKING_PART, taking_part};
use story::{EntityId, EntityKind, Relation, RelationKind};

use crate::model::{Lit, Model, Selection};
use crate::words::Words;

/// How wide a line of words is: text, size in pixels, whether bold.
pub(crate) type MeasureLine<'a> = &'a dyn Fn(&str, f64, bool) -> Size;

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

/// An entity, as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// The entity's position in the story.
    pub(crate) entity: usize,
    pub(crate) kind: EntityKind,
    /// Shape and place.
    pub(crate) mark: Mark,
    /// What stands inside the shape.
    pub(crate) code: String,
    /// Size of `code` in pixels.
    pub(crate) code_px: f64,
    /// What stands beside it; empty where the code says it all.
    pub(crate) name: String,
    /// Whether it is among the most important, so that its name is bold.
    pub(crate) bold: bool,
}

/// What joins two entities, as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// What it stands for.
    pub(crate) tie: Tie,
    /// What it says; empty where there is nothing to say.
    pub(crate) text: String,
    pub(crate) route: Option<Route>,
}

/// Why two entities are joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tie {
    /// Relations in one direction: positions in the story, at least one.
    Relations(Vec<usize>),
    /// No relation, only an event that both are a part of.
    Event(usize),
}

impl Tie {
    /// What choosing the line selects.
    pub(crate) fn selection(&self) -> Option<Selection> {
        match self {
            Self::Relations(relations) => relations.first().copied().map(Selection::Relation),
            Self::Event(event) => Some(Selection::Event(*event)),
        }
    }

    /// Whether the line lights up.
    pub(crate) fn is_lit(&self, lit: &Lit) -> bool {
        match self {
            Self::Relations(relations) => relations.iter().any(|relation| lit.relations.contains(*relation)),
            Self::Event(event) => lit.events.contains(*event),
        }
    }

    /// Whether it holds in a window of time.
    pub(crate) fn holds(&self, now: &AsOf) -> bool {
        match self {
            Self::Relations(relations) => relations.iter().any(|&relation| now.relations.contains(relation)),
            Self::Event(event) => now.events.contains(*event),
        }
    }

    /// Whether the line is what is selected.
    pub(crate) fn is_selected(&self, selected: Option<Selection>) -> bool {
        match (self, selected) {
            (Self::Relations(relations), Some(Selection::Relation(selected))) => relations.contains(&selected),
            _ => false,
        }
    }
}

/// The most nodes that a wide and a narrow diagram hold before it is a
/// thicket; the rest is reached through the details.
const MOST_NODES_WIDE: usize = 40;
const MOST_NODES_NARROW: usize = 22;
/// Sizes of names, in pixels: the important, the others, and those of lines.
pub(crate) const BOLD_PX: f64 = 13.0;
pub(crate) const NAME_PX: f64 = 12.0;
pub(crate) const LINE_PX: f64 = 12.0;
/// Longer names are cut, in characters: a label is not a sentence.
const LONGEST_NAME: usize = 30;
/// Longer acronyms do not fit into a shape, in characters.
pub(super) const LONGEST_CODE: usize = 8;

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
        let entities = ranked(model, most);
        let (lines, edges) = lines(model, &entities, words);
        let boldest = entities.first().map_or(0, |&entity| weight(model, entity).0);
        let nodes: Vec<Node> = entities.into_iter().map(|entity| node(model, entity, boldest, measure)).collect();
        let graph = Graph {
            nodes: nodes.iter().map(|node| force_node(model, node, measure)).collect(),
            links: lines.iter().zip(&edges).map(|(line, edge)| link(line, edge)).collect(),
        };
        let layout = force::Draft::by_distances(&graph, frame, &force::Options::default());
        Self { is_cut: nodes.len() == most, nodes, lines, edges, graph, layout }
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

impl Node {
    /// The size of its name in pixels.
    pub(crate) fn name_px(&self) -> f64 {
        if self.bold { BOLD_PX } else { NAME_PX }
    }

    fn measured(&self, measure: MeasureLine<'_>) -> Size {
        measure(&self.name, self.name_px(), self.bold)
    }
}

/// How hard a line pulls: a shared event joins less than a relation.
pub(super) fn link(line: &Line, edge: &Edge) -> Link {
    let strength = match line.tie {
        Tie::Relations(_) => 1.0,
        Tie::Event(_) => 0.5,
    };
    Link { from: edge.from, to: edge.to, strength }
}

/// The most important nodes keep their names first.
fn priority(rank: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a diagram's nodes are few")]
    let rank = rank as f64;
    1.0 / (1.0 + rank)
}

/// The entities to draw: those that have a relation, an event or a quote, the
/// ones with the most sources first. Where nothing connects anything, all of them.
pub(super) fn ranked(model: &Model, most: usize) -> Vec<usize> {
    let connected = |&entity: &usize| {
        let of = model.index.of_entity(entity);
        of.is_some_and(|of| !(of.relations.is_empty() && of.events.is_empty() && of.quotes.is_empty()))
    };
    let all = 0..model.story.entities.len();
    let mut entities: Vec<usize> = all.clone().filter(connected).collect();
    if entities.is_empty() {
        entities = all.clone().collect();
    }
    let weights: Vec<_> = all.map(|entity| weight(model, entity)).collect();
    sort(&mut entities, &|one, other| weights[other].cmp(&weights[one]));
    entities.truncate(most);
    entities
}

/// How important an entity is: its sources, then what hangs on it, then how
/// often it is named.
fn weight(model: &Model, entity: usize) -> (usize, usize, usize) {
    let of = model.index.of_entity(entity);
    let (articles, hanging) =
        of.map_or((0, 0), |of| (of.articles.len(), of.relations.len() + of.events.len() + of.quotes.len()));
    (articles, hanging, model.story.entities.get(entity).map_or(0, |entity| entity.mentions.len()))
}

fn node(model: &Model, entity: usize, most_sources: usize, measure: MeasureLine<'_>) -> Node {
    let item = &model.story.entities[entity];
    let sources = model.source_count(entity);
    // A shape's area grows with the number of sources, from a touchable
    // smallest size; ten sources and more look alike.
    #[expect(clippy::cast_precision_loss, reason = "at most 10")]
    let grown = (sources.clamp(1, 10) as f64).sqrt();
    let radius = 11.0 + 6.5 * grown;
    let bold = sources > 1 && 2 * sources >= most_sources;
    let named = std::iter::once(&item.name).chain(&item.aliases);
    let acronym = item.code.clone().or_else(|| acronym(named)).filter(|code| code.chars().count() <= LONGEST_CODE);
    let code_px = if bold { 13.0 } else { 12.0 };
    let (shape, code, name) = match item.kind {
        EntityKind::Person => (Shape::Circle { radius }, initials(&item.name), &*item.name),
        EntityKind::State => {
            let code = acronym.unwrap_or_else(|| initials(&item.name));
            let text = measure(&code, code_px, true).width;
            let (width, height) = ((text + 12.0).max(radius * 1.7), radius * 1.4);
            (Shape::Rounded { width, height, corner: 4.0 }, code, &*item.name)
        }
        EntityKind::Organisation => {
            let says_it_all = acronym.is_some();
            let code = acronym.unwrap_or_else(|| initials(&item.name));
            let text = measure(&code, code_px, true).width;
            let shape = Shape::Hexagon { width: (text + 26.0).max(radius * 2.0), height: radius * 1.3 };
            (shape, code, if says_it_all { "" } else { &*item.name })
        }
        EntityKind::Place => {
            let side = radius * 1.6;
            (Shape::Diamond { width: side, height: side }, String::new(), &*item.name)
        }
        kind @ (EntityKind::Treaty | EntityKind::EventName | EntityKind::Other) => {
            (other_shape(kind, radius * 1.2), String::new(), &*item.name)
        }
    };
    let mark = Mark::new(shape, Point::default());
    Node { entity, kind: item.kind, mark, code, code_px, name: shortened(name), bold }
}

/// The shape of what is no party: a sheet for a treaty, a ticket with round ends for a
/// named event, a square for all else, as large as a square of `side` pixels.
pub(super) fn other_shape(kind: EntityKind, side: f64) -> Shape {
    match kind {
        EntityKind::Treaty => Shape::Rounded { width: side * 0.85, height: side * 1.2, corner: side / 12.0 },
        EntityKind::EventName => Shape::Rounded { width: side * 1.6, height: side * 0.95, corner: side * 0.475 },
        _ => Shape::Rounded { width: side, height: side, corner: side / 12.0 },
    }
}

/// A name in capitals that everybody uses: `NATO`, `G20`.
fn acronym<'a>(mut names: impl Iterator<Item = &'a String>) -> Option<String> {
    let is_acronym = |name: &&String| {
        let long = name.chars().count();
        (2..=LONGEST_CODE).contains(&long)
            && name.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&' || c == '-')
            && name.chars().any(char::is_uppercase)
    };
    names.find(is_acronym).cloned()
}

/// The first letters of the first and the last capitalised word.
fn initials(name: &str) -> String {
    let mut capitals = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .filter(|c| c.is_uppercase());
    let first = capitals.next();
    let last = capitals.next_back();
    first.into_iter().chain(last).collect()
}

pub(super) fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    let mut short: String = name.chars().take(LONGEST_NAME - 1).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

fn force_node(model: &Model, node: &Node, measure: MeasureLine<'_>) -> force::Node {
    let (sources, hanging, _) = weight(model, node.entity);
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    let weight = sources as f64 + hanging as f64 / 8.0;
    force::Node {
        size: node.mark.shape.size(),
        label: if node.name.is_empty() { Size::default() } else { node.measured(measure) },
        weight,
        start: None,
        pinned: false,
    }
}

/// The lines between the nodes. All relations in one direction are one line.
/// Entities that no chain of relations joins are tied by the events that they
/// share, so that nothing floats that belongs together.
pub(super) fn lines(model: &Model, entities: &[usize], words: &Words) -> (Vec<Line>, Vec<Edge>) {
    // The node of each entity that is drawn.
    let mut node_of = vec![None; model.story.entities.len()];
    for (i, &entity) in entities.iter().enumerate() {
        node_of[entity] = Some(i);
    }
    let node = |id: &EntityId| node_of[model.index.entity(id.as_str())?];
    let ends = |relation: &Relation| {
        let (from, to) = (node(&relation.from)?, node(&relation.to)?);
        let arrow = !relation.kind.is_symmetric();
        let edge = if arrow { (from, to, true) } else { (from.min(to), from.max(to), false) };
        (from != to).then_some(edge)
    };
    let ends: Vec<_> = model.story.relations.iter().map(ends).collect();
    let mut lines = Vec::new();
    let mut edges = Vec::new();
    let mut parts = Parts::of(entities.len());
    let order = order(ends.len(), &|one, other| ends[one].cmp(&ends[other]));
    for relations in order.chunk_by(|&one, &other| ends[one] == ends[other]) {
        let Some((from, to, arrow)) = ends[relations[0]] else { continue };
        let mut texts: Vec<String> = Vec::new();
        for text in relations.iter().map(|&i| line_text(&model.story.relations[i], words)) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        parts.join(from, to);
        edges.push(Edge { from, to, arrow });
        lines.push(Line { tie: Tie::Relations(relations.to_vec()), text: texts.join(", "), route: None });
    }
    for (from, to, event) in shared_events(model, &node_of) {
        if parts.of_node(from) != parts.of_node(to) {
            edges.push(Edge { from, to, arrow: false });
            lines.push(Line { tie: Tie::Event(event), text: String::new(), route: None });
        }
    }
    (lines, edges)
}

/// Which nodes hang together: sets that are joined (union–find, with the path
/// to the root halved at each look).
struct Parts(Vec<usize>);

impl Parts {
    /// `count` nodes, each by itself.
    fn of(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn of_node(&mut self, mut node: usize) -> usize {
        while self.0[node] != node {
            self.0[node] = self.0[self.0[node]];
            node = self.0[node];
        }
        node
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of_node(a), self.of_node(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// Pairs of nodes that are a part of one event, with the first such event.
fn shared_events(model: &Model, node_of: &[Option<usize>]) -> Vec<(usize, usize, usize)> {
    let mut pairs = Vec::new();
    for event in 0..model.story.events.len() {
        let who = taking_part(&model.story, &model.index, event);
        let who = Positions::collect(&mut who.as_slice().iter().filter_map(|&entity| node_of[entity]));
        if who.as_slice().len() > MOST_TAKING_PART {
            continue;
        }
        for (at, &from) in who.as_slice().iter().enumerate() {
            pairs.extend(who.as_slice()[at + 1..].iter().map(|&to| (from, to, event)));
        }
    }
    let order = order(pairs.len(), &|one, other| pairs[one].cmp(&pairs[other]));
    let mut pairs: Vec<_> = order.into_iter().map(|at| pairs[at]).collect();
    pairs.dedup_by_key(|(from, to, _)| (*from, *to));
    pairs
}

/// The source's words where they read on to the other name in the reader's
/// language (`CEO of`), else the kind's.
pub(crate) fn line_text(relation: &Relation, words: &Words) -> String {
    /// A longer label would run over its neighbours.
    const SHORT: usize = 28;
    let reads_on = |label: &&str| {
        relation.kind == RelationKind::Other || words.reads_on.iter().any(|ending| label.ends_with(ending))
    };
    let label = relation.label.as_deref().map(str::trim).filter(|label| !label.is_empty());
    let label = label.filter(|label| label.chars().count() <= SHORT).filter(reads_on);
    label.unwrap_or((words.relation)(relation.kind)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    #[expect(clippy::cast_precision_loss, reason = "a test's texts are short")]
    fn measure(text: &str, px: f64, _bold: bool) -> Size {
        Size::new(text.chars().count() as f64 * px * 0.6, px * 1.25)
    }

    fn arranged() -> (Model, Arrangement) {
        let model = Model::new(crate::samples::meeting());
        let arrangement = Draft::new(&model, Size::new(360.0, 400.0), false, &EN, &measure).arranged();
        (model, arrangement)
    }

    fn all(arrangement: &Arrangement) -> Vec<bool> {
        vec![true; arrangement.nodes.len()]
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
    fn two_groups_are_tied_by_an_event_that_both_are_in() {
        let mut parts = Parts::of(5);
        parts.join(0, 1);
        parts.join(3, 2);
        assert_ne!(parts.of_node(1), parts.of_node(2));
        parts.join(3, 0);
        assert_eq!(parts.of_node(1), parts.of_node(2));
        assert_ne!(parts.of_node(4), parts.of_node(0));
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

    #[test]
    fn a_label_is_used_where_it_reads_on() {
        let mut relation = crate::samples::meeting().relations.remove(0);
        for (label, text) in
            [("trade", "met"), ("CEO of", "CEO of"), (" ", "met"), ("a very long story made short of", "met")]
        {
            relation.label = Some(label.to_owned());
            assert_eq!(line_text(&relation, &EN), text);
        }
        relation.label = Some("CEO of".to_owned());
        assert_eq!(line_text(&relation, &crate::words::KK), "кездесу", "it does not read on in another language");
    }

    #[test]
    fn initials_are_of_the_first_and_last_name() {
        assert_eq!(initials("Maria del Carmen Ruiz"), "MR");
        assert_eq!(initials("Ada"), "A");
        assert_eq!(initials("the committee"), "");
    }

    #[test]
    fn an_acronym_is_all_capitals() {
        let names = ["Nato", "North Atlantic", "NATO"].map(str::to_owned);
        assert_eq!(acronym(names.iter()).as_deref(), Some("NATO"));
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(shortened(&"x".repeat(99)).chars().count(), LONGEST_NAME);
        assert_eq!(shortened("Ada"), "Ada");
    }
}
