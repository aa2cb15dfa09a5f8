//! The whole crowd of a large story: a dot for each entity, as towns stand on
//! a map, and the more names the nearer one looks. No browser here but for
//! the measure that is passed in.

use drawing::detail::{self, Detail, Item, Shown};
use drawing::edges::{Edge, Route};
use drawing::finder::Finder;
use drawing::force::{Graph, Node as Body, Options, Settling};
use drawing::geometry::{Mark, Point, Rect, Shape, Size};
use drawing::labels::Side;
use drawing::viewport::Viewport;
use story::EntityKind;
use story::path::AsOf;

use super::lines::{Line, Tie, lines, link};
use super::nodes::{LONGEST_CODE, MeasureLine, NAME_PX, other_shape, ranked, shortened};
use crate::model::{Lit, Model, Selection};
use crate::words::Words;

/// The most entities that are drawn at all.
pub(super) const MOST_DOTS: usize = 5_000;
/// So much of the frame do the dots take, where it lets them be neither
/// specks nor full-grown.
const SHARE: f64 = 0.06;
/// The smallest and the largest dot of an entity that one source names, in
/// pixels across; ten sources and more are twice as large.
const SMALLEST: f64 = 4.0;
const LARGEST: f64 = 18.0;
/// Pixels between a dot and its name.
const GAP: f64 = 2.0;
/// Pixels between two names at least.
const APART: f64 = 3.0;
/// How far one may zoom in: then dots of a dense picture stand a name apart.
const NEAREST: f64 = 16.0;
/// Pixels kept free around the whole.
const PADDING: f64 = 16.0;
/// The most lines that are drawn while the view is moved, so that a frame is in
/// time; the others come when it rests.
const MOST_MOVING: usize = 1_000;
/// So many names take as long as a step of the layout.
const NAMES: usize = 32;
/// A finger hits what is this near, in pixels; a line is harder to mean.
const REACH: (f64, f64) = (16.0, 5.0);

/// The crowd in its places.
#[derive(Debug)]
pub(crate) struct Crowd {
    /// The most important first.
    pub(super) dots: Vec<Dot>,
    pub(super) ties: Vec<Tie>,
    /// Which dots the ties join.
    pub(super) edges: Vec<Edge>,
    /// On which side of its dot each name stands, and from which scale on.
    shown: Vec<Shown>,
    finder: Finder,
    content: Rect,
}

/// An entity of the crowd.
#[derive(Debug, Clone)]
pub(super) struct Dot {
    /// The entity's position in the story.
    pub(super) entity: usize,
    pub(super) kind: EntityKind,
    /// Its place in the picture, its shape on the screen.
    pub(super) mark: Mark,
    pub(super) name: String,
    label: Size,
}

/// What is drawn beside the places.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    /// Whether each dot is shown.
    pub(super) shown: &'a [bool],
    /// What holds in the time that is shown, if it is narrowed.
    pub(super) now: Option<&'a AsOf>,
    pub(super) lit: Option<&'a Lit>,
    pub(super) selected: Option<Selection>,
    /// The dot that is pointed at, or has the focus.
    pub(super) near: Option<usize>,
    pub(super) viewport: Viewport,
    pub(super) frame: Size,
    /// What is drawn beyond each edge of the frame.
    pub(super) margin: Size,
    /// Whether the view is being moved.
    pub(super) is_moving: bool,
}

/// What a frame shows, on the screen.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// Lines that step back, and those that do not.
    pub(super) lines: [Vec<(Point, Point)>; 2],
    /// Dots that step back, and those that do not.
    pub(super) dots: [Vec<(EntityKind, Mark)>; 2],
    /// Where a name's middle is, and the dot. Only what does not step back is named.
    pub(super) names: Vec<(Point, usize)>,
    /// Around what is selected, and around what is near.
    pub(super) rings: [Option<Mark>; 2],
}

impl Crowd {
    /// The view of the whole.
    pub(super) fn whole(&self, frame: Size) -> Viewport {
        whole(self.content, frame)
    }

