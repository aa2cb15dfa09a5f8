//! The details of an event: when, where, who, what came of it, and every
//! sentence that reports it.

use super::cite::{citations, told};
use super::parts::{UNDER, entity_link, events, list, section, when};
use crate::app::Tools;
use crate::panel::{Node, el};

pub(super) fn event(tools: Tools, event: usize) -> Option<Vec<Node>> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.events.get(event)?;
    let date = item.when.as_ref().map_or_else(|| el("span", "").say(words.undated), |at| when(tools, "", at));
    let mut role = el("p", "role").with(vec![date]);
    if let Some(status) = (words.status)(item.status) {
        role = role.say(" · ").with(vec![el("em", "status").say(status)]);
    }
    if let Some(place) = &item.place {
        role = role.say(" · ").with(vec![entity_link(tools, place)]);
    }
    let who: Vec<usize> = (0..item.participants.len()).collect();
    let who = list(tools, &who, &|at| {
        let participant = &item.participants[at];
        let role = participant.role.as_deref().map(|role| el("span", "note").say(role));
        Some(el("li", "relation").with(vec![entity_link(tools, &participant.entity)]).say(" ").and(role))
    });
    let plan = item.follows.as_ref().and_then(|plan| model.index.event(plan.as_str()));
    let mut said = vec![told(tools, "h3", &item.evidence, &item.title).attribute("class", "subject"), role];
    if let Some(because) = &item.because {
        said.push(el("p", "note").say(because));
    }
    section(&mut said, UNDER, words.what_the_sources_say, citations(tools, &item.evidence));
    section(&mut said, UNDER, words.fulfils, events(tools, plan.as_slice()));
    section(&mut said, UNDER, words.fulfilled_by, events(tools, model.index.fulfilled_by(item.id.as_str())));
    section(&mut said, UNDER, words.who_took_part, who);
    Some(said)
}
