//! The crowd on the screen: a canvas, and within it a button for each dot, so
//! that the keyboard and screen readers find all that is drawn.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use drawing::geometry::{Mark, Point, Rect, Shape, Size};
use drawing::viewport::Viewport;
use leptos::prelude::*;
use story::EntityKind;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Element, Event, HtmlCanvasElement, HtmlElement};

use super::crowd::{Crowd, Look};
use super::layers::{Colours, HALO, Shapes, kinds, layers, legend, scene_of, style};
use super::nodes::NAME_PX;
use super::picture::kind_class;
use super::view::are_shown;
use crate::app::Tools;
use crate::model::Selection;
use crate::panel::Node;
use crate::parts::Rest;
use crate::scene::{Act, File, Moving, PART, Step, Surface, part_of, save_scene, tenths};
use crate::state::State;

/// How a reader looks at a crowd.
#[derive(Clone, Copy)]
pub(crate) struct Seen {
    /// The view, when it is not of the whole.
    pub(super) moved: RwSignal<Option<Viewport>>,
    /// The dot that is pointed at, or has the focus.
    pub(super) near: RwSignal<Option<usize>>,
    pub(super) moving: Moving,
}

/// What is drawn beyond each edge of the frame, as a share of the frame, so that a picture that
/// is pushed has not to be drawn in each frame.
const MARGIN: f64 = 0.25;
/// The attribute of a canvas that is being moved.
const MOVING: &str = "data-moving";

/// What a crowd is drawn on.
pub(super) struct Sheet {
    tools: Tools,
    state: State,
    crowd: Arc<Crowd>,
    frame: Memo<Size>,
    seen: Seen,
    canvas: RefCell<Option<HtmlCanvasElement>>,
    /// What was drawn last, with its margin, and how it was looked at.
    kept: RefCell<Option<(HtmlCanvasElement, Viewport)>>,
    buttons: RefCell<Vec<HtmlElement>>,
    /// Whether each dot was shown when it was last drawn.
    shown: RefCell<Vec<bool>>,
    /// The dot whose button says that it is selected.
    pressed: Cell<Option<usize>>,
    /// The dot that Tab comes to.
    stop: Cell<Option<usize>>,
}

impl Sheet {
    /// A sheet that is yet to be drawn on.
    pub(super) fn new(tools: Tools, crowd: Arc<Crowd>, frame: Memo<Size>, seen: Seen) -> Self {
        Self {
            tools,
            state: tools.state,
            crowd,
            frame,
            seen,
            canvas: RefCell::default(),
            kept: RefCell::default(),
            buttons: RefCell::default(),
            shown: RefCell::default(),
            pressed: Cell::new(None),
            stop: Cell::new(None),
        }
    }

    fn viewport(&self) -> Viewport {
        let frame = self.frame.get();
        self.seen.moved.get().map_or_else(|| self.crowd.whole(frame), |view| self.crowd.held(view, frame))
    }

