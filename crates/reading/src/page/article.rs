//! The lines of a page → the article among them.

use story::{ArticleKind, SentencePart};

use super::clutter::credit;
use super::headline::{WORDS_OF_A_HEADLINE, headline, is_statement, says_who_is_where};
use super::language::language;
use super::lines::{FEWEST_WORDS_OF_A_SENTENCE, Kind, Line, lines};
use super::stated::{Stamp, byline, newspaper, publisher_of_line, publisher_of_text, signed, source, stamp};
use super::{Block, Page, StatedDate, author, dateline, day_order};
use crate::order;
use crate::quotes::is_transcript;
use crate::sorted::Set;
use crate::span::Span;
use crate::text::is_space;

/// So many short lines in a row are a list of links.
const LINKS_IN_A_ROW: usize = 3;

/// A date among the links after more blocks is of another article.
const BLOCKS_ABOVE_A_STAMP: usize = 5;

/// In the first so many paragraphs the dateline and the publisher are looked
/// for.
const OPENING: usize = 3;

/// Finds the article in a page's text.
pub(super) fn parse(text: &str) -> Page {
    let (lines, script_of_lines) = lines(text);
    let spoken: Vec<Span> = lines.iter().filter(|line| line.kind != Kind::Clutter).map(|line| line.source).collect();
    let transcript = is_transcript(text, &spoken);
    let mut page = Page {
        headline: None,
        publisher: None,
        byline: None,
        stated: Vec::new(),
        changed: None,
        dateline: None,
        kind: if transcript { ArticleKind::Transcript } else { ArticleKind::Report },
        language: None,
        blocks: Vec::new(),
    };
    let mut body = running_text(&lines);
    body.start = after_the_headline(&lines, body.clone());
    body.start = after_the_source(&lines, body.clone());
    body.start = after_the_stamps(&lines, body.clone());
    body.end = with_last_words(&lines, body.clone());
    let (head, rest) = lines.split_at(body.start);
    let (body, tail) = rest.split_at(body.len());
    header(head, body, &mut page);
    body_blocks(body, &mut page);
    for (left, line) in (0..tail.len()).rev().zip(tail) {
        if page.publisher.is_none() {
            // The last line may be the paper's name alone.
            let paper = || newspaper(&line.text).filter(|_| left == 0).map(str::to_owned);
            page.publisher = publisher_of_line(&line.text).or_else(paper);
        }
        if page.stated.is_empty()
            && let Some(stamp) = line.stamp().filter(|stamp| stamp.rest.is_none())
        {
            page.stated.push(stamp.date);
        }
    }
    day_order::settle(&mut page.stated, text);
    opening(&mut page);
    author::leave_out(&mut page);
    // The menus above an article are of names and nouns.
    let body = || page.blocks.iter().filter(|block| block.part == SentencePart::Body).map(|block| block.text.as_str());
    page.language = match body().next() {
        Some(_) => language(body(), script_of_lines),
        None => language([text].into_iter(), script_of_lines),
    };
    page
}

/// Where the article's running text stands among the lines: the stretch of
/// most weight, where running text weighs its words, and what lies between
/// weighs against it.
///
/// This is the maximum subarray problem (Bentley, *Programming Pearls*,
/// column 8), as Pasternack and Roth put it to use for articles (*Extracting
/// Article Text from the Web with Maximum Subsequence Segmentation*, WWW
/// 2009).
fn running_text(lines: &[Line]) -> std::ops::Range<usize> {
    let (mut best, mut best_weight) = (0..0, 0_i64);
    let (mut start, mut weight) = (0, 0_i64);
    for (index, line) in lines.iter().enumerate() {
        if weight > WEIGHT_OF_AN_ARTICLE && heads_comments(line) {
            break;
        }
        if weight <= 0 {
            start = index;
            weight = 0;
        }
        weight += line.weight();
        if weight > best_weight {
            best_weight = weight;
            best = start..index + 1;
        }
    }
    best
}

/// Text of such weight is an article's; what readers write below is none of it.
const WEIGHT_OF_AN_ARTICLE: i64 = 300;

