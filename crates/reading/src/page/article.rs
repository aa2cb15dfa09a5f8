//! The lines of a page → the article among them.

use std::collections::BTreeSet;

use story::{ArticleKind, SentencePart};

use super::clutter::{Clutter, clutter, credit};
use super::language::{language, script};
use super::stated::{byline, publisher_of_line, publisher_of_text, stamp};
use super::{Block, Page, dateline};
use crate::quotes::{is_transcript, label};
use crate::sentences::paragraphs;
use crate::span::Span;
use crate::text::is_space;

/// A line with fewer words is no running text, unless it ends as a sentence.
const FEWEST_WORDS_OF_PROSE: usize = 25;

/// A sentence with fewer words shows no running text by itself.
const FEWEST_WORDS_OF_A_SENTENCE: usize = 4;

/// So many short lines in a row are a list of links.
const LINKS_IN_A_ROW: usize = 3;

/// Paragraphs of so many words after a heading such as `Related articles`
/// show that the article goes on.
const WORDS_THAT_GO_ON: usize = 20;

/// A headline has so many words.
const WORDS_OF_A_HEADLINE: std::ops::RangeInclusive<usize> = 3..=35;

/// In the first so many paragraphs the dateline and the publisher are looked
/// for.
const OPENING: usize = 3;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Running text.
    Prose,
    /// No sentence: a headline, a heading, a link, a caption.
    Short,
    /// None of the article's.
    Clutter,
    /// Heads a part of the page that is none of the article's.
    Section,
}

struct Line {
    text: String,
    source: Span,
    kind: Kind,
    words: usize,
}

/// Finds the article in a page's text.
pub(super) fn parse(text: &str) -> Page {
    let lines = lines(text);
    let spoken: Vec<Span> = lines.iter().filter(|line| line.kind != Kind::Clutter).map(|line| line.source).collect();
    let transcript = is_transcript(text, &spoken);
    let mut page = Page {
        headline: None,
        publisher: None,
        byline: None,
        stated: Vec::new(),
        dateline: None,
        kind: if transcript { ArticleKind::Transcript } else { ArticleKind::Report },
        language: language(text),
        blocks: Vec::new(),
    };
    let first_prose = lines
        .iter()
        .position(|line| line.kind == Kind::Prose && stamp(&line.text).is_none_or(|s| s.rest.is_none()))
        .unwrap_or(lines.len());
    let end = article_end(&lines);
    let (head, rest) = lines.split_at(first_prose);
    let (body, tail) = rest.split_at(end.saturating_sub(first_prose).min(rest.len()));
    header(head, body.is_empty(), &mut page);
    body_blocks(body, &mut page);
    for line in tail {
        if page.publisher.is_none() {
            page.publisher = publisher_of_line(&line.text);
        }
        if let Some(stamp) = stamp(&line.text).filter(|stamp| stamp.rest.is_none()) {
            page.stated.push(stamp.date);
        }
    }
    opening(&mut page);
    page
}

/// The page's lines, white space folded, each with its kind.
fn lines(text: &str) -> Vec<Line> {
    let most = script(text);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut lines = Vec::new();
    for source in paragraphs(text) {
        let folded = fold(source.of(text));
        let words = folded.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count();
        let foreign = script(&folded).is_some_and(|own| Some(own) != most);
        let again = words >= FEWEST_WORDS_OF_A_SENTENCE && !seen.insert(folded.clone());
        let kind = match clutter(&folded) {
            Some(Clutter::Section) => Kind::Section,
            Some(Clutter::Line) => Kind::Clutter,
            // Another script in a short run heads what clings to the article.
            None if foreign => {
                if words <= 4 {
                    Kind::Section
                } else {
                    Kind::Clutter
                }
            }
            None if again => Kind::Clutter,
            None if is_prose(&folded, words) => Kind::Prose,
            None => Kind::Short,
        };
        lines.push(Line { text: folded, source, kind, words });
    }
    lines
}

/// White space of every kind → single spaces; what has no width is dropped.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(char::is_whitespace) {
        let visible: String = word.chars().filter(|c| !is_space(*c) && *c != '\u{ad}' && !c.is_control()).collect();
        if !visible.is_empty() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(&visible);
        }
    }
    folded
}

fn is_prose(line: &str, words: usize) -> bool {
    let ends = line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*']).ends_with(['.', '!', '?', '…', ':']);
    let sentence = ends && words >= FEWEST_WORDS_OF_A_SENTENCE && !(line.ends_with(':') && words < 8);
    let turn = label(line, Span::new(0, line.len()))
        .is_some_and(|label| label.speech < line.len() && label.speaker.len() < line.len())
        && ends;
    (sentence || turn || words >= FEWEST_WORDS_OF_PROSE) && credit(line).is_none_or(|at| at > 200)
}

/// Where the article ends: at the first section of the page after which no
/// running text goes on, or after the last running text.
fn article_end(lines: &[Line]) -> usize {
    let last = lines.iter().rposition(|line| line.kind == Kind::Prose).map_or(0, |last| last + 1);
    let first = lines.iter().position(|line| line.kind == Kind::Prose).unwrap_or(0);
    // From the end, so that each section is weighed once: the earliest one
    // after which nothing goes on.
    let mut end = last;
    let mut long_after = 0;
    for index in (first..last).rev() {
        let Some(line) = lines.get(index) else { break };
        match line.kind {
            Kind::Section if long_after < 2 => end = index,
            Kind::Prose if line.words >= WORDS_THAT_GO_ON => long_after += 1,
            _ => {}
        }
        if long_after >= 2 {
            break;
        }
    }
    end
}

