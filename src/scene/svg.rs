//! A scene as a picture in a file of its own (SVG 1.1): what a browser, a
//! drawing program or a printer shows without the widget's style sheets.

use super::paint::shift;
use super::path::tenths;
use super::{Part, Scene};

/// What is taken over from the style sheets, by its name both in CSS and in
/// SVG, with the value that need not be written.
const PROPERTIES: [(&str, &str); 12] = [
    ("fill", "rgb(0, 0, 0)"),
    ("fill-opacity", "1"),
    ("stroke", "none"),
    ("stroke-width", "1px"),
    ("stroke-dasharray", "none"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("paint-order", "normal"),
    ("opacity", "1"),
    ("font-family", ""),
    ("font-weight", "400"),
    ("font-style", "normal"),
];

/// The scene as SVG text, on a ground of the given colour.
///
/// `style` gives what the style sheets make of a mark, or of a whole part
/// where there is no mark: `(part, mark, property)`. What is not displayed is
/// left out.
pub(crate) fn svg(
    scene: &Scene,
    title: &str,
    ground: &str,
    style: &dyn Fn(usize, Option<usize>, &str) -> String,
) -> String {
    let (width, height) = (tenths(scene.size.width), tenths(scene.size.height));
    let mut file = File { text: String::new() };
    file.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", &["0 0 ", &width, " ", &height].concat()),
            ("width", &width),
            ("height", &height),
        ],
    );
    file.title(title);
    file.open("rect", &[("width", &width), ("height", &height), ("fill", ground)]);
    file.close("rect");
    for (i, part) in scene.parts.iter().enumerate() {
        let of_part = |property: &str| style(i, None, property);
        if is_shown(&of_part) {
            // What a part hands down, each of its marks is asked for.
            let opacity = of_part("opacity");
            file.open("g", &[("opacity", &opacity), ("transform", &shift(part.at))]);
            if let Some(name) = &part.name {
                file.title(name);
            }
            marks(&mut file, part, &|mark, property| style(i, Some(mark), property));
            file.close("g");
        }
    }
    file.close("svg");
    file.text
}

fn marks(file: &mut File, part: &Part, style: &dyn Fn(usize, &str) -> String) {
    for (i, mark) in part.marks.iter().enumerate() {
        let of_mark = |property: &str| style(i, property);
        if !is_shown(&of_mark) {
            continue;
        }
        let mut attributes: Vec<(&str, String)> = Vec::new();
        for (property, usual) in PROPERTIES {
            let value = of_mark(property);
            if value != usual && !value.is_empty() {
                attributes.push((property, value));
            }
        }
        attributes.extend(mark.drawn.attributes());
        let (name, words) = (mark.drawn.element(), mark.drawn.text());
        if !words.is_empty() {
            // The middle of small letters; not every program knows `dominant-baseline`.
            attributes.push(("dy", "0.35em".to_owned()));
        }
        let attributes: Vec<(&str, &str)> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        file.open(name, &attributes);
        export::escape(words, &mut file.text);
        file.close(name);
    }
}

fn is_shown(style: &dyn Fn(&str) -> String) -> bool {
    style("display") != "none" && style("visibility") != "hidden"
}

/// The text of the file, which grows from left to right.
struct File {
    text: String,
}

impl File {
    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            export::escape(value, &mut self.text);
            self.text.push('"');
        }
        self.text.push('>');
    }

    fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    fn title(&mut self, title: &str) {
        self.open("title", &[]);
        export::escape(title, &mut self.text);
        self.close("title");
    }
}

#[cfg(test)]
mod tests {
    use drawing::geometry::{Point, Size};

    use super::super::{Anchor, Drawn, Mark};
    use super::*;

    fn scene() -> Scene {
        let mut part = Part::new("node".to_owned());
        part.name = Some("Ada & Bo".to_owned());
        part.at = Point::new(5.0, 0.0);
        part.marks.push(Mark { class: "ring", drawn: Drawn::Path("M0,0Z".to_owned()) });
        part.text("name", Point::new(10.0, 20.25), Anchor::Middle, 12.0, "<Ada>");
        Scene { size: Size::new(100.0, 50.0), parts: vec![part] }
    }

    fn usual(property: &str) -> String {
        let usual = PROPERTIES.iter().find(|(name, _)| *name == property);
        usual.map_or("", |(_, value)| value).to_owned()
    }

    #[test]
    fn a_picture_carries_its_own_style() {
        let style = |_: usize, mark: Option<usize>, property: &str| match (mark, property) {
            (None, "opacity") => "0.4".to_owned(),
            (Some(0), "stroke") => "rgb(1, 2, 3)".to_owned(),
            (Some(1), "font-family") => "\"A\", serif".to_owned(),
            _ => usual(property),
        };
        assert_eq!(
            svg(&scene(), "Who", "#fff", &style),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\" width=\"100\" height=\"50\"><title>Who</title>\n\
             <rect width=\"100\" height=\"50\" fill=\"#fff\"></rect>\n\
             <g opacity=\"0.4\" transform=\"translate(5 0)\"><title>Ada &amp; Bo</title>\n\
             <path stroke=\"rgb(1, 2, 3)\" d=\"M0,0Z\"></path>\n\
             <text font-family=\"&quot;A&quot;, serif\" x=\"10\" y=\"20.3\" text-anchor=\"middle\" font-size=\"12\" \
             dy=\"0.35em\">&lt;Ada&gt;</text>\n\
             </g>\n\
             </svg>\n"
        );
    }

    #[test]
    fn what_is_not_shown_is_left_out() {
        let hidden = |part: usize, mark: Option<usize>, property: &str| {
            if (part, mark, property) == (0, Some(1), "visibility") { "hidden".to_owned() } else { usual(property) }
        };
        let text = svg(&scene(), "", "#fff", &hidden);
        assert!(text.contains("<path") && !text.contains("<text"));
        let nothing = |_: usize, _: Option<usize>, property: &str| {
            if property == "display" { "none".to_owned() } else { String::new() }
        };
        assert!(!svg(&scene(), "", "#fff", &nothing).contains("<g"));
    }
}
