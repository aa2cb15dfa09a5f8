//! The diagram on the screen.

use std::rc::Rc;
use std::sync::Arc;

use drawing::geometry::{Mark, Point, Rect, Size};
use drawing::viewport::Viewport;
use leptos::prelude::*;
use story::order::Positions;
use story::{Entity, EntityKind};

use super::arrangement::{Arrangement, Draft};
use super::canvas::Seen;
use super::crowd::{Crowd, MOST_DOTS, symbol};
use super::nodes::{ranked, tallest};
use super::picture::{Look, kind_class, picture as scene_of};
use super::shown::{entities_of, is_way};
use crate::app::Tools;
use crate::model::Selection;
use crate::panel::{Action, Node, Panel, el, panel};
use crate::scene::{Act, Live, Moving, Path, Picture, Surface, picture};
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

/// The size of the diagram's frame.
fn frame(state: State) -> Size {
    let width = state.width().max(280.0);
    let (width, height) = if state.is_wide() {
        ((width * WIDE_SHARE).floor() - 16.0, WIDE_HEIGHT)
    } else {
        (width, (width * NARROW_PROPORTION).floor().min(640.0))
    };
    Size::new(width, height.min(tallest(&state.model(), width, state.is_wide())))
}

/// What is drawn in the diagram, and where everything is in it. Who asks for them
/// beforehand has the diagram sooner when it is wanted: it looks for the
/// arrangement in the context.
pub(crate) fn arrangement(tools: Tools) -> (Memo<Draft>, Memo<Arrangement>) {
    let state = tools.state;
    let line = move |text: &str, px: f64, bold: bool| tools.line(text, px, bold);
    let draft =
        move |_: Option<&Draft>| Draft::new(&state.model(), frame(state), state.is_wide(), state.words(), &line);
    // Whenever it is made anew, it is another one.
    let draft = Memo::new_with_compare(draft, |_, _| true);
    (draft, Memo::new(move |_| draft.with(Draft::arranged)))
}

/// The diagram.
#[component]
pub(crate) fn Diagram(tools: Tools) -> AnyView {
    let state = tools.state;
    if state.model().story.entities.is_empty() {
        let words = state.words().no_entities;
        return view! { <div class="diagram empty" part="diagram"><p class="note">{words}</p></div> }.into_any();
    }
    let frame = Memo::new(move |_| frame(state));
    let line = move |text: &str, px: f64, bold: bool| tools.line(text, px, bold);
    let arrangement = use_context().unwrap_or_else(|| arrangement(tools).1);
    let viewport = RwSignal::new(Viewport::default());
    // Where the reader put nodes: entities, and shares of the extent.
    let moved = RwSignal::new(Vec::<(usize, Point)>::new());
    let seen =
        Memo::new(move |_| arrangement.with(|arrangement| moved.with(|moved| arrangement.seen(viewport.get(), moved))));
    let shown = Memo::new(move |_| {
        seen.with(|seen| are_shown(state, &mut seen.nodes.iter().map(|node| (node.entity, node.kind))))
    });
    let scene = Memo::new(move |_| {
        let (model, selected, lit, now) = (state.model(), state.selected(), state.lit(), state.now());
        let shown = shown.get();
        // The way that was asked for, rather than what is selected at its end.
        let way = if let Focus::Way(from, to) = state.focus() { model.way(from, to) } else { None };
        seen.with(|seen| {
            let (lit, now) = (way.as_ref().or(lit.as_deref()), now.as_deref());
            let labels = seen.labels(selected, lit, &shown, &line);
            scene_of(seen, &labels, Look { shown: &shown, now, model: &model, words: state.words(), selected, lit })
        })
    });
    let act = move |act: Act| {
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
    };
    let (crowd, is_asked) = (state.crowd(), RwSignal::new(false));
    let size = Signal::derive(move || arrangement.with(|arrangement| arrangement.extent));
    let names = ("diagram-picture", state.words().diagram);
    let few: Rc<dyn Surface> = Rc::new(Live::new(tools, (scene, size), names, Box::new(act)));
    let look = Seen { moved: RwSignal::new(None), near: RwSignal::new(None), moving: Moving::new() };
    Effect::new(move |_| {
        if let Some(rest) = state.rest().filter(|_| is_asked.get()) {
            untrack(|| (rest.make_crowd)(tools, frame.get(), is_asked));
        }
    });
    // The sheet of the crowd that is shown.
    let sheet = StoredValue::new_local(None::<(Arc<Crowd>, Rc<dyn Surface>)>);
    let surface = move || {
        let Some((crowd, rest)) = crowd.get().zip(state.rest()) else { return few.clone() };
        let made = sheet.get_value().filter(|(of, _)| Arc::ptr_eq(of, &crowd));
        made.map_or_else(
            || {
                let made = (rest.sheet)(tools, crowd.clone(), frame, look);
                sheet.set_value(Some((crowd, made.clone())));
                made
            },
            |(_, sheet)| sheet,
        )
    };
    let cut = Memo::new(move |_| {
        arrangement.with(|drawn| (Positions::collect(&mut drawn.nodes.iter().map(|node| node.entity)), drawn.is_cut))
    });
    let under = move || cut.with(|(few, is_cut)| under(state, few, *is_cut, crowd.with(Option::is_some)));
    let on = move |action: Action| match action {
        Action::Focus(focus) => state.set_focus(focus),
        Action::Select(selection) => state.select(selection),
        Action::Crowd if crowd.with_untracked(Option::is_some) => crowd.set(None),
        // Who presses again while it is being made only waits.
        Action::Crowd if !is_asked.get_untracked() => {
            state.want_rest();
            is_asked.set(true);
        }
        _ => {}
    };
    let legend = kinds(state, move |kind: EntityKind| {
        crowd.with(|crowd| match crowd {
            Some(crowd) => crowd.dots.iter().any(|dot| dot.kind == kind),
            None => arrangement.with(|it| it.nodes.iter().any(|node| node.kind == kind)),
        })
    });
    let has_key = !is_alone(state);
    let picture =
        picture(state, Picture { surface: Rc::new(surface), under: Box::new(under), has_key, on: Box::new(on) });
    view! {
        <div class="diagram" part="diagram">
            {legend}
            {picture}
        </div>
    }
    .into_any()
}

