//! Everything that was read, by kind: what an editor goes through before it is
//! published.

use leptos::prelude::*;
use story::Story;

use super::{Studio, wording};

/// A kind of item: what it is called, and all of them with their ids.
type Kind = (&'static str, fn(&Story) -> Vec<(String, String)>);

const KINDS: [Kind; 6] = [
    ("Names", wording::names),
    ("Relations", |story| {
        story.relations.iter().map(|item| (item.id.to_string(), wording::relation(story, item))).collect()
    }),
    ("Events", |story| {
        let date = |event: &story::Event| event.when.as_ref().map(|when| format!("{when}: ")).unwrap_or_default();
        story.events.iter().map(|item| (item.id.to_string(), date(item) + &item.title)).collect()
    }),
    ("Quotes", |story| {
        let by = |quote: &story::Quote| quote.speaker.as_ref().map(|by| wording::name_of(story, by) + ": ");
        let words = |quote: &story::Quote| by(quote).unwrap_or_default() + &wording::words(&quote.text);
        story.quotes.iter().map(|item| (item.id.to_string(), words(item))).collect()
    }),
    ("Figures", |story| story.figures.iter().map(|item| (item.id.to_string(), wording::figure(item))).collect()),
    ("Differences", |story| story.disagreements.iter().map(|item| (item.id.to_string(), item.about.clone())).collect()),
];

#[component]
pub(super) fn Items(studio: Studio) -> impl IntoView {
    let filter = RwSignal::new(String::new());
    let kinds = KINDS.map(|(title, get)| {
        let items = studio.of_story(get);
        let found = move || {
            let wanted = filter.get().to_lowercase();
            let mut items = items.get();
            items.retain(|(_, words)| words.to_lowercase().contains(wanted.trim()));
            items
        };
        view! {
            <details class="items">
                <summary>{title}" "<span class="count">{move || items.with(Vec::len)}</span></summary>
                <ul>
                    <For each=found key=Clone::clone let((id, words))>
                        <Item studio id words/>
                    </For>
                </ul>
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
fn Item(studio: Studio, id: String, words: String) -> impl IntoView {
    let is_selected = {
        let id = id.clone();
        move || studio.selected.with(|selected| selected.as_ref() == Some(&id))
    };
    view! {
        <li>
            <button
                aria-pressed=move || is_selected().to_string()
                on:click=move |_| studio.go_to(id.clone())
            >
                {words}
            </button>
        </li>
    }
}
