//! When an article was published: what the page states, weighed against what
//! the text shows.
//!
//! What an article's own record or dateline states comes first, then what its
//! page's markup says, unless a dateline is of another day. A date
//! without a year gets its year by constraint. A stamp of the carrying page
//! may be days late, so it counts only where the text shows nothing. Each
//! step uses the dates that the steps before it found, of all the articles,
//! so that the order of the articles does not matter.

mod alike;
mod shown;

use story::{Basis, Day, Published, When};

use self::alike::Alike;
use self::shown::Shown;
use super::direction::Direction;
use super::{Scanned, Times, in_words};
use crate::document::Document;
use crate::order;
use crate::page::{Page, StatedKind};
use crate::sorted::Map;
use crate::text::is_space;

/// One of the articles of a story, whose date is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// What its page states.
    pub page: &'a Page,
    /// Its text.
    pub document: &'a Document,
    /// When it was published, where that is known from elsewhere: it outranks
    /// what the page and the text say.
    pub given: Option<&'a When>,
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

impl NameInForce {
    fn holds_on(&self, day: Day) -> bool {
        let begun = self.from.as_ref().and_then(When::first_day).is_none_or(|from| from <= day);
        let over = self.to.as_ref().and_then(When::last_day).is_some_and(|to| to < day);
        begun && !over
    }
}

/// The years that a date without one may be of, where nothing else bounds it.
const YEARS: std::ops::RangeInclusive<i64> = 1945..=2100;

/// A stamp follows the article that it is put on within so many days.
const LATEST_STAMP: i64 = 31;

/// A report is published within so many days of its dateline, as clocks and
/// midnights have it.
const NEAR_THE_DATELINE: i64 = 1;

/// Two sentences that share so many words of more than three letters, and the
/// same `tomorrow`, were said on the same day.
const WORDS_OF_THE_SAME_UTTERANCE: usize = 4;

/// The day after what it tells of is no other day for a report: `July 3 – … on
/// Thursday`, on a Friday.
const NEXT_DAY: i64 = 1;

/// The others report the same news where the most alike is as near as that.
const SAME_NEWS: i64 = 7;

/// A story's articles are near in time: a year further away than this from
/// the most alike of the others is not taken from it.
const NEAR_THE_OTHERS: i64 = 3 * 366;

