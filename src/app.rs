//! The widget: its head, and the views under it, side by side or in tabs.

use drawing::geometry::Size;
use leptos::prelude::*;

use crate::details::details;
use crate::diagram::{Diagram, arrangement};
use crate::panel::{Action, Node, Panel, el, later, panel};
use crate::platform::{Intl, Measure};
use crate::sources::sources;
use crate::state::{Stage, State, Tab};
use crate::time::time_window;
use crate::timeline::timeline;
use crate::words::say_span;
use crate::{export, search, tour};

/// What every view is handed: the state, and the little that it needs of the
/// browser. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Tools {
    pub(crate) state: State,
    intl: StoredValue<Intl, LocalStorage>,
    measure: StoredValue<Measure, LocalStorage>,
}

impl Tools {
    pub(crate) fn new(state: State, measure: Measure) -> Self {
        let intl = Intl::new(state.words());
        Self { state, intl: StoredValue::new_local(intl), measure: StoredValue::new_local(measure) }
    }

    /// Says something with the reader's calendar.
    pub(crate) fn say<T>(self, say: impl FnOnce(&Intl) -> T) -> T {
        self.intl.with_value(say)
    }

    /// The size of a line of words.
    pub(crate) fn line(self, text: &str, px: f64, bold: bool) -> Size {
        self.measure.with_value(|measure| measure.line(text, px, bold))
    }
}

/// The whole widget.
pub(crate) fn app(tools: Tools) -> AnyView {
    let state = tools.state;
    let words = state.words();
    let (draft, arrangement) = arrangement(tools);
    provide_context(arrangement);
    Effect::new(move |_| {
        let has_diagram = state.is_wide() || state.tab() == Tab::Diagram;
        if state.is_at(Stage::Draft) && has_diagram {
            draft.with(|_| ());
        }
        if state.is_at(Stage::Arranged) && has_diagram {
            arrangement.with(|_| ());
        }
    });
    view! {
        <section
            class="backstory"
            class:wide=move || state.is_wide()
            part="frame"
            lang=words.tag
            dir=words.dir
            aria-label=state.model().story.title.clone()
        >
            {when(tools, |state| state.is_at(Stage::Places), parts)}
        </section>
    }
    .into_any()
}

/// All that is in the widget.
fn parts(tools: Tools) -> AnyView {
    view! {
        {when(tools, |state| state.is_at(Stage::Head), head)}
        {when(tools, |state| state.is_at(Stage::Ways) && !state.is_wide(), tabs)}
        <div class="views">
            {when(tools, |state| state.is_at(Stage::View) && (state.is_wide() || state.tab() == Tab::Diagram), diagram)}
            {when(tools, |state| state.is_at(Stage::View) && is_on_top(state, Tab::Timeline), time_window)}
            {when(tools, |state| state.is_at(Stage::View) && is_on_top(state, Tab::Timeline), timeline)}
            {when(tools, |state| state.is_at(Stage::View) && is_on_top(state, Tab::Sources), sources)}
            {when(tools, |state| state.is_at(Stage::Details), details)}
        </div>
        {when(tools, |state| state.is_at(Stage::Below) && state.is_wide(), timeline)}
        {when(tools, |state| state.is_whole() && state.is_wide(), sources)}
        {when(tools, State::is_whole, |tools| later(tools, export::closed, |rest| rest.export))}
        {when(tools, State::is_whole, |tools| later(tools, |_| Vec::new(), |rest| rest.tour))}
        <p class="visually-hidden" role="status">{move || announcement(tools)}</p>
    }
    .into_any()
}

/// A part of the widget, as long as it is to be there.
///
/// What Leptos' `Show` does, compiled once instead of once for each part.
fn when(tools: Tools, is_there: fn(State) -> bool, part: fn(Tools) -> AnyView) -> AnyView {
    let is_there = Memo::new(move |_| is_there(tools.state));
    (move || is_there.get().then(|| part(tools))).into_any()
}

/// Whether a narrow widget shows this view.
fn is_on_top(state: State, tab: Tab) -> bool {
    !state.is_wide() && state.tab() == tab
}

fn diagram(tools: Tools) -> AnyView {
    view! {
        <div>
            <Diagram tools=tools/>
            {when(tools, |state| state.is_at(Stage::Scene), time_window)}
        </div>
    }
    .into_any()
}

/// What a screen reader is told when the selection changes, or something else
/// is worth a word.
fn announcement(tools: Tools) -> Option<String> {
    let state = tools.state;
    let selected = state.selected();
    let rest = state.rest();
    let heading = || Some((rest?.heading)(tools, selected?));
    state.notice().or_else(|| heading().map(|heading| (state.words().selected)(&heading)))
}

fn head(tools: Tools) -> AnyView {
    let state = tools.state;
    let model = state.model();
    let words = state.words();
    let span = model.published().map(|(first, last)| tools.say(|intl| say_span(first, last, words, intl)));
    let dek = (words.dek)(model.story.articles.len(), model.publisher_count(), span.as_deref());
    view! {
        <header class="head" part="head">
            <p class="kicker">{words.kicker}</p>
            <h2>{model.story.title.clone()}</h2>
            <p class="dek">{dek}</p>
            <div class="ways-in">{when(tools, |state| state.is_at(Stage::Ways), ways_in)}</div>
        </header>
    }
    .into_any()
}

/// The search, and the guided way in.
fn ways_in(tools: Tools) -> AnyView {
    view! { {later(tools, search::empty, |rest| rest.search)} {later(tools, tour::way_in, |rest| rest.tour_start)} }
        .into_any()
}

/// The tabs of a narrow widget.
fn tabs(tools: Tools) -> AnyView {
    let state = tools.state;
    panel(Panel {
        draw: Box::new(move || {
            let (words, on_top) = (state.words(), state.tab());
            let names = [(Tab::Diagram, words.diagram), (Tab::Timeline, words.timeline), (Tab::Sources, words.sources)];
            let tab = |(tab, name)| {
                let is_pressed = if tab == on_top { "true" } else { "false" };
                Node::button("", name, Action::Tab(tab)).attribute("aria-pressed", is_pressed)
            };
            vec![el("nav", "tabs").attribute("aria-label", words.views).with(names.map(tab).into())]
        }),
        on: Box::new(move |event, action| {
            if let ("click", Some(Action::Tab(tab))) = (&*event.type_(), action) {
                state.set_tab(tab);
            }
        }),
        drawn: Box::new(|_| ()),
    })
}