/// What stands under the diagram: what can be done with the selection, who is not
/// shown, and the way to all of a large story.
fn under(state: State, few: &Positions, is_cut: bool, is_whole: bool) -> Vec<Node> {
    let (model, words) = (state.model(), state.words());
    let named = model.story.entities.len();
    let count = few.as_slice().len();
    let all = if is_cut { ranked(&model, MOST_DOTS + 1).len() } else { count };
    let (all, is_beyond) = (all.min(MOST_DOTS), all > MOST_DOTS);
    let shown = if is_whole { all } else { count };
    let note = if shown == named {
        None
    } else if is_cut && (!is_whole || is_beyond) {
        // Whom nothing connects is no part of the picture, unless it is too large for all.
        Some(el("p", "note").say(&(words.shown_of)(shown, if is_beyond { named } else { all })))
    } else if is_whole {
        Some(el("p", "note").say(&(words.only_named)(named - shown)))
    } else {
        Some(unconnected(state, few, &(words.only_named)(named - shown)))
    };
    let controls = &words.controls;
    let text = if is_whole { controls.fewer.to_owned() } else { (controls.every)(all) };
    let turn = (count < all).then(|| Node::button("quiet", &text, Action::Crowd));
    vec![focus_buttons(state), el("div", "").and(note), el("div", "").and(turn)]
}

/// Those whom nothing connects: how many, and on request who.
fn unconnected(state: State, shown: &Positions, summary: &str) -> Node {
    /// Of more, the search knows the way.
    const MOST_NAMES: usize = 100;
    let model = state.model();
    let entities = model.story.entities.iter().enumerate().filter(|(at, _)| !shown.contains(*at));
    let name = |(at, entity): (usize, &Entity)| {
        let select = Action::Select(Some(Selection::Entity(at)));
        el("li", "").and(Some(Node::button("link", &entity.name, select)))
    };
    let names = entities.take(MOST_NAMES).map(name).collect();
    el("details", "note").and(Some(el("summary", "").say(summary))).and(Some(el("ul", "names").with(names)))
}

