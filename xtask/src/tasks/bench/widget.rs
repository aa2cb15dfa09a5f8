//! `bench widget`: frames and the way to the story, against what pages load today.

use std::path::Path;

use super::Bench;
use crate::error::Error;
use crate::repository::Repository;
use crate::tasks::build;
use crate::tools::{self, Purpose, chromium};

const SCRIPT: &str = "benches/widget/bench.mjs";

/// Builds the widget, measures, and writes the section.
pub(super) fn run(repository: &Repository) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Test)?;
    build::widget(repository)?;
    let bench = Bench::Widget;
    bench.install_peers(repository)?;
    let mut node = chromium::node(repository, Path::new(""));
    bench.measure(repository, node.arg(SCRIPT), "about 6 minutes")
}
