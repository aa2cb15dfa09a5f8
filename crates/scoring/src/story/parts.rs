//! The parts of a story that are scored, each against the gold.

use std::collections::{BTreeMap, BTreeSet};

use story::{EntityId, Event, Evidence, RelationKind, SentencePart, Story, TextRights};

use super::gold::{self, Gold};
use super::matching::Matching;
use super::wording::{alike, plain, words};
use crate::Score;

/// Two wordings of one quote are at least so alike.
const ALIKE: f64 = 0.8;
/// A quote of fewer words is not known by being a part of another.
const WORDS: usize = 6;
/// The relative difference that two figures may have and be the same.
const SAME: f64 = 1e-6;

/// The score of one part of a story.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Right, made up, missed.
    pub score: Score,
    /// What was missed, in words.
    pub missed: Vec<String>,
    /// What was made up, in words.
    pub made_up: Vec<String>,
}

impl Part {
    fn new(name: &'static str) -> Self {
        Self { name, score: Score::default(), missed: Vec::new(), made_up: Vec::new() }
    }

    fn right(&mut self) {
        self.score.right += 1;
    }

    fn missed(&mut self, what: impl Into<String>) {
        self.score.missed += 1;
        self.missed.push(what.into());
    }

    fn made_up(&mut self, what: impl Into<String>) {
        self.score.made_up += 1;
        self.made_up.push(what.into());
    }

    /// Right, or missed.
    fn wants(&mut self, right: bool, what: impl FnOnce() -> String) {
        if right {
            self.right();
        } else {
            self.missed(what());
        }
    }
}

/// Scores the parts that the gold has.
pub fn score(story: &Story, gold: &Gold) -> Vec<Part> {
    let matching = Matching::of(story, gold);
    let mut parts = vec![articles(&matching), boilerplate(&matching), entities(&matching)];
    parts.extend(gold.relations.as_ref().map(|relations| self::relations(&matching, relations)));
    parts.extend(gold.events.iter().flat_map(|events| self::events(&matching, events)));
    parts.extend(gold.quotes.as_ref().map(|quotes| self::quotes(&matching, quotes)));
    if !gold.same_quote.is_empty() {
        parts.push(same_quote(&matching));
    }
    parts.extend(gold.figures.as_ref().map(|figures| self::figures(&matching, figures)));
    parts.push(evidence(story));
    parts
}

/// Headline, publisher, date, place and kind of each article.
fn articles(matching: &Matching<'_>) -> Part {
    let mut part = Part::new("articles");
    for (place, (file, want)) in matching.gold.articles.iter().enumerate() {
        let Some(got) = matching.article(place) else {
            part.missed(format!("{file}: not in the story"));
            continue;
        };
        if let Some(headline) = &want.headline {
            let found = got.headline.as_deref().unwrap_or_default();
            part.wants(plain(found) == plain(headline), || format!("{file}: headline {found:?}"));
        }
        if let Some(publishers) = &want.publisher {
            let found = got.publisher.as_deref().unwrap_or_default();
            let right = publishers.iter().any(|publisher| plain(publisher) == plain(found));
            part.wants(right, || format!("{file}: publisher {found:?}"));
        }
        if let Some(dates) = &want.published {
            let found = got.published.as_ref().map_or("none", |published| published.when.as_str());
            let right = dates.iter().any(|date| date == found);
            part.wants(right, || format!("{file}: published {found}, want {}", dates.join(" or ")));
        }
        if let Some(dateline) = &want.dateline_place {
            let found = got.dateline_place.as_ref();
            let entity = found.and_then(|id| matching.story.entities.iter().find(|entity| entity.id == *id));
            let right = match entity {
                Some(entity) => {
                    [&entity.name].into_iter().chain(&entity.aliases).any(|name| plain(name) == plain(dateline))
                }
                None => found.is_some_and(|id| plain(id.as_str()) == plain(dateline)),
            };
            part.wants(right, || format!("{file}: dateline {found:?}"));
        }
        if let Some(kind) = &want.kind {
            part.wants(got.kind.name() == kind, || format!("{file}: kind {}", got.kind.name()));
        }
    }
    part
}

