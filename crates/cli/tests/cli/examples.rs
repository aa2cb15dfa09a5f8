//! The examples, read as the README shows.

use crate::{Desk, root};

#[test]
fn the_examples_make_a_sound_story() {
    let folder = root().join("examples/iphone-4");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| path.to_str().unwrap().to_owned())
        .collect();
    files.sort();
    assert_eq!(files.len(), 4);
    let desk = Desk::new();
    for text in ["full", "excerpts"] {
        let mut arguments = vec!["read", "-o", "story.json", "--text", text];
        arguments.extend(files.iter().map(String::as_str));
        let run = desk.run(&arguments);
        assert_eq!(run.code, 0, "{}", run.err);
        let run = desk.run(&["check", "story.json"]);
        assert_eq!(run.code, 0, "{}", run.out);
    }
}
