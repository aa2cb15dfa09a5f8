//! Words that tell what a name names: `University`, `River`, `Treaty`.

use std::sync::LazyLock;

use story::EntityKind;

use crate::table::Table;

#[derive(Default)]
struct NameWords {
    /// A word may head names of several kinds; the first listed counts.
    heads: Table<EntityKind>,
    leads: Table<EntityKind>,
    no_names: Table<()>,
}

static WORDS: LazyLock<NameWords> = LazyLock::new(|| {
    let mut all = NameWords::default();
    for line in include_str!(concat!(env!("OUT_DIR"), "/name-words.tsv")).lines() {
        let Some((class, words)) = line.split_once('\t') else { continue };
        let (class, leads) = class.strip_suffix("-lead").map_or((class, false), |class| (class, true));
        let kind = match class {
            "organisation" => EntityKind::Organisation,
            "place" => EntityKind::Place,
            "event-name" => EntityKind::EventName,
            "treaty" => EntityKind::Treaty,
            _ => {
                for word in words.split('|') {
                    all.no_names.entry(word, || ());
                }
                continue;
            }
        };
        for word in words.split('|') {
            if leads { &mut all.leads } else { &mut all.heads }.entry(word, || kind);
        }
    }
    all
});

/// The kind of a name whose head is `word`, given in lower case.
pub fn kind_of_head(word: &str) -> Option<EntityKind> {
    WORDS.heads.get(word).copied()
}

/// The kind of a name that `word`, given in lower case, leads: `Lake Chad`,
/// `Hurricane Katrina`.
pub fn kind_of_lead(word: &str) -> Option<EntityKind> {
    WORDS.leads.get(word).copied()
}

/// Whether `word`, given in lower case, is written with a capital without
/// being a name by itself: a weekday, a faith, `Ministry`.
pub fn is_no_name_alone(word: &str) -> bool {
    WORDS.no_names.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_tells_the_kind() {
        assert_eq!(kind_of_head("university"), Some(EntityKind::Organisation));
        assert_eq!(kind_of_head("river"), Some(EntityKind::Place));
        assert_eq!(kind_of_head("treaty"), Some(EntityKind::Treaty));
        assert_eq!(kind_of_head("johansson"), None);
        assert!(is_no_name_alone("tuesday"));
    }
}
