//! A story made ready for the views: what hangs together with what, and the
//! sentence behind everything.

use std::cmp::Reverse;

use story::order::{Positions, firsts, order, sort};
use story::path::{AsOf, Tie, neighbours, path, taking_part};
use story::{Article, Disagreement, Evidence, Index, Story, When};

use crate::pieces::{Piece, pieces, telling};

/// A story with its look-ups. It does not change while it is shown.
#[derive(Debug)]
pub(crate) struct Model {
    /// The dataset.
    pub(crate) story: Story,
    /// Its look-ups.
    pub(crate) index: Index,
    /// How many sentences come before those of each article: with the
    /// sentence's index, one number for each sentence of the story.
    sentences_before: Vec<usize>,
    /// What each article is called beside what it tells.
    outlets: Vec<String>,
}

/// Something that a reader can select, by its position in the story's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Selection {
    Entity(usize),
    Relation(usize),
    Event(usize),
    Quote(usize),
    Figure(usize),
    Disagreement(usize),
    Article(usize),
    /// The article's position, and the sentence's in it.
    Sentence(usize, usize),
}

/// What lights up with a selection: positions in the story's lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lit {
    pub(crate) entities: Positions,
    pub(crate) relations: Positions,
    pub(crate) events: Positions,
    pub(crate) articles: Positions,
}

/// A sentence that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Citation {
    /// The article's position.
    pub(crate) article: usize,
    /// The sentence's position in it.
    pub(crate) sentence: usize,
    /// The sentence in pieces; those that are marked are the evidence.
    pub(crate) pieces: Vec<Piece>,
}

impl Model {
    pub(crate) fn new(story: Story) -> Self {
        let index = Index::of(&story);
        let mut sentences_before = Vec::with_capacity(story.articles.len());
        let mut before = 0;
        for article in &story.articles {
            sentences_before.push(before);
            before += article.sentences.len();
        }
        let outlets = story.articles.iter().map(outlet).collect();
        Self { story, index, sentences_before, outlets }
    }

    /// Who published an article: the publisher, else what there is to name it; of
    /// a long headline the first words.
    pub(crate) fn outlet(&self, article: usize) -> &str {
        self.outlets.get(article).map_or("", String::as_str)
    }

    /// How many publishers the articles are from; nought where one is not known: it may be another of them, or none.
    pub(crate) fn publisher_count(&self) -> usize {
        let publisher = |article: usize| self.story.articles[article].publisher.as_deref();
        let order = order(self.story.articles.len(), &|one, other| publisher(one).cmp(&publisher(other)));
        if order.first().is_none_or(|&first| publisher(first).is_none()) {
            return 0;
        }
        order.chunk_by(|&one, &other| publisher(one) == publisher(other)).count()
    }

    /// The outlets behind a list of evidence, each once, in the story's order.
    pub(crate) fn outlets(&self, evidence: &[Evidence]) -> Vec<&str> {
        self.outlets_of(&self.index.sources(evidence))
    }

    /// The outlets of articles, each once.
    pub(crate) fn outlets_of(&self, articles: &[usize]) -> Vec<&str> {
        let outlet = |at: usize| self.outlet(articles[at]);
        firsts(articles.len(), &|one, other| outlet(one).cmp(outlet(other))).into_iter().map(outlet).collect()
    }

    /// The first and the last date of publication.
    pub(crate) fn published(&self) -> Option<(&When, &When)> {
        let mut dates = self.story.articles.iter().filter_map(|article| Some(&article.published.as_ref()?.when));
        let first = dates.next()?;
        Some(dates.fold((first, first), |(first, last), date| {
            (
                if date.compare(first).is_lt() { date } else { first },
                if date.compare(last).is_gt() { date } else { last },
            )
        }))
    }

    /// How many articles name the entity.
    pub(crate) fn source_count(&self, entity: usize) -> usize {
        self.index.of_entity(entity).map_or(0, |of| of.articles.len())
    }

