//! The days of a story: how far they reach, and where playing them halts.

use story::order::order;
use story::{Day, When};

use crate::model::Model;
use crate::state::Window;

/// The first and the last day that an event or an article has; nothing where
/// there are fewer than two different days.
pub(crate) fn reach(model: &Model) -> Option<(Day, Day)> {
    let days = days(model);
    let (first, last) = (*days.first()?, *days.last()?);
    (first < last).then_some((first, last))
}

/// The days on which something begins or is published, ascending.
pub(crate) fn days(model: &Model) -> Vec<Day> {
    let published = model.story.articles.iter().filter_map(|article| Some(&article.published.as_ref()?.when));
    let happened = model.story.events.iter().filter_map(|event| event.when.as_ref());
    let days: Vec<Day> = published.chain(happened).filter_map(When::first_day).collect();
    let mut days: Vec<Day> =
        order(days.len(), &|one, other| days[one].cmp(&days[other])).into_iter().map(|at| days[at]).collect();
    days.dedup();
    days
}

/// The next window when the story is played: its end moves on to the next day
/// on which there is something; nothing at the end.
pub(crate) fn next(window: Window, days: &[Day]) -> Option<Window> {
    let next = match window.1 {
        Some(end) => days.iter().find(|&&day| day > end),
        None => days.first(),
    };
    next.map(|&day| (window.0, Some(day)))
}

/// The window between two ends; open where an end is all the way.
pub(crate) fn between(from: Day, to: Day, reach: (Day, Day)) -> Window {
    ((from > reach.0).then_some(from), (to < reach.1).then_some(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_played_from_day_to_day() {
        let model = Model::new(crate::samples::meeting());
        let (july, autumn) = (Day::from_civil(2024, 7, 3), Day::from_civil(2024, 9, 1));
        assert_eq!(reach(&model), Some((july, autumn)));
        let days = days(&model);
        let first = next((None, None), &days).unwrap();
        assert_eq!(first, (None, Some(july)));
        let second = next(first, &days).unwrap();
        assert_eq!(second, (None, Some(autumn)));
        assert_eq!(next(second, &days), None);
    }

    #[test]
    fn an_end_that_is_all_the_way_is_open() {
        let reach = (Day(10), Day(20));
        assert_eq!(between(Day(10), Day(20), reach), (None, None));
        assert_eq!(between(Day(12), Day(18), reach), (Some(Day(12)), Some(Day(18))));
    }
}