    /// What is seen at the moment.
    fn look<T>(&self, read: impl FnOnce(&Crowd, Look<'_>) -> T) -> T {
        let (lit, now) = (self.state.lit(), self.state.now());
        let look = Look {
            shown: &self.shown.borrow(),
            now: now.as_deref(),
            lit: lit.as_deref(),
            selected: self.state.selected(),
            near: self.seen.near.get(),
            viewport: self.viewport(),
            frame: self.frame.get(),
            margin: self.margin(),
            is_moving: self.seen.moving.get(),
        };
        read(&self.crowd, look)
    }

    /// What is drawn beyond the edges: whole pixels of the screen.
    fn margin(&self) -> Size {
        let (size, ratio) = (self.size(), ratio());
        let of = |side: f64| (side * MARGIN * ratio).floor() / ratio;
        Size::new(of(size.width), of(size.height))
    }

    /// The canvas, on the ground.
    fn canvas(&self, ground: &Element) -> Result<HtmlCanvasElement, JsValue> {
        if let Some(made) = &*self.canvas.borrow() {
            return Ok(made.clone());
        }
        let document = ground.owner_document().ok_or("an element has a document")?;
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
        for (name, value) in [("class", "crowd"), ("role", "group"), ("aria-label", self.state.words().diagram)] {
            canvas.set_attribute(name, value)?;
        }
        ground.append_child(&canvas)?;
        *self.canvas.borrow_mut() = Some(canvas.clone());
        Ok(canvas)
    }

    /// Makes the buttons say what is drawn.
    fn list(&self, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
        let Some(document) = canvas.owner_document() else { return Ok(()) };
        let model = self.state.model();
        let mut buttons = self.buttons.borrow_mut();
        for (at, dot) in self.crowd.dots.iter().enumerate().skip(buttons.len()) {
            let button: HtmlElement = document.create_element("button")?.dyn_into()?;
            let item = &model.story.entities[dot.entity];
            button.set_attribute(PART, &at.to_string())?;
            button.set_attribute("class", kind_class(dot.kind))?;
            button.set_attribute("tabindex", "-1")?;
            let words = self.state.words();
            let kind = (words.kind)(dot.kind);
            let named_in = (words.named_in)(model.source_count(dot.entity), model.story.articles.len());
            button.set_text_content(Some(&[&*item.name, ", ", kind, ", ", &named_in].concat()));
            canvas.append_child(&button)?;
            buttons.push(button);
        }
        let selected = self.state.selected();
        let pressed = self.pressed.take();
        let shown = are_shown(self.state, &mut self.crowd.dots.iter().map(|dot| (dot.entity, dot.kind)));
        for (at, button) in buttons.iter().enumerate() {
            if self.shown.borrow().get(at).copied().unwrap_or(true) != shown[at] {
                button.set_hidden(!shown[at]);
            }
            let is_pressed = selected == Some(Selection::Entity(self.crowd.dots[at].entity));
            if is_pressed {
                button.set_attribute("aria-pressed", "true")?;
                self.pressed.set(Some(at));
            } else if pressed == Some(at) {
                button.remove_attribute("aria-pressed")?;
            }
        }
        *self.shown.borrow_mut() = shown;
        self.stop_at(&buttons, None)
    }

    /// Makes this dot the one that Tab comes to, or keeps the one that is, if it is shown.
    fn stop_at(&self, buttons: &[HtmlElement], dot: Option<usize>) -> Result<(), JsValue> {
        let shown = self.shown.borrow();
        let is_shown = |dot: &usize| shown.get(*dot).is_some_and(|&is_shown| is_shown);
        let before = self.stop.get();
        let next = dot.or(before).filter(is_shown).or_else(|| (0..shown.len()).find(is_shown));
        for (at, index) in [(before, "-1"), (next, "0")] {
            if let Some(button) = at.and_then(|at| buttons.get(at)) {
                button.set_attribute("tabindex", index)?;
            }
        }
        self.stop.set(next);
        Ok(())
    }

    /// Draws all of it anew, with the colours of the canvas that is seen.
    fn draw(&self, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
        let view = self.viewport();
        let kept = self.kept.take().map(|(kept, _)| kept);
        let kept: HtmlCanvasElement = match (kept, canvas.owner_document()) {
            (Some(kept), _) => kept,
            (None, Some(document)) => document.create_element("canvas")?.dyn_into()?,
            (None, None) => return Ok(()),
        };
        let size = self.frame.get();
        resize(canvas, size.width, size.height);
        let context = context(&kept)?;
        let colours = self.colours(canvas)?;
        let frame = self.look(Crowd::frame);
        let (margin, ratio) = (self.margin(), ratio());
        let (width, height) = (size.width + 2.0 * margin.width, size.height + 2.0 * margin.height);
        resize(&kept, width, height);
        context.set_transform(ratio, 0.0, 0.0, ratio, margin.width * ratio, margin.height * ratio)?;
        context.set_global_alpha(1.0);
        context.set_fill_style_str(&colours.paper);
        context.fill_rect(-margin.width, -margin.height, width, height);

        for layer in layers(&self.crowd, &frame, &colours, self.state.lit().is_some()) {
            context.set_global_alpha(layer.alpha);
            context.begin_path();
            match &layer.shapes {
                Shapes::Lines(lines) => {
                    for (from, to) in *lines {
                        context.move_to(from.x, from.y);
                        context.line_to(to.x, to.y);
                    }
                }
                Shapes::Marks(marks) => marks.iter().try_for_each(|&mark| trace(&context, mark))?,
            }
            if let Some(width) = layer.line {
                context.set_line_width(width);
                context.set_stroke_style_str(layer.colour);
                context.stroke();
            } else {
                context.set_fill_style_str(layer.colour);
                context.fill();
            }
        }
        context.set_font(&[&tenths(NAME_PX), "px ", &colours.font].concat());
        context.set_text_align("center");
        context.set_text_baseline("middle");
        context.set_line_join("round");
        context.set_global_alpha(1.0);
        context.set_stroke_style_str(&colours.paper);
        context.set_fill_style_str(&colours.ink);
        context.set_line_width(HALO);
        for (place, dot) in &frame.names {
            let name = &self.crowd.dots[*dot].name;
            context.stroke_text(name, place.x, place.y)?;
            context.fill_text(name, place.x, place.y)?;
        }
        *self.kept.borrow_mut() = Some((kept, view));
        self.show(view);
        Ok(())
    }

    /// The colours of the canvas that is seen, and of its buttons.
    fn colours(&self, canvas: &HtmlCanvasElement) -> Result<Colours, JsValue> {
        let style = |element: &Element, property: &str| {
            let style = web_sys::window().map(|window| window.get_computed_style(element)).transpose()?.flatten();
            style.map_or_else(|| Ok(String::new()), |style| style.get_property_value(property))
        };
        let buttons = self.buttons.borrow();
        let mut kinds = Vec::new();
        for &kind in EntityKind::ALL {
            let first = self.crowd.dots.iter().position(|dot| dot.kind == kind);
            if let Some(button) = first.and_then(|first| buttons.get(first)) {
                kinds.push((kind, style(button, "color")?));
            }
        }
        Ok(Colours {
            ink: style(canvas, "color")?,
            paper: style(canvas, "background-color")?,
            line: style(canvas, "outline-color")?,
            accent: style(canvas, "caret-color")?,
            kinds,
            font: style(canvas, "font-family")?,
        })
    }

    /// Shows what of the last drawing is in view; gives whether that is all.
    fn show(&self, view: Viewport) -> bool {
        let (canvas, kept) = (self.canvas.borrow(), self.kept.borrow());
        let (Some(canvas), Some((kept, from)), margin, ratio) = (&*canvas, &*kept, self.margin(), ratio()) else {
            return false;
        };
        let (x, y) = (view.shift.x - from.shift.x, view.shift.y - from.shift.y);
        let is_all = (view.scale - from.scale).abs() < 1e-9 && x.abs() <= margin.width && y.abs() <= margin.height;
        let at = |by: f64, margin: f64| ((by - margin) * ratio).round();
        let show = |context: CanvasRenderingContext2d| {
            context.draw_image_with_html_canvas_element(kept, at(x, margin.width), at(y, margin.height))
        };
        is_all && context(canvas).and_then(show).is_ok()
    }
}

/// Pixels of the screen for each of the page.
fn ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    Ok(canvas.get_context("2d")?.ok_or("there is no canvas")?.dyn_into()?)
}

