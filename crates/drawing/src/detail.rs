//! Level of detail: from which zoom on each label is shown.
//!
//! A label keeps its size while the picture under it grows. From some scale on
//! it is clear of another, and stays so. So each label has one side of its node
//! and one scale, reckoned once: whoever draws shows those whose scale is
//! reached, and nothing flickers when the picture is moved.

use crate::geometry::{Mark, Rect, Size};
use crate::labels::Side;
use crate::number::{finite, length};
use crate::order::order;
use crate::viewport::Viewport;

/// Only so many labels, the most important, are ever shown: to look at each
/// pair takes the square of that.
const MOST: usize = 2_000;
/// So many of the most important labels need not wait for lesser nodes to move away.
const FIRST: usize = 12;
/// Where a label may stand, the best first.
const SIDES: [Side; 4] = [Side::Below, Side::Above, Side::Right, Side::Left];

/// A node with its label, both in pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// The node: its place in the picture, its size on the screen.
    pub mark: Mark,
    /// Size of its label, nought where it has none.
    pub label: Size,
    /// The more important are shown first.
    pub importance: f64,
}

/// On which side of its node a label stands, and from which scale on it is shown; infinite
/// for those that are never shown.
pub type Shown = (Side, f64);

/// For each item the side and the scale of its label: from there on it is at least `gap` pixels
/// from the labels that are shown and from all nodes. In the view of the `whole`, it stands in the
/// frame, if any side of it does. Of the most important, those that would not be shown there are
/// shown as soon as they are clear of what is more important: a lesser node may lie under them.
pub fn scales(items: &[Item], gap: f64, whole: (Viewport, Size)) -> Vec<Shown> {
    let mut detail = Detail::new(items, gap, whole);
    while detail.step() {}
    detail.into_shown()
}

/// The scales of [`scales`] on their way, a label at a time: each is held
/// against all nodes, so that thousands take a while.
#[derive(Clone, Debug)]
pub struct Detail {
    items: Vec<Item>,
    gap: f64,
    whole: Viewport,
    frame: Rect,
    /// The more important first.
    order: Vec<usize>,
    /// In that order, the nodes.
    bare: Vec<Reach>,
    /// In that order, those that are done: with their labels, and from which scale on.
    full: Vec<(Reach, f64)>,
    shown: Vec<Shown>,
}

impl Detail {
    /// None is looked at yet.
    pub fn new(items: &[Item], gap: f64, (whole, frame): (Viewport, Size)) -> Self {
        let importance = |at: usize| items.get(at).map_or(0.0, |item| finite(item.importance));
        let order = order(items.len(), &|one, other| importance(other).total_cmp(&importance(one)));
        let bare = order.iter().filter_map(|&at| Some(Reach::new(items.get(at)?, None, 0.0))).collect();
        let shown = vec![(Side::Below, f64::INFINITY); items.len()];
        let (items, gap, frame) = (items.to_vec(), length(gap), Rect::frame(frame.finite()));
        Self { items, gap, whole, frame, order, bare, full: Vec::new(), shown }
    }

    /// Looks at the next label; `false` once all are done.
    pub fn step(&mut self) -> bool {
        let rank = self.full.len();
        let Some(&at) = self.order.get(rank).filter(|_| rank < MOST) else { return false };
        let Some(item) = self.items.get(at) else { return false };
        if item.label.finite().is_empty() {
            self.full.push((Reach::new(item, None, 0.0), f64::INFINITY));
            return true;
        }
        let mut best = self.best(rank, item, self.bare.len());
        for nodes in [FIRST, rank] {
            if best.1 > self.whole.scale && rank < FIRST {
                let clear = self.best(rank, item, nodes);
                best = if clear.1 < best.1 { clear } else { best };
            }
        }
        self.full.push((Reach::new(item, Some(best.0), self.gap), best.1));
        if let Some(place) = self.shown.get_mut(at) {
            *place = best;
        }
        true
    }

    /// The side on which a label is the soonest clear of the more important labels and of the first
    /// so many nodes.
    fn best(&self, rank: usize, item: &Item, nodes: usize) -> Shown {
        let mut best = (Side::Below, f64::INFINITY);
        let seen = Item { mark: Mark { centre: self.whole.to_screen(item.mark.centre), ..item.mark }, ..*item };
        let is_inside = |side: &Side| self.frame.contains(bounds(&seen, self.gap, *side));
        // Who stands at the very edge has a side where its label moves in.
        let some_side = if SIDES.iter().any(is_inside) { &SIDES[..] } else { &SIDES[..2] };
        for &side in some_side {
            if some_side.len() > 2 && !is_inside(&side) {
                continue;
            }
            let scale = self.clear(rank, &Reach::new(item, Some(side), self.gap), nodes, best.1);
            if scale < best.1 {
                best = (side, scale);
            }
            if best.1 <= self.whole.scale {
                break;
            }
        }
        best
    }

