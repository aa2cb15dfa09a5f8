//! The timeline on the screen: an axis where there is room, a column where
//! there is not.

use drawing::geometry::Size;
use drawing::timeline::scale::Span;
use leptos::prelude::*;

use super::axis::{Axis, MOST_EVENTS, lay_out};
use super::column::Column;
use super::picture::{Seen, picture};
use crate::app::Tools;
use crate::model::Selection;
use crate::scene::{Act, Picture};

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
    // The time that is seen, when it is not all.
    let view = RwSignal::new(None::<Span>);
    let axis = Memo::new(move |_| {
        tools.say(|intl| lay_out(&state.model(), state.width(), view.get(), state.words(), intl, &line))
    });
    let scene = Memo::new(move |_| {
        let (model, selected, lit, now) = (state.model(), state.selected(), state.lit(), state.now());
        tools.say(|intl| {
            let (lit, now) = (lit.as_deref(), now.as_deref());
            let seen = Seen { model: &model, words: state.words(), calendar: intl, selected, lit, now };
            axis.with(|axis| picture(axis, seen))
        })
    });
    let act = Callback::new(move |act: Act| {
        let scale = axis.with_untracked(|axis| axis.scale.clone());
        match act {
            Act::Pan(by) => view.set(Some(scale.panned(by.x).window())),
            // What stands on an axis stays there; the ground is moved instead.
            Act::Drag(..) => {}
            Act::Zoom(factor, about) => view.set(Some(scale.zoomed(factor, about.x).window())),
            Act::Whole => view.set(None),
        }
    });
    let under = view! { <Undated tools=tools axis=axis/> }.into_any();
    let size = Signal::derive(move || axis.with(|axis| Size::new(axis.width, axis.height)));
    view! { <Picture state=state scene=scene size=size class="axis" name=state.words().timeline act=act under=under/> }
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
                <h3 class="label">{state.words().undated}</h3>
                <ul class="undated">{undated.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    view! { {rows} }
}
