//! Lanes: what happens at about the same time stands one above the other.

use crate::number::{finite, length};
use crate::order::order;

/// An event on the axis, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Item {
    /// Left end of its bar; a point has its middle here.
    pub start: f64,
    /// Right end of its bar; the same as `start` for a point.
    pub end: f64,
    /// Width of its label; nought where it has none.
    pub label: f64,
    /// The more important is placed first, in the lowest lane that is free.
    pub importance: f64,
}

/// Where labels stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Beside the mark, in its own lane.
    Beside,
    /// Over the mark, like a flag: the mark itself is on the axis, a stem rises
    /// from it along the edge of its label, and the lanes below keep clear of
    /// the stem. Bars have their stem at `start`. An item without a label in
    /// the end is just its mark, in lane nought.
    Stem,
}

/// How to pack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Width of the axis in pixels: labels stay inside.
    pub width: f64,
    /// At most this many lanes.
    pub lanes: usize,
    /// Pixels between neighbours in a lane, and between a mark and its label.
    pub gap: f64,
    /// Half the width of the mark that stands for a point.
    pub mark: f64,
    /// Where labels stand.
    pub style: Style,
}

/// Where an item's text runs from its mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// Left edge of the text.
    pub x: f64,
    /// Whether it runs to the left of its mark: the text ends there.
    pub leftwards: bool,
}

/// An item in its lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its lane, from nought, next to the axis first.
    pub lane: usize,
    /// Where its label stands; `None` where there was only room for the mark.
    pub label: Option<LabelPlace>,
}

/// All items in their lanes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Packed {
    /// In the order of the items; `None` for those there is no room for.
    pub places: Vec<Option<Place>>,
    /// How many lanes are used.
    pub lanes: usize,
}

/// Packs items into lanes: the most important first, each in the lowest lane
/// where it overlaps nothing; without its label where it only fits so.
pub fn pack(items: &[Item], options: &Options) -> Packed {
    let of = |index: usize| items.get(index).copied().unwrap_or_default();
    let order = order(items.len(), &|one, other| {
        let (a, b) = (of(one), of(other));
        let importance = finite(b.importance).total_cmp(&finite(a.importance));
        importance.then(finite(a.start).total_cmp(&finite(b.start)))
    });
    let mut lanes = Lanes { lanes: vec![Lane::default(); options.lanes.min(MOST)], options: *options };
    let mut places = vec![None; items.len()];
    for index in order {
        if let Some(place) = places.get_mut(index) {
            *place = match options.style {
                Style::Beside => lanes.beside(of(index)),
                Style::Stem => lanes.stemmed(of(index)),
            };
        }
    }
    let lanes = places.iter().flatten().map(|place: &Place| place.lane + 1).max().unwrap_or(0);
    Packed { places, lanes }
}

/// No more lanes than this are ever used.
const MOST: usize = 1_000;
/// Half the room that a stem takes in the lanes that it passes, in pixels.
const STEM: f64 = 2.0;

/// From and to, in pixels.
type Stretch = (f64, f64);

#[derive(Clone, Default)]
struct Lane {
    /// Taken stretches, in order and apart.
    taken: Vec<Stretch>,
    /// Where stems pass, in order.
    stems: Vec<f64>,
}

impl Lane {
    /// Whether nothing is within `gap` of the stretch.
    fn is_free(&self, stretch: Stretch, gap: f64) -> bool {
        let after = self.taken.partition_point(|taken| taken.1 + gap <= stretch.0);
        self.taken.get(after).is_none_or(|taken| taken.0 >= stretch.1 + gap)
    }

    fn take(&mut self, stretch: Stretch) {
        let at = self.taken.partition_point(|taken| taken.0 < stretch.0);
        self.taken.insert(at, stretch);
    }

    /// Whether no stem passes through the stretch.
    fn is_unpierced(&self, stretch: Stretch) -> bool {
        let after = self.stems.partition_point(|&stem| stem + STEM <= stretch.0);
        self.stems.get(after).is_none_or(|stem| stem - STEM >= stretch.1)
    }

