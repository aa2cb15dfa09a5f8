//! The editor's desk: what was handed in, what was read from it, and what the
//! editor corrected. No browser: the page around it shows what it holds.

use intake::{Days, FirstReading, Given, given};
use reading::{Options, Source};
use story::{Correction, Corrections, Problem, Story, TextRights};

/// What to do about articles that do not say their day.
const UNDATED: &str = "Where a day is missing, choose the article under “Articles” and give it one.";

/// A file that the editor handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// What lies on the desk.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Desk {
    /// The articles that were handed in, copies too; none where a story was opened.
    sources: Vec<Source>,
    /// Of these, each text once: what the story was read from.
    texts: Vec<Source>,
    /// The file of the story that was opened; none where it was read from articles.
    opened: Option<String>,
    /// What the articles say on their own days.
    first: Option<FirstReading>,
    /// The story as it was read, on the days that were corrected, or opened.
    read: Story,
    /// The days of its articles that the editor had corrected when it was read.
    days: Days,
    /// Whether it is the story that the page came with.
    is_example: bool,
    corrections: Corrections,
    /// The corrections as they were saved or opened last.
    saved: Corrections,
}

impl Desk {
    /// A desk with a story that was read before.
    pub(crate) fn new(story: Story) -> Self {
        Self {
            sources: Vec::new(),
            texts: Vec::new(),
            opened: None,
            first: None,
            read: story,
            days: Days::new(),
            is_example: true,
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
            (self.opened, self.is_example) = (None, false);
            self.read();
            notes.extend(intake::doubts(&self.read));
            if self.read.articles.iter().any(|article| article.published.is_none()) {
                notes.push(UNDATED.to_owned());
            }
        }
        self.follow_days();
        notes
    }

    /// Reads the articles.
    fn read(&mut self) {
        self.first = Some(FirstReading::of(&self.texts, &Options::default(), |_| {}));
        self.read_on_days();
    }

    /// Whether an article has another day than when it was read.
    pub(crate) fn is_behind(&self) -> bool {
        self.first.is_some() && intake::days(&self.corrections) != self.days
    }

    /// Reads the articles again, if one of them has another day now.
    pub(crate) fn follow_days(&mut self) {
        if self.is_behind() {
            self.read_on_days();
        }
    }

    fn read_on_days(&mut self) {
        self.days = intake::days(&self.corrections);
        if let Some(first) = &self.first {
            self.read = first.on(&self.texts, &Options::default(), &self.days, |_| {});
        }
    }

    /// A story takes the place of what is there.
    fn open(&mut self, name: String, story: Story) -> Option<String> {
        self.sources.clear();
        let before = std::mem::take(&mut self.texts);
        (self.first, self.read) = (None, story);
        let note = (!before.is_empty())
            .then(|| format!("{name} has taken the place of the articles. Choose these again to go back to them."));
        (self.opened, self.is_example) = (Some(name), false);
        note
    }

    /// Adds articles; gives whether that changed what is there.
    fn add(&mut self, articles: Vec<Source>, notes: &mut Vec<String>) -> bool {
        // What a file held that is handed in again goes, and what it holds now comes.
        let mut again: Vec<Option<String>> = articles.iter().map(|article| article.file.clone()).collect();
        again.dedup();
        self.sources.retain(|source| !again.contains(&source.file));
        self.sources.extend(articles);
        let mut texts = Vec::new();
        for source in &self.sources {
            let copy = intake::add_once(source.clone(), &mut texts);
            // Those that were here before have been told of.
            notes.extend(
                copy.filter(|copy| again.contains(&copy.file) || again.contains(&copy.same))
                    .map(|copy| copy.to_string()),
            );
        }
        let before = std::mem::replace(&mut self.texts, texts);
        let is_changed = sorted(&before) != sorted(&self.texts);
        if is_changed && let Some(opened) = &self.opened {
            notes.push(format!("The articles have taken the place of {opened}. Choose it again to go back to it."));
        }
        for file in again {
            let of = |sources: &[Source]| {
                let of_file = sources.iter().filter(|source| source.file == file);
                of_file.map(|source| source.text.clone()).collect::<Vec<_>>()
            };
            let (was, is) = (of(&before), of(&self.texts));
            if !was.is_empty() {
                let what = if was == is { "is here already" } else { "has taken the place of the earlier one" };
                notes.push(format!("{} {what}", file.unwrap_or_default()));
            }
        }
        is_changed
    }

