//! When an article was published: what the page states, weighed against what
//! the text shows.
//!
//! What an article's own record or dateline states comes first. A date
//! without a year gets its year by constraint. A stamp of the carrying page
//! may be days late, so it counts only where the text shows nothing. Each
//! step uses the dates that the steps before it found, of all the articles,
//! so that the order of the articles does not matter.

use std::collections::BTreeSet;

use story::{Basis, Day, Published, When};

use super::direction::Direction;
use super::scan;
use crate::document::Document;
use crate::page::{Page, StatedKind};
use crate::text::is_space;

/// One of the articles of a story, whose date is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// What its page states.
    pub page: &'a Page,
    /// Its text.
    pub document: &'a Document,
}

/// A name that a place bore for a time: an article that uses it is of that
/// time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameInForce {
    /// The name: `Leningrad`.
    pub name: String,
    /// Since when; nothing for always.
    pub from: Option<When>,
    /// Until when; nothing for still.
    pub to: Option<When>,
}

/// The years that a date without one may be of, where nothing else bounds it.
const YEARS: std::ops::RangeInclusive<i64> = 1945..=2100;

/// A stamp follows the article that it is put on within so many days.
const LATEST_STAMP: i64 = 31;

/// Two sentences that share so many words of more than three letters, and the
/// same `tomorrow`, were said on the same day.
const WORDS_OF_THE_SAME_UTTERANCE: usize = 4;

/// A story's articles are near in time: a year further away than this from
/// the others is not taken from them.
const NEAR_THE_OTHERS: i64 = 3 * 366;

/// The dates of publication of the articles of one story, in their order.
///
/// What is missing is inferred by constraint: a weekday beside a day without
/// a year, the names that were in force, the other articles of the story.
/// `because` says from what. Nothing where nothing decides.
pub fn publication(articles: &[Candidate<'_>], names: &[NameInForce]) -> Vec<Option<Published>> {
    let steps: [fn(&Candidate<'_>, &[NameInForce], &[Dated<'_>]) -> Option<Published>; 5] =
        [stated, year_alone, year_by_others, stamped, told];
    let mut found: Vec<Option<Published>> = vec![None; articles.len()];
    for step in steps {
        let known: Vec<Dated<'_>> = articles
            .iter()
            .zip(&found)
            .filter_map(|(article, published)| Some(Dated { article, when: &published.as_ref()?.when }))
            .collect();
        let next: Vec<Option<Published>> = articles
            .iter()
            .zip(&found)
            .map(|(article, published)| published.clone().or_else(|| step(article, names, &known)))
            .collect();
        found = next;
    }
    found
}

/// An article whose date is known already.
struct Dated<'a> {
    article: &'a Candidate<'a>,
    when: &'a When,
}

impl Dated<'_> {
    fn day(&self) -> Option<Day> {
        self.when.first_day()
    }
}

fn inferred(day: Day, because: String) -> Published {
    Published { when: When::day(day), basis: Basis::Inferred, because: Some(because) }
}

/// The article's own record or dateline, with its year.
fn stated(article: &Candidate<'_>, _: &[NameInForce], _: &[Dated<'_>]) -> Option<Published> {
    let own = |kind: StatedKind| matches!(kind, StatedKind::Record | StatedKind::Dateline);
    let date = article.page.stated.iter().find(|date| own(date.kind))?;
    Some(Published { when: date.when.clone(), basis: Basis::Stated, because: None })
}

