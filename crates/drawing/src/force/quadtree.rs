//! Far bodies push as one: a tree of cells, each of which pushes others as its
//! middle of mass (Barnes and Hut, "A hierarchical O(N log N) force-calculation
//! algorithm", Nature 324, 1986).
//!
//! Cells that are far from each other push each other as wholes, both ways at
//! once, and hand what they feel down to their bodies (Dehnen, "A hierarchical
//! O(N) force calculation algorithm", J. Comp. Phys. 179, 2002). In the plane
//! that takes little: with places as complex numbers, the conjugate of a push
//! is mass / distance, and its first two terms about the middle of a cell,
//! `a + b (place - middle)`, are what a cell keeps.
//!
//! The bodies are sorted into their quadrants in place, so that those of a
//! cell lie side by side, and a cell is followed by all that are in it, with
//! the place to go on behind them. Nothing is allocated once the arrays have
//! grown.

use crate::number::larger;

/// A cell of so few bodies is not divided.
const LEAF: usize = 8;
/// Cells are halved at most so often; bodies nearer than that push as one.
const DEEPEST: usize = 24;

/// What pushes and is pushed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Body {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) mass: f64,
    /// The push of all others on it.
    pub(super) push_x: f64,
    pub(super) push_y: f64,
    /// Its number where it comes from.
    pub(super) number: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    /// The middle of the mass.
    x: f64,
    y: f64,
    mass: f64,
    /// Its width over the opening angle: two cells that are farther apart than
    /// theirs together push each other as wholes.
    reach: f64,
    /// Its bodies.
    first: usize,
    last: usize,
    /// The cell behind all that are in this one.
    next: usize,
    leaf: bool,
    /// What it feels: the push on its middle, conjugate …
    a: (f64, f64),
    /// … and how that changes from there.
    b: (f64, f64),
}

impl Cell {
    /// A leaf of many bodies, which then stand on one spot.
    fn is_spot(&self) -> bool {
        self.leaf && self.last - self.first > LEAF
    }

    /// What is felt at `x`, `y` in the cell.
    fn felt(&self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = (x - self.x, y - self.y);
        (self.a.0 + self.b.0 * x - self.b.1 * y, self.a.1 + self.b.0 * y + self.b.1 * x)
    }
}

/// The quadtree, and the bodies in its order.
#[derive(Clone, Debug, Default)]
pub(super) struct Quadtree {
    /// The bodies. Whoever moves them leaves them in their order.
    pub(super) bodies: Vec<Body>,
    cells: Vec<Cell>,
    /// Pairs of cells that have yet to push each other.
    pairs: Vec<(usize, usize)>,
}

impl Quadtree {
    /// A tree of these bodies.
    pub(super) fn of(bodies: Vec<Body>) -> Self {
        Self { bodies, ..Self::default() }
    }

