//! The words of time.

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
    /// Any other word.
    Other,
}

/// What the small-letter `word` is. `capital` tells whether it began with a
/// capital letter: months and weekdays do.
pub(super) fn lex(word: &str, capital: bool) -> Lex {
    if let Some(found) = month(word).or_else(|| weekday(word))
        && (capital || is_no_other_word(found, word))
    {
        return found;
    }
    if let Some(unit) = unit(word) {
        return unit;
    }
    // No number's word begins with another letter.
    if !word.starts_with(['z', 'o', 't', 'f', 's', 'e', 'n', 'h']) {
        return day_part_or_season(word);
    }
    if let Some(n) = cardinal(word) {
        return Lex::Cardinal(n);
    }
    if let Some(n) = ordinal(word) {
        return Lex::Ordinal(n);
    }
    day_part_or_season(word)
}

fn day_part_or_season(word: &str) -> Lex {
    match word {
        "spring" => Lex::Season(Season::Spring),
        "summer" => Lex::Season(Season::Summer),
        "fall" | "autumn" => Lex::Season(Season::Autumn),
        "winter" => Lex::Season(Season::Winter),
        "morning" | "mornings" => Lex::DayPart(DayPart::Morning),
        "afternoon" | "afternoons" => Lex::DayPart(DayPart::Afternoon),
        "evening" | "evenings" => Lex::DayPart(DayPart::Evening),
        "night" | "nights" => Lex::DayPart(DayPart::Night),
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

fn month(word: &str) -> Option<Lex> {
    Some(match word {
        "january" => Lex::Month(1, false),
        "jan" => Lex::Month(1, true),
        "february" => Lex::Month(2, false),
        "feb" => Lex::Month(2, true),
        "march" => Lex::Month(3, false),
        "mar" => Lex::Month(3, true),
        "april" => Lex::Month(4, false),
        "apr" => Lex::Month(4, true),
        "may" => Lex::Month(5, false),
        "june" => Lex::Month(6, false),
        "jun" => Lex::Month(6, true),
        "july" => Lex::Month(7, false),
        "jul" => Lex::Month(7, true),
        "august" => Lex::Month(8, false),
        "aug" => Lex::Month(8, true),
        "september" => Lex::Month(9, false),
        "sept" | "sep" => Lex::Month(9, true),
        "october" => Lex::Month(10, false),
        "oct" => Lex::Month(10, true),
        "november" => Lex::Month(11, false),
        "nov" => Lex::Month(11, true),
        "december" => Lex::Month(12, false),
        "dec" => Lex::Month(12, true),
        _ => return None,
    })
}

fn weekday(word: &str) -> Option<Lex> {
    Some(match word {
        "monday" => Lex::Weekday(0, false),
        "tuesday" => Lex::Weekday(1, false),
        "wednesday" => Lex::Weekday(2, false),
        "thursday" => Lex::Weekday(3, false),
        "friday" => Lex::Weekday(4, false),
        "saturday" => Lex::Weekday(5, false),
        "sunday" => Lex::Weekday(6, false),
        "mon" => Lex::Weekday(0, true),
        "tue" | "tues" => Lex::Weekday(1, true),
        "wed" => Lex::Weekday(2, true),
        "thu" | "thur" | "thurs" => Lex::Weekday(3, true),
        "fri" => Lex::Weekday(4, true),
        "sat" => Lex::Weekday(5, true),
        "sun" => Lex::Weekday(6, true),
        "mondays" => Lex::Weekdays(0),
        "tuesdays" => Lex::Weekdays(1),
        "wednesdays" => Lex::Weekdays(2),
        "thursdays" => Lex::Weekdays(3),
        "fridays" => Lex::Weekdays(4),
        "saturdays" => Lex::Weekdays(5),
        "sundays" => Lex::Weekdays(6),
        _ => return None,
    })
}

fn unit(word: &str) -> Option<Lex> {
    Some(match word {
        // `second` is an ordinal first.
        "seconds" => Lex::Unit(Unit::Second, true),
        "minute" => Lex::Unit(Unit::Minute, false),
        "minutes" | "mins" => Lex::Unit(Unit::Minute, true),
        "hour" => Lex::Unit(Unit::Hour, false),
        "hours" | "hrs" => Lex::Unit(Unit::Hour, true),
        "day" => Lex::Unit(Unit::Day, false),
        "days" => Lex::Unit(Unit::Day, true),
        "weekend" => Lex::Unit(Unit::Weekend, false),
        "weekends" => Lex::Unit(Unit::Weekend, true),
        "week" => Lex::Unit(Unit::Week, false),
        "weeks" => Lex::Unit(Unit::Week, true),
        "month" => Lex::Unit(Unit::Month, false),
        "months" => Lex::Unit(Unit::Month, true),
        "quarter" => Lex::Unit(Unit::Quarter, false),
        "quarters" => Lex::Unit(Unit::Quarter, true),
        "year" => Lex::Unit(Unit::Year, false),
        "years" => Lex::Unit(Unit::Year, true),
        "decade" => Lex::Unit(Unit::Decade, false),
        "decades" => Lex::Unit(Unit::Decade, true),
        "century" => Lex::Unit(Unit::Century, false),
        "centuries" => Lex::Unit(Unit::Century, true),
        _ => return None,
    })
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const ORDINALS: [&str; 32] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
];

fn cardinal(word: &str) -> Option<u32> {
    let index = |list: &[&str]| list.iter().position(|entry| *entry == word).and_then(|i| u32::try_from(i).ok());
    index(&ONES).or_else(|| index(&TENS).map(|i| (i + 2) * 10)).or(match word {
        "hundred" => Some(100),
        "thousand" => Some(1000),
        _ => None,
    })
}

fn ordinal(word: &str) -> Option<u32> {
    ORDINALS.iter().position(|entry| *entry == word).and_then(|i| u32::try_from(i).ok()).filter(|n| *n > 0)
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
