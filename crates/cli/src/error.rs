//! What can go wrong on the command line: each a sentence that says where,
//! what, and what to do.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::input::Wanted;

/// Why a command did not do its work.
#[derive(Debug, Error)]
pub(crate) enum Error {
    /// Files that could not be taken; all of them, so that all can be put
    /// right at once.
    #[error("{}", self.lines().join("\n"))]
    Inputs(Vec<InputError>),
    /// The result could not be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The widget's script, which a bundle needs, is not there.
    #[error(
        "the widget's script is not there: looked for {looked_for}; make it with `cargo xtask bundle`, or name it with --widget FILE"
    )]
    NoWidget {
        /// The places, as a list in words.
        looked_for: String,
    },
    /// Nothing could be scored.
    #[error(transparent)]
    Scoring(#[from] scoring::Error),
    /// Who reads our output stopped reading. Nothing is wrong.
    #[error("the output was closed")]
    BrokenPipe,
}

impl From<InputError> for Error {
    fn from(error: InputError) -> Self {
        Self::Inputs(vec![error])
    }
}

impl Error {
    /// What to tell the user, a line for each thing that is wrong.
    pub(crate) fn lines(&self) -> Vec<String> {
        match self {
            Self::Inputs(errors) => errors.iter().map(ToString::to_string).collect(),
            error => vec![error.to_string()],
        }
    }
}

/// Why a file was not taken.
#[derive(Debug, Error)]
#[error("{name}: {what}")]
pub(crate) struct InputError {
    /// The file, as it was named.
    pub(crate) name: String,
    /// What is wrong with it.
    pub(crate) what: Fault,
}

/// What is wrong with an input.
#[derive(Debug, Error)]
pub(crate) enum Fault {
    /// There is no such file.
    #[error("there is no such file; check the name and the folder")]
    Missing,
    /// It is a folder.
    #[error("this is a folder; name the files in it, for example {0}")]
    Folder(String),
    /// The system does not let us read it.
    #[error("it cannot be read: {}; check the name and the file's permissions", why(.0))]
    Unreadable(io::Error),
    /// It is no text.
    #[error("{why}{}", advice(.why, *.wanted))]
    NoText {
        /// What it is instead.
        why: intake::NoText,
        /// What should have been there.
        wanted: Wanted,
    },
    /// More than anything of its kind has.
    #[error("{size} is more than the {limit} that {} may have; {}", .wanted.name(), .wanted.advice())]
    TooLarge {
        /// How large it is, or `more than …` where only that is known.
        size: String,
        /// How large it may be.
        limit: String,
        /// What should have been there.
        wanted: Wanted,
    },
    /// A story, where an article should be.
    #[error("this is a story already; `backstory check` checks it and `backstory bundle` makes a page of it")]
    StoryGiven,
    /// Corrections, where an article should be.
    #[error("these are a story's corrections; `backstory read --corrections` applies them to articles that are read")]
    CorrectionsGiven,
    /// Anything else that holds no article.
    #[error(transparent)]
    NoArticle(intake::NoArticle),
    /// A script was wanted and a web page was given.
    #[error("this is a web page, not a script; give the file backstory-single.js that `cargo xtask bundle` makes")]
    PageGiven,
    /// No story: not JSON, no format, another format.
    #[error("{error}{advice}", error = .0, advice = story_advice(.0))]
    NoStory(story::FormatError),
    /// No corrections.
    #[error("{0}; `backstory correct --help` shows what they look like")]
    NoCorrections(story::CorrectionsError),
}

/// What to give instead, where the reason does not say what to do.
fn advice(why: &intake::NoText, wanted: Wanted) -> String {
    if why.asks_for_another() { format!("; {}", wanted.advice()) } else { String::new() }
}

/// What to do about a file that is no story, where the error does not say it.
fn story_advice(error: &story::FormatError) -> &'static str {
    match error {
        story::FormatError::NotJson { .. } | story::FormatError::NoStory => {
            "; give the story.json that `backstory read` wrote"
        }
        story::FormatError::OtherVersion { .. } | story::FormatError::Field { .. } => "",
    }
}

/// The system's reason in plain words, without numbers and temporary files.
fn why(error: &io::Error) -> String {
    match error.kind().to_string().as_str() {
        "other error" | "uncategorized error" => error.to_string(),
        kind => kind.to_owned(),
    }
}

/// Why the result was not written.
#[derive(Debug, Error)]
pub(crate) enum OutputError {
    /// The output is a folder.
    #[error("{}: this is a folder; name a file to write, for example {}", .0.display(), .0.join(.1).display())]
    Folder(PathBuf, &'static str),
    /// The folder that it should be in does not exist.
    #[error("{}: the folder {} does not exist; make it first", .0.display(), .1.display())]
    NoFolder(PathBuf, PathBuf),
    /// The output would replace something that is read.
    #[error("{}: this is one of the inputs, and it would be lost; write to another file", .0.display())]
    IsInput(PathBuf),
    /// The system does not let us write it.
    #[error("{}: it cannot be written: {}; nothing was changed", .0.display(), why(.1))]
    Unwritable(PathBuf, #[source] io::Error),
    /// Standard output failed.
    #[error("standard output cannot be written: {}", why(.0))]
    Stdout(#[source] io::Error),
}
