//! Words for what a person is: offices, ranks, callings, kin.

use std::collections::BTreeMap;
use std::sync::LazyLock;

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

/// The words by their text, in lower case. A word may have several classes.
static ROLES: LazyLock<BTreeMap<&'static str, Vec<RoleClass>>> = LazyLock::new(|| {
    let mut roles: BTreeMap<&str, Vec<RoleClass>> = BTreeMap::new();
    for line in include_str!("../../data/roles.tsv").lines().filter(|line| !line.starts_with('#')) {
        let Some((class, words)) = line.split_once('\t') else { continue };
        let class = match class {
            "state" => RoleClass::State,
            "office" => RoleClass::Office,
            "rank" => RoleClass::Rank,
            "calling" => RoleClass::Calling,
            _ => RoleClass::Kin,
        };
        for word in words.split('|') {
            roles.entry(word).or_default().push(class);
        }
    }
    roles
});

/// The classes of a role, given in lower case (`prime minister`); empty when it
/// is none.
pub fn role(words: &str) -> &'static [RoleClass] {
    ROLES.get(words).map_or(&[], Vec::as_slice)
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