/// The dates of publication of the articles of one story, in their order.
///
/// What is missing is inferred by constraint: a weekday beside a day without
/// a year, the names that were in force, the other articles of the story.
/// `because` says from what. Nothing where nothing decides.
pub fn publication(articles: &[Candidate<'_>], names: &[NameInForce]) -> Vec<Option<Published>> {
    let times: Vec<Times> = articles.iter().map(|article| Times::of(article.document)).collect();
    publication_of(articles, &times, names)
}

/// [`publication`], for articles whose time expressions are read already.
pub fn publication_of(articles: &[Candidate<'_>], times: &[Times], names: &[NameInForce]) -> Vec<Option<Published>> {
    let mut found: Vec<Option<Published>> = articles.iter().map(Candidate::given_or_stated).collect();
    if found.iter().all(Option::is_some) {
        return found;
    }
    let shown: Vec<Shown> =
        articles.iter().zip(times).map(|(article, times)| Shown::of(article.document, times)).collect();
    let sources: Vec<Article<'_>> = articles
        .iter()
        .zip(times)
        .zip(&shown)
        .map(|((candidate, times), shown)| Article {
            page: candidate.page,
            document: candidate.document,
            times,
            shown,
            names,
        })
        .collect();
    fill(&mut found, |i| sources.get(i)?.year_alone());
    let alike = Alike::of(articles.iter().map(|article| article.document));
    let by_others = |found: &mut [Option<Published>]| {
        let known = found.to_vec();
        let middle = median(&known);
        fill(found, |i| sources.get(i)?.year_by_others(alike.day(i, &known, middle)));
    };
    by_others(&mut found);
    let utterances = Utterances::of(&sources, &found);
    fill(&mut found, |i| sources.get(i)?.stamped(&utterances));
    fill(&mut found, |i| sources.get(i)?.of_the_lead());
    // Now the stamps of the others tell their year, too.
    by_others(&mut found);
    if found.iter().any(Option::is_none) {
        let middle = median(&found);
        let plans = plans(&sources, &found);
        fill(&mut found, |i| sources.get(i)?.told(middle?, &plans));
    }
    found
}

/// The day that an article counts its days from: that of its publication; of a
/// page that is kept up to date, and tells of what came after, that of its last
/// change.
pub fn counted_from(page: &Page, document: &Document, published: Option<&When>) -> Option<When> {
    let later = || {
        let (published, changed) = (published?.last_day()?, page.changed.as_ref()?);
        let last = changed.first_day()?;
        let is_later = |found: &Scanned| {
            let told = found.expression.value.as_ref().filter(|told| told.as_str().len() >= A_MONTH);
            let day = told.and_then(When::first_day);
            found.direction != Direction::Ahead && day.is_some_and(|day| published < day && day <= last)
        };
        // Only of a page that was changed are the times read for this.
        let tells = published < last && Times::of(document).scan(&document.text, None).iter().any(is_later);
        tells.then(|| changed.clone())
    };
    later().filter(|_| cfg!(any(test, feature = "markup"))).or_else(|| published.cloned())
}

/// So long is a date that names its month; a year alone may be that of what is
/// to come.
const A_MONTH: usize = "2021-05".len();

/// Asks `date` for what is missing still.
fn fill(found: &mut [Option<Published>], date: impl Fn(usize) -> Option<Published>) {
    for (index, published) in found.iter_mut().enumerate() {
        if published.is_none() {
            *published = date(index);
        }
    }
}

/// The day in the middle of those that are known.
fn median(found: &[Option<Published>]) -> Option<Day> {
    let mut days: Vec<Day> = found.iter().flatten().filter_map(|published| published.when.first_day()).collect();
    order::sort(&mut days);
    days.get(days.len() / 2).copied()
}

/// The times, no longer than a season, that dated articles look ahead to.
fn plans(articles: &[Article<'_>], found: &[Option<Published>]) -> Vec<(Day, Day)> {
    let dated = articles.iter().zip(found).filter_map(|(article, published)| Some((article, published.as_ref()?)));
    dated.flat_map(|(article, published)| shown::plans(article.document, article.times, &published.when)).collect()
}

struct Article<'a> {
    page: &'a Page,
    document: &'a Document,
    times: &'a Times,
    shown: &'a Shown,
    names: &'a [NameInForce],
}

impl Candidate<'_> {
    /// What is known from elsewhere, or the article's own record or dateline,
    /// with its year.
    fn given_or_stated(&self) -> Option<Published> {
        let own = |kind: StatedKind| matches!(kind, StatedKind::Record | StatedKind::Dateline);
        let stated = self.page.stated.iter().find(|date| own(date.kind)).map(|date| &date.when);
        let when = self.given.or(stated).or_else(|| self.marked_up())?;
        Some(Published { when: when.clone(), basis: Basis::Stated, because: None })
    }

    /// What the page's markup says, unless the dateline is of another day: a
    /// page that carries an article later says its own day.
    fn marked_up(&self) -> Option<&When> {
        if !cfg!(any(test, feature = "markup")) {
            return None;
        }
        let when = &self.page.stated.iter().find(|date| date.kind == StatedKind::Markup)?.when;
        let day = when.first_day()?;
        let dateline = self.page.dateline.as_ref().and_then(|dateline| dateline.month_day);
        let agrees = dateline.is_none_or(|(month, of_month)| {
            let year = day.to_civil().0;
            let near = |year| (Day::from_civil(year, month, of_month).0 - day.0).abs() <= NEAR_THE_DATELINE;
            [year - 1, year, year + 1].into_iter().any(near)
        });
        agrees.then_some(when)
    }
}

impl Article<'_> {
    /// The days that the dateline's day may be, at most so many days after the weekday
    /// of the news, and what narrowed them.
    fn candidates(&self, latest: i64) -> Option<(Vec<Day>, Vec<String>)> {
        let dateline = self.page.dateline.as_ref()?;
        let (month, day) = dateline.month_day?;
        let mut because = Vec::new();
        let mut days: Vec<Day> = YEARS.map(|year| Day::from_civil(year, month, day)).collect();
        // What the text tells as past was before it.
        if let Some(year) = self.shown.latest_past_year {
            days.retain(|day| day.to_civil().0 >= year);
        }
        let in_force: Vec<&NameInForce> =
            self.names.iter().filter(|name| name.name.eq_ignore_ascii_case(&dateline.place)).collect();
        if !in_force.is_empty() {
            let before = days.len();
            days.retain(|day| in_force.iter().any(|name| name.holds_on(*day)));
            if days.len() < before {
                because.push(format!("the place was named {} then", dateline.place));
            }
        }
        if let Some((weekday, name)) = &self.shown.weekday {
            let fits = |day: &Day| (0..=latest).any(|later| Day(day.0 - later).weekday() == *weekday);
            let fitting: Vec<Day> = days.iter().copied().filter(fits).collect();
            if !fitting.is_empty() {
                days = fitting;
                let next = if latest == 0 { "" } else { ", or the next" };
                because.push(format!("the day was a {name}{next}"));
            }
        }
        Some((days, because))
    }

    /// The dateline's year, where its own constraints leave one.
    fn year_alone(&self) -> Option<Published> {
        let (days, because) = self.candidates(0)?;
        match days.as_slice() {
            [day] if !because.is_empty() => Some(inferred(*day, self.dateline_because(&because))),
            _ => None,
        }
    }

    /// The dateline's year, by its page's stamp or by the other articles: `near` is
    /// the day of the one that is most like it.
    fn year_by_others(&self, near: Option<Day>) -> Option<Published> {
        let (days, mut because) = self.candidates(NEXT_DAY)?;
        if let Some((stamp, stamped)) = self.stamp()
            && let Some(day) = days.iter().find(|day| (0..=LATEST_STAMP).contains(&(stamped.0 - day.0)))
        {
            because.push(format!("its page is stamped {stamp}"));
            return Some(inferred(*day, self.dateline_because(&because)));
        }
        let near = near?;
        let distance = |day: &Day| (day.0 - near.0).abs();
        let mut day = days.into_iter().min_by_key(distance)?;
        if distance(&day) > SAME_NEWS {
            let (days, strictly) = self.candidates(0)?;
            day = days.into_iter().min_by_key(distance)?;
            because = strictly;
        }
        if distance(&day) > NEAR_THE_OTHERS {
            return None;
        }
        because.push(format!("the other articles of the story are of {}", near.to_civil().0));
        Some(inferred(day, self.dateline_because(&because)))
    }

    fn dateline_because(&self, because: &[String]) -> String {
        let dateline = self.page.dateline.as_ref();
        let words = dateline.and_then(|dateline| Some(dateline.span.of(&self.page.blocks.get(dateline.block)?.text)));
        let words = words.unwrap_or_default().trim_matches(is_space);
        format!("the dateline says \u{201c}{words}\u{201d}; {}", because.join(", "))
    }

    fn stamp(&self) -> Option<(&When, Day)> {
        let stamp = self.stamps().find(|when| when.is_one_day())?;
        Some((stamp, stamp.first_day()?))
    }

    fn stamps(&self) -> impl Iterator<Item = &When> {
        let is_stamp = |kind: StatedKind| matches!(kind, StatedKind::Stamp | StatedKind::Markup);
        self.page.stated.iter().filter(move |date| is_stamp(date.kind)).map(|date| &date.when)
    }

    /// The page's stamp; or, where the article says `tomorrow` in the words
    /// of another one, that one's day.
    fn stamped(&self, utterances: &Utterances<'_>) -> Option<Published> {
        let Some((stamp, stamped)) = self.stamp() else {
            // Its year, where no more of it is sure.
            let when = self.stamps().next()?.clone();
            return Some(Published { when, basis: Basis::Stated, because: None });
        };
        if let Some(day) = utterances.latest_day_of(self.shown, stamped) {
            let said = When::day(day);
            let why = format!(
                "it quotes what was said on {}, with the same \u{201c}tomorrow\u{201d}; {} is a stamp of the page",
                in_words(&said),
                in_words(stamp),
            );
            return Some(inferred(day, why));
        }
        Some(Published { when: stamp.clone(), basis: Basis::Stated, because: None })
    }

    /// The day with its year that the lead tells its news of.
    fn of_the_lead(&self) -> Option<Published> {
        let (day, words) = self.shown.day_of_the_lead.as_ref()?;
        Some(inferred(*day, format!("it begins with news of \u{201c}{words}\u{201d}")))
    }

    /// The month of the latest day that the text tells as past, in the year
    /// that the other articles point to.
    fn told(&self, middle: Day, plans: &[(Day, Day)]) -> Option<Published> {
        let (month, day, words) = self.shown.latest_told_day.as_ref()?;
        let around = middle.to_civil().0 - 2..=middle.to_civil().0 + 3;
        let days: Vec<Day> = around.map(|year| Day::from_civil(year, *month, *day)).collect();
        let announced = |day: &Day| plans.iter().any(|(from, to)| from <= day && day <= to);
        let (day, why) = match days.iter().copied().find(announced) {
            Some(day) => (day, "another article of the story announces it"),
            None => (
                days.into_iter().min_by_key(|day| (day.0 - middle.0).abs())?,
                "the other articles of the story are near",
            ),
        };
        let (year, month, _) = day.to_civil();
        let because = Some(format!("it tells of \u{201c}{words}\u{201d} as past; {why}"));
        Some(Published { when: When::month(year, month).ok()?, basis: Basis::Inferred, because })
    }
}

