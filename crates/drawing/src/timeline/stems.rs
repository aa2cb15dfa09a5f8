//! Words over the axis: each label stands flush with its stem, the stem leads
//! down to the mark, and no stem runs through another label.

use crate::number::{finite, length};
use crate::order::{order, sorted};

/// A mark with words, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Item {
    /// Where its stem stands.
    pub x: f64,
    /// Width of its label; nought where it has none.
    pub label: f64,
    /// Where there is no room for all, the more important keep their labels.
    pub importance: f64,
}

/// How to place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Width of the axis in pixels: labels stay inside.
    pub width: f64,
    /// At most this many lanes.
    pub lanes: usize,
    /// Pixels between a stem and its label, and between labels.
    pub gap: f64,
}

/// A label in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its lane, from nought, next to the axis first.
    pub lane: usize,
    /// Left edge of the text.
    pub x: f64,
    /// Whether it runs to the left of its stem: the text ends there.
    pub leftwards: bool,
    /// How wide the text may be before it meets a stem, a label or the end;
    /// what runs to the left keeps its width.
    pub room: f64,
}

/// More labels than this no reader takes in; it also bounds the work.
const MOST: usize = 64;
/// A stem closer than this to a label's edge touches it, in pixels.
const TOUCH: f64 = 2.0;

/// Places the labels; `None` for those there is no room for.
///
/// A label runs to the right of its stem, and to the left where the axis ends
/// or where it would have to cross such a one. It stands above every stem that
/// it would otherwise cover, so that labels of a crowd climb like stairs. As
/// long as that takes more lanes than there are, the least important label of
/// the crowd gives way.
pub fn place(items: &[Item], options: &Options) -> Vec<Option<Place>> {
    let mut chosen = most_important(items);
    loop {
        let labels = sides(items, &chosen, options);
        chosen.retain(|&index| labels.iter().any(|label| label.index == index));
        match lanes(&labels, options.lanes) {
            Ok(lanes) => {
                let mut places = vec![None; items.len()];
                for (label, &lane) in labels.iter().zip(&lanes) {
                    if let Some(place) = places.get_mut(label.index) {
                        let room = room(label, lane, &labels, &lanes, options);
                        *place = Some(Place { lane, x: label.from, leftwards: label.leftwards, room });
                    }
                }
                return places;
            }
            Err(crowd) => chosen.retain(|&index| index != crowd),
        }
    }
}

/// A label with its side chosen.
#[derive(Clone, Copy)]
struct Label {
    index: usize,
    importance: f64,
    stem: f64,
    from: f64,
    to: f64,
    leftwards: bool,
}

impl Label {
    fn new(index: usize, item: &Item, leftwards: bool, gap: f64) -> Self {
        let (stem, width) = (finite(item.x), length(item.label));
        let from = if leftwards { stem - gap - width } else { stem + gap };
        Self { index, importance: finite(item.importance), stem, from, to: from + width, leftwards }
    }

    fn covers(&self, stem: f64) -> bool {
        self.from - TOUCH < stem && stem < self.to + TOUCH
    }

    fn overlaps(&self, other: &Self, gap: f64) -> bool {
        self.from < other.to + gap && other.from < self.to + gap
    }

    /// Whether this label has to stand above the other.
    fn is_above(&self, other: &Self) -> bool {
        if self.covers(other.stem) {
            return true;
        }
        // Two that only overlap: the more important stays below.
        let gives_way = self.importance.total_cmp(&other.importance).then(other.index.cmp(&self.index)).is_lt();
        self.overlaps(other, TOUCH) && !other.covers(self.stem) && gives_way
    }
}

/// How wide a label may be in its lane. Through it go the stems of those that
/// stand above it.
fn room(label: &Label, lane: usize, labels: &[Label], lanes: &[usize], options: &Options) -> f64 {
    if label.leftwards {
        return label.to - label.from;
    }
    let mut end = length(options.width);
    for (other, &above) in labels.iter().zip(lanes) {
        let edge = if above == lane { other.from } else { other.stem };
        if above >= lane && edge > label.from {
            end = end.min(edge - length(options.gap) - TOUCH);
        }
    }
    (end - label.from).max(label.to - label.from)
}

/// The items that have a label, the most important, from left to right.
fn most_important(items: &[Item]) -> Vec<usize> {
    let x = |index: usize| items.get(index).map_or(0.0, |item| finite(item.x));
    let importance = |index: usize| items.get(index).map_or(0.0, |item| finite(item.importance));
    let mut chosen = order(items.len(), &|a, b| importance(b).total_cmp(&importance(a)).then(x(a).total_cmp(&x(b))));
    chosen.retain(|&index| items.get(index).is_some_and(|item| length(item.label) > 0.0));
    chosen.truncate(MOST);
    sorted(&chosen, &|&a, &b| x(a).total_cmp(&x(b)).then(a.cmp(&b)))
}

/// Chooses each label's side, from right to left. Those that fit on neither
/// side are left out.
fn sides(items: &[Item], chosen: &[usize], options: &Options) -> Vec<Label> {
    let (width, gap) = (length(options.width), length(options.gap));
    let mut labels: Vec<Label> = Vec::with_capacity(chosen.len());
    for &index in chosen.iter().rev() {
        let Some(item) = items.get(index) else { continue };
        let right = Label::new(index, item, false, gap);
        let left = Label::new(index, item, true, gap);
        // Two that cover each other's stems cannot both stand.
        let is_clear = || !labels.iter().any(|other| right.covers(other.stem) && other.covers(right.stem));
        if right.from >= 0.0 && right.to <= width && is_clear() {
            labels.push(right);
        } else if left.from >= 0.0 && left.to <= width {
            labels.push(left);
        }
    }
    labels
}

