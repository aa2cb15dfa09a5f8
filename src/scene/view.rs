//! A scene on the screen, and what a reader does to it.

use drawing::hit::Direction;
use leptos::prelude::*;
use leptos::svg;

use super::path::tenths;
use super::{Painter, Scene};
use crate::state::State;

/// An SVG picture of `scene`: a click selects, Enter and Space select, the
/// arrow keys go to what lies that way, Escape goes back.
#[component]
pub(crate) fn Picture(
    state: State,
    scene: Memo<Scene>,
    /// The class of the `svg` element.
    class: &'static str,
    /// What a screen reader calls the picture.
    name: &'static str,
) -> impl IntoView {
    let canvas = NodeRef::<svg::G>::new();
    let painter = StoredValue::new_local(Painter::default());
    Effect::new(move |_| {
        if let Some(canvas) = canvas.get() {
            // What a browser refuses to draw leaves the last picture as it was.
            let _ = scene.with(|scene| painter.with_value(|painter| painter.paint(&canvas, scene)));
        }
    });
    let view_box = move || {
        let size = scene.with(|scene| scene.size);
        ["0 0 ", &tenths(size.width), " ", &tenths(size.height)].concat()
    };
    let click = move |event: web_sys::MouseEvent| state.select(painter.with_value(|painter| painter.target(&event)));
    let key = move |event: web_sys::KeyboardEvent| {
        let Some(part) = painter.with_value(|painter| painter.part(&event)) else { return };
        match event.key().as_str() {
            "Enter" | " " => state.select(painter.with_value(|painter| painter.target(&event))),
            "Escape" => state.back(),
            key => {
                let Some(direction) = arrow(key) else { return };
                let Some(next) = painter.with_value(|painter| painter.neighbour(part, direction)) else { return };
                painter.with_value(|painter| painter.focus(next));
            }
        }
        event.prevent_default();
    };
    view! {
        <svg class=class role="group" aria-label=name viewBox=view_box on:click=click on:keydown=key>
            <g node_ref=canvas></g>
        </svg>
    }
}

fn arrow(key: &str) -> Option<Direction> {
    match key {
        "ArrowLeft" => Some(Direction::Left),
        "ArrowRight" => Some(Direction::Right),
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        _ => None,
    }
}
