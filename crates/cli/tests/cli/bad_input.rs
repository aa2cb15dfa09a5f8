//! Whatever is given, the answer is a sentence that says where, what, and what
//! to do: no panic, no half a file, exit code 2.

use std::fs::File;

use crate::{ARTICLE, Desk, SOUND};

/// What `read` says to a file with these bytes.
fn read(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let desk = Desk::new();
    refused(desk.put(name, bytes), &["read", name, "-o", "out.json"])
}

/// What `check` says to a file with these bytes.
fn check(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let desk = Desk::new();
    refused(desk.put(name, bytes), &["check", name])
}

fn refused(desk: &Desk, arguments: &[&str]) -> String {
    let files = desk.files();
    let run = desk.run(arguments);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
    assert_eq!(desk.files(), files, "nothing is written and nothing is left behind");
    run.err
}

#[test]
fn a_missing_file() {
    let desk = Desk::new();
    let message = "error: nowhere.txt: there is no such file; check the name and the folder\n";
    assert_eq!(refused(&desk, &["read", "nowhere.txt"]), message);
    assert_eq!(refused(&desk, &["check", "nowhere.txt"]), message);
    assert_eq!(refused(&desk, &["bundle", "nowhere.txt", "-o", "x.html"]), message);
}

#[test]
fn every_wrong_file_is_named_and_not_only_the_first() {
    let desk = Desk::new();
    desk.put("good.txt", ARTICLE).put("empty.txt", "");
    let err = refused(&desk, &["read", "nowhere.txt", "good.txt", "empty.txt"]);
    assert_eq!(err.lines().count(), 2);
    assert!(err.contains("nowhere.txt") && err.contains("empty.txt"));
}

#[test]
fn a_folder() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("articles")).unwrap();
    assert_eq!(
        refused(&desk, &["read", "articles"]),
        "error: articles: this is a folder; name the files in it, for example articles/*.txt\n"
    );
    assert_eq!(
        refused(&desk, &["check", "articles"]),
        "error: articles: this is a folder; name the files in it, for example articles/*.json\n"
    );
}

#[test]
fn an_empty_file() {
    let message = "error: a.txt: it is empty; give one article a file, its text copied into plain text\n";
    assert_eq!(read("a.txt", ""), message);
    assert_eq!(read("a.txt", " \r\n\t\u{a0}\n"), message);
    assert_eq!(read("a.txt", "\u{feff}\n"), message);
    let message = "error: s.json: it is empty; give the story.json that `backstory read` wrote\n";
    assert_eq!(check("s.json", ""), message);
}

#[test]
fn bytes_that_are_not_utf_8() {
    assert_eq!(
        read("a.txt", b"Fine\nCaf\xe9 opens"),
        "error: a.txt: this is not UTF-8: byte 8 (in line 2) is 0xE9; if it is text, open it in an editor and save it as UTF-8\n"
    );
}

#[test]
fn text_in_another_encoding() {
    let message = "error: a.txt: this is text in UTF-16 (little-endian); save it as UTF-8\n";
    assert_eq!(read("a.txt", b"\xff\xfeH\0i\0"), message);
    assert_eq!(
        read("a.txt", b"H\0i\0"),
        "error: a.txt: byte 1 is NUL, so this is no plain text, or text in UTF-16 without a mark; if it is text, save it as UTF-8\n"
    );
}

#[test]
fn formats_that_are_no_text() {
    let message = |what: &str| {
        format!(
            "error: a.txt: this is {what}, not plain text; give one article a file, its text copied into plain text\n"
        )
    };
    assert_eq!(read("a.txt", b"\x89PNG\r\n\x1a\n\0\0"), message("a PNG picture"));
    assert_eq!(read("a.txt", b"%PDF-1.7\n%\xe2\xe3"), message("a PDF"));
    assert_eq!(read("a.txt", b"PK\x03\x04..."), message("a ZIP archive"));
    assert_eq!(read("a.txt", b"PK\x03\x04...word/document.xml"), message("a Word document (.docx)"));
    assert_eq!(read("a.txt", b"{\\rtf1\\ansi Hello}"), message("an RTF document"));
    assert_eq!(
        check("s.json", b"\x1f\x8b\x08"),
        "error: s.json: this is a gzip archive, not plain text; give the story.json that `backstory read` wrote\n"
    );
}

