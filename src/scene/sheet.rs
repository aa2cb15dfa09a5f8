//! A picture as it is saved: on a sheet with its title over it, what its lines and marks mean, and
//! whose work it rests on, so that it can be understood wherever it is shown. No browser here but
//! for the measure that is passed in.

use drawing::geometry::{Point, Size};

use super::{Anchor, Part, Scene};
use crate::diagram::MeasureLine;
use crate::key::{ROOM, Sample};

/// Pixels around all of it.
const PADDING: f64 = 20.0;
/// Sizes of words, in pixels: the title, and all else.
const TITLE_PX: f64 = 20.0;
const NOTE_PX: f64 = 12.0;
/// How high a line is, for the size of its words.
const LINE: f64 = 1.4;
/// The most lines of a paragraph.
const MOST_LINES: usize = 4;
/// Between the samples of the key, and between a sample and its words.
const APART: f64 = 18.0;
const GAP: f64 = 5.0;
/// Over and under the picture.
const AROUND: f64 = 10.0;

/// What is written around a picture.
#[derive(Debug)]
pub(crate) struct Caption {
    /// What the story is called.
    pub(crate) title: String,
    /// Which view of it this is.
    pub(crate) view: String,
    pub(crate) key: Vec<Sample>,
    pub(crate) sources: String,
}

/// How the page looks around the picture.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The colours of the ground and of the words on it.
    pub(crate) ground: String,
    pub(crate) ink: String,
    pub(crate) faint: String,
    /// The typefaces of the title and of all else.
    pub(crate) serif: String,
    pub(crate) sans: String,
}

/// What the style sheets make of a mark of a part, or of the part: `(part, mark, property)`.
pub(crate) type Style<'a> = &'a dyn Fn(usize, Option<usize>, &str) -> String;

/// A picture with what is written around it.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) scene: Scene,
    /// What each part of the scene is.
    origins: Vec<Origin>,
}

/// What a part of the sheet is.
#[derive(Debug)]
enum Origin {
    /// The part of the picture.
    Picture(usize),
    /// A sample of a part of the picture: which of its marks those of the sample look like.
    Sample(usize, Vec<usize>),
    Title,
    Note,
}

impl Sheet {
    /// Puts a picture on a sheet.
    pub(crate) fn new(picture: &Scene, caption: &Caption, measure: MeasureLine<'_>) -> Self {
        let width = picture.size.width;
        let mut sheet = Self { scene: Scene::default(), origins: Vec::new() };
        let mut y = PADDING;
        for (text, px, origin) in [(&caption.title, TITLE_PX, Origin::Title), (&caption.view, NOTE_PX, Origin::Note)] {
            y = sheet.paragraph(text, (y, width), px, origin, measure);
        }
        y = sheet.key(picture, &caption.key, (y + AROUND, width), measure) + AROUND;
        for (at, part) in picture.parts.iter().enumerate() {
            let place = Point::new(part.at.x + PADDING, part.at.y + y);
            sheet.add(Part { at: place, ..part.clone() }, Origin::Picture(at));
        }
        y += picture.size.height + AROUND;
        y = sheet.paragraph(&caption.sources, (y, width), NOTE_PX, Origin::Note, measure);
        sheet.scene.size = Size::new(width + 2.0 * PADDING, y + PADDING);
        sheet
    }

    fn add(&mut self, part: Part, origin: Origin) {
        self.scene.parts.push(part);
        self.origins.push(origin);
    }

    /// Writes a text from a height on in lines of a width; gives the height where it ends.
    fn paragraph(
        &mut self,
        text: &str,
        (y, width): (f64, f64),
        px: f64,
        origin: Origin,
        measure: MeasureLine<'_>,
    ) -> f64 {
        let is_title = matches!(origin, Origin::Title);
        let mut part = Part { at: Point::new(PADDING, y), ..Part::default() };
        let mut end = 0.0;
        for line in lines(text, width, &|text| measure(text, px, is_title).width) {
            part.text("", Point::new(0.0, end + px * LINE / 2.0), Anchor::Start, px, &line);
            end += px * LINE;
        }
        self.add(part, origin);
        y + end
    }

    /// Puts samples in rows of a width; gives the height where they end.
    fn key(&mut self, picture: &Scene, key: &[Sample], (y, width): (f64, f64), measure: MeasureLine<'_>) -> f64 {
        let (mut x, mut y) = (0.0, y);
        let row = ROOM.height + 2.0 * GAP;
        for (at, sample) in key.iter().enumerate() {
            let words = measure(sample.says, NOTE_PX, false).width;
            let long = ROOM.width + GAP + words;
            if x > 0.0 && x + long > width {
                (x, y) = (0.0, y + row);
            }
            let place = Point::new(PADDING + x, y + row / 2.0);
            let middle = Point::new(place.x + ROOM.width / 2.0, place.y);
            let marks = sample.marks.iter().map(|mark| {
                let of = picture.parts.get(sample.like).map_or(&[][..], |part| &part.marks);
                of.iter().position(|other| other.class == mark.class).unwrap_or(0)
            });
            let origin = Origin::Sample(sample.like, marks.collect());
            self.add(Part { at: middle, marks: sample.marks.clone(), ..Part::default() }, origin);
            let mut says = Part { at: place, ..Part::default() };
            says.text("", Point::new(ROOM.width + GAP, 0.0), Anchor::Start, NOTE_PX, sample.says);
            self.add(says, Origin::Note);
            x += long + APART;
            if at + 1 == key.len() {
                y += row;
            }
        }
        y
    }

