//! From a tree of values to the types of the dataset, field by field, with the
//! place of what is wrong.

use crate::value::Value;

/// Something in the data that is not as its type has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Where: `events[3].when`.
    pub(crate) place: String,
    /// What is wrong there.
    pub(crate) what: String,
}

/// Where the reading is, and the first fault that it met.
///
/// A fault is noted and not returned: what is read goes on with an empty value
/// and is thrown away in the end. With a return at every field, the clearing
/// up of all fields before it would be most of this code.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    way: Vec<Step>,
    fault: Option<Fault>,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Field(&'static str),
    Item(usize),
}

impl Reader {
    /// Notes what is wrong here, unless something else was before.
    pub(crate) fn fault(&mut self, what: &[&str]) {
        if self.fault.is_some() {
            return;
        }
        let mut place = String::new();
        for step in &self.way {
            match step {
                Step::Field(name) if place.is_empty() => place.push_str(name),
                Step::Field(name) => place.extend([".", name]),
                Step::Item(at) => place.extend(["[", &at.to_string(), "]"]),
            }
        }
        self.fault = Some(Fault { place, what: what.concat() });
    }

    /// The first fault, if there was any.
    pub(crate) fn into_fault(self) -> Option<Fault> {
        self.fault
    }

    /// The fields of a value that has to be a record.
    pub(crate) fn record(&mut self, value: Value) -> Record {
        match value {
            Value::Record(fields) => Record(fields),
            other => {
                self.wrong(&other, "an object");
                Record(Vec::new())
            }
        }
    }

    /// Notes that a value is not of the wanted type.
    pub(crate) fn wrong(&mut self, value: &Value, wanted: &str) {
        let found = match value {
            Value::Nothing => "null",
            Value::Flag(_) => "a truth value",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Record(_) => "an object",
            Value::TooDeep => "something that is nested too deep",
        };
        self.fault(&["expected ", wanted, ", found ", found]);
    }
}

/// A type that a field of the dataset may have.
pub(crate) trait Field: Sized {
    /// Whether the field may be missing: it then reads as [`Value::Nothing`].
    const OPTIONAL: bool = false;

    /// Makes it of a value. Where that fails, the fault is noted and any value
    /// will do.
    fn read(value: Value, reader: &mut Reader) -> Self;
}

/// The fields of one item, taken one after the other.
pub(crate) struct Record(Vec<(&'static str, Value)>);

impl Record {
    /// A field that has to be there, unless its type says otherwise.
    pub(crate) fn take<T: Field>(&mut self, name: &'static str, reader: &mut Reader) -> T {
        let value = self.remove(name, T::OPTIONAL, reader);
        let field = T::read(value, reader);
        reader.way.pop();
        field
    }

    /// A field that need not be there.
    pub(crate) fn take_or_default<T: Field + Default>(&mut self, name: &'static str, reader: &mut Reader) -> T {
        let is_there = self.0.iter().any(|(field, _)| *field == name);
        if is_there { self.take(name, reader) } else { T::default() }
    }

    /// The value of a field; the reader has then stepped into it.
    fn remove(&mut self, name: &'static str, optional: bool, reader: &mut Reader) -> Value {
        let at = self.0.iter().position(|(field, _)| *field == name);
        if at.is_none() && !optional {
            reader.fault(&["missing field `", name, "`"]);
        }
        reader.way.push(Step::Field(name));
        at.map_or(Value::Nothing, |at| self.0.swap_remove(at).1)
    }
}

impl Field for String {
    fn read(value: Value, reader: &mut Reader) -> Self {
        match value {
            Value::Text(text) => text,
            other => {
                reader.wrong(&other, "a text");
                Self::new()
            }
        }
    }
}

impl Field for bool {
    fn read(value: Value, reader: &mut Reader) -> Self {
        match value {
            Value::Flag(flag) => flag,
            other => {
                reader.wrong(&other, "true or false");
                false
            }
        }
    }
}

impl Field for f64 {
    fn read(value: Value, reader: &mut Reader) -> Self {
        match value {
            Value::Number(number) => number,
            other => {
                reader.wrong(&other, "a number");
                0.0
            }
        }
    }
}

impl Field for usize {
    fn read(value: Value, reader: &mut Reader) -> Self {
        match value {
            // A position beyond 32 bits leads nowhere, natively as in the browser.
            Value::Number(number) if number >= 0.0 && number.fract() == 0.0 && number <= f64::from(u32::MAX) => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within u32")]
                let position = number as Self;
                position
            }
            other => {
                reader.wrong(&other, "a whole number from 0 to 4294967295");
                0
            }
        }
    }
}

/// A start and an end.
impl Field for (usize, usize) {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let pair: Vec<usize> = Field::read(value, reader);
        let [start, end] = pair[..] else {
            reader.fault(&["expected a list of two numbers"]);
            return (0, 0);
        };
        (start, end)
    }
}

