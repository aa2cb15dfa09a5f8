//! From a tree of values to the types of the dataset, field by field, with the
//! place of what is wrong.

use crate::value::Value;

/// Something in the data that is not as its type has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Where: `events[3].when`. Made from the inside out.
    pub(crate) place: String,
    /// What is wrong there.
    pub(crate) what: String,
}

impl Fault {
    pub(crate) fn new(what: String) -> Self {
        Self { place: String::new(), what }
    }

    fn within(self, outer: String) -> Self {
        let joint = if self.place.is_empty() || self.place.starts_with('[') { "" } else { "." };
        Self { place: outer + joint + &self.place, what: self.what }
    }
}

/// A type that a field of the dataset may have.
pub(crate) trait Field: Sized {
    /// Makes it of a value.
    fn read(value: Value) -> Result<Self, Fault>;

    /// What stands for a field that is not there; nothing where it has to be.
    fn absent() -> Option<Self> {
        None
    }
}

/// The fields of one item, taken one after the other.
pub(crate) struct Record(Vec<(&'static str, Value)>);

impl Record {
    pub(crate) fn of(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Record(fields) => Ok(Self(fields)),
            other => Err(wrong(&other, "an object")),
        }
    }

    /// A field that has to be there, unless its type says what its absence means.
    pub(crate) fn take<T: Field>(&mut self, name: &'static str) -> Result<T, Fault> {
        match self.remove(name) {
            Some(value) => T::read(value).map_err(|fault| fault.within(name.to_owned())),
            None => T::absent().ok_or_else(|| missing(name)),
        }
    }

    /// A field that need not be there.
    pub(crate) fn take_or_default<T: Field + Default>(&mut self, name: &'static str) -> Result<T, Fault> {
        match self.remove(name) {
            Some(value) => T::read(value).map_err(|fault| fault.within(name.to_owned())),
            None => Ok(T::default()),
        }
    }

    fn remove(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(field, _)| *field == name)?;
        Some(self.0.swap_remove(at).1)
    }
}

fn missing(name: &str) -> Fault {
    Fault::new(["missing field `", name, "`"].concat())
}

/// The fault of a value that is not of the wanted type.
pub(crate) fn wrong(value: &Value, wanted: &str) -> Fault {
    let found = match value {
        Value::Nothing => "null",
        Value::Flag(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Record(_) => "an object",
        Value::TooDeep => "something that is nested too deep",
    };
    Fault::new(["expected ", wanted, ", found ", found].concat())
}

impl Field for String {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Text(text) => Ok(text),
            other => Err(wrong(&other, "a text")),
        }
    }
}

impl Field for bool {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Flag(flag) => Ok(flag),
            other => Err(wrong(&other, "true or false")),
        }
    }
}

impl Field for f64 {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Number(number) => Ok(number),
            other => Err(wrong(&other, "a number")),
        }
    }
}

impl Field for usize {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            // A position beyond 32 bits leads nowhere, natively as in the browser.
            Value::Number(number) if number >= 0.0 && number.fract() == 0.0 && number <= f64::from(u32::MAX) =>
            {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within u32")]
                Ok(number as Self)
            }
            other => Err(wrong(&other, "a whole number from 0 to 4294967295")),
        }
    }
}

/// A start and an end.
impl Field for (usize, usize) {
    fn read(value: Value) -> Result<Self, Fault> {
        let pair: Vec<usize> = Field::read(value)?;
        match pair[..] {
            [start, end] => Ok((start, end)),
            _ => Err(Fault::new("expected a list of two numbers".to_owned())),
        }
    }
}

impl<T: Field> Field for Option<T> {
    fn read(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Nothing => Ok(None),
            value => T::read(value).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Field> Field for Vec<T> {
    fn read(value: Value) -> Result<Self, Fault> {
        let values = match value {
            Value::List(values) => values,
            other => return Err(wrong(&other, "a list")),
        };
        let mut items = Self::with_capacity(values.len());
        for (at, value) in values.into_iter().enumerate() {
            match T::read(value) {
                Ok(item) => items.push(item),
                Err(fault) => return Err(fault.within(["[", &at.to_string(), "]"].concat())),
            }
        }
        Ok(items)
    }
}

/// The name of a kind, by its place in the list of all names.
pub(crate) fn name(value: Value, names: &[&str]) -> Result<usize, Fault> {
    let text = String::read(value)?;
    names
        .iter()
        .position(|name| *name == text)
        .ok_or_else(|| Fault::new(["unknown name `", &text, "`, expected one of `", &names.join("`, `"), "`"].concat()))
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
            fn read(value: crate::value::Value) -> Result<Self, crate::fields::Fault> {
                Ok(Self::ALL[crate::fields::name(value, &[$($name),*])?])
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
        let fault = Record(vec![("events", list)]).take::<Vec<Vec<usize>>>("events").unwrap_err();
        assert_eq!(fault.place, "events[0][0]");
        assert_eq!(fault.what, "expected a whole number from 0 to 4294967295, found a text");
    }

    #[test]
    fn numbers_that_are_no_position_are_refused() {
        for number in [-1.0, 0.5, f64::NAN, f64::INFINITY, 4_294_967_296.0] {
            assert!(usize::read(Value::Number(number)).is_err(), "{number}");
        }
        assert_eq!(usize::read(Value::Number(7.0)), Ok(7));
    }

    /// What serde writes for each variant is the name that is read.
    fn reads_what_it_writes<T: Field + serde::Serialize + PartialEq + std::fmt::Debug + Copy>(all: &[T]) {
        for variant in all {
            let value: Value = serde_json::from_value(serde_json::to_value(variant).unwrap()).unwrap();
            assert_eq!(T::read(value).as_ref(), Ok(variant));
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
