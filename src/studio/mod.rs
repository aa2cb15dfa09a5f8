//! The studio: what the editor works with, around the widget.

mod articles;
mod catalogue;
mod changes;
mod desk;
mod embed;
mod fields;
mod focus;
mod forms;
mod items;
mod pick;
mod press;
mod preview;
mod publish;
mod wording;

use std::time::Duration;

use leptos::prelude::*;
use story::{Correction, Problem, Story};

use articles::Articles;
use catalogue::{Catalogue, Chosen, Kind};
use changes::Changes;
use desk::Desk;
use forms::Correct;
use items::Items;
use press::Press;
use preview::Preview;
use publish::Publish;

/// What all parts of the page share.
#[derive(Debug, Clone, Copy)]
struct Studio {
    desk: RwSignal<Desk>,
    /// The corrected story, and the corrections that did not find their item.
    corrected: Memo<(Story, Vec<Problem>)>,
    /// What there is in it to choose from.
    catalogue: Memo<Catalogue>,
    /// The item that is being corrected.
    selected: RwSignal<Option<Chosen>>,
    /// Which items are listed: those that have these words.
    filter: RwSignal<String>,
    /// Whether the articles are about to be read again.
    is_reading: RwSignal<bool>,
    /// What there is to say of the files that were handed in.
    notes: RwSignal<Vec<String>>,
    /// Counts how often the editor went to the form of what is selected.
    visits: RwSignal<usize>,
    press: Press,
}

impl Studio {
    fn new(story: Story) -> Self {
        let desk = RwSignal::new(Desk::new(story));
        let corrected = Memo::new(move |_| desk.with(Desk::corrected));
        Self {
            desk,
            corrected,
            catalogue: Memo::new(move |_| corrected.with(|(story, _)| Catalogue::of(story))),
            selected: RwSignal::new(None),
            filter: RwSignal::new(String::new()),
            is_reading: RwSignal::new(false),
            notes: RwSignal::new(Vec::new()),
            visits: RwSignal::new(0),
            press: Press::watched(),
        }
    }

    /// Corrects, at once or when the mouse is released.
    fn correct(self, correction: Correction) {
        self.press.after(move || {
            self.desk.update(|desk| desk.correct(correction));
            self.read_soon();
        });
    }

    /// Reads the articles again if one of them has another day now, once the page says so: hundreds
    /// take their time, and nothing moves meanwhile.
    fn read_soon(self) {
        /// Long enough for the page to be drawn.
        const SOON: Duration = Duration::from_millis(60);
        if self.desk.with_untracked(Desk::is_behind) && !self.is_reading.get_untracked() {
            self.is_reading.set(true);
            set_timeout(move || self.press.after(move || self.read_now()), SOON);
        }
    }

    /// Does at once what waits: what is on the desk is what the editor has said.
    fn catch_up(self) {
        self.press.flush();
        self.read_now();
    }

    fn read_now(self) {
        if self.is_reading.try_get_untracked() == Some(true) {
            self.desk.update(Desk::follow_days);
            self.is_reading.set(false);
        }
    }

    /// Selects an item, and goes to its form.
    fn go_to(self, item: Chosen) {
        self.select(Some(item));
        self.visits.update(|visits| *visits += 1);
    }

    /// Selects an item, unless it is selected already.
    fn select(self, item: Option<Chosen>) {
        if self.selected.with_untracked(|selected| *selected != item) {
            self.selected.set(item);
        }
    }

    /// Selects what the widget means by an id: what is selected here may have the same.
    fn hear(self, id: Option<String>) {
        let is_here = self.selected.with_untracked(|item| item.as_ref().map(|item| &item.id) == id.as_ref());
        if !is_here {
            self.select(id.and_then(|id| self.catalogue.with_untracked(|all| all.meant(&id))));
        }
    }

    /// What an item is called.
    fn words(self, kind: Kind, id: String) -> Memo<String> {
        Memo::new(move |_| self.catalogue.with(|all| all.words(kind, &id).unwrap_or_default().to_owned()))
    }

    /// Something of the corrected story, heard of when it changes.
    fn of_story<T: PartialEq + Send + Sync + 'static>(
        self,
        get: impl Fn(&Story) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.corrected.with(|(story, _)| get(story)))
    }
}

/// The whole page.
#[component]
pub fn Page(
    /// The story that is shown until articles are handed in.
    story: Story,
) -> impl IntoView {
    let studio = Studio::new(story);
    view! {
        <header class="studio-head">
            <h1>"Backstory studio"</h1>
            <a class="skip" href="#corrections">"To the corrections"</a>
            <Articles studio/>
        </header>
        <main class="studio">
            <Preview studio/>
            // On a phone the form is far below what was tapped.
            {move || studio.selected.get().map(|_| view! { <a class="to-form" href="#corrections">"Correct it"</a> })}
            <aside aria-label="Corrections" id="corrections" tabindex="-1">
                <Correct studio/>
                <Items studio/>
                <Changes studio/>
                <Publish studio/>
            </aside>
        </main>
    }
}
