//! Prints a layout as SVG, to look at: `picture [WIDTH] [HEIGHT] [NODES] [SEED]`.
//! Without a number of nodes it draws the story of a summit.

use std::fmt::Write as _;
use std::io::Write as _;

use drawing::edges::{Options as EdgeOptions, Route, routes};
use drawing::force::{Options, settle};
use drawing::geometry::{Mark, Rect, Shape, Size};
use drawing::labels::{Label, Placed, Scene, place};

#[path = "../tests/graphs/mod.rs"]
mod graphs;
use graphs::{Story, invented, summit, text};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|argument| argument.parse::<u32>().ok());
    let frame = Size::new(f64::from(number(0).unwrap_or(768)), f64::from(number(1).unwrap_or(560)));
    let story = match number(2) {
        Some(nodes) => invented(usize::try_from(nodes).unwrap_or(0), u64::from(number(3).unwrap_or(1))),
        None => summit(),
    };
    let before = std::time::Instant::now();
    let svg = picture(&story, frame).unwrap_or_default();
    std::io::stderr().write_all(format!("{:?}\n", before.elapsed()).as_bytes())?;
    std::io::stdout().write_all(svg.as_bytes())
}

fn picture(story: &Story, frame: Size) -> Result<String, std::fmt::Error> {
    let layout = settle(&story.graph, frame, &Options::default());
    let marks: Vec<Mark> =
        story.shapes.iter().zip(&layout.positions).map(|(shape, place)| Mark::new(*shape, *place)).collect();
    let routes = routes(&marks, &story.edges, &EdgeOptions::default());
    let label = |name: &String, priority: f64| Label { size: text(name), priority, required: false };
    let mark_labels: Vec<Label> = story
        .graph
        .nodes
        .iter()
        .map(|node| Label { size: node.label, priority: node.weight, required: false })
        .collect();
    let route_labels: Vec<Label> = story.edge_names.iter().map(|name| label(name, 0.5)).collect();
    let scene = Scene {
        frame: Rect::frame(layout.extent),
        marks: &marks,
        mark_labels: &mark_labels,
        routes: &routes,
        route_labels: &route_labels,
        gap: 4.0,
    };
    let placement = place(&scene);
    let mut svg = String::new();
    let Size { width, height } = layout.extent;
    writeln!(
        svg,
        "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='{}' viewBox='0 0 {width} {height}' \
         font-family='DejaVu Sans' font-size='11.5'><rect width='100%' height='100%' fill='#fff'/>",
        frame.width, frame.height
    )?;
    for route in routes.iter().flatten() {
        line(&mut svg, route)?;
    }
    for (mark, name) in marks.iter().zip(&story.names) {
        shape(&mut svg, mark, name)?;
    }
    for (placed, name) in placement.routes.iter().zip(&story.edge_names) {
        words(&mut svg, placed.as_ref(), name, "#b3261e")?;
    }
    for (placed, name) in placement.marks.iter().zip(&story.names) {
        words(&mut svg, placed.as_ref(), name, "#15181d")?;
    }
    writeln!(svg, "</svg>")?;
    Ok(svg)
}

fn line(svg: &mut String, route: &Route) -> std::fmt::Result {
    let Route { start, control, end, .. } = route;
    let d = format!("M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}", start.x, start.y, control.x, control.y, end.x, end.y);
    writeln!(svg, "<path d='{d}' fill='none' stroke='#b9bcc2' stroke-width='1.3'/>")?;
    if let Some([a, b, c]) = route.head {
        let points = format!("{:.1},{:.1} {:.1},{:.1} {:.1},{:.1}", a.x, a.y, b.x, b.y, c.x, c.y);
        writeln!(svg, "<polygon points='{points}' fill='#888'/>")?;
    }
    Ok(())
}

fn shape(svg: &mut String, mark: &Mark, name: &str) -> std::fmt::Result {
    let (centre, bounds) = (mark.centre, mark.bounds());
    match mark.shape {
        Shape::Circle { radius } => {
            writeln!(svg, "<circle cx='{:.1}' cy='{:.1}' r='{radius}' fill='#1f4e79'/>", centre.x, centre.y)
        }
        Shape::Rounded { corner, .. } => writeln!(
            svg,
            "<rect x='{:.1}' y='{:.1}' width='{}' height='{}' rx='{corner}' fill='#7a5012'/>",
            bounds.x, bounds.y, bounds.width, bounds.height
        ),
        Shape::Hexagon { .. } | Shape::Diamond { .. } => {
            let corners = mark.shape.corners(centre);
            let points: Vec<String> = corners.iter().map(|point| format!("{:.1},{:.1}", point.x, point.y)).collect();
            let colour = if matches!(mark.shape, Shape::Hexagon { .. }) { "#4b3f87" } else { "#52565f" };
            writeln!(svg, "<polygon points='{}' fill='{colour}'/>", points.join(" "))?;
            if matches!(mark.shape, Shape::Hexagon { .. }) {
                let (x, y) = (centre.x, centre.y + 4.0);
                writeln!(svg, "<text x='{x:.1}' y='{y:.1}' fill='#fff' text-anchor='middle'>{name}</text>")?;
            }
            Ok(())
        }
    }
}

fn words(svg: &mut String, placed: Option<&Placed>, name: &str, colour: &str) -> std::fmt::Result {
    let Some(Placed { bounds, .. }) = placed else { return Ok(()) };
    let (x, y) = (bounds.centre().x, bounds.bottom() - 4.0);
    writeln!(
        svg,
        "<text x='{x:.1}' y='{y:.1}' fill='{colour}' stroke='#fff' stroke-width='3' paint-order='stroke' \
         text-anchor='middle' textLength='{:.1}'>{name}</text>",
        bounds.width
    )
}