/// What clings to an article is in no sentence of its body; what belongs to it is.
fn boilerplate(matching: &Matching<'_>) -> Part {
    let mut part = Part::new("boilerplate");
    for (place, (file, want)) in matching.gold.articles.iter().enumerate() {
        let got = matching.article(place);
        let sentences = got.into_iter().flat_map(|article| &article.sentences);
        let body: Vec<&str> =
            sentences.filter(|sentence| sentence.of == SentencePart::Body).map(|s| s.text.as_str()).collect();
        let body = plain(&body.join(" "));
        for text in &want.boilerplate {
            if body.contains(&plain(text)) {
                part.made_up(format!("{file}: kept {text:?}"));
            } else {
                part.right();
            }
        }
        if got.is_none_or(|article| article.text == TextRights::Full) {
            for text in &want.keep {
                part.wants(body.contains(&plain(text)), || format!("{file}: lost {text:?}"));
            }
        }
    }
    part
}

/// Each entity once, of the right kind.
fn entities(matching: &Matching<'_>) -> Part {
    let mut part = Part::new("entities");
    let mut taken: BTreeMap<usize, &str> = BTreeMap::new();
    for entity in matching.story.entities.iter().filter(|entity| !entity.mentions.is_empty()) {
        let index = matching.entity(entity.id.as_str());
        let Some((index, gold)) = index.and_then(|index| Some((index, matching.gold.entities.get(index)?))) else {
            part.made_up(format!("{}: {}", entity.kind.name(), entity.name));
            continue;
        };
        if let Some(other) = taken.get(&index) {
            part.made_up(format!("{} again (also {other})", entity.name));
            continue;
        }
        taken.insert(index, &entity.name);
        if gold.must {
            let kind = entity.kind.name();
            let right = gold.kind == kind || gold.kind_also.iter().any(|other| other == kind);
            part.wants(right, || format!("{} is {kind}, want {}", entity.name, gold.kind));
        }
    }
    for (_, gold) in matching.gold.entities.iter().enumerate().filter(|(i, gold)| gold.must && !taken.contains_key(i)) {
        part.missed(&gold.name);
    }
    part
}

/// Whether a relation of that kind holds both ways.
fn is_mutual(kind: &str) -> bool {
    matches!(kind, "met" | "trades_with" | "borders" | "party_to" | "in_conflict_with" | "called" | "related_to")
}

fn relations(matching: &Matching<'_>, gold: &[gold::Relation]) -> Part {
    let mut part = Part::new("relations");
    let mut seen = BTreeSet::new();
    for relation in &matching.story.relations {
        let kind = relation.kind.name();
        let ends = (matching.name(relation.from.as_str()), matching.name(relation.to.as_str()));
        let found = gold.iter().rposition(|gold| {
            let (from, to) = (Some(gold.from.as_str()), Some(gold.to.as_str()));
            gold.kind == kind && (ends == (from, to) || is_mutual(kind) && ends == (to, from))
        });
        match found.and_then(|index| Some((index, gold.get(index)?))) {
            None if matches!(relation.kind, RelationKind::Other | RelationKind::RelatedTo) => {}
            None => part.made_up(format!("{} {kind} {}", relation.from, relation.to)),
            Some((index, gold)) if gold.must && seen.insert(index) => part.right(),
            Some(_) => {}
        }
    }
    for (_, gold) in gold.iter().enumerate().filter(|(index, gold)| gold.must && !seen.contains(index)) {
        part.missed(format!("{} {} {}", gold.from, gold.kind, gold.to));
    }
    part
}

