//! The sources: every article, when it was published and by whom.

use leptos::prelude::*;
use story::ArticleKind;
use story::order::sort;

use crate::app::Tools;
use crate::details::more;
use crate::model::{Model, Selection};
use crate::panel::{Action, Node, Panel, el, panel, row_class, when_element};
use crate::words::say_when;

/// More articles are no list to read through; the search finds them all.
const MOST_ROWS: usize = 500;

/// The articles in the order of their dates.
pub(crate) fn sources(tools: Tools) -> AnyView {
    let order = in_order(&tools.state.model());
    panel(Panel {
        draw: Box::new(move || {
            let mut list = el("ul", "rows");
            for &article in order.iter().take(MOST_ROWS) {
                list = list.and(row(tools, article));
            }
            let more = more(tools, MOST_ROWS, order.len());
            let heading = el("h3", "label").say(tools.state.words().sources);
            vec![el("section", "sources").attribute("part", "sources").with(vec![heading, list]).and(more)]
        }),
        on: Box::new(move |event, action| {
            if let Some(Action::Select(selection)) = action.filter(|_| event.type_() == "click") {
                tools.state.select(selection);
            }
        }),
        drawn: Box::new(|_| ()),
    })
}

/// The articles by their dates; those without one come last.
fn in_order(model: &Model) -> Vec<usize> {
    let articles = &model.story.articles;
    let when = |article: usize| articles[article].published.as_ref().map(|published| &published.when);
    let mut order: Vec<usize> = (0..articles.len()).collect();
    sort(&mut order, &|a, b| match (when(a), when(b)) {
        (Some(a), Some(b)) => a.compare(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    order
}

fn row(tools: Tools, article: usize) -> Option<Node> {
    let state = tools.state;
    let model = state.model();
    let words = state.words();
    let item = model.story.articles.get(article)?;
    let date = match &item.published {
        Some(published) => {
            let said = tools.say(|intl| say_when(&published.when, words, intl));
            when_element("when", &published.when, &said)
        }
        None => el("span", "when").say(words.undated),
    };
    let kind = (item.kind == ArticleKind::Transcript).then_some(words.transcript);
    let note: Vec<&str> = [item.publisher.as_deref(), kind].into_iter().flatten().collect();
    let headline = item.headline.as_deref().unwrap_or_else(|| model.outlet(article));
    let note = el("span", "note").say(&note.join(" · "));
    let what = el("span", "what").say(headline).with(vec![note]);
    let button = Node::button("row", "", Action::Select(Some(Selection::Article(article)))).with(vec![date, what]);
    let is_lit = state.lit().is_some_and(|lit| lit.articles.contains(article));
    let is_dim = state.now().is_some_and(|now| !now.articles.contains(article));
    Some(el("li", row_class(is_dim, is_lit)).with(vec![button]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_come_by_their_dates_and_those_without_one_last() {
        let mut story = crate::samples::meeting();
        let mut later = story.articles[0].clone();
        if let Some(published) = &mut later.published {
            published.when = story::When::parse("2025").unwrap();
        }
        let undated = story::Article { published: None, ..later.clone() };
        story.articles = vec![undated, later, story.articles.remove(0)];
        assert_eq!(in_order(&Model::new(story)), [2, 1, 0]);
    }
}
