//! The details: what is behind the thing that is selected, down to the
//! sentence, the outlet and the date.

mod cite;
mod entity;
mod event;
mod overview;
mod parts;
mod statement;

use leptos::prelude::*;

use crate::app::Tools;
use crate::diagram::line_text;
use crate::model::{Model, Selection};
use crate::words::Words;

/// The details of what is selected, or the overview.
#[component]
pub(crate) fn Details(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let words = state.words();
    let panel = NodeRef::<leptos::html::Aside>::new();
    // In a narrow widget the details are under the view: bring them in sight.
    Effect::new(move |before: Option<Option<Selection>>| {
        let selected = state.selected();
        if before.is_some_and(|before| before != selected)
            && selected.is_some()
            && let Some(panel) = panel.get_untracked()
        {
            reveal(&panel, state.is_wide());
        }
        selected
    });
    let content = move || match state.selected() {
        None => overview::overview(tools).into_any(),
        Some(Selection::Entity(entity)) => entity::entity(tools, entity).into_any(),
        Some(Selection::Event(event)) => event::event(tools, event).into_any(),
        Some(Selection::Relation(relation)) => statement::relation(tools, relation).into_any(),
        Some(Selection::Quote(quote)) => statement::quote(tools, quote).into_any(),
        Some(Selection::Disagreement(disagreement)) => statement::disagreement(tools, disagreement).into_any(),
        Some(Selection::Article(article)) => statement::article(tools, article).into_any(),
    };
    view! {
        <aside class="details" part="details" node_ref=panel aria-label=words.details tabindex="-1">
            <Show when=move || state.selected().is_some()>
                <p class="way-back">
                    <Show when=move || state.has_history()>
                        <button type="button" class="link" on:click=move |_| state.back()>
                            "← " {words.back}
                        </button>
                    </Show>
                    <button type="button" class="link" on:click=move |_| state.select(None)>{words.overview}</button>
                </p>
            </Show>
            {content}
        </aside>
    }
}

/// Shows the panel's heading: a wide panel scrolls itself to its top, and in a
/// narrow widget the page moves no farther than it must, so that the view that
/// was touched stays in sight.
fn reveal(panel: &web_sys::HtmlElement, wide: bool) {
    panel.set_scroll_top(0);
    if !wide && let Ok(Some(heading)) = panel.query_selector("h3") {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        heading.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// What a selected thing is called.
pub(crate) fn heading(model: &Model, selection: Selection, words: &Words) -> String {
    let story = &model.story;
    let name = |id: &story::EntityId| {
        let entity = model.index.entity(id.as_str()).and_then(|entity| story.entities.get(entity));
        entity.map_or_else(|| id.to_string(), |entity| entity.name.clone())
    };
    let heading = match selection {
        Selection::Entity(i) => story.entities.get(i).map(|item| item.name.clone()),
        Selection::Event(i) => story.events.get(i).map(|item| item.title.clone()),
        Selection::Relation(i) => story
            .relations
            .get(i)
            .map(|item| format!("{} {} {}", name(&item.from), line_text(item, words), name(&item.to))),
        Selection::Quote(i) => {
            story.quotes.get(i).map(|item| item.speaker.as_ref().map_or_else(|| words.unknown_speaker.to_owned(), name))
        }
        Selection::Disagreement(i) => story.disagreements.get(i).map(|item| item.about.clone()),
        Selection::Article(i) => {
            story.articles.get(i).map(|item| item.headline.clone().unwrap_or_else(|| model.outlet(i).to_owned()))
        }
    };
    heading.unwrap_or_default()
}
