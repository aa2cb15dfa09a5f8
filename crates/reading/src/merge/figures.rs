//! The figures of the story, each as one article states it.

use story::ids::{Minter, slug};
use story::{ArticleId, EntityId, Evidence, Figure, FigureId};

use crate::facts::FoundFigure;

use super::ReadArticle;
use super::entities::Entities;
use super::spans::Spans;
use super::tolls::{Harm, harm};

/// A figure, before its entities have ids.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    pub(super) found: FoundFigure,
    pub(super) article: usize,
    pub(super) article_id: ArticleId,
    pub(super) entities: Vec<usize>,
    pub(super) evidence: Evidence,
    /// The words of the article.
    pub(super) says: String,
    /// What was done to the people whom it counts.
    pub(super) harm: Option<Harm>,
}

pub(super) fn collect(articles: &[ReadArticle<'_>], entities: &Entities, spans: &[Spans<'_>]) -> Vec<Stated> {
    let mut all = Vec::new();
    for (i, article) in articles.iter().enumerate() {
        let Some(spans) = spans.get(i) else { continue };
        for found in &article.facts.figures {
            let Some(evidence) = spans.evidence(found.proof.1) else { continue };
            let of_people = found.unit.as_deref() == Some("people");
            let whole = article.document.sentences.get(found.proof.0).filter(|_| of_people);
            all.push(Stated {
                found: found.clone(),
                article: i,
                article_id: spans.article().clone(),
                entities: found.actors.iter().map(|actor| entities.entity(i, *actor)).collect(),
                evidence,
                says: article.document.slice(found.proof.1).to_owned(),
                harm: whole.and_then(|whole| harm(&article.document, whole.span, found.proof.1)),
            });
        }
    }
    all
}

pub(super) fn records(stated: Vec<Stated>, id_of: &impl Fn(usize) -> Option<EntityId>) -> Vec<Figure> {
    let mut minter = Minter::new();
    stated
        .into_iter()
        .map(|figure| Figure {
            id: FigureId::new(minter.mint(&slug(&format!("{} {}", figure.article_id, figure.says)))),
            article: figure.article_id,
            value: figure.found.value,
            unit: figure.found.unit,
            qualifier: figure.found.qualifier,
            about: figure.found.about.or_else(|| figure.harm.map(|harm| harm.word().to_owned())),
            entities: figure.entities.into_iter().filter_map(id_of).collect(),
            when: figure.found.when,
            evidence: vec![figure.evidence],
        })
        .collect()
}
