//! Texts, handed to the reader. Nothing here asks a network, and a page with a
//! strict policy allows it.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

/// Copies a text, and then tells `done` whether it could. Where the browser has no
/// clipboard for the page, as in many frames, the old command is tried.
pub(crate) fn copy(text: String, near: Element, done: Box<dyn Fn(bool)>) {
    spawn_local(async move {
        done(by_clipboard(&text).await.or_else(|| by_command(&text, &near)).is_some());
    });
}

async fn by_clipboard(text: &str) -> Option<()> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    let clipboard = get(&get(&js_sys::global(), "navigator")?, "clipboard")?;
    let write: Function = get(&clipboard, "writeText")?.dyn_into().ok()?;
    let written: Promise = write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(written).await.ok().map(drop)
}

fn by_command(text: &str, near: &Element) -> Option<()> {
    let field: HtmlTextAreaElement = document().create_element("textarea").ok()?.unchecked_into();
    let _ = field.set_attribute("class", "visually-hidden");
    field.set_value(text);
    let root = near.get_root_node();
    root.append_child(&field).ok()?;
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = field.focus_with_options(&options);
    field.select();
    let command: Option<Function> =
        Reflect::get(&document(), &"execCommand".into()).ok().and_then(|command| command.dyn_into().ok());
    let copied = command.and_then(|command| command.call1(&document(), &"copy".into()).ok());
    field.remove();
    if let Some(near) = near.dyn_ref::<HtmlElement>() {
        let _ = near.focus_with_options(&options);
    }
    copied.filter(JsValue::is_truthy).map(drop)
}