/// Gives a canvas its size in pixels of the page.
fn resize(canvas: &HtmlCanvasElement, width: f64, height: f64) {
    let ratio = ratio();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
    let (width, height) = ((width * ratio).round() as u32, (height * ratio).round() as u32);
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
}

/// Adds the outline of a mark to the path.
fn trace(context: &CanvasRenderingContext2d, mark: Mark) -> Result<(), JsValue> {
    let Point { x, y } = mark.centre;
    match mark.shape {
        Shape::Circle { radius } => {
            context.move_to(x + radius, y);
            context.arc(x, y, radius, 0.0, std::f64::consts::TAU)?;
        }
        Shape::Rounded { width, height, .. } => context.rect(x - width / 2.0, y - height / 2.0, width, height),
        Shape::Hexagon { .. } | Shape::Diamond { .. } => {
            for (at, corner) in mark.shape.corners(mark.centre).into_iter().enumerate() {
                if at == 0 { context.move_to(corner.x, corner.y) } else { context.line_to(corner.x, corner.y) }
            }
            context.close_path();
        }
    }
    Ok(())
}

impl Surface for Sheet {
    fn paint(&self, ground: &Element) -> Result<(), JsValue> {
        let canvas = self.canvas(ground)?;
        self.list(&canvas)?;
        self.draw(&canvas)?;
        if !self.seen.moving.get() {
            canvas.remove_attribute(MOVING)?;
        }
        Ok(())
    }

