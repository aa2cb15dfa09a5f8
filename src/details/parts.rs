//! The pieces that details are made of: sections, and lines that lead on.

use story::{Disagreement, DisagreementKind, EntityId, Evidence, When};

use super::cite::pieces;
use super::compare;
use super::figure;
use crate::app::Tools;
use crate::model::Selection;
use crate::panel::{Action, Node, el, when_element};
use crate::pieces::excerpt;
use crate::words::say_when;

/// The most lines of one list: more are not read, and a browser takes its time
/// over them.
pub(super) const MOST_LINES: usize = 100;

/// The heading of a section of what is selected.
pub(super) const UNDER: &str = "h4";
/// The heading of a section of the overview, which has no heading of its own.
pub(super) const TOP: &str = "h3";

/// Adds a section with a heading; nothing at all where there is nothing in it.
pub(super) fn section(to: &mut Vec<Node>, level: &'static str, title: &str, content: Vec<Node>) {
    if !content.is_empty() {
        to.push(el("section", "").and(Some(el(level, "label").say(title))).with(content));
    }
}

/// A list of what can be made of these, bounded; nothing where there is none.
pub(super) fn list(tools: Tools, items: &[usize], row: &dyn Fn(usize) -> Option<Node>) -> Vec<Node> {
    if items.is_empty() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for &item in items.iter().take(MOST_LINES) {
        rows.extend(row(item));
    }
    std::iter::once(el("ul", "rows").with(rows)).chain(more(tools, MOST_LINES, items.len())).collect()
}

/// What stands under a list of at most `most` lines that would have `all`, where that is more.
pub(crate) fn more(tools: Tools, most: usize, all: usize) -> Option<Node> {
    (all > most).then(|| el("p", "note").say(&(tools.state.words().search.more)(most, all)))
}

/// A button in a line of text that leads to something.
pub(super) fn link(text: &str, to: Selection) -> Node {
    Node::button("link", text, Action::Select(Some(to)))
}

/// An entity's name that leads to it.
pub(super) fn entity_link(tools: Tools, id: &EntityId) -> Node {
    let model = tools.state.model();
    match model.index.entity(id.as_str()) {
        Some(entity) => link(&model.story.entities[entity].name, Selection::Entity(entity)),
        None => el("span", "").say(id.as_str()),
    }
}

/// The outlets behind a list of evidence, in one line; nothing where the story has one
/// article, and they are always the same.
pub(crate) fn outlets(tools: Tools, evidence: &[Evidence]) -> String {
    let model = tools.state.model();
    if model.story.articles.len() == 1 { String::new() } else { model.outlets(evidence).join(" · ") }
}

/// A date as the reader's language says it.
pub(super) fn when(tools: Tools, class: &str, when: &When) -> Node {
    when_element(class, when, &tools.say(|intl| say_when(when, tools.state.words(), intl)))
}

/// Notes in one line.
pub(super) fn dotted(notes: &[&str]) -> String {
    joined(notes, " · ")
}

/// What is not empty, joined.
pub(super) fn joined(parts: &[&str], by: &str) -> String {
    let mut all = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !all.is_empty() {
            all.push_str(by);
        }
        all.push_str(part);
    }
    all
}

/// A row that is a button: the lines of a list that lead on.
fn row(class: &str, to: Selection, content: Vec<Node>) -> Node {
    el("li", "").with(vec![Node::button(class, "", Action::Select(Some(to))).with(content)])
}

/// A list of events: date, title, outlets; each leads to its event.
pub(super) fn events(tools: Tools, events: &[usize]) -> Vec<Node> {
    list(tools, events, &|event| event_row(tools, event))
}

pub(super) fn event_row(tools: Tools, event: usize) -> Option<Node> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.events.get(event)?;
    let date = item.when.as_ref().map_or_else(|| el("span", "when").say(words.undated), |at| when(tools, "when", at));
    let status = (words.status)(item.status).map(|status| el("em", "status").say(status));
    let outlets = outlets(tools, &item.evidence);
    let what = el("span", "what").say(&item.title).say(if status.is_some() { " " } else { "" }).and(status);
    Some(row("row", Selection::Event(event), vec![date, what.with(vec![el("span", "note").say(&outlets)])]))
}

/// A list of quotes; each leads to its sentence and its other wordings.
pub(super) fn quotes(tools: Tools, quotes: &[usize], with_speaker: bool) -> Vec<Node> {
    let model = tools.state.model();
    let words = tools.state.words();
    list(tools, quotes, &|quote| {
        let item = model.story.quotes.get(quote)?;
        let mut said = Vec::new();
        if with_speaker {
            said.push(el("span", "speaker").say(&super::heading(tools, Selection::Quote(quote))));
        }
        let wordings = match compare::articles(&model, quote) {
            0 | 1 => String::new(),
            wordings => (words.wordings)(wordings),
        };
        let note = dotted(&[&outlets(tools, &item.evidence), &wordings]);
        // The comma that led on to the speaker ends nothing here.
        said.push(el("q", "").attribute("dir", "auto").say(item.text.trim_end_matches(',')));
        said.push(el("span", "note").say(&note));
        Some(row("row quote", Selection::Quote(quote), said))
    })
}

/// A list of figures: the amount, what it is of or the words around it, who says
/// so; each leads to its sentence.
pub(super) fn figures(tools: Tools, figures: &[usize]) -> Vec<Node> {
    let model = tools.state.model();
    list(tools, figures, &|figure| {
        let item = model.story.figures.get(figure)?;
        let note = el("span", "note").say(&outlets(tools, &item.evidence));
        let what = match (&item.about, item.evidence.first().and_then(|span| model.said(span))) {
            (None, Some((text, at))) => pieces(el("span", "what").attribute("dir", "auto"), excerpt(text, &[at])),
            (about, _) => el("span", "what").say(about.as_deref().unwrap_or_default()),
        };
        let amount = el("b", "amount").say(&figure::said(tools, item));
        Some(row("row figure", Selection::Figure(figure), vec![amount, what.and(Some(note))]))
    })
}

/// A list of disagreements, each in one plain line.
pub(super) fn disagreements(tools: Tools, disagreements: &[usize]) -> Vec<Node> {
    let model = tools.state.model();
    list(tools, disagreements, &|disagreement| {
        let item = model.story.disagreements.get(disagreement)?;
        let mut line = vec![el("span", "").say(&[&item.about, ":"].concat())];
        for (i, side) in model.sides(item).iter().enumerate() {
            let outlets = model.outlets(&item.claims[side[0]].evidence).join(", ");
            line.push(
                el("span", "")
                    .say(if i > 0 { " · " } else { " " })
                    .and(Some(el("b", "").say(&claimed(tools, item, side))))
                    .say(&[" (", &outlets, ")"].concat()),
            );
        }
        let class = if item.compatible { "difference compatible" } else { "difference" };
        Some(row("row", Selection::Disagreement(disagreement), line).attribute("class", class))
    })
}

/// What a side of a disagreement claims; a date as the reader's language writes it.
pub(super) fn claimed(tools: Tools, of: &Disagreement, side: &[usize]) -> String {
    let mut claimed = Vec::new();
    for &claim in side {
        let says = &of.claims[claim].says;
        let when = When::parse(says).ok().filter(|_| of.kind == DisagreementKind::Date);
        let said = when.map(|when| tools.say(|intl| say_when(&when, tools.state.words(), intl)));
        claimed.push(said.unwrap_or_else(|| says.clone()));
    }
    claimed.join("; ")
}
