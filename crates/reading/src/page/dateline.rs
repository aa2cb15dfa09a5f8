//! `DELFT, May 2 (AGENCY) – …`: the place, the day and the agency that open
//! a report.

use story::EntityKind;

use super::Dateline;
use crate::dates::find_in_text;
use crate::knowledge::{title_case, world};
use crate::sentences::ends_with_title;
use crate::span::Span;
use crate::text::{is_all_capitals, is_capitalised, is_space, prefix};

/// A dateline's dash stands within so many bytes.
const LONGEST: usize = 120;

/// The dateline that opens the text of block `block`.
pub(super) fn parse(text: &str, block: usize) -> Option<Dateline> {
    // `12:20 | Delft, …`: the hour before it.
    let hour = text.split_once('|').filter(|(hour, _)| hour.trim_end_matches(is_space).bytes().all(is_of_an_hour));
    let start = hour.map_or(0, |(hour, rest)| hour.len() + 1 + rest.len() - rest.trim_start_matches(is_space).len());
    let text = text.get(start..)?;
    let found = slashed(text, block)
        .or_else(|| dashed(text, block))
        .or_else(|| bracketed(text, block))
        .or_else(|| with_stop(text, block))
        .or_else(|| with_colon(text, block))?;
    let moved = |span: Span| Span::new(span.start + start, span.end + start);
    Some(Dateline { span: Span::new(0, found.span.end + start), place_span: moved(found.place_span), ..found })
}

fn is_of_an_hour(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b':'
}

/// `Delft, May 2 (Agency). …`
fn bracketed(text: &str, block: usize) -> Option<Dateline> {
    let (before, rest) = prefix(text, LONGEST).split_once('(')?;
    let (agency, after) = rest.split_once(')')?;
    let found = place_and_day(before.trim_end_matches(is_space))?;
    let ends = after.trim_start_matches(['.', ':']);
    let is_one = is_agency(agency) && found.sure && ends.len() < after.len();
    let end = before.len() + agency.len() + 2 + after.len() - ends.trim_start_matches(is_space).len();
    is_one.then(|| found.dateline(Some(agency.to_owned()), block, end))
}

/// `DELFT, 2 May 2021. The bridge fell.`
fn with_stop(text: &str, block: usize) -> Option<Dateline> {
    let head = prefix(text, LONGEST);
    // `Oct. 3` has a stop of its own.
    head.match_indices(". ").find_map(|(stop, mark)| {
        let end = stop + mark.len();
        let found = place_and_day(head.get(..stop)?).filter(|found| found.sure && is_all_capitals(found.place))?;
        is_capitalised(head.get(end..)?).then(|| found.dateline(None, block, end))
    })
}

/// `Delft, May 2: The bridge fell.`; `DELFT: The bridge fell.`: a town that everybody
/// knows, in capitals.
fn with_colon(text: &str, block: usize) -> Option<Dateline> {
    let (place, rest) = prefix(text, LONGEST).split_once(": ")?;
    if let Some(found) = place_and_day(place.trim_end_matches(is_space)).filter(|found| found.sure) {
        return is_capitalised(rest).then(|| found.dateline(None, block, place.len() + 2));
    }
    let known = is_all_capitals(place)
        && world()
            .named(&title_case(place))
            .and_then(|(thing, _)| world().thing(thing))
            .is_some_and(|thing| thing.kind == EntityKind::Place);
    let found = PlaceAndDay { place, month_day: None, year: None, sure: true };
    (known && is_capitalised(rest)).then(|| found.dateline(None, block, place.len() + 2))
}

/// `MOSCOW, July 3. /AGENCY/. …`
fn slashed(text: &str, block: usize) -> Option<Dateline> {
    let head = prefix(text, LONGEST);
    let open = head.find('/')?;
    let close = open + 1 + head.get(open + 1..)?.find('/')?;
    let agency = head.get(open + 1..close)?;
    if !is_agency(agency) {
        return None;
    }
    let rest = text.get(close + 1..)?;
    let end =
        close + 1 + (rest.len() - rest.trim_start_matches(|c| is_space(c) || matches!(c, '.' | '-' | '–' | '—')).len());
    let found = place_and_day(head.get(..open)?)?;
    (found.sure || is_all_capitals(found.place)).then(|| found.dateline(Some(agency.to_owned()), block, end))
}

