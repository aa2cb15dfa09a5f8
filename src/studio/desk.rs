//! The editor's desk: what was handed in, what was read from it, and what the
//! editor corrected. No browser: the page around it shows what it holds.

use intake::{Given, given};
use reading::{Options, Source};
use story::{Correction, Corrections, Problem, Story, TextRights};

/// A file that the editor handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// What lies on the desk.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Desk {
    /// The articles that the story was read from; none where a story was opened.
    sources: Vec<Source>,
    /// The story as it was read or opened.
    read: Story,
    corrections: Corrections,
    /// The corrections as they were saved or opened last.
    saved: Corrections,
}

impl Desk {
    /// A desk with a story that was read before.
    pub(crate) fn new(story: Story) -> Self {
        Self { sources: Vec::new(), read: story, corrections: Corrections::default(), saved: Corrections::default() }
    }

    /// Takes files: articles join those that are there, a story takes the place
    /// of all, corrections join the editor's. Gives a sentence on each file that
    /// was not taken.
    pub(crate) fn take(&mut self, files: Vec<File>) -> Vec<String> {
        let mut refused = Vec::new();
        let mut articles = Vec::new();
        for File { name, bytes } in files {
            match given(bytes) {
                Ok(Given::Articles(found)) => {
                    articles.extend(found.into_iter().map(|source| Source { file: Some(name.clone()), ..source }));
                }
                Ok(Given::Story(story)) => (self.sources, self.read) = (Vec::new(), *story),
                Ok(Given::Corrections(more)) => self.add_saved(more),
                Err(error) => refused.push(format!("{name}: {error}")),
            }
        }
        let before = self.sources.len();
        for article in articles {
            match self.sources.iter().find(|source| source.text == article.text) {
                None => self.sources.push(article),
                Some(same) => refused.push(format!(
                    "{}: it has the same text as {}; it is read once",
                    article.file.as_deref().unwrap_or_default(),
                    same.file.as_deref().unwrap_or_default(),
                )),
            }
        }
        if self.sources.len() > before {
            self.read_again();
        }
        refused
    }

    /// Adds corrections of a file to the editor's, each once.
    fn add_saved(&mut self, more: Corrections) {
        let was_saved = self.is_saved();
        for correction in more.corrections {
            if !self.corrections.corrections.contains(&correction) {
                self.corrections.corrections.push(correction);
            }
        }
        if was_saved {
            self.saved = self.corrections.clone();
        }
    }

    fn read_again(&mut self) {
        self.read = reading::read(&self.sources, &Options::default());
    }

    /// The names of the articles' files, in the order in which they came.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(|source| source.file.as_deref().unwrap_or_default())
    }

    /// Takes an article away again.
    pub(crate) fn take_away(&mut self, at: usize) {
        if at < self.sources.len() {
            self.sources.remove(at);
            self.read_again();
        }
    }

    /// The story before it was corrected.
    pub(crate) fn uncorrected(&self) -> &Story {
        &self.read
    }

    /// The story with all corrections, and those that did not find their item.
    pub(crate) fn corrected(&self) -> (Story, Vec<Problem>) {
        let mut story = self.read.clone();
        let problems = self.corrections.apply(&mut story);
        (story, problems)
    }

    /// The story to publish.
    pub(crate) fn published(&self, text: TextRights) -> Story {
        let (story, _) = self.corrected();
        // What was opened as excerpts is not cut again.
        let is_cut = story.articles.iter().all(|article| article.text == TextRights::Excerpts);
        if text == TextRights::Full || is_cut { story } else { story.excerpted() }
    }

    pub(crate) fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    pub(crate) fn correct(&mut self, correction: Correction) {
        self.corrections.add(correction);
    }

    /// Takes a correction back.
    pub(crate) fn undo(&mut self, at: usize) {
        if at < self.corrections.corrections.len() {
            self.corrections.corrections.remove(at);
        }
    }

    /// Whether nothing would be lost with the page.
    pub(crate) fn is_saved(&self) -> bool {
        self.corrections == self.saved
    }

    /// The corrections were saved.
    pub(crate) fn set_saved(&mut self) {
        self.saved = self.corrections.clone();
    }
}