/// The days that the dateline's day may be, and what narrowed them.
fn candidates(article: &Candidate<'_>, names: &[NameInForce]) -> Option<(Vec<Day>, Vec<String>)> {
    let dateline = article.page.dateline.as_ref()?;
    let (month, day) = dateline.month_day?;
    let mut because = Vec::new();
    let mut days: Vec<Day> = YEARS.map(|year| Day::from_civil(year, month, day)).collect();
    // What the text tells as past was before it.
    if let Some(year) = latest_past_year(article.document) {
        days.retain(|day| day.to_civil().0 >= year);
    }
    let in_force: Vec<&NameInForce> =
        names.iter().filter(|name| name.name.eq_ignore_ascii_case(&dateline.place)).collect();
    if !in_force.is_empty() {
        let before = days.len();
        days.retain(|day| in_force.iter().any(|name| name.holds_on(*day)));
        if days.len() < before {
            because.push(format!("the place was named {} then", dateline.place));
        }
    }
    if let Some((weekday, name)) = weekday_of_the_opening(article.document) {
        let fitting: Vec<Day> = days.iter().copied().filter(|day| day.weekday() == weekday).collect();
        if !fitting.is_empty() {
            days = fitting;
            because.push(format!("the day was a {name}"));
        }
    }
    Some((days, because))
}

impl NameInForce {
    fn holds_on(&self, day: Day) -> bool {
        let begun = self.from.as_ref().and_then(When::first_day).is_none_or(|from| from <= day);
        let over = self.to.as_ref().and_then(When::last_day).is_some_and(|to| to < day);
        begun && !over
    }
}

/// The dateline's year, where its own constraints leave one.
fn year_alone(article: &Candidate<'_>, names: &[NameInForce], _: &[Dated<'_>]) -> Option<Published> {
    let (days, because) = candidates(article, names)?;
    match days.as_slice() {
        [day] if !because.is_empty() => Some(inferred(*day, dateline_because(article, &because))),
        _ => None,
    }
}

/// The dateline's year, by its page's stamp or the other articles.
fn year_by_others(article: &Candidate<'_>, names: &[NameInForce], known: &[Dated<'_>]) -> Option<Published> {
    let (days, mut because) = candidates(article, names)?;
    if let Some(stamp) = article.page.stated.iter().find(|date| date.kind == StatedKind::Stamp)
        && let Some(stamped) = stamp.when.first_day()
        && let Some(day) = days.iter().find(|day| (0..=LATEST_STAMP).contains(&(stamped.0 - day.0)))
    {
        because.push(format!("its page is stamped {}", stamp.when));
        return Some(inferred(*day, dateline_because(article, &because)));
    }
    let middle = median(known)?;
    let day = days.into_iter().min_by_key(|day| (day.0 - middle.0).abs())?;
    if (day.0 - middle.0).abs() > NEAR_THE_OTHERS {
        return None;
    }
    because.push(format!("the other articles of the story are of {}", middle.to_civil().0));
    Some(inferred(day, dateline_because(article, &because)))
}

fn dateline_because(article: &Candidate<'_>, because: &[String]) -> String {
    let dateline = article.page.dateline.as_ref();
    let words = dateline.and_then(|dateline| Some(dateline.span.of(&article.page.blocks.get(dateline.block)?.text)));
    format!(
        "the dateline says \u{201c}{}\u{201d}; {}",
        words.unwrap_or_default().trim_matches(is_space),
        because.join(", ")
    )
}

/// The page's stamp; or, where the article says `tomorrow` in the words of
/// another one, that one's day.
fn stamped(article: &Candidate<'_>, _: &[NameInForce], known: &[Dated<'_>]) -> Option<Published> {
    let stamp = article.page.stated.iter().find(|date| date.kind == StatedKind::Stamp)?;
    let stamped = stamp.when.first_day()?;
    let own = near_day_sentences(article.document);
    let mut same: Vec<Day> = Vec::new();
    for other in known {
        let Some(day) =
            other.day().filter(|day| other.when.is_one_day() && (1..=LATEST_STAMP).contains(&(stamped.0 - day.0)))
        else {
            continue;
        };
        if share_an_utterance(&own, &near_day_sentences(other.article.document)) {
            same.push(day);
        }
    }
    if let Some(day) = same.into_iter().max() {
        let why = format!(
            "it quotes what was said on {}, \u{201c}tomorrow\u{201d} and all; {} is a stamp of the page",
            When::day(day),
            stamp.when
        );
        return Some(inferred(day, why));
    }
    Some(Published { when: stamp.when.clone(), basis: Basis::Stated, because: None })
}

