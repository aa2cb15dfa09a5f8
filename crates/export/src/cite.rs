//! Citations: a sentence with its source, a link that leads to it, and the
//! articles for a bibliography.

use story::{Article, Shape, Story, When};

use crate::json::Json;
use crate::look::outlet;
use crate::wording::Wording;

/// A sentence with its source, for a reader to paste: `“Sentence.” — Author,
/// “Headline”, The Paper, 3 July 2024, https://…`. Quotation marks within are
/// single ones. Nothing where there is no such sentence.
pub fn sentence(article: &Article, sentence: usize, wording: &dyn Wording) -> Option<String> {
    let text = &article.sentences.get(sentence)?.text;
    let mut citation = ["“", &inner(text), "” — "].concat();
    let headline = article.headline.as_deref().filter(|headline| !headline.trim().is_empty());
    let mut source: Vec<String> = Vec::new();
    source.extend(article.byline.clone().filter(|byline| !byline.trim().is_empty()));
    source.extend(headline.map(|headline| ["“", &inner(headline), "”"].concat()));
    if headline != Some(outlet(article)) {
        source.push(outlet(article).to_owned());
    }
    source.extend(article.published.as_ref().map(|published| wording.when(&published.when)));
    source.extend(link(article, text));
    citation.push_str(&source.join(", "));
    Some(citation)
}

/// A text that comes between quotation marks.
fn inner(text: &str) -> String {
    let mut single = String::new();
    for c in text.trim().chars() {
        single.push(match c {
            '“' => '‘',
            '”' => '’',
            _ => c,
        });
    }
    single
}

/// Texts with at most this many words are named whole by a link; longer ones by
/// as many words at their beginning and at their end.
const WHOLE: usize = 10;
const EACH_END: usize = 5;

/// The article's address with a text fragment
/// (<https://wicg.github.io/scroll-to-text-fragment/>) that makes browsers
/// show and mark the sentence. Nothing where the article has no address on the
/// web.
///
/// What an excerpt was cut to (`…`) is left out, with the word beside the cut.
pub fn link(article: &Article, sentence: &str) -> Option<String> {
    let url = article.web_address()?;
    let mut words: Vec<&str> = sentence.split_whitespace().collect();
    if words.first().is_some_and(|word| word.starts_with('…')) {
        words.remove(0);
    }
    if words.last().is_some_and(|word| word.ends_with('…')) {
        words.pop();
    }
    let mut link = url.to_owned();
    if words.is_empty() {
        return Some(link);
    }
    link.push_str(if url.contains('#') { ":~:text=" } else { "#:~:text=" });
    if words.len() <= WHOLE {
        encode(&words, &mut link);
    } else {
        encode(words.get(..EACH_END).unwrap_or_default(), &mut link);
        link.push(',');
        encode(words.get(words.len() - EACH_END..).unwrap_or_default(), &mut link);
    }
    Some(link)
}

/// Words for a text fragment: all but letters and digits of ASCII as per cent,
/// the dash, the comma and the ampersand too, since they mean something there.
fn encode(words: &[&str], out: &mut String) {
    for byte in words.join(" ").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let hex = |digit: u8| char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase();
            out.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
    }
}

/// All articles as CSL-JSON, for Zotero, Pandoc and whatever else formats
/// citations (<https://docs.citationstyles.org>).
pub fn csl(story: &Story) -> String {
    let mut json = Json::default();
    json.list(&mut |json| {
        for article in &story.articles {
            json.object(&mut |json| {
                json.field("id", Some(article.id.as_str()));
                json.field("type", Some("article-newspaper"));
                json.field("title", article.headline.as_deref());
                json.field("container-title", article.publisher.as_deref());
                json.field("language", article.language.as_deref());
                json.field("URL", article.web_address());
                if let Some(byline) = article.byline.as_deref() {
                    json.key("author").list(&mut |json| {
                        json.object(&mut |json| json.field("literal", Some(byline)));
                    });
                }
                if let Some(published) = &article.published {
                    issued(json.key("issued"), &published.when);
                }
            });
        }
    });
    json.into_text()
}

fn issued(json: &mut Json, when: &When) {
    let parts = parts(&when.shape());
    json.object(&mut |json| {
        if parts.is_empty() {
            json.field("literal", Some(when.as_str()));
            return;
        }
        json.key("date-parts").list(&mut |json| {
            json.list(&mut |json| parts.iter().for_each(|part| json.bare(&part.to_string())));
        });
        if when.is_doubtful() {
            json.key("circa").bare("true");
        }
    });
}

/// Year, month, day, as far as they are known.
fn parts(shape: &Shape) -> Vec<i64> {
    match *shape {
        Shape::Day(year, month, day) => vec![year, month.into(), day.into()],
        Shape::Month(year, month) => vec![year, month.into()],
        Shape::Year(year) => vec![year],
        Shape::Years(_) | Shape::Season(..) | Shape::Interval(..) | Shape::Text(_) => Vec::new(),
    }
}

