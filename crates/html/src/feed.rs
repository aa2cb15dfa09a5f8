//! RSS 2.0, RSS 1.0 and Atom (RFC 4287) → an article an entry.
//!
//! An entry is read by the local names of its elements, since feeds are free
//! with prefixes. No entity of a document type is expanded: only those of XML
//! and of HTML are known.

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use reading::Source;
use reading::page::Markup;

use crate::error::Error;
use crate::page::{language_tag, paragraphs};
use crate::text::{plain, stated, web_address, words};

/// Elements that are nested deeper belong to no feed.
const DEEPEST: usize = 200;

/// The articles of a feed, in its order.
pub(crate) fn articles(xml: &str) -> Result<Vec<Source>, Error> {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    // Feeds are made by hand, too.
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut feed = Feed::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => feed.start(&tag),
            Ok(Event::Empty(tag)) => {
                feed.start(&tag);
                feed.end(tag.local_name().as_ref());
            }
            Ok(Event::End(tag)) => feed.end(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => feed.text(&text.into_inner()),
            Ok(Event::CData(text)) => feed.text(&text.into_inner()),
            Ok(Event::GeneralRef(name)) => feed.reference(&name.into_inner()),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                let before = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
                let line = xml.bytes().take(before).filter(|byte| *byte == b'\n').count() + 1;
                return Err(Error::Feed { line, what: error.to_string() });
            }
        }
    }
    if feed.articles.is_empty() { Err(Error::NoEntry) } else { Ok(feed.articles) }
}

#[derive(Default)]
struct Feed {
    /// The local names of the elements that are open.
    open: Vec<String>,
    /// Elements that are open and too deep.
    too_deep: usize,
    /// The feed's own name, and its language.
    title: Option<String>,
    language: Option<String>,
    entry: Option<Entry>,
    articles: Vec<Source>,
}

#[derive(Default)]
struct Entry {
    /// How many elements were open when it began.
    depth: usize,
    title: String,
    link: String,
    published: String,
    updated: String,
    author: String,
    content: String,
    summary: String,
    source: String,
    other: String,
    /// Whether what is read is markup of its own and no text.
    in_markup: bool,
}

impl Feed {
    fn start(&mut self, tag: &BytesStart<'_>) {
        if self.open.len() >= DEEPEST {
            self.too_deep += 1;
            return;
        }
        let name = tag.local_name().as_ref().to_ascii_lowercase();
        let depth = self.open.len();
        match &mut self.entry {
            None if matches!(name.as_str(), "item" | "entry") => {
                self.entry = Some(Entry { depth: depth + 1, ..Entry::default() });
            }
            None => {
                if let Some(language) = value(tag, "lang").and_then(|tag| language_tag(&tag)) {
                    self.language.get_or_insert(language);
                }
            }
            Some(entry) if depth == entry.depth => entry.begin(&name, tag),
            Some(entry) if depth > entry.depth => {
                let within = self.open.get(entry.depth).map(String::as_str);
                if let Some(text) = within.filter(|within| is_text(within)).map(|within| entry.field(within, None)) {
                    // Markup that stands in the feed as markup.
                    text.push('<');
                    text.push_str(&name);
                    text.push('>');
                    entry.in_markup = true;
                }
            }
            Some(_) => {}
        }
        self.open.push(name);
    }

    fn end(&mut self, name: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| open.eq_ignore_ascii_case(name)) else { return };
        self.open.truncate(at);
        let Some(entry) = &mut self.entry else { return };
        if at > entry.depth {
            let within = self.open.get(entry.depth).cloned().unwrap_or_default();
            if is_text(&within) {
                let text = entry.field(&within, None);
                text.push_str("</");
                text.push_str(&name.to_ascii_lowercase());
                text.push('>');
            }
        } else if at == entry.depth {
            entry.in_markup = false;
        } else if let Some(entry) = self.entry.take() {
            self.articles.extend(entry.article(self.title.as_deref(), self.language.as_deref()));
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.entry {
            Some(entry) => {
                let Some(within) = self.open.get(entry.depth) else { return };
                let inner = self.open.get(entry.depth + 1).map(String::as_str);
                // Of an author, the name.
                if within == "author" && inner.is_some_and(|inner| inner != "name") {
                    return;
                }
                let in_markup = entry.in_markup;
                let field = entry.field(within, inner);
                if in_markup && is_text(within) {
                    for c in text.chars() {
                        match c {
                            '<' => field.push_str("&lt;"),
                            '&' => field.push_str("&amp;"),
                            c => field.push(c),
                        }
                    }
                } else {
                    field.push_str(text);
                }
            }
            None => self.about(text),
        }
    }

