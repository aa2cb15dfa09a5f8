//! Files for the reader to keep, made in the page: nothing is sent anywhere, and a page with a
//! strict policy allows it.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a file's address holds: some browsers read it only when the reader
/// has said where to put it.
const KEPT: Duration = Duration::from_mins(1);

/// Saves a text as a file.
///
/// # Errors
///
/// What the browser throws.
pub fn save_text(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    save_blob(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?)
}

/// Saves a blob as a file.
///
/// # Errors
///
/// What the browser throws.
pub(crate) fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    // In no tree, so that nobody hears the click: neither the widget nor the page.
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(move || drop(Url::revoke_object_url(&address)), KEPT);
    Ok(())
}
