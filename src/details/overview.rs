//! The overview: what there is to see when nothing is selected.

use super::compare::retold;
use super::parts::{MOST_LINES, TOP, disagreements, events, figures, quotes, section};
use crate::app::Tools;
use crate::panel::{Node, el};
use crate::state::Stage;

/// The most lines of a list in the overview: it is a way in, not the whole, but on paper.
const MOST: usize = 6;

pub(super) fn overview(tools: Tools) -> Vec<Node> {
    let is_on_paper = tools.state.is_on_paper();
    let model = tools.state.model();
    let words = tools.state.words();
    // What several articles report in words of their own, if there is such.
    let mut said = retold(&model);
    if said.is_empty() || is_on_paper {
        said = (0..model.story.quotes.len()).collect();
    }
    let most = if is_on_paper { MOST_LINES } else { MOST };
    said.truncate(most / 2);
    let first = |count: usize| -> Vec<usize> { (0..count.min(most)).collect() };
    // On paper all of them are there.
    let amounts = if is_on_paper { first(model.story.figures.len()) } else { model.amounts(most) };
    let mut told = vec![el("p", "hint").say(words.hint)];
    section(&mut told, TOP, words.what_happened, events(tools, &model.most_reported(most)));
    if !tools.state.is_at(Stage::Depth) {
        return told;
    }
    section(&mut told, TOP, words.differ, disagreements(tools, &first(model.story.disagreements.len())));
    section(&mut told, TOP, words.who_said_what, quotes(tools, &said, true));
    section(&mut told, TOP, words.figures, figures(tools, &amounts));
    told
}
