//! Reads the files named as arguments into one story and prints it as JSON;
//! what breaks the dataset's rules goes to the standard error.
#![expect(clippy::print_stdout, clippy::print_stderr, clippy::expect_used, reason = "a command-line tool")]

use reading::{Options, Source, read};

fn main() {
    let sources: Vec<Source> = std::env::args()
        .skip(1)
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("the file can be read");
            let file = std::path::Path::new(&path).file_name().map(|name| name.to_string_lossy().into_owned());
            Source { file, text, ..Source::default() }
        })
        .collect();
    let story = read(&sources, &Options::default());
    for problem in story::check(&story) {
        eprintln!("{problem}");
    }
    print!("{}", story.to_json());
}
