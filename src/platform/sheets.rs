//! The widget's style sheets, adopted by its shadow root: a page that forbids
//! inline styles allows these.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

/// The sheets, in the order in which they apply.
const SHEETS: [&str; 10] = [
    include_str!("../../style/tokens.css"),
    include_str!("../../style/frame.css"),
    include_str!("../../style/controls.css"),
    include_str!("../../style/diagram.css"),
    include_str!("../../style/timeline.css"),
    include_str!("../../style/details.css"),
    include_str!("../../style/sources.css"),
    include_str!("../../style/search.css"),
    include_str!("../../style/tour.css"),
    include_str!("../../style/export.css"),
];

/// Gives `root` the widget's sheets, after those that it has.
///
/// # Errors
///
/// The browser's own, where it knows no constructed sheets.
pub(crate) fn adopt(root: &ShadowRoot) -> Result<(), JsValue> {
    let sheets = Array::from(&root.adopted_style_sheets());
    for text in SHEETS {
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(text)?;
        sheets.push(&sheet);
    }
    root.set_adopted_style_sheets(&sheets);
    Ok(())
}
