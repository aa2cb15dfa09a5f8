//! `backstory read --stage …`: what one stage of the reading finds, so that it
//! can be looked at and measured by itself.

use reading::dates::{self, Candidate, TimeExpression};
use reading::document::{Paragraph, Sentence};
use reading::mentions::{self, Cast, Mention};
use reading::page::{self, Page};
use reading::quotes::{self, QuoteSpan};
use reading::{Document, Source, Span, sentences};
use serde::Serialize;
use story::{EntityKind, QuoteForm, SentencePart, Via, When};

use crate::error::Error;

/// A stage of the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Stage {
    /// The blocks of the article, boilerplate left out
    Page,
    /// The sentences
    Sentences,
    /// Names, titles and pronouns, and whom they name
    Mentions,
    /// Time expressions, as EDTF and TIMEX3
    Dates,
    /// Who said what
    Quotes,
    /// Relations, events and figures
    Facts,
}

/// What a stage found in one file: one line of the output.
#[derive(Serialize)]
struct Found<'a> {
    file: Option<&'a str>,
    headline: Option<&'a str>,
    /// EDTF.
    published: Option<String>,
    /// The text that the offsets are into: the cleaned text, or with `--raw`
    /// the file's own.
    text: &'a str,
    items: Vec<Item<'a>>,
}

/// A span of the text, in Unicode scalar values, and what the stage says of it.
#[derive(Serialize)]
struct Item<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(flatten)]
    what: What<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum What<'a> {
    Block {
        of: SentencePart,
    },
    Sentence {
        of: SentencePart,
        paragraph: usize,
    },
    Mention {
        kind: EntityKind,
        /// The entity's name, as the article has it by itself.
        entity: String,
        via: Via,
    },
    Date {
        value: Option<String>,
        timex_type: &'static str,
        timex_value: String,
        because: Option<String>,
    },
    Quote {
        /// The entity's name, where who speaks is known.
        speaker: Option<String>,
        /// The words that name the speaker, a pronoun too.
        speaker_text: Option<&'a str>,
        cue: Option<&'a str>,
        form: QuoteForm,
    },
}

/// One JSON object a source, a line each.
///
/// With `raw`, a source's text is taken as it is, and the spans are into it.
///
/// # Errors
///
/// [`Error::Stage`] for a stage that cannot be shown by itself.
pub(crate) fn show(stage: Stage, sources: &[Source], raw: bool) -> Result<String, Error> {
    let mut lines = String::new();
    for source in sources {
        let page = page::parse(&source.text);
        let document = if raw { sentences::document_of_raw(&source.text) } else { sentences::document(&page) };
        let published = source.published.clone().or_else(|| if raw { None } else { published(&page, &document) });
        let offsets = Offsets::of(&document.text);
        let items = match stage {
            // The article within the file: raw or not, this is the stage that
            // finds it.
            Stage::Page if raw => {
                page.blocks.iter().map(|block| offsets.item(block.source, What::Block { of: block.part })).collect()
            }
            Stage::Page => blocks(&document, &offsets),
            Stage::Sentences => sentences(&document, &offsets),
            Stage::Dates => dates(&document, published.as_ref(), &offsets),
            Stage::Quotes => quotes(&document, &offsets),
            Stage::Mentions => mentions(&document, &offsets),
            Stage::Facts => return Err(Error::Stage("facts")),
        };
        let found = Found {
            file: source.file.as_deref(),
            headline: page.headline.as_deref().filter(|_| !raw),
            published: published.map(|when| when.to_string()),
            text: &document.text,
            items,
        };
        // No type in it fails to serialise, so the error arm cannot be taken.
        lines.push_str(&serde_json::to_string(&found).unwrap_or_default());
        lines.push('\n');
    }
    Ok(lines)
}

/// When an article was published, as it shows by itself.
fn published(page: &Page, document: &Document) -> Option<When> {
    let [published] = dates::publication(&[Candidate { page, document }], &[]).try_into().ok()?;
    published.map(|published: story::Published| published.when)
}

fn blocks<'a>(document: &'a Document, offsets: &Offsets<'a>) -> Vec<Item<'a>> {
    let block = |paragraph: &Paragraph| offsets.item(paragraph.span, What::Block { of: paragraph.part });
    document.paragraphs.iter().map(block).collect()
}

fn sentences<'a>(document: &'a Document, offsets: &Offsets<'a>) -> Vec<Item<'a>> {
    let what = |sentence: &Sentence| What::Sentence { of: sentence.part, paragraph: sentence.paragraph };
    document.sentences.iter().map(|sentence| offsets.item(sentence.span, what(sentence))).collect()
}

fn dates<'a>(document: &'a Document, published: Option<&When>, offsets: &Offsets<'a>) -> Vec<Item<'a>> {
    let item = |found: TimeExpression| {
        let what = What::Date {
            value: found.value.map(|when| when.to_string()),
            timex_type: found.timex_type.name(),
            timex_value: found.timex_value,
            because: found.because,
        };
        offsets.item(found.span, what)
    };
    dates::find(document, published).into_iter().map(item).collect()
}

fn mentions<'a>(document: &'a Document, offsets: &Offsets<'a>) -> Vec<Item<'a>> {
    let cast = mentions::find(document).cast;
    let item = |mention: &Mention| {
        let actor = cast.actor(mention.actor)?;
        let what = What::Mention { kind: actor.kind, entity: actor.name.clone(), via: mention.via };
        Some(offsets.item(mention.span, what))
    };
    cast.mentions.iter().filter_map(item).collect()
}

/// Whom the words that name a speaker mean: the person among them, or else
/// the first that is named.
fn speaker(cast: &Cast, words: Span) -> Option<String> {
    let named = cast.within(words);
    let person = named.iter().find(|mention| cast.kind(mention.actor) == EntityKind::Person);
    cast.actor(person.or_else(|| named.first())?.actor).map(|actor| actor.name.clone())
}

fn quotes<'a>(document: &'a Document, offsets: &Offsets<'a>) -> Vec<Item<'a>> {
    let cast = mentions::find(document).cast;
    let item = |found: QuoteSpan| {
        let what = What::Quote {
            speaker: found.speaker.and_then(|words| speaker(&cast, words)),
            speaker_text: found.speaker.map(|span| document.slice(span)),
            cue: found.cue.map(|span| document.slice(span)),
            form: found.form,
        };
        offsets.item(found.span, what)
    };
    quotes::find(document).into_iter().map(item).collect()
}

/// From bytes to Unicode scalar values: looked up, since a text has many spans.
struct Offsets<'a> {
    text: &'a str,
    /// The byte that each scalar value begins at.
    starts: Vec<usize>,
}

impl<'a> Offsets<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, starts: text.char_indices().map(|(byte, _)| byte).collect() }
    }

    fn chars(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start < byte)
    }

    fn item(&self, span: Span, what: What<'a>) -> Item<'a> {
        Item { start: self.chars(span.start), end: self.chars(span.end), text: span.of(self.text), what }
    }
}
