//! The widget of Backstory: a relationship diagram, a timeline, and the
//! sentence behind every item of a story.
//!
//! This file is the boundary to JavaScript: [`mount`] puts the widget into an
//! element, the [`Handle`] that it gives back steers it and takes it down
//! again. Nothing else is exported to JavaScript. `embed/view.js` is who calls it in a news
//! page, `src/studio/preview.rs` in the studio.

#![expect(unreachable_pub, reason = "the component macro makes its functions pub")]

mod app;
mod details;
mod diagram;
mod export;
mod incoming;
mod key;
mod model;
mod panel;
mod parts;
mod pieces;
mod platform;
#[cfg(test)]
mod samples;
mod scene;
mod search;
mod sources;
mod state;
mod time;
mod timeline;
mod tour;
mod words;

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use leptos::prelude::*;
use story::{Day, Story, When};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use crate::app::{Tools, app};
pub use crate::incoming::Incoming;
use crate::model::{Model, Selection};
use crate::panel::focus_on;
#[cfg(feature = "studio")]
pub use crate::platform::save_text;
use crate::platform::{Measure, Watch, adopt, on_touch, watch_width};
use crate::state::{Choices, State, Tab, Window};
use crate::words::Words;

/// Two-level segregated fit (Masmano et al., 2004): small, and in constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Why the widget cannot show something.
#[derive(Debug, Error)]
enum MountError {
    #[error("The widget must be mounted inside a shadow root")]
    NoShadowRoot,
    #[error("This browser does not let a page make style sheets (adoptedStyleSheets)")]
    NoSheets,
    #[error("There is no item with the id {} in this story", story::Quoted(.0))]
    NoItem(String),
    #[error("A window is from one EDTF date to another, and {0}")]
    NoDate(story::WhenError),
    #[error("A window's first date must not be after its last")]
    Backwards,
    #[error("This widget has been destroyed")]
    Destroyed,
}

impl From<MountError> for JsValue {
    fn from(error: MountError) -> Self {
        js_sys::Error::new(&error.to_string()).into()
    }
}

/// A mounted widget. Dropping it or calling `destroy` takes it down.
#[wasm_bindgen]
pub struct Handle {
    mounted: Option<Mounted>,
}

struct Mounted {
    state: State,
    container: HtmlElement,
    asked: Options,
    emit: js_sys::Function,
    /// Leptos' own handle: dropping it unmounts the views.
    _views: Box<dyn Any>,
    _width: Watch,
}

/// Puts the widget into `container`, an element inside a shadow root, and
/// shows `story`, as far as there is something to see at once; [`Handle::step`]
/// brings the rest.
///
/// `options` is an object; of its fields, `view` names the view that is on top
/// where there is room for one, and `steps` the step of the guided way in to
/// begin with.
///
/// `emit` is called with a name and what belongs to it: `("select", id or
/// null)` whenever something else is selected, and `("window", from or null,
/// to or null)` whenever the time is narrowed to other days.
///
/// # Errors
///
/// A JavaScript `Error` with a sentence when the story is not sound or the
/// container will not do.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "JavaScript hands its values over")]
pub fn mount(
    container: HtmlElement,
    story: Incoming,
    options: JsValue,
    emit: js_sys::Function,
) -> Result<Handle, JsValue> {
    let (asked, words, story) = (Options::read(&options), story.words(), story.story()?);
    let root = container.get_root_node().dyn_into::<ShadowRoot>().map_err(|_| MountError::NoShadowRoot)?;
    adopt(&root).map_err(|_| MountError::NoSheets)?;
    let choices = Choices { tab: asked.view.unwrap_or_default(), ..Choices::default() };
    Ok(Handle { mounted: Some(mount_story(container, (story, words), asked, (choices, asked.step), emit)?) })
}

/// What a page chooses when it mounts.
#[derive(Clone, Copy)]
struct Options {
    view: Option<Tab>,
    /// The step of the guided way in to begin with, from nought.
    step: Option<usize>,
}

impl Options {
    fn read(options: &JsValue) -> Self {
        let text = |name: &str| js_sys::Reflect::get(options, &name.into()).ok().and_then(|value| value.as_string());
        let view = match text("view").as_deref() {
            Some("diagram") => Some(Tab::Diagram),
            Some("timeline") => Some(Tab::Timeline),
            Some("sources") => Some(Tab::Sources),
            // Of another, the loader has told who made the page.
            _ => None,
        };
        // "1" is the first; what is no number begins at the beginning.
        let step = text("steps").map(|step| step.parse::<usize>().map_or(0, |step| step.saturating_sub(1)));
        Self { view, step }
    }
}

