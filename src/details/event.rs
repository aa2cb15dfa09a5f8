//! The details of an event: when, where, who, what came of it, and every
//! sentence that reports it.

use leptos::prelude::*;

use super::cite::citations;
use super::parts::{entity_link, events, section};
use crate::app::Tools;
use crate::words::say_when;

pub(super) fn event(tools: Tools, event: usize) -> impl IntoView {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.events.get(event)?;
    let when = item.when.as_ref().map(|when| tools.say(|intl| say_when(when, words, intl)));
    let status = (words.status)(item.status).map(|status| view! { " · " <em class="status">{status}</em> });
    let place = item.place.as_ref().map(|place| view! { " · " {entity_link(tools, place)} });
    let because = item.because.clone().map(|because| view! { <p class="note">{because}</p> });
    let who = item.participants.iter().map(|participant| {
        let role = participant.role.clone().map(|role| view! { <span class="note">{role}</span> });
        view! { <li class="relation">{entity_link(tools, &participant.entity)} " " {role}</li> }
    });
    let who = who.collect_view();
    let plan: Vec<usize> =
        item.follows.as_ref().and_then(|plan| model.index.event(plan.as_str())).into_iter().collect();
    let fulfilled_by = model.index.fulfilled_by(item.id.as_str());
    let when = when.unwrap_or_else(|| words.undated.to_owned());
    Some(view! {
        <h3>{item.title.clone()}</h3>
        <p class="role"><time>{when}</time>{status}{place}</p>
        {because}
        {section(words.what_the_sources_say, item.evidence.is_empty(), citations(tools, &item.evidence))}
        {section(words.fulfils, plan.is_empty(), events(tools, &plan))}
        {section(words.fulfilled_by, fulfilled_by.is_empty(), events(tools, fulfilled_by))}
        {section(words.who_took_part, item.participants.is_empty(), view! { <ul class="rows">{who}</ul> })}
    })
}
