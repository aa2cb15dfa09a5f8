//! What the short lines of a page say about its article: dates, byline,
//! publisher.

use std::borrow::Cow;

use story::When;

use super::{StatedDate, StatedKind};
use crate::dates::{TimexType, find_until};
use crate::knowledge::{is_paper, world};
use crate::span::Span;
use crate::text::{is_all_capitals, is_capitalised, is_space, pieces as words, runs};
use crate::wordlist::{Wordlist, is_one_of, wordlist};
use story::case::Case;

/// Longer lines are text, not a stamp.
const MOST_WORDS_OF_A_STAMP: usize = 16;

/// A stamp and the headline behind it have no more words.
const MOST_WORDS_OF_A_STAMPED_LINE: usize = 40;

/// Words of a stamp, besides its date.
#[rustfmt::skip]
const STAMP_WORDS: Wordlist = &wordlist([
    "a.m", "added", "aedt", "aest", "ago", "am", "article", "at", "awst", "bst", "by", "cest", "cet", "created",
    "cst", "date", "dated", "day", "days", "edited", "edt", "eest", "eet", "est", "et", "first", "gmt", "hkt", "hour",
    "hours", "hr", "hrs", "issued", "ist", "jst", "kst", "last", "mdt", "min", "mins", "minute", "minutes",
    "modified", "month", "months", "msk", "mst", "myt", "nzdt", "nzst", "on", "online", "originally", "p.m", "pdt",
    "pht", "pkt", "pm", "post", "posted", "pst", "pt", "publication", "publish", "published", "read", "reading",
    "release", "released", "revised", "sast", "second", "sgt", "story", "this", "time", "uk", "update", "updated",
    "uploaded", "utc", "was", "week", "weeks", "wib", "written",
]);

/// Behind so many other words no date is a stamp: the section's name has one or two.
const MOST_WORDS_BEFORE: usize = 2;

/// The agency stands in so much of the first paragraphs, in bytes.
const LONGEST_OPENING: usize = 600;

/// A line that states a date, and what else it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) date: StatedDate,
    /// The place of an official record: `May 2, 2021, Delft`.
    pub(super) place: Option<Span>,
    /// Whether it is that of a later version: `Updated: May 2, 2021`.
    pub(super) is_update: bool,
    /// The byline that it begins with: `By Ada Berg May 2, 2021`.
    pub(super) byline: Option<String>,
    /// Where the rest begins, when a headline follows the stamp on its line.
    pub(super) rest: Option<usize>,
}

impl Stamp {
    /// Whether the line says nothing else.
    pub(super) fn is_alone(&self) -> bool {
        self.rest.is_none() && self.place.is_none()
    }
}

/// The date that the line states, if the line is there to state one.
pub(super) fn stamp(line: &str) -> Option<Stamp> {
    let has_number = line.bytes().any(|byte| byte.is_ascii_digit());
    if !has_number || words(line).nth(MOST_WORDS_OF_A_STAMPED_LINE).is_some() {
        return None;
    }
    let line = without_update(without_comments(line));
    match unglued(line) {
        Some(parted) => stamp_of(&parted).filter(Stamp::is_alone),
        None => stamp_of(line),
    }
}

/// `Published: May 2, 2021 | Updated: May 3, 2021`: the line before its update.
fn without_update(line: &str) -> &str {
    let Some((before, rest)) = line.split_once('|') else { return line };
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_update = rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("updated"));
    if is_update && before.contains(|c: char| c.is_ascii_digit()) { before.trim_end_matches(is_space) } else { line }
}

/// `May 2, 2021 by Ada Berg Leave a Comment`: the line without the last words.
fn without_comments(line: &str) -> &str {
    const COMMENTS: [&str; 4] = ["leave a comment", "leave a reply", "no comments", "0 comments"];
    let comments =
        |at: usize| line.get(at..).is_some_and(|rest| COMMENTS.iter().any(|end| rest.eq_ignore_ascii_case(end)));
    let start = COMMENTS.iter().filter_map(|end| line.len().checked_sub(end.len())).find(|at| comments(*at));
    start.and_then(|at| line.get(..at)).map_or(line, |line| line.trim_end_matches(|c: char| is_space(c) || c == '|'))
}