/// `PLACE, Region, Month Day, Year (AGENCY) – …`, `PLACE, Month Day – AGENCY. …`,
/// `Month Day (AGENCY) – …`
fn dashed(text: &str, block: usize) -> Option<Dateline> {
    let head = prefix(text, LONGEST);
    let (dash, after) = first_dash(head)?;
    let before = head.get(..dash)?.trim_end_matches(is_space);
    let (before, mut agency) = match before.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        // `(UPDATE 2)`: which version it is.
        Some((place, name)) if name.to_ascii_uppercase().contains("UPDATE") => (place.trim_end_matches(is_space), None),
        Some((place, name)) if is_agency(name) => (place.trim_end_matches(is_space), Some(name.to_owned())),
        Some(_) => return None,
        None => (before, None),
    };
    let mut end = after;
    let found = place_and_day(before).or_else(|| agency.as_ref().and_then(|_| day_alone(before)))?;
    if !(found.sure || agency.is_some() || is_all_capitals(found.place)) {
        return None;
    }
    if agency.is_none()
        && let Some((name, report)) = text.get(after..)?.split_once(". ")
        && is_agency(name)
        // `Sen. Ada Berg`, `U.S. police`
        && !ends_with_title(name)
        && name.rsplit('.').next().is_none_or(|end| end.len() != 1)
        // `Acme Inc. said`
        && !report.starts_with(char::is_lowercase)
        && name.split(is_space).count() <= 4
    {
        agency = Some(name.to_owned());
        end = after + name.len() + 2;
    }
    Some(found.dateline(agency, block, end))
}

/// What stands before the agency.
struct PlaceAndDay<'t> {
    place: &'t str,
    month_day: Option<(u8, u8)>,
    year: Option<i64>,
    /// Whether a date makes it plain that this is a dateline.
    sure: bool,
}

impl PlaceAndDay<'_> {
    fn dateline(self, agency: Option<String>, block: usize, end: usize) -> Dateline {
        Dateline {
            place: self.place.to_owned(),
            agency,
            month_day: self.month_day,
            year: self.year,
            block,
            span: Span::new(0, end),
            place_span: Span::new(0, self.place.len()),
        }
    }
}

/// `Feb. 7`: nothing but a day.
fn day_alone(before: &str) -> Option<PlaceAndDay<'_>> {
    let (span, (year, month, day)) = day_in(before)?;
    let is_all = span == Span::new(0, before.len());
    is_all.then_some(PlaceAndDay { place: "", month_day: Some((month, day)), year, sure: true })
}

/// A day as a text names it: the year, the month, the day.
type NamedDay = (Option<i64>, u8, u8);

/// The first day that a text names, and where.
fn day_in(text: &str) -> Option<(Span, NamedDay)> {
    find_in_text(text, None).into_iter().find_map(|found| Some((found.span, day_of_value(&found.timex_value)?)))
}

fn place_and_day(before: &str) -> Option<PlaceAndDay<'_>> {
    let date = day_in(before);
    let names = match &date {
        Some((span, _)) => {
            if !before.get(span.end..)?.trim_matches(|c: char| is_space(c) || matches!(c, '.' | ',')).is_empty() {
                return None;
            }
            before.get(..span.start)?
        }
        None => before,
    };
    let names = names.trim_end_matches(|c| is_space(c) || matches!(c, ',' | '.'));
    let place = names.split(',').next()?.trim_matches(is_space);
    let fits = |name: &str| {
        !name.is_empty()
            && name.split(is_space).count() <= 4
            && name
                .split(is_space)
                .all(|word| is_capitalised(word) || matches!(word, "of" | "de" | "la" | "el" | "and" | "the"))
    };
    if !is_capitalised(place)
        || place.contains(['.', ':', '"', '“']) && !place.starts_with("St.")
        || !names.split(',').all(|name| fits(name.trim_matches(is_space)))
    {
        return None;
    }
    let (month_day, year) = match date {
        Some((_, (year, month, day))) => (Some((month, day)), year),
        None => (None, None),
    };
    Some(PlaceAndDay { place, month_day, year, sure: month_day.is_some() })
}

/// `2024-07-03` or `XXXX-07-03`, as numbers.
fn day_of_value(value: &str) -> Option<(Option<i64>, u8, u8)> {
    let mut parts = value.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let none_left = parts.next().is_none();
    none_left.then_some(())?;
    Some((year.parse().ok(), month.parse().ok()?, day.parse().ok()?))
}

