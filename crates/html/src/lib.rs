//! Web pages, feeds and news items → the articles in them, as `reading` takes
//! them in: the main text, and what the markup says of it.
//!
//! * HTML: the encoding; then what the page says of its article (JSON-LD,
//!   OpenGraph and other `<meta>`, `<time>`); then the lines of its main text.
//! * RSS 2.0, RSS 1.0 and Atom: an article an entry.
//! * ninjs 1 to 3, the IPTC's news in JSON: an article an item.
//!
//! What comes in is not trusted: any bytes are read in time and memory linear
//! in their number, or refused with a reason. Nothing in a page is run,
//! fetched or believed further than its text.
//!
//! No I/O, no browser, no clock.

mod charset;
mod error;
mod feed;
mod format;
mod ninjs;
mod page;
mod text;

use std::borrow::Cow;

use reading::Source;

pub use error::Error;
pub use format::Format;

/// A file may have so many bytes.
pub const MOST_BYTES: usize = 32 << 20;

/// The articles of a file, in its order: one of a page, several of a feed or a
/// list of items.
///
/// What a source does not know is left open: its `file` and its `published`.
///
/// # Errors
///
/// [`Error`] when the file is larger than [`MOST_BYTES`], is not what `format`
/// says, or holds no article.
pub fn articles(bytes: &[u8], format: Format) -> Result<Vec<Source>, Error> {
    if bytes.len() > MOST_BYTES {
        return Err(Error::TooLarge(bytes.len()));
    }
    let text = charset::decode(bytes);
    match format {
        Format::Page => page::article(&text).map(|article| vec![article]),
        Format::Feed => feed::articles(&text),
        Format::Item => ninjs::articles(&text),
    }
}

/// The text of a file in its own encoding, as it stands there.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    charset::decode(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pieces that markup is made of.
    fn markup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "<(/)?(p|div|a|h1|li|script|style|svg|title|template|table|td|form|time|meta|article|br)( (class|href|hidden|style|content|property|datetime|type)=(\"[a-z:/+.-]{0,20}\"|'|[a-z]{1,5}))*(/)?>",
            "&(amp|lt|#[0-9]{1,9}|[a-z]{1,5});?",
            "<!--|-->|<!\\[CDATA\\[|\\]\\]>|<!doctype html>|<\\?xml",
            "<(/)?(rss|channel|item|title|feed|entry|content|link|author)( type=\"xhtml\")?>",
            "[\"{}\\[\\]:,]{1,5}|\"(@type|headline|bodies|value|uri)\"",
            "\\PC{0,30}",
        ];
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    const FORMATS: [Format; 3] = [Format::Page, Format::Feed, Format::Item];

    proptest! {
        #[test]
        fn any_bytes_are_articles_or_have_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            for format in FORMATS {
                if let Err(error) = articles(&bytes, format) {
                    prop_assert!(!error.to_string().is_empty());
                }
            }
            Format::of(&bytes);
        }

        #[test]
        fn any_markup_is_articles_or_has_a_reason(text in markup()) {
            for format in FORMATS {
                for source in articles(text.as_bytes(), format).unwrap_or_default() {
                    prop_assert!(!source.text.trim().is_empty());
                    prop_assert!(source.url.is_none_or(|url| url.starts_with("http")));
                }
            }
        }
    }

    /// Were any of these not linear, it would take minutes.
    #[test]
    fn hostile_pages_are_read_in_a_moment() {
        let body = "<h1>The bridge is open</h1><p>The mayor opened the old bridge over the canal on Monday.</p>";
        let many = |piece: &str, count: usize| piece.repeat(count);
        let pages = [
            many("<div>", 20_000),
            many("<div class=related>", 10_000),
            many("<b>", 30_000),
            many("<p><b>", 15_000),
            many("<a href=x>", 10_000),
            many("<table><tr><td>", 6_500),
            many("<h1>x</h1>", 10_000),
            many("<h1>x - </h1>", 10_000),
            many("<p onclick='alert(1)' onload='x()' style='x'>x", 4_500),
            many("<time datetime=2021>", 10_000),
            many("<script>", 25_000),
            many("<script type=application/ld+json>{", 6_000),
            many("<svg>", 20_000),
            many("&amp", 50_000),
            ["<p class=\"", &many("a ", 1_000_000), "\">"].concat(),
            ["<title>", &many("a - ", 50_000), "</title>"].concat(),
            ["<p ", &(0..500).map(|number| format!("a{number}=b ")).collect::<Vec<_>>().concat(), ">"].concat(),
            ["<meta property=og:title content=\"", &many("a | ", 50_000), "\">"].concat(),
        ];
        for hostile in pages {
            let before = articles([&hostile, body].concat().as_bytes(), Format::Page);
            let after = articles([body, &hostile].concat().as_bytes(), Format::Page).unwrap();
            let markup = after[0].markup.as_ref().unwrap();
            assert!(markup.headline.is_some(), "{}", page::tokens::cut(&hostile, 40));
            drop(before);
        }
    }

    #[test]
    fn hostile_feeds_are_read_in_a_moment() {
        let many = |piece: &str, count: usize| piece.repeat(count);
        for hostile in [
            many("<item>", 15_000),
            many("<item><title>x</title></item>", 6_000),
            ["<item><content>", &many("<div>", 15_000)].concat(),
            ["<item><title>", &many("&a;", 50_000), "</title></item>"].concat(),
        ] {
            drop(articles(["<rss><channel>", &hostile].concat().as_bytes(), Format::Feed));
        }
        drop(articles(many("[", 1_000_000).as_bytes(), Format::Item));
    }
}