/// Events: the date right, somebody who took part, an article that reports it, and not split in two; and which
/// articles report each.
fn events(matching: &Matching<'_>, gold: &[gold::Event]) -> [Part; 2] {
    let (mut part, mut reports) = (Part::new("events"), Part::new("corroboration"));
    let mut used = BTreeSet::new();
    for gold in gold {
        let mut best: Option<(Fit, usize)> = None;
        for (index, event) in matching.story.events.iter().enumerate().filter(|(index, _)| !used.contains(index)) {
            if let Some(fit) = Fit::of(matching, event, gold)
                && best.as_ref().is_none_or(|(other, _)| fit.is_better(other))
            {
                best = Some((fit, index));
            }
        }
        let Some((fit, index)) = best else {
            if gold.must {
                part.missed(format!("{} {}", gold.when.join("|"), gold.label));
            }
            continue;
        };
        used.insert(index);
        if !gold.must {
            continue;
        }
        part.right();
        for article in &gold.articles {
            let told = fit.articles.contains(article);
            reports.wants(told, || format!("{}: article {article} is not among its reports", gold.label));
        }
        for article in fit.articles.iter().filter(|article| !gold.articles.contains(article)) {
            reports.made_up(format!("{}: article {article} does not report it", gold.label));
        }
    }
    for (_, event) in matching.story.events.iter().enumerate().filter(|(index, _)| !used.contains(index)) {
        part.made_up(format!("{} {}", event.when.as_ref().map_or("undated", |when| when.as_str()), event.title));
    }
    [part, reports]
}

/// How well an event of the story goes with one of the gold's.
struct Fit {
    participants: usize,
    wording: f64,
    reports: usize,
    /// The places of the articles that report the story's event.
    articles: BTreeSet<usize>,
}

impl Fit {
    /// Nothing if they are not the same.
    fn of(matching: &Matching<'_>, event: &Event, gold: &gold::Event) -> Option<Self> {
        let when = event.when.as_ref()?.as_str();
        if !gold.when.iter().chain(&gold.also_when).any(|allowed| is_date(when, allowed)) {
            return None;
        }
        let people = event.participants.iter().map(|participant| participant.entity.as_str());
        let people = people.chain(event.place.as_ref().map(EntityId::as_str));
        let names: BTreeSet<&str> = people.filter_map(|id| matching.name(id)).collect();
        let participants = names.iter().filter(|name| gold.participants.iter().any(|other| other == *name)).count();
        let articles = matching.places(&event.evidence);
        let reports = articles.iter().filter(|article| gold.articles.contains(article)).count();
        (participants > 0 && reports > 0).then(|| Self {
            participants,
            wording: alike(&event.title, &gold.label),
            reports,
            articles,
        })
    }

    /// By who took part, then by the words, then by the reports.
    fn is_better(&self, other: &Self) -> bool {
        let by_wording = self.wording.total_cmp(&other.wording);
        self.participants.cmp(&other.participants).then(by_wording).then(self.reports.cmp(&other.reports)).is_gt()
    }
}

/// Whether a date is the allowed one, its marks of doubt aside, or an interval that begins or ends with it.
fn is_date(found: &str, allowed: &str) -> bool {
    let found = found.replace(['?', '~', '%'], "");
    found == allowed || found.split('/').any(|part| part == allowed)
}

fn quotes(matching: &Matching<'_>, gold: &[gold::Quote]) -> Part {
    let mut part = Part::new("quotes");
    let quotes = &matching.story.quotes;
    let mut matched = BTreeSet::new();
    for gold in gold {
        let mut right = false;
        for (index, quote) in quotes.iter().enumerate() {
            if matching.place(quote.article.as_str()) != Some(gold.article) || !is_quote(&quote.text, &gold.text) {
                continue;
            }
            matched.insert(index);
            let speaker = quote.speaker.as_ref().map(EntityId::as_str);
            // `?` is nobody who has a name.
            let speaker = speaker.map_or("?", |id| matching.name(id).unwrap_or(id));
            right |= gold.speaker_also.iter().any(|other| other == speaker) || plain(speaker) == plain(&gold.speaker);
        }
        if gold.must {
            part.wants(right, || format!("article {}, {}: {}", gold.article, gold.speaker, start(&gold.text)));
        }
    }
    for (index, quote) in quotes.iter().enumerate().filter(|(index, _)| !matched.contains(index)) {
        let Some(place) = matching.place(quote.article.as_str()) else { continue };
        // All turns of a transcript are quotes; the gold has some of them.
        let kind = matching.gold.articles.get_index(place).and_then(|(_, article)| article.kind.as_deref());
        if kind != Some("transcript") {
            part.made_up(format!("article {place}, quote {index}: {}", start(&quote.text)));
        }
    }
    part
}

