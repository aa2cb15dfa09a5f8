//! The diagram on the screen.

use drawing::geometry::{Mark, Point, Shape, Size};
use leptos::prelude::*;
use story::EntityKind;

use super::arrangement::{Arrangement, arrange};
use super::picture::{Look, kind_class, picture};
use crate::app::Tools;
use crate::scene::{Path, Picture};
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
    let scene = Memo::new(move |_| {
        let (model, selected, lit) = (state.model(), state.selected(), state.lit());
        let look = Look { model: &model, words: state.words(), selected, lit: lit.as_deref() };
        arrangement.with(|drawn| picture(drawn, &drawn.labels(&model, selected, &line), look))
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
    view! {
        <div class="diagram" part="diagram">
            <Legend state=state arrangement=arrangement/>
            <Picture state=state scene=scene class="diagram-picture" name=state.words().diagram/>
            <p class="note">{note}</p>
        </div>
    }
}

/// Which shape is which kind.
#[component]
fn Legend(state: State, arrangement: Memo<Arrangement>) -> impl IntoView {
    let kinds = move || {
        let drawn = |kind: &EntityKind| arrangement.with(|it| it.nodes.iter().any(|node| node.kind == *kind));
        let item = |kind: EntityKind| {
            let shape = Path::of_mark(Mark::new(legend_shape(kind), Point::new(8.0, 7.0)));
            view! {
                <li>
                    <svg viewBox="0 0 16 14" width="16" height="14" aria-hidden="true" class=kind_class(kind)>
                        <path class="shape" d=shape.into_data()></path>
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
