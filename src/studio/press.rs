//! What waits until the mouse is released.
//!
//! A field that is left says that it has changed as soon as the mouse is pressed
//! elsewhere. If the page changed then, what is pressed might not be there any
//! more, or stand elsewhere, when the mouse is released; the click would be lost.

use std::time::Duration;

use leptos::ev::{blur, dragend, mousedown, mouseup};
use leptos::prelude::*;

type Action = Box<dyn FnOnce() + Send + Sync>;

/// The button that clicks.
const MAIN_BUTTON: i16 = 0;

/// Whether the mouse is pressed, and what waits for its release. A touch is a
/// press of the mouse, too, when it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Press {
    is_down: StoredValue<bool>,
    waiting: StoredValue<Vec<Action>>,
}

impl Press {
    /// Listens to the window.
    pub(super) fn watched() -> Self {
        let press = Self { is_down: StoredValue::new(false), waiting: StoredValue::new(Vec::new()) };
        let release = move || {
            press.is_down.set_value(false);
            // The click comes right after this, and goes first.
            set_timeout(move || press.flush(), Duration::ZERO);
        };
        let down = window_event_listener(mousedown, move |event| {
            if event.button() == MAIN_BUTTON {
                press.is_down.set_value(true);
            }
        });
        let up = window_event_listener(mouseup, move |_| release());
        // A press may end without the mouse being released here.
        let dragged = window_event_listener(dragend, move |_| release());
        let left = window_event_listener(blur, move |_| release());
        on_cleanup(move || [down, up, dragged, left].into_iter().for_each(WindowListenerHandle::remove));
        press
    }

    /// Does something when the mouse is released, or at once, after what waits.
    pub(super) fn after(self, action: impl FnOnce() + Send + Sync + 'static) {
        if self.is_down.try_get_value() == Some(true) {
            self.waiting.update_value(|waiting| waiting.push(Box::new(action)));
        } else {
            self.flush();
            action();
        }
    }

    /// Does at once what waits.
    pub(super) fn flush(self) {
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        for action in waiting {
            action();
        }
    }
}
