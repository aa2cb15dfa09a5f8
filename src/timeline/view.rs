//! The timeline on the screen: an axis where there is room, a column where
//! there is not.

use leptos::prelude::*;

use super::axis::{Axis, MOST_EVENTS, lay_out};
use super::column::Column;
use super::picture::{Seen, picture};
use crate::app::Tools;
use crate::model::Selection;
use crate::scene::Picture;

/// The timeline.
#[component]
pub(crate) fn Timeline(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let all = state.model().story.events.len();
    view! {
        <div class="timeline" part="timeline">
            {move || {
                if all == 0 {
                    view! { <p class="note">{state.words().no_events}</p> }.into_any()
                } else if state.is_wide() {
                    view! { <HorizontalAxis tools=tools/> }.into_any()
                } else {
                    view! { <Column tools=tools/> }.into_any()
                }
            }}
            {(all > MOST_EVENTS)
                .then(|| view! { <p class="note">{(state.words().shown_of)(MOST_EVENTS, all)}</p> })}
        </div>
    }
}

#[component]
fn HorizontalAxis(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let line = move |text: &str, px: f64, bold: bool| tools.line(text, px, bold);
    let axis = Memo::new(move |_| tools.say(|intl| lay_out(&state.model(), state.width(), state.words(), intl, &line)));
    let scene = Memo::new(move |_| {
        let (model, selected, lit) = (state.model(), state.selected(), state.lit());
        tools.say(|intl| {
            let seen = Seen { model: &model, words: state.words(), calendar: intl, selected, lit: lit.as_deref() };
            axis.with(|axis| picture(axis, seen))
        })
    });
    view! {
        <Picture state=state scene=scene class="axis" name=state.words().timeline/>
        <Undated tools=tools axis=axis/>
    }
}

/// Events without a date, under the axis.
#[component]
fn Undated(tools: Tools, axis: Memo<Axis>) -> impl IntoView {
    let state = tools.state;
    let rows = move || {
        let undated = axis.with(|axis| axis.undated.clone());
        let model = state.model();
        let row = |event: usize| {
            let title = model.story.events[event].title.clone();
            let select = move |_| state.select(Some(Selection::Event(event)));
            view! { <li><button type="button" class="link" on:click=select>{title}</button></li> }
        };
        (!undated.is_empty()).then(|| {
            view! {
                <h4>{state.words().undated}</h4>
                <ul class="undated">{undated.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    view! { {rows} }
}
