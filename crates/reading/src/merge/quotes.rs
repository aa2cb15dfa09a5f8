//! Quotes, and the versions of one utterance aligned.
//!
//! Reports of one speech differ in wording: each translates or shortens it for
//! itself. Two sentences are versions of one when most of what they hold is
//! the same: stems of words, names whatever their form, and figures.

use story::ids::{Minter, slug};
use story::{ArticleId, EntityId, Evidence, Quote, QuoteForm, QuoteId};

use crate::knowledge::fold;
use crate::order;
use crate::quotes::as_speaker;
use crate::sorted::{Map, Set};
use crate::span::Span;
use crate::text::{is_of_word, runs};
use crate::wordlist::{Wordlist, is_one_of, wordlist};
use story::case::Case;

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
    /// Its words in their order, as many as a sentence has.
    words: Marks,
}

/// What a sentence holds, each as the hash of its words, in order. Two that
/// differ share a hash once in many billions, and cost a sentence's likeness.
type Marks = Vec<u64>;

/// The hash of what a sentence holds (FNV-1a, 64 bits).
fn mark(class: char, bytes: impl IntoIterator<Item = u8>) -> u64 {
    let bytes = [class as u8].into_iter().chain(bytes);
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
/// Shorter words tell nothing.
const SHORTEST: usize = 4;
/// A sentence is compared word for word as far as this.
const MOST_WORDS: usize = 60;
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
                speaker_text: quote
                    .speaker
                    .and_then(|span| as_speaker(article.document.slice(span)))
                    .map(str::to_owned),
                text: text.to_owned(),
                form: quote.form,
                evidence,
                utterance: None,
                same_part: None,
                sentences,
            });
        }
    }
    // Who says it, another report may tell: a sentence of some length, word for word, and its speaker,
    // in one number.
    let whole = |held: &Held| u128::from(mark('s', held.words.iter().flat_map(|word| word.to_le_bytes()))) << 64;
    let long = |held: &&Held| held.words.len() >= RUN;
    let mut by: Vec<u128> = Vec::new();
    for said in &all {
        let Some(speaker) = said.speaker else { continue };
        by.extend(said.sentences.iter().filter(long).map(|held| whole(held) | speaker as u128));
    }
    by.sort_unstable();
    for said in all.iter_mut().filter(|said| said.speaker.is_none()) {
        let known = |held: &Held| {
            let same = by.get(by.partition_point(|known| *known < whole(held))).map(|known| known ^ whole(held))?;
            usize::try_from(same).ok().filter(|speaker| u32::try_from(*speaker).is_ok())
        };
        said.speaker = said.sentences.iter().filter(long).find_map(known);
    }
    let mut alike = alike(&all);
    let (all, has_split) = split(all, &alike);
    // The numbers of the quotes have changed where one was split.
    if has_split {
        alike = self::alike(&all);
    }
    align(all, &alike)
}

