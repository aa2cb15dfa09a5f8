//! Files for the reader to keep, made in the page: nothing is sent anywhere.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlElement, Url};

/// Saves a text as a file; `host` is an element of the page that it is saved
/// from.
///
/// # Errors
///
/// What the browser throws.
pub fn save_text(host: &Element, name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    save_blob(host, name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?)
}

/// Saves a blob as a file.
///
/// # Errors
///
/// What the browser throws.
pub(crate) fn save_blob(host: &Element, name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let document = host.owner_document().ok_or("an element has a document")?;
    let link: HtmlElement = document.create_element("a")?.dyn_into()?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    // Within the widget, so that no listener of the page takes the click.
    host.append_child(&link)?;
    link.click();
    link.remove();
    Url::revoke_object_url(&address)
}
