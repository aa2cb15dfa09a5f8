//! The details: what is behind the thing that is selected, down to the
//! sentence, the outlet and the date.

mod cite;
mod entity;
mod event;
mod overview;
mod parts;
mod statement;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::Tools;
use crate::diagram::line_text;
use crate::model::{Model, Selection};
use crate::words::Words;
use crate::words::template::fill;

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
            && let Some(panel) = panel.get_untracked()
        {
            reveal(&panel, state.is_wide(), selected.is_some());
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
        <aside
            class="details"
            part="details"
            node_ref=panel
            aria-label=words.details
            tabindex="-1"
            on:click=move |click| {
                let target = click.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                if target.is_some_and(|target| matches!(target.closest("button"), Ok(Some(_)))) {
                    keep_focus(panel);
                }
            }
            on:keydown=move |key| {
                if key.key() == "Escape" {
                    state.back();
                    keep_focus(panel);
                }
            }
        >
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

/// Gives the panel the focus: the button in it that was pressed goes away with
/// what it was a part of, and the keyboard would start again at the page's top.
fn keep_focus(panel: NodeRef<leptos::html::Aside>) {
    if let Some(panel) = panel.get_untracked() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot be focused is no reason to stop.
        let _ = panel.focus_with_options(&options);
    }
}

/// Shows the panel's heading: a wide panel scrolls itself to its top, and in a
/// narrow widget the page moves no farther than it must, so that the view that
/// was touched stays in sight.
fn reveal(panel: &web_sys::HtmlElement, wide: bool, has_heading: bool) {
    panel.set_scroll_top(0);
    if !wide
        && has_heading
        && let Ok(Some(heading)) = panel.query_selector("h3")
    {
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
        Selection::Relation(i) => story.relations.get(i).map(|item| {
            let (from, to) = (name(&item.from), name(&item.to));
            let relation = line_text(item, words);
            fill(words.relation_said, &[("from", &from), ("relation", &relation), ("to", &to)])
        }),
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
