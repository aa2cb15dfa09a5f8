//! Words for what a person is: offices, ranks, callings, kin.

use std::sync::LazyLock;

use crate::table::Table;

/// What a role word says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleClass {
    /// Head or minister of a state.
    State,
    /// An office of a state, an authority, a company, a club.
    Office,
    /// A rank or a form of address before a name.
    Rank,
    /// What someone is by calling.
    Calling,
    /// A relative.
    Kin,
}

#[derive(Default)]
struct Roles {
    /// The words by their text, in lower case. A word may have several classes.
    classes: Table<Vec<RoleClass>>,
    /// How many words the longest role has that begins with a word, or with what it may be the plural of.
    longest: Table<usize>,
}

static ROLES: LazyLock<Roles> = LazyLock::new(|| {
    let mut roles = Roles::default();
    for line in include_str!(concat!(env!("OUT_DIR"), "/roles.tsv")).lines() {
        let Some((class, words)) = line.split_once('\t') else { continue };
        let class = match class {
            "state" => RoleClass::State,
            "office" => RoleClass::Office,
            "rank" => RoleClass::Rank,
            "calling" => RoleClass::Calling,
            _ => RoleClass::Kin,
        };
        for word in words.split('|') {
            if let Some(classes) = roles.classes.entry(word, Vec::new) {
                classes.push(class);
            }
            let mut parts = word.split(' ');
            let first = parts.next().unwrap_or(word);
            let length = parts.count() + 1;
            for form in [Some(first.to_owned())].into_iter().chain(plurals(first)).flatten() {
                if let Some(longest) = roles.longest.entry(form.leak(), || 0) {
                    *longest = (*longest).max(length);
                }
            }
        }
    }
    roles
});

/// What may be the plural of a word.
fn plurals(word: &str) -> [Option<String>; 3] {
    let with = |stem: &str, end: &str| [stem, end].concat();
    [
        word.strip_suffix("man").map(|stem| with(stem, "men")),
        word.strip_suffix('y').map(|stem| with(stem, "ies")),
        Some(with(word, "s")).filter(|_| word.len() > 2),
    ]
}

/// The classes of a role, given in lower case (`prime minister`); empty when it
/// is none.
pub fn role(words: &str) -> &'static [RoleClass] {
    ROLES.classes.get(words).map_or(&[], Vec::as_slice)
}

/// How many words the longest role has that begins with `word`, given in lower
/// case, or with what it may be the plural of; 0 when none does.
pub fn longest_role(word: &str) -> usize {
    ROLES.longest.get(word).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_have_several_classes() {
        assert!(role("president").contains(&RoleClass::State));
        assert!(role("president").contains(&RoleClass::Rank));
        assert!(role("table").is_empty());
    }
}
