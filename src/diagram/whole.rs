//! All of a large story, made a slice at a time when a reader asks for it.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use drawing::geometry::Size;
use leptos::prelude::*;
use story::EntityKind;

use super::canvas::{Seen, Sheet};
use super::crowd::Making;
use crate::app::Tools;
use crate::scene::Surface;

/// Milliseconds of work in one slice: half a frame.
const SLICE: f64 = 8.0;

/// All of it, ready to be shown.
#[derive(Clone)]
pub(crate) struct Whole {
    pub(super) surface: Rc<dyn Surface>,
    /// The kinds that are in it.
    pub(super) kinds: Vec<EntityKind>,
}

/// What is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Wanted {
    /// The size of the diagram.
    pub(super) frame: Memo<Size>,
    pub(super) look: Seen,
    /// Whether it still is.
    pub(super) is_asked: RwSignal<bool>,
    /// Where it goes.
    pub(super) whole: RwSignal<Option<Whole>, LocalStorage>,
}

/// Makes all of the story.
pub(crate) fn make(tools: Tools, wanted: Wanted) {
    let state = tools.state;
    slice(tools, wanted, Making::begin(&state.model(), wanted.frame.get_untracked(), state.words()));
}

/// Makes it a slice further. Between two slices the page is free.
fn slice(tools: Tools, wanted: Wanted, mut making: Making) {
    // The widget may have gone in between.
    if wanted.is_asked.try_get_untracked() != Some(true) {
        return;
    }
    let measure = |text: &str, px: f64, bold: bool| tools.line(text, px, bold);
    let start = js_sys::Date::now();
    while js_sys::Date::now() - start < SLICE {
        if making.step(&measure) {
            continue;
        }
        let crowd = Arc::new(making.finish());
        let has = |kind: &EntityKind| crowd.dots.iter().any(|dot| dot.kind == *kind);
        let kinds = EntityKind::ALL.iter().copied().filter(has).collect();
        let surface = Rc::new(Sheet::new(tools.state, crowd, wanted.frame, wanted.look));
        wanted.is_asked.set(false);
        return wanted.whole.set(Some(Whole { surface, kinds }));
    }
    set_timeout(move || slice(tools, wanted, making), Duration::ZERO);
}
