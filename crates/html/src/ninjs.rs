//! ninjs, the IPTC's news in JSON, versions 1 to 3 → an article an item.
//!
//! Version 2 names properties in small letters, version 3 in camel case, and
//! version 1 has `headline` and `body_…` where they have lists; so names are
//! looked up without regard to case.

use reading::Source;
use reading::page::Markup;
use serde_json::{Map, Value};

use crate::error::Error;
use crate::page::{language_tag, paragraphs};
use crate::text::{plain, stated, web_address, words};

type Item = Map<String, Value>;

/// Whether a value is a news item, or a list of them.
pub(crate) fn is_news(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.first().is_some_and(is_news),
        Value::Object(item) => {
            let says_so = get(item, "standard").and_then(|standard| standard.get("name")?.as_str());
            let has = |name| get(item, name).is_some();
            says_so.is_some_and(|name| name.eq_ignore_ascii_case("ninjs"))
                || (has("headlines") || has("headline") || has("bodies") || bodies_of_version_1(item).next().is_some())
                    && (has("uri") || has("versioncreated") || has("firstcreated"))
                || get(item, "items").is_some_and(is_news)
        }
        _ => false,
    }
}

/// The articles of an item or of a list of items.
pub(crate) fn articles(json: &str) -> Result<Vec<Source>, Error> {
    let value: Value = serde_json::from_str(json).map_err(|error| Error::Json {
        line: error.line(),
        column: error.column(),
        what: error.to_string().split(" at line").next().unwrap_or_default().to_owned(),
    })?;
    let items: Vec<&Value> = match &value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(item) => match get(item, "items") {
            Some(Value::Array(items)) => items.iter().collect(),
            _ => vec![&value],
        },
        _ => Vec::new(),
    };
    if items.is_empty() {
        return Err(Error::NoText(1));
    }
    let article = |(index, item): (usize, &Value)| item.as_object().and_then(article).ok_or(Error::NoText(index + 1));
    items.into_iter().enumerate().map(article).collect()
}

/// A property, whichever way its name is written.
fn get<'i>(item: &'i Item, name: &str) -> Option<&'i Value> {
    item.get(name).or_else(|| item.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

fn text<'i>(item: &'i Item, name: &str) -> Option<&'i str> {
    get(item, name)?.as_str().filter(|text| !text.trim().is_empty())
}

fn article(item: &Item) -> Option<Source> {
    let headline = headline(item);
    let mut text_of_body = body(item);
    if let Some(headline) = &headline {
        text_of_body.retain(|paragraph| words(paragraph) != words(headline));
        text_of_body.insert(0, headline.clone());
    }
    if text_of_body.is_empty() {
        return None;
    }
    // When this version was made says when it was changed last.
    let published = ["firstcreated", "contentcreated", "versioncreated"];
    let markup = Markup {
        headline,
        publisher: publisher(item),
        byline: text(item, "by").or_else(|| text(item, "byline")).and_then(plain),
        language: text(item, "language").and_then(language_tag),
        published: published.into_iter().find_map(|name| stated(text(item, name)?)),
        changed: None,
    };
    Some(Source {
        file: None,
        url: text(item, "uri").and_then(web_address),
        text: text_of_body.join("\n\n"),
        markup: Some(markup),
        published: None,
    })
}

/// The objects of a list, the one in the main role first.
fn listed<'i>(item: &'i Item, name: &str) -> Vec<&'i Item> {
    let list = get(item, name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut objects: Vec<&Item> = list.iter().filter_map(Value::as_object).collect();
    objects.sort_by_key(|object| text(object, "role") != Some("main"));
    objects
}

fn headline(item: &Item) -> Option<String> {
    let in_list = listed(item, "headlines").into_iter().find_map(|headline| text(headline, "value"));
    in_list.or_else(|| text(item, "headline")).or_else(|| text(item, "title")).and_then(plain)
}

fn publisher(item: &Item) -> Option<String> {
    let in_list = listed(item, "infosources").into_iter().find_map(|source| text(source, "name"));
    in_list.or_else(|| text(item, "copyrightholder")).and_then(plain)
}

/// The paragraphs of the body; the one with markup tells them apart.
fn body(item: &Item) -> Vec<String> {
    let mut bodies: Vec<(bool, &str)> = listed(item, "bodies")
        .into_iter()
        .filter_map(|body| {
            let kind = text(body, "contenttype").unwrap_or_default();
            Some((kind.contains("html"), text(body, "value")?))
        })
        .chain(bodies_of_version_1(item))
        .collect();
    bodies.sort_by_key(|(is_markup, _)| !is_markup);
    bodies
        .into_iter()
        .map(|(is_markup, text)| of_body(is_markup, text))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// `body_html`, `body_text` and the like.
fn bodies_of_version_1(item: &Item) -> impl Iterator<Item = (bool, &str)> {
    item.iter().filter_map(|(name, value)| {
        let kind = name.strip_prefix("body_")?;
        Some((kind.contains("html"), value.as_str().filter(|text| !text.trim().is_empty())?))
    })
}

fn of_body(is_markup: bool, text: &str) -> Vec<String> {
    if is_markup {
        return paragraphs(text);
    }
    text.lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Source {
        articles(json).unwrap().remove(0)
    }

    #[test]
    fn version_2_and_3_are_read_alike() {
        let version_3 = r#"{"standard": {"name": "ninjs", "version": "3.0"}, "uri": "https://example.org/1", "type": "text",
            "firstCreated": "2021-05-02T10:30:00+02:00", "versionCreated": "2021-05-04T08:00:00Z", "language": "en-GB",
            "by": "Ada Berg", "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "The bridge is open"}],
            "bodies": [{"role": "main", "contentType": "text/plain", "value": "All in one."},
                       {"role": "main", "contentType": "text/html", "value": "<p>It is open.</p><p>It rained.</p>"}],
            "infoSources": [{"name": "Delta Press"}]}"#;
        let found = read(version_3);
        assert_eq!(found.text, "The bridge is open\n\nIt is open.\n\nIt rained.");
        assert_eq!(found.url.as_deref(), Some("https://example.org/1"));
        let markup = found.markup.clone().unwrap();
        assert_eq!(markup.published.unwrap().when.as_str(), "2021-05-02");
        assert_eq!(markup.publisher.as_deref(), Some("Delta Press"));
        let version_2 = version_3
            .replace("firstCreated", "firstcreated")
            .replace("contentType", "contenttype")
            .replace("infoSources", "infosources");
        assert_eq!(read(&version_2), found);
    }

    #[test]
    fn version_1_is_read() {
        let found = read(
            r#"{"uri": "urn:1", "versioncreated": "2021-05-02T10:30:00Z", "byline": "Ada Berg", "headline": "The bridge",
            "body_html": "<p>It is open.</p>", "body_text": "It is open"}"#,
        );
        assert_eq!((found.text.as_str(), found.url), ("The bridge\n\nIt is open.", None));
    }

    #[test]
    fn a_list_has_an_article_an_item() {
        let list = r#"[{"headline": "One", "uri": "a"}, {"headline": "Two", "uri": "b"}]"#;
        assert_eq!(articles(list).unwrap().len(), 2);
        assert_eq!(articles(r#"{"items": [{"headline": "One", "uri": "a"}]}"#).unwrap().len(), 1);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        assert_eq!(articles(r#"[{"headline": "One"}, {"uri": "b"}]"#), Err(Error::NoText(2)));
        assert!(matches!(articles("{\n \"headline\": }"), Err(Error::Json { line: 2, column: 14, .. })));
        assert_eq!(articles("[]"), Err(Error::NoText(1)));
    }
}
