//! Handing in: files are dropped or chosen, and listed.

use js_sys::Uint8Array;
use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, FileList, HtmlInputElement};

use super::Studio;
use super::desk::{Desk, File};
use super::focus::focus_in;

/// So many files are listed, until all are asked for.
const LISTED: usize = 30;

/// So many notes are in view at once.
const NOTES: usize = 5;

#[component]
pub(super) fn Articles(studio: Studio) -> impl IntoView {
    let is_over = RwSignal::new(false);
    take_drops(studio, is_over);
    let chosen = move |event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(files) = input.files() {
            hand_in(studio, &files);
        }
        // The same file may be chosen again.
        input.set_value("");
    };
    let section = NodeRef::<Section>::new();
    let shows_all = RwSignal::new(false);
    let files =
        Memo::new(move |_| studio.desk.with(|desk| desk.files().map(str::to_owned).enumerate().collect::<Vec<_>>()));
    let listed = move || {
        let mut files = files.get();
        if !shows_all.get() {
            files.truncate(LISTED);
        }
        files
    };
    let is_long = move || files.with(|files| files.len() > LISTED);
    let take_away = move |at: usize| {
        studio.desk.update(|desk| desk.take_away(at));
        // To the next file, else the last, else to where files are chosen.
        focus_in(section, move |section| {
            let buttons = section.query_selector_all(".files button").ok()?;
            let at = u32::try_from(at).unwrap_or(u32::MAX).min(buttons.length().saturating_sub(1));
            let button = buttons.get(at).and_then(|button| button.dyn_into().ok());
            button.or_else(|| section.query_selector("input").ok().flatten())
        });
    };
    view! {
        <section
            class="articles"
            class:over=is_over
            aria-label="Articles"
            node_ref=section
        >
            <p>
                "Drop articles here: texts, saved web pages, feeds or news items; also a story.json or a corrections.json. "
                <label class="button">"Choose files"<input type="file" multiple on:change=chosen/></label>
            </p>
            {move || studio.desk.with(Desk::is_example).then(|| view! { <p class="note">"This story is an example."</p> })}
            {move || studio.desk.with(|desk| desk.opened().map(|name| view! { <p>{format!("Opened: {name}")}</p> }))}
            <ul class="files">
                <For each=listed key=Clone::clone let((at, name))>
                    <li>
                        {name.clone()}
                        <button
                            aria-label=format!("Take {name} away")
                            on:click=move |_| take_away(at)
                        >
                            "×"
                        </button>
                    </li>
                </For>
            </ul>
            {move || is_long().then(|| {
                let words = move || {
                    if shows_all.get() { "Show fewer".to_owned() } else { format!("Show all {}", files.with(Vec::len)) }
                };
                view! { <button class="button" on:click=move |_| shows_all.update(|all| *all = !*all)>{words}</button> }
            })}
            <div role="status">
                // What scrolls is reached by the keyboard.
                <ul class="notes" tabindex=move || studio.notes.with(|notes| notes.len() > NOTES).then_some("0")>
                    {move || studio.notes.get().into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
                </ul>
            </div>
            {move || {
                let clear = move |_| studio.notes.set(Vec::new());
                studio.notes.with(|notes| !notes.is_empty()).then(|| view! {
                    <button class="button" on:click=clear>"Clear these notes"</button>
                })
            }}
        </section>
    }
}

/// Takes files that are dropped anywhere in the page: beside the place for them,
/// the browser would open them instead, and the page with all work would be gone.
fn take_drops(studio: Studio, is_over: RwSignal<bool>) {
    let files = |event: &DragEvent| {
        let data = event.data_transfer()?;
        data.types().includes(&"Files".into(), 0).then(|| data.files()).flatten()
    };
    let over = window_event_listener(leptos::ev::dragover, move |event| {
        if files(&event).is_some() {
            event.prevent_default();
            is_over.set(true);
        }
    });
    let left = window_event_listener(leptos::ev::dragleave, move |event| {
        // From one element to the next, it is still in the page.
        if event.related_target().is_none() {
            is_over.set(false);
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        is_over.set(false);
        if let Some(files) = files(&event) {
            event.prevent_default();
            hand_in(studio, &files);
        }
    });
    on_cleanup(move || [over, left, dropped].into_iter().for_each(WindowListenerHandle::remove));
}

/// Reads what was handed in.
fn hand_in(studio: Studio, list: &FileList) {
    let files: Vec<web_sys::File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    if files.is_empty() {
        return;
    }
    let reading = match &files[..] {
        [file] => format!("Reading {}…", file.name()),
        files => format!("Reading {} files…", files.len()),
    };
    studio.notes.update(|notes| notes.push(reading.clone()));
    spawn_local(async move {
        let mut taken = Vec::new();
        let mut notes = Vec::new();
        for file in files {
            let name = file.name();
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => taken.push(File { name, bytes: Uint8Array::new(&buffer).to_vec() }),
                Err(_) => notes.push(format!("{name}: the browser cannot read it; is it a folder, or gone?")),
            }
        }
        studio.desk.update(|desk: &mut Desk| notes.extend(desk.take(taken)));
        studio.notes.update(|all| {
            // What is said again is said last.
            all.retain(|note| *note != reading && !notes.contains(note));
            all.extend(notes);
        });
    });
}
