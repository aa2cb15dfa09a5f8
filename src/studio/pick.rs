//! One item out of many, by its words: a line of text with a list of what there
//! is, the most reported first. The list is short, however large the story is.

use leptos::prelude::*;
use story::ids::slug;
use web_sys::HtmlInputElement;

use super::Studio;
use super::catalogue::Kind;

/// An item to choose; with `empty`, which says so, none may be.
#[component]
pub(super) fn Pick(
    studio: Studio,
    kind: Kind,
    label: &'static str,
    /// The id of the item that is chosen, or nothing.
    value: Memo<String>,
    #[prop(optional)] empty: Option<&'static str>,
    put: impl Fn(Option<String>) -> Result<(), String> + 'static,
) -> impl IntoView {
    let words = Memo::new(move |_| {
        studio.catalogue.with(|all| value.with(|id| all.words(kind, id).unwrap_or_default().to_owned()))
    });
    let typed = RwSignal::new(String::new());
    let options = move || studio.catalogue.with(|all| typed.with(|typed| all.find(kind, typed).first));
    let wrong = RwSignal::new(None::<String>);
    // Another value than that which was refused.
    Effect::new(move || {
        words.track();
        wrong.set(None);
    });
    let change = move |event| {
        let input: HtmlInputElement = event_target(&event);
        let text = input.value();
        let text = text.trim();
        let chosen = if text.is_empty() {
            if empty.is_some() { Ok(None) } else { Err("This cannot be empty.".to_owned()) }
        } else {
            studio.catalogue.with_untracked(|all| all.called(kind, text).map(|entry| Some(entry.id.clone())))
        };
        let is_same = |id: &Option<String>| value.with_untracked(|value| value == id.as_deref().unwrap_or_default());
        let result = chosen.and_then(|id| if is_same(&id) { Ok(()) } else { put(id) });
        if result.is_ok() {
            // As it is called, whatever was typed.
            words.with_untracked(|words| input.set_value(words));
            typed.set(String::new());
        }
        // What is below moves with it, and may be what is pressed; the form may be gone then.
        studio.press.after(move || drop(wrong.try_set(result.err())));
    };
    // The whole name goes at the first letter that is typed.
    let select = |event: leptos::ev::FocusEvent| event_target::<HtmlInputElement>(&event).select();
    let (list, hint) = (format!("list-{}", slug(label)), format!("hint-{}", slug(label)));
    view! {
        <div class="field">
            <label>
                <span>{label}</span>
                <input
                    type="text"
                    autocomplete="off"
                    list=list.clone()
                    placeholder=empty
                    prop:value=words
                    aria-invalid=move || wrong.with(Option::is_some).to_string()
                    aria-describedby=hint.clone()
                    on:focus=select
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:change=change
                />
            </label>
            <datalist id=list>
                <For each=options key=Clone::clone let(entry)>
                    <option value=entry.words></option>
                </For>
            </datalist>
            <span class="hint" id=hint role="status" class:wrong=move || wrong.with(Option::is_some)>
                {move || wrong.get()}
            </span>
        </div>
    }
}
