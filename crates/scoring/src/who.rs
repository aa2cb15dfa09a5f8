//! Who is who within a text, on GUM (Zeldes 2017) in `CoNLL-U`: which mentions
//! are of the same person, place or organisation.
//!
//! A mention of ours is GUM's when it covers its head; where several are, the
//! shortest that holds ours, else the longest; where none is, the shortest with
//! a name for its head that ends with ours, since GUM takes a title for the head. The links are counted as in MUC
//! (Vilain et al. 1995): a chain of n mentions takes n − 1, and those are right
//! that join mentions of one of GUM's entities. Looked for are GUM's people,
//! places and organisations that are named somewhere in the text; what GUM
//! does not mark (adjectives: `Peruvian`) is not counted.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use reading::mentions::{self, Cast};
use reading::sentences::document_of_raw;
use story::EntityKind;

use crate::score::{Score, Tally};
use crate::text::context;
use crate::{Error, Report, files, split};

/// What the names of GUM's documents of news begin with.
const NEWS: &str = "GUM_news_";
/// The types that are looked for.
const TYPES: [&str; 3] = ["person", "place", "organization"];

/// A mention as GUM marks it; places are bytes of the text.
struct Marked {
    /// The number of the entity.
    entity: u32,
    /// Whether it is of a type that is looked for.
    fits: bool,
    start: usize,
    end: usize,
    /// Its head.
    head: usize,
    /// Whether its head is a name.
    named: bool,
}

/// Scores the news among the `.conllu` files under a folder.
///
/// # Errors
///
/// There are none, or one cannot be read.
pub fn score(folder: &Path) -> Result<Report, Error> {
    let mut links = Tally::new("links between mentions (MUC)");
    let mut errors = Vec::new();
    for path in files::some(folder, ".conllu", "texts in CoNLL-U (*.conllu)")? {
        let name = files::name(&path);
        if !name.starts_with(NEWS) {
            continue;
        }
        let held = split::is_held(&name);
        let (text, gold) = conllu(&files::read(&path)?);
        let document = document_of_raw(&text);
        let cast = mentions::find(&document).cast;
        let mut error = |what: String, at: usize| {
            if !held {
                errors.push(format!("{what} | {} | {name}", context(&text, at)));
            }
        };
        compare(&text, &cast, &gold, links.part(held), &mut error);
    }
    Ok(Report::new([links], errors))
}

fn compare(text: &str, cast: &Cast, gold: &[Marked], score: &mut Score, error: &mut dyn FnMut(String, usize)) {
    // Each of GUM's mentions is of one of ours at most: the first.
    let mut actor_of = BTreeMap::new();
    for mention in &cast.mentions {
        let kind = cast.kind(mention.actor);
        let fits =
            matches!(kind, EntityKind::Person | EntityKind::State | EntityKind::Place | EntityKind::Organisation);
        if let Some(same) = same(gold, mention.span.start, mention.span.end).filter(|_| fits) {
            actor_of.entry(same).or_insert(mention.actor);
        }
    }
    let fits = |marked: &Marked| marked.fits && marked.named;
    let wanted: BTreeSet<u32> = gold.iter().filter(|marked| fits(marked)).map(|marked| marked.entity).collect();
    let name = |actor: usize| cast.actor(actor).map_or("", |actor| actor.name.as_str());
    let words = |number: usize| gold.get(number).and_then(|marked| text.get(marked.start..marked.end)).unwrap_or("");

    // The mentions that an actor and an entity share.
    let mut shared: BTreeMap<(usize, u32), Vec<usize>> = BTreeMap::new();
    for (&number, &actor) in &actor_of {
        if let Some(marked) = gold.get(number) {
            shared.entry((actor, marked.entity)).or_default().push(number);
        }
    }
    let mut told: BTreeMap<usize, usize> = BTreeMap::new();
    let mut right: BTreeMap<u32, usize> = BTreeMap::new();
    let mut first: BTreeMap<usize, u32> = BTreeMap::new();
    for (&(actor, entity), numbers) in &shared {
        let links = numbers.len() - 1;
        let other = *first.entry(actor).or_insert(entity);
        if wanted.contains(&entity) {
            score.right += links;
            *right.entry(entity).or_default() += links;
        }
        if other != entity {
            score.made_up += 1;
            if let Some(&number) = numbers.first() {
                let at = gold.get(number).map_or(0, |marked| marked.start);
                error(format!("made up: {} is {}", words(number), name(actor)), at);
            }
        }
        *told.entry(actor).or_default() += 1;
    }
    for &entity in &wanted {
        let all = gold.iter().enumerate().filter(|(_, marked)| marked.entity == entity);
        let missed = all.clone().count() - 1 - right.get(&entity).copied().unwrap_or_default();
        score.missed += missed;
        if missed > 0 {
            let of = |number| actor_of.get(&number).map_or("–", |&actor| name(actor));
            let list = all.clone().map(|(number, _)| format!("{} [{}]", words(number), of(number)));
            let at = all.clone().next().map_or(0, |(_, marked)| marked.start);
            error(format!("missed {missed}: {}", list.collect::<Vec<_>>().join("; ")), at);
        }
    }
}

