//! What can go wrong, each as a sentence that says what failed and what to do.

use std::io;
use std::path::{Path, PathBuf};

/// The one error of the tasks. It is handled in one place, `main`, which prints it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// A program is not there, or may not be run.
    #[error("`{program}` could not be started: {source}. {advice}")]
    Start { program: String, source: io::Error, advice: String },

    /// A program ran and failed.
    #[error("{doing}: this failed ({outcome}).\n\n{tail}\n\nAll of its output is in {}.\n{advice}", .log.display())]
    Failed { doing: String, outcome: String, tail: String, log: PathBuf, advice: String },

    /// A file or folder could not be read or written.
    #[error("{} could not be {done}: {source}", .path.display())]
    File { done: &'static str, path: PathBuf, source: io::Error },

    /// A file does not say what it should.
    #[error("{}: {problem}", .file.display())]
    Content { file: PathBuf, problem: String },

    /// Something is missing that only a person can bring.
    #[error("{0}")]
    Missing(String),
}

impl Error {
    /// For `map_err`: the failed reading, writing … of a file at `path`.
    pub(crate) fn file(done: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { done, path, source }
    }
}