    /// What stands before the entries: the feed's name and language.
    fn about(&mut self, text: &str) {
        let around = self.open.len().checked_sub(2).and_then(|at| self.open.get(at)).map(String::as_str);
        let is_own = matches!(around, Some("channel" | "feed"));
        match self.open.last().map(String::as_str) {
            Some("title") if is_own => self.title.get_or_insert_default().push_str(text),
            Some("language") if is_own => self.language = self.language.take().or_else(|| language_tag(text)),
            _ => {}
        }
    }

    /// `&amp;`, `&#8217;`; what XML does not know is left to HTML.
    fn reference(&mut self, name: &str) {
        let known = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => name.strip_prefix('#').and_then(|number| {
                let hex = number.strip_prefix(['x', 'X']);
                let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
                char::from_u32(code?)
            }),
        };
        if let Some(c) = known {
            return self.text(c.encode_utf8(&mut [0; 4]));
        }
        // Its `&` is HTML's own: not to be escaped.
        let in_markup = self.entry.as_mut().map(|entry| std::mem::replace(&mut entry.in_markup, false));
        self.text(&["&", name, ";"].concat());
        if let (Some(entry), Some(in_markup)) = (&mut self.entry, in_markup) {
            entry.in_markup = in_markup;
        }
    }
}

/// Whether an element of an entry holds text that may be markup.
fn is_text(name: &str) -> bool {
    matches!(name, "encoded" | "content" | "description" | "summary" | "title")
}

/// The value of an attribute, whatever its prefix.
fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let is_it = |attribute: &Attribute<'_>| attribute.key.local_name().as_ref() == name;
    let attribute = tag.attributes().with_checks(false).flatten().find(is_it)?;
    Some(attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}

impl Entry {
    /// An element of the entry begins.
    fn begin(&mut self, name: &str, tag: &BytesStart<'_>) {
        // `media:title`, `media:content`, `itunes:summary`: of something else.
        let is_other = tag.name().prefix().is_some_and(|prefix| matches!(prefix.as_ref(), "media" | "itunes"));
        if is_other {
            return;
        }
        if name == "link"
            && let Some(href) = value(tag, "href")
            && value(tag, "rel").is_none_or(|rel| rel == "alternate")
        {
            self.link = href;
        }
        // Of several, the last one counts.
        if is_text(name) || matches!(name, "pubdate" | "published" | "updated") {
            self.field(name, None).clear();
        }
        if name == "author" && !self.author.is_empty() || name == "creator" && !self.author.is_empty() {
            self.author.push_str(", ");
        }
    }

    /// Where the text of an element of the entry goes.
    fn field(&mut self, name: &str, inner: Option<&str>) -> &mut String {
        match name {
            "title" => &mut self.title,
            "link" => &mut self.link,
            "pubdate" | "published" | "issued" | "date" => &mut self.published,
            "updated" | "modified" => &mut self.updated,
            "author" | "creator" => &mut self.author,
            "encoded" | "content" => &mut self.content,
            "description" | "summary" => &mut self.summary,
            // Atom's entry may say which feed it is from.
            "source" if inner.is_none_or(|inner| inner == "title") => &mut self.source,
            _ => {
                self.other.clear();
                &mut self.other
            }
        }
    }

