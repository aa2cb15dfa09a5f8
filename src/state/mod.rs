//! The one reactive state of an instance. Everything that a reader chooses is
//! here, and nothing else is: the views only read it and call its methods.

use std::sync::Arc;

use leptos::prelude::*;
use story::path::{AsOf, as_of};
use story::{Day, EntityKind};

use crate::diagram::Crowd;
use crate::model::{Lit, Model, Selection};
use crate::parts::{Arrival, Axis, Rest};
use crate::words::Words;

mod choices;
mod notices;
mod stage;

pub(crate) use choices::Choices;
use notices::Cited;
pub(crate) use stage::Stage;

/// From this width on (CSS pixels) the diagram, the details and the timeline
/// stand side by side; below it they are tabs.
pub(crate) const WIDE: f64 = 720.0;

/// How wide the widget is laid out for a page of paper, in pixels, whatever the screen has.
const PAPER: f64 = 960.0;

/// What a narrow widget shows on top.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    #[default]
    Diagram,
    Timeline,
    Sources,
}

/// The days that the time is narrowed to, the first and the last; a side that
/// is open has none.
pub(crate) type Window = (Option<Day>, Option<Day>);

/// Which entities the diagram is about, by their positions in the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Focus {
    /// All that there are.
    All,
    /// One, and what stands beside it.
    Around(usize),
    /// One, and the next that is chosen is where the way from it leads.
    WayFrom(usize),
    /// The way from one to another.
    Way(usize, usize),
}

/// A handle to the state: cheap to copy into every closure.
#[derive(Clone, Copy)]
pub(crate) struct State(StoredValue<Parts>);

/// What the state is made of.
#[derive(Clone, Copy)]
struct Parts {
    model: StoredValue<Arc<Model>>,
    words: StoredValue<&'static Words>,
    selected: RwSignal<Option<Selection>>,
    /// Whether the page chose it, and not the reader.
    is_by_page: StoredValue<bool>,
    /// What was selected before, the latest last.
    history: RwSignal<Vec<Selection>>,
    window: RwSignal<Window>,
    width: RwSignal<f64>,
    /// Whether it is being printed.
    is_on_paper: RwSignal<bool>,
    /// All entities in their places, where the reader has asked for them.
    crowd: RwSignal<Option<Arc<Crowd>>>,
    /// Whether the views stand side by side: it changes far less often than
    /// the width.
    is_wide: Memo<bool>,
    tab: RwSignal<Tab>,
    stage: RwSignal<Stage>,
    lit: Memo<Option<Arc<Lit>>>,
    now: Memo<Option<Arc<AsOf>>>,
    focus: RwSignal<Focus>,
    hidden: RwSignal<Vec<EntityKind>>,
    /// The step of the guided way in that the reader is at.
    step: RwSignal<Option<usize>>,
    /// What a screen reader is told beside the selection.
    notice: RwSignal<Option<String>>,
    /// The sentence that was cited last.
    cited: RwSignal<Option<Cited>>,
    arrival: RwSignal<Arrival<Rest>>,
    axis: RwSignal<Arrival<Axis>>,
    /// Whether the overview shows the whole of its lists.
    is_unfolded: RwSignal<bool>,
}

impl State {
    pub(crate) fn new(model: Model, width: f64, words: &'static Words) -> Self {
        let model = Arc::new(model);
        let selected = RwSignal::new(None);
        let lit = {
            let model = model.clone();
            Memo::new(move |_| selected.get().map(|selection| Arc::new(model.lit(selection))))
        };
        let width = RwSignal::new(width);
        let is_on_paper = RwSignal::new(false);
        let window: RwSignal<Window> = RwSignal::new((None, None));
        let now = {
            let model = model.clone();
            Memo::new(move |_| {
                let (from, to) = window.get();
                let is_narrowed = from.is_some() || to.is_some();
                is_narrowed.then(|| Arc::new(as_of(&model.story, &model.index, from, to)))
            })
        };
        Self(StoredValue::new(Parts {
            model: StoredValue::new(model),
            words: StoredValue::new(words),
            selected,
            is_by_page: StoredValue::new(false),
            history: RwSignal::new(Vec::new()),
            window,
            now,
            focus: RwSignal::new(Focus::All),
            hidden: RwSignal::new(Vec::new()),
            width,
            is_on_paper,
            crowd: RwSignal::new(None),
            is_wide: Memo::new(move |_| is_on_paper.get() || width.get() >= WIDE),
            tab: RwSignal::new(Tab::Diagram),
            stage: RwSignal::new(Stage::Frame),
            lit,
            step: RwSignal::new(None),
            notice: RwSignal::new(None),
            cited: RwSignal::new(None),
            arrival: RwSignal::new(Arrival::Unasked),
            axis: RwSignal::new(Arrival::Unasked),
            is_unfolded: RwSignal::new(false),
        }))
    }

