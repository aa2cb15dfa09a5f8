//! Small questions about texts and dates that every format asks.

use reading::dates::{self, TimexType};
use reading::page::{StatedDate, StatedKind};
use reading::sentences::document_of_raw;
use story::{Day, When};

use crate::page::tokens::outline;

/// No stated date is longer, in bytes.
const LONGEST_DATE: usize = 80;

/// The years that news is of, on the web and before it.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=2100;

/// Text as markup has it → plain text: entities and tags are read, white
/// space is folded. Nothing for no text.
pub(crate) fn plain(text: &str) -> Option<String> {
    let text = if text.contains(['&', '<']) {
        let lines: Vec<String> = outline(text).unwrap_or_default().lines.into_iter().map(|line| line.text).collect();
        lines.join(" ")
    } else {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    (!text.is_empty()).then_some(text)
}

/// The words alone, in small letters, to compare texts by.
pub(crate) fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().flat_map(char::to_lowercase));
    }
    words
}

/// The share of the words of `of` that `text` has, in hundredths.
pub(crate) fn share_of_words(of: &str, text: &str) -> usize {
    let (of, text) = (words(of), words(text));
    let mut have: Vec<&str> = text.split(' ').collect();
    have.sort_unstable();
    let wanted = of.split(' ').count();
    of.split(' ').filter(|word| have.binary_search(word).is_ok()).count() * 100 / wanted.max(1)
}

/// The day that a date says, as it is written there: ISO 8601, RFC 822, seconds
/// or milliseconds since 1970, or words. Of a time with an offset that is the
/// day where it was written.
pub(crate) fn stated(text: &str) -> Option<StatedDate> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST_DATE {
        return None;
    }
    let when = iso(text).or_else(|| since_1970(text)).or_else(|| in_words(text))?;
    let (year, month, day) = when.first_day()?.to_civil();
    // Zero, as programs write it.
    let is_zero = (year, month, day) == (1970, 1, 1);
    (YEARS.contains(&year) && !is_zero).then(|| StatedDate { text: text.to_owned(), when, kind: StatedKind::Markup })
}

/// `2021-05-02T10:30:00+02:00`, `2021/05/02`, `20210502T103000Z`.
fn iso(text: &str) -> Option<When> {
    let digits = |from: usize, to: usize| {
        let part = text.get(from..to)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then_some(part)
    };
    let mark = text.as_bytes().get(4)?;
    let (month, day, end) = if matches!(mark, b'-' | b'/') && text.as_bytes().get(7) == Some(mark) {
        (digits(5, 7)?, digits(8, 10)?, 10)
    } else {
        (digits(4, 6)?, digits(6, 8)?, 8)
    };
    let year = digits(0, 4)?;
    let ends = text.as_bytes().get(end).is_none_or(|byte| !byte.is_ascii_digit());
    ends.then(|| When::parse(&[year, month, day].join("-")).ok())?
}

/// Seconds or milliseconds since 1970, of this age of the web.
fn since_1970(text: &str) -> Option<When> {
    const A_DAY: i64 = 86_400;
    let number: i64 = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())??;
    let seconds = match text.len() {
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return None,
    };
    Some(When::day(Day(seconds / A_DAY)))
}

/// `Sun, 02 May 2021 10:30:00 GMT`, `May 2, 2021`.
fn in_words(text: &str) -> Option<When> {
    dates::find(&document_of_raw(text), None)
        .into_iter()
        .filter(|found| matches!(found.timex_type, TimexType::Date | TimexType::Time))
        .find_map(|found| found.value.filter(When::is_one_day))
}

/// The address, if it is one of the web.
pub(crate) fn web_address(text: &str) -> Option<String> {
    let is_whole = |text: &&str| !text.contains(|c: char| c.is_whitespace() || c.is_control());
    story::web_address(text).filter(is_whole).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        stated(text).map(|stated| stated.when.to_string())
    }

    #[test]
    fn a_time_is_of_the_day_where_it_was_written() {
        assert_eq!(day("2021-05-02T23:30:00-04:00").as_deref(), Some("2021-05-02"));
        assert_eq!(day("2021-05-02 07:00:00Z").as_deref(), Some("2021-05-02"));
        assert_eq!(day("20210502T103000Z").as_deref(), Some("2021-05-02"));
        assert_eq!(day("Sun, 02 May 2021 10:30:00 GMT").as_deref(), Some("2021-05-02"));
        assert_eq!(day("May 2, 2021").as_deref(), Some("2021-05-02"));
        assert_eq!(day("1619951400000").as_deref(), Some("2021-05-02"));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["", "2021-13-45", "2021", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "yesterday", "00:00"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn entities_and_tags_are_read() {
        assert_eq!(plain(" The mayor&#39;s <i>old</i>  bridge ").as_deref(), Some("The mayor's old bridge"));
        assert_eq!(plain(" \n"), None);
    }

    #[test]
    fn only_the_web_has_addresses() {
        assert_eq!(web_address("https://example.org/a").as_deref(), Some("https://example.org/a"));
        assert_eq!(web_address("javascript:alert(1)"), None);
    }
}
