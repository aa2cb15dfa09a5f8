//! A panel on the screen.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlInputElement};

use super::{Action, Node};

/// The attribute that names an action by its position in the panel.
const ACTION: &str = "data-action";

/// Keeps what is in an element the same as the last tree. What has not changed
/// is not touched, and an element stays where only its attributes or its words
/// change: so the focus stays, and what was typed.
#[derive(Default)]
pub(crate) struct Painter(RefCell<Painted>);

#[derive(Default)]
struct Painted {
    nodes: Vec<Node>,
    actions: Vec<Action>,
}

impl Painter {
    /// Makes what is in `parent` what the nodes say.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub(crate) fn paint(&self, parent: &Element, nodes: Vec<Node>) -> Result<(), JsValue> {
        let Some(document) = parent.owner_document() else { return Ok(()) };
        let mut painted = self.0.borrow_mut();
        let mut pen = Pen { document, actions: Vec::new() };
        pen.children(parent, &painted.nodes, &nodes)?;
        *painted = Painted { nodes, actions: pen.actions };
        Ok(())
    }

    /// What choosing the thing under an event does.
    pub(crate) fn action(&self, event: &web_sys::Event) -> Option<Action> {
        let element = event.target()?.dyn_into::<Element>().ok()?;
        let element = element.closest(&["[", ACTION, "]"].concat()).ok()??;
        let at: usize = element.get_attribute(ACTION)?.parse().ok()?;
        // A button that is taken away while it has the focus tells of that while
        // the panel is being painted: nothing follows from it.
        self.0.try_borrow().ok()?.actions.get(at).copied()
    }
}

struct Pen {
    document: Document,
    actions: Vec<Action>,
}

impl Pen {
    fn children(&mut self, parent: &web_sys::Node, before: &[Node], nodes: &[Node]) -> Result<(), JsValue> {
        let mut next = parent.first_child();
        for (i, node) in nodes.iter().enumerate() {
            let old = next;
            next = old.as_ref().and_then(web_sys::Node::next_sibling);
            let before = before.get(i).filter(|before| before.tag == node.tag);
            if let (Some(before), Some(old)) = (before, &old) {
                self.update(old, before, node)?;
                continue;
            }
            let made = self.make(node)?;
            match &old {
                Some(old) => parent.replace_child(&made, old)?,
                None => parent.append_child(&made)?,
            };
        }
        while let Some(last) = next {
            next = last.next_sibling();
            parent.remove_child(&last)?;
        }
        Ok(())
    }

    fn make(&mut self, node: &Node) -> Result<web_sys::Node, JsValue> {
        if node.tag.is_empty() {
            return Ok(self.document.create_text_node(&node.text).into());
        }
        let element = match node.tag {
            "svg" | "path" => self.document.create_element_ns(Some("http://www.w3.org/2000/svg"), node.tag),
            tag => self.document.create_element(tag),
        }?;
        self.update(&element, &Node::default(), node)?;
        Ok(element.into())
    }

    fn update(&mut self, place: &web_sys::Node, before: &Node, node: &Node) -> Result<(), JsValue> {
        if before.text != node.text {
            place.set_node_value(Some(&node.text));
        }
        let Some(element) = place.dyn_ref::<Element>() else { return Ok(()) };
        for (name, _) in &before.attributes {
            if node.attributes.iter().all(|(other, _)| other != name) {
                element.remove_attribute(name)?;
            }
        }
        for attribute in &node.attributes {
            if !before.attributes.contains(attribute) {
                element.set_attribute(attribute.0, &attribute.1)?;
            }
            if let ("value", Some(field)) = (attribute.0, element.dyn_ref::<HtmlInputElement>()) {
                // What a reader has done to a field counts more than its attribute.
                field.set_value(&attribute.1);
            }
        }
        match node.action {
            Some(action) => {
                element.set_attribute(ACTION, &self.actions.len().to_string())?;
                self.actions.push(action);
            }
            None if before.action.is_some() => element.remove_attribute(ACTION)?,
            None => {}
        }
        self.children(element, &before.children, &node.children)
    }
}
