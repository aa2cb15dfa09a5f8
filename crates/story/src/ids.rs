//! Ids: one type for each kind of item, and the making of stable ones.
//!
//! The same articles give the same ids whichever order they came in, so an id
//! is made from what the item says, never from its position, and
//! [`Minter`] hands out suffixes in the order in which it is asked: ask it in
//! a sorted order.

use std::borrow::Borrow;
use std::fmt;

use serde::Serialize;

use crate::case::small;
use crate::fields::{Field, Reader};
use crate::sorted::Map;
use crate::value::Value;

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "json", derive(serde::Deserialize))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes `id` as it is.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id's text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Field for $name {
            fn read(value: Value, reader: &mut Reader) -> Self {
                Self(String::read(value, reader))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

id_types! {
    /// An article's id: publisher and date, made unique.
    ArticleId
    /// An entity's id: its name in lower case, made unique.
    EntityId
    /// A relation's id.
    RelationId
    /// An event's id.
    EventId
    /// A quote's id.
    QuoteId
    /// A figure's id.
    FigureId
    /// A disagreement's id.
    DisagreementId
}

/// The longest slug, in characters: long enough for a name to be recognised,
/// short enough for a URL's fragment.
const SLUG_CHARS: usize = 60;

/// Lower-case words of `text` joined by hyphens, for an id.
///
/// Letters and digits of every script are kept, so that a Cyrillic name makes
/// a readable id and two such names do not both become nothing. Cut at
/// 60 characters, at a word's end. Empty when `text` has no letter or digit.
///
/// ```
/// assert_eq!(story::ids::slug("The U.S. – Mexico (trade) pact"), "the-u-s-mexico-trade-pact");
/// assert_eq!(story::ids::slug("Жаңа жыл"), "жаңа-жыл");
/// ```
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(SLUG_CHARS);
    let mut chars = 0;
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        // The word goes after the others, and is taken back where it is too long.
        let before = slug.len();
        if chars > 0 {
            slug.push('-');
        }
        let mut length = 0;
        let push = |c: char| {
            length += 1;
            if length <= SLUG_CHARS {
                slug.push(c);
            }
        };
        word.chars().filter(|c| c.is_alphanumeric()).map(small).for_each(push);
        let ends = chars > 0 && chars + 1 + length > SLUG_CHARS;
        if length == 0 || ends {
            slug.truncate(before);
            if length > 0 {
                break;
            }
            continue;
        }
        chars += length + usize::from(chars > 0);
    }
    slug
}

/// Hands out ids that are unique within one list.
#[derive(Debug, Default)]
pub struct Minter {
    /// The ids that are taken, each with the suffix to try next for the same
    /// wish: without it the same wish made often would take ever longer.
    taken: Map<String, usize>,
}

impl Minter {
    /// A minter that has handed out nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// `wanted` if it is free, else `wanted-2`, `wanted-3`, …; `item` stands
    /// in for an empty wish.
    pub fn mint(&mut self, wanted: &str) -> String {
        /// The first suffix.
        const SECOND: usize = 2;
        let wanted = if wanted.is_empty() { "item" } else { wanted };
        let mut id = wanted.to_owned();
        if let Some(&next) = self.taken.get(wanted) {
            let mut suffix = next;
            while self.taken.contains_key(&id) {
                id = [wanted, "-", &suffix.to_string()].concat();
                suffix += 1;
            }
            self.taken.insert(wanted.to_owned(), suffix);
        }
        self.taken.insert(id.clone(), SECOND);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_ends_at_a_word() {
        let slug = slug(&"abcdefghi ".repeat(20));
        assert_eq!(slug.chars().count(), 59);
        assert!(slug.ends_with("abcdefghi"));
    }

    #[test]
    fn apostrophes_do_not_split_a_word() {
        assert_eq!(slug("Xi’an’s O'Brien"), "xians-obrien");
    }

    #[test]
    fn one_endless_word_is_cut() {
        assert_eq!(slug(&"x".repeat(1000)).len(), SLUG_CHARS);
    }

    #[test]
    fn a_taken_id_gets_a_suffix() {
        let mut minter = Minter::new();
        assert_eq!(minter.mint("a"), "a");
        assert_eq!(minter.mint("a"), "a-2");
        assert_eq!(minter.mint("a-2"), "a-2-2");
        assert_eq!(minter.mint(""), "item");
    }
}
