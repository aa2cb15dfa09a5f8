//! Sentences, with what counts marked, and where they stand.

use export::cite;
use story::Evidence;

use super::parts::{MOST_LINES, link, more, when};
use crate::app::Tools;
use crate::model::{Citation, Selection};
use crate::panel::{Action, Node, el};
use crate::pieces::Piece;

/// Every sentence behind something, with its outlet, its date, the way into
/// the article and its citation; bounded, as every list.
pub(crate) fn citations(tools: Tools, evidence: &[Evidence]) -> Vec<Node> {
    let all = tools.state.model().citations(evidence);
    let more = more(tools, MOST_LINES, all.len());
    all.into_iter().take(MOST_LINES).map(|citation| cited(tools, citation)).chain(more).collect()
}

/// A sentence with where it stands.
pub(crate) fn cited(tools: Tools, citation: Citation) -> Node {
    let said = pieces(quoted(tools, "p", citation.article), citation.pieces);
    let source = source(tools, citation.article, Some(citation.sentence));
    el("blockquote", "citation").with(vec![said]).and(source)
}

/// An element for words of an article, in its language.
pub(crate) fn quoted(tools: Tools, tag: &'static str, article: usize) -> Node {
    let node = el(tag, "").attribute("dir", "auto");
    let model = tools.state.model();
    match model.story.articles.get(article).and_then(|article| article.language.as_deref()) {
        Some(language) => node.attribute("lang", language),
        None => node,
    }
}

/// An element for words of the story, in the language of the sentences that they rest on.
pub(crate) fn told(tools: Tools, tag: &'static str, evidence: &[Evidence], text: &str) -> Node {
    let model = tools.state.model();
    let article = evidence.first().and_then(|span| model.index.article(span.article.as_str()));
    article.map_or_else(|| el(tag, "").attribute("dir", "auto"), |article| quoted(tools, tag, article)).say(text)
}

/// A text in pieces, the marked ones marked.
pub(crate) fn pieces(into: Node, pieces: Vec<Piece>) -> Node {
    pieces.into_iter().fold(into, |node, piece| {
        if piece.marked { node.and(Some(el("mark", "").say(&piece.text))) } else { node.say(&piece.text) }
    })
}

/// Outlet and date of an article: a way to the article's own details, and the
/// link out, to the sentence if it is about one; then that can be cited too.
pub(super) fn source(tools: Tools, article: usize, sentence: Option<usize>) -> Option<Node> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.articles.get(article)?;
    let text = sentence.and_then(|sentence| item.sentences.get(sentence)).map_or("", |sentence| &sentence.text);
    let mut source = el("footer", "source");
    // Over the source of an article without an outlet stands the headline already.
    let is_called = sentence.is_some() || item.publisher.is_some();
    if is_called {
        source = source.with(vec![link(model.outlet(article), Selection::Article(article))]);
    }
    if let Some(published) = &item.published {
        source = source.say(if is_called { ", " } else { "" }).with(vec![when(tools, "", &published.when)]);
    }
    if let Some(url) = cite::link(item, text) {
        let out = el("a", "").attribute("href", &url).attribute("target", "_blank");
        source = source.say(" · ").with(vec![out.attribute("rel", "noopener noreferrer").say(words.open_article)]);
    }
    if let Some(sentence) = sentence {
        let text = match tools.state.cited() {
            Some(cited) if (cited.article, cited.sentence) == (article, sentence) => cited.said(words),
            _ => words.export.cite,
        };
        source = source.say(" · ").with(vec![Node::button("link", text, Action::Cite(article, sentence))]);
    }
    Some(source)
}
