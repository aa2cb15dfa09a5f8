//! Prints what the first stages find in a file: `look FILE [--raw]
//! [--published DATE]`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the command line")]

use reading::{Document, dates, page, quotes, sentences};
use story::When;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("look FILE [--raw] [--published DATE]")?;
    let mut raw = false;
    let mut published = None;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--raw" => raw = true,
            "--published" => published = arguments.next().map(|date| When::parse(&date)).transpose()?,
            other => return Err(format!("{other}: no such option").into()),
        }
    }
    let text = std::fs::read_to_string(&path)?;
    let document = if raw {
        sentences::document_of_raw(&text)
    } else {
        let page = page::parse(&text);
        println!("headline   {:?}", page.headline);
        println!("publisher  {:?}", page.publisher);
        println!("byline     {:?}", page.byline);
        println!("stated     {:?}", page.stated);
        println!("dateline   {:?}", page.dateline);
        println!("kind       {:?}, language {:?}", page.kind, page.language);
        let document = sentences::document(&page);
        let found = dates::publication(&[dates::Candidate { page: &page, document: &document }], &[]);
        println!("published  {found:?}");
        if published.is_none() {
            published = found.into_iter().flatten().next().map(|published| published.when);
        }
        document
    };
    show(&document, published.as_ref());
    Ok(())
}

fn show(document: &Document, anchor: Option<&When>) {
    for (index, sentence) in document.sentences.iter().enumerate() {
        println!("{index:3} {:3} {:?} {}", sentence.paragraph, sentence.part, document.slice(sentence.span));
    }
    for date in dates::find(document, anchor) {
        let value = date.value.as_ref().map_or("-", When::as_str);
        println!("date   {:30} {} {} {value}", document.slice(date.span), date.timex_type.name(), date.timex_value);
    }
    for quote in quotes::find(document) {
        let words = |span: Option<reading::Span>| span.map_or("-", |span| document.slice(span));
        println!(
            "quote  {:?} [{}] [{}] {}",
            quote.form,
            words(quote.speaker),
            words(quote.cue),
            document.slice(quote.span)
        );
    }
}
