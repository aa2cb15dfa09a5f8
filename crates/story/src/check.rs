//! The rules that a schema cannot say: every id resolves, every evidence lies
//! in its sentence, every item has evidence.

use std::collections::BTreeMap;
use std::fmt;

use crate::{Article, Evidence, RelationKind, Story, TextRights};

/// A rule that a story breaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where: `events[3].evidence[0]`.
    pub place: String,
    /// What is wrong there.
    pub what: String,
    /// What to do about it.
    pub advice: &'static str,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.what, self.advice)
    }
}

/// Checks a story against the dataset's rules. Empty when it keeps them all;
/// the problems come in the order of the dataset's fields.
///
/// What the types say already (kinds, dates) is not checked again.
pub fn check(story: &Story) -> Vec<Problem> {
    let mut checker = Checker::new(story);
    checker.articles();
    checker.entities();
    checker.relations();
    checker.events();
    checker.quotes();
    checker.figures();
    checker.disagreements();
    checker.problems
}

struct Checker<'a> {
    story: &'a Story,
    articles: BTreeMap<&'a str, &'a Article>,
    entities: BTreeMap<&'a str, usize>,
    events: BTreeMap<&'a str, usize>,
    /// The length of each sentence in scalar values, counted once.
    lengths: BTreeMap<&'a str, Vec<usize>>,
    problems: Vec<Problem>,
}

const ADVICE_ID: &str = "give each item of the list an id of its own";
const ADVICE_ARTICLE: &str = "name the id of an article of this story";
const ADVICE_ENTITY: &str = "name the id of an entity of this story, or add the entity";
const ADVICE_EVIDENCE: &str = "point at the sentence that says so";
const ADVICE_SPAN: &str = "count in Unicode scalar values from the sentence's start, end exclusive";

impl<'a> Checker<'a> {
    fn new(story: &'a Story) -> Self {
        let lengths =
            |article: &Article| article.sentences.iter().map(|sentence| sentence.text.chars().count()).collect();
        Self {
            story,
            articles: story.articles.iter().map(|article| (article.id.as_str(), article)).collect(),
            entities: story.entities.iter().enumerate().map(|(i, entity)| (entity.id.as_str(), i)).collect(),
            events: story.events.iter().enumerate().map(|(i, event)| (event.id.as_str(), i)).collect(),
            lengths: story.articles.iter().map(|article| (article.id.as_str(), lengths(article))).collect(),
            problems: Vec::new(),
        }
    }

    fn report(&mut self, place: impl Into<String>, what: impl Into<String>, advice: &'static str) {
        self.problems.push(Problem { place: place.into(), what: what.into(), advice });
    }

