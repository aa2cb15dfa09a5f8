//! What need not be done again: a step whose inputs and outputs are as they were.
//!
//! The stamp of a step is a file with two hashes, of all that went in and of
//! all that came out. It stands in the target folder, so `cargo clean` forgets it.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::repository::Repository;

/// All that decides what a step makes: contents of files, versions, arguments.
#[derive(Default)]
pub(crate) struct Inputs(DefaultHasher);

impl Inputs {
    /// Adds a text.
    pub(crate) fn with(mut self, text: &str) -> Self {
        text.hash(&mut self.0);
        self
    }

    /// Adds a file's content.
    pub(crate) fn with_file(mut self, path: &Path) -> Result<Self, Error> {
        fs::read(path).map_err(Error::file("read", path))?.hash(&mut self.0);
        Ok(self)
    }
}

/// Whether the inputs and the outputs are as they were after the last time.
pub(crate) fn is_current(repository: &Repository, name: &str, inputs: &Inputs, outputs: &[&Path]) -> bool {
    match (fs::read_to_string(file(repository, name)), hash_of(outputs)) {
        (Ok(recorded), Some(present)) => recorded == line(inputs, present),
        _ => false,
    }
}

/// Does the work unless the inputs and the outputs are as they were after the last time.
pub(crate) fn when_changed(
    repository: &Repository,
    name: &str,
    inputs: &Inputs,
    outputs: &[&Path],
    work: impl FnOnce() -> Result<(), Error>,
) -> Result<(), Error> {
    if is_current(repository, name, inputs, outputs) {
        return Ok(());
    }
    work()?;
    let Some(made) = hash_of(outputs) else {
        return Err(Error::Missing(format!("The step `{name}` did not write all of its files; see the logs.")));
    };
    let stamp = file(repository, name);
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder).map_err(Error::file("made", folder))?;
    }
    fs::write(&stamp, line(inputs, made)).map_err(Error::file("written", &stamp))
}

fn file(repository: &Repository, name: &str) -> PathBuf {
    repository.work().join("stamps").join(name)
}

fn line(inputs: &Inputs, outputs: u64) -> String {
    format!("{:016x} {outputs:016x}\n", inputs.0.finish())
}

/// The hash of the files' contents; nothing if one is not there.
fn hash_of(files: &[&Path]) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        fs::read(file).ok()?.hash(&mut hasher);
    }
    Some(hasher.finish())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn work_is_done_again_only_when_something_changed() {
        let mut repository = Repository::find().unwrap();
        repository.target = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(&repository.target).unwrap();
        let output = repository.target.join("output");
        let times = Cell::new(0);
        let run = |inputs: &Inputs| {
            when_changed(&repository, "test", inputs, &[&output], || {
                times.set(times.get() + 1);
                fs::write(&output, "made").map_err(Error::file("written", &output))
            })
            .unwrap();
            times.get()
        };

        assert_eq!(run(&Inputs::default().with("a")), 1, "the first time");
        assert_eq!(run(&Inputs::default().with("a")), 1, "nothing changed");
        assert_eq!(run(&Inputs::default().with("b")), 2, "another input");
        fs::write(&output, "spoilt").unwrap();
        assert_eq!(run(&Inputs::default().with("b")), 3, "an output that was changed");
        fs::remove_file(&output).unwrap();
        assert_eq!(run(&Inputs::default().with("b")), 4, "an output that is gone");
        fs::remove_dir_all(&repository.target).unwrap();
    }

    #[test]
    fn two_texts_are_not_their_concatenation() {
        let joined = Inputs::default().with("ab").with("c").0.finish();
        assert_ne!(joined, Inputs::default().with("a").with("bc").0.finish());
    }
}
