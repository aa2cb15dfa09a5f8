//! Versions of one utterance side by side: which words all have, and which
//! stand in one alone.
//!
//! Case, accents and punctuation do not count; a reader compares wordings, not
//! commas.

use crate::fold::words;
use crate::{Index, Story};

/// How far a part of a version is shared by the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// Every version has it.
    ByAll,
    /// Some have it, and some have not.
    BySome,
    /// No other version has it.
    ByNone,
    /// It is before or after what the versions have in common, and longer than
    /// a slip: the one version quotes more of the speech.
    Beyond,
}

/// A part of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Where it begins, in Unicode scalar values.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// How far the other versions share it.
    pub shared: Shared,
}

/// One article's version of an utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The article's position.
    pub article: usize,
    /// The quotes that it gives of the utterance, by their positions.
    pub quotes: Vec<usize>,
    /// Their texts, a line each.
    pub text: String,
    /// The parts of the text.
    pub parts: Vec<Part>,
}

/// The versions of the utterance that a quote belongs to, an article each, in
/// the story's order, compared with each other. The quote's own alone where no
/// other article has it.
pub fn versions(story: &Story, index: &Index, quote: usize) -> Vec<Version> {
    let Some(item) = story.quotes.get(quote) else { return Vec::new() };
    let mut quotes = item.same_as.as_ref().map_or(&[][..], |utterance| index.versions(utterance));
    let alone = [quote];
    if quotes.is_empty() {
        quotes = &alone;
    }
    let mut found: Vec<Version> = Vec::new();
    for &at in quotes {
        let Some(item) = story.quotes.get(at) else { continue };
        let Some(article) = index.article(item.article.as_str()) else { continue };
        match found.iter_mut().find(|version| version.article == article) {
            Some(version) => {
                version.quotes.push(at);
                version.text.push('\n');
                version.text.push_str(&item.text);
            }
            None => {
                found.push(Version { article, quotes: vec![at], text: item.text.clone(), parts: Vec::new() });
            }
        }
    }
    let mut texts: Vec<&str> = Vec::new();
    for version in &found {
        texts.push(&version.text);
    }
    let compared = compare(&texts);
    for (version, parts) in found.iter_mut().zip(compared) {
        version.parts = parts;
    }
    found
}

/// The most versions that are compared with each other. An utterance that the
/// whole press reports has a few wordings, told again and again.
pub const MOST_VERSIONS: usize = 12;

/// Beyond this many words before or after what is shared, a version is said to
/// quote more, not to differ.
const SLIP: usize = 8;

/// The parts of each version, in order; together they are the whole of its
/// text. Versions beyond [`MOST_VERSIONS`] are not compared: theirs is one
/// part, shared by all.
///
/// Words are aligned pair by pair, each version with each: the longest common
/// subsequence, without the stray words that any two texts share.
pub fn compare(versions: &[&str]) -> Vec<Vec<Part>> {
    let texts: Vec<Vec<Word>> = versions.iter().take(MOST_VERSIONS).map(|text| words_of(text)).collect();
    let mut shared: Vec<Vec<usize>> = texts.iter().map(|text| vec![0; text.len()]).collect();
    for one in 0..texts.len() {
        for other in one + 1..texts.len() {
            for (i, j) in aligned(&texts[one], &texts[other]) {
                shared[one][i] += 1;
                shared[other][j] += 1;
            }
        }
    }
    let others = texts.len().saturating_sub(1);
    let mut compared = Vec::new();
    for (at, text) in versions.iter().enumerate() {
        let length = text.chars().count();
        compared.push(match texts.get(at) {
            Some(words) => parts(words, &shared[at], others, length),
            None if length > 0 => vec![Part { start: 0, end: length, shared: Shared::ByAll }],
            None => Vec::new(),
        });
    }
    compared
}

struct Word {
    start: usize,
    end: usize,
    folded: Box<str>,
}

