//! A small story, a plain calendar and a plain measure, for this crate's tests.

use drawing::geometry::Size;
use leptos::prelude::Owner;
use story::{
    Article, ArticleId, ArticleKind, Basis, Entity, EntityId, EntityKind, Event, EventId, EventKind, Evidence, Mention,
    Participant, Published, Relation, RelationId, RelationKind, Sentence, SentencePart, Status, Story, TextRights, Via,
    When,
};

use crate::model::Model;
use crate::state::State;
use crate::words::{Calendar, EN};

const ARTICLE: &str = "paper-2024-07-03";

fn evidence(sentence: usize, start: usize, end: usize) -> Evidence {
    Evidence { article: ArticleId::new(ARTICLE), sentence, start, end }
}

fn entity(id: &str, kind: EntityKind, name: &str, sentence: usize, start: usize, end: usize) -> Entity {
    let mention = Mention { article: ArticleId::new(ARTICLE), sentence, start, end, via: Via::Name };
    Entity {
        id: EntityId::new(id),
        kind,
        name: name.to_owned(),
        code: None,
        aliases: Vec::new(),
        mentions: vec![mention],
    }
}

fn event(id: &str, title: &str, when: &str, who: &[&str], evidence: Evidence) -> Event {
    Event {
        id: EventId::new(id),
        kind: EventKind::Meeting,
        title: title.to_owned(),
        when: When::parse(when).ok(),
        basis: Some(Basis::Stated),
        because: None,
        status: Status::Happened,
        place: Some(EntityId::new("delft")),
        participants: who.iter().map(|id| Participant { entity: EntityId::new(*id), role: None }).collect(),
        follows: None,
        evidence: vec![evidence],
    }
}

/// Ada met Bo in Delft on 3 July 2024; Bo is to come back that autumn.
pub(crate) fn meeting() -> Story {
    let mut story = Story::new("Ada and Bo");
    let sentence = |text: &str| Sentence { text: text.to_owned(), paragraph: 0, of: SentencePart::Body };
    story.articles.push(Article {
        id: ArticleId::new(ARTICLE),
        file: None,
        url: Some("https://example.org/ada".to_owned()),
        publisher: Some("The Paper".to_owned()),
        headline: Some("Ada meets Bo".to_owned()),
        byline: None,
        language: Some("en".to_owned()),
        kind: ArticleKind::Report,
        dateline_place: None,
        published: When::parse("2024-07-03").ok().map(|when| Published { when, basis: Basis::Stated, because: None }),
        text: TextRights::Full,
        sentences: vec![sentence("Ada met Bo in Delft today."), sentence("Bo will return this autumn.")],
    });
    story.entities = vec![
        entity("ada", EntityKind::Person, "Ada", 0, 0, 3),
        entity("bo", EntityKind::Person, "Bo", 0, 8, 10),
        entity("delft", EntityKind::Place, "Delft", 0, 14, 19),
    ];
    story.relations = vec![Relation {
        id: RelationId::new("ada-met-bo"),
        from: EntityId::new("ada"),
        to: EntityId::new("bo"),
        kind: RelationKind::Met,
        label: None,
        when: When::parse("2024-07-03").ok(),
        evidence: vec![evidence(0, 0, 10)],
    }];
    story.events = vec![
        event("meeting", "Ada meets Bo in Delft", "2024-07-03", &["ada", "bo"], evidence(0, 0, 25)),
        event("return", "Bo returns to Delft", "2024-23", &["bo"], evidence(1, 0, 26)),
    ];
    story.events[1].status = Status::Planned;
    story
}

/// A story of so many people, each of whom met two who came before.
pub(crate) fn crowd(people: usize) -> Story {
    let mut story = meeting();
    let id = |person: usize| EntityId::new(format!("person-{person}"));
    let person =
        |at: usize| Entity { id: id(at), name: format!("Person {at}"), ..entity("", EntityKind::Person, "", 0, 0, 3) };
    let met = |from: usize, to: usize| Relation {
        id: RelationId::new(format!("{from}-met-{to}")),
        from: id(from),
        to: id(to),
        ..story.relations[0].clone()
    };
    story.relations = (1..people).flat_map(|at| [met(at, at / 2), met(at, at * 2 / 3)]).collect();
    story.entities = (0..people).map(person).collect();
    story.events.clear();
    story
}

/// Dates in figures: what is tested is what is said, not the months' names.
pub(crate) struct Iso;

impl Calendar for Iso {
    fn day(&self, year: i64, month: u8, day: u8) -> String {
        format!("{year}-{month}-{day}")
    }

    fn month(&self, year: i64, month: u8) -> String {
        format!("{year}-{month}")
    }

    fn days(&self, from: (i64, u8, u8), to: (i64, u8, u8)) -> String {
        format!("{from:?} to {to:?}")
    }
}

/// How large words are: every letter is as wide as any other.
#[expect(clippy::cast_precision_loss, reason = "a test's texts are short")]
pub(crate) fn measure(text: &str, px: f64, _bold: bool) -> Size {
    Size::new(text.chars().count() as f64 * px * 0.6, px * 1.25)
}

/// Does something with the state of a widget that shows a story.
pub(crate) fn with_state<T>(story: Story, then: impl FnOnce(State) -> T) -> T {
    Owner::new().with(|| then(State::new(Model::new(story), 900.0, &EN)))
}