/// The first dash that parts a dateline from its text: where it begins, and
/// where the text does.
fn first_dash(head: &str) -> Option<(usize, usize)> {
    let mut before = ' ';
    for (offset, c) in head.char_indices() {
        let rest = head.get(offset + c.len_utf8()..)?;
        let spaced = is_space(before) || before == ')';
        let dash = matches!(c, '–' | '—' | '―' | '_') || (c == '-' && rest.starts_with([' ', '-', '\u{a0}']));
        if spaced && dash {
            let text = rest.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '–' | '—' | '_'));
            return Some((offset, head.len() - text.len()));
        }
        before = c;
    }
    None
}

/// The names of agencies are short and begin with capitals.
fn is_agency(name: &str) -> bool {
    let words = name.split(is_space).count();
    (1..=4).contains(&words)
        && name.len() <= 40
        && name.split(is_space).all(|word| is_capitalised(word) || word.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parts = (String, Option<String>, Option<(u8, u8)>, Option<i64>, String);

    fn parts(text: &str) -> Option<Parts> {
        let found = parse(text, 0)?;
        let rest = text.get(found.span.end..).unwrap_or("").to_owned();
        Some((found.place, found.agency, found.month_day, found.year, rest))
    }

    #[test]
    fn place_day_and_agency_are_read() {
        let expect = |place: &str, agency: Option<&str>, day, year| {
            Some((place.to_owned(), agency.map(str::to_owned), day, year, "The bridge fell.".to_owned()))
        };
        assert_eq!(parts("DELFT, May 2 (XPA) – The bridge fell."), expect("DELFT", Some("XPA"), Some((5, 2)), None));
        assert_eq!(
            parts("DELFT, May 2 – Delta Press. The bridge fell."),
            expect("DELFT", Some("Delta Press"), Some((5, 2)), None)
        );
        assert_eq!(parts("Delft, 2 May 2021 — The bridge fell."), expect("Delft", None, Some((5, 2)), Some(2021)));
        assert_eq!(parts("NEW DELFT, Holland (XPA) -- The bridge fell."), expect("NEW DELFT", Some("XPA"), None, None));
        assert_eq!(
            parts("12:20 | Delft, May 2 (XPA). The bridge fell."),
            expect("Delft", Some("XPA"), Some((5, 2)), None)
        );
        assert_eq!(parts("DELFT, 2 May 2021. The bridge fell."), expect("DELFT", None, Some((5, 2)), Some(2021)));
        assert_eq!(parts("LIMA: The bridge fell."), expect("LIMA", None, None, None));
        assert_eq!(parts("New Delft, May 2 : The bridge fell."), expect("New Delft", None, Some((5, 2)), None));
        assert_eq!(
            parts("LIMA — Acme Inc. said so."),
            Some(("LIMA".to_owned(), None, None, None, "Acme Inc. said so.".to_owned()))
        );
        assert_eq!(parts("BREAKING: The bridge fell."), None);
        for rest in ["Sen. Ada Berg left.", "U.S. police left."] {
            let expected = Some(("LIMA".to_owned(), None, None, None, rest.to_owned()));
            assert_eq!(parts(&format!("LIMA — {rest}")), expected, "a title, a state: no agency");
        }
        assert_eq!(parts("LIMA, Peru (2nd UPDATE) – The bridge fell."), expect("LIMA", None, None, None));
        assert_eq!(parts("May 2 (XPA) — The bridge fell."), expect("", Some("XPA"), Some((5, 2)), None));
        assert_eq!(parts("May 2, 2021 (XPA) — The bridge fell."), expect("", Some("XPA"), Some((5, 2)), Some(2021)));
        assert_eq!(parts("May 2 — The bridge fell."), None);
        assert_eq!(parts("DELFT, May 2. /XPA/. The bridge fell."), expect("DELFT", Some("XPA"), Some((5, 2)), None));
    }

    #[test]
    fn a_sentence_with_a_dash_is_no_dateline() {
        assert_eq!(parts("Delft – the town of bridges – is old."), None);
        assert_eq!(parts("DELFT. On May 2, 2021. The bridge fell."), None);
        assert_eq!(parts("The mayor (Ada) – who is old – left."), None);
    }
}