/// Whether a quote is the gold's: one has the other in it, or they are alike.
fn is_quote(found: &str, gold: &str) -> bool {
    let (plain_found, plain_gold) = (plain(found), plain(gold));
    plain_found.contains(&plain_gold)
        || words(found).len() >= WORDS && plain_gold.contains(&plain_found)
        || alike(found, gold) >= ALIKE
}

fn start(text: &str) -> String {
    text.chars().take(60).chain(['…']).collect()
}

/// The reports of one utterance have one `same_as`.
fn same_quote(matching: &Matching<'_>) -> Part {
    let mut part = Part::new("same quote");
    for group in &matching.gold.same_quote {
        let same_as = |utterance: &gold::Utterance| {
            let quote = matching.story.quotes.iter().find(|quote| {
                matching.place(quote.article.as_str()) == Some(utterance.article)
                    && plain(&quote.text).contains(&plain(&utterance.starts))
            });
            quote.and_then(|quote| quote.same_as.as_ref())
        };
        let Some((first, others)) = group.split_first() else { continue };
        let one = same_as(first);
        for other in others {
            let right = one.is_some() && one == same_as(other);
            part.wants(right, || format!("{} with article {}", start(&first.starts), other.article));
        }
    }
    part
}

fn figures(matching: &Matching<'_>, gold: &[gold::Figure]) -> Part {
    let mut part = Part::new("figures");
    let mut used = BTreeSet::new();
    for gold in gold {
        let found = matching.story.figures.iter().enumerate().find(|(index, figure)| {
            !used.contains(index)
                && matching.place(figure.article.as_str()) == Some(gold.article)
                && figure.unit.as_deref() == Some(&gold.unit)
                && (figure.value - gold.value).abs() <= SAME * gold.value.abs()
                && gold
                    .qualifier
                    .as_ref()
                    .is_none_or(|qualifier| plain(figure.qualifier.as_deref().unwrap_or_default()) == plain(qualifier))
        });
        used.extend(found.map(|(index, _)| index));
        let qualifier = gold.qualifier.as_deref().unwrap_or_default();
        part.wants(found.is_some(), || format!("article {}: {qualifier} {} {}", gold.article, gold.value, gold.unit));
    }
    part
}

/// Each item has evidence, and each piece of it lies in a sentence that is there.
fn evidence(story: &Story) -> Part {
    let mut part = Part::new("evidence");
    let items = story.relations.iter().map(|item| (item.id.as_str(), &item.evidence));
    let items = items.chain(story.events.iter().map(|item| (item.id.as_str(), &item.evidence)));
    let items = items.chain(story.quotes.iter().map(|item| (item.id.as_str(), &item.evidence)));
    let items = items.chain(story.figures.iter().map(|item| (item.id.as_str(), &item.evidence)));
    for (id, evidence) in items {
        if evidence.is_empty() {
            part.made_up(format!("{id}: no evidence"));
        }
        for evidence in evidence {
            if lies_in_a_sentence(story, evidence) {
                part.right();
            } else {
                part.made_up(format!("{id}: {evidence:?}"));
            }
        }
    }
    part
}

fn lies_in_a_sentence(story: &Story, evidence: &Evidence) -> bool {
    let article = story.articles.iter().find(|article| article.id == evidence.article);
    let sentence = article.and_then(|article| article.sentences.get(evidence.sentence));
    let length = sentence.map_or(0, |sentence| sentence.text.chars().count());
    evidence.start < evidence.end && evidence.end <= length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_may_be_in_doubt_or_one_end_of_an_interval() {
        assert!(is_date("2022-08-19~", "2022-08-19"));
        assert!(is_date("2024-11-27/2024-11-28", "2024-11-27"));
        assert!(!is_date("2024-11", "2024-11-27"));
    }

    #[test]
    fn a_quote_is_known_by_being_in_the_other_or_like_it() {
        let whole = "We will build the bridge in two years, and nobody will pay for it";
        assert!(is_quote(whole, "build the bridge"));
        assert!(is_quote("the bridge in two years, and nobody", whole));
        assert!(!is_quote("the bridge", whole), "too short to be known by");
    }
}
