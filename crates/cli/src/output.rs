//! Where a result goes: standard output, or a file that is whole or not there.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, OutputError};
use crate::input::Input;

/// Where a result goes.
#[derive(Debug)]
pub(crate) enum Output {
    /// Standard output.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl Output {
    /// The output that the command line names, looked at before the work
    /// begins: `-` and nothing are standard output.
    ///
    /// `example` is a file's name for the advice.
    ///
    /// # Errors
    ///
    /// [`OutputError`] when it is a folder, in a folder that does not exist,
    /// or one of the inputs.
    pub(crate) fn prepare(
        path: Option<&PathBuf>,
        inputs: &[Input],
        example: &'static str,
    ) -> Result<Self, OutputError> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else { return Ok(Self::Stdout) };
        if path.is_dir() {
            return Err(OutputError::Folder(path.clone(), example));
        }
        let folder = folder_of(path);
        if !folder.is_dir() {
            return Err(OutputError::NoFolder(path.clone(), folder.to_owned()));
        }
        let identity = Input::File(path.clone()).identity();
        if inputs.iter().any(|input| input.identity() == identity) {
            return Err(OutputError::IsInput(path.clone()));
        }
        Ok(Self::File(path.clone()))
    }

    /// Writes the result.
    ///
    /// # Errors
    ///
    /// [`Error::Output`]; then a file is as it was before. [`Error::BrokenPipe`]
    /// when who reads standard output is gone.
    pub(crate) fn write(&self, text: &str) -> Result<(), Error> {
        match self {
            Self::Stdout => print(text),
            Self::File(path) => {
                write_file(path, text.as_bytes()).map_err(|error| OutputError::Unwritable(path.clone(), error).into())
            }
        }
    }

    /// The file, if it is one.
    pub(crate) fn file(&self) -> Option<&Path> {
        match self {
            Self::Stdout => None,
            Self::File(path) => Some(path),
        }
    }
}

/// Writes to standard output.
///
/// # Errors
///
/// [`Error::BrokenPipe`] when who reads it is gone, [`Error::Output`] when it
/// fails otherwise.
pub(crate) fn print(text: &str) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Error::BrokenPipe,
        _ => OutputError::Stdout(error).into(),
    })
}

/// Writes a line to standard error, where nobody may be listening.
pub(crate) fn note(line: &str) {
    let line: String = line.chars().flat_map(visible).collect();
    // A message that cannot be shown is no reason to stop.
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Control characters, which can move a terminal's cursor or hide text, are
/// spelt out: file names and titles may hold any.
fn visible(c: char) -> impl Iterator<Item = char> {
    let hidden = c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let spelt = hidden.then(|| c.escape_unicode());
    spelt.into_iter().flatten().chain((!hidden).then_some(c))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Writes beside the file and renames, so that a reader sees the old file or
/// the new one and never a half. A device or a pipe is written as it is.
fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let existing = fs::metadata(path).ok();
    if existing.as_ref().is_some_and(|about| !about.is_file()) {
        return fs::OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    // A link goes on to lead to its file.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".backstory-").suffix(".part");
    // What any new file gets; the system takes the user's mask off. Temporary
    // files are private by default, and a web server could not read the story.
    #[cfg(unix)]
    builder.permissions(
        existing.map_or_else(|| std::os::unix::fs::PermissionsExt::from_mode(0o666), |about| about.permissions()),
    );
    let mut part = builder.tempfile_in(folder_of(&target))?;
    part.write_all(bytes)?;
    part.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_spelt_out() {
        let shown: String = "a\u{1b}[2Jb\u{202e}c ж".chars().flat_map(visible).collect();
        assert_eq!(shown, "a\\u{1b}[2Jb\\u{202e}c ж");
    }
}
