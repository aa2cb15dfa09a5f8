//! A story as HTML to read: for pages without scripts, feeds and search engines.

use std::collections::BTreeSet;

use story::{Article, Evidence, Index, Story, When};

use crate::html::escaped;
use crate::wording::{English, Wording as _};

/// The story as a section of a page. Every text of it is escaped.
///
/// Headings begin at the third level, under those of the article around it.
pub fn fallback(story: &Story) -> String {
    let index = Index::of(story);
    let page = Page { story, index: &index };
    let parts = [
        ("What happened", "ol", page.events()),
        ("Who is related to whom", "ul", page.relations()),
        ("Who said what", "ul", page.quotes()),
        ("Where the sources differ", "ul", page.disagreements()),
        ("Sources", "ul", page.articles()),
    ];
    let mut html = format!("<section class=\"backstory-fallback\">\n<h3>{}</h3>\n", escaped(&story.title));
    for (heading, list, items) in parts {
        if !items.is_empty() {
            let items: Vec<String> = items.iter().map(|item| format!("<li>{item}</li>\n")).collect();
            html.extend(["<h4>", heading, "</h4>\n<", list, ">\n", &items.concat(), "</", list, ">\n"]);
        }
    }
    html.push_str("</section>\n");
    html
}

struct Page<'a> {
    story: &'a Story,
    index: &'a Index,
}

impl Page<'_> {
    /// The events in the order of time; those without a date come last.
    fn events(&self) -> Vec<String> {
        let mut events: Vec<&story::Event> = self.story.events.iter().collect();
        events.sort_by(|one, other| match (&one.when, &other.when) {
            (Some(one), Some(other)) => one.compare(other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        });
        let item = |event: &story::Event| {
            let date = event.when.as_ref().map(|when| format!("{}: ", time(when))).unwrap_or_default();
            let status = English.status(event.status).map(|status| format!(" ({status})")).unwrap_or_default();
            format!("{date}{}{status}{}", escaped(&event.title), self.sources(&event.evidence))
        };
        events.into_iter().map(item).collect()
    }

    fn relations(&self) -> Vec<String> {
        let name = |id: &story::EntityId| {
            let entity = self.index.entity(id.as_str()).and_then(|entity| self.story.entities.get(entity));
            escaped(entity.map_or(id.as_str(), |entity| &entity.name))
        };
        let item = |relation: &story::Relation| {
            let (from, to) = (name(&relation.from), name(&relation.to));
            let label = relation.label.as_deref().map_or_else(|| relation.kind.name().replace('_', " "), escaped);
            let when = relation.when.as_ref().map(|when| format!(", {}", time(when))).unwrap_or_default();
            format!(
                "<strong>{from}</strong> – <strong>{to}</strong>: {label}{when}{}",
                self.sources(&relation.evidence)
            )
        };
        self.story.relations.iter().map(item).collect()
    }

    /// One version of each utterance.
    fn quotes(&self) -> Vec<String> {
        let mut told = BTreeSet::new();
        let mut items = Vec::new();
        for quote in &self.story.quotes {
            if quote.same_as.as_deref().is_some_and(|utterance| !told.insert(utterance)) {
                continue;
            }
            let speaker = quote.speaker.as_ref().and_then(|id| self.index.entity(id.as_str()));
            let speaker = speaker.and_then(|entity| self.story.entities.get(entity)).map(|entity| entity.name.as_str());
            let speaker = speaker.or(quote.speaker_said()).map(|name| format!("{}: ", escaped(name)));
            let sources = self.sources(&quote.evidence);
            items.push(format!("{}<q>{}</q>{sources}", speaker.unwrap_or_default(), escaped(&quote.text)));
        }
        items
    }

    fn disagreements(&self) -> Vec<String> {
        let item = |disagreement: &story::Disagreement| {
            let said = |says: &str| {
                let date = When::parse(says).ok().filter(|_| disagreement.kind == story::DisagreementKind::Date);
                date.map_or_else(|| escaped(says), |when| time(&when))
            };
            let claim = |claim: &story::Claim| format!("{}{}", said(&claim.says), self.sources(&claim.evidence));
            let claims: Vec<String> = disagreement.claims.iter().map(claim).collect();
            format!("{}: {}", escaped(&disagreement.about), claims.join("; "))
        };
        self.story.disagreements.iter().map(item).collect()
    }

    fn articles(&self) -> Vec<String> {
        self.story.articles.iter().map(source).collect()
    }

    /// Who says so, each outlet once: ` (<cite>The Paper</cite>)`.
    fn sources(&self, evidence: &[Evidence]) -> String {
        let mut outlets: Vec<String> = Vec::new();
        for article in self.index.sources(evidence) {
            let Some(article) = self.story.articles.get(article) else { continue };
            let name = article.publisher.as_deref().or(article.headline.as_deref()).unwrap_or(article.id.as_str());
            let outlet = escaped(name);
            if !outlets.contains(&outlet) {
                outlets.push(outlet);
            }
        }
        if outlets.is_empty() { String::new() } else { format!(" (<cite>{}</cite>)", outlets.join(", ")) }
    }
}