    /// What the style sheets make of a mark of the sheet, given what they make of the picture's.
    pub(crate) fn style(
        &self,
        picture: Style<'_>,
        page: &Page,
        part: usize,
        mark: Option<usize>,
        property: &str,
    ) -> String {
        match (self.origins.get(part), property) {
            (Some(&Origin::Picture(part)), _) => picture(part, mark, property),
            // A sample does not step back with what is not selected.
            (Some(Origin::Sample(..)), "opacity") if mark.is_none() => "1".to_owned(),
            (Some(Origin::Sample(like, marks)), _) => {
                picture(*like, mark.map(|mark| marks.get(mark).copied().unwrap_or(mark)), property)
            }
            (_, "opacity") => "1".to_owned(),
            (_, "stroke") => "none".to_owned(),
            (Some(Origin::Title), "fill") => page.ink.clone(),
            (Some(Origin::Title), "font-family") => page.serif.clone(),
            (Some(Origin::Title), "font-weight") => "600".to_owned(),
            (_, "fill") => page.faint.clone(),
            (_, "font-family") => page.sans.clone(),
            _ => String::new(),
        }
    }
}

/// A text in lines of a width, cut between words; what is too long for all lines ends in dots.
fn lines(text: &str, width: f64, wide: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| [line, " ", word].concat()).filter(|longer| wide(longer) <= width);
        let is_full = lines.len() == MOST_LINES;
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            (None, Some(line)) if is_full => {
                line.push_str(" …");
                break;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Drawn, Path};

    #[expect(clippy::cast_precision_loss, reason = "a test's texts are short")]
    fn measure(text: &str, px: f64, _bold: bool) -> Size {
        Size::new(text.chars().count() as f64 * px * 0.5, px)
    }

    fn sheet(sources: &str) -> Sheet {
        let mut line = Part::new("line".to_owned());
        line.at = Point::new(30.0, 40.0);
        line.path("touch", Path::default());
        line.path("stroke", Path::default());
        let sample = Part { marks: line.marks[1..].to_vec(), ..Part::default() };
        let picture = Scene { size: Size::new(200.0, 100.0), parts: vec![line] };
        let sample = |says| Sample { like: 0, class: String::new(), marks: sample.marks.clone(), says };
        let (title, view) = ("Two ports agree".to_owned(), "Diagram".to_owned());
        let key = vec![sample("one"), sample("another, in a row of its own")];
        Sheet::new(&picture, &Caption { title, view, key, sources: sources.to_owned() }, &measure)
    }

    fn words(sheet: &Sheet) -> Vec<(f64, &str)> {
        let marks = sheet.scene.parts.iter().flat_map(|part| part.marks.iter().map(move |mark| (part.at, mark)));
        let words = marks.filter_map(|(place, mark)| match &mark.drawn {
            Drawn::Text { at, text, .. } => Some((place.y + at.y, text.as_str())),
            Drawn::Path(_) => None,
        });
        words.collect()
    }

    #[test]
    fn a_picture_stands_between_its_title_with_the_key_and_its_sources() {
        let sheet = sheet("Sources: The Paper");
        let words = words(&sheet);
        assert!(words.is_sorted_by(|one, other| one.0 < other.0), "{words:?}");
        let said: Vec<&str> = words.iter().map(|word| word.1).collect();
        assert_eq!(said, ["Two ports agree", "Diagram", "one", "another, in a row of its own", "Sources: The Paper"]);
        let picture = sheet.scene.parts.iter().find(|part| part.class == "line").unwrap();
        assert!(picture.at.y - 40.0 > words[3].0 && picture.at.y + 60.0 < words[4].0, "nothing lies over it");
        assert!(sheet.scene.size.height > words[4].0 && sheet.scene.size.width > 200.0);
    }

    #[test]
    fn long_lists_of_sources_end_in_dots() {
        let sheet = sheet(&"The Paper, ".repeat(60));
        let sources: Vec<_> = words(&sheet).into_iter().map(|word| word.1).filter(|it| it.contains("Paper")).collect();
        assert_eq!(sources.len(), MOST_LINES);
        assert!(sources[3].ends_with(" …"), "{sources:?}");
    }

    #[test]
    fn a_sample_looks_like_what_it_is_a_sample_of_but_steps_never_back() {
        let sheet = sheet("");
        let of_picture = |part: usize, mark: Option<usize>, property: &str| format!("{part} {mark:?} {property}");
        let page = Page { faint: "grey".to_owned(), ..Page::default() };
        let style = |part, mark, property: &str| sheet.style(&of_picture, &page, part, mark, property);
        let at = sheet.origins.iter().position(|origin| matches!(origin, Origin::Sample(..))).unwrap();
        assert_eq!(style(at, Some(0), "stroke"), "0 Some(1) stroke", "the mark of its class");
        assert_eq!(style(at, None, "opacity"), "1");
        assert_eq!(style(at + 1, Some(0), "fill"), "grey");
        let picture = sheet.origins.iter().position(|origin| matches!(origin, Origin::Picture(_))).unwrap();
        assert_eq!(style(picture, None, "opacity"), "0 None opacity");
    }
}