    /// Puts events in the order of time; those without a date come last.
    pub(crate) fn in_order(&self, mut events: Vec<usize>) -> Vec<usize> {
        let when = |event: usize| self.story.events.get(event).and_then(|event| event.when.as_ref());
        sort(&mut events, &|a, b| match (when(a), when(b)) {
            (Some(left), Some(right)) => left.compare(right).then(a.cmp(&b)),
            (left, right) => right.is_some().cmp(&left.is_some()).then(a.cmp(&b)),
        });
        events
    }

    /// The events that most sources report, of equals those that are told most
    /// often, and then those that an article tells first, as news comes before
    /// its background: at most `most` of those that hold `now`, in the order of time.
    pub(crate) fn most_reported(&self, most: usize, now: Option<&AsOf>) -> Vec<usize> {
        let rank = |event: &story::Event| {
            let first = event.evidence.iter().map(|span| span.sentence).min();
            (Reverse(self.index.sources(&event.evidence).len()), Reverse(event.evidence.len()), first)
        };
        let ranks: Vec<_> = self.story.events.iter().map(rank).collect();
        let mut events = order(ranks.len(), &|one, other| ranks[one].cmp(&ranks[other]));
        events.retain(|&event| now.is_none_or(|now| now.events.contains(event)));
        events.truncate(most);
        self.in_order(events)
    }

    /// What lights up with a selection. It is never the whole story: what a
    /// selection does not touch stays dark.
    pub(crate) fn lit(&self, selection: Selection) -> Lit {
        let mut lit = Lit::default();
        match selection {
            Selection::Entity(entity) => self.light_entity(entity, &mut lit),
            Selection::Relation(relation) => self.light_relation(relation, &mut lit),
            Selection::Event(event) => self.light_event(event, &mut lit),
            Selection::Quote(quote) => {
                if let Some(quote) = self.story.quotes.get(quote) {
                    self.light_sentences(&mut quote.evidence.iter(), &mut lit);
                    let speaker = quote.speaker.as_ref().and_then(|id| self.index.entity(id.as_str()));
                    if let Some(speaker) = speaker {
                        lit.entities.insert(speaker);
                    }
                }
            }
            Selection::Figure(figure) => {
                if let Some(figure) = self.story.figures.get(figure) {
                    self.light_sentences(&mut figure.evidence.iter(), &mut lit);
                    lit.entities.extend(&mut figure.entities.iter().filter_map(|id| self.index.entity(id.as_str())));
                }
            }
            Selection::Sentence(article, sentence) => {
                if let Some(article) = self.story.articles.get(article) {
                    let span = Evidence { article: article.id.clone(), sentence, start: 0, end: 0 };
                    self.light_sentences(&mut [span].iter(), &mut lit);
                }
            }
            Selection::Disagreement(disagreement) => {
                if let Some(disagreement) = self.story.disagreements.get(disagreement) {
                    self.light_sentences(&mut disagreement.claims.iter().flat_map(|claim| &claim.evidence), &mut lit);
                }
            }
            Selection::Article(article) => self.light_article(article, &mut lit),
        }
        lit
    }

    fn light_entity(&self, entity: usize, lit: &mut Lit) {
        let Some(of) = self.index.of_entity(entity) else { return };
        lit.articles = Positions::of(of.articles.clone());
        lit.events = Positions::of(of.events.clone());
        lit.relations = Positions::of(of.relations.clone());
        lit.entities = neighbours(&self.story, &self.index, entity);
    }

    fn light_relation(&self, relation: usize, lit: &mut Lit) {
        let Some(item) = self.story.relations.get(relation) else { return };
        lit.relations.insert(relation);
        lit.entities.extend(&mut self.ends(relation));
        lit.articles = Positions::of(self.index.sources(&item.evidence));
        lit.events = self.events_in(&self.sentences(&mut item.evidence.iter()));
    }

