//! The timeline on the screen: an axis where there is room, a column where
//! there is not.

use std::rc::Rc;
use std::sync::Arc;

use drawing::geometry::Size;
use drawing::timeline::scale::Span;
use leptos::prelude::*;

use super::axis::{Axis, lay_out};
use super::column::column;
use super::picture::{Seen, picture as scene_of};
use super::plan::{MOST_EVENTS, Plan, is_dated};
use super::say::Say;
use crate::app::Tools;
use crate::model::{Model, Selection};
use crate::panel::{Action, Node, el};
use crate::parts::Arrival;
use crate::scene::{Act, Live, Moving, Picture, Surface, picture};

/// The timeline.
pub(crate) fn timeline(tools: Tools) -> AnyView {
    let state = tools.state;
    view! {
        <div class="timeline" part="timeline">
            {move || {
                if state.model().story.events.is_empty() {
                    view! { <p class="note">{state.words().no_events}</p> }.into_any()
                } else if state.is_wide() && has_dates(&state.model()) {
                    match state.axis() {
                        Arrival::Here(axis) => axis(tools),
                        _ if state.awaits_axis() => ().into_any(),
                        // A list says the same.
                        _ => column(tools),
                    }
                } else {
                    column(tools)
                }
            }}
        </div>
    }
    .into_any()
}

/// Whether any event is on the axis of time.
pub(super) fn has_dates(model: &Model) -> bool {
    model.story.events.iter().any(is_dated)
}

/// That not all events are shown.
pub(super) fn note(tools: Tools) -> Option<Node> {
    let all = tools.state.model().story.events.len();
    (all > MOST_EVENTS).then(|| el("p", "note").say(&(tools.state.words().shown_of)(MOST_EVENTS, all)))
}

/// The axis, and the events that are not on it.
pub(crate) fn horizontal(tools: Tools) -> AnyView {
    let state = tools.state;
    let line = move |text: &str, px: f64, bold: bool| tools.line(text, px, bold);
    // The time that is seen, when it is not all.
    let view = RwSignal::new(None::<Span>);
    let moving = Moving::new();
    let axis = move |before: Option<&Axis>| {
        tools.say(|intl| {
            let model = state.model();
            let say = Say { words: state.words(), calendar: intl };
            let view = view.get();
            let (width, is_moving) = (state.width(), moving.get());
            let before = before.filter(|axis| (axis.plan.width - width).abs() < 1.0);
            let moved = before.filter(|_| is_moving).and_then(|axis| axis.moved(&model, view, say, &line));
            moved.unwrap_or_else(|| {
                let plan = before.map_or_else(|| Arc::new(Plan::new(&model, width)), |axis| axis.plan.clone());
                lay_out(&model, plan, view, say, &line)
            })
        })
    };
    // Whenever it is made anew, it is another one.
    let axis = Memo::new_with_compare(axis, |_, _| true);
    let scene = Memo::new(move |_| {
        let (selected, lit, now) = (state.selected(), state.lit(), state.now());
        let (lit, now) = (lit.as_deref(), now.as_deref());
        let seen = Seen { words: state.words(), selected, lit, now };
        axis.with(|axis| scene_of(axis, seen))
    });
    let act = move |act: Act| {
        let scale = axis.with_untracked(|axis| axis.scale.clone());
        match act {
            Act::Pan(by) => view.set(Some(scale.panned(by.x).window())),
            // What stands on an axis stays there; the ground is moved instead.
            Act::Drag(..) => return,
            Act::Zoom(factor, about) => view.set(Some(scale.zoomed(factor, about.x).window())),
            Act::Whole => view.set(None),
        }
        moving.go();
    };
    let size = Signal::derive(move || axis.with(|axis| Size::new(axis.width, axis.height)));
    let names = ("axis", state.words().timeline);
    let drawn: Rc<dyn Surface> = Rc::new(Live::new(tools, (scene, size), names, Box::new(act)));
    let on = move |action: Action| {
        if let Action::Select(selection) = action {
            state.select(selection);
        }
    };
    let under = move || {
        let mut under = undated(tools);
        under.extend(note(tools));
        under
    };
    let surface = Rc::new(move || drawn.clone());
    picture(state, Picture { surface, under: Box::new(under), has_key: true, on: Box::new(on) })
}

/// Events without a date, under the axis.
fn undated(tools: Tools) -> Vec<Node> {
    let model = tools.state.model();
    let mut rows = Vec::new();
    let undated = model.story.events.iter().enumerate().filter(|(_, event)| !is_dated(event));
    for (event, item) in undated.take(MOST_EVENTS) {
        let select = Action::Select(Some(Selection::Event(event)));
        rows.push(el("li", "").and(Some(Node::button("link", &item.title, select))));
    }
    if rows.is_empty() {
        return rows;
    }
    vec![el("h3", "label").say(tools.state.words().undated), el("ul", "undated").with(rows)]
}
