//! The day of an event and whether it has come, by the tense that tells of it:
//! what has no year of its own lies behind what happened, and ahead of a plan.

use story::{Day, EventKind, Shape, Status, When};

use crate::dates::{TimeExpression, TimexType};

use super::article::Article;
use super::dating::{LEAD, RECENT};
use super::found::DISASTERS;
use super::telling::Told;
use super::verbs::Form;

/// Whether an event is planned or happened, where its words leave that open: its
/// day says so.
pub(super) fn by_the_day(
    article: &Article<'_>,
    told: &Told,
    (status, when): (Option<Status>, Option<When>),
    date: Option<&TimeExpression>,
) -> (Option<Status>, Option<When>) {
    let (Some(day), Some(published)) = (&when, &article.published) else { return (status, when) };
    // `since the attack of October 7`: nobody plans one, the day lies behind.
    let unplanned = status.is_none()
        && told.group.is_none()
        && is_unplanned(told)
        && date.is_some_and(|time| time.because.is_some());
    let day = if unplanned { behind(day, published) } else { day.clone() };
    let ahead = matches!((day.first_day(), published.last_day()), (Some(day), Some(today)) if day > today);
    let status = match status {
        None | Some(Status::Happened) => Some(if ahead { Status::Planned } else { Status::Happened }),
        other => other,
    };
    (status, Some(day))
}

/// Whether what the present tells of a time lies ahead: `the trial begins on
/// Monday`.
pub(super) fn is_to_come(article: &Article<'_>, time: &TimeExpression) -> bool {
    let (Some(when), Some(published)) = (&time.value, &article.published) else { return false };
    let ahead = matches!((when.first_day(), published.last_day()), (Some(day), Some(today)) if day > today);
    ahead || is_weekday(article, time) || time.because.is_some() && ahead_of(when, published) != *when
}

/// `Monday`, without a date.
fn is_weekday(article: &Article<'_>, time: &TimeExpression) -> bool {
    let words = article.document.slice(time.span);
    // `Monday morning` too.
    let day = words.split(' ').next().unwrap_or_default();
    time.because.is_some()
        && day.ends_with("day")
        && day.len() > "today".len()
        && !words.bytes().any(|byte| byte.is_ascii_digit())
        && words.starts_with(char::is_uppercase)
}

/// Whether a time is an hour, of whatever day.
pub(super) fn is_of_a_clock(article: &Article<'_>, time: &TimeExpression) -> bool {
    let mut words = article.document.slice(time.span).split(|c: char| !c.is_alphabetic());
    time.timex_type == TimexType::Time
        && words.all(|word| word.len() < 3 || matches!(word, "local" | "time" | "UTC" | "noon" | "midnight"))
}

const DAYS_OF_A_WEEK: i64 = 7;

/// What lies so many days behind is no plan.
const LONG_AGO: i64 = 400;

/// The date of an event: what has no year of its own lies behind what happened,
/// and ahead of what is planned.
pub(super) fn dated(article: &Article<'_>, told: &Told, status: Option<Status>, time: &TimeExpression) -> Option<When> {
    let date = time.value.as_ref()?;
    let Some(published) = article.published.as_ref().filter(|_| time.because.is_some()) else {
        return Some(date.clone());
    };
    // `Tuesday` has no year that could be another.
    let in_figures = matches!(date.shape(), Shape::Month(..))
        || article.document.slice(time.span).bytes().any(|byte| byte.is_ascii_digit());
    let past = told.trigger.form == Form::Past && !article.is_headline(article.sentence_of(told.at));
    let ahead = matches!((date.first_day(), published.last_day()), (Some(day), Some(today)) if day > today);
    // `at 10 p.m.`, far below the day: of which day it is nobody says.
    let of_report = date.first_day() == published.first_day() && article.sentence_of(told.at) >= LEAD;
    if of_report && is_of_a_clock(article, time) {
        return None;
    }
    Some(match status {
        // `begins on Monday`: the next one.
        Some(Status::Planned) if !ahead && date != published && is_weekday(article, time) => {
            date.first_day().map_or_else(|| date.clone(), |day| When::day(Day(day.0 + DAYS_OF_A_WEEK)))
        }
        // `would look into the war of four years ago`
        Some(Status::Planned) if matches!((date.last_day(), published.first_day()), (Some(day), Some(today)) if day.0 + LONG_AGO < today.0) =>
        {
            return None;
        }
        Some(Status::Planned) => ahead_of(date, published),
        Some(Status::Happened) if past && in_figures => behind(date, published),
        // `by midday`, of the day that was named last, which lies ahead.
        Some(Status::Happened) if past && ahead && time.timex_type == TimexType::Time => return None,
        // `ordered them on Friday to leave`: the last one.
        Some(Status::Happened) if past && ahead && date.is_one_day() => {
            date.first_day().map_or_else(|| date.clone(), |day| When::day(Day(day.0 - DAYS_OF_A_WEEK)))
        }
        _ => date.clone(),
    })
}

/// Whether a time is a day, or a few, of the week before the report.
pub(super) fn is_news(article: &Article<'_>, time: &TimeExpression) -> bool {
    let (Some(when), Some(published)) = (&time.value, &article.published) else { return false };
    let week = |days: i64| (0..=RECENT).contains(&days);
    when.days().is_some_and(week)
        && matches!((when.last_day(), published.last_day()), (Some(day), Some(today)) if week(today.0 - day.0))
}

/// Whether a noun tells of what nobody announces beforehand.
pub(super) fn is_unplanned(told: &Told) -> bool {
    let lemma = told.trigger.lemma;
    told.trigger.class.is_noun()
        && match told.trigger.kind {
            EventKind::Conflict => true,
            EventKind::Death => lemma != "funeral",
            EventKind::Crime => matches!(lemma, "arrest" | "robbery" | "kidnapping"),
            _ => lemma != "strike" && DISASTERS.has(lemma),
        }
}

/// A plan lies ahead: a month or a day without a year, taken for the last one,
/// is the next one.
fn ahead_of(when: &When, published: &When) -> When {
    let (Some(end), Some(told)) = (when.last_day(), published.first_day()) else { return when.clone() };
    if end >= told {
        return when.clone();
    }
    let later = match when.shape() {
        Shape::Month(year, month) => When::month(year + 1, month).ok(),
        Shape::Day(year, month, day) => Some(When::day(Day::from_civil(year + 1, month, day))),
        _ => None,
    };
    // A plan for the past is no plan for more than a year ahead either.
    later.filter(|later| later.last_day().is_some_and(|day| day >= told)).unwrap_or_else(|| when.clone())
}

/// What a past tense tells lies behind: a day without a year, taken for the
/// next one, is the last one.
fn behind(when: &When, published: &When) -> When {
    let (Some(day), Some(told)) = (when.first_day(), published.last_day()) else { return when.clone() };
    // A day or two ahead is a slip of the report's own date, or a plan.
    if day.0 <= told.0 + 2 {
        return when.clone();
    }
    match when.shape() {
        Shape::Month(year, month) => When::month(year - 1, month).ok(),
        Shape::Day(year, month, day) => Some(When::day(Day::from_civil(year - 1, month, day))),
        _ => None,
    }
    .unwrap_or_else(|| when.clone())
}
