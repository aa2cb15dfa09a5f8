//! Scores the sentences against the golden rules of `pragmatic_segmenter`:
//! `score_sentences SPEC.rb [--verbose]`.
#![allow(clippy::print_stdout, reason = "a tool for the command line")]

mod corpus;

use std::error::Error;

use corpus::{Score, is_held_name};
use reading::sentences;

fn main() -> Result<(), Box<dyn Error>> {
    let options = corpus::Options::from_arguments();
    let mut score = Score::default();
    for path in &options.directories {
        let spec = std::fs::read_to_string(path)?;
        for (name, case) in spec.split("\n    it ").skip(1).enumerate().map(|(i, case)| (format!("rule {i}"), case)) {
            if is_held_name(&name) != options.held || case.contains("doc_type") || case.contains("clean: ") {
                continue;
            }
            let Some((_, after)) = case.split_once("text: ") else { continue };
            let Some((text, rest)) = string(after) else { continue };
            let Some((_, list)) = rest.split_once("eq([") else { continue };
            let mut want = Vec::new();
            let mut list = list;
            while let Some((sentence, rest)) = string(list.trim_start()) {
                want.push(fold(&sentence));
                list = rest.trim_start().trim_start_matches(',');
            }
            let document = sentences::document_of_raw(&text);
            let got: Vec<String> =
                document.sentences.iter().map(|sentence| fold(document.slice(sentence.span))).collect();
            if got == want {
                score.hit();
            } else {
                score.missed();
                if options.verbose {
                    println!("{name}\n  got  {got:?}\n  want {want:?}");
                }
            }
        }
    }
    println!("rules {score}");
    Ok(())
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The Ruby string that `source` begins with, and what follows it.
fn string(source: &str) -> Option<(String, &str)> {
    let quote = source.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut text = String::new();
    let mut chars = source.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => match chars.next()?.1 {
                'n' if quote == '"' => text.push('\n'),
                't' if quote == '"' => text.push('\t'),
                'r' if quote == '"' => text.push('\r'),
                other => text.push(other),
            },
            c if c == quote => return Some((text, source.get(at + 1..)?)),
            c => text.push(c),
        }
    }
    None
}
