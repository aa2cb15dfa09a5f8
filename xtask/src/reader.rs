//! The reading module: the wasm that reads articles in a page, its glue and its types.
//!
//! - `backstory-reader.js`: an ES module. Its default export makes one instance
//!   of the glue, to be called with the wasm, as in the widget.
//! - `backstory-reader.wasm`: the reading.
//! - `backstory-reader.d.ts`: what it takes and gives.

use std::fs;
use std::path::PathBuf;

use crate::error::Error;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;
use crate::tasks::build::{self, FEATURES, OPTIMIZE};
use crate::tools::TARGET;

/// The package, and the file names between the steps.
const PACKAGE: &str = "backstory-reader";
/// The types, written by hand: there are few.
const TYPES: &str = "crates/reader/backstory-reader.d.ts";

/// More is written out in place than size alone asks for, which is quicker: as much as 350 kB allow, with the glue,
/// and so to be measured anew when the reading grows (`cargo xtask bench reading`).
const INLINE: &str = "-Cllvm-args=-inline-threshold=10";
/// All data stay one piece: in thousands, parted wherever there are zeros, they are larger once they are compressed.
const WHOLE: &str = "--skip-pass=memory-packing";
/// What wasm-bindgen makes: glue that can stand in a function, so that every call of that has its own state.
const BINDGEN: [&str; 5] = ["--target", "no-modules", "--no-typescript", "--out-name", "reader"];
/// What minified scripts may use: every browser that has what the module needs understands it.
const MINIFY: [&str; 4] = ["--minify", "--target=es2022", "--legal-comments=none", "--format=esm"];

/// Builds the module into `dist/`; gives the files.
pub(crate) fn build(repository: &Repository) -> Result<[PathBuf; 3], Error> {
    let mut cargo = build::module(repository, PACKAGE)?;
    cargo.args(["--", INLINE]);
    Step::new("reader", "Building the reading module")
        .takes("about 1 minute the first time")
        .run(repository, &mut cargo)?;
    let compiled = repository.target.join(TARGET).join("release").join("backstory_reader.wasm");

    let work = repository.work().join("reader");
    let (glue, bound) = (work.join("reader.js"), work.join("reader_bg.wasm"));
    let outputs = ["js", "wasm", "d.ts"].map(|ending| repository.dist().join(format!("{PACKAGE}.{ending}")));
    let inputs = Inputs::default()
        .with_file(&compiled)?
        .with_file(&repository.root.join(TYPES))?
        .with_file(&repository.root.join("package-lock.json"))?
        .with(&repository.wasm_bindgen_version()?)
        .with(WHOLE)
        .with(&BINDGEN.iter().chain(&OPTIMIZE).chain(&FEATURES).chain(&MINIFY).copied().collect::<Vec<_>>().join(" "));
    stamp::when_changed(repository, "reader", &inputs, &outputs.each_ref().map(PathBuf::as_path), || {
        let mut bindgen = repository.command("wasm-bindgen");
        bindgen.args(BINDGEN).arg("--out-dir").arg(&work).arg(&compiled);
        Step::new("reader-bindgen", "Making the JavaScript that goes with the reading")
            .run(repository, &mut bindgen)?;
        let [script, wasm, types] = &outputs;
        fs::create_dir_all(repository.dist()).map_err(Error::file("made", &repository.dist()))?;
        let mut optimize = repository.command("wasm-opt");
        optimize.args(OPTIMIZE).arg(WHOLE).args(FEATURES).arg(&bound).arg("-o").arg(wasm);
        Step::new("reader-opt", "Making the reading module small")
            .takes("about 30 seconds")
            .run(repository, &mut optimize)?;
        let module = work.join("module.js");
        let glue = fs::read_to_string(&glue).map_err(Error::file("read", &glue))?;
        fs::write(&module, factory(&glue)).map_err(Error::file("written", &module))?;
        let mut minify = repository.command("esbuild");
        minify.arg(&module).args(MINIFY).arg(format!("--outfile={}", script.display()));
        Step::new("reader-minify", "Minifying the glue").run(repository, &mut minify)?;
        let from = repository.root.join(TYPES);
        fs::copy(&from, types).map(|_| ()).map_err(Error::file("copied", &from))
    })?;
    Ok(outputs)
}

/// The module whose function makes one instance of the glue.
fn factory(glue: &str) -> String {
    // The glue would look for the wasm beside the current script, and fail where there is none, as in a worker.
    // It is always handed the wasm, so it need not look.
    let glue = glue.replace("document.currentScript", "null");
    format!("export default function createReader() {{\n{glue}\nreturn wasm_bindgen;\n}}")
}
