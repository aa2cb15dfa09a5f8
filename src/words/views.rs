//! The words of the views that have many of their own.

use story::search::Group;
use story::tour::Stop;

/// Versions of one utterance side by side.
#[derive(Debug)]
pub(crate) struct Compared {
    /// The heading.
    pub(crate) title: &'static str,
    /// What the mark of a word means that no other version has.
    pub(crate) only_here: &'static str,
    /// What the mark of a word means that some versions have.
    pub(crate) some: &'static str,
}

/// What a reader does with the diagram and the timeline.
#[derive(Debug)]
pub(crate) struct Controls {
    pub(crate) zoom_in: &'static str,
    pub(crate) zoom_out: &'static str,
    /// Shows the whole picture again.
    pub(crate) fit: &'static str,
    /// The label of the legend: pressing a kind hides it.
    pub(crate) legend: &'static str,
    /// Leads to what the lines and marks of a picture mean.
    pub(crate) key: &'static str,
    /// Shows only what stands beside the selection.
    pub(crate) neighbours: &'static str,
    /// Shows all again.
    pub(crate) all: &'static str,
    /// Shows all of a large story: how many there are.
    pub(crate) every: fn(usize) -> String,
    /// Shows only the most named of a large story again.
    pub(crate) fewer: &'static str,
    /// Begins to choose the other end of a way.
    pub(crate) way_to: &'static str,
    /// Where the reader has hidden all there is.
    pub(crate) none_shown: &'static str,
    /// Asks for the other end.
    pub(crate) choose_end: &'static str,
    /// Where no way leads: `(from, to)`.
    pub(crate) no_way: fn(&str, &str) -> String,
    pub(crate) play: &'static str,
    pub(crate) pause: &'static str,
    /// The label of the window of time.
    pub(crate) window: &'static str,
    pub(crate) window_start: &'static str,
    pub(crate) window_end: &'static str,
    /// Makes the window as wide as the story again.
    pub(crate) all_time: &'static str,
}

/// The search.
#[derive(Debug)]
pub(crate) struct Search {
    /// The label of the field.
    pub(crate) label: &'static str,
    /// What may be typed in.
    pub(crate) placeholder: &'static str,
    /// How many results there are, nought too.
    pub(crate) found: fn(usize) -> String,
    /// The heading of a group of results.
    pub(crate) group: fn(Group) -> &'static str,
    /// `(shown, of all)` in a group.
    pub(crate) more: fn(usize, usize) -> String,
}

/// The guided way in.
#[derive(Debug)]
pub(crate) struct Tour {
    pub(crate) start: &'static str,
    pub(crate) next: &'static str,
    pub(crate) previous: &'static str,
    pub(crate) end: &'static str,
    /// `(this step, of all)`.
    pub(crate) step_of: fn(usize, usize) -> String,
    /// What is said at a stop: `(stop, what it shows, how many articles tell
    /// of it)`. Nothing for a step that has words of its own.
    pub(crate) say: fn(Stop, &str, usize) -> String,
}

/// What can be taken away.
#[derive(Debug)]
pub(crate) struct Export {
    /// The button.
    pub(crate) label: &'static str,
    pub(crate) picture_svg: &'static str,
    pub(crate) picture_png: &'static str,
    pub(crate) tables: &'static str,
    pub(crate) calendar: &'static str,
    pub(crate) graph: &'static str,
    pub(crate) graph_json: &'static str,
    pub(crate) timeline: &'static str,
    pub(crate) cite: &'static str,
    pub(crate) copied: &'static str,
    /// That nothing was copied or saved.
    pub(crate) refused: &'static str,
    /// That a date in a calendar is wider than it looks: `(date as it is known)`.
    pub(crate) no_closer: fn(&str) -> String,
}
