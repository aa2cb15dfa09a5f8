//! What clings to an article when it is copied from its page.
//!
//! Lines are told by what they are: a request to the reader, a control of the
//! page, a credit, a list of other things to read. Words that occur in news
//! as well count only where the line is short or speaks to the reader.

use crate::text::{is_capitalised, is_space};

/// What a line is, beside the article's own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clutter {
    /// The line alone is none of the article's.
    Line,
    /// It heads a part of the page that is none of the article's.
    Section,
}

/// Short lines that head what comes after an article.
#[rustfmt::skip]
const SECTIONS: &[&str] = &[
    "about the author", "about us", "also read", "around the web", "comments", "community guidelines",
    "editor's picks", "editors' picks", "exchange rates", "explore more", "follow us", "join the conversation",
    "keep reading", "latest", "latest articles", "latest headlines", "latest news", "latest stories",
    "leave a comment", "leave a reply", "more coverage", "more from", "more headlines", "more like this", "more news",
    "more on this", "more on this story", "more on this topic", "more stories", "most popular", "most read",
    "most viewed", "must read", "must reads", "newsletter", "other news", "other stories", "our partners", "popular",
    "popular now", "post a comment", "read also", "read more", "read next", "recent posts", "recommended",
    "recommended for you", "related", "related articles", "related content", "related coverage", "related news",
    "related posts", "related stories", "related topics", "see also", "share this", "share this article",
    "share this story", "show more", "sponsored", "sponsored content", "subscribe", "tags", "top news", "top stories",
    "topics", "trending", "trending now", "up next", "weather", "what to read next", "you may also like",
    "you might also like",
];

/// Short lines that are controls of a page.
#[rustfmt::skip]
const CONTROLS: &[&str] = &[
    "accept", "ad", "add to favorites", "advertisement", "advertising", "back to top", "bookmark", "close", "comment",
    "copied", "copy link", "copy url", "email", "email this", "expand", "facebook", "feedback", "flipboard",
    "font size", "gift article", "gift this article", "hide", "home", "instagram", "linkedin", "listen",
    "listen to article", "load more", "loading", "log in", "login", "mail", "menu", "messenger", "more", "next",
    "next article", "open menu", "pinterest", "play", "play video", "previous", "previous article", "print",
    "print this", "reddit", "register", "reply", "report this ad", "rss", "save", "save article", "scroll to top",
    "search", "send", "share", "share on facebook", "share on twitter", "share on x", "sign in", "sign up",
    "site colors", "site colours", "skip ad", "skip to content", "skip to main content", "story continues below",
    "story continues below advertisement", "telegram", "text size", "toggle menu", "translate", "tumblr", "tweet",
    "twitter", "viber", "view comments", "view settings", "vk", "watch", "watch live", "whatsapp", "x", "youtube",
];

/// Beginnings of lines about the page or its making.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "copyright", "credit:", "disclaimer", "editor's note", "editors' note", "filed under", "follow us",
    "image credit", "image source", "media caption", "originally published", "photo credit", "photos by",
    "published by", "reprinted", "source link", "tagged", "this article has been", "this article was originally",
    "this story has been", "this story was originally", "translated by", "translation by", "translation:", "via:",
];

/// Said on a page, never in its news.
#[rustfmt::skip]
const PAGE_TALK: &[&str] = &[
    "ad blocker", "ad-blocker", "adblock", "add your comment", "advertisement has not loaded", "all rights reserved",
    "article continues below", "back to video", "be the first to comment", "commenting guidelines",
    "community guidelines", "content is reserved", "continue reading", "cookie policy", "cookie settings",
    "create a free account", "create an account", "email address will not be published", "enable javascript",
    "fields are marked", "for subscribers only", "forgot password", "join the conversation", "join the discussion",
    "keep comments relevant", "logged in to", "min read", "minute read", "must be logged in", "privacy policy",
    "registering for free", "save this article", "story continues below", "terms and conditions", "terms of service",
    "terms of use", "unlimited online access", "use of cookies", "view in app", "we use cookies", "your browser",
    "your inbox",
];

