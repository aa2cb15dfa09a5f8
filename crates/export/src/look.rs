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
        let entity = self.index.entity(id).and_then(|at| self.story.entities.get(at));
        entity.map_or(id, |entity| &entity.name)
    }

    /// The names of the outlets behind evidence, each once.
    pub(crate) fn outlets(&self, evidence: &[Evidence]) -> Vec<&'a str> {
        let mut outlets = Vec::new();
        for article in self.index.sources(evidence) {
            let outlet = outlet(&self.story.articles[article]);
            if !outlets.contains(&outlet) {
                outlets.push(outlet);
            }
        }
        outlets
    }

    /// The sentences of evidence, each once.
    pub(crate) fn said(&self, evidence: &[Evidence]) -> Vec<Said<'a>> {
        let mut all: Vec<Said<'a>> = Vec::new();
        for span in evidence {
            let article = self.index.article(span.article.as_str()).and_then(|at| self.story.articles.get(at));
            let Some(article) = article else { continue };
            let Some(sentence) = article.sentences.get(span.sentence) else { continue };
            let sentence = sentence.text.as_str();
            if !all.iter().any(|said| std::ptr::eq(said.article, article) && said.sentence == sentence) {
                all.push(Said { article, sentence });
            }
        }
        all
    }
}

/// Who published an article: the publisher, else what there is to name it.
pub(crate) fn outlet(article: &Article) -> &str {
    let names = [&article.publisher, &article.headline, &article.file];
    let first = names.into_iter().flatten().map(|name| name.trim()).find(|name| !name.is_empty());
    first.unwrap_or(article.id.as_str())
}

/// An article's address, if it is one of the web: nothing else becomes a link.
pub(crate) fn web(article: &Article) -> Option<&str> {
    let url = article.url.as_deref()?.trim();
    let begins = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    (begins("https://") || begins("http://")).then_some(url)
}
