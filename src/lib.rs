//! The widget of Backstory: a relationship diagram, a timeline, and the
//! sentence behind every item of a story.
//!
//! This file is the boundary to JavaScript: [`mount`] puts the widget into an
//! element, the [`Handle`] that it gives back steers it and takes it down
//! again, and [`on_panic`] tells the page when it breaks. Nothing else is
//! exported. `embed/loader.js` is who calls it in a news
//! page, `src/main.rs` in the studio.

#![expect(unreachable_pub, reason = "the component macro makes its functions pub")]

mod app;
mod details;
mod diagram;
mod model;
mod platform;
#[cfg(test)]
mod samples;
mod sources;
mod state;
mod timeline;
mod words;

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use story::{FormatError, Story};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use crate::app::{App, AppProps, Tools};
use crate::model::{Model, Selection};
use crate::platform::{Measure, Watch, adopt, watch_width};
use crate::state::State;

/// Why the widget cannot show something.
#[derive(Debug, Error)]
enum MountError {
    #[error("The story is no plain data, as JSON.parse gives it: {0}")]
    NoData(String),
    #[error("The story is faulty: {0}")]
    Story(FormatError),
    #[error("The story is faulty: {first}{}", others(*.more))]
    Unsound { first: story::Problem, more: usize },
    #[error("The widget must be mounted inside a shadow root")]
    NoShadowRoot,
    #[error("This browser does not let a page make style sheets (adoptedStyleSheets)")]
    NoSheets,
    #[error("There is no item with the id {0:?} in this story")]
    NoItem(String),
    #[error("This widget has been destroyed")]
    Destroyed,
}

fn others(more: usize) -> String {
    match more {
        0 => String::new(),
        more => format!(" (and {more} more such problems; \"backstory check\" lists them)"),
    }
}

impl From<MountError> for JsValue {
    fn from(error: MountError) -> Self {
        js_sys::Error::new(&error.to_string()).into()
    }
}

/// Calls `report` with a plain sentence if this instance ever panics, so that
/// the page can show its fallback content again. Other instances have a memory
/// of their own and go on.
#[wasm_bindgen]
pub fn on_panic(report: js_sys::Function) {
    std::panic::set_hook(Box::new(move |panic| {
        // A path of this project helps; one of the machine that built it does not.
        let place = panic.location().filter(|place| !place.file().starts_with('/'));
        let place = place.map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
        let words = panic.payload_as_str().unwrap_or("for a reason unknown");
        // The instance is lost: what the page throws now changes nothing.
        let _ = report.call1(&JsValue::NULL, &format!("{words}{place}").into());
    }));
}

/// A mounted widget. Dropping it or calling `destroy` takes it down.
#[wasm_bindgen]
pub struct Handle {
    mounted: Option<Mounted>,
}

struct Mounted {
    state: State,
    /// Leptos' own handle: dropping it unmounts the views.
    _views: Box<dyn Any>,
    _width: Watch,
}

/// Puts the widget into `container`, an element inside a shadow root, and
/// shows `story`, a parsed `story.json`.
///
/// `emit` is called with a name and a detail: `("select", id or null)`
/// whenever the reader selects something.
///
/// # Errors
///
/// A JavaScript `Error` with a sentence when the story is not sound or the
/// container will not do.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "JavaScript hands its values over")]
pub fn mount(container: HtmlElement, story: JsValue, emit: js_sys::Function) -> Result<Handle, JsValue> {
    Ok(mount_story(&container, read_story(story)?, emit)?)
}

fn read_story(value: JsValue) -> Result<Story, MountError> {
    let data = serde_wasm_bindgen::from_value(value).map_err(|error| MountError::NoData(error.to_string()))?;
    let story = story::from_value(data).map_err(MountError::Story)?;
    let mut problems = story::check(&story).into_iter();
    match problems.next() {
        None => Ok(story),
        Some(first) => Err(MountError::Unsound { first, more: problems.count() }),
    }
}

fn mount_story(container: &HtmlElement, story: Story, emit: js_sys::Function) -> Result<Handle, MountError> {
    let root = container.get_root_node().dyn_into::<ShadowRoot>().map_err(|_| MountError::NoShadowRoot)?;
    adopt(&root).map_err(|_| MountError::NoSheets)?;
    let width = f64::from(container.client_width());
    let made = Rc::new(Cell::new(None));
    let views = mount_to(container.clone(), {
        let (container, made) = (container.clone(), made.clone());
        move || {
            // Made inside, so that the views' owner also owns the state.
            let tools = Tools::new(State::new(Model::new(story), width), Measure::for_element(&container));
            made.set(Some(tools.state));
            announce(tools.state, emit);
            App(AppProps { tools })
        }
    });
    let state = made.get().ok_or(MountError::Destroyed)?;
    let watch = watch_width(container, move |width| state.set_width(width));
    Ok(Handle { mounted: Some(Mounted { state, _views: Box::new(views), _width: watch }) })
}

/// Tells the host of every selection but the first, which is none.
fn announce(state: State, emit: js_sys::Function) {
    let emit = StoredValue::new_local(emit);
    Effect::new(move |before: Option<Option<Selection>>| {
        let selected = state.selected();
        if before.is_some_and(|before| before != selected) {
            let model = state.model();
            let id = selected.and_then(|selection| model.id(selection)).map_or(JsValue::NULL, JsValue::from_str);
            // What a host's listener throws is the host's own affair.
            let _ = emit.with_value(|emit| emit.call2(&JsValue::NULL, &"select".into(), &id));
        }
        selected
    });
}

#[wasm_bindgen]
impl Handle {
    /// Selects the item with this id; none when it is `undefined` or `null`.
    ///
    /// # Errors
    ///
    /// A JavaScript `Error` when there is no such item or the widget is gone.
    pub fn select(&self, id: Option<String>) -> Result<(), JsValue> {
        let mounted = self.mounted.as_ref().ok_or(MountError::Destroyed)?;
        let selection = match id {
            None => None,
            Some(id) => Some(mounted.state.model().find(&id).ok_or(MountError::NoItem(id))?),
        };
        mounted.state.select(selection);
        Ok(())
    }

    /// Takes the widget down. A second call does nothing.
    pub fn destroy(&mut self) {
        self.mounted = None;
    }
}
