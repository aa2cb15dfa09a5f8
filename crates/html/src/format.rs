//! Which format a file is in, by its content.

use serde_json::Value;

use crate::{charset, ninjs};

/// What holds articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// An HTML page.
    Page,
    /// An RSS or Atom feed.
    Feed,
    /// A ninjs item, or a list of them.
    Item,
}

/// How far into a file its root element is looked for, in bytes.
const WITHIN: usize = 65_536;

/// Elements that a page, or a piece of one, begins with.
const ELEMENTS: &[&str] = &[
    "html", "head", "body", "meta", "title", "link", "script", "style", "article", "main", "section", "header", "nav",
    "div", "p", "h1", "table",
];

impl Format {
    /// The format of a file; nothing for plain text and for anything else.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let bytes_of_head = bytes.get(..WITHIN).unwrap_or(bytes);
        let head = charset::decode(bytes_of_head);
        let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if head.starts_with('<') {
            return of_markup(head);
        }
        if head.starts_with(['{', '[']) {
            // The whole decides: a note may open with a bracket, too.
            let value: Value = serde_json::from_str(&charset::decode(bytes)).ok()?;
            return ninjs::is_news(&value).then_some(Self::Item);
        }
        None
    }
}

/// By the root element, behind declarations and comments.
fn of_markup(head: &str) -> Option<Format> {
    let mut rest = head;
    loop {
        rest = rest.trim_start();
        let (open, close) = match rest {
            _ if rest.starts_with("<!--") => ("<!--", "-->"),
            _ if rest.starts_with("<?") => ("<?", ">"),
            _ if rest.get(..14).is_some_and(|doctype| doctype.eq_ignore_ascii_case("<!doctype html")) => {
                return Some(Format::Page);
            }
            _ if rest.starts_with("<!") => ("<!", ">"),
            _ => break,
        };
        rest = rest.get(open.len()..)?.split_once(close)?.1;
    }
    let name = rest.strip_prefix('<')?;
    let name = name.split(|c: char| !(c.is_ascii_alphanumeric() || c == ':')).next()?.to_ascii_lowercase();
    match name.as_str() {
        "rss" | "feed" | "rdf:rdf" => Some(Format::Feed),
        name if ELEMENTS.contains(&name) => Some(Format::Page),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_what_they_hold() {
        let of = |text: &str| Format::of(text.as_bytes());
        assert_eq!(of("\u{feff}\n<!-- saved --><!DOCTYPE html><title>x</title>"), Some(Format::Page));
        assert_eq!(of("<?xml version='1.0'?><!DOCTYPE html PUBLIC \"-//W3C\"><html>"), Some(Format::Page));
        assert_eq!(of("<div class=\"story\">"), Some(Format::Page));
        assert_eq!(of("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">"), Some(Format::Feed));
        assert_eq!(of("<feed xmlns=\"http://www.w3.org/2005/Atom\">"), Some(Format::Feed));
        assert_eq!(of("{\"headline\": \"One\", \"uri\": \"a\"}"), Some(Format::Item));
    }

    #[test]
    fn what_is_no_such_thing_is_none() {
        let of = |text: &str| Format::of(text.as_bytes());
        for text in
            ["", "The tag <html> opens a page.", "<b>Bold</b> words", "<?xml version='1.0'?><note/>", "{}", "[1]"]
        {
            assert_eq!(of(text), None, "{text}");
        }
        assert_eq!(of("[Editor's note: this was corrected.]\nA headline"), None);
        assert_eq!(of("{\"format\": \"backstory/1\", \"headline\": \"x\"}"), None);
    }
}