    /// Adds corrections of a file to the editor's, unless they are there, in that order.
    fn add_saved(&mut self, more: Corrections) {
        let mine = &mut self.corrections.corrections;
        // A later state of what is there: only what has come since.
        if !mine.is_empty() && more.corrections.starts_with(mine) {
            *mine = more.corrections;
            self.saved = self.corrections.clone();
            return;
        }
        let are_there = more.corrections.is_empty()
            || mine.windows(more.corrections.len()).any(|some| some == more.corrections.as_slice());
        if !are_there {
            let were_none = mine.is_empty();
            mine.extend(more.corrections);
            if were_none {
                self.saved = self.corrections.clone();
            }
        }
    }

    /// The names of the articles' files, in the order in which they came.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|source| source.file.as_deref().unwrap_or_default())
    }

    /// Whether the story was read from articles that are here.
    pub(crate) fn has_articles(&self) -> bool {
        !self.texts.is_empty()
    }

    /// The file of the story that was opened.
    pub(crate) fn opened(&self) -> Option<&str> {
        self.opened.as_deref()
    }

    /// Whether this is the story that the page came with.
    pub(crate) fn is_example(&self) -> bool {
        self.is_example
    }

    /// Takes an article away again, and its copies with it.
    pub(crate) fn take_away(&mut self, at: usize) {
        if at < self.texts.len() {
            let gone = self.texts.remove(at);
            self.sources.retain(|source| source.text != gone.text);
            self.read();
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

    /// The story to publish. Sentences that show nothing any more are left out of excerpts.
    pub(crate) fn published(&self, text: TextRights) -> Story {
        let (story, _) = self.corrected();
        if text == TextRights::Full { story } else { story.excerpted() }
    }

    pub(crate) fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    /// Corrects; of another day of an article, what follows is yet to be read.
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
        !self.is_saved() || !self.texts.is_empty()
    }

    /// The corrections were saved.
    pub(crate) fn set_saved(&mut self) {
        self.saved = self.corrections.clone();
    }
}

/// Sources in an order of their own.
fn sorted(sources: &[Source]) -> Vec<&Source> {
    let mut sorted: Vec<&Source> = sources.iter().collect();
    sorted.sort_by(|one, other| (&one.file, &one.text).cmp(&(&other.file, &other.text)));
    sorted
}

