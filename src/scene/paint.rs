//! A scene on the screen: SVG, so that it is accessible and prints.

use std::cell::RefCell;

use drawing::geometry::Point;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event};

use super::path::tenths;
use super::{Mark, Part, Scene};

/// The attribute that names a part by its position in the scene.
pub(crate) const PART: &str = "data-part";

/// Keeps an SVG element the same as the last scene. What has not changed is not
/// touched, so that the focus stays, and a class that changes has its transition.
#[derive(Default)]
pub(crate) struct Painter(RefCell<Painted>);

#[derive(Default)]
struct Painted {
    scene: Scene,
    elements: Vec<Element>,
    /// The part that Tab comes to.
    stop: Option<usize>,
}

impl Painter {
    /// Makes what is in `parent` the picture of `scene`, or of its first so
    /// many parts.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub(crate) fn paint(&self, parent: &Element, scene: &Scene, parts: usize) -> Result<(), JsValue> {
        let Some(document) = parent.owner_document() else { return Ok(()) };
        let mut painted = self.0.borrow_mut();
        let Painted { scene: before, elements, .. } = &mut *painted;
        let pen = Pen { document };
        for (i, part) in scene.parts.iter().take(parts).enumerate() {
            if let (Some(element), Some(before)) = (elements.get(i), before.parts.get(i)) {
                pen.update(element, before, part)?;
            } else {
                let element = pen.part(i, part)?;
                parent.append_child(&element)?;
                elements.push(element);
            }
        }
        for element in elements.drain(parts.min(elements.len())..) {
            element.remove();
        }
        before.clone_from(scene);
        painted.stop(None)
    }

    /// From now on, Tab comes to this part: it has the focus.
    pub(super) fn stop(&self, part: usize) {
        // Where the browser refuses, Tab comes to another.
        let _ = self.0.borrow_mut().stop(Some(part));
    }

    /// The last scene.
    pub(crate) fn with_scene<T>(&self, read: impl FnOnce(&Scene) -> T) -> T {
        read(&self.0.borrow().scene)
    }

    /// Moves the focus to a part.
    pub(super) fn focus(&self, part: usize) {
        let element = self.0.borrow().elements.get(part).cloned();
        if let Some(element) = element {
            // An SVG element takes focus as an HTML element does.
            let _ = element.unchecked_ref::<web_sys::HtmlElement>().focus();
        }
    }

    /// What the style sheets make of a mark, or of a whole part where there is
    /// no mark.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub(crate) fn style(&self, part: usize, mark: Option<usize>, property: &str) -> Result<String, JsValue> {
        let element = self.0.borrow().elements.get(part).cloned();
        let element = match mark {
            None => element,
            Some(mark) => element.and_then(|part| part.children().item(position(mark))),
        };
        let (Some(window), Some(element)) = (web_sys::window(), element) else { return Ok(String::new()) };
        window
            .get_computed_style(&element)?
            .map_or_else(|| Ok(String::new()), |style| style.get_property_value(property))
    }
}

impl Painted {
    /// Makes this part the one that Tab comes to, or keeps the one that is; of all that a screen
    /// reader knows, it is the first at the beginning, and where the last has gone.
    fn stop(&mut self, part: Option<usize>) -> Result<(), JsValue> {
        let is_named = |at: &usize| self.scene.parts.get(*at).is_some_and(|part| part.name.is_some());
        let next = part.or(self.stop).filter(is_named).or_else(|| (0..self.elements.len()).find(is_named));
        let ways = [(self.stop.filter(is_named), "-1"), (next, "0")];
        for (element, index) in ways.into_iter().filter_map(|(at, index)| Some((self.elements.get(at?)?, index))) {
            element.set_attribute("tabindex", index)?;
        }
        self.stop = next;
        Ok(())
    }
}

/// The part whose element an event is about.
pub(crate) fn part_of(event: &Event) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let part = element.closest(&["[", PART, "]"].concat()).ok()??;
    part.get_attribute(PART)?.parse().ok()
}

