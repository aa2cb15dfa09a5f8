//! The events of a story for TimelineJS.

use story::{Day, Event, Shape, Story, When};

use crate::html::{escape, escaped};
use crate::json::Json;
use crate::look::{Look, outlet};
use crate::wording::Wording;

/// The events in the JSON format of TimelineJS
/// (<https://timeline.knightlab.com/docs/json-format.html>): a slide an event
/// with its sentences, after a slide with the title. Events without a date are
/// left out: the format has no place for them.
///
/// Where a date is less precise than a day, its `display_date` says it as the
/// sources do. The texts of a slide are HTML there; what a story says stays
/// text.
pub fn timelinejs(story: &Story, wording: &dyn Wording) -> String {
    let look = Look::at(story);
    let mut json = Json::default();
    json.object(&mut |json| {
        json.key("title").object(&mut |json| {
            json.key("text").object(&mut |json| json.field("headline", Some(&escaped(&story.title))));
        });
        json.key("events").list(&mut |json| {
            for event in &story.events {
                if let Some((start, end)) = event.when.as_ref().and_then(ends) {
                    slide(json, &look, event, &start, end.as_ref(), wording);
                }
            }
        });
    });
    json.into_text()
}

fn slide(json: &mut Json, look: &Look<'_>, event: &Event, start: &Point, end: Option<&Point>, wording: &dyn Wording) {
    json.object(&mut |json| {
        json.field("unique_id", Some(event.id.as_str()));
        point(json.key("start_date"), start);
        if let Some(end) = end {
            point(json.key("end_date"), end);
        }
        if let Some(when) = event.when.as_ref().filter(|when| when.is_fuzzy() || !when.is_one_day()) {
            json.field("display_date", Some(&wording.when(when)));
        }
        json.key("text").object(&mut |json| {
            json.field("headline", Some(&escaped(&event.title)));
            json.field("text", Some(&text(look, event, wording)));
        });
    });
}

/// The text of a slide, in HTML.
fn text(look: &Look<'_>, event: &Event, wording: &dyn Wording) -> String {
    let mut html = String::new();
    if let Some(status) = wording.status(event.status) {
        html.push_str("<p><em>");
        escape(status, &mut html);
        html.push_str("</em></p>");
    }
    for said in look.said(&event.evidence) {
        html.push_str("<blockquote>");
        escape(said.sentence, &mut html);
        html.push_str("</blockquote><p>— ");
        let url = said.article.web_address();
        if let Some(url) = url {
            html.push_str("<a href=\"");
            escape(url, &mut html);
            html.push_str("\">");
        }
        escape(outlet(said.article), &mut html);
        html.push_str(if url.is_some() { "</a>" } else { "" });
        if let Some(published) = &said.article.published {
            html.push_str(", ");
            escape(&wording.when(&published.when), &mut html);
        }
        html.push_str("</p>");
    }
    html
}

/// A date as closely as it is known.
struct Point {
    year: i64,
    month: Option<u8>,
    day: Option<u8>,
}

fn point(json: &mut Json, point: &Point) {
    json.object(&mut |json| {
        json.key("year").bare(&point.year.to_string());
        for (name, part) in [("month", point.month), ("day", point.day)] {
            if let Some(part) = part {
                json.key(name).bare(&part.to_string());
            }
        }
    });
}

/// Where a date begins, and where it ends if that is another point. A season
/// is from its first to its last month; an open side is left out.
fn ends(when: &When) -> Option<(Point, Option<Point>)> {
    let point = |shape: &Shape| match *shape {
        Shape::Day(year, month, day) => Some(Point { year, month: Some(month), day: Some(day) }),
        Shape::Month(year, month) => Some(Point { year, month: Some(month), day: None }),
        Shape::Year(year) => Some(Point { year, month: None, day: None }),
        Shape::Years(_) | Shape::Season(..) | Shape::Interval(..) | Shape::Text(_) => None,
    };
    let month = |day: Day| {
        let (year, month, _) = day.to_civil();
        Point { year, month: Some(month), day: None }
    };
    let shape = when.shape();
    if let Some(start) = point(&shape) {
        return Some((start, None));
    }
    let (from, to) = match &shape {
        Shape::Interval(from, to) => (from.as_deref(), to.as_deref()),
        _ => (None, None),
    };
    let start = from.and_then(point).or_else(|| when.first_day().map(month));
    let end = to.and_then(point).or_else(|| when.last_day().map(month));
    match (start, end) {
        (Some(start), end) => Some((start, end)),
        (None, end) => end.map(|end| (end, None)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::English;
    use crate::samples::story;

    fn read(story: &Story) -> Value {
        serde_json::from_str(&timelinejs(story, &English)).unwrap()
    }

    fn dates(when: &str) -> Value {
        let mut story = story();
        story.events.truncate(1);
        story.events[0].when = When::parse(when).ok();
        let event = read(&story)["events"][0].take();
        json!([event["start_date"], event["end_date"], event["display_date"]])
    }

    #[test]
    fn every_event_with_a_date_has_a_slide() {
        let read = read(&story());
        assert_eq!(read["title"]["text"]["headline"], "Ada &amp; &lt;Bo&gt;");
        assert_eq!(read["events"].as_array().unwrap().len(), 2);
        assert_eq!(read["events"][0]["text"]["headline"], "Ada meets Bo &lt;in&gt; Delft");
    }

    #[test]
    fn a_slide_has_its_sentences_with_a_link() {
        let read = read(&story());
        assert_eq!(
            read["events"][0]["text"]["text"],
            "<blockquote>Ada met Bo in Delft today.</blockquote><p>— \
             <a href=\"https://example.org/a?b=1&amp;c=2\">The Paper</a>, 3 July 2024</p>"
        );
        assert!(read["events"][1]["text"]["text"].as_str().unwrap().starts_with("<p><em>planned</em></p>"));
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        let mut story = story();
        story.articles[0].url = Some("javascript:alert(1)".to_owned());
        assert!(!timelinejs(&story, &English).contains("javascript"));
    }

    #[test]
    fn dates_keep_their_precision() {
        assert_eq!(dates("2024-07-03"), json!([{"year": 2024, "month": 7, "day": 3}, null, null]));
        assert_eq!(dates("2024-11"), json!([{"year": 2024, "month": 11}, null, "November 2024"]));
        assert_eq!(dates("1992~"), json!([{"year": 1992}, null, "about 1992"]));
        assert_eq!(dates("2024-23"), json!([{"year": 2024, "month": 9}, {"year": 2024, "month": 11}, "autumn 2024"]));
        assert_eq!(dates("1992/2024-07"), json!([{"year": 1992}, {"year": 2024, "month": 7}, "1992 – July 2024"]));
        assert_eq!(dates("2024/.."), json!([{"year": 2024}, null, "since 2024"]));
        assert_eq!(dates("../2024"), json!([{"year": 2024}, null, "until 2024"]));
        assert_eq!(dates("201X"), json!([{"year": 2010, "month": 1}, {"year": 2019, "month": 12}, "2010s"]));
    }
}
