//! Finding things in a large picture: what is in view, what is under a finger.
//!
//! A raster over the picture holds for each cell what touches it, so that
//! neither answer looks at what is elsewhere.

use crate::edges::Route;
use crate::geometry::{Mark, Point, Rect};
use crate::hit::{off_mark, off_route};
use crate::number::{between, count, index, length};

/// At most so many cells across and down.
const MOST_CELLS: f64 = 128.0;
/// A route is laid into the cells in at most so many pieces.
const MOST_PIECES: usize = 64;

/// Nodes and routes of a picture that does not change, by where they are.
#[derive(Clone, Debug)]
pub struct Finder {
    marks: Vec<Mark>,
    routes: Vec<Option<Route>>,
    mark_cells: Cells,
    route_cells: Cells,
}

impl Finder {
    /// Lays nodes and routes into the raster.
    pub fn new(marks: Vec<Mark>, routes: Vec<Option<Route>>) -> Self {
        let area = marks.iter().map(|mark| mark.bounds()).reduce(Rect::union).unwrap_or_default();
        let raster = Raster::new(area, marks.len());
        let mut boxes: Vec<(usize, Rect)> = marks.iter().map(|mark| mark.bounds()).enumerate().collect();
        let mark_cells = Cells::new(raster, &boxes);
        boxes.clear();
        for (at, route) in routes.iter().enumerate() {
            let Some(route) = route else { continue };
            let long = route.start.distance(route.control) + route.control.distance(route.end);
            let pieces = (index(long / raster.cell) + 1).min(MOST_PIECES);
            let mut from = route.start;
            for piece in 1..=pieces {
                let to = route.at(count(piece) / count(pieces));
                // A bow over so short a piece is flatter than the pixel that is added.
                boxes.push((at, Rect::spanning(from, to).grown(1.0)));
                from = to;
            }
        }
        let route_cells = Cells::new(raster, &boxes);
        Self { marks, routes, mark_cells, route_cells }
    }

    /// The nodes.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The routes.
    pub fn routes(&self) -> &[Option<Route>] {
        &self.routes
    }

    /// The nodes of which something may be within `view`, in their order.
    pub fn marks_in(&self, view: Rect) -> Vec<usize> {
        let mut found = self.mark_cells.over(view, self.marks.len());
        found.retain(|&at| self.marks.get(at).is_some_and(|mark| mark.bounds().overlaps(view)));
        found
    }

    /// The routes of which something may be within `view`, in their order.
    pub fn routes_in(&self, view: Rect) -> Vec<usize> {
        self.route_cells.over(view, self.routes.len())
    }

    /// The node under `point`, or the nearest within `tolerance` pixels of its
    /// outline; as [`crate::hit::nearest_mark`].
    pub fn mark_at(&self, point: Point, tolerance: f64) -> Option<usize> {
        let point = point.finite();
        let off = |at: usize| off_mark(self.marks.get(at)?, point, tolerance);
        self.mark_cells.nearest(around(point, tolerance), &off)
    }

    /// The route nearest to `point` within `tolerance` pixels; as
    /// [`crate::hit::nearest_route`].
    pub fn route_at(&self, point: Point, tolerance: f64) -> Option<usize> {
        let off = |at: usize| off_route(self.routes.get(at)?.as_ref()?, point, tolerance);
        self.route_cells.nearest(around(point.finite(), tolerance), &off)
    }
}

fn around(point: Point, tolerance: f64) -> Rect {
    Rect::new(point.x, point.y, 0.0, 0.0).grown(length(tolerance))
}

/// Where the cells are.
#[derive(Clone, Copy, Debug)]
struct Raster {
    corner: Point,
    cell: f64,
    columns: usize,
    rows: usize,
}

impl Raster {
    /// About a cell for each of `expected` things in `area`.
    fn new(area: Rect, expected: usize) -> Self {
        let surface = (area.width * area.height).max(1.0);
        let cell = (surface / count(expected.max(1))).sqrt().max(area.width.max(area.height) / MOST_CELLS).max(1.0);
        let corner = Point::new(area.x, area.y);
        Self { corner, cell, columns: index(area.width / cell) + 1, rows: index(area.height / cell) + 1 }
    }

    /// The cells that a box touches. What is outside counts to the cells along the edge.
    fn span(&self, bounds: Rect) -> [usize; 4] {
        let column = |x: f64| index(between((x - self.corner.x) / self.cell, 0.0, count(self.columns - 1)));
        let row = |y: f64| index(between((y - self.corner.y) / self.cell, 0.0, count(self.rows - 1)));
        [column(bounds.x), row(bounds.y), column(bounds.right()), row(bounds.bottom())]
    }

    /// Calls `visit` with the number of each cell that a box touches.
    fn each(&self, bounds: Rect, visit: &mut dyn FnMut(usize)) {
        let [left, top, right, bottom] = self.span(bounds);
        for row in top..=bottom {
            for column in left..=right {
                visit(row * self.columns + column);
            }
        }
    }
}

