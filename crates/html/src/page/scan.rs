//! A look over a page before it is tokenized: no tag may have attributes
//! beyond measure, since the tokenizer compares each with all before it.

use crate::error::Error;

/// A tag has no more attributes. Pages of news have a tenth of it.
const MOST_ATTRIBUTES: usize = 512;

/// Elements whose text is no markup.
const RAW: &[&str] = &["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"];

/// Whether the page can be tokenized in time linear in its length.
pub(super) fn check(html: &str) -> Result<(), Error> {
    let mut at = 0;
    while let Some(open) = html.get(at..).and_then(|rest| rest.find('<')) {
        at += open + 1;
        let rest = html.get(at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            at += 3 + comment.find("-->").map_or(comment.len(), |end| end + 3);
            continue;
        }
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (attributes, length) = tag(rest);
        if attributes > MOST_ATTRIBUTES {
            let line = html.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
            return Err(Error::Attributes { line, most: MOST_ATTRIBUTES });
        }
        at += length;
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            at += end_of_raw(html.get(at..).unwrap_or_default(), name);
        }
    }
    Ok(())
}

/// Where in a tag one is.
#[derive(Clone, Copy)]
enum At {
    Element,
    /// Before an attribute, or behind the last one.
    Between,
    Attribute,
    /// Behind the name of an attribute, and white space.
    Named,
    /// Behind an `=`.
    Equals,
    Value,
    Quoted(u8),
}

/// How many attributes a tag has, and how long it is in bytes; `text` begins
/// at its name.
///
/// The states are those of the HTML standard's tokenizer, as far as they
/// matter here.
fn tag(text: &str) -> (usize, usize) {
    let (mut attributes, mut at) = (0, At::Element);
    for (index, byte) in text.bytes().enumerate() {
        let space = byte.is_ascii_whitespace();
        at = match (at, byte) {
            (At::Quoted(mark), _) if byte == mark => At::Between,
            (At::Quoted(_), _) => at,
            (_, b'>') => return (attributes, index + 1),
            (At::Value, _) if !space => At::Value,
            (At::Equals, b'"' | b'\'') => At::Quoted(byte),
            (At::Equals, _) if space => At::Equals,
            (At::Equals, _) => At::Value,
            (At::Value, _) | (_, b'/') => At::Between,
            (At::Attribute | At::Named, b'=') => At::Equals,
            (At::Attribute | At::Named, _) if space => At::Named,
            (At::Element | At::Between, _) if space => At::Between,
            (At::Between | At::Named, _) => {
                attributes += 1;
                At::Attribute
            }
            (At::Element | At::Attribute, _) => at,
        };
    }
    (attributes, text.len())
}

/// Where the text of an element that is no markup ends.
fn end_of_raw(text: &str, name: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find("</")) {
        at += open;
        let end = at + 2 + name.len();
        if bytes.get(at + 2..end).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
            return end;
        }
        at += 2;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_counted() {
        assert_eq!(tag("p>"), (0, 2));
        assert_eq!(tag("p class=\"a b > c\" id=x hidden data-x='1'>rest"), (4, 41));
        assert_eq!(tag("img src=a/b alt = \"x y\"/>").0, 2);
    }

    #[test]
    fn a_tag_with_attributes_beyond_measure_is_refused_with_its_line() {
        let names: Vec<String> = (0..600).map(|number| format!(" a{number}=1")).collect();
        let names = names.concat();
        let page = ["<p>one</p>\n<p", &names, ">two"].concat();
        assert_eq!(check(&page), Err(Error::Attributes { line: 2, most: MOST_ATTRIBUTES }));
        for text in [["<script>if (a <b", &names, ")</script>"].concat(), ["<!-- <p", &names, " -->"].concat()] {
            assert_eq!(check(&text), Ok(()));
        }
        assert_eq!(check(&["<p class=\"", &"a ".repeat(10_000), "\">"].concat()), Ok(()));
    }
}
