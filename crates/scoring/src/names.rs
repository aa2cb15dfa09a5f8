//! Names of people, places and organisations, on a corpus in `CoNLL`'s format:
//! a token and its tag a line (`Delft I-LOC`), sentences parted by a blank line.
//!
//! A name is right when its span and its kind are. [`SENTENCES`] sentences at
//! a time are read as one text, since names are known by what is around them.

use std::collections::BTreeSet;
use std::path::Path;

use reading::mentions;
use reading::sentences::document_of_raw;
use story::{EntityKind, Via};

use crate::score::Tally;
use crate::{Error, Report, files, split};

/// How many sentences are read as one text.
pub const SENTENCES: usize = 10;

/// The kinds that are scored, by their tags.
const KINDS: [(&str, &str); 3] = [("PER", "people"), ("LOC", "places"), ("ORG", "organisations")];

/// A name: its bytes in the text, and its tag.
type Name<'t> = (usize, usize, &'t str);

/// A text with the names that a person marked in it.
pub struct Marked<'t> {
    /// The text, a paragraph a sentence.
    pub text: String,
    /// The names in it, of any tag: bytes and the tag.
    pub names: BTreeSet<(usize, usize, &'t str)>,
}

/// Scores all `.txt` and `.conll` files under a folder.
///
/// # Errors
///
/// There are none, or one cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut all = Tally::new("names, all three kinds");
    let mut rows = KINDS.map(|(_, kind)| Tally::new(kind));
    let mut errors = Vec::new();
    for path in files::some(folder, ".conll.txt", "names in CoNLL's format (*.conll.txt)")? {
        for Marked { text, names: mut gold } in texts(&files::read(&path)?) {
            gold.retain(|name| KINDS.iter().any(|(tag, _)| *tag == name.2));
            let held = split::is_held_text(&text);
            let found = found(&text);
            for name in gold.union(&found) {
                let (there, told) = (gold.contains(name), found.contains(name));
                let row = KINDS.iter().zip(&mut rows).find(|((tag, _), _)| *tag == name.2).map(|(_, row)| row);
                for row in row.into_iter().chain([&mut all]) {
                    let score = row.part(held);
                    score.right += usize::from(there && told);
                    score.made_up += usize::from(!there);
                    score.missed += usize::from(!told);
                }
                if there != told && !held {
                    let what = if there { "missed" } else { "made up" };
                    let words = text.get(name.0..name.1).unwrap_or_default();
                    errors.push(format!("{what} {} {words} | {}", name.2, crate::text::context(&text, name.0)));
                }
            }
        }
    }
    Ok(Report::new([all].into_iter().chain(rows), errors))
}

/// The texts of a file, [`SENTENCES`] sentences each.
pub fn texts(conll: &str) -> Vec<Marked<'_>> {
    let sentences: Vec<&str> = conll.split("\n\n").map(str::trim).filter(|sentence| !sentence.is_empty()).collect();
    sentences.chunks(SENTENCES).map(text).collect()
}

fn text<'t>(sentences: &[&'t str]) -> Marked<'t> {
    let mut marked = Marked { text: String::new(), names: BTreeSet::new() };
    for sentence in sentences {
        if !marked.text.is_empty() {
            marked.text.push_str("\n\n");
        }
        let mut open: Option<Name<'t>> = None;
        for (number, line) in sentence.lines().enumerate() {
            let mut fields = line.split_whitespace();
            let (Some(word), Some(tag)) = (fields.next(), fields.next_back()) else { continue };
            if number > 0 {
                marked.text.push(' ');
            }
            let start = marked.text.len();
            marked.text.push_str(word);
            let end = marked.text.len();
            let kind = tag.split_once('-').map(|(_, kind)| kind);
            match (&mut open, kind) {
                (Some(name), Some(kind)) if name.2 == kind && !tag.starts_with("B-") => name.1 = end,
                (_, kind) => {
                    marked.names.extend(open.take());
                    open = kind.map(|kind| (start, end, kind));
                }
            }
        }
        marked.names.extend(open);
    }
    marked
}

/// The names that the reading finds.
fn found(text: &str) -> BTreeSet<Name<'static>> {
    let cast = mentions::find(&document_of_raw(text)).cast;
    let tag = |kind: EntityKind| match kind {
        EntityKind::Person => Some("PER"),
        EntityKind::State | EntityKind::Place => Some("LOC"),
        EntityKind::Organisation => Some("ORG"),
        _ => None,
    };
    cast.mentions
        .iter()
        .filter(|mention| matches!(mention.via, Via::Name | Via::Alias))
        .filter_map(|mention| Some((mention.span.start, mention.span.end, tag(cast.kind(mention.actor))?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_while_the_tag_does() {
        let conll = "Jan B-PER\nVermeer I-PER\nof O\nDelft B-LOC\n\nNew I-LOC\nYork I-LOC\nKim B-PER\n";
        let texts = texts(conll);
        let [marked] = texts.as_slice() else { panic!("one text") };
        assert_eq!(marked.text, "Jan Vermeer of Delft\n\nNew York Kim");
        let names: Vec<(&str, &str)> =
            marked.names.iter().map(|(a, b, tag)| (marked.text.get(*a..*b).unwrap(), *tag)).collect();
        assert_eq!(names, [("Jan Vermeer", "PER"), ("Delft", "LOC"), ("New York", "LOC"), ("Kim", "PER")]);
    }
}
