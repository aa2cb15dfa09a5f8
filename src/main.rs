//! The studio page, which trunk serves: an editor drops articles in, sees the
//! story as its readers will, corrects what was read, and publishes it.

#![expect(unreachable_pub, reason = "the component macro makes its functions pub")]

mod studio;

use leptos::prelude::*;
use story::Story;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, Response};

use crate::studio::Page;

/// The built-in story, as `Trunk.toml` and `index.html` lay it beside the page.
const STORY: &str = "story.json";

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
        let words = panic.payload_as_str().unwrap_or("for a reason unknown");
        tell(&format!("The studio stopped: {words}{place}. Load the page again."));
    }));
    spawn_local(async {
        // Without the example, articles can still be handed in.
        let story = built_in().await.unwrap_or_else(|error| {
            tell(&format!("The built-in story cannot be shown. {}", words_of(&error)));
            Story::new("No story yet")
        });
        mount_to_body(move || view! { <Page story=story/> });
    });
}

async fn built_in() -> Result<Story, JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(STORY)).await?.dyn_into()?;
    if !response.ok() {
        return Err(format!("The server answered {} for {STORY}.", response.status()).into());
    }
    let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    Story::from_json(&text).map_err(|error| js_sys::Error::new(&error.to_string()).into())
}

/// What was thrown, in words.
fn words_of(error: &JsValue) -> String {
    let words = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    words.or_else(|| error.as_string()).unwrap_or_default()
}

/// A sentence at the end of the page.
fn tell(sentence: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let line = document.as_ref().and_then(|document| document.create_element("p").ok()?.dyn_into::<HtmlElement>().ok());
    if let (Some(body), Some(line)) = (document.as_ref().and_then(web_sys::Document::body), line) {
        line.set_text_content(Some(sentence));
        line.set_class_name("stopped");
        // Without a body there is nobody to tell.
        let _ = body.append_child(&line);
    }
}
