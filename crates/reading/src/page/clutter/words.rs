//! The words of what clings to an article, as [`plain`] gives them:
//! small letters, single spaces, no marks but apostrophes. Sorted, for a
//! binary search.
//!
//! [`plain`]: super::super::shape::plain

use crate::text::begins_with;
use crate::wordlist::{number, number_of_first};

/// Short lines that head what comes after an article.
#[rustfmt::skip]
pub(super) const SECTIONS: &[&str] = &[
    "about the author", "about us", "also read", "around the web", "comments", "community guidelines", "current issue",
    "editor's picks", "editors' picks", "exchange rates", "explore more", "follow us", "further reading",
    "in this article", "join the conversation", "keep reading", "latest", "latest articles", "latest headlines",
    "latest news", "latest stories", "leave a comment", "leave a reply", "more coverage", "more from",
    "more headlines", "more like this", "more news", "more on this", "more on this story", "more on this topic",
    "more stories", "more to read", "most popular", "most read", "most shared", "most viewed", "must read",
    "must reads", "newsletter", "other news", "other stories", "our partners", "popular", "popular now",
    "post a comment", "read also", "read more", "read next", "recent posts", "recommended", "recommended for you",
    "recommended reading", "recommended videos", "related", "related articles", "related content", "related coverage",
    "related news", "related posts", "related stories", "related topics", "related videos", "see also", "share this",
    "share this article", "share this story", "show more", "sponsored", "sponsored content", "subscribe",
    "table of contents", "tags", "top news", "top stories", "topics", "trending", "trending now", "trending stories",
    "up next", "weather", "what others are reading", "what to read next", "you may also like", "you might also like",
];

/// Short lines that are controls of a page.
#[rustfmt::skip]
pub(super) const CONTROLS: &[&str] = &[
    "accept", "ad", "ad policy", "add as preferred on google", "add to favorites", "advertisement", "advertising",
    "all comments", "article content", "back", "back to top", "bookmark", "breaking", "breaking news", "close",
    "close menu", "close search", "comment", "cookie policy", "copied", "copy", "copy link", "copy url",
    "don't want to see this", "email", "email this", "expand", "facebook", "feedback", "file image", "file photo",
    "flipboard", "font size", "fullscreen", "gift article", "gift this article", "hide", "home", "instagram",
    "just in", "link copied", "linkedin", "listen", "listen to article", "listen to this article", "live updates",
    "load more", "loading", "log in", "login", "mail", "menu", "messenger", "more", "mute", "news alert", "next",
    "next article", "open menu", "open search", "pause", "photo gallery", "pinterest", "play", "play video",
    "previous", "previous article", "print", "print this", "privacy policy", "privacy terms", "read aloud",
    "read full article", "reddit", "register", "remove ads", "reply", "report a typo", "report an error",
    "report this ad", "reprints permissions", "resume", "rss", "save", "save article", "save for later",
    "scroll to top", "search", "send", "share", "share article", "share on facebook", "share on twitter", "share on x",
    "share options", "share post", "share this post", "share via", "sign in", "sign up", "site colors", "site colours",
    "skip ad", "skip to content", "skip to main content", "story continues below",
    "story continues below advertisement", "story saved", "submit a correction", "subscriber only", "subscribers only",
    "telegram", "terms and conditions", "terms of service", "terms of use", "text", "text size", "toggle menu",
    "toggle navigation", "translate", "tumblr", "tweet", "twitter", "uncategorized", "unmute", "viber",
    "view comments", "view gallery", "view image in fullscreen", "view settings", "vk", "watch", "watch live",
    "whatsapp", "x", "youtube",
];

/// Beginnings of lines about the page or its making.
#[rustfmt::skip]
pub(super) const NOTES: &[&str] = &[
    "a version of this", "additional reporting by", "disclaimer", "disclosure statement", "editor's note", "editors' note", "follow us",
    "got a correction", "image credit", "image credits", "image source", "media caption", "originally published",
    "our standards", "photo credit", "photo credits", "please note that", "reprinted", "source link",
    "spotted an error", "this article has been", "this article is more than", "this article was amended", "this article was originally",
    "this page has been", "this page was", "this story has been", "this story was originally",
];

/// Beginnings of lines that say whose work a thing is: names follow, and no
/// sentence.
#[rustfmt::skip]
pub(super) const CREDITS: &[&str] = &[
    "copyright", "editing by", "filed under", "photos by", "published by", "reporting by", "tagged", "translated by",
    "translation by", "writing by",
];