    /// From which scale on it is clear of them; what is beyond `enough` is not looked at closely.
    fn clear(&self, rank: usize, reach: &Reach, nodes: usize, enough: f64) -> f64 {
        let mut scale = 0.0_f64;
        for (other, bare) in self.bare.iter().enumerate().take(nodes) {
            if other != rank && !reach.is_clear_of(bare, scale) {
                scale = scale.max(reach.clear_of(bare));
                if scale >= enough {
                    return scale;
                }
            }
        }
        for (full, shown) in &self.full {
            // One that comes only when both have room is in nobody's way.
            if !reach.is_clear_of(full, scale) {
                let clear = reach.clear_of(full);
                if *shown < clear {
                    scale = scale.max(clear);
                }
            }
        }
        scale
    }

    /// What was found.
    pub fn into_shown(self) -> Vec<Shown> {
        self.shown
    }
}

/// A place, and how far what is drawn reaches from it.
#[derive(Clone, Debug)]
struct Reach {
    x: f64,
    y: f64,
    left: f64,
    right: f64,
    up: f64,
    down: f64,
}

impl Reach {
    /// A node; where there is a side for it, its label, from the node's middle on: what leaves that
    /// as the picture grows never comes back.
    fn new(item: &Item, side: Option<Side>, gap: f64) -> Self {
        let (centre, around) = (item.mark.centre.finite(), item.mark.bounds());
        let around = side
            .map_or(around, |side| bounds(item, gap, side).union(Rect::around(centre, Size::default())))
            .grown(gap / 2.0);
        Self {
            x: centre.x,
            y: centre.y,
            left: centre.x - around.x,
            right: around.right() - centre.x,
            up: centre.y - around.y,
            down: around.bottom() - centre.y,
        }
    }

    /// Whether the two are apart at a scale: most are, and that asks for no division.
    fn is_clear_of(&self, other: &Self, scale: f64) -> bool {
        let (dx, dy) = ((other.x - self.x) * scale, (other.y - self.y) * scale);
        dx >= self.right + other.left
            || -dx >= self.left + other.right
            || dy >= self.down + other.up
            || -dy >= self.up + other.down
    }

    /// The scale from which on the two are apart; infinite on one spot.
    fn clear_of(&self, other: &Self) -> f64 {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        let across = if dx < 0.0 { (self.left + other.right) / -dx } else { (self.right + other.left) / dx };
        let down = if dy < 0.0 { (self.up + other.down) / -dy } else { (self.down + other.up) / dy };
        across.min(down)
    }
}

