//! The timeline on the screen: an axis where there is room, a column where
//! there is not.

use drawing::timeline::scale::Break;
use leptos::prelude::*;
use story::Status;

use super::axis::{Axis, EVENT_PX, EventMark, Extent, Look, MARK_RADIUS, MOST_EVENTS, TICK_PX, lay_out};
use super::column::Column;
use crate::app::Tools;
use crate::diagram::choose_by_key;
use crate::model::Selection;
use crate::words::say_when;

/// The timeline.
#[component]
pub(crate) fn Timeline(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let all = state.model().story.events.len();
    view! {
        <div class="timeline" part="timeline">
            {move || {
                if all == 0 {
                    view! { <p class="note">{state.words().no_events}</p> }.into_any()
                } else if state.is_wide() {
                    view! { <HorizontalAxis tools=tools/> }.into_any()
                } else {
                    view! { <Column tools=tools/> }.into_any()
                }
            }}
            {(all > MOST_EVENTS)
                .then(|| view! { <p class="note">{(state.words().shown_of)(MOST_EVENTS, all)}</p> })}
        </div>
    }
}

#[component]
fn HorizontalAxis(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let axis = Memo::new(move |_| {
        tools.say(|intl| {
            lay_out(&state.model(), state.width(), state.words(), intl, &|text, px, bold| tools.line(text, px, bold))
        })
    });
    let view_box = move || axis.with(|axis| format!("0 0 {} {}", axis.width, axis.height));
    let height = move || axis.with(|axis| axis.height);
    view! {
        <svg
            class="axis"
            role="group"
            aria-label=state.words().timeline
            viewBox=view_box
            height=height
            on:click=move |_| state.select(None)
        >
            <defs>
                <linearGradient id="fade">
                    <stop offset="0" class="fade-out"></stop>
                    <stop offset="0.3" class="fade-in"></stop>
                    <stop offset="0.7" class="fade-in"></stop>
                    <stop offset="1" class="fade-out"></stop>
                </linearGradient>
            </defs>
            {move || axis.with(|axis| draw_axis(tools, axis))}
        </svg>
        <Undated tools=tools axis=axis/>
    }
}

