//! A guided way into the story: one step at a time, each with what it is about
//! selected and its sentence shown.

mod steps;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use self::steps::{Step, steps};
use crate::app::Tools;
use crate::details::cited;
use crate::model::{Citation, Selection};
use crate::panel::{Action, Node, Panel, el, focus_on};
use crate::pieces::around;
use crate::state::{State, Tab};

/// The button in the head, as long as the way in has not come.
pub(crate) fn way_in(tools: Tools) -> Vec<Node> {
    let model = tools.state.model();
    let story = &model.story;
    let is_empty = story.steps.is_empty() && story.entities.is_empty() && story.events.is_empty();
    if is_empty { Vec::new() } else { vec![button(tools.state)] }
}

/// The button in the head; none for a story that has nothing to show.
pub(crate) fn start(tools: Tools) -> Panel {
    let state = tools.state;
    let first = steps(&state.model(), state.words()).into_iter().next();
    let has_steps = first.is_some();
    Panel {
        draw: Box::new(move || if has_steps { vec![button(state)] } else { Vec::new() }),
        on: Box::new(move |event, action| {
            if let Some(first) = first.as_ref().filter(|_| action.is_some() && event.type_() == "click") {
                go(state, 0, first);
            }
        }),
        drawn: Box::new(|_| ()),
    }
}

fn button(state: State) -> Node {
    let is_on = if state.step().is_some() { "true" } else { "false" };
    Node::button("start", state.words().tour.start, Action::Step(Some(0))).attribute("aria-expanded", is_on)
}

/// Begins the guided way in at a step; nothing where there is no such step.
pub(crate) fn begin(state: State, at: usize) {
    if let Some(step) = steps(&state.model(), state.words()).get(at) {
        go(state, at, step);
        state.chosen_by_page();
    }
}

/// The bar with the step that the reader is at.
pub(crate) fn tour(tools: Tools) -> Panel {
    let state = tools.state;
    let steps = StoredValue::new(steps(&state.model(), state.words()));
    let before = StoredValue::new(None);
    Panel {
        draw: Box::new(move || {
            let at = state.step();
            steps.with_value(|steps| {
                at.and_then(|at| Some(bar(tools, at, steps.len(), steps.get(at)?))).into_iter().collect()
            })
        }),
        on: Box::new(move |event, action| steps.with_value(|steps| hear(state, steps, event, action))),
        drawn: Box::new(move |root| {
            // Who begins is led to the bar, and at the end back to where it began. A page leads nobody.
            let at = state.step();
            match (before.get_value(), at) {
                (None, Some(_)) if !state.is_by_page() => focus_on(root, ".tour"),
                (Some(_), None) => focus_on(root, ".start"),
                _ => {}
            }
            before.set_value(at);
        }),
    }
}

/// Shows a step.
fn go(state: State, at: usize, step: &Step) {
    state.set_step(Some(at));
    state.set_window(step.window);
    state.select(step.selection);
    match step.selection {
        Some(Selection::Entity(_) | Selection::Relation(_)) => state.set_tab(Tab::Diagram),
        Some(Selection::Event(_)) => state.set_tab(Tab::Timeline),
        _ => {}
    }
}

fn hear(state: State, steps: &[Step], event: &Event, action: Option<Action>) {
    let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
    let to = match (event.type_().as_str(), action) {
        ("click", Some(Action::Step(to))) => to,
        ("keydown", _) if is_escape => None,
        _ => return,
    };
    if let Some((at, step)) = to.and_then(|at| Some((at, steps.get(at)?))) {
        go(state, at, step);
    } else {
        state.set_step(None);
        state.set_window((None, None));
    }
    // At either end the button that was pressed is no more: the bar has the focus.
    let is_end = matches!(to, Some(at) if at == 0 || at + 1 >= steps.len());
    if let Some(near) = event.target().and_then(|target| target.dyn_into::<Element>().ok()).filter(|_| is_end) {
        focus_on(&near, ".tour");
    }
}

fn bar(tools: Tools, at: usize, count: usize, step: &Step) -> Node {
    let words = &tools.state.words().tour;
    let button = |text: &str, to: Option<usize>| Node::button("link", text, Action::Step(to));
    // Each keeps its place, and with it the focus: who goes on goes on from there.
    let turn = |text: &str, to: Option<usize>, way: &str| {
        let turn = button(text, to).attribute("data-way", way);
        if to.is_none() { turn.attribute("hidden", "") } else { turn }
    };
    let buttons = vec![
        turn(words.previous, at.checked_sub(1), "previous"),
        turn(words.next, Some(at + 1).filter(|&next| next < count), "next"),
        button(words.end, None),
    ];
    let quote = tools.state.model().citations(step.evidence.as_slice());
    // The bar is to leave room for what it is about: a long sentence is cut, but never what counts in it.
    let quote = quote.into_iter().map(|it| cited(tools, Citation { pieces: around(it.pieces), ..it })).collect();
    let text = el("div", "").attribute("aria-live", "polite").with(vec![
        el("p", "note").say(&(words.step_of)(at + 1, count)),
        el("p", "told").attribute("dir", "auto").say(&step.text),
    ]);
    el("section", "tour")
        .attribute("aria-label", words.start)
        .attribute("tabindex", "-1")
        .with(vec![text])
        .with(quote)
        .with(vec![el("p", "steps").with(buttons)])
}
