//! What a reader can take away: the story for other tools, and the citation of
//! a sentence. Nothing is sent anywhere: the browser makes the files.

mod files;
mod save;

use leptos::prelude::*;
use web_sys::Element;

pub(crate) use files::Format;

use crate::app::Tools;
use crate::panel::{Action, Node, Panel, el, panel};
use crate::words::Exported;

/// The menu at the foot of the widget.
pub(crate) fn export(tools: Tools) -> AnyView {
    panel(Panel {
        draw: Box::new(move || menu(tools).into_iter().collect()),
        on: Box::new(move |event, action| {
            if let Some(Action::Save(format)) = action.filter(|_| event.type_() == "click") {
                save_as(tools, format);
            }
        }),
        drawn: Box::new(|_| ()),
    })
}

fn menu(tools: Tools) -> Option<Node> {
    let model = tools.state.model();
    let words = tools.state.words();
    let entry =
        |format: Format| el("li", "").with(vec![Node::button("link", format.name(words), Action::Save(format))]);
    let entries = |formats: Vec<Format>| el("ul", "").with(formats.into_iter().map(entry).collect());
    let offered = files::offered(&model.story);
    let (tables, others): (Vec<Format>, Vec<Format>) =
        offered.into_iter().partition(|format| matches!(format, Format::Table(_)));
    let has_tables = !tables.is_empty();
    let tables =
        has_tables.then(|| el("div", "").with(vec![el("h3", "label").say(words.export.tables), entries(tables)]));
    let menu = el("details", "export").with(vec![el("summary", "").say(words.export.label), entries(others)]);
    has_tables.then(|| menu.and(tables))
}

fn save_as(tools: Tools, format: Format) {
    let model = tools.state.model();
    let file =
        tools.say(|intl| files::file(&model.story, format, &Exported { words: tools.state.words(), calendar: intl }));
    // A browser that refuses says so itself.
    let _ = save::save(&file.name, file.kind, &file.text);
}

/// Copies a sentence with its source, and says so.
pub(crate) fn copy_citation(tools: Tools, article: usize, sentence: usize, near: &Element) {
    let model = tools.state.model();
    let words = tools.state.words();
    let citation = model.story.articles.get(article).and_then(|article| {
        tools.say(|intl| ::export::cite::sentence(article, sentence, &Exported { words, calendar: intl }))
    });
    if let Some(citation) = citation {
        save::copy(citation, near.clone(), Box::new(move || tools.state.set_copied(article, sentence)));
    }
}
