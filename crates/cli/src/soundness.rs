//! Whether a text is a story that keeps all rules: the schema first, then what
//! a schema cannot say.

use std::fmt;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::paths::{Location, LocationSegment};
use jsonschema::{JsonType, ValidationError, Validator};
use serde_json::Value;
use story::{FormatError, Story, When};

/// A place in a story that is not as it has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flaw {
    /// Where: `events[3].when`; nothing for the story itself.
    place: String,
    /// What is wrong there.
    what: String,
    /// What to do about it.
    advice: String,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.place.is_empty() { "the story" } else { &self.place };
        write!(f, "{place}: {}; {}", self.what, self.advice)
    }
}

/// What was found.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// It keeps all rules.
    Sound(Box<Story>),
    /// It does not; the flaws in an order that is always the same.
    Flawed(Vec<Flaw>),
}

/// Examines the text of a story.
///
/// # Errors
///
/// [`FormatError`] when it is no story, or one of another format.
pub(crate) fn examine(text: &str) -> Result<Verdict, FormatError> {
    let first_wrong_field = match Story::from_json(text) {
        Ok(story) => match flaws_by_schema(text) {
            flaws if flaws.is_empty() => return Ok(by_rules(story)),
            flaws => return Ok(Verdict::Flawed(flaws)),
        },
        Err(FormatError::Field { place, what }) => Flaw { place, what, advice: "see `backstory schema`".to_owned() },
        Err(error) => return Err(error),
    };
    // The schema names every wrong field, the types only the first one, but
    // they know a little more (how large a number may be).
    let flaws = flaws_by_schema(text);
    Ok(Verdict::Flawed(if flaws.is_empty() { vec![first_wrong_field] } else { flaws }))
}

fn by_rules(story: Story) -> Verdict {
    let problems = story::check(&story);
    if problems.is_empty() {
        return Verdict::Sound(Box::new(story));
    }
    let flaw =
        |problem: story::Problem| Flaw { place: problem.place, what: problem.what, advice: problem.advice.to_owned() };
    Verdict::Flawed(problems.into_iter().map(flaw).collect())
}

fn flaws_by_schema(text: &str) -> Vec<Flaw> {
    // The text was read before, and the schema is our own: a test makes it.
    let (Ok(value), Ok(validator)) = (serde_json::from_str::<Value>(text), validator()) else { return Vec::new() };
    let mut flaws = Vec::new();
    for error in validator.iter_errors(&value) {
        describe(&error, &mut flaws);
    }
    flaws
}

fn validator() -> Result<Validator, Box<ValidationError<'static>>> {
    jsonschema::options()
        .with_format("edtf", |text: &str| When::parse(text).is_ok())
        .should_validate_formats(true)
        .build(&story::schema())
        .map_err(Box::new)
}

/// What to do about a date.
const ADVICE_DATE: &str = "write a day as 2024-07-03, a month as 2024-07, autumn as 2024-23, a year as 2024";

/// Says an error of the validator in a line, or in several where it has
/// several causes.
fn describe(error: &ValidationError<'_>, flaws: &mut Vec<Flaw>) {
    let value = error.instance().as_ref();
    let (what, advice) = match error.kind() {
        // A field that may be null: what is wrong is wrong with the other form.
        ValidationErrorKind::AnyOf { context } => {
            let form = context.iter().find(|errors| !errors.iter().any(wants_null)).or_else(|| context.first());
            return form.into_iter().flatten().for_each(|cause| describe(cause, flaws));
        }
        ValidationErrorKind::OneOfNotValid { context } => {
            let words: Vec<String> = context.iter().flatten().filter_map(constant).collect();
            if words.is_empty() {
                return context.iter().flatten().for_each(|cause| describe(cause, flaws));
            }
            (format!("{} is not known here", shown(value)), format!("use one of {}", words.join(", ")))
        }
        ValidationErrorKind::Enum { options } => {
            let words: Vec<String> = options.as_array().into_iter().flatten().map(shown).collect();
            (format!("{} is not known here", shown(value)), format!("use one of {}", words.join(", ")))
        }
        ValidationErrorKind::Format { .. } => {
            let what = value.as_str().and_then(|text| When::parse(text).err());
            (what.map_or_else(|| error.to_string(), |what| what.to_string()), ADVICE_DATE.to_owned())
        }
        ValidationErrorKind::Required { property } => (format!("{} is missing", shown(property)), "add it".to_owned()),
        ValidationErrorKind::Type { kind } => {
            (format!("this is {}", shown(value)), format!("{} belongs here", wanted(kind)))
        }
        ValidationErrorKind::Minimum { limit } => {
            (format!("{} is less than {limit}", shown(value)), "counts begin at 0".to_owned())
        }
        ValidationErrorKind::MinItems { limit } | ValidationErrorKind::MaxItems { limit } => {
            let items = value.as_array().map_or(0, Vec::len);
            (format!("the list has the length {items}"), format!("{limit} items belong here"))
        }
        _ => (error.to_string(), "see `backstory schema`".to_owned()),
    };
    flaws.push(Flaw { place: place(error.instance_path()), what, advice });
}

