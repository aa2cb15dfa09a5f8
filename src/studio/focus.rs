//! Where the focus goes when what had it is gone.

use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Moves the focus to the heading of a section, once the page has changed.
pub(super) fn focus_heading(section: NodeRef<Section>) {
    focus_in(section, |section| {
        let heading = section.query_selector("h2").ok().flatten()?;
        // A heading takes the focus from the page alone.
        heading.set_attribute("tabindex", "-1").ok()?;
        Some(heading)
    });
}

/// Moves the focus to something in a section, once the page has changed.
pub(super) fn focus_in(section: NodeRef<Section>, find: impl Fn(&Element) -> Option<Element> + 'static) {
    request_animation_frame(move || {
        let found = section.try_get_untracked().flatten().and_then(|section| find(&section));
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // Without it there is nothing to fall back to.
            let _ = found.focus();
        }
    });
}
