//! Reading the files of a corpus.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::read(path))
}

/// All files under a folder whose names end so, in the order of their paths.
pub(crate) fn all(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::read(folder))? {
        let path = entry.map_err(Error::read(folder))?.path();
        if path.is_dir() {
            files.extend(all(&path, ending)?);
        } else if name(&path).ends_with(ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// [`all`], and none is an error.
pub(crate) fn some(folder: &Path, ending: &str, wanted: &'static str) -> Result<Vec<PathBuf>, Error> {
    let files = all(folder, ending)?;
    if files.is_empty() { Err(Error::Empty { path: folder.to_owned(), wanted }) } else { Ok(files) }
}

/// A file's name.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