    /// A view from which the crowd cannot be lost.
    pub(super) fn held(&self, viewport: Viewport, frame: Size) -> Viewport {
        let least = self.whole(frame).scale;
        let content = self.content.grown(PADDING / least);
        viewport.clamped(content, frame, (least, least * NEAREST))
    }

    /// What is under a point of the screen: a dot, or a line by its number
    /// after all dots.
    pub(super) fn at(&self, point: Point, look: Look<'_>) -> Option<usize> {
        let (place, scale) = (look.viewport.to_picture(point), look.viewport.scale);
        let dot = self.finder.mark_at(place, REACH.0 / scale).filter(|&dot| look.shown[dot]);
        let line = || self.finder.route_at(place, REACH.1 / scale).filter(|&line| self.is_shown(line, look));
        dot.or_else(|| Some(self.dots.len() + line()?))
    }

    /// What choosing a part selects.
    pub(super) fn target(&self, part: usize) -> Option<Selection> {
        match self.dots.get(part) {
            Some(dot) => Some(Selection::Entity(dot.entity)),
            None => self.ties.get(part - self.dots.len())?.selection(),
        }
    }

    fn is_shown(&self, line: usize, look: Look<'_>) -> bool {
        let edge = &self.edges[line];
        look.shown[edge.from] && look.shown[edge.to] && look.now.is_none_or(|now| self.ties[line].holds(now))
    }

    /// What a frame shows.
    pub(super) fn frame(&self, look: Look<'_>) -> Frame {
        let mut frame = Frame::default();
        let Look { viewport, lit, .. } = look;
        let corner = Point::new(look.frame.width, look.frame.height);
        let Size { width, height } = look.margin;
        let end = Point::new(corner.x + width, corner.y + height);
        let view = Rect::spanning(viewport.to_picture(Point::new(-width, -height)), viewport.to_picture(end));
        // Dots and names reach into view from outside.
        let around = view.grown(LARGEST * 4.0 / viewport.scale);
        let mut lines = self.finder.routes_in(view);
        if look.is_moving {
            // They come in the order of their first ends: those of the most important stay.
            lines.truncate(MOST_MOVING);
        }
        for line in lines {
            if self.is_shown(line, look) {
                let ends = [self.edges[line].from, self.edges[line].to].map(|end| self.dots[end].mark.centre);
                let tie = &self.ties[line];
                let is_lit = lit.is_some_and(|lit| tie.is_lit(lit)) || tie.is_selected(look.selected);
                frame.lines[usize::from(is_lit)].push((viewport.to_screen(ends[0]), viewport.to_screen(ends[1])));
            }
        }
        let mut boxes: Vec<Rect> = Vec::new();
        // First the name that must be seen, then those that are lit, then all others that have room.
        let mut names: [Vec<usize>; 3] = Default::default();
        for dot in self.finder.marks_in(around) {
            if !look.shown[dot] {
                continue;
            }
            let Dot { entity, kind, mark, .. } = self.dots[dot];
            let mark = Mark { centre: viewport.to_screen(mark.centre), ..mark };
            let is_lit = lit.is_none_or(|lit| lit.entities.contains(entity));
            let is_selected = look.selected == Some(Selection::Entity(entity));
            frame.dots[usize::from(is_lit)].push((kind, mark));
            if is_selected {
                frame.rings[0] = Some(mark);
            }
            if look.near == Some(dot) {
                frame.rings[1] = Some(mark);
            }
            if is_selected || look.near == Some(dot) {
                names[0].push(dot);
            } else if lit.is_some() && is_lit {
                names[1].push(dot);
            } else if is_lit && self.shown[dot].1 <= viewport.scale {
                names[2].push(dot);
            }
        }
        for &dot in names.iter().flatten() {
            let Dot { mark, label, .. } = self.dots[dot];
            let mark = Mark { centre: viewport.to_screen(mark.centre), ..mark };
            let mut place = detail::bounds(&Item { mark, label, importance: 0.0 }, GAP, self.shown[dot].0);
            // At the edge, a name over or under its dot moves in with it.
            let is_beside = matches!(self.shown[dot].0, Side::Left | Side::Right);
            if Rect::frame(look.frame).holds(mark.centre) && !is_beside {
                place.x = place.x.min(corner.x - place.width).max(0.0);
                place.y = place.y.min(corner.y - place.height);
            }
            if boxes.iter().all(|other| !place.overlaps(other.grown(APART))) {
                boxes.push(place);
                frame.names.push((place.centre(), dot));
            }
        }
        frame
    }
}

