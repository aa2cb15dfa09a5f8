//! The details of an entity: what it took part in, how it hangs together with
//! others, what it said.

use leptos::prelude::*;
use story::Relation;

use super::cite::citations;
use super::parts::{MOST_LINES, disagreements, entity_link, events, quotes, section};
use crate::app::Tools;
use crate::diagram::line_text;
use crate::model::Selection;
use crate::words::say_when;

pub(super) fn entity(tools: Tools, entity: usize) -> impl IntoView {
    let model = tools.state.model();
    let words = tools.state.words();
    let item = model.story.entities.get(entity)?;
    let of = model.index.of_entity(entity)?;
    let office = of
        .relations
        .iter()
        .map(|&relation| &model.story.relations[relation])
        .find(|relation| relation.kind == story::RelationKind::HoldsOffice && relation.from == item.id);
    let office = office.map(|relation| {
        let to = super::heading(
            &model,
            tools.state.model().find(relation.to.as_str()).unwrap_or(Selection::Entity(entity)),
            words,
        );
        [&line_text(relation, words), words.joint, &to].concat()
    });
    let what = office.unwrap_or_else(|| (words.kind)(item.kind).to_owned());
    let named_in = (words.named_in)(of.articles.len(), model.story.articles.len());
    let aliases: Vec<&str> = item.aliases.iter().map(String::as_str).filter(|alias| *alias != item.name).collect();
    let also = (!aliases.is_empty()).then(|| {
        let also = (words.also_called)(&aliases.join(", "));
        view! { <p class="note">{also}</p> }
    });
    let relations =
        of.relations.iter().take(MOST_LINES).map(|&relation| relation_row(tools, relation, entity)).collect_view();
    let differ = disagreements_about(tools, &of.articles, of);
    // Where nothing else is known, the sentences that name it still are.
    let bare = of.events.is_empty() && of.relations.is_empty() && of.quotes.is_empty();
    let first_mentions: Vec<_> = item.mentions.iter().take(3).map(story::Mention::evidence).collect();
    Some(view! {
        <h3>{item.name.clone()}</h3>
        <p class="role">{format!("{what} · {named_in}")}</p>
        {also}
        {section(words.what_happened, of.events.is_empty(), events(tools, &model.in_order(of.events.clone())))}
        {section(words.said, of.quotes.is_empty(), quotes(tools, &of.quotes, false))}
        {section(words.relations, of.relations.is_empty(), view! { <ul class="rows">{relations}</ul> })}
        {section(words.differ, differ.is_empty(), disagreements(tools, &differ))}
        {section(words.what_the_sources_say, !bare, citations(tools, &first_mentions))}
    })
}

/// A relation as seen from one of its ends.
fn relation_row(tools: Tools, relation: usize, from: usize) -> impl IntoView + use<> {
    let state = tools.state;
    let model = state.model();
    let words = state.words();
    let item: &Relation = model.story.relations.get(relation)?;
    let starts_here = model.index.entity(item.from.as_str()) == Some(from);
    let (text, other) = if starts_here {
        (line_text(item, words), &item.to)
    } else {
        ((words.relation_back)(item.kind).to_owned(), &item.from)
    };
    let when = item.when.as_ref().map(|when| tools.say(|intl| say_when(when, words, intl)));
    let note = when.into_iter().chain([model.outlets(&item.evidence).join(" · ")]).collect::<Vec<_>>().join(" · ");
    let select = move |_| state.select(Some(Selection::Relation(relation)));
    Some(view! {
        <li class="relation">
            <button type="button" class="link" on:click=select>{text}</button>
            {words.joint}
            {entity_link(tools, other)}
            <span class="note">{note}</span>
        </li>
    })
}

/// The disagreements whose figures or events are about the entity.
fn disagreements_about(tools: Tools, articles: &[usize], of: &story::OfEntity) -> Vec<usize> {
    let model = tools.state.model();
    let figures = of.figures.iter().flat_map(|&figure| &model.story.figures[figure].evidence);
    let events = of.events.iter().flat_map(|&event| &model.story.events[event].evidence);
    let sentences = model.sentences(&mut figures.chain(events));
    let about = |disagreement: &usize| {
        let claims = &model.story.disagreements[*disagreement].claims;
        claims.iter().flat_map(|claim| &claim.evidence).any(|span| {
            model.rests_on(std::slice::from_ref(span), &sentences)
                && model.index.article(span.article.as_str()).is_some_and(|article| articles.contains(&article))
        })
    };
    (0..model.story.disagreements.len()).filter(about).collect()
}
