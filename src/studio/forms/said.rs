//! What was said: a quote, a figure, a difference between the sources.

use leptos::prelude::*;
use story::{Correction, DisagreementId, EntityId, FigureId, QuoteId};

use super::super::catalogue::Kind;
use super::super::fields::{Remove, Sentences};
use super::super::pick::Pick;
use super::super::{Studio, wording};
use super::part;

#[component]
pub(super) fn OfQuote(studio: Studio, id: QuoteId) -> impl IntoView {
    let quote = StoredValue::new(id.clone());
    let item = studio.of_story(move |story| story.quotes.iter().find(|item| item.id == id).cloned());
    let speaker = part(item, |item| item.speaker.as_ref().map(ToString::to_string).unwrap_or_default());
    let set_speaker = move |id: Option<String>| {
        studio.correct(Correction::QuoteSpeaker { quote: quote.get_value(), speaker: id.map(EntityId::new) });
        Ok(())
    };
    view! {
        <h2>{part(item, |item| wording::words(&item.text))}</h2>
        <Sentences studio evidence=part(item, |item| item.evidence.clone())/>
        <Pick studio kind=Kind::Entity label="Said by" value=speaker empty="not known" put=set_speaker/>
        <Remove studio correction=Correction::RemoveQuote { quote: quote.get_value() }/>
    }
}

#[component]
pub(super) fn OfFigure(studio: Studio, id: FigureId) -> impl IntoView {
    let figure = id.clone();
    let item = studio.of_story(move |story| story.figures.iter().find(|item| item.id == id).cloned());
    view! {
        <h2>{part(item, wording::figure)}</h2>
        <Sentences studio evidence=part(item, |item| item.evidence.clone())/>
        <Remove studio correction=Correction::RemoveFigure { figure }/>
    }
}

#[component]
pub(super) fn OfDisagreement(studio: Studio, id: DisagreementId) -> impl IntoView {
    let disagreement = id.clone();
    let item = studio.of_story(move |story| story.disagreements.iter().find(|item| item.id == id).cloned());
    let evidence = part(item, |item| item.claims.iter().flat_map(|claim| claim.evidence.clone()).collect());
    view! {
        <h2>{part(item, |item| item.about.clone())}</h2>
        <Sentences studio evidence/>
        <Remove studio correction=Correction::RemoveDisagreement { disagreement }/>
    }
}
