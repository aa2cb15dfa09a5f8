//! The story that a command makes something of: nothing is made of a faulty one.

use story::Story;

use crate::error::{Error, Fault};
use crate::input::{Input, Wanted};
use crate::soundness::{self, Verdict};
use crate::{output, summary};

/// How many problems of an unsound story are shown; `backstory check` shows
/// all.
const PROBLEMS_SHOWN: usize = 10;

/// Reads a story that keeps all rules. Nothing where it does not: its problems
/// have then been named.
///
/// # Errors
///
/// What could not be read, or is no story.
pub(crate) fn sound_story(input: &Input) -> Result<Option<Box<Story>>, Error> {
    let text = input.text(Wanted::Story)?;
    match soundness::examine(&text).map_err(|error| input.fault(Fault::NoStory(error)))? {
        Verdict::Sound(story) => Ok(Some(story)),
        Verdict::Flawed(flaws) => {
            refuse(input, &flaws);
            Ok(None)
        }
    }
}

/// Names the problems of a story for which nothing is made.
fn refuse(input: &Input, flaws: &[soundness::Flaw]) {
    let name = input.name();
    for flaw in flaws.iter().take(PROBLEMS_SHOWN) {
        output::note(&format!("error: {name}: {flaw}"));
    }
    if flaws.len() > PROBLEMS_SHOWN {
        output::note("… and more: `backstory check` lists them all");
    }
    let problems = summary::count(flaws.len(), "problem", "problems");
    output::note(&format!("error: {name}: the story has {problems}, so nothing was written; put them right first"));
}
