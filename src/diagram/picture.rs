//! The diagram as a scene: what an arrangement looks like, with what is
//! selected and what is lit.

use drawing::edges::Route;
use drawing::geometry::{Mark, Point, Shape};
use drawing::labels::{Placed, Placement, Side};
use story::EntityKind;
use story::path::AsOf;

use super::arrangement::Arrangement;
use super::lines::{Line, Tie};
use super::nodes::{LINE_PX, Node};
use crate::model::{Lit, Model, Selection};
use crate::scene::{Anchor, Part, Path, Scene};
use crate::words::Words;

/// What the picture depends on beside the arrangement.
#[derive(Clone, Copy)]
pub(crate) struct Look<'a> {
    /// Whether each node is shown.
    pub(crate) shown: &'a [bool],
    /// What holds in the time that is shown, if it is narrowed.
    pub(crate) now: Option<&'a AsOf>,
    pub(crate) model: &'a Model,
    pub(crate) words: &'a Words,
    pub(crate) selected: Option<Selection>,
    pub(crate) lit: Option<&'a Lit>,
}

/// Draws lines, then nodes, then words.
pub(crate) fn picture(arrangement: &Arrangement, labels: &Placement, look: Look<'_>) -> Scene {
    let mut scene = Scene { size: arrangement.extent, parts: Vec::new() };
    for (line, edge) in arrangement.lines.iter().zip(&arrangement.edges) {
        let is_shown = look.shown[edge.from] && look.shown[edge.to] && look.now.is_none_or(|now| line.tie.holds(now));
        scene.parts.push(if is_shown { draw_line(line, look) } else { Part::default() });
    }
    for (node, &is_shown) in arrangement.nodes.iter().zip(look.shown) {
        scene.parts.push(if is_shown { draw_node(node, look) } else { Part::default() });
    }
    for (line, placed) in arrangement.lines.iter().zip(&labels.routes) {
        scene.parts.push(draw_line_text(&line.text, *placed));
    }
    for (node, placed) in arrangement.nodes.iter().zip(&labels.marks) {
        scene.parts.push(draw_name(node, *placed, look));
    }
    scene
}

fn draw_node(node: &Node, look: Look<'_>) -> Part {
    let Look { model, words, selected, lit, .. } = look;
    let item = &model.story.entities[node.entity];
    let selection = Selection::Entity(node.entity);
    let pressed = selected == Some(selection);
    let dim = if lit.is_some_and(|lit| !lit.entities.contains(node.entity)) { " dim" } else { "" };
    let chosen = if pressed { " selected" } else { "" };
    let named_in = (words.named_in)(model.source_count(node.entity), model.story.articles.len());
    let mut part = Part::new(["node ", kind_class(item.kind), dim, chosen].concat());
    part.target = Some(selection);
    part.name = Some([&*item.name, ", ", (words.kind)(item.kind), ", ", &named_in].concat());
    part.pressed = pressed;
    part.at = node.mark.centre;
    part.path("ring", Path::of_mark(Mark::new(grown(node.mark.shape), Point::default())));
    part.path("shape", Path::of_mark(Mark::new(node.mark.shape, Point::default())));
    if !node.code.is_empty() {
        part.text("code", Point::default(), Anchor::Middle, node.code_px, &node.code);
    }
    part
}

/// The class that gives a kind its colour.
pub(crate) fn kind_class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "kind-person",
        EntityKind::State => "kind-state",
        EntityKind::Organisation => "kind-organisation",
        EntityKind::Place => "kind-place",
        EntityKind::Treaty | EntityKind::EventName | EntityKind::Other => "kind-other",
    }
}

