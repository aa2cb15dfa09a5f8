//! How values cross: plain objects, and errors as sentences.

use js_sys::Reflect;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use thiserror::Error;
use wasm_bindgen::prelude::*;

/// What a page may have got wrong.
#[derive(Debug, Error)]
pub(crate) enum Error {
    /// A value is of the wrong type.
    #[error("{place} is not {wanted}")]
    Type { place: String, wanted: &'static str },
    /// A date is none.
    #[error("{place}: {why}")]
    Date { place: String, why: story::WhenError },
    /// What was made does not become an object: this does not happen with the types that there are.
    #[error("The result cannot be handed over: {0}")]
    Result(String),
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        js_sys::Error::new(&error.to_string()).into()
    }
}

/// A field that may be missing, `null` or `undefined`; fails if it is no string.
pub(crate) fn text_of(object: &JsValue, place: &str, name: &str) -> Result<Option<String>, Error> {
    // A getter that throws is as good as nothing there.
    let value = Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if value.is_null() || value.is_undefined() {
        return Ok(None);
    }
    let wanted = "a string";
    value.as_string().map(Some).ok_or_else(|| Error::Type { place: [place, ".", name].concat(), wanted })
}

/// What a page may choose.
pub(crate) struct Choices {
    pub(crate) options: reading::Options,
    /// Whether only the sentences that are evidence are kept.
    pub(crate) excerpts: bool,
}

impl Choices {
    pub(crate) fn of(value: &JsValue) -> Result<Self, Error> {
        if value.is_null() || value.is_undefined() {
            return Ok(Self { options: reading::Options::default(), excerpts: false });
        }
        if !value.is_object() {
            return Err(Error::Type { place: "options".to_owned(), wanted: "an object" });
        }
        let title = text_of(value, "options", "title")?.filter(|title| !title.trim().is_empty());
        let excerpts = match text_of(value, "options", "text")?.as_deref() {
            None | Some("full") => false,
            Some("excerpts") => true,
            Some(_) => {
                return Err(Error::Type { place: "options.text".to_owned(), wanted: "\"full\" or \"excerpts\"" });
            }
        };
        Ok(Self { options: reading::Options { title }, excerpts })
    }
}

/// A value as JSON would have it: objects, arrays, strings, numbers, `null`.
pub(crate) fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| Error::Result(error.to_string()).into())
}
