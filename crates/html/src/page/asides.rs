//! Which parts of a page are no running text, told by their names: a menu, a
//! newsletter box, a comment thread.
//!
//! Names are believed, unless what is named so holds much of the page: then
//! it is what they are around, or they say something else.

use std::collections::BTreeMap;

use super::names::{Named, named};
use super::tokens::{Line, Role};

/// Lines of fewer words are no running text.
const FEWEST_WORDS: usize = 8;

/// What is named after something that may be around running text, and holds
/// more of the page's, in hundredths, is around it.
const MOST_ASIDE: usize = 30;

/// The asides of a page.
#[derive(Default)]
pub(super) struct Asides {
    all: Vec<Aside>,
    /// What is named alike is alike: the names, and an index of `kinds`.
    kind_of: BTreeMap<String, usize>,
    kinds: Vec<Kind>,
}

struct Aside {
    /// The next one around it.
    around: Option<usize>,
    kind: usize,
}

struct Kind {
    named: Named,
    /// The words of running text in all of its elements.
    words: usize,
    /// Whether the page's title stands in one of them.
    titled: bool,
}

impl Asides {
    /// The innermost aside in an element that stands in `around`: the element
    /// itself, where its names say so.
    pub(super) fn enter(
        &mut self,
        element: &str,
        role: &str,
        class: &str,
        id: &str,
        around: Option<usize>,
    ) -> Option<usize> {
        let Some(named) = named(element, role, class, id) else { return around };
        let next = self.kinds.len();
        // An id is of one element; where there is a class, that is what is alike.
        let alike = if class.is_empty() { id } else { class };
        let kind = *self.kind_of.entry([element, role, alike].join("\n")).or_insert(next);
        if kind == next {
            self.kinds.push(Kind { named, words: 0, titled: false });
        }
        self.all.push(Aside { around, kind });
        Some(self.all.len() - 1)
    }

    /// The kinds around a line, from the innermost.
    fn kinds(&self, innermost: Option<usize>) -> impl Iterator<Item = usize> {
        let first = innermost.and_then(|at| self.all.get(at));
        std::iter::successors(first, |aside| self.all.get(aside.around?)).map(|aside| aside.kind)
    }

    /// Tells the lines that stand aside.
    pub(super) fn tell(mut self, lines: &mut [Line]) {
        let mut all = 0;
        for line in lines.iter() {
            let mut kinds: Vec<usize> = self.kinds(line.within).collect();
            kinds.sort_unstable();
            kinds.dedup();
            let words = running_words(line);
            let is_sure = |kind: &usize| self.kinds.get(*kind).is_some_and(|kind| kind.named == Named::Surely);
            // What surely is aside is not what the others are measured by.
            if words > 0 && !kinds.iter().any(is_sure) {
                all += words;
            }
            for kind in kinds {
                if let Some(kind) = self.kinds.get_mut(kind) {
                    kind.words += words;
                    kind.titled |= line.role == Role::Title;
                }
            }
        }
        let is_aside = |kind: &Kind| match kind.named {
            // A wrapper of the page is named after what it wraps, too.
            Named::Surely => !kind.titled,
            Named::Maybe => kind.words * 100 <= all * MOST_ASIDE,
        };
        for line in lines {
            line.aside |= self.kinds(line.within).filter_map(|kind| self.kinds.get(kind)).any(is_aside);
        }
    }
}

/// The words of a line that may be running text; none of another line.
fn running_words(line: &Line) -> usize {
    let is_text = matches!(line.role, Role::Paragraph | Role::Other | Role::Item) && !line.aside;
    let words = line.text.split(' ').count();
    if is_text && words >= FEWEST_WORDS && line.linked * 2 <= line.text.len() { words } else { 0 }
}
