//! A panel that comes with the rest of the widget.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, HtmlElement};

use super::{Node, Panel, panel};
use crate::app::Tools;
use crate::parts::Rest;

/// A panel that says `first` until `whole` is there. What a reader does to it
/// before is done once more then: nobody has to press twice.
pub(crate) fn later(tools: Tools, first: fn(Tools) -> Vec<Node>, whole: fn(&Rest) -> fn(Tools) -> Panel) -> AnyView {
    let state = tools.state;
    let made = Rc::new(OnceCell::<Panel>::new());
    let owner = Owner::current();
    let missed = Rc::new(RefCell::new(None::<(HtmlElement, String)>));
    panel(Panel {
        draw: Box::new({
            let made = made.clone();
            move || {
                let Some(rest) = state.rest() else { return first(tools) };
                let come = || whole(&rest)(tools);
                // Its signals belong to the place, not to this effect, which runs again.
                let panel = made.get_or_init(|| owner.as_ref().map_or_else(come, |owner| owner.with(come)));
                (panel.draw)()
            }
        }),
        on: Box::new({
            let (made, missed) = (made.clone(), missed.clone());
            move |event, action| {
                if let Some(panel) = made.get() {
                    return (panel.on)(event, action);
                }
                state.want_rest();
                let kind = event.type_();
                if kind == "input" || (kind == "click" && action.is_some()) {
                    let target = event.target().and_then(|target| target.dyn_into().ok());
                    *missed.borrow_mut() = target.map(|target| (target, kind));
                }
            }
        }),
        drawn: Box::new(move |root| {
            let Some(panel) = made.get() else { return };
            (panel.drawn)(root);
            if let Some((target, kind)) = missed.take() {
                let init = EventInit::new();
                init.set_bubbles(true);
                // An element that is gone hears nothing.
                let _ = Event::new_with_event_init_dict(&kind, &init).map(|event| target.dispatch_event(&event));
            }
        }),
    })
}
