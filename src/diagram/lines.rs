//! The lines between the nodes: what joins two entities, and what it says.

use drawing::edges::{Edge, Route};
use drawing::force::Link;
use story::order::{Positions, firsts, order};
use story::path::{AsOf, MOST_TAKING_PART, taking_part};
use story::{EntityId, Relation, RelationKind};

use crate::model::{Lit, Model, Selection};
use crate::words::Words;

/// A line says no more than so many things of two entities: there is no room for more.
const MOST_TEXTS: usize = 5;

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

/// How hard a line pulls: a shared event joins less than a relation.
pub(super) fn link(line: &Line, edge: &Edge) -> Link {
    let strength = match line.tie {
        Tie::Relations(_) => 1.0,
        Tie::Event(_) => 0.5,
    };
    Link { from: edge.from, to: edge.to, strength }
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
        let all: Vec<String> = relations.iter().map(|&i| line_text(&model.story.relations[i], words)).collect();
        let texts = firsts(all.len(), &|one, other| all[one].cmp(&all[other]));
        let mut told: Vec<&str> = texts.iter().take(MOST_TEXTS).map(|&i| all[i].as_str()).collect();
        if texts.len() > MOST_TEXTS {
            told.push("…");
        }
        parts.join(from, to);
        edges.push(Edge { from, to, arrow });
        lines.push(Line { tie: Tie::Relations(relations.to_vec()), text: told.join(", "), route: None });
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
    fn a_line_says_each_thing_once_and_no_more_than_fits() {
        let mut story = crate::samples::meeting();
        let labelled =
            |label: String| Relation { label: Some(label), kind: RelationKind::Other, ..story.relations[0].clone() };
        let once = [labelled("CEO of".to_owned()), labelled("CEO of".to_owned()), labelled("owner of".to_owned())];
        let many = (0..1_000).map(|at| labelled(format!("owner of {at}"))).collect();
        let said = |story: &story::Story| {
            let model = Model::new(story.clone());
            let (lines, _) = lines(&model, &[0, 1, 2], &EN);
            lines[0].text.clone()
        };
        story.relations = many;
        assert_eq!(said(&story), "owner of 0, owner of 1, owner of 2, owner of 3, owner of 4, …");
        story.relations = once.into();
        assert_eq!(said(&story), "CEO of, owner of");
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
}
