//! What a form is made of: a line of text, a choice, the sentences behind an
//! item, and the button that leaves it out.

use leptos::prelude::*;
use story::{Correction, Evidence};

use super::{Studio, wording};

/// Options of a choice: values, and the words for them.
pub(super) type Options = Vec<(String, String)>;

pub(super) fn names_of<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Options {
    all.iter().map(|&one| (name(one).to_owned(), name(one).replace('-', " "))).collect()
}

/// A line of text to change.
#[component]
pub(super) fn Text(label: &'static str, value: Memo<String>, put: impl Fn(String) + 'static) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input type="text" prop:value=value on:change=move |event| put(event_target_value(&event))/>
        </label>
    }
}

/// One of several, or with `empty` none of them.
#[component]
pub(super) fn Choice(
    label: &'static str,
    value: Memo<String>,
    options: Memo<Options>,
    #[prop(optional)] empty: Option<&'static str>,
    put: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change=move |event| put(event_target_value(&event))>
                {empty.map(|words| view! { <option value="" selected=move || value.get().is_empty()>{words}</option> })}
                <For each=move || options.get() key=Clone::clone let((id, words))>
                    <Choosable id words value/>
                </For>
            </select>
        </label>
    }
}

#[component]
fn Choosable(id: String, words: String, value: Memo<String>) -> impl IntoView {
    let is_chosen = {
        let id = id.clone();
        move || value.with(|value| *value == id)
    };
    view! { <option value=id selected=is_chosen>{words}</option> }
}

/// Leaves the item out.
#[component]
pub(super) fn Remove(studio: Studio, correction: Correction) -> impl IntoView {
    let remove = move |_| {
        studio.correct(correction.clone());
        studio.select(None);
    };
    view! { <button class="button" on:click=remove>"Leave it out"</button> }
}

/// The sentences behind an item.
#[component]
pub(super) fn Sentences(studio: Studio, evidence: Memo<Vec<Evidence>>) -> impl IntoView {
    let said = move || studio.corrected.with(|(story, _)| evidence.with(|evidence| wording::said(story, evidence)));
    view! {
        <For each=said key=Clone::clone let(said)>
            <blockquote>{said.sentence}<footer>{said.by}</footer></blockquote>
        </For>
    }
}