fn heads_comments(line: &Line) -> bool {
    line.kind == Kind::Section && line.text.to_ascii_lowercase().contains("comment")
}

/// Where the running text begins after a headline that ends as a sentence does:
/// `Does the Bridge Stand?`, and the same again in a bar or a box.
fn after_the_headline(lines: &[Line], body: std::ops::Range<usize>) -> usize {
    let top = lines.get(body.clone()).unwrap_or_default();
    let Some(first) = top.first().filter(|line| line.repeated && WORDS_OF_A_HEADLINE.contains(&line.words)) else {
        return body.start;
    };
    let alike = top.iter().take_while(|line| line.hash == first.hash).count();
    // Paragraphs follow, and not only what is as short.
    let follows = top.iter().skip(alike).take(LINES_ABOVE_A_STAMP).any(|line| line.words > first.words);
    if follows { body.start + alike } else { body.start }
}

/// Where the running text begins after the line below the headline that says
/// who publishes it: `From Delta Press, the free newspaper!`
fn after_the_source(lines: &[Line], body: std::ops::Range<usize>) -> usize {
    let first = lines.get(body.start).filter(|line| body.start > 0 && source(&line.text).is_some());
    body.start + usize::from(first.is_some())
}

/// Where the running text begins after the dates that stand near its top: a
/// headline that asks, or a standfirst, is above them.
fn after_the_stamps(lines: &[Line], body: std::ops::Range<usize>) -> usize {
    let top = lines.get(body.clone()).unwrap_or_default().iter().take(LINES_ABOVE_A_STAMP);
    let stamps = top
        .enumerate()
        .filter(|(_, line)| line.kind == Kind::Short && line.stamp().is_some_and(|stamp| stamp.is_alone()));
    let Some((last, _)) = stamps.max_by_key(|(at, _)| *at) else { return body.start };
    // Paragraphs above them are the article's.
    let above = lines.get(body.start..body.start + last).unwrap_or_default();
    let is_text =
        |line: &Line| line.kind == Kind::Prose && (line.words > *WORDS_OF_A_HEADLINE.end() || is_statement(&line.text));
    if above.iter().any(is_text) { body.start } else { body.start + last + 1 }
}

/// Where the running text ends with a last paragraph that weighs too little:
/// one of a few words, or one behind a picture or a control of the page.
fn with_last_words(lines: &[Line], body: std::ops::Range<usize>) -> usize {
    let after = lines.get(body.end..).unwrap_or_default();
    let is_last = |line: &Line| match line.kind {
        Kind::Prose => is_statement(&line.text) || line.text.ends_with(['”', '"']),
        Kind::Short => line.words > 1 && is_statement(&line.text) && line.stamp().is_none(),
        Kind::Clutter | Kind::Section => false,
    };
    let near = after.iter().take(LINES_BEFORE_THE_LAST_WORDS + 1).take_while(|line| line.kind != Kind::Section);
    let last = near.enumerate().find(|(_, line)| is_last(line)).filter(|_| body.len() > 1);
    last.map_or(body.end, |(at, _)| body.end + at + 1)
}

/// Between the last words and the text before them stand no more lines of the
/// page's own.
const LINES_BEFORE_THE_LAST_WORDS: usize = 1;

/// Dates stand within so many lines of the headline.
const LINES_ABOVE_A_STAMP: usize = 5;

