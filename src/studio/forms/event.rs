//! An event: what it was, when, where, who took part, and which is the same.

use leptos::html::Section;
use leptos::prelude::*;
use story::{Correction, EntityId, EventId, EventKind, Status};

use super::super::Studio;
use super::super::catalogue::Kind;
use super::super::fields::{Choice, Remove, Sentences, Text, filled, names_of};
use super::super::focus::focus_in;
use super::super::pick::Pick;
use super::same::Same;
use super::{EXAMPLES, date, part};

#[component]
pub(super) fn OfEvent(studio: Studio, id: EventId) -> impl IntoView {
    let event = StoredValue::new(id.clone());
    let item = studio.of_story(move |story| story.events.iter().find(|item| item.id == id).cloned());
    let title = part(item, |item| item.title.clone());
    let when = part(item, |item| item.when.as_ref().map(ToString::to_string).unwrap_or_default());
    let kind = part(item, |item| item.kind.name().to_owned());
    let status = part(item, |item| item.status.name().to_owned());
    let place = part(item, |item| item.place.as_ref().map(ToString::to_string).unwrap_or_default());
    // How the date is known, where the sources do not simply say it.
    let because = part(item, |item| item.because.as_ref().map(|because| format!("The date is inferred: {because}")));
    let kinds = Memo::new(|_| names_of(EventKind::ALL, EventKind::name));
    let statuses = Memo::new(|_| names_of(Status::ALL, Status::name));
    let set_date = move |text: &str| {
        let when = date(text)?;
        studio.correct(Correction::EventDate { event: event.get_value(), when });
        Ok(())
    };
    let set_kind = move |name: String| {
        if let Some(kind) = EventKind::ALL.iter().copied().find(|kind| kind.name() == name) {
            studio.correct(Correction::EventKind { event: event.get_value(), kind });
        }
    };
    let set_status = move |name: String| {
        if let Some(status) = Status::ALL.iter().copied().find(|status| status.name() == name) {
            studio.correct(Correction::EventStatus { event: event.get_value(), status });
        }
    };
    let set_place = move |id: Option<String>| {
        studio.correct(Correction::EventPlace { event: event.get_value(), place: id.map(EntityId::new) });
        Ok(())
    };
    let merge = move |into: String| Correction::MergeEvents { event: event.get_value(), into: EventId::new(into) };
    view! {
        <h2>{title}</h2>
        <Sentences studio evidence=part(item, |item| item.evidence.clone())/>
        <Text
            studio
            label="Title"
            value=title
            put=move |text| filled(text).map(|title| studio.correct(Correction::EventTitle { event: event.get_value(), title }))
        />
        <Text studio label="Date" value=when hint=EXAMPLES put=set_date/>
        {move || because.get().map(|because| view! { <p class="note">{because}</p> })}
        <Choice label="Kind" value=kind options=kinds put=set_kind/>
        <Choice label="Status" value=status options=statuses put=set_status/>
        <Pick studio kind=Kind::Entity label="Place" value=place empty="not known" put=set_place/>
        <Participants
            studio
            event=event.get_value()
            all=part(item, |item| item.participants.iter().map(|participant| participant.entity.clone()).collect())
        />
        <Same studio kind=Kind::Event id=event.get_value().to_string() merge/>
        <Remove studio correction=Correction::RemoveEvent { event: event.get_value() }/>
    }
}

/// Who took part: each can be taken out, and another be added.
#[component]
fn Participants(studio: Studio, event: EventId, all: Memo<Vec<EntityId>>) -> impl IntoView {
    let event = StoredValue::new(event);
    let section = NodeRef::<Section>::new();
    let remove = move |entity: EntityId| {
        studio.correct(Correction::RemoveParticipant { event: event.get_value(), entity });
        focus_in(section, |section| section.query_selector("input").ok().flatten());
    };
    let add = move |id: Option<String>| {
        if let Some(entity) = id.map(EntityId::new) {
            if all.with_untracked(|all| all.contains(&entity)) {
                return Err("This one takes part already.".to_owned());
            }
            studio.correct(Correction::AddParticipant { event: event.get_value(), entity });
        }
        Ok(())
    };
    view! {
        <section class="participants" aria-label="Who took part" node_ref=section>
            <h3>"Who took part"</h3>
            <ul>
                <For each=move || all.get() key=Clone::clone let(entity)>
                    {
                        let name = studio.words(Kind::Entity, entity.to_string());
                        view! {
                            <li>
                                {name}
                                <button
                                    aria-label=move || format!("Take {} out", name.get())
                                    on:click=move |_| remove(entity.clone())
                                >
                                    "×"
                                </button>
                            </li>
                        }
                    }
                </For>
            </ul>
            <Pick
                studio
                kind=Kind::Entity
                label="Who else took part"
                value=Memo::new(|_| String::new())
                empty="a name to add"
                put=add
            />
        </section>
    }
}
