//! The rules that a schema cannot say: every id resolves, every evidence lies
//! in its sentence, every item has evidence.

use std::fmt::{self, Arguments};

use crate::index::Table;
use crate::order::order;
use crate::quoted::Quoted;
use crate::{Event, Evidence, RelationKind, Story, TextRights};

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
    checker.steps();
    checker.problems
}

struct Checker<'a> {
    story: &'a Story,
    articles: Table,
    entities: Table,
    events: Table,
    /// The length of each sentence of each article in scalar values, counted
    /// once.
    lengths: Vec<Vec<usize>>,
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
            |article: &crate::Article| article.sentences.iter().map(|sentence| sentence.text.chars().count()).collect();
        Self {
            story,
            articles: Table::of_ids(&mut story.articles.iter().map(|article| article.id.as_str())),
            entities: Table::of_ids(&mut story.entities.iter().map(|entity| entity.id.as_str())),
            events: Table::of_ids(&mut story.events.iter().map(|event| event.id.as_str())),
            lengths: story.articles.iter().map(lengths).collect(),
            problems: Vec::new(),
        }
    }

    fn report(&mut self, place: Arguments<'_>, what: Arguments<'_>, advice: &'static str) {
        self.problems.push(Problem { place: fmt::format(place), what: fmt::format(what), advice });
    }

    fn unique_ids(&mut self, list: &str, ids: &[&str]) {
        let order = order(ids.len(), &|one, other| ids[one].cmp(ids[other]));
        let mut first: Vec<usize> = (0..ids.len()).collect();
        for pair in order.windows(2) {
            if ids[pair[0]] == ids[pair[1]] {
                first[pair[1]] = first[pair[0]];
            }
        }
        for (i, id) in ids.iter().enumerate() {
            if id.is_empty() {
                self.report(format_args!("{list}[{i}].id"), format_args!("the id is empty"), ADVICE_ID);
            } else if first[i] != i {
                let earlier = first[i];
                let what = format_args!("\"{id}\" is the id of {list}[{earlier}] already");
                self.report(format_args!("{list}[{i}].id"), what, ADVICE_ID);
            }
        }
    }

    fn entity(&mut self, place: Arguments<'_>, id: &str) {
        if self.entities.get(id).is_none() {
            self.report(place, format_args!("there is no entity \"{id}\""), ADVICE_ENTITY);
        }
    }

    fn span(&mut self, place: Arguments<'_>, span: &Evidence) {
        let Some(article) = self.articles.get(span.article.as_str()) else {
            let what = format_args!("there is no article \"{}\"", span.article);
            return self.report(place, what, ADVICE_ARTICLE);
        };
        let lengths = &self.lengths[article];
        let count = lengths.len();
        let Some(&length) = lengths.get(span.sentence) else {
            let (article, sentence) = (&span.article, span.sentence);
            let what = format_args!("article \"{article}\" has no sentence {sentence}; it has {count}, counted from 0");
            return self.report(place, what, ADVICE_EVIDENCE);
        };
        if span.start >= span.end || span.end > length {
            let what = format_args!("the span {}–{} is not within the sentence's 0–{length}", span.start, span.end);
            self.report(place, what, ADVICE_SPAN);
        }
    }

    fn evidence(&mut self, place: Arguments<'_>, evidence: &[Evidence]) {
        if evidence.is_empty() {
            self.report(format_args!("{place}.evidence"), format_args!("there is none"), ADVICE_EVIDENCE);
        }
        for (i, span) in evidence.iter().enumerate() {
            self.span(format_args!("{place}.evidence[{i}]"), span);
        }
    }

    fn articles(&mut self) {
        let story = self.story;
        self.unique_ids("articles", &story.articles.iter().map(|article| article.id.as_str()).collect::<Vec<_>>());
        for (i, article) in story.articles.iter().enumerate() {
            if let Some(place) = &article.dateline_place {
                self.entity(format_args!("articles[{i}].dateline_place"), place.as_str());
            }
            if let Some(url) = &article.url
                && crate::web_address(url).is_none()
            {
                let advice = "give the full address of the article, or null";
                self.report(
                    format_args!("articles[{i}].url"),
                    format_args!("{} is no http or https address", Quoted(url)),
                    advice,
                );
            }
            if article.text == TextRights::Excerpts {
                for (s, sentence) in article.sentences.iter().enumerate() {
                    if sentence.text.chars().count() > crate::EXCERPT_CHARS + 2 {
                        let what = format_args!("it is longer than an excerpt's {} characters", crate::EXCERPT_CHARS);
                        let advice = "cut it around its evidence, or mark the article's text \"full\"";
                        self.report(format_args!("articles[{i}].sentences[{s}]"), what, advice);
                    }
                }
            }
        }
    }

    fn entities(&mut self) {
        let story = self.story;
        self.unique_ids("entities", &story.entities.iter().map(|entity| entity.id.as_str()).collect::<Vec<_>>());
        for (i, entity) in story.entities.iter().enumerate() {
            if entity.name.trim().is_empty() {
                self.report(
                    format_args!("entities[{i}].name"),
                    format_args!("the name is empty"),
                    "give the entity a name",
                );
            }
            for (m, mention) in entity.mentions.iter().enumerate() {
                self.span(format_args!("entities[{i}].mentions[{m}]"), &mention.evidence());
            }
        }
    }

    fn relations(&mut self) {
        let story = self.story;
        self.unique_ids("relations", &story.relations.iter().map(|relation| relation.id.as_str()).collect::<Vec<_>>());
        for (i, relation) in story.relations.iter().enumerate() {
            self.entity(format_args!("relations[{i}].from"), relation.from.as_str());
            self.entity(format_args!("relations[{i}].to"), relation.to.as_str());
            if relation.kind == RelationKind::Other && relation.label.as_deref().unwrap_or("").trim().is_empty() {
                let advice = "say what the relation is, in the words of the source";
                self.report(
                    format_args!("relations[{i}].label"),
                    format_args!("a relation of kind \"other\" has no label"),
                    advice,
                );
            }
            self.evidence(format_args!("relations[{i}]"), &relation.evidence);
        }
    }

    fn events(&mut self) {
        let story = self.story;
        let plan = |event: &Event| self.events.get(event.follows.as_ref()?.as_str());
        let rounds = on_rounds(&story.events.iter().map(plan).collect::<Vec<_>>());
        self.unique_ids("events", &story.events.iter().map(|event| event.id.as_str()).collect::<Vec<_>>());
        for (i, event) in story.events.iter().enumerate() {
            if event.title.trim().is_empty() {
                self.report(
                    format_args!("events[{i}].title"),
                    format_args!("the title is empty"),
                    "say in a few words what happened",
                );
            }
            if let Some(place) = &event.place {
                self.entity(format_args!("events[{i}].place"), place.as_str());
            }
            for (p, participant) in event.participants.iter().enumerate() {
                self.entity(format_args!("events[{i}].participants[{p}].entity"), participant.entity.as_str());
            }
            self.evidence(format_args!("events[{i}]"), &event.evidence);
            self.plan_of(i, rounds[i]);
        }
    }

    /// `follows` names another event, and following it on does not lead back.
    fn plan_of(&mut self, event: usize, goes_round: bool) {
        let story = self.story;
        let Some(plan) = &story.events[event].follows else { return };
        let place = format_args!("events[{event}].follows");
        if self.events.get(plan.as_str()).is_none() {
            let advice = "name the id of the planned event";
            self.report(place, format_args!("there is no event \"{plan}\""), advice);
        } else if goes_round {
            let advice = "an event follows an earlier plan, never itself";
            self.report(place, format_args!("following \"{plan}\" leads back to this event"), advice);
        }
    }

    fn quotes(&mut self) {
        let story = self.story;
        self.unique_ids("quotes", &story.quotes.iter().map(|quote| quote.id.as_str()).collect::<Vec<_>>());
        for (i, quote) in story.quotes.iter().enumerate() {
            self.article(format_args!("quotes[{i}].article"), quote.article.as_str());
            if let Some(speaker) = &quote.speaker {
                self.entity(format_args!("quotes[{i}].speaker"), speaker.as_str());
            }
            self.evidence(format_args!("quotes[{i}]"), &quote.evidence);
            if let Some((start, end)) = quote.same_part
                && (start >= end || end > quote.text.chars().count())
            {
                let what = format_args!("the span {start}–{end} is not within the quote's text");
                self.report(format_args!("quotes[{i}].same_part"), what, ADVICE_SPAN);
            }
        }
    }

    fn figures(&mut self) {
        let story = self.story;
        self.unique_ids("figures", &story.figures.iter().map(|figure| figure.id.as_str()).collect::<Vec<_>>());
        for (i, figure) in story.figures.iter().enumerate() {
            self.article(format_args!("figures[{i}].article"), figure.article.as_str());
            if !figure.value.is_finite() {
                self.report(
                    format_args!("figures[{i}].value"),
                    format_args!("it is no finite number"),
                    "give the amount as a number",
                );
            }
            for (e, entity) in figure.entities.iter().enumerate() {
                self.entity(format_args!("figures[{i}].entities[{e}]"), entity.as_str());
            }
            self.evidence(format_args!("figures[{i}]"), &figure.evidence);
        }
    }

    fn disagreements(&mut self) {
        let story = self.story;
        self.unique_ids(
            "disagreements",
            &story.disagreements.iter().map(|disagreement| disagreement.id.as_str()).collect::<Vec<_>>(),
        );
        for (i, disagreement) in story.disagreements.iter().enumerate() {
            if disagreement.claims.len() < 2 {
                let what = format_args!("there are {} claims", disagreement.claims.len());
                let advice = "a disagreement needs two claims at least";
                self.report(format_args!("disagreements[{i}].claims"), what, advice);
            }
            for (c, claim) in disagreement.claims.iter().enumerate() {
                for (a, article) in claim.articles.iter().enumerate() {
                    self.article(format_args!("disagreements[{i}].claims[{c}].articles[{a}]"), article.as_str());
                }
                self.evidence(format_args!("disagreements[{i}].claims[{c}]"), &claim.evidence);
            }
        }
    }

    fn steps(&mut self) {
        let story = self.story;
        for (i, step) in story.steps.iter().enumerate() {
            if step.text.trim().is_empty() {
                self.report(
                    format_args!("steps[{i}].text"),
                    format_args!("the text is empty"),
                    "say what the reader should see",
                );
            }
            if let Some(id) = step.select.as_deref().filter(|id| !self.is_item(id)) {
                let what = format_args!("nothing in this story has the id \"{id}\"");
                self.report(format_args!("steps[{i}].select"), what, "name the id of what the step shows, or null");
            }
            if let (Some(from), Some(to)) = (&step.from, &step.to)
                && matches!((from.first_day(), to.last_day()), (Some(first), Some(last)) if last < first)
            {
                let what = format_args!("it ends before it begins, {from}");
                self.report(format_args!("steps[{i}].to"), what, "let the window end after it begins");
            }
        }
    }

    /// Whether an item has this id, whatever it is.
    fn is_item(&self, id: &str) -> bool {
        let story = self.story;
        [&self.articles, &self.entities, &self.events].into_iter().any(|table| table.get(id).is_some())
            || story.relations.iter().any(|item| item.id.as_str() == id)
            || story.quotes.iter().any(|item| item.id.as_str() == id)
            || story.disagreements.iter().any(|item| item.id.as_str() == id)
    }

    fn article(&mut self, place: Arguments<'_>, id: &str) {
        if self.articles.get(id).is_none() {
            self.report(place, format_args!("there is no article \"{id}\""), ADVICE_ARTICLE);
        }
    }
}

