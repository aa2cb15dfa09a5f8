//! Everything that was read, by kind: what an editor goes through before it is
//! published.

use leptos::prelude::*;

use super::Studio;
use super::catalogue::{Chosen, Kind};

#[component]
pub(super) fn Items(studio: Studio) -> impl IntoView {
    let filter = studio.filter;
    let kinds = Kind::ALL.map(|(kind, title)| {
        let found = Memo::new(move |_| studio.catalogue.with(|all| filter.with(|words| all.find(kind, words))));
        let count = move || {
            let all = studio.catalogue.with(|all| all.count(kind));
            let found = found.with(|found| found.all);
            if found == all { all.to_string() } else { format!("{found} of {all}") }
        };
        let rest = move || {
            let (listed, all) = found.with(|found| (found.first.len(), found.all));
            let order = if kind == Kind::Article { "in the order of their days" } else { "the most reported first" };
            let words = format!("These are {listed} of {all}, {order}. Words above find the others.");
            (listed < all).then(|| view! { <p class="note">{words}</p> })
        };
        view! {
            <details class="items">
                <summary>{title}" "<span class="count">{count}</span></summary>
                <ul>
                    <For each=move || found.get().first key=|entry| entry.id.clone() let(entry)>
                        <Item studio kind id=entry.id/>
                    </For>
                </ul>
                {rest}
            </details>
        }
    });
    view! {
        <section aria-label="What was read">
            <h2>"What was read"</h2>
            <label class="field">
                <span>"Only what has these words"</span>
                <input type="search" on:input=move |event| filter.set(event_target_value(&event))/>
            </label>
            {kinds.collect_view()}
        </section>
    }
}

#[component]
fn Item(studio: Studio, kind: Kind, id: String) -> impl IntoView {
    let item = Chosen::new(kind, id.as_str());
    let is_selected = {
        let item = item.clone();
        move || studio.selected.with(|selected| selected.as_ref() == Some(&item))
    };
    view! {
        <li>
            <button
                aria-pressed=move || is_selected().to_string()
                on:click=move |_| studio.go_to(item.clone())
            >
                // Another name, in the same place: the list stays where it is, and the focus with it.
                {studio.words(kind, id)}
            </button>
        </li>
    }
}
