//! The examples, read as the README shows.

use std::path::PathBuf;

use crate::{Desk, root};

#[test]
fn the_examples_make_sound_stories() {
    for (folder, count) in [("apple-corps", 3), ("iphone-4", 4)] {
        let articles = articles(folder);
        assert_eq!(articles.len(), count);
        for text in ["full", "excerpts"] {
            let desk = Desk::new();
            let mut arguments = vec!["read", "-o", "story.json", "--text", text];
            arguments.extend(articles.iter().filter_map(|path| path.to_str()));
            let run = desk.run(&arguments);
            assert_eq!(run.code, 0, "{}", run.err);
            let run = desk.run(&["check", "story.json"]);
            assert_eq!(run.code, 0, "{}", run.out);
            assert!(run.out.contains(&format!(": sound: {count} articles, ")), "{}", run.out);
        }
    }
}

/// The articles of an example.
fn articles(folder: &str) -> Vec<PathBuf> {
    let folder = root().join("examples").join(folder);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "txt")).collect()
}
