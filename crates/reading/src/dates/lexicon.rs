//! The words of time.

use crate::wordlist::{Wordlist, place_in, wordlist};

/// A unit of the calendar or the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl DayPart {
    /// Its code in TIMEX3.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Morning => "TMO",
            Self::Afternoon => "TAF",
            Self::Evening => "TEV",
            Self::Night => "TNI",
        }
    }
}

/// A season of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// What a word of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lex {
    /// 1–12; whether it is an abbreviation.
    Month(u8, bool),
    /// Monday is 0; whether it is an abbreviation.
    Weekday(u8, bool),
    /// Mondays: every one.
    Weekdays(u8),
    Season(Season),
    /// A unit; whether it is the plural.
    Unit(Unit, bool),
    DayPart(DayPart),
    /// A number in words.
    Cardinal(u32),
    /// A place in a row, in words.
    Ordinal(u32),
    /// Another word that can begin an expression.
    Opening,
    /// Any other word.
    Other,
}

/// The words of time, and those that can begin an expression, in order.
/// `second` is an ordinal before it is a unit.
#[rustfmt::skip]
const WORDS: [(&str, Lex); 216] = [
    ("a", Lex::Opening), ("afternoon", Lex::DayPart(DayPart::Afternoon)),
    ("afternoons", Lex::DayPart(DayPart::Afternoon)), ("an", Lex::Opening), ("annually", Lex::Opening),
    ("apr", Lex::Month(4, true)), ("april", Lex::Month(4, false)), ("armistice", Lex::Opening), ("at", Lex::Opening),
    ("aug", Lex::Month(8, true)), ("august", Lex::Month(8, false)), ("autumn", Lex::Season(Season::Autumn)),
    ("bastille", Lex::Opening), ("black", Lex::Opening), ("boxing", Lex::Opening),
    ("centuries", Lex::Unit(Unit::Century, true)), ("century", Lex::Unit(Unit::Century, false)),
    ("christmas", Lex::Opening), ("columbus", Lex::Opening), ("coming", Lex::Opening), ("current", Lex::Opening),
    ("currently", Lex::Opening), ("cyber", Lex::Opening), ("daily", Lex::Opening),
    ("day", Lex::Unit(Unit::Day, false)), ("days", Lex::Unit(Unit::Day, true)), ("dec", Lex::Month(12, true)),
    ("decade", Lex::Unit(Unit::Decade, false)), ("decades", Lex::Unit(Unit::Decade, true)),
    ("december", Lex::Month(12, false)), ("dozens", Lex::Opening), ("each", Lex::Opening), ("earlier", Lex::Opening),
    ("early", Lex::Opening), ("earth", Lex::Opening), ("easter", Lex::Opening), ("eight", Lex::Cardinal(8)),
    ("eighteen", Lex::Cardinal(18)), ("eighteenth", Lex::Ordinal(18)), ("eighth", Lex::Ordinal(8)),
    ("eighty", Lex::Cardinal(80)), ("election", Lex::Opening), ("eleven", Lex::Cardinal(11)),
    ("eleventh", Lex::Ordinal(11)), ("evening", Lex::DayPart(DayPart::Evening)),
    ("evenings", Lex::DayPart(DayPart::Evening)), ("every", Lex::Opening), ("fall", Lex::Season(Season::Autumn)),
    ("feb", Lex::Month(2, true)), ("february", Lex::Month(2, false)), ("few", Lex::Opening),
    ("fifteen", Lex::Cardinal(15)), ("fifteenth", Lex::Ordinal(15)), ("fifth", Lex::Ordinal(5)),
    ("fifty", Lex::Cardinal(50)), ("final", Lex::Opening), ("first", Lex::Ordinal(1)), ("fiscal", Lex::Opening),
    ("five", Lex::Cardinal(5)), ("following", Lex::Opening), ("fortnight", Lex::Opening), ("fortnights", Lex::Opening), ("forty", Lex::Cardinal(40)), ("four", Lex::Cardinal(4)),
    ("fourteen", Lex::Cardinal(14)), ("fourteenth", Lex::Ordinal(14)), ("fourth", Lex::Ordinal(4)),
    ("fri", Lex::Weekday(4, true)), ("friday", Lex::Weekday(4, false)), ("fridays", Lex::Weekdays(4)),
    ("good", Lex::Opening), ("h", Lex::Opening), ("half", Lex::Opening), ("halloween", Lex::Opening), ("hour", Lex::Unit(Unit::Hour, false)),
    ("hourly", Lex::Opening), ("hours", Lex::Unit(Unit::Hour, true)), ("hrs", Lex::Unit(Unit::Hour, true)),
    ("hundred", Lex::Cardinal(100)), ("hundreds", Lex::Opening), ("international", Lex::Opening),
    ("jan", Lex::Month(1, true)), ("january", Lex::Month(1, false)), ("jul", Lex::Month(7, true)),
    ("july", Lex::Month(7, false)), ("jun", Lex::Month(6, true)), ("june", Lex::Month(6, false)),
    ("juneteenth", Lex::Opening), ("labor", Lex::Opening), ("last", Lex::Opening), ("late", Lex::Opening),
    ("later", Lex::Opening), ("many", Lex::Opening), ("mar", Lex::Month(3, true)), ("march", Lex::Month(3, false)),
    ("martin", Lex::Opening), ("may", Lex::Month(5, false)), ("memorial", Lex::Opening), ("mid", Lex::Opening),
    ("midday", Lex::Opening), ("middle", Lex::Opening), ("midnight", Lex::Opening),
    ("mins", Lex::Unit(Unit::Minute, true)), ("minute", Lex::Unit(Unit::Minute, false)),
    ("minutes", Lex::Unit(Unit::Minute, true)), ("mon", Lex::Weekday(0, true)), ("monday", Lex::Weekday(0, false)),
    ("mondays", Lex::Weekdays(0)), ("month", Lex::Unit(Unit::Month, false)), ("monthly", Lex::Opening),
    ("months", Lex::Unit(Unit::Month, true)), ("morning", Lex::DayPart(DayPart::Morning)),
    ("mornings", Lex::DayPart(DayPart::Morning)), ("new", Lex::Opening), ("next", Lex::Opening),
    ("night", Lex::DayPart(DayPart::Night)), ("nights", Lex::DayPart(DayPart::Night)), ("nine", Lex::Cardinal(9)),
    ("nineteen", Lex::Cardinal(19)), ("nineteenth", Lex::Ordinal(19)), ("ninety", Lex::Cardinal(90)),
    ("ninth", Lex::Ordinal(9)), ("noon", Lex::Opening), ("nov", Lex::Month(11, true)),
    ("november", Lex::Month(11, false)), ("now", Lex::Opening), ("nowadays", Lex::Opening),
    ("numerous", Lex::Opening), ("oct", Lex::Month(10, true)), ("october", Lex::Month(10, false)),
    ("one", Lex::Cardinal(1)), ("past", Lex::Opening), ("presidents", Lex::Opening), ("previous", Lex::Opening),
    ("prior", Lex::Opening), ("q", Lex::Opening), ("quarter", Lex::Unit(Unit::Quarter, false)),
    ("quarters", Lex::Unit(Unit::Quarter, true)), ("recent", Lex::Opening), ("recently", Lex::Opening),
    ("same", Lex::Opening), ("sat", Lex::Weekday(5, true)), ("saturday", Lex::Weekday(5, false)),
    ("saturdays", Lex::Weekdays(5)), ("second", Lex::Ordinal(2)), ("seconds", Lex::Unit(Unit::Second, true)),
    ("sep", Lex::Month(9, true)), ("sept", Lex::Month(9, true)), ("september", Lex::Month(9, false)),
    ("seven", Lex::Cardinal(7)), ("seventeen", Lex::Cardinal(17)), ("seventeenth", Lex::Ordinal(17)),
    ("seventh", Lex::Ordinal(7)), ("seventy", Lex::Cardinal(70)), ("several", Lex::Opening),
    ("six", Lex::Cardinal(6)), ("sixteen", Lex::Cardinal(16)), ("sixteenth", Lex::Ordinal(16)),
    ("sixth", Lex::Ordinal(6)), ("sixty", Lex::Cardinal(60)), ("some", Lex::Opening),
    ("spring", Lex::Season(Season::Spring)), ("st", Lex::Opening), ("summer", Lex::Season(Season::Summer)),
    ("sun", Lex::Weekday(6, true)), ("sunday", Lex::Weekday(6, false)), ("sundays", Lex::Weekdays(6)),
    ("ten", Lex::Cardinal(10)), ("tenth", Lex::Ordinal(10)), ("thanksgiving", Lex::Opening), ("that", Lex::Opening),
    ("the", Lex::Opening), ("these", Lex::Opening), ("third", Lex::Ordinal(3)), ("thirteen", Lex::Cardinal(13)),
    ("thirteenth", Lex::Ordinal(13)), ("thirtieth", Lex::Ordinal(30)), ("thirty", Lex::Cardinal(30)),
    ("this", Lex::Opening), ("thousand", Lex::Cardinal(1000)), ("thousands", Lex::Opening),
    ("three", Lex::Cardinal(3)), ("thu", Lex::Weekday(3, true)), ("thur", Lex::Weekday(3, true)),
    ("thurs", Lex::Weekday(3, true)), ("thursday", Lex::Weekday(3, false)), ("thursdays", Lex::Weekdays(3)),
    ("today", Lex::Opening), ("tomorrow", Lex::Opening), ("tonight", Lex::Opening), ("tue", Lex::Weekday(1, true)),
    ("tues", Lex::Weekday(1, true)), ("tuesday", Lex::Weekday(1, false)), ("tuesdays", Lex::Weekdays(1)),
    ("twelfth", Lex::Ordinal(12)), ("twelve", Lex::Cardinal(12)), ("twentieth", Lex::Ordinal(20)),
    ("twenty", Lex::Cardinal(20)), ("two", Lex::Cardinal(2)), ("upcoming", Lex::Opening), ("valentine", Lex::Opening),
    ("veterans", Lex::Opening), ("wed", Lex::Weekday(2, true)), ("wednesday", Lex::Weekday(2, false)),
    ("wednesdays", Lex::Weekdays(2)), ("week", Lex::Unit(Unit::Week, false)),
    ("weekend", Lex::Unit(Unit::Weekend, false)), ("weekends", Lex::Unit(Unit::Weekend, true)),
    ("weekly", Lex::Opening), ("weeks", Lex::Unit(Unit::Week, true)), ("winter", Lex::Season(Season::Winter)),
    ("year", Lex::Unit(Unit::Year, false)), ("yearly", Lex::Opening), ("years", Lex::Unit(Unit::Year, true)),
    ("yesterday", Lex::Opening), ("zero", Lex::Cardinal(0)),
];

