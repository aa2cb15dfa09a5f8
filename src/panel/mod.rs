//! What the panels of text say, as plain data: elements, and what choosing one
//! does. No browser here; `paint` puts it on the screen.
//!
//! One tree and one painter for all panels, and not a view type for each: the
//! widget stays small, and what a panel says is tested without a browser.

mod later;
mod node;
mod paint;
mod view;

pub(crate) use later::later;
pub(crate) use node::{Node, el, row_class, when_element};
pub(crate) use view::{Panel, focus_on, panel};

use story::EntityKind;

use crate::export::Format;
use crate::model::Selection;
use crate::scene::Press;
use crate::state::{Focus, Tab};
use crate::time;

/// What choosing something in a panel does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Selects it, or nothing: the overview.
    Select(Option<Selection>),
    /// Selects what was selected before.
    Back,
    /// Copies the citation of a sentence: the article's position, and the
    /// sentence's in it.
    Cite(usize, usize),
    /// Goes to a step of the guided way in, or out of it.
    Step(Option<usize>),
    /// Hands the reader a file.
    Save(Format),
    /// Does something to the picture that the button belongs to.
    Picture(Press),
    /// Shows what the diagram is about.
    Focus(Focus),
    /// Hides a kind of entity, or shows it again.
    Toggle(EntityKind),
    /// Shows all of a large story, or only what is named most.
    Crowd,
    /// Shows the whole of the overview's lists.
    Unfold,
    /// Puts a view on top.
    Tab(Tab),
    /// Does something to the window of time.
    Time(time::Press),
}
