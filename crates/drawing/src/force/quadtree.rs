//! Barnes–Hut: far bodies push as one (Barnes and Hut, "A hierarchical
//! O(N log N) force-calculation algorithm", Nature 324, 1986).
//!
//! The bodies are sorted into their quadrants in place, so that those of a
//! cell lie side by side, and the cells are stored in the order in which they
//! are walked, each with the place to go on when it is not entered. Nothing
//! is allocated once the arrays have grown.

/// A cell of so few bodies is not divided.
const LEAF: usize = 8;
/// Cells are halved at most so often; bodies nearer than that push as one.
const DEEPEST: usize = 24;

#[derive(Clone, Copy, Debug)]
struct Cell {
    /// The middle of the mass.
    x: f64,
    y: f64,
    mass: f64,
    /// Width squared, over the opening angle squared: from farther off than
    /// this (squared), the cell pushes as one.
    reach: f64,
    /// Its bodies.
    first: usize,
    last: usize,
    /// The cell to go on with when this one is not entered.
    next: usize,
    leaf: bool,
}

/// The quadtree, and the bodies in its order.
#[derive(Clone, Debug, Default)]
pub(super) struct Quadtree {
    /// Which body is where.
    order: Vec<usize>,
    x: Vec<f64>,
    y: Vec<f64>,
    mass: Vec<f64>,
    cells: Vec<Cell>,
}

impl Quadtree {
    /// Sorts the bodies in. `theta` is the opening angle: 0 is exact, 1 is coarse.
    pub(super) fn build(&mut self, x: &[f64], y: &[f64], mass: &[f64], theta: f64) {
        if self.order.len() != x.len() {
            self.order = (0..x.len()).collect();
        }
        self.cells.clear();
        for (to, from) in [(&mut self.x, x), (&mut self.y, y), (&mut self.mass, mass)] {
            to.clear();
            to.extend(self.order.iter().map(|&body| from.get(body).copied().unwrap_or(0.0)));
        }
        let (low_x, high_x) = ends(x);
        let (low_y, high_y) = ends(y);
        let half = ((high_x - low_x).max(high_y - low_y) / 2.0).max(f64::MIN_POSITIVE);
        let (middle_x, middle_y) = (f64::midpoint(low_x, high_x), f64::midpoint(low_y, high_y));
        let opening = 1.0 / (theta * theta).max(1e-6);
        self.divide(0, x.len(), [middle_x, middle_y, half], opening, 0);
    }

    /// Makes the cell of the bodies from `first` to before `last` in the
    /// square `[x, y, half]`, and all cells in it.
    fn divide(&mut self, first: usize, last: usize, [x, y, half]: [f64; 3], opening: f64, depth: usize) {
        let here = self.cells.len();
        let leaf = last - first <= LEAF || depth == DEEPEST;
        let reach = 4.0 * half * half * opening;
        self.cells.push(Cell { x, y, mass: 0.0, reach, first, last, next: 0, leaf });
        let (mut mass, mut sum_x, mut sum_y) = (0.0, 0.0, 0.0);
        if leaf {
            for body in first..last {
                mass += self.mass[body];
                sum_x += self.x[body] * self.mass[body];
                sum_y += self.y[body] * self.mass[body];
            }
        } else {
            let middle = self.part(first, last, |tree, body| tree.y[body] < y);
            let upper = self.part(first, middle, |tree, body| tree.x[body] < x);
            let lower = self.part(middle, last, |tree, body| tree.x[body] < x);
            let quarter = half / 2.0;
            for (from, to, dx, dy) in [
                (first, upper, -quarter, -quarter),
                (upper, middle, quarter, -quarter),
                (middle, lower, -quarter, quarter),
                (lower, last, quarter, quarter),
            ] {
                if from < to {
                    let child = self.cells.len();
                    self.divide(from, to, [x + dx, y + dy, quarter], opening, depth + 1);
                    let cell = self.cells[child];
                    mass += cell.mass;
                    sum_x += cell.x * cell.mass;
                    sum_y += cell.y * cell.mass;
                }
            }
        }
        let next = self.cells.len();
        let cell = &mut self.cells[here];
        cell.next = next;
        cell.mass = mass;
        if mass > 0.0 {
            (cell.x, cell.y) = (sum_x / mass, sum_y / mass);
        }
    }

    /// Moves the bodies for which `is_first` holds to the front; where the others start.
    fn part(&mut self, first: usize, last: usize, is_first: impl Fn(&Self, usize) -> bool) -> usize {
        let (mut low, mut high) = (first, last);
        loop {
            while low < high && is_first(self, low) {
                low += 1;
            }
            while low < high && !is_first(self, high - 1) {
                high -= 1;
            }
            if low >= high {
                return low;
            }
            self.order.swap(low, high - 1);
            self.x.swap(low, high - 1);
            self.y.swap(low, high - 1);
            self.mass.swap(low, high - 1);
        }
    }

