//! What a form is made of: a line of text, a choice, the sentences behind an
//! item, and the button that leaves it out.

use leptos::prelude::*;
use story::ids::slug;
use story::{Correction, Evidence};

use super::{Studio, wording};

/// Options of a choice: values, and the words for them.
pub(super) type Options = Vec<(String, String)>;

pub(super) fn names_of<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Options {
    all.iter().map(|&one| (name(one).to_owned(), name(one).replace(['-', '_'], " "))).collect()
}

/// A line of text to change. `put` refuses what cannot be with a sentence;
/// without a sentence to refuse, `hint` says what is expected.
#[component]
pub(super) fn Text(
    studio: Studio,
    label: &'static str,
    value: Memo<String>,
    #[prop(optional)] hint: &'static str,
    put: impl Fn(&str) -> Result<(), String> + 'static,
) -> impl IntoView {
    let wrong = RwSignal::new(None::<String>);
    // Another value than that which was refused.
    Effect::new(move || {
        value.track();
        wrong.set(None);
    });
    let change = move |event| {
        let text = event_target_value(&event);
        let is_same = value.with_untracked(|value| value == text.trim());
        let refused = if is_same { None } else { put(text.trim()).err() };
        // What is below moves with it, and may be what is pressed; the form may be gone then.
        studio.press.after(move || drop(wrong.try_set(refused)));
    };
    // One form is shown at a time, and its labels differ.
    let id = format!("hint-{}", slug(label));
    view! {
        <div class="field">
            <label>
                <span>{label}</span>
                <input
                    type="text"
                    prop:value=value
                    aria-invalid=move || wrong.with(Option::is_some).to_string()
                    aria-describedby=id.clone()
                    on:change=change
                />
            </label>
            <span class="hint" id=id role="status" class:wrong=move || wrong.with(Option::is_some)>
                {move || wrong.get().unwrap_or_else(|| hint.to_owned())}
            </span>
        </div>
    }
}

/// A text that may not be empty.
pub(super) fn filled(text: &str) -> Result<String, String> {
    if text.is_empty() { Err("This cannot be empty.".to_owned()) } else { Ok(text.to_owned()) }
}

/// One of a few.
#[component]
pub(super) fn Choice(
    label: &'static str,
    value: Memo<String>,
    options: Memo<Options>,
    put: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change=move |event| put(event_target_value(&event))>
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
    view! { <option value=id prop:selected=is_chosen>{words}</option> }
}

/// Leaves the item out.
#[component]
pub(super) fn Remove(studio: Studio, correction: Correction) -> impl IntoView {
    let remove = move |_| {
        studio.correct(correction.clone());
        studio.select(None);
        studio.visits.update(|visits| *visits += 1);
    };
    view! { <button class="button remove" on:click=remove>"Leave it out"</button> }
}

/// So many sentences are shown, until all are asked for: the form is below them.
const SENTENCES: usize = 4;

/// The sentences behind an item, each marked in its paragraph.
#[component]
pub(super) fn Sentences(studio: Studio, evidence: Memo<Vec<Evidence>>) -> impl IntoView {
    let shows_all = RwSignal::new(false);
    let said = Memo::new(move |_| {
        studio.corrected.with(|(story, _)| evidence.with(|evidence| wording::said(story, evidence)))
    });
    let listed = move || {
        let mut said = said.get();
        if !shows_all.get() {
            said.truncate(SENTENCES);
        }
        said
    };
    let rest = move || {
        let all = said.with(Vec::len);
        (all > SENTENCES && !shows_all.get()).then(|| view! {
            <button class="button" on:click=move |_| shows_all.set(true)>{format!("Show all {all} sentences")}</button>
        })
    };
    view! {
        <For each=listed key=Clone::clone let(said)>
            <blockquote>
                {said.before}<mark>{said.sentence}</mark>{said.after}
                <footer>{said.by}</footer>
            </blockquote>
        </For>
        {rest}
    }
}
