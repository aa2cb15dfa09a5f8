//! A panel, and what a reader does to it.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement};

use super::paint::Painter;
use super::{Action, Node};

/// What a panel hears.
const EVENTS: [&str; 5] = ["click", "input", "keydown", "mousedown", "focusout"];

/// What follows from an event and the action of what it happened to.
pub(crate) type Hear = Box<dyn Fn(&Event, Option<Action>)>;

/// What a panel says, and what it does when it is used.
pub(crate) struct Panel {
    /// What is said; the signals that it reads are watched.
    pub(crate) draw: Box<dyn Fn() -> Vec<Node>>,
    /// What follows from one of the [`EVENTS`], with the action of what it
    /// happened to.
    pub(crate) on: Hear,
    /// What is to be done when something else is said.
    pub(crate) drawn: Box<dyn Fn(&Element)>,
}

/// A panel on the screen. Its element has no box of its own.
pub(crate) fn panel(panel: Panel) -> AnyView {
    let Panel { draw, on, drawn } = panel;
    let root = NodeRef::<html::Div>::new();
    let painter = StoredValue::new_local(Painter::default());
    let on = StoredValue::new_local(on);
    let heard = move |event: Event| {
        // The browser may still tell of a panel that has just gone.
        let action = painter.try_with_value(|painter| painter.action(&event)).flatten();
        on.try_with_value(|on| on(&event, action));
    };
    Effect::new(move |is_heard: Option<bool>| {
        let Some(root) = root.get() else { return false };
        if is_heard != Some(true) {
            // Collected with the element that it listens to.
            let listener = Closure::<dyn Fn(Event)>::new(heard).into_js_value();
            for name in EVENTS {
                // Listening to an element does not fail.
                let _ = root.add_event_listener_with_callback(name, listener.unchecked_ref());
            }
        }
        let nodes = draw();
        // What a browser refuses to make leaves the panel as it was.
        let _ = painter.with_value(|painter| painter.paint(&root, nodes));
        drawn(&root);
        true
    });
    view! { <div class="panel" node_ref=root></div> }.into_any()
}

/// Gives the focus to what a selector finds in the widget that `near` is in,
/// without a movement of the page.
pub(crate) fn focus_on(near: &web_sys::Node, selector: &str) {
    let root = near.get_root_node().dyn_into::<web_sys::ShadowRoot>();
    let found = root.ok().and_then(|root| root.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot be focused is no reason to stop.
        let _ = element.focus_with_options(&options);
    }
}
