//! Look-ups that the formats share.

use story::{Article, Evidence, Index, Story};

/// A story with its index.
pub(crate) struct Look<'a> {
    pub(crate) story: &'a Story,
    pub(crate) index: Index,
}

/// A sentence that is evidence, and where it stands.
pub(crate) struct Said<'a> {
    pub(crate) article: &'a Article,
    pub(crate) sentence: &'a str,
}

impl<'a> Look<'a> {
    pub(crate) fn at(story: &'a Story) -> Self {
        Self { story, index: Index::of(story) }
    }

    /// An entity's name; its id where it leads nowhere.
    pub(crate) fn name(&self, id: &'a str) -> &'a str {
        match self.index.entity(id).and_then(|at| self.story.entities.get(at)) {
            Some(entity) => &entity.name,
            None => id,
        }
    }

    pub(crate) fn article(&self, id: &str) -> Option<&'a Article> {
        self.index.article(id).and_then(|at| self.story.articles.get(at))
    }

    /// How many articles name the entity at a position.
    pub(crate) fn articles(&self, entity: usize) -> usize {
        self.index.of_entity(entity).map_or(0, |of| of.articles.len())
    }

    /// The sentences of evidence, each once, in the order of the evidence.
    pub(crate) fn said(&self, evidence: &[Evidence]) -> Vec<Said<'a>> {
        let mut all: Vec<Said<'a>> = Vec::new();
        for span in evidence {
            let Some(article) = self.article(span.article.as_str()) else { continue };
            let Some(sentence) = article.sentences.get(span.sentence) else { continue };
            let sentence = sentence.text.as_str();
            if !all.iter().any(|said| std::ptr::eq(said.sentence, sentence)) {
                all.push(Said { article, sentence });
            }
        }
        all
    }

    /// The names of the outlets behind evidence, each once.
    pub(crate) fn outlets(&self, evidence: &[Evidence]) -> Vec<&'a str> {
        let mut outlets = Vec::new();
        for said in self.said(evidence) {
            let outlet = outlet(said.article);
            if !outlets.contains(&outlet) {
                outlets.push(outlet);
            }
        }
        outlets
    }

    /// The sentences of evidence in one text.
    pub(crate) fn sentences(&self, evidence: &[Evidence]) -> String {
        let mut sentences = Vec::new();
        for said in self.said(evidence) {
            sentences.push(said.sentence);
        }
        sentences.join(" | ")
    }
}

/// Who published an article: the publisher, else what there is to name it.
pub(crate) fn outlet(article: &Article) -> &str {
    for name in [&article.publisher, &article.headline, &article.file] {
        if let Some(name) = name
            && !name.trim().is_empty()
        {
            return name.trim();
        }
    }
    article.id.as_str()
}
