//! `bench reading`: the reading module in Chromium against wink-nlp.

use std::path::Path;

use super::Bench;
use crate::error::Error;
use crate::reader;
use crate::repository::Repository;
use crate::tools::{self, Purpose, chromium};

const SCRIPT: &str = "benches/reading/bench.mjs";

/// Builds the module, measures, and writes the section.
pub(super) fn run(repository: &Repository) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Test)?;
    reader::build(repository)?;
    let bench = Bench::Reading;
    bench.install_peers(repository)?;
    let mut node = chromium::node(repository, Path::new(""));
    bench.measure(repository, node.arg(SCRIPT), "about 5 minutes")
}
