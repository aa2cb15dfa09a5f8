//! A picture as a file for the reader to keep: SVG, or PNG by way of a canvas,
//! which a page's Content-Security-Policy does not concern.

use drawing::geometry::Point;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, Path2d};

use super::paint::Painter;
use super::svg::svg;
use super::{Anchor, Drawn, File, Scene, tenths};
use crate::platform::{save_blob, save_text};

/// How many pixels of the file stand for one of the screen: sharp on paper.
const SCALE: f64 = 2.0;

/// Saves what a painter shows as a file of a name without an ending.
///
/// # Errors
///
/// What the browser throws.
pub(crate) fn save(painter: &Painter, file: File, host: &Element, name: &str, title: &str) -> Result<(), JsValue> {
    match file {
        File::Svg => {
            let ground = ground(host)?;
            let style = |part, mark, property: &str| painter.style(part, mark, property).unwrap_or_default();
            save_svg(&painter.with_scene(|scene| svg(scene, title, &ground, &style)), host, name)
        }
        File::Png => save_png(painter, host, name),
    }
}

/// Saves an SVG as `name.svg`.
///
/// # Errors
///
/// What the browser throws.
pub(crate) fn save_svg(svg: &str, host: &Element, name: &str) -> Result<(), JsValue> {
    save_text(host, &[name, ".svg"].concat(), "image/svg+xml", svg)
}

fn save_png(painter: &Painter, host: &Element, name: &str) -> Result<(), JsValue> {
    let document = host.owner_document().ok_or("an element has a document")?;
    let ground = ground(host)?;
    save_canvas(&painter.with_scene(|scene| drawn(painter, scene, &document, &ground))?, host, name)
}

/// Saves what is on a canvas as `name.png`.
///
/// # Errors
///
/// What the browser throws.
pub(crate) fn save_canvas(canvas: &HtmlCanvasElement, host: &Element, name: &str) -> Result<(), JsValue> {
    let (host, name) = (host.clone(), [name, ".png"].concat());
    let done = Closure::once_into_js(move |blob: Option<web_sys::Blob>| {
        // A picture that is too large to be made is not saved.
        blob.map_or(Ok(()), |blob| save_blob(&host, &name, &blob))
    });
    canvas.to_blob(done.unchecked_ref())
}

/// The colour that the picture stands on.
fn ground(host: &Element) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("there is a window")?;
    let frame = host.closest(".backstory")?;
    let style = frame.map(|frame| window.get_computed_style(&frame)).transpose()?.flatten();
    style.map_or_else(|| Ok("white".to_owned()), |style| style.get_property_value("background-color"))
}

fn drawn(painter: &Painter, scene: &Scene, page: &Document, ground: &str) -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = page.create_element("canvas")?.dyn_into()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
    let pixels = |length: f64| (length * SCALE).ceil() as u32;
    canvas.set_width(pixels(scene.size.width));
    canvas.set_height(pixels(scene.size.height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("there is no canvas")?.dyn_into()?;
    context.scale(SCALE, SCALE)?;
    context.set_fill_style_str(ground);
    context.fill_rect(0.0, 0.0, scene.size.width, scene.size.height);
    for (i, part) in scene.parts.iter().enumerate() {
        let Point { x, y } = part.at;
        context.set_transform(SCALE, 0.0, 0.0, SCALE, x * SCALE, y * SCALE)?;
        let of_part = number(&painter.style(i, None, "opacity")?);
        for (at, mark) in part.marks.iter().enumerate() {
            let style = |property: &str| painter.style(i, Some(at), property);
            if style("display")? != "none" {
                draw(&context, &mark.drawn, of_part, &style)?;
            }
        }
    }
    Ok(canvas)
}

fn draw(
    context: &CanvasRenderingContext2d,
    drawn: &Drawn,
    of_part: f64,
    style: &dyn Fn(&str) -> Result<String, JsValue>,
) -> Result<(), JsValue> {
    let (fill, stroke) = (style("fill")?, style("stroke")?);
    let opacity = of_part * number(&style("opacity")?);
    let filled = opacity * number(&style("fill-opacity")?);
    let dashes = js_sys::Array::new();
    for dash in
        style("stroke-dasharray")?.split([',', ' ']).filter(|dash| dash.starts_with(|c: char| c.is_ascii_digit()))
    {
        dashes.push(&number(dash).into());
    }
    context.set_line_dash(&dashes)?;
    context.set_line_width(number(&style("stroke-width")?));
    context.set_stroke_style_str(&stroke);
    context.set_fill_style_str(&fill);
    match drawn {
        Drawn::Path(data) => {
            let path = Path2d::new_with_path_string(data)?;
            if fill != "none" {
                context.set_global_alpha(filled);
                context.fill_with_path_2d(&path);
            }
            if stroke != "none" {
                context.set_global_alpha(opacity);
                context.stroke_with_path(&path);
            }
        }
        Drawn::Text { at, anchor, px, text } => {
            context.set_font(&[&*style("font-weight")?, " ", &tenths(*px), "px ", &style("font-family")?].concat());
            context.set_text_baseline("middle");
            context.set_text_align(match anchor {
                Anchor::Start => "left",
                Anchor::Middle => "center",
                Anchor::End => "right",
            });
            context.set_global_alpha(opacity);
            if stroke != "none" {
                // The words' halo lies under them.
                context.set_line_join("round");
                context.stroke_text(text, at.x, at.y)?;
            }
            context.fill_text(text, at.x, at.y)?;
        }
    }
    Ok(())
}

/// A computed number, as `0.5` or `2px`; 1 where there is none.
fn number(text: &str) -> f64 {
    let number = js_sys::parse_float(text);
    if number.is_finite() { number } else { 1.0 }
}
