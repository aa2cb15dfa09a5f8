//! The parts of the widget that come when they are wanted, each in a file of its own.
//!
//! A page that shows the widget loads its first view. Beside it there are
//!
//! - the rest: what follows from the reader's hand (the details of a thing, the
//!   search, the guided way in, the key, files, all of a large story);
//! - the axis: the timeline of a wide widget, so that a phone does without it;
//! - the words of another language than English.
//!
//! The first part knows the others as the addresses of functions: `wasm-split`
//! moves whatever is reached through one of [`rest`], [`axis`] and [`words`]
//! alone into that file. Where the widget is whole, as in the studio page, the
//! functions are simply there.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use drawing::geometry::Size;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::app::Tools;
use crate::diagram::{Crowd, Seen};
use crate::model::Selection;
use crate::panel::{Node, Panel};
use crate::scene::{File, Painter, Scene, Surface};
use crate::state::State;
use crate::words::{EN, Words};
use crate::{details, diagram, export, key, scene, search, tour};

/// Makes what a crowd is drawn on, in a frame of a size, for who looks at it.
type DrawOn = fn(Tools, Arc<Crowd>, Memo<Size>, Seen) -> Rc<dyn Surface>;

/// Where the functions of the rest are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rest {
    /// What is behind something that is selected.
    pub(crate) details: fn(Tools, Selection) -> Vec<Node>,
    /// What it is called.
    pub(crate) heading: fn(Tools, Selection) -> String,
    /// Copies the citation of a sentence.
    pub(crate) cite: fn(Tools, usize, usize, &Element),
    pub(crate) search: fn(Tools) -> Panel,
    pub(crate) tour_start: fn(Tools) -> Panel,
    pub(crate) tour: fn(Tools) -> Panel,
    pub(crate) begin_tour: fn(State, usize),
    pub(crate) export: fn(Tools) -> Panel,
    /// All of a large story in the diagram: makes it, and what it is drawn on.
    pub(crate) make_crowd: fn(Tools, Size, RwSignal<bool>),
    pub(crate) sheet: DrawOn,
    /// Saves a picture, as a view that is called so.
    pub(crate) save: fn(Tools, &Painter, &str, File, &Element) -> Result<(), JsValue>,
    /// What the lines and marks of a picture mean, and those of a narrow timeline.
    pub(crate) key: fn(State, &Scene) -> Node,
    pub(crate) key_of_column: fn(State) -> Node,
}

/// Makes the axis of time, with what stands under it.
pub(crate) type Axis = fn(Tools) -> AnyView;

/// Whether a part is there.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Arrival<T> {
    /// Nobody has asked for it.
    Unasked,
    OnItsWay,
    /// The network gave nothing; who asks again may be luckier.
    Failed,
    Here(T),
}

impl<T> Arrival<T> {
    /// Whether it may be asked for.
    fn is_missing(&self) -> bool {
        matches!(self, Self::Unasked | Self::Failed)
    }

    /// What an attempt has brought.
    fn of<E>(brought: Result<T, E>) -> Self {
        brought.map_or(Self::Failed, Self::Here)
    }
}

/// The ways to the other files, one each.
#[cfg(feature = "in-parts")]
mod ways {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Axis, Rest, Words, all};

    #[wasm_split(rest, fallible)]
    pub(super) fn rest() -> Result<Rest, SplitLoaderError> {
        Ok(all())
    }

    #[wasm_split(axis, fallible)]
    pub(super) fn axis() -> Result<Axis, SplitLoaderError> {
        Ok(crate::timeline::horizontal)
    }

    #[wasm_split(words, fallible)]
    pub(super) fn words(tag: String) -> Result<&'static Words, SplitLoaderError> {
        Ok(Words::of(&tag))
    }
}

/// Everything is here.
#[cfg(not(feature = "in-parts"))]
mod ways {
    use std::convert::Infallible;
    use std::future::ready;

    use super::{Axis, Rest, Words, all};

    pub(super) fn rest() -> impl Future<Output = Result<Rest, Infallible>> {
        ready(Ok(all()))
    }

    pub(super) fn axis() -> impl Future<Output = Result<Axis, Infallible>> {
        ready(Ok(crate::timeline::horizontal as Axis))
    }

    #[expect(clippy::needless_pass_by_value, reason = "so is it where it is in parts")]
    pub(super) fn words(tag: String) -> impl Future<Output = Result<&'static Words, Infallible>> {
        ready(Ok(Words::of(&tag)))
    }
}

fn all() -> Rest {
    Rest {
        details: details::of,
        heading: details::heading,
        cite: export::copy_citation,
        search: search::search,
        tour_start: tour::start,
        tour: tour::tour,
        begin_tour: tour::begin,
        export: export::export,
        make_crowd: diagram::make_crowd,
        sheet: diagram::sheet,
        save: scene::save,
        key: key::key,
        key_of_column: key::key_of_column,
    }
}

/// The words of the language that a BCP 47 tag names, as soon as they are there; English until then, and where there
/// are none.
pub(crate) fn words_of(tag: String) -> Rc<Cell<&'static Words>> {
    let words = Rc::new(Cell::new(&EN));
    if Words::are_apart(&tag) {
        let coming = words.clone();
        // Nothing of Leptos is there before the first mount.
        wasm_bindgen_futures::spawn_local(async move {
            coming.set(ways::words(tag).await.unwrap_or(&EN));
        });
    }
    words
}

impl State {
    /// The rest, if it is there.
    pub(crate) fn rest(self) -> Option<Rest> {
        match self.arrival() {
            Arrival::Here(rest) => Some(rest),
            _ => None,
        }
    }

    /// Asks for the rest, unless it is there or on its way.
    pub(crate) fn want_rest(self) {
        if self.arrival_untracked().is_some_and(|arrival| arrival.is_missing()) {
            self.set_arrival(Arrival::OnItsWay);
            spawn_local(async move {
                self.set_arrival(Arrival::of(ways::rest().await));
            });
        }
    }

    /// Asks for the axis, unless it is there or on its way.
    pub(crate) fn want_axis(self) {
        if self.axis_untracked().is_some_and(|arrival| arrival.is_missing()) {
            self.set_axis(Arrival::OnItsWay);
            spawn_local(async move {
                self.set_axis(Arrival::of(ways::axis().await));
            });
        }
    }
}
