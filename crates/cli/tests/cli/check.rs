//! `backstory check`.

use crate::{Desk, SOUND};

#[test]
fn a_sound_story_is_said_to_be_sound() {
    let run = Desk::new().put("story.json", SOUND).run(&["check", "story.json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(
        run.out,
        "story.json: sound: 1 article, 1 entity, 0 relations, 1 event, 0 quotes, 0 figures, 0 disagreements\n"
    );
}

#[test]
fn every_wrong_field_has_a_line_with_its_place() {
    let story = SOUND
        .replace("\"when\": \"2024-07-03\"", "\"when\": \"2024-13\"")
        .replace("\"kind\": \"person\"", "\"kind\": \"dragon\"");
    let run = Desk::new().put("story.json", story).run(&["check", "story.json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    insta::assert_snapshot!(run.out);
}

#[test]
fn what_a_schema_cannot_say_is_checked_too() {
    let story =
        SOUND.replace("\"end\": 33", "\"end\": 3300").replace("{ \"entity\": \"ada-smit\" }", "{ \"entity\": \"bo\" }");
    let run = Desk::new().put("story.json", story).run(&["check", "story.json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    insta::assert_snapshot!(run.out);
}

#[test]
fn all_stories_are_checked_and_the_worst_decides_the_exit_code() {
    let desk = Desk::new();
    desk.put("a.json", SOUND)
        .put("b.json", SOUND.replace("2024-07-03\", \"status", "soon\", \"status"))
        .put("c.json", "{}");
    let run = desk.run(&["check", "a.json", "b.json"]);
    assert_eq!((run.code, run.out.lines().count()), (1, 2));
    let run = desk.run(&["check", "c.json", "a.json", "b.json"]);
    assert_eq!((run.code, run.out.lines().count(), run.err.lines().count()), (2, 2, 1));
}

#[test]
fn a_story_comes_from_standard_input_too() {
    let run = Desk::new().run_with_input(&["check", "-"], SOUND);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("standard input: sound: "));
}

#[test]
fn a_story_that_is_named_twice_is_checked_once() {
    let run = Desk::new().run_with_input(&["check", "-", "-"], SOUND);
    assert_eq!((run.code, run.out.lines().count()), (0, 1));
    assert_eq!(run.err, "note: standard input is named twice; it is read once\n");
}

#[test]
fn fields_that_are_not_known_are_passed_over() {
    let story = SOUND.replacen('{', "{ \"colour\": \"blue\",", 1);
    assert_eq!(Desk::new().put("story.json", story).run(&["check", "story.json"]).code, 0);
}