impl<T: Field> Field for Option<T> {
    const OPTIONAL: bool = true;

    fn read(value: Value, reader: &mut Reader) -> Self {
        match value {
            Value::Nothing => None,
            value => Some(T::read(value, reader)),
        }
    }
}

impl<T: Field> Field for Vec<T> {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let values = match value {
            Value::List(values) => values,
            other => {
                reader.wrong(&other, "a list");
                return Self::new();
            }
        };
        let mut items = Self::with_capacity(values.len());
        for (at, value) in values.into_iter().enumerate() {
            reader.way.push(Step::Item(at));
            items.push(T::read(value, reader));
            reader.way.pop();
        }
        items
    }
}

/// The place of a kind's name in the list of all names.
pub(crate) fn name(value: Value, names: &[&str], reader: &mut Reader) -> usize {
    let text = String::read(value, reader);
    names.iter().position(|name| *name == text).unwrap_or_else(|| {
        reader.fault(&["unknown name `", &text, "`, expected one of `", &names.join("`, `"), "`"]);
        0
    })
}

/// Gives an enum's variants their names in the dataset.
macro_rules! named {
    ($type:ident { $($name:literal $variant:ident)* }) => {
        impl $type {
            /// Every one, in the order of the dataset.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its name in the dataset.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),*
                }
            }
        }

        impl crate::fields::Field for $type {
            fn read(value: crate::value::Value, reader: &mut crate::fields::Reader) -> Self {
                Self::ALL[crate::fields::name(value, &[$($name),*], reader)]
            }
        }
    };
}
pub(crate) use named;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_tells_its_place_from_the_outside_in() {
        let text = Value::Text("x".to_owned());
        let list = Value::List(vec![Value::List(vec![text])]);
        let mut reader = Reader::default();
        let _: Vec<Vec<usize>> = Record(vec![("events", list)]).take("events", &mut reader);
        let fault = reader.into_fault().unwrap();
        assert_eq!(fault.place, "events[0][0]");
        assert_eq!(fault.what, "expected a whole number from 0 to 4294967295, found a text");
    }

    #[test]
    fn numbers_that_are_no_position_are_refused() {
        for number in [-1.0, 0.5, f64::NAN, f64::INFINITY, 4_294_967_296.0] {
            let mut reader = Reader::default();
            usize::read(Value::Number(number), &mut reader);
            assert!(reader.into_fault().is_some(), "{number}");
        }
        assert_eq!(usize::read(Value::Number(7.0), &mut Reader::default()), 7);
    }

    /// What serde writes for each variant is the name that is read.
    fn reads_what_it_writes<T: Field + serde::Serialize + PartialEq + std::fmt::Debug + Copy>(all: &[T]) {
        for variant in all {
            let value: Value = serde_json::from_value(serde_json::to_value(variant).unwrap()).unwrap();
            let mut reader = Reader::default();
            assert_eq!(&T::read(value, &mut reader), variant);
            assert_eq!(reader.into_fault(), None);
        }
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        reads_what_it_writes(crate::ArticleKind::ALL);
        reads_what_it_writes(crate::Basis::ALL);
        reads_what_it_writes(crate::DisagreementKind::ALL);
        reads_what_it_writes(crate::EntityKind::ALL);
        reads_what_it_writes(crate::EventKind::ALL);
        reads_what_it_writes(crate::QuoteForm::ALL);
        reads_what_it_writes(crate::RelationKind::ALL);
        reads_what_it_writes(crate::SentencePart::ALL);
        reads_what_it_writes(crate::Status::ALL);
        reads_what_it_writes(crate::TextRights::ALL);
        reads_what_it_writes(crate::Via::ALL);
    }
}
