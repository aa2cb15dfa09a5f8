//! What one stage of the reading finds in an article, so that it can be looked
//! at and measured by itself: `backstory read --stage …`.

mod item;

use story::When;

use crate::dates::{self, Candidate, TimeExpression};
use crate::document::{Paragraph, Sentence};
use crate::facts::{self, Article, FoundEvent, FoundFigure, FoundRelation, Speech};
use crate::knowledge::former_names;
use crate::mentions::{self, ActorId, Cast, Mention};
use crate::page::{self, Block, Page};
use crate::{Document, Source, quotes, sentences};

use item::{Fact, Offsets, Participant, What};
pub use item::{Found, Item};

/// A stage of the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The blocks of the article, boilerplate left out.
    Page,
    /// The sentences.
    Sentences,
    /// Names, titles and pronouns, and whom they name.
    Mentions,
    /// Time expressions, as EDTF and TIMEX3.
    Dates,
    /// Who said what.
    Quotes,
    /// Relations, events and figures.
    Facts,
}

impl Stage {
    /// Each, with its name.
    pub const NAMED: [(&'static str, Self); 6] = [
        ("page", Self::Page),
        ("sentences", Self::Sentences),
        ("mentions", Self::Mentions),
        ("dates", Self::Dates),
        ("quotes", Self::Quotes),
        ("facts", Self::Facts),
    ];

    /// The stage of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(other, _)| *other == name).map(|(_, stage)| *stage)
    }
}

/// Gives `use_it` what a stage finds in an article.
///
/// With `raw`, the source's text is taken as it is, and the spans are into it.
pub fn with_found<R>(stage: Stage, source: &Source, raw: bool, use_it: impl FnOnce(&Found<'_>) -> R) -> R {
    let page = page::parse_source(source);
    let document = if raw { sentences::document_of_raw(&source.text) } else { sentences::document(&page) };
    let published = if raw { source.published.clone() } else { published(source, &page, &document) };
    let counted = source.published.clone().or_else(|| dates::counted_from(&page, &document, published.as_ref()));
    use_it(&Found {
        file: source.file.as_deref(),
        headline: page.headline.as_deref().filter(|_| !raw),
        published: published.as_ref().map(ToString::to_string),
        text: &document.text,
        items: items(stage, &page, &document, counted.as_ref(), raw),
    })
}

/// When an article was published, as it shows by itself.
fn published(source: &Source, page: &Page, document: &Document) -> Option<When> {
    let article = Candidate { page, document, given: source.published.as_ref() };
    dates::publication(&[article], former_names()).pop().flatten().map(|published| published.when)
}

fn items<'a>(stage: Stage, page: &Page, document: &'a Document, day: Option<&When>, raw: bool) -> Vec<Item<'a>> {
    let offsets = Offsets::of(&document.text);
    let times = || dates::find(document, day);
    let article = || {
        let (mentions, times, quotes) = (mentions::find(document), times(), quotes::find(document));
        Article::new(document, mentions, times, quotes, day.cloned(), page.kind)
    };
    match stage {
        // The article within the file: raw or not, this is the stage that
        // finds it.
        Stage::Page if raw => page.blocks.iter().map(|block| raw_block(block, &offsets)).collect(),
        Stage::Page => document.paragraphs.iter().map(|paragraph| block(paragraph, &offsets)).collect(),
        Stage::Sentences => document.sentences.iter().map(|found| sentence(found, &offsets)).collect(),
        Stage::Dates => times().into_iter().map(|found| date(found, &offsets)).collect(),
        Stage::Mentions => {
            let cast = article().whole_cast();
            cast.mentions.iter().map(|found| mention(found, &cast, &offsets)).collect()
        }
        Stage::Quotes => {
            let article = article();
            article.speeches.iter().map(|found| quote(found, &article.cast, document, &offsets)).collect()
        }
        Stage::Facts => {
            let article = article();
            let found = facts::find(&article);
            let events = found.events.into_iter().filter_map(|found| event(found, &article.cast, &offsets));
            let relations = found.relations.into_iter().map(|found| relation(found, &article.cast, &offsets));
            let figures = found.figures.into_iter().map(|found| figure(found, &article.cast, &offsets));
            events.chain(relations).chain(figures).collect()
        }
    }
}

fn raw_block<'a>(block: &Block, offsets: &Offsets<'a>) -> Item<'a> {
    offsets.item(block.source, What::Block { of: block.part })
}

fn block<'a>(paragraph: &Paragraph, offsets: &Offsets<'a>) -> Item<'a> {
    offsets.item(paragraph.span, What::Block { of: paragraph.part })
}

fn sentence<'a>(found: &Sentence, offsets: &Offsets<'a>) -> Item<'a> {
    offsets.item(found.span, What::Sentence { of: found.part, paragraph: found.paragraph })
}

fn date<'a>(found: TimeExpression, offsets: &Offsets<'a>) -> Item<'a> {
    let what = What::Date {
        value: found.value.map(|when| when.to_string()),
        timex_type: found.timex_type.name(),
        timex_value: found.timex_value,
        because: found.because,
    };
    offsets.item(found.span, what)
}

fn mention<'a>(found: &Mention, cast: &Cast, offsets: &Offsets<'a>) -> Item<'a> {
    let what = What::Mention { kind: cast.kind(found.actor), entity: name(cast, found.actor), via: found.via };
    offsets.item(found.span, what)
}

fn quote<'a>(found: &Speech, cast: &Cast, document: &'a Document, offsets: &Offsets<'a>) -> Item<'a> {
    let what = What::Quote {
        speaker: found.speaker.map(|actor| name(cast, actor)),
        speaker_text: found.quote.speaker.map(|span| document.slice(span)),
        cue: found.quote.cue.map(|span| document.slice(span)),
        form: found.quote.form,
    };
    offsets.item(found.quote.span, what)
}

/// An event, at the first place that tells of it.
fn event<'a>(found: FoundEvent, cast: &Cast, offsets: &Offsets<'a>) -> Option<Item<'a>> {
    let (_, span) = *found.proofs.first()?;
    let participant = |(actor, role)| Participant { entity: name(cast, actor), role };
    let fact = Fact::Event {
        kind: found.kind,
        title: found.title,
        when: found.when.map(|when| when.to_string()),
        basis: found.basis,
        because: found.because,
        status: found.status,
        place: found.place.map(|actor| name(cast, actor)),
        participants: found.participants.into_iter().map(participant).collect(),
    };
    Some(offsets.item(span, What::Fact(fact)))
}

fn relation<'a>(found: FoundRelation, cast: &Cast, offsets: &Offsets<'a>) -> Item<'a> {
    let fact = Fact::Relation {
        kind: found.kind,
        from: name(cast, found.from),
        to: name(cast, found.to),
        label: found.label,
        when: found.when.map(|when| when.to_string()),
    };
    offsets.item(found.proof.1, What::Fact(fact))
}

fn figure<'a>(found: FoundFigure, cast: &Cast, offsets: &Offsets<'a>) -> Item<'a> {
    let fact = Fact::Figure {
        value: found.value,
        unit: found.unit,
        qualifier: found.qualifier,
        about: found.about,
        entities: found.actors.into_iter().map(|actor| name(cast, actor)).collect(),
        when: found.when.map(|when| when.to_string()),
    };
    offsets.item(found.proof.1, What::Fact(fact))
}

/// The name that an article has for an actor.
fn name(cast: &Cast, actor: ActorId) -> String {
    cast.actor(actor).map(|actor| actor.name.clone()).unwrap_or_default()
}
