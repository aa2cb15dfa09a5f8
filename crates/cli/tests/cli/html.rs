//! `backstory read` of pages, feeds and news items.

use serde_json::Value;

use crate::{ARTICLE, Desk};

/// A page with what clings to an article on the web.
const PAGE: &str = r#"<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge opens in Delft | Delta Press</title>
<meta property="og:title" content="Bridge opens in Delft - Delta Press">
<meta property="og:site_name" content="Delta Press">
<link rel="canonical" href="https://example.org/2024/07/03/bridge">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "Delta Press"},
  {"@type": "NewsArticle", "headline": "Bridge opens in Delft", "datePublished": "2024-07-03T23:30:00+02:00",
   "dateModified": "2024-07-05T08:00:00+02:00", "author": {"@type": "Person", "name": "Bea Vos"}}]}</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><h1>Bridge opens in Delft</h1>
<div class="byline">By Bea Vos</div><time datetime="2024-07-05T08:00:00+02:00">Updated 5 July</time>
<figure><img src="bridge.jpg"><figcaption>The bridge on Tuesday. Photo by Cas Bos</figcaption></figure>
<p>Mayor Ada Smit opened a bridge in <a href="/delft">Delft</a> on Tuesday, after two years of work on it.</p>
<div class="newsletter-signup"><p>Get the news of the day in your inbox every morning, free of charge.</p></div>
<p>&ldquo;It is a long bridge over a wide river,&rdquo; she told the people who had come to see it.</p>
<div class="related-articles"><h3>Read more</h3><ul><li><a href="/cat">A cat is found in a tree by the river</a></li></ul></div>
<p>The bridge is free for all who walk, the city says, and it will stay so.</p>
<script>document.write("<p>This was written by a script and is no text of the page.</p>")</script>
<section id="comments"><p>I have always said that this bridge would be far too long for the river.</p></section>
</main><footer><p>All rights are with the press of the delta, and with nobody else.</p></footer></body></html>"#;

fn found(desk: &Desk, arguments: &[&str]) -> Vec<Value> {
    let run = desk.run(arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_page_gives_its_article() {
    let desk = Desk::new();
    let found = found(desk.put("page.html", PAGE), &["read", "page.html", "--stage", "page"]);
    assert_eq!(found[0]["headline"], "Bridge opens in Delft");
    assert_eq!(found[0]["published"], "2024-07-03", "the day where it was written, and not that of the last change");
    let items: Vec<&str> =
        found[0]["items"].as_array().unwrap().iter().map(|item| item["text"].as_str().unwrap()).collect();
    assert_eq!(
        items,
        [
            "Bridge opens in Delft",
            "Mayor Ada Smit opened a bridge in Delft on Tuesday, after two years of work on it.",
            "“It is a long bridge over a wide river,” she told the people who had come to see it.",
            "The bridge is free for all who walk, the city says, and it will stay so."
        ]
    );
}

#[test]
fn a_story_knows_where_a_page_is_from() {
    let desk = Desk::new();
    let run = desk.put("page.html", PAGE).run(&["read", "page.html"]);
    let story: Value = serde_json::from_str(&run.out).unwrap();
    let article = &story["articles"][0];
    assert_eq!(article["url"], "https://example.org/2024/07/03/bridge");
    assert_eq!(article["publisher"], "Delta Press");
    assert_eq!(article["byline"], "Bea Vos");
    assert_eq!(article["published"]["basis"], "stated");
    assert_eq!(article["file"], "page.html");
}

#[test]
fn a_format_is_told_by_what_a_file_holds() {
    let desk = Desk::new();
    let named = found(desk.put("page.html", PAGE), &["read", "page.html", "--stage", "page"]);
    let unnamed = found(desk.put("page.txt", PAGE), &["read", "page.txt", "--stage", "page"]);
    assert_eq!(named[0]["text"], unnamed[0]["text"]);
    let text = found(desk.put("text.html", ARTICLE), &["read", "text.html", "--stage", "page"]);
    assert_eq!(text[0]["headline"], "Bridge opens in Delft");
}

#[test]
fn a_raw_page_is_taken_as_it_is() {
    let desk = Desk::new();
    let found = found(desk.put("page.html", PAGE), &["read", "page.html", "--stage", "sentences", "--raw"]);
    assert_eq!(found[0]["text"], PAGE);
}

#[test]
fn a_page_may_be_in_its_own_encoding() {
    let desk = Desk::new();
    let mut page =
        b"<html><head><meta charset=windows-1252><title>Caf\xe9 opens in Delft</title></head><body>".to_vec();
    page.extend_from_slice(
        b"<h1>Caf\xe9 opens in Delft</h1><p>Mayor Ada Smit opened a caf\xe9 in Delft on Tuesday.</p>",
    );
    let found = found(desk.put("page.html", page), &["read", "page.html", "--stage", "page"]);
    assert_eq!(found[0]["headline"], "Café opens in Delft");
}

#[test]
fn a_feed_gives_an_article_an_entry() {
    let desk = Desk::new();
    let feed = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Delta Press</title>
<item><title>Bridge opens in Delft</title><link>https://example.org/bridge</link><pubDate>Wed, 03 Jul 2024 10:00:00 +0200</pubDate>
<description>&lt;p&gt;Mayor Ada Smit opened a bridge in Delft on Tuesday.&lt;/p&gt;</description></item>
<item><title>Cat found in Gouda</title><description>A cat was found in a tree in Gouda on Monday.</description></item>
</channel></rss>"#;
    let found = found(desk.put("feed.xml", feed), &["read", "feed.xml", "--stage", "page"]);
    let headlines: Vec<&Value> = found.iter().map(|found| &found["headline"]).collect();
    assert_eq!(headlines, ["Bridge opens in Delft", "Cat found in Gouda"]);
    assert_eq!(found[0]["published"], "2024-07-03");
}

#[test]
fn a_ninjs_item_gives_its_article() {
    let desk = Desk::new();
    let item = r#"{"uri": "urn:delta:1", "versioncreated": "2024-07-03T08:00:00Z", "by": "Bea Vos",
"headlines": [{"role": "main", "value": "Bridge opens in Delft"}],
"bodies": [{"contenttype": "text/html", "value": "<p>Mayor Ada Smit opened a bridge in Delft on Tuesday.</p>"}]}"#;
    let found = found(desk.put("item.json", item), &["read", "item.json", "--stage", "page"]);
    assert_eq!(found[0]["headline"], "Bridge opens in Delft");
    assert_eq!(found[0]["published"], "2024-07-03");
}

#[test]
fn a_page_or_a_feed_without_an_article_is_refused_with_the_reason() {
    let refused = |text: &str| {
        let desk = Desk::new();
        let run = desk.put("a", text).run(&["read", "a", "-o", "out.json"]);
        assert_eq!((run.code, run.out.as_str(), desk.files()), (2, "", vec!["a".to_owned()]));
        run.err
    };
    let advice = "; copy the article's text into a plain text file\n";
    assert_eq!(
        refused("<!DOCTYPE html>\n<body><script>x()</script>"),
        ["error: a: no article was found in the page: it has no headline and no running text", advice].concat()
    );
    assert_eq!(
        refused("<?xml version='1.0'?>\n<rss><channel/></rss>"),
        ["error: a: the feed has no entry with a title or a text", advice].concat()
    );
    let attributes: Vec<String> = (0..1000).map(|number| format!(" a{number}")).collect();
    assert_eq!(
        refused(&["<p>\n<p", &attributes.concat(), ">"].concat()),
        ["error: a: line 2: a tag has more than 512 attributes; no page of news has", advice].concat()
    );
}
