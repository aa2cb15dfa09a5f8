//! The events of a story as a calendar (iCalendar, RFC 5545).

use story::{Day, Event, Status, Story, Time, When};

use crate::look::{Look, outlet};
use crate::number::digits;
use crate::wording::Wording;

/// The events as a calendar. Those without a date that a calendar can hold
/// (none, or beyond the years 1–9999) are left out.
///
/// A day is an all-day event. What is less precise covers the days that it may
/// touch, and its description says how closely it is known. A time of day is
/// written only where the story has one: in UTC where the source says how far
/// it is from it, else without a zone, as the clocks there showed it. No event
/// blocks the reader's own time.
///
/// No clock is read: the stamp of every event is the day of the last article.
pub fn calendar(story: &Story, wording: &dyn Wording) -> String {
    let look = Look::at(story);
    let mut lines = Lines { text: String::new() };
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Backstory//Story//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.text("NAME", &story.title);
    lines.text("X-WR-CALNAME", &story.title);
    let published = story.articles.iter().filter_map(|article| article.published.as_ref()?.when.last_day());
    // A story without dates of publication has to have some stamp.
    let stamp = published.max().and_then(date).unwrap_or_else(|| "19700101".to_owned()) + "T000000Z";
    for event in &story.events {
        let Some(span) = event.when.as_ref().and_then(span) else { continue };
        lines.raw("BEGIN", "VEVENT");
        lines.text("UID", &uid(story, event.id.as_str()));
        lines.raw("DTSTAMP", &stamp);
        span.write(&mut lines);
        lines.text("SUMMARY", &event.title);
        lines.text("DESCRIPTION", &description(&look, event, wording));
        if let Some(place) = &event.place {
            lines.text("LOCATION", look.name(place.as_str()));
        }
        if let Some(url) = look.said(&event.evidence).iter().find_map(|said| said.article.web_address()) {
            lines.raw("URL", url);
        }
        if let Some(plan) = &event.follows {
            lines.text("RELATED-TO", &uid(story, plan.as_str()));
        }
        lines.raw("CATEGORIES", event.kind.name());
        lines.raw(
            "STATUS",
            match event.status {
                Status::Happened => "CONFIRMED",
                Status::Planned | Status::Uncertain => "TENTATIVE",
                Status::Cancelled => "CANCELLED",
            },
        );
        lines.raw("TRANSP", "TRANSPARENT");
        lines.raw("END", "VEVENT");
    }
    lines.raw("END", "VCALENDAR");
    lines.text
}

/// An id of the event that no other story has: an event's own is unique in its
/// story, and the title's hash tells stories apart (FNV-1a, 64 bits).
fn uid(story: &Story, event: &str) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x100_0000_01b3;
    let mut hash = OFFSET;
    for byte in story.title.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    }
    [event, ".", &hash.to_string(), "@backstory"].concat()
}

/// How closely the date is known, whether it is only planned, and what the
/// sources say.
fn description(look: &Look<'_>, event: &Event, wording: &dyn Wording) -> String {
    let mut parts = Vec::new();
    parts.extend(wording.status(event.status).map(str::to_owned));
    if let Some(when) = event.when.as_ref().filter(|when| !is_plain(when)) {
        parts.push(wording.no_closer(&wording.when(when)));
    }
    for said in look.said(&event.evidence) {
        let mut source = [said.sentence, "\n— ", outlet(said.article)].concat();
        if let Some(published) = &said.article.published {
            source.push_str(", ");
            source.push_str(&wording.when(&published.when));
        }
        parts.push(source);
        parts.extend(said.article.web_address().map(str::to_owned));
    }
    parts.join("\n")
}

/// Whether a calendar shows the date as it is: a day, or from a day to another.
fn is_plain(when: &When) -> bool {
    let is_day = |shape: &story::Shape| matches!(shape, story::Shape::Day(..));
    !when.is_fuzzy()
        && match when.shape() {
            story::Shape::Interval(Some(from), Some(to)) => is_day(&from) && is_day(&to),
            shape => is_day(&shape),
        }
}

/// What a calendar says of a date.
enum Span {
    /// Whole days: the first, and the one after the last.
    Days(String, String),
    /// A moment: date and time, with a `Z` where it is UTC.
    Moment(String),
}

impl Span {
    fn write(&self, lines: &mut Lines) {
        match self {
            Self::Days(start, end) => {
                lines.raw("DTSTART;VALUE=DATE", start);
                lines.raw("DTEND;VALUE=DATE", end);
            }
            Self::Moment(start) => lines.raw("DTSTART", start),
        }
    }
}

fn span(when: &When) -> Option<Span> {
    if let Some(time) = when.time() {
        return moment(when.first_day()?, time).map(Span::Moment);
    }
    let (first, last) = (when.first_day(), when.last_day());
    let (first, last) = (first.or(last)?, last.or(first)?);
    Some(Span::Days(date(first)?, date(Day(last.0 + 1))?))
}

/// `20240703T103000Z`.
fn moment(day: Day, time: Time) -> Option<String> {
    const MINUTES_A_DAY: i64 = 24 * 60;
    let zone = if time.ahead_of_utc.is_some() { "Z" } else { "" };
    let ahead_of_utc = i64::from(time.ahead_of_utc.unwrap_or(0));
    let minutes = i64::from(time.hour) * 60 + i64::from(time.minute) - ahead_of_utc;
    let day = Day(day.0 + minutes.div_euclid(MINUTES_A_DAY));
    let minutes = minutes.rem_euclid(MINUTES_A_DAY);
    // Few calendars know leap seconds.
    let second = i64::from(time.second.min(59));
    let clock = [digits(minutes / 60, 2), digits(minutes % 60, 2), digits(second, 2)].concat();
    Some([&date(day)?, "T", &clock, zone].concat())
}

