//! Two handles and a button that plays the story.

use std::time::Duration;

use leptos::prelude::*;
use story::{Day, When};
use wasm_bindgen::JsCast;

use super::stops::{between, days, next, reach};
use crate::app::Tools;
use crate::words::say_when;

/// How long each day on which something happens is shown when the story plays.
const STEP: Duration = Duration::from_millis(1200);

/// The window of time of the whole widget; nothing where a story has no two
/// days.
#[component]
pub(crate) fn TimeWindow(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let model = state.model();
    let controls = &state.words().controls;
    let (first, last) = reach(&model)?;
    let playing = RwSignal::new(None::<IntervalHandle>);
    let halt = move || {
        if let Some(handle) = playing.try_update(Option::take).flatten() {
            handle.clear();
        }
    };
    on_cleanup(halt);
    let days = StoredValue::new(days(&model));
    let play = move |_| {
        if playing.with_untracked(Option::is_some) {
            return halt();
        }
        if state.window().1.is_none_or(|end| end >= last) {
            state.set_window((None, Some(first)));
        }
        let step = move || match days.with_value(|days| next(untrack(|| state.window()), days)) {
            Some((from, Some(to))) if to < last => state.set_window((from, Some(to))),
            _ => {
                state.set_window((None, None));
                halt();
            }
        };
        playing.set(set_interval_with_handle(step, STEP).ok());
    };
    let say = move |day: Day| tools.say(|intl| say_when(&When::day(day), state.words(), intl));
    let ends = move || {
        let (from, to) = state.window();
        (from.unwrap_or(first), to.unwrap_or(last))
    };
    let handle = move |name: &'static str, is_start: bool| {
        let day = move || if is_start { ends().0 } else { ends().1 };
        let slide = move |event: web_sys::Event| {
            let value = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            let Some(Ok(day)) = value.map(|input| input.value().parse::<i64>()) else { return };
            let (from, to) = ends();
            let (from, to) = if is_start { (Day(day).min(to), to) } else { (from, Day(day).max(from)) };
            halt();
            state.set_window(between(from, to, (first, last)));
        };
        view! {
            <input
                type="range"
                min=first.0.to_string()
                max=last.0.to_string()
                prop:value=move || day().0.to_string()
                aria-label=name
                aria-valuetext=move || say(day())
                on:input=slide
            />
        }
        .into_any()
    };
    let is_narrowed = move || state.window() != (None, None);
    Some(view! {
        <div class="time" part="time" role="group" aria-label=controls.window>
            <button type="button" class="quiet play" on:click=play>
                {move || if playing.with(Option::is_some) { controls.pause } else { controls.play }}
            </button>
            <div class="handles">
                {handle(controls.window_start, true)}
                {handle(controls.window_end, false)}
            </div>
            <div class="time-ends" aria-hidden="true">
                <span>{move || say(ends().0)}</span>
                <span>{move || say(ends().1)}</span>
            </div>
            <button
                type="button"
                class="quiet"
                hidden=move || !is_narrowed()
                on:click=move |_| {
                    halt();
                    state.set_window((None, None));
                }
            >
                {controls.all_time}
            </button>
        </div>
    })
}