/// The words of a text. What touches the mark of a cut (`…`) is half a word and
/// left out.
fn words_of(text: &str) -> Vec<Word> {
    let mut cuts = Vec::new();
    for (at, c) in text.chars().enumerate() {
        if c == '…' {
            cuts.push(at);
        }
    }
    let mut found = Vec::new();
    words(text, &mut |start, end, folded| {
        let is_cut = cuts.iter().any(|&cut| cut + 1 == start || cut == end);
        if !is_cut {
            found.push(Word { start, end, folded: folded.into() });
        }
    });
    found
}

/// The runs of words that are shared alike. What stands between two runs is
/// shared by all: nobody compares commas.
fn parts(words: &[Word], shared: &[usize], others: usize, length: usize) -> Vec<Part> {
    let first = shared.iter().position(|&by| by > 0);
    let last = shared.iter().rposition(|&by| by > 0);
    let of_word = |at: usize| match shared.get(at).copied().unwrap_or_default() {
        by if by >= others => Shared::ByAll,
        0 => match (first, last) {
            (Some(first), _) if at < first && first > SLIP => Shared::Beyond,
            (_, Some(last)) if at > last && shared.len() - 1 - last > SLIP => Shared::Beyond,
            _ => Shared::ByNone,
        },
        _ => Shared::BySome,
    };
    let mut parts: Vec<Part> = Vec::new();
    let mut add = |end: usize, shared: Shared| match parts.last_mut() {
        Some(part) if part.shared == shared => part.end = end,
        before => {
            let start = before.map_or(0, |part| part.end);
            if start < end {
                parts.push(Part { start, end, shared });
            }
        }
    };
    let mut before = None;
    for (at, word) in words.iter().enumerate() {
        let shared = of_word(at);
        if before != Some(shared) {
            add(word.start, Shared::ByAll);
        }
        add(word.end, shared);
        before = Some(shared);
    }
    add(length, Shared::ByAll);
    parts
}

/// The most cells of the table of a comparison: some 1,400 words with as many.
/// It takes four megabytes and a few milliseconds.
const MOST_CELLS: usize = 2_000_000;

/// The pairs of words that both have in the same order, without the stray
/// ones. Between texts too long for a table, only what they begin and end with
/// alike is compared.
fn aligned(one: &[Word], other: &[Word]) -> Vec<(usize, usize)> {
    let same = |i: usize, j: usize| match (one.get(i), other.get(j)) {
        (Some(one), Some(other)) => one.folded == other.folded,
        _ => false,
    };
    let mut front = 0;
    while same(front, front) {
        front += 1;
    }
    let (mut end_i, mut end_j) = (one.len(), other.len());
    while end_i > front && end_j > front && same(end_i - 1, end_j - 1) {
        end_i -= 1;
        end_j -= 1;
    }
    let mut pairs = Vec::new();
    for at in 0..front {
        pairs.push((at, at));
    }
    longest((front, end_i), (front, end_j), &same, &mut pairs);
    for back in 0..one.len() - end_i {
        pairs.push((end_i + back, end_j + back));
    }
    without_strays(&pairs, one, other)
}

