//! A picture as plain data: what is drawn, in order, and what each part stands
//! for. No browser here; `paint` puts a scene on the screen.

mod gesture;
mod live;
mod moving;
mod paint;
mod path;
mod save;
mod sheet;
mod step;
mod svg;
mod view;

use drawing::geometry::{Point, Size};

pub(crate) use gesture::Act;
pub(crate) use live::Live;
pub(crate) use moving::Moving;
pub(crate) use paint::{PART, Painter, part_of};
pub(crate) use path::{Path, tenths};
pub(crate) use save::{save, save_scene};
pub(crate) use step::Step;
#[cfg(test)]
pub(crate) use svg::svg;
pub(crate) use view::{File, Picture, Press, Surface, picture};

use crate::model::Selection;

/// What is drawn, from the back to the front.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Scene {
    /// In pixels.
    pub(crate) size: Size,
    pub(crate) parts: Vec<Part>,
}

/// Marks that belong together, as a rule one item of the story.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Part {
    /// Classes of the style sheet.
    pub(crate) class: String,
    /// What choosing it selects.
    pub(crate) target: Option<Selection>,
    /// What a screen reader says; without it the part is only seen.
    pub(crate) name: Option<String>,
    /// Whether it is what is selected.
    pub(crate) pressed: bool,
    /// Where it stands: its marks are drawn from there, so that what only moves is not drawn
    /// anew. Also for moving from part to part by arrow keys.
    pub(crate) at: Point,
    pub(crate) marks: Vec<Mark>,
}

/// A line, a shape or a word.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    /// Classes of the style sheet.
    pub(crate) class: &'static str,
    pub(crate) drawn: Drawn,
}

/// What a mark is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Drawn {
    /// SVG path data.
    Path(String),
    /// A line of words.
    Text {
        /// Where it is held; its middle line runs through there.
        at: Point,
        anchor: Anchor,
        /// Size in pixels.
        px: f64,
        text: String,
    },
}

/// By which point a line of words is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Part {
    /// A part with a class, and nothing in it yet.
    pub(crate) fn new(class: String) -> Self {
        Self { class, ..Self::default() }
    }

    /// Adds a shape.
    pub(crate) fn path(&mut self, class: &'static str, path: Path) {
        self.marks.push(Mark { class, drawn: Drawn::Path(path.into_data()) });
    }

    /// Adds a line of words.
    pub(crate) fn text(&mut self, class: &'static str, at: Point, anchor: Anchor, px: f64, text: &str) {
        let drawn = Drawn::Text { at, anchor, px, text: text.to_owned() };
        self.marks.push(Mark { class, drawn });
    }
}

impl Drawn {
    /// What stands for it in SVG.
    fn element(&self) -> &'static str {
        match self {
            Self::Path(_) => "path",
            Self::Text { .. } => "text",
        }
    }

    /// The attributes of that element.
    fn attributes(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Path(data) => vec![("d", data.clone())],
            Self::Text { at, anchor, px, .. } => vec![
                ("x", tenths(at.x)),
                ("y", tenths(at.y)),
                ("text-anchor", anchor.name().to_owned()),
                ("font-size", tenths(*px)),
            ],
        }
    }

    /// Its words.
    fn text(&self) -> &str {
        match self {
            Self::Path(_) => "",
            Self::Text { text, .. } => text,
        }
    }
}

impl Anchor {
    /// The name of it in SVG.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}
