//! Corrections, applied to a story.

use super::one::{add_aliases, merge_entities, merge_events};
use super::{Correction, Corrections};
use crate::tour::Step;
use crate::{
    Article, Basis, Disagreement, Entity, EntityId, Event, EventId, Figure, Participant, Problem, Published, Quote,
    QuoteId, Relation, RelationId, RelationKind, Story, When,
};

impl Corrections {
    /// Applies all of them, in their order.
    ///
    /// Those that cannot be applied are passed over and come back as problems:
    /// their item is not in the story, or what they say cannot be. A story that
    /// kept all rules (see [`check`](crate::check)) keeps them.
    pub fn apply(&self, story: &mut Story) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (i, correction) in self.corrections.iter().enumerate() {
            if let Err(Refusal { what, advice }) = correction.apply(story) {
                problems.push(Problem { place: format!("corrections[{i}]"), what, advice });
            }
        }
        problems
    }
}

/// Why a correction cannot be applied.
#[derive(Debug)]
pub(super) struct Refusal {
    what: String,
    advice: &'static str,
}

impl Refusal {
    /// There is nothing to correct.
    fn missing(what: String) -> Self {
        Self { what, advice: "the articles may be read otherwise now: look whether it is still needed" }
    }

    /// What it says cannot be.
    pub(super) fn impossible(what: String) -> Self {
        Self { what, advice: "say something else, or take this correction out" }
    }
}

impl Correction {
    fn apply(&self, story: &mut Story) -> Result<(), Refusal> {
        match self {
            Self::StoryTitle { title } => story.title = said(title, "title")?,
            Self::ArticlePublisher { article, publisher } => {
                let publisher = publisher.as_deref().map(|publisher| said(publisher, "publisher")).transpose()?;
                found(&mut story.articles, article.as_str())?.publisher = publisher;
            }
            Self::ArticleHeadline { article, headline } => {
                let headline = headline.as_deref().map(|headline| said(headline, "headline")).transpose()?;
                found(&mut story.articles, article.as_str())?.headline = headline;
            }
            Self::ArticleDate { article, when } => {
                let published = |when| Published { when, basis: Basis::Stated, because: None };
                found(&mut story.articles, article.as_str())?.published = when.clone().map(published);
                by_date(&mut story.articles, |article| Some(&article.published.as_ref()?.when));
            }
            Self::EntityName { entity, name } => {
                let name = said(name, "name")?;
                let entity = found(&mut story.entities, entity.as_str())?;
                let old = std::mem::replace(&mut entity.name, name);
                add_aliases(&mut entity.aliases, &entity.name, [old]);
            }
            Self::EntityKind { entity, kind } => {
                found(&mut story.entities, entity.as_str())?.kind = *kind;
            }
            Self::MergeEntities { entity, into } => merge_entities(story, entity, into)?,
            Self::RemoveEntity { entity } => remove_entity(story, entity)?,
            Self::RelationLabel { relation, label } => {
                let label = said(label, "label")?;
                found(&mut story.relations, relation.as_str())?.label = Some(label);
            }
            Self::RelationEnds { relation, from, to } => relation_ends(story, relation, from, to)?,
            Self::RelationKind { relation, kind } => relation_kind(story, relation, *kind)?,
            Self::RemoveRelation { relation } => {
                removed(&mut story.relations, relation.as_str())?;
                forget(&mut story.steps, relation.as_str(), None);
            }
            Self::EventTitle { event, title } => {
                let title = said(title, "title")?;
                found(&mut story.events, event.as_str())?.title = title;
            }
            Self::EventKind { event, kind } => found(&mut story.events, event.as_str())?.kind = *kind,
            Self::EventDate { event, when } => {
                let event = found(&mut story.events, event.as_str())?;
                event.when.clone_from(when);
                event.basis = when.as_ref().map(|_| Basis::Stated);
                event.because = None;
                by_date(&mut story.events, |event| event.when.as_ref());
            }
            Self::EventStatus { event, status } => {
                found(&mut story.events, event.as_str())?.status = *status;
            }
            Self::EventPlace { event, place } => {
                if let Some(place) = place {
                    found(&mut story.entities, place.as_str())?;
                }
                found(&mut story.events, event.as_str())?.place.clone_from(place);
            }
            Self::AddParticipant { event, entity } => {
                found(&mut story.entities, entity.as_str())?;
                let participants = &mut found(&mut story.events, event.as_str())?.participants;
                if participants.iter().all(|participant| participant.entity != *entity) {
                    participants.push(Participant { entity: entity.clone(), role: None });
                }
            }
            Self::RemoveParticipant { event, entity } => remove_participant(story, event, entity)?,
            Self::MergeEvents { event, into } => merge_events(story, event, into)?,
            Self::RemoveEvent { event } => {
                removed(&mut story.events, event.as_str())?;
                for other in story.events.iter_mut().filter(|other| other.follows.as_ref() == Some(event)) {
                    other.follows = None;
                }
                forget(&mut story.steps, event.as_str(), None);
            }
            Self::QuoteSpeaker { quote, speaker } => {
                if let Some(speaker) = speaker {
                    found(&mut story.entities, speaker.as_str())?;
                }
                quote_speaker(story, quote, speaker.as_ref())?;
            }
            Self::RemoveQuote { quote } => {
                removed(&mut story.quotes, quote.as_str())?;
                forget(&mut story.steps, quote.as_str(), None);
            }
            Self::RemoveFigure { figure } => {
                removed(&mut story.figures, figure.as_str())?;
            }
            Self::RemoveDisagreement { disagreement } => {
                removed(&mut story.disagreements, disagreement.as_str())?;
                forget(&mut story.steps, disagreement.as_str(), None);
            }
        }
        Ok(())
    }
}