/// What is in each cell: one list, and where each cell's part of it starts.
#[derive(Clone, Debug)]
struct Cells {
    raster: Raster,
    starts: Vec<usize>,
    items: Vec<usize>,
}

impl Cells {
    fn new(raster: Raster, boxes: &[(usize, Rect)]) -> Self {
        // Counted first, then put in place (a counting sort).
        let mut starts = vec![0; raster.columns * raster.rows + 1];
        for (_, bounds) in boxes {
            raster.each(*bounds, &mut |cell| starts[cell + 1] += 1);
        }
        for cell in 1..starts.len() {
            starts[cell] += starts[cell - 1];
        }
        let mut items = vec![0; starts.last().copied().unwrap_or(0)];
        let mut next = starts.clone();
        for &(item, bounds) in boxes {
            raster.each(bounds, &mut |cell| {
                items[next[cell]] = item;
                next[cell] += 1;
            });
        }
        Self { raster, starts, items }
    }

    fn of(&self, cell: usize) -> &[usize] {
        let ends = (self.starts.get(cell), self.starts.get(cell + 1));
        let (Some(&from), Some(&to)) = ends else { return &[] };
        self.items.get(from..to).unwrap_or_default()
    }

    /// What is in the cells under `bounds`, each once and in order; there are `all`.
    fn over(&self, bounds: Rect, all: usize) -> Vec<usize> {
        let mut seen = vec![false; all];
        self.raster.each(bounds.finite(), &mut |cell| {
            for &item in self.of(cell) {
                seen[item] = true;
            }
        });
        (0..all).filter(|&item| seen[item]).collect()
    }

    /// The one in the cells under `bounds` that is the least `off`; the first of equals.
    fn nearest(&self, bounds: Rect, off: &dyn Fn(usize) -> Option<(f64, f64)>) -> Option<usize> {
        let mut best: Option<(f64, f64, usize)> = None;
        self.raster.each(bounds.finite(), &mut |cell| {
            for &item in self.of(cell) {
                let Some((first, second)) = off(item) else { continue };
                if best.is_none_or(|best| (first, second, item) < best) {
                    best = Some((first, second, item));
                }
            }
        });
        best.map(|(.., item)| item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edges::{Edge, Options, routes};
    use crate::geometry::Shape;
    use crate::hit::{nearest_mark, nearest_route};
    use proptest::prelude::*;

    fn finder(places: &[(f64, f64)]) -> Finder {
        let mark = |&(x, y): &(f64, f64)| Mark::new(Shape::Circle { radius: 6.0 }, Point::new(x, y));
        let marks: Vec<Mark> = places.iter().map(mark).collect();
        let edges: Vec<Edge> = (1..marks.len()).map(|to| Edge { from: to / 2, to, arrow: to % 3 == 0 }).collect();
        let routes = routes(&marks, &edges, &Options::default());
        Finder::new(marks, routes)
    }

    proptest! {
        #[test]
        fn the_raster_finds_what_a_look_at_all_finds(
            places in prop::collection::vec((-300.0..900.0f64, -300.0..900.0f64), 0..60),
            x in -400.0..1000.0f64, y in -400.0..1000.0f64, tolerance in 0.0..40.0f64,
        ) {
            let finder = finder(&places);
            let point = Point::new(x, y);
            prop_assert_eq!(finder.mark_at(point, tolerance), nearest_mark(finder.marks(), point, tolerance));
            prop_assert_eq!(finder.route_at(point, tolerance), nearest_route(finder.routes(), point, tolerance));
        }

        #[test]
        fn what_is_in_view_is_not_passed_over(
            places in prop::collection::vec((-300.0..900.0f64, -300.0..900.0f64), 0..60),
            x in -400.0..1000.0f64, y in -400.0..1000.0f64, width in 0.0..500.0f64, height in 0.0..500.0f64,
        ) {
            let finder = finder(&places);
            let view = Rect::new(x, y, width, height);
            let overlapping = (0..places.len()).filter(|&at| finder.marks()[at].bounds().overlaps(view));
            prop_assert_eq!(finder.marks_in(view), overlapping.collect::<Vec<_>>());
            let found = finder.routes_in(view);
            for (at, route) in finder.routes().iter().enumerate() {
                if route.is_some_and(|route| route.pieces(50).any(|(a, b)| view.is_crossed_by(a, b))) {
                    prop_assert!(found.contains(&at));
                }
            }
        }

        #[test]
        fn any_input_makes_a_finder(
            places in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY), 0..20),
            x in prop::num::f64::ANY, y in prop::num::f64::ANY,
        ) {
            let finder = finder(&places);
            let view = Rect::new(x, y, y, x);
            prop_assert!(finder.marks_in(view).len() <= places.len() && finder.routes_in(view).len() <= places.len());
            let _ = (finder.mark_at(Point::new(x, y), x), finder.route_at(Point::new(x, y), y));
        }
    }
}
