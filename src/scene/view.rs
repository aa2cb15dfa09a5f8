//! A picture on the screen, and what a reader does to it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use drawing::geometry::{Point, Size};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlCanvasElement, KeyboardEvent, PointerEvent, WheelEvent};

use super::gesture::{Act, Gesture};
use super::paint::part_of;
use super::step::Step;
use crate::key::closed;
use crate::model::Selection;
use crate::panel::{Action, Node, Panel, el, focus_on, panel};
use crate::parts::{Arrival, Rest};
use crate::state::State;

/// By how much a press of the zoom keys and buttons enlarges.
const STEP: f64 = 1.4;

/// What a picture hears.
const EVENTS: [&str; 10] = [
    "click",
    "keydown",
    "wheel",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerleave",
    "focusin",
    "transitionend",
];

/// What a picture is drawn on: it knows its parts by their numbers.
pub(crate) trait Surface {
    /// Puts itself on the ground and shows what there is to see; the signals
    /// that it reads are watched.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    fn paint(&self, ground: &Element) -> Result<(), JsValue>;
    /// The size of the picture in its own pixels.
    fn size(&self) -> Size;
    /// Moves the picture.
    fn act(&self, act: Act);
    /// The part that an event is about, which happened at a place in the picture.
    fn part(&self, event: &Event, at: Point) -> Option<usize>;
    /// Whether a mouse can take hold of the part.
    fn is_held(&self, part: usize) -> bool;
    /// What choosing the part selects.
    fn target(&self, part: usize) -> Option<Selection>;
    /// The part that a step from another leads to, among those that a screen
    /// reader knows.
    fn neighbour(&self, from: usize, step: Step) -> Option<usize>;
    /// Moves the focus to a part.
    fn focus(&self, part: usize);
    /// The part that is pointed at, or that has come to have the focus.
    fn near(&self, part: Option<usize>, has_focus: bool);
    /// The kinds of file that it can be saved as.
    fn files(&self) -> &'static [File];
    /// Saves what is seen as a file.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    fn save(&self, rest: &Rest, file: File, host: &Element) -> Result<(), JsValue>;
    /// What its lines and marks mean.
    fn key(&self, rest: &Rest) -> Node;
}

/// The kinds of file that a picture is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum File {
    Svg,
    Png,
}

/// What a button does to a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Press {
    ZoomIn,
    ZoomOut,
    Whole,
    Save(File),
}

/// A picture, and what belongs to it.
pub(crate) struct Picture {
    /// What it is drawn on; the signals that it reads are watched.
    pub(crate) surface: Rc<dyn Fn() -> Rc<dyn Surface>>,
    /// What stands under the picture, beside the buttons.
    pub(crate) under: Box<dyn Fn() -> Vec<Node>>,
    /// Whether there is something to explain in it.
    pub(crate) has_key: bool,
    /// What follows from choosing something there.
    pub(crate) on: Box<dyn Fn(Action)>,
}

