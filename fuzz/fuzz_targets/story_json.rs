//! Any bytes are a story or are refused with a sentence; a story is written
//! as it was read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use story::Story;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    match Story::from_json(&text) {
        Ok(story) => {
            let problems = story::check(&story);
            let excerpted = story.excerpted();
            if problems.is_empty() {
                assert_eq!(story::check(&excerpted), Vec::new(), "an excerpt of a sound story is sound");
            }
            let written = story.to_json();
            let again = Story::from_json(&written).map(|story| story.to_json());
            assert_eq!(again.as_deref(), Ok(written.as_str()), "what was written is read");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
