//! Page: a file's text → the article in it.
//!
//! What is copied from a web page brings along what clings to an article:
//! share words, comment forms, lists of other headlines. This stage keeps the
//! article and says what the page states about it: headline, publisher,
//! byline, dates, dateline.

mod article;
mod author;
mod clutter;
mod dateline;
mod day_order;
mod headline;
mod language;
mod lines;
#[cfg(any(test, feature = "markup"))]
mod marked;
mod shape;
mod stated;

use story::{ArticleKind, SentencePart, When};

use crate::Source;
use crate::span::Span;

/// What a page holds of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its headline; also the first of the blocks.
    pub headline: Option<String>,
    /// Who published it, as the page names them.
    pub publisher: Option<String>,
    /// Who wrote it, as the page says.
    pub byline: Option<String>,
    /// The dates that the page states about the article, in their order. What
    /// the running text says about other things is not among them.
    pub stated: Vec<StatedDate>,
    /// The day on which the page was last changed, as its markup says.
    pub changed: Option<When>,
    /// The dateline that opens the running text.
    pub dateline: Option<Dateline>,
    /// Report or transcript.
    pub kind: ArticleKind,
    /// Its language, as a BCP 47 tag; `und` where it could not be told, nothing
    /// where there are no words.
    pub language: Option<String>,
    /// The headline, the paragraphs, the captions, in order. Block `i` is
    /// paragraph `i` of the [`Document`](crate::Document).
    pub blocks: Vec<Block>,
}

/// A paragraph of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its text; each run of white space is one space.
    pub text: String,
    /// The part of the article that it belongs to.
    pub part: SentencePart,
    /// Where it stood in the file's text.
    pub source: Span,
}

/// A date that a page states about its article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedDate {
    /// The words.
    pub text: String,
    /// The date.
    pub when: When,
    /// Where it stood.
    pub kind: StatedKind,
}

/// Where a page states a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatedKind {
    /// On the carrying page: a stamp (`Published 2 May 2021`, `date 2021-05-02`).
    Stamp,
    /// On a line of its own with a place, as an official record gives it
    /// (`May 2, 2021, Delft`).
    Record,
    /// In the dateline, with its year.
    Dateline,
    /// In the markup of the carrying page, as the day of publication.
    Markup,
}

/// The place, day and agency that open a report: `DELFT, May 2 (AGENCY) –`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// The place, as it is written there.
    pub place: String,
    /// The news agency, if it names one.
    pub agency: Option<String>,
    /// The month and the day of the month, if it names them.
    pub month_day: Option<(u8, u8)>,
    /// The year, if it names one.
    pub year: Option<i64>,
    /// The block that it stands in.
    pub block: usize,
    /// The whole dateline with its dash, in bytes of the block's text. It
    /// stays in the text.
    pub span: Span,
    /// The place, in bytes of the block's text.
    pub place_span: Span,
}

/// What the markup of a page, a feed or a news item says of its article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup {
    /// The headline.
    pub headline: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The language of the page, as a BCP 47 tag.
    pub language: Option<String>,
    /// When it was published, as it is written there: of a time with an
    /// offset the day where the publisher is, not the day in UTC.
    pub published: Option<StatedDate>,
    /// On which day it was last changed.
    pub changed: Option<When>,
}

/// Finds the article in a page's plain text.
pub fn parse(text: &str) -> Page {
    article::parse(text)
}

/// Finds the article in a source: with markup, in the main text that the
/// markup told; else in plain text. Without the feature `markup`, none is heard.
pub fn parse_source(source: &Source) -> Page {
    match &source.markup {
        #[cfg(any(test, feature = "markup"))]
        Some(markup) => marked::parse(&source.text, markup),
        _ => article::parse(&source.text),
    }
}