fn inferred(day: Day, because: String) -> Published {
    Published { when: When::day(day), basis: Basis::Inferred, because: Some(because) }
}

/// What dated articles say of `today`, `yesterday` and `tomorrow`, to be found
/// by its words.
struct Utterances<'a> {
    /// The day of each sentence.
    days: Vec<Day>,
    /// The sentences that hold a word, by what they count from and the word.
    by_word: Map<(&'a str, &'a str), Vec<usize>>,
}

impl<'a> Utterances<'a> {
    fn of(articles: &[Article<'a>], found: &[Option<Published>]) -> Self {
        let mut utterances = Self { days: Vec::new(), by_word: Map::new() };
        for (article, published) in articles.iter().zip(found) {
            let Some(when) = published.as_ref().map(|published| &published.when).filter(|when| when.is_one_day())
            else {
                continue;
            };
            let Some(day) = when.first_day() else { continue };
            for (near_day, words) in &article.shown.near_days {
                let index = utterances.days.len();
                utterances.days.push(day);
                for word in words.iter().filter(|word| *word != near_day) {
                    utterances.by_word.entry((near_day, word)).or_default().push(index);
                }
            }
        }
        utterances
    }

    /// The latest day, at most [`LATEST_STAMP`] before the stamp, on which
    /// another article has one of the sentences of `shown`.
    fn latest_day_of(&self, shown: &Shown, stamped: Day) -> Option<Day> {
        let mut latest = None;
        for (near_day, words) in &shown.near_days {
            let mut shared: Map<usize, usize> = Map::new();
            for word in words {
                for &index in self.by_word.get(&(near_day.as_str(), word.as_str())).into_iter().flatten() {
                    *shared.entry(index).or_default() += 1;
                }
            }
            let same = shared.into_iter().filter(|(_, count)| *count >= WORDS_OF_THE_SAME_UTTERANCE);
            let days = same.filter_map(|(index, _)| self.days.get(index).copied());
            latest = latest.max(days.filter(|day| (1..=LATEST_STAMP).contains(&(stamped.0 - day.0))).max());
        }
        latest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{page, sentences};

    fn published_as(texts: &[&str], names: &[NameInForce]) -> Vec<Option<(String, Basis)>> {
        let pages: Vec<Page> = texts.iter().map(|text| page::parse(text)).collect();
        let documents: Vec<Document> = pages.iter().map(sentences::document).collect();
        let articles: Vec<Candidate<'_>> =
            pages.iter().zip(&documents).map(|(page, document)| Candidate { page, document, given: None }).collect();
        let found = publication(&articles, names);
        found.into_iter().map(|found| found.map(|found| (found.when.to_string(), found.basis))).collect()
    }

    fn dated(when: &str, basis: Basis) -> (String, Basis) {
        (when.to_owned(), basis)
    }

    const RECORD: &str = "The mayor meets the council\n\nMay 2, 2021, Delft\n\nThe mayor met the council in Delft. “Tomorrow we shall open the new bridge over the canal,” she said.\n\nThe council will meet again in September.";

    #[test]
    fn a_page_that_is_kept_up_to_date_counts_from_its_last_change() {
        let counted = |text: &str| {
            let page = Page { changed: When::parse("2024-07-05").ok(), ..page::parse(text) };
            let published = When::parse("2019-05-02").ok();
            counted_from(&page, &sentences::document(&page), published.as_ref()).map(|when| when.to_string())
        };
        let kept = "The bridge fell in late February. A new one was begun in May 2023, the mayor said on Monday.";
        assert_eq!(counted(kept).as_deref(), Some("2024-07-05"));
        let old = "The bridge fell in late February. It was begun in May 2003, and a new one will open in May 2023.";
        assert_eq!(counted(old).as_deref(), Some("2019-05-02"), "only the page was changed");
    }

    #[test]
    fn an_own_record_is_stated() {
        assert_eq!(published_as(&[RECORD], &[]), [Some(dated("2021-05-02", Basis::Stated))]);
    }

    #[test]
    fn a_year_follows_from_the_weekday_and_the_name_in_force() {
        let text = "Mayors to meet\n\nLENINGRAD, July 14 – The mayors will hold talks on Friday, the office said.\n\nThe treaty was signed in 1984.";
        let names = [NameInForce {
            name: "Leningrad".to_owned(),
            from: When::parse("1924-01-26").ok(),
            to: When::parse("1991-09-06").ok(),
        }];
        assert_eq!(published_as(&[text], &names), [Some(dated("1989-07-14", Basis::Inferred))]);
        assert_eq!(published_as(&[text], &[]), [None], "nothing decides");
    }

    #[test]
    fn a_year_follows_from_the_other_articles() {
        let text = "Mayors meet\n\nDELFT, May 3 (XPA) – The mayors held talks on Monday, the office said.";
        assert_eq!(published_as(&[text, RECORD], &[])[0], Some(dated("2021-05-03", Basis::Inferred)));
        assert_eq!(
            published_as(&[RECORD, text], &[])[1],
            Some(dated("2021-05-03", Basis::Inferred)),
            "in whichever order"
        );
    }

    #[test]
    fn a_report_may_be_of_the_day_after_its_news() {
        let text = "Mayors meet\n\nDELFT, May 3 (XPA) – The mayors held talks in Delft on Sunday, the office said.";
        // The third of May was a Sunday in 2020.
        assert_eq!(published_as(&[text, RECORD], &[])[0], Some(dated("2021-05-03", Basis::Inferred)));
    }

    #[test]
    fn a_year_follows_from_the_article_that_is_most_alike() {
        let text = "Mayors meet\n\nDELFT, May 3 (XPA) – The mayors held talks in Delft on the Oosterhaven bridge.";
        let alike =
            "Published: 5 May 2021\n\nBridge to open\n\nThe Oosterhaven bridge in Delft will open, the council said.";
        let others =
            ["Published: 5 May 2023\n\nHarvest fails\n\nFarmers in Zeeland said that the harvest had failed."; 2];
        let found = published_as(&[text, alike, others[0], others[1]], &[]);
        assert_eq!(found[0], Some(dated("2021-05-03", Basis::Inferred)), "not of the year of most");
    }

    #[test]
    fn of_two_weekdays_neither_tells_the_year() {
        let text =
            "Bridge falls\n\nDELFT, May 3 (XPA) – The old bridge fell on Monday night.\n\nThe mayor came on Tuesday.";
        let stamped = "Published: 5 May 2022\n\nBridge falls\n\nThe mayor spoke to the council in the town hall.";
        assert_eq!(published_as(&[text, stamped], &[])[0], Some(dated("2022-05-03", Basis::Inferred)));
    }

    #[test]
    fn a_year_follows_from_another_articles_stamp() {
        let text = "Mayors meet\n\nDELFT, May 3 (XPA) – The mayors held talks, the office said.";
        let stamped = "Published: 5 May 2021\n\nBridge to open\n\nThe mayor spoke to the council in the town hall.";
        assert_eq!(published_as(&[text, stamped], &[])[0], Some(dated("2021-05-03", Basis::Inferred)));
    }

    #[test]
    fn a_stamp_gives_way_to_what_the_text_shows() {
        let text = "date 2021-05-05 The mayor speaks of the bridge\nThe mayor spoke to the council in the town hall.\n“Tomorrow we open the new bridge over the old canal,” she said.";
        assert_eq!(published_as(&[text], &[]), [Some(dated("2021-05-05", Basis::Stated))]);
        assert_eq!(published_as(&[text, RECORD], &[])[0], Some(dated("2021-05-02", Basis::Inferred)));
    }

    #[test]
    fn the_news_that_a_text_begins_with_dates_it() {
        let report = |day: &str| format!("Bridge falls\n\nThe old bridge of Delft fell {day}.\n\nNobody was hurt.");
        let told = [report("on Monday 3 May 2021"), report("at night, the mayor said on 3 May 2021")];
        for report in &told {
            assert_eq!(published_as(&[report], &[]), [Some(dated("2021-05-03", Basis::Inferred))]);
        }
        assert_eq!(published_as(&[&report("on 3 May 1921")], &[]), [None], "it may be of long ago");
    }

    #[test]
    fn what_was_announced_dates_the_report_of_it() {
        let text = "Council meets\n\nThe council of Delft met in the town hall on September 14.\n\nThe mayor spoke for an hour.";
        assert_eq!(published_as(&[text, RECORD], &[])[0], Some(dated("2021-09", Basis::Inferred)));
    }
}