/// Said on a page to its reader, and of other things in news.
#[rustfmt::skip]
const REQUESTS: &[&str] = &[
    "channel", "click", "comment", "cookies", "donate", "donation", "download", "email", "follow", "join", "log in",
    "membership", "newsletter", "notifications", "register", "share", "sign in", "sign up", "subscribe",
    "subscription", "support", "tap", "whatsapp",
];

/// Verbs that ask a reader to look elsewhere.
#[rustfmt::skip]
const LOOKING: &[&str] = &[
    "browse", "check out", "click", "discover", "find out", "follow", "join", "learn more", "listen", "read", "see",
    "visit", "watch",
];

/// What they are to look at.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "app", "article", "below", "channel", "full story", "gallery", "here", "in our", "interview", "link", "live",
    "more", "our", "photo", "photos", "podcast", "report", "story", "video",
];

/// What kind of clutter the line is, if it is any.
pub(super) fn clutter(line: &str) -> Option<Clutter> {
    let words = line.split(is_space).filter(|word| word.contains(char::is_alphanumeric)).count();
    if words > MOST_WORDS_OF_A_NOTE {
        return is_mostly_numbers(line).then_some(Clutter::Line);
    }
    let lower = line.to_lowercase().replace('’', "'");
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if words == 0 || is_mostly_numbers(line) {
        return Some(Clutter::Line);
    }
    if words <= 8 && is_section(bare) {
        return Some(Clutter::Section);
    }
    let unnumbered = bare.trim_end_matches(|c: char| c.is_ascii_digit() || is_space(c));
    if words <= 6 && (CONTROLS.contains(&bare) || CONTROLS.contains(&unnumbered) || is_counter(bare)) {
        return Some(Clutter::Line);
    }
    if BEGINNINGS.iter().any(|beginning| bare.starts_with(beginning)) {
        return Some(Clutter::Line);
    }
    if PAGE_TALK.iter().any(|phrase| lower.contains(phrase)) || lower.starts_with('©') {
        return Some(Clutter::Line);
    }
    // `This cookie is set by … to store …`
    let of_cookies = lower.contains("cookie")
        && ["set by", "website", "used to", "visitor", "browser", "consent", "store"]
            .iter()
            .any(|word| lower.contains(word));
    if of_cookies && !lower.contains(['"', '“']) {
        return Some(Clutter::Line);
    }
    if is_trail(line, words) || is_request(&lower, bare, words) {
        return Some(Clutter::Line);
    }
    None
}

/// Longer lines are paragraphs that only mention such things.
const MOST_WORDS_OF_A_NOTE: usize = 50;

fn is_section(bare: &str) -> bool {
    SECTIONS.iter().any(|section| {
        bare.strip_prefix(section).is_some_and(|rest| {
            rest.is_empty()
                || rest.trim_matches(|c: char| !c.is_alphabetic()).is_empty()
                || (matches!(*section, "more from" | "more on this" | "about the author") && rest.starts_with(' '))
        })
    })
}

/// `12 comments`, `3 hours ago`, `5 min read`.
fn is_counter(bare: &str) -> bool {
    let mut words = bare.split(is_space);
    let counted = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    counted
        && words.next().is_some_and(|word| {
            matches!(
                word,
                "comment"
                    | "comments"
                    | "share"
                    | "shares"
                    | "views"
                    | "likes"
                    | "min"
                    | "mins"
                    | "reads"
                    | "hours"
                    | "minutes"
            )
        })
}

/// Figures of a table, a weather box, an exchange.
fn is_mostly_numbers(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    // A date has a month's name or a few digits; a table has many.
    digits * 2 > letters && digits > 8 && letters > 0 && line.split(is_space).count() > 4 || letters == 0
}

