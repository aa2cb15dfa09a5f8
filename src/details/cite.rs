//! Sentences, with what counts marked, and where they stand.

use leptos::prelude::*;
use story::Evidence;

use crate::app::Tools;
use crate::model::Selection;
use crate::words::say_when;

/// Every sentence behind something, with its outlet, its date and the way into
/// the article.
pub(super) fn citations(tools: Tools, evidence: &[Evidence]) -> impl IntoView + use<> {
    let model = tools.state.model();
    let cited = model.citations(evidence).into_iter().map(|citation| {
        let pieces = citation.pieces.into_iter().map(|piece| {
            if piece.marked { view! { <mark>{piece.text}</mark> }.into_any() } else { piece.text.into_any() }
        });
        view! {
            <blockquote class="citation">
                <p>{pieces.collect_view()}</p>
                {source(tools, citation.article)}
            </blockquote>
        }
    });
    cited.collect_view()
}

/// Outlet and date of an article: a way to the article's own details, and the
/// link out.
pub(super) fn source(tools: Tools, article: usize) -> impl IntoView + use<> {
    let state = tools.state;
    let model = state.model();
    let words = state.words();
    let item = model.story.articles.get(article)?;
    let when = item.published.as_ref().map(|published| tools.say(|intl| say_when(&published.when, words, intl)));
    let link = item.url.clone().filter(|url| is_web(url)).map(|url| {
        view! {
            " · "
            <a href=url target="_blank" rel="noopener noreferrer">{words.open_article}</a>
        }
    });
    let outlet = model.outlet(article).to_owned();
    let select = move |_| state.select(Some(Selection::Article(article)));
    Some(view! {
        <footer class="source">
            <button type="button" class="link" on:click=select>{outlet}</button>
            {when.map(|when| view! { ", " <time>{when}</time> })}
            {link}
        </footer>
    })
}

/// Only addresses of the web become links: never `javascript:` or `data:`.
fn is_web(url: &str) -> bool {
    let lower = url.trim_start().to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::is_web;

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert!(is_web("https://example.org/"));
        assert!(is_web("HTTP://example.org/"));
        for hostile in ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x"]
        {
            assert!(!is_web(hostile), "{hostile}");
        }
    }
}
