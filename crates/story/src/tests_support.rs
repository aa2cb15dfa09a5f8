//! A small sound story for this crate's tests.

use crate::{
    Article, ArticleId, ArticleKind, Entity, EntityId, EntityKind, Event, EventId, EventKind, Evidence, Mention,
    Participant, Relation, RelationId, RelationKind, Sentence, SentencePart, Status, Story, TextRights, Via, When,
};

/// A span of a sentence of the article `a`.
pub(crate) fn evidence(sentence: usize, start: usize, end: usize) -> Evidence {
    Evidence { article: ArticleId::new("a"), sentence, start, end }
}

/// `Ada met Bo in Delft today.`: one article, three entities, a relation and
/// an event.
pub(crate) fn story() -> Story {
    let mut story = Story::new("Ada and Bo");
    story.articles.push(Article {
        id: ArticleId::new("a"),
        file: None,
        url: None,
        publisher: Some("The Paper".to_owned()),
        headline: None,
        byline: None,
        language: Some("en".to_owned()),
        kind: ArticleKind::Report,
        dateline_place: None,
        published: None,
        text: TextRights::Full,
        sentences: vec![Sentence {
            text: "Ada met Bo in Delft today.".to_owned(),
            paragraph: 0,
            of: SentencePart::Body,
        }],
    });
    for (id, kind, start, end) in
        [("ada", EntityKind::Person, 0, 3), ("bo", EntityKind::Person, 8, 10), ("delft", EntityKind::Place, 14, 19)]
    {
        story.entities.push(Entity {
            id: EntityId::new(id),
            kind,
            name: id.to_owned(),
            code: None,
            aliases: Vec::new(),
            mentions: vec![Mention { article: ArticleId::new("a"), sentence: 0, start, end, via: Via::Name }],
        });
    }
    story.relations.push(Relation {
        id: RelationId::new("ada-met-bo"),
        from: EntityId::new("ada"),
        to: EntityId::new("bo"),
        kind: RelationKind::Met,
        label: None,
        when: None,
        evidence: vec![evidence(0, 0, 10)],
    });
    story.events.push(Event {
        id: EventId::new("meeting"),
        kind: EventKind::Meeting,
        title: "Ada meets Bo".to_owned(),
        when: When::parse("2024-07").ok(),
        basis: None,
        because: None,
        status: Status::Happened,
        place: Some(EntityId::new("delft")),
        participants: vec![Participant { entity: EntityId::new("ada"), role: None }],
        follows: None,
        evidence: vec![evidence(0, 0, 25)],
    });
    story
}
