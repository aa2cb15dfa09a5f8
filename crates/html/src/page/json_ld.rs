//! JSON-LD in a page → what it says of the article, in the words of
//! schema.org.

use serde_json::{Map, Value};

/// What JSON-LD says of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) headline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) changed: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
    pub(super) body: Option<String>,
    rank: u8,
}

/// So many records are taken from a page.
const MOST_RECORDS: usize = 200;

/// The records of all articles that the scripts tell of; those of the page's
/// own kind first, else in their order.
pub(super) fn records(scripts: &[String]) -> Vec<Record> {
    let mut records = Vec::new();
    for script in scripts {
        match parse(script) {
            Some(value) => collect(&value, &value, &mut records),
            None => records.extend(from_broken(script)),
        }
    }
    records.sort_by_key(|record| record.rank);
    records
}

/// The JSON of a script. Line breaks in strings and the marks of comments are
/// forgiven.
fn parse(script: &str) -> Option<Value> {
    let trimmed = script.trim().trim_end_matches(';');
    serde_json::from_str(trimmed).ok().or_else(|| {
        let inner =
            trimmed.trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
        let inner = inner.trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>").trim();
        let flat: String = inner.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&flat).ok()
    })
}

/// Adds the articles in a value. `serde_json` bounds how deep it is nested.
fn collect(value: &Value, root: &Value, records: &mut Vec<Record>) {
    if records.len() >= MOST_RECORDS {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, root, records)),
        Value::Object(fields) => {
            if let Some(rank) = rank(fields) {
                records.push(record(fields, root, rank));
            }
            for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = fields.get(name) {
                    collect(inner, root, records);
                }
            }
        }
        _ => {}
    }
}

/// How near a type is to a page's own article: 0 is nearest.
fn rank(fields: &Map<String, Value>) -> Option<u8> {
    let rank_of = |kind: &str| {
        let kind = kind.rsplit(['/', '#', ':']).next().unwrap_or(kind);
        match kind {
            _ if kind.ends_with("NewsArticle") => Some(0),
            "LiveBlogPosting" | "Report" => Some(0),
            _ if kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Review" => Some(1),
            "VideoObject" | "AudioObject" | "PodcastEpisode" | "ImageGallery" | "MediaGallery" => Some(2),
            "WebPage" | "ItemPage" | "AboutPage" => Some(3),
            _ => None,
        }
    };
    match fields.get("@type")? {
        Value::String(kind) => rank_of(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).filter_map(rank_of).min(),
        _ => None,
    }
}

fn record(fields: &Map<String, Value>, root: &Value, rank: u8) -> Record {
    let text = |name: &str| fields.get(name).and_then(first_text);
    let named = |name: &str| fields.get(name).map(|value| names(value, root)).unwrap_or_default();
    Record {
        headline: text("headline").or_else(|| text("name")),
        published: text("datePublished").or_else(|| text("uploadDate")).or_else(|| text("dateCreated")),
        changed: text("dateModified"),
        authors: named("author"),
        publisher: named("publisher").into_iter().next(),
        language: text("inLanguage"),
        url: text("url"),
        body: text("articleBody"),
        rank,
    }
}

/// The text of a value, or the first of its texts.
fn first_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Array(items) => items.iter().find_map(first_text),
        Value::Object(fields) => fields.get("@value").or_else(|| fields.get("alternateName")).and_then(first_text),
        _ => None,
    }
}

/// The names of people or organisations: texts, objects, references to
/// objects of the graph.
fn names(value: &Value, root: &Value) -> Vec<String> {
    let named = |fields: &Map<String, Value>| {
        fields.get("name").and_then(first_text).or_else(|| {
            let id = fields.get("@id")?.as_str()?;
            let graph = root.get("@graph")?.as_array()?;
            graph
                .iter()
                .take(MOST_RECORDS)
                .find(|node| node.get("@id").and_then(Value::as_str) == Some(id))?
                .get("name")
                .and_then(first_text)
        })
    };
    match value {
        Value::String(text) => vec![text.trim().to_owned()],
        Value::Object(fields) => named(fields).into_iter().collect(),
        Value::Array(items) => {
            let one = |item: &Value| match item {
                Value::String(text) => Some(text.trim().to_owned()),
                Value::Object(fields) => named(fields),
                _ => None,
            };
            items.iter().take(MOST_RECORDS).filter_map(one).collect()
        }
        _ => Vec::new(),
    }
}

/// What can be read of a script that is no JSON: the first string behind the
/// name of a field.
fn from_broken(script: &str) -> Option<Record> {
    let field = |name: &str| {
        let at = script.find(&["\"", name, "\""].concat())? + name.len() + 2;
        let rest = script.get(at..)?.trim_start().strip_prefix(':')?.trim_start();
        let mut strings = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        strings.next()?.ok().filter(|text| !text.trim().is_empty())
    };
    let published = field("datePublished");
    let headline = field("headline");
    (published.is_some() || headline.is_some()).then(|| Record { headline, published, rank: 1, ..Record::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(script: &str) -> Record {
        records(&[script.to_owned()]).into_iter().next().unwrap()
    }

    #[test]
    fn an_article_is_read() {
        let record = first(
            r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The bridge is open",
            "datePublished": "2021-05-02T10:30:00+02:00", "author": [{"@type": "Person", "name": "Ada Berg"}, "Bo Carter"],
            "publisher": {"@type": "Organization", "name": "Delta Press"}, "inLanguage": "en", "articleBody": "It is."}"#,
        );
        assert_eq!(record.headline.as_deref(), Some("The bridge is open"));
        assert_eq!(record.published.as_deref(), Some("2021-05-02T10:30:00+02:00"));
        assert_eq!(record.authors, ["Ada Berg", "Bo Carter"]);
        assert_eq!(record.publisher.as_deref(), Some("Delta Press"));
        assert_eq!(record.body.as_deref(), Some("It is."));
    }

    #[test]
    fn the_article_of_a_graph_comes_before_its_page() {
        let record = first(
            r##"{"@graph": [{"@type": "Organization", "@id": "#us", "name": "Delta Press"},
            {"@type": "WebPage", "name": "Bridge | Delta", "datePublished": "2021-05-01"},
            {"@type": ["Article", "NewsArticle"], "headline": "The bridge is open", "publisher": {"@id": "#us"}}]}"##,
        );
        assert_eq!(record.headline.as_deref(), Some("The bridge is open"));
        assert_eq!(record.publisher.as_deref(), Some("Delta Press"));
    }

    #[test]
    fn broken_json_is_read_as_far_as_it_can_be() {
        let breaks = "{\"@type\": \"NewsArticle\", \"headline\": \"The bridge\n is open\"}";
        assert_eq!(first(breaks).headline.as_deref(), Some("The bridge  is open"));
        let comma = r#"{"@type": "NewsArticle", "headline": "The \"old\" bridge", "datePublished": "2021-05-02",}"#;
        assert_eq!(first(comma).headline.as_deref(), Some("The \"old\" bridge"));
        assert_eq!(first(comma).published.as_deref(), Some("2021-05-02"));
        assert_eq!(records(&["{".to_owned(), String::new(), "[".repeat(10_000)]), []);
    }
}