/// The date that closes a line below a headline, after a name or two: `Ada
/// Berg, Delta Press - May 2, 2021`, `LONDON, May 2, 2021`.
pub(super) fn signed(line: &str) -> Option<StatedDate> {
    if words(line).nth(MOST_WORDS_OF_A_STAMP).is_some() {
        return None;
    }
    let found =
        find_until(line, line.len()).into_iter().find(|found| found.value.as_ref().is_some_and(When::is_one_day))?;
    let (before, after) = (line.get(..found.span.start)?, line.get(found.span.end..)?);
    let others = || words(before).filter(|word| !is_stamp_word(word));
    let is_desk = |word: &str| {
        matches!(
            word,
            "and" | "with" | "report" | "reporter" | "reporters" | "correspondent" | "editor" | "staff" | "&"
        )
    };
    // `Ada Berg May 2, 2021 Updated May 3, 2021`, `DELFT, May 2, 2021 (XPA) –`
    let agency = after.trim_matches(|c: char| !c.is_alphanumeric());
    let ends = words(after).all(|word| is_stamp_word(&word))
        || stamp_of(after).is_some_and(|later| later.is_update && later.is_alone())
        || (after.trim_start_matches(is_space).starts_with('(') && is_all_capitals(agency));
    let fits = ends
        && others().all(|word| is_capitalised(word) || is_desk(word))
        && others().count() <= MOST_WORDS_OF_A_SIGNATURE;
    let text = line.get(found.span.start..found.span.end)?.to_owned();
    fits.then_some(StatedDate { text, when: found.value?, kind: StatedKind::Stamp })
}

/// Who signs a line with its date has no more words, with the publisher's.
const MOST_WORDS_OF_A_SIGNATURE: usize = 5;

/// `Ada BergPublished May 2, 202110:30 am`: what a page's layout parts, with
/// spaces.
fn unglued(line: &str) -> Option<String> {
    if line.len() > LONGEST_GLUED {
        return None;
    }
    let mut parted = String::new();
    let mut rest = line;
    while let Some((before, after)) = joint(rest).and_then(|at| rest.split_at_checked(at)) {
        parted.push_str(before);
        parted.push(' ');
        rest = after;
    }
    (!parted.is_empty()).then(|| parted + rest)
}

/// Longer lines are no stamp, glued or not, in bytes.
const LONGEST_GLUED: usize = 200;

/// Where a line's next two words are glued: before a stamp's word, or between
/// a year and an hour.
fn joint(line: &str) -> Option<usize> {
    #[rustfmt::skip]
    const WORDS: [&str; 16] = [
        "Published", "Updated", "Posted", "Last ", "Jan", "Feb", "Mar", "Apr", "May ", "Jun", "Jul", "Aug", "Sep",
        "Oct", "Nov", "Dec",
    ];
    let bytes = line.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (1..bytes.len()).find(|&at| {
        let before = bytes.get(at - 1).is_some_and(u8::is_ascii_lowercase);
        let capital = before && bytes.get(at).is_some_and(u8::is_ascii_uppercase);
        let word = capital && line.get(at..).is_some_and(|rest| WORDS.iter().any(|word| rest.starts_with(word)));
        let hour =
            (1..3).any(|digits| matches!(bytes.get(at + digits), Some(b':' | b' ')) && (at..at + digits).all(is_digit));
        let year = at.checked_sub(4).is_some_and(|from| {
            line.get(from..at).is_some_and(|year| year.starts_with("20") || year.starts_with("19"))
                && (from..at).all(is_digit)
                && !from.checked_sub(1).is_some_and(is_digit)
        });
        word || hour && year
    })
}

