//! The nodes: which entities are drawn, how large, in which shape, and what they are called.

use drawing::force;
use drawing::geometry::{Mark, Point, Shape, Size};
use story::EntityKind;
use story::order::sort;

use crate::model::Model;

/// How wide a line of words is: text, size in pixels, whether bold.
pub(crate) type MeasureLine<'a> = &'a dyn Fn(&str, f64, bool) -> Size;

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

/// Sizes of names, in pixels: the important, the others, and those of lines.
pub(crate) const BOLD_PX: f64 = 13.0;
pub(crate) const NAME_PX: f64 = 12.0;
pub(crate) const LINE_PX: f64 = 12.0;
/// Longer names are cut, in characters: a label is not a sentence.
const LONGEST_NAME: usize = 30;
/// Longer acronyms do not fit into a shape, in characters.
pub(super) const LONGEST_CODE: usize = 8;

impl Node {
    /// The size of its name in pixels.
    pub(crate) fn name_px(&self) -> f64 {
        if self.bold { BOLD_PX } else { NAME_PX }
    }

    pub(super) fn measured(&self, measure: MeasureLine<'_>) -> Size {
        measure(&self.name, self.name_px(), self.bold)
    }
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
pub(super) fn weight(model: &Model, entity: usize) -> (usize, usize, usize) {
    let of = model.index.of_entity(entity);
    let (articles, hanging) =
        of.map_or((0, 0), |of| (of.articles.len(), of.relations.len() + of.events.len() + of.quotes.len()));
    (articles, hanging, model.story.entities.get(entity).map_or(0, |entity| entity.mentions.len()))
}

pub(super) fn node(model: &Model, entity: usize, most_sources: usize, measure: MeasureLine<'_>) -> Node {
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

pub(super) fn force_node(model: &Model, node: &Node, measure: MeasureLine<'_>) -> force::Node {
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

#[cfg(test)]
mod tests {
    use super::*;

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
