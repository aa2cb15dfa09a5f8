//! Versions of one utterance side by side, with the words in which they
//! differ.

use story::compare::{Part, Shared, compare};
use story::order::firsts;

use super::cite::{quoted, source};
use crate::app::Tools;
use crate::model::Model;
use crate::panel::{Node, el};

/// So many versions of an utterance are compared: more would stand in columns that nobody reads.
const MOST_VERSIONS: usize = 50;

/// All quotes of the same utterance.
fn of_utterance(model: &Model, quote: usize) -> &[usize] {
    let utterance = model.story.quotes.get(quote).and_then(|item| item.same_as.as_deref());
    utterance.map_or(&[], |utterance| model.index.versions(utterance))
}

/// How many articles report the utterance; nought for an utterance that is not
/// known to be reported twice.
pub(super) fn articles(model: &Model, quote: usize) -> usize {
    let versions = of_utterance(model, quote);
    let article = |version: usize| model.story.quotes[versions[version]].article.as_str();
    firsts(versions.len(), &|one, other| article(one).cmp(article(other))).len()
}

/// One quote of each utterance that several articles report.
pub(super) fn retold(model: &Model) -> Vec<usize> {
    let is_first = |&quote: &usize| of_utterance(model, quote).first() == Some(&quote) && articles(model, quote) > 1;
    (0..model.story.quotes.len()).filter(is_first).collect()
}

/// A quote, and of each other article the version that has most in common with
/// it, if it has anything: one article gives an utterance once, and what else
/// it has of it is its own text going on.
fn versions(model: &Model, quote: usize) -> Vec<usize> {
    let quotes = &model.story.quotes;
    let mut best: Vec<(usize, usize)> = Vec::new();
    for &other in of_utterance(model, quote).iter().take(MOST_VERSIONS) {
        if quotes[other].article == quotes[quote].article {
            continue;
        }
        let shared = in_common(&quotes[quote].text, &quotes[other].text);
        match best.iter_mut().find(|(_, known)| quotes[*known].article == quotes[other].article) {
            Some(known) if known.0 < shared => *known = (shared, other),
            None if shared > 0 => best.push((shared, other)),
            _ => {}
        }
    }
    std::iter::once(quote).chain(best.into_iter().map(|(_, version)| version)).collect()
}

/// How many letters of one text the other has too.
fn in_common(one: &str, other: &str) -> usize {
    let parts = compare(&[one, other]).into_iter().next().unwrap_or_default();
    parts.iter().filter(|part| part.shared == Shared::ByAll).map(|part| part.end - part.start).sum()
}

/// The versions of a quote side by side; nothing where it is told once.
pub(super) fn side_by_side(tools: Tools, quote: usize) -> Vec<Node> {
    let model = tools.state.model();
    let words = &tools.state.words().compared;
    let versions = versions(&model, quote);
    if versions.len() < 2 {
        return Vec::new();
    }
    let texts: Vec<&str> = versions.iter().map(|&version| model.story.quotes[version].text.as_str()).collect();
    let compared = compare(&texts);
    let mut legend = el("ul", "marks note");
    for (shared, means) in [(Shared::ByNone, words.only_here), (Shared::BySome, words.some)] {
        if compared.iter().flatten().any(|part| part.shared == shared) {
            let sample = mark(shared).say("Abc").attribute("aria-hidden", "true");
            legend = legend.and(Some(el("li", "").with(vec![sample]).say(" ").say(means)));
        }
    }
    let mut columns = el("ul", "versions");
    for (at, parts) in compared.iter().enumerate() {
        columns = columns.and(column(tools, versions[at], texts[at], parts));
    }
    vec![columns, legend]
}

fn column(tools: Tools, quote: usize, text: &str, parts: &[Part]) -> Option<Node> {
    let model = tools.state.model();
    let item = model.story.quotes.get(quote)?;
    let article = model.index.article(item.article.as_str())?;
    let mut said = quoted(tools, "q", article);
    let mut only_here = Vec::new();
    for part in parts {
        let words: String = text.chars().skip(part.start).take(part.end - part.start).collect();
        said = match part.shared {
            Shared::ByAll => said.say(&words),
            shared => said.with(vec![mark(shared).say(&words)]),
        };
        if part.shared == Shared::ByNone {
            only_here.push(words);
        }
    }
    // Marks are seen and not heard.
    let heard = (!only_here.is_empty()).then(|| {
        let heard = [tools.state.words().compared.only_here, ": ", &only_here.join("; ")].concat();
        el("p", "visually-hidden").say(&heard)
    });
    let by = item.speaker_text.as_deref().map(|by| el("p", "note").attribute("dir", "auto").say(by));
    let spoken = el("blockquote", "").with(vec![el("p", "").with(vec![said])]).and(heard);
    let sentence = item.evidence.first().map(|span| span.sentence);
    let source = source(tools, article, sentence);
    let version = el("li", "").with(vec![spoken]).and(by).and(source);
    Some(version)
}

/// How a part is marked.
fn mark(shared: Shared) -> Node {
    match shared {
        Shared::ByNone => el("mark", "only"),
        Shared::BySome => el("mark", "some"),
        Shared::Beyond => el("span", "beyond"),
        Shared::ByAll => el("span", ""),
    }
}

#[cfg(test)]
mod tests {
    use story::{ArticleId, Quote, QuoteForm, QuoteId};

    use super::*;

    /// Quotes of one utterance: the article and the words of each.
    fn model(versions: &[(&str, &str)]) -> Model {
        let mut story = crate::samples::meeting();
        story.quotes = versions
            .iter()
            .enumerate()
            .map(|(i, (article, text))| Quote {
                id: QuoteId::new(i.to_string()),
                article: ArticleId::new(*article),
                speaker: None,
                speaker_text: None,
                text: (*text).to_owned(),
                form: QuoteForm::Direct,
                evidence: Vec::new(),
                same_as: (*text != "alone").then(|| "said".to_owned()),
                same_part: None,
            })
            .collect();
        Model::new(story)
    }

    #[test]
    fn a_quote_is_compared_with_the_nearest_version_of_each_other_article() {
        let model = model(&[
            ("a", "We will build the bridge"),
            ("a", "and it will be of stone"),
            ("b", "It will be of stone"),
            ("b", "We shall build the bridge"),
            ("c", "We will build it"),
        ]);
        assert_eq!(versions(&model, 0), [0, 3, 4]);
        assert_eq!(versions(&model, 1), [1, 2, 4]);
        assert_eq!(articles(&model, 1), 3);
        assert_eq!(retold(&model), [0]);
    }

    #[test]
    fn what_has_no_word_in_common_is_not_set_beside() {
        let model = model(&[("a", "We will build the bridge"), ("b", "Trade grows"), ("c", "They build the bridge")]);
        assert_eq!(versions(&model, 0), [0, 2]);
    }

    #[test]
    fn what_is_told_once_is_not_compared() {
        let model = model(&[("a", "alone"), ("b", "said twice"), ("b", "by one")]);
        assert_eq!(versions(&model, 0), [0]);
        assert_eq!(versions(&model, 1), [1]);
        assert!(retold(&model).is_empty());
        assert_eq!(articles(&model, 0), 0);
    }
}