/// The lines above the running text: headline, byline, dates, publisher.
fn header(lines: &[Line], body: &[Line], page: &mut Page) {
    let stamps: Vec<Option<Stamp>> = lines.iter().map(Line::stamp).collect();
    let headline = headline(lines, &stamps, body);
    if let Some((_, text)) = &headline {
        page.headline = Some((*text).to_owned());
    }
    let mut below = Vec::new();
    // Below the headline stands the article's own date; near above it that of
    // another one may.
    let (mut own, mut near_above) = (Vec::<(u8, StatedDate)>::new(), Vec::new());
    // Far above the headline a page says what day it is.
    let mut of_today = Vec::new();
    for (index, (line, stamp)) in lines.iter().zip(&stamps).enumerate() {
        let is_above = headline.as_ref().is_some_and(|(at, _)| index < *at);
        let is_right_below = headline.as_ref().is_some_and(|(at, _)| (at + 1..at + 3).contains(&index));
        let from = || source(&line.text).filter(|_| is_right_below);
        if let Some(name) = publisher_of_line(&line.text).or_else(from) {
            page.publisher.get_or_insert(name);
            page.byline = page.byline.take().or_else(|| byline(&line.text));
        } else if let Some(paper) = newspaper(&line.text).filter(|_| {
            // Beside the date or the byline, or above all.
            let beside = index.saturating_sub(2)..(index + 3).min(lines.len());
            index == 0
                || stamps.get(beside.clone()).is_some_and(|near| near.iter().any(Option::is_some))
                || lines.get(beside).is_some_and(|near| near.iter().any(|line| byline(&line.text).is_some()))
        }) && stamp.is_none()
        {
            page.publisher.get_or_insert_with(|| paper.to_owned());
        } else if let Some(stamp) = stamp {
            // `Delft Gazette | May 2, 2021`
            if let Some(paper) = newspaper(&line.text).filter(|_| line.text.contains('|')) {
                page.publisher.get_or_insert_with(|| paper.to_owned());
            }
            if let Some(name) = &stamp.byline {
                page.byline.get_or_insert_with(|| name.clone());
            }
            let far = headline.as_ref().is_some_and(|(at, _)| index + LINES_ABOVE_A_STAMP < *at);
            let dates = match (far, is_above) {
                (true, _) => &mut of_today,
                (false, true) => &mut near_above,
                (false, false) => &mut own,
            };
            // `First published on Tue 2 May 2021`, below the day of what it is now.
            let order = if line.text.starts_with("First ") { 0 } else { 1 + u8::from(stamp.is_update) };
            dates.push((order, stamp.date.clone()));
            if stamp.place.is_some() {
                below.push(Block { text: line.text.clone(), part: SentencePart::Body, source: line.source });
            }
        } else if let Some(name) = byline(&line.text) {
            page.byline.get_or_insert(name);
        } else if let Some(date) =
            headline.as_ref().filter(|(at, _)| index > *at && line.kind == Kind::Short).and_then(|_| signed(&line.text))
        {
            own.push((1, date));
        } else if !is_above && matches!(line.kind, Kind::Short | Kind::Prose) {
            below.extend(headline.as_ref().and_then(|(at, text)| below_headline(line, index, *at, text)));
        }
    }
    if let Some((at, text)) = headline
        && let Some(line) = lines.get(at)
    {
        page.blocks.push(Block { text: text.to_owned(), part: SentencePart::Headline, source: line.source });
    }
    page.blocks.append(&mut below);
    own.append(&mut near_above);
    // What a page says of a later version comes last.
    order::sort_by(&mut own, &|(one, _), (other, _)| one.cmp(other));
    own.append(&mut of_today);
    page.stated.extend(own.into_iter().map(|(_, date)| date));
}

/// What a line between the headline and the running text is: a caption, or
/// the line that tells more of the headline.
fn below_headline(line: &Line, index: usize, at: usize, headline: &str) -> Option<Block> {
    if index == at {
        return None;
    }
    let text = line.text.strip_prefix(headline).unwrap_or(&line.text).trim_start_matches(is_space);
    let block = |text: &str, part| Block { text: text.to_owned(), part, source: line.source };
    match credit(text) {
        Some(end) => {
            let caption = caption(text, end);
            (caption.split(' ').count() >= FEWEST_WORDS_OF_A_SENTENCE).then(|| block(caption, SentencePart::Caption))
        }
        None => (index == at + 1 && line.words >= 8 && !text.is_empty()).then(|| block(text, SentencePart::Body)),
    }
}

/// The words under a picture without its credit, which begins at `end`.
fn caption(text: &str, end: usize) -> &str {
    text.get(..end).unwrap_or("").trim_end_matches(|c| is_space(c) || matches!(c, '(' | '/' | '|'))
}

