//! An entity: its name, its kind, and who is the same.

use leptos::prelude::*;
use story::{Correction, EntityId, EntityKind};

use super::super::Studio;
use super::super::catalogue::Kind;
use super::super::fields::{Choice, Remove, Text, filled, names_of};
use super::part;
use super::same::Same;

#[component]
pub(super) fn OfEntity(studio: Studio, id: EntityId) -> impl IntoView {
    let entity = StoredValue::new(id.clone());
    let item = studio.of_story(move |story| story.entities.iter().find(|item| item.id == id).cloned());
    let name = part(item, |item| item.name.clone());
    let kind = part(item, |item| item.kind.name().to_owned());
    let kinds = Memo::new(|_| names_of(EntityKind::ALL, EntityKind::name));
    let set_kind = move |name: String| {
        if let Some(kind) = EntityKind::ALL.iter().copied().find(|kind| kind.name() == name) {
            studio.correct(Correction::EntityKind { entity: entity.get_value(), kind });
        }
    };
    let merge = move |into: String| Correction::MergeEntities { entity: entity.get_value(), into: EntityId::new(into) };
    view! {
        <h2>{name}</h2>
        <Text
            studio
            label="Name"
            value=name
            put=move |text| filled(text).map(|name| studio.correct(Correction::EntityName { entity: entity.get_value(), name }))
        />
        <Choice label="Kind" value=kind options=kinds put=set_kind/>
        <Same studio kind=Kind::Entity id=entity.get_value().to_string() merge/>
        <Remove studio correction=Correction::RemoveEntity { entity: entity.get_value() }/>
    }
}
