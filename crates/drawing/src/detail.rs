//! Level of detail: from which zoom on each label is shown.
//!
//! A label keeps its size while the picture under it grows. From some scale on
//! it is clear of another, and stays so. So each label has one scale, reckoned
//! once: whoever draws shows those whose scale is reached, and nothing
//! flickers when the picture is moved.

use crate::geometry::{Mark, Rect, Size};
use crate::number::{finite, length};
use crate::order::order;

/// Only so many labels, the most important, are ever shown: to look at each
/// pair takes the square of that.
const MOST: usize = 2_000;

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

/// For each item the scale from which on its label is shown under it: from then
/// on it is at least `gap` pixels from the labels that are shown and from all
/// more important nodes. A lesser one may lie under it until its own label has
/// room. Infinite for those that are never shown.
pub fn scales(items: &[Item], gap: f64) -> Vec<f64> {
    let mut detail = Detail::new(items, gap);
    while detail.step() {}
    detail.into_scales()
}

/// The scales of [`scales`] on their way, a label at a time: each is held
/// against those before it, so that thousands take a while.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The more important first.
    order: Vec<usize>,
    /// In that order, without and with the label.
    bare: Vec<Reach>,
    full: Vec<Reach>,
    scales: Vec<f64>,
    /// How many are done.
    done: usize,
}

impl Detail {
    /// None is looked at yet.
    pub fn new(items: &[Item], gap: f64) -> Self {
        let importance = |at: usize| items.get(at).map_or(0.0, |item| finite(item.importance));
        let mut order = order(items.len(), &|one, other| importance(other).total_cmp(&importance(one)));
        order.truncate(MOST);
        let gap = length(gap);
        let reach = |with_label: bool| {
            let reach = |&at: &usize| {
                let item = items.get(at)?;
                Some(if with_label {
                    Reach::new(item, item.label, gap)
                } else {
                    Reach::new(item, Size::default(), 0.0)
                })
            };
            order.iter().filter_map(reach).collect()
        };
        let (bare, full) = (reach(false), reach(true));
        let scales = vec![f64::INFINITY; items.len()];
        Self { order, bare, full, scales, done: 0 }
    }

    /// Looks at the next label; `false` once all are done.
    pub fn step(&mut self) -> bool {
        let rank = self.done;
        let (Some(&at), Some(reach)) = (self.order.get(rank), self.full.get(rank)) else { return false };
        self.done += 1;
        if !reach.has_label {
            return true;
        }
        let mut scale = 0.0_f64;
        for (&other, (bare, full)) in self.order.iter().zip(self.bare.iter().zip(&self.full)).take(rank) {
            if !reach.is_clear_of(bare, scale) {
                scale = scale.max(reach.clear_of(bare));
            }
            // One that comes only when both have room is in nobody's way.
            if reach.is_clear_of(full, scale) {
                continue;
            }
            let clear = reach.clear_of(full);
            if self.scales.get(other).is_some_and(|&shown| shown < clear) {
                scale = scale.max(clear);
            }
        }
        if let Some(place) = self.scales.get_mut(at) {
            *place = scale;
        }
        true
    }

    /// What was found.
    pub fn into_scales(self) -> Vec<f64> {
        self.scales
    }
}

/// A place, and how far what is drawn reaches from it.
#[derive(Clone, Debug)]
struct Reach {
    has_label: bool,
    x: f64,
    y: f64,
    /// To the left and to the right.
    side: f64,
    up: f64,
    down: f64,
}

impl Reach {
    fn new(item: &Item, label: Size, gap: f64) -> Self {
        let (centre, shape, label) = (item.mark.centre.finite(), item.mark.shape.size(), label.finite());
        let under = if label.is_empty() { 0.0 } else { gap + label.height };
        Self {
            has_label: !label.is_empty(),
            x: centre.x,
            y: centre.y,
            side: shape.width.max(label.width) / 2.0 + gap / 2.0,
            up: shape.height / 2.0 + gap / 2.0,
            down: shape.height / 2.0 + under + gap / 2.0,
        }
    }

    /// Whether the two are apart at a scale: most are, and that asks for no division.
    fn is_clear_of(&self, other: &Self, scale: f64) -> bool {
        let (dx, dy) = ((other.x - self.x).abs() * scale, (other.y - self.y) * scale);
        dx >= self.side + other.side || dy >= self.down + other.up || -dy >= self.up + other.down
    }

    /// The scale from which on the two are apart; infinite on one spot.
    fn clear_of(&self, other: &Self) -> f64 {
        let (dx, dy) = ((other.x - self.x).abs(), other.y - self.y);
        let across = (self.side + other.side) / dx;
        let down = if dy < 0.0 { (self.up + other.down) / -dy } else { (self.down + other.up) / dy };
        across.min(down)
    }
}

/// The box of a label that is shown: under its node, on the screen.
pub fn bounds(item: &Item, gap: f64) -> Rect {
    let (centre, shape, label) = (item.mark.centre.finite(), item.mark.shape.size(), item.label.finite());
    Rect::new(centre.x - label.width / 2.0, centre.y + shape.height / 2.0 + length(gap), label.width, label.height)
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

    #[test]
    fn a_label_waits_until_it_is_clear_of_a_more_important_one() {
        let items = [item(0.0, 0.0, 100.0, 1.0), item(50.0, 0.0, 100.0, 9.0)];
        assert_eq!(scales(&items, 0.0), [2.0, 0.0]);
    }

    #[test]
    fn on_one_spot_there_is_no_scale() {
        assert_eq!(scales(&[item(5.0, 5.0, 10.0, 1.0), item(5.0, 5.0, 10.0, 2.0)], 0.0), [f64::INFINITY, 0.0]);
    }

    #[test]
    fn what_has_no_label_is_only_in_the_way() {
        let scales = scales(&[item(0.0, 0.0, 20.0, 1.0), item(0.0, 10.0, 0.0, 9.0)], 0.0);
        assert!(scales[0] > 1.0 && scales[1].is_infinite());
    }

    proptest! {
        #[test]
        fn shown_labels_overlap_nothing_at_any_zoom(
            items in prop::collection::vec((0.0..500.0f64, 0.0..500.0f64, 0.0..120.0f64, 0.0..9.0f64), 1..40),
            zoom in 0.1..20.0f64, gap in 0.0..6.0f64,
        ) {
            let items: Vec<Item> = items.into_iter().map(|(x, y, label, importance)| item(x, y, label, importance)).collect();
            let scales = scales(&items, gap);
            let drawn = |item: &Item| {
                let centre = item.mark.centre;
                Item { mark: Mark::new(item.mark.shape, Point::new(centre.x * zoom, centre.y * zoom)), ..*item }
            };
            let drawn: Vec<Item> = items.iter().map(drawn).collect();
            let shown: Vec<usize> = (0..items.len()).filter(|&at| scales[at] <= zoom).collect();
            for &one in &shown {
                let label = bounds(&drawn[one], gap).grown(-1e-6);
                for &other in &shown {
                    prop_assert!(one == other || !label.overlaps(bounds(&drawn[other], gap)));
                }
                for item in drawn.iter().filter(|item| item.importance > drawn[one].importance) {
                    prop_assert!(!label.overlaps(item.mark.bounds()));
                }
            }
        }

        #[test]
        fn any_input_has_scales(numbers in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY, prop::num::f64::ANY, prop::num::f64::ANY), 0..9)) {
            let items: Vec<Item> = numbers.into_iter().map(|(x, y, label, importance)| item(x, y, label, importance)).collect();
            prop_assert!(scales(&items, f64::NAN).iter().all(|scale| !scale.is_nan()));
        }
    }
}