/// Whether an error says that null was wanted.
fn wants_null(error: &ValidationError<'_>) -> bool {
    matches!(error.kind(), ValidationErrorKind::Type { kind: TypeKind::Single(JsonType::Null) })
}

/// The word that a branch of a list of words wanted.
fn constant(error: &ValidationError<'_>) -> Option<String> {
    match error.kind() {
        ValidationErrorKind::Constant { expected_value } => Some(shown(expected_value)),
        _ => None,
    }
}

/// What a type is called, with an article.
fn wanted(kind: &TypeKind) -> String {
    let name = |json: JsonType| match json {
        JsonType::Array => "a list",
        JsonType::Boolean => "true or false",
        JsonType::Integer => "a whole number",
        JsonType::Null => "null",
        JsonType::Number => "a number",
        JsonType::Object => "an object",
        JsonType::String => "a text",
    };
    match kind {
        TypeKind::Single(json) => name(*json).to_owned(),
        TypeKind::Multiple(set) => set.iter().map(name).collect::<Vec<_>>().join(" or "),
    }
}

/// How much of a value a message shows, in characters.
const SHOWN_CHARS: usize = 60;

/// A value, as a message shows it: its beginning, and of lists and objects
/// only that they are.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::String(text) if text.chars().count() > SHOWN_CHARS => {
            format!("{:?}", text.chars().take(SHOWN_CHARS).chain(['…']).collect::<String>())
        }
        Value::String(text) => format!("{text:?}"),
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// `events[3].when` for `/events/3/when`.
fn place(location: &Location) -> String {
    let mut place = String::new();
    for segment in location {
        match segment {
            LocationSegment::Index(index) => {
                place.push('[');
                place.push_str(&index.to_string());
                place.push(']');
            }
            LocationSegment::Property(name) => {
                if !place.is_empty() {
                    place.push('.');
                }
                place.push_str(&name);
            }
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str) -> Vec<String> {
        match examine(text).unwrap() {
            Verdict::Sound(_) => Vec::new(),
            Verdict::Flawed(flaws) => flaws.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn the_schema_can_be_compiled() {
        assert!(validator().is_ok());
    }

    #[test]
    fn every_wrong_date_is_named_and_not_only_the_first() {
        let text = r#"{"format": "backstory/1", "title": "x",
            "articles": [{"id": "a", "kind": "report", "text": "full", "published": {"when": "soon", "basis": "stated"}}],
            "figures": [{"id": "f", "article": "a", "value": 1, "when": "2024-02-30", "evidence": []}]}"#;
        let advice = ADVICE_DATE;
        assert_eq!(
            lines(text),
            [
                format!("articles[0].published.when: \"soon\" is no EDTF date; {advice}"),
                format!("figures[0].when: \"2024-02-30\" is no EDTF date; {advice}"),
            ]
        );
    }

    #[test]
    fn what_is_missing_unknown_or_of_another_type_is_named() {
        let text = r#"{"format": "backstory/1", "articles": [{"id": 7, "kind": "leaflet", "text": "full", "published": 3}],
            "events": {}, "quotes": [{"id": "q", "article": "a", "text": "t", "form": "turn", "same_part": [1],
            "evidence": [{"article": "a", "sentence": -1, "start": 0.5, "end": "x"}]}]}"#;
        insta::assert_snapshot!(lines(text).join("\n"));
    }

    #[test]
    fn a_number_that_the_schema_allows_and_no_memory_holds_is_named() {
        let text = r#"{"format": "backstory/1", "title": "x", "relations": [{"id": "r", "from": "a", "to": "b",
            "kind": "met", "evidence": [{"article": "a", "sentence": 1e30, "start": 0, "end": 1}]}]}"#;
        let lines = lines(text);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].starts_with("relations[0].evidence[0].sentence: "), "{}", lines[0]);
    }

    /// Any JSON, a few levels deep.
    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            "[a-z0-9-]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            let key = prop::sample::select(vec!["id", "kind", "when", "evidence", "published", "a/b~c"]);
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(key, inner, 0..4)
                    .prop_map(|map| map.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_json_in_any_list_is_sound_or_named(list in "articles|entities|relations|events|quotes|figures|disagreements", item in json()) {
            let mut story = serde_json::json!({"format": "backstory/1", "title": "x"});
            story[&list] = Value::from(vec![item]);
            let lines = lines(&story.to_string());
            prop_assert!(lines.iter().all(|line| line.starts_with(&list)), "{lines:?}");
        }
    }

    #[test]
    fn long_values_are_cut() {
        let shown = shown(&Value::String("ж".repeat(1000)));
        assert_eq!(shown.chars().count(), SHOWN_CHARS + 3);
    }
}
