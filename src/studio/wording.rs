//! What the studio says of a story's items and of corrections, in English: an
//! editor's page.

use std::cmp::Ordering;

use story::sorted::Map;
use story::{
    Article, Correction as C, Disagreement, Entity, EntityId, Event, Evidence, Figure, Quote, Relation, Story, When,
};

/// A story whose items are found by their ids.
#[derive(Debug)]
pub(crate) struct Look<'a> {
    articles: Map<&'a str, &'a Article>,
    entities: Map<&'a str, &'a Entity>,
    relations: Map<&'a str, &'a Relation>,
    events: Map<&'a str, &'a Event>,
    quotes: Map<&'a str, &'a Quote>,
    figures: Map<&'a str, &'a Figure>,
    disagreements: Map<&'a str, &'a Disagreement>,
}

impl<'a> Look<'a> {
    pub(crate) fn of(story: &'a Story) -> Self {
        Self {
            articles: story.articles.iter().map(|item| (item.id.as_str(), item)).collect(),
            entities: story.entities.iter().map(|item| (item.id.as_str(), item)).collect(),
            relations: story.relations.iter().map(|item| (item.id.as_str(), item)).collect(),
            events: story.events.iter().map(|item| (item.id.as_str(), item)).collect(),
            quotes: story.quotes.iter().map(|item| (item.id.as_str(), item)).collect(),
            figures: story.figures.iter().map(|item| (item.id.as_str(), item)).collect(),
            disagreements: story.disagreements.iter().map(|item| (item.id.as_str(), item)).collect(),
        }
    }

    /// The name of an entity; its id, where there is no such entity.
    fn name<'n>(&'n self, id: &'n EntityId) -> &'n str {
        self.entities.get(id.as_str()).map_or(id.as_str(), |entity| &entity.name)
    }
}

/// `The Paper, 2024-07-03: Bridge opens`.
pub(crate) fn article(article: &Article) -> String {
    let day = article.published.as_ref().map(|published| published.when.as_str());
    let by: Vec<&str> = article.publisher.as_deref().into_iter().chain(day).collect();
    let name = article.headline.as_deref().or(article.file.as_deref()).unwrap_or(article.id.as_str());
    if by.is_empty() { name.to_owned() } else { format!("{}: {name}", by.join(", ")) }
}

/// `2024-07-03: The bridge opens`.
pub(crate) fn event(event: &Event) -> String {
    let day = event.when.as_ref().map(|when| format!("{when}: ")).unwrap_or_default();
    day + &event.title
}

/// `Ada Smit: “It is open.”`.
pub(crate) fn quote(look: &Look<'_>, quote: &Quote) -> String {
    let by = quote.speaker.as_ref().map(|speaker| format!("{}: ", look.name(speaker))).unwrap_or_default();
    by + &words(&quote.text)
}

/// `Ada Smit, holds office: Delft (mayor of)`.
pub(crate) fn relation(look: &Look<'_>, relation: &Relation) -> String {
    let kind = relation.kind.name().replace('_', " ");
    let label = relation.label.as_deref().map(|label| format!(" ({label})")).unwrap_or_default();
    format!("{}, {kind}: {}{label}", look.name(&relation.from), look.name(&relation.to))
}

/// `over 28,000,000,000 USD: trade (The Paper)`; where it is not known what it is of, with the
/// words around it.
pub(crate) fn figure_in(look: &Look<'_>, item: &Figure) -> String {
    let article = look.articles.get(item.article.as_str());
    let around = || {
        let span = item.evidence.first()?;
        let sentence = look.articles.get(span.article.as_str())?.sentences.get(span.sentence)?;
        Some(format!(": {}", around(&sentence.text, span.start, span.end)))
    };
    let around = if item.about.is_some() { String::new() } else { around().unwrap_or_default() };
    let outlet = article.and_then(|article| article.publisher.as_deref().or(article.headline.as_deref()));
    let outlet = outlet.map(|outlet| format!(" ({outlet})")).unwrap_or_default();
    figure(item) + &around + &outlet
}

/// `over 28,000,000,000 USD: trade`.
pub(crate) fn figure(figure: &Figure) -> String {
    let before = figure.qualifier.as_deref().map(|qualifier| format!("{qualifier} ")).unwrap_or_default();
    let unit = figure.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let about = figure.about.as_deref().map(|about| format!(": {about}")).unwrap_or_default();
    format!("{before}{}{unit}{about}", grouped(figure.value))
}

