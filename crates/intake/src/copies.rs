//! Copies: one text, handed in more than once, is one source.

use std::fmt;

use reading::Source;

/// A source that is left out, since another has its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// The file that is left out.
    pub file: Option<String>,
    /// The file that is read instead.
    pub same: Option<String>,
}

impl fmt::Display for Copy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [file, same] = [&self.file, &self.same].map(|name| name.as_deref().unwrap_or("standard input"));
        write!(f, "{file} has the same text as {same}; it is read once")
    }
}

/// Adds a source, unless its text is there already. Of copies, the one whose
/// file comes first by name is kept, in whichever order they came.
pub fn add_once(mut source: Source, sources: &mut Vec<Source>) -> Option<Copy> {
    let Some(same) = sources.iter_mut().find(|earlier| earlier.text == source.text) else {
        sources.push(source);
        return None;
    };
    // One without a name comes last.
    let name = |source: &Source| (source.file.is_none(), source.file.clone());
    if name(&source) < name(same) {
        std::mem::swap(same, &mut source);
    }
    Some(Copy { file: source.file, same: same.file.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(file: Option<&str>, text: &str) -> Source {
        Source { file: file.map(str::to_owned), text: text.to_owned(), ..Source::default() }
    }

    #[test]
    fn of_copies_the_first_by_name_is_kept_in_whichever_order_they_came() {
        let names = [Some("b.txt"), Some("a.txt"), None];
        for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1]] {
            let mut sources = Vec::new();
            let copies: Vec<Copy> =
                order.iter().filter_map(|&i| add_once(source(names[i], "Ada."), &mut sources)).collect();
            assert_eq!(sources, [source(Some("a.txt"), "Ada.")]);
            assert_eq!(copies.len(), 2);
        }
    }

    #[test]
    fn a_copy_is_told_by_both_names() {
        let mut sources = vec![source(Some("b.txt"), "Ada.")];
        assert_eq!(add_once(source(Some("c.txt"), "Bo."), &mut sources), None);
        let copy = add_once(source(Some("a.txt"), "Ada."), &mut sources).unwrap();
        assert_eq!(copy.to_string(), "b.txt has the same text as a.txt; it is read once");
    }
}