/// Which of a list of steps lie on a way that leads back to itself; each step
/// names the next. In linear time.
fn on_rounds(next: &[Option<usize>]) -> Vec<bool> {
    let mut on_round = vec![false; next.len()];
    // On which walk a step was first met; a walk is named by its start.
    let mut walk = vec![usize::MAX; next.len()];
    for start in 0..next.len() {
        let mut at = Some(start);
        while let Some(step) = at.filter(|&step| walk[step] == usize::MAX) {
            walk[step] = start;
            at = next[step];
        }
        // This walk has come back to a step of its own: go round once more.
        let mut round = at.filter(|&step| walk[step] == start && !on_round[step]);
        while let Some(step) = round {
            on_round[step] = true;
            round = next[step].filter(|&step| !on_round[step]);
        }
    }
    on_round
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
    fn a_long_chain_of_plans_is_followed_once() {
        let count = 100_000;
        let mut next: Vec<Option<usize>> = (1..=count).map(Some).collect();
        next.push(None);
        assert!(!on_rounds(&next).contains(&true));
        next[count] = Some(count - 2);
        assert_eq!(on_rounds(&next).iter().filter(|&&on| on).count(), 3);
    }

    #[test]
    fn a_step_that_shows_nothing_is_named() {
        let mut story = story();
        let date = |text| crate::When::parse(text).ok();
        let step = crate::tour::Step {
            text: "Here".to_owned(),
            select: Some("ada-met-bo".to_owned()),
            from: date("2024-07"),
            to: date("2024-07-03"),
        };
        let wrong =
            crate::tour::Step { text: " ".to_owned(), select: Some("x".to_owned()), to: date("1999"), ..step.clone() };
        story.steps = vec![step, wrong];
        assert_eq!(
            lines(&story),
            [
                "steps[1].text: the text is empty; say what the reader should see",
                "steps[1].select: nothing in this story has the id \"x\"; name the id of what the step shows, or null",
                "steps[1].to: it ends before it begins, 2024-07; let the window end after it begins",
            ]
        );
    }

    #[test]
    fn two_items_with_one_id_are_named() {
        let mut story = story();
        story.entities.push(story.entities[0].clone());
        assert_eq!(check(&story)[0].what, "\"ada\" is the id of entities[0] already");
    }
}