/// The words of [`WORDS`], in the same places.
const LIST: Wordlist = &{
    let mut words = [""; WORDS.len()];
    let mut index = 0;
    while index < WORDS.len() {
        words[index] = WORDS[index].0;
        index += 1;
    }
    wordlist(words)
};

/// What a word is, read without regard to case. `capital` tells whether it
/// began with a capital letter: months and weekdays do.
pub(super) fn lex(word: &str, capital: bool) -> Lex {
    match place_in(LIST, word).and_then(|place| WORDS.get(place)) {
        Some((lower, lex)) if capital || is_no_other_word(*lex, lower) => *lex,
        _ => Lex::Other,
    }
}

/// Whether the name of a month or a day is one in small letters too.
fn is_no_other_word(lex: Lex, word: &str) -> bool {
    match lex {
        // Abbreviations of months count beside a number only.
        Lex::Month(..) => !matches!(word, "march" | "mar" | "may" | "august"),
        Lex::Weekday(_, short) => !short,
        _ => true,
    }
}

/// The decade that a word names: `the nineties`.
pub(super) fn decade(word: &str) -> Option<u32> {
    const DECADES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    DECADES.iter().position(|entry| *entry == word).and_then(|i| u32::try_from(i).ok()).map(|i| (i + 2) * 10)
}

/// A word that means now, before or then, and its TIMEX3 value.
pub(super) fn reference(word: &str) -> Option<&'static str> {
    Some(match word {
        "now" | "currently" | "nowadays" => "PRESENT_REF",
        "recently" => "PAST_REF",
        _ => return None,
    })
}

/// A word that tells how often, and its TIMEX3 value.
pub(super) fn frequency(word: &str) -> Option<&'static str> {
    Some(match word {
        "hourly" => "PT1H",
        "daily" => "P1D",
        "weekly" => "P1W",
        "monthly" => "P1M",
        "yearly" | "annually" => "P1Y",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_begin_with_a_capital() {
        assert_eq!(lex("may", true), Lex::Month(5, false));
        assert_eq!(lex("may", false), Lex::Other);
        assert_eq!(lex("friday", false), Lex::Weekday(4, false));
        assert_eq!(lex("second", false), Lex::Ordinal(2));
    }
}
