//! Why nothing could be scored.

use std::io;
use std::path::{Path, PathBuf};

/// Why nothing could be scored.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder cannot be read.
    #[error("{} cannot be read: {source}", .path.display())]
    Read {
        /// Where it is.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file is not what it should be.
    #[error("{}: {problem}", .path.display())]
    Content {
        /// Where it is.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
    /// A folder has none of the files that are scored.
    #[error("{} holds no {wanted}", .path.display())]
    Empty {
        /// The folder.
        path: PathBuf,
        /// What should be in it.
        wanted: &'static str,
    },
}

impl Error {
    /// For `map_err`: a file at `path` that cannot be read.
    pub(crate) fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Read { path, source }
    }

    /// A file at `path` that has a problem.
    pub(crate) fn content(path: &Path, problem: &impl ToString) -> Self {
        Self::Content { path: path.to_owned(), problem: problem.to_string() }
    }
}
