//! Learns the weights of `data/kinds.tsv`: which kind a name has that no rule
//! and no list tells.
//!
//! `cargo run --release --example train_kinds -- WIKIGOLD.conll.txt [GUM.conllu…] [RE3D-FOLDER…] > data/kinds.tsv`;
//! with `--cross` it says how well names are found in that way instead.
//!
//! Blocks of ten sentences of WikiGold, documents of GUM (genres whose texts
//! are CC BY: academic, court, interview, news, speech, textbook) and documents
//! of re3d; those that `backstory score names` holds out, and a fifth
//! of GUM's, are not learnt from. The weights are rounded to whole numbers and
//! small ones left out.
#![expect(clippy::print_stdout, clippy::print_stderr, clippy::expect_used, reason = "a command-line tool")]

use std::collections::{BTreeMap, BTreeSet};

use reading::mentions::learned::{KINDS, Model, SCALE};
use reading::mentions::{find_with, unsure};
use reading::sentences::document_of_raw;
use story::{EntityKind, Via};

/// How many sentences are read as one text, as the scorer does.
const SENTENCES: usize = 10;
/// How often all examples are gone through.
const ROUNDS: usize = 8;
/// The weights are the mean of those after each of the last rounds: one
/// round's last examples count no more than others.
const LAST: usize = 5;
/// Features that fewer names have are left out.
const SEEN: usize = 4;
/// The length of a step.
const STEP: f64 = 0.03;
/// The pull to zero.
const PULL: f64 = 0.01;
/// A feature is left out whose largest rounded weight, or the sum of them, is below this: the module is smaller by
/// kilobytes, and what is held out is read as well without.
const LEAST: (u8, u8) = (3, 5);
/// The kinds, and a name of another kind or none.
const CLASSES: usize = KINDS.len() + 1;

/// FNV-1a, 64 bits, as in the scorer.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether the scorer holds out the text of this name.
fn is_held(name: &str) -> bool {
    hash(name) % 10 < 2
}

struct Example {
    class: usize,
    features: Vec<String>,
}

type Gold = BTreeMap<(usize, usize), EntityKind>;

/// A text with its names.
struct Text {
    raw: String,
    gold: Gold,
    /// Its names whose kind is to be learnt.
    examples: Vec<Example>,
}

impl Text {
    /// Where `complete` is false, a name that the gold does not have is passed
    /// over if something of it is marked.
    fn new(text: String, gold: Gold, complete: bool) -> Self {
        let document = document_of_raw(&text);
        let mut examples = Vec::new();
        // Names that rules and lists may tell are learnt from too.
        for (spans, features) in [false, true].into_iter().flat_map(|all| unsure(&document, all)) {
            let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
            let mut touched = false;
            for span in &spans {
                let kind = gold.get(&(span.start, span.end));
                touched |= gold.keys().any(|(start, end)| *start < span.end && span.start < *end);
                let class = KINDS.iter().position(|other| Some(other) == kind).unwrap_or(KINDS.len());
                *votes.entry(class).or_default() += 1;
            }
            let Some((&class, _)) = votes.iter().max_by_key(|(_, count)| **count) else { continue };
            if complete || class < KINDS.len() || !touched {
                examples.push(Example { class, features });
            }
        }
        Self { raw: text, gold, examples }
    }
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for path in args.iter().filter(|arg| !arg.starts_with("--")) {
        let read = || std::fs::read_to_string(path).expect("the file can be read");
        if std::path::Path::new(path).is_dir() {
            re3d(path, &mut others);
        } else if path.ends_with(".conllu") {
            gum(&read(), &mut others);
        } else {
            wikigold(&read(), &mut first);
        }
    }
    eprintln!("{} texts", first.len() + others.len());
    if args.iter().any(|arg| arg == "--cross") {
        return cross(&first, &others);
    }
    let model = learn(first.iter().chain(&others).flat_map(|text| &text.examples));
    println!("# Weights for the kind of a name: feature, then person, organisation and place, each against another");
    println!(
        "# kind or none. Made by the example train_kinds from WikiGold (CC BY 4.0), GUM (CC BY 4.0) and re3d (Open"
    );
    println!("# Government Licence and others); what the scorer of names holds out is not in it.");
    for (feature, weights) in model {
        let fields: Vec<String> = weights.iter().map(ToString::to_string).collect();
        println!("{feature}\t{}", fields.join("\t"));
    }
}

fn wikigold(conll: &str, texts: &mut Vec<Text>) {
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
        if !is_held(&text) {
            texts.push(Text::new(text, gold, true));
        }
    }
}

/// A document of GUM in `CoNLL-U`: entities stand in the last column as
/// `Entity=(1-person-… 1)`. Those with a proper noun for a head are names; the
/// name is the run of proper nouns around the head.
fn gum(conllu: &str, texts: &mut Vec<Text>) {
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
    let name = conllu.lines().find_map(|line| line.strip_prefix("# newdoc id = ")).unwrap_or_default();
    if !is_held(name) {
        texts.push(Text::new(text, gold, false));
    }
}

