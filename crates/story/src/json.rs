//! Stories as JSON text, and the schema of that text.

use serde::Serialize;

use crate::value::Value;
use crate::{FormatError, Story, from_value};

impl Story {
    /// Reads a story from JSON text.
    ///
    /// # Errors
    ///
    /// [`FormatError`], with the place.
    pub fn from_json(text: &str) -> Result<Self, FormatError> {
        let value: Value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
        from_value(value)
    }

    /// The story as JSON text: two spaces of indent, a line break at the end,
    /// the same bytes for the same story.
    pub fn to_json(&self) -> String {
        text_of(self)
    }
}

/// A value of this crate as JSON text, with a line break at the end.
pub(crate) fn text_of(value: &impl Serialize) -> String {
    // None has a map with keys that are not strings or a type whose
    // serialisation fails, so the error arm cannot be taken.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// The error of a text that is no JSON.
pub(crate) fn not_json(error: &serde_json::Error) -> FormatError {
    FormatError::NotJson { line: error.line(), column: error.column(), what: bare_message(error) }
}

/// The parser's message without the place that it adds at the end.
fn bare_message(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rfind(" at line ") {
        Some(end) => message.chars().take(message.get(..end).map_or(0, |m| m.chars().count())).collect(),
        None => message,
    }
}

/// The JSON Schema of a story, made from the types.
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Story).to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_no_json_is_named_with_its_place() {
        let error = Story::from_json("{\n  oops").unwrap_err();
        assert_eq!(error.to_string(), "line 2, column 3: key must be a string; this is not JSON");
    }

    #[test]
    fn json_that_is_no_story_is_named() {
        assert_eq!(Story::from_json("[1, 2]").unwrap_err(), FormatError::NoStory);
        assert_eq!(Story::from_json("{\"format\": 7}").unwrap_err(), FormatError::NoStory);
        assert_eq!(Story::from_json("{\"title\": \"x\"}").unwrap_err(), FormatError::NoStory);
    }

    #[test]
    fn a_newer_format_is_named_even_when_its_fields_are_strange() {
        let error = Story::from_json(r#"{"format": "backstory/2", "title": {}}"#).unwrap_err();
        assert_eq!(error, FormatError::OtherVersion { found: "backstory/2".to_owned() });
    }

    #[test]
    fn a_wrong_field_is_named_with_its_place() {
        let text = r#"{"format": "backstory/1", "title": "x", "events": [
            {"id": "e", "kind": "meeting", "title": "t", "status": "happened", "when": "2024-13", "evidence": []}
        ]}"#;
        assert_eq!(Story::from_json(text).unwrap_err().to_string(), "events[0].when: \"2024-13\" is no EDTF date");
    }

    #[test]
    fn whole_figures_are_written_without_a_point() {
        let text = r#"{"format": "backstory/1", "title": "x", "figures": [
            {"id": "f", "article": "a", "value": 30000000000, "evidence": []},
            {"id": "g", "article": "a", "value": 0.5, "evidence": []}
        ]}"#;
        let written = Story::from_json(text).unwrap().to_json();
        assert!(written.contains("\"value\": 30000000000,"));
        assert!(written.contains("\"value\": 0.5,"));
    }
}
