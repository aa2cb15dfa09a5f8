//! What is drawn where: which entities, how large, in which shape, and the
//! lines between them. No browser here but for the measure that is passed in.

use std::collections::BTreeMap;

use drawing::edges::{self, Edge, Route};
use drawing::force::{self, Graph, Link};
use drawing::geometry::{Mark, Rect, Shape, Size};
use drawing::labels::{self, Label, Placement, Scene};
use story::{EntityKind, Relation};

use crate::model::{Model, Selection};
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
    /// The size of the picture.
    pub(crate) extent: Size,
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

/// One or more relations of one kind between two entities, as they are drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// The positions of the relations in the story, at least one.
    pub(crate) relations: Vec<usize>,
    /// What they say.
    pub(crate) text: String,
    pub(crate) route: Option<Route>,
}

/// The most nodes that a wide and a narrow diagram hold before it is a
/// thicket; the rest is reached through the details.
const MOST_NODES_WIDE: usize = 40;
const MOST_NODES_NARROW: usize = 24;
/// Sizes of names, in pixels: the important, the others, and those of lines.
pub(crate) const BOLD_PX: f64 = 13.0;
pub(crate) const NAME_PX: f64 = 12.0;
pub(crate) const LINE_PX: f64 = 12.0;
/// Longer names are cut, in characters: a label is not a sentence.
const LONGEST_NAME: usize = 30;
/// Longer acronyms do not fit into a shape, in characters.
const LONGEST_CODE: usize = 8;

/// Lays the story out for a frame of `frame` pixels.
pub(crate) fn arrange(model: &Model, frame: Size, wide: bool, words: &Words, measure: MeasureLine<'_>) -> Arrangement {
    let mut nodes = nodes(model, if wide { MOST_NODES_WIDE } else { MOST_NODES_NARROW }, measure);
    let at: BTreeMap<usize, usize> = nodes.iter().enumerate().map(|(i, node)| (node.entity, i)).collect();
    let (mut lines, edges) = lines(model, &at, words);

    let graph = Graph {
        nodes: nodes.iter().map(|node| force_node(model, node, measure)).collect(),
        links: edges.iter().map(|edge| Link { from: edge.from, to: edge.to, strength: 1.0 }).collect(),
    };
    let layout = force::settle(&graph, frame, &force::Options::default());
    for (node, &centre) in nodes.iter_mut().zip(&layout.positions) {
        node.mark.centre = centre;
    }
    let marks: Vec<Mark> = nodes.iter().map(|node| node.mark).collect();
    let routes = edges::routes(&marks, &edges, &edges::Options::default());
    for (line, route) in lines.iter_mut().zip(routes) {
        line.route = route;
    }
    Arrangement { nodes, lines, extent: layout.extent }
}