    /// What the same sentences tell: who is named in them, and which events
    /// and relations rest on them.
    fn light_sentences(&self, evidence: &mut dyn Iterator<Item = &Evidence>, lit: &mut Lit) {
        let evidence: Vec<&Evidence> = evidence.collect();
        let mut articles = evidence.iter().filter_map(|span| self.index.article(span.article.as_str()));
        lit.articles = Positions::collect(&mut articles);
        let sentences = self.sentences(&mut evidence.iter().copied());
        lit.events = self.events_in(&sentences);
        let named = |&entity: &usize| {
            let mentions = &self.story.entities[entity].mentions;
            mentions.iter().any(|at| self.is_among(at.article.as_str(), at.sentence, &sentences))
        };
        lit.entities = Positions::collect(&mut (0..self.story.entities.len()).filter(named));
        let rests = |&relation: &usize| self.rests_on(&self.story.relations[relation].evidence, &sentences);
        lit.relations = Positions::collect(&mut (0..self.story.relations.len()).filter(rests));
    }

    /// The events that rest on one of the sentences.
    fn events_in(&self, sentences: &Positions) -> Positions {
        let rests = |&event: &usize| self.rests_on(&self.story.events[event].evidence, sentences);
        Positions::collect(&mut (0..self.story.events.len()).filter(rests))
    }

    /// The numbers of the sentences that a list of evidence is in.
    pub(crate) fn sentences(&self, evidence: &mut dyn Iterator<Item = &Evidence>) -> Positions {
        Positions::collect(&mut evidence.filter_map(|span| self.sentence(span.article.as_str(), span.sentence)))
    }

    /// The number of a sentence.
    fn sentence(&self, article: &str, sentence: usize) -> Option<usize> {
        Some(self.sentences_before.get(self.index.article(article)?)? + sentence)
    }

    fn is_among(&self, article: &str, sentence: usize, sentences: &Positions) -> bool {
        self.sentence(article, sentence).is_some_and(|sentence| sentences.contains(sentence))
    }

    /// Whether a list of evidence is in one of the sentences.
    pub(crate) fn rests_on(&self, evidence: &[Evidence], sentences: &Positions) -> bool {
        evidence.iter().any(|span| self.is_among(span.article.as_str(), span.sentence, sentences))
    }

    fn light_event(&self, event: usize, lit: &mut Lit) {
        let Some(item) = self.story.events.get(event) else { return };
        let plan = item.follows.as_ref().and_then(|plan| self.index.event(plan.as_str()));
        let done = self.index.fulfilled_by(item.id.as_str());
        lit.events.extend(&mut done.iter().copied().chain(plan).chain([event]));
        lit.entities = taking_part(&self.story, &self.index, event);
        lit.articles = Positions::of(self.index.sources(&item.evidence));
        // Relations among those who took part.
        let among = |&relation: &usize| self.ends(relation).all(|end| lit.entities.contains(end));
        lit.relations = Positions::collect(&mut (0..self.story.relations.len()).filter(among));
    }

    /// What lights up on the way from one entity to another; nothing where no way leads.
    pub(crate) fn way(&self, from: usize, to: usize) -> Option<Lit> {
        let mut lit = Lit::default();
        lit.entities.insert(from);
        for leg in path(&self.story, &self.index, from, to)? {
            lit.entities.insert(leg.to);
            match leg.tie {
                Tie::Relation(relation) => lit.relations.insert(relation),
                Tie::Event(event) => lit.events.insert(event),
            }
        }
        Some(lit)
    }

    fn light_article(&self, article: usize, lit: &mut Lit) {
        lit.articles.insert(article);
        let names = |entity: &usize| self.index.of_entity(*entity).is_some_and(|of| of.articles.contains(&article));
        lit.entities = Positions::collect(&mut (0..self.story.entities.len()).filter(names));
        let says = |evidence: &[Evidence]| self.index.sources(evidence).contains(&article);
        let relation = |&relation: &usize| says(&self.story.relations[relation].evidence);
        lit.relations = Positions::collect(&mut (0..self.story.relations.len()).filter(relation));
        let event = |&event: &usize| says(&self.story.events[event].evidence);
        lit.events = Positions::collect(&mut (0..self.story.events.len()).filter(event));
    }