fn stamp_of(line: &str) -> Option<Stamp> {
    let found = find_until(line, latest_start(line)).into_iter().find(|found| {
        matches!(found.timex_type, TimexType::Date | TimexType::Time)
            && found.value.as_ref().is_some_and(When::is_one_day)
    })?;
    let is_update = is_of_an_update(line.get(..found.span.start)?);
    // `Updated: 3 May 2021 | Published: 2 May 2021`
    if is_update && let Some(first) = line.get(found.span.end..).and_then(published_later) {
        return Some(first);
    }
    let when = found.value?;
    let (before, after) = (line.get(..found.span.start)?, line.get(found.span.end..)?);
    let byline = byline(without_label(before));
    let others = words(before).filter(|word| !is_stamp_word(word)).count();
    // `Politics / May 2, 2021`: the section stands before the date.
    let sectioned = others <= MOST_WORDS_BEFORE && before.trim_end_matches(is_space).ends_with(['/', '|', '•', '·']);
    // `Ada Berg, Delta Press Published May 2, 2021`
    let signed = others <= MOST_WORDS_OF_A_SIGNATURE
        && words(before).all(|word| is_capitalised(word) || is_stamp_word(&word))
        && words(before).any(|word| matches!(word, "Published" | "Updated" | "Posted"));
    if byline.is_none() && others > 0 && !sectioned && !signed {
        return None;
    }
    let rest: Vec<&str> = words(after).filter(|word| !is_stamp_word(word)).collect();
    let stated = |kind| StatedDate {
        text: line.get(found.span.start..found.span.end).unwrap_or("").to_owned(),
        when: when.clone(),
        kind,
    };
    let no_stamp_words = words(before).next().is_none()
        && words(after).filter(|word| word.contains(char::is_alphanumeric)).all(|word| !is_stamp_word(&word));
    if rest.is_empty() {
        return Some(Stamp { date: stated(StatedKind::Stamp), place: None, is_update, byline, rest: None });
    }
    if no_stamp_words && rest.len() <= 3 && after.starts_with(',') && rest.iter().all(|word| is_capitalised(word)) {
        let start = found.span.end + (after.len() - after.trim_start_matches(|c| is_space(c) || c == ',').len());
        let place = Span::new(start, start + line.get(start..)?.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        return Some(Stamp { date: stated(StatedKind::Record), place: Some(place), is_update, byline, rest: None });
    }
    let leads = found.span.start <= 24 && rest.len() >= 4 && is_capitalised(rest.first()?);
    if leads {
        let start = found.span.end
            + (after.len()
                - after
                    .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '“' | '‘' | '('))
                    .len());
        // A stamp leads its line with its label, or in digits; `On 2 May 2021
        // the mayor …` is a sentence.
        let labelled = words(before).any(|word| !matches!(word.to_small().as_str(), "on" | "at"));
        let in_digits =
            line.get(found.span.start..found.span.end).is_some_and(|date| !date.contains(char::is_alphabetic));
        return (labelled || in_digits).then(|| Stamp {
            date: stated(StatedKind::Stamp),
            place: None,
            is_update,
            byline,
            rest: Some(start),
        });
    }
    (words(line).count() <= MOST_WORDS_OF_A_STAMP && rest.len() <= 3 && !ends_sentence(line)).then(|| Stamp {
        date: stated(StatedKind::Stamp),
        place: None,
        is_update,
        byline,
        rest: None,
    })
}

/// Whether a line ends with a stop that is not that of an hour.
fn ends_sentence(line: &str) -> bool {
    line.ends_with('.') && !line.ends_with("m.")
}

/// Whether what stands before a date says that it is that of a later version.
fn is_of_an_update(before: &str) -> bool {
    let last = words(before).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let label = last.filter(|word| word.len() > 6).last().unwrap_or_default();
    ["updated", "modified", "edited"].iter().any(|update| label.eq_ignore_ascii_case(update))
}

/// The stamp that a later part of a line has, where it says that this is the
/// day of publication.
fn published_later(rest: &str) -> Option<Stamp> {
    let labels = ["Published", "published", "PUBLISHED", "Posted", "posted", "Created", "created"];
    let at = labels.iter().filter_map(|label| rest.find(label)).min()?;
    stamp_of(rest.get(at..)?).filter(Stamp::is_alone)
}

/// `By Ada Berg published`, `By Ada Berg |`: without what leads over to the date.
fn without_label(mut before: &str) -> &str {
    loop {
        before = before.trim_end_matches(|c: char| is_space(c) || matches!(c, '|' | '•' | '·' | ',' | '-' | '–' | ':'));
        let word = before.rsplit(is_space).next().unwrap_or_default();
        if word.is_empty() || is_capitalised(word) || !is_stamp_word(&word) {
            return before;
        }
        before = before.strip_suffix(word).unwrap_or_default();
    }
}