    /// For each body, its number and the push of all others on it: the sum
    /// of mass / distance, away from them. Bodies nearer than `softness`
    /// (squared) push as if they were so far.
    pub(super) fn push(&self, softness: f64, mut moved: impl FnMut(usize, f64, f64)) {
        for ((&body, &x), &y) in self.order.iter().zip(&self.x).zip(&self.y) {
            let (mut push_x, mut push_y) = (0.0, 0.0);
            let mut at = 0;
            while let Some(cell) = self.cells.get(at) {
                let (dx, dy) = (x - cell.x, y - cell.y);
                let square = dx * dx + dy * dy;
                if square > cell.reach || (cell.leaf && cell.last - cell.first > LEAF) {
                    let weight = cell.mass / square.max(softness);
                    push_x += dx * weight;
                    push_y += dy * weight;
                    at = cell.next;
                } else if cell.leaf {
                    let bodies = cell.first..cell.last;
                    let (xs, ys, masses) = (&self.x[bodies.clone()], &self.y[bodies.clone()], &self.mass[bodies]);
                    for ((&other_x, &other_y), &mass) in xs.iter().zip(ys).zip(masses) {
                        let (dx, dy) = (x - other_x, y - other_y);
                        let weight = mass / (dx * dx + dy * dy).max(softness);
                        push_x += dx * weight;
                        push_y += dy * weight;
                    }
                    at = cell.next;
                } else {
                    at += 1;
                }
            }
            moved(body, push_x, push_y);
        }
    }
}

/// The smallest and the largest of the values; nought and nought of none.
fn ends(values: &[f64]) -> (f64, f64) {
    let low = values.iter().copied().fold(f64::MAX, f64::min);
    let high = values.iter().copied().fold(f64::MIN, f64::max);
    if values.is_empty() { (0.0, 0.0) } else { (low, high) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bodies scattered without order, the same every time.
    fn scattered(bodies: usize) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
        let mut chance = super::super::start::Chance::new(5);
        let mut draw = || (0..bodies).map(|_| chance.next() * 100.0).collect();
        (draw(), draw(), vec![1.5; bodies])
    }

    fn pushes(x: &[f64], y: &[f64], mass: &[f64], theta: f64) -> Vec<(f64, f64)> {
        let mut tree = Quadtree::default();
        tree.build(x, y, mass, theta);
        let mut pushes = vec![(0.0, 0.0); x.len()];
        tree.push(1e-9, |body, push_x, push_y| pushes[body] = (push_x, push_y));
        pushes
    }

    /// The same, body by body.
    fn summed(x: &[f64], y: &[f64], mass: &[f64]) -> Vec<(f64, f64)> {
        let push = |body: usize| {
            let others = (0..x.len()).filter(|&other| other != body);
            others.fold((0.0, 0.0), |(push_x, push_y), other| {
                let (dx, dy) = (x[body] - x[other], y[body] - y[other]);
                let weight = mass[other] / (dx * dx + dy * dy);
                (push_x + dx * weight, push_y + dy * weight)
            })
        };
        (0..x.len()).map(push).collect()
    }

    #[test]
    fn a_tree_that_is_always_opened_is_exact() {
        let (x, y, mass) = scattered(300);
        for (one, other) in pushes(&x, &y, &mass, 0.0).iter().zip(summed(&x, &y, &mass)) {
            assert!((one.0 - other.0).abs() < 1e-6 && (one.1 - other.1).abs() < 1e-6);
        }
    }

    #[test]
    fn a_tree_that_is_seldom_opened_is_near() {
        let (x, y, mass) = scattered(2_000);
        let (mut error, mut whole) = (0.0, 0.0);
        for (one, other) in pushes(&x, &y, &mass, 0.9).iter().zip(summed(&x, &y, &mass)) {
            error += (one.0 - other.0) * (one.0 - other.0) + (one.1 - other.1) * (one.1 - other.1);
            whole += other.0 * other.0 + other.1 * other.1;
        }
        assert!((error / whole).sqrt() < 0.05, "{}", (error / whole).sqrt());
    }

    #[test]
    fn bodies_on_one_spot_do_not_push() {
        let (x, mass) = (vec![3.0; 100], vec![1.0; 100]);
        assert!(pushes(&x, &x, &mass, 0.9).iter().all(|push| *push == (0.0, 0.0)));
    }
}
