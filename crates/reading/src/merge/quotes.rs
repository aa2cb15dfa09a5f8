//! Quotes, and the versions of one utterance aligned.
//!
//! Reports of one speech differ in wording: each translates or shortens it for
//! itself. Two sentences are versions of one when most of what they hold is
//! the same: stems of words, names whatever their form, and figures.

use story::ids::{Minter, slug};
use story::{ArticleId, EntityId, Evidence, Quote, QuoteForm, QuoteId};

use crate::knowledge::fold;
use crate::order;
use crate::sorted::{Map, Set};
use crate::span::Span;

use super::ReadArticle;
use super::entities::Entities;
use super::spans::Spans;

/// A quote, before its speaker has an id.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) article: usize,
    article_id: ArticleId,
    pub(super) speaker: Option<usize>,
    speaker_text: Option<String>,
    pub(super) text: String,
    form: QuoteForm,
    pub(super) evidence: Vec<Evidence>,
    /// The number of its utterance, shared by all versions.
    pub(super) utterance: Option<usize>,
    same_part: Option<(usize, usize)>,
    /// Its sentences: where they stand in `text` in characters, and what they
    /// hold.
    sentences: Vec<Held>,
}

#[derive(Debug, Clone)]
struct Held {
    start: usize,
    end: usize,
    evidence: Option<Evidence>,
    stems: Marks,
    figures: Marks,
}

/// What a sentence holds, each as the hash of its words, in order. Two that
/// differ share a hash once in many billions, and cost a sentence's likeness.
type Marks = Vec<u64>;

/// The hash of what a sentence holds (FNV-1a, 64 bits).
fn mark(class: char, text: &str) -> u64 {
    let bytes = [class as u8].into_iter().chain(text.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// How alike two sentences are that are versions of one: the share of what
/// they hold that both hold (Dice's coefficient).
const ALIKE: f64 = 0.6;
/// The same, when both state the same figure.
const ALIKE_WITH_FIGURE: f64 = 0.35;
/// Sentences that hold less than this are too short to tell.
const LEAST: usize = 4;
/// Stems that more sentences hold than this tell nothing.
const COMMON: usize = 40;
/// A stem is the first letters of a word.
const STEM_CHARS: usize = 5;

pub(super) fn merge(articles: &[ReadArticle<'_>], entities: &Entities, spans: &[Spans<'_>]) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    for (i, article) in articles.iter().enumerate() {
        let Some(spans) = spans.get(i) else { continue };
        for speech in &article.speeches {
            let quote = &speech.quote;
            let text = article.document.slice(quote.content).trim();
            let start = quote.content.start;
            let lead =
                article.document.slice(quote.content).len() - article.document.slice(quote.content).trim_start().len();
            let sentences: Vec<Held> =
                quote.parts.iter().map(|part| held(i, article, entities, spans, *part, start + lead)).collect();
            let evidence: Vec<Evidence> = sentences.iter().filter_map(|held| held.evidence.clone()).collect();
            if text.is_empty() || evidence.is_empty() {
                continue;
            }
            all.push(Said {
                article: i,
                article_id: spans.article().clone(),
                speaker: speech.speaker.map(|actor| entities.entity(i, actor)),
                speaker_text: quote.speaker.map(|span| article.document.slice(span).to_owned()),
                text: text.to_owned(),
                form: quote.form,
                evidence,
                utterance: None,
                same_part: None,
                sentences,
            });
        }
    }
    let alike = alike(&all);
    let all = split(all, &alike);
    // The numbers of the quotes have changed where one was split.
    let alike = self::alike(&all);
    align(all, &alike)
}

/// What a part of a quote holds.
fn held(i: usize, article: &ReadArticle<'_>, entities: &Entities, spans: &Spans<'_>, part: Span, base: usize) -> Held {
    let mut stems: Set<u64> = Set::new();
    let mut figures: Set<u64> = Set::new();
    let mut taken: Vec<Span> = Vec::new();
    for mention in article.cast.within(part) {
        if mention.via == story::Via::Pronoun {
            continue;
        }
        stems.insert(mark('@', &entities.entity(i, mention.actor).to_string()));
        taken.push(mention.span);
    }
    let all = &article.facts.figures;
    let first = all.partition_point(|figure| figure.proof.1.start < part.start);
    for figure in all.get(first..).unwrap_or_default().iter().take_while(|figure| figure.proof.1.start < part.end) {
        if part.contains(figure.proof.1) {
            let unit = figure.unit.as_deref().unwrap_or("");
            figures.insert(mark('#', &format!("{} {unit}", figure.value.to_bits())));
            taken.push(figure.proof.1);
        }
    }
    order::sort(&mut taken);
    let is_taken = |span: Span| {
        let before = taken.partition_point(|taken| taken.start < span.end);
        // Mentions nest two or three deep.
        taken.get(before.saturating_sub(4)..before).unwrap_or_default().iter().any(|taken| taken.overlaps(span))
    };
    let text = article.document.slice(part);
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        let start = part.start + at;
        at += word.len();
        // The separator is one character long.
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let span = Span::new(start, start + word.len());
        if word.is_empty() || is_taken(span) {
            continue;
        }
        let word = fold(word).to_lowercase();
        let word = word.split('\'').next().unwrap_or("");
        if word.chars().count() > 3 && !is_small(word) {
            stems.insert(mark(' ', &word.chars().take(STEM_CHARS).collect::<String>()));
        }
    }
    let from = part.start.max(base);
    let start = spans.chars_before(from) - spans.chars_before(base);
    let end = spans.chars_before(part.end.max(from)) - spans.chars_before(base);
    let (stems, figures) = (stems.into_iter().collect(), figures.into_iter().collect());
    Held { start, end, evidence: spans.evidence(part), stems, figures }
}