fn re3d(folder: &str, texts: &mut Vec<Text>) {
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
        if is_held(text) {
            continue;
        }
        // The offsets count UTF-16 units; nearly all is of the BMP.
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = |i: usize| bytes.get(i).copied().unwrap_or(text.len());
        let spans = golds.get(document["_id"].as_str().unwrap_or_default()).cloned().unwrap_or_default();
        let gold: Gold = spans.into_iter().map(|(begin, end, kind)| ((at(begin), at(end)), kind)).collect();
        texts.push(Text::new(text.to_owned(), gold, false));
    }
}

/// Features, and what they count for each kind.
type Learnt = BTreeMap<String, [i8; KINDS.len()]>;

/// Multinomial logistic regression, by stochastic gradient with steps that
/// shrink with each feature's use (`AdaGrad`, Duchi et al. 2011) and a pull to
/// zero.
fn learn<'t>(examples: impl Iterator<Item = &'t Example> + Clone) -> Learnt {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for example in examples.clone() {
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
        .map(|example| {
            (
                example.class,
                example.features.iter().filter_map(|feature| numbers.get(feature.as_str()).copied()).collect(),
            )
        })
        .collect();
    let mut weights = vec![[0.0_f64; CLASSES]; numbers.len()];
    let mut used = vec![[1e-6_f64; CLASSES]; numbers.len()];
    let mut means = weights.clone();
    for round in 0..ROUNDS {
        // A fixed shuffle: steps of a prime through the list.
        for i in 0..coded.len() {
            let (kind, features) = &coded[(i * 7919 + round * 31) % coded.len()];
            let mut scores = [0.0_f64; CLASSES];
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
        if round + LAST >= ROUNDS {
            for (mean, weight) in means.iter_mut().flatten().zip(weights.iter().flatten()) {
                #[expect(clippy::cast_precision_loss, reason = "a handful")]
                {
                    *mean += weight / LAST as f64;
                }
            }
        }
    }
    let mut model = Learnt::new();
    for (feature, number) in numbers {
        let [weights @ .., none] = means[number];
        #[expect(clippy::cast_possible_truncation, reason = "what is beyond a byte's range is as sure as its ends")]
        let rounded = weights.map(|weight| ((weight - none) * f64::from(SCALE)).round() as i8);
        let sizes = rounded.map(i8::unsigned_abs);
        if sizes.iter().any(|&size| size >= LEAST.0)
            && sizes.iter().fold(0, |sum: u8, &size| sum.saturating_add(size)) >= LEAST.1
        {
            model.insert(feature.to_owned(), rounded);
        }
    }
    model
}

/// How well names of the first texts are found with what is learnt from the
/// rest of them and the others, in five parts: for choosing the constants,
/// without a look at what is held out.
fn cross(first: &[Text], others: &[Text]) {
    const PARTS: usize = 5;
    let mut counts = [[0_usize; 3]; KINDS.len()];
    for part in 0..PARTS {
        // Neighbours are of one article: parts are runs.
        let is_in = |i: usize| i * PARTS / first.len() == part;
        let rest = first.iter().enumerate().filter(|(i, _)| !is_in(*i)).map(|(_, text)| text);
        let learnt = learn(rest.chain(others).flat_map(|text| &text.examples));
        let model = Model::learnt(learnt.iter().map(|(feature, weights)| (feature.as_str(), *weights)));
        for (_, text) in first.iter().enumerate().filter(|(i, _)| is_in(*i)) {
            let found = found(&text.raw, &model);
            for (place, kind) in KINDS.iter().enumerate() {
                let of_kind = |gold: &Gold| gold.iter().filter(|(_, other)| *other == kind).count();
                let right = found.iter().filter(|(span, other)| *other == kind && text.gold.get(*span) == Some(kind));
                let right = right.count();
                let count = &mut counts[place];
                *count = [count[0] + right, count[1] + of_kind(&found), count[2] + of_kind(&text.gold)];
            }
        }
        if part == 0 {
            eprintln!("{} features", learnt.len());
        }
    }
    let all = counts.iter().fold([0; 3], |all, count| [all[0] + count[0], all[1] + count[1], all[2] + count[2]]);
    for (name, [right, said, there]) in
        ["all", "people", "organisations", "places"].iter().zip([all].iter().chain(&counts))
    {
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let share = |of: usize| *right as f64 / of as f64;
        let (precision, recall) = (share(*said), share(*there));
        let f1 = 2.0 * precision * recall / (precision + recall);
        eprintln!("{name}: P {precision:.3}, R {recall:.3}, F1 {f1:.3}");
    }
}

/// The names that the reading finds.
fn found(text: &str, model: &Model) -> Gold {
    let cast = find_with(&document_of_raw(text), model).cast;
    let kind = |kind: EntityKind| if kind == EntityKind::State { EntityKind::Place } else { kind };
    cast.mentions
        .iter()
        .filter(|mention| matches!(mention.via, Via::Name | Via::Alias))
        .map(|mention| ((mention.span.start, mention.span.end), kind(cast.kind(mention.actor))))
        .collect()
}