/// The lines above the running text: headline, byline, dates, publisher.
fn header(lines: &[Line], alone: bool, page: &mut Page) {
    let mut headline: Option<(String, Span)> = None;
    let mut records = Vec::new();
    let mut captions = Vec::new();
    let mut below = Vec::new();
    for line in lines {
        if let Some(name) = publisher_of_line(&line.text) {
            page.publisher.get_or_insert(name);
            continue;
        }
        if matches!(line.kind, Kind::Clutter | Kind::Section) {
            continue;
        }
        if let Some(stamp) = stamp(&line.text) {
            page.stated.push(stamp.date);
            if let Some(rest) = stamp.rest.and_then(|rest| line.text.get(rest..)) {
                headline.get_or_insert((rest.to_owned(), line.source));
            } else if stamp.place.is_some() {
                records.push(line);
            }
            continue;
        }
        if let Some(name) = byline(&line.text) {
            page.byline.get_or_insert(name);
            continue;
        }
        match &headline {
            None if line.text.ends_with(':') => {}
            None if WORDS_OF_A_HEADLINE.contains(&line.words) && credit(&line.text).is_none() => {
                headline = Some((line.text.clone(), line.source));
            }
            None => {}
            Some((found, _)) => {
                let text = line.text.strip_prefix(found.as_str()).unwrap_or(&line.text).trim_start_matches(is_space);
                match credit(text) {
                    Some(at) => captions.push((
                        text.get(..at)
                            .unwrap_or("")
                            .trim_end_matches(|c| is_space(c) || c == '(' || c == '/')
                            .to_owned(),
                        line.source,
                    )),
                    None => below.push((text, line)),
                }
            }
        }
    }
    // A page of one line: it is its headline.
    if headline.is_none()
        && alone
        && let Some(line) = lines.iter().find(|line| line.kind == Kind::Short)
    {
        headline = Some((line.text.clone(), line.source));
    }
    if let Some((text, source)) = headline {
        page.headline = Some(text.clone());
        page.blocks.push(Block { text, part: SentencePart::Headline, source });
    }
    for (text, source) in captions {
        if text.split(' ').count() >= FEWEST_WORDS_OF_A_SENTENCE {
            page.blocks.push(Block { text, part: SentencePart::Caption, source });
        }
    }
    for line in records {
        page.blocks.push(Block { text: line.text.clone(), part: SentencePart::Body, source: line.source });
    }
    // The line below a headline that tells more of it.
    if let [(text, line), ..] = below.as_slice()
        && line.words >= 8
    {
        page.blocks.push(Block { text: (*text).to_owned(), part: SentencePart::Body, source: line.source });
    }
}

/// The running text, with the headings in it; lists of links are left out.
fn body_blocks(lines: &[Line], page: &mut Page) {
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        match line.kind {
            Kind::Prose => {
                page.blocks.push(Block { text: line.text.clone(), part: SentencePart::Body, source: line.source });
                index += 1;
            }
            Kind::Short => {
                let run = lines.iter().skip(index).take_while(|line| line.kind == Kind::Short).count();
                if run < LINKS_IN_A_ROW {
                    for line in lines.iter().skip(index).take(run) {
                        short_block(line, page);
                    }
                }
                index += run;
            }
            Kind::Clutter | Kind::Section => index += 1,
        }
    }
}

/// A short line among running text: a date, a caption, or a heading.
fn short_block(line: &Line, page: &mut Page) {
    if let Some(stamp) = stamp(&line.text) {
        page.stated.push(stamp.date);
        return;
    }
    if let Some(at) = credit(&line.text) {
        let text = line.text.get(..at).unwrap_or("").trim_end_matches(|c| is_space(c) || c == '(' || c == '/');
        if text.split(' ').count() >= FEWEST_WORDS_OF_A_SENTENCE {
            page.blocks.push(Block { text: text.to_owned(), part: SentencePart::Caption, source: line.source });
        }
        return;
    }
    if line.words >= 2 {
        page.blocks.push(Block { text: line.text.clone(), part: SentencePart::Body, source: line.source });
    }
}

/// Reads the dateline and the publisher from the first paragraphs.
fn opening(page: &mut Page) {
    let body: Vec<usize> = page
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.part == SentencePart::Body)
        .map(|(index, _)| index)
        .take(OPENING)
        .collect();
    let mut publisher = None;
    for &index in &body {
        let Some(block) = page.blocks.get(index) else { continue };
        if page.dateline.is_none() {
            if let Some(place) = stamp(&block.text).and_then(|stamp| stamp.place) {
                page.dateline = Some(super::Dateline {
                    place: place.of(&block.text).to_owned(),
                    agency: None,
                    month_day: None,
                    year: None,
                    block: index,
                    span: Span::new(0, block.text.len()),
                    place_span: place,
                });
            } else {
                page.dateline = dateline::parse(&block.text, index);
            }
        }
        publisher = publisher.or_else(|| publisher_of_text(&block.text));
    }
    let agency = page.dateline.as_ref().and_then(|dateline| dateline.agency.clone());
    if let Some(dateline) = &page.dateline
        && let (Some(year), Some((month, day))) = (dateline.year, dateline.month_day)
    {
        let when = story::When::day(story::Day::from_civil(year, month, day));
        let text = page.blocks.get(dateline.block).map(|block| dateline.span.of(&block.text).to_owned());
        page.stated.push(super::StatedDate { text: text.unwrap_or_default(), when, kind: super::StatedKind::Dateline });
    }
    page.publisher = agency.or(publisher).or(page.publisher.take());
}