/// The running text, with the headings in it; lists of links are left out.
fn body_blocks(lines: &[Line], page: &mut Page) {
    let mut index = 0;
    let mut seen: Set<u64> = Set::new();
    while let Some(line) = lines.get(index) {
        match line.kind {
            Kind::Prose | Kind::Short
                if index.checked_sub(1).is_some_and(|at| lines.get(at).is_some_and(heads_a_caption)) =>
            {
                page.blocks.push(Block { text: line.text.clone(), part: SentencePart::Caption, source: line.source });
                index += 1;
            }
            // A paragraph that stands twice is kept once, and so is one with the credit of its picture.
            Kind::Prose if !seen.insert(line.hash) || lines.get(index + 1).is_some_and(|next| next.goes_on(line)) => {
                index += 1;
            }
            Kind::Prose => {
                let part = if is_caption(&line.text) { SentencePart::Caption } else { SentencePart::Body };
                let credited = credit(&line.text).filter(|_| part == SentencePart::Caption);
                let text = credited.map_or(&*line.text, |at| caption(&line.text, at));
                page.blocks.push(Block { text: text.to_owned(), part, source: line.source });
                index += 1;
            }
            Kind::Short => {
                let run = lines.iter().skip(index).take_while(|line| line.kind == Kind::Short).count();
                let run_of_lines = || lines.iter().skip(index).take(run);
                if run < LINKS_IN_A_ROW {
                    run_of_lines().for_each(|line| short_block(line, page));
                } else if page.stated.is_empty() && page.blocks.len() <= BLOCKS_ABOVE_A_STAMP {
                    // Byline, day and credit in a row are no links.
                    page.stated.extend(run_of_lines().find_map(Line::stamp).map(|stamp| stamp.date));
                }
                index += run;
            }
            Kind::Clutter | Kind::Section => index += 1,
        }
    }
}

/// `Media caption,`
fn heads_a_caption(line: &Line) -> bool {
    line.words == 2 && line.text.trim_end_matches([',', ':']).to_ascii_lowercase().ends_with(" caption")
}

/// A line of sentences that stand under a picture: they say who is where in it,
/// that it is of another day, or whose it is.
fn is_caption(text: &str) -> bool {
    const OF_PICTURES: [&str; 7] = ["hoto", "mage", "icture", "redit", "EUTERS/", "euters/", "ource: "];
    let credited = || credit(text).and_then(|at| text.get(at..));
    text.starts_with("FILE ")
        || says_who_is_where(text)
        || credited().is_some_and(|credit| OF_PICTURES.iter().any(|word| credit.contains(word)))
}