/// Events without a date, under the axis.
#[component]
fn Undated(tools: Tools, axis: Memo<Axis>) -> impl IntoView {
    let state = tools.state;
    let rows = move || {
        let undated = axis.with(|axis| axis.undated.clone());
        let model = state.model();
        let row = |event: usize| {
            let title = model.story.events[event].title.clone();
            let select = move |_| state.select(Some(Selection::Event(event)));
            view! { <li><button type="button" class="link" on:click=select>{title}</button></li> }
        };
        (!undated.is_empty()).then(|| {
            view! {
                <h4>{state.words().undated}</h4>
                <ul class="undated">{undated.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    view! { {rows} }
}

fn draw_axis(tools: Tools, axis: &Axis) -> impl IntoView + use<> {
    let y = axis.y;
    let ticks = axis.ticks.iter().map(|tick| {
        view! {
            <line class="tick" x1=tick.x x2=tick.x y1=y y2=y + 5.0></line>
            <text class="tick-text" x=tick.label_x y=y + 18.0 text-anchor="middle" font-size=TICK_PX>{tick.text.clone()}</text>
        }
    });
    let breaks = axis.breaks.iter().map(|gap| draw_break(*gap, y));
    let arcs = axis.arcs.iter().map(|arc| {
        let d = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            arc.start.x, arc.start.y, arc.first.x, arc.first.y, arc.second.x, arc.second.y, arc.end.x, arc.end.y
        );
        view! { <path class="arc" d=d></path> }
    });
    let articles = axis.articles.iter().map(|&(article, x)| {
        let class = move || {
            let lit = tools.state.lit().is_some_and(|lit| lit.articles.contains(article));
            if lit { "published lit" } else { "published" }
        };
        view! { <line class=class x1=x x2=x y1=y + 28.0 y2=y + 38.0></line> }
    });
    // The track's name stands at the end that has room for it.
    let right_is_free = axis.articles.iter().all(|&(_, x)| x < axis.width - 80.0);
    let (articles_x, articles_anchor) = if right_is_free { (axis.width, "end") } else { (0.0, "start") };
    // Bars lie under points, so that a day within a month can be touched.
    let mut marks: Vec<&EventMark> = axis.marks.iter().collect();
    marks.sort_by_key(|mark| mark.look.extent == Extent::Point);
    let stems = axis.marks.iter().map(|mark| draw_stem(tools, mark));
    let marks = marks.into_iter().map(|mark| draw_mark(tools, mark));
    view! {
        <line class="line-of-time" x1="0" x2=axis.width y1=y y2=y></line>
        {breaks.collect_view()}
        {ticks.collect_view()}
        {articles.collect_view()}
        <text class="tick-text" x=articles_x y=y + 38.0 text-anchor=articles_anchor font-size=TICK_PX>
            {tools.state.words().articles}
        </text>
        {arcs.collect_view()}
        {stems.collect_view()}
        {marks.collect_view()}
    }
}

/// Two strokes through the axis where time is left out.
fn draw_break(gap: Break, y: f64) -> impl IntoView {
    let middle = f64::midpoint(gap.from, gap.to);
    let stroke = |x: f64| format!("M{:.1} {:.1}l6 -12", x - 3.0, y + 6.0);
    view! {
        <rect class="gap" x=middle - 5.0 y=y - 3.0 width="10" height="6"></rect>
        <path class="break" d=format!("{}{}", stroke(middle - 4.0), stroke(middle + 4.0))></path>
    }
}

fn draw_stem(tools: Tools, mark: &EventMark) -> impl IntoView + use<> {
    let label = mark.label.as_ref()?;
    let x = f64::midpoint(mark.from, mark.to);
    let event = mark.event;
    let class = move || if is_dim(tools, event) { "stem dim" } else { "stem" };
    Some(view! { <line class=class x1=x x2=x y1=label.y - 8.0 y2=mark.y - MARK_RADIUS></line> })
}

fn is_dim(tools: Tools, event: usize) -> bool {
    tools.state.lit().is_some_and(|lit| !lit.events.contains(event))
}

fn draw_mark(tools: Tools, mark: &EventMark) -> impl IntoView + use<> {
    let state = tools.state;
    let event = mark.event;
    let selection = Selection::Event(event);
    let model = state.model();
    let item = &model.story.events[event];
    let words = state.words();
    let when = item.when.as_ref().map(|when| tools.say(|intl| say_when(when, words, intl))).unwrap_or_default();
    let status = (words.status)(item.status).map(|status| format!(", {status}")).unwrap_or_default();
    let spoken = format!("{when}: {}{status}", item.title);
    let look = look_class(mark.look);
    let class = move || {
        let chosen = if state.selected() == Some(selection) { " selected" } else { "" };
        let dim = if is_dim(tools, event) { " dim" } else { "" };
        format!("event {look}{chosen}{dim}")
    };
    let (from, to, y) = (mark.from, mark.to, mark.y);
    let middle = f64::midpoint(from, to);
    // A finger needs more than the mark itself.
    let touch_width = (to - from).max(24.0);
    let drawn = match mark.look.extent {
        Extent::Point => view! { <circle class="mark" cx=middle cy=y r=MARK_RADIUS></circle> }.into_any(),
        Extent::Bar | Extent::Fading => view! {
            <rect
                class="mark"
                x=from
                y=y - MARK_RADIUS
                width=to - from
                height=2.0 * MARK_RADIUS
                rx=MARK_RADIUS
            ></rect>
        }
        .into_any(),
    };
    let label = mark.label.as_ref().map(|label| {
        let anchor = if label.leftwards { "end" } else { "start" };
        let text = label.text.clone();
        view! { <text class="event-text" x=label.x y=label.y text-anchor=anchor font-size=EVENT_PX>{text}</text> }
    });
    view! {
        <g
            class=class
            role="button"
            tabindex="0"
            aria-label=spoken
            aria-pressed=move || (state.selected() == Some(selection)).to_string()
            on:click=move |click| {
                click.stop_propagation();
                state.select(Some(selection));
            }
            on:keydown=move |key| choose_by_key(state, selection, &key)
        >
            <rect class="touch" x=middle - touch_width / 2.0 y=y - 12.0 width=touch_width height="24"></rect>
            {drawn}
            {label}
        </g>
    }
}

/// The classes of a look: `point planned`.
pub(super) fn look_class(look: Look) -> String {
    let extent = match look.extent {
        Extent::Point => "point",
        Extent::Bar => "bar",
        Extent::Fading => "fading",
    };
    let status = match look.status {
        Status::Happened => "happened",
        Status::Planned => "planned",
        Status::Cancelled => "cancelled",
        Status::Uncertain => "uncertain",
    };
    format!("{extent} {status}")
}
