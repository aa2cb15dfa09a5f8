//! The key to the pictures: what their lines and marks mean, each with a sample. Only what a
//! picture shows is in its key. No browser here.

mod samples;

use crate::panel::{Node, el};
use crate::parts::Rest;
use crate::scene::{Drawn, Scene, tenths};
use crate::state::State;
use crate::timeline::{Extent, Look, extent_of, look_class};
use crate::words::Words;

pub(crate) use samples::{ROOM, Sample, kind_sample, kinds, samples};

/// The key, closed but on paper; what is in it comes with the rest of the widget.
pub(crate) fn closed(state: State, told: &dyn Fn(&Rest) -> Node) -> Node {
    // Of a picture that is not there yet there is nothing to tell.
    let rest = if state.is_whole() { state.rest() } else { None };
    let key = el("details", "note how").and(Some(el("summary", "").say(state.words().controls.key)));
    let key = if state.is_on_paper() && rest.is_some() { key.attribute("open", "") } else { key };
    key.and(rest.as_ref().map(told))
}

/// The key to a picture, under it.
pub(crate) fn key(state: State, scene: &Scene) -> Node {
    let rows = samples(scene, &state.model(), state.words()).iter().map(row).collect();
    told(rows, state.words().key().keyboard)
}

/// The key to the timeline of a narrow widget.
pub(crate) fn key_of_column(state: State) -> Node {
    let rows = looks(state).into_iter().map(|(look, says)| {
        let glyph = el("span", &["glyph ", &look_class(look)].concat()).attribute("aria-hidden", "true");
        el("li", "").and(Some(glyph)).say(says)
    });
    told(rows.collect(), "")
}

fn told(rows: Vec<Node>, note: &str) -> Node {
    let note = (!note.is_empty()).then(|| el("p", "note").say(note));
    el("div", "key").and(Some(el("ul", "").with(rows))).and(note)
}

fn row(sample: &Sample) -> Node {
    let (width, height) = (ROOM.width, ROOM.height);
    let room = [-width / 2.0, -height / 2.0, width, height].map(tenths).join(" ");
    let mut svg = el("svg", &sample.class).attribute("viewBox", &room).attribute("aria-hidden", "true");
    svg = svg.attribute("width", &tenths(width)).attribute("height", &tenths(height));
    for mark in &sample.marks {
        if let Drawn::Path(data) = &mark.drawn {
            svg = svg.and(Some(el("path", mark.class).attribute("d", data)));
        }
    }
    el("li", "").and(Some(svg)).say(sample.says)
}

/// How the events of a story are drawn in a column, and what each look means.
fn looks(state: State) -> Vec<(Look, &'static str)> {
    use story::Status::{Cancelled, Happened, Planned, Uncertain};
    let (model, words) = (state.model(), state.words());
    let key = words.key();
    let all = model
        .story
        .events
        .iter()
        .map(|event| Look { extent: event.when.as_ref().map_or(Extent::Fading, extent_of), status: event.status });
    let all: Vec<Look> = all.collect();
    let mut looks = Vec::new();
    for (extent, says) in [(Extent::Point, key.day), (Extent::Bar, key.stretch), (Extent::Fading, key.rough)] {
        if all.iter().any(|look| look.extent == extent) {
            looks.push((Look { extent, status: Happened }, says));
        }
    }
    for status in [Planned, Uncertain, Cancelled] {
        let of_status = all.iter().find(|look| look.status == status);
        looks.extend(of_status.and_then(|_| said(words, status)));
    }
    looks
}

/// The look of an event of a day that did not simply happen, and what it is called.
fn said(words: &Words, status: story::Status) -> Option<(Look, &'static str)> {
    Some((Look { extent: Extent::Point, status }, (words.status)(status)?))
}
