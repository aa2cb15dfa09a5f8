//! A picture as a file for the reader to keep: SVG, or PNG by way of a canvas,
//! which a page's Content-Security-Policy does not concern.

use drawing::geometry::Point;
use story::ids::slug;
use story::{Day, When};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, Path2d};

use super::paint::Painter;
use super::sheet::{Caption, Page, Sheet, Style};
use super::svg::svg;
use super::{Anchor, Drawn, File, Scene, tenths};
use crate::app::Tools;
use crate::key::{Sample, kinds, samples};
use crate::platform::{save_blob, save_text};
use crate::words::{say_span, say_when};

/// How many pixels of the file stand for one of the screen: sharp on paper.
const SCALE: f64 = 2.0;

/// Saves what a painter shows, as a view of the story that is called so.
///
/// # Errors
///
/// What the browser throws.
pub(crate) fn save(tools: Tools, painter: &Painter, view: &str, file: File, host: &Element) -> Result<(), JsValue> {
    let (model, words) = (tools.state.model(), tools.state.words());
    let style = |part, mark, property: &str| painter.style(part, mark, property).unwrap_or_default();
    painter.with_scene(|scene| {
        let mut key = kinds(scene, &model, words);
        key.extend(samples(scene, &model, words));
        save_scene(tools, scene, (view, key), &style, file, host)
    })
}

/// Saves a scene with a key as a file that says what it is of, and from whom.
///
/// # Errors
///
/// What the browser throws.
pub(crate) fn save_scene(
    tools: Tools,
    scene: &Scene,
    (view, key): (&str, Vec<Sample>),
    style: Style<'_>,
    file: File,
    host: &Element,
) -> Result<(), JsValue> {
    let caption = caption(tools, view, key);
    let page = page(host)?;
    let sheet = Sheet::new(scene, &caption, &|text, px, bold| tools.line(text, px, bold));
    let style = |part, mark, property: &str| sheet.style(style, &page, part, mark, property);
    let name = [&*slug(&caption.title), "-", &slug(view)].concat();
    match file {
        File::Svg => {
            let text = svg(&sheet.scene, &caption.title, &page.ground, &style);
            save_text(&[&*name, ".svg"].concat(), "image/svg+xml", &text)
        }
        File::Png => {
            let document = host.owner_document().ok_or("an element has a document")?;
            save_canvas(&drawn(&sheet.scene, &style, &document, &page.ground)?, &name)
        }
    }
}

/// What is written around a view.
fn caption(tools: Tools, view: &str, key: Vec<Sample>) -> Caption {
    let (model, words, window) = (tools.state.model(), tools.state.words(), tools.state.window());
    let say = |day: Day| tools.say(|intl| say_when(&When::day(day), words, intl));
    let window = match (window.0.map(say), window.1.map(say)) {
        (Some(from), Some(to)) => [&*from, " – ", &to].concat(),
        (Some(from), None) => (words.since)(&from),
        (None, Some(to)) => (words.until)(&to),
        (None, None) => String::new(),
    };
    let articles: Vec<usize> = (0..model.story.articles.len()).collect();
    let outlets = model.outlets_of(&articles);
    let span = model.published().map(|(first, last)| tools.say(|intl| say_span(first, last, words, intl)));
    let joint = |text: &str| if text.is_empty() { "" } else { " · " };
    let span = span.unwrap_or_default();
    Caption {
        title: model.story.title.clone(),
        view: [view, joint(&window), &window].concat(),
        key,
        sources: [words.sources, ": ", &outlets.join(", "), joint(&span), &span].concat(),
    }
}

/// Saves what is on a canvas as `name.png`.
fn save_canvas(canvas: &HtmlCanvasElement, name: &str) -> Result<(), JsValue> {
    let name = [name, ".png"].concat();
    let done = Closure::once_into_js(move |blob: Option<web_sys::Blob>| {
        // A picture that is too large to be made is not saved.
        blob.map_or(Ok(()), |blob| save_blob(&name, &blob))
    });
    canvas.to_blob(done.unchecked_ref())
}

/// How the widget looks that `host` is in.
fn page(host: &Element) -> Result<Page, JsValue> {
    let window = web_sys::window().ok_or("there is a window")?;
    let frame = host.closest(".backstory")?.ok_or("a picture is in a widget")?;
    let style = |selector: &str, property: &str| {
        let element = frame.query_selector(selector)?.unwrap_or_else(|| frame.clone());
        let style = window.get_computed_style(&element)?;
        style.map_or_else(|| Ok(String::new()), |style| style.get_property_value(property))
    };
    Ok(Page {
        ground: style(":scope", "background-color")?,
        ink: style("h2", "color")?,
        faint: style(".dek", "color")?,
        serif: style("h2", "font-family")?,
        sans: style(".dek", "font-family")?,
    })
}

fn drawn(scene: &Scene, style: Style<'_>, page: &Document, ground: &str) -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = page.create_element("canvas")?.dyn_into()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
    let pixels = |length: f64| (length * SCALE).ceil() as u32;
    canvas.set_width(pixels(scene.size.width));
    canvas.set_height(pixels(scene.size.height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("there is no canvas")?.dyn_into()?;
    context.scale(SCALE, SCALE)?;
    context.set_fill_style_str(ground);
    // To the end of the last pixel.
    context.fill_rect(0.0, 0.0, scene.size.width + 1.0, scene.size.height + 1.0);
    for (i, part) in scene.parts.iter().enumerate() {
        let Point { x, y } = part.at;
        context.set_transform(SCALE, 0.0, 0.0, SCALE, x * SCALE, y * SCALE)?;
        let of_part = number(&style(i, None, "opacity"));
        for (at, mark) in part.marks.iter().enumerate() {
            let style = |property: &str| style(i, Some(at), property);
            if style("display") != "none" {
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
    style: &dyn Fn(&str) -> String,
) -> Result<(), JsValue> {
    let (fill, stroke) = (style("fill"), style("stroke"));
    let opacity = of_part * number(&style("opacity"));
    let filled = opacity * number(&style("fill-opacity"));
    let dashes = js_sys::Array::new();
    for dash in
        style("stroke-dasharray").split([',', ' ']).filter(|dash| dash.starts_with(|c: char| c.is_ascii_digit()))
    {
        dashes.push(&number(dash).into());
    }
    context.set_line_dash(&dashes)?;
    context.set_line_width(number(&style("stroke-width")));
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
            context.set_font(&[&*style("font-weight"), " ", &tenths(*px), "px ", &style("font-family")].concat());
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
