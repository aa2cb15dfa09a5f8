//! All of a large story, made a slice at a time when a reader asks for it.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use drawing::geometry::Size;
use leptos::prelude::*;

use super::canvas::{Seen, Sheet};
use super::crowd::{Crowd, Making};
use crate::app::Tools;
use crate::scene::Surface;

/// Milliseconds of work in one slice: half a frame.
const SLICE: f64 = 8.0;

/// Makes the story's crowd for a frame of a size, as long as it is asked for.
pub(crate) fn make_crowd(tools: Tools, frame: Size, is_asked: RwSignal<bool>) {
    let state = tools.state;
    slice(tools, is_asked, Making::begin(&state.model(), frame, state.words()));
}

/// Makes it a slice further. Between two slices the page is free.
fn slice(tools: Tools, is_asked: RwSignal<bool>, mut making: Making) {
    // The widget may have gone in between.
    if is_asked.try_get_untracked() != Some(true) {
        return;
    }
    let measure = |text: &str, px: f64, bold: bool| tools.line(text, px, bold);
    let start = js_sys::Date::now();
    while js_sys::Date::now() - start < SLICE {
        if !making.step(&measure) {
            is_asked.set(false);
            return tools.state.crowd().set(Some(Arc::new(making.finish())));
        }
    }
    set_timeout(move || slice(tools, is_asked, making), Duration::ZERO);
}

/// What a crowd is drawn on.
pub(crate) fn sheet(tools: Tools, crowd: Arc<Crowd>, frame: Memo<Size>, look: Seen) -> Rc<dyn Surface> {
    Rc::new(Sheet::new(tools, crowd, frame, look))
}
