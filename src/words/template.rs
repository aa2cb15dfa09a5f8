//! Sentences with named places: `{from} met {to}`. A translator moves the
//! places, and a view may put a link where a place is.

/// A part of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Words, as they are.
    Words(&'a str),
    /// A place, by its name.
    Place(&'a str),
}

/// The parts of a template, in order. A brace that does not close is words.
pub(crate) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((place, after)) = after.split_once('}') else { break };
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        pieces.push(Piece::Place(place));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// The template with its places filled; a place that nothing is given for
/// stays empty.
pub(crate) fn fill(template: &str, places: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for piece in pieces(template) {
        text.push_str(match piece {
            Piece::Words(words) => words,
            Piece::Place(name) => places.iter().find(|place| place.0 == name).map_or("", |place| place.1),
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_wherever_they_stand() {
        assert_eq!(fill("{b}: {a}, {b}", &[("a", "1"), ("b", "2")]), "2: 1, 2");
        assert_eq!(fill("{a}{c}", &[("a", "{b}"), ("b", "2")]), "{b}", "what is filled in is no template");
    }

    #[test]
    fn a_brace_that_does_not_close_is_words() {
        assert_eq!(pieces("a {b"), [Piece::Words("a {b")]);
        assert!(pieces("").is_empty());
    }
}
