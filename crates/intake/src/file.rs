//! A file that may be anything that an editor has.

use reading::Source;
use serde::de::IgnoredAny;
use story::{Corrections, CorrectionsError, FormatError, Problem, Story};
use thiserror::Error;

use crate::{NoArticle, articles};

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// Articles, to be read.
    Articles(Vec<Source>),
    /// A story that was read before.
    Story(Box<Story>),
    /// What an editor corrected.
    Corrections(Corrections),
}

/// Why a file is none of these.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unusable {
    /// It was taken for articles, and holds none.
    #[error(transparent)]
    NoArticle(#[from] NoArticle),
    /// It was taken for a story, and is none.
    #[error(transparent)]
    NoStory(#[from] FormatError),
    /// A story that breaks the rules of the dataset.
    #[error("the story is faulty: {first}{}", others(*.more))]
    Unsound {
        /// The first rule that it breaks.
        first: Problem,
        /// How many problems there are beside it.
        more: usize,
    },
    /// It was taken for corrections, and is none.
    #[error("{0}; `backstory correct --help` shows what corrections look like")]
    NoCorrections(#[from] CorrectionsError),
}

fn others(more: usize) -> String {
    match more {
        0 => String::new(),
        more => format!(" (and {more} more such problems; `backstory check` lists them)"),
    }
}

/// What some programs put in front of text in UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// How the formats of corrections begin.
pub(crate) const CORRECTIONS_OF_ANY_VERSION: &str = "backstory-corrections/";

/// What a file holds, told by its content.
///
/// # Errors
///
/// [`Unusable`], with the place.
pub fn given(bytes: Vec<u8>) -> Result<Given, Unusable> {
    let text = std::str::from_utf8(&bytes).ok().map(|text| text.trim_start_matches(BYTE_ORDER_MARK));
    let format = text.and_then(|text| Some((text, format_of(text)?)));
    match format {
        Some((text, format)) if format.starts_with(CORRECTIONS_OF_ANY_VERSION) => {
            Ok(Given::Corrections(Corrections::from_json(text)?))
        }
        Some((text, format)) if format.starts_with("backstory/") => {
            let story = Story::from_json(text)?;
            let mut problems = story::check(&story).into_iter();
            match problems.next() {
                None => Ok(Given::Story(Box::new(story))),
                Some(first) => Err(Unusable::Unsound { first, more: problems.len() }),
            }
        }
        _ => Ok(Given::Articles(articles(bytes)?)),
    }
}

/// What is wrong with a text that was to be JSON: it opens as an object does, with a name in quotation marks.
pub(crate) fn broken_json(text: &str) -> Option<serde_json::Error> {
    let inside = text.trim_start().strip_prefix('{')?;
    inside.trim_start().starts_with('"').then(|| serde_json::from_str::<IgnoredAny>(text).err())?
}

/// What JSON says of its format: nothing where it says nothing. None where the text is no JSON.
pub(crate) fn format_of(text: &str) -> Option<String> {
    // Editors open notes with a bracket too, so that the whole decides.
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let json: serde_json::Value = serde_json::from_str(text).ok()?;
    Some(json.get("format").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Given, Unusable> {
        given(text.as_bytes().to_vec())
    }

    #[test]
    fn what_a_file_is_is_told_by_what_it_holds() {
        assert!(matches!(of("Ada met Bo in Delft on Monday."), Ok(Given::Articles(found)) if found.len() == 1));
        assert!(matches!(of(&Story::new("Ada").to_json()), Ok(Given::Story(story)) if story.title == "Ada"));
        assert_eq!(of(&Corrections::default().to_json()), Ok(Given::Corrections(Corrections::default())));
        let marked = format!("{BYTE_ORDER_MARK}{}", Story::new("Ada").to_json());
        assert!(matches!(of(&marked), Ok(Given::Story(_))));
        let feed = r#"<rss version="2.0"><channel><item><title>A</title><description>Ada met Bo.</description></item></channel></rss>"#;
        assert!(matches!(of(feed), Ok(Given::Articles(_))));
    }

    #[test]
    fn what_is_wrong_is_said() {
        let says = |text: &str| of(text).unwrap_err().to_string();
        assert!(says(r#"{"format": "backstory/9"}"#).contains("use a newer Backstory"));
        assert!(says(r#"{"format": "backstory-corrections/1", "corrections": [{}]}"#).starts_with("corrections[0]"));
        assert!(
            says(r#"{"format": "backstory-corrections/9", "corrections": []}"#).contains("backstory-corrections/1")
        );
        assert!(says("[1, 2]").starts_with("this is JSON"));
        assert_eq!(
            says("{\n  \"format\": \"backstory/1\",\n"),
            "line 3, column 0: this is JSON that is broken off or faulty; save it again"
        );
        assert_eq!(says(" \n"), "it is empty");
        let unsound = r#"{"format": "backstory/1", "title": "", "events": [{"id": "e", "kind": "other", "title": "", "status": "happened", "evidence": []}]}"#;
        assert!(says(unsound).starts_with("the story is faulty: events[0]"), "{}", says(unsound));
    }
}
