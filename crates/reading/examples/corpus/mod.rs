//! What the scorers share: which files, and how right.
#![allow(dead_code, unreachable_pub, reason = "each scorer uses a part")]

use std::fmt;
use std::path::{Path, PathBuf};

/// The arguments of a scorer.
pub struct Options {
    pub directories: Vec<PathBuf>,
    pub held: bool,
    pub verbose: bool,
}

impl Options {
    pub fn from_arguments() -> Self {
        let (mut directories, mut held, mut verbose) = (Vec::new(), false, false);
        for argument in std::env::args().skip(1) {
            match argument.as_str() {
                "--held" => held = true,
                "--verbose" => verbose = true,
                _ => directories.push(PathBuf::from(argument)),
            }
        }
        // What is held out is for figures, not to be looked at.
        Self { directories, held, verbose: verbose && !held }
    }

    /// The files with this extension, those of the asked-for part, sorted.
    pub fn files(&self, extension: &str) -> std::io::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for directory in &self.directories {
            for entry in std::fs::read_dir(directory)? {
                let path = entry?.path();
                if path.extension().is_some_and(|found| found == extension) && is_held(&path) == self.held {
                    files.push(path);
                }
            }
        }
        files.sort();
        Ok(files)
    }
}

/// Whether the file is held out: three in ten, by the FNV-1a hash of its name.
pub fn is_held(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    is_held_name(&name)
}

pub fn is_held_name(name: &str) -> bool {
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash % 10 < 3
}

/// Right, made up, missed.
#[derive(Default)]
pub struct Score {
    right: usize,
    made_up: usize,
    missed: usize,
}

impl Score {
    pub fn hit(&mut self) {
        self.right += 1;
    }

    pub fn made_up(&mut self) {
        self.made_up += 1;
    }

    pub fn missed(&mut self) {
        self.missed += 1;
    }

    /// Found where there is one, and right or not.
    pub fn count(&mut self, right: bool) {
        if right {
            self.hit();
        } else {
            self.made_up();
            self.missed();
        }
    }
}

impl fmt::Display for Score {
    #[allow(clippy::cast_precision_loss, reason = "counts are small")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |of: usize| if of == 0 { 1.0 } else { self.right as f64 / of as f64 };
        let (precision, recall) = (share(self.right + self.made_up), share(self.right + self.missed));
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        write!(
            f,
            "P {precision:.3}  R {recall:.3}  F1 {f1:.3}  ({} right, {} made up, {} missed)",
            self.right, self.made_up, self.missed
        )
    }
}
