//! The item that is selected, and what can be corrected of it.

use leptos::html::Section;
use leptos::prelude::*;
use story::{
    Correction, DisagreementId, EntityId, EntityKind, EventId, FigureId, QuoteId, RelationId, Status, Story, When,
};

use super::fields::{Choice, Remove, Sentences, Text, filled, names_of};
use super::focus::focus_heading;
use super::{Studio, wording};

/// What is selected, by the list of the dataset that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Chosen {
    Nothing,
    Entity(EntityId),
    Relation(RelationId),
    Event(EventId),
    Quote(QuoteId),
    Figure(FigureId),
    Disagreement(DisagreementId),
}

/// The item with an id, in the order in which the widget looks for it.
fn chosen(story: &Story, id: &str) -> Chosen {
    if story.entities.iter().any(|item| item.id.as_str() == id) {
        Chosen::Entity(EntityId::new(id))
    } else if story.events.iter().any(|item| item.id.as_str() == id) {
        Chosen::Event(EventId::new(id))
    } else if story.relations.iter().any(|item| item.id.as_str() == id) {
        Chosen::Relation(RelationId::new(id))
    } else if story.quotes.iter().any(|item| item.id.as_str() == id) {
        Chosen::Quote(QuoteId::new(id))
    } else if story.figures.iter().any(|item| item.id.as_str() == id) {
        Chosen::Figure(FigureId::new(id))
    } else if story.disagreements.iter().any(|item| item.id.as_str() == id) {
        Chosen::Disagreement(DisagreementId::new(id))
    } else {
        Chosen::Nothing
    }
}

