//! The steps of the guided way in: what is said at each, what is selected, and
//! the sentence that says so.

use story::tour::{Stop, tour};
use story::{Evidence, Mention, SentencePart, When};

use crate::model::{Model, Selection};
use crate::state::Window;
use crate::words::Words;

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// What the reader is told.
    pub(super) text: String,
    pub(super) selection: Option<Selection>,
    pub(super) window: Window,
    /// The sentence that says so.
    pub(super) evidence: Option<Evidence>,
}

/// All steps into a story; none where there is nothing to lead to.
pub(super) fn steps(model: &Model, words: &Words) -> Vec<Step> {
    tour(&model.story, &model.index).into_iter().filter_map(|stop| step(model, words, stop)).collect()
}

fn step(model: &Model, words: &Words, stop: Stop) -> Option<Step> {
    let story = &model.story;
    let selection = match stop {
        Stop::Told(i) => {
            let told = story.steps.get(i)?;
            let selection = told.select.as_deref().and_then(|id| model.find(id));
            let day = |when: &Option<When>, day: fn(&When) -> Option<story::Day>| when.as_ref().and_then(day);
            return Some(Step {
                text: told.text.clone(),
                selection,
                window: (day(&told.from, When::first_day), day(&told.to, When::last_day)),
                evidence: selection.and_then(|selection| evidence(model, selection)),
            });
        }
        Stop::About(i) | Stop::With(i) => Selection::Entity(i),
        Stop::Began(i) | Stop::Reported(i) | Stop::ToCome(i) => Selection::Event(i),
        Stop::Differ(i) => Selection::Disagreement(i),
    };
    let (what, articles) = match selection {
        Selection::Entity(i) => (story.entities.get(i)?.name.as_str(), model.source_count(i)),
        Selection::Event(i) => {
            let event = story.events.get(i)?;
            (event.title.as_str(), model.index.sources(&event.evidence).len())
        }
        Selection::Disagreement(i) => (story.disagreements.get(i)?.about.as_str(), 0),
        _ => return None,
    };
    // Of one article, everything is in one.
    let articles = if story.articles.len() == 1 { 0 } else { articles };
    Some(Step {
        text: (words.tour.say)(stop, what.trim_end_matches('.'), articles),
        selection: Some(selection),
        window: (None, None),
        evidence: evidence(model, selection),
    })
}

/// The sentence behind something: the first of an article's text, since a
/// headline says again what the step says.
fn evidence(model: &Model, selection: Selection) -> Option<Evidence> {
    let story = &model.story;
    let mentions: Vec<Evidence>;
    let evidence = match selection {
        Selection::Entity(i) => {
            mentions = story.entities.get(i)?.mentions.iter().map(Mention::evidence).collect();
            Some(&mentions)
        }
        Selection::Relation(i) => story.relations.get(i).map(|item| &item.evidence),
        Selection::Event(i) => story.events.get(i).map(|item| &item.evidence),
        Selection::Quote(i) => story.quotes.get(i).map(|item| &item.evidence),
        Selection::Figure(i) => story.figures.get(i).map(|item| &item.evidence),
        Selection::Disagreement(i) => {
            story.disagreements.get(i).and_then(|item| item.claims.first()).map(|claim| &claim.evidence)
        }
        Selection::Article(_) | Selection::Sentence(..) => None,
    };
    let is_text = |span: &&Evidence| {
        let article = model.index.article(span.article.as_str()).and_then(|at| story.articles.get(at));
        let sentence = article.and_then(|article| article.sentences.get(span.sentence));
        sentence.is_some_and(|sentence| sentence.of == SentencePart::Body)
    };
    evidence?.iter().find(is_text).or(evidence?.first()).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    #[test]
    fn a_step_says_what_it_selects_and_has_its_sentence() {
        let model = Model::new(crate::samples::meeting());
        let steps = steps(&model, &EN);
        assert_eq!(steps[0].text, "This story is about Ada.");
        assert_eq!(steps[0].selection, model.find("ada"));
        for step in steps {
            assert!(step.selection.is_some() && step.evidence.is_some(), "{step:?}");
        }
    }

    #[test]
    fn an_editors_step_has_its_own_words_and_window() {
        let mut story = crate::samples::meeting();
        story.steps = vec![story::tour::Step {
            text: "Look here.".to_owned(),
            select: Some("meeting".to_owned()),
            from: When::parse("2024-07").ok(),
            to: When::parse("2024-07").ok(),
        }];
        let model = Model::new(story);
        let steps = steps(&model, &EN);
        let july = (When::parse("2024-07-01").unwrap().first_day(), When::parse("2024-07-31").unwrap().first_day());
        assert_eq!((steps.len(), steps[0].text.as_str(), steps[0].window), (1, "Look here.", july));
        assert_eq!(steps[0].selection, model.find("meeting"));
    }

    #[test]
    fn a_story_with_nothing_in_it_has_no_steps() {
        assert!(steps(&Model::new(story::Story::new("Nothing")), &EN).is_empty());
    }
}
