//! What is read here, held against a library that reads all of EDTF.

use edtf_core::{Bound, BoundDate, DateField, IntervalEndpoint, Precision, TimeShift};
use proptest::prelude::*;

use super::Time;
use crate::{Day, Shape, When, WhenError};

/// All that a date says: its days, whether its edges are soft and whether it
/// is in doubt, whether it is an interval, its shape, and its time of day.
type Said = (Option<Day>, Option<Day>, bool, bool, bool, Shape, Option<Time>);

fn ours(text: &str) -> Result<Said, WhenError> {
    let when = When::parse(text)?;
    assert_eq!(when.as_str(), text);
    Ok((
        when.first_day(),
        when.last_day(),
        when.is_fuzzy(),
        when.is_doubtful(),
        when.is_interval(),
        when.shape(),
        when.time(),
    ))
}

fn of_the_library(text: &str) -> Result<Said, WhenError> {
    let edtf = edtf_core::Edtf::parse(text).map_err(|_| WhenError::NotEdtf(text.to_owned()))?;
    if edtf.level() > 1 {
        return Err(WhenError::Level2(text.to_owned()));
    }
    let day = |bound| match bound {
        Bound::Date(BoundDate { year, month, day }) if year.abs() <= 10_000_000 => {
            Some(Day::from_civil(year, month, day))
        }
        _ => None,
    };
    let in_words = || Shape::Text(text.to_owned());
    let is_season = |date: &edtf_core::Date| date.precision() == Precision::Season;
    let is_doubtful = edtf.is_approximate() || edtf.is_uncertain();
    let (has_season, shape, time) = match &edtf {
        edtf_core::Edtf::Date(date) => (is_season(date), shape(date).unwrap_or_else(in_words), None),
        edtf_core::Edtf::DateTime(moment) => {
            let ahead_of_utc = moment.time.shift.map(|shift| match shift {
                TimeShift::Utc => 0,
                TimeShift::Offset { minutes, .. } => minutes,
            });
            let edtf_core::Time { hour, minute, second, .. } = moment.time;
            let time = Time { hour, minute, second, ahead_of_utc };
            (false, shape(&moment.date).unwrap_or_else(in_words), Some(time))
        }
        edtf_core::Edtf::Interval(interval) => {
            let [start, end] = [&interval.start, &interval.end].map(|side| match side {
                IntervalEndpoint::Date(date) => Some(date),
                _ => None,
            });
            let side = |date: Option<&edtf_core::Date>| date.map(|date| Box::new(shape(date).unwrap()));
            let has_season = start.is_some_and(is_season) || end.is_some_and(is_season);
            (has_season, Shape::Interval(side(start), side(end)), None)
        }
        edtf_core::Edtf::Set(_) => panic!("{text}: a set is of level 2"),
    };
    Ok((
        day(edtf.bounds().earliest),
        day(edtf.bounds().latest),
        has_season || is_doubtful || edtf.has_unspecified(),
        is_doubtful,
        matches!(edtf, edtf_core::Edtf::Interval(_)),
        shape,
        time,
    ))
}

/// A decade or a century where digits of a year are open, and nothing when others are.
fn shape(date: &edtf_core::Date) -> Option<Shape> {
    let Some(year) = date.year.value() else {
        let digits = date.to_string().replace(['~', '?', '%'], "");
        let is_years = digits.len() == 4 && digits.starts_with(|c: char| c.is_ascii_digit());
        return digits.replace('X', "0").parse().ok().filter(|_| is_years).map(Shape::Years);
    };
    let field = |field: Option<DateField>| field.map_or(Some(None), |field| field.value().map(Some));
    Some(match (field(date.month)?, field(date.day)?) {
        (None, _) => Shape::Year(year),
        (Some(month @ 1..=12), None) => Shape::Month(year, month),
        (Some(month @ 1..=12), Some(day)) => Shape::Day(year, month, day),
        (Some(season), _) => Shape::Season(year, season - 20),
    })
}

#[track_caller]
fn agree(text: &str) {
    assert_eq!(ours(text), of_the_library(text), "{text:?}");
}

