//! The words of an export, in the reader's language.

use story::{Status, When};

use super::{Calendar, Words, say_when};

/// A language with its calendar, as an export asks for it.
pub(crate) struct Exported<'a> {
    pub(crate) words: &'static Words,
    pub(crate) calendar: &'a dyn Calendar,
}

impl export::Wording for Exported<'_> {
    fn when(&self, when: &When) -> String {
        say_when(when, self.words, self.calendar)
    }

    fn no_closer(&self, date: &str) -> String {
        (self.words.export.no_closer)(date)
    }

    fn status(&self, status: Status) -> Option<&str> {
        (self.words.status)(status)
    }
}

#[cfg(test)]
mod tests {
    use export::Wording as _;

    use super::*;
    use crate::samples::Iso;
    use crate::words::RU;

    #[test]
    fn an_export_speaks_the_readers_language() {
        let exported = Exported { words: &RU, calendar: &Iso };
        assert_eq!(exported.when(&When::parse("2024-23").unwrap()), "осень 2024 года");
        assert_eq!(exported.status(Status::Planned), Some("запланировано"));
    }
}
