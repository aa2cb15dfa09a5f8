//! `backstory fallback`.

use crate::{Desk, root};

#[test]
fn a_story_becomes_html_to_read() {
    let story = root().join("tests/stories/iphone-4.json");
    let run = Desk::new().run(&["fallback", &story.display().to_string()]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("<time datetime=\"2010-06-07\">7 June 2010</time>: Steve Jobs unveils iPhone 4"));
    assert!(run.out.contains("<strong>Mark Papermaster</strong>"));
}

#[test]
fn what_is_no_story_is_refused() {
    let desk = Desk::new();
    desk.put("other.json", "{}");
    let run = desk.run(&["fallback", "other.json", "-o", "out.html"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("this is not a Backstory story"), "{}", run.err);
    assert_eq!(desk.files(), ["other.json"]);
}
