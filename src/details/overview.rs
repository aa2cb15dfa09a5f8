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
    let most = if is_whole { MOST_LINES } else { MOST };
    let first = |count: usize| -> Vec<usize> { (0..count.min(most)).collect() };
    // What several articles report in words of their own, if there is such.
    let mut said = retold(&model);
    if said.is_empty() || is_whole {
        said = first(story.quotes.len());
    }
    if !is_whole {
        said.truncate(most / 2);
    }
    let now = tools.state.now();
    let reported = model.most_reported(most, now.as_deref());
    let happened = now.map_or(story.events.len(), |now| now.events.as_slice().len());
    let amounts = if is_whole { first(story.figures.len()) } else { model.amounts(most) };
    let differ = first(story.disagreements.len());
    let mut told = vec![el("p", "hint").say(words.hint)];
    let mut add = |title: &str, shown: usize, all: usize, mut list: Vec<Node>| {
        // Of a long list, no more than is read.
        let longest = all.min(MOST_LINES);
        let text = if longest < all { (words.search.more)(longest, all) } else { (words.show_all)(all) };
        if shown < longest && !is_whole {
            list.push(el("p", "more").and(Some(Node::button("link", &text, Action::Unfold))));
        } else if shown < all && is_whole {
            list.push(el("p", "note").say(&text));
        }
        section(&mut told, TOP, title, list);
    };
    add(words.what_happened, reported.len(), happened, events(tools, &reported));
    if tools.state.is_at(Stage::Depth) {
        add(words.differ, differ.len(), story.disagreements.len(), disagreements(tools, &differ));
        add(words.who_said_what, said.len(), story.quotes.len(), quotes(tools, &said, true));
        add(words.figures, amounts.len(), story.figures.len(), figures(tools, &amounts));
    }
    told
}
