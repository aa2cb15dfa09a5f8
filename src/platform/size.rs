//! How wide the widget is, now and when it changes.

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Watches until it is dropped.
pub(crate) struct Watch {
    observer: Option<ResizeObserver>,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Calls `on_width` with the element's width in CSS pixels whenever it
/// changes, and once at the start.
pub(crate) fn watch_width(element: &Element, mut on_width: impl FnMut(f64) + 'static) -> Watch {
    let callback = Closure::new(move |entries: Array| {
        if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
            on_width(entry.content_rect().width());
        }
    });
    let observer = ResizeObserver::new(AsRef::<JsValue>::as_ref(&callback).unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(element);
    }
    Watch { observer, _callback: callback }
}
