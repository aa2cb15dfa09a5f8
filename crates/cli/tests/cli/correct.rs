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
