//! The rest of the widget: what no reader sees before touching it.
//!
//! A page that shows the widget loads its first view. What follows from the
//! reader's hand (the details of a thing, the search, the guided way in, files,
//! all of a large story) comes in a second file. The first knows it as the
//! addresses of functions, in [`Rest`]: `wasm-split` moves whatever is reached
//! through [`rest`] alone into that file. Where the widget is not in two, as in
//! the studio page, the functions are simply there.

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
use crate::scene::{File, Painter, Surface};
use crate::state::State;
use crate::{details, diagram, export, scene, search, tour};

/// Makes what a crowd is drawn on, in a frame of a size, for who looks at it.
type DrawOn = fn(State, Arc<Crowd>, Memo<Size>, Seen) -> Rc<dyn Surface>;

/// Where the functions of the second file are.
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
    /// Saves a picture.
    pub(crate) save: fn(&Painter, File, &Element, &str, &str) -> Result<(), JsValue>,
}

/// Whether the rest is there.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Arrival {
    /// Nobody has asked for it.
    Unasked,
    OnItsWay,
    /// The network gave nothing; who asks again may be luckier.
    Failed,
    Here(Rest),
}

/// The one way to the second file.
#[cfg(feature = "in-two")]
#[wasm_split_helpers::wasm_split(rest, fallible)]
fn rest() -> Result<Rest, wasm_split_helpers::SplitLoaderError> {
    Ok(all())
}

#[cfg(not(feature = "in-two"))]
async fn rest() -> Result<Rest, std::convert::Infallible> {
    std::future::ready(Ok(all())).await
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
    }
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
        if matches!(self.arrival_untracked(), Some(Arrival::Unasked | Arrival::Failed)) {
            self.set_arrival(Arrival::OnItsWay);
            spawn_local(async move {
                self.set_arrival(rest().await.map_or(Arrival::Failed, Arrival::Here));
            });
        }
    }
}
