//! Pages, feeds and news items, made of what they are made of in any order, or
//! of any bytes: they are articles or are refused with a reason, and the story
//! of the articles is sound.
#![no_main]

use arbitrary::Arbitrary;
use html::{Format, articles};
use libfuzzer_sys::fuzz_target;
use reading::{Options, read};

/// How many pieces are enough to meet all rules.
const PIECES: usize = 160;

/// Markup of pages and feeds, the fields of JSON-LD and of ninjs, and their enemies.
const MARKUP: [&str; 112] = [
    "<!doctype html>",
    "<html lang=en>",
    "<head>",
    "</head>",
    "<body>",
    "</body>",
    "<title>",
    "</title>",
    "<meta charset=",
    "<meta property=\"og:title\" content=\"",
    "<meta property=\"article:published_time\" content=\"",
    "<meta name=author content='",
    "<link rel=canonical href=\"",
    "\">",
    "'>",
    ">",
    "/>",
    "<base href=",
    "<script>",
    "</script>",
    "<script type=\"application/ld+json\">",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<article>",
    "</article>",
    "<main>",
    "</main>",
    "<nav>",
    "</nav>",
    "<aside>",
    "</aside>",
    "<footer>",
    "</footer>",
    "<div>",
    "</div>",
    "<div class=\"related\">",
    "<div hidden>",
    "<div style='display:none'>",
    "<h1>",
    "</h1>",
    "<h2>",
    "</h2>",
    "<p>",
    "</p>",
    "<br>",
    "<ul><li>",
    "</li></ul>",
    "<a href=\"https://example.org/a\">",
    "<a href=x>",
    "</a>",
    "<b>",
    "</b>",
    "<table><tr><td>",
    "</td></tr></table>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<time datetime=\"2021-05-03T10:00:00Z\">",
    "</time>",
    "<svg>",
    "</svg>",
    "<template>",
    "<noscript>",
    "<textarea>",
    "<iframe>",
    "<pre>",
    "<blockquote>",
    "</blockquote>",
    "&amp;",
    "&nbsp;",
    "&#8217;",
    "&#x110000;",
    "&#0;",
    "&",
    "<",
    "</",
    "<p class=",
    "\"",
    "'",
    "=",
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
    "<rss><channel>",
    "</channel></rss>",
    "<item>",
    "</item>",
    "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
    "</feed>",
    "<entry>",
    "</entry>",
    "<description>",
    "</description>",
    "<content type=\"xhtml\">",
    "<content:encoded>",
    "<pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>",
    "<link>https://example.org/a</link>",
    "<dc:creator>",
    "{",
    "}",
    "[",
    "]",
    "\"@graph\":",
    "\"@type\":\"NewsArticle\",",
    "\"headline\":\"",
    "\"articleBody\":\"",
    "\"datePublished\":\"2021-05-03\",",
    "\"publisher\":{\"name\":\"",
    "\"bodies\":[{\"contentType\":\"text/html\",\"value\":\"",
    "\"uri\":\"https://example.org/a\",",
];

/// What stands between.
const WORDS: [&str; 24] = [
    "The mayor opened the old bridge over the canal on Monday.",
    "President of Kenya William Ruto visited Chile.",
    "By Jane Roe",
    "The Post",
    "Share this",
    "Read more:",
    "Subscribe to our newsletter",
    "3 May 2021",
    "Published 2021-05-03",
    "Bridge opens in Delft | The Post",
    "DELFT, May 3 (AGENCY) –",
    "“We are glad,” she said.",
    "Reuters",
    "© 2021",
    "\\u00e9",
    "\\",
    "\u{feff}",
    "\u{202e}",
    "é",
    "Самара",
    "😀",
    " ",
    "\n",
    ",",
];

#[derive(Debug, Arbitrary)]
enum Piece<'a> {
    Markup(u8),
    Word(u8),
    Char(char),
    Number(u32),
    Bytes(&'a [u8]),
}

fuzz_target!(|pieces: Vec<Piece<'_>>| {
    let mut bytes = Vec::new();
    for piece in pieces.iter().take(PIECES) {
        match piece {
            Piece::Markup(number) => bytes.extend(MARKUP[usize::from(*number) % MARKUP.len()].bytes()),
            Piece::Word(number) => bytes.extend(WORDS[usize::from(*number) % WORDS.len()].bytes()),
            Piece::Char(char) => bytes.extend(char.to_string().bytes()),
            Piece::Number(number) => bytes.extend(number.to_string().bytes()),
            Piece::Bytes(other) => bytes.extend(*other),
        }
    }
    Format::of(&bytes);
    for format in [Format::Page, Format::Feed, Format::Item] {
        match articles(&bytes, format) {
            Ok(sources) => {
                assert!(!sources.is_empty(), "no article, and no reason");
                assert!(sources.iter().all(|source| !source.text.trim().is_empty()), "an article without text");
                let story = read(&sources, &Options::default());
                let problems: Vec<String> = story::check(&story).iter().map(ToString::to_string).collect();
                assert!(problems.is_empty(), "{problems:#?}");
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
});