/// Words that say nothing of what a sentence holds.
fn is_small(word: &str) -> bool {
    const WORDS: [&str; 34] = [
        "that", "this", "these", "those", "with", "from", "have", "been", "were", "will", "would", "could", "should",
        "also", "they", "them", "their", "your", "which", "what", "when", "there", "here", "very", "more", "most",
        "such", "into", "like", "than", "then", "some", "course", "about",
    ];
    WORDS.contains(&word)
}

/// The number of a quote and of a sentence in it.
type Place = (usize, usize);

/// The sentences of quotes that are versions of one another, in order.
fn alike(all: &[Said]) -> Vec<(Place, Place)> {
    // For each speaker and stem, the sentences that hold it.
    let mut index: Map<(usize, u64), Vec<Place>> = Map::new();
    for (q, said) in all.iter().enumerate() {
        let Some(speaker) = said.speaker else { continue };
        for (s, sentence) in said.sentences.iter().enumerate() {
            for &stem in sentence.stems.iter().chain(&sentence.figures) {
                index.entry((speaker, stem)).or_default().push((q, s));
            }
        }
    }
    let mut common: Map<(Place, Place), usize> = Map::new();
    for places in index.values().filter(|places| places.len() <= COMMON) {
        for (i, a) in places.iter().enumerate() {
            for b in places.iter().skip(i + 1) {
                let articles = (all.get(a.0).map(|said| said.article), all.get(b.0).map(|said| said.article));
                if articles.0 != articles.1 {
                    *common.entry((*a, *b)).or_default() += 1;
                }
            }
        }
    }
    let sentence = |(q, s): Place| all.get(q).and_then(|said| said.sentences.get(s));
    let is_alike = |((a, b), shared): ((Place, Place), usize)| {
        let (x, y) = (sentence(a)?, sentence(b)?);
        let figure = x.figures.iter().any(|figure| y.figures.contains(figure));
        let sizes = x.stems.len() + x.figures.len() + y.stems.len() + y.figures.len();
        #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
        let alike = 2.0 * shared as f64 / sizes.max(1) as f64;
        let least = if figure { ALIKE_WITH_FIGURE } else { ALIKE };
        let long = x.stems.len() >= LEAST && y.stems.len() >= LEAST;
        (long && alike >= least).then_some((a, b))
    };
    common.into_iter().filter_map(is_alike).collect()
}

/// A retold paragraph may hold several utterances of one speech: it is split
/// where its sentences are versions of different quotes. What stands in
/// quotation marks, or is a turn, stays whole.
fn split(all: Vec<Said>, alike: &[(Place, Place)]) -> Vec<Said> {
    let mut versions: Map<Place, Set<usize>> = Map::new();
    for &(a, b) in alike {
        versions.entry(a).or_default().insert(b.0);
        versions.entry(b).or_default().insert(a.0);
    }
    let mut parts = Vec::with_capacity(all.len());
    for (q, said) in all.into_iter().enumerate() {
        let mut cuts: Vec<usize> = Vec::new();
        let mut here: Set<usize> = Set::new();
        for s in 0..said.sentences.len() {
            let Some(others) = versions.get(&(q, s)) else { continue };
            if !here.is_empty() && here.is_disjoint(others) {
                cuts.push(s);
                here.clone_from(others);
            } else {
                here.extend(others);
            }
        }
        if cuts.is_empty() || said.form != QuoteForm::Unmarked {
            parts.push(said);
            continue;
        }
        cuts.push(said.sentences.len());
        let mut first = 0;
        for cut in cuts {
            parts.extend(part(&said, first, cut));
            first = cut;
        }
    }
    parts
}