/// A short line among running text: a date, a caption, or a heading.
fn short_block(line: &Line, page: &mut Page) {
    if let Some(stamp) = line.stamp() {
        page.stated.push(stamp.date);
        return;
    }
    if let Some(at) = credit(&line.text) {
        let text = caption(&line.text, at);
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
        page.stated.push(StatedDate { text: text.unwrap_or_default(), when, kind: super::StatedKind::Dateline });
    }
    page.publisher = agency.or(publisher).or(page.publisher.take());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::StatedKind;

    fn parts(page: &Page) -> Vec<(&str, SentencePart)> {
        page.blocks.iter().map(|block| (block.text.as_str(), block.part)).collect()
    }

    const LEAD: &str = "The mayor of Delft opened the old bridge over the canal on Monday after two years of repairs.";
    const SECOND: &str = "Hundreds of people watched from boats while the band of the fire brigade played in the rain.";

    #[test]
    fn what_clings_to_an_article_is_left_out() {
        let text = format!(
            "Skip to content\nMenu\nHome / News / Delft\nThe mayor opens the old bridge\nBy Ada Berg\nPublished: 2 May 2021\n\n\
             Share on Facebook\nThe mayor on the bridge. Photo by Bo Carter\n\n{LEAD}\n\nADVERTISEMENT\n\n{SECOND}\n\n{SECOND}\n\n\
             Related Articles\nCat found in a tree\nBakery wins a prize\nRiver rises again\n\n\
             Subscribe to our newsletter.\nWe use cookies to improve your visit."
        );
        let page = parse(&text);
        assert_eq!(page.headline.as_deref(), Some("The mayor opens the old bridge"));
        assert_eq!(page.byline.as_deref(), Some("Ada Berg"));
        assert_eq!(page.stated.len(), 1);
        assert_eq!(page.stated[0].when.as_str(), "2021-05-02");
        assert_eq!(
            parts(&page),
            [
                ("The mayor opens the old bridge", SentencePart::Headline),
                ("The mayor on the bridge.", SentencePart::Caption),
                (LEAD, SentencePart::Body),
                (SECOND, SentencePart::Body),
            ]
        );
    }

    #[test]
    fn what_readers_write_below_is_none_of_the_article_s() {
        let paragraphs: Vec<String> = (0..10).map(|at| format!("{at}. {LEAD}")).collect();
        let text = format!("The mayor opens it\n\n{}\n\nComments\nBo says:\n{SECOND}", paragraphs.join("\n\n"));
        assert!(!parts(&parse(&text)).iter().any(|(text, _)| *text == SECOND));
    }

    #[test]
    fn sentences_under_a_picture_are_its_caption() {
        for caption in [
            "FILE - The mayor of Delft stands on the old bridge on Sunday.",
            "The mayor (left) and a fisherman stand on the old bridge on Sunday.",
        ] {
            let page = parse(&format!("The mayor opens it\n\n{LEAD}\n\n{caption}\n\n{SECOND}"));
            assert!(parts(&page).contains(&(caption, SentencePart::Caption)), "{:?}", parts(&page));
        }
    }

    #[test]
    fn what_a_picture_is_called_is_kept_once_with_its_caption() {
        let name = "The mayor of Delft stands on the bridge.";
        for credit in ["Credit: Bo Carter", "REUTERS/Bo Carter", "Source: XPA"] {
            let page = parse(&format!(
                "The mayor opens it\n\n{LEAD}\n\nMedia caption,\nThe band plays in the rain\n\n{name}\n{name} {credit}\n\n{SECOND}"
            ));
            let captions = [("The band plays in the rain", SentencePart::Caption), (name, SentencePart::Caption)];
            assert_eq!(parts(&page)[2..4], captions, "{credit}");
            assert_eq!(page.blocks.len(), 5);
        }
    }

    #[test]
    fn an_article_goes_on_after_a_box_of_links() {
        let text = format!(
            "The mayor opens the old bridge\n\n{LEAD}\n\nRead also\nCat found in a tree\n\n{SECOND}\n\nThe bridge of Delft is free for all who walk."
        );
        let page = parse(&text);
        assert!(parts(&page).iter().any(|(text, _)| *text == SECOND));
        assert!(!parts(&page).iter().any(|(text, _)| *text == "Read also"));
    }

    #[test]
    fn another_script_in_a_short_run_is_none_of_the_article_s() {
        let text = format!(
            "The mayor opens the old bridge\n\nПОДЕЛИТЬСЯ\n\n{LEAD}\n\n{SECOND}\n\nЧитайте также\nCat found in a tree\nBakery wins a prize"
        );
        let page = parse(&text);
        assert_eq!(page.blocks.len(), 3);
        assert_eq!(page.language.as_deref(), Some("en"));
    }

    #[test]
    fn a_short_line_that_stands_again_and_again_is_left_out() {
        let text = format!(
            "The mayor opens the old bridge\n\n{LEAD}\n\nGo on\n\n{SECOND}\n\nGo on\n\nA wide river\n\nGo on\n\n\
             The bridge of Delft is free for all who walk, and for all who ride a bicycle to their work."
        );
        let page = parse(&text);
        assert!(!parts(&page).iter().any(|(text, _)| *text == "Go on"));
        assert!(parts(&page).iter().any(|(text, _)| *text == "A wide river"), "a heading is no list of links");
    }

    #[test]
    fn a_lead_that_stands_twice_is_kept_once() {
        let text = format!("The mayor opens the old bridge\n\n{LEAD}\n\nПОДЕЛИТЬСЯ\n\n{LEAD}\n\n{SECOND}");
        assert_eq!(parts(&parse(&text)).iter().filter(|(text, _)| *text == LEAD).count(), 1);
    }

    #[test]
    fn an_official_record_states_its_place_and_its_publisher() {
        let text = "Font size:\n\nOfficial website of the City of Delft\n\nMeeting of the mayor with the council\n\nMay 2, 2021, Delft\n\n\
             The mayor of Delft met with the council in the town hall to speak about the bridge.\n\n\
             Mayor of Delft Ada Berg: Good morning, I am glad to see you.\n\nCouncillor Bo Carter: Good morning.\n\nMay 2, 2021, Delft";
        let page = parse(text);
        assert_eq!(page.kind, ArticleKind::Transcript);
        assert_eq!(page.publisher.as_deref(), Some("Official website of the City of Delft"));
        assert_eq!(page.headline.as_deref(), Some("Meeting of the mayor with the council"));
        assert_eq!(page.stated[0].kind, StatedKind::Record);
        assert_eq!(page.dateline.as_ref().map(|dateline| dateline.place.as_str()), Some("Delft"));
        assert_eq!(page.blocks.len(), 5, "the repeated record is left out: {:?}", parts(&page));
    }

    #[test]
    fn a_dateline_names_place_and_agency() {
        let page = parse(&format!("The mayor opens the old bridge\n\nDELFT, May 2 (XPA) – {LEAD}\n\n{SECOND}"));
        let dateline = page.dateline.unwrap();
        assert_eq!((dateline.place.as_str(), dateline.month_day, dateline.block), ("DELFT", Some((5, 2)), 1));
        assert_eq!(page.publisher.as_deref(), Some("XPA"));
    }

    #[test]
    fn a_short_last_paragraph_is_kept() {
        for last in ["ADVERTISEMENT\n\nThe mayor wept.", "She wept.", "Photo by Bo Carter\n\n“We did it,” she said."]
        {
            let page =
                parse(&format!("The mayor opens the old bridge\n\n{LEAD}\n\n{SECOND}\n\n{last}\n\nShare\n\nPrint"));
            let end = page.blocks.last().map(|block| block.text.as_str());
            assert_eq!(end, last.rsplit('\n').next(), "{last}");
        }
    }

    #[test]
    fn the_date_below_the_headline_comes_before_those_of_other_articles() {
        let stated = |lines: &str| {
            let page = parse(&format!("{lines}\n\n{LEAD}\n\n{SECOND}"));
            page.stated.first().map(|date| date.when.to_string())
        };
        let other = "Cat found in a tree\nMay 1, 2021\nThe mayor opens the old bridge\nAda Berg\nMay 2, 2021";
        assert_eq!(stated(other).as_deref(), Some("2021-05-02"));
        let later = "The mayor opens the old bridge\nUpdated: 10:05, 3 May 2021\nPublished: 22:04, 2 May 2021";
        assert_eq!(stated(later).as_deref(), Some("2021-05-02"));
        let first = "The mayor opens the old bridge\nMon 3 May 2021\nFirst published on Sun 2 May 2021";
        assert_eq!(stated(first).as_deref(), Some("2021-05-02"));
        let figures = "The mayor opens the old bridge\n05/02/2021 - 13:55 GMT";
        assert_eq!(stated(figures).as_deref(), Some("2021-02-05"));
    }

    #[test]
    fn exotic_spaces_are_folded_and_the_source_is_kept() {
        let text = format!("The\u{a0}mayor\u{2009}opens the old\u{200b} bridge\n\n{LEAD}");
        let page = parse(&text);
        assert_eq!(page.headline.as_deref(), Some("The mayor opens the old bridge"));
        assert_eq!(page.blocks[0].source.of(&text), "The\u{a0}mayor\u{2009}opens the old\u{200b} bridge");
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        for text in ["", "\n\n", "Menu", "…", "123"] {
            let page = parse(text);
            assert!(page.stated.is_empty() && page.dateline.is_none() && page.blocks.len() <= 1, "{text}");
        }
    }
}