/// The view of all that there is.
fn whole(content: Rect, frame: Size) -> Viewport {
    Viewport::fit(content, frame, PADDING, NEAREST)
}

/// Where the middles of dots are.
fn content(dots: &[Dot]) -> Rect {
    let points = dots.iter().map(|dot| Mark { shape: Shape::Circle { radius: 0.0 }, ..dot.mark }.bounds());
    points.reduce(Rect::union).unwrap_or_default()
}

/// A crowd on its way into its places, in steps of some milliseconds at most.
#[derive(Debug)]
pub(crate) struct Making {
    dots: Vec<Dot>,
    ties: Vec<Tie>,
    edges: Vec<Edge>,
    settling: Settling,
    /// The frame that it is made for.
    frame: Size,
    /// How many names are measured.
    measured: usize,
    detail: Option<Detail>,
}

impl Making {
    /// Nothing is in its place yet. `frame` gives the proportions.
    pub(super) fn begin(model: &Model, frame: Size, words: &Words) -> Self {
        let entities = ranked(model, MOST_DOTS);
        let (lines, edges) = lines(model, &entities, words);
        let side = dot_side(entities.len(), frame);
        let dots: Vec<Dot> = entities.into_iter().map(|entity| dot(model, entity, side)).collect();
        let body = |dot: &Dot| Body { size: dot.mark.shape.size(), ..Body::default() };
        let springs = lines.iter().zip(&edges).map(|(line, edge)| link(line, edge)).collect();
        let graph = Graph { nodes: dots.iter().map(body).collect(), links: springs };
        let options = Options { padding: PADDING, gap: GAP, label_gap: 0.0 };
        let ties = lines.into_iter().map(|line: Line| line.tie).collect();
        Self { settling: Settling::new(&graph, frame, &options), dots, ties, edges, frame, measured: 0, detail: None }
    }

    /// Goes a step; `false` once all is done.
    pub(super) fn step(&mut self, measure: MeasureLine<'_>) -> bool {
        if self.settling.step() {
            return true;
        }
        if self.measured < self.dots.len() {
            for dot in self.dots.iter_mut().skip(self.measured).take(NAMES) {
                dot.label = measure(&dot.name, NAME_PX, false);
            }
            self.measured += NAMES;
            return true;
        }
        let Some(detail) = &mut self.detail else {
            for (dot, place) in self.dots.iter_mut().zip(self.settling.positions()) {
                dot.mark.centre = place;
            }
            let items: Vec<Item> = self.dots.iter().enumerate().map(|(rank, dot)| item(dot, rank)).collect();
            self.detail = Some(Detail::new(&items, APART, (whole(content(&self.dots), self.frame), self.frame)));
            return true;
        };
        (0..NAMES).all(|_| detail.step())
    }

    /// The crowd, once all is done.
    pub(super) fn finish(self) -> Crowd {
        let Self { dots, ties, edges, detail, .. } = self;
        // What is under a finger is the nearest, whatever the zoom: here dots have no size.
        let points: Vec<Mark> =
            dots.iter().map(|dot| Mark { shape: Shape::Circle { radius: 0.0 }, ..dot.mark }).collect();
        let straight = |edge: &Edge| {
            let (start, end) = (points[edge.from].centre, points[edge.to].centre);
            let middle = start.towards(end, 0.5);
            Some(Route { start, control: middle, end, straight: true, head: None, middle })
        };
        let routes = edges.iter().map(straight).collect();
        Crowd {
            finder: Finder::new(points, routes),
            shown: detail.map_or_else(Vec::new, Detail::into_shown),
            content: content(&dots),
            dots,
            ties,
            edges,
        }
    }
}

fn item(dot: &Dot, rank: usize) -> Item {
    #[expect(clippy::cast_precision_loss, reason = "a rank is small")]
    let importance = -(rank as f64);
    Item { mark: dot.mark, label: dot.label, importance }
}