/// The lowest lane of each label, or the index of the one that has to give
/// way: the least important of a crowd that is too high.
fn lanes(labels: &[Label], most: usize) -> Result<Vec<usize>, usize> {
    let mut lanes = vec![0; labels.len()];
    // A label climbs at most once a round for each one that is under it.
    for _ in 0..=labels.len() {
        let mut climbed = false;
        for (i, label) in labels.iter().enumerate() {
            let under = labels.iter().zip(&lanes).enumerate();
            let lowest = under.filter(|(j, (other, _))| *j != i && label.is_above(other));
            let lane = lowest.map(|(_, (_, lane))| lane + 1).max().unwrap_or(0);
            if lane >= most {
                return Err(least_important(labels, label));
            }
            if lane > lanes[i] {
                lanes[i] = lane;
                climbed = true;
            }
        }
        if !climbed {
            return Ok(lanes);
        }
    }
    // Labels that climb over each other in a circle.
    labels.first().map_or(Ok(Vec::new()), |first| Err(least_important(labels, first)))
}

fn least_important(labels: &[Label], crowded: &Label) -> usize {
    let crowd = labels.iter().filter(|label| label.overlaps(crowded, TOUCH) || crowded.covers(label.stem));
    let least = crowd.min_by(|a, b| a.importance.total_cmp(&b.importance).then(b.index.cmp(&a.index)));
    least.map_or(crowded.index, |label| label.index)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OPTIONS: Options = Options { width: 600.0, lanes: 4, gap: 4.0 };

    fn item(x: f64, label: f64, importance: f64) -> Item {
        Item { x, label, importance }
    }

    fn placed(items: &[Item]) -> Vec<Place> {
        place(items, &OPTIONS).into_iter().map(Option::unwrap).collect()
    }

    #[test]
    fn a_crowd_climbs_to_the_left_like_stairs() {
        let places = placed(&[item(100.0, 120.0, 1.0), item(130.0, 120.0, 9.0), item(160.0, 120.0, 1.0)]);
        assert_eq!(places.iter().map(|place| place.lane).collect::<Vec<_>>(), [2, 1, 0]);
    }

    #[test]
    fn labels_apart_stand_next_to_the_axis() {
        let places = placed(&[item(10.0, 80.0, 1.0), item(200.0, 80.0, 1.0)]);
        assert!(places.iter().all(|place| place.lane == 0));
    }

    #[test]
    fn a_label_has_room_up_to_the_next_stem_that_goes_through_its_lane() {
        let places = placed(&[item(100.0, 120.0, 1.0), item(130.0, 120.0, 9.0), item(400.0, 80.0, 1.0)]);
        // Nothing goes through the upper lane; the lower one ends at the third's label.
        assert_eq!(places.iter().map(|place| place.room).collect::<Vec<_>>(), [496.0, 264.0, 196.0]);
    }

    #[test]
    fn labels_at_the_right_edge_run_to_the_left() {
        let places = placed(&[item(560.0, 80.0, 1.0), item(590.0, 80.0, 1.0)]);
        assert!(places.iter().all(|place| place.leftwards));
        assert_eq!(places.iter().map(|place| place.lane).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn the_least_important_of_a_crowd_gives_way() {
        let items: Vec<Item> = (0..6).map(|n| item(100.0 + 10.0 * f64::from(n), 200.0, f64::from(n % 3))).collect();
        let places = place(&items, &OPTIONS);
        let kept: Vec<bool> = places.iter().map(Option::is_some).collect();
        assert_eq!(kept, [false, true, true, false, true, true]);
    }

    #[test]
    fn two_of_one_moment_stand_one_over_the_other() {
        let places = placed(&[item(100.0, 80.0, 2.0), item(100.0, 90.0, 1.0)]);
        assert_eq!(places.iter().map(|place| place.lane).collect::<Vec<_>>(), [0, 1]);
    }

    proptest! {
        #[test]
        fn nothing_overlaps_and_no_stem_runs_through_a_label(
            items in prop::collection::vec((-50.0..700.0f64, 0.0..300.0f64, 0.0..9.0f64), 0..90),
        ) {
            let items: Vec<Item> = items.into_iter().map(|(x, label, importance)| item(x, label, importance)).collect();
            let places = place(&items, &OPTIONS);
            let all: Vec<(Item, Place)> = items.iter().copied().zip(places).filter_map(|(i, p)| Some((i, p?))).collect();
            for (i, (item, at)) in all.iter().enumerate() {
                prop_assert!(at.lane < OPTIONS.lanes);
                prop_assert!(at.x >= 0.0 && at.x + item.label <= OPTIONS.width + 1e-9);
                for (other, its) in &all[i + 1..] {
                    let apart = at.x + item.label <= its.x || its.x + other.label <= at.x;
                    prop_assert!(at.lane != its.lane || apart, "labels overlap");
                    let pierces = |stem: f64, lane: usize, label: f64, its: &Place| {
                        its.lane < lane && its.x < stem && stem < its.x + label
                    };
                    prop_assert!(!pierces(item.x, at.lane, other.label, its), "a stem runs through a label");
                    prop_assert!(!pierces(other.x, its.lane, item.label, at), "a stem runs through a label");
                }
            }
        }

        #[test]
        fn strange_numbers_do_no_harm(x in any::<f64>(), label in any::<f64>(), importance in any::<f64>()) {
            let items = [item(x, label, importance), item(importance, x, label)];
            prop_assert_eq!(place(&items, &OPTIONS).len(), 2);
        }
    }
}