#[test]
fn dates_of_levels_0_and_1_say_what_the_library_says() {
    let texts = [
        "2024-07-03",
        "2024-02-29",
        "0000-02-29",
        "-0004-02-29",
        "2024-07",
        "2024-12",
        "2024",
        "0000",
        "0001",
        "-0001",
        "-9999",
        "Y10000",
        "Y-10000",
        "Y10000000",
        "Y10000001",
        "Y-10000001",
        "Y9223372036854775807",
        "Y-9223372036854775807",
        "Y170000002?",
        "2024-21",
        "2024-22",
        "2024-23",
        "2024-24",
        "-0044-24",
        "201X",
        "20XX",
        "2004-XX",
        "2004-XX-XX",
        "2004-07-XX",
        "-2004-XX",
        "2024?",
        "2024~",
        "2024%",
        "?2024",
        "?2024~",
        "2024-07?",
        "2024?-?07",
        "?2024-?07-?03",
        "2024-07-03~",
        "2024-23~",
        "201X?",
        "2024/2025",
        "2024-07/2024-08-03",
        "2024-07-03/2024-07-03",
        "2024-12-31/2024",
        "2024/..",
        "../2024",
        "2024/",
        "/2024",
        "2024-24/2025-02",
        "2024-23/2024-24",
        "2024~/2025?",
        "-0044/Y20000",
        "2024-07-03T10:00:00",
        "2024-07-03T10:00:00Z",
        "2024-07-03T23:59:60+05:30",
        "2024-07-03T00:00:00-14:00",
        "2024-07-03T00:00:00+00",
        "2024-07-03T00:00:00-03",
    ];
    for text in texts {
        assert!(ours(text).is_ok(), "{text:?}");
        agree(text);
    }
}

#[test]
fn level_2_is_told_from_what_is_no_date() {
    let texts = [
        "{2024,2025}",
        "[2024]",
        "{..2024}",
        "[2024..]",
        "{2024-07..2024-09,2030~}",
        "{Y1E5..Y2E5}",
        "1950S2",
        "1950S04",
        "-1950S1?",
        "Y171010000S3",
        "Y17E7",
        "Y-17E7S3",
        "Y1E19",
        "Y9E18S1",
        "2024-25",
        "2024-41",
        "156X-12-25",
        "15XX-12-XX",
        "XXXX-12-XX",
        "1XXX",
        "X024",
        "2024-1X",
        "2024-XX-03",
        "2024-07-1X",
        "XXXX-02-29",
        "XX00-02-29",
        "201X-23",
        "2024?-07",
        "2024-?07",
        "2024~-07-03?",
        "2024-07-?03",
        "201X/2024",
        "2024/202X",
        "..2024/2025",
        "2024/2025..",
        "..2024/",
        "..2024/..2025..",
        "2024-24/2025S4",
        "2024-33/2024-31",
    ];
    for text in texts {
        agree(text);
    }
    assert_eq!(ours("{2024,2025}"), Err(WhenError::Level2("{2024,2025}".to_owned())));
    assert_eq!(ours("..2024/2025"), Err(WhenError::Level2("..2024/2025".to_owned())));
}

#[test]
fn what_is_no_date_is_refused() {
    let texts = [
        "",
        " ",
        "soon",
        "2024 ",
        "\u{662}024",
        "24",
        "02024",
        "2024-7",
        "2024-13",
        "2024-00",
        "2024-20",
        "2024-42",
        "2024-07-",
        "2024-07-00",
        "2024-07-32",
        "2023-02-29",
        "1900-02-29",
        "2024-02-30",
        "2024-02-3X",
        "XX01-02-29",
        "2024-3X",
        "2024-23-01",
        "2024-XX-32",
        "-0000",
        "-201X",
        "--2024",
        "2024??",
        "?Y20000",
        "Y?20000",
        "Y",
        "Y-",
        "Y2024",
        "Y020000",
        "Y0E9",
        "Y9E3",
        "Y1E",
        "Y1E100001",
        "Y9223372036854775808",
        "Y20000-07",
        "Y20000S0",
        "Y20000S6",
        "Y2000X",
        "1950S",
        "1950S0",
        "1950S5",
        "195XS2",
        "1950S2-07",
        "2024-07S2",
    ];
    for text in texts {
        assert_eq!(ours(text), Err(WhenError::NotEdtf(text.to_owned())));
        agree(text);
    }
}