/// A date to read, and for machines where HTML has a form for it.
fn time(when: &When) -> String {
    let words = escaped(&English.when(when));
    match when.datetime() {
        Some(date) => format!("<time datetime=\"{date}\">{words}</time>"),
        None => words,
    }
}

/// `The Paper, 2024-07-03: Headline`, the headline linked where there is an
/// address.
pub fn source(article: &Article) -> String {
    let date = article.published.as_ref().map(|published| published.when.as_str());
    let about: Vec<String> = article.publisher.as_deref().into_iter().chain(date).map(escaped).collect();
    let headline = escaped(article.headline.as_deref().unwrap_or(article.id.as_str()));
    // The story was checked, but a link is where a page can be harmed.
    let linked = match article.web_address() {
        Some(url) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{headline}</a>", escaped(url)),
        None => headline,
    };
    if about.is_empty() { linked } else { format!("{}: {linked}", about.join(", ")) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A story with one of each, whose every text is `text`.
    fn story(text: &str) -> Story {
        let evidence = serde_json::json!([{ "article": "a", "sentence": 0, "start": 0, "end": 1 }]);
        let story = serde_json::json!({
            "format": "backstory/1",
            "title": text,
            "articles": [{ "id": "a", "kind": "report", "text": "full", "publisher": text, "headline": text,
                "url": format!("https://example.org/{text}"), "published": { "when": "2024-07-03", "basis": "stated" },
                "sentences": [{ "text": "Ada met Ben." }] }],
            "entities": [{ "id": "ada", "kind": "person", "name": text }, { "id": "ben", "kind": "person", "name": text }],
            "relations": [{ "id": "r", "from": "ada", "to": "ben", "kind": "other", "label": text, "when": "2024", "evidence": evidence }],
            "events": [
                { "id": "late", "kind": "meeting", "title": text, "status": "planned", "when": "2024-23", "evidence": evidence },
                { "id": "early", "kind": "meeting", "title": text, "status": "happened", "when": "2024-07-03", "evidence": evidence },
            ],
            "quotes": [{ "id": "q", "article": "a", "speaker": "ada", "text": text, "form": "direct", "evidence": evidence }],
            "disagreements": [{ "id": "d", "about": text, "kind": "date", "claims": [
                { "says": text, "articles": ["a"], "evidence": evidence }, { "says": text, "articles": ["a"], "evidence": evidence } ] }],
        });
        Story::from_json(&story.to_string()).unwrap()
    }

    #[test]
    fn a_story_to_read() {
        insta::assert_snapshot!(fallback(&story("Ada")));
    }

    #[test]
    fn a_story_with_nothing_in_it_is_its_title() {
        assert_eq!(
            fallback(&Story::new("Nothing")),
            "<section class=\"backstory-fallback\">\n<h3>Nothing</h3>\n</section>\n"
        );
    }

    proptest! {
        #[test]
        fn any_text_stays_text(text in "(\\PC|</?script|<img|onerror=|javascript:|[<>&\"'/])+") {
            let tags = |html: &str| html.matches('<').count();
            let quotes = |html: &str| html.matches('"').count();
            let (with, without) = (fallback(&story(&text)), fallback(&story("x")));
            prop_assert_eq!(tags(&with), tags(&without));
            prop_assert_eq!(quotes(&with), quotes(&without));
        }
    }
}
