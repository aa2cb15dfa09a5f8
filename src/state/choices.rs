//! What a reader has chosen, kept over a new version of the story.

use leptos::prelude::*;
use story::EntityKind;

use super::{State, Tab, Window};

/// What a reader has chosen, as far as another version of the story may have it too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    /// The id of what is selected.
    pub(crate) selected: Option<String>,
    pub(crate) window: Window,
    pub(crate) tab: Tab,
    pub(crate) hidden: Vec<EntityKind>,
    /// The step of the guided way in.
    pub(crate) step: Option<usize>,
    /// Whether the overview shows the whole of its lists.
    pub(crate) is_unfolded: bool,
}

impl State {
    /// What has been chosen.
    pub(crate) fn choices(self) -> Choices {
        untrack(|| Choices {
            selected: self.selected().and_then(|selected| self.model().id(selected).map(str::to_owned)),
            window: self.window(),
            tab: self.tab(),
            hidden: self.hidden(),
            step: self.step(),
            is_unfolded: self.is_unfolded(),
        })
    }

    /// Chooses what was chosen in another version of the story, as far as it is there.
    pub(crate) fn choose(self, choices: &Choices) {
        self.set_window(choices.window);
        let now = untrack(|| self.now());
        if now.is_some_and(|now| now.events.as_slice().is_empty() && now.articles.as_slice().is_empty()) {
            // It is a story of another time.
            self.set_window((None, None));
        }
        self.set_tab(choices.tab);
        for &kind in &choices.hidden {
            self.toggle(kind);
        }
        if choices.step.is_some() {
            self.set_step(choices.step);
            self.want_rest();
        }
        if choices.is_unfolded {
            self.unfold();
        }
        self.select(choices.selected.as_deref().and_then(|id| self.model().find(id)));
        self.chosen_by_page();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Selection;
    use crate::samples::{meeting, with_state};

    fn july() -> Window {
        let day = |text| story::When::parse(text).unwrap().first_day();
        (day("2024-07-01"), day("2024-07-31"))
    }

    #[test]
    fn what_is_chosen_stays_in_another_version_of_the_story() {
        let choices = with_state(meeting(), |state| {
            state.select(state.model().find("bo"));
            state.set_window(july());
            state.toggle(EntityKind::Place);
            state.set_tab(Tab::Timeline);
            state.unfold();
            state.choices()
        });
        let mut newer = meeting();
        newer.entities.swap(0, 1);
        with_state(newer, |state| {
            state.choose(&choices);
            assert_eq!(state.selected(), Some(Selection::Entity(0)));
            assert!(state.is_by_page() && state.hides(EntityKind::Place));
            assert_eq!(state.choices(), choices);
        });
    }

    #[test]
    fn a_story_of_another_time_is_not_narrowed() {
        let choices = with_state(meeting(), |state| {
            state.set_window(july());
            state.choices()
        });
        let mut other = meeting();
        let year = story::When::parse("1999").unwrap();
        other.events.iter_mut().for_each(|event| event.when = Some(year.clone()));
        other.articles[0].published.as_mut().unwrap().when = year;
        with_state(other, |state| {
            state.choose(&choices);
            assert_eq!(state.window(), (None, None));
        });
    }
}
