//! What `bench drawing` measures: the geometry as a wasm module of its own.

use std::path::PathBuf;

use crate::error::Error;
use crate::repository::Repository;
use crate::step::Step;
use crate::tools::TARGET;

/// `crates/drawing` as a module of its own.
const PACKAGE: &str = "backstory-bench-drawing";
const MODULE: &str = "backstory_bench_drawing.wasm";

/// Builds the module; gives its folder.
pub(super) fn build(repository: &Repository) -> Result<PathBuf, Error> {
    let mut cargo = repository.cargo();
    cargo.args(["build", "--release", "--package", PACKAGE, "--target", TARGET]);
    Step::new("bench-drawing-wasm", "Building the drawing as a module of its own").run(repository, &mut cargo)?;
    let folder = repository.work().join("bench/drawing");
    let mut bindgen = repository.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "drawing", "--out-dir"]).arg(&folder);
    bindgen.arg(repository.target.join(TARGET).join("release").join(MODULE));
    Step::new("bench-drawing-glue", "Making the JavaScript that goes with it").run(repository, &mut bindgen)?;
    Ok(folder)
}
