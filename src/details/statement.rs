//! The details of what is said: a relation, a quote in all its wordings, a
//! sentence, a disagreement, an article.

use story::Evidence;

use super::cite::{citations, quoted, source, told};
use super::compare::side_by_side;
use super::parts::{UNDER, claimed, dotted, entity_link, events, link, list, quotes, section, when};
use crate::app::Tools;
use crate::diagram::line_text;
use crate::model::Selection;
use crate::panel::{Node, el};
use crate::words::template::{Piece, pieces};

pub(super) fn relation(tools: Tools, relation: usize) -> Option<Vec<Node>> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.relations.get(relation)?;
    let heading = pieces(words.relation_said).into_iter().fold(el("h3", "subject"), |heading, piece| match piece {
        Piece::Words(words) => heading.say(words),
        Piece::Place("from") => heading.and(Some(entity_link(tools, &item.from))),
        Piece::Place("to") => heading.and(Some(entity_link(tools, &item.to))),
        Piece::Place(_) => heading.say(&line_text(item, words)),
    });
    let mut role = el("p", "role");
    if let Some(date) = &item.when {
        role = role.with(vec![when(tools, "", date)]).say(" · ");
    }
    let role = role.say(&(words.source_count)(model.index.sources(&item.evidence).len()));
    let others: Vec<usize> = model.between(relation).collect();
    let others = list(tools, &others, &|other| {
        let other = Selection::Relation(other);
        Some(el("li", "relation").with(vec![link(&super::heading(tools, other), other)]))
    });
    let mut told = vec![heading, role];
    section(&mut told, UNDER, words.what_the_sources_say, citations(tools, &item.evidence));
    section(&mut told, UNDER, words.also_between, others);
    Some(told)
}

pub(super) fn quote(tools: Tools, quote: usize) -> Option<Vec<Node>> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.quotes.get(quote)?;
    let article = model.index.article(item.article.as_str())?;
    let speaker = item.speaker.as_ref().map(|speaker| entity_link(tools, speaker));
    let heading = el("h3", "subject");
    let mut told = vec![match speaker {
        Some(speaker) => heading.with(vec![speaker]),
        None => heading.say(item.speaker_said().unwrap_or(words.unknown_speaker)),
    }];
    let versions = side_by_side(tools, quote);
    if versions.is_empty() {
        let text = el("p", "").with(vec![quoted(tools, "q", article).say(&item.text)]);
        told.push(el("blockquote", "spoken").with(vec![text]).and(source(tools, article, None)));
    }
    section(&mut told, UNDER, words.compared.title, versions);
    section(&mut told, UNDER, words.what_the_sources_say, citations(tools, &item.evidence));
    Some(told)
}

/// A sentence: what it says, and what rests on it.
pub(super) fn sentence(tools: Tools, article: usize, sentence: usize) -> Option<Vec<Node>> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.articles.get(article)?;
    let span = [Evidence { article: item.id.clone(), sentence, start: 0, end: 0 }];
    let at = model.sentences(&mut span.iter());
    let lit = model.lit(Selection::Sentence(article, sentence));
    let in_it = |&quote: &usize| model.rests_on(&model.story.quotes[quote].evidence, &at);
    let quoted: Vec<usize> = (0..model.story.quotes.len()).filter(in_it).collect();
    let named = list(tools, lit.entities.as_slice(), &|entity| {
        let name = &model.story.entities[entity].name;
        Some(el("li", "relation").with(vec![link(name, Selection::Entity(entity))]))
    });
    let mut told = vec![el("h3", "subject").say(model.outlet(article))];
    told.extend(citations(tools, &span));
    section(&mut told, UNDER, words.what_happened, events(tools, &model.in_order(lit.events.into_vec())));
    section(&mut told, UNDER, words.who_said_what, quotes(tools, &quoted, true));
    section(&mut told, UNDER, (words.search.group)(story::search::Group::Entities), named);
    Some(told)
}

pub(super) fn disagreement(tools: Tools, disagreement: usize) -> Option<Vec<Node>> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.disagreements.get(disagreement)?;
    let evidence = item.claims.first().map_or(&[][..], |claim| &claim.evidence);
    let about = told(tools, "h3", evidence, &item.about).attribute("class", "subject");
    let mut told = vec![el("p", "kicker").say(words.differ), about];
    if item.compatible {
        told.push(el("p", "role").say(words.compatible));
    }
    for side in model.sides(item) {
        let says = el("p", "claim").say(&claimed(tools, item, &side));
        let evidence: Vec<Evidence> = side.iter().flat_map(|&claim| item.claims[claim].evidence.clone()).collect();
        told.push(el("section", "").with(vec![says]).with(citations(tools, &evidence)));
    }
    Some(told)
}

pub(super) fn article(tools: Tools, article: usize) -> Option<Vec<Node>> {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.articles.get(article)?;
    let lit = model.lit(Selection::Article(article));
    let heading = quoted(tools, "h3", article).attribute("class", "subject");
    let in_it = |&quote: &usize| model.story.quotes[quote].article == item.id;
    let quoted: Vec<usize> = (0..model.story.quotes.len()).filter(in_it).collect();
    let because = item.published.as_ref().and_then(|published| published.because.as_deref()).unwrap_or_default();
    let mut told = vec![heading.say(&super::heading(tools, Selection::Article(article)))];
    told.extend(source(tools, article, None));
    let note = dotted(&[item.byline.as_deref().unwrap_or_default(), because]);
    if !note.is_empty() {
        told.push(el("p", "note").say(&note));
    }
    section(&mut told, UNDER, words.what_happened, events(tools, &model.in_order(lit.events.into_vec())));
    section(&mut told, UNDER, words.who_said_what, quotes(tools, &quoted, true));
    Some(told)
}