/// Pixels across a dot of one source.
fn dot_side(dots: usize, frame: Size) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most some thousands")]
    let room = frame.width * frame.height / dots.max(1) as f64;
    (room * SHARE).sqrt().clamp(SMALLEST, LARGEST)
}

fn dot(model: &Model, entity: usize, side: f64) -> Dot {
    let item = &model.story.entities[entity];
    #[expect(clippy::cast_precision_loss, reason = "at most 10")]
    let sources = model.source_count(entity).clamp(1, 10) as f64;
    let side = side * (1.0 + (sources - 1.0) / 9.0);
    let code =
        item.code.as_ref().filter(|code| item.kind == EntityKind::Organisation && code.chars().count() <= LONGEST_CODE);
    Dot {
        entity,
        kind: item.kind,
        mark: Mark::new(symbol(item.kind, side), Point::default()),
        name: shortened(code.unwrap_or(&item.name)),
        label: Size::default(),
    }
}

/// The shape of a kind, as large as a disc of `side` pixels across.
pub(crate) fn symbol(kind: EntityKind, side: f64) -> Shape {
    match kind {
        EntityKind::Person => Shape::Circle { radius: side / 2.0 },
        EntityKind::State => Shape::Rounded { width: side * 1.05, height: side, corner: side / 6.0 },
        EntityKind::Organisation => Shape::Hexagon { width: side * 1.4, height: side },
        EntityKind::Place => Shape::Diamond { width: side * 1.1, height: side * 1.1 },
        EntityKind::Treaty | EntityKind::EventName | EntityKind::Other => other_shape(kind, side * 0.8),
    }
}

#[cfg(test)]
mod tests {
    use super::super::layers::{self, Colours};
    use super::*;
    use crate::samples::measure;
    use crate::scene::svg;
    use crate::words::EN;

    const FRAME: Size = Size::new(700.0, 500.0);

    fn crowd() -> (Model, Crowd) {
        let model = Model::new(crate::samples::crowd(300));
        let mut making = Making::begin(&model, FRAME, &EN);
        while making.step(&measure) {}
        (model, making.finish())
    }

