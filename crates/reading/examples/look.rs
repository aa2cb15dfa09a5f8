//! Prints what the first stages find in files: `look FILE… [--raw]
//! [--published DATE]`. The files are taken as the articles of one story.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the command line")]

use reading::page::{self, Page};
use reading::{Document, dates, quotes, sentences};
use story::When;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut texts, mut raw, mut published) = (Vec::new(), false, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--raw" => raw = true,
            "--published" => published = arguments.next().map(|date| When::parse(&date)).transpose()?,
            path => texts.push(std::fs::read_to_string(path)?),
        }
    }
    if raw {
        for text in &texts {
            show(&sentences::document_of_raw(text), published.as_ref());
        }
        return Ok(());
    }
    let pages: Vec<Page> = texts.iter().map(|text| page::parse(text)).collect();
    let documents: Vec<Document> = pages.iter().map(sentences::document).collect();
    let articles: Vec<dates::Candidate<'_>> =
        pages.iter().zip(&documents).map(|(page, document)| dates::Candidate { page, document, given: None }).collect();
    let found = dates::publication(&articles, &[]);
    for (article, inferred) in articles.iter().zip(found) {
        let page = article.page;
        println!("headline   {:?}", page.headline);
        println!("publisher  {:?}", page.publisher);
        println!("byline     {:?}", page.byline);
        for stated in &page.stated {
            println!("stated     {} {:?} {:?}", stated.when, stated.kind, stated.text);
        }
        println!("dateline   {:?}", page.dateline);
        println!("kind       {:?}, language {:?}", page.kind, page.language);
        if let Some(inferred) = &inferred {
            println!("published  {} {:?} {:?}", inferred.when, inferred.basis, inferred.because);
        }
        show(article.document, published.as_ref().or(inferred.as_ref().map(|inferred| &inferred.when)));
    }
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
