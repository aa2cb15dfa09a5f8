//! `backstory export`.

use crate::{Desk, SOUND};

#[test]
fn every_format_is_written() {
    let desk = Desk::new();
    desk.put("story.json", SOUND);
    for (format, begins) in [
        ("ics", "BEGIN:VCALENDAR\r\n"),
        ("graphml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "),
        ("json", "{\"directed\":true,"),
        ("timelinejs", "{\"title\":{\"text\":{\"headline\":\"The bridge\"}},\"events\":[{"),
        ("csl", "[{\"id\":\"paper-2024-07-03\","),
        ("bibtex", "@misc{paper-2024-07-03,"),
    ] {
        let run = desk.run(&["export", "story.json", "--as", format]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
        assert!(run.out.starts_with(begins), "{format}: {}", run.out);
    }
}

#[test]
fn a_table_is_written_to_a_file() {
    let desk = Desk::new();
    desk.put("story.json", SOUND);
    let run = desk.run(&["export", "story.json", "--as", "csv", "--table", "events", "-o", "events.csv"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    let table = desk.text("events.csv");
    assert_eq!(table.lines().count(), 2);
    assert!(table.ends_with("Ada Smit,,The Paper,Ada Smit opened a bridge in Delft.\r\n"), "{table}");
}

#[test]
fn a_table_has_to_be_named() {
    let run = Desk::new().put("story.json", SOUND).run(&["export", "story.json", "--as", "csv"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--table <TABLE>"), "{}", run.err);
}

#[test]
fn a_story_with_problems_is_not_exported() {
    let story = SOUND.replace("\"end\": 33", "\"end\": 3300");
    let run = Desk::new().put("story.json", story).run(&["export", "story.json", "--as", "ics"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("events[0].evidence[0]"), "{}", run.err);
}
