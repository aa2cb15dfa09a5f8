//! Two handles and a button that plays the story.

use std::time::Duration;

use leptos::prelude::*;
use story::{Day, When};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::stops::{between, days, next, reach};
use crate::app::Tools;
use crate::panel::{Action, Node, Panel, el, focus_on, panel};
use crate::state::Window;
use crate::words::{Controls, say_when};

/// How long each day on which something happens is shown when the story plays.
const STEP: Duration = Duration::from_millis(1200);

/// What a reader does to the window of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Press {
    /// Plays the story, or halts it.
    Play,
    /// Moves the handle of the first day.
    Start,
    /// Moves the handle of the last day.
    End,
    /// Goes back to all of it.
    All,
}

/// The window of time of the whole widget; nothing where a story has no two
/// days.
pub(crate) fn time_window(tools: Tools) -> AnyView {
    let state = tools.state;
    let model = state.model();
    let Some((first, last)) = reach(&model) else { return ().into_any() };
    let playing = RwSignal::new(None::<IntervalHandle>);
    let halt = move || {
        if let Some(handle) = playing.try_update(Option::take).flatten() {
            handle.clear();
        }
    };
    on_cleanup(halt);
    let days = StoredValue::new(days(&model));
    let play = move || {
        if playing.with_untracked(Option::is_some) {
            return halt();
        }
        if untrack(|| state.window()).1.is_none_or(|end| end >= last) {
            state.set_window((None, Some(first)));
        }
        let step = move || match days.with_value(|days| next(untrack(|| state.window()), days)) {
            Some((from, Some(to))) if to < last => state.set_window((from, Some(to))),
            _ => {
                state.set_window((None, None));
                halt();
            }
        };
        playing.set(set_interval_with_handle(step, STEP).ok());
    };
    let slide = move |event: &Event, is_start: bool| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(Ok(at)) = input.map(|input| input.value().parse::<usize>()) else { return };
        let Some(day) = days.with_value(|days| days.get(at).copied()) else { return };
        let (from, to) = ends(untrack(|| state.window()), (first, last));
        let (from, to) = if is_start { (day.min(to), to) } else { (from, from.max(day)) };
        halt();
        state.set_window(between(from, to, (first, last)));
    };
    let say = move |day: Day| tools.say(|intl| say_when(&When::day(day), state.words(), intl));
    panel(Panel {
        draw: Box::new(move || {
            let (window, is_playing) = (state.window(), playing.with(Option::is_some));
            days.with_value(|days| vec![Seen { window, days, is_playing }.draw(&state.words().controls, &say)])
        }),
        on: Box::new(move |event, action| match (&*event.type_(), action) {
            ("click", Some(Action::Time(Press::Play))) => play(),
            ("click", Some(Action::Time(Press::All))) => {
                halt();
                state.set_window((None, None));
                // The button that was pressed goes away.
                if let Some(near) = event.target() {
                    focus_on(near.unchecked_ref(), ".play");
                }
            }
            ("input", Some(Action::Time(handle))) => slide(event, handle == Press::Start),
            _ => {}
        }),
        drawn: Box::new(|_| ()),
    })
}

/// Where the handles stand.
fn ends((from, to): Window, (first, last): (Day, Day)) -> (Day, Day) {
    (from.unwrap_or(first), to.unwrap_or(last))
}

/// What is to be seen of the window of time.
struct Seen<'a> {
    window: Window,
    /// The story's days. The handles stand on these: of decades, a pixel would be a month.
    days: &'a [Day],
    is_playing: bool,
}

impl Seen<'_> {
    fn draw(&self, words: &Controls, say: &dyn Fn(Day) -> String) -> Node {
        let most = self.days.len().saturating_sub(1);
        let reach = |at: usize| self.days.get(at).copied().unwrap_or(Day(0));
        let (from, to) = ends(self.window, (reach(0), reach(most)));
        let start = self.days.partition_point(|day| *day < from).min(most);
        let end = self.days.partition_point(|day| *day <= to).saturating_sub(1);
        let handle = |name: &str, (day, at): (Day, usize), press: Press| {
            el("input", "")
                .attribute("type", "range")
                .attribute("min", "0")
                .attribute("max", &most.to_string())
                .attribute("value", &at.to_string())
                .attribute("aria-label", name)
                .attribute("aria-valuetext", &say(day))
                .does(Action::Time(press))
        };
        let turn = if self.is_playing { words.pause } else { words.play };
        let all = Node::button("quiet", words.all_time, Action::Time(Press::All));
        let all = if self.window == (None, None) { all.attribute("hidden", "") } else { all };
        let handles = vec![
            handle(words.window_start, (from, start), Press::Start),
            handle(words.window_end, (to, end), Press::End),
        ];
        let said = vec![el("span", "").say(&say(from)), el("span", "").say(&say(to))];
        el("div", "time")
            .attribute("part", "time")
            .attribute("role", "group")
            .attribute("aria-label", words.window)
            .with(vec![
                Node::button("quiet play", turn, Action::Time(Press::Play)),
                el("div", "handles").with(handles),
                el("div", "time-ends").attribute("aria-hidden", "true").with(said),
                all,
            ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    fn drawn(window: Window, is_playing: bool) -> Node {
        let days = [10, 12, 15, 20].map(Day);
        let seen = Seen { window, days: &days, is_playing };
        seen.draw(&EN.controls, &|day| format!("day {}", day.0))
    }

    fn attribute<'a>(node: &'a Node, name: &str) -> Option<&'a str> {
        node.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| &**value)
    }

    #[test]
    fn open_sides_stand_at_the_ends_of_the_story() {
        let node = drawn((None, Some(Day(15))), false);
        let values = node.children[1].children.iter().map(|handle| attribute(handle, "value").unwrap());
        assert_eq!(values.collect::<Vec<_>>(), ["0", "2"]);
        assert_eq!(attribute(&node.children[1].children[1], "aria-valuetext"), Some("day 15"));
    }

    #[test]
    fn a_window_between_days_takes_in_those_that_are_in_it() {
        let node = drawn((Some(Day(11)), Some(Day(19))), false);
        let values = node.children[1].children.iter().map(|handle| attribute(handle, "value").unwrap());
        assert_eq!(values.collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(attribute(&node.children[1].children[0], "aria-valuetext"), Some("day 11"));
    }

    #[test]
    fn the_way_back_to_all_time_is_there_when_there_is_one() {
        assert_eq!(attribute(&drawn((None, None), false).children[3], "hidden"), Some(""));
        assert_eq!(attribute(&drawn((Some(Day(12)), None), false).children[3], "hidden"), None);
    }

    #[test]
    fn what_plays_can_be_halted() {
        let says = |node: &Node| node.children[0].children[0].text.clone();
        assert_eq!(says(&drawn((None, None), true)), EN.controls.pause);
        assert_eq!(says(&drawn((None, None), false)), EN.controls.play);
    }
}