/// A picture on the screen: a click selects, Enter and Space select, the
/// arrow keys go to what lies that way, Escape goes back.
///
/// The page's scroll is never trapped: one finger scrolls the page, and so
/// does the wheel, unless Ctrl or ⌘ is held or the picture was clicked into.
pub(crate) fn picture(state: State, picture: Picture) -> AnyView {
    let Picture { surface, under, has_key, on } = picture;
    let ground = NodeRef::<html::Div>::new();
    let shown = StoredValue::new_local(None::<Rc<dyn Surface>>);
    let hand = Rc::new(Hand { state, gesture: RefCell::default(), is_clicked_into: Cell::new(false) });
    let heard = move |event: Event| {
        // The browser may still tell of a picture that has just gone.
        if let Some(surface) = shown.try_get_value().flatten() {
            hand.hear(&*surface, &event);
        }
    };
    let heard = RefCell::new(Some(heard));
    let of_ground = surface.clone();
    Effect::new(move |_| {
        let Some(ground) = ground.get() else { return };
        if let Some(heard) = heard.take() {
            // Collected with the element that it listens to.
            let listener = Closure::<dyn Fn(Event)>::new(heard).into_js_value();
            for name in EVENTS {
                // Listening to an element does not fail.
                let _ = ground.add_event_listener_with_callback(name, listener.unchecked_ref());
            }
        }
        let now = of_ground();
        if !shown.get_value().is_some_and(|before| Rc::ptr_eq(&before, &now)) {
            ground.set_text_content(None);
            shown.set_value(Some(now.clone()));
        }
        // What a browser refuses to draw leaves the last picture as it was.
        let _ = now.paint(&ground);
    });
    // The file that is asked for, until what makes it is there.
    let wanted = RwSignal::new(None::<File>);
    Effect::new(move |_| {
        let (Some(file), Some(surface), Some(ground)) = (wanted.get(), shown.get_value(), ground.get()) else { return };
        match state.arrival() {
            Arrival::Here(rest) => {
                if untrack(|| surface.save(&rest, file, &ground)).is_err() {
                    state.tell(state.words().export.refused.to_owned());
                }
            }
            Arrival::Failed => state.tell(state.words().unreached.to_owned()),
            Arrival::Unasked | Arrival::OnItsWay => return,
        }
        wanted.set(None);
    });
    let row = panel(Panel {
        draw: Box::new(move || {
            let key = has_key.then(|| closed(state, &|rest| surface().key(rest)));
            let beside = el("div", "").with(under()).and(key);
            let buttons = buttons(state, surface().files());
            vec![el("div", "under").and(Some(beside)).and(Some(el("div", "zoom").with(buttons)))]
        }),
        on: Box::new(move |event, action| {
            match (&*event.type_(), action, shown.get_value()) {
                ("click", Some(Action::Picture(Press::Save(file))), _) => {
                    state.want_rest();
                    wanted.set(Some(file));
                }
                ("click", Some(Action::Picture(press)), Some(surface)) => pressed(&*surface, press),
                ("click", Some(action), _) => {
                    on(action);
                    let near = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                    // A way back that was taken goes away.
                    if let Some(near) = near.filter(|near| !near.has_attribute("aria-pressed"))
                        && matches!(action, Action::Focus(_))
                    {
                        focus_on(&near, ".focus");
                    }
                }
                ("keydown", ..) if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" => _ = state.back(),
                _ => {}
            }
        }),
        drawn: Box::new(|_| ()),
    });
    view! {
        <div node_ref=ground></div>
        {row}
    }
    .into_any()
}

/// Buttons that zoom, for those who have neither wheel nor second finger, and
/// those that save the picture as a file.
fn buttons(state: State, files: &[File]) -> Vec<Node> {
    let (controls, export) = (&state.words().controls, &state.words().export);
    let button = |class: &str, sign: &str, name: &str, press: Press| {
        Node::button(class, sign, Action::Picture(press)).attribute("aria-label", name).attribute("title", name)
    };
    let mut row = vec![
        button("", "+", controls.zoom_in, Press::ZoomIn),
        button("", "−", controls.zoom_out, Press::ZoomOut),
        button("", "⤢", controls.fit, Press::Whole),
    ];
    for &file in files {
        let (sign, name) = match file {
            File::Svg => ("SVG", export.picture_svg),
            File::Png => ("PNG", export.picture_png),
        };
        row.push(button("quiet", sign, name, Press::Save(file)));
    }
    row
}

fn pressed(surface: &dyn Surface, press: Press) {
    surface.act(match press {
        Press::ZoomIn => Act::Zoom(STEP, middle(surface)),
        Press::ZoomOut => Act::Zoom(1.0 / STEP, middle(surface)),
        Press::Whole => Act::Whole,
        Press::Save(_) => return,
    });
}

fn middle(surface: &dyn Surface) -> Point {
    let size = surface.size();
    Point::new(size.width / 2.0, size.height / 2.0)
}

/// The reader's hand on a picture.
struct Hand {
    state: State,
    gesture: RefCell<Gesture>,
    is_clicked_into: Cell<bool>,
}

