//! What a screen reader is told beside the selection, and what became of a citation.

use leptos::prelude::*;

use super::State;
use crate::words::Words;

/// A sentence that was to be cited: its article, its position in it, and whether
/// the browser let it be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cited {
    pub(crate) article: usize,
    pub(crate) sentence: usize,
    is_copied: bool,
}

impl Cited {
    /// What is said of it.
    pub(crate) fn said(self, words: &Words) -> &'static str {
        if self.is_copied { words.export.copied } else { words.export.refused }
    }
}

impl State {
    /// What a screen reader is to be told, until something else is selected.
    pub(crate) fn notice(self) -> Option<String> {
        self.parts().notice.get()
    }

    /// Tells a screen reader something.
    pub(crate) fn tell(self, notice: String) {
        self.parts().notice.set(Some(notice));
    }

    /// The sentence that was cited last.
    pub(crate) fn cited(self) -> Option<Cited> {
        self.parts().cited.get()
    }

    /// Takes note of a sentence's citation, and whether it could be copied. After the
    /// widget is gone this does nothing: the browser answers late.
    pub(crate) fn set_cited(self, article: usize, sentence: usize, is_copied: bool) {
        let Some(parts) = self.0.try_get_value() else { return };
        let cited = Cited { article, sentence, is_copied };
        parts.cited.set(Some(cited));
        parts.notice.set(Some(cited.said(parts.words.get_value()).to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Model, Selection};
    use crate::samples::{meeting, with_state};
    use crate::words::EN;

    #[test]
    fn what_was_told_of_the_last_is_no_news_after_the_way_back() {
        with_state(meeting(), |state| {
            state.select(Some(Selection::Entity(0)));
            state.select(Some(Selection::Entity(1)));
            state.set_cited(0, 0, true);
            assert_eq!(state.notice().as_deref(), Some("Copied."));
            assert!(state.back());
            assert_eq!((state.selected(), state.notice(), state.cited()), (Some(Selection::Entity(0)), None, None));
        });
    }

    #[test]
    fn what_could_not_be_copied_is_said() {
        with_state(meeting(), |state| {
            state.set_cited(0, 1, false);
            assert_eq!(state.notice().as_deref(), Some(EN.export.refused));
            assert_eq!(state.cited().map(|cited| cited.said(&EN)), Some(EN.export.refused));
        });
    }

    #[test]
    fn a_clipboard_that_answers_after_the_widget_is_gone_does_no_harm() {
        let owner = Owner::new();
        let state = owner.with(|| State::new(Model::new(meeting()), 900.0, &EN));
        drop(owner);
        assert!(state.arrival_untracked().is_none(), "it is gone");
        state.set_cited(0, 0, true);
    }
}