    fn pierce(&mut self, stem: f64) {
        let at = self.stems.partition_point(|&other| other < stem);
        self.stems.insert(at, stem);
    }
}

struct Lanes {
    lanes: Vec<Lane>,
    options: Options,
}

impl Lanes {
    /// Where a label may stand next to what runs from `left` to `right`:
    /// after it, then before it, as far as it stays inside the axis.
    fn sides(&self, left: f64, right: f64, label: f64) -> impl Iterator<Item = LabelPlace> + use<> {
        let (gap, width) = (length(self.options.gap), length(self.options.width));
        let sides =
            [LabelPlace { x: right + gap, leftwards: false }, LabelPlace { x: left - gap - label, leftwards: true }];
        sides.into_iter().filter(move |side| label > 0.0 && side.x >= 0.0 && side.x + label <= width)
    }

    /// Mark and label in one lane, side by side.
    fn beside(&mut self, item: Item) -> Option<Place> {
        let mark = length(self.options.mark);
        let (start, end) = (finite(item.start), finite(item.end));
        let (left, right) = (start.min(end) - mark, start.max(end) + mark);
        let label = length(item.label);
        let labelled: Vec<LabelPlace> = self.sides(left, right, label).collect();
        let labelled = labelled.into_iter().map(|side| (left.min(side.x), right.max(side.x + label), Some(side)));
        let bare = std::iter::once((left, right, None));
        let labelled: Vec<_> = labelled.collect();
        self.first_free(&labelled).or_else(|| self.first_free(&bare.collect::<Vec<_>>()))
    }

    /// Takes the lowest lane that is free for one of the stretches.
    fn first_free(&mut self, stretches: &[(f64, f64, Option<LabelPlace>)]) -> Option<Place> {
        let gap = length(self.options.gap);
        for (lane, row) in self.lanes.iter_mut().enumerate() {
            let free = stretches.iter().find(|&&(from, to, _)| row.is_free((from, to), gap));
            if let Some(&(from, to, label)) = free {
                row.take((from, to));
                return Some(Place { lane, label });
            }
        }
        None
    }

