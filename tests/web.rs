//! The boundary to JavaScript, in a real browser: what `mount` and its handle
//! do, and what they say when something is wrong.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test")]

use backstory::{Handle, Incoming, mount};
use js_sys::{Error, Function, JSON};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

fn story() -> Incoming {
    incoming(include_str!("stories/iphone-4.json"))
}

fn incoming(json: &str) -> Incoming {
    Incoming::new(JSON::parse(json).unwrap(), None)
}

/// An empty element in a shadow root of its own, 400 pixels wide.
fn container() -> HtmlElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let host: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    host.set_attribute("style", "width: 400px").unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
    let container: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    root.append_child(&container).unwrap();
    container
}

fn mounted(container: &HtmlElement) -> Handle {
    let handle = mount(container.clone(), story(), JsValue::NULL, Function::default()).unwrap();
    while handle.step().unwrap() {}
    handle
}

/// What a failed call says.
fn words<T>(result: Result<T, JsValue>) -> String {
    let error = result.err().unwrap();
    String::from(error.unchecked_into::<Error>().message())
}

/// Lets effects and frames run.
async fn settled() {
    for _ in 0..5 {
        JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_mounted_widget_shows_the_story() {
    let container = container();
    let _handle = mounted(&container);
    settled().await;
    let title = container.query_selector("h2").unwrap().unwrap();
    assert_eq!(title.text_content().unwrap(), "iPhone 4 and its antenna");
    let root: ShadowRoot = container.get_root_node().unchecked_into();
    assert!(root.adopted_style_sheets().length() > 0);
}

#[wasm_bindgen_test]
async fn selecting_by_id_shows_the_details() {
    let container = container();
    let handle = mounted(&container);
    handle.select(Some("mark-papermaster".to_owned())).unwrap();
    settled().await;
    let heading = container.query_selector(".details .subject").unwrap().unwrap();
    assert_eq!(heading.text_content().unwrap(), "Mark Papermaster");
    handle.select(None).unwrap();
    settled().await;
    assert!(container.query_selector(".details .subject").unwrap().is_none());
}

#[wasm_bindgen_test]
fn an_id_that_is_not_there_is_a_sentence() {
    let handle = mounted(&container());
    let said = words(handle.select(Some("nobody".to_owned())));
    assert_eq!(said, "There is no item with the id \"nobody\" in this story");
}

#[wasm_bindgen_test]
fn a_destroyed_widget_is_gone_and_says_so() {
    let container = container();
    let mut handle = mounted(&container);
    handle.destroy();
    handle.destroy();
    assert!(container.first_element_child().is_none());
    assert_eq!(words(handle.select(None)), "This widget has been destroyed");
}

#[wasm_bindgen_test]
fn what_is_no_story_is_refused_with_a_sentence() {
    let refused = |json: &str| words(mount(container(), incoming(json), JsValue::NULL, Function::default()));
    assert!(refused("null").contains("this is not a Backstory story"));
    assert!(refused("[]").contains("this is not a Backstory story"));
    assert!(refused(r#"{"format": "backstory/9"}"#).contains("use a newer Backstory"));
    assert!(refused(r#"{"format": "backstory/1"}"#).contains("missing field `title`"));
}

#[wasm_bindgen_test]
fn outside_a_shadow_root_it_is_not_mounted() {
    let body = web_sys::window().unwrap().document().unwrap().body().unwrap();
    let said = words(mount(body, story(), JsValue::NULL, Function::default()));
    assert_eq!(said, "The widget must be mounted inside a shadow root");
}