/// Words that are such a beginning where a colon follows.
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "also read", "credit", "doi", "must read", "read also", "read more", "read next", "recommended", "related",
    "see also", "translation", "via",
];

/// Verbs that ask a reader to look elsewhere.
#[rustfmt::skip]
pub(super) const LOOKING: &[&str] = &[
    "browse", "check out", "click", "discover", "find out", "follow", "join", "learn more", "listen", "read", "see",
    "visit", "watch",
];

/// Said on a page, never in its news.
pub(super) const PAGE: u8 = 1;
/// Said on a page to its reader, and of other things in news.
pub(super) const REQUEST: u8 = 2;
/// What a reader is asked to look at.
pub(super) const ELSEWHERE: u8 = 4;
/// Speaks to the reader, or of the publisher.
pub(super) const READER: u8 = 8;
/// `please`
pub(super) const PLEASE: u8 = 16;
/// Cookies.
pub(super) const COOKIE: u8 = 32;
/// What cookies do.
pub(super) const COOKIE_USE: u8 = 64;
/// Said of sites more than of anything else.
pub(super) const SITE: u8 = 128;

/// Phrases that tell, anywhere in a line, and what they tell.
#[rustfmt::skip]
pub(super) const PHRASES: &[(&str, u8)] = &[
    ("ad blocker", REQUEST | SITE), ("ad blockers", REQUEST | SITE), ("adblock", PAGE), ("adblocker", PAGE),
    ("adblockers", PAGE), ("add your comment", PAGE), ("advertisement has not loaded", PAGE),
    ("affiliate commission", PAGE), ("affiliate links", PAGE), ("all rights reserved", PAGE),
    ("already a subscriber", PAGE), ("already have an account", PAGE), ("app", ELSEWHERE), ("article", ELSEWHERE),
    ("article continues below", PAGE), ("articles per month", PAGE), ("articles remaining", PAGE),
    ("back to video", PAGE), ("be the first to comment", PAGE), ("below", ELSEWHERE), ("browser", COOKIE_USE),
    ("channel", REQUEST | ELSEWHERE), ("click", REQUEST | SITE), ("comment", REQUEST), ("commenting guidelines", PAGE),
    ("community guidelines", REQUEST | SITE), ("consent", COOKIE_USE), ("consent to receive", PAGE),
    ("content is reserved", PAGE), ("continue reading", PAGE), ("contributed reporting", PAGE),
    ("contributed to this article", PAGE), ("contributed to this report", PAGE), ("contributed to this story", PAGE),
    ("cookie", COOKIE), ("cookie policy", REQUEST | SITE), ("cookie settings", PAGE),
    ("cookies", REQUEST | COOKIE | SITE), ("create a free account", PAGE), ("create an account", REQUEST | SITE),
    ("delivered to your", PAGE), ("donate", REQUEST), ("donation", REQUEST),
    ("download", REQUEST), ("earn a commission", PAGE), ("email", REQUEST),
    ("email address will not be published", PAGE), ("enable javascript", PAGE), ("fields are marked", PAGE),
    ("follow", REQUEST), ("follow us on", PAGE), ("for subscribers only", PAGE), ("forgot password", PAGE),
    ("full story", ELSEWHERE), ("gallery", ELSEWHERE), ("has failed to load", PAGE), ("here", ELSEWHERE),
    ("in our", ELSEWHERE), ("interview", ELSEWHERE), ("is protected by recaptcha", PAGE), ("join", REQUEST),
    ("join the conversation", PAGE), ("join the discussion", PAGE), ("keep comments relevant", PAGE),
    ("link", ELSEWHERE), ("live", ELSEWHERE), ("log in", REQUEST | SITE), ("logged in to", PAGE),
    ("may not be published broadcast", PAGE), ("membership", REQUEST), ("min read", PAGE), ("minute read", PAGE),
    ("more", ELSEWHERE), ("must be logged in", PAGE), ("my bookmarks", PAGE), ("newsletter", REQUEST | SITE),
    ("notifications", REQUEST | SITE), ("our", ELSEWHERE | READER), ("own shares in or", PAGE), ("photo", ELSEWHERE),
    ("photos", ELSEWHERE), ("please", READER | PLEASE), ("podcast", ELSEWHERE), ("privacy policy", REQUEST | SITE),
    ("read time", PAGE), ("receive funding from any", PAGE), ("register", REQUEST), ("registering for free", PAGE),
    ("report", ELSEWHERE), ("save this article", PAGE), ("set by", COOKIE_USE), ("share", REQUEST),
    ("sign in", REQUEST | SITE), ("sign up", REQUEST | SITE), ("signing you up", PAGE), ("store", COOKIE_USE),
    ("stored", COOKIE_USE), ("stores", COOKIE_USE), ("story", ELSEWHERE), ("story continues below", PAGE),
    ("subscribe", REQUEST | SITE), ("subscription", REQUEST | SITE), ("support", REQUEST), ("tap", REQUEST),
    ("terms and conditions", REQUEST | SITE), ("terms of service", REQUEST | SITE), ("terms of use", REQUEST | SITE),
    ("thanks for signing up", PAGE), ("this site", READER), ("unlimited digital access", PAGE), ("unlimited online access", PAGE),
    ("unlock more articles", PAGE), ("unlock this article", PAGE), ("use of cookies", PAGE), ("used to", COOKIE_USE),
    ("via your institution", PAGE), ("video", ELSEWHERE), ("view in app", PAGE), ("visitor", COOKIE_USE),
    ("visitors", COOKIE_USE), ("we use cookies", PAGE), ("website", COOKIE_USE), ("websites", COOKIE_USE),
    ("whatsapp", REQUEST | SITE), ("you agree to our", PAGE), ("your", READER), ("your browser", PAGE),
    ("your inbox", PAGE),
];

