//! Where the focus goes when what had it is gone.

use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the heading of a section, once the page has changed.
pub(super) fn focus_heading(section: NodeRef<Section>) {
    request_animation_frame(move || {
        let heading = section.get_untracked().and_then(|section| section.query_selector("h2").ok().flatten());
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            // Without it there is nothing to fall back to.
            let _ = heading.set_attribute("tabindex", "-1");
            let _ = heading.focus();
        }
    });
}
