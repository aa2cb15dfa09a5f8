//! Elements as plain data.

use std::ops::Deref;

use story::When;

use super::Action;

/// An element, or a text. In a box, so that it is handed on as one word: the
/// widget is smaller by kilobytes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Node(Box<Content>);

/// What an element or a text is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Content {
    /// The element's name; of a text, nothing.
    pub(crate) tag: &'static str,
    /// What a text says.
    pub(crate) text: String,
    pub(crate) attributes: Vec<(&'static str, String)>,
    pub(crate) children: Vec<Node>,
    pub(crate) action: Option<Action>,
}

impl Deref for Node {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.0
    }
}

/// An element of a class; of none where it is empty.
pub(crate) fn el(tag: &'static str, class: &str) -> Node {
    let node = Node(Box::new(Content { tag, ..Content::default() }));
    if class.is_empty() { node } else { node.attribute("class", class) }
}

impl Node {
    /// Sets an attribute.
    pub(crate) fn attribute(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// Adds a text.
    pub(crate) fn say(mut self, text: &str) -> Self {
        if !text.is_empty() {
            self.0.children.push(Self(Box::new(Content { text: text.to_owned(), ..Content::default() })));
        }
        self
    }

    /// Adds an element, if there is one.
    pub(crate) fn and(mut self, node: Option<Self>) -> Self {
        self.0.children.extend(node);
        self
    }

    /// Adds elements.
    pub(crate) fn with(mut self, nodes: Vec<Self>) -> Self {
        self.0.children.extend(nodes);
        self
    }

    /// Says what choosing it does.
    pub(crate) fn does(mut self, action: Action) -> Self {
        self.0.action = Some(action);
        self
    }

    /// A button with a text.
    pub(crate) fn button(class: &str, text: &str, action: Action) -> Self {
        el("button", class).attribute("type", "button").does(action).say(text)
    }
}

/// The class of a row of a list of which some steps back, and some lights up.
pub(crate) fn row_class(is_dim: bool, is_lit: bool) -> &'static str {
    match (is_dim, is_lit) {
        (true, _) => "dim",
        (_, true) => "lit",
        _ => "",
    }
}

/// A date as it is said, with its machine-readable form where HTML has one for
/// it.
pub(crate) fn when_element(class: &str, when: &When, said: &str) -> Node {
    match when.datetime() {
        Some(date) => el("time", class).attribute("datetime", date).say(said),
        None => el("span", class).say(said),
    }
}
