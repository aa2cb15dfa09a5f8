//! Learns the weights of `data/kinds.tsv`: which kind a name has that no rule
//! and no list tells.
//!
//! `cargo run --release --example train_kinds -- WIKIGOLD.conll [GUM.conllu…] [RE3D-FOLDER…] > data/kinds.tsv`;
//! with `--cross` it says how well that works instead.
//!
//! Blocks of ten sentences of WikiGold, documents of GUM (only of genres whose
//! texts are CC BY: academic, court, interview, news, speech, textbook) and
//! documents of re3d; those that `backstory score names` holds out, and a fifth
//! of GUM's, are not learnt from. The weights are rounded to
//! whole numbers and small ones left out.
#![expect(clippy::print_stdout, clippy::print_stderr, clippy::expect_used, reason = "a command-line tool")]

use std::collections::{BTreeMap, BTreeSet};

use reading::mentions::learned::{KINDS, Weights, best};
use reading::mentions::unsure;
use reading::sentences::document_of_raw;
use story::EntityKind;

/// How many sentences are read as one text, as the scorer does.
const SENTENCES: usize = 10;
/// How often all examples are gone through.
const ROUNDS: usize = 8;
/// Features that fewer names have are left out.
const SEEN: usize = 2;
/// The length of a step.
const STEP: f64 = 0.03;
/// The pull to zero.
const PULL: f64 = 0.01;
/// Weights are multiplied by this before they are rounded.
const SCALE: f64 = 64.0;
/// A feature whose largest weight is below this is left out.
const LEAST: i32 = 10;

/// FNV-1a, 64 bits, as in the scorer.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

struct Example {
    kind: usize,
    features: Vec<String>,
    /// Whether it is learnt from only: rules and lists may tell it.
    beside: bool,
}

type Gold = BTreeMap<(usize, usize), EntityKind>;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut examples = Vec::new();
    let mut of_first = 0;
    for path in args.iter().filter(|arg| !arg.starts_with("--")) {
        if path.ends_with(".conllu") {
            gum(&std::fs::read_to_string(path).expect("the file can be read"), &mut examples);
        } else if std::path::Path::new(path).is_file() {
            wikigold(&std::fs::read_to_string(path).expect("the file can be read"), &mut examples);
        } else {
            re3d(path, &mut examples);
        }
        if of_first == 0 {
            of_first = examples.len();
        }
    }
    eprintln!("{} examples", examples.len());
    if args.iter().any(|arg| arg == "--cross") {
        return cross(&examples, of_first);
    }
    let model = learn(&examples.iter().collect::<Vec<_>>());
    println!("# Weights for the kind of a name: feature, person, organisation, place, other.");
    println!("# Made by the example train_kinds from WikiGold (CC BY 4.0), GUM (CC BY 4.0, texts CC BY) and re3d");
    println!("# (Open Government Licence and others); what the scorer of names holds out is not among them.");
    for (feature, weights) in model {
        let fields: Vec<String> = weights.iter().map(ToString::to_string).collect();
        println!("{feature}\t{}", fields.join("\t"));
    }
}

/// Adds the names of a text whose kind is known, and those that are no person,
/// organisation or place. Where `complete` is false, a name that the gold does
/// not have is passed over if something of it is marked.
fn add(text: &str, gold: &Gold, complete: bool, examples: &mut Vec<Example>) {
    let document = document_of_raw(text);
    let told = [(false, unsure(&document, false)), (true, unsure(&document, true))];
    for (beside, (spans, features)) in
        told.into_iter().flat_map(|(beside, names)| names.into_iter().map(move |name| (beside, name)))
    {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        let mut touched = false;
        for span in &spans {
            let kind = gold.get(&(span.start, span.end)).copied();
            touched |= gold.keys().any(|(start, end)| *start < span.end && span.start < *end);
            let number = KINDS.iter().position(|other| Some(*other) == kind).unwrap_or(KINDS.len() - 1);
            *votes.entry(number).or_default() += 1;
        }
        let Some((&kind, _)) = votes.iter().max_by_key(|(_, count)| **count) else { continue };
        if !complete && kind == KINDS.len() - 1 && touched {
            continue;
        }
        examples.push(Example { kind, features, beside });
    }
}

