//! A scene on the screen, and what a reader does to it.

use drawing::geometry::{Point, Size};
use drawing::hit::Direction;
use leptos::prelude::*;
use leptos::{html, svg};
use story::ids::slug;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use super::gesture::{Act, Gesture};
use super::path::tenths;
use super::save::{save_png, save_svg};
use super::{Painter, Scene};
use crate::state::{Stage, State};

/// By how much a press of the zoom keys and buttons enlarges.
const STEP: f64 = 1.4;

/// An SVG picture of `scene`: a click selects, Enter and Space select, the
/// arrow keys go to what lies that way, Escape goes back. What moves the
/// picture is passed on to `act`.
///
/// The page's scroll is never trapped: one finger scrolls the page, and so
/// does the wheel, unless Ctrl or ⌘ is held or the picture was clicked into.
#[component]
pub(crate) fn Picture(
    state: State,
    scene: Memo<Scene>,
    /// The size of the scene, which is known before the scene is: its room is kept for it.
    size: Signal<Size>,
    /// The class of the `svg` element.
    class: &'static str,
    /// What a screen reader calls the picture.
    name: &'static str,
    act: Callback<Act>,
    /// What stands under the picture, beside the buttons.
    under: AnyView,
) -> impl IntoView {
    let canvas = NodeRef::<svg::G>::new();
    // How many halves of it are there; none is wanted as long as there is nothing but its room.
    let halves = Memo::new(move |_| {
        let has = |stage| usize::from(state.is_at(stage));
        state.is_at(Stage::Scene).then(|| has(Stage::Ground) + has(Stage::Picture))
    });
    let painter = StoredValue::new_local(Painter::default());
    let gesture = StoredValue::new_local(Gesture::default());
    let is_clicked_into = StoredValue::new(false);
    Effect::new(move |_| {
        let Some((canvas, halves)) = canvas.get().zip(halves.get()) else { return };
        scene.with(|scene| {
            let parts = scene.parts.len() * halves / 2;
            // What a browser refuses to draw leaves the last picture as it was.
            let _ = painter.with_value(|painter| painter.paint(&canvas, scene, parts));
        });
    });
    let view_box = move || {
        let size = size.get();
        ["0 0 ", &tenths(size.width), " ", &tenths(size.height)].concat()
    };
    let place = move |event: &MouseEvent| {
        let picture = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let bounds = picture.map(|picture| picture.get_bounding_client_rect());
        bounds.map_or_else(Point::default, |bounds| {
            let scale = size.get_untracked().width / bounds.width().max(1.0);
            let (x, y) = (f64::from(event.client_x()) - bounds.left(), f64::from(event.client_y()) - bounds.top());
            Point::new(x * scale, y * scale)
        })
    };
    let click = move |event: MouseEvent| {
        if !gesture.with_value(Gesture::has_moved) {
            state.select(painter.with_value(|painter| painter.target(&event)));
        }
    };
    let press = move |event: PointerEvent| {
        is_clicked_into.set_value(true);
        let part = painter.with_value(|painter| Painter::part(&event).filter(|&part| painter.is_named(part)));
        let is_mouse = event.pointer_type() != "touch";
        gesture.update_value(|gesture| gesture.press(event.pointer_id(), place(&event), is_mouse, part));
    };
    let shift = move |event: PointerEvent| {
        let to = place(&event);
        let what = gesture.try_update_value(|gesture| gesture.shift(event.pointer_id(), to)).flatten();
        let Some(what) = what else { return };
        // From here on the movement is the picture's, wherever it leads.
        if let Some(picture) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let _ = picture.set_pointer_capture(event.pointer_id());
        }
        event.prevent_default();
        act.run(what);
    };
    let release = move |event: PointerEvent| gesture.update_value(|gesture| gesture.release(event.pointer_id()));
    let wheel = move |event: WheelEvent| {
        if event.ctrl_key() || event.meta_key() || is_clicked_into.get_value() {
            event.prevent_default();
            // A notch of a wheel is about a hundred pixels.
            let factor = (1.0 - event.delta_y() / 400.0).clamp(1.0 / STEP, STEP);
            act.run(Act::Zoom(factor, place(&event)));
        }
    };
    let key = move |event: KeyboardEvent| {
        let middle = || scene.with_untracked(Scene::middle);
        let part = Painter::part(&event);
        match (event.key().as_str(), part) {
            ("+" | "=", _) => act.run(Act::Zoom(STEP, middle())),
            ("-", _) => act.run(Act::Zoom(1.0 / STEP, middle())),
            ("0", _) => act.run(Act::Whole),
            ("Escape", _) => state.back(),
            ("Enter" | " ", Some(_)) => state.select(painter.with_value(|painter| painter.target(&event))),
            (key, Some(part)) => {
                let Some(direction) = arrow(key) else { return };
                let Some(next) = painter.with_value(|painter| painter.neighbour(part, direction)) else { return };
                painter.with_value(|painter| painter.focus(next));
            }
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <svg
            class=class
            role="group"
            aria-label=name
            viewBox=view_box
            on:click=click
            on:keydown=key
            on:wheel=wheel
            on:pointerdown=press
            on:pointermove=shift
            on:pointerup=release
            on:pointercancel=release
            on:pointerleave=move |_| is_clicked_into.set_value(false)
        >
            <g node_ref=canvas></g>
        </svg>
        <div class="under">
            <div>{under}</div>
            <div class="zoom">{zoom_buttons(state, act, scene)} {save_buttons(state, painter)}</div>
        </div>
    }
}

/// Buttons that zoom, for those who have neither wheel nor second finger.
fn zoom_buttons(state: State, act: Callback<Act>, scene: Memo<Scene>) -> AnyView {
    let words = &state.words().controls;
    let middle = move || scene.with_untracked(Scene::middle);
    let button = |sign: &'static str, name: &'static str, what: fn(Point) -> Act| {
        view! {
            <button type="button" aria-label=name title=name on:click=move |_| act.run(what(middle()))>
                {sign}
            </button>
        }
        .into_any()
    };
    let buttons = [
        button("+", words.zoom_in, |middle| Act::Zoom(STEP, middle)),
        button("−", words.zoom_out, |middle| Act::Zoom(1.0 / STEP, middle)),
        button("⤢", words.fit, |_| Act::Whole),
    ];
    buttons.into_iter().collect_view().into_any()
}

/// Buttons that save the picture as a file.
fn save_buttons(state: State, painter: StoredValue<Painter, LocalStorage>) -> AnyView {
    let row = NodeRef::<html::Div>::new();
    let button = |sign: &'static str, name: &'static str, as_png: bool| {
        let save = move |_| {
            let Some(row) = row.get_untracked() else { return };
            let title = state.model().story.title.clone();
            let file = slug(&title);
            // What a browser refuses to save is not saved; nothing else is lost.
            let _ = painter.with_value(|painter| {
                if as_png { save_png(painter, &row, &file) } else { save_svg(painter, &row, &file, &title) }
            });
        };
        view! { <button type="button" class="quiet" aria-label=name title=name on:click=save>{sign}</button> }
            .into_any()
    };
    let words = &state.words().export;
    let buttons = [button("SVG", words.picture_svg, false), button("PNG", words.picture_png, true)];
    view! { <div node_ref=row>{buttons.into_iter().collect_view()}</div> }.into_any()
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
