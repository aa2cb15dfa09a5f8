//! `bench drawing`: the geometry in Chromium against the layouts that pages load today.

use std::path::Path;

use super::Bench;
use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;
use crate::tools::{self, Purpose, TARGET, chromium};

const SCRIPT: &str = "benches/drawing/bench.mjs";
/// `crates/drawing` as a module of its own.
const PACKAGE: &str = "backstory-bench-drawing";
const MODULE: &str = "backstory_bench_drawing.wasm";

/// Builds the module, measures, and writes the section.
pub(super) fn run(repository: &Repository) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Test)?;
    let bench = Bench::Drawing;
    bench.install_peers(repository)?;
    let mut cargo = repository.cargo();
    cargo.args(["build", "--release", "--package", PACKAGE, "--target", TARGET]);
    Step::new("bench-drawing-wasm", "Building the drawing as a module of its own").run(repository, &mut cargo)?;
    let folder = repository.work().join("bench/drawing");
    let mut bindgen = repository.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "drawing", "--out-dir"]).arg(&folder);
    bindgen.arg(repository.target.join(TARGET).join("release").join(MODULE));
    Step::new("bench-drawing-glue", "Making the JavaScript that goes with it").run(repository, &mut bindgen)?;
    let mut node = chromium::node(repository, Path::new(""));
    bench.measure(repository, node.env("WASM", &folder).arg(SCRIPT), "about 5 minutes")
}
