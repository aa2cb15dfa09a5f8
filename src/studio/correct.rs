//! The item that is selected, and what can be corrected of it.

use leptos::prelude::*;
use story::{
    Correction, DisagreementId, EntityId, EntityKind, EventId, FigureId, QuoteId, RelationId, Status, Story, When,
};

use super::fields::{Choice, Remove, Sentences, Text, names_of};
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
    view! {
        <section aria-label="Correct" class="correct">
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
        <Text label="Title" value=title put=move |title| studio.correct(Correction::StoryTitle { title })/>
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
    let merge = move |into: String| {
        let into = EntityId::new(into);
        studio.correct(Correction::MergeEntities { entity: entity.get_value(), into: into.clone() });
        studio.select(Some(into.to_string()));
    };
    view! {
        <h2>{name}</h2>
        <Text
            label="Name"
            value=name
            put=move |name| studio.correct(Correction::EntityName { entity: entity.get_value(), name })
        />
        <Choice label="Kind" value=kind options=kinds put=set_kind/>
        <Choice label="Is the same as" value=Memo::new(|_| String::new()) options=others empty="nobody else here" put=merge/>
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
            put=move |label| studio.correct(Correction::RelationLabel { relation: relation.get_value(), label })
        />
        <Remove studio correction=Correction::RemoveRelation { relation: relation.get_value() }/>
    }
}

#[component]
fn OfEvent(studio: Studio, id: EventId) -> impl IntoView {
    let event = StoredValue::new(id.clone());
    let item = studio.of_story(move |story| story.events.iter().find(|item| item.id == id).cloned());
    let title = part(item, |item| item.title.clone());
    let when = part(item, |item| item.when.as_ref().map(ToString::to_string).unwrap_or_default());
    let status = part(item, |item| item.status.name().to_owned());
    let statuses = Memo::new(|_| names_of(Status::ALL, Status::name));
    let wrong = RwSignal::new(None::<String>);
    let set_date = move |text: String| {
        let when = Some(text.trim()).filter(|text| !text.is_empty()).map(When::parse).transpose();
        match when {
            Ok(when) => {
                wrong.set(None);
                studio.correct(Correction::EventDate { event: event.get_value(), when });
            }
            Err(error) => wrong.set(Some(error.to_string())),
        }
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
            put=move |title| studio.correct(Correction::EventTitle { event: event.get_value(), title })
        />
        <Text label="Date" value=when put=set_date/>
        <p class="note">"EDTF: 2024-07-03, 2024-07, 2024, 2024-23 (autumn), 2024-07-03/2024-07-05, 2024~."</p>
        {move || wrong.get().map(|wrong| view! { <p role="alert">{wrong}</p> })}
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
