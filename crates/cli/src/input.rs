//! Files and standard input, read with a limit, as text.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::PathBuf;

use indicatif::HumanBytes;
use intake::NoArticle;
use reading::Source;

use crate::error::{Fault, InputError};
use crate::output;

/// What a file should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// An article: text, a page, a feed.
    Article,
    /// A story.
    Story,
    /// What an editor corrected.
    Corrections,
    /// The widget's script.
    Widget,
}

const MEBIBYTE: u64 = 1024 * 1024;

impl Wanted {
    /// The most bytes that one may have. The longest articles have a hundredth
    /// of it; what is larger is something else, or hundreds of articles in one.
    fn limit(self) -> u64 {
        match self {
            Self::Article | Self::Corrections => 16 * MEBIBYTE,
            Self::Story => 256 * MEBIBYTE,
            Self::Widget => 64 * MEBIBYTE,
        }
    }

    /// Its name, with an article.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Article => "an article",
            Self::Story => "a story",
            Self::Corrections => "a file of corrections",
            Self::Widget => "the widget's script",
        }
    }

    /// The files of a folder that may be it.
    fn pattern(self) -> &'static str {
        match self {
            Self::Article => "*.txt",
            Self::Story | Self::Corrections => "*.json",
            Self::Widget => "*.js",
        }
    }

    /// What to give instead of what was given.
    pub(crate) fn advice(self) -> &'static str {
        match self {
            Self::Article => "give one article a file, its text copied into plain text",
            Self::Story => "give the story.json that `backstory read` wrote",
            Self::Corrections => "give the corrections.json that the studio page saved",
            Self::Widget => "give the file backstory-single.js that `cargo xtask bundle` makes",
        }
    }
}

/// Where something is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input, which the command line calls `-`.
    Stdin,
}

impl From<&PathBuf> for Input {
    fn from(path: &PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path.clone()) }
    }
}

impl Input {
    /// What messages call it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "standard input".to_owned(),
        }
    }

    /// The file's name without its folders; nothing for standard input and
    /// for pipes, whose names mean nothing.
    pub(crate) fn file_name(&self) -> Option<String> {
        match self {
            Self::File(path) if path.is_file() => path.file_name().map(|name| name.to_string_lossy().into_owned()),
            Self::File(_) | Self::Stdin => None,
        }
    }

    /// The inputs that the command line names, each once; a note tells of those
    /// that are named again.
    pub(crate) fn each_once(paths: &[PathBuf]) -> Vec<Self> {
        let mut named = BTreeSet::new();
        let mut inputs = Vec::new();
        for input in paths.iter().map(Self::from) {
            if named.insert(input.identity()) {
                inputs.push(input);
            } else {
                output::note(&format!("note: {} is named twice; it is read once", input.name()));
            }
        }
        inputs
    }

    /// The same for one file, by whichever way it is named.
    pub(crate) fn identity(&self) -> PathBuf {
        match self {
            Self::File(path) => fs::canonicalize(path).unwrap_or_else(|_| path.clone()),
            Self::Stdin => PathBuf::from("-"),
        }
    }

    /// Its text, without a byte order mark.
    ///
    /// # Errors
    ///
    /// [`InputError`] when it cannot be read, is too large for what is wanted,
    /// or is no text.
    pub(crate) fn text(&self, wanted: Wanted) -> Result<String, InputError> {
        self.bytes(wanted).and_then(|bytes| text_of(bytes, wanted)).map_err(|what| self.fault(what))
    }

    /// The error that says what is wrong with this input.
    pub(crate) fn fault(&self, what: Fault) -> InputError {
        InputError { name: self.name(), what }
    }

    fn bytes(&self, wanted: Wanted) -> Result<Vec<u8>, Fault> {
        match self {
            Self::File(path) => {
                let about = fs::metadata(path).map_err(fault_of)?;
                if about.is_dir() {
                    return Err(Fault::Folder(path.join(wanted.pattern()).display().to_string()));
                }
                if about.len() > wanted.limit() {
                    return Err(too_large(HumanBytes(about.len()).to_string(), wanted));
                }
                limited(File::open(path).map_err(fault_of)?, wanted)
            }
            Self::Stdin => limited(io::stdin().lock(), wanted),
        }
    }
}

/// Reads no more than the limit: a device or a pipe may never end, and a file
/// may grow.
fn limited(source: impl Read, wanted: Wanted) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let limit = wanted.limit();
    let read = source.take(limit + 1).read_to_end(&mut bytes).map_err(fault_of)?;
    if read as u64 > limit {
        return Err(too_large(format!("more than {}", HumanBytes(limit)), wanted));
    }
    Ok(bytes)
}

fn too_large(size: String, wanted: Wanted) -> Fault {
    Fault::TooLarge { size, limit: HumanBytes(wanted.limit()).to_string(), wanted }
}

fn fault_of(error: io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Unreadable(error),
    }
}

/// The text that `bytes` are, or what they are instead.
fn text_of(bytes: Vec<u8>, wanted: Wanted) -> Result<String, Fault> {
    intake::text(bytes).map_err(|why| Fault::NoText { why, wanted })
}

/// The articles of an input: one of a text or of a page, several of a feed.
///
/// With `raw`, the file's own text is taken as it is, whatever it is.
///
/// # Errors
///
/// [`InputError`] as for [`Input::text`], for a page or a feed without an
/// article, and for what is neither.
pub(crate) fn articles(input: &Input, raw: bool) -> Result<Vec<Source>, InputError> {
    input.bytes(Wanted::Article).and_then(|bytes| articles_of(bytes, raw)).map_err(|what| input.fault(what))
}

fn articles_of(bytes: Vec<u8>, raw: bool) -> Result<Vec<Source>, Fault> {
    if raw && html::Format::of(&bytes).is_some() {
        return Ok(vec![Source { text: html::text(&bytes).into_owned(), ..Source::default() }]);
    }
    intake::articles(bytes).map_err(|why| match why {
        NoArticle::NoText(why) => Fault::NoText { why, wanted: Wanted::Article },
        NoArticle::Story => Fault::StoryGiven,
        NoArticle::Corrections => Fault::CorrectionsGiven,
        why => Fault::NoArticle(why),
    })
}