/// Whether each entity is shown, by its position in the story and its kind.
pub(super) fn are_shown(state: State, entities: &mut dyn Iterator<Item = (usize, EntityKind)>) -> Vec<bool> {
    let (model, now) = (state.model(), state.now());
    let focus = entities_of(state.focus(), &model);
    // Asked for once: to ask the state for each of thousands takes half a frame.
    let hidden = state.hidden();
    let is_shown = |(entity, kind)| {
        !hidden.contains(&kind)
            && focus.as_ref().is_none_or(|focus| focus.contains(entity))
            && now.as_ref().is_none_or(|now| now.entities.contains(entity))
    };
    entities.map(is_shown).collect()
}

/// What can be done with the entity that is selected, and the way back to all.
fn focus_buttons(state: State) -> Node {
    let (model, controls) = (state.model(), &state.words().controls);
    let button = |name: &str, focus: Focus| Node::button("quiet", name, Action::Focus(focus));
    let focus = state.focus();
    let mut kinds = model.story.entities.iter().map(|entity| entity.kind);
    let said = match focus {
        _ if kinds.all(|kind| state.hides(kind)) => controls.none_shown.to_owned(),
        Focus::WayFrom(_) => controls.choose_end.to_owned(),
        Focus::Way(from, to) if !is_way(from, to, &model) => {
            let name = |entity: usize| model.story.entities.get(entity).map_or("", |entity| &entity.name);
            (controls.no_way)(name(from), name(to))
        }
        _ => String::new(),
    };
    let status = el("span", "").attribute("role", "status").say(&said);
    let mut row = el("div", "focus").attribute("tabindex", "-1").with(vec![status]);
    // What is on is turned off where it was turned on: the focus stays there.
    let turn = |name: &str, on: Focus| {
        let (pressed, to) = if focus == on { ("true", Focus::All) } else { ("false", on) };
        Some(button(name, to).attribute("aria-pressed", pressed))
    };
    if let Some(Selection::Entity(entity)) = state.selected()
        && model.story.entities.len() > 1
    {
        row = row.and(turn(controls.neighbours, Focus::Around(entity)));
        row = row.and(turn(controls.way_to, Focus::WayFrom(entity)));
    }
    if focus != Focus::All {
        row = row.and(Some(button(controls.all, Focus::All)));
    }
    row
}

/// Whether there is one entity alone: there is nothing to tell apart.
fn is_alone(state: State) -> bool {
    state.model().story.entities.len() == 1
}

/// The legend, of the kinds that the diagram has.
fn kinds(state: State, has: impl Fn(EntityKind) -> bool + 'static) -> AnyView {
    panel(Panel {
        draw: Box::new(move || vec![legend(state, &has)]),
        on: Box::new(move |event, action| {
            if let ("click", Some(Action::Toggle(kind))) = (&*event.type_(), action) {
                state.toggle(kind);
            }
        }),
        drawn: Box::new(|_| ()),
    })
}

/// Which shape is which kind; pressing a kind hides it.
fn legend(state: State, has: &dyn Fn(EntityKind) -> bool) -> Node {
    /// As large as the letters beside them, in pixels.
    const SIDE: f64 = 11.0;
    let mut kinds = Vec::new();
    let is_alone = is_alone(state);
    for &kind in EntityKind::ALL {
        if is_alone || !has(kind) {
            continue;
        }
        let path = Path::of_mark(Mark::new(symbol(kind, SIDE), Point::new(8.0, 7.0)));
        let path = el("path", "shape").attribute("d", &path.into_data());
        let shape = el("svg", kind_class(kind)).attribute("viewBox", "0 0 16 14").attribute("aria-hidden", "true");
        let shape = shape.attribute("width", "16").attribute("height", "14").and(Some(path));
        let button = Node::button("", "", Action::Toggle(kind))
            .attribute("aria-pressed", if state.hides(kind) { "false" } else { "true" })
            .and(Some(shape))
            .say((state.words().kinds)(kind));
        kinds.push(el("li", "").and(Some(button)));
    }
    el("ul", "legend").attribute("aria-label", state.words().controls.legend).with(kinds)
}
