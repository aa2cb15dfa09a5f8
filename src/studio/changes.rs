//! What the editor corrected, and what of it did not find its item.

use leptos::html::Section;
use leptos::prelude::*;
use story::Problem;

use super::Studio;
use super::focus::focus_heading;
use super::wording::{self, Look};

#[component]
pub(super) fn Changes(studio: Studio) -> impl IntoView {
    // By position, with its words and what is wrong with it.
    let changes = Memo::new(move |_| {
        let problems = studio.corrected.with(|(_, problems)| problems.clone());
        studio.desk.with(|desk| {
            let look = Look::of(desk.uncorrected());
            let all = desk.corrections().corrections.iter().enumerate();
            let line = |(at, correction)| (at, wording::correction(&look, correction), problem_at(&problems, at));
            all.map(line).collect::<Vec<_>>()
        })
    });
    let section = NodeRef::<Section>::new();
    // Heard by a screen reader: what was added last, or that one was taken back.
    let said = Memo::new(move |before: Option<&(usize, String)>| {
        let now = changes.with(|all| (all.len(), all.last().map(|(_, words, _)| words.clone()).unwrap_or_default()));
        if before.is_some_and(|(count, _)| now.0 < *count) { (now.0, "Undone".to_owned()) } else { now }
    });
    let said = move || said.get().1;
    view! {
        <section aria-label="Changes" class="changes" node_ref=section>
            <h2>"Changes "<span class="count">{move || changes.with(Vec::len)}</span></h2>
            <p class="unseen" role="status">{said}</p>
            // The last is the first to be looked at again.
            <ol reversed>
                <For each=move || changes.get().into_iter().rev() key=Clone::clone let((at, words, problem))>
                    <li>
                        {words.clone()}
                        {problem.map(|problem| view! { <span class="problem">{problem}</span> })}
                        <button
                            class="button"
                            aria-label=format!("Undo: {words}")
                            on:click=move |_| {
                                studio.desk.update(|desk| desk.undo(at));
                                studio.read_soon();
                                focus_heading(section);
                            }
                        >
                            "Undo"
                        </button>
                    </li>
                </For>
            </ol>
        </section>
    }
}

/// What is wrong with the correction at a position.
fn problem_at(problems: &[Problem], at: usize) -> Option<String> {
    let place = format!("corrections[{at}]");
    let problem = problems.iter().find(|problem| problem.place == place)?;
    Some(format!("{}; {}", problem.what, problem.advice))
}
