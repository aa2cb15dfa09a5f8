//! What a frame of the crowd is made of, from the back to the front: both the
//! canvas and the file that a reader saves are drawn from this. No browser here.

use drawing::geometry::{Mark, Point, Size};
use story::EntityKind;

use super::crowd::{Crowd, Frame};
use super::nodes::NAME_PX;
use super::picture::grown;
use crate::key::{Sample, kind_sample};
use crate::scene::{Anchor, Drawn, Part, Path, Scene};
use crate::words::Words;

/// How strongly the lines are drawn where there are few, and where there are
/// so many that they would be a wall.
const FAINTEST: f64 = 0.2;
const FEW_LINES: f64 = 300.0;
/// How strongly is drawn what steps back.
const DIM: f64 = 0.3;
/// How strongly and how wide the lines are that do not.
const FORE: (f64, f64) = (0.7, 1.4);
/// How wide the rings are around what is selected and what is near.
const RING: f64 = 2.0;
/// How wide the ground around the letters of a name is.
pub(super) const HALO: f64 = 3.0;

/// Colours and typeface, as CSS writes them.
#[derive(Debug, Clone, Default)]
pub(super) struct Colours {
    pub(super) ink: String,
    pub(super) paper: String,
    pub(super) line: String,
    pub(super) accent: String,
    /// Of the kinds that are there.
    pub(super) kinds: Vec<(EntityKind, String)>,
    pub(super) font: String,
}

/// What is drawn in one go.
#[derive(Debug)]
pub(super) struct Layer<'a> {
    pub(super) colour: &'a str,
    /// From 0 to 1.
    pub(super) alpha: f64,
    /// How wide the line is; without one, shapes are filled.
    pub(super) line: Option<f64>,
    pub(super) shapes: Shapes<'a>,
}

/// What a layer shows.
#[derive(Debug)]
pub(super) enum Shapes<'a> {
    Lines(&'a [(Point, Point)]),
    Marks(Vec<Mark>),
}

/// The layers of a frame but for the names, which are on top. `is_lit` says
/// whether something lights up, so that the rest steps back.
pub(super) fn layers<'a>(crowd: &Crowd, frame: &'a Frame, colours: &'a Colours, is_lit: bool) -> Vec<Layer<'a>> {
    #[expect(clippy::cast_precision_loss, reason = "at most some thousands")]
    let strength = (FEW_LINES / crowd.edges.len().max(1) as f64).sqrt().clamp(FAINTEST, 1.0);
    let Frame { lines: [back, fore], dots, rings, .. } = frame;
    let faint = if is_lit { strength * DIM } else { strength };
    let lines =
        |colour, alpha, width, lines: &'a [_]| Layer { colour, alpha, line: Some(width), shapes: Shapes::Lines(lines) };
    let mut layers = vec![lines(&colours.line, faint, 1.0, back), lines(&colours.ink, FORE.0, FORE.1, fore)];
    for (dots, alpha) in dots.iter().zip([DIM, 1.0]) {
        for (kind, colour) in &colours.kinds {
            let of_kind = dots.iter().filter(|(other, _)| other == kind).map(|(_, mark)| *mark).collect();
            layers.push(Layer { colour, alpha, line: None, shapes: Shapes::Marks(of_kind) });
        }
    }
    for (ring, colour) in rings.iter().zip([&colours.accent, &colours.ink]) {
        let around: Vec<Mark> = ring.iter().map(|mark| Mark { shape: grown(mark.shape), ..*mark }).collect();
        layers.push(Layer { colour, alpha: 1.0, line: Some(RING), shapes: Shapes::Marks(around) });
    }
    layers
}

/// A frame as a scene: a part for each layer, and the last for the names.
pub(super) fn scene_of(crowd: &Crowd, frame: &Frame, layers: &[Layer<'_>], size: Size) -> Scene {
    let mut scene = Scene { size, parts: layers.iter().map(|layer| part(&layer.shapes)).collect() };
    let mut names = Part::default();
    for (place, dot) in &frame.names {
        names.text("", *place, Anchor::Middle, NAME_PX, &crowd.dots[*dot].name);
    }
    scene.parts.push(names);
    scene
}

/// How a mark of that scene looks, or a part of it.
pub(super) fn style(
    layers: &[Layer<'_>],
    colours: &Colours,
    part: usize,
    mark: Option<usize>,
    property: &str,
) -> String {
    match (layers.get(part), mark, property) {
        (_, None, "opacity") => "1".to_owned(),
        (_, None, _) => String::new(),
        (Some(layer), Some(_), _) => style_of_layer(layer, property),
        (None, Some(_), _) => style_of_names(colours, property),
    }
}

/// The kinds that are there, each with a layer that has its colour.
pub(super) fn kinds(layers: &[Layer<'_>], colours: &Colours, words: &Words) -> Vec<Sample> {
    let like = |colour: &str| layers.iter().position(|layer| layer.alpha >= 1.0 && layer.colour == colour);
    let sample = |(kind, colour): &(EntityKind, String)| Some(kind_sample(*kind, like(colour)?, words));
    colours.kinds.iter().filter_map(sample).collect()
}

/// What there is to explain in a crowd, as parts that the style sheets know.
pub(super) fn legend() -> Scene {
    let mut line = Part::new("line".to_owned());
    line.path("stroke", Path::default());
    Scene { size: Size::default(), parts: vec![line, Part::new("node kind-person".to_owned())] }
}

fn part(shapes: &Shapes<'_>) -> Part {
    let data: Vec<String> = match shapes {
        Shapes::Lines(lines) => lines.iter().map(|&(from, to)| Path::line(from, to).into_data()).collect(),
        Shapes::Marks(marks) => marks.iter().map(|&mark| Path::of_mark(mark).into_data()).collect(),
    };
    let mut part = Part::default();
    if !data.is_empty() {
        part.marks.push(crate::scene::Mark { class: "", drawn: Drawn::Path(data.concat()) });
    }
    part
}

fn style_of_layer(layer: &Layer<'_>, property: &str) -> String {
    match (property, layer.line) {
        ("opacity", _) => number(layer.alpha),
        ("stroke", Some(_)) | ("fill", None) => layer.colour.to_owned(),
        ("stroke-width", Some(width)) => number(width),
        ("fill", Some(_)) | ("stroke", None) => "none".to_owned(),
        _ => String::new(),
    }
}

fn style_of_names(colours: &Colours, property: &str) -> String {
    match property {
        "fill" => colours.ink.clone(),
        "stroke" => colours.paper.clone(),
        "stroke-width" => number(HALO),
        "stroke-linejoin" => "round".to_owned(),
        // The ground around the letters lies under them.
        "paint-order" => "stroke".to_owned(),
        "font-family" => colours.font.clone(),
        _ => String::new(),
    }
}

/// A number to a hundredth: of tenths there are too few shades.
fn number(number: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "strengths and widths, which are small"
    )]
    let hundredths = (number * 100.0).round() as u32;
    [&(hundredths / 100).to_string(), ".", &(hundredths / 10 % 10).to_string(), &(hundredths % 10).to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_two_places() {
        assert_eq!([0.2, 1.0, 1.4, 0.058].map(number), ["0.20", "1.00", "1.40", "0.06"]);
    }
}
