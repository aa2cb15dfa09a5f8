//! The search: a field, and under it what fits, in groups.

mod results;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use story::search::{Found, Results, Search};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use self::results::{selection, selections, step};
use crate::app::Tools;
use crate::details::{pieces, quoted, told};
use crate::model;
use crate::panel::{Action, Node, Panel, el, focus_on};
use crate::pieces::excerpt;

/// The most results of a group: what does not fit is found with another word.
const MOST: usize = 5;

/// The part of an id that all results share.
const RESULT: &str = "backstory-result-";
/// The id of the list.
const LIST: &str = "backstory-results";

/// What is typed in, and what of the results is chosen.
#[derive(Clone, Copy)]
struct Field {
    query: RwSignal<String>,
    /// The position of the result that Enter selects.
    chosen: RwSignal<Option<usize>>,
    is_open: RwSignal<bool>,
}

/// The search.
pub(crate) fn search(tools: Tools) -> Panel {
    let field =
        Field { query: RwSignal::new(String::new()), chosen: RwSignal::new(None), is_open: RwSignal::new(false) };
    // Made when the first letter is typed: most readers never search.
    let index: Rc<OnceCell<Search>> = Rc::default();
    let found: Rc<RefCell<Vec<Results>>> = Rc::default();
    let drawn_results = found.clone();
    Panel {
        draw: Box::new(move || vec![draw(tools, field, &drawn_results.borrow())]),
        on: Box::new(move |event, action| {
            if event.type_() == "input" {
                let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                    return;
                };
                let model = tools.state.model();
                let query = input.value();
                let index = index.get_or_init(|| Search::of(&model.story, &model.index));
                *found.borrow_mut() = index.find(&model.story, &query, MOST);
                let count = found.borrow().iter().map(|results| results.all).sum();
                let is_open = !query.trim().is_empty();
                if is_open {
                    tools.state.tell((tools.state.words().search.found)(count));
                }
                field.chosen.set(None);
                field.is_open.set(is_open);
                field.query.set(query);
            } else {
                let results = selections(&found.borrow());
                hear(tools, field, event, action, &results);
            }
        }),
        drawn: Box::new(|root| {
            if let Ok(Some(chosen)) = root.query_selector("[aria-selected=true]") {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                chosen.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }),
    }
}

/// The field, with nothing found.
pub(crate) fn empty(tools: Tools) -> Vec<Node> {
    vec![field(tools, false, None).with(vec![nothing()])]
}

fn hear(tools: Tools, field: Field, event: &Event, action: Option<Action>, results: &[model::Selection]) {
    let select = |selection: model::Selection| {
        field.is_open.set(false);
        tools.state.select(Some(selection));
        if let Some(near) = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok()) {
            focus_on(&near, ".details");
        }
    };
    let is_open = field.is_open.get_untracked();
    match event.type_().as_str() {
        "click" => match action {
            Some(Action::Select(Some(selection))) => select(selection),
            // A click into the field shows again what was found.
            _ => field.is_open.set(!field.query.get_untracked().trim().is_empty()),
        },
        // The field keeps the focus when a result is pressed.
        "mousedown" if action.is_some() => event.prevent_default(),
        "focusout" => field.is_open.set(false),
        "keydown" => {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
            let chosen = field.chosen.get_untracked();
            match key.as_str() {
                "ArrowDown" | "ArrowUp" if !results.is_empty() => {
                    field.is_open.set(true);
                    field.chosen.set(Some(step(chosen, results.len(), key == "ArrowDown")));
                }
                "Enter" if is_open => {
                    // Without a choice, the best.
                    if let Some(&selection) = results.get(chosen.unwrap_or(0)) {
                        select(selection);
                    }
                }
                "Escape" if is_open => field.is_open.set(false),
                _ => return,
            }
            event.prevent_default();
        }
        _ => {}
    }
}

fn draw(tools: Tools, field: Field, found: &[Results]) -> Node {
    field.query.track();
    let (is_open, chosen) = (field.is_open.get(), field.chosen.get());
    let search = self::field(tools, is_open, chosen);
    if !is_open {
        return search.with(vec![nothing()]);
    }
    let words = &tools.state.words().search;
    let mut list = el("div", "results").attribute("id", LIST);
    if found.is_empty() {
        list = list.with(vec![el("p", "note").say(&(words.found)(0))]);
    } else {
        list = list.attribute("role", "listbox").attribute("aria-label", words.label);
    }
    let mut at = 0;
    for results in found {
        list = list.with(vec![group(tools, results, at, chosen)]);
        at += results.hits.len();
    }
    search.with(vec![list])
}

/// The field, and the position of the result that is chosen.
fn field(tools: Tools, is_open: bool, chosen: Option<usize>) -> Node {
    let words = &tools.state.words().search;
    let mut input = el("input", "")
        .attribute("type", "search")
        .attribute("role", "combobox")
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("enterkeyhint", "search")
        .attribute("aria-autocomplete", "list")
        .attribute("aria-label", words.label)
        .attribute("placeholder", words.placeholder)
        .attribute("aria-controls", LIST)
        .attribute("aria-expanded", if is_open { "true" } else { "false" });
    if let Some(chosen) = chosen.filter(|_| is_open) {
        input = input.attribute("aria-activedescendant", &[RESULT, &chosen.to_string()].concat());
    }
    el("div", "search").attribute("role", "search").with(vec![input])
}

/// The list that is not open.
fn nothing() -> Node {
    el("div", "results").attribute("id", LIST).attribute("hidden", "")
}

/// The results of a group; `at` is the position of its first among all.
fn group(tools: Tools, results: &Results, at: usize, chosen: Option<usize>) -> Node {
    let words = &tools.state.words().search;
    let name = (words.group)(results.group);
    let mut heading = el("div", "label").attribute("aria-hidden", "true").say(name);
    if results.all > results.hits.len() {
        let more = (words.more)(results.hits.len(), results.all);
        heading = heading.say(" · ").say(&more);
    }
    let mut hits = Vec::new();
    for (i, hit) in results.hits.iter().enumerate() {
        let at = at + i;
        let is_chosen = if chosen == Some(at) { "true" } else { "false" };
        let text = excerpt(&hit.text, &hit.marks);
        let story = &tools.state.model().story;
        let told = |evidence| told(tools, "div", evidence, "");
        let result = match hit.found {
            Found::Entity(_) => el("div", ""),
            Found::Event(i) => told(&story.events[i].evidence),
            Found::Quote(i) => told(&story.quotes[i].evidence),
            Found::Article(i) | Found::Sentence(i, _) => quoted(tools, "div", i),
        };
        let hit = pieces(result.attribute("class", "result"), text).does(Action::Select(Some(selection(hit.found))));
        let hit = hit.attribute("role", "option").attribute("id", &[RESULT, &at.to_string()].concat());
        hits.push(hit.attribute("aria-selected", is_chosen));
    }
    el("div", "").attribute("role", "group").attribute("aria-label", name).with(vec![heading]).with(hits)
}