/// A text that may not be empty.
fn said(text: &str, what: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() { Err(Refusal::impossible(format!("the {what} is empty"))) } else { Ok(text.to_owned()) }
}

/// In the order of time, as they are in the dataset; what has no date comes last.
pub(super) fn by_date<T>(items: &mut [T], date: fn(&T) -> Option<&When>) {
    items.sort_by(|one, other| match (date(one), date(other)) {
        (Some(one), Some(other)) => one.compare(other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
}

/// An item that a correction may name.
pub(super) trait Item {
    /// What it is called.
    const WHAT: &'static str;
    /// Its id.
    fn id(&self) -> &str;
}

macro_rules! items {
    ($($item:ident $what:literal)*) => {$(
        impl Item for $item {
            const WHAT: &'static str = $what;

            fn id(&self) -> &str {
                self.id.as_str()
            }
        }
    )*};
}

items! {
    Article "article"
    Entity "entity"
    Relation "relation"
    Event "event"
    Quote "quote"
    Figure "figure"
    Disagreement "disagreement"
}

pub(super) fn position<T: Item>(items: &[T], id: &str) -> Result<usize, Refusal> {
    items
        .iter()
        .position(|item| item.id() == id)
        .ok_or_else(|| Refusal::missing(format!("there is no {} \"{id}\"", T::WHAT)))
}

pub(super) fn found<'a, T: Item>(items: &'a mut [T], id: &str) -> Result<&'a mut T, Refusal> {
    let at = position(items, id)?;
    Ok(&mut items[at])
}

pub(super) fn removed<T: Item>(items: &mut Vec<T>, id: &str) -> Result<T, Refusal> {
    let at = position(items, id)?;
    Ok(items.remove(at))
}

/// The steps of the guided way in that showed an item show another instead, or none.
pub(super) fn forget(steps: &mut [Step], id: &str, instead: Option<&str>) {
    for step in steps.iter_mut().filter(|step| step.select.as_deref() == Some(id)) {
        step.select = instead.map(str::to_owned);
    }
}

/// The relation is between these two.
fn relation_ends(story: &mut Story, relation: &RelationId, from: &EntityId, to: &EntityId) -> Result<(), Refusal> {
    if from == to {
        return Err(Refusal::impossible(format!("both ends of the relation are \"{from}\"")));
    }
    for end in [from, to] {
        position(&story.entities, end.as_str())?;
    }
    let relation = found(&mut story.relations, relation.as_str())?;
    (relation.from, relation.to) = (from.clone(), to.clone());
    Ok(())
}

/// The relation is of this kind. `other` says nothing by itself: words have to.
fn relation_kind(story: &mut Story, relation: &RelationId, kind: RelationKind) -> Result<(), Refusal> {
    let relation = found(&mut story.relations, relation.as_str())?;
    if kind == RelationKind::Other && relation.label.as_deref().unwrap_or_default().trim().is_empty() {
        let what = "a relation of the kind \"other\" needs words, and this one has none";
        return Err(Refusal { what: what.to_owned(), advice: "give it words first: relation-label" });
    }
    relation.kind = kind;
    Ok(())
}

/// Somebody else said it, in all versions of the utterance: an utterance has one speaker.
fn quote_speaker(story: &mut Story, quote: &QuoteId, speaker: Option<&EntityId>) -> Result<(), Refusal> {
    let utterance = found(&mut story.quotes, quote.as_str())?.same_as.clone();
    let is_version = |other: &Quote| other.id == *quote || utterance.is_some() && other.same_as == utterance;
    for version in story.quotes.iter_mut().filter(|other| is_version(other)) {
        version.speaker = speaker.cloned();
        if speaker.is_none() {
            // Who is not to be named is not named by the source's words either.
            version.speaker_text = None;
        }
    }
    Ok(())
}

/// The entity took no part in the event.
fn remove_participant(story: &mut Story, event: &EventId, entity: &EntityId) -> Result<(), Refusal> {
    let participants = &mut found(&mut story.events, event.as_str())?.participants;
    let before = participants.len();
    participants.retain(|participant| participant.entity != *entity);
    if participants.len() < before {
        return Ok(());
    }
    Err(Refusal::missing(format!("\"{entity}\" is no participant of the event \"{event}\"")))
}

/// The entity is in the story no more; what was said of it alone goes with it.
fn remove_entity(story: &mut Story, entity: &EntityId) -> Result<(), Refusal> {
    removed(&mut story.entities, entity.as_str())?;
    let clear = |id: &mut Option<EntityId>| {
        if id.as_ref() == Some(entity) {
            *id = None;
        }
    };
    let gone: Vec<Relation> =
        story.relations.extract_if(.., |relation| relation.from == *entity || relation.to == *entity).collect();
    for event in &mut story.events {
        clear(&mut event.place);
        event.participants.retain(|participant| participant.entity != *entity);
    }
    story.quotes.iter_mut().for_each(|quote| clear(&mut quote.speaker));
    story.figures.iter_mut().for_each(|figure| figure.entities.retain(|other| other != entity));
    story.articles.iter_mut().for_each(|article| clear(&mut article.dateline_place));
    forget(&mut story.steps, entity.as_str(), None);
    for relation in gone {
        forget(&mut story.steps, relation.id.as_str(), None);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tests_support::story;
    use crate::{ArticleId, EntityKind, EventKind, QuoteForm, Status, check};

    fn corrected(corrections: impl IntoIterator<Item = Correction>) -> (Story, Vec<String>) {
        let mut story = story();
        let corrections = Corrections { corrections: corrections.into_iter().collect(), ..Corrections::default() };
        let problems = corrections.apply(&mut story);
        assert_eq!(check(&story), []);
        (story, problems.iter().map(ToString::to_string).collect())
    }

    fn id(text: &str) -> EntityId {
        EntityId::new(text)
    }

    #[test]
    fn a_renamed_entity_is_still_found_by_its_old_name() {
        let (story, problems) =
            corrected([Correction::EntityName { entity: id("ada"), name: " Ada Jones ".to_owned() }]);
        assert_eq!(
            (story.entities[0].name.as_str(), &story.entities[0].aliases[..]),
            ("Ada Jones", &["ada".to_owned()][..])
        );
        assert!(problems.is_empty());
    }

    #[test]
    fn a_removed_entity_takes_its_relations_along_and_leaves_the_events() {
        let (story, _) = corrected([Correction::RemoveEntity { entity: id("ada") }]);
        assert_eq!((story.relations.len(), story.events.len()), (0, 1));
        assert_eq!(story.events[0].participants, []);
    }

    /// A quote of Ada's.
    fn quote(name: &str, same_as: Option<&str>) -> Quote {
        Quote {
            id: QuoteId::new(name),
            article: article(),
            speaker: Some(id("ada")),
            speaker_text: Some("Ada".to_owned()),
            text: "Yes.".to_owned(),
            form: QuoteForm::Direct,
            evidence: Vec::new(),
            same_as: same_as.map(str::to_owned),
            same_part: None,
        }
    }

    #[test]
    fn a_speaker_who_is_not_known_is_not_named_by_the_sources_words_either() {
        let mut story = story();
        story.quotes.push(quote("q", None));
        let nobody = Correction::QuoteSpeaker { quote: QuoteId::new("q"), speaker: None };
        let problems = Corrections { corrections: vec![nobody], ..Corrections::default() }.apply(&mut story);
        assert!(problems.is_empty());
        assert_eq!((&story.quotes[0].speaker, &story.quotes[0].speaker_text), (&None, &None));
    }

    #[test]
    fn all_versions_of_an_utterance_have_the_corrected_speaker() {
        let mut story = story();
        story.quotes = vec![quote("one", Some("u")), quote("two", Some("u")), quote("other", None)];
        let bo = Correction::QuoteSpeaker { quote: QuoteId::new("two"), speaker: Some(id("bo")) };
        Corrections { corrections: vec![bo], ..Corrections::default() }.apply(&mut story);
        let speakers: Vec<_> = story.quotes.iter().filter_map(|quote| quote.speaker.clone()).collect();
        assert_eq!(speakers, [id("bo"), id("bo"), id("ada")]);
    }

    #[test]
    fn a_corrected_date_puts_the_event_in_its_place() {
        let mut story = story();
        let mut later = story.events[0].clone();
        later.id = EventId::new("later");
        later.when = When::parse("2025").ok();
        story.events.push(later);
        let date = Correction::EventDate { event: EventId::new("meeting"), when: When::parse("2026-01").ok() };
        Corrections { corrections: vec![date], ..Corrections::default() }.apply(&mut story);
        assert_eq!(story.events[1].id, EventId::new("meeting"));
        assert_eq!(story.events[1].basis, Some(Basis::Stated));
    }

    #[test]
    fn what_no_longer_finds_its_item_is_named_and_the_rest_is_done() {
        let (story, problems) = corrected([
            Correction::RemoveEvent { event: EventId::new("party") },
            Correction::StoryTitle { title: "Two".to_owned() },
            Correction::MergeEntities { entity: id("bo"), into: id("bo") },
        ]);
        assert_eq!(story.title, "Two");
        assert_eq!(
            problems,
            [
                "corrections[0]: there is no event \"party\"; the articles may be read otherwise now: look whether it is still needed",
                "corrections[2]: \"bo\" cannot be merged into itself; say something else, or take this correction out",
            ]
        );
    }

    fn article() -> ArticleId {
        ArticleId::new("a")
    }

    #[test]
    fn an_article_has_another_outlet_headline_and_day() {
        let (story, problems) = corrected([
            Correction::ArticlePublisher { article: article(), publisher: Some(" The Mail ".to_owned()) },
            Correction::ArticleHeadline { article: article(), headline: Some("They met".to_owned()) },
            Correction::ArticleDate { article: article(), when: When::parse("2024-07-03").ok() },
        ]);
        assert!(problems.is_empty());
        let told = &story.articles[0];
        assert_eq!((told.publisher.as_deref(), told.headline.as_deref()), (Some("The Mail"), Some("They met")));
        let published = told.published.as_ref().unwrap();
        assert_eq!((published.when.as_str(), published.basis), ("2024-07-03", Basis::Stated));

        let (story, _) = corrected([Correction::ArticlePublisher { article: article(), publisher: None }]);
        assert_eq!(story.articles[0].publisher, None);
        let empty = Correction::ArticleHeadline { article: article(), headline: Some(String::new()) };
        assert!(corrected([empty]).1[0].contains("the headline is empty; say something else"));
    }

    #[test]
    fn articles_stay_in_the_order_of_their_days() {
        let mut story = story();
        let mut other = story.articles[0].clone();
        other.id = ArticleId::new("b");
        other.published =
            When::parse("2024-07-02").ok().map(|when| Published { when, basis: Basis::Stated, because: None });
        story.articles.push(other);
        let date = |when: &str| Correction::ArticleDate { article: article(), when: When::parse(when).ok() };
        Corrections { corrections: vec![date("2024-07-03")], ..Corrections::default() }.apply(&mut story);
        assert_eq!(story.articles[1].id, article());
        assert_eq!(check(&story), []);
    }

    #[test]
    fn a_relation_is_between_two_others_and_of_another_kind() {
        let relation = || RelationId::new("ada-met-bo");
        let (story, problems) = corrected([
            Correction::RelationEnds { relation: relation(), from: id("bo"), to: id("delft") },
            Correction::RelationKind { relation: relation(), kind: RelationKind::Visited },
        ]);
        assert!(problems.is_empty());
        let told = &story.relations[0];
        assert_eq!((&told.from, &told.to, told.kind), (&id("bo"), &id("delft"), RelationKind::Visited));

        let (story, problems) = corrected([
            Correction::RelationEnds { relation: relation(), from: id("bo"), to: id("bo") },
            Correction::RelationEnds { relation: relation(), from: id("bo"), to: id("nobody") },
            Correction::RelationKind { relation: relation(), kind: RelationKind::Other },
        ]);
        assert_eq!(story.relations[0].kind, RelationKind::Met);
        assert_eq!(
            problems,
            [
                "corrections[0]: both ends of the relation are \"bo\"; say something else, or take this correction out",
                "corrections[1]: there is no entity \"nobody\"; the articles may be read otherwise now: look whether it is still needed",
                "corrections[2]: a relation of the kind \"other\" needs words, and this one has none; give it words first: relation-label",
            ]
        );
    }

    #[test]
    fn an_event_took_place_elsewhere_with_others_in_it() {
        let event = || EventId::new("meeting");
        let (story, problems) = corrected([
            Correction::EventPlace { event: event(), place: None },
            Correction::EventKind { event: event(), kind: EventKind::Visit },
            Correction::AddParticipant { event: event(), entity: id("bo") },
            Correction::AddParticipant { event: event(), entity: id("bo") },
            Correction::RemoveParticipant { event: event(), entity: id("ada") },
            Correction::RemoveParticipant { event: event(), entity: id("delft") },
        ]);
        let told = &story.events[0];
        assert_eq!((&told.place, told.kind), (&None, EventKind::Visit));
        assert_eq!(told.participants, [Participant { entity: id("bo"), role: None }]);
        assert_eq!(problems.len(), 1);
        assert!(problems[0].starts_with("corrections[5]: \"delft\" is no participant of the event \"meeting\""));
    }

    fn any_correction() -> impl Strategy<Value = Correction> {
        let entity = || prop::sample::select(vec!["ada", "bo", "delft", "nobody"]).prop_map(EntityId::new);
        let event = || prop::sample::select(vec!["meeting", "plan", "talks", "party"]).prop_map(EventId::new);
        let relation = || prop::sample::select(vec!["ada-met-bo", "none"]).prop_map(RelationId::new);
        prop_oneof![
            "[a ]{0,3}".prop_map(|title| Correction::StoryTitle { title }),
            (entity(), "[a ]{0,3}").prop_map(|(entity, name)| Correction::EntityName { entity, name }),
            entity().prop_map(|entity| Correction::EntityKind { entity, kind: EntityKind::Other }),
            (entity(), entity()).prop_map(|(entity, into)| Correction::MergeEntities { entity, into }),
            entity().prop_map(|entity| Correction::RemoveEntity { entity }),
            (relation(), "[a ]{0,3}").prop_map(|(relation, label)| Correction::RelationLabel { relation, label }),
            relation().prop_map(|relation| Correction::RemoveRelation { relation }),
            (event(), "[a ]{0,3}").prop_map(|(event, title)| Correction::EventTitle { event, title }),
            Just(Correction::ArticleDate { article: article(), when: None }),
            (relation(), entity(), entity()).prop_map(|(relation, from, to)| Correction::RelationEnds {
                relation,
                from,
                to
            }),
            prop_oneof![Just(RelationKind::Other), Just(RelationKind::Met)]
                .prop_map(|kind| { Correction::RelationKind { relation: RelationId::new("ada-met-bo"), kind } }),
            (event(), entity()).prop_map(|(event, place)| Correction::EventPlace { event, place: Some(place) }),
            (event(), entity()).prop_map(|(event, entity)| Correction::AddParticipant { event, entity }),
            (event(), entity()).prop_map(|(event, entity)| Correction::RemoveParticipant { event, entity }),
            (event(), event()).prop_map(|(event, into)| Correction::MergeEvents { event, into }),
            event().prop_map(|event| Correction::EventDate { event, when: None }),
            event().prop_map(|event| Correction::EventStatus { event, status: Status::Planned }),
            event().prop_map(|event| Correction::RemoveEvent { event }),
        ]
    }

    proptest! {
        #[test]
        fn a_sound_story_stays_sound(corrections in prop::collection::vec(any_correction(), 0..8), has_label: bool) {
            let mut story = story();
            story.relations[0].kind = if has_label { RelationKind::Other } else { RelationKind::Met };
            story.relations[0].label = has_label.then(|| "met".to_owned());
            // The meeting follows the talks, and these a plan.
            for (id, follows) in [("plan", None), ("talks", Some("plan"))] {
                let follows = follows.map(EventId::new);
                story.events.push(Event { id: EventId::new(id), follows, ..story.events[0].clone() });
            }
            story.events[0].follows = Some(EventId::new("talks"));
            for select in ["ada-met-bo", "meeting", "ada"] {
                let select = Some(select.to_owned());
                story.steps.push(Step { text: "Here".to_owned(), select, from: None, to: None });
            }
            Corrections { corrections, ..Corrections::default() }.apply(&mut story);
            prop_assert_eq!(check(&story), vec![]);
        }
    }
}
