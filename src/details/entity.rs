//! The details of an entity: what it took part in, how it hangs together with
//! others, what it said.

use story::path::{Tie, path};
use story::{OfEntity, Relation, RelationKind};

use super::cite::citations;
use super::parts::{
    UNDER, disagreements, dotted, entity_link, event_row, events, figures, link, list, outlets, quotes, section, when,
};
use crate::app::Tools;
use crate::diagram::line_text;
use crate::model::{Model, Selection};
use crate::panel::{Node, el};
use crate::state::Focus;
use crate::words::Words;

/// How many sentences are shown of an entity of which nothing but its name is
/// known.
const MENTIONS: usize = 3;

pub(super) fn entity(tools: Tools, entity: usize) -> Option<Vec<Node>> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.entities.get(entity)?;
    let of = model.index.of_entity(entity)?;
    let office = of
        .relations
        .iter()
        .map(|&relation| &model.story.relations[relation])
        .find(|relation| relation.kind == RelationKind::HoldsOffice && relation.from == item.id);
    let office = office.map(|relation| {
        let to = model.find(relation.to.as_str()).unwrap_or(Selection::Entity(entity));
        [&line_text(relation, words), words.joint, &super::heading(tools, to)].concat()
    });
    let what = office.unwrap_or_else(|| (words.kind)(item.kind).to_owned());
    let named_in = match model.story.articles.len() {
        1 => String::new(),
        articles => (words.named_in)(of.articles.len(), articles),
    };
    let mut said = vec![el("h3", "subject").say(&item.name), el("p", "role").say(&dotted(&[&what, &named_in]))];
    let aliases: Vec<&str> = item.aliases.iter().map(String::as_str).filter(|alias| *alias != item.name).collect();
    if !aliases.is_empty() {
        said.push(el("p", "note").say(&(words.also_called)(&aliases.join(", "))));
    }
    // Where nothing else is known, the sentences that name it still are.
    let is_bare = of.events.is_empty() && of.relations.is_empty() && of.quotes.is_empty() && of.figures.is_empty();
    let mentions = if is_bare { MENTIONS } else { 0 };
    let mentions: Vec<_> = item.mentions.iter().take(mentions).map(story::Mention::evidence).collect();
    if let Some((ends, legs)) = way(tools, entity) {
        section(&mut said, UNDER, &ends, legs);
    }
    let relations = list(tools, &of.relations, &|relation| relation_row(tools, relation, entity));
    section(&mut said, UNDER, words.what_happened, events(tools, &model.in_order(of.events.clone())));
    section(&mut said, UNDER, words.relations, relations);
    section(&mut said, UNDER, words.said, quotes(tools, &of.quotes, false));
    section(&mut said, UNDER, words.figures, figures(tools, &of.figures));
    section(&mut said, UNDER, words.differ, disagreements(tools, &disagreements_about(&model, of)));
    section(&mut said, UNDER, words.what_the_sources_say, citations(tools, &mentions));
    Some(said)
}

/// What leads along the way that the reader asked for, where it ends here, and
/// the names of its ends.
fn way(tools: Tools, entity: usize) -> Option<(String, Vec<Node>)> {
    let Focus::Way(from, to) = tools.state.focus() else { return None };
    if to != entity {
        return None;
    }
    let model = tools.state.model();
    let legs = path(&model.story, &model.index, from, to)?;
    let starts = std::iter::once(from).chain(legs.iter().map(|leg| leg.to));
    let rows = legs.iter().zip(starts).filter_map(|(leg, start)| match leg.tie {
        Tie::Relation(relation) => relation_row(tools, relation, start),
        Tie::Event(event) => event_row(tools, event),
    });
    let name = |entity: usize| model.story.entities[entity].name.as_str();
    Some(([name(from), " → ", name(to)].concat(), vec![el("ol", "rows").with(rows.collect())]))
}

/// A relation as seen from one of its ends.
fn relation_row(tools: Tools, relation: usize, from: usize) -> Option<Node> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item: &Relation = model.story.relations.get(relation)?;
    let starts_here = model.index.entity(item.from.as_str()) == Some(from);
    let (text, other) =
        if starts_here { (line_text(item, words), &item.to) } else { (back_text(item, words), &item.from) };
    let mut note = el("span", "note");
    if let Some(date) = &item.when {
        let joint = if model.story.articles.len() == 1 { "" } else { " · " };
        note = note.with(vec![when(tools, "", date)]).say(joint);
    }
    let note = note.say(&outlets(tools, &item.evidence));
    let text = el("li", "relation").with(vec![link(&text, Selection::Relation(relation))]).say(words.joint);
    Some(text.with(vec![entity_link(tools, other), note]))
}

/// A relation as seen from its other end: an office by its own name, as in
/// `minister of` without its last word, where the reader's language has it so.
fn back_text(relation: &Relation, words: &Words) -> String {
    let text = line_text(relation, words);
    let is_of_kind = relation.kind != RelationKind::HoldsOffice || text == (words.relation)(relation.kind);
    let office = text.rsplit_once(' ').map(|(office, _)| office).filter(|_| !is_of_kind);
    office.unwrap_or((words.relation_back)(relation.kind)).to_owned()
}

/// The disagreements whose figures or events are about the entity.
fn disagreements_about(model: &Model, of: &OfEntity) -> Vec<usize> {
    let figures = of.figures.iter().flat_map(|&figure| &model.story.figures[figure].evidence);
    let events = of.events.iter().flat_map(|&event| &model.story.events[event].evidence);
    let sentences = model.sentences(&mut figures.chain(events));
    let about = |disagreement: &usize| {
        let claims = &model.story.disagreements[*disagreement].claims;
        claims.iter().flat_map(|claim| &claim.evidence).any(|span| {
            model.rests_on(std::slice::from_ref(span), &sentences)
                && model.index.article(span.article.as_str()).is_some_and(|article| of.articles.contains(&article))
        })
    };
    (0..model.story.disagreements.len()).filter(about).collect()
}