    /// The positions of a relation's two ends, as far as they exist.
    pub(crate) fn ends(&self, relation: usize) -> impl Iterator<Item = usize> {
        let relation = self.story.relations.get(relation);
        let ends = relation.map(|relation| [&relation.from, &relation.to]);
        ends.into_iter().flatten().filter_map(|id| self.index.entity(id.as_str()))
    }

    /// The other relations between the same two entities, in either direction.
    pub(crate) fn between(&self, relation: usize) -> impl Iterator<Item = usize> + use<'_> {
        let ends = Positions::collect(&mut self.ends(relation));
        let first = ends.as_slice().first().and_then(|&entity| self.index.of_entity(entity));
        let relations = first.map_or(&[][..], |of| &of.relations);
        let joins_them = move |other: usize| Positions::collect(&mut self.ends(other)) == ends;
        relations.iter().copied().filter(move |&other| other != relation && joins_them(other))
    }

    /// The sentences behind a list of evidence, each once, in the story's
    /// order, with what counts marked.
    pub(crate) fn citations(&self, evidence: &[Evidence]) -> Vec<Citation> {
        let article = |span: &Evidence| self.index.article(span.article.as_str());
        let place = |at: usize| (article(&evidence[at]), evidence[at].sentence);
        let mut citations = Vec::new();
        let order = order(evidence.len(), &|one, other| place(one).cmp(&place(other)));
        for of_sentence in order.chunk_by(|&one, &other| place(one) == place(other)) {
            let spans: Vec<_> = of_sentence.iter().map(|&at| (evidence[at].start, evidence[at].end)).collect();
            let (Some(article), sentence) = place(of_sentence[0]) else { continue };
            if let Some(said) = self.story.articles[article].sentences.get(sentence) {
                citations.push(Citation { article, sentence, pieces: telling(pieces(&said.text, &spans)) });
            }
        }
        citations
    }

    /// The sides of a disagreement: claims by their positions, those together that rest on the
    /// same sentences. One side may give two amounts.
    pub(crate) fn sides(&self, disagreement: &Disagreement) -> Vec<Vec<usize>> {
        let claims = &disagreement.claims;
        let sentences: Vec<Positions> = claims.iter().map(|claim| self.sentences(&mut claim.evidence.iter())).collect();
        let place = |at: usize| sentences[at].as_slice();
        let by_place = order(claims.len(), &|one, other| place(one).cmp(place(other)));
        let sides: Vec<&[usize]> = by_place.chunk_by(|&one, &other| place(one) == place(other)).collect();
        // In the order of their first claims.
        let by_first = order(sides.len(), &|one, other| sides[one][0].cmp(&sides[other][0]));
        by_first.into_iter().map(|side| sides[side].to_vec()).collect()
    }

    /// The sentence that a piece of evidence is in, and where in it.
    pub(crate) fn said(&self, span: &Evidence) -> Option<(&str, (usize, usize))> {
        let article = self.story.articles.get(self.index.article(span.article.as_str())?)?;
        Some((&article.sentences.get(span.sentence)?.text, (span.start, span.end)))
    }

    /// The figures that tell most, in the story's order, at most `most`: each amount once.
    pub(crate) fn amounts(&self, most: usize) -> Vec<usize> {
        let figures = &self.story.figures;
        let is_same = |one: &story::Figure, other: &story::Figure| {
            one.value.total_cmp(&other.value).is_eq() && one.unit == other.unit
        };
        let mut amounts: Vec<usize> = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            if amounts.len() == most {
                break;
            }
            if !amounts.iter().any(|&other| is_same(&figures[other], figure)) {
                amounts.push(at);
            }
        }
        amounts
    }

    /// The position of an item in its list, from its id, whatever it is.
    pub(crate) fn find(&self, id: &str) -> Option<Selection> {
        let story = &self.story;
        let entity = || self.index.entity(id).map(Selection::Entity);
        let event = || self.index.event(id).map(Selection::Event);
        let relation = || story.relations.iter().position(|item| item.id.as_str() == id).map(Selection::Relation);
        let quote = || story.quotes.iter().position(|item| item.id.as_str() == id).map(Selection::Quote);
        let figure = || story.figures.iter().position(|item| item.id.as_str() == id).map(Selection::Figure);
        let article = || self.index.article(id).map(Selection::Article);
        let other = || story.disagreements.iter().position(|item| item.id.as_str() == id).map(Selection::Disagreement);
        entity().or_else(event).or_else(relation).or_else(quote).or_else(article).or_else(figure).or_else(other)
    }

    /// The id of a selected item.
    pub(crate) fn id(&self, selection: Selection) -> Option<&str> {
        let story = &self.story;
        match selection {
            Selection::Entity(i) => story.entities.get(i).map(|item| item.id.as_str()),
            Selection::Relation(i) => story.relations.get(i).map(|item| item.id.as_str()),
            Selection::Event(i) => story.events.get(i).map(|item| item.id.as_str()),
            Selection::Quote(i) => story.quotes.get(i).map(|item| item.id.as_str()),
            Selection::Figure(i) => story.figures.get(i).map(|item| item.id.as_str()),
            Selection::Disagreement(i) => story.disagreements.get(i).map(|item| item.id.as_str()),
            Selection::Article(i) => story.articles.get(i).map(|item| item.id.as_str()),
            // The dataset gives sentences no ids.
            Selection::Sentence(..) => None,
        }
    }
}

