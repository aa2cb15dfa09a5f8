//! `backstory correct`, and `backstory read --corrections`.

use crate::{ARTICLE, Desk, SOUND};

const CORRECTIONS: &str = r#"{ "format": "backstory-corrections/1", "corrections": [
    { "correct": "story-title", "title": "The corrected story" },
    { "correct": "remove-event", "event": "nothing-of-the-kind" }
] }"#;

#[test]
fn what_can_be_corrected_is_and_what_cannot_is_named() {
    let desk = Desk::new();
    desk.put("story.json", SOUND).put("corrections.json", CORRECTIONS);
    let run = desk.run(&["correct", "story.json", "corrections.json", "-o", "corrected.json"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert_eq!(
        run.err,
        "corrections.json: corrections[1]: there is no event \"nothing-of-the-kind\"; the articles may be read otherwise now: look whether it is still needed\ncorrected 1 of 2\n"
    );
    assert!(desk.text("corrected.json").contains("\"title\": \"The corrected story\""));
    assert_eq!(desk.run(&["check", "corrected.json"]).code, 0);
}

#[test]
fn corrections_survive_a_new_reading() {
    let desk = Desk::new();
    desk.put("article.txt", ARTICLE).put(
        "corrections.json",
        CORRECTIONS.replace(",\n    { \"correct\": \"remove-event\", \"event\": \"nothing-of-the-kind\" }", ""),
    );
    let run = desk.run(&["read", "article.txt", "--corrections", "corrections.json", "-o", "story.json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.starts_with("corrected 1 of 1\n"), "{}", run.err);
    assert!(desk.text("story.json").contains("\"title\": \"The corrected story\""));
}

#[test]
fn a_file_that_holds_no_corrections_is_named_and_nothing_is_written() {
    let desk = Desk::new();
    desk.put("story.json", SOUND).put("broken.json", CORRECTIONS.replace("remove-event", "praise"));
    let run = desk.run(&["correct", "story.json", "story.json"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("these are no corrections"), "{}", run.err);
    let run = desk.run(&["correct", "story.json", "broken.json", "-o", "corrected.json"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("broken.json: corrections[1].correct: unknown variant `praise`"), "{}", run.err);
    assert_eq!(desk.files(), ["broken.json", "story.json"]);
}

#[test]
fn the_corrected_day_of_an_article_dates_what_it_tells_when_it_is_read_again() {
    let desk = Desk::new();
    let article = "Bridge opens in Delft\n\nMayor Ada Smit opened a bridge in Delft on Friday.\n";
    desk.put("article.txt", article);
    let read = desk.run(&["read", "article.txt", "-o", "before.json"]);
    assert_eq!(read.code, 0, "{}", read.err);
    let before: serde_json::Value = serde_json::from_str(&desk.text("before.json")).unwrap();
    let corrections = serde_json::json!({ "format": "backstory-corrections/1", "corrections": [
        { "correct": "article-date", "article": before["articles"][0]["id"], "when": "2024-07-08" },
        { "correct": "article-publisher", "article": before["articles"][0]["id"], "publisher": "The Mail" },
    ] });
    desk.put("corrections.json", corrections.to_string());

    let run = desk.run(&["read", "article.txt", "--corrections", "corrections.json", "-o", "story.json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let story: serde_json::Value = serde_json::from_str(&desk.text("story.json")).unwrap();
    assert_eq!(story["events"][0]["when"], "2024-07-05");
    assert_eq!(story["articles"][0]["id"], before["articles"][0]["id"]);
    assert_eq!(story["articles"][0]["publisher"], "The Mail");

    // Of a story alone, the article is corrected, and its events stay as they are.
    let run = desk.run(&["correct", "before.json", "corrections.json", "-o", "corrected.json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let corrected: serde_json::Value = serde_json::from_str(&desk.text("corrected.json")).unwrap();
    assert_eq!(corrected["articles"][0]["published"]["when"], "2024-07-08");
    assert_eq!(corrected["events"], before["events"]);
}
