//! `backstory read`.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;

use crate::{ARTICLE, Desk};

#[test]
fn the_story_goes_to_standard_output_and_the_summary_does_not() {
    let desk = Desk::new();
    let run = desk.put("a.txt", ARTICLE).run(&["read", "a.txt", "--title", "The bridge"]);
    assert_eq!(run.code, 0);
    assert_eq!(serde_json::from_str::<Value>(&run.out).unwrap()["title"], "The bridge");
    assert!(run.err.lines().last().unwrap().starts_with("read "), "{}", run.err);
}

#[test]
fn the_story_goes_to_the_file_that_is_named() {
    let desk = Desk::new();
    let run = desk.put("a.txt", ARTICLE).run(&["read", "a.txt", "-o", "story.json"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert!(run.err.lines().last().unwrap().starts_with("wrote story.json ("), "{}", run.err);
    assert_eq!(desk.files(), ["a.txt", "story.json"], "no temporary file is left");
    assert_eq!(desk.run(&["check", "story.json"]).code, 0);
}

#[test]
fn a_file_that_was_there_is_replaced_as_a_whole() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE).put("story.json", "x".repeat(100_000));
    assert_eq!(desk.run(&["read", "a.txt", "-o", "story.json"]).code, 0);
    assert!(desk.text("story.json").ends_with("}\n"));
}

#[test]
#[cfg(unix)]
fn a_new_file_can_be_read_by_a_web_server() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE).run(&["read", "a.txt", "-o", "story.json"]);
    let like = std::fs::metadata(desk.path("a.txt")).unwrap().permissions().mode();
    assert_eq!(std::fs::metadata(desk.path("story.json")).unwrap().permissions().mode(), like);
}

#[test]
#[cfg(unix)]
fn a_link_goes_on_to_lead_to_its_file() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE).put("real.json", "old");
    std::os::unix::fs::symlink("real.json", desk.path("link.json")).unwrap();
    assert_eq!(desk.run(&["read", "a.txt", "-o", "link.json"]).code, 0);
    assert!(desk.path("link.json").is_symlink());
    assert!(desk.text("real.json").starts_with('{'));
}

#[test]
fn a_file_that_is_named_twice_is_read_once() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE);
    let run = desk.run(&["read", "a.txt", "./a.txt"]);
    assert!(run.err.contains("note: ./a.txt is named twice; it is read once\n"), "{}", run.err);
    assert_eq!(run.out, desk.run(&["read", "a.txt"]).out);
}

#[test]
fn a_copy_is_no_second_source() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE).put("b.txt", ARTICLE);
    let run = desk.run(&["read", "b.txt", "a.txt"]);
    assert!(run.err.contains("note: b.txt has the same text as a.txt; it is read once\n"), "{}", run.err);
    assert_eq!(run.out, desk.run(&["read", "a.txt"]).out);
}

#[test]
fn a_dash_is_standard_input() {
    let desk = Desk::new();
    let run = desk.run_with_input(&["read", "-", "--stage", "sentences"], ARTICLE);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["file"], Value::Null);
    assert_eq!(found["headline"], "Bridge opens in Delft");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let desk = Desk::new();
    let plain = desk.put("a.txt", ARTICLE).run(&["read", "a.txt"]);
    let marked = desk.put("a.txt", format!("\u{feff}{}", ARTICLE.replace('\n', "\r\n"))).run(&["read", "a.txt"]);
    assert_eq!(plain, marked);
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE).put("b.txt", ARTICLE.replace("Ada", "Bea").replace("bridge", "school"));
    assert_eq!(desk.run(&["read", "a.txt", "b.txt"]).out, desk.run(&["read", "b.txt", "a.txt"]).out);
}

#[test]
fn an_article_in_another_language_is_kept_and_pointed_out() {
    let desk = Desk::new();
    let text = "Мост открыт\n\nМэр открыл мост в среду, сообщил он журналистам. Это был большой день для города.\n";
    let run = desk.put("ru.txt", text).run(&["read", "ru.txt"]);
    assert_eq!(
        run.err.lines().next().unwrap(),
        "warning: ru.txt: it is in a language that is not read (\"ru\"); it is kept as a source, and nothing is taken from it"
    );
    assert_eq!(serde_json::from_str::<Value>(&run.out).unwrap()["entities"], Value::Array(Vec::new()));
}

#[test]
fn an_article_without_a_date_is_pointed_out_unless_one_is_given() {
    let desk = Desk::new();
    desk.put("a.txt", "Bridge opens\n\nAda Smit opened a bridge on Friday. It is a long bridge over the river.\n");
    let warning = "warning: a.txt: no date of publication was found;";
    assert!(desk.run(&["read", "a.txt"]).err.starts_with(warning));
    assert!(!desk.run(&["read", "a.txt", "--published", "2024-07-03"]).err.contains(warning));
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let desk = Desk::new();
    let mut child = desk
        .command(&["read", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(ARTICLE.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), [].as_slice()));
}

#[test]
fn a_stage_shows_one_object_a_file() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE).put("b.txt", ARTICLE.replace("Ada", "Zoë"));
    let run = desk.run(&["read", "a.txt", "b.txt", "--stage", "sentences", "--published", "2024-07-03"]);
    let found: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(found.len(), 2);
    assert_eq!(found[1]["file"], "b.txt");
    assert_eq!(found[1]["published"], "2024-07-03");
    assert_eq!(found[1]["headline"], "Bridge opens in Delft");
    offsets_are_right(&found[1]);
}

#[test]
fn a_raw_stage_takes_the_file_as_it_is() {
    let desk = Desk::new();
    let text = "Zoë  said:\r\n“It is\u{a0}open.” Share this!\n";
    for stage in ["page", "sentences", "mentions", "dates", "quotes", "facts"] {
        let run = desk.put("a.txt", text).run(&["read", "a.txt", "--stage", stage, "--raw"]);
        let found: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(found["text"], text);
        offsets_are_right(&found);
    }
}

/// Each item's text stands where its offsets say, in Unicode scalar values.
fn offsets_are_right(found: &Value) {
    let text: Vec<char> = found["text"].as_str().unwrap().chars().collect();
    for item in found["items"].as_array().unwrap() {
        let at = |name: &str| usize::try_from(item[name].as_u64().unwrap()).unwrap();
        let slice: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(item["text"], slice);
    }
}

#[test]
fn help_shows_examples_and_what_full_text_means() {
    let help = Desk::new().run(&["read", "--help"]).out;
    assert!(help.contains("Examples:\n  backstory read monday.txt tuesday.txt -o story.json"), "{help}");
    assert!(help.contains("the rights in them have to be yours"), "{help}");
}

#[test]
fn the_version_is_the_packages() {
    assert_eq!(Desk::new().run(&["--version"]).out, concat!("backstory ", env!("CARGO_PKG_VERSION"), "\n"));
}