fn wikigold(conll: &str, examples: &mut Vec<Example>) {
    let sentences: Vec<&str> = conll.split("\n\n").map(str::trim).filter(|sentence| !sentence.is_empty()).collect();
    for block in sentences.chunks(SENTENCES) {
        let mut text = String::new();
        let mut gold = Gold::new();
        for sentence in block {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let mut open: Option<(usize, usize, &str)> = None;
            let mut first = true;
            let mut close = |open: Option<(usize, usize, &str)>| {
                let Some((start, end, kind)) = open else { return };
                let kind = match kind {
                    "PER" => EntityKind::Person,
                    "LOC" => EntityKind::Place,
                    "ORG" => EntityKind::Organisation,
                    _ => return,
                };
                gold.insert((start, end), kind);
            };
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
                    (Some(span), Some(kind)) if span.2 == kind => span.1 = text.len(),
                    (_, kind) => {
                        close(open.take());
                        open = kind.map(|kind| (start, text.len(), kind));
                    }
                }
            }
            close(open);
        }
        if hash(&text) % 10 >= 2 {
            add(&text, &gold, true, examples);
        }
    }
}

/// A document of GUM in `CoNLL-U`: entities stand in the last column as
/// `Entity=(1-person-… 1)`. Those with a proper noun for a head are names; the
/// name is the run of proper nouns around the head.
fn gum(conllu: &str, examples: &mut Vec<Example>) {
    let mut text = String::new();
    let mut gold = Gold::new();
    for block in conllu.split("\n\n") {
        let mut words: Vec<(usize, usize, bool, usize)> = Vec::new();
        let mut open: Vec<(String, Option<EntityKind>, usize)> = Vec::new();
        let mut entities: Vec<(usize, usize, EntityKind)> = Vec::new();
        if !text.is_empty() {
            text.push_str(if block.contains("# newpar") { "\n\n" } else { " " });
        }
        for line in block.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let &[id, form, .., head, _, _, misc] = fields.as_slice() else { continue };
            if id.contains(['-', '.']) {
                continue;
            }
            let start = text.len();
            text.push_str(form);
            let proper = fields.get(4).is_some_and(|tag| tag.starts_with("NNP"));
            words.push((start, text.len(), proper, head.parse().unwrap_or(0)));
            if !misc.contains("SpaceAfter=No") {
                text.push(' ');
            }
            let Some(marks) = misc.split('|').find_map(|field| field.strip_prefix("Entity=")) else { continue };
            let at = words.len() - 1;
            for mark in marks.split_inclusive(')').flat_map(|part| part.split_inclusive('(')) {
                let mark = mark.trim_end_matches('(');
                let (body, closes) = mark.strip_suffix(')').map_or((mark, false), |body| (body, true));
                let mut parts = body.split('-');
                let number = parts.next().unwrap_or_default().to_owned();
                if let Some(kind) = parts.next() {
                    let kind = match kind {
                        "person" => Some(EntityKind::Person),
                        "organization" => Some(EntityKind::Organisation),
                        "place" => Some(EntityKind::Place),
                        _ => None,
                    };
                    open.push((number.clone(), kind, at));
                }
                if closes && let Some(found) = open.iter().rposition(|(other, ..)| *other == number) {
                    let (_, kind, first) = open.remove(found);
                    entities.extend(kind.map(|kind| (first, at, kind)));
                }
            }
        }
        for (first, last, kind) in entities {
            let is_head = |&i: &usize| words.get(i).is_some_and(|word| !(first + 1..=last + 1).contains(&word.3));
            let Some(head) = (first..=last).find(is_head) else { continue };
            let proper = |i: usize| words.get(i).is_some_and(|word| word.2);
            if !proper(head) {
                continue;
            }
            let (mut from, mut to) = (head, head);
            while from > first && proper(from - 1) {
                from -= 1;
            }
            // `University of Nairobi`: over the small word to the next name.
            while to < last
                && (proper(to + 1) || (kind == EntityKind::Organisation && to + 2 <= last && proper(to + 2)))
            {
                to += if proper(to + 1) { 1 } else { 2 };
            }
            if let (Some(from), Some(to)) = (words.get(from), words.get(to)) {
                gold.insert((from.0, to.1), kind);
            }
        }
    }
    if hash(&text) % 10 >= 2 {
        add(&text, &gold, false, examples);
    }
}

fn re3d(folder: &str, examples: &mut Vec<Example>) {
    let lines = |name: &str| {
        let text = std::fs::read_to_string(format!("{folder}/{name}")).expect("the folder has the file");
        text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line.trim()).ok()).collect::<Vec<_>>()
    };
    let mut golds: BTreeMap<String, Vec<(usize, usize, EntityKind)>> = BTreeMap::new();
    for entity in lines("entities.json") {
        let kind = match entity["type"].as_str() {
            Some("Person") => EntityKind::Person,
            Some("Organisation") => EntityKind::Organisation,
            Some("Location") => EntityKind::Place,
            _ => continue,
        };
        let (Some(begin), Some(end)) = (entity["begin"].as_u64(), entity["end"].as_u64()) else { continue };
        let document = entity["documentId"].as_str().unwrap_or_default().to_owned();
        golds.entry(document).or_default().push((
            usize::try_from(begin).unwrap_or(0),
            usize::try_from(end).unwrap_or(0),
            kind,
        ));
    }
    for document in lines("documents.json") {
        let text = document["text"].as_str().unwrap_or_default();
        if hash(text) % 10 < 2 {
            continue;
        }
        // The offsets count UTF-16 units; nearly all is of the BMP.
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = |i: usize| bytes.get(i).copied().unwrap_or(text.len());
        let spans = golds.get(document["_id"].as_str().unwrap_or_default()).cloned().unwrap_or_default();
        let gold: Gold = spans.into_iter().map(|(begin, end, kind)| ((at(begin), at(end)), kind)).collect();
        add(text, &gold, false, examples);
    }
}