/// Whether a word is one of a stamp, besides its date.
fn is_stamp_word(word: &&str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = if bare.is_ascii() { Cow::Borrowed(bare) } else { Cow::Owned(bare.to_small()) };
    is_one_of(STAMP_WORDS, &lower) || lower.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
}

/// Before which byte a stamp's date begins, if the line is one: behind more
/// words of other kinds, no date is.
fn latest_start(line: &str) -> usize {
    if BY.iter().any(|by| line.starts_with(by)) {
        return line.len();
    }
    let others = runs(line, |c| !is_space(c)).filter(|(_, word)| !is_stamp_word(word));
    others.map(|(at, word)| at + word.len()).nth(MOST_WORDS_BEFORE).unwrap_or(line.len())
}

/// How a byline begins.
const BY: [&str; 4] = ["By ", "BY ", "by ", "Written by "];

/// `By Ada Berg and Bo Carter, Delta Press`: who wrote the article.
pub(super) fn byline(line: &str) -> Option<String> {
    let rest = BY.iter().find_map(|by| line.strip_prefix(by))?;
    let names = rest.split([',', '|', '•', '–', '—', '(']).next()?.split(" - ").next()?.trim_matches(is_space);
    let count = words(names).count();
    let are_names = words(names)
        .all(|word| is_capitalised(word) || matches!(word, "and" | "de" | "van" | "von" | "al" | "bin" | "&"));
    ((2..=8).contains(&count) && are_names && !rest.ends_with('.')).then(|| names.to_owned())
}

/// What a newspaper is called has no more words.
const MOST_WORDS_OF_A_PAPER: usize = 5;

/// Agencies, stations and papers that stand alone on a line, or behind a `By`, and that no word
/// tells to be one.
#[rustfmt::skip]
const OUTLETS: [&str; 16] = [
    "AFP", "Agence France-Presse", "Al Jazeera", "ANI", "AP", "Associated Press", "BBC", "Bloomberg", "CNN",
    "Deutsche Welle", "NPR", "PTI", "Reuters", "UPI", "USA Today", "Xinhua",
];

/// The newspaper that a line is the name of: `The Delft Times`, `Delft
/// Gazette, 2021`, `Deltanews`, `DBC News`.
pub(super) fn newspaper(line: &str) -> Option<&str> {
    let (start, name) = runs(line, |c| !matches!(c, ',' | '|' | '•' | '·')).next()?;
    let name = name.trim_matches(is_space);
    let outlet = BY.iter().find_map(|by| name.strip_prefix(by)).unwrap_or(name);
    if let Some(outlet) = OUTLETS.iter().find(|known| known.eq_ignore_ascii_case(outlet)) {
        return Some(outlet);
    }
    let words: Vec<&str> = words(name).take(MOST_WORDS_OF_A_PAPER + 1).collect();
    let (first, last) = (words.first()?, words.last()?);
    let of_the_page = matches!(
        *first,
        "Next" | "Previous" | "Latest" | "Recent" | "Guest" | "Blog" | "Sponsored" | "By" | "Log" | "Login" | "Sign"
    );
    let fits = match words.len() {
        1 => last.len() > 4 && last.to_small().ends_with("news"),
        2..=MOST_WORDS_OF_A_PAPER => {
            // `DBC News`: letters before it, or known; `World News` is a part of a page.
            let station = *last == "News" && (is_all_capitals(first) || world().named(name).is_some());
            (is_paper(&last.to_small()) || station) && !of_the_page
        }
        _ => false,
    };
    (start == 0 && fits && words.iter().all(|word| is_capitalised(word) || matches!(*word, "of" | "the")))
        .then_some(name)
}

