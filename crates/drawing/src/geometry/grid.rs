//! A grid over the plane that finds the boxes near a box.

use super::{Point, Rect};
use crate::number::{between, count, index};

/// Boxes over more cells than this are kept apart and always looked at.
const LARGE: usize = 64;
/// No cell is smaller than this, in pixels: boxes are not.
const SMALLEST: f64 = 16.0;
/// At most so many cells across and down.
const MOST_CELLS: f64 = 256.0;

/// Boxes by their number, to be found by where they are.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    corner: Point,
    cell: f64,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<usize>>,
    large: Vec<usize>,
    boxes: Vec<Option<Rect>>,
}

impl Grid {
    /// An empty grid over `area`, for about `expected` boxes.
    pub(crate) fn new(area: Rect, expected: usize) -> Self {
        let area = area.finite();
        let surface = (area.width * area.height).max(1.0);
        let cell = (surface / count(expected.max(1))).sqrt();
        let cell = cell.max(area.width.max(area.height) / MOST_CELLS).max(SMALLEST);
        let columns = index(area.width / cell) + 1;
        let rows = index(area.height / cell) + 1;
        Self {
            corner: Point::new(area.x, area.y),
            cell,
            columns,
            rows,
            cells: vec![Vec::new(); columns * rows],
            large: Vec::new(),
            boxes: Vec::new(),
        }
    }

    /// Puts a box where it is; a box of the same number is taken out.
    pub(crate) fn put(&mut self, number: usize, bounds: Rect) {
        self.take(number);
        if self.boxes.len() <= number {
            self.boxes.resize(number + 1, None);
        }
        if let Some(place) = self.boxes.get_mut(number) {
            *place = Some(bounds);
        }
        let (left, top, right, bottom) = self.span(bounds);
        if (right - left + 1) * (bottom - top + 1) > LARGE {
            self.large.push(number);
            return;
        }
        for row in top..=bottom {
            for column in left..=right {
                if let Some(cell) = self.cells.get_mut(row * self.columns + column) {
                    cell.push(number);
                }
            }
        }
    }

    /// Takes a box out.
    pub(crate) fn take(&mut self, number: usize) {
        let Some(bounds) = self.boxes.get_mut(number).and_then(Option::take) else { return };
        let (left, top, right, bottom) = self.span(bounds);
        self.large.retain(|&other| other != number);
        for row in top..=bottom {
            for column in left..=right {
                if let Some(cell) = self.cells.get_mut(row * self.columns + column) {
                    cell.retain(|&other| other != number);
                }
            }
        }
    }

    /// Shows the numbers of the boxes that overlap `bounds`, until one `is_it`.
    /// Whether one was. A number may be shown twice.
    pub(crate) fn any_over(&self, bounds: Rect, is_it: &mut dyn FnMut(usize) -> bool) -> bool {
        let mut look = |numbers: &[usize]| {
            numbers.iter().any(|&number| {
                let other = self.boxes.get(number).copied().flatten();
                other.is_some_and(|other| other.overlaps(bounds)) && is_it(number)
            })
        };
        if look(&self.large) {
            return true;
        }
        let (left, top, right, bottom) = self.span(bounds);
        for row in top..=bottom {
            for column in left..=right {
                if self.cells.get(row * self.columns + column).is_some_and(|cell| look(cell)) {
                    return true;
                }
            }
        }
        false
    }

    /// The cells that a box touches: left, top, right and bottom. What is
    /// outside the area counts to the cells along its edge.
    fn span(&self, bounds: Rect) -> (usize, usize, usize, usize) {
        let column = |x: f64| index(between((x - self.corner.x) / self.cell, 0.0, count(self.columns - 1)));
        let row = |y: f64| index(between((y - self.corner.y) / self.cell, 0.0, count(self.rows - 1)));
        (column(bounds.x), row(bounds.y), column(bounds.right()), row(bounds.bottom()))
    }
}
