//! The diagram on the screen: SVG, so that it is accessible and prints.

use std::fmt::Write as _;

use drawing::geometry::{Mark, Point, Shape, Size};
use drawing::hit::{Direction, neighbour_in_direction};
use drawing::labels::{Placed, Side};
use leptos::prelude::*;
use story::EntityKind;
use wasm_bindgen::JsCast;

use super::arrangement::{Arrangement, LINE_PX, Line, Node, Tie, arrange};
use crate::app::Tools;
use crate::model::Selection;
use crate::state::State;

/// How tall the wide diagram is, in pixels.
const WIDE_HEIGHT: f64 = 520.0;
/// The wide diagram's share of the widget's width: the rest is the details'.
/// The same share is in `style/frame.css`.
const WIDE_SHARE: f64 = 0.6;
/// How tall a narrow diagram is, for its width: taller than wide.
const NARROW_PROPORTION: f64 = 1.2;

/// The diagram.
#[component]
pub(crate) fn Diagram(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let frame = Memo::new(move |_| {
        let width = state.width().max(280.0);
        if state.is_wide() {
            Size::new((width * WIDE_SHARE).floor() - 16.0, WIDE_HEIGHT)
        } else {
            Size::new(width, (width * NARROW_PROPORTION).floor().min(640.0))
        }
    });
    let line = move |text: &str, px: f64, bold: bool| tools.line(text, px, bold);
    let arrangement = Memo::new(move |_| arrange(&state.model(), frame.get(), state.is_wide(), state.words(), &line));
    let labels =
        Memo::new(move |_| arrangement.with(|arrangement| arrangement.labels(&state.model(), state.selected(), &line)));
    let view_box = move || {
        let Size { width, height } = arrangement.with(|arrangement| arrangement.extent);
        format!("0 0 {width} {height}")
    };

    view! {
        <div class="diagram" part="diagram">
            <Legend state=state arrangement=arrangement/>
            <svg
                class="diagram-picture"
                role="group"
                aria-label=state.words().diagram
                viewBox=view_box
                on:click=move |_| state.select(None)
            >
                {move || {
                    let arrangement = arrangement.get();
                    let lines = arrangement.lines.iter().map(|line| draw_line(state, line)).collect_view();
                    let nodes = (0..arrangement.nodes.len())
                        .map(|i| draw_node(state, &arrangement, i))
                        .collect_view();
                    view! { <g>{lines}</g> <g>{nodes}</g> }
                }}
                <g class="labels" aria-hidden="true">
                    {move || {
                        let labels = labels.get();
                        arrangement
                            .with(|arrangement| {
                                let of_nodes = arrangement.nodes.iter().zip(labels.marks).filter_map(|(node, placed)| {
                                    Some(draw_name(state, node, placed?))
                                });
                                let of_lines = arrangement.lines.iter().zip(labels.routes).filter_map(|(line, placed)| {
                                    Some(draw_line_text(&line.text, placed?))
                                });
                                (of_lines.collect_view(), of_nodes.collect_view())
                            })
                    }}
                </g>
            </svg>
            <p class="note">
                {move || {
                    let (shown, is_cut) = arrangement.with(|drawn| (drawn.nodes.len(), drawn.is_cut));
                    let all = state.model().story.entities.len();
                    if all == 0 {
                        state.words().no_entities.to_owned()
                    } else if shown == all {
                        String::new()
                    } else if is_cut {
                        (state.words().shown_of)(shown, all)
                    } else {
                        (state.words().only_named)(all - shown)
                    }
                }}
            </p>
        </div>
    }
}

/// Which shape is which kind.
#[component]
fn Legend(state: State, arrangement: Memo<Arrangement>) -> impl IntoView {
    let kinds = move || {
        let drawn = |kind: &EntityKind| arrangement.with(|it| it.nodes.iter().any(|node| node.kind == *kind));
        let item = |kind: EntityKind| {
            let shape = legend_shape(kind);
            view! {
                <li>
                    <svg viewBox="0 0 16 14" width="16" height="14" aria-hidden="true" class=kind_class(kind)>
                        {draw_shape(Mark::new(shape, Point::new(8.0, 7.0)))}
                    </svg>
                    {(state.words().kinds)(kind)}
                </li>
            }
        };
        EntityKind::ALL.iter().copied().filter(drawn).map(item).collect_view()
    };
    view! { <ul class="legend">{kinds}</ul> }
}

