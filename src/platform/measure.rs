//! How wide words are, by the browser's own text shaping.

use drawing::geometry::Size;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use crate::scene::tenths;

/// Height of a line of text, as a share of the font's size.
const LINE_HEIGHT: f64 = 1.25;
/// Width of an average character, as a share of the font's size, for where
/// there is no canvas to measure with.
const AVERAGE_WIDTH: f64 = 0.58;

/// Measures words in the widget's sans-serif face.
#[derive(Debug, Clone)]
pub(crate) struct Measure {
    context: Option<CanvasRenderingContext2d>,
    family: String,
}

impl Measure {
    /// A measure for the sans-serif face that the widget's sheets give to
    /// `element`: the host page may have set another.
    pub(crate) fn for_element(element: &Element) -> Self {
        let window = web_sys::window();
        let canvas = element.owner_document().and_then(|document| document.create_element("canvas").ok());
        let canvas = canvas.and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok());
        let context = canvas.and_then(|canvas| canvas.get_context("2d").ok().flatten());
        let style = window.and_then(|window| window.get_computed_style(element).ok().flatten());
        let family = style.and_then(|style| style.get_property_value("--_sans").ok());
        Self {
            context: context.and_then(|context| context.dyn_into().ok()),
            family: family
                .map(|family| family.trim().to_owned())
                .filter(|family| !family.is_empty())
                .unwrap_or_else(|| "sans-serif".to_owned()),
        }
    }

    /// The size of one line of `text`.
    pub(crate) fn line(&self, text: &str, px: f64, bold: bool) -> Size {
        let weight = if bold { "600" } else { "400" };
        let width = self.context.as_ref().and_then(|context| {
            context.set_font(&[weight, " ", &tenths(px), "px ", &self.family].concat());
            Some(context.measure_text(text).ok()?.width())
        });
        #[expect(clippy::cast_precision_loss, reason = "a text's length is small")]
        let guess = || text.chars().count() as f64 * px * AVERAGE_WIDTH;
        Size::new(width.unwrap_or_else(guess), px * LINE_HEIGHT)
    }
}