/// The publisher that a short line names: `Official website of the City of
/// Delft`, `Source: Delta Press`, `© 2021 Delta Press`.
pub(super) fn publisher_of_line(line: &str) -> Option<String> {
    const LABELS: [&str; 5] = ["source: ", "© ", "copyright © ", "disclaimer: via ", "via: "];
    let begins = |start: &str| line.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    let official = begins("official website of ") || begins("official site of ");
    let dated = line.starts_with(|c: char| c.is_ascii_digit());
    let label = LABELS.iter().find(|label| begins(label));
    if !(official || dated || label.is_some()) || words(line).nth(12).is_some() {
        return None;
    }
    if official {
        return Some(line.to_owned());
    }
    // `2021 The Delft Times. All rights reserved.`
    if dated && let Some(at) = line.to_small().find("all rights reserved") {
        let name = line.get(..at)?.trim_matches(|c: char| !c.is_alphabetic());
        return ((1..=5).contains(&words(name).count()) && words(name).all(is_capitalised)).then(|| name.to_owned());
    }
    let rest = line.get(label?.len()..)?;
    let name = rest.split(['–', '—', '|', ',', '.', '(']).next().unwrap_or("");
    let name = name.trim_matches(|c: char| is_space(c) || c.is_ascii_digit() || c == '-');
    let name = name.strip_prefix("by ").unwrap_or(name).to_owned();
    let fits = (1..=5).contains(&words(&name).count()) && is_capitalised(&name) && !name.to_small().contains("rights");
    fits.then_some(name)
}

/// The publisher that a line right below the headline names: `From Delta
/// Press, the free newspaper`, `Delta Press Staff`.
pub(super) fn source(line: &str) -> Option<String> {
    let (name, rest) = match line.strip_prefix("From ") {
        Some(from) => from.split_once(',').unwrap_or((from, "")),
        // `By Ada Berg, Delta Press Staff`
        None => (line.strip_suffix(" Staff")?.rsplit(", ").next()?.trim_start_matches("By "), ""),
    };
    let name = name.strip_prefix("the ").unwrap_or(name).trim_matches(is_space);
    let rest = rest.trim_start_matches(is_space);
    // `From Delft, where it rained, they went to Lima.`
    let tells =
        ["", "the ", "your "].iter().any(|start| rest.starts_with(start) && start.is_empty() == rest.is_empty());
    let count = words(name).count();
    let fits = tells && (1..=4).contains(&count) && !line.ends_with('.') && words(rest).nth(10).is_none();
    (fits && words(name).all(is_capitalised)).then(|| name.to_owned())
}

