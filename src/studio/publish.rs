//! Publishing: the story and the corrections become files. Nothing is sent
//! anywhere.

use backstory::save_text;
use leptos::prelude::*;
use story::{Story, TextRights};
use web_sys::Element;

use super::Studio;
use super::desk::Desk;

/// What an editor has to know who would go.
const UNSAVED: &str =
    "Some corrections are not saved yet. Save them; dropped here again with the articles, they are applied again.";

#[component]
pub(super) fn Publish(studio: Studio) -> impl IntoView {
    warn_of_loss(studio);
    let text = RwSignal::new(TextRights::Excerpts);
    let failed = RwSignal::new(false);
    let save = move |event: &web_sys::MouseEvent, name: &str, content: &dyn Fn(&Desk) -> String| {
        // What was typed last may still wait for this very click to end.
        studio.press.flush();
        let content = studio.desk.with_untracked(content);
        let button: Element = event_target(event);
        // Beside the button: a link in it would press it again.
        let saved = button.parent_element().map(|host| save_text(&host, name, "application/json", &content));
        failed.set(!matches!(saved, Some(Ok(()))));
    };
    let save_story = move |event: web_sys::MouseEvent| {
        save(&event, "story.json", &|desk| desk.published(text.get_untracked()).to_json());
    };
    let save_corrections = move |event: web_sys::MouseEvent| {
        save(&event, "corrections.json", &|desk| desk.corrections().to_json());
        if !failed.get_untracked() {
            studio.desk.update(Desk::set_saved);
        }
    };
    let is_cut = studio.of_story(is_cut);
    let right = move |value: TextRights, words: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="text"
                    prop:checked=move || text.get() == value
                    disabled=move || value == TextRights::Full && is_cut.get()
                    on:change=move |_| text.set(value)
                />
                {words}
            </label>
        }
    };
    view! {
        <section aria-label="Publish" class="publish">
            <h2>"Publish"</h2>
            <fieldset>
                <legend>"Of the articles"</legend>
                {right(TextRights::Excerpts, "only the sentences that are evidence, each cut at 240 characters")}
                {right(TextRights::Full, "every sentence: the rights in them have to be yours")}
            </fieldset>
            <button class="button" on:click=save_story>"Save story.json"</button>
            <button class="button" on:click=save_corrections>"Save corrections.json"</button>
            <p class="note">
                {move || (!studio.desk.with(Desk::is_saved)).then_some(UNSAVED)}
            </p>
            {move || failed.get().then(|| view! { <p role="alert">"The browser did not save the file. Try another one."</p> })}
        </section>
    }
}

/// Asks before the page is left with work on the desk.
fn warn_of_loss(studio: Studio) {
    let ask = window_event_listener(leptos::ev::beforeunload, move |event| {
        if studio.desk.with_untracked(Desk::would_be_lost) {
            event.prevent_default();
        }
    });
    on_cleanup(move || ask.remove());
}

/// Whether the story holds excerpts alone: more of the articles is not there.
fn is_cut(story: &Story) -> bool {
    story.articles.iter().all(|article| article.text == TextRights::Excerpts)
}
