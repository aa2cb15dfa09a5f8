//! `backstory score`.

use std::fs;

use crate::{Desk, SOUND};

const GOLD: &str = r#"{
  "articles": { "a.txt": { "headline": "Bridge opens" } },
  "entities": [{ "name": "Ada Smit", "kind": "person", "must": true }, { "name": "Delft", "kind": "place", "must": true }]
}"#;

#[test]
fn a_story_is_scored_part_by_part() {
    let story = SOUND.replace("\"kind\": \"report\",", "\"kind\": \"report\", \"file\": \"a.txt\",");
    let desk = Desk::new();
    let run =
        desk.put("story.json", story).put("gold.json", GOLD).run(&["score", "story.json", "gold.json", "--errors"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let line = |name: &str| {
        let found = run.out.lines().find(|line| line.starts_with(name)).unwrap();
        found.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(line("articles"), "articles 1.000 1.000 1.000 1, 0, 0");
    assert_eq!(line("entities"), "entities 1.000 0.500 0.667 1, 1, 0");
    assert!(run.out.contains("missed   Delft"), "{}", run.out);
}

#[test]
fn the_reading_is_scored_on_a_corpus() {
    let desk = Desk::new();
    fs::create_dir(desk.path("timeml")).unwrap();
    let article = "<DCT><TIMEX3 tid=\"t0\" value=\"2024-07-03\">3/7</TIMEX3></DCT><TEXT>They met on \
        <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2024-07-01\">July 1, 2024</TIMEX3>.</TEXT>";
    // Of which part a file is, its name tells.
    for name in ["timeml/a.tml", "timeml/b.tml", "timeml/c.tml", "timeml/d.tml"] {
        desk.put(name, article);
    }
    let run = desk.run(&["score", "dates", "timeml"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let value = run.out.lines().find(|line| line.starts_with("value of TIMEX3")).unwrap();
    assert!(value.contains("1.000  1.000  1.000"), "{value}");
}

#[test]
fn what_is_not_there_is_named() {
    let run = Desk::new().put("story.json", SOUND).run(&["score", "story.json", "gold.json"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("error: gold.json cannot be read: "), "{}", run.err);
    let run = Desk::new().run(&["score", "dates", "."]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "error: . holds no TimeML files (*.tml)\n");
    let run = Desk::new().run(&["score", "story.json", "gold.json"]);
    assert!(run.err.contains("there is no such file"), "{}", run.err);
}
