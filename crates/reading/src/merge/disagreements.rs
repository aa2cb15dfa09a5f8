//! Disagreements: dates and figures that articles give differently.

use story::ids::{Minter, slug};
use story::{ArticleId, Claim, Disagreement, DisagreementId, DisagreementKind};

use crate::order;
use crate::sorted::{Map, Set};
use story::case::Case;

use super::ReadArticle;
use super::entities::Entities;
use super::events::{Dated, Merged};
use super::figures::Stated;
use super::quotes::Said;
use super::spans::Spans;
use super::tolls;

/// Two figures about one thing that differ by more than this are about
/// different things.
const FARTHEST: f64 = 2.0;
/// Figures that differ by less are the same, one rounded.
const ROUNDED: f64 = 0.1;

pub(super) fn find(
    articles: &[ReadArticle<'_>],
    entities: &Entities,
    spans: &[Spans<'_>],
    events: &[Merged],
    figures: &[Stated],
    quotes: &[Said],
) -> Vec<Disagreement> {
    let id = |article: usize| spans.get(article).map(|spans| spans.article().clone());
    let mut found = Vec::new();
    found.extend(events.iter().filter_map(|event| dates(event, &id)));
    found.extend(amounts(figures, quotes));
    found.extend(tolls::differ(articles, entities, figures));
    let mut minter = Minter::new();
    order::sort_by(&mut found, &|a, b| (a.kind, &a.about).cmp(&(b.kind, &b.about)));
    for disagreement in &mut found {
        let wanted = format!("{}-{}", slug(&format!("{:?}", disagreement.kind)), slug(&disagreement.about));
        disagreement.id = DisagreementId::new(minter.mint(&wanted));
    }
    found
}

fn dates(event: &Merged, id: &impl Fn(usize) -> Option<ArticleId>) -> Option<Disagreement> {
    let mut by_date: Map<&str, Vec<&Dated>> = Map::new();
    // A date that follows from the day of a report is no claim of that report.
    let said: Vec<&Dated> = event.dates.iter().filter(|dated| dated.said.is_some()).collect();
    for dated in said.iter().copied() {
        by_date.entry(dated.when.as_str()).or_default().push(dated);
    }
    if by_date.len() < 2 {
        return None;
    }
    let compatible = said.iter().all(|a| said.iter().all(|b| a.when.covers(&b.when) || b.when.covers(&a.when)));
    let claim = |(when, dated): (&str, Vec<&Dated>)| {
        let articles: Set<usize> = dated.iter().map(|dated| dated.article).collect();
        Claim {
            // The source's own words, where it has any.
            says: dated.iter().find_map(|dated| dated.said.clone()).unwrap_or_else(|| when.to_owned()),
            articles: articles.into_iter().filter_map(id).collect(),
            evidence: dated.iter().flat_map(|dated| dated.evidence.iter().cloned()).collect(),
        }
    };
    Some(Disagreement {
        id: DisagreementId::new(""),
        about: event.title.clone(),
        kind: DisagreementKind::Date,
        claims: by_date.into_iter().map(claim).collect(),
        compatible,
    })
}

/// Figures with one unit about one matter: in versions of one utterance, or of
/// the same entities.
fn amounts(figures: &[Stated], quotes: &[Said]) -> Vec<Disagreement> {
    let mut by_sentence: Map<(usize, usize), Vec<&Said>> = Map::new();
    for said in quotes.iter().filter(|said| said.utterance.is_some()) {
        for evidence in &said.evidence {
            by_sentence.entry((said.article, evidence.sentence)).or_default().push(said);
        }
    }
    let mut groups: Map<(String, String), Vec<&Stated>> = Map::new();
    for figure in figures {
        let Some(unit) = figure.found.unit.clone() else { continue };
        let near = by_sentence.get(&(figure.article, figure.evidence.sentence)).map_or(&[][..], Vec::as_slice);
        let utterance = near.iter().find(|said| {
            said.evidence.iter().any(|evidence| {
                evidence.sentence == figure.evidence.sentence
                    && evidence.start <= figure.evidence.start
                    && figure.evidence.end <= evidence.end
            })
        });
        let matter = match (utterance.and_then(|said| said.utterance), &figure.found.about) {
            (Some(utterance), _) => format!("utterance {utterance}"),
            (None, Some(about)) if figure.entities.len() >= 2 => {
                let mut whom: Vec<usize> = figure.entities.clone();
                order::sort(&mut whom);
                let whom: Vec<String> = whom.iter().map(ToString::to_string).collect();
                format!("{} {}", about.to_small(), whom.join(" "))
            }
            _ => continue,
        };
        groups.entry((matter, unit)).or_default().push(figure);
    }
    let mut found = Vec::new();
    for group in groups.into_values() {
        // `8 million, and 10 with the suburbs`: one report's two amounts are of two things.
        let is_listed = |one: &&Stated| {
            let beside =
                |other: &&Stated| other.article == one.article && other.evidence.sentence == one.evidence.sentence;
            group.iter().any(|other| other.found.value > one.found.value && beside(other))
        };
        if group.iter().any(is_listed) {
            continue;
        }
        let articles: Set<usize> = group.iter().map(|figure| figure.article).collect();
        let (least, most) = group.iter().fold((f64::INFINITY, 0.0_f64), |(least, most), figure| {
            (least.min(figure.found.value), most.max(figure.found.value))
        });
        let differ = most > least && most <= least * FARTHEST;
        if articles.len() < 2 || !differ {
            continue;
        }
        let mut claims: Map<String, Vec<&Stated>> = Map::new();
        for figure in &group {
            claims.entry(figure.says.clone()).or_default().push(figure);
        }
        if claims.len() < 2 {
            continue;
        }
        let about = group
            .iter()
            .find_map(|figure| figure.found.about.clone())
            .unwrap_or_else(|| group.first().and_then(|figure| figure.found.unit.clone()).unwrap_or_default());
        found.push(Disagreement {
            id: DisagreementId::new(""),
            about,
            kind: DisagreementKind::Figure,
            claims: claims
                .into_iter()
                .map(|(says, figures)| Claim {
                    says,
                    articles: figures
                        .iter()
                        .map(|figure| figure.article_id.clone())
                        .collect::<Set<_>>()
                        .into_iter()
                        .collect(),
                    evidence: figures.iter().map(|figure| figure.evidence.clone()).collect(),
                })
                .collect(),
            compatible: most - least <= ROUNDED * most,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::{Options, Source, read};

    fn differ(reports: &[&str]) -> usize {
        let source = |text: &&str| Source { text: (*text).to_owned(), ..Source::default() };
        read(&reports.iter().map(source).collect::<Vec<_>>(), &Options::default()).disagreements.len()
    }

    #[test]
    fn two_amounts_in_one_sentence_are_no_disagreement_with_another_report() {
        let first = "Trade grows\n\nMay 3, 2021\n\nTrade between Kenya and Chile reached 28 billion dollars in 2020.\n";
        let second =
            "Ministers meet\n\nMay 4, 2021\n\nTrade between Kenya and Chile reached 30 billion dollars in 2020.\n";
        assert_eq!(differ(&[first, second]), 1);
        let both = second.replace("30 billion", "30 billion, or over 28 billion,");
        assert_eq!(differ(&[first, &both]), 0);
    }
}