    fn size(&self) -> Size {
        self.frame.get_untracked()
    }

    fn act(&self, act: Act) {
        let view = untrack(|| self.viewport());
        let Seen { moved, moving, .. } = self.seen;
        if let Some(canvas) = &*self.canvas.borrow() {
            let _ = canvas.set_attribute(MOVING, "");
        }
        match act {
            Act::Pan(by) => {
                let view = self.crowd.held(view.panned(by), self.size());
                if self.show(view) {
                    // It is drawn anew when it rests.
                    moved.update_untracked(|moved| *moved = Some(view));
                    return moving.rest();
                }
                moved.set(Some(view));
            }
            Act::Zoom(factor, about) => moved.set(Some(view.zoomed(factor, about))),
            Act::Whole => moved.set(None),
            // A crowd's dots stay where they are.
            Act::Drag(..) => {}
        }
        moving.go();
    }

    fn part(&self, event: &Event, at: Point) -> Option<usize> {
        part_of(event).or_else(|| untrack(|| self.look(|crowd, look| crowd.at(at, look))))
    }

    fn is_held(&self, _part: usize) -> bool {
        false
    }

    fn target(&self, part: usize) -> Option<Selection> {
        self.crowd.target(part)
    }

    fn neighbour(&self, from: usize, step: Step) -> Option<usize> {
        let shown = self.shown.borrow();
        let there: Vec<usize> = (0..shown.len()).filter(|&dot| shown[dot]).collect();
        step.among(&there, from, &|dot| self.crowd.dots[dot].mark.centre)
    }

    fn focus(&self, part: usize) {
        let button = self.buttons.borrow().get(part).cloned();
        if let Some(button) = button {
            let _ = button.focus();
        }
    }

    fn near(&self, part: Option<usize>, has_focus: bool) {
        let dot = part.and_then(|part| self.crowd.dots.get(part));
        let part = part.filter(|_| dot.is_some());
        if self.seen.near.get_untracked() != part {
            self.seen.near.set(part);
        }
        let (Some(dot), true) = (dot, has_focus) else { return };
        let _ = self.stop_at(&self.buttons.borrow(), part);
        // What has the focus comes into sight.
        let (view, frame) = (untrack(|| self.viewport()), self.size());
        let place = view.to_screen(dot.mark.centre);
        if !Rect::frame(frame).holds(place) {
            self.act(Act::Pan(Point::new(frame.width / 2.0 - place.x, frame.height / 2.0 - place.y)));
        }
    }

    fn files(&self) -> &'static [File] {
        &[File::Svg, File::Png]
    }

    fn save(&self, _rest: &Rest, file: File, host: &Element) -> Result<(), JsValue> {
        let canvas = self.canvas.borrow();
        let Some(canvas) = &*canvas else { return Ok(()) };
        let (state, colours) = (self.state, self.colours(canvas)?);
        let whole = |crowd: &Crowd, look: Look<'_>| {
            let look = Look { margin: Size::default(), is_moving: false, ..look };
            let frame = crowd.frame(look);
            let layers = layers(crowd, &frame, &colours, look.lit.is_some());
            let (scene, key) = (scene_of(crowd, &frame, &layers, look.frame), kinds(&layers, &colours, state.words()));
            let style = |part, mark, property: &str| style(&layers, &colours, part, mark, property);
            save_scene(self.tools, &scene, (state.words().diagram, key), &style, file, host)
        };
        untrack(|| self.look(whole))
    }

    fn key(&self, rest: &Rest) -> Node {
        (rest.key)(self.state, &legend())
    }
}