    fn article(self, feed: Option<&str>, language: Option<&str>) -> Option<Source> {
        let headline = plain(&self.title);
        let mut text = paragraphs(&self.content);
        if text.is_empty() {
            text = paragraphs(&self.summary);
        }
        if let Some(headline) = &headline {
            text.retain(|paragraph| words(paragraph) != words(headline));
            text.insert(0, headline.clone());
        }
        if text.is_empty() {
            return None;
        }
        let markup = Markup {
            headline,
            publisher: plain(&self.source).or_else(|| feed.and_then(plain)),
            byline: plain(&self.author),
            language: language.map(str::to_owned),
            // Atom has to say only when an entry was changed.
            published: stated(&self.published).or_else(|| stated(&self.updated)),
            changed: None,
        };
        Some(Source {
            file: None,
            url: web_address(&self.link),
            text: text.join("\n\n"),
            markup: Some(markup),
            published: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Delta Press &amp; Sons</title><language>en-gb</language>
<item><title>The bridge is open</title><link>https://example.org/bridge</link>
<pubDate>Sun, 02 May 2021 23:30:00 -0400</pubDate><dc:creator><![CDATA[Ada Berg]]></dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>The mayor opened the <b>bridge</b>.</p><p>It rained &amp; rained.</p>]]></content:encoded></item>
<item><title>Caf&#233; opens &mdash; at last</title><description>&lt;p&gt;A caf&amp;eacute; opened.&lt;/p&gt;</description></item>
<item><guid>1</guid></item>
</channel></rss>"#;

    #[test]
    fn an_rss_item_is_an_article() {
        let articles = articles(RSS).unwrap();
        assert_eq!(articles.len(), 2, "what has no text is none");
        let first = &articles[0];
        assert_eq!(first.text, "The bridge is open\n\nThe mayor opened the bridge.\n\nIt rained & rained.");
        assert_eq!(first.url.as_deref(), Some("https://example.org/bridge"));
        let markup = first.markup.as_ref().unwrap();
        assert_eq!(markup.publisher.as_deref(), Some("Delta Press & Sons"));
        assert_eq!(markup.byline.as_deref(), Some("Ada Berg"));
        assert_eq!(markup.published.as_ref().unwrap().when.as_str(), "2021-05-02");
        assert_eq!(articles[1].text, "Café opens — at last\n\nA café opened.");
    }

    #[test]
    fn an_atom_entry_is_an_article() {
        let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Delta Press</title>
<link href="https://example.org/"/>
<entry><title type="html">The &lt;i&gt;old&lt;/i&gt; bridge</title><link rel="edit" href="https://example.org/edit"/>
<link href="https://example.org/bridge"/><author><name>Ada Berg</name><email>ada@example.org</email></author>
<updated>2021-05-04T00:00:00Z</updated><published>2021-05-02T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The mayor opened it.</p><p>1 &lt; 2 &amp; so on.</p></div></content>
</entry></feed>"#;
        let articles = articles(atom).unwrap();
        assert_eq!(articles[0].text, "The old bridge\n\nThe mayor opened it.\n\n1 < 2 & so on.");
        assert_eq!(articles[0].url.as_deref(), Some("https://example.org/bridge"));
        let markup = articles[0].markup.as_ref().unwrap();
        assert_eq!((markup.byline.as_deref(), markup.language.as_deref()), (Some("Ada Berg"), Some("en")));
        assert_eq!(markup.published.as_ref().unwrap().when.as_str(), "2021-05-02");
    }

    #[test]
    fn what_is_wrong_with_a_feed_is_said_with_its_line() {
        assert_eq!(articles("<rss><channel>\n</channel></rss>"), Err(Error::NoEntry));
        let Err(Error::Feed { line, .. }) = articles("<rss>\n<channel>\n<![CDATA[ no end") else { panic!() };
        assert_eq!(line, 3);
    }

    #[test]
    fn entities_of_a_document_type_are_not_expanded() {
        let bomb = r#"<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss><channel><item><title>Bridge &b;</title></item></channel></rss>"#;
        assert_eq!(articles(bomb).unwrap()[0].text, "Bridge &b;");
    }
}