/// The month of the latest day that the text tells as past, in the year that
/// the other articles point to.
fn told(article: &Candidate<'_>, _: &[NameInForce], known: &[Dated<'_>]) -> Option<Published> {
    let (month, day, words) = latest_told_day(article.document)?;
    let middle = median(known)?;
    let announced = |day: Day| known.iter().any(|other| announces(other, day));
    let years = middle.to_civil().0 - 2..=middle.to_civil().0 + 3;
    let days: Vec<Day> = years.map(|year| Day::from_civil(year, month, day)).collect();
    let (day, why) = match days.iter().copied().filter(|day| announced(*day)).min() {
        Some(day) => (day, "another article of the story announces it"),
        None => {
            (days.into_iter().min_by_key(|day| (day.0 - middle.0).abs())?, "the other articles of the story are near")
        }
    };
    let (year, month, _) = day.to_civil();
    let when = When::month(year, month).ok()?;
    Some(Published {
        when,
        basis: Basis::Inferred,
        because: Some(format!("it tells of \u{201c}{words}\u{201d} as past; {why}")),
    })
}

/// The day in the middle of those that are known.
fn median(known: &[Dated<'_>]) -> Option<Day> {
    let mut days: Vec<Day> = known.iter().filter_map(Dated::day).collect();
    days.sort_unstable();
    days.get(days.len() / 2).copied()
}

/// Whether the article looks ahead to a time, no longer than a season, that
/// holds `day`.
fn announces(article: &Dated<'_>, day: Day) -> bool {
    let Some(published) = article.when.last_day() else { return false };
    scan(article.article.document, Some(article.when)).iter().any(|scanned| {
        let Some(value) = &scanned.expression.value else { return false };
        let ahead = value.first_day().is_some_and(|first| first > published);
        ahead && value.days().is_some_and(|days| days <= 92) && value.covers(&When::day(day))
    })
}

/// The weekday in the opening paragraph, if it names one, with its name.
fn weekday_of_the_opening(document: &Document) -> Option<(u8, String)> {
    let body = document.sentences.iter().position(|sentence| sentence.part == story::SentencePart::Body)?;
    let paragraph = document.sentences.get(body)?.paragraph;
    scan(document, None).into_iter().find_map(|scanned| {
        let sentence = document.sentences.get(scanned.sentence)?;
        let weekday = scanned.expression.timex_value.strip_prefix("XXXX-WXX-")?.get(..1)?.parse::<u8>().ok()?;
        let near = sentence.paragraph == paragraph || scanned.sentence <= body + 2;
        near.then(|| (weekday.saturating_sub(1), document.slice(scanned.expression.span).to_owned()))
    })
}

/// The latest year that the text tells as past.
fn latest_past_year(document: &Document) -> Option<i64> {
    let scanned = scan(document, None);
    let years = scanned.iter().filter(|scanned| scanned.direction != Direction::Ahead).filter_map(|scanned| {
        let value = scanned.expression.value.as_ref()?;
        (!value.is_interval()).then(|| value.first_day())?.map(|day| day.to_civil().0)
    });
    years.max()
}

/// The latest day without a year that the text tells as past.
fn latest_told_day(document: &Document) -> Option<(u8, u8, String)> {
    let days = scan(document, None).into_iter().filter_map(|scanned| {
        if scanned.direction == Direction::Ahead {
            return None;
        }
        let (month, day) = scanned.expression.timex_value.strip_prefix("XXXX-")?.split_once('-')?;
        let words = document.slice(scanned.expression.span).to_owned();
        Some((month.parse().ok()?, day.parse().ok()?, words))
    });
    days.max_by_key(|(month, day, _): &(u8, u8, String)| (*month, *day))
}

/// The sentences that say `today`, `yesterday` or `tomorrow`: which day they
/// count, and their longer words.
fn near_day_sentences(document: &Document) -> Vec<(String, BTreeSet<String>)> {
    scan(document, None)
        .into_iter()
        .filter_map(|scanned| {
            let word = document.slice(scanned.expression.span).to_lowercase();
            if !matches!(word.as_str(), "today" | "yesterday" | "tomorrow") {
                return None;
            }
            let sentence = document.sentences.get(scanned.sentence)?;
            let words = document
                .slice(sentence.span)
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| word.chars().count() > 3)
                .map(str::to_lowercase)
                .collect();
            Some((word, words))
        })
        .collect()
}