#[component]
pub(super) fn Correct(studio: Studio) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let id = studio.selected.get().unwrap_or_default();
        studio.corrected.with(|(story, _)| chosen(story, &id))
    });
    let form = NodeRef::<Section>::new();
    Effect::new(move |before: Option<usize>| {
        let visits = studio.visits.get();
        if before.is_some_and(|before| before != visits) {
            focus_heading(form);
        }
        visits
    });
    view! {
        <section aria-label="Correct" class="correct" node_ref=form>
            {move || match shown.get() {
                Chosen::Nothing => view! { <OfStory studio/> }.into_any(),
                Chosen::Entity(id) => view! { <OfEntity studio id/> }.into_any(),
                Chosen::Relation(id) => view! { <OfRelation studio id/> }.into_any(),
                Chosen::Event(id) => view! { <OfEvent studio id/> }.into_any(),
                Chosen::Quote(id) => view! { <OfQuote studio id/> }.into_any(),
                Chosen::Figure(id) => view! { <OfFigure studio id/> }.into_any(),
                Chosen::Disagreement(id) => view! { <OfDisagreement studio id/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn OfStory(studio: Studio) -> impl IntoView {
    let title = studio.of_story(|story| story.title.clone());
    view! {
        <h2>"The story"</h2>
        <Text label="Title" value=title put=move |text| {
            filled(text).map(|title| studio.correct(Correction::StoryTitle { title }))
        }/>
        <p class="note">"Choose a name, a line, an event or a quote, here or in the story, to correct it."</p>
    }
}

#[component]
fn OfEntity(studio: Studio, id: EntityId) -> impl IntoView {
    let entity = StoredValue::new(id.clone());
    let item = studio.of_story(move |story| story.entities.iter().find(|item| item.id == id).cloned());
    let name = part(item, |item| item.name.clone());
    let kind = part(item, |item| item.kind.name().to_owned());
    let kinds = Memo::new(|_| names_of(EntityKind::ALL, EntityKind::name));
    let others = Memo::new(move |_| {
        let id = entity.get_value();
        studio
            .corrected
            .with(|(story, _)| wording::names(story))
            .into_iter()
            .filter(|(other, _)| *other != id.as_str())
            .collect()
    });
    let set_kind = move |name: String| {
        if let Some(kind) = EntityKind::ALL.iter().copied().find(|kind| kind.name() == name) {
            studio.correct(Correction::EntityKind { entity: entity.get_value(), kind });
        }
    };
    let other = RwSignal::new(String::new());
    let merge = move |_| {
        let into = other.get_untracked();
        if !into.is_empty() {
            studio.correct(Correction::MergeEntities { entity: entity.get_value(), into: EntityId::new(into.clone()) });
            studio.go_to(into);
        }
    };
    view! {
        <h2>{name}</h2>
        <Text
            label="Name"
            value=name
            put=move |text| filled(text).map(|name| studio.correct(Correction::EntityName { entity: entity.get_value(), name }))
        />
        <Choice label="Kind" value=kind options=kinds put=set_kind/>
        <Choice
            label="Is the same as"
            value=Memo::new(move |_| other.get())
            options=others
            empty="nobody else here"
            put=move |id| other.set(id)
        />
        <button class="button" disabled=move || other.with(String::is_empty) on:click=merge>"Make them one"</button>
        <Remove studio correction=Correction::RemoveEntity { entity: entity.get_value() }/>
    }
}

#[component]
fn OfRelation(studio: Studio, id: RelationId) -> impl IntoView {
    let relation = StoredValue::new(id.clone());
    let item = studio.of_story(move |story| story.relations.iter().find(|item| item.id == id).cloned());
    let label = part(item, |item| item.label.clone().unwrap_or_default());
    let words = Memo::new(move |_| {
        let item = item.get();
        studio.corrected.with(|(story, _)| item.map(|item| wording::relation(story, &item)).unwrap_or_default())
    });
    view! {
        <h2>{words}</h2>
        <Sentences studio evidence=part(item, |item| item.evidence.clone())/>
        <Text
            label="Words"
            value=label
            put=move |text| filled(text).map(|label| studio.correct(Correction::RelationLabel { relation: relation.get_value(), label }))
        />
        <Remove studio correction=Correction::RemoveRelation { relation: relation.get_value() }/>
    }
}

/// How dates are written, for an editor.
const EXAMPLES: &str = "EDTF: 2024-07-03, 2024-07, 2024, 2024-23 (autumn), 2024-07-03/2024-07-05, 2024~.";

#[component]
fn OfEvent(studio: Studio, id: EventId) -> impl IntoView {
    let event = StoredValue::new(id.clone());
    let item = studio.of_story(move |story| story.events.iter().find(|item| item.id == id).cloned());
    let title = part(item, |item| item.title.clone());
    let when = part(item, |item| item.when.as_ref().map(ToString::to_string).unwrap_or_default());
    let status = part(item, |item| item.status.name().to_owned());
    let statuses = Memo::new(|_| names_of(Status::ALL, Status::name));
    let set_date = move |text: &str| {
        let when = Some(text).filter(|text| !text.is_empty()).map(When::parse).transpose();
        let when = when.map_err(|error| format!("{error}. {EXAMPLES}"))?;
        studio.correct(Correction::EventDate { event: event.get_value(), when });
        Ok(())
    };
    let set_status = move |name: String| {
        if let Some(status) = Status::ALL.iter().copied().find(|status| status.name() == name) {
            studio.correct(Correction::EventStatus { event: event.get_value(), status });
        }
    };
    view! {
        <h2>{title}</h2>
        <Sentences studio evidence=part(item, |item| item.evidence.clone())/>
        <Text
            label="Title"
            value=title
            put=move |text| filled(text).map(|title| studio.correct(Correction::EventTitle { event: event.get_value(), title }))
        />
        <Text label="Date" value=when hint=EXAMPLES put=set_date/>
        <Choice label="Status" value=status options=statuses put=set_status/>
        <Remove studio correction=Correction::RemoveEvent { event: event.get_value() }/>
    }
}

#[component]
fn OfQuote(studio: Studio, id: QuoteId) -> impl IntoView {
    let quote = StoredValue::new(id.clone());
    let item = studio.of_story(move |story| story.quotes.iter().find(|item| item.id == id).cloned());
    let speaker = part(item, |item| item.speaker.as_ref().map(ToString::to_string).unwrap_or_default());
    let set_speaker = move |id: String| {
        let speaker = Some(id).filter(|id| !id.is_empty()).map(EntityId::new);
        studio.correct(Correction::QuoteSpeaker { quote: quote.get_value(), speaker });
    };
    view! {
        <h2>{part(item, |item| wording::words(&item.text))}</h2>
        <Sentences studio evidence=part(item, |item| item.evidence.clone())/>
        <Choice label="Said by" value=speaker options=studio.of_story(wording::names) empty="not known" put=set_speaker/>
        <Remove studio correction=Correction::RemoveQuote { quote: quote.get_value() }/>
    }
}

#[component]
fn OfFigure(studio: Studio, id: FigureId) -> impl IntoView {
    let figure = id.clone();
    let item = studio.of_story(move |story| story.figures.iter().find(|item| item.id == id).cloned());
    view! {
        <h2>{part(item, wording::figure)}</h2>
        <Sentences studio evidence=part(item, |item| item.evidence.clone())/>
        <Remove studio correction=Correction::RemoveFigure { figure }/>
    }
}

#[component]
fn OfDisagreement(studio: Studio, id: DisagreementId) -> impl IntoView {
    let disagreement = id.clone();
    let item = studio.of_story(move |story| story.disagreements.iter().find(|item| item.id == id).cloned());
    let evidence = part(item, |item| item.claims.iter().flat_map(|claim| claim.evidence.clone()).collect());
    view! {
        <h2>{part(item, |item| item.about.clone())}</h2>
        <Sentences studio evidence/>
        <Remove studio correction=Correction::RemoveDisagreement { disagreement }/>
    }
}

/// A part of an item, heard of when it changes; nothing of an item that is gone.
fn part<T, U>(item: Memo<Option<T>>, get: fn(&T) -> U) -> Memo<U>
where
    T: Send + Sync + 'static,
    U: Default + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| item.with(|item| item.as_ref().map(get).unwrap_or_default()))
}
