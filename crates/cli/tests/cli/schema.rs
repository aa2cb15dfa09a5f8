//! `backstory schema`.

use crate::{Desk, root};

#[test]
fn the_committed_schema_is_current() {
    let run = Desk::new().run(&["schema"]);
    let committed = std::fs::read_to_string(root().join("docs/story.schema.json")).unwrap();
    assert!(run.out == committed, "make it again: backstory schema > docs/story.schema.json");
}