/// Multinomial logistic regression, by stochastic gradient with steps that
/// shrink with each feature's use (`AdaGrad`, Duchi et al. 2011) and a pull to
/// zero.
fn learn(examples: &[&Example]) -> BTreeMap<String, Weights> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for example in examples {
        for feature in BTreeSet::from_iter(&example.features) {
            *seen.entry(feature).or_default() += 1;
        }
    }
    // What is seen seldom teaches nothing for other texts.
    let numbers: BTreeMap<&str, usize> = seen
        .iter()
        .filter(|(_, count)| **count >= SEEN)
        .enumerate()
        .map(|(number, (feature, _))| (*feature, number))
        .collect();
    let coded: Vec<(usize, Vec<usize>)> = examples
        .iter()
        .map(|example| {
            (
                example.kind,
                example.features.iter().filter_map(|feature| numbers.get(feature.as_str()).copied()).collect(),
            )
        })
        .collect();
    let mut weights = vec![[0.0_f64; KINDS.len()]; numbers.len()];
    let mut used = vec![[1e-6_f64; KINDS.len()]; numbers.len()];
    for round in 0..ROUNDS {
        // A fixed shuffle: steps of a prime through the list.
        for i in 0..coded.len() {
            let (kind, features) = &coded[(i * 7919 + round * 31) % coded.len()];
            let mut scores = [0.0_f64; KINDS.len()];
            for &feature in features {
                scores.iter_mut().zip(weights[feature]).for_each(|(score, weight)| *score += weight);
            }
            let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let powers: Vec<f64> = scores.iter().map(|score| (score - most).exp()).collect();
            let sum: f64 = powers.iter().sum();
            for (k, power) in powers.iter().enumerate() {
                let error = power / sum - f64::from(u8::from(k == *kind));
                for &feature in features {
                    let gradient = error + PULL * weights[feature][k];
                    used[feature][k] += gradient * gradient;
                    weights[feature][k] -= STEP * gradient / used[feature][k].sqrt();
                }
            }
        }
    }
    let mut model = BTreeMap::new();
    for (feature, number) in numbers {
        let mut rounded = Weights::default();
        for (slot, weight) in rounded.iter_mut().zip(weights[number]) {
            #[expect(clippy::cast_possible_truncation, reason = "weights are small")]
            {
                *slot = (weight * SCALE).round() as i32;
            }
        }
        if rounded.iter().any(|weight| weight.abs() >= LEAST) {
            model.insert(feature.to_owned(), rounded);
        }
    }
    model
}

/// How many of the first file's examples a model learnt from the others tells
/// right, in five parts: for choosing the constants, without a look at what is held out.
fn cross(examples: &[Example], of_first: usize) {
    let mut right = [0; KINDS.len()];
    let mut said = [0; KINDS.len()];
    let mut all = [0; KINDS.len()];
    for part in 0..5 {
        // Neighbours are of one text: parts are runs.
        let fold = |i: usize| i < of_first && i * 5 / of_first == part;
        let others: Vec<&Example> =
            examples.iter().enumerate().filter(|(i, _)| !fold(*i)).map(|(_, example)| example).collect();
        let model = learn(&others);
        for (_, example) in examples.iter().enumerate().filter(|(i, example)| fold(*i) && !example.beside) {
            let mut scores = Weights::default();
            for weights in example.features.iter().filter_map(|feature| model.get(feature)) {
                scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight);
            }
            let kind = KINDS.iter().position(|kind| *kind == best(&scores)).unwrap_or(0);
            all[example.kind] += 1;
            said[kind] += 1;
            right[kind] += usize::from(kind == example.kind);
        }
    }
    for (k, kind) in KINDS.iter().enumerate() {
        eprintln!("{kind:?}: {} of {} said, of {} there", right[k], said[k], all[k]);
    }
    eprintln!("{} of {} right", right.iter().sum::<usize>(), all.iter().sum::<usize>());
}
