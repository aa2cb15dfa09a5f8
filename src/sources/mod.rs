//! The sources: every article, when it was published and by whom.

use leptos::prelude::*;
use story::ArticleKind;
use story::order::sort;

use crate::app::Tools;
use crate::model::Selection;
use crate::words::say_when;

/// The articles in the order of their dates.
#[component]
pub(crate) fn Sources(tools: Tools) -> impl IntoView {
    let state = tools.state;
    let model = state.model();
    let words = state.words();
    let mut order: Vec<usize> = (0..model.story.articles.len()).collect();
    let when = |article: usize| model.story.articles[article].published.as_ref().map(|published| &published.when);
    sort(&mut order, &|a, b| match (when(a), when(b)) {
        (Some(a), Some(b)) => a.compare(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    let row = |article: usize| {
        let item = &model.story.articles[article];
        let date = when(article).map(|when| tools.say(|intl| say_when(when, words, intl)));
        let kind = (item.kind == ArticleKind::Transcript).then_some(words.transcript);
        let note: Vec<&str> = [item.publisher.as_deref(), kind].into_iter().flatten().collect();
        let headline = item.headline.clone().unwrap_or_else(|| model.outlet(article).to_owned());
        let select = move |_| state.select(Some(Selection::Article(article)));
        let class = move || {
            let lit = state.lit().is_some_and(|lit| lit.articles.contains(article));
            if lit { "lit" } else { "" }
        };
        view! {
            <li class=class>
                <button type="button" class="row" on:click=select>
                    <span class="when">{date.unwrap_or_else(|| words.undated.to_owned())}</span>
                    <span class="what">{headline}<span class="note">{note.join(" · ")}</span></span>
                </button>
            </li>
        }
    };
    let rows = order.into_iter().map(row).collect_view();
    view! {
        <section class="sources" part="sources">
            <h4>{words.sources}</h4>
            <ul class="rows">{rows}</ul>
        </section>
    }
}
