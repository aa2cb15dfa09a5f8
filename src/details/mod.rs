//! The details: what is behind the thing that is selected, down to the
//! sentence, the outlet and the date.

mod cite;
mod compare;
mod entity;
mod event;
mod figure;
mod overview;
mod parts;
mod statement;

use leptos::prelude::*;
use story::{EntityId, Quote};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

pub(crate) use cite::{cited, pieces, quoted, told};
pub(crate) use parts::{more, outlets};

use crate::app::Tools;
use crate::diagram::line_text;
use crate::model::Selection;
use crate::panel::{Action, Node, Panel, el, focus_on, panel};
use crate::parts::Arrival;
use crate::state::State;
use crate::words::template::fill;

/// The details of what is selected, or the overview.
pub(crate) fn details(tools: Tools) -> AnyView {
    let state = tools.state;
    Effect::new(move |_| {
        if state.selected().is_some() {
            state.want_rest();
        }
    });
    // The first that is shown moves nothing.
    let before = StoredValue::new(state.selected_untracked());
    for (name, is_on_paper) in [("beforeprint", true), ("afterprint", false)] {
        let heard = window_event_listener_untyped(name, move |_| state.set_on_paper(is_on_paper));
        on_cleanup(move || heard.remove());
    }
    panel(Panel {
        draw: Box::new(move || vec![draw(tools)]),
        on: Box::new(move |event, action| hear(tools, event, action)),
        drawn: Box::new(move |root| {
            let selected = state.selected();
            if before.get_value() != selected && !is_awaited(state) {
                let was = before.get_value();
                before.set_value(selected);
                reveal(root, state, was);
            }
        }),
    })
}

/// Whether what is selected cannot be told yet: until then, the overview stays.
fn is_awaited(state: State) -> bool {
    state.selected().is_some() && matches!(state.arrival(), Arrival::Unasked | Arrival::OnItsWay)
}

fn draw(tools: Tools) -> Node {
    let words = tools.state.words();
    let selected = tools.state.selected().filter(|_| !is_awaited(tools.state));
    let panel = el("aside", "details").attribute("part", "details").attribute("aria-label", words.details);
    let ways = selected.map(|_| {
        let back = ["← ", words.back].concat();
        let back = tools.state.has_history().then(|| Node::button("link", &back, Action::Back));
        let overview = Node::button("link", words.overview, Action::Select(None));
        el("p", "way-back").and(back).with(vec![overview])
    });
    let panel = panel.attribute("tabindex", "-1").and(ways);
    let panel = panel.with(selected.map(|selected| content(tools, selected)).unwrap_or_default());
    let has_overview = selected.is_none() || tools.state.is_on_paper();
    if has_overview { panel.with(overview::overview(tools)) } else { panel }
}

fn content(tools: Tools, selection: Selection) -> Vec<Node> {
    match tools.state.rest() {
        Some(rest) => (rest.details)(tools, selection),
        None => vec![el("p", "note").say(tools.state.words().unreached)],
    }
}

/// What is behind something that is selected.
pub(crate) fn of(tools: Tools, selection: Selection) -> Vec<Node> {
    let details = match selection {
        Selection::Entity(i) => entity::entity(tools, i),
        Selection::Event(i) => event::event(tools, i),
        Selection::Relation(i) => statement::relation(tools, i),
        Selection::Quote(i) => statement::quote(tools, i),
        Selection::Figure(i) => figure::figure(tools, i),
        Selection::Disagreement(i) => statement::disagreement(tools, i),
        Selection::Article(i) => statement::article(tools, i),
        Selection::Sentence(article, i) => statement::sentence(tools, article, i),
    };
    details.unwrap_or_default()
}

fn hear(tools: Tools, event: &Event, action: Option<Action>) {
    let state = tools.state;
    let near = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(near) = near else { return };
    match (event.type_().as_str(), action) {
        ("click", Some(Action::Select(selection))) => state.select(selection),
        ("click", Some(Action::Back)) => _ = state.back(),
        ("click", Some(Action::Unfold)) => state.unfold(),
        ("click", Some(Action::Cite(article, sentence))) => {
            // What is cited was shown by the rest.
            if let Some(rest) = state.rest() {
                (rest.cite)(tools, article, sentence, &near);
            }
            return;
        }
        ("keydown", _) if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape") => _ = state.back(),
        _ => return,
    }
    // The button that was pressed goes away with what it was a part of, and
    // the keyboard would start again at the page's top.
    focus_on(&near, ".details");
}

/// Shows what was chosen: the panel scrolls itself to its top. In a narrow widget
/// the page moves as well, no farther than it must, where it was the reader who
/// chose: to the heading; on the guided way in, to what it is about; and back to
/// where an event was chosen in the timeline.
fn reveal(root: &Element, state: State, was: Option<Selection>) {
    if let Some(panel) = root.first_element_child() {
        panel.set_scroll_top(0);
    }
    if state.is_wide_untracked() || state.is_by_page() {
        return;
    }
    let (what, block) = match (untrack(|| state.step()), state.selected_untracked(), was) {
        (Some(_), ..) => (".node.selected, .column [aria-pressed=true]".to_owned(), ScrollLogicalPosition::Center),
        (None, Some(_), _) => (".details h3".to_owned(), ScrollLogicalPosition::Nearest),
        (None, None, Some(Selection::Event(event))) => {
            (["[data-event=\"", &event.to_string(), "\"]"].concat(), ScrollLogicalPosition::Center)
        }
        _ => return,
    };
    let root = root.clone();
    // Once the other views have followed.
    request_animation_frame(move || {
        let views = root.closest(".views").ok().flatten();
        if let Some(shown) = views.and_then(|views| views.query_selector(&what).ok().flatten()) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(block);
            shown.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// What a selected thing is called.
pub(crate) fn heading(tools: Tools, selection: Selection) -> String {
    let model = tools.state.model();
    let words = tools.state.words();
    let story = &model.story;
    let name = |id: &EntityId| {
        let entity = model.index.entity(id.as_str()).and_then(|entity| story.entities.get(entity));
        entity.map_or_else(|| id.to_string(), |entity| entity.name.clone())
    };
    let heading = match selection {
        Selection::Entity(i) => story.entities.get(i).map(|item| item.name.clone()),
        Selection::Event(i) => story.events.get(i).map(|item| item.title.clone()),
        Selection::Relation(i) => story.relations.get(i).map(|item| {
            let (from, to) = (name(&item.from), name(&item.to));
            let relation = line_text(item, words);
            fill(words.relation_said, &[("from", &from), ("relation", &relation), ("to", &to)])
        }),
        Selection::Quote(i) => {
            let unnamed = |quote: &Quote| quote.speaker_said().unwrap_or(words.unknown_speaker).to_owned();
            story.quotes.get(i).map(|item| item.speaker.as_ref().map_or_else(|| unnamed(item), name))
        }
        Selection::Figure(i) => story.figures.get(i).map(|item| figure::said(tools, item)),
        Selection::Disagreement(i) => story.disagreements.get(i).map(|item| item.about.clone()),
        Selection::Article(i) => {
            story.articles.get(i).map(|item| item.headline.clone().unwrap_or_else(|| model.outlet(i).to_owned()))
        }
        Selection::Sentence(article, _) => Some(model.outlet(article).to_owned()),
    };
    heading.unwrap_or_default()
}