    fn look<'a>(crowd: &Crowd, shown: &'a [bool]) -> Look<'a> {
        let viewport = crowd.whole(FRAME);
        let (margin, is_moving) = (Size::default(), false);
        Look { shown, now: None, lit: None, selected: None, near: None, viewport, frame: FRAME, margin, is_moving }
    }

    #[test]
    fn the_whole_crowd_is_in_the_frame_and_some_are_named() {
        let (_, crowd) = crowd();
        let frame = crowd.frame(look(&crowd, &[true; 300]));
        assert_eq!(frame.dots[1].len(), 300);
        assert!(frame.dots[1].iter().all(|(_, mark)| Rect::frame(FRAME).contains(mark.bounds())));
        assert!((10..300).contains(&frame.names.len()), "{}", frame.names.len());
        assert_eq!(frame.lines[0].len(), crowd.edges.len());
    }

    #[test]
    fn a_file_shows_what_the_frame_shows() {
        let (_, crowd) = crowd();
        let frame = crowd.frame(look(&crowd, &[true; 300]));
        let colours = Colours {
            ink: "rgb(0, 0, 1)".to_owned(),
            kinds: EntityKind::ALL.iter().map(|&kind| (kind, kind.name().to_owned())).collect(),
            ..Colours::default()
        };
        let layers = layers::layers(&crowd, &frame, &colours, false);
        let scene = layers::scene_of(&crowd, &frame, &layers, FRAME);
        let style = |part, mark, property: &str| layers::style(&layers, &colours, part, mark, property);
        let svg = svg(&scene, "All", "white", &style);
        assert_eq!(svg.matches("<text ").count(), frame.names.len());
        assert!(svg.contains("<title>All</title>") && svg.contains("fill=\"person\""), "{svg}");
        let kinds: Vec<_> =
            layers::kinds(&layers, &colours, &EN).iter().map(|kind| style(kind.like, Some(0), "fill")).collect();
        assert!(kinds.contains(&"person".to_owned()), "{kinds:?}");
        assert_eq!(svg.matches('M').count(), crowd.edges.len() + crowd.dots.len(), "a line and a dot each");
    }

    #[test]
    fn who_looks_nearer_sees_fewer_dots_and_all_their_names() {
        let (_, crowd) = crowd();
        let mut look = look(&crowd, &[true; 300]);
        let middle = Point::new(350.0, 250.0);
        look.viewport = crowd.held(look.viewport.zoomed(NEAREST, middle), FRAME);
        let frame = crowd.frame(look);
        let in_view = frame.dots[1].iter().filter(|(_, mark)| Rect::frame(FRAME).holds(mark.centre)).count();
        assert!((1..100).contains(&in_view), "{in_view}");
        assert!(frame.names.len() >= in_view * 9 / 10, "{} of {in_view}", frame.names.len());
    }

    #[test]
    fn the_most_reported_are_named_and_names_of_others_lie_on_no_dot() {
        let (_, crowd) = crowd();
        let frame = crowd.frame(look(&crowd, &[true; 300]));
        let named: Vec<usize> = frame.names.iter().map(|(_, dot)| *dot).collect();
        assert!(named.starts_with(&[0, 1, 2]), "{named:?}");
        for &(centre, dot) in frame.names.iter().filter(|(_, dot)| *dot >= 12) {
            let name = Rect::around(centre, crowd.dots[dot].label).grown(-1e-6);
            let over = frame.dots[1].iter().find(|(_, mark)| name.overlaps(mark.bounds()));
            assert!(over.is_none(), "{} lies over {over:?}", crowd.dots[dot].name);
        }
    }

    #[test]
    fn names_never_overlap() {
        let (_, crowd) = crowd();
        for zoom in [1.0, 2.0, 5.0] {
            let mut look = look(&crowd, &[true; 300]);
            look.near = Some(250);
            look.viewport = look.viewport.zoomed(zoom, Point::new(100.0, 100.0));
            let frame = crowd.frame(look);
            let place = |&(centre, dot): &(Point, usize)| Rect::around(centre, crowd.dots[dot].label);
            let boxes: Vec<Rect> = frame.names.iter().map(place).collect();
            for (at, one) in boxes.iter().enumerate() {
                assert!(boxes[..at].iter().all(|other| !one.grown(-1e-6).overlaps(*other)));
            }
        }
    }

    #[test]
    fn a_finger_finds_a_dot_and_a_line() {
        let (_, crowd) = crowd();
        let look = look(&crowd, &[true; 300]);
        let screen = |dot: usize| look.viewport.to_screen(crowd.dots[dot].mark.centre);
        assert_eq!(crowd.at(screen(7), look), Some(7));
        assert_eq!(crowd.target(7), Some(Selection::Entity(crowd.dots[7].entity)));
        let line = crowd.target(crowd.dots.len());
        assert!(matches!(line, Some(Selection::Relation(_))), "{line:?}");
        assert_eq!(crowd.at(Point::new(-500.0, -500.0), look), None);
    }

    #[test]
    fn what_is_hidden_is_neither_drawn_nor_hit() {
        let (_, crowd) = crowd();
        let mut shown = [true; 300];
        shown[7] = false;
        let look = look(&crowd, &shown);
        let frame = crowd.frame(look);
        assert_eq!(frame.dots[1].len(), 299);
        assert!(frame.lines[0].len() < crowd.edges.len());
        assert_ne!(crowd.at(look.viewport.to_screen(crowd.dots[7].mark.centre), look), Some(7));
    }

    #[test]
    fn what_a_selection_does_not_touch_steps_back() {
        let (model, crowd) = crowd();
        let selected = Selection::Entity(crowd.dots[3].entity);
        let lit = model.lit(selected);
        let look = Look { lit: Some(&lit), selected: Some(selected), ..look(&crowd, &[true; 300]) };
        let frame = crowd.frame(look);
        assert!(frame.rings[0].is_some() && frame.names[0].1 == 3);
        assert_eq!(frame.dots[1].len(), lit.entities.as_slice().len());
        assert!(!frame.lines[1].is_empty() && frame.lines[1].len() < frame.lines[0].len());
    }
}
