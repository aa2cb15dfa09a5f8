//! What clings to an article when it is copied from its page.
//!
//! Lines are told by what they are: a request to the reader, a control of the
//! page, a credit, a list of other things to read. Words that occur in news
//! as well count only where the line is short or speaks to the reader.

mod words;

use self::words::{
    CONTROLS, COOKIE, COOKIE_USE, CREDITS, ELSEWHERE, LABELS, LOOKING, NOTES, PAGE, PLEASE, READER, REQUEST, SECTIONS,
    SITE, starts_with_words, told,
};
use super::shape::{Shape, plain};
use crate::text::{begins_with, is_capitalised, is_space};

#[cfg(test)]
use self::words::PHRASES;

/// What a line is, beside the article's own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clutter {
    /// The line alone is none of the article's.
    Line,
    /// So is a line of figures, if it is no date.
    Figures,
    /// It heads a part of the page that is none of the article's.
    Section,
}

/// Longer lines are paragraphs that only mention such things.
const MOST_WORDS_OF_A_NOTE: usize = super::shape::WORDS_KEPT - 1;

/// What kind of clutter the line is, if it is any.
pub(super) fn clutter(line: &str, shape: &Shape) -> Option<Clutter> {
    let words = shape.words;
    if words == 0 || is_mostly_numbers(shape) {
        return Some(if words == 0 { Clutter::Line } else { Clutter::Figures });
    }
    if words > MOST_WORDS_OF_A_NOTE {
        return None;
    }
    let plain = plain(line);
    let plain = plain.as_str();
    if words <= 8 && is_section(plain) {
        return Some(Clutter::Section);
    }
    if words <= 6 && (is_control(plain) || is_counter(plain)) {
        return Some(Clutter::Line);
    }
    let noted = NOTES.iter().any(|note| starts_with_words(plain, note))
        || LABELS
            .iter()
            .any(|label| starts_with_words(plain, label) && line.as_bytes().get(label.len()) == Some(&b':'));
    let credited = CREDITS.iter().any(|credit| starts_with_words(plain, credit)) && is_of_names(line);
    // `(Ada Berg / XPA)`
    let is_credit =
        line.starts_with('(') && line.ends_with(')') && line.contains('/') && words <= MOST_WORDS_OF_A_CREDIT;
    // `— Ada Berg (@adaberg) May 2, 2021`
    let posted = line.starts_with('—') && line.contains("(@");
    if noted
        || credited
        || posted
        || is_credit
        || line.starts_with('©')
        || plain.starts_with("copyright 20")
        || is_doubled(line)
    {
        return Some(Clutter::Line);
    }
    let told = told(plain);
    let quotes = line.contains('"') || line.contains('“');
    let of_cookies = told & COOKIE != 0 && told & COOKIE_USE != 0 && !quotes;
    if told & PAGE != 0 || of_cookies || is_trail(line, words) || is_request(line, words, plain, told, quotes) {
        return Some(Clutter::Line);
    }
    None
}

/// A credit alone on its line has no more words.
const MOST_WORDS_OF_A_CREDIT: usize = 8;

/// `Cat found in a tree Cat found in a tree`: a link with its picture's name.
fn is_doubled(line: &str) -> bool {
    let half = line.len() / 2;
    line.get(half..half + 1) == Some(" ") && line.get(..half) == line.get(half + 1..)
}

/// Names, and few other words of some length: `Reporting by Ada Berg; editing by
/// Bo Carter`, and not `Reporting by Ada Berg showed that the bridge was old`.
fn is_of_names(line: &str) -> bool {
    let small = |word: &&str| word.starts_with(char::is_lowercase) && word.len() > 3 && !word.ends_with("ing");
    line.split(is_space).filter(small).count() <= 1
}

/// A section's heading; a number may follow, or a name after `more from`.
fn is_section(plain: &str) -> bool {
    SECTIONS.binary_search(&unnumbered(plain)).is_ok()
        || ["more from", "more on this", "about the author"].iter().any(|section| starts_with_words(plain, section))
}

fn is_control(plain: &str) -> bool {
    CONTROLS.binary_search(&plain).is_ok() || CONTROLS.binary_search(&unnumbered(plain)).is_ok()
}

/// The words without a number at their end.
fn unnumbered(plain: &str) -> &str {
    plain.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
}

