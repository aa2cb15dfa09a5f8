//! What the studio says of a story's items and of corrections, in English: an
//! editor's page.

use std::cmp::Ordering;

use story::{Correction as C, EntityId, Evidence, Figure, Relation, Story};

/// The name of an entity; its id, where there is no such entity.
pub(crate) fn name_of(story: &Story, entity: &EntityId) -> String {
    story.entities.iter().find(|item| item.id == *entity).map_or_else(|| entity.to_string(), |item| item.name.clone())
}

/// `Ada Smit, holds office: Delft (mayor of)`.
pub(crate) fn relation(story: &Story, relation: &Relation) -> String {
    let kind = relation.kind.name().replace('_', " ");
    let label = relation.label.as_deref().map(|label| format!(" ({label})")).unwrap_or_default();
    format!("{}, {kind}: {}{label}", name_of(story, &relation.from), name_of(story, &relation.to))
}

/// `over 28000000000 USD: trade`.
pub(crate) fn figure(figure: &Figure) -> String {
    let before = figure.qualifier.as_deref().map(|qualifier| format!("{qualifier} ")).unwrap_or_default();
    let unit = figure.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let about = figure.about.as_deref().map(|about| format!(": {about}")).unwrap_or_default();
    format!("{before}{}{unit}{about}", figure.value)
}

/// The first words of a quote.
pub(crate) fn words(text: &str) -> String {
    const MOST: usize = 60;
    let mut short: String = text.chars().take(MOST).collect();
    if text.chars().count() > MOST {
        short.push('…');
    }
    format!("“{short}”")
}

/// A sentence that is evidence, in its paragraph, and who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Said {
    pub(crate) by: String,
    pub(crate) before: String,
    pub(crate) sentence: String,
    pub(crate) after: String,
}

/// The sentences behind an item, each once.
pub(crate) fn said(story: &Story, evidence: &[Evidence]) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    for span in evidence {
        let Some(article) = story.articles.iter().find(|article| article.id == span.article) else { continue };
        let Some(sentence) = article.sentences.get(span.sentence) else { continue };
        let by = article.publisher.clone().or_else(|| article.file.clone()).unwrap_or_else(|| article.id.to_string());
        let (mut before, mut after) = (String::new(), String::new());
        for (at, other) in article.sentences.iter().enumerate() {
            if other.paragraph != sentence.paragraph || other.of != sentence.of {
                continue;
            }
            match at.cmp(&span.sentence) {
                Ordering::Less => before.extend([other.text.as_str(), " "]),
                Ordering::Equal => {}
                Ordering::Greater => after.extend([" ", other.text.as_str()]),
            }
        }
        let said = Said { by, before, sentence: sentence.text.clone(), after };
        if !all.contains(&said) {
            all.push(said);
        }
    }
    all
}

/// What a correction does, in words; `story` is the one before it was corrected.
pub(crate) fn correction(story: &Story, correction: &C) -> String {
    let entity = |id: &EntityId| name_of(story, id);
    let title = |id: &story::EventId| {
        let event = story.events.iter().find(|event| event.id == *id);
        event.map_or_else(|| id.to_string(), |event| event.title.clone())
    };
    let of_relation = |id: &story::RelationId| {
        let found = story.relations.iter().find(|relation| relation.id == *id);
        found.map_or_else(|| id.to_string(), |found| relation(story, found))
    };
    let of_quote = |id: &story::QuoteId| {
        let quote = story.quotes.iter().find(|quote| quote.id == *id);
        quote.map_or_else(|| id.to_string(), |quote| words(&quote.text))
    };
    match correction {
        C::StoryTitle { title } => format!("The story is called “{title}”"),
        C::EntityName { entity: id, name } => format!("{} is called {name}", entity(id)),
        C::EntityKind { entity: id, kind } => format!("{} is of the kind {}", entity(id), kind.name()),
        C::MergeEntities { entity: id, into } => format!("{} is the same as {}", entity(id), entity(into)),
        C::RemoveEntity { entity: id } => format!("{} is left out", entity(id)),
        C::RelationLabel { relation, label } => format!("{}: “{label}”", of_relation(relation)),
        C::RemoveRelation { relation } => format!("{} is left out", of_relation(relation)),
        C::EventTitle { event, title: to } => format!("{}: the title is “{to}”", title(event)),
        C::EventDate { event, when: Some(when) } => format!("{}: the date is {when}", title(event)),
        C::EventDate { event, when: None } => format!("{}: the date is not known", title(event)),
        C::EventStatus { event, status } => format!("{}: {}", title(event), status.name()),
        C::RemoveEvent { event } => format!("{} is left out", title(event)),
        C::QuoteSpeaker { quote, speaker: Some(speaker) } => {
            format!("{} was said by {}", of_quote(quote), entity(speaker))
        }
        C::QuoteSpeaker { quote, speaker: None } => format!("{}: the speaker is not known", of_quote(quote)),
        C::RemoveQuote { quote } => format!("{} is left out", of_quote(quote)),
        C::RemoveFigure { figure: id } => {
            let found = story.figures.iter().find(|figure| figure.id == *id);
            format!("{} is left out", found.map_or_else(|| id.to_string(), figure))
        }
        C::RemoveDisagreement { disagreement: id } => {
            let found = story.disagreements.iter().find(|item| item.id == *id);
            let about = found.map_or_else(|| id.to_string(), |item| item.about.clone());
            format!("The difference about {about} is left out")
        }
    }
}

/// The ids and the names of all entities, by name.
pub(crate) fn names(story: &Story) -> Vec<(String, String)> {
    let mut names: Vec<_> = story.entities.iter().map(|item| (item.id.to_string(), item.name.clone())).collect();
    names.sort_by(|(_, one), (_, other)| one.cmp(other));
    names
}

#[cfg(test)]
mod tests {
    use story::{EntityId, EventId, When};

    use super::*;

    #[test]
    fn a_correction_is_told_by_what_the_item_was_called() {
        let ada = r#"{"id": "ada", "kind": "person", "name": "Ada Smit"}"#;
        let opened =
            r#"{"id": "opened", "kind": "other", "title": "The bridge opens", "status": "planned", "evidence": []}"#;
        let text = format!(r#"{{"format": "backstory/1", "title": "", "entities": [{ada}], "events": [{opened}]}}"#);
        let story = Story::from_json(&text).unwrap();
        let told = |of: C| correction(&story, &of);
        let entity = EntityId::new("ada");
        let merge = C::MergeEntities { entity: entity.clone(), into: EntityId::new("mayor") };
        assert_eq!(told(merge), "Ada Smit is the same as mayor", "an id where there is no name");
        assert_eq!(told(C::RemoveEntity { entity }), "Ada Smit is left out");
        let date = C::EventDate { event: EventId::new("opened"), when: When::parse("2024-07").ok() };
        assert_eq!(told(date), "The bridge opens: the date is 2024-07");
    }

    #[test]
    fn a_long_quote_is_cut() {
        assert_eq!(words("It is open."), "“It is open.”");
        assert_eq!(words(&"é".repeat(99)).chars().count(), 63);
    }
}
