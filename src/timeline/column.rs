//! The timeline of a narrow widget: time runs downwards, an event a line.

use leptos::prelude::*;

use super::axis::{Extent, Look, MOST_EVENTS, extent_of};
use super::picture::look_class;
use crate::app::Tools;
use crate::model::Selection;
use crate::words::say_when;

/// The events, one under the other.
#[component]
pub(crate) fn Column(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let model = state.model();
    let words = state.words();
    let row = |event: usize| {
        let item = &model.story.events[event];
        let selection = Selection::Event(event);
        let when = item.when.as_ref().map(|when| tools.say(|intl| say_when(when, words, intl)));
        let look = Look { extent: item.when.as_ref().map_or(Extent::Fading, extent_of), status: item.status };
        let class = move || {
            let lit = state.lit().is_some_and(|lit| lit.events.contains(event));
            if lit { "lit" } else { "" }
        };
        view! {
            <li class=class>
                <button
                    type="button"
                    aria-pressed=move || (state.selected() == Some(selection)).to_string()
                    on:click=move |_| state.select(Some(selection))
                >
                    <span class="when">{when.unwrap_or_else(|| words.undated.to_owned())}</span>
                    <span class=format!("glyph {}", look_class(look)) aria-hidden="true"></span>
                    <span class="what">
                        {item.title.clone()}
                        {(words.status)(item.status).map(|status| view! { " " <em class="status">{status}</em> })}
                        <span class="note">{model.outlets(&item.evidence).join(" · ")}</span>
                    </span>
                </button>
            </li>
        }
    };
    let rows = model.most_reported(MOST_EVENTS).into_iter().map(row).collect_view();
    view! { <ol class="column">{rows}</ol> }
}
