//! Samples of what is in a picture.

use drawing::geometry::{Mark as Shaped, Point, Rect, Size};
use story::{EntityKind, Status};

use crate::diagram::{kind_class, symbol};
use crate::model::{Model, Selection};
use crate::scene::{Mark, Part, Path, Scene};
use crate::words::Words;

/// The room of a sample in pixels; it is drawn about the middle.
pub(crate) const ROOM: Size = Size::new(26.0, 14.0);

/// Something that a picture has, and what it means.
#[derive(Debug)]
pub(crate) struct Sample {
    /// The part of the picture that it is a sample of.
    pub(crate) like: usize,
    /// Classes of the style sheet.
    pub(crate) class: String,
    pub(crate) marks: Vec<Mark>,
    pub(crate) says: &'static str,
}

/// What is explained: what it means, whether a part is such, and a sample of it.
type Row = (&'static str, fn(&Part) -> bool, fn(&Part) -> Part);

/// What there is in a scene to be explained, in the order in which it is told.
pub(crate) fn samples(scene: &Scene, model: &Model, words: &Words) -> Vec<Sample> {
    let key = words.key();
    let status = |status| (words.status)(status).unwrap_or_default();
    let of_sizes = if model.story.articles.len() > 1 { key.larger } else { "" };
    let rows: [Row; 13] = [
        (key.directed, |part| is_line(part, false) && shows(part, "head"), |_| line(true)),
        (key.mutual, |part| is_line(part, false) && !shows(part, "head"), |_| line(false)),
        (key.shared, |part| is_line(part, true), |_| line(false)),
        (of_sizes, |part| is(part, "node"), |_| sizes()),
        (key.day, |part| is(part, "point"), event),
        (key.stretch, |part| is(part, "bar"), event),
        (key.rough, |part| is(part, "fading"), event),
        (status(Status::Planned), |part| is(part, "planned"), event),
        (status(Status::Uncertain), |part| is(part, "uncertain"), event),
        (status(Status::Cancelled), |part| is(part, "cancelled"), event),
        (key.follows, |part| shows(part, "arc"), |_| arc()),
        (key.gap, |part| shows(part, "break"), |_| gap()),
        (key.article, |part| is(part, "published"), |_| published()),
    ];
    let mut samples = Vec::new();
    for (says, is_such, draw) in rows {
        let such = (0..scene.parts.len()).filter(|&at| is_such(&scene.parts[at]));
        if let Some(like) = such.min_by_key(|&at| strangeness(&scene.parts[at])).filter(|_| !says.is_empty()) {
            let part = &scene.parts[like];
            samples.push(Sample { like, class: plain(&part.class), marks: draw(part).marks, says });
        }
    }
    samples
}

/// The kinds of entities in a diagram.
pub(crate) fn kinds(scene: &Scene, model: &Model, words: &Words) -> Vec<Sample> {
    let kind_of = |part: &Part| match part.target {
        Some(Selection::Entity(entity)) => model.story.entities.get(entity).map(|entity| entity.kind),
        _ => None,
    };
    let of_kind = |&kind: &EntityKind| {
        let such = (0..scene.parts.len()).filter(|&at| kind_of(&scene.parts[at]) == Some(kind));
        Some(kind_sample(kind, such.min_by_key(|&at| strangeness(&scene.parts[at]))?, words))
    };
    EntityKind::ALL.iter().filter_map(of_kind).collect()
}

/// A kind of entity, as the part `like` shows it.
pub(crate) fn kind_sample(kind: EntityKind, like: usize, words: &Words) -> Sample {
    /// As large as the letters beside it, in pixels.
    const SIDE: f64 = 11.0;
    let mut drawn = Part::default();
    drawn.path("shape", Path::of_mark(Shaped::new(symbol(kind, SIDE), Point::default())));
    Sample { like, class: kind_class(kind).to_owned(), marks: drawn.marks, says: (words.kinds)(kind) }
}

fn is(part: &Part, class: &str) -> bool {
    part.class.split(' ').any(|other| other == class)
}

fn shows(part: &Part, mark: &str) -> bool {
    part.marks.iter().any(|other| other.class == mark)
}

fn is_line(part: &Part, is_shared: bool) -> bool {
    is(part, "line") && is(part, "shared") == is_shared && shows(part, "stroke")
}

/// How much of a part is owed to what is selected, to its not having happened or to its date:
/// samples are of plain ones, where there are any.
fn strangeness(part: &Part) -> usize {
    ["dim", "lit", "selected", "planned", "uncertain", "cancelled", "bar", "fading"]
        .iter()
        .filter(|class| is(part, class))
        .count()
}

/// The classes of a part without those of what is selected: a sample is nothing that one selects.
fn plain(class: &str) -> String {
    let kept = class.split(' ').filter(|class| !["node", "dim", "lit", "selected"].contains(class));
    kept.collect::<Vec<_>>().join(" ")
}

fn line(has_head: bool) -> Part {
    let mut part = Part::default();
    let end = if has_head { 6.0 } else { 12.0 };
    part.path("stroke", Path::line(Point::new(-12.0, 0.0), Point::new(end, 0.0)));
    if has_head {
        part.path("head", Path::polygon(&[Point::new(12.0, 0.0), Point::new(5.0, -4.0), Point::new(5.0, 4.0)]));
    }
    part
}

fn sizes() -> Part {
    let mut part = Part::default();
    part.path("shape", Path::circle(Point::new(-8.0, 0.0), 3.0));
    part.path("shape", Path::circle(Point::new(5.0, 0.0), 7.0));
    part
}

fn event(like: &Part) -> Part {
    let mut part = Part::default();
    let bar = |width: f64| Path::rounded(Rect::around(Point::default(), Size::new(width, 8.0)), 4.0);
    if is(like, "point") {
        part.path("mark", Path::circle(Point::default(), 5.0));
    } else {
        part.path("mark", bar(22.0));
    }
    if is(like, "fading") {
        for width in [16.0, 11.0, 6.0] {
            part.path("fade", bar(width));
        }
    }
    part
}

fn arc() -> Part {
    let mut part = Part::default();
    let points = [(-5.0, -7.0), (5.0, -7.0), (12.0, 5.0)].map(|(x, y)| Point::new(x, y));
    part.path("arc", Path::default().command("M", &[Point::new(-12.0, 5.0)]).command("C", &points));
    part
}

fn gap() -> Part {
    let mut part = Part::default();
    part.path("line-of-time", Path::line(Point::new(-12.0, 0.0), Point::new(12.0, 0.0)));
    part.path("gap", Path::rounded(Rect::around(Point::default(), Size::new(10.0, 6.0)), 0.0));
    for x in [-7.0, 1.0] {
        part.path("break", Path::line(Point::new(x, 6.0), Point::new(x + 6.0, -6.0)));
    }
    part
}

fn published() -> Part {
    let mut part = Part::default();
    part.path("", Path::line(Point::new(0.0, -5.0), Point::new(0.0, 5.0)));
    part
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{EN, KK, RU};

    fn scene(parts: &[(&str, &[&'static str])]) -> Scene {
        let part = |&(class, marks): &(&str, &[&'static str])| {
            let mut part = Part::new(class.to_owned());
            for mark in marks {
                part.path(mark, Path::default());
            }
            part
        };
        Scene { size: Size::default(), parts: parts.iter().map(part).collect() }
    }

    #[test]
    fn a_key_has_what_the_picture_has_and_no_more() {
        let model = Model::new(crate::samples::meeting());
        let said = |parts: &[(&str, &[&'static str])]| {
            let samples = samples(&scene(parts), &model, &EN);
            samples.into_iter().map(|sample| (sample.says, sample.like, sample.class)).collect::<Vec<_>>()
        };
        let key = EN.key();
        let lines: [(&str, &[&str]); 4] = [
            ("", &[]),
            ("line dim", &["stroke", "head"]),
            ("line", &["stroke", "head"]),
            ("line shared lit", &["stroke"]),
        ];
        assert_eq!(said(&lines), [(key.directed, 2, "line".to_owned()), (key.shared, 3, "line shared".to_owned())]);
        let events: [(&str, &[&str]); 3] =
            [("ticks", &["break"]), ("event point planned", &["mark"]), ("event point happened", &["mark"])];
        let told: Vec<_> = said(&events).into_iter().map(|(says, like, _)| (says, like)).collect();
        assert_eq!(told, [(key.day, 2), ("planned", 1), (key.gap, 0)]);
        assert!(said(&[("node kind-person", &["shape"])]).is_empty(), "of one article all are of one size");
    }

    #[test]
    fn every_sample_is_in_its_room() {
        let room = Rect::around(Point::default(), ROOM);
        for part in
            [line(true), line(false), sizes(), event(&Part::new("fading".to_owned())), arc(), gap(), published()]
        {
            assert!(!part.marks.is_empty());
            for mark in part.marks {
                let crate::scene::Drawn::Path(data) = mark.drawn else { panic!("a sample has no words") };
                let numbers: Vec<f64> = data
                    .split(|c: char| c.is_ascii_alphabetic() || c == ' ')
                    .filter_map(|it| it.parse().ok())
                    .collect();
                assert!(numbers.iter().all(|number| number.abs() <= room.width / 2.0), "{data}");
            }
        }
    }

    #[test]
    fn all_languages_have_a_key_of_their_own() {
        let said = [&EN, &RU, &KK].map(|words| words.key().directed);
        assert!(said[0] != said[1] && said[1] != said[2] && said[0] != said[2]);
    }
}