/// `Home / News / Europe`, `World | Business | Sport`.
fn is_trail(line: &str, words: usize) -> bool {
    let parts = line.split(['/', '|', '>', '»', '›', '•', '·']).count();
    let ends = line.trim_end_matches(is_space).ends_with(['/', '|', '>', '»', '›']);
    words <= 12 && ((parts >= 3 && words <= parts * 2) || (ends && words <= 4)) && !line.contains("://")
}

/// `Subscribe to our newsletter.`, `Watch the full interview in the video.`
fn is_request(lower: &str, bare: &str, words: usize) -> bool {
    if lower.starts_with(['"', '“', '‘']) {
        return false;
    }
    let has = |list: &[&str]| list.iter().any(|phrase| holds_word(lower, phrase));
    let looks = LOOKING.iter().any(|verb| bare.strip_prefix(verb).is_some_and(|rest| rest.starts_with([' ', ':'])));
    if looks && words <= 16 && (has(ELSEWHERE) || words <= 3 || lower.contains(':')) {
        return true;
    }
    let offers = words <= 7
        && ["subscribe", "sign up", "sign in", "log in", "search", "share this", "skip to", "jump to", "get the"]
            .iter()
            .any(|verb| bare.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' ')));
    if offers && !lower.contains([',', '"', '“']) {
        return true;
    }
    let begins = REQUESTS.iter().any(|verb| bare.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' ')));
    let to_the_reader =
        holds_word(lower, "please") || holds_word(lower, "your") || holds_word(lower, "our") || holds_word(lower, "us");
    let requests = has(REQUESTS);
    requests
        && ((begins && (to_the_reader || words <= 4)) || (to_the_reader && words <= 14) || holds_word(lower, "please"))
        && !lower.contains(['"', '“'])
}

/// Whether `text` holds `phrase` between other characters than letters.
fn holds_word(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|tail| tail.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Where a picture's credit begins in a line: `… Photo by Ada Berg`, `(Photo:
/// …)`, `… / Getty Images`.
pub(super) fn credit(line: &str) -> Option<usize> {
    const CREDITS: &[&str] = &[
        "Photo by ",
        "Photo: ",
        "Photograph: ",
        "Photo courtesy",
        "Image: ",
        "Picture: ",
        "Photo credit",
        "Photo/",
        "AP Photo",
        "Getty Images",
        "(Photo",
        "Image copyright",
        "Image source",
        "Photos by ",
    ];
    let at = CREDITS.iter().filter_map(|credit| line.find(credit)).min()?;
    let rest = line.get(at..)?;
    // A name or two, not a sentence.
    (rest.split(is_space).count() <= 10
        && rest
            .split(is_space)
            .skip(2)
            .take(2)
            .all(|word| is_capitalised(word) || !word.starts_with(char::is_alphabetic)))
    .then_some(at)
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
            "We use cookies to improve your visit.",
            "Subscribe to our newsletter",
            "Please support our work.",
            "Home / News / Europe",
            "Watch the full interview in the video.",
            "Translation by AB12",
            "© 2021 Delta Press",
            "5 min read",
            "Turn off your ad blocker to read on.",
            "12.5 14.1 USD 80.2 EUR 91.3",
            "* * *",
        ] {
            assert_eq!(clutter(line), Some(Clutter::Line), "{line}");
        }
        for line in ["Related Articles", "Leave a Reply", "More from Delta Press", "READ ALSO:"] {
            assert_eq!(clutter(line), Some(Clutter::Section), "{line}");
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
            "“Follow your heart,” she said.",
        ] {
            assert_eq!(clutter(line), None, "{line}");
        }
    }

    #[test]
    fn credits_are_found() {
        assert_eq!(credit("Berg in Delft. Photo by Ada Berg"), Some(15));
        assert_eq!(credit("The museum shows a Photo by the river."), None);
    }
}
