//! The studio page that `trunk serve` shows: the widget on the built-in story.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, Response, ShadowRootInit, ShadowRootMode};

/// The built-in story, as `Trunk.toml` and `index.html` lay it beside the page.
const STORY: &str = "story.json";

fn main() {
    spawn_local(async {
        if let Err(error) = show().await {
            let words = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
            let words = words.or_else(|| error.as_string()).unwrap_or_default();
            tell(&format!("The built-in story cannot be shown. {words}"));
        }
    });
}

async fn show() -> Result<(), JsValue> {
    let host = host()?;
    let window = web_sys::window().ok_or("there is no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(STORY)).await?.dyn_into()?;
    let story = JsFuture::from(response.json()?).await?;
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    let container: HtmlElement = window.document().ok_or("there is no document")?.create_element("div")?.dyn_into()?;
    root.append_child(&container)?;
    let story = backstory::Incoming::new(story);
    let handle = backstory::mount(container, story, JsValue::NULL, js_sys::Function::default())?;
    while handle.step()? {}
    // The page shows one story until it is closed.
    std::mem::forget(handle);
    Ok(())
}

/// The element of the page that the widget goes into.
fn host() -> Result<HtmlElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let host = document.and_then(|document| document.get_element_by_id("backstory"));
    Ok(host.ok_or("the page has no element with the id \"backstory\"")?.dyn_into()?)
}

fn tell(words: &str) {
    if let Ok(host) = host() {
        host.set_text_content(Some(words));
    }
}
