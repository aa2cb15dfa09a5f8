//! The widget: its head, and the views under it, side by side or in tabs.

use drawing::geometry::Size;
use leptos::prelude::*;

use crate::details::details;
use crate::diagram::Diagram;
use crate::export::export;
use crate::platform::{Intl, Measure};
use crate::search::search;
use crate::sources::sources;
use crate::state::{Stage, State, Tab};
use crate::time::TimeWindow;
use crate::timeline::Timeline;
use crate::tour;
use crate::words::say_span;

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
        let intl = Intl::new(state.words().tag);
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
#[component]
pub(crate) fn App(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let words = state.words();
    let on_top = move |tab: Tab| state.is_at(Stage::View) && !state.is_wide() && state.tab() == tab;
    let wide = move || state.is_wide();
    view! {
        <section
            class="backstory"
            class:wide=move || state.is_wide()
            part="frame"
            lang=words.tag
            dir=words.dir
            aria-label=state.model().story.title.clone()
        >
            <Show when=move || state.is_at(Stage::Head)>
                <Head tools=tools/>
                <Tabs state=state/>
            </Show>
            <div class="views">
                <Show when=move || on_top(Tab::Diagram) || wide() && state.is_at(Stage::View)>
                    <div>
                        <Diagram tools=tools/>
                        <TimeWindow tools=tools/>
                    </div>
                </Show>
                <Show when=move || on_top(Tab::Timeline)>
                    <Timeline tools=tools/>
                </Show>
                <Show when=move || on_top(Tab::Sources)>
                    {sources(tools)}
                </Show>
                <Show when=move || state.is_at(Stage::Details)>
                    {details(tools)}
                </Show>
            </div>
            <Show when=move || wide() && state.is_at(Stage::Below)>
                <Timeline tools=tools/>
            </Show>
            <Show when=move || wide() && state.is_at(Stage::Whole)>
                {sources(tools)}
            </Show>
            <Show when=move || state.is_at(Stage::Whole)>
                {export(tools)}
                {tour::tour(tools)}
            </Show>
            <p class="visually-hidden" role="status">{move || announcement(tools)}</p>
        </section>
    }
}

/// What a screen reader is told when the selection changes, or something else
/// is worth a word.
fn announcement(tools: Tools) -> Option<String> {
    let state = tools.state;
    let selected = state.selected();
    let selected = || selected.map(|selection| (state.words().selected)(&crate::details::heading(tools, selection)));
    state.notice().or_else(selected)
}

#[component]
fn Head(tools: Tools) -> impl IntoView {
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
            <div class="ways-in">{search(tools)} {tour::start(tools)}</div>
        </header>
    }
}

/// The tabs of a narrow widget.
#[component]
fn Tabs(state: State) -> impl IntoView {
    let words = state.words();
    let tab = move |tab: Tab, name: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || (state.tab() == tab).to_string()
                on:click=move |_| state.set_tab(tab)
            >
                {name}
            </button>
        }
    };
    view! {
        <Show when=move || !state.is_wide()>
            <nav class="tabs" aria-label=words.views>
                {tab(Tab::Diagram, words.diagram)}
                {tab(Tab::Timeline, words.timeline)}
                {tab(Tab::Sources, words.sources)}
            </nav>
        </Show>
    }
}