/// What a part of a quote holds.
fn held(i: usize, article: &ReadArticle<'_>, entities: &Entities, spans: &Spans<'_>, part: Span, base: usize) -> Held {
    // A word has six bytes with its space, or fewer.
    let most = part.len() / 6 + 1;
    let mut stems: Marks = Vec::with_capacity(most);
    let mut figures: Marks = Vec::new();
    let mut words: Marks = Vec::with_capacity(most.min(MOST_WORDS));
    let mut taken: Vec<Span> = Vec::new();
    for mention in article.cast.within(part) {
        if mention.via == story::Via::Pronoun {
            continue;
        }
        let entity = entities.entity(i, mention.actor);
        stems.push(mark('@', entity.to_le_bytes()));
        taken.push(mention.span);
    }
    let all = &article.facts.figures;
    let first = all.partition_point(|figure| figure.proof.1.start < part.start);
    for figure in all.get(first..).unwrap_or_default().iter().take_while(|figure| figure.proof.1.start < part.end) {
        if part.contains(figure.proof.1) {
            let unit = figure.unit.as_deref().unwrap_or("").bytes();
            figures.push(mark('#', figure.value.to_bits().to_le_bytes().into_iter().chain(unit)));
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
    for (at, word) in runs(text, |c| is_of_word(c) || matches!(c, '\'' | '’')) {
        let start = part.start + at;
        if words.len() < MOST_WORDS {
            // Either apostrophe, of one byte or of three, is left out.
            let letters = word.bytes().filter(|byte| !matches!(byte, b'\'' | 0xe2 | 0x80 | 0x99));
            words.push(mark('w', letters.map(|byte| byte.to_ascii_lowercase())));
        }
        if let Some(stem) = stem(word)
            && !is_taken(Span::new(start, start + word.len()))
        {
            stems.push(stem);
        }
    }
    let from = part.start.max(base);
    let start = spans.chars_before(from) - spans.chars_before(base);
    let end = spans.chars_before(part.end.max(from)) - spans.chars_before(base);
    let (stems, figures) = (each_once(stems), each_once(figures));
    Held { start, end, evidence: spans.evidence(part), stems, figures, words }
}

/// In order, and each once.
fn each_once(mut marks: Marks) -> Marks {
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The mark of a word: that of its stem, without regard to case; none for a
/// short word and one that says nothing.
fn stem(word: &str) -> Option<u64> {
    if !word.is_ascii() {
        let word = fold(word).to_small();
        let word = word.split('\'').next().unwrap_or("");
        let end = word.char_indices().nth(STEM_CHARS).map_or(word.len(), |(at, _)| at);
        let tells = word.chars().nth(SHORTEST - 1).is_some() && !is_one_of(SMALL, word);
        return tells.then(|| mark(' ', word.bytes().take(end)));
    }
    let end = word.bytes().position(|byte| byte == b'\'');
    let word = end.and_then(|end| word.get(..end)).unwrap_or(word);
    let tells = word.len() >= SHORTEST && !is_one_of(SMALL, word);
    tells.then(|| mark(' ', word.bytes().take(STEM_CHARS).map(|byte| byte.to_ascii_lowercase())))
}

/// Words that say nothing of what a sentence holds.
const SMALL: Wordlist = &wordlist([
    "about", "also", "been", "could", "course", "from", "have", "here", "into", "like", "more", "most", "should",
    "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "very", "were",
    "what", "when", "which", "will", "with", "would", "your",
]);

/// The number of a quote and of a sentence in it.
type Place = (usize, usize);

/// The sentences of quotes that are versions of one another, in order.
fn alike(all: &[Said]) -> Vec<(Place, Place)> {
    // The sentences of whom it is known who speaks, numbered in order.
    let mut places: Vec<Place> = Vec::new();
    // What each sentence holds: speaker, mark, sentence, in one number.
    let mut held: Vec<u128> = Vec::new();
    for (q, said) in all.iter().enumerate() {
        let Some(speaker) = said.speaker else { continue };
        for (s, sentence) in said.sentences.iter().enumerate() {
            let number = places.len() as u128;
            places.push((q, s));
            let marks = sentence.stems.iter().chain(&sentence.figures);
            held.extend(marks.map(|&mark| (speaker as u128) << 96 | u128::from(mark) << 32 | number));
        }
    }
    held.sort_unstable();
    // The number of an entity and of a sentence have 32 bits: an article of
    // four gigabytes does not fit into a story.
    #[expect(clippy::cast_possible_truncation, reason = "the lowest bits are meant")]
    let number = |held: u128| held as u32 as usize;
    let article = |number: usize| places.get(number).and_then(|(q, _)| all.get(*q)).map(|said| said.article);
    let sentence = |(q, s): Place| all.get(q).and_then(|said| said.sentences.get(s));
    let is_alike = |a: Place, b: Place, shared: usize| {
        let (Some(x), Some(y)) = (sentence(a), sentence(b)) else { return false };
        let figure = x.figures.iter().any(|figure| y.figures.contains(figure));
        let sizes = x.stems.len() + x.figures.len() + y.stems.len() + y.figures.len();
        #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
        let alike = 2.0 * shared as f64 / sizes.max(1) as f64;
        let least = if figure { ALIKE_WITH_FIGURE } else { ALIKE };
        let long = x.stems.len() >= LEAST && y.stems.len() >= LEAST;
        let half = shared * 2 >= (x.stems.len() + x.figures.len()).min(y.stems.len() + y.figures.len());
        let is_whole = x.words == y.words && x.words.len() > WHOLE;
        long && alike >= least || is_whole || half && shared >= FEWEST && word_for_word(&x.words, &y.words)
    };
    let mut alike: Vec<(Place, Place)> = Vec::new();
    // Only what one speaker says is compared.
    for of_one in held.chunk_by(|one, other| one >> 96 == other >> 96) {
        // A pair of sentences, in one number, for each mark that they share.
        let mut pairs: Vec<u128> = Vec::new();
        let by_mark = of_one.chunk_by(|one, other| one >> 32 == other >> 32).filter(|held| held.len() <= COMMON);
        for held in by_mark {
            for (i, &a) in held.iter().enumerate() {
                for &b in held.iter().skip(i + 1) {
                    if article(number(a)) != article(number(b)) {
                        pairs.push((number(a) as u128) << 32 | number(b) as u128);
                    }
                }
            }
        }
        pairs.sort_unstable();
        for shared in pairs.chunk_by(|one, other| one == other) {
            let Some(&pair) = shared.first() else { continue };
            let (Some(&a), Some(&b)) = (places.get(number(pair >> 32)), places.get(number(pair))) else { continue };
            if is_alike(a, b, shared.len()) {
                alike.push((a, b));
            }
        }
    }
    order::sort(&mut alike);
    alike
}

/// Sentences that share less are not compared word for word.
const FEWEST: usize = 2;
/// A run of so many words that two sentences share is no chance.
const RUN: usize = 7;
/// A sentence of so many words may be the whole of what another report gives.
const WHOLE: usize = 4;

/// Whether two sentences share a long run of words, or one is a part of the
/// other: one report quotes more of it.
fn word_for_word(a: &[u64], b: &[u64]) -> bool {
    // How long a run ends with each word of `b` (longest common substring).
    let mut ends = vec![0; b.len()];
    let mut longest = 0;
    for word in a {
        let mut before = 0;
        for (end, other) in ends.iter_mut().zip(b) {
            let run = if word == other { before + 1 } else { 0 };
            before = std::mem::replace(end, run);
            longest = longest.max(run);
        }
    }
    longest >= RUN || longest >= WHOLE && longest == a.len().min(b.len())
}

/// A retold paragraph may hold several utterances of one speech: it is split
/// where its sentences are versions of different quotes. What stands in
/// quotation marks, or is a turn, stays whole. Tells whether any was split.
fn split(all: Vec<Said>, alike: &[(Place, Place)]) -> (Vec<Said>, bool) {
    let mut has_split = false;
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
        has_split = true;
        cuts.push(said.sentences.len());
        let mut first = 0;
        for cut in cuts {
            parts.extend(part(&said, first, cut));
            first = cut;
        }
    }
    (parts, has_split)
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
