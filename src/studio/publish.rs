//! Publishing: the story and the corrections become files, and the tag is there
//! to copy. Nothing is sent anywhere.

use backstory::save_text;
use js_sys::Reflect;
use leptos::html::Textarea;
use leptos::prelude::*;
use story::{Story, TextRights};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, HtmlElement};

use super::Studio;
use super::desk::Desk;
use super::embed::{CHOICES, Embed};
use super::fields::Choice;

/// What an editor has to know who would go.
const UNSAVED: &str =
    "Some corrections are not saved yet. Save them; dropped here again with the articles, they are applied again.";

#[component]
pub(super) fn Publish(studio: Studio) -> impl IntoView {
    warn_of_loss(studio);
    let text = RwSignal::new(TextRights::Excerpts);
    let failed = RwSignal::new(false);
    let save = move |name: &str, content: &dyn Fn(&Desk) -> String| {
        // What was typed last may still wait for this very click to end.
        studio.catch_up();
        let content = studio.desk.with_untracked(content);
        failed.set(save_text(name, "application/json", &content).is_err());
    };
    let save_story = move |_| {
        save("story.json", &|desk| desk.published(text.get_untracked()).to_json());
    };
    let save_corrections = move |_| {
        save("corrections.json", &|desk| desk.corrections().to_json());
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
            <ol>
                <li>
                    <p id="rights">"Choose what goes along of the articles."</p>
                    <fieldset aria-labelledby="rights">
                        {right(TextRights::Excerpts, "only the sentences that are evidence, each cut at 240 characters")}
                        {right(TextRights::Full, "every sentence: the rights in them have to be yours")}
                    </fieldset>
                </li>
                <li>
                    <p>"Save the story, and put it on your server."</p>
                    <button class="button" on:click=save_story>"Save story.json"</button>
                </li>
                <li><Tag studio text/></li>
                <li>
                    <p>"Save the corrections, and keep them with the articles: they are not published."</p>
                    <button class="button" on:click=save_corrections>"Save corrections.json"</button>
                    <p class="note" role="status">
                        {move || (!studio.desk.with(Desk::is_saved)).then_some(UNSAVED)}
                    </p>
                </li>
            </ol>
            {move || failed.get().then(|| view! { <p role="alert">"The browser did not save the file. Try another one."</p> })}
        </section>
    }
}

/// What goes into the article's page, as the addresses and choices have it.
#[component]
fn Tag(studio: Studio, text: RwSignal<TextRights>) -> impl IntoView {
    let embed = RwSignal::new(Embed::default());
    // Made when it is looked at: a whole story is long.
    let is_open = RwSignal::new(false);
    let html = Memo::new(move |_| {
        is_open.get().then(|| {
            let story = studio.desk.with(|desk| desk.published(text.get()));
            embed.with(|embed| embed.html(&story))
        })
    });
    let code = NodeRef::<Textarea>::new();
    let copied = RwSignal::new("");
    Effect::new(move || {
        html.track();
        copied.set("");
    });
    let copy = move |_| {
        studio.catch_up();
        if let Some(code) = code.get_untracked() {
            code.select();
        }
        let Some(clipboard) = clipboard() else { return copied.set(NOT_COPIED) };
        let html = html.get_untracked().unwrap_or_default();
        spawn_local(async move {
            let done = JsFuture::from(clipboard.write_text(&html)).await;
            copied.set(if done.is_ok() { "Copied. Paste it into the article, as HTML." } else { NOT_COPIED });
        });
    };
    let address = move |label: &'static str, get: fn(&Embed) -> &String, set: fn(&mut Embed, String)| {
        view! {
            <label class="field">
                <span>{label}</span>
                <input
                    type="text"
                    prop:value=move || embed.with(|embed| get(embed).clone())
                    on:change=move |event| embed.update(|embed| set(embed, event_target_value(&event)))
                />
            </label>
        }
    };
    let toggled = move |event: web_sys::Event| {
        let details: HtmlElement = event_target(&event);
        is_open.set(details.has_attribute("open"));
    };
    view! {
        <details class="tag" on:toggle=toggled>
            <summary>"Put the tag into the article."</summary>
            {address("Address of story.json on your server", |embed| &embed.story, |embed, to| embed.story = to)}
            {address("Address of backstory.js, once for all stories", |embed| &embed.script, |embed, to| embed.script = to)}
            <p class="note">
                "Beside backstory.js stand backstory-widget.js and the four files backstory-….wasm: "
                <code>"cargo xtask build"</code>" makes them all in "<code>"dist"</code>". "
                <code>"docs/embedding.md"</code>" has the other attributes, policies and frames."
            </p>
            {CHOICES.iter().enumerate().map(|(at, attribute)| view! {
                <Choice
                    label=attribute.label
                    value=Memo::new(move |_| embed.with(|embed| embed.chosen[at].clone()))
                    options=Memo::new(|_| attribute.values.iter().map(|(value, words)| ((*value).to_owned(), (*words).to_owned())).collect())
                    put=move |value| embed.update(|embed| embed.chosen[at] = value)
                />
            }).collect_view()}
            <label>
                <input
                    type="checkbox"
                    prop:checked=move || embed.with(|embed| embed.is_whole)
                    on:change=move |event| embed.update(|embed| embed.is_whole = event_target_checked(&event))
                />
                "with the whole story to read inside: for readers without scripts, for feeds and for search engines"
            </label>
            <textarea
                node_ref=code
                readonly
                rows="6"
                spellcheck="false"
                aria-label="The tag, to copy"
                prop:value=move || html.get().unwrap_or_default()
            ></textarea>
            <button class="button" on:click=copy>"Copy the tag"</button>
            <p class="note" role="status">{copied}</p>
        </details>
    }
}

/// What is said where the page may not copy.
const NOT_COPIED: &str = "The browser does not let this page copy. The text is selected: copy it by Ctrl+C or ⌘C.";

/// The clipboard; a page that came neither by HTTPS nor from this machine has none.
fn clipboard() -> Option<Clipboard> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    clipboard.is_object().then(|| clipboard.unchecked_into())
}

/// Asks before the page is left with work on the desk.
fn warn_of_loss(studio: Studio) {
    let ask = window_event_listener(leptos::ev::beforeunload, move |event| {
        take_what_is_typed();
        studio.catch_up();
        if studio.desk.with_untracked(Desk::would_be_lost) {
            event.prevent_default();
        }
    });
    on_cleanup(move || ask.remove());
}

/// A field says that it has changed when it is left: it is, and entered again.
fn take_what_is_typed() {
    let focused = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(field) = focused.filter(|element| element.matches("input").unwrap_or_default()) {
        // A page that is going may refuse both.
        let _ = field.blur();
        let _ = field.focus();
    }
}

/// Whether the story holds excerpts alone: more of the articles is not there.
fn is_cut(story: &Story) -> bool {
    story.articles.iter().all(|article| article.text == TextRights::Excerpts)
}
