//! The articles that a page hands in.

use js_sys::Array;
use reading::Source;
use story::When;
use wasm_bindgen::prelude::*;

use crate::boundary::{Error, text_of};

/// The articles of an array.
pub(crate) fn all(articles: &JsValue) -> Result<Vec<Source>, Error> {
    let Some(articles) = articles.dyn_ref::<Array>() else {
        return Err(Error::Type { place: "articles".to_owned(), wanted: "an array" });
    };
    articles
        .iter()
        .enumerate()
        .map(|(i, article)| one(&article, &["articles[", &i.to_string(), "]"].concat()))
        .collect()
}

/// An article, `place` being what it is called in an error.
fn one(article: &JsValue, place: &str) -> Result<Source, Error> {
    if !article.is_object() {
        return Err(Error::Type { place: place.to_owned(), wanted: "an object" });
    }
    let field = |name| text_of(article, place, name);
    let text = field("text")?.ok_or_else(|| Error::Type { place: [place, ".text"].concat(), wanted: "a string" })?;
    let published = field("published")?.map(|date| When::parse(&date)).transpose();
    let published = published.map_err(|why| Error::Date { place: [place, ".published"].concat(), why })?;
    // Only what can become a link is kept as one.
    let url = field("url")?.filter(|url| story::web_address(url).is_some());
    Ok(Source { file: field("file")?, url, text, published, markup: None })
}