impl Arrangement {
    /// Places the names, and the words of the lines that are lit.
    pub(crate) fn labels(&self, model: &Model, selected: Option<Selection>, measure: MeasureLine<'_>) -> Placement {
        let lit = selected.map(|selection| model.lit(selection));
        let marks: Vec<Mark> = self.nodes.iter().map(|node| node.mark).collect();
        let name_of = |(i, node): (usize, &Node)| Label {
            size: if node.name.is_empty() { Size::default() } else { node.measured(measure) },
            priority: priority(i)
                + if lit.as_ref().is_some_and(|lit| lit.entities.contains(&node.entity)) { 1.0 } else { 0.0 },
            required: selected == Some(Selection::Entity(node.entity)),
        };
        let text_of = |line: &Line| {
            let is_lit =
                lit.as_ref().is_some_and(|lit| line.relations.iter().any(|relation| lit.relations.contains(relation)));
            let is_selected = line.relations.iter().any(|&relation| selected == Some(Selection::Relation(relation)));
            Label {
                size: if is_lit { measure(&line.text, LINE_PX, false) } else { Size::default() },
                priority: 1.0,
                required: is_selected,
            }
        };
        let routes: Vec<Option<Route>> = self.lines.iter().map(|line| line.route).collect();
        labels::place(&Scene {
            frame: Rect::frame(self.extent),
            marks: &marks,
            mark_labels: &self.nodes.iter().enumerate().map(name_of).collect::<Vec<_>>(),
            routes: &routes,
            route_labels: &self.lines.iter().map(text_of).collect::<Vec<_>>(),
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

/// The most important nodes keep their names first.
fn priority(rank: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a diagram's nodes are few")]
    let rank = rank as f64;
    1.0 / (1.0 + rank)
}

/// The entities to draw: those that relations or events connect, the ones with
/// the most sources first. Where nothing connects anything, all of them.
fn nodes(model: &Model, most: usize, measure: MeasureLine<'_>) -> Vec<Node> {
    let connected = |&entity: &usize| {
        model.index.of_entity(entity).is_some_and(|of| !of.relations.is_empty() || !of.events.is_empty())
    };
    let all = 0..model.story.entities.len();
    let mut entities: Vec<usize> = all.clone().filter(connected).collect();
    if entities.is_empty() {
        entities = all.collect();
    }
    entities.sort_by_key(|&entity| (std::cmp::Reverse(weight(model, entity)), entity));
    entities.truncate(most);
    let boldest = entities.first().map_or(0, |&entity| weight(model, entity).0);
    entities.into_iter().map(|entity| node(model, entity, boldest, measure)).collect()
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
    let acronym =
        item.code.clone().or_else(|| acronym(&item.aliases)).filter(|code| code.chars().count() <= LONGEST_CODE);
    let code_px = if bold { 13.0 } else { 12.0 };
    let (shape, code, name) = match item.kind {
        EntityKind::Person => (Shape::Circle { radius }, initials(&item.name), &*item.name),
        EntityKind::State => {
            let code = acronym.unwrap_or_else(|| initials(&item.name));
            let (width, height) = (radius * 1.7, radius * 1.4);
            (Shape::Rounded { width, height, corner: 4.0 }, code, &*item.name)
        }
        EntityKind::Organisation => {
            let has_acronym = acronym.is_some();
            let code = acronym.unwrap_or_else(|| initials(&item.name));
            let text = measure(&code, code_px, true).width;
            let shape = Shape::Hexagon { width: (text + 26.0).max(radius * 2.0), height: radius * 1.3 };
            (shape, code, if has_acronym { "" } else { &*item.name })
        }
        EntityKind::Place => {
            let side = radius * 1.6;
            (Shape::Diamond { width: side, height: side }, String::new(), &*item.name)
        }
        EntityKind::Treaty | EntityKind::EventName | EntityKind::Other => {
            let side = radius * 1.2;
            (Shape::Rounded { width: side, height: side, corner: 1.0 }, String::new(), &*item.name)
        }
    };
    let mark = Mark::new(shape, drawing::geometry::Point::default());
    Node { entity, kind: item.kind, mark, code, code_px, name: shortened(name), bold }
}

/// An alias in capitals that everybody uses: `NATO`, `G20`.
fn acronym(aliases: &[String]) -> Option<String> {
    let is_acronym = |alias: &&String| {
        let long = alias.chars().count();
        (2..=LONGEST_CODE).contains(&long)
            && alias.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&' || c == '-')
            && alias.chars().any(char::is_uppercase)
    };
    aliases.iter().find(is_acronym).cloned()
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

fn shortened(name: &str) -> String {
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

/// The lines between the nodes: relations of one kind between two entities are
/// one line, however many sources tell of them.
fn lines(model: &Model, at: &BTreeMap<usize, usize>, words: &Words) -> (Vec<Line>, Vec<Edge>) {
    let mut grouped: BTreeMap<(usize, usize, String), Vec<usize>> = BTreeMap::new();
    for (i, relation) in model.story.relations.iter().enumerate() {
        let node = |id: &story::EntityId| model.index.entity(id.as_str()).and_then(|entity| at.get(&entity).copied());
        let (Some(from), Some(to)) = (node(&relation.from), node(&relation.to)) else { continue };
        if from == to {
            continue;
        }
        let (from, to) = if relation.kind.is_symmetric() { (from.min(to), from.max(to)) } else { (from, to) };
        grouped.entry((from, to, line_text(relation, words))).or_default().push(i);
    }
    let mut lines = Vec::new();
    let mut edges = Vec::new();
    for ((from, to, text), relations) in grouped {
        let arrow = relations.iter().any(|&i| !model.story.relations[i].kind.is_symmetric());
        edges.push(Edge { from, to, arrow });
        lines.push(Line { relations, text, route: None });
    }
    (lines, edges)
}

/// The source's words where they are short, else the kind's.
pub(crate) fn line_text(relation: &Relation, words: &Words) -> String {
    /// A longer label would run over its neighbours.
    const SHORT: usize = 28;
    let label =
        relation.label.as_deref().map(str::trim).filter(|label| !label.is_empty() && label.chars().count() <= SHORT);
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
        let arrangement = arrange(&model, Size::new(360.0, 400.0), false, &EN, &measure);
        (model, arrangement)
    }

    #[test]
    fn the_same_story_gives_the_same_picture() {
        assert_eq!(arranged().1, arranged().1);
    }

    #[test]
    fn a_relation_between_two_drawn_entities_is_a_line() {
        let (_, arrangement) = arranged();
        assert_eq!(arrangement.lines.len(), 1);
        assert_eq!(arrangement.lines[0].text, "met");
        assert!(arrangement.lines[0].route.is_some_and(|route| route.head.is_none()), "meeting has no direction");
    }

    #[test]
    fn only_lit_lines_have_words() {
        let (model, arrangement) = arranged();
        assert_eq!(arrangement.labels(&model, None, &measure).routes, [None]);
        let placed = arrangement.labels(&model, model.find("ada-met-bo"), &measure);
        assert!(placed.routes[0].is_some());
    }

    #[test]
    fn the_name_of_what_is_selected_is_always_there() {
        let (model, arrangement) = arranged();
        let placed = arrangement.labels(&model, model.find("delft"), &measure);
        let at = arrangement.nodes.iter().position(|node| node.name == "Delft").unwrap();
        assert!(placed.marks[at].is_some());
    }

    #[test]
    fn initials_are_of_the_first_and_last_name() {
        assert_eq!(initials("Maria del Carmen Ruiz"), "MR");
        assert_eq!(initials("Ada"), "A");
        assert_eq!(initials("the committee"), "");
    }

    #[test]
    fn an_acronym_is_all_capitals() {
        let aliases = ["Nato", "North Atlantic", "NATO"].map(str::to_owned);
        assert_eq!(acronym(&aliases).as_deref(), Some("NATO"));
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(shortened(&"x".repeat(99)).chars().count(), LONGEST_NAME);
        assert_eq!(shortened("Ada"), "Ada");
    }
}