#[cfg(test)]
mod tests {
    use story::EntityId;

    use super::*;

    const MONDAY: &str =
        "Bridge opens in Delft\n\nJuly 3, 2024\n\nMayor Ada Smit opened a bridge in Delft on Tuesday.\n";
    const FRIDAY: &str =
        "Bridge closes in Delft\n\nJuly 6, 2024\n\nMayor Ada Smit closed the bridge in Delft on Friday.\n";

    fn file(name: &str, text: &str) -> File {
        File { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    fn rename() -> Correction {
        Correction::EntityName { entity: EntityId::new("ada-smit"), name: "Ada Smits".to_owned() }
    }

    #[test]
    fn articles_take_the_place_of_the_story_that_was_there_and_join_each_other() {
        let mut desk = Desk::new(Story::new("Before"));
        assert_eq!(desk.take(vec![file("monday.txt", MONDAY)]), [""; 0]);
        assert_eq!(desk.take(vec![file("friday.txt", FRIDAY)]), [""; 0]);
        assert_eq!(desk.corrected().0.articles.len(), 2);
        desk.take_away(0);
        assert_eq!(desk.files().collect::<Vec<_>>(), ["friday.txt"]);
        assert_eq!(desk.corrected().0.articles.len(), 1);
    }

    #[test]
    fn what_cannot_be_taken_is_named_and_the_rest_is_taken() {
        let mut desk = Desk::new(Story::new("Before"));
        let files =
            vec![file("a.txt", MONDAY), file("b.png", "\u{89}PNG"), file("c.txt", MONDAY), file("d.json", "[1]")];
        let refused = desk.take(files);
        assert_eq!(refused.len(), 2, "{refused:?}");
        assert!(refused[0].starts_with("d.json: this is JSON"), "{refused:?}");
        assert_eq!(refused[1], "c.txt: it has the same text as a.txt; it is read once");
    }

    #[test]
    fn corrections_stay_when_the_articles_are_read_again() {
        let mut desk = Desk::new(Story::new("Before"));
        desk.take(vec![file("monday.txt", MONDAY)]);
        desk.correct(rename());
        assert!(!desk.is_saved());
        desk.take(vec![file("friday.txt", FRIDAY)]);
        let (story, problems) = desk.corrected();
        assert_eq!(problems, []);
        assert!(story.entities.iter().any(|entity| entity.name == "Ada Smits"));
        desk.undo(0);
        assert!(desk.is_saved());
    }

    #[test]
    fn saved_corrections_come_back_with_the_file() {
        let mut desk = Desk::new(Story::new("Before"));
        desk.take(vec![file("monday.txt", MONDAY)]);
        desk.correct(rename());
        let saved = desk.corrections().to_json();
        desk.set_saved();
        assert!(desk.is_saved());

        let mut other = Desk::new(Story::new("Before"));
        let refused =
            other.take(vec![file("corrections.json", &saved), file("monday.txt", MONDAY), file("again.json", &saved)]);
        assert_eq!(refused, [""; 0]);
        assert_eq!(other.corrected(), desk.corrected());
        assert!(other.is_saved());
    }

    #[test]
    fn what_is_published_keeps_only_what_is_evidence() {
        let mut desk = Desk::new(Story::new("Before"));
        desk.take(vec![file("monday.txt", MONDAY)]);
        let cut = desk.published(TextRights::Excerpts);
        assert!(cut.articles.iter().all(|article| article.text == TextRights::Excerpts));
        assert_eq!(story::check(&cut), []);
        assert_eq!(desk.published(TextRights::Full), desk.corrected().0);
    }
}
