//! `backstory bundle`.

use crate::{Desk, SOUND};

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("story.json", SOUND).put("widget.js", "globalThis.ran = true;");
    desk
}

const BUNDLE: [&str; 6] = ["bundle", "story.json", "-o", "story.html", "--widget", "widget.js"];

#[test]
fn script_and_data_are_inside_and_nothing_is_fetched() {
    let desk = desk();
    let run = desk.run(&BUNDLE);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let html = desk.text("story.html");
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(html.contains("default-src 'none'"));
    assert!(html.contains("<script>globalThis.ran = true;</script>"));
    assert!(html.contains("Ada Smit opened a bridge in Delft."));
    assert!(!html.contains("src="), "nothing from elsewhere");
}

#[test]
fn the_page_can_be_read_without_its_script() {
    let desk = desk();
    desk.run(&BUNDLE);
    let html = desk.text("story.html");
    assert!(html.contains("<p><strong>The bridge</strong></p>"));
    assert!(html.contains("<li>The Paper, 2024-07-03: <a href=\"https://example.org/bridge\""));
}

#[test]
fn whole_articles_in_a_page_are_pointed_out() {
    let err = desk().run(&BUNDLE).err;
    assert!(err.starts_with("note: the page holds the whole text of 1 article; publish it only if"), "{err}");
}

#[test]
fn excerpts_leave_out_what_shows_nothing() {
    let desk = desk();
    let run = desk.run(&[&BUNDLE[..], &["--text", "excerpts"]].concat());
    assert!(!run.err.contains("note:"), "{}", run.err);
    let html = desk.text("story.html");
    assert!(html.contains("Ada Smit opened a bridge in Delft.") && !html.contains("It rained."));
}

#[test]
fn an_unsound_story_is_refused_with_its_problems() {
    let desk = desk();
    desk.put("story.json", SOUND.replace("\"end\": 33", "\"end\": 3300"));
    let run = desk.run(&BUNDLE);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert_eq!(desk.files(), ["story.json", "widget.js"]);
    insta::assert_snapshot!(run.err);
}

#[test]
fn the_script_is_found_in_the_environment_and_under_dist() {
    let desk = desk();
    let run = desk.command(&BUNDLE[..4]).env("BACKSTORY_WIDGET", "widget.js").output().unwrap();
    assert!(run.status.success());
    std::fs::create_dir(desk.path("dist")).unwrap();
    desk.put("dist/backstory-single.js", "globalThis.built = true;");
    assert_eq!(desk.run(&BUNDLE[..4]).code, 0);
    assert!(desk.text("story.html").contains("globalThis.built"));
}

#[test]
fn a_missing_script_is_said_with_how_to_make_it() {
    let run = desk().run(&BUNDLE[..4]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("dist/backstory-single.js"), "{}", run.err);
    assert!(run.err.ends_with("; make it with `cargo xtask bundle`, or name it with --widget FILE\n"), "{}", run.err);
}

#[test]
fn a_script_that_is_none_is_refused() {
    let desk = desk();
    desk.put("widget.js", "<!doctype html><title>404</title>");
    assert_eq!(
        desk.run(&BUNDLE).err,
        "error: widget.js: this is a web page, not a script; give the file backstory-single.js that `cargo xtask bundle` makes\n"
    );
}

#[test]
fn the_page_replaces_neither_the_story_nor_the_script() {
    let desk = desk();
    for input in ["story.json", "widget.js"] {
        let run = desk.run(&["bundle", "story.json", "-o", input, "--widget", "widget.js"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("this is one of the inputs"), "{}", run.err);
    }
}

#[test]
fn the_page_goes_to_standard_output_too() {
    let run = desk().run(&["bundle", "story.json", "-o", "-", "--widget", "widget.js"]);
    assert!(run.out.ends_with("</html>\n"));
}