/// A new SVG element.
pub(super) fn svg_element(document: &Document, name: &str) -> Result<Element, JsValue> {
    document.create_element_ns(Some("http://www.w3.org/2000/svg"), name)
}

struct Pen {
    document: Document,
}

impl Pen {
    fn element(&self, name: &str) -> Result<Element, JsValue> {
        svg_element(&self.document, name)
    }

    fn part(&self, i: usize, part: &Part) -> Result<Element, JsValue> {
        let element = self.element("g")?;
        element.set_attribute(PART, &i.to_string())?;
        element.set_attribute("aria-hidden", "true")?;
        self.update(&element, &Part::default(), part)?;
        Ok(element)
    }

    fn update(&self, element: &Element, before: &Part, part: &Part) -> Result<(), JsValue> {
        if part.class != before.class {
            element.set_attribute("class", &part.class)?;
        }
        if part.name != before.name {
            if let Some(name) = &part.name {
                element.remove_attribute("aria-hidden")?;
                element.set_attribute("role", "button")?;
                element.set_attribute("tabindex", "-1")?;
                element.set_attribute("aria-label", name)?;
            } else {
                element.set_attribute("aria-hidden", "true")?;
                for name in ["role", "tabindex", "aria-label", "aria-pressed"] {
                    element.remove_attribute(name)?;
                }
            }
        }
        if part.name.is_some() && (part.pressed != before.pressed || before.name.is_none()) {
            element.set_attribute("aria-pressed", if part.pressed { "true" } else { "false" })?;
        }
        if part.at != before.at {
            element.set_attribute("transform", &shift(part.at))?;
        }
        if part.marks != before.marks {
            self.marks(element, &before.marks, &part.marks)?;
        }
        Ok(())
    }

    fn marks(&self, parent: &Element, before: &[Mark], marks: &[Mark]) -> Result<(), JsValue> {
        for (i, mark) in marks.iter().enumerate() {
            let name = mark.drawn.element();
            let old = if i < before.len() { parent.children().item(position(i)) } else { None };
            let kept = before.get(i).filter(|before| before.drawn.element() == name).and(old.as_ref());
            match (kept, &old) {
                (Some(_), _) if before.get(i) == Some(mark) => {}
                (Some(element), _) => draw(element, before.get(i), mark)?,
                (None, Some(old)) => {
                    let element = self.element(name)?;
                    draw(&element, None, mark)?;
                    old.replace_with_with_node_1(&element)?;
                }
                (None, None) => {
                    let element = self.element(name)?;
                    draw(&element, None, mark)?;
                    parent.append_child(&element)?;
                }
            }
        }
        for _ in marks.len()..before.len() {
            if let Some(last) = parent.children().item(position(marks.len())) {
                last.remove();
            }
        }
        Ok(())
    }
}

/// A position as the DOM counts.
fn position(at: usize) -> u32 {
    at.try_into().unwrap_or(u32::MAX)
}

/// Makes an element the mark; `before` is what it was. What is set anew takes the browser
/// its time, words most of all.
fn draw(element: &Element, before: Option<&Mark>, mark: &Mark) -> Result<(), JsValue> {
    if before.is_none_or(|before| before.class != mark.class) {
        element.set_attribute("class", mark.class)?;
    }
    let known = before.map(|before| before.drawn.attributes()).unwrap_or_default();
    for (at, attribute) in mark.drawn.attributes().iter().enumerate() {
        if known.get(at) != Some(attribute) {
            element.set_attribute(attribute.0, &attribute.1)?;
        }
    }
    let text = mark.drawn.text();
    if before.map_or("", |before| before.drawn.text()) != text {
        element.set_text_content(Some(text));
    }
    Ok(())
}

/// What moves a part to its place.
pub(super) fn shift(at: Point) -> String {
    ["translate(", &*tenths(at.x), " ", &tenths(at.y), ")"].concat()
}