#[test]
fn a_gigabyte() {
    let desk = Desk::new();
    File::create(desk.path("big")).unwrap().set_len(1 << 30).unwrap();
    assert_eq!(
        refused(&desk, &["read", "big"]),
        "error: big: 1.00 GiB is more than the 16.00 MiB that an article may have; give one article a file, its text copied into plain text\n"
    );
    assert_eq!(
        refused(&desk, &["check", "big"]),
        "error: big: 1.00 GiB is more than the 256.00 MiB that a story may have; give the story.json that `backstory read` wrote\n"
    );
}

#[test]
#[cfg(unix)]
fn a_device_that_never_ends() {
    let err = refused(&Desk::new(), &["read", "/dev/zero"]);
    assert!(err.starts_with("error: /dev/zero: more than 16.00 MiB is more than"), "{err}");
}

#[test]
fn a_story_or_other_json_where_an_article_should_be() {
    assert_eq!(
        read("story.json", SOUND),
        "error: story.json: this is a story already; `backstory check` checks it and `backstory bundle` makes a page of it\n"
    );
    assert_eq!(
        read("data.json", "[{\"a\": 1}]"),
        "error: data.json: this is JSON, but no ninjs item; give the article's text in a plain text file\n"
    );
}

#[test]
fn markup_that_is_neither_a_page_nor_a_feed() {
    assert_eq!(
        read("a", "<?xml version='1.0'?>\n<note>News</note>"),
        "error: a: this is XML, which Backstory does not read; open it in a browser and copy the article's text into a plain text file\n"
    );
}

#[test]
fn text_that_is_no_story() {
    assert_eq!(
        check("s.json", "Once upon a time"),
        "error: s.json: line 1, column 1: expected value; this is not JSON; give the story.json that `backstory read` wrote\n"
    );
    assert_eq!(
        check("s.json", "{\"name\": \"left-pad\"}"),
        "error: s.json: there is no \"format\": \"backstory/1\"; this is not a Backstory story; give the story.json that `backstory read` wrote\n"
    );
    let deep = "[".repeat(100_000);
    assert!(check("s.json", deep).contains("this is not JSON"), "{}", check("s.json", "[".repeat(100_000)));
}

#[test]
fn a_story_of_a_newer_format() {
    assert_eq!(
        check("s.json", "{\"format\": \"backstory/2\", \"title\": 7}"),
        "error: s.json: its format is \"backstory/2\" and this version of Backstory reads \"backstory/1\"; use a newer Backstory, or write the story again with this one\n"
    );
}

#[test]
fn an_output_that_cannot_be_written() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE);
    std::fs::create_dir(desk.path("out")).unwrap();
    assert_eq!(
        refused(&desk, &["read", "a.txt", "-o", "out"]),
        "error: out: this is a folder; name a file to write, for example out/story.json\n"
    );
    assert_eq!(
        refused(&desk, &["read", "a.txt", "-o", "nowhere/story.json"]),
        "error: nowhere/story.json: the folder nowhere does not exist; make it first\n"
    );
    assert_eq!(
        refused(&desk, &["read", "a.txt", "-o", "./a.txt"]),
        "error: ./a.txt: this is one of the inputs, and it would be lost; write to another file\n"
    );
    assert_eq!(desk.text("a.txt"), ARTICLE);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE);
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let output = desk.command(&["read", "a.txt"]).stdout(full()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.starts_with("error: standard output cannot be written: no storage space"), "{err}");
    let err = refused(&desk, &["read", "a.txt", "-o", "/dev/full"]);
    assert!(err.starts_with("error: /dev/full: it cannot be written: no storage space"), "{err}");
}

#[test]
fn a_date_that_is_no_date() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE);
    let err = refused(&desk, &["read", "a.txt", "--published", "3 July 2024"]);
    assert!(
        err.starts_with("error: invalid value '3 July 2024' for '--published <DATE>': \"3 July 2024\" is no EDTF date"),
        "{err}"
    );
}

#[test]
fn names_that_a_terminal_would_obey_are_spelt_out() {
    let err = refused(&Desk::new(), &["read", "a\u{1b}[2Jb\nc"]);
    assert_eq!(err, "error: a\\u{1b}[2Jb\\u{a}c: there is no such file; check the name and the folder\n");
}
