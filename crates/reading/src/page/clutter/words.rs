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
pub(super) const CONTROLS: &[&str] = &[
    "accept", "ad", "add to favorites", "advertisement", "advertising", "all comments", "back to top", "bookmark",
    "breaking", "breaking news", "close", "close menu", "close search", "comment", "copied", "copy", "copy link",
    "copy url", "don't want to see this", "email", "email this", "expand", "facebook", "feedback", "file image",
    "file photo", "flipboard", "font size", "fullscreen", "gift article", "gift this article", "hide", "home",
    "instagram", "just in", "link copied", "linkedin", "listen", "listen to article", "listen to this article",
    "live updates", "load more", "loading", "log in", "login", "mail", "menu", "messenger", "more", "mute",
    "news alert", "next", "next article", "open menu", "open search", "pause", "photo gallery", "pinterest", "play",
    "play video", "previous", "previous article", "print", "print this", "read aloud", "reddit", "register",
    "remove ads", "reply", "report this ad", "resume", "rss", "save", "save article", "save for later",
    "scroll to top", "search", "send", "share", "share article", "share on facebook", "share on twitter",
    "share on x", "share options", "share post", "share this post", "share via", "sign in", "sign up", "site colors",
    "site colours", "skip ad", "skip to content", "skip to main content", "story continues below",
    "story continues below advertisement", "telegram", "text", "text size", "toggle menu", "toggle navigation",
    "translate", "tumblr", "tweet", "twitter", "uncategorized", "unmute", "viber", "view comments", "view settings",
    "vk", "watch", "watch live", "whatsapp", "x", "youtube",
];

/// Beginnings of lines about the page or its making.
#[rustfmt::skip]
pub(super) const NOTES: &[&str] = &[
    "additional reporting by", "copyright", "disclaimer", "disclosure statement", "editing by", "editor's note",
    "editors' note", "filed under", "follow us", "image credit", "image source", "media caption",
    "originally published", "our standards", "photo credit", "photos by", "published by", "reporting by", "reprinted",
    "source link", "tagged", "this article has been", "this article was originally", "this story has been",
    "this story was originally", "translated by", "translation by", "writing by",
];

/// Words that are such a beginning where a colon follows.
pub(super) const LABELS: &[&str] = &["credit", "translation", "via"];

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

/// Phrases that tell, anywhere in a line, and what they tell.
#[rustfmt::skip]
pub(super) const PHRASES: &[(&str, u8)] = &[
    ("ad blocker", PAGE), ("ad blockers", PAGE), ("adblock", PAGE), ("adblocker", PAGE), ("adblockers", PAGE),
    ("add your comment", PAGE), ("advertisement has not loaded", PAGE), ("all rights reserved", PAGE),
    ("app", ELSEWHERE), ("article", ELSEWHERE), ("article continues below", PAGE), ("back to video", PAGE),
    ("be the first to comment", PAGE), ("below", ELSEWHERE), ("browser", COOKIE_USE),
    ("channel", REQUEST | ELSEWHERE), ("click", REQUEST), ("comment", REQUEST), ("commenting guidelines", PAGE),
    ("community guidelines", PAGE), ("consent", COOKIE_USE), ("content is reserved", PAGE),
    ("continue reading", PAGE), ("cookie", COOKIE), ("cookie policy", PAGE), ("cookie settings", PAGE),
    ("cookies", REQUEST | COOKIE), ("create a free account", PAGE), ("create an account", PAGE), ("donate", REQUEST),
    ("donation", REQUEST), ("download", REQUEST), ("email", REQUEST), ("email address will not be published", PAGE),
    ("enable javascript", PAGE), ("fields are marked", PAGE), ("follow", REQUEST), ("for subscribers only", PAGE),
    ("forgot password", PAGE), ("full story", ELSEWHERE), ("gallery", ELSEWHERE), ("here", ELSEWHERE),
    ("in our", ELSEWHERE), ("interview", ELSEWHERE), ("join", REQUEST), ("join the conversation", PAGE),
    ("join the discussion", PAGE), ("keep comments relevant", PAGE), ("link", ELSEWHERE), ("live", ELSEWHERE),
    ("log in", REQUEST), ("logged in to", PAGE), ("membership", REQUEST), ("min read", PAGE), ("minute read", PAGE),
    ("more", ELSEWHERE), ("must be logged in", PAGE), ("newsletter", REQUEST), ("notifications", REQUEST),
    ("our", ELSEWHERE | READER), ("own shares in or", PAGE), ("photo", ELSEWHERE), ("photos", ELSEWHERE),
    ("please", READER | PLEASE), ("podcast", ELSEWHERE), ("privacy policy", PAGE), ("read time", PAGE),
    ("receive funding from any", PAGE), ("register", REQUEST), ("registering for free", PAGE), ("report", ELSEWHERE),
    ("save this article", PAGE), ("set by", COOKIE_USE), ("share", REQUEST), ("sign in", REQUEST),
    ("sign up", REQUEST), ("store", COOKIE_USE), ("stored", COOKIE_USE), ("stores", COOKIE_USE), ("story", ELSEWHERE),
    ("story continues below", PAGE), ("subscribe", REQUEST), ("subscription", REQUEST), ("support", REQUEST),
    ("tap", REQUEST), ("terms and conditions", PAGE), ("terms of service", PAGE), ("terms of use", PAGE),
    ("unlimited online access", PAGE), ("us", READER), ("use of cookies", PAGE), ("used to", COOKIE_USE),
    ("video", ELSEWHERE), ("view in app", PAGE), ("visitor", COOKIE_USE), ("visitors", COOKIE_USE),
    ("we use cookies", PAGE), ("website", COOKIE_USE), ("websites", COOKIE_USE), ("whatsapp", REQUEST),
    ("your", READER), ("your browser", PAGE), ("your inbox", PAGE),
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
