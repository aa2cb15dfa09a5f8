//! The diagram on the screen.

use drawing::geometry::{Mark, Point, Rect, Shape, Size};
use drawing::viewport::Viewport;
use leptos::prelude::*;
use story::EntityKind;

use super::arrangement::{Arrangement, arrange};
use super::picture::{Look, kind_class, picture};
use super::shown::{entities_of, is_way};
use crate::app::Tools;
use crate::model::Selection;
use crate::scene::{Act, Path, Picture};
use crate::state::{Focus, State};

/// How tall the wide diagram is, in pixels.
const WIDE_HEIGHT: f64 = 520.0;
/// The wide diagram's share of the widget's width: the rest is the details'.
/// The same share is in `style/frame.css`.
const WIDE_SHARE: f64 = 0.6;
/// How tall a narrow diagram is, for its width: taller than wide.
const NARROW_PROPORTION: f64 = 1.2;

/// The least and the greatest scale: the whole is never smaller than its frame.
const ZOOM: (f64, f64) = (1.0, 8.0);

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
    let viewport = RwSignal::new(Viewport::default());
    // Where the reader put nodes: entities, and shares of the extent.
    let moved = RwSignal::new(Vec::<(usize, Point)>::new());
    let seen =
        Memo::new(move |_| arrangement.with(|arrangement| moved.with(|moved| arrangement.seen(viewport.get(), moved))));
    let shown = Memo::new(move |_| {
        let (model, now) = (state.model(), state.now());
        let focus = entities_of(state.focus(), &model);
        seen.with(|seen| {
            seen.shown(&|node| {
                !state.hides(node.kind)
                    && focus.as_ref().is_none_or(|focus| focus.contains(node.entity))
                    && now.as_ref().is_none_or(|now| now.entities.contains(node.entity))
            })
        })
    });
    let scene = Memo::new(move |_| {
        let (model, selected, lit, now) = (state.model(), state.selected(), state.lit(), state.now());
        let shown = shown.get();
        seen.with(|seen| {
            let labels = seen.labels(&model, selected, &shown, &line);
            let (lit, now) = (lit.as_deref(), now.as_deref());
            picture(seen, &labels, Look { shown: &shown, now, model: &model, words: state.words(), selected, lit })
        })
    });
    let act = Callback::new(move |act: Act| {
        let (extent, lines) = arrangement.with_untracked(|drawn| (drawn.extent, drawn.lines.len()));
        let whole = Rect::frame(extent);
        match act {
            Act::Pan(by) => viewport.update(|it| *it = it.panned(by).clamped(whole, extent, ZOOM)),
            Act::Zoom(factor, about) => {
                viewport.update(|it| *it = it.zoomed(factor, about).clamped(whole, extent, ZOOM));
            }
            Act::Whole => viewport.set(Viewport::default()),
            Act::Drag(part, to) => {
                let node = part.checked_sub(lines);
                let entity = node.and_then(|node| seen.with_untracked(|seen| seen.nodes.get(node).map(|it| it.entity)));
                let Some(entity) = entity else { return };
                let to = viewport.get_untracked().to_picture(to);
                let share = Point::new((to.x / extent.width).clamp(0.0, 1.0), (to.y / extent.height).clamp(0.0, 1.0));
                moved.update(|moved| {
                    moved.retain(|(other, _)| *other != entity);
                    moved.push((entity, share));
                });
            }
        }
    });
    let note = move || {
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
    };
    let size = Signal::derive(move || arrangement.with(|arrangement| arrangement.extent));
    let under = view! {
        {move || focus_buttons(state)}
        <p class="note">{note}</p>
    }
    .into_any();
    view! {
        <div class="diagram" part="diagram">
            <Legend state=state arrangement=arrangement/>
            <Picture state=state scene=scene size=size class="diagram-picture" name=state.words().diagram act=act under=under/>
        </div>
    }
}

/// What can be done with the entity that is selected, and the way back to all.
fn focus_buttons(state: State) -> AnyView {
    let (model, controls) = (state.model(), &state.words().controls);
    let button = |name: &'static str, focus: Focus| {
        view! { <button type="button" class="quiet" on:click=move |_| state.set_focus(focus)>{name}</button> }
            .into_any()
    };
    let focus = state.focus();
    let mut row: Vec<AnyView> = Vec::new();
    match focus {
        Focus::WayFrom(_) => row.push(view! { <span role="status">{controls.choose_end}</span> }.into_any()),
        Focus::Way(from, to) if !is_way(from, to, &model) => {
            let name = |entity: usize| model.story.entities.get(entity).map_or("", |entity| &entity.name);
            row.push(view! { <span role="status">{(controls.no_way)(name(from), name(to))}</span> }.into_any());
        }
        _ => {}
    }
    if let Some(Selection::Entity(entity)) = state.selected() {
        if focus != Focus::Around(entity) {
            row.push(button(controls.neighbours, Focus::Around(entity)));
        }
        if focus != Focus::WayFrom(entity) {
            row.push(button(controls.way_to, Focus::WayFrom(entity)));
        }
    }
    if focus != Focus::All {
        row.push(button(controls.all, Focus::All));
    }
    if row.is_empty() { ().into_any() } else { view! { <div class="focus">{row}</div> }.into_any() }
}

/// Which shape is which kind; pressing a kind hides it.
#[component]
fn Legend(state: State, arrangement: Memo<Arrangement>) -> impl IntoView {
    let kinds = move || {
        let drawn = |kind: &EntityKind| arrangement.with(|it| it.nodes.iter().any(|node| node.kind == *kind));
        let item = |kind: EntityKind| {
            let shape = Path::of_mark(Mark::new(legend_shape(kind), Point::new(8.0, 7.0)));
            view! {
                <li>
                    <button
                        type="button"
                        aria-pressed=move || if state.hides(kind) { "false" } else { "true" }
                        on:click=move |_| state.toggle(kind)
                    >
                        <svg viewBox="0 0 16 14" width="16" height="14" aria-hidden="true" class=kind_class(kind)>
                            <path class="shape" d=shape.into_data()></path>
                        </svg>
                        {(state.words().kinds)(kind)}
                    </button>
                </li>
            }
        };
        EntityKind::ALL.iter().copied().filter(drawn).map(item).collect_view()
    };
    view! { <ul class="legend" aria-label=state.words().controls.legend>{kinds}</ul> }
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