/// A number with its thousands apart: `28,000,000.5`.
fn grouped(number: f64) -> String {
    let plain = number.to_string();
    let (whole, rest) = plain.find('.').map_or((&*plain, ""), |point| plain.split_at(point));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if left.is_multiple_of(3) && grouped.ends_with(|c: char| c.is_ascii_digit()) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

/// The words around a place of a text.
fn around(text: &str, start: usize, end: usize) -> String {
    /// So many letters before and after.
    const SIDE: usize = 30;
    let from = start.saturating_sub(SIDE);
    let part: String = text.chars().skip(from).take(end.max(start) - from + SIDE).collect();
    let is_cut = from + part.chars().count() < text.chars().count();
    // No word is cut in two.
    let part = if from > 0 { part.split_once(' ').map_or(&*part, |(_, words)| words) } else { &*part };
    let part = if is_cut { part.rsplit_once(' ').map_or(part, |(words, _)| words) } else { part };
    [if from > 0 { "…" } else { "" }, part, if is_cut { "…" } else { "" }].concat()
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

/// How an article begins, for an editor to see what it says of itself.
pub(crate) fn opening(article: &Article) -> String {
    /// The headline, the dateline and the first words of the text.
    const SENTENCES: usize = 3;
    let texts: Vec<&str> = article.sentences.iter().take(SENTENCES).map(|sentence| sentence.text.as_str()).collect();
    texts.join(" ")
}

/// What a correction does, in words; `look` is on the story before it was corrected.
pub(crate) fn correction(look: &Look<'_>, correction: &C) -> String {
    let entity = |id: &EntityId| look.name(id).to_owned();
    let or_id = |words: Option<String>, id: &str| words.unwrap_or_else(|| id.to_owned());
    // Its day may be what is corrected.
    let article = |id: &story::ArticleId| {
        let found = look.articles.get(id.as_str());
        or_id(found.and_then(|it| it.headline.clone().or_else(|| it.file.clone())), id.as_str())
    };
    let title = |id: &story::EventId| or_id(look.events.get(id.as_str()).map(|it| it.title.clone()), id.as_str());
    let of_relation =
        |id: &story::RelationId| or_id(look.relations.get(id.as_str()).map(|it| relation(look, it)), id.as_str());
    let of_quote = |id: &story::QuoteId| or_id(look.quotes.get(id.as_str()).map(|it| words(&it.text)), id.as_str());
    let kind = |name: &str| name.replace(['_', '-'], " ");
    let day = |when: &Option<When>| when.as_ref().map_or_else(|| "not known".to_owned(), When::to_string);
    match correction {
        C::StoryTitle { title } => format!("The story is called “{title}”"),
        C::ArticlePublisher { article: id, publisher: Some(by) } => format!("{}: published by {by}", article(id)),
        C::ArticlePublisher { article: id, publisher: None } => format!("{}: the outlet is not known", article(id)),
        C::ArticleHeadline { article: id, headline: Some(to) } => format!("{}: the headline is “{to}”", article(id)),
        C::ArticleHeadline { article: id, headline: None } => format!("{}: there is no headline", article(id)),
        C::ArticleDate { article: id, when } => format!("{}: the day of publication is {}", article(id), day(when)),
        C::EntityName { entity: id, name } => format!("{} is called {name}", entity(id)),
        C::EntityKind { entity: id, kind: of } => format!("{} is of the kind {}", entity(id), kind(of.name())),
        C::MergeEntities { entity: id, into } => format!("{} is the same as {}", entity(id), entity(into)),
        C::RemoveEntity { entity: id } => format!("{} is left out", entity(id)),
        C::RelationLabel { relation, label } => format!("{}: “{label}”", of_relation(relation)),
        C::RelationEnds { relation, from, to } => {
            format!("{}: it is from {} to {}", of_relation(relation), entity(from), entity(to))
        }
        C::RelationKind { relation, kind: of } => {
            format!("{}: it is of the kind {}", of_relation(relation), kind(of.name()))
        }
        C::RemoveRelation { relation } => format!("{} is left out", of_relation(relation)),
        C::EventTitle { event, title: to } => format!("{}: the title is “{to}”", title(event)),
        C::EventKind { event, kind: of } => format!("{}: it is of the kind {}", title(event), kind(of.name())),
        C::EventDate { event, when } => format!("{}: the date is {}", title(event), day(when)),
        C::EventStatus { event, status } => format!("{}: {}", title(event), status.name()),
        C::EventPlace { event, place: Some(place) } => format!("{}: the place is {}", title(event), entity(place)),
        C::EventPlace { event, place: None } => format!("{}: the place is not known", title(event)),
        C::AddParticipant { event, entity: id } => format!("{}: {} took part", title(event), entity(id)),
        C::RemoveParticipant { event, entity: id } => format!("{}: {} took no part", title(event), entity(id)),
        C::MergeEvents { event, into } => format!("{} is the same as {}", title(event), title(into)),
        C::RemoveEvent { event } => format!("{} is left out", title(event)),
        C::QuoteSpeaker { quote, speaker: Some(speaker) } => {
            format!("{} was said by {}", of_quote(quote), entity(speaker))
        }
        C::QuoteSpeaker { quote, speaker: None } => format!("{}: the speaker is not known", of_quote(quote)),
        C::RemoveQuote { quote } => format!("{} is left out", of_quote(quote)),
        C::RemoveFigure { figure: id } => {
            format!("{} is left out", or_id(look.figures.get(id.as_str()).map(|it| figure(it)), id.as_str()))
        }
        C::RemoveDisagreement { disagreement: id } => {
            let about = or_id(look.disagreements.get(id.as_str()).map(|it| it.about.clone()), id.as_str());
            format!("The difference about {about} is left out")
        }
    }
}

#[cfg(test)]
mod tests {
    use story::{ArticleId, EntityId, EventId, When};

    use super::*;

    #[test]
    fn a_correction_is_told_by_what_the_item_was_called() {
        let ada = r#"{"id": "ada", "kind": "person", "name": "Ada Smit"}"#;
        let opened =
            r#"{"id": "opened", "kind": "other", "title": "The bridge opens", "status": "planned", "evidence": []}"#;
        let paper = r#"{"id": "paper", "kind": "report", "text": "full", "publisher": "The Paper", "headline": "Bridge opens"}"#;
        let text = format!(
            r#"{{"format": "backstory/1", "title": "", "articles": [{paper}], "entities": [{ada}], "events": [{opened}]}}"#
        );
        let story = Story::from_json(&text).unwrap();
        let look = Look::of(&story);
        let told = |of: C| correction(&look, &of);
        let entity = EntityId::new("ada");
        let merge = C::MergeEntities { entity: entity.clone(), into: EntityId::new("mayor") };
        assert_eq!(told(merge), "Ada Smit is the same as mayor", "an id where there is no name");
        assert_eq!(told(C::RemoveEntity { entity }), "Ada Smit is left out");
        let date = C::EventDate { event: EventId::new("opened"), when: When::parse("2024-07").ok() };
        assert_eq!(told(date), "The bridge opens: the date is 2024-07");
        let article = ArticleId::new("paper");
        assert_eq!(told(C::ArticleDate { article, when: None }), "Bridge opens: the day of publication is not known");
    }

    #[test]
    fn a_figure_is_told_by_what_it_is_of_or_by_the_words_around_it() {
        let sentence = "The bridge, which was opened in July after many years of work, has cost over 2500000.5 euros, and nobody knows who is to pay for it.";
        let span = r#"[{"article": "paper", "sentence": 0, "start": 77, "end": 92}]"#;
        let figure = |id: &str, more: &str| {
            format!(
                r#"{{"id": "{id}", "article": "paper", "value": 2500000.5, "unit": "EUR", "evidence": {span}{more}}}"#
            )
        };
        let text = format!(
            r#"{{"format": "backstory/1", "title": "", "articles": [{{"id": "paper", "kind": "report", "text": "full",
            "publisher": "The Paper", "sentences": [{{"text": "{sentence}"}}]}}],
            "figures": [{}, {}]}}"#,
            figure("of-it", r#", "about": "the bridge", "qualifier": "over""#),
            figure("bare", "")
        );
        let story = Story::from_json(&text).unwrap();
        let look = Look::of(&story);
        let told = |at: usize| figure_in(&look, &story.figures[at]);
        assert_eq!(told(0), "over 2,500,000.5 EUR: the bridge (The Paper)");
        assert_eq!(
            told(1),
            "2,500,000.5 EUR: …years of work, has cost over 2500000.5 euros, and nobody knows who is to… (The Paper)"
        );
        assert_eq!([999.0, 1000.0, -28_000.0, 123_456.0].map(grouped), ["999", "1,000", "-28,000", "123,456"]);
    }

    #[test]
    fn a_long_quote_is_cut() {
        assert_eq!(words("It is open."), "“It is open.”");
        assert_eq!(words(&"é".repeat(99)).chars().count(), 63);
    }
}
