//! Whether a reader is at the widget.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

/// What a mouse, a finger and a keyboard do first.
const TOUCHES: [&str; 2] = ["pointerover", "focusin"];

/// Calls `touched` whenever a reader points at something in the element or
/// moves the focus there.
pub(crate) fn on_touch(element: &Element, touched: impl Fn() + 'static) {
    // Collected with the element that it listens to.
    let listener = Closure::<dyn Fn()>::new(touched).into_js_value();
    for name in TOUCHES {
        // Listening to an element does not fail.
        let _ = element.add_event_listener_with_callback(name, listener.unchecked_ref());
    }
}
