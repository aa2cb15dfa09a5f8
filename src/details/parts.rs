//! The pieces that details are made of: sections, and lines that lead on.

use leptos::prelude::*;
use story::{DisagreementKind, EntityId, When};

use crate::app::Tools;
use crate::model::Selection;
use crate::words::say_when;

/// The most lines of one list: more are not read, and a browser takes its time
/// over them.
pub(super) const MOST_LINES: usize = 100;

/// A section with a heading; nothing at all where there is nothing in it.
pub(super) fn section(title: &'static str, is_empty: bool, content: impl IntoView + 'static) -> Option<AnyView> {
    (!is_empty).then(|| view! { <section><h4>{title}</h4>{content}</section> }.into_any())
}

/// An entity's name that leads to it.
pub(super) fn entity_link(tools: Tools, id: &EntityId) -> AnyView {
    let model = tools.state.model();
    match model.index.entity(id.as_str()) {
        Some(entity) => {
            let name = model.story.entities[entity].name.clone();
            let select = move |_| tools.state.select(Some(Selection::Entity(entity)));
            view! { <button type="button" class="link" on:click=select>{name}</button> }.into_any()
        }
        None => id.to_string().into_any(),
    }
}

/// A list of events: date, title, outlets; each leads to its event.
pub(super) fn events(tools: Tools, events: &[usize]) -> AnyView {
    let state = tools.state;
    let model = state.model();
    let words = state.words();
    let row = |&event: &usize| {
        let item = model.story.events.get(event)?;
        let when = item.when.as_ref().map(|when| tools.say(|intl| say_when(when, words, intl)));
        let outlets = model.outlets(&item.evidence).join(" · ");
        let select = move |_| state.select(Some(Selection::Event(event)));
        Some(view! {
            <li>
                <button type="button" class="row" on:click=select>
                    <span class="when">{when.unwrap_or_else(|| words.undated.to_owned())}</span>
                    <span class="what">
                        {item.title.clone()}
                        {(words.status)(item.status).map(|status| view! { " " <em class="status">{status}</em> })}
                        <span class="note">{outlets}</span>
                    </span>
                </button>
            </li>
        })
    };
    let rows = events.iter().take(MOST_LINES).map(row).collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// A list of quotes; each leads to its sentence and its other wordings.
pub(super) fn quotes(tools: Tools, quotes: &[usize], with_speaker: bool) -> AnyView {
    let state = tools.state;
    let model = state.model();
    let row = |&quote: &usize| {
        let item = model.story.quotes.get(quote)?;
        let article = model.index.article(item.article.as_str());
        let outlet = article.map(|article| model.outlet(article).to_owned());
        let speaker = with_speaker.then(|| {
            let heading = super::heading(&model, Selection::Quote(quote), state.words());
            view! { <span class="speaker">{heading}</span> }
        });
        let wordings = item.same_as.as_ref().map_or(1, |utterance| model.index.versions(utterance).len());
        let note = if wordings > 1 {
            format!("{} · {}", outlet.unwrap_or_default(), (state.words().wordings)(wordings))
        } else {
            outlet.unwrap_or_default()
        };
        let select = move |_| state.select(Some(Selection::Quote(quote)));
        Some(view! {
            <li>
                <button type="button" class="row quote" on:click=select>
                    {speaker}
                    <q>{item.text.clone()}</q>
                    <span class="note">{note}</span>
                </button>
            </li>
        })
    };
    let rows = quotes.iter().take(MOST_LINES).map(row).collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// A list of disagreements, each in one plain line.
pub(super) fn disagreements(tools: Tools, disagreements: &[usize]) -> AnyView {
    let state = tools.state;
    let model = state.model();
    let row = |&disagreement: &usize| {
        let item = model.story.disagreements.get(disagreement)?;
        let select = move |_| state.select(Some(Selection::Disagreement(disagreement)));
        let claims = item.claims.iter().enumerate().map(|(i, claim)| {
            let outlets = model.outlets(&claim.evidence).join(", ");
            let says = said(tools, item.kind, &claim.says);
            view! { {if i > 0 { " · " } else { " " }} <b>{says}</b> {format!(" ({outlets})")} }
        });
        let claims = claims.collect_view();
        Some(view! {
            <li class="difference" class:compatible=item.compatible>
                <button type="button" class="row" on:click=select>{format!("{}:", item.about)} {claims}</button>
            </li>
        })
    };
    let rows = disagreements.iter().take(MOST_LINES).map(row).collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// What a claim says; a date as the reader's language writes it.
pub(super) fn said(tools: Tools, kind: DisagreementKind, says: &str) -> String {
    let when = When::parse(says).ok().filter(|_| kind == DisagreementKind::Date);
    let said = when.map(|when| tools.say(|intl| say_when(&when, tools.state.words(), intl)));
    said.unwrap_or_else(|| says.to_owned())
}