    /// Reckons the push of all bodies on each: the sum of mass / distance, away
    /// from them. Bodies nearer than `softness` (squared) push as if they were
    /// so far. `theta` is the opening angle: 0 is exact, 1 is coarse.
    pub(super) fn push(&mut self, theta: f64, softness: f64) {
        let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
        for body in &mut self.bodies {
            low = (low.0.min(body.x), low.1.min(body.y));
            high = (high.0.max(body.x), high.1.max(body.y));
            (body.push_x, body.push_y) = (0.0, 0.0);
        }
        if self.bodies.is_empty() {
            return;
        }
        let half = ((high.0 - low.0).max(high.1 - low.1) / 2.0).max(f64::MIN_POSITIVE);
        let (x, y) = (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1));
        self.cells.clear();
        self.divide(0, self.bodies.len(), [x, y, half], 1.0 / theta.max(1e-3), 0);
        self.pairs.push((0, 0));
        while let Some((one, other)) = self.pairs.pop() {
            if one == other {
                self.within(one, softness);
            } else {
                self.between(one, other, softness);
            }
        }
        self.hand_down();
    }

    /// Makes the cell of the bodies from `first` to before `last` in the
    /// square `[x, y, half]`, and all cells in it.
    fn divide(&mut self, first: usize, last: usize, [x, y, half]: [f64; 3], opening: f64, depth: usize) {
        let here = self.cells.len();
        let leaf = last - first <= LEAF || depth == DEEPEST;
        self.cells.push(Cell { x, y, reach: 2.0 * half * opening, first, last, leaf, ..Cell::default() });
        let (mut mass, mut sum_x, mut sum_y) = (0.0, 0.0, 0.0);
        if leaf {
            for body in &self.bodies[first..last] {
                mass += body.mass;
                sum_x += body.x * body.mass;
                sum_y += body.y * body.mass;
            }
        } else {
            let middle = self.part(first, last, false, y);
            let upper = self.part(first, middle, true, x);
            let lower = self.part(middle, last, true, x);
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
                    let cell = &self.cells[child];
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

    /// Moves the bodies below `middle`, across or down, to the front; where the others start.
    fn part(&mut self, first: usize, last: usize, across: bool, middle: f64) -> usize {
        let is_below = |body: &Body| if across { body.x < middle } else { body.y < middle };
        let (mut low, mut high) = (first, last);
        loop {
            while low < high && is_below(&self.bodies[low]) {
                low += 1;
            }
            while low < high && !is_below(&self.bodies[high - 1]) {
                high -= 1;
            }
            if low >= high {
                return low;
            }
            self.bodies.swap(low, high - 1);
        }
    }

    /// The bodies of a cell push each other.
    fn within(&mut self, at: usize, softness: f64) {
        let Cell { first, last, next, leaf, .. } = self.cells[at];
        if !leaf {
            let mut one = at + 1;
            while one < next {
                self.pairs.push((one, one));
                let behind = self.cells[one].next;
                let mut other = behind;
                while other < next {
                    self.pairs.push((one, other));
                    other = self.cells[other].next;
                }
                one = behind;
            }
        } else if last - first <= LEAF {
            for body in first..last {
                self.body_on_bodies(body, body + 1, last, softness);
            }
        }
    }

    /// Two cells push each other: as wholes if they are far apart, else body by body.
    fn between(&mut self, one: usize, other: usize, softness: f64) {
        let (a, b) = (&self.cells[one], &self.cells[other]);
        let (dx, dy) = (a.x - b.x, a.y - b.y);
        let square = dx * dx + dy * dy;
        let reach = a.reach + b.reach;
        if square > reach * reach || (a.leaf && b.leaf && (a.is_spot() || b.is_spot())) {
            let (mass, other_mass) = (a.mass, b.mass);
            let over = 1.0 / larger(square, softness);
            // One over the distance, and that squared.
            let (x, y) = (dx * over, -dy * over);
            let (change_x, change_y) = (x * x - y * y, 2.0 * x * y);
            let cell = &mut self.cells[one];
            cell.a = (cell.a.0 + x * other_mass, cell.a.1 + y * other_mass);
            cell.b = (cell.b.0 - change_x * other_mass, cell.b.1 - change_y * other_mass);
            let cell = &mut self.cells[other];
            cell.a = (cell.a.0 - x * mass, cell.a.1 - y * mass);
            cell.b = (cell.b.0 - change_x * mass, cell.b.1 - change_y * mass);
        } else if a.leaf && b.leaf {
            let (first, last) = (b.first, b.last);
            for body in a.first..a.last {
                self.body_on_bodies(body, first, last, softness);
            }
        } else {
            // The wider one is opened.
            let (open, kept) = if b.leaf || (!a.leaf && a.reach >= b.reach) { (one, other) } else { (other, one) };
            let end = self.cells[open].next;
            let mut child = open + 1;
            while child < end {
                self.pairs.push((child, kept));
                child = self.cells[child].next;
            }
        }
    }

    /// A body and those from `first` to before `last` push each other.
    fn body_on_bodies(&mut self, body: usize, first: usize, last: usize, softness: f64) {
        let Body { x, y, mass, .. } = self.bodies[body];
        let (mut push_x, mut push_y) = (0.0, 0.0);
        for other in &mut self.bodies[first..last] {
            let (dx, dy) = (x - other.x, y - other.y);
            let over = 1.0 / larger(dx * dx + dy * dy, softness);
            let (dx, dy) = (dx * over, dy * over);
            push_x += dx * other.mass;
            push_y += dy * other.mass;
            other.push_x -= dx * mass;
            other.push_y -= dy * mass;
        }
        let body = &mut self.bodies[body];
        body.push_x += push_x;
        body.push_y += push_y;
    }

    /// Cells hand what they feel down to the cells and bodies in them.
    fn hand_down(&mut self) {
        for at in 0..self.cells.len() {
            let cell = self.cells[at];
            if cell.leaf {
                for body in &mut self.bodies[cell.first..cell.last] {
                    let (x, y) = cell.felt(body.x, body.y);
                    body.push_x += x;
                    body.push_y -= y;
                }
                continue;
            }
            let mut child = at + 1;
            while child < cell.next {
                let inner = &mut self.cells[child];
                let (x, y) = cell.felt(inner.x, inner.y);
                inner.a = (inner.a.0 + x, inner.a.1 + y);
                inner.b = (inner.b.0 + cell.b.0, inner.b.1 + cell.b.1);
                child = inner.next;
            }
        }
    }
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
        let body = |number: usize| Body { x: x[number], y: y[number], mass: mass[number], number, ..Body::default() };
        let mut tree = Quadtree::of((0..x.len()).map(body).collect());
        tree.push(theta, 1e-9);
        let mut pushes = vec![(0.0, 0.0); x.len()];
        for body in &tree.bodies {
            pushes[body.number] = (body.push_x, body.push_y);
        }
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
        assert!((error / whole).sqrt() < 0.02, "{}", (error / whole).sqrt());
    }

    #[test]
    fn bodies_on_one_spot_do_not_push() {
        let (x, mass) = (vec![3.0; 100], vec![1.0; 100]);
        assert!(pushes(&x, &x, &mass, 0.9).iter().all(|push| *push == (0.0, 0.0)));
    }
}
