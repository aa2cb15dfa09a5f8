//! The boundary to JavaScript, in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test")]

use backstory_reader::read;
use js_sys::{Array, Error, Function, JSON, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "Kenyan President William Ruto met his Chilean counterpart Marta Diaz in Nairobi on Friday.";

fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

fn articles(text: &str, published: &str) -> JsValue {
    let article = js_sys::Object::new();
    Reflect::set(&article, &"text".into(), &text.into()).unwrap();
    Reflect::set(&article, &"published".into(), &published.into()).unwrap();
    Array::of1(&article).into()
}

fn get(value: &JsValue, path: &[&str]) -> JsValue {
    path.iter().fold(value.clone(), |value, name| Reflect::get(&value, &(*name).into()).unwrap())
}

fn sentence(error: &JsValue) -> String {
    error.dyn_ref::<Error>().unwrap().message().into()
}

#[wasm_bindgen_test]
fn articles_become_a_plain_story() {
    let story = read(articles(TEXT, "2025-05-02"), JsValue::UNDEFINED, None).unwrap();
    assert_eq!(get(&story, &["format"]), "backstory/1");
    assert_eq!(get(&story, &["events", "0", "when"]), "2025-05-02");
    assert_eq!(get(&story, &["articles", "0", "file"]), JsValue::NULL);
    // What is handed over is JSON: the story is the same after it.
    let text = JSON::stringify(&story).unwrap();
    assert_eq!(JSON::stringify(&JSON::parse(&String::from(&text)).unwrap()).unwrap(), text);
}

#[wasm_bindgen_test]
fn progress_is_told_and_what_it_throws_is_thrown() {
    let all = json(&format!(r#"[{{ "text": "{TEXT}" }}, {{ "text": "Boeing rose." }}]"#));
    let told = Function::new_with_args("done, of", "(globalThis.told ??= []).push(`${done}/${of}`)");
    read(all.clone(), JsValue::NULL, Some(told)).unwrap();
    let told = Reflect::get(&js_sys::global(), &"told".into()).unwrap();
    assert_eq!(Array::from(&told).join(" "), "1/2 2/2");
    let stop = Function::new_no_args("throw new Error('stop')");
    assert_eq!(sentence(&read(all, JsValue::NULL, Some(stop)).unwrap_err()), "stop");
}

#[wasm_bindgen_test]
fn a_wrong_call_is_an_error_that_names_the_place() {
    let said = |articles: &str, options: &str| sentence(&read(json(articles), json(options), None).unwrap_err());
    assert_eq!(said("7", "null"), "articles is not an array");
    assert_eq!(said(r#"[{"text": "a"}, {"text": 7}]"#, "null"), "articles[1].text is not a string");
    assert_eq!(said("[{}]", "null"), "articles[0].text is not a string");
    assert_eq!(said("[null]", "null"), "articles[0] is not an object");
    assert_eq!(said("[]", r#"{"text": "half"}"#), "options.text is not \"full\" or \"excerpts\"");
    let date = said(r#"[{"text": "a", "published": "2024-13"}]"#, "null");
    assert_eq!(date, "articles[0].published: \"2024-13\" is no EDTF date");
}