/// The numbers of the phrases' first words. The order is the same: a space
/// comes before any letter.
const FIRST_WORDS: [u128; PHRASES.len()] = {
    let mut numbers = [0; PHRASES.len()];
    let mut index = 0;
    while index < PHRASES.len() {
        numbers[index] = number_of_first(PHRASES[index].0);
        index += 1;
    }
    numbers
};

/// Where the phrases with each first letter begin, and the end of the last.
const FIRST_LETTERS: [usize; 27] = {
    let mut firsts = [PHRASES.len(); 27];
    let mut letter = 0;
    while letter < 27 {
        let mut index = PHRASES.len();
        while index > 0 {
            index -= 1;
            if (PHRASES[index].0.as_bytes()[0] - b'a') as usize >= letter {
                firsts[letter] = index;
            }
        }
        letter += 1;
    }
    firsts
};

/// The first word of a phrase is shorter.
const LONGEST_FIRST: usize = 32;

/// Which lengths the first words with each first letter have, a bit each: most
/// words are of another, and are no further looked for.
const LENGTHS: [u32; 26] = {
    let mut lengths = [0; 26];
    let mut index = 0;
    while index < PHRASES.len() {
        let phrase = PHRASES[index].0.as_bytes();
        let mut length = 0;
        while length < phrase.len() && phrase[length] != b' ' {
            length += 1;
        }
        lengths[(phrase[0] - b'a') as usize] |= 1 << length;
        index += 1;
    }
    lengths
};

/// What the phrases in a line of plain words tell, taken together.
pub(super) fn told(plain: &str) -> u8 {
    let bytes = plain.as_bytes();
    let mut told = 0;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
        if byte.is_ascii_lowercase()
            && length < LONGEST_FIRST
            && LENGTHS.get(usize::from(byte - b'a')).is_some_and(|lengths| lengths >> length & 1 == 1)
            && let Some(number) = plain.get(at..at + length).and_then(number)
        {
            told |= told_from(plain.get(at..).unwrap_or_default(), usize::from(byte - b'a'), number);
        }
        at += length + 1;
    }
    told
}

/// What the phrases tell that `rest` begins with, given the place of its first
/// letter and the number of its first word.
fn told_from(rest: &str, letter: usize, number: u128) -> u8 {
    let (Some(&from), Some(&to)) = (FIRST_LETTERS.get(letter), FIRST_LETTERS.get(letter + 1)) else { return 0 };
    let same = FIRST_WORDS.iter().zip(PHRASES).take(to).skip(from).filter(|(first, _)| **first == number);
    same.filter(|(_, (phrase, _))| starts_with_words(rest, phrase)).fold(0, |told, (_, (_, tells))| told | tells)
}

/// Whether the plain words begin with these words.
pub(super) fn starts_with_words(plain: &str, words: &str) -> bool {
    begins_with(plain, words) && matches!(plain.as_bytes().get(words.len()), None | Some(b' '))
}
