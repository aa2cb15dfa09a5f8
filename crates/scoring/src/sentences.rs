//! Where sentences end, on the golden rules of `pragmatic_segmenter`: the share of rules kept.

use std::path::Path;

use reading::sentences;

use crate::score::Tally;
use crate::text::fold;
use crate::{Error, Report, files, split};

/// The rules for English, somewhere under the folder.
const RULES: &str = "english_spec.rb";

/// Scores the English rules.
///
/// # Errors
///
/// They are not there, or cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut row = Tally::new("rules of sentence ends kept");
    let mut errors = Vec::new();
    for path in files::some(folder, RULES, RULES)? {
        let spec = files::read(&path)?;
        for (number, case) in spec.split("\n    it ").skip(1).enumerate() {
            let name = ["rule ", &number.to_string()].concat();
            let Some((text, want)) = rule(case) else { continue };
            let held = split::is_held(&name);
            let document = sentences::document_of_raw(&text);
            let got: Vec<String> =
                document.sentences.iter().map(|sentence| fold(document.slice(sentence.span))).collect();
            row.part(held).count(got == want);
            if got != want && !held {
                errors.push(format!("{name}: got {got:?}, want {want:?}"));
            }
        }
    }
    Ok(Report::new([row], errors))
}

/// The text of a rule and its sentences; nothing for rules of other kinds of text and of cleaning.
fn rule(case: &str) -> Option<(String, Vec<String>)> {
    if case.contains("doc_type") || case.contains("clean: ") {
        return None;
    }
    let (text, rest) = string(case.split_once("text: ")?.1)?;
    let (_, mut list) = rest.split_once("eq([")?;
    let mut want = Vec::new();
    while let Some((sentence, rest)) = string(list.trim_start()) {
        want.push(fold(&sentence));
        list = rest.trim_start().trim_start_matches(',');
    }
    Some((text, want))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_its_text_and_its_sentences() {
        let case = r#"'works' do
      ps = Segmenter.new(text: "He said \"no\".\nShe left.", language: "en")
      expect(ps.segment).to eq(["He said \"no\".", 'She left.'])"#;
        let want = vec!["He said \"no\".".to_owned(), "She left.".to_owned()];
        assert_eq!(rule(case), Some(("He said \"no\".\nShe left.".to_owned(), want)));
    }
}
