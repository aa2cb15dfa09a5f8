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
    /// The file of the story that was opened; none where it was read from articles.
    opened: Option<String>,
    /// The story as it was read or opened.
    read: Story,
    corrections: Corrections,
    /// The corrections as they were saved or opened last.
    saved: Corrections,
}

impl Desk {
    /// A desk with a story that was read before.
    pub(crate) fn new(story: Story) -> Self {
        Self {
            sources: Vec::new(),
            opened: None,
            read: story,
            corrections: Corrections::default(),
            saved: Corrections::default(),
        }
    }

    /// Takes files: articles join those that are there, or take the place of an earlier file of their
    /// name; a story takes the place of all; corrections join the editor's. Gives what there is to say of them.
    pub(crate) fn take(&mut self, files: Vec<File>) -> Vec<String> {
        let mut notes = Vec::new();
        let mut articles = Vec::new();
        for File { name, bytes } in files {
            match given(bytes) {
                Ok(Given::Articles(found)) => {
                    articles.extend(found.into_iter().map(|source| Source { file: Some(name.clone()), ..source }));
                }
                Ok(Given::Story(story)) => notes.extend(self.open(name, *story)),
                Ok(Given::Corrections(more)) => self.add_saved(more),
                Err(error) => notes.push(format!("{name}: {error}")),
            }
        }
        if self.add(articles, &mut notes) {
            self.opened = None;
            self.read = reading::read(&self.sources, &Options::default());
            notes.extend(intake::doubts(&self.read));
        }
        notes
    }

    /// A story takes the place of what is there.
    fn open(&mut self, name: String, story: Story) -> Option<String> {
        let before = std::mem::take(&mut self.sources);
        self.read = story;
        let note = (!before.is_empty())
            .then(|| format!("{name} has taken the place of the articles. Choose these again to go back to them."));
        self.opened = Some(name);
        note
    }

    /// Adds articles; gives whether there were new ones.
    fn add(&mut self, articles: Vec<Source>, notes: &mut Vec<String>) -> bool {
        let mut added: Vec<Source> = Vec::new();
        for article in articles {
            let file = article.file.as_deref().unwrap_or_default();
            match self.sources.iter().chain(&added).find(|source| source.text == article.text) {
                None => added.push(article),
                Some(same) => {
                    let same = same.file.as_deref().unwrap_or_default();
                    notes.push(format!("{file}: it has the same text as {same}; it is read once"));
                }
            }
        }
        if added.is_empty() {
            return false;
        }
        // A file that is handed in again was changed.
        let is_new = |source: &Source| added.iter().any(|article| article.file == source.file);
        let mut replaced: Vec<Option<String>> =
            self.sources.extract_if(.., |source| is_new(source)).map(|old| old.file).collect();
        replaced.dedup();
        notes.extend(
            replaced.into_iter().flatten().map(|file| format!("{file} has taken the place of the earlier one")),
        );
        if let Some(opened) = &self.opened {
            notes.push(format!("The articles have taken the place of {opened}. Choose it again to go back to it."));
        }
        self.sources.extend(added);
        true
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

    /// The names of the articles' files, in the order in which they came.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(|source| source.file.as_deref().unwrap_or_default())
    }

    /// The file of the story that was opened.
    pub(crate) fn opened(&self) -> Option<&str> {
        self.opened.as_deref()
    }

    /// Whether this is the story that the page came with.
    pub(crate) fn is_untouched(&self) -> bool {
        self.sources.is_empty() && self.opened.is_none()
    }

    /// Takes an article away again.
    pub(crate) fn take_away(&mut self, at: usize) {
        if at < self.sources.len() {
            self.sources.remove(at);
            self.read = reading::read(&self.sources, &Options::default());
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

    /// Whether all corrections are saved.
    pub(crate) fn is_saved(&self) -> bool {
        self.corrections == self.saved
    }

    /// Whether something would be lost with the page: corrections, or the choice of articles.
    pub(crate) fn would_be_lost(&self) -> bool {
        !self.is_saved() || !self.sources.is_empty()
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
        let picture = File { name: "b.png".to_owned(), bytes: b"\x89PNG\r\n\x1a\n".to_vec() };
        let notes = desk.take(vec![file("a.txt", MONDAY), picture, file("c.txt", MONDAY), file("d.json", "[1]")]);
        assert_eq!(
            notes,
            [
                "b.png: this is a PNG picture, not plain text",
                "d.json: this is JSON, but no ninjs item; give the article's text in a plain text file",
                "c.txt: it has the same text as a.txt; it is read once",
            ]
        );
        assert_eq!(desk.files().collect::<Vec<_>>(), ["a.txt"]);
    }

    #[test]
    fn a_file_that_is_handed_in_again_takes_the_place_of_the_earlier_one() {
        let mut desk = Desk::new(Story::new("Before"));
        desk.take(vec![file("a.txt", MONDAY)]);
        assert_eq!(desk.take(vec![file("a.txt", FRIDAY)]), ["a.txt has taken the place of the earlier one"]);
        assert_eq!(desk.files().collect::<Vec<_>>(), ["a.txt"]);
        // Two of one name at once are two.
        let both = vec![file("b.txt", &MONDAY.replace("Ada", "Eda")), file("b.txt", &FRIDAY.replace("Ada", "Eda"))];
        assert_eq!(desk.take(both), [""; 0]);
        assert_eq!(desk.files().count(), 3);
    }

    #[test]
    fn a_story_and_articles_take_each_others_place_and_say_so() {
        let mut desk = Desk::new(Story::new("Before"));
        assert!(desk.is_untouched());
        desk.take(vec![file("a.txt", MONDAY)]);
        let opened = desk.take(vec![file("story.json", &Story::new("Other").to_json())]);
        assert!(opened[0].starts_with("story.json has taken the place of the articles"), "{opened:?}");
        assert_eq!((desk.opened(), desk.corrected().0.title.as_str()), (Some("story.json"), "Other"));
        let back = desk.take(vec![file("a.txt", MONDAY)]);
        assert!(back[0].starts_with("The articles have taken the place of story.json"), "{back:?}");
        assert_eq!(desk.opened(), None);
    }

    #[test]
    fn what_an_editor_should_know_of_what_was_read_is_said() {
        let mut desk = Desk::new(Story::new("Before"));
        let notes =
            desk.take(vec![file("a.txt", "Bridge opens\n\nMayor Ada Smit opened a bridge in Delft on Tuesday.\n")]);
        assert!(notes[0].starts_with("a.txt: no date of publication was found"), "{notes:?}");
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
