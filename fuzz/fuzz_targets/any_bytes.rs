//! Any bytes at all are read, and the story is sound.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::{Options, Source, read};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let story = read(&[Source { text, ..Source::default() }], &Options::default());
    let problems: Vec<String> = story::check(&story).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}");
});
