//! A story's data before its types are known: what JSON and JavaScript have in
//! common.
//!
//! A tree between the source and the types makes the widget small: one visitor
//! is compiled for the source, instead of one for each type of the dataset.

use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// A value whose type is not known yet.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null` or `undefined`.
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Named fields. Only those that the dataset knows are kept.
    Record(Vec<(&'static str, Value)>),
    /// A list or a record deeper than any that a story has. What it holds was
    /// not read: a JavaScript object may hold itself.
    TooDeep,
}

/// A story is a record of lists of records of lists of records; deeper than
/// this nothing of it can be.
const DEEPEST: usize = 8;

/// Every field of the dataset, in the order of the alphabet.
const FIELDS: [&str; 59] = [
    "about",
    "aliases",
    "article",
    "articles",
    "basis",
    "because",
    "byline",
    "claims",
    "code",
    "compatible",
    "dateline_place",
    "disagreements",
    "end",
    "entities",
    "entity",
    "events",
    "evidence",
    "figures",
    "file",
    "follows",
    "form",
    "format",
    "from",
    "headline",
    "id",
    "kind",
    "label",
    "language",
    "mentions",
    "name",
    "of",
    "paragraph",
    "participants",
    "place",
    "published",
    "publisher",
    "qualifier",
    "quotes",
    "relations",
    "role",
    "same_as",
    "same_part",
    "says",
    "select",
    "sentence",
    "sentences",
    "speaker",
    "speaker_text",
    "start",
    "status",
    "steps",
    "text",
    "title",
    "to",
    "unit",
    "url",
    "value",
    "via",
    "when",
];

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Within(DEEPEST).deserialize(deserializer)
    }
}

/// Reads a value that may hold others this many levels deep.
#[derive(Clone, Copy)]
struct Within(usize);

impl<'de> DeserializeSeed<'de> for Within {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        if self.0 == 0 {
            return deserializer.deserialize_ignored_any(IgnoredAny).map(|_| Value::TooDeep);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Within {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript has no other numbers")]
    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript has no other numbers")]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Within(self.0 - 1))? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut record: Vec<(&'static str, Value)> = Vec::new();
        while let Some(Value::Text(name)) = fields.next_key_seed(Within(1))? {
            let Ok(known) = FIELDS.binary_search(&name.as_str()) else {
                fields.next_value::<IgnoredAny>()?;
                continue;
            };
            let (name, value) = (FIELDS[known], fields.next_value_seed(Within(self.0 - 1))?);
            // The last of two fields of one name counts, as in JavaScript.
            record.retain(|(other, _)| *other != name);
            record.push((name, value));
        }
        Ok(Value::Record(record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_the_dataset_does_not_know_are_passed_over() {
        let value: Value = serde_json::from_str(r#"{"a": {"b": [1]}, "name": "x", "name": "y"}"#).unwrap();
        assert_eq!(value, Value::Record(vec![("name", Value::Text("y".to_owned()))]));
    }

    #[test]
    fn what_is_deeper_than_any_story_is_not_read() {
        let value: Value = serde_json::from_str("[[[[[[[[[[[[]]]]]]]]]]]]").unwrap();
        let mut at = &value;
        for _ in 0..DEEPEST {
            at = match at {
                Value::List(list) => &list[0],
                other => other,
            };
        }
        assert_eq!(at, &Value::TooDeep);
    }

    #[test]
    fn the_known_fields_are_in_order() {
        assert!(FIELDS.is_sorted());
    }

    #[cfg(feature = "schema")]
    #[test]
    fn the_known_fields_are_those_of_the_schema() {
        fn names(schema: &serde_json::Value, found: &mut std::collections::BTreeSet<String>) {
            if let Some(properties) = schema["properties"].as_object() {
                found.extend(properties.keys().cloned());
                properties.values().for_each(|property| names(property, found));
            }
            if let Some(types) = schema["$defs"].as_object() {
                types.values().for_each(|schema| names(schema, found));
            }
        }
        let mut found = std::collections::BTreeSet::new();
        names(&crate::schema(), &mut found);
        assert!(found.iter().map(String::as_str).eq(FIELDS), "{found:?}");
    }
}