fn legend_shape(kind: EntityKind) -> Shape {
    match kind {
        EntityKind::Person => Shape::Circle { radius: 5.5 },
        EntityKind::State => Shape::Rounded { width: 12.0, height: 11.0, corner: 2.0 },
        EntityKind::Organisation => Shape::Hexagon { width: 16.0, height: 11.0 },
        EntityKind::Place => Shape::Diamond { width: 12.0, height: 12.0 },
        EntityKind::Treaty | EntityKind::EventName | EntityKind::Other => {
            Shape::Rounded { width: 9.0, height: 9.0, corner: 1.0 }
        }
    }
}

fn kind_class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "kind-person",
        EntityKind::State => "kind-state",
        EntityKind::Organisation => "kind-organisation",
        EntityKind::Place => "kind-place",
        EntityKind::Treaty | EntityKind::EventName | EntityKind::Other => "kind-other",
    }
}

fn draw_shape(mark: Mark) -> AnyView {
    let Point { x, y } = mark.centre;
    match mark.shape {
        Shape::Circle { radius } => view! { <circle class="shape" cx=x cy=y r=radius></circle> }.into_any(),
        Shape::Rounded { width, height, corner } => view! {
            <rect class="shape" x=x - width / 2.0 y=y - height / 2.0 width=width height=height rx=corner></rect>
        }
        .into_any(),
        Shape::Hexagon { .. } | Shape::Diamond { .. } => {
            view! { <polygon class="shape" points=points(&mark.shape.corners(mark.centre))></polygon> }.into_any()
        }
    }
}

fn points(points: &[Point]) -> String {
    points.iter().fold(String::new(), |mut text, point| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{:.1},{:.1} ", point.x, point.y);
        text
    })
}

fn draw_node(state: State, arrangement: &Arrangement, i: usize) -> impl IntoView + use<> {
    let node = &arrangement.nodes[i];
    let entity = node.entity;
    let model = state.model();
    let words = state.words();
    let selection = Selection::Entity(entity);
    let label = model.story.entities.get(entity).map(|item| {
        let named_in = (words.named_in)(model.source_count(entity), model.story.articles.len());
        format!("{}, {}, {named_in}", item.name, (words.kind)(item.kind))
    });
    let marks: Vec<Mark> = arrangement.nodes.iter().map(|node| node.mark).collect();
    let centres: Vec<Point> = marks.iter().map(|mark| mark.centre).collect();
    let class = move || {
        let light = match state.lit() {
            Some(lit) if !lit.entities.contains(entity) => " dim",
            _ => "",
        };
        let chosen = if state.selected() == Some(selection) { " selected" } else { "" };
        format!("node {}{light}{chosen}", kind_class(model.story.entities[entity].kind))
    };
    let ring = Mark { shape: grown(node.mark.shape), ..node.mark };
    let Point { x, y } = node.mark.centre;
    let code = node.code.clone();
    view! {
        <g
            class=class
            role="button"
            tabindex="0"
            aria-label=label
            aria-pressed=move || (state.selected() == Some(selection)).to_string()
            data-node=i
            on:click=move |event| {
                event.stop_propagation();
                state.select(Some(selection));
            }
            on:keydown=move |event| {
                if let Some(direction) = arrow(&event.key()) {
                    if let Some(next) = neighbour_in_direction(&centres, i, direction) {
                        event.prevent_default();
                        focus_node(&event, next);
                    }
                } else {
                    choose_by_key(state, selection, &event);
                }
            }
        >
            <g class="ring">{draw_shape(ring)}</g>
            {draw_shape(node.mark)}
            <text class="code" x=x y=y font-size=node.code_px>{code}</text>
        </g>
    }
}

