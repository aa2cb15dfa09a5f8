//! The page that a bundle is: one HTML file that fetches nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use export::{escaped, source};
use sha2::{Digest, Sha256};
use story::Story;

/// The page's own style: room around the widget, and nothing that it inherits
/// by surprise.
const STYLE: &str = "body{margin:0;padding:clamp(0.5rem,2vw,2rem);font:1rem/1.5 system-ui,sans-serif}\
backstory-story{display:block;max-width:80rem;margin:0 auto}";

/// The page of a story.
///
/// `widget` is the widget's script with everything in it.
///
/// The policy in the page lets nothing be fetched and nothing be sent: the
/// script is allowed by its hash, so that no other can run, whatever a story's
/// text says.
pub(crate) fn html(story: &Story, widget: &str) -> String {
    let script = script_text(widget);
    let hash = STANDARD.encode(Sha256::digest(script.as_bytes()));
    let title = escaped(&story.title);
    let language = escaped(language(story));
    let fallback = fallback(story);
    let data = data_text(story);
    let version = env!("CARGO_PKG_VERSION");
    format!(
        r#"<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-{hash}' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Backstory {version}">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<backstory-story>
{fallback}<script type="application/json" class="backstory-data">{data}</script>
</backstory-story>
<script>{script}</script>
</body>
</html>
"#
    )
}

/// What a reader sees where the widget cannot run: the title and the sources.
fn fallback(story: &Story) -> String {
    let title = escaped(&story.title);
    let sources: Vec<String> = story.articles.iter().map(|article| format!("<li>{}</li>\n", source(article))).collect();
    format!("<p><strong>{title}</strong></p>\n<ul>\n{}</ul>\n", sources.concat())
}

/// The language of the articles, where they have one; else that of the words
/// around them.
fn language(story: &Story) -> &str {
    const OTHERWISE: &str = "en";
    let mut languages = story.articles.iter().filter_map(|article| article.language.as_deref());
    match languages.next() {
        Some(first) if !first.is_empty() && languages.all(|language| language == first) => first,
        _ => OTHERWISE,
    }
}

/// The story as JSON that can stand in a script element: what could end the
/// element is written as `\u003c`, which JSON reads as the same.
fn data_text(story: &Story) -> String {
    // A story's serialisation has no way to fail (see `Story::to_json`).
    let json = serde_json::to_string(story).unwrap_or_default();
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => text.push_str("\\u003c"),
            '>' => text.push_str("\\u003e"),
            '&' => text.push_str("\\u0026"),
            '\u{2028}' => text.push_str("\\u2028"),
            '\u{2029}' => text.push_str("\\u2029"),
            _ => text.push(c),
        }
    }
    text
}

/// The script as it can stand in a script element and as the browser will
/// hash it.
///
/// In a script, `</script` and `<!--` stand only in strings, templates and
/// regular expressions, and there the escapes mean the same. Line ends are
/// made what the HTML parser makes of them.
fn script_text(script: &str) -> String {
    let script = script.replace("\r\n", "\n").replace('\r', "\n").replace("<!--", "\\x3c!--");
    let mut text = String::with_capacity(script.len());
    let mut rest = script.as_str();
    while let Some((before, after)) = rest.split_once("</") {
        text.push_str(before);
        let ends_script = after.get(..6).is_some_and(|name| name.eq_ignore_ascii_case("script"));
        text.push_str(if ends_script { "<\\/" } else { "</" });
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use story::{Article, ArticleId, ArticleKind, Basis, Published, TextRights, When};

    use super::*;

    fn story(title: &str) -> Story {
        let mut story = Story::new(title);
        story.articles.push(Article {
            id: ArticleId::new("paper-2024-07-03"),
            file: None,
            url: Some("https://example.org/a?b&c".to_owned()),
            publisher: Some("The Paper".to_owned()),
            headline: Some("Bridge opens".to_owned()),
            byline: None,
            language: Some("en-GB".to_owned()),
            kind: ArticleKind::Report,
            dateline_place: None,
            published: When::parse("2024-07-03").ok().map(|when| Published {
                when,
                basis: Basis::Stated,
                because: None,
            }),
            text: TextRights::Full,
            sentences: Vec::new(),
        });
        story
    }

    #[test]
    fn the_page_of_a_story() {
        insta::assert_snapshot!(html(&story("The bridge"), "console.log(1)"));
    }

    #[test]
    fn a_hostile_title_stays_text() {
        let hostile = "</title><script>alert(1)</script>\u{2028}\"><img src=x onerror=alert(1)>";
        let page = html(&story(hostile), "run()");
        assert_eq!(page.matches("<script").count(), 2, "the data and the widget");
        assert_eq!(page.matches("</script").count(), 2);
        assert!(!page.contains("<img"));
        let data = page.split_once("backstory-data\">").unwrap().1.split_once("</script>").unwrap().0;
        assert_eq!(Story::from_json(data).unwrap().title, hostile);
    }

    proptest! {
        #[test]
        fn any_text_stays_text(text in "(\\PC|</?script|<!--|[\\u{2028}<>&\"'/])*") {
            let mut story = story(&text);
            story.articles[0].headline = Some(text.clone());
            story.articles[0].publisher = Some(text.clone());
            let page = html(&story, &text);
            prop_assert_eq!(page.to_ascii_lowercase().matches("</script").count(), 2);
            let data = page.split_once("backstory-data\">").unwrap().1.split_once("</script>").unwrap().0;
            prop_assert_eq!(Story::from_json(data).unwrap(), story);
        }
    }

    #[test]
    fn an_address_that_is_no_web_address_is_no_link() {
        let mut story = story("x");
        story.articles[0].url = Some("javascript:alert(1)".to_owned());
        assert!(!html(&story, "").contains("href"));
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        assert_eq!(script_text("a='</SCRIPT>';b='<!--';c='</p>'"), "a='<\\/SCRIPT>';b='\\x3c!--';c='</p>'");
        assert_eq!(script_text("a\r\nb\rc"), "a\nb\nc");
    }

    #[test]
    fn articles_in_several_languages_leave_the_page_in_english() {
        let mut story = story("x");
        assert_eq!(language(&story), "en-GB");
        let mut other = story.articles[0].clone();
        other.language = Some("fr".to_owned());
        story.articles.push(other);
        assert_eq!(language(&story), "en");
    }
}
