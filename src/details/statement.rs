//! The details of what is said: a relation, a quote in all its wordings, a
//! disagreement, an article.

use leptos::prelude::*;

use super::cite::{citations, source};
use super::parts::{entity_link, events, quotes, said, section};
use crate::app::Tools;
use crate::diagram::line_text;
use crate::model::Selection;
use crate::words::say_when;
use crate::words::template::{Piece, pieces};

pub(super) fn relation(tools: Tools, relation: usize) -> impl IntoView {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.relations.get(relation)?;
    let when = item.when.as_ref().map(|when| tools.say(|intl| say_when(when, words, intl)));
    let sources = (words.source_count)(model.index.sources(&item.evidence).len());
    let role = when.into_iter().chain([sources]).collect::<Vec<_>>().join(" · ");
    let heading = pieces(words.relation_said).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.into_any(),
        Piece::Place("from") => entity_link(tools, &item.from),
        Piece::Place("to") => entity_link(tools, &item.to),
        Piece::Place(_) => line_text(item, words).into_any(),
    });
    let heading = heading.collect_view();
    let others: Vec<usize> = model.between(relation).collect();
    let rows = others.iter().map(|&other| {
        let heading = super::heading(&model, Selection::Relation(other), words);
        let select = move |_| tools.state.select(Some(Selection::Relation(other)));
        view! { <li class="relation"><button type="button" class="link" on:click=select>{heading}</button></li> }
    });
    let rows = rows.collect_view();
    Some(view! {
        <h3>{heading}</h3>
        <p class="role">{role}</p>
        {section(words.what_the_sources_say, item.evidence.is_empty(), citations(tools, &item.evidence))}
        {section(words.also_between, others.is_empty(), view! { <ul class="rows">{rows}</ul> })}
    })
}

pub(super) fn quote(tools: Tools, quote: usize) -> impl IntoView {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.quotes.get(quote)?;
    let speaker = item.speaker.as_ref().map(|speaker| entity_link(tools, speaker));
    let versions = item.same_as.as_ref().map_or(&[][..], |utterance| model.index.versions(utterance));
    // One article gives an utterance once: what else it has of it is its own text going on.
    let elsewhere = |other: &usize| model.story.quotes[*other].article != item.article;
    let others: Vec<usize> = versions.iter().copied().filter(elsewhere).collect();
    Some(view! {
        <h3>{speaker.unwrap_or_else(|| words.unknown_speaker.into_any())}</h3>
        {spoken(tools, quote)}
        {section(
            words.in_other_wordings,
            others.is_empty(),
            others.iter().map(|&other| spoken(tools, other)).collect_view(),
        )}
        {section(words.what_the_sources_say, item.evidence.is_empty(), citations(tools, &item.evidence))}
    })
}

/// The words of a quote, with the part that other versions share marked.
fn spoken(tools: Tools, quote: usize) -> impl IntoView + use<> {
    let model = tools.state.model();
    let item = model.story.quotes.get(quote)?;
    let article = model.index.article(item.article.as_str())?;
    let pieces = crate::model::pieces(&item.text, item.same_part.into_iter().collect());
    let pieces = pieces
        .into_iter()
        .map(|piece| if piece.marked { view! { <mark>{piece.text}</mark> }.into_any() } else { piece.text.into_any() });
    Some(view! {
        <blockquote class="spoken">
            <p><q>{pieces.collect_view()}</q></p>
            {source(tools, article)}
        </blockquote>
    })
}

pub(super) fn disagreement(tools: Tools, disagreement: usize) -> impl IntoView {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.disagreements.get(disagreement)?;
    let compatible = item.compatible.then(|| view! { <p class="role">{words.compatible}</p> });
    let claims = item.claims.iter().map(|claim| {
        view! {
            <section>
                <p class="claim">{said(tools, item.kind, &claim.says)}</p>
                {citations(tools, &claim.evidence)}
            </section>
        }
    });
    let claims = claims.collect_view();
    Some(view! {
        <p class="kicker">{words.differ}</p>
        <h3>{item.about.clone()}</h3>
        {compatible}
        {claims}
    })
}

pub(super) fn article(tools: Tools, article: usize) -> impl IntoView {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.articles.get(article)?;
    let lit = model.lit(Selection::Article(article));
    let reported = model.in_order(lit.events.into_vec());
    let quoted: Vec<usize> =
        (0..model.story.quotes.len()).filter(|&quote| model.story.quotes[quote].article == item.id).collect();
    let headline = super::heading(&model, Selection::Article(article), words);
    let byline = item.byline.clone().map(|byline| view! { <p class="note">{byline}</p> });
    let published = item.published.as_ref().and_then(|published| published.because.clone());
    Some(view! {
        <h3>{headline}</h3>
        {source(tools, article)}
        {byline}
        {published.map(|because| view! { <p class="note">{because}</p> })}
        {section(words.what_happened, reported.is_empty(), events(tools, &reported))}
        {section(words.who_said_what, quoted.is_empty(), quotes(tools, &quoted, true))}
    })
}
