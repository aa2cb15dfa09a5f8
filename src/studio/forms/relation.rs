//! A relation: its two ends, its kind and its words.

use leptos::prelude::*;
use story::{Correction, EntityId, RelationId, RelationKind};

use super::super::Studio;
use super::super::catalogue::Kind;
use super::super::fields::{Choice, Remove, Sentences, Text, filled, names_of};
use super::super::pick::Pick;
use super::part;

#[component]
pub(super) fn OfRelation(studio: Studio, id: RelationId) -> impl IntoView {
    let relation = StoredValue::new(id.clone());
    let words = studio.words(Kind::Relation, id.to_string());
    let item = studio.of_story(move |story| story.relations.iter().find(|item| item.id == id).cloned());
    let label = part(item, |item| item.label.clone().unwrap_or_default());
    let kind = part(item, |item| item.kind.name().to_owned());
    let from = part(item, |item| item.from.to_string());
    let to = part(item, |item| item.to.to_string());
    // `other` says nothing by itself.
    let kinds = Memo::new(move |_| {
        let mut kinds = names_of(RelationKind::ALL, RelationKind::name);
        kinds.retain(|(name, _)| *name != RelationKind::Other.name() || label.with(|label| !label.is_empty()));
        kinds
    });
    let set_kind = move |name: String| {
        if let Some(kind) = RelationKind::ALL.iter().copied().find(|kind| kind.name() == name) {
            studio.correct(Correction::RelationKind { relation: relation.get_value(), kind });
        }
    };
    let set_ends = move |from: String, to: String| {
        if from == to {
            return Err("The other end is the same. Choose another, or leave the relation out.".to_owned());
        }
        let (from, to) = (EntityId::new(from), EntityId::new(to));
        studio.correct(Correction::RelationEnds { relation: relation.get_value(), from, to });
        Ok(())
    };
    let turn = move |_| {
        // Its two ends differ.
        let _ = set_ends(to.get_untracked(), from.get_untracked());
    };
    view! {
        <h2>{words}</h2>
        <Sentences studio evidence=part(item, |item| item.evidence.clone())/>
        <Pick
            studio
            kind=Kind::Entity
            label="From"
            value=from
            put=move |id| set_ends(id.unwrap_or_default(), to.get_untracked())
        />
        <Choice label="Kind" value=kind options=kinds put=set_kind/>
        <Pick
            studio
            kind=Kind::Entity
            label="To"
            value=to
            put=move |id| set_ends(from.get_untracked(), id.unwrap_or_default())
        />
        <Text
            studio
            label="Words"
            value=label
            hint="The words of the source. The kind “other” needs them."
            put=move |text| filled(text).map(|label| studio.correct(Correction::RelationLabel { relation: relation.get_value(), label }))
        />
        <button class="button" on:click=turn>"Turn it round"</button>
        <Remove studio correction=Correction::RemoveRelation { relation: relation.get_value() }/>
    }
}