/// All articles as BibTeX, in UTF-8.
pub fn bibtex(story: &Story) -> String {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut text = String::new();
    for article in &story.articles {
        let key: String =
            article.id.as_str().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        text.push_str("@misc{");
        text.push_str(&key);
        field(&mut text, "author", article.byline.as_deref());
        field(&mut text, "title", article.headline.as_deref());
        field(&mut text, "howpublished", article.publisher.as_deref());
        let parts = article.published.as_ref().map(|published| parts(&published.when.shape())).unwrap_or_default();
        field(&mut text, "year", parts.first().map(i64::to_string).as_deref());
        let month = parts.get(1).and_then(|month| MONTHS.get(usize::try_from(*month).ok()?.checked_sub(1)?));
        if let Some(month) = month {
            text.push_str(",\n  month = ");
            text.push_str(month);
        }
        if let Some(url) = article.web_address() {
            // Taken as it is by the packages that read it, but for braces.
            text.push_str(",\n  url = {");
            text.extend(url.chars().filter(|c| !matches!(c, '{' | '}' | '\\')));
            text.push('}');
        }
        text.push_str("\n}\n\n");
    }
    text
}

/// A field of a BibTeX entry, its case kept by the second pair of braces.
fn field(out: &mut String, name: &str, value: Option<&str>) {
    let Some(value) = value.filter(|value| !value.trim().is_empty()) else { return };
    out.push_str(",\n  ");
    out.push_str(name);
    out.push_str(" = {{");
    for c in value.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '%' | '#' | '_' => out.extend(['\\', c]),
            _ if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out.push_str("}}");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::English;
    use crate::samples::story;

    fn at(url: &str) -> Article {
        let mut article = story().articles.remove(0);
        article.url = Some(url.to_owned());
        article
    }

    #[test]
    fn a_sentence_is_cited_with_all_that_is_known_of_its_source() {
        assert_eq!(
            sentence(&story().articles[0], 0, &English).unwrap(),
            "“Ada met Bo in Delft today.” — C. D. Writer, “Ada, ‘Bo’ & 50 % more”, The Paper, 3 July 2024, \
             https://example.org/a?b=1&c=2#:~:text=Ada%20met%20Bo%20in%20Delft%20today."
        );
        assert_eq!(sentence(&story().articles[0], 99, &English), None);
    }

    #[test]
    fn an_article_without_a_publisher_is_named_once() {
        let mut article = story().articles.remove(0);
        (article.publisher, article.byline, article.url, article.published) = (None, None, None, None);
        article.headline = Some("Ada meets Bo".to_owned());
        assert_eq!(sentence(&article, 0, &English).unwrap(), "“Ada met Bo in Delft today.” — “Ada meets Bo”");
    }

    #[test]
    fn a_long_sentence_is_named_by_its_ends() {
        let long = "one two three four five six seven eight nine ten eleven twelve";
        let link = link(&at("https://example.org/"), long).unwrap();
        assert_eq!(
            link,
            "https://example.org/#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve"
        );
    }

    #[test]
    fn what_means_something_in_a_fragment_is_encoded() {
        assert_eq!(
            link(&at("http://x.org#part"), "a-b, c&d ё").unwrap(),
            "http://x.org#part:~:text=a%2Db%2C%20c%26d%20%D1%91"
        );
    }

    #[test]
    fn a_cut_sentence_is_named_by_what_is_whole() {
        assert_eq!(link(&at("http://x.org"), "…ever after they li…").unwrap(), "http://x.org#:~:text=after%20they");
        assert_eq!(link(&at("http://x.org"), "…").unwrap(), "http://x.org");
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        for hostile in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x"] {
            assert_eq!(link(&at(hostile), "a"), None, "{hostile}");
        }
    }

    #[test]
    fn csl_json_has_an_item_an_article() {
        let read: Value = serde_json::from_str(&csl(&story())).unwrap();
        assert_eq!(
            read[0],
            json!({
                "id": "paper", "type": "article-newspaper", "title": "Ada, “Bo” & 50 % more",
                "container-title": "The Paper", "language": "en", "URL": "https://example.org/a?b=1&c=2",
                "author": [{ "literal": "C. D. Writer" }], "issued": { "date-parts": [[2024, 7, 3]] }
            })
        );
    }

    #[test]
    fn bibtex_has_an_entry_an_article() {
        assert_eq!(
            bibtex(&story()),
            "@misc{paper,\n  author = {{C. D. Writer}},\n  title = {{Ada, “Bo” \\& 50 \\% more}},\n  \
             howpublished = {{The Paper}},\n  year = {{2024}},\n  month = jul,\n  url = {https://example.org/a?b=1&c=2}\n}\n\n"
        );
    }

    proptest! {
        #[test]
        fn bibtex_keeps_its_braces_in_pairs(headline in "\\PC{1,30}|[{}\\\\$%&]{1,20}") {
            let mut story = story();
            story.articles[0].headline = Some(headline);
            let text = bibtex(&story).replace("\\{", "").replace("\\}", "");
            prop_assert_eq!(text.matches('{').count(), text.matches('}').count());
        }

        #[test]
        fn a_link_is_made_of_ascii(sentence in "\\PC{0,80}") {
            let link = link(&at("https://example.org/"), &sentence).unwrap();
            prop_assert!(link.is_ascii() && !link.contains(' '));
        }
    }
}