impl Hand {
    fn hear(&self, surface: &dyn Surface, event: &Event) {
        // The name of an event says what it is.
        let (pointer, wheel): (&PointerEvent, &WheelEvent) = (event.unchecked_ref(), event.unchecked_ref());
        let at = || place(surface, pointer);
        // What is held down is called the same in events of all kinds.
        let is_with_key = pointer.ctrl_key() || pointer.meta_key();
        match &*event.type_() {
            "click" if !self.gesture.borrow().has_moved() => {
                self.state.select(surface.part(event, at()).and_then(|part| surface.target(part)));
            }
            // Another button opens a menu, which may keep for itself that it was let go.
            "pointerdown" if pointer.buttons() == 1 => {
                self.is_clicked_into.set(true);
                let part = surface.part(event, at()).filter(|&part| surface.is_held(part));
                let is_mouse = pointer.pointer_type() != "touch";
                self.gesture.borrow_mut().press(pointer.pointer_id(), at(), is_mouse, part);
            }
            "pointermove" => self.shift(surface, pointer),
            "pointerup" | "pointercancel" => self.gesture.borrow_mut().release(pointer.pointer_id()),
            "pointerleave" => {
                self.is_clicked_into.set(false);
                surface.near(None, false);
            }
            "focusin" => surface.near(part_of(event), true),
            "wheel" if is_with_key || self.is_clicked_into.get() => {
                event.prevent_default();
                // A notch of a wheel is about a hundred pixels.
                let factor = (1.0 - wheel.delta_y() / 400.0).clamp(1.0 / STEP, STEP);
                surface.act(Act::Zoom(factor, at()));
            }
            // A canvas' colours follow the colour scheme, which says so as a transition.
            "transitionend" => {
                if let Some(canvas) = event.target().and_then(|it| it.dyn_into::<HtmlCanvasElement>().ok())
                    && let Some(ground) = canvas.parent_element()
                {
                    let _ = untrack(|| surface.paint(&ground));
                }
            }
            // Such a key is the browser's or the page's: it enlarges all of the page, or leads back.
            "keydown" if is_with_key || pointer.alt_key() => {}
            "keydown" => self.key(surface, event.unchecked_ref()),
            _ => {}
        }
    }

    fn shift(&self, surface: &dyn Surface, event: &PointerEvent) {
        let to = place(surface, event);
        let what = self.gesture.borrow_mut().shift(event.pointer_id(), to, event.buttons() != 0);
        let Some(what) = what else {
            if event.buttons() == 0 {
                surface.near(surface.part(event, to), false);
            }
            return;
        };
        // From here on the movement is the picture's, wherever it leads.
        if let Some(ground) = event.current_target() {
            let _ = ground.unchecked_ref::<Element>().set_pointer_capture(event.pointer_id());
        }
        event.prevent_default();
        surface.act(what);
    }

    fn key(&self, surface: &dyn Surface, event: &KeyboardEvent) {
        let part = part_of(event);
        match (&*event.key(), part) {
            ("+" | "=", _) => surface.act(Act::Zoom(STEP, middle(surface))),
            ("-", _) => surface.act(Act::Zoom(1.0 / STEP, middle(surface))),
            ("0", _) => surface.act(Act::Whole),
            // With nothing to leave, it may close what the page has around the widget.
            ("Escape", _) => {
                if !self.state.back() {
                    return;
                }
            }
            ("Enter" | " ", Some(part)) => self.state.select(surface.target(part)),
            (key, Some(part)) => {
                let Some(step) = Step::of_key(key) else { return };
                let Some(next) = surface.neighbour(part, step) else { return };
                surface.focus(next);
            }
            _ => return,
        }
        event.prevent_default();
    }
}

/// Where something happened, in the picture's own pixels.
fn place(surface: &dyn Surface, event: &PointerEvent) -> Point {
    let Some(ground) = event.current_target() else { return Point::default() };
    let bounds = ground.unchecked_ref::<Element>().get_bounding_client_rect();
    let scale = surface.size().width / bounds.width().max(1.0);
    let (x, y) = (f64::from(event.client_x()) - bounds.left(), f64::from(event.client_y()) - bounds.top());
    Point::new(x * scale, y * scale)
}
