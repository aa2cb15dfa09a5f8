//! What a reader can take away: the story for other tools, and the citation of
//! a sentence. Nothing is sent anywhere: the browser makes the files.

mod copy;
mod files;

use web_sys::Element;

pub(crate) use files::Format;

use crate::app::Tools;
use crate::panel::{Action, Node, Panel, el};
use crate::platform::save_text;
use crate::words::Exported;

/// The menu at the foot of the widget.
pub(crate) fn export(tools: Tools) -> Panel {
    Panel {
        draw: Box::new(move || Vec::from_iter(menu(tools))),
        on: Box::new(move |event, action| {
            if let Some(Action::Save(format)) = action.filter(|_| event.type_() == "click") {
                save_as(tools, format);
            }
        }),
        drawn: Box::new(|_| ()),
    }
}

/// The menu, with nothing in it yet.
pub(crate) fn closed(tools: Tools) -> Vec<Node> {
    vec![el("details", "export").with(vec![el("summary", "").say(tools.state.words().export.label)])]
}

fn menu(tools: Tools) -> Option<Node> {
    let model = tools.state.model();
    let words = tools.state.words();
    // Pictures of the views come first, where they are offered.
    let (mut files, mut tables) = (el("ul", ""), el("ul", ""));
    let offered = files::offered(&model.story);
    for &format in &offered {
        let entry = el("li", "").with(vec![Node::button("link", format.name(words), Action::Save(format))]);
        match format {
            Format::Table(_) => tables = tables.and(Some(entry)),
            _ => files = files.and(Some(entry)),
        }
    }
    let heading = el("h3", "label").say(words.export.tables);
    let menu = el("details", "export").with(vec![el("summary", "").say(words.export.label), files, heading, tables]);
    (!offered.is_empty()).then_some(menu)
}

fn save_as(tools: Tools, format: Format) {
    let (model, words) = (tools.state.model(), tools.state.words());
    let file = tools.say(|intl| files::file(&model.story, format, &Exported { words, calendar: intl }));
    if save_text(&file.name, file.kind, &file.text).is_err() {
        tools.state.tell(words.export.refused.to_owned());
    }
}

/// Copies a sentence with its source, and says whether it could.
pub(crate) fn copy_citation(tools: Tools, article: usize, sentence: usize, near: &Element) {
    let model = tools.state.model();
    let words = tools.state.words();
    let citation = model.story.articles.get(article).and_then(|article| {
        tools.say(|intl| ::export::cite::sentence(article, sentence, &Exported { words, calendar: intl }))
    });
    if let Some(citation) = citation {
        let done = move |is_copied| tools.state.set_cited(article, sentence, is_copied);
        copy::copy(citation, near.clone(), Box::new(done));
    }
}