/// Shows a story with what has been chosen already, and begins the guided way in at a step, if
/// there is one to begin at.
fn mount_story(
    container: HtmlElement,
    (story, words): (Story, &'static Words),
    asked: Options,
    (choices, step): (Choices, Option<usize>),
    emit: js_sys::Function,
) -> Result<Mounted, MountError> {
    let width = f64::from(container.client_width());
    let made = Rc::new(Cell::new(None));
    let views = mount_to(container.clone(), {
        let (container, made, emit) = (container.clone(), made.clone(), emit.clone());
        move || {
            // Made inside, so that the views' owner also owns the state.
            let tools = Tools::new(State::new(Model::new(story), width, words), Measure::for_element(&container));
            let state = tools.state;
            made.set(Some(state));
            state.choose(&choices);
            if let Some(step) = step {
                begin_tour(state, step);
            }
            announce(state, choices, emit);
            Effect::new(move |_| {
                if state.is_wide() {
                    state.want_axis();
                }
            });
            app(tools)
        }
    });
    let state = made.get().ok_or(MountError::Destroyed)?;
    if let Some(section) = container.first_element_child() {
        on_touch(&section, move || state.want_rest());
    }
    let width = watch_width(&container, move |width| state.set_width(width));
    Ok(Mounted { state, container, asked, emit, _views: Box::new(views), _width: width })
}

/// Begins the guided way in as soon as it has come.
fn begin_tour(state: State, step: usize) {
    state.want_rest();
    Effect::new(move |begun: Option<bool>| {
        let rest = state.rest().filter(|_| begun != Some(true));
        if let Some(rest) = rest {
            untrack(|| (rest.begin_tour)(state, step));
        }
        begun == Some(true) || rest.is_some()
    });
}

/// Tells the host of every selection and every window but those that it knows of.
fn announce(state: State, known: Choices, emit: js_sys::Function) {
    let emit = StoredValue::new_local(emit);
    let tell = move |event: &Array| {
        // What a host's listener throws is the host's own affair.
        let _ = emit.with_value(|emit| emit.apply(&JsValue::NULL, event));
    };
    Effect::new(move |before: Option<Option<Selection>>| {
        let selected = state.selected();
        let id = selected.and_then(|selected| state.model().id(selected).map(str::to_owned));
        if before.map_or(id != known.selected, |before| before != selected) {
            tell(&Array::of2(&"select".into(), &id.map_or(JsValue::NULL, JsValue::from)));
        }
        selected
    });
    Effect::new(move |before: Option<Window>| {
        let window = state.window();
        if before.unwrap_or(known.window) != window {
            let day = |day: Option<Day>| day.map_or(JsValue::NULL, |day| JsValue::from_str(When::day(day).as_str()));
            tell(&Array::of3(&"window".into(), &day(window.0), &day(window.1)));
        }
        window
    });
}

#[wasm_bindgen]
impl Handle {
    /// Shows the next part of the widget; gives whether there is another. A
    /// page that lets its reader in between two parts stays quick on a slow
    /// phone.
    ///
    /// # Errors
    ///
    /// A JavaScript `Error` when the widget is gone.
    pub fn step(&self) -> Result<bool, JsValue> {
        Ok(self.mounted()?.state.show_more())
    }

    /// Selects the item with this id; none when it is `undefined` or `null`.
    ///
    /// # Errors
    ///
    /// A JavaScript `Error` when there is no such item or the widget is gone.
    pub fn select(&self, id: Option<String>) -> Result<(), JsValue> {
        let state = self.mounted()?.state;
        let selection = match id {
            None => None,
            Some(id) => Some(state.model().find(&id).ok_or(MountError::NoItem(id))?),
        };
        state.select(selection);
        state.chosen_by_page();
        Ok(())
    }

    /// Narrows the time to the days from the start of one EDTF date to the end
    /// of another; a side that is `undefined` or `null` stays open.
    ///
    /// # Errors
    ///
    /// A JavaScript `Error` when a date is none, they are the wrong way round,
    /// or the widget is gone.
    pub fn window(&self, from: Option<String>, to: Option<String>) -> Result<(), JsValue> {
        let state = self.mounted()?.state;
        let date = |text: Option<String>| text.map(|text| When::parse(&text)).transpose().map_err(MountError::NoDate);
        let from = date(from)?.and_then(|date| date.first_day());
        let to = date(to)?.and_then(|date| date.last_day());
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            return Err(MountError::Backwards.into());
        }
        state.set_window((from, to));
        Ok(())
    }

    /// Shows another story, or another version of this one, in the place of
    /// what is there. What is selected stays so if it is still there, and so does what else
    /// the reader has chosen; of the options, those count that are others than before.
    ///
    /// # Errors
    ///
    /// As [`mount`]; then the story that is there stays.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript hands its values over")]
    pub fn update(&mut self, story: Incoming, options: JsValue) -> Result<(), JsValue> {
        let (asked, words, story) = (Options::read(&options), story.words(), story.story()?);
        let Mounted { state, container, asked: before, emit, _views: views, _width: width } =
            self.mounted.take().ok_or(MountError::Destroyed)?;
        let mut choices = state.choices();
        if asked.view != before.view {
            choices.tab = asked.view.unwrap_or_default();
        }
        let step = asked.step.filter(|_| asked.step != before.step);
        let has_focus = container.query_selector(":focus").is_ok_and(|focused| focused.is_some());
        drop((views, width));
        let mounted = mount_story(container, (story, words), asked, (choices, step), emit)?;
        if let Some(section) = mounted.container.first_element_child().filter(|_| has_focus) {
            // What had the focus is no more, and the keyboard would start again at the page's top.
            let _ = section.set_attribute("tabindex", "-1");
            focus_on(&section, ".backstory");
        }
        self.mounted = Some(mounted);
        Ok(())
    }

    /// Takes the widget down. A second call does nothing.
    pub fn destroy(&mut self) {
        self.mounted = None;
    }

    fn mounted(&self) -> Result<&Mounted, MountError> {
        self.mounted.as_ref().ok_or(MountError::Destroyed)
    }
}
