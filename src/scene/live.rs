//! A scene as a surface: SVG elements, which are accessible and print.

use std::cell::{Cell, RefCell};

use drawing::geometry::{Point, Size};
use leptos::prelude::*;
use story::order::sort;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event};

use super::gesture::Act;
use super::paint::{Painter, part_of, svg_element};
use super::path::tenths;
use super::step::Step;
use super::view::{File, Surface};
use super::{Part, Scene};
use crate::app::Tools;
use crate::model::Selection;
use crate::panel::Node;
use crate::parts::Rest;
use crate::state::Stage;

/// A scene on the screen.
pub(crate) struct Live {
    tools: Tools,
    scene: Memo<Scene>,
    /// The size of the scene, which is known before the scene is: its room is kept for it.
    room: Signal<Size>,
    /// How many halves of it are there; none is wanted as long as there is nothing but its room.
    halves: Memo<Option<usize>>,
    class: &'static str,
    name: &'static str,
    act: Box<dyn Fn(Act)>,
    painter: Painter,
    /// The `svg` element and its `g`, once they are made.
    elements: RefCell<Option<(Element, Element)>>,
    /// The room that it has.
    taken: Cell<Size>,
}

impl Live {
    /// A scene that is yet to be drawn, with its size, in an element of a
    /// class, and with a name for screen readers. What moves it is passed on to
    /// `act`.
    pub(crate) fn new(
        tools: Tools,
        (scene, room): (Memo<Scene>, Signal<Size>),
        (class, name): (&'static str, &'static str),
        act: Box<dyn Fn(Act)>,
    ) -> Self {
        let halves = Memo::new(move |_| {
            let has = |stage| usize::from(tools.state.is_at(stage));
            tools.state.is_at(Stage::Scene).then(|| has(Stage::Ground) + has(Stage::Picture))
        });
        let (painter, elements, taken) = Default::default();
        Self { tools, scene, room, halves, class, name, act, painter, elements, taken }
    }

    fn elements(&self, ground: &Element) -> Result<(Element, Element), JsValue> {
        if let Some(made) = &*self.elements.borrow() {
            return Ok(made.clone());
        }
        let document = ground.owner_document().ok_or("an element has a document")?;
        let (svg, all) = (svg_element(&document, "svg")?, svg_element(&document, "g")?);
        for (name, value) in [("class", self.class), ("role", "group"), ("aria-label", self.name)] {
            svg.set_attribute(name, value)?;
        }
        svg.append_child(&all)?;
        *self.elements.borrow_mut() = Some((svg.clone(), all.clone()));
        Ok((svg, all))
    }

    fn of_part<T>(&self, part: usize, read: impl FnOnce(&Part) -> T) -> Option<T> {
        self.painter.with_scene(|scene| scene.parts.get(part).map(read))
    }
}

impl Surface for Live {
    fn paint(&self, ground: &Element) -> Result<(), JsValue> {
        let (svg, all) = self.elements(ground)?;
        let room = self.room.get();
        if self.taken.replace(room) != room {
            svg.set_attribute("viewBox", &["0 0 ", &tenths(room.width), " ", &tenths(room.height)].concat())?;
        }
        if svg.parent_node().is_none() {
            ground.append_child(&svg)?;
        }
        let Some(halves) = self.halves.get() else { return Ok(()) };
        self.scene.with(|scene| self.painter.paint(&all, scene, scene.parts.len() * halves / 2))
    }

    fn size(&self) -> Size {
        self.room.get_untracked()
    }

    fn act(&self, act: Act) {
        (self.act)(act);
    }

    fn part(&self, event: &Event, _at: Point) -> Option<usize> {
        part_of(event)
    }

    fn is_held(&self, part: usize) -> bool {
        self.of_part(part, |part| part.name.is_some()).unwrap_or(false)
    }

    fn target(&self, part: usize) -> Option<Selection> {
        self.of_part(part, |part| part.target).flatten()
    }

    fn neighbour(&self, from: usize, step: Step) -> Option<usize> {
        self.painter.with_scene(|scene| {
            let mut named: Vec<usize> = (0..scene.parts.len()).filter(|&at| scene.parts[at].name.is_some()).collect();
            if self.class == "axis" {
                // There the order is that of time; the parts lie over each other.
                sort(&mut named, &|one, other| scene.parts[one].at.x.total_cmp(&scene.parts[other].at.x));
            }
            step.among(&named, from, &|at| scene.parts[at].at)
        })
    }

    fn focus(&self, part: usize) {
        self.painter.focus(part);
    }

    fn near(&self, part: Option<usize>, has_focus: bool) {
        if let Some(part) = part.filter(|_| has_focus) {
            self.painter.stop(part);
        }
    }

    fn files(&self) -> &'static [File] {
        &[File::Svg, File::Png]
    }

    fn save(&self, rest: &Rest, file: File, host: &Element) -> Result<(), JsValue> {
        (rest.save)(self.tools, &self.painter, self.name, file, host)
    }

    fn key(&self, rest: &Rest) -> Node {
        self.painter.with_scene(|scene| (rest.key)(self.tools.state, scene))
    }
}
