//! Scores the names that are found against a `CoNLL` file: a token and its tag a
//! line (`Delft I-LOC`), sentences parted by a blank line.
//!
//! `cargo run --release --example score_names -- FILE.conll [--held] [--errors]`
//!
//! Ten sentences at a time are read as one text, as names are known by their
//! context. Such a text is held out when a hash of it ends in 0 or 1 of ten;
//! `--held` scores those, without it the others are scored, and only of those
//! the errors are shown.
#![expect(clippy::print_stdout, clippy::print_stderr, clippy::expect_used, reason = "a command-line tool")]

use std::collections::{BTreeMap, BTreeSet};

use reading::mentions;
use reading::sentences::document_of_raw;
use story::{EntityKind, Via};

/// How many sentences are read as one text.
const SENTENCES: usize = 10;

/// FNV-1a, 64 bits: the same on every machine.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let held = args.iter().any(|arg| arg == "--held");
    let errors = args.iter().any(|arg| arg == "--errors") && !held;
    let Some(file) = args.iter().find(|arg| !arg.starts_with("--")) else {
        eprintln!("name a CoNLL file");
        return;
    };
    let conll = std::fs::read_to_string(file).expect("the file can be read");
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let sentences: Vec<&str> = conll.split("\n\n").map(str::trim).filter(|sentence| !sentence.is_empty()).collect();
    for block in sentences.chunks(SENTENCES) {
        let mut text = String::new();
        let mut gold: BTreeSet<(usize, usize, &str)> = BTreeSet::new();
        for sentence in block {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let mut open: Option<(usize, usize, &str)> = None;
            let mut first = true;
            for line in sentence.lines() {
                let mut fields = line.split_whitespace();
                let (Some(word), Some(tag)) = (fields.next(), fields.next_back()) else { continue };
                if !first {
                    text.push(' ');
                }
                first = false;
                let start = text.len();
                text.push_str(word);
                let kind = tag.split_once('-').map(|(_, kind)| kind);
                match (&mut open, kind) {
                    (Some(span), Some(kind)) if span.2 == kind && !tag.starts_with("B-") => span.1 = text.len(),
                    (_, kind) => {
                        gold.extend(open.take());
                        open = kind.map(|kind| (start, text.len(), kind));
                    }
                }
            }
            gold.extend(open);
        }
        gold.retain(|span| matches!(span.2, "PER" | "LOC" | "ORG"));
        if (hash(&text) % 10 < 2) != held {
            continue;
        }
        let document = document_of_raw(&text);
        let cast = mentions::find(&document).cast;
        let found: BTreeSet<(usize, usize, &str)> = cast
            .mentions
            .iter()
            .filter(|mention| matches!(mention.via, Via::Name | Via::Alias))
            .filter_map(|mention| {
                let kind = match cast.kind(mention.actor) {
                    EntityKind::Person => "PER",
                    EntityKind::State | EntityKind::Place => "LOC",
                    EntityKind::Organisation => "ORG",
                    _ => return None,
                };
                Some((mention.span.start, mention.span.end, kind))
            })
            .collect();
        for span in gold.union(&found) {
            let at = usize::from(!gold.contains(span)) + 2 * usize::from(!found.contains(span));
            counts.entry(span.2).or_default()[at] += 1;
            counts.entry("all").or_default()[at] += 1;
        }
        if errors && gold != found {
            let show = |spans: &BTreeSet<(usize, usize, &str)>, other: &BTreeSet<(usize, usize, &str)>| {
                spans
                    .difference(other)
                    .map(|(a, b, kind)| format!("{kind} {}", &text.get(*a..*b).unwrap_or("")))
                    .collect::<Vec<_>>()
                    .join(" | ")
            };
            for sentence in &document.sentences {
                let within = |spans: &BTreeSet<(usize, usize, &str)>, other: &BTreeSet<(usize, usize, &str)>| {
                    let own = spans.iter().filter(|span| sentence.span.start <= span.0 && span.0 < sentence.span.end);
                    show(&own.copied().collect(), other)
                };
                let (missed, made_up) = (within(&gold, &found), within(&found, &gold));
                if !missed.is_empty() || !made_up.is_empty() {
                    println!("{}\n   missed  {missed}\n   made up {made_up}", document.slice(sentence.span));
                }
            }
        }
    }
    println!("{:4} {:>6} {:>6} {:>6}", "", "P", "R", "F1");
    for (kind, [right, made_up, missed]) in counts {
        #[expect(clippy::cast_precision_loss, reason = "counts of a corpus")]
        let ratio = |of: usize| if right + of == 0 { 0.0 } else { right as f64 / (right + of) as f64 };
        let (p, r) = (ratio(made_up), ratio(missed));
        println!(
            "{kind:4} {p:6.3} {r:6.3} {:6.3}   {right} right, {missed} missed, {made_up} made up",
            2.0 * p * r / (p + r).max(f64::MIN_POSITIVE)
        );
    }
}