    /// The label alone, beside its stem; the mark is on the axis.
    fn stemmed(&mut self, item: Item) -> Option<Place> {
        let (stem, label, gap) = (finite(item.start), length(item.label), length(self.options.gap));
        let sides: Vec<LabelPlace> = self.sides(stem, stem, label).collect();
        for lane in 0..self.lanes.len() {
            let (Some(below), Some(row)) = (self.lanes.get(..lane), self.lanes.get(lane)) else { break };
            // A stem that a label below is in the way of stays so farther up.
            if !below.iter().all(|row| row.is_free((stem - STEM, stem + STEM), 0.0)) {
                break;
            }
            let free = sides.iter().find(|side| {
                let stretch = (side.x, side.x + label);
                row.is_free(stretch, gap) && row.is_unpierced(stretch) && row.is_free((stem - STEM, stem + STEM), 0.0)
            });
            if let Some(&side) = free {
                for row in self.lanes.iter_mut().take(lane + 1) {
                    row.pierce(stem);
                }
                if let Some(row) = self.lanes.get_mut(lane) {
                    row.take((side.x, side.x + label));
                }
                return Some(Place { lane, label: Some(side) });
            }
        }
        (!self.lanes.is_empty()).then_some(Place { lane: 0, label: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn options(style: Style) -> Options {
        Options { width: 600.0, lanes: 4, gap: 6.0, mark: 5.0, style }
    }

    fn point(at: f64, label: f64, importance: f64) -> Item {
        Item { start: at, end: at, label, importance }
    }

    #[test]
    fn the_important_stand_next_to_the_axis() {
        let items = [point(100.0, 80.0, 1.0), point(110.0, 80.0, 9.0), point(400.0, 80.0, 1.0)];
        let packed = pack(&items, &options(Style::Beside));
        let lanes: Vec<usize> = packed.places.iter().map(|place| place.unwrap().lane).collect();
        assert_eq!(lanes, [1, 0, 0]);
        assert_eq!(packed.lanes, 2);
    }

    #[test]
    fn labels_turn_back_at_the_right_edge() {
        for style in [Style::Beside, Style::Stem] {
            let place = pack(&[point(590.0, 80.0, 1.0)], &options(style)).places[0].unwrap();
            assert!(place.label.unwrap().leftwards);
        }
    }

    #[test]
    fn what_does_not_fit_loses_its_label_first() {
        let mut items: Vec<Item> = (0..8).map(|n| point(100.0 + 12.0 * f64::from(n), 200.0, 1.0)).collect();
        items.push(point(70.0, 200.0, 0.0));
        let packed = pack(&items, &Options { lanes: 2, ..options(Style::Beside) });
        assert!(packed.places[8].unwrap().label.is_none());
        assert!(packed.places.iter().any(Option::is_none));
    }

    #[test]
    fn two_events_of_a_day_stand_one_above_the_other() {
        let packed = pack(&[point(100.0, 80.0, 2.0), point(100.0, 90.0, 1.0)], &options(Style::Stem));
        let places: Vec<Place> = packed.places.into_iter().flatten().collect();
        assert!(places.iter().all(|place| place.label.is_some()));
    }

    proptest! {
        #[test]
        fn lanes_do_not_overlap(
            items in prop::collection::vec((0.0..600.0f64, 0.0..80.0f64, 0.0..150.0f64, 0.0..9.0f64), 0..60),
        ) {
            let items: Vec<Item> = items.into_iter().map(|(start, long, label, importance)| {
                Item { start, end: start + long, label, importance }
            }).collect();
            let packed = pack(&items, &options(Style::Beside));
            prop_assert_eq!(&packed, &pack(&items, &options(Style::Beside)));
            let mut taken: Vec<(usize, f64, f64)> = Vec::new();
            for (item, place) in items.iter().zip(&packed.places) {
                let Some(place) = place else { continue };
                let (mut from, mut to) = (item.start - 5.0, item.end + 5.0);
                if let Some(label) = place.label {
                    prop_assert!(label.x >= 0.0 && label.x + item.label <= 600.0);
                    from = from.min(label.x);
                    to = to.max(label.x + item.label);
                }
                prop_assert!(place.lane < 4);
                for &(lane, a, b) in &taken {
                    prop_assert!(lane != place.lane || to <= a || b <= from);
                }
                taken.push((place.lane, from, to));
            }
        }

        #[test]
        fn no_stem_passes_through_a_label(items in prop::collection::vec((0.0..600.0f64, 1.0..150.0f64), 0..40)) {
            let items: Vec<Item> = items.into_iter().map(|(start, label)| point(start, label, 0.0)).collect();
            let packed = pack(&items, &options(Style::Stem));
            let placed: Vec<(Item, usize, LabelPlace)> = items.iter().zip(&packed.places)
                .filter_map(|(item, place)| Some((*item, place.as_ref()?.lane, place.as_ref()?.label?))).collect();
            for (one, (a, lane_a, label_a)) in placed.iter().enumerate() {
                for (other, (b, lane_b, label_b)) in placed.iter().enumerate() {
                    if one == other { continue }
                    if lane_a == lane_b {
                        prop_assert!(label_a.x + a.label <= label_b.x || label_b.x + b.label <= label_a.x);
                    }
                    if lane_a >= lane_b {
                        prop_assert!(a.start <= label_b.x || a.start >= label_b.x + b.label);
                    }
                }
            }
        }

        #[test]
        fn any_input_is_packed(
            items in prop::collection::vec(
                (prop::num::f64::ANY, prop::num::f64::ANY, prop::num::f64::ANY, prop::num::f64::ANY), 0..20),
            width in prop::num::f64::ANY, gap in prop::num::f64::ANY, lanes in any::<usize>(),
        ) {
            let items: Vec<Item> = items.into_iter().map(|(start, end, label, importance)| {
                Item { start, end, label, importance }
            }).collect();
            for style in [Style::Beside, Style::Stem] {
                let packed = pack(&items, &Options { width, lanes, gap, mark: gap, style });
                prop_assert_eq!(packed.places.len(), items.len());
            }
        }
    }
}
