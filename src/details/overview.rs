//! The overview: what there is to see when nothing is selected.

use super::compare::retold;
use super::parts::{TOP, disagreements, events, figures, quotes, section};
use crate::app::Tools;
use crate::panel::{Node, el};

/// The most lines of a list in the overview: it is a way in, not the whole.
const MOST: usize = 6;

pub(super) fn overview(tools: Tools) -> Vec<Node> {
    let model = tools.state.model();
    let words = tools.state.words();
    // What several articles report in words of their own, if there is such.
    let mut said = retold(&model);
    if said.is_empty() {
        said = (0..model.story.quotes.len()).collect();
    }
    said.truncate(MOST / 2);
    let first = |count: usize| -> Vec<usize> { (0..count.min(MOST)).collect() };
    let mut told = vec![el("p", "hint").say(words.hint)];
    section(&mut told, TOP, words.what_happened, events(tools, &model.most_reported(MOST)));
    section(&mut told, TOP, words.differ, disagreements(tools, &first(model.story.disagreements.len())));
    section(&mut told, TOP, words.who_said_what, quotes(tools, &said, true));
    section(&mut told, TOP, words.figures, figures(tools, &first(model.story.figures.len())));
    told
}
