//! Two that are one.

use leptos::prelude::*;
use story::Correction;

use super::super::Studio;
use super::super::catalogue::{Chosen, Kind};
use super::super::pick::Pick;

/// Chooses what an item is the same as, and makes them one.
#[component]
pub(super) fn Same(
    studio: Studio,
    kind: Kind,
    id: String,
    merge: impl Fn(String) -> Correction + 'static,
) -> impl IntoView {
    let other = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<&'static str>);
    let choose = move |chosen: Option<String>| {
        wrong.set(None);
        if chosen.as_ref() == Some(&id) {
            return Err("This is the same already. Choose another.".to_owned());
        }
        other.set(chosen.unwrap_or_default());
        Ok(())
    };
    let unite = move |_| {
        let into = other.get_untracked();
        if into.is_empty() {
            return wrong.set(Some("Choose first what it is the same as."));
        }
        studio.correct(merge(into.clone()));
        studio.go_to(Chosen::new(kind, into));
    };
    view! {
        <Pick studio kind label="Is the same as" value=Memo::new(move |_| other.get()) empty="nothing else here" put=choose/>
        <button class="button" on:click=unite>"Make them one"</button>
        <span class="hint" role="status" class:wrong=move || wrong.get().is_some()>{wrong}</span>
    }
}