/// `20240703`; nothing for a year that has not four digits.
fn date(day: Day) -> Option<String> {
    let (year, month, date) = day.to_civil();
    (1..=9999).contains(&year).then(|| [digits(year, 4), digits(month.into(), 2), digits(date.into(), 2)].concat())
}

/// The content lines of a calendar.
struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value is a text: what would end it is escaped, control
    /// characters are left out.
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::new();
        for c in value.chars() {
            match c {
                '\n' => escaped.push_str("\\n"),
                ',' | ';' | '\\' => escaped.extend(['\\', c]),
                _ => escaped.push(c),
            }
        }
        self.raw(name, &escaped);
    }

    /// A property whose value is of another type.
    ///
    /// A line has 75 octets at most; it goes on after a line break and a space.
    fn raw(&mut self, name: &str, value: &str) {
        const MOST_OCTETS: usize = 75;
        let mut octets = 0;
        let visible = value.chars().filter(|c| !c.is_control());
        for c in name.chars().chain([':']).chain(visible) {
            if octets + c.len_utf8() > MOST_OCTETS {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(c);
            octets += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use icalendar::{Calendar, Component as _, EventLike as _};
    use proptest::prelude::*;

    use super::*;
    use crate::English;
    use crate::samples::story;

    fn read(story: &Story) -> Vec<icalendar::Event> {
        let calendar: Calendar = calendar(story, &English).parse().unwrap();
        calendar.components.iter().filter_map(|component| component.as_event().cloned()).collect()
    }

    fn dated(when: &str) -> Option<icalendar::Event> {
        let mut story = story();
        story.events.truncate(1);
        story.events[0].when = When::parse(when).ok();
        read(&story).pop()
    }

    fn days(when: &str) -> (String, String) {
        let event = dated(when).unwrap();
        (
            event.property_value("DTSTART").unwrap().to_owned(),
            event.property_value("DTEND").unwrap_or_default().to_owned(),
        )
    }

    #[test]
    fn events_with_a_date_are_in_the_calendar() {
        let events = read(&story());
        let titles: Vec<&str> = events.iter().map(|event| event.get_summary().unwrap()).collect();
        assert_eq!(titles, ["Ada meets Bo <in> Delft", "Bo returns; to Delft, again"]);
        assert_eq!(events[0].get_location(), Some("Delft"));
        assert_eq!(events[0].get_uid(), Some("meeting.6737294695191189564@backstory"));
        assert_eq!(events[0].property_value("STATUS"), Some("CONFIRMED"));
        assert_eq!(events[0].property_value("DTSTAMP"), Some("20240703T000000Z"));
        assert_eq!(events[1].property_value("STATUS"), Some("TENTATIVE"));
    }

    #[test]
    fn a_description_has_the_sentences_and_their_source() {
        let events = read(&story());
        assert_eq!(
            events[0].get_description(),
            Some("Ada met Bo in Delft today.\n— The Paper, 3 July 2024\nhttps://example.org/a?b=1&c=2")
        );
        assert_eq!(events[0].get_url(), Some("https://example.org/a?b=1&c=2"));
    }

    #[test]
    fn what_is_less_precise_than_a_day_says_so() {
        let description = read(&story())[1].get_description().unwrap().to_owned();
        assert!(
            description.starts_with("planned\nThe sources give no closer date than: autumn 2024.\nBo; will"),
            "{description}"
        );
        let says_so = |when| dated(when).unwrap().get_description().unwrap().contains("no closer");
        assert!(says_so("2024-07-03~") && says_so("2024-11") && says_so("1992/2024-07-03") && says_so("2024/.."));
        assert!(!says_so("2024-07-03") && !says_so("2024-11-27/2024-11-28"));
    }

    #[test]
    fn days_are_whole_and_the_end_is_the_day_after() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(days("2024-07-03"), pair("20240703", "20240704"));
        assert_eq!(days("2024-11-27/2024-12-31"), pair("20241127", "20250101"));
        assert_eq!(days("2024-02"), pair("20240201", "20240301"));
        assert_eq!(days("2024-05-01/.."), pair("20240501", "20240502"));
        assert_eq!(days("../2024-05-01"), pair("20240501", "20240502"));
    }

    #[test]
    fn a_time_is_written_as_far_as_it_is_known() {
        let start = |when| days(when).0;
        assert_eq!(start("2024-07-03T10:30:00Z"), "20240703T103000Z");
        assert_eq!(start("2024-07-03T01:30:00+05:00"), "20240702T203000Z");
        assert_eq!(start("2024-07-03T10:30:00"), "20240703T103000");
    }

    #[test]
    fn dates_that_no_calendar_holds_are_left_out() {
        assert!(dated("-0044-03-15").is_none());
        assert!(dated("Y20000").is_none());
    }

    #[test]
    fn a_line_has_75_octets_at_most() {
        let mut story = story();
        story.events[0].title = "Ұзақ сөз, ".repeat(40);
        let text = calendar(&story, &English);
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        assert_eq!(read(&story)[0].get_summary(), Some(story.events[0].title.as_str()));
    }

    proptest! {
        #[test]
        fn any_title_is_read_back(title in "[\\PC\n]{1,40}|[,;:\\\\\n\"a]{1,30}") {
            let mut story = story();
            story.events[0].title.clone_from(&title);
            let events = read(&story);
            prop_assert_eq!(events[0].get_summary().map(str::trim), Some(title.trim()));
            prop_assert_eq!(events.len(), 2);
        }
    }
}
