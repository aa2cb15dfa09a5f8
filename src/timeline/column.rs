//! The timeline of a narrow widget: time runs downwards, an event a line.

use leptos::prelude::*;

use super::mark::{Extent, Look, extent_of};
use super::picture::look_class;
use super::plan::MOST_EVENTS;
use super::view::{has_dates, note};
use crate::app::Tools;
use crate::details::outlets;
use crate::key::closed;
use crate::model::Selection;
use crate::panel::{Action, Node, Panel, el, panel, row_class};
use crate::words::say_when;

/// The events, one under the other.
pub(super) fn column(tools: Tools) -> AnyView {
    let (model, words) = (tools.state.model(), tools.state.words());
    let (events, is_dated) = (model.most_reported(MOST_EVENTS, None), has_dates(&model));
    panel(Panel {
        draw: Box::new(move || {
            let rows = events.iter().map(|&event| row(tools, event)).collect();
            let (class, words) = if is_dated { ("column", "") } else { ("column undated", words.no_events) };
            let mut column = vec![el("p", "note").say(words), el("ol", class).with(rows)];
            column.extend(note(tools));
            column.push(closed(tools.state, &|rest| (rest.key_of_column)(tools.state)));
            column
        }),
        on: Box::new(move |event, action| {
            if let ("click", Some(Action::Select(selection))) = (&*event.type_(), action) {
                tools.state.select(selection);
            }
        }),
        drawn: Box::new(|_| ()),
    })
}

fn row(tools: Tools, event: usize) -> Node {
    let (state, words) = (tools.state, tools.state.words());
    let model = state.model();
    let item = &model.story.events[event];
    let selection = Some(Selection::Event(event));
    let when = item.when.as_ref().map(|when| tools.say(|intl| say_when(when, words, intl)));
    let look = Look { extent: item.when.as_ref().map_or(Extent::Fading, extent_of), status: item.status };
    let is_dim = state.now().is_some_and(|now| !now.events.contains(event));
    let is_lit = state.lit().is_some_and(|lit| lit.events.contains(event));
    let is_pressed = if state.selected() == selection { "true" } else { "false" };
    let status = (words.status)(item.status).map(|status| el("em", "status").say(status));
    let space = if status.is_some() { " " } else { "" };
    let outlets = el("span", "note").say(&outlets(tools, &item.evidence));
    let what = el("span", "what").say(&item.title).say(space).and(status).and(Some(outlets));
    let glyph = el("span", &["glyph ", &look_class(look)].concat()).attribute("aria-hidden", "true");
    let button = Node::button("", "", Action::Select(selection))
        .attribute("aria-pressed", is_pressed)
        .attribute("data-event", &event.to_string())
        .and(Some(el("span", "when").say(when.as_deref().unwrap_or(words.undated))))
        .and(Some(glyph))
        .and(Some(what));
    el("li", row_class(is_dim, is_lit)).and(Some(button))
}