    fn parts(self) -> Parts {
        self.0.get_value()
    }

    /// The story.
    pub(crate) fn model(self) -> Arc<Model> {
        self.parts().model.get_value()
    }

    /// The words of the reader's language.
    pub(crate) fn words(self) -> &'static Words {
        self.parts().words.get_value()
    }

    /// What is selected.
    pub(crate) fn selected(self) -> Option<Selection> {
        self.parts().selected.get()
    }

    /// What lights up, if anything is selected.
    pub(crate) fn lit(self) -> Option<Arc<Lit>> {
        self.parts().lit.get()
    }

    /// Selects something, and remembers what was selected before. Nothing is
    /// the overview: from there, no way leads back.
    pub(crate) fn select(self, selection: Option<Selection>) {
        if let (Focus::WayFrom(from), Some(Selection::Entity(to))) = (self.parts().focus.get_untracked(), selection)
            && from != to
        {
            self.parts().focus.set(Focus::Way(from, to));
        }
        let before = self.selected_untracked();
        if before != selection {
            self.parts().history.update(|history| match (before, selection) {
                (Some(before), Some(_)) => history.push(before),
                _ => history.clear(),
            });
        }
        self.set_selected(selection);
    }

    /// Selects something, whatever led to it. What was told of the last is no news of this.
    fn set_selected(self, selection: Option<Selection>) {
        let parts = self.parts();
        parts.is_by_page.set_value(false);
        if parts.selected.get_untracked() != selection {
            parts.selected.set(selection);
            parts.notice.set(None);
            parts.cited.set(None);
        }
    }

    /// Takes note that the page chose what was selected last: it is the reader who moves the page.
    pub(crate) fn chosen_by_page(self) {
        self.parts().is_by_page.set_value(true);
    }

    /// Whether the page chose what was selected last.
    pub(crate) fn is_by_page(self) -> bool {
        self.parts().is_by_page.get_value()
    }

    /// What is selected, for who does not follow it.
    pub(crate) fn selected_untracked(self) -> Option<Selection> {
        self.parts().selected.get_untracked()
    }

    /// Whether the rest of the widget is there.
    pub(crate) fn arrival(self) -> Arrival<Rest> {
        self.parts().arrival.get()
    }

    /// Whether the rest is there, for who does not follow it; nothing after the
    /// widget is gone.
    pub(crate) fn arrival_untracked(self) -> Option<Arrival<Rest>> {
        self.0.try_get_value()?.arrival.try_get_untracked()
    }

    /// Takes note of how the rest fares. After the widget is gone this does
    /// nothing: the network answers late.
    pub(crate) fn set_arrival(self, arrival: Arrival<Rest>) {
        if let Some(parts) = self.0.try_get_value() {
            parts.arrival.try_set(arrival);
        }
    }

    /// Whether the axis of time is there.
    pub(crate) fn axis(self) -> Arrival<Axis> {
        self.parts().axis.get()
    }

    /// The same for who does not follow it; nothing after the widget is gone.
    pub(crate) fn axis_untracked(self) -> Option<Arrival<Axis>> {
        self.0.try_get_value()?.axis.try_get_untracked()
    }

    /// Takes note of how the axis fares. After the widget is gone this does nothing.
    pub(crate) fn set_axis(self, axis: Arrival<Axis>) {
        if let Some(parts) = self.0.try_get_value() {
            parts.axis.try_set(axis);
        }
    }

    /// Whether the overview shows the whole of its lists.
    pub(crate) fn is_unfolded(self) -> bool {
        self.parts().is_unfolded.get()
    }

    /// Shows the whole of the overview's lists.
    pub(crate) fn unfold(self) {
        self.parts().is_unfolded.set(true);
    }

    /// The step of the guided way in.
    pub(crate) fn step(self) -> Option<usize> {
        self.parts().step.get()
    }

    /// Goes to a step of the guided way in, or out of it.
    pub(crate) fn set_step(self, step: Option<usize>) {
        self.parts().step.set(step);
    }

    /// Whether there is a way back to another selection.
    pub(crate) fn has_history(self) -> bool {
        self.parts().history.with(|history| !history.is_empty())
    }

    /// Selects what was selected before, or nothing. Who is to choose where a way
    /// leads chooses nothing. Gives whether there was something to leave.
    pub(crate) fn back(self) -> bool {
        let parts = self.parts();
        if let Focus::WayFrom(_) = parts.focus.get_untracked() {
            parts.focus.set(Focus::All);
            return true;
        }
        let is_selected = self.selected_untracked().is_some();
        self.set_selected(parts.history.try_update(Vec::pop).flatten());
        is_selected
    }

    /// The days that the time is narrowed to.
    pub(crate) fn window(self) -> Window {
        self.parts().window.get()
    }

    /// Narrows the time, or widens it again.
    pub(crate) fn set_window(self, window: Window) {
        self.parts().window.set(window);
    }

    /// What holds in the time that is shown, if it is narrowed.
    pub(crate) fn now(self) -> Option<Arc<AsOf>> {
        self.parts().now.get()
    }

    /// Which entities the diagram is about.
    pub(crate) fn focus(self) -> Focus {
        self.parts().focus.get()
    }

    pub(crate) fn set_focus(self, focus: Focus) {
        self.parts().focus.set(focus);
    }

    /// The kinds that the reader has hidden.
    pub(crate) fn hidden(self) -> Vec<EntityKind> {
        EntityKind::ALL.iter().copied().filter(|&kind| self.hides(kind)).collect()
    }

    /// Whether the reader has hidden a kind.
    pub(crate) fn hides(self, kind: EntityKind) -> bool {
        self.parts().hidden.with(|hidden| hidden.contains(&kind))
    }

    /// Hides a kind, or shows it again.
    pub(crate) fn toggle(self, kind: EntityKind) {
        self.parts().hidden.update(|hidden| match hidden.iter().position(|&other| other == kind) {
            Some(at) => drop(hidden.remove(at)),
            None => hidden.push(kind),
        });
    }

    /// The widget's width in whole CSS pixels.
    pub(crate) fn width(self) -> f64 {
        if self.is_on_paper() { PAPER } else { self.parts().width.get() }
    }

    /// Whether the widget is being printed: as wide as a page, so that both pictures are there,
    /// and with all its lists.
    pub(crate) fn is_on_paper(self) -> bool {
        self.parts().is_on_paper.get()
    }

    /// All entities in their places, where the reader has asked for them: they stay while a
    /// narrow widget shows another view.
    pub(crate) fn crowd(self) -> RwSignal<Option<Arc<Crowd>>> {
        self.parts().crowd
    }

    /// Takes note of the page's being printed, or shown again.
    pub(crate) fn set_on_paper(self, is_on_paper: bool) {
        self.parts().is_on_paper.set(is_on_paper);
    }

    /// Takes note of a new width. After the widget is gone this does nothing:
    /// an observer may still call.
    pub(crate) fn set_width(self, width: f64) {
        let Some(parts) = self.0.try_get_value() else { return };
        let width = width.floor();
        if parts.width.try_get_untracked().is_some_and(|before| (before - width).abs() >= 1.0) {
            parts.width.try_set(width);
        }
    }

    /// Whether the views stand side by side.
    pub(crate) fn is_wide(self) -> bool {
        self.parts().is_wide.get()
    }

    /// Whether the views stand side by side, for who does not follow it.
    pub(crate) fn is_wide_untracked(self) -> bool {
        self.parts().is_wide.get_untracked()
    }

    /// Whether a part of the widget is there already.
    pub(crate) fn is_at(self, stage: Stage) -> bool {
        self.parts().stage.get() >= stage
    }

    /// Whether all of it is there. What stands under an axis waits for it, so that nothing is pushed down.
    pub(crate) fn is_whole(self) -> bool {
        self.is_at(Stage::Whole) && !(self.is_wide() && self.awaits_axis())
    }

    /// Whether the axis is to be waited for. Paper waits for nothing: a list stands there instead.
    pub(crate) fn awaits_axis(self) -> bool {
        !self.is_on_paper() && matches!(self.axis(), Arrival::Unasked | Arrival::OnItsWay)
    }

    /// Lets the next part come; gives whether there is another.
    pub(crate) fn show_more(self) -> bool {
        let next = self.parts().stage.get_untracked().next(self.is_wide_untracked());
        self.parts().stage.set(next);
        next != Stage::Whole
    }

    /// What a narrow widget shows on top.
    pub(crate) fn tab(self) -> Tab {
        self.parts().tab.get()
    }

    pub(crate) fn set_tab(self, tab: Tab) {
        self.parts().tab.set(tab);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{meeting, with_state};

    #[test]
    fn the_way_back_says_whether_there_was_something_to_leave() {
        with_state(meeting(), |state| {
            assert!(!state.back());
            state.select(Some(Selection::Entity(0)));
            state.set_focus(Focus::WayFrom(0));
            assert_eq!([state.back(), state.back(), state.back()], [true, true, false]);
        });
    }
}