/// `12 comments`, `3 hours ago`, `Last updated 1 day ago`, `5 min read`.
fn is_counter(plain: &str) -> bool {
    const COUNTED: &[&str] = &["comment", "comments", "share", "shares", "views", "likes", "min", "mins", "reads"];
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut words = plain.split(' ');
    let is_counted = words.next().is_some_and(is_number);
    is_counted && (words.next().is_some_and(|word| COUNTED.contains(&word)) || plain.contains(" ago"))
        || plain.ends_with(" ago") && plain.split(' ').any(is_number)
}

/// Figures of a table, a weather box, an exchange. A date has the name of a
/// month, or few digits.
fn is_mostly_numbers(shape: &Shape) -> bool {
    shape.letters() == 0 || (shape.digits > 8 && shape.digits * 2 > shape.letters() && shape.words > 4)
}

/// `Home / News / Europe`, `World | Business | Sport`.
fn is_trail(line: &str, words: usize) -> bool {
    if words > 12 {
        return false;
    }
    // `Ada Berg 02/05/2021`: a date's strokes part nothing.
    let dated = line.as_bytes().windows(3).filter(|at| matches!(at, [b'0'..=b'9', b'/', b'0'..=b'9'])).count();
    let parts = line.split(['/', '|', '>', '»', '›', '•', '·']).count() - dated;
    let ends = line.trim_end_matches(is_space).ends_with(['/', '|', '>', '»', '›']);
    ((parts >= 3 && words <= parts * 2) || (ends && words <= 4)) && !line.contains("://")
}

/// `Subscribe to our newsletter.`, `Watch the full interview in the video.`
fn is_request(line: &str, words: usize, plain: &str, told: u8, quotes: bool) -> bool {
    const OFFERS: &[&str] =
        &["subscribe", "sign up", "sign in", "log in", "share this", "skip to", "jump to", "get the"];
    const BEGIN: &[&str] = &[
        "click",
        "comment",
        "donate",
        "download",
        "email",
        "follow",
        "get",
        "join",
        "log in",
        "register",
        "share",
        "sign in",
        "sign up",
        "subscribe",
        "support",
        "tap",
    ];
    if line.starts_with(['"', '“', '‘']) {
        return false;
    }
    let begins = |list: &[&str]| list.iter().any(|verb| starts_with_words(plain, verb));
    if words <= 16 && begins(LOOKING) && (told & ELSEWHERE != 0 || words <= 3 || line.contains(':')) {
        return true;
    }
    if words <= 7 && begins(OFFERS) && !quotes && !line.contains(',') {
        return true;
    }
    // `Join us`, and not `US talks`.
    let says_us = || line.split(is_space).any(|word| word.trim_matches(|c: char| !c.is_alphabetic()) == "us");
    let to_the_reader = told & READER != 0 || told & REQUEST != 0 && says_us();
    // `Britain will support our army` asks nobody.
    let of_the_site = told & SITE != 0 && to_the_reader;
    let begins_so = begins(BEGIN) && (to_the_reader || words <= 4);
    let asks = begins_so || of_the_site || told & PLEASE != 0;
    told & REQUEST != 0 && asks && !quotes
}

/// A credit in brackets at the end of a line has no more words.
const MOST_WORDS_IN_BRACKETS: usize = 18;

/// Where a picture's credit begins in a line: `… Photo by Ada Berg`, `(Photo:
/// …)`, `… / Getty Images`.
pub(super) fn credit(line: &str) -> Option<usize> {
    const CREDITS: &[&str] = &[
        "(AP",
        "(Courtesy",
        "(Credit",
        "(Getty",
        "(Image",
        "(Photo",
        "(Picture",
        "(Reuters",
        "AP Photo",
        "Credit: ",
        "Getty Images",
        "Image copyright",
        "Image courtesy",
        "Image source",
        "Image: ",
        "Photo by ",
        "Photo courtesy",
        "Photo credit",
        "Photo/",
        "Photo: ",
        "Photograph: ",
        "Photos by ",
        "Picture: ",
        "REUTERS/",
        "Reuters/",
        "Source: ",
    ];
    let begins = |at: usize| line.get(at..).is_some_and(|rest| CREDITS.iter().any(|credit| begins_with(rest, credit)));
    if let Some(at) = names_in_brackets(line) {
        return Some(at);
    }
    let at = line
        .bytes()
        .enumerate()
        .find(|(at, byte)| matches!(byte, b'(' | b'A' | b'C' | b'G' | b'I' | b'P' | b'R' | b'S') && begins(*at))?
        .0;
    let rest = line.get(at..)?;
    // A name or two, not a sentence.
    let is_name = |word: &str| is_capitalised(word) || !word.starts_with(char::is_alphabetic);
    let in_brackets = rest.starts_with('(') && rest.ends_with(')') && !rest.contains(['"', '“']);
    if in_brackets && rest.split(is_space).count() <= MOST_WORDS_IN_BRACKETS {
        return Some(at);
    }
    (rest.split(is_space).count() <= 10 && rest.split(is_space).skip(2).take(2).all(is_name)).then_some(at)
}

