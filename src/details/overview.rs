//! The overview: what there is to see when nothing is selected.

use leptos::prelude::*;

use super::parts::{disagreements, events, quotes, section};
use crate::app::Tools;

/// The most lines of a list in the overview: it is a way in, not the whole.
const MOST: usize = 6;

pub(super) fn overview(tools: Tools) -> impl IntoView {
    let model = tools.state.model();
    let words = tools.state.words();
    let story = &model.story;

    let reported = model.most_reported(MOST);

    // One quote of each utterance that several outlets report.
    let shared = |quote: &usize| {
        let versions = story.quotes[*quote].same_as.as_ref().map(|utterance| model.index.versions(utterance));
        versions.is_some_and(|versions| versions.len() > 1 && versions.first() == Some(quote))
    };
    let mut shared: Vec<usize> = (0..story.quotes.len()).filter(shared).collect();
    if shared.is_empty() {
        shared = (0..story.quotes.len()).collect();
    }
    shared.truncate(MOST / 2);
    let differ: Vec<usize> = (0..story.disagreements.len()).take(MOST).collect();

    view! {
        <p class="hint">{words.hint}</p>
        {section(words.what_happened, reported.is_empty(), events(tools, &reported))}
        {section(words.differ, differ.is_empty(), disagreements(tools, &differ))}
        {section(words.who_said_what, shared.is_empty(), quotes(tools, &shared, true))}
    }
}
