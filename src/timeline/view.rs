//! The timeline on the screen: an axis where there is room, a column where
//! there is not.

use std::cell::RefCell;
use std::rc::Rc;

use drawing::geometry::Size;
use drawing::timeline::scale::Span;
use leptos::prelude::*;

use super::axis::{Axis, MOST_EVENTS, Plan, Say, fitted, lay_out, said};
use super::column::column;
use super::picture::{Seen, picture as scene_of};
use crate::app::Tools;
use crate::model::Selection;
use crate::panel::{Action, Node, el};
use crate::scene::{Act, Live, Picture, Surface, picture};

/// The timeline.
pub(crate) fn timeline(tools: Tools) -> AnyView {
    let state = tools.state;
    view! {
        <div class="timeline" part="timeline">
            {move || {
                if state.model().story.events.is_empty() {
                    view! { <p class="note">{state.words().no_events}</p> }.into_any()
                } else if state.is_wide() {
                    horizontal(tools)
                } else {
                    column(tools)
                }
            }}
        </div>
    }
    .into_any()
}

/// That not all events are shown.
pub(super) fn note(tools: Tools) -> Option<Node> {
    let all = tools.state.model().story.events.len();
    (all > MOST_EVENTS).then(|| el("p", "note").say(&(tools.state.words().shown_of)(MOST_EVENTS, all)))
}

fn horizontal(tools: Tools) -> AnyView {
    let state = tools.state;
    let line = move |text: &str, px: f64, bold: bool| tools.line(text, px, bold);
    // The time that is seen, when it is not all.
    let view = RwSignal::new(None::<Span>);
    let plan = Memo::new(move |_| Plan::new(&state.model(), state.width()));
    // What is asked for in each frame of a zoom: the browser shapes words and writes dates slowly.
    let titles = StoredValue::new_local(Known::<(String, f64)>::default());
    let dates = StoredValue::new_local(Known::<String>::default());
    let when = move |event: usize| {
        dates.with_value(|dates| {
            dates.get(event, 0.0, &|| tools.say(|intl| said(&state.model(), event, false, state.words(), intl)))
        })
    };
    let title = move |event: usize, widest: f64| {
        titles.with_value(|titles| {
            titles.get(event, widest, &|| fitted(&state.model().story.events[event].title, widest, &line))
        })
    };
    let axis = Memo::new(move |_| {
        tools.say(|intl| {
            let model = state.model();
            let of = |event: usize, month: bool| {
                if month { said(&model, event, month, state.words(), intl) } else { when(event) }
            };
            let say = Say { calendar: intl, when: &of };
            plan.with(|plan| lay_out(&model, plan, view.get(), say, &title, &line))
        })
    });
    let scene = Memo::new(move |_| {
        let (model, selected, lit, now) = (state.model(), state.selected(), state.lit(), state.now());
        let (lit, now) = (lit.as_deref(), now.as_deref());
        let seen = Seen { model: &model, words: state.words(), when: &when, selected, lit, now };
        axis.with(|axis| scene_of(axis, seen))
    });
    let act = move |act: Act| {
        let scale = axis.with_untracked(|axis| axis.scale.clone());
        match act {
            Act::Pan(by) => view.set(Some(scale.panned(by.x).window())),
            // What stands on an axis stays there; the ground is moved instead.
            Act::Drag(..) => {}
            Act::Zoom(factor, about) => view.set(Some(scale.zoomed(factor, about.x).window())),
            Act::Whole => view.set(None),
        }
    };
    let size = Signal::derive(move || axis.with(|axis| Size::new(axis.width, axis.height)));
    let names = ("axis", state.words().timeline);
    let drawn: Rc<dyn Surface> = Rc::new(Live::new(state, (scene, size), names, Box::new(act)));
    let on = move |action: Action| {
        if let Action::Select(selection) = action {
            state.select(selection);
        }
    };
    let under = move || {
        let mut under = axis.with(|axis| undated(tools, axis));
        under.extend(note(tools));
        under
    };
    picture(state, Picture { surface: Rc::new(move || drawn.clone()), under: Box::new(under), on: Box::new(on) })
}

/// What is known of each event, for the few widths that are asked for.
struct Known<T>(RefCell<Vec<Vec<(f64, T)>>>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: Clone> Known<T> {
    /// What is known of an event for a width; found out where it is not.
    fn get(&self, event: usize, width: f64, find: &dyn Fn() -> T) -> T {
        let is_it = |(known, _): &&(f64, T)| (known - width).abs() < 1.0;
        if let Some((_, what)) = self.0.borrow().get(event).and_then(|known| known.iter().find(is_it)) {
            return what.clone();
        }
        let what = find();
        let mut all = self.0.borrow_mut();
        if all.len() <= event {
            all.resize_with(event + 1, Vec::new);
        }
        all[event].push((width, what.clone()));
        what
    }
}

/// Events without a date, under the axis.
fn undated(tools: Tools, axis: &Axis) -> Vec<Node> {
    let model = tools.state.model();
    let mut rows = Vec::new();
    for &event in &axis.undated {
        let select = Action::Select(Some(Selection::Event(event)));
        rows.push(el("li", "").and(Some(Node::button("link", &model.story.events[event].title, select))));
    }
    if rows.is_empty() {
        return rows;
    }
    vec![el("h3", "label").say(tools.state.words().undated), el("ul", "undated").with(rows)]
}