/// The same shape, a little larger: the ring of what is selected or focused.
fn grown(shape: Shape) -> Shape {
    const BY: f64 = 9.0;
    match shape {
        Shape::Circle { radius } => Shape::Circle { radius: radius + BY / 2.0 },
        Shape::Rounded { width, height, corner } => {
            Shape::Rounded { width: width + BY, height: height + BY, corner: corner + BY / 2.0 }
        }
        Shape::Hexagon { width, height } => Shape::Hexagon { width: width + BY * 1.5, height: height + BY },
        Shape::Diamond { width, height } => Shape::Diamond { width: width + BY * 1.4, height: height + BY * 1.4 },
    }
}

fn arrow(key: &str) -> Option<Direction> {
    match key {
        "ArrowLeft" => Some(Direction::Left),
        "ArrowRight" => Some(Direction::Right),
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        _ => None,
    }
}

/// Moves the focus to another node of the same picture.
fn focus_node(event: &web_sys::KeyboardEvent, node: usize) {
    let current = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let parent = current.and_then(|current| current.parent_element());
    let next = parent.and_then(|parent| parent.query_selector(&format!("[data-node=\"{node}\"]")).ok().flatten());
    // An SVG element takes focus as an HTML element does.
    if let Some(next) = next {
        let _ = next.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// Enter and Space select, Escape goes back.
pub(crate) fn choose_by_key(state: State, selection: Selection, event: &web_sys::KeyboardEvent) {
    match event.key().as_str() {
        "Enter" | " " => {
            event.prevent_default();
            state.select(Some(selection));
        }
        "Escape" => state.back(),
        _ => {}
    }
}

fn draw_line(state: State, line: &Line) -> impl IntoView + use<> {
    let route = line.route?;
    let tie = line.tie.clone();
    let selection = tie.selection()?;
    let shared = if matches!(tie, Tie::Event(_)) { " shared" } else { "" };
    let class = move || {
        let light = match state.lit() {
            _ if tie.is_selected(state.selected()) => " lit selected",
            Some(lit) if tie.is_lit(&lit) => " lit",
            Some(_) => " dim",
            None => "",
        };
        format!("line{shared}{light}")
    };
    let (start, control, end) = (route.start, route.control, route.end);
    let path = format!("M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}", start.x, start.y, control.x, control.y, end.x, end.y);
    let head = route.head.map(|head| view! { <polygon class="head" points=points(&head)></polygon> });
    Some(view! {
        <g
            class=class
            on:click=move |event| {
                event.stop_propagation();
                state.select(Some(selection));
            }
        >
            <path class="touch" d=path.clone()></path>
            <path class="stroke" d=path></path>
            {head}
        </g>
    })
}

fn draw_name(state: State, node: &Node, placed: Placed) -> impl IntoView + use<> {
    let entity = node.entity;
    let bold = if node.bold { " bold" } else { "" };
    let class = move || {
        let dim = state.lit().is_some_and(|lit| !lit.entities.contains(entity));
        format!("name{bold}{}", if dim { " dim" } else { "" })
    };
    let (x, anchor) = match placed.side {
        Side::Right | Side::AboveRight | Side::BelowRight => (placed.bounds.x, "start"),
        Side::Left | Side::AboveLeft | Side::BelowLeft => (placed.bounds.right(), "end"),
        Side::Above | Side::Below | Side::OnEdge => (placed.bounds.centre().x, "middle"),
    };
    view! {
        <text class=class x=x y=placed.bounds.centre().y text-anchor=anchor font-size=node.name_px()>
            {node.name.clone()}
        </text>
    }
}

fn draw_line_text(text: &str, placed: Placed) -> impl IntoView + use<> {
    let centre = placed.bounds.centre();
    let text = text.to_owned();
    view! { <text class="line-text" x=centre.x y=centre.y text-anchor="middle" font-size=LINE_PX>{text}</text> }
}
