//! Files and texts, handed to the reader. Nothing here asks a network, and a
//! page with a strict policy allows it.

use std::time::Duration;

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, HtmlTextAreaElement, Url};

/// How long a file's address holds: some browsers read it only when the reader
/// has said where to put it.
const KEPT: Duration = Duration::from_mins(1);

/// Saves a text as a file.
///
/// # Errors
///
/// What the browser throws.
pub(crate) fn save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    save_blob(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?)
}

/// Saves bytes as a file.
///
/// # Errors
///
/// What the browser throws.
pub(crate) fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(move || drop(Url::revoke_object_url(&address)), KEPT);
    Ok(())
}

/// Copies a text, and then does `done`. Where the browser has no clipboard for
/// the page, as in many frames, the old command is tried.
pub(crate) fn copy(text: String, near: Element, done: Box<dyn Fn()>) {
    spawn_local(async move {
        if by_clipboard(&text).await.or_else(|| by_command(&text, &near)).is_some() {
            done();
        }
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