#[cfg(test)]
mod tests {
    use story::{EntityId, When};

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
                "c.txt has the same text as a.txt; it is read once",
            ]
        );
        assert_eq!(desk.files().collect::<Vec<_>>(), ["a.txt"]);
    }

    #[test]
    fn of_copies_the_first_by_name_is_kept_as_on_the_command_line() {
        let mut desk = Desk::new(Story::new("Before"));
        desk.take(vec![file("c.txt", MONDAY)]);
        assert_eq!(desk.take(vec![file("a.txt", MONDAY)]), ["c.txt has the same text as a.txt; it is read once"]);
        assert_eq!(desk.corrected().0.articles[0].file.as_deref(), Some("a.txt"));
        assert_eq!(desk.take(vec![file("c.txt", MONDAY)]), ["c.txt has the same text as a.txt; it is read once"]);
        assert_eq!(desk.files().collect::<Vec<_>>(), ["a.txt"]);
    }

    #[test]
    fn a_copy_is_read_when_the_file_that_was_read_for_it_says_something_else() {
        let mut desk = Desk::new(Story::new("Before"));
        desk.take(vec![file("a.txt", MONDAY), file("c.txt", MONDAY)]);
        assert_eq!(desk.files().collect::<Vec<_>>(), ["a.txt"]);
        desk.take(vec![file("a.txt", FRIDAY)]);
        assert_eq!(desk.files().collect::<Vec<_>>(), ["c.txt", "a.txt"]);
        // Taken away, it is gone with all its copies.
        desk.take(vec![file("b.txt", MONDAY)]);
        desk.take_away(0);
        desk.take(vec![file("a.txt", &FRIDAY.replace("Ada", "Eda"))]);
        assert_eq!(desk.files().collect::<Vec<_>>(), ["a.txt"]);
    }

    #[test]
    fn a_file_that_is_handed_in_again_takes_the_place_of_the_earlier_one() {
        let mut desk = Desk::new(Story::new("Before"));
        desk.take(vec![file("a.txt", MONDAY)]);
        assert_eq!(desk.take(vec![file("a.txt", FRIDAY)]), ["a.txt has taken the place of the earlier one"]);
        assert_eq!(desk.files().collect::<Vec<_>>(), ["a.txt"]);
        assert_eq!(desk.take(vec![file("a.txt", FRIDAY)]), ["a.txt is here already"]);
        // Two of one name at once are two.
        let both = vec![file("b.txt", &MONDAY.replace("Ada", "Eda")), file("b.txt", &FRIDAY.replace("Ada", "Eda"))];
        assert_eq!(desk.take(both), [""; 0]);
        assert_eq!(desk.files().count(), 3);
    }

    #[test]
    fn of_a_feed_that_is_handed_in_again_nothing_is_lost() {
        let feed = |items: &[&str]| {
            let item = |text: &&str| {
                format!("<item><title>{text}</title><description>{text} Ada met Bo in Delft.</description></item>")
            };
            let items: String = items.iter().map(item).collect();
            file("feed.xml", &format!("<rss version=\"2.0\"><channel>{items}</channel></rss>"))
        };
        let mut desk = Desk::new(Story::new("Before"));
        desk.take(vec![feed(&["One.", "Two."])]);
        desk.take(vec![feed(&["One.", "Three."])]);
        assert_eq!(desk.files().count(), 2);
        assert_eq!(desk.corrected().0.articles.len(), 2);
    }

    #[test]
    fn the_order_of_saved_corrections_is_kept() {
        let name = |name: &str| Correction::EntityName { entity: EntityId::new("ada-smit"), name: name.to_owned() };
        let title = |title: &str| Correction::StoryTitle { title: title.to_owned() };
        let mut saved = Corrections::default();
        saved.corrections = vec![name("A"), title("T"), name("B"), title("U"), name("A")];
        let mut desk = Desk::new(Story::new("Before"));
        desk.correct(name("Z"));
        desk.take(vec![file("corrections.json", &saved.to_json())]);
        assert_eq!(desk.corrections().corrections.len(), 6);
        assert!(!desk.is_saved(), "no file holds the six");
        desk.take(vec![file("corrections.json", &saved.to_json())]);
        assert_eq!(desk.corrections().corrections.len(), 6, "they are there already");
    }

    #[test]
    fn of_a_later_state_of_the_corrections_only_what_is_new_is_added() {
        let title = |title: &str| Correction::StoryTitle { title: title.to_owned() };
        let mut desk = Desk::new(Story::new("Before"));
        desk.correct(rename());
        let mut later = desk.corrections().clone();
        later.corrections.push(title("T"));
        desk.take(vec![file("corrections.json", &later.to_json())]);
        assert_eq!(desk.corrections().corrections, [rename(), title("T")]);
        assert!(desk.is_saved());
    }

    #[test]
    fn a_story_and_articles_take_each_others_place_and_say_so() {
        let mut desk = Desk::new(Story::new("Before"));
        assert!(desk.is_example());
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
        assert_eq!(notes[1..], [UNDATED]);
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
    fn the_corrected_day_of_an_article_dates_what_it_tells() {
        let mut desk = Desk::new(Story::new("Before"));
        desk.take(vec![file("monday.txt", &MONDAY.replace("July 3, 2024\n\n", ""))]);
        let article = desk.corrected().0.articles[0].id.clone();
        let date = |when: &str| Correction::ArticleDate { article: article.clone(), when: When::parse(when).ok() };
        let dated = |desk: &Desk| {
            let (story, problems) = desk.corrected();
            assert_eq!(problems, []);
            story.events.first().and_then(|event| event.when.as_ref()).map(When::to_string)
        };
        assert_eq!(dated(&desk), None);
        desk.correct(date("2024-07-03"));
        assert!(desk.is_behind(), "what follows is yet to be read");
        desk.follow_days();
        assert_eq!(dated(&desk).as_deref(), Some("2024-07-02"));
        let saved = desk.corrections().to_json();
        desk.undo(0);
        desk.follow_days();
        assert_eq!(dated(&desk), None);
        desk.take(vec![file("corrections.json", &saved)]);
        assert_eq!(dated(&desk).as_deref(), Some("2024-07-02"));
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