/// The same shape, a little larger: the ring of what is selected or focused.
pub(super) fn grown(shape: Shape) -> Shape {
    const BY: f64 = 9.0;
    match shape {
        Shape::Circle { radius } => Shape::Circle { radius: radius + BY / 2.0 },
        Shape::Rounded { width, height, corner } => {
            Shape::Rounded { width: width + BY, height: height + BY, corner: corner + BY / 2.0 }
        }
        Shape::Hexagon { width, height } => Shape::Hexagon { width: width + BY * 1.5, height: height + BY },
        Shape::Diamond { width, height } => Shape::Diamond { width: width + BY * 1.4, height: height + BY * 1.4 },
    }
}

fn draw_line(line: &Line, look: Look<'_>) -> Part {
    let shared = if matches!(line.tie, Tie::Event(_)) { " shared" } else { "" };
    let light = match look.lit {
        _ if line.tie.is_selected(look.selected) => " lit selected",
        Some(lit) if line.tie.is_lit(lit) => " lit",
        Some(_) => " dim",
        None => "",
    };
    let mut part = Part::new(["line", shared, light].concat());
    part.target = line.tie.selection();
    if let Some(route) = line.route {
        part.path("touch", curve(&route));
        part.path("stroke", curve(&route));
        if let Some(head) = route.head {
            part.path("head", Path::polygon(&head));
        }
    }
    part
}

fn curve(route: &Route) -> Path {
    Path::default().command("M", &[route.start]).command("Q", &[route.control, route.end])
}

fn draw_name(node: &Node, placed: Option<Placed>, look: Look<'_>) -> Part {
    let dim = if look.lit.is_some_and(|lit| !lit.entities.contains(node.entity)) { " dim" } else { "" };
    let mut part = Part::new(["name", if node.bold { " bold" } else { "" }, dim].concat());
    if let Some(placed) = placed {
        let middle = placed.bounds.centre();
        let (x, anchor) = match placed.side {
            Side::Right | Side::AboveRight | Side::BelowRight => (placed.bounds.x, Anchor::Start),
            Side::Left | Side::AboveLeft | Side::BelowLeft => (placed.bounds.right(), Anchor::End),
            Side::Above | Side::Below | Side::OnEdge => (middle.x, Anchor::Middle),
        };
        part.at = Point::new(x, middle.y);
        part.text("", Point::default(), anchor, node.name_px(), &node.name);
    }
    part
}

fn draw_line_text(text: &str, placed: Option<Placed>) -> Part {
    let mut part = Part::new("line-text".to_owned());
    if let Some(placed) = placed {
        part.at = placed.bounds.centre();
        part.text("", Point::default(), Anchor::Middle, LINE_PX, text);
    }
    part
}

#[cfg(test)]
mod tests {
    use drawing::geometry::Size;

    use super::*;
    use crate::diagram::arrangement::Draft;
    use crate::samples::measure;
    use crate::words::EN;

    fn parts(selected: &str) -> Vec<Part> {
        let model = Model::new(crate::samples::meeting());
        let arrangement = Draft::new(&model, Size::new(360.0, 400.0), false, &EN, &measure).arranged();
        let selected = model.find(selected);
        let lit = selected.map(|selected| model.lit(selected));
        let shown = vec![true; arrangement.nodes.len()];
        let look = Look { shown: &shown, now: None, model: &model, words: &EN, selected, lit: lit.as_ref() };
        picture(&arrangement, &arrangement.labels(selected, lit.as_ref(), &shown, &measure), look).parts
    }

    #[test]
    fn a_node_says_who_it_is_and_how_often_it_is_named() {
        let names: Vec<String> = parts("").into_iter().filter_map(|part| part.name).collect();
        assert!(names.iter().any(|name| name.starts_with("Ada, ") && name.contains("Person")), "{names:?}");
    }

    #[test]
    fn what_is_selected_is_marked_and_the_rest_steps_back() {
        let parts = parts("return");
        let class = |name: &str| {
            let part = parts.iter().find(|part| part.name.as_ref().is_some_and(|said| said.starts_with(name)));
            part.map(|part| part.class.clone()).unwrap_or_default()
        };
        assert!(class("Ada").ends_with(" dim"), "she does not return");
        assert!(!class("Bo").contains(" dim"));
    }
}