#[test]
fn what_is_no_interval_time_or_set_is_refused() {
    let texts = [
        "/",
        "../..",
        "../",
        "/..",
        "..",
        "2025/2024",
        "2024-07-04/2024-07-03",
        "2024/2025/2026",
        "2024//",
        "2024/..2025",
        "2024../2025",
        "..../2024",
        "2024/....",
        "20XX/1999",
        "Y20000000/2024",
        "Y30000000/Y20000000",
        "2024-07-03T10:00",
        "2024-07-03T24:00:00",
        "2024-07-03T10:60:00",
        "2024-07-03T10:00:61",
        "2024-07-03T10:00:00z",
        "2024-07-03T10:00:00+15",
        "2024-07-03T10:00:00+14:01",
        "2024-07-03T10:00:00+01:60",
        "2024-07-03T10:00:00-00",
        "2024-07-03T10:00:00-00:00",
        "2024-07-03T10:00:00+1",
        "2024-07-03T10:00:00+001:00",
        "2024-07-03T10:00:00ZZ",
        "2024-07T10:00:00",
        "2024-07-03?T10:00:00",
        "-2024-07-03T10:00:00",
        "2024-07-XXT10:00:00",
        "2024-07-03T10:00:00/2025",
        "T10:00:00",
        "{}",
        "{",
        "[2024}",
        "{2024,}",
        "{{2024}}",
        "{..}",
        "{2024..2023}",
        "{2024..2025-07}",
        "{2024?..2025}",
        "{202X..2025}",
        "{2024-21..2024-22}",
        "{1950S4..1960}",
        "{2024..2025..2026}",
        "{2024/2025}",
        "[2024]/2025",
    ];
    for text in texts {
        assert_eq!(ours(text), Err(WhenError::NotEdtf(text.to_owned())));
        agree(text);
    }
}

#[test]
fn every_month_and_day_of_two_digits_agrees() {
    let digits: Vec<String> =
        "0123456789X".chars().flat_map(|a| "0123456789X".chars().map(move |b| format!("{a}{b}"))).collect();
    for year in ["2024", "-0001", "190X"] {
        for month in &digits {
            agree(&format!("{year}-{month}"));
            for day in &digits {
                agree(&format!("{year}-{month}-{day}"));
            }
        }
    }
}

#[test]
fn every_two_parts_of_a_year_are_in_the_same_order() {
    for (one, other) in (1..=42).flat_map(|one| (1..=42).map(move |other| (one, other))) {
        for year in [2023, 2024, 2025] {
            agree(&format!("2024-{one:02}/{year}-{other:02}"));
        }
    }
}

/// A date or something like it.
fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[?~%]?-?(20[0-2][0-9X]|[0-9X]{4})[?~%]?(-[?~%]?(0[1-9]|1[0-2]|2[1-4]|[0-4X][0-9X])[?~%]?(-[?~%]?([0-2][0-9]|[0-3X][0-9X])[?~%]?)?)?",
        3 => "(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-([0-2][0-9]|3[01]))?)?[?~%]?",
        1 => "-?[0-9]{4}S[0-5]{1,2}[?~%]?",
        1 => "Y-?[0-9]{1,20}(E[0-9]{1,3})?(S[0-9]{1,2})?[?~%]?",
        1 => "Y-?[1-9][0-9]{4,18}(S[0-9])?",
    ]
}

/// An EDTF text or something like it.
fn text() -> impl Strategy<Value = String> {
    let dotted = || (prop_oneof![4 => Just(""), 1 => Just("..")], date(), prop_oneof![4 => Just(""), 1 => Just("..")]);
    let dotted = move || dotted().prop_map(|(before, date, after)| [before, &date, after].concat());
    let side = move || prop_oneof![1 => Just(String::new()), 1 => Just("..".to_owned()), 8 => date(), 2 => dotted()];
    let member = prop_oneof![dotted(), (date(), date()).prop_map(|(from, to)| [&from, "..", &to].concat())];
    let members = proptest::collection::vec(member, 0..4).prop_map(|members| members.join(","));
    prop_oneof![
        4 => date(),
        4 => (side(), side()).prop_map(|(start, end)| [&start, "/", &end].concat()),
        2 => "20[0-2][0-9]-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](Z|[+-][01][0-9](:[0-6][0-9])?)?",
        1 => (date(), "T[0-9:]{8}[Z+-]?").prop_map(|(date, time)| [date, time].concat()),
        2 => ("[{\\[]", members, "[}\\]]").prop_map(|(open, members, close)| [open, members, close].concat()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn texts_like_dates_agree(text in text()) {
        prop_assert_eq!(ours(&text), of_the_library(&text));
    }

    #[test]
    fn dates_with_a_slip_agree(text in text(), at in any::<prop::sample::Index>(), slip in "[-0-9XYTESZ?~%./:+,{}\\[\\] é]?", takes in 0_usize..2) {
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len() + 1);
        chars.splice(at..(at + takes).min(chars.len()), slip.chars());
        let text: String = chars.into_iter().collect();
        prop_assert_eq!(ours(&text), of_the_library(&text));
    }

    #[test]
    fn any_texts_agree(text in "\\PC{0,12}") {
        prop_assert_eq!(ours(&text), of_the_library(&text));
    }
}