/// The box of a label that is shown: at its node, on the screen.
pub fn bounds(item: &Item, gap: f64, side: Side) -> Rect {
    let (node, label) = (item.mark.bounds(), item.label.finite());
    let (gap, centre) = (length(gap), item.mark.centre.finite());
    let (x, y) = (centre.x - label.width / 2.0, centre.y - label.height / 2.0);
    let (x, y) = match side {
        Side::Above => (x, node.y - gap - label.height),
        Side::Right => (node.right() + gap, y),
        Side::Left => (node.x - gap - label.width, y),
        _ => (x, node.bottom() + gap),
    };
    Rect::new(x, y, label.width, label.height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Point, Shape};
    use proptest::prelude::*;

    fn item(x: f64, y: f64, label: f64, importance: f64) -> Item {
        let mark = Mark::new(Shape::Circle { radius: 4.0 }, Point::new(x, y));
        Item { mark, label: Size::new(label, 14.0), importance }
    }

    /// A frame that everything is in.
    const ANYWHERE: (Viewport, Size) = (Viewport { scale: 1.0, shift: Point::new(500.0, 500.0) }, Size::new(2e3, 2e3));

    fn scales(items: &[Item]) -> Vec<f64> {
        super::scales(items, 0.0, ANYWHERE).into_iter().map(|(_, scale)| scale).collect()
    }

    #[test]
    fn a_label_takes_the_side_that_is_free_first() {
        // Over it, under it and to its right stands somebody.
        let around = [(0.0, -12.0), (0.0, 12.0), (20.0, 0.0)].map(|(x, y)| item(x, y, 0.0, 9.0));
        let items = [item(0.0, 0.0, 30.0, 1.0), around[0], around[1], around[2]];
        let (side, scale) = super::scales(&items, 0.0, ANYWHERE)[0];
        assert_eq!(side, Side::Left);
        assert!(scale <= 1.0, "{scale}");
    }

    #[test]
    fn at_the_edge_a_label_stands_inwards() {
        let whole = (Viewport::default(), Size::new(200.0, 100.0));
        let side = |x: f64, y: f64| super::scales(&[item(x, y, 60.0, 1.0)], 0.0, whole)[0].0;
        assert_eq!([side(100.0, 50.0), side(100.0, 95.0), side(195.0, 50.0)], [Side::Below, Side::Above, Side::Left]);
        assert_eq!(side(5.0, 50.0), Side::Right);
    }

    #[test]
    fn the_most_important_need_not_wait_for_lesser_nodes() {
        let crowd: Vec<Item> =
            (0..40).map(|at| item(f64::from(at % 8) * 9.0, f64::from(at / 8) * 9.0, 60.0, 0.0)).collect();
        let mut items = crowd.clone();
        items.push(item(30.0, 20.0, 60.0, 9.0));
        assert!(scales(&items)[40] <= 1.0);
        let others = scales(&items).into_iter().filter(|scale| *scale <= 1.0).count();
        assert!(others <= FIRST, "{others} lie on lesser ones");
    }

    #[test]
    fn on_one_spot_there_is_no_scale() {
        assert_eq!(scales(&[item(5.0, 5.0, 10.0, 1.0), item(5.0, 5.0, 10.0, 2.0)]), [f64::INFINITY, 0.0]);
    }

    #[test]
    fn what_has_no_label_is_only_in_the_way() {
        let around = [(-12.0, 0.0), (12.0, 0.0), (0.0, -12.0), (0.0, 12.0)].map(|(x, y)| item(x, y, 0.0, 9.0));
        let scales = scales(&[&[item(0.0, 0.0, 20.0, 1.0)], &around[..]].concat());
        assert!(scales[0] > 1.0 && scales[1].is_infinite());
    }

    proptest! {
        #[test]
        fn shown_labels_overlap_nothing_at_any_zoom(
            items in prop::collection::vec((0.0..500.0f64, 0.0..500.0f64, 0.0..120.0f64, 0.0..9.0f64), 1..40),
            zoom in 0.1..20.0f64, gap in 0.0..6.0f64, least in 0.1..3.0f64,
        ) {
            let items: Vec<Item> = items.into_iter().map(|(x, y, label, importance)| item(x, y, label, importance)).collect();
            let whole = Viewport { scale: least, ..Viewport::default() };
            let found = super::scales(&items, gap, (whole, Size::new(500.0, 300.0)));
            let drawn = |item: &Item| {
                let centre = item.mark.centre;
                Item { mark: Mark::new(item.mark.shape, Point::new(centre.x * zoom, centre.y * zoom)), ..*item }
            };
            let drawn: Vec<Item> = items.iter().map(drawn).collect();
            let mut ranks: Vec<usize> = (0..items.len()).collect();
            ranks.sort_by(|&one, &other| items[other].importance.total_cmp(&items[one].importance));
            let place = |at: usize| bounds(&drawn[at], gap, found[at].0).grown(-1e-6);
            let shown: Vec<usize> = ranks.iter().copied().filter(|&at| found[at].1 <= zoom).collect();
            for &one in &shown {
                for &other in &shown {
                    prop_assert!(one == other || !place(one).overlaps(place(other)));
                }
                let rank = ranks.iter().position(|&at| at == one).unwrap();
                for (below, &other) in ranks.iter().enumerate() {
                    let may_lie_under = other == one || (rank < FIRST && below > rank);
                    prop_assert!(may_lie_under || !place(one).overlaps(drawn[other].mark.bounds()));
                }
            }
        }

        #[test]
        fn any_input_has_scales(numbers in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY, prop::num::f64::ANY, prop::num::f64::ANY), 0..9)) {
            let items: Vec<Item> = numbers.into_iter().map(|(x, y, label, importance)| item(x, y, label, importance)).collect();
            prop_assert!(super::scales(&items, f64::NAN, (Viewport::default(), Size::new(f64::NAN, 9.0))).iter().all(|(_, scale)| !scale.is_nan()));
        }
    }
}