/// The part of a quote from the sentence `first` to before `end`.
fn part(said: &Said, first: usize, end: usize) -> Option<Said> {
    let mut sentences = said.sentences.get(first..end)?.to_vec();
    let (from, to) = (sentences.first()?.start, sentences.last()?.end);
    let evidence: Vec<Evidence> = sentences.iter().filter_map(|held| held.evidence.clone()).collect();
    for held in &mut sentences {
        held.start -= from;
        held.end = held.end.saturating_sub(from);
    }
    let text: String = said.text.chars().skip(from).take(to.saturating_sub(from)).collect();
    let text = text.trim_end().to_owned();
    (!text.is_empty() && !evidence.is_empty()).then(|| Said { text, evidence, sentences, ..said.clone() })
}

/// Gives the versions of one utterance one number. An article holds one
/// version: a quote that retells a whole paragraph is a version of the turn
/// that it is most like, and does not make one utterance of all of them.
fn align(mut all: Vec<Said>, alike: &[(Place, Place)]) -> Vec<Said> {
    let mut weights: Map<(usize, usize), usize> = Map::new();
    for &(a, b) in alike {
        *weights.entry((a.0.min(b.0), a.0.max(b.0))).or_default() += 1;
    }
    let mut pairs: Vec<((usize, usize), usize)> = weights.into_iter().collect();
    order::sort_by(&mut pairs, &|(a, alike_a), (b, alike_b)| alike_b.cmp(alike_a).then(a.cmp(b)));
    let mut parent: Vec<usize> = (0..all.len()).collect();
    let mut articles: Vec<Set<usize>> = all.iter().map(|said| [said.article].into_iter().collect()).collect();
    for ((a, b), _) in pairs {
        let (a, b) = (root(&mut parent, a), root(&mut parent, b));
        let (root, other) = (a.min(b), a.max(b));
        let of_other = articles.get(other).cloned().unwrap_or_default();
        let Some(of_root) = articles.get_mut(root).filter(|of_root| root != other && of_root.is_disjoint(&of_other))
        else {
            continue;
        };
        of_root.extend(&of_other);
        if let Some(slot) = parent.get_mut(other) {
            *slot = root;
        }
    }
    let mut parts: Map<usize, (usize, usize)> = Map::new();
    for &(a, b) in alike {
        if root(&mut parent, a.0) != root(&mut parent, b.0) {
            continue;
        }
        for (q, s) in [a, b] {
            let Some(part) = all.get(q).and_then(|said| said.sentences.get(s)) else { continue };
            let known = parts.entry(q).or_insert((part.start, part.end));
            *known = (known.0.min(part.start), known.1.max(part.end));
        }
    }
    for q in 0..all.len() {
        let Some(&(start, end)) = parts.get(&q) else { continue };
        let root = root(&mut parent, q);
        if let Some(said) = all.get_mut(q) {
            said.utterance = Some(root);
            let length = said.text.chars().count();
            said.same_part = Some((start.min(length), end.min(length))).filter(|(start, end)| start < end);
        }
    }
    // What its sentences hold has served.
    for said in &mut all {
        said.sentences = Vec::new();
    }
    all
}

fn root(parent: &mut [usize], of: usize) -> usize {
    let mut at = of;
    while let Some(&up) = parent.get(at)
        && up != at
    {
        // Halve the path on the way.
        let next = parent.get(up).copied().unwrap_or(up);
        if let Some(slot) = parent.get_mut(at) {
            *slot = next;
        }
        at = next;
    }
    at
}

/// The words of a quote that its id takes.
const ID_WORDS: usize = 6;

/// The quotes with their ids.
pub(super) fn records(all: Vec<Said>, id_of: &impl Fn(usize) -> Option<EntityId>) -> Vec<Quote> {
    let mut minter = Minter::new();
    let ids: Vec<String> = all
        .iter()
        .map(|said| {
            let words: Vec<&str> = said.text.split_whitespace().take(ID_WORDS).collect();
            minter.mint(&format!("{}-{}", said.article_id, slug(&words.join(" "))))
        })
        .collect();
    let utterance = |number: usize| ids.get(number).cloned();
    all.into_iter()
        .zip(&ids)
        .map(|(said, id)| Quote {
            id: QuoteId::new(id.clone()),
            article: said.article_id,
            speaker: said.speaker.and_then(id_of),
            speaker_text: said.speaker_text,
            text: said.text,
            form: said.form,
            evidence: said.evidence,
            same_as: said.utterance.and_then(utterance),
            same_part: said.same_part,
        })
        .collect()
}
