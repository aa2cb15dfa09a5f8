//! Who wrote an article, told below it: `Ada Berg is a reporter for the Delta
//! Press.`

use super::{Block, Page};
use crate::text::{is_capitalised, is_space, words};

/// What an author is called in such a note.
const CALLINGS: [&str; 8] =
    ["columnist", "contributor", "correspondent", "editor", "journalist", "reporter", "writer", "freelancer"];

/// The calling stands within so many words.
const WORDS_TO_THE_CALLING: usize = 10;

/// Leaves out a note on the author in the second half of an article, and what
/// stands below it.
pub(super) fn leave_out(page: &mut Page) {
    let half = page.blocks.len() / 2;
    let is_note = |at: &usize| page.blocks.get(*at).is_some_and(|block| tells_of_the_author(block, page));
    if let Some(first) = (half + 1..page.blocks.len()).find(is_note) {
        page.blocks.truncate(first);
    }
}

/// Whether a paragraph begins with the name of the author and who that is.
/// Without a byline, the author is somebody of whom the article says nothing.
fn tells_of_the_author(block: &Block, page: &Page) -> bool {
    let text = block.text.as_str();
    let Some((name, rest)) = [" is ", " has ", " covers ", " writes "].iter().find_map(|verb| text.split_once(verb))
    else {
        return false;
    };
    let is_name = (2..=4).contains(&name.split(is_space).count()) && name.split(is_space).all(is_capitalised);
    let calling = |rest: &str| words(rest).take(WORDS_TO_THE_CALLING).any(|(_, word)| CALLINGS.contains(&word));
    let in_byline = page.byline.as_ref().is_some_and(|byline| byline.contains(name));
    let surname = name.rsplit(is_space).next().unwrap_or_default();
    let elsewhere = || page.blocks.iter().any(|other| other.source != block.source && other.text.contains(surname));
    is_name && (in_byline || calling(rest) && !elsewhere())
}

#[cfg(test)]
mod tests {
    use crate::page::parse;

    const BODY: &str = "The mayor opens the old bridge\n\nBy Ada Berg\n\n\
        The mayor of Delft, Bo Carter, opened the old bridge over the canal on Monday after two years of repairs.\n\n\
        Hundreds of people watched from boats while the band of the fire brigade played in the rain.\n\n\
        The bridge of Delft is free for all who walk, and for all who ride a bicycle to their work.";

    fn last(below: &str) -> String {
        parse(&format!("{BODY}\n\n{below}")).blocks.last().map(|block| block.text.clone()).unwrap_or_default()
    }

    #[test]
    fn a_note_on_the_author_is_none_of_the_article_s() {
        for note in [
            "Ada Berg is a politics reporter for the Delta Press.",
            "Ada Berg has lived in Delft for ten years.",
            "Cy Dale is a writer who lives in Delft.\n\nThe cat was found in a tree on Sunday.",
        ] {
            assert!(last(note).starts_with("The bridge of Delft"), "{note}");
        }
    }

    #[test]
    fn whom_the_article_tells_of_is_not_its_author() {
        let written = "Bo Carter is a writer, too.";
        assert_eq!(last(written), written);
        let other = "Cy Dale is the mayor of Lima.";
        assert_eq!(last(other), other);
    }
}
