//! Lanes over an axis: bars and dots of which no two cover each other.

use crate::number::{finite, length};
use crate::order::order;

/// What takes room on the axis, in pixels: a bar, or a dot with its width.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Item {
    /// Its left end.
    pub from: f64,
    /// Its right end.
    pub to: f64,
    /// Where there are not lanes enough, the more important keep theirs.
    pub importance: f64,
}

/// The lane of each item, from nought, next to the axis first; `None` for those
/// that find all `most` lanes taken.
///
/// The more important come first, then the earlier: among equals that takes no
/// more lanes than there are items over one place (interval partitioning). Two
/// in one lane are at least `gap` pixels apart.
pub fn pack(items: &[Item], gap: f64, most: usize) -> Vec<Option<usize>> {
    let gap = length(gap);
    let ends = |index: usize| {
        let (a, b) = items.get(index).map_or((0.0, 0.0), |item| (finite(item.from), finite(item.to)));
        (a.min(b), a.max(b))
    };
    let importance = |index: usize| items.get(index).map_or(0.0, |item| finite(item.importance));
    let order =
        order(items.len(), &|a, b| importance(b).total_cmp(&importance(a)).then(ends(a).0.total_cmp(&ends(b).0)));
    let mut lanes: Vec<Lane> = Vec::new();
    let mut found = vec![None; items.len()];
    for index in order {
        let (from, to) = ends(index);
        // A lane has room where what ends behind `from` begins behind `to`.
        let room = |lane: &Lane| {
            let after = lane.partition_point(|&(_, end)| end + gap <= from);
            lane.get(after).is_none_or(|&(start, _)| to + gap <= start).then_some(after)
        };
        let place = lanes.iter().enumerate().find_map(|(lane, taken)| Some((lane, room(taken)?)));
        let (lane, after) = place.unwrap_or((lanes.len(), 0));
        if lane >= most {
            continue;
        }
        if lane == lanes.len() {
            lanes.push(Lane::new());
        }
        if let (Some(taken), Some(found)) = (lanes.get_mut(lane), found.get_mut(index)) {
            taken.insert(after, (from, to));
            *found = Some(lane);
        }
    }
    found
}

/// What is in a lane, from left to right.
type Lane = Vec<(f64, f64)>;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bar(from: f64, to: f64, importance: f64) -> Item {
        Item { from, to, importance }
    }

    #[test]
    fn bars_of_one_month_stand_one_over_the_other() {
        let month = bar(100.0, 160.0, 1.0);
        assert_eq!(pack(&[month, month, bar(180.0, 190.0, 1.0), month], 2.0, 9), [Some(0), Some(1), Some(0), Some(2)]);
    }

    #[test]
    fn a_dot_goes_between_two_bars_if_there_is_room() {
        let items = [bar(0.0, 40.0, 2.0), bar(60.0, 90.0, 2.0), bar(44.0, 56.0, 1.0), bar(30.0, 50.0, 1.0)];
        assert_eq!(pack(&items, 4.0, 9), [Some(0), Some(0), Some(0), Some(1)]);
    }

    #[test]
    fn the_more_important_keep_their_lanes() {
        let items = [bar(0.0, 10.0, 1.0), bar(5.0, 15.0, 3.0), bar(8.0, 20.0, 2.0)];
        assert_eq!(pack(&items, 0.0, 2), [None, Some(0), Some(1)]);
    }

    proptest! {
        #[test]
        fn no_two_in_a_lane_touch(
            items in prop::collection::vec((-100.0..900.0f64, 0.0..200.0f64, 0u8..4), 0..60),
            gap in 0.0..9.0f64, most in 0usize..12,
        ) {
            let items: Vec<Item> =
                items.into_iter().map(|(from, wide, importance)| bar(from, from + wide, f64::from(importance))).collect();
            let lanes = pack(&items, gap, most);
            for (i, (one, lane)) in items.iter().zip(&lanes).enumerate() {
                prop_assert!(lane.is_none_or(|lane| lane < most));
                for (other, its) in items.iter().zip(&lanes).skip(i + 1) {
                    let apart = one.to + gap <= other.from || other.to + gap <= one.from;
                    prop_assert!(lane.is_none() || lane != its || apart);
                }
            }
        }

        #[test]
        fn equals_take_no_more_lanes_than_lie_over_one_place(
            items in prop::collection::vec((0u16..500, 1u16..80), 1..50),
        ) {
            let items: Vec<Item> =
                items.into_iter().map(|(from, wide)| bar(f64::from(from), f64::from(from + wide), 1.0)).collect();
            let over = |x: f64| items.iter().filter(|item| item.from <= x && x < item.to).count();
            let deepest = items.iter().map(|item| over(item.from)).max();
            let lanes = pack(&items, 0.0, usize::MAX).into_iter().flatten().max();
            prop_assert_eq!(lanes.map(|lane| lane + 1), deepest);
        }

        #[test]
        fn any_input_is_packed(numbers in prop::collection::vec((prop::num::f64::ANY, prop::num::f64::ANY, prop::num::f64::ANY), 0..20)) {
            let items: Vec<Item> = numbers.into_iter().map(|(from, to, importance)| bar(from, to, importance)).collect();
            prop_assert!(pack(&items, f64::NAN, 99).iter().all(Option::is_some));
        }
    }
}