/// The publisher that running text names: `Delta.com – …`, `(DPA) — …`,
/// `…, Delta News Agency correspondent reports.`
pub(super) fn publisher_of_text(text: &str) -> Option<String> {
    if let Some((lead, _)) = text.split_once([' ', '\u{a0}'])
        && let Some(rest) = text.get(lead.len()..)
        && rest.trim_start_matches(is_space).starts_with(['–', '—', '-'])
    {
        let name = lead.trim_matches(|c| matches!(c, '(' | ')'));
        let is_site = name.rsplit_once('.').is_some_and(|(host, tld)| {
            host.len() > 1 && (2..=4).contains(&tld.len()) && tld.chars().all(|c| c.is_ascii_lowercase())
        });
        if is_site || (lead.starts_with('(') && lead.ends_with(')')) {
            return is_capitalised(name).then(|| name.to_owned());
        }
    }
    let text = crate::text::prefix(text, LONGEST_OPENING);
    // `Delta News reported`: that is another's report.
    for ending in [" correspondent reports", " correspondent reported", " reports"] {
        for (at, _) in text.match_indices(ending) {
            let after = text.get(at + ending.len()..).and_then(|rest| rest.chars().next());
            if after.is_some_and(|c| !matches!(c, '.' | ',')) {
                continue;
            }
            let before = text.get(..at).unwrap_or("");
            let name = before.rsplit([',', '.', '"', '”']).next().unwrap_or("").trim_matches(is_space);
            let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("a ")).unwrap_or(name);
            let is_agency = ending.contains("correspondent")
                || name.ends_with("Agency")
                || name.ends_with("News")
                || name.contains('.');
            let fits = (1..=5).contains(&words(name).count()) && words(name).all(is_capitalised);
            if is_agency && fits {
                return Some(name.to_owned());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_records_and_stamped_headlines_are_told_apart() {
        let plain = stamp("Published: 2 May 2021 at 10:30").unwrap();
        assert_eq!((plain.date.when.as_str(), plain.date.kind, plain.rest), ("2021-05-02", StatedKind::Stamp, None));
        let with_byline = stamp("By Ada Berg published 2 May 2021").unwrap();
        assert_eq!((with_byline.date.when.as_str(), with_byline.byline.as_deref()), ("2021-05-02", Some("Ada Berg")));
        for glued in ["Ada BergPublished May 2, 2021, 11:21am", "2 minute readMay 2, 20212:26 PM GMT"] {
            assert_eq!(stamp(glued).map(|stamp| stamp.date.when.to_string()).as_deref(), Some("2021-05-02"), "{glued}");
        }
        assert_eq!(signed("Ada Berg, Delta Press - May 2, 2021").map(|date| date.text).as_deref(), Some("May 2, 2021"));
        assert_eq!(
            signed("Ada Berg May 2, 2021 Updated May 3, 2021").map(|date| date.text).as_deref(),
            Some("May 2, 2021")
        );
        assert_eq!(signed("Staff report May 2, 2021").map(|date| date.text).as_deref(), Some("May 2, 2021"));
        assert_eq!(signed("The rules since May 2, 2021"), None);
        for other in [
            "02-May-2021",
            "May 2, 2021 by Ada Berg Leave a Comment",
            "Updated: May 3, 2021 | Published: May 2, 2021",
            "PUBLISHED : May 2, 2021 at 2:02 p.m. | UPDATED : May 3, 2021 at 3:02 p.m.",
            "Published 2 days ago on May 2, 2021",
            "Published On 2 May 20212 May 2021",
        ] {
            assert_eq!(stamp(other).map(|stamp| stamp.date.when.to_string()).as_deref(), Some("2021-05-02"), "{other}");
        }
        let line = "May 2, 2021, Delft";
        let record = stamp(line).unwrap();
        assert_eq!((record.date.kind, record.place.map(|place| place.of(line))), (StatedKind::Record, Some("Delft")));
        let line = "date 2021-05-02 The mayor of Delft opens a bridge";
        assert_eq!(line.get(stamp(line).unwrap().rest.unwrap()..), Some("The mayor of Delft opens a bridge"));
        assert_eq!(stamp("On May 2, 2021, the mayor of Delft opened a bridge."), None);
    }

    #[test]
    fn bylines_and_publishers_are_read() {
        assert_eq!(byline("By Ada Berg and Bo Carter, Delta Press").as_deref(), Some("Ada Berg and Bo Carter"));
        assert_eq!(byline("By Ada Berg - The Delft Times").as_deref(), Some("Ada Berg"));
        assert_eq!(byline("Written by Ada Berg, Senior Writer").as_deref(), Some("Ada Berg"));
        assert_eq!(byline("By the river Thames"), None);
        assert_eq!(
            (newspaper("By Reuters"), newspaper("USA TODAY"), newspaper("By Ada Post")),
            (Some("Reuters"), Some("USA Today"), None)
        );
        assert_eq!(publisher_of_text("The bridge fell, Delta News reports.").as_deref(), Some("Delta News"));
        assert_eq!(publisher_of_text("The bridge fell, Delta News reported."), None);
        assert_eq!(publisher_of_line("Copyright © 2021 by The Delta Press.").as_deref(), Some("The Delta Press"));
        assert_eq!(newspaper("The Delft Times, 2021"), Some("The Delft Times"));
        assert_eq!(newspaper("Deltanews, the free source"), Some("Deltanews"));
        assert_eq!((newspaper("DBC News"), newspaper("World News")), (Some("DBC News"), None));
        assert_eq!((newspaper("Next Post"), newspaper("The mayor goes to press")), (None, None));
        assert_eq!(publisher_of_line("2021 The Delta. All Rights Reserved.").as_deref(), Some("The Delta"));
        for line in [
            "From Delta Press, the free newspaper!",
            "From the Delta Press",
            "Delta Press Staff",
            "By Ada Berg, Delta Press Staff",
        ] {
            assert_eq!(source(line).as_deref(), Some("Delta Press"), "{line}");
        }
        assert_eq!((source("From Delft to Lima"), source("From Delft, the mayor flew to Lima.")), (None, None));
        assert_eq!(publisher_of_text("Delta.com – The mayor left.").as_deref(), Some("Delta.com"));
        assert_eq!(
            publisher_of_text("The mayor left, Delta News Agency correspondent reports.").as_deref(),
            Some("Delta News Agency")
        );
    }
}
