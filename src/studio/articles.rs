//! Handing in: files are dropped or chosen, and listed.

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, FileList, HtmlInputElement};

use super::Studio;
use super::desk::{Desk, File};

#[component]
pub(super) fn Articles(studio: Studio) -> impl IntoView {
    let is_over = RwSignal::new(false);
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
            hand_in(studio, &files);
        }
    };
    let chosen = move |event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(files) = input.files() {
            hand_in(studio, &files);
        }
        // The same file may be chosen again.
        input.set_value("");
    };
    let files = move || studio.desk.with(|desk| desk.files().map(str::to_owned).enumerate().collect::<Vec<_>>());
    view! {
        <section
            class="articles"
            class:over=is_over
            aria-label="Articles"
            on:dragover=move |event: DragEvent| { event.prevent_default(); is_over.set(true); }
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
        >
            <p>
                "Drop articles here: texts, saved web pages, feeds or news items; also a story.json or a corrections.json. "
                <label class="button">"Choose files"<input type="file" multiple on:change=chosen/></label>
            </p>
            {move || studio.desk.with(Desk::is_example).then(|| view! { <p class="note">"This story is an example."</p> })}
            {move || studio.desk.with(|desk| desk.opened().map(|name| view! { <p>{format!("Opened: {name}")}</p> }))}
            <ul class="files">
                <For each=files key=Clone::clone let((at, name))>
                    <li>
                        {name.clone()}
                        <button
                            aria-label=format!("Take {name} away")
                            on:click=move |_| studio.desk.update(|desk| desk.take_away(at))
                        >
                            "×"
                        </button>
                    </li>
                </For>
            </ul>
            <div role="status">
                <ul class="notes">
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

/// Reads what was handed in.
fn hand_in(studio: Studio, list: &FileList) {
    let files: Vec<web_sys::File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    if files.is_empty() {
        return;
    }
    let names: Vec<String> = files.iter().map(web_sys::File::name).collect();
    let reading = format!("Reading {}…", names.join(", "));
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
            all.retain(|note| *note != reading);
            all.extend(notes);
        });
    });
}
