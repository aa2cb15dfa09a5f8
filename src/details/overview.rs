//! The overview: what there is to see when nothing is selected.

use super::compare::retold;
use super::parts::{MOST_LINES, TOP, disagreements, events, figures, quotes, section};
use crate::app::Tools;
use crate::panel::{Action, Node, el};
use crate::state::Stage;

/// The most lines of a list in the overview, until a reader asks for more: it is a way in,
/// not the whole, but on paper.
const MOST: usize = 6;

pub(super) fn overview(tools: Tools) -> Vec<Node> {
    let is_whole = tools.state.is_on_paper() || tools.state.is_unfolded();
    let model = tools.state.model();
    let words = tools.state.words();
    let story = &model.story;
    // What several articles report in words of their own, if there is such.
    let mut said = retold(&model);
    if said.is_empty() || is_whole {
        said = (0..story.quotes.len()).collect();
    }
    let most = if is_whole { MOST_LINES } else { MOST };
    if !is_whole {
        said.truncate(most / 2);
    }
    let first = |count: usize| -> Vec<usize> { (0..count).collect() };
    let reported = model.most_reported(if is_whole { story.events.len() } else { most });
    let amounts = if is_whole { first(story.figures.len()) } else { model.amounts(most) };
    let differ = first(if is_whole { story.disagreements.len() } else { story.disagreements.len().min(most) });
    let mut told = vec![el("p", "hint").say(words.hint)];
    let mut add = |title: &str, shown: usize, all: usize, mut list: Vec<Node>| {
        if shown < all && !is_whole {
            let button = Node::button("link", &(words.show_all)(all), Action::Unfold);
            list.push(el("p", "more").and(Some(button)));
        }
        section(&mut told, TOP, title, list);
    };
    add(words.what_happened, reported.len(), story.events.len(), events(tools, &reported));
    if tools.state.is_at(Stage::Depth) {
        add(words.differ, differ.len(), story.disagreements.len(), disagreements(tools, &differ));
        add(words.who_said_what, said.len(), story.quotes.len(), quotes(tools, &said, true));
        add(words.figures, amounts.len(), story.figures.len(), figures(tools, &amounts));
    }
    told
}
