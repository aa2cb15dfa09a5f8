//! The widget on the story as it is corrected, as its readers will see it.

use backstory::{Handle, Incoming};
use leptos::html::Div;
use leptos::prelude::*;
use story::Story;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRootInit, ShadowRootMode};

use super::Studio;
use crate::words_of;

#[component]
pub(super) fn Preview(studio: Studio) -> impl IntoView {
    let host = NodeRef::<Div>::new();
    // Nothing in it while the story changes: what the widget then says is not the editor's choice.
    let handle = StoredValue::new_local(None::<Handle>);
    let failed = RwSignal::new(None::<String>);
    // The widget's own: what it makes is not for these effects to clear up or to hear of.
    let apart = Owner::new_root(None);
    let select = move || {
        let selected = studio.selected.get_untracked().map(|item| item.id);
        handle.with_value(|handle| {
            // An item that was left out is not there to be selected.
            let _ = handle.as_ref().map(|handle| handle.select(selected));
        });
    };
    Effect::new({
        let apart = apart.clone();
        move || {
            let Some(host) = host.get() else { return };
            let story = studio.corrected.with(|(story, _)| story.clone());
            let result = untrack(|| apart.with(|| show(studio, &host, handle, story)));
            untrack(|| apart.with(select));
            failed.set(result.err().map(|error| words_of(&error)));
        }
    });
    Effect::new(move || {
        studio.selected.track();
        untrack(|| apart.with(select));
    });
    view! {
        <div class="preview">
            <div id="backstory" node_ref=host></div>
            {move || failed.get().map(|error| view! { <p role="alert">{error}</p> })}
        </div>
    }
}

/// Shows the story in the widget that is there, or in a new one.
fn show(
    studio: Studio,
    host: &HtmlElement,
    handle: StoredValue<Option<Handle>, LocalStorage>,
    story: Story,
) -> Result<(), JsValue> {
    let incoming = Incoming::from(story);
    if let Some(mut mounted) = handle.try_update_value(Option::take).flatten() {
        let result = mounted.update(incoming, JsValue::NULL).and_then(|()| unfold(&mounted));
        handle.set_value(Some(mounted));
        return result;
    }
    // After a story that could not be shown, the root is there already.
    let root = match host.shadow_root() {
        Some(root) => root,
        None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
    };
    root.set_inner_html("");
    let document = host.owner_document().ok_or("an element has a document")?;
    let container: HtmlElement = document.create_element("div")?.dyn_into()?;
    root.append_child(&container)?;
    let hear = Closure::<dyn Fn(String, JsValue)>::new(move |event: String, id: JsValue| {
        if event == "select" && handle.try_with_value(Option::is_some) == Some(true) {
            studio.hear(id.as_string());
        }
    });
    let mounted = backstory::mount(container, incoming, JsValue::NULL, hear.into_js_value().unchecked_into())?;
    let result = unfold(&mounted);
    handle.set_value(Some(mounted));
    result
}

/// Shows all parts of the widget.
fn unfold(handle: &Handle) -> Result<(), JsValue> {
    while handle.step()? {}
    Ok(())
}