/// What an article is called beside what it tells.
fn outlet(article: &Article) -> String {
    /// A headline that stands in for an outlet has so many letters.
    const LONGEST: usize = 32;
    if let Some(publisher) = article.publisher.as_deref().filter(|name| !name.trim().is_empty()) {
        return publisher.to_owned();
    }
    let names = [&article.headline, &article.file];
    let name = names.into_iter().flatten().find(|name| !name.trim().is_empty());
    let name = name.map_or(article.id.as_str(), String::as_str);
    let Some((most, _)) = name.char_indices().nth(LONGEST) else { return name.to_owned() };
    let cut = name.get(..most).unwrap_or(name);
    [cut.rsplit_once(' ').map_or(cut, |(words, _)| words), "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_lights_those_who_took_part_and_what_is_between_them() {
        let model = Model::new(crate::samples::meeting());
        let lit = model.lit(model.find("meeting").unwrap());
        let names: Vec<&str> = lit.entities.as_slice().iter().map(|&i| model.story.entities[i].name.as_str()).collect();
        assert_eq!(names, ["Ada", "Bo", "Delft"]);
        assert_eq!(lit.relations.as_slice().len(), 1);
        assert_eq!(lit.articles.as_slice().len(), 1);
    }

    #[test]
    fn of_equally_reported_events_what_is_told_often_comes_first_and_then_what_is_told_first() {
        let mut story = crate::samples::meeting();
        let again = Evidence { sentence: 5, ..story.events[1].evidence[0].clone() };
        story.events[1].evidence.push(again);
        let mut background = story.events[0].clone();
        background.id = story::EventId::new("background");
        background.evidence[0].sentence = 9;
        story.events.insert(0, background);
        let model = Model::new(story);
        let ids = |most| model.most_reported(most, None).into_iter().map(|i| model.story.events[i].id.as_str());
        assert!(ids(1).eq(["return"]), "told twice");
        assert!(ids(2).eq(["meeting", "return"]));
    }

    #[test]
    fn what_is_reported_can_be_asked_of_a_time() {
        let model = Model::new(crate::samples::meeting());
        let july = story::path::as_of(&model.story, &model.index, None, Some(story::Day::from_civil(2024, 7, 31)));
        let ids = model.most_reported(9, Some(&july)).into_iter().map(|i| model.story.events[i].id.as_str());
        assert!(ids.eq(["meeting"]), "the return is in the autumn");
    }

    #[test]
    fn a_person_lights_what_leads_to_them() {
        let model = Model::new(crate::samples::meeting());
        let lit = model.lit(model.find("bo").unwrap());
        assert_eq!(lit.events, Positions::from([0, 1]));
        assert!(lit.entities.contains(model.index.entity("ada").unwrap()));
        assert!(lit.entities.contains(model.index.entity("delft").unwrap()), "where they met");
    }

    #[test]
    fn a_way_lights_its_ends_and_what_leads_along_it() {
        let model = Model::new(crate::samples::meeting());
        let [ada, bo, delft] = ["ada", "bo", "delft"].map(|id| model.index.entity(id).unwrap());
        let way = model.way(ada, bo).unwrap();
        assert_eq!((way.entities, way.relations), (Positions::of(vec![ada, bo]), Positions::of(vec![0])));
        assert_eq!(model.way(ada, delft).unwrap().events.as_slice().len(), 1);
    }

    #[test]
    fn outlets_are_counted_where_all_are_known() {
        let mut story = crate::samples::meeting();
        story.articles.push(story.articles[0].clone());
        for (publishers, count) in
            [([Some("A"), Some("A")], 1), ([Some("A"), Some("B")], 2), ([Some("A"), None], 0), ([None, None], 0)]
        {
            for (article, publisher) in story.articles.iter_mut().zip(publishers) {
                article.publisher = publisher.map(str::to_owned);
            }
            assert_eq!(Model::new(story.clone()).publisher_count(), count);
        }
    }

    #[test]
    fn a_headline_stands_in_for_an_outlet_with_its_first_words() {
        let mut story = crate::samples::meeting();
        story.articles[0].publisher = None;
        let called = |headline: &str| {
            let mut story = story.clone();
            story.articles[0].headline = Some(headline.to_owned());
            Model::new(story).outlet(0).to_owned()
        };
        assert_eq!(called("The bridge of Delft is open"), "The bridge of Delft is open");
        assert_eq!(called("The old bridge of Delft is open again"), "The old bridge of Delft is open…");
        assert_eq!(called(&"é".repeat(40)), ["é".repeat(32), "…".to_owned()].concat());
    }

    #[test]
    fn an_amount_that_is_told_twice_counts_once() {
        let mut story = crate::samples::meeting();
        let figure = |id: &str, value: f64| story::Figure {
            id: story::FigureId::new(id),
            article: story.articles[0].id.clone(),
            value,
            unit: Some("EUR".to_owned()),
            qualifier: None,
            about: None,
            entities: Vec::new(),
            when: None,
            evidence: Vec::new(),
        };
        story.figures = vec![figure("price", 2.0), figure("price-again", 2.0), figure("share", 3.0)];
        assert_eq!(Model::new(story.clone()).amounts(9), [0, 2]);
        assert_eq!(Model::new(story).amounts(1), [0]);
    }

    #[test]
    fn events_come_in_the_order_of_time_and_those_without_a_date_last() {
        let mut story = crate::samples::meeting();
        story.events.push(story.events[0].clone());
        story.events[0].when = None;
        let model = Model::new(story);
        assert_eq!(model.in_order(vec![0, 1, 2]), [2, 1, 0]);
        assert_eq!(model.most_reported(1, None).len(), 1);
    }

    #[test]
    fn every_item_is_found_by_its_id() {
        let model = Model::new(crate::samples::meeting());
        for id in ["ada", "meeting", "ada-met-bo", "paper-2024-07-03"] {
            assert_eq!(model.find(id).and_then(|found| model.id(found)), Some(id));
        }
        assert_eq!(model.find("nobody"), None);
    }
}
