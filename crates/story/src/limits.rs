//! How large a story a page shows.

use crate::Story;

/// How many items one list of a story may have in a page: many times what can be
/// drawn, and few enough to be read while a reader waits.
pub const MOST_ITEMS: u32 = 100_000;

/// How many megabytes of a story a page fetches; its loader knows the same number.
pub const MOST_MEGABYTES: usize = 32;

/// Why no page shows a story that is sound and has so many bytes; nothing where every
/// page does.
#[must_use]
pub fn too_large(story: &Story, bytes: usize) -> Option<String> {
    let lists = [
        ("articles", story.articles.len()),
        ("entities", story.entities.len()),
        ("relations", story.relations.len()),
        ("events", story.events.len()),
        ("quotes", story.quotes.len()),
        ("figures", story.figures.len()),
        ("disagreements", story.disagreements.len()),
    ];
    if bytes > MOST_MEGABYTES * 1_000_000 {
        return Some(format!("it has {} MB, and a page fetches {MOST_MEGABYTES}", bytes.div_ceil(1_000_000)));
    }
    let (list, count) =
        lists.into_iter().find(|(_, count)| u32::try_from(*count).is_ok_and(|count| count > MOST_ITEMS))?;
    Some(format!("it has {count} {list}, and a page takes {MOST_ITEMS}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_of_a_usual_size_is_shown_by_every_page() {
        assert_eq!(too_large(&Story::new("Small"), 10_000), None);
    }

    #[test]
    fn what_no_page_shows_is_told_with_its_size() {
        assert_eq!(too_large(&Story::new("Large"), 40_000_001).as_deref(), Some("it has 41 MB, and a page fetches 32"));
        let mut story = Story::new("Long");
        story.events = vec![crate::tests_support::story().events.remove(0); 100_001];
        assert_eq!(too_large(&story, 0).as_deref(), Some("it has 100001 events, and a page takes 100000"));
    }
}