/// Where whose a picture is begins at the end of a line: `… (Ada Berg / XPA via Delta)`.
fn names_in_brackets(line: &str) -> Option<usize> {
    let inner = line.strip_suffix(')')?;
    let at = inner.rfind('(')?;
    let inner = inner.get(at + 1..)?;
    let parted = inner.contains('/') || inner.contains(" via ");
    let mut words = inner.split(is_space);
    let named = words.clone().filter(|word| is_capitalised(word)).count() >= 2
        && words.all(|word| is_capitalised(word) || word == "via" || !word.starts_with(char::is_alphabetic));
    (parted && named && inner.split(is_space).count() <= MOST_WORDS_IN_BRACKETS).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_speaks_of_the_page_is_clutter() {
        for line in [
            "Share",
            "Share on Facebook",
            "3 comments",
            "1 day ago",
            "2 weeks ago",
            "We use cookies to improve your visit.",
            "Subscribe to our newsletter",
            "Please support our work.",
            "Home / News / Europe",
            "Watch the full interview in the video.",
            "Translation by AB12",
            "© 2021 Delta Press",
            "5 min read",
            "Turn off your ad blocker to read on.",
            "Last updated 6 hours ago",
            "Copyright 2021 Delta Press",
            "Reporting by Ada Berg; additional editing by Bo Carter",
            "Join us on WhatsApp",
            "Got a correction? Write to the desk of the Delta Press.",
            "By signing up you agree to our terms of use.",
            "Cat found in a tree Cat found in a tree",
            "(Ada Berg / XPA)",
            "READ MORE: The cat that the mayor of Delft found in a tree on Sunday is well, and so is the mayor",
            "* * *",
            "This article is more than 3 years old",
            "A version of this article appeared in print on May 2.",
            "Copyright © 2021 Delta Press. Click here for permission to print this again.",
            "— Ada Berg (@adaberg) May 2, 2021",
        ] {
            assert_eq!(clutter(line, &Shape::of(line)), Some(Clutter::Line), "{line}");
        }
        let rates = "12.5 14.1 USD 80.2 EUR 91.3";
        assert_eq!(clutter(rates, &Shape::of(rates)), Some(Clutter::Figures));
        for line in ["Related Articles", "Leave a Reply", "More from Delta Press", "READ ALSO:"] {
            assert_eq!(clutter(line, &Shape::of(line)), Some(Clutter::Section), "{line}");
        }
    }

    #[test]
    fn news_about_such_things_is_none() {
        for line in [
            "The company said subscriptions rose by a third in May.",
            "The president will sign the law on cookies on Friday.",
            "He asked voters to donate blood.",
            "Weather delayed the launch by two days.",
            "May 2, 2021, Delft",
            "Ada Berg 02/05/2021",
            "“Follow your heart,” she said.",
            "Britain will support US strikes.",
            "The firm's US market share fell by a third.",
            "Our support for the city will not end, the mayor told the council.",
            "The union rejected the terms and conditions of the offer.",
            "Search for the missing boat ends",
            "72 hours in the old town",
            "Copyright law was changed on Monday, the court said.",
            "Reporting by the council showed that the bridge was old.",
            "The firm changed its privacy policy in May.",
        ] {
            assert_eq!(clutter(line, &Shape::of(line)), None, "{line}");
        }
    }

    #[test]
    fn the_lists_are_sorted_for_the_search() {
        for list in [SECTIONS, CONTROLS, NOTES, CREDITS, LABELS, LOOKING] {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
        for pair in PHRASES.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{pair:?}");
        }
    }

    #[test]
    fn credits_are_found() {
        assert_eq!(credit("Berg in Delft. Photo by Ada Berg"), Some(15));
        assert_eq!(credit("Berg in Delft. (Photo: Bo Carter / XPA. Courtesy of the city)"), Some(15));
        assert_eq!(credit("Berg in Delft. (Bo Carter /XPA Press via DPA)"), Some(15));
        assert_eq!(credit("Berg is in Delft until noon (CET/GMT)"), None);
        assert_eq!(credit("The museum shows a Photo by the river."), None);
    }
}
