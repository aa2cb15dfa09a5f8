//! What the name of an element, its role, its class and its id say about the
//! text in it.

/// How sure names are that an element holds no running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// After something that is around running text on some pages.
    Maybe,
    /// After something that never is.
    Surely,
}

/// Elements that hold no running text, as HTML has it. A form may be around
/// the whole page.
const ELEMENTS: &[&str] = &["aside", "dialog", "footer", "form", "menu", "nav", "search"];

/// Roles that say so, of ARIA.
const ROLES: &[&str] =
    &["alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search"];

/// Words in classes and ids by which web pages commonly name what is no
/// running text; wrappers of running text have them, too. Sorted.
#[rustfmt::skip]
const MAYBE: &[&str] = &[
    "account", "ad", "ads", "advert", "advertisement", "advertising", "author", "authors", "bio", "byline", "caption",
    "captions", "carousel", "copyright", "credit", "credits", "cta", "dialog", "disclaimer", "disclosure", "donate",
    "donation", "drawer", "dropdown", "feedback", "leaderboard", "legal", "login", "marketing", "menu", "modal", "nav",
    "overlay", "pagination", "player", "playlist", "popover", "popular", "popup", "privacy", "promo", "promos", "promoted",
    "promotion", "promotional", "register", "registration", "share", "sharing", "sidebar", "signin", "skip", "social",
    "sponsor", "sponsored", "sponsors", "subscribe", "subscriber", "subscribers", "subscription", "tags", "toast",
    "toolbar", "tooltip", "topics", "upsell", "visually", "widget", "widgets",
];

/// Words that name nothing else. Sorted.
#[rustfmt::skip]
const SURELY: &[&str] = &[
    "breadcrumb", "breadcrumbs", "comment", "commenting", "comments", "consent", "cookie", "cookies", "disqus",
    "footer", "gdpr", "navbar", "navigation", "newsletter", "newsletters", "outbrain", "recirc", "recirculation",
    "recommendation", "recommendations", "recommended", "related", "signup", "taboola", "trending", "tweet",
];

/// Classes by which pages commonly hide an element.
const HIDDEN: &[&str] = &["d-none", "hidden", "hide", "is-hidden", "screen-reader-text", "sr-only", "visually-hidden"];

/// Elements that hold the whole page: what they are named after says nothing
/// of their text.
const WHOLE: &[&str] = &["html", "body", "main", "article"];

/// A name of more words is made of a sentence.
const MOST_WORDS: usize = 5;

/// What the element's names say of its text, if they say that it is no
/// running text.
pub(super) fn named(element: &str, role: &str, class: &str, id: &str) -> Option<Named> {
    if WHOLE.contains(&element) {
        return None;
    }
    let is_element = ELEMENTS.contains(&element) || ROLES.contains(&role);
    let mut found = is_element.then_some(Named::Maybe);
    for name in class.split_ascii_whitespace().chain([id]) {
        if HIDDEN.contains(&name) {
            found = found.or(Some(Named::Maybe));
        }
        if words(name).count() > MOST_WORDS {
            continue;
        }
        for word in words(name) {
            let small = word.to_ascii_lowercase();
            if SURELY.binary_search(&small.as_str()).is_ok() {
                return Some(Named::Surely);
            }
            if MAYBE.binary_search(&small.as_str()).is_ok() {
                found = Some(Named::Maybe);
            }
        }
    }
    found
}

/// The words of a name as it is written for machines: `newsletter-box`,
/// `newsletterBox`, `newsletter_box`.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric());
    // A number may follow a word; letters among digits are none.
    let parts = parts.map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()));
    let parts = parts.filter(|part| !part.is_empty() && !part.contains(|c: char| c.is_ascii_digit()));
    parts.flat_map(|part| {
        let bytes = part.as_bytes();
        let mut start = 0;
        let ends = (1..=bytes.len()).filter(move |&at| {
            let before = bytes.get(at - 1).is_some_and(u8::is_ascii_lowercase);
            let after = bytes.get(at).is_none_or(u8::is_ascii_uppercase);
            at == bytes.len() || (before && after)
        });
        ends.map(move |end| {
            let word = part.get(start..end).unwrap_or_default();
            start = end;
            word
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_for_machines_are_parted_into_words() {
        let parted = |name| words(name).collect::<Vec<_>>();
        assert_eq!(parted("newsletter-box"), ["newsletter", "box"]);
        assert_eq!(parted("relatedLinks__item2"), ["related", "Links", "item"]);
        assert_eq!(parted("AD_2"), ["AD"]);
        assert_eq!(parted("p-7ad4-ad40a"), ["p"], "letters among digits");
    }

    #[test]
    fn names_tell_what_is_no_running_text() {
        assert_eq!(named("nav", "", "", ""), Some(Named::Maybe));
        assert_eq!(named("div", "complementary", "", ""), Some(Named::Maybe));
        assert_eq!(named("div", "", "ArticleNewsletter box", ""), Some(Named::Surely));
        assert_eq!(named("div", "", "", "related-links"), Some(Named::Surely));
        assert_eq!(named("p", "", "hidden", ""), Some(Named::Maybe));
        assert_eq!(named("div", "", "story-text pagination-first", ""), Some(Named::Maybe), "of a text in pages");
        assert_eq!(named("div", "", "article-body paragraph", "story"), None);
        assert_eq!(named("div", "", "shareholder headline", ""), None, "whole words");
        assert_eq!(named("body", "", "has-sidebar", ""), None);
        assert_eq!(named("h2", "", "", "what-the-new-cookies-of-the-bakery-cost"), None, "a sentence");
    }

    #[test]
    fn the_words_are_sorted_for_the_search() {
        assert!(MAYBE.is_sorted() && SURELY.is_sorted());
    }
}
