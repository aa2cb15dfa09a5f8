//! One relation, however many sentences tell it.

use story::ids::{Minter, slug};
use story::{EntityId, Evidence, Relation, RelationId, RelationKind, When};

use crate::order;
use crate::sorted::{Map, Set};
use story::case::small;

use super::ReadArticle;
use super::entities::Entities;
use super::spans::Spans;

/// A relation of the story, before its entities have ids.
#[derive(Debug, Clone)]
pub(super) struct Merged {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: RelationKind,
    label: String,
    when: Option<When>,
    evidence: Vec<Evidence>,
}

/// The longest label, in characters.
const LABEL_CHARS: usize = 120;

/// Merges the relations of all articles. Who chaired what in one year and in
/// another are two relations.
pub(super) fn merge(articles: &[ReadArticle<'_>], entities: &Entities, spans: &[Spans<'_>]) -> Vec<Merged> {
    type Key = (RelationKind, usize, usize, String);
    let mut merged: Map<Key, Merged> = Map::new();
    for (i, article) in articles.iter().enumerate() {
        for found in &article.facts.relations {
            let (mut from, mut to) = (entities.entity(i, found.from), entities.entity(i, found.to));
            if from == to {
                continue;
            }
            let ends = (from, to);
            if found.kind.is_symmetric() && from > to {
                (from, to) = (to, from);
            }
            let own = match found.kind {
                RelationKind::Chairs => found.when.as_ref().map(|when| when.as_str().to_owned()).unwrap_or_default(),
                RelationKind::Other => slug(&found.label),
                _ => String::new(),
            };
            let Some(evidence) = spans.get(i).and_then(|spans| spans.evidence(found.proof.1)) else { continue };
            let label = shorten(&found.label);
            merged
                .entry((found.kind, from, to, own))
                .and_modify(|known| {
                    known.evidence.push(evidence.clone());
                    // Since when somebody holds an office not all need say.
                    let holds = found.kind == RelationKind::HoldsOffice;
                    if holds && known.when.is_none() {
                        known.when.clone_from(&found.when);
                    } else if known.when != found.when && !(holds && found.when.is_none()) {
                        known.when = None;
                    }
                })
                // `father of` has a direction: the first report's.
                .or_insert_with(|| Merged {
                    from: ends.0,
                    to: ends.1,
                    kind: found.kind,
                    label,
                    when: found.when.clone(),
                    evidence: vec![evidence],
                });
        }
    }
    // A presidency without a time is no other than the one with its time.
    let timed: Set<(usize, usize)> = merged
        .values()
        .filter(|relation| relation.kind == RelationKind::Chairs && relation.when.is_some())
        .map(|relation| (relation.from, relation.to))
        .collect();
    let mut loose = Vec::new();
    merged.retain(|key, relation| {
        let goes =
            key.0 == RelationKind::Chairs && relation.when.is_none() && timed.contains(&(relation.from, relation.to));
        if goes {
            loose.push(relation.clone());
        }
        !goes
    });
    let mut merged: Vec<Merged> = merged.into_values().collect();
    for relation in loose {
        if let Some(known) = merged
            .iter_mut()
            .rev()
            .find(|known| known.kind == relation.kind && known.from == relation.from && known.to == relation.to)
        {
            known.evidence.extend(relation.evidence);
        }
    }
    merged
}

fn shorten(label: &str) -> String {
    if label.chars().count() <= LABEL_CHARS {
        return label.to_owned();
    }
    let cut: String = label.chars().take(LABEL_CHARS).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// The relations with their ids, by who, what and whom.
pub(super) fn records(merged: Vec<Merged>, id_of: &impl Fn(usize) -> Option<EntityId>) -> Vec<Relation> {
    let mut records: Vec<Relation> = merged
        .into_iter()
        .filter_map(|relation| {
            let (mut from, mut to) = (id_of(relation.from)?, id_of(relation.to)?);
            // `father of` has a direction, whatever its kind.
            if relation.kind.is_symmetric() && relation.kind != RelationKind::RelatedTo && from > to {
                (from, to) = (to, from);
            }
            let mut evidence = relation.evidence;
            order::sort(&mut evidence);
            evidence.dedup();
            Some(Relation {
                id: RelationId::new(""),
                from,
                to,
                kind: relation.kind,
                label: Some(relation.label),
                when: relation.when,
                evidence,
            })
        })
        .collect();
    order::sort_by(&mut records, &|a, b| {
        (&a.from, a.kind, &a.to)
            .cmp(&(&b.from, b.kind, &b.to))
            .then_with(|| a.evidence.cmp(&b.evidence))
            .then_with(|| a.label.cmp(&b.label))
    });
    let mut minter = Minter::new();
    for record in &mut records {
        let when = record.when.as_ref().map(|when| format!("-{}", slug(when.as_str()))).unwrap_or_default();
        let kind = format!("{:?}", record.kind);
        let wanted = format!("{}-{}-{}{when}", record.from, kebab(&kind), record.to);
        record.id = RelationId::new(minter.mint(&wanted));
    }
    records
}

/// `HoldsOffice` as `holds-office`.
fn kebab(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(small(c));
    }
    text
}