    fn unique_ids<'i>(&mut self, list: &str, ids: impl Iterator<Item = &'i str>) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (i, id) in ids.enumerate() {
            if id.is_empty() {
                self.report(format!("{list}[{i}].id"), "the id is empty", ADVICE_ID);
            } else if let Some(earlier) = first.get(id) {
                let what = format!("\"{id}\" is the id of {list}[{earlier}] already");
                self.report(format!("{list}[{i}].id"), what, ADVICE_ID);
            } else {
                first.insert(id, i);
            }
        }
    }

    fn entity(&mut self, place: impl FnOnce() -> String, id: &str) {
        if !self.entities.contains_key(id) {
            self.report(place(), format!("there is no entity \"{id}\""), ADVICE_ENTITY);
        }
    }

    fn span(&mut self, place: impl FnOnce() -> String, span: &Evidence) {
        let Some(lengths) = self.lengths.get(span.article.as_str()) else {
            let what = format!("there is no article \"{}\"", span.article);
            return self.report(place(), what, ADVICE_ARTICLE);
        };
        let Some(&length) = lengths.get(span.sentence) else {
            let what = format!(
                "article \"{}\" has no sentence {}; it has {}, counted from 0",
                span.article,
                span.sentence,
                lengths.len()
            );
            return self.report(place(), what, ADVICE_EVIDENCE);
        };
        if span.start >= span.end || span.end > length {
            let what = format!("the span {}–{} is not within the sentence's 0–{length}", span.start, span.end);
            self.report(place(), what, ADVICE_SPAN);
        }
    }

    fn evidence(&mut self, place: &str, evidence: &[Evidence]) {
        if evidence.is_empty() {
            self.report(format!("{place}.evidence"), "there is none", ADVICE_EVIDENCE);
        }
        for (i, span) in evidence.iter().enumerate() {
            self.span(|| format!("{place}.evidence[{i}]"), span);
        }
    }

    fn articles(&mut self) {
        let story = self.story;
        self.unique_ids("articles", story.articles.iter().map(|article| article.id.as_str()));
        for (i, article) in story.articles.iter().enumerate() {
            if let Some(place) = &article.dateline_place {
                self.entity(|| format!("articles[{i}].dateline_place"), place.as_str());
            }
            if let Some(url) = &article.url
                && !(url.starts_with("https://") || url.starts_with("http://"))
            {
                let advice = "give the full address of the article, or null";
                self.report(format!("articles[{i}].url"), format!("{url:?} is no http or https address"), advice);
            }
            if article.text == TextRights::Excerpts {
                for (s, sentence) in article.sentences.iter().enumerate() {
                    if sentence.text.chars().count() > crate::EXCERPT_CHARS + 2 {
                        let what = format!("it is longer than an excerpt's {} characters", crate::EXCERPT_CHARS);
                        let advice = "cut it around its evidence, or mark the article's text \"full\"";
                        self.report(format!("articles[{i}].sentences[{s}]"), what, advice);
                    }
                }
            }
        }
    }

    fn entities(&mut self) {
        let story = self.story;
        self.unique_ids("entities", story.entities.iter().map(|entity| entity.id.as_str()));
        for (i, entity) in story.entities.iter().enumerate() {
            if entity.name.trim().is_empty() {
                self.report(format!("entities[{i}].name"), "the name is empty", "give the entity a name");
            }
            for (m, mention) in entity.mentions.iter().enumerate() {
                self.span(|| format!("entities[{i}].mentions[{m}]"), &mention.evidence());
            }
        }
    }

    fn relations(&mut self) {
        let story = self.story;
        self.unique_ids("relations", story.relations.iter().map(|relation| relation.id.as_str()));
        for (i, relation) in story.relations.iter().enumerate() {
            self.entity(|| format!("relations[{i}].from"), relation.from.as_str());
            self.entity(|| format!("relations[{i}].to"), relation.to.as_str());
            if relation.kind == RelationKind::Other && relation.label.as_deref().unwrap_or("").trim().is_empty() {
                let advice = "say what the relation is, in the words of the source";
                self.report(format!("relations[{i}].label"), "a relation of kind \"other\" has no label", advice);
            }
            self.evidence(&format!("relations[{i}]"), &relation.evidence);
        }
    }

    fn events(&mut self) {
        let story = self.story;
        self.unique_ids("events", story.events.iter().map(|event| event.id.as_str()));
        for (i, event) in story.events.iter().enumerate() {
            if event.title.trim().is_empty() {
                self.report(format!("events[{i}].title"), "the title is empty", "say in a few words what happened");
            }
            if let Some(place) = &event.place {
                self.entity(|| format!("events[{i}].place"), place.as_str());
            }
            for (p, participant) in event.participants.iter().enumerate() {
                self.entity(|| format!("events[{i}].participants[{p}].entity"), participant.entity.as_str());
            }
            self.evidence(&format!("events[{i}]"), &event.evidence);
            self.plan_of(i);
        }
    }

    /// `follows` names another event, and following it on does not lead back.
    fn plan_of(&mut self, event: usize) {
        let story = self.story;
        let place = || format!("events[{event}].follows");
        let mut at = event;
        // A chain that is longer than the list has come round.
        for step in 0..=story.events.len() {
            let Some(plan) = &story.events[at].follows else { return };
            let Some(&next) = self.events.get(plan.as_str()) else {
                if step == 0 {
                    let advice = "name the id of the planned event";
                    self.report(place(), format!("there is no event \"{plan}\""), advice);
                }
                return;
            };
            if next == event {
                let advice = "an event follows an earlier plan, never itself";
                return self.report(place(), format!("following \"{plan}\" leads back to this event"), advice);
            }
            at = next;
        }
    }

    fn quotes(&mut self) {
        let story = self.story;
        self.unique_ids("quotes", story.quotes.iter().map(|quote| quote.id.as_str()));
        for (i, quote) in story.quotes.iter().enumerate() {
            self.article(|| format!("quotes[{i}].article"), quote.article.as_str());
            if let Some(speaker) = &quote.speaker {
                self.entity(|| format!("quotes[{i}].speaker"), speaker.as_str());
            }
            self.evidence(&format!("quotes[{i}]"), &quote.evidence);
            if let Some((start, end)) = quote.same_part
                && (start >= end || end > quote.text.chars().count())
            {
                let what = format!("the span {start}–{end} is not within the quote's text");
                self.report(format!("quotes[{i}].same_part"), what, ADVICE_SPAN);
            }
        }
    }

    fn figures(&mut self) {
        let story = self.story;
        self.unique_ids("figures", story.figures.iter().map(|figure| figure.id.as_str()));
        for (i, figure) in story.figures.iter().enumerate() {
            self.article(|| format!("figures[{i}].article"), figure.article.as_str());
            if !figure.value.is_finite() {
                self.report(format!("figures[{i}].value"), "it is no finite number", "give the amount as a number");
            }
            for (e, entity) in figure.entities.iter().enumerate() {
                self.entity(|| format!("figures[{i}].entities[{e}]"), entity.as_str());
            }
            self.evidence(&format!("figures[{i}]"), &figure.evidence);
        }
    }

    fn disagreements(&mut self) {
        let story = self.story;
        self.unique_ids("disagreements", story.disagreements.iter().map(|disagreement| disagreement.id.as_str()));
        for (i, disagreement) in story.disagreements.iter().enumerate() {
            if disagreement.claims.len() < 2 {
                let what = format!("there are {} claims", disagreement.claims.len());
                let advice = "a disagreement needs two claims at least";
                self.report(format!("disagreements[{i}].claims"), what, advice);
            }
            for (c, claim) in disagreement.claims.iter().enumerate() {
                for (a, article) in claim.articles.iter().enumerate() {
                    self.article(|| format!("disagreements[{i}].claims[{c}].articles[{a}]"), article.as_str());
                }
                self.evidence(&format!("disagreements[{i}].claims[{c}]"), &claim.evidence);
            }
        }
    }

    fn article(&mut self, place: impl FnOnce() -> String, id: &str) {
        if !self.articles.contains_key(id) {
            self.report(place(), format!("there is no article \"{id}\""), ADVICE_ARTICLE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests_support::{evidence, story};
    use crate::{EntityId, EventId};

    fn lines(story: &Story) -> Vec<String> {
        check(story).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_sound_story_has_no_problem() {
        assert_eq!(lines(&story()), Vec::<String>::new());
    }

    #[test]
    fn an_id_that_leads_nowhere_is_named_with_its_place() {
        let mut story = story();
        story.relations[0].to = EntityId::new("nobody");
        assert_eq!(
            lines(&story),
            [
                "relations[0].to: there is no entity \"nobody\"; name the id of an entity of this story, or add the entity"
            ]
        );
    }

    #[test]
    fn evidence_beyond_its_sentence_is_named_with_both_lengths() {
        let mut story = story();
        story.events[0].evidence = vec![evidence(0, 3, 99), evidence(7, 0, 1)];
        assert_eq!(
            lines(&story),
            [
                "events[0].evidence[0]: the span 3–99 is not within the sentence's 0–26; count in Unicode scalar values from the sentence's start, end exclusive",
                "events[0].evidence[1]: article \"a\" has no sentence 7; it has 1, counted from 0; point at the sentence that says so",
            ]
        );
    }

    #[test]
    fn plans_that_go_round_are_named_once_each() {
        let mut story = story();
        let mut second = story.events[0].clone();
        second.id = EventId::new("second");
        second.follows = Some(story.events[0].id.clone());
        story.events[0].follows = Some(second.id.clone());
        story.events.push(second);
        assert_eq!(check(&story).len(), 2);
    }

    #[test]
    fn two_items_with_one_id_are_named() {
        let mut story = story();
        story.entities.push(story.entities[0].clone());
        assert_eq!(check(&story)[0].what, "\"ada\" is the id of entities[0] already");
    }
}
