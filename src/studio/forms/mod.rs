//! The item that is selected, and what can be corrected of it: a file a kind.

mod article;
mod entity;
mod event;
mod relation;
mod said;
mod same;

use leptos::html::Section;
use leptos::prelude::*;
use story::{ArticleId, Correction, DisagreementId, EntityId, EventId, FigureId, QuoteId, RelationId, When, WhenError};

use super::Studio;
use super::catalogue::{Beside, Chosen, Kind};
use super::fields::{Text, filled};
use super::focus::focus_heading;

use article::OfArticle;
use entity::OfEntity;
use event::OfEvent;
use relation::OfRelation;
use said::{OfDisagreement, OfFigure, OfQuote};

#[component]
pub(super) fn Correct(studio: Studio) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let chosen = studio.selected.get()?;
        studio.catalogue.with(|all| all.words(chosen.kind, &chosen.id).is_some()).then_some(chosen)
    });
    let form = NodeRef::<Section>::new();
    Effect::new(move |before: Option<usize>| {
        let visits = studio.visits.get();
        if before.is_some_and(|before| before != visits) {
            focus_heading(form);
        }
        visits
    });
    let of = move |kind: Kind, id: String| match kind {
        Kind::Article => view! { <OfArticle studio id=ArticleId::new(id)/> }.into_any(),
        Kind::Entity => view! { <OfEntity studio id=EntityId::new(id)/> }.into_any(),
        Kind::Relation => view! { <OfRelation studio id=RelationId::new(id)/> }.into_any(),
        Kind::Event => view! { <OfEvent studio id=EventId::new(id)/> }.into_any(),
        Kind::Quote => view! { <OfQuote studio id=QuoteId::new(id)/> }.into_any(),
        Kind::Figure => view! { <OfFigure studio id=FigureId::new(id)/> }.into_any(),
        Kind::Disagreement => view! { <OfDisagreement studio id=DisagreementId::new(id)/> }.into_any(),
    };
    view! {
        <section aria-label="Correct" class="correct" node_ref=form>
            <Turn studio/>
            <p class="note" role="status">
                {move || studio.is_reading.get().then_some("Reading the articles again on their new days…")}
            </p>
            {move || match shown.get() {
                None => view! { <OfStory studio/> }.into_any(),
                Some(chosen) => of(chosen.kind, chosen.id),
            }}
        </section>
    }
}

/// From item to item of a list: the buttons stay where they are, and the focus with them.
#[component]
fn Turn(studio: Studio) -> impl IntoView {
    let beside = Memo::new(move |_| {
        let chosen = studio.selected.get()?;
        studio.catalogue.with(|all| studio.filter.with(|words| all.beside(&chosen, words)))
    });
    let turn = move |name: &'static str, to: fn(Beside) -> Option<Chosen>| {
        let to = Memo::new(move |_| beside.get().and_then(to));
        view! {
            <button
                class="button"
                // A button that is disabled would lose the focus.
                aria-disabled=move || to.with(Option::is_none).to_string()
                on:click=move |_| {
                    if let Some(item) = to.get_untracked() {
                        studio.select(Some(item));
                    }
                }
            >
                {name}
            </button>
        }
    };
    view! {
        <p class="turn" hidden=move || beside.with(Option::is_none)>
            {turn("Previous", |beside| beside.before)}
            {turn("Next", |beside| beside.after)}
            <span class="note">{move || beside.get().map(|beside| format!("{} of {}", beside.at, beside.all))}</span>
        </p>
    }
}

#[component]
fn OfStory(studio: Studio) -> impl IntoView {
    let title = studio.of_story(|story| story.title.clone());
    view! {
        <h2>"The story"</h2>
        <Text studio label="Title" value=title put=move |text| {
            filled(text).map(|title| studio.correct(Correction::StoryTitle { title }))
        }/>
        <p class="note">
            "Choose a name, a line, an event, a quote or an article, here or in the story, to correct it."
        </p>
    }
}

/// A part of an item, heard of when it changes; nothing of an item that is gone.
fn part<T, U>(item: Memo<Option<T>>, get: fn(&T) -> U) -> Memo<U>
where
    T: Send + Sync + 'static,
    U: Default + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| item.with(|item| item.as_ref().map(get).unwrap_or_default()))
}

/// How dates are written, for an editor.
const EXAMPLES: &str =
    "2024-07-03, 2024-07, 2024, 2024-23 (autumn), 2024-07-03/2024-07-05, 2024~ (about). Empty: not known.";

/// The date that an editor wrote; none of an empty text.
fn date(text: &str) -> Result<Option<When>, String> {
    let date = (!text.is_empty()).then(|| When::parse(text)).transpose();
    date.map_err(|error| match error {
        WhenError::NotEdtf(_) => {
            format!("“{text}” is no date that can be kept. Write it like these (EDTF): {EXAMPLES}")
        }
        WhenError::Level2(_) => {
            format!("“{text}” is EDTF of level 2, which is not used here. Write it like these: {EXAMPLES}")
        }
    })
}