/// The number of the mention that `start..end` is.
fn same(gold: &[Marked], start: usize, end: usize) -> Option<usize> {
    let with_head = || gold.iter().enumerate().filter(|(_, marked)| start <= marked.head && marked.head < end);
    let length = |&(_, marked): &(usize, &Marked)| marked.end - marked.start;
    let around = with_head().filter(|(_, marked)| marked.start <= start && end <= marked.end).min_by_key(length);
    let after_title = || {
        let whole =
            gold.iter().enumerate().filter(|(_, marked)| marked.named && marked.end == end && marked.start < start);
        whole.min_by_key(length)
    };
    let same = around.or_else(|| with_head().max_by_key(length)).or_else(after_title);
    same.map(|(number, _)| number)
}

/// A mention that is not closed yet.
struct Open {
    entity: u32,
    fits: bool,
    start: usize,
    /// The number of its first token.
    first: usize,
    /// Its head: the number of a token of it, from 1.
    head: usize,
}

/// The text, paragraphs apart, and its mentions.
fn conllu(source: &str) -> (String, Vec<Marked>) {
    let (mut text, mut gold) = (String::new(), Vec::new());
    let mut tokens: Vec<(usize, bool)> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    // A word of several tokens (`cannot`) is written once, before them.
    let mut within = 0;
    for line in source.lines() {
        if line.starts_with("# newpar") && !line.starts_with("# newpar_block") && !text.is_empty() {
            text.truncate(text.trim_end().len());
            text.push_str("\n\n");
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, word, _, class, _, _, _, _, _, misc] = columns.as_slice() else { continue };
        let spaced = !misc.split('|').any(|item| item == "SpaceAfter=No");
        if let Some((first, last)) = id.split_once('-') {
            let number = |text: &str| text.parse::<usize>().unwrap_or_default();
            within = number(last) + 1 - number(first).min(number(last));
        } else if id.contains('.') {
            continue;
        }
        if id.contains('-') {
            continue;
        }
        let start = text.len();
        text.push_str(word);
        let end = text.len();
        tokens.push((start, *class == "PROPN"));
        let entities = misc.split('|').find_map(|item| item.strip_prefix("Entity=")).unwrap_or_default();
        for item in pieces(entities) {
            if let Some(opened) = item.strip_prefix('(') {
                let fields: Vec<&str> = opened.trim_end_matches(')').split('-').collect();
                let number = |at: usize| fields.get(at).and_then(|field| field.split(',').next()?.parse().ok());
                open.push(Open {
                    entity: fields.first().and_then(|field| field.parse().ok()).unwrap_or_default(),
                    fits: fields.get(1).is_some_and(|kind| TYPES.contains(kind)),
                    start,
                    first: tokens.len() - 1,
                    head: number(5).unwrap_or(1),
                });
            }
            if let Some(closed) = item.strip_suffix(')') {
                let entity = closed.trim_start_matches('(').split('-').next().and_then(|id| id.parse::<u32>().ok());
                let Some(at) = open.iter().rposition(|open| Some(open.entity) == entity) else { continue };
                let Open { entity, fits, start, first, head } = open.remove(at);
                let (head, named) = tokens.get(first + head - 1).copied().unwrap_or((start, false));
                gold.push(Marked { entity, fits, start, end, head, named });
            }
        }
        within = usize::saturating_sub(within, 1);
        if spaced && within == 0 {
            text.push(' ');
        }
    }
    gold.sort_by_key(|marked| (marked.start, marked.end));
    (text, gold)
}

/// `(1-person…(2-place…)3)` → `(1-person…`, `(2-place…)`, `3)`.
fn pieces(entities: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, mark) in entities.char_indices() {
        let end = if mark == ')' { at + 1 } else { at };
        if matches!(mark, '(' | ')') && end > from {
            pieces.extend(entities.get(from..end));
            from = end;
        }
    }
    pieces.extend(entities.get(from..).filter(|rest| !rest.is_empty()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# newpar\n1\tMarta\tMarta\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-x-cf1-1,2-coref\n\
        2\tDiaz\tDiaz\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)\n\
        3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n\
        4\tPeru\tPeru\tPROPN\tNNP\t_\t3\tobj\t_\tEntity=(2-place-new-x-cf2-1-sgl)|SpaceAfter=No\n\
        5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\
        1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-x-cf1-1-ana)\n\
        2\twept\tweep\tVERB\tVBD\t_\t0\troot\t_\t_\n";

    #[test]
    fn mentions_have_their_entity_and_their_head() {
        let (text, gold) = conllu(TEXT);
        assert_eq!(text.trim(), "Marta Diaz left Peru. She wept");
        let told: Vec<_> =
            gold.iter().map(|m| (m.entity, text.get(m.start..m.end).unwrap(), m.head, m.named)).collect();
        assert_eq!(told, [(1, "Marta Diaz", 0, true), (2, "Peru", 16, true), (1, "She", 22, false)]);
    }

    #[test]
    fn links_are_right_missed_and_made_up() {
        let (text, gold) = conllu(TEXT);
        let score = |text: &str| {
            let document = document_of_raw(text);
            let mut score = Score::default();
            compare(text, &mentions::find(&document).cast, &gold, &mut score, &mut |_, _| ());
            score
        };
        assert_eq!(score(&text), Score { right: 1, made_up: 0, missed: 0 });
        assert_eq!(score("nobody there"), Score { right: 0, made_up: 0, missed: 1 });
    }
}