fn share_an_utterance(one: &[(String, BTreeSet<String>)], other: &[(String, BTreeSet<String>)]) -> bool {
    one.iter().any(|(day, words)| {
        other.iter().any(|(other_day, other_words)| {
            let shared = words.intersection(other_words).filter(|word| *word != day).count();
            day == other_day && shared >= WORDS_OF_THE_SAME_UTTERANCE
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{page, sentences};

    fn published(texts: &[&str], names: &[NameInForce]) -> Vec<Option<(String, Basis)>> {
        let pages: Vec<Page> = texts.iter().map(|text| page::parse(text)).collect();
        let documents: Vec<Document> = pages.iter().map(sentences::document).collect();
        let articles: Vec<Candidate<'_>> =
            pages.iter().zip(&documents).map(|(page, document)| Candidate { page, document }).collect();
        let found = publication(&articles, names);
        found.into_iter().map(|found| found.map(|found| (found.when.to_string(), found.basis))).collect()
    }

    fn some(when: &str, basis: Basis) -> Option<(String, Basis)> {
        Some((when.to_owned(), basis))
    }

    const RECORD: &str = "The mayor meets the council\n\nMay 2, 2021, Delft\n\nThe mayor met the council in Delft. “Tomorrow we shall open the new bridge over the canal,” she said.\n\nThe council will meet again in September.";

    #[test]
    fn an_own_record_is_stated() {
        assert_eq!(published(&[RECORD], &[]), [some("2021-05-02", Basis::Stated)]);
    }

    #[test]
    fn a_year_follows_from_the_weekday_and_the_name_in_force() {
        let text = "Mayors to meet\n\nLENINGRAD, July 14 – The mayors will hold talks on Friday, the office said.\n\nThe treaty was signed in 1984.";
        let names = [NameInForce {
            name: "Leningrad".to_owned(),
            from: When::parse("1924-01-26").ok(),
            to: When::parse("1991-09-06").ok(),
        }];
        assert_eq!(published(&[text], &names), [some("1989-07-14", Basis::Inferred)]);
        assert_eq!(published(&[text], &[]), [None], "nothing decides");
    }

    #[test]
    fn a_year_follows_from_the_other_articles() {
        let text = "Mayors meet\n\nDELFT, May 3 (XPA) – The mayors held talks on Monday, the office said.";
        assert_eq!(published(&[text, RECORD], &[])[0], some("2021-05-03", Basis::Inferred));
        assert_eq!(published(&[RECORD, text], &[])[1], some("2021-05-03", Basis::Inferred), "in whichever order");
    }

    #[test]
    fn a_stamp_gives_way_to_what_the_text_shows() {
        let text = "date 2021-05-05 The mayor speaks of the bridge\nThe mayor spoke to the council in the town hall.\n“Tomorrow we open the new bridge over the old canal,” she said.";
        assert_eq!(published(&[text], &[]), [some("2021-05-05", Basis::Stated)]);
        assert_eq!(published(&[text, RECORD], &[])[0], some("2021-05-02", Basis::Inferred));
    }

    #[test]
    fn what_was_announced_dates_the_report_of_it() {
        let text = "Council meets\n\nThe council of Delft met in the town hall on September 14.\n\nThe mayor spoke for an hour.";
        assert_eq!(published(&[text, RECORD], &[])[0], some("2021-09", Basis::Inferred));
    }
}