/// Adds the longest common subsequence of two ranges, by the table of the
/// lengths of what is still to come (Wagner and Fischer, 1974).
fn longest(
    rows: (usize, usize),
    columns: (usize, usize),
    same: &dyn Fn(usize, usize) -> bool,
    pairs: &mut Vec<(usize, usize)>,
) {
    let width = columns.1 - columns.0 + 1;
    let height = rows.1 - rows.0 + 1;
    if width.saturating_mul(height) > MOST_CELLS {
        return;
    }
    // A table of this size has fewer words on its shorter side than a `u16`
    // counts.
    let mut lengths = vec![0_u16; width * height];
    let at = |lengths: &[u16], i: usize, j: usize| {
        lengths.get((i - rows.0) * width + j - columns.0).copied().unwrap_or_default()
    };
    for i in (rows.0..rows.1).rev() {
        for j in (columns.0..columns.1).rev() {
            let length = if same(i, j) {
                at(&lengths, i + 1, j + 1) + 1
            } else {
                at(&lengths, i + 1, j).max(at(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut((i - rows.0) * width + j - columns.0) {
                *cell = length;
            }
        }
    }
    let (mut i, mut j) = (rows.0, columns.0);
    while i < rows.1 && j < columns.1 {
        if same(i, j) {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if at(&lengths, i + 1, j) >= at(&lengths, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
}

/// Leaves out runs of shared words that say nothing: a `the` in the midst of
/// other words is no common ground.
fn without_strays(pairs: &[(usize, usize)], one: &[Word], other: &[Word]) -> Vec<(usize, usize)> {
    /// A run of so few words, with so many times its letters on both sides, is
    /// a stray even where only one text has words there.
    const FEW: usize = 2;
    const TIMES: usize = 4;
    let letters = |words: &[Word], from: usize, to: usize| -> usize {
        words.get(from..to).unwrap_or_default().iter().map(|word| word.folded.len()).sum()
    };
    let mut kept: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(&(i, j)) = pairs.get(at) {
        let run = pairs.iter().skip(at).enumerate().take_while(|&(k, &pair)| pair == (i + k, j + k)).count();
        let (start_i, start_j) = kept.last().map_or((0, 0), |&(i, j)| (i + 1, j + 1));
        let (end_i, end_j) = pairs.get(at + run).copied().unwrap_or((one.len(), other.len()));
        let before = [letters(one, start_i, i), letters(other, start_j, j)];
        let after = [letters(one, i + run, end_i), letters(other, j + run, end_j)];
        let length = letters(one, i, i + run);
        let amidst = |sides: [usize; 2]| sides[0].min(sides[1]) >= length;
        let lost = |sides: [usize; 2]| run <= FEW && sides[0].max(sides[1]) >= TIMES * length;
        let is_whole = run == one.len() || run == other.len();
        if is_whole || !(amidst(before) && amidst(after) || lost(before) && lost(after)) {
            kept.extend(pairs.iter().skip(at).take(run));
        }
        at += run;
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Each version with `[…]` around what it alone has, `(…)` around what
    /// some have and `{…}` around what is beyond.
    fn marked(versions: &[&str]) -> Vec<String> {
        let compared = compare(versions);
        let show = |(text, parts): (&&str, Vec<Part>)| -> String {
            let cut = |part: &Part| -> String {
                let part_text: String = text.chars().skip(part.start).take(part.end - part.start).collect();
                match part.shared {
                    Shared::ByAll => part_text,
                    Shared::BySome => format!("({part_text})"),
                    Shared::ByNone => format!("[{part_text}]"),
                    Shared::Beyond => format!("{{{part_text}}}"),
                }
            };
            parts.iter().map(cut).collect()
        };
        versions.iter().zip(compared).map(show).collect()
    }

    #[test]
    fn words_that_differ_are_marked() {
        assert_eq!(
            marked(&["We will build the bridge next year.", "We shall build the bridge this year."]),
            ["We [will] build the bridge [next] year.", "We [shall] build the bridge [this] year."]
        );
    }

    #[test]
    fn case_and_punctuation_do_not_count() {
        let versions = ["“We — will!”", "we will"];
        assert_eq!(marked(&versions), versions);
    }

    #[test]
    fn what_is_left_out_by_one_is_marked_in_the_others() {
        assert_eq!(
            marked(&["a fine old bridge", "a fine bridge", "a fine old stone bridge"]),
            ["a fine (old) bridge", "a fine bridge", "a fine (old) [stone] bridge"]
        );
    }

    #[test]
    fn a_longer_quote_quotes_more_and_does_not_differ() {
        let whole = "Dear friends, I am very glad to see you all here. Trade grows well. Now let us have dinner, it is late and cold.";
        assert_eq!(
            marked(&["Trade grows well", whole]),
            [
                "Trade grows well",
                "{Dear friends, I am very glad to see you all here}. Trade grows well. {Now let us have dinner, it is late and cold}."
            ]
        );
    }

    #[test]
    fn a_stray_word_is_no_common_ground() {
        assert_eq!(
            marked(&["neighbours of the finest sort", "children asked the minister yesterday"]),
            ["[neighbours of the finest sort]", "[children asked the minister yesterday]"]
        );
    }

    #[test]
    fn half_a_word_beside_a_cut_is_not_compared() {
        let versions = ["…ridge was built here long ago", "the bridge was built here lo…"];
        assert_eq!(marked(&versions), ["…ridge was built here [long ago]", "[the bridge] was built here lo…"]);
    }

    #[test]
    fn what_one_article_gives_in_pieces_is_one_version() {
        let mut story = crate::tests_support::story();
        let mut other = story.articles[0].clone();
        other.id = crate::ArticleId::new("b");
        story.articles.push(other);
        let quote = |id: &str, article: &str, text: &str| crate::Quote {
            id: crate::QuoteId::new(id),
            article: crate::ArticleId::new(article),
            speaker: None,
            speaker_text: None,
            text: text.to_owned(),
            form: crate::QuoteForm::Direct,
            evidence: Vec::new(),
            same_as: (id != "alone").then(|| "u".to_owned()),
            same_part: None,
        };
        story.quotes = vec![
            quote("1", "a", "We build the bridge."),
            quote("2", "b", "We build the bridge, and we open it."),
            quote("3", "a", "We open it."),
            quote("alone", "b", "Good."),
        ];
        let index = Index::of(&story);
        let found = versions(&story, &index, 2);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].article, &*found[0].text), (0, "We build the bridge.\nWe open it."));
        assert_eq!(found[0].quotes, [0, 2]);
        assert_eq!(found[0].parts.len(), 1, "the other article has all of it");
        assert_eq!(versions(&story, &index, 3)[0].quotes, [3]);
        assert_eq!(versions(&story, &index, 99), []);
    }

    #[test]
    fn one_version_alone_is_shared_by_all() {
        assert_eq!(marked(&["Nothing to see."]), ["Nothing to see."]);
        assert_eq!(compare(&["", "…"]), [vec![], vec![Part { start: 0, end: 1, shared: Shared::ByAll }]]);
    }

    #[test]
    fn texts_of_any_length_are_compared_in_time() {
        let long = "one two three four five six seven eight nine ten ".repeat(5000);
        let parts = compare(&[&long, &long.replace("seven", "acht")]);
        let shared: Vec<Shared> = parts[0].iter().map(|part| part.shared).collect();
        assert_eq!(shared, [Shared::ByAll, Shared::ByNone, Shared::ByAll], "the same at both ends");
        let many = vec!["a b"; 40];
        assert_eq!(compare(&many).len(), 40);
    }

    proptest! {
        #[test]
        fn the_parts_of_a_version_are_its_whole_text(versions in prop::collection::vec("[abcäß ,]{0,20}|\\PC{0,12}", 0..5)) {
            let texts: Vec<&str> = versions.iter().map(String::as_str).collect();
            for (text, parts) in texts.iter().zip(compare(&texts)) {
                let mut at = 0;
                for part in parts {
                    prop_assert_eq!(part.start, at);
                    prop_assert!(part.end > part.start);
                    at = part.end;
                }
                prop_assert_eq!(at, text.chars().count());
            }
        }

        #[test]
        fn a_text_and_itself_do_not_differ(text in "\\PC{0,60}") {
            for parts in compare(&[&text, &text]) {
                prop_assert!(parts.iter().all(|part| part.shared == Shared::ByAll));
            }
        }
    }
}
