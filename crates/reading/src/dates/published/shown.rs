//! What a text shows of its own time.

use story::{Day, SentencePart, When};

use crate::dates::direction::Direction;
use crate::dates::{Scanned, Times};
use crate::document::Document;
use crate::quotes::is_saying_verb;
use crate::sorted::Set;
use crate::span::Span;
use story::case::Case;

/// Plans for longer than a season are not said of a day.
const LONGEST_PLAN: i64 = 92;

/// A weekday within so many sentences of the opening is that of the news.
const SENTENCES_OF_THE_OPENING: usize = 2;

/// What a text shows of its own time, with no date known.
pub(super) struct Shown {
    /// The weekday that the opening names (Monday is 0), and its name.
    pub(super) weekday: Option<(u8, String)>,
    /// The latest year that the text tells as past.
    pub(super) latest_past_year: Option<i64>,
    /// The latest day without a year that the text tells as past: month, day
    /// and the words.
    pub(super) latest_told_day: Option<(u8, u8, String)>,
    /// The day of the news, with its year, that the first sentence gives, and the
    /// words.
    pub(super) day_of_the_lead: Option<(Day, String)>,
    /// The sentences that say `today`, `yesterday` or `tomorrow`: which, and
    /// their words of more than three letters, all in small letters.
    pub(super) near_days: Vec<(String, Set<String>)>,
}

impl Shown {
    pub(super) fn of(document: &Document, times: &Times) -> Self {
        let scanned = times.scan(&document.text, None);
        Self {
            weekday: weekday_of_the_opening(document, &scanned),
            latest_past_year: latest_past_year(&scanned),
            latest_told_day: latest_told_day(document, &scanned),
            day_of_the_lead: day_of_the_lead(document, &scanned),
            near_days: near_days(document, &scanned),
        }
    }
}

fn weekday_of_the_opening(document: &Document, scanned: &[Scanned]) -> Option<(u8, String)> {
    let body = document.sentences.iter().position(|sentence| sentence.part == SentencePart::Body)?;
    let paragraph = document.sentences.get(body)?.paragraph;
    let mut weekdays = scanned.iter().filter_map(|scanned| {
        let sentence = document.sentences.get(scanned.sentence)?;
        let weekday: u8 = scanned.expression.timex_value.strip_prefix("XXXX-WXX-")?.get(..1)?.parse().ok()?;
        let near = sentence.paragraph == paragraph || scanned.sentence <= body + SENTENCES_OF_THE_OPENING;
        near.then(|| (weekday.saturating_sub(1), document.slice(scanned.expression.span).to_owned()))
    });
    // Of two days either may be that of the news.
    let first = weekdays.next()?;
    weekdays.all(|(weekday, _)| weekday == first.0).then_some(first)
}

fn latest_past_year(scanned: &[Scanned]) -> Option<i64> {
    let past = scanned.iter().filter(|scanned| scanned.direction != Direction::Ahead);
    let years = past.filter_map(|scanned| {
        let value = scanned.expression.value.as_ref().filter(|value| !value.is_interval())?;
        Some(value.first_day()?.to_civil().0)
    });
    years.max()
}

fn latest_told_day(document: &Document, scanned: &[Scanned]) -> Option<(u8, u8, String)> {
    let past = scanned.iter().filter(|scanned| scanned.direction != Direction::Ahead);
    let days = past.filter_map(|scanned| {
        let (month, day) = scanned.expression.timex_value.strip_prefix("XXXX-")?.split_once('-')?;
        Some((month.parse().ok()?, day.parse().ok()?, document.slice(scanned.expression.span).to_owned()))
    });
    days.max_by_key(|(month, day, _): &(u8, u8, String)| (*month, *day))
}

/// `the council said on 3 May 2021`, `met on Monday 3 May 2021`: with its weekday,
/// or as the day of saying so, a day of the first sentence is that of the news and
/// not one of long ago.
fn day_of_the_lead(document: &Document, scanned: &[Scanned]) -> Option<(Day, String)> {
    let lead = document.sentences.iter().position(|sentence| sentence.part == SentencePart::Body)?;
    let start = document.sentences.get(lead)?.span.start;
    let mut of_lead = scanned.iter().filter(|scanned| scanned.sentence == lead);
    of_lead.find_map(|scanned| {
        let value = scanned.expression.value.as_ref().filter(|value| value.is_one_day())?;
        let words = document.slice(scanned.expression.span);
        let before = document.slice(Span::new(start, scanned.expression.span.start));
        let said = before.trim_end().trim_end_matches(" on").rsplit(' ').next().is_some_and(is_saying_verb);
        let is_news = scanned.direction != Direction::Ahead && (said || words.contains("day"));
        is_news.then(|| Some((value.first_day()?, words.to_owned()))).flatten()
    })
}

fn near_days(document: &Document, scanned: &[Scanned]) -> Vec<(String, Set<String>)> {
    let sentence_of = |scanned: &Scanned| {
        let word = document.slice(scanned.expression.span).to_small();
        if !matches!(word.as_str(), "today" | "yesterday" | "tomorrow") {
            return None;
        }
        let sentence = document.slice(document.sentences.get(scanned.sentence)?.span);
        let long = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
        Some((word, long.map(Case::to_small).collect()))
    };
    scanned.iter().filter_map(sentence_of).collect()
}

/// The times, no longer than a season, that a text published on `published`
/// looks ahead to: first and last day.
pub(super) fn plans(document: &Document, times: &Times, published: &When) -> Vec<(Day, Day)> {
    let Some(today) = published.last_day() else { return Vec::new() };
    let ahead = |scanned: Scanned| {
        let value = scanned.expression.value?;
        let span = value.first_day().zip(value.last_day())?;
        (span.0 > today && span.1.0 - span.0.0 <= LONGEST_PLAN).then_some(span)
    };
    times.scan(&document.text, Some(published)).into_iter().filter_map(ahead).collect()
}
